/** What is left behind when objects of a foreign file are taken over. */

/** Entries that lead to the rest of the file, act, or say what holds no longer. */
export const DROPPED: ReadonlySet<string> = new Set([
  ...["Parent", "P", "StructParent", "StructParents", "B", "PieceInfo", "Metadata", "AF", "LastModified", "Annots"],
  ...["A", "AA", "Dest", "Next", "OPI", "Alternates", "Ref", "OC", "PZ", "Measure", "PtData", "Thumb", "PS"],
]);

/** Lists of a subset's glyphs, which may be wrong and need not be there, and what asks viewers to blur. */
export const DROPPED_IN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["FontDescriptor", new Set(["CIDSet", "CharSet"])],
  ["Image", new Set(["Interpolate"])],
]);

/** Kinds of objects that no picture of a page consists of. */
export const FOREIGN_TYPES: ReadonlySet<string> = new Set([
  ...["Catalog", "Pages", "Page", "Annot", "Action", "StructTreeRoot", "StructElem", "Filespec", "EmbeddedFile"],
  ...["Outlines", "Sig", "OCG", "OCMD", "ObjStm", "XRef"],
]);

/** The kinds of resources that pages draw with. */
export const RESOURCES = ["ExtGState", "ColorSpace", "Pattern", "Shading", "XObject", "Font"] as const;

/** One of them. */
export type ResourceKind = (typeof RESOURCES)[number];

/** Entries whose dictionaries have keys of the file's own choice, such as glyphs called `A` or `P`. */
export const NAMED: ReadonlySet<string> = new Set([...RESOURCES, "CharProcs", "Colorants"]);

/** Whether content that uses these names can use a resource; default colour spaces are used without being named. */
export function isUsed(
  kind: ResourceKind,
  resource: string,
  used: ReadonlyMap<ResourceKind, ReadonlySet<string>>,
): boolean {
  return used.get(kind)?.has(resource) === true || (kind === "ColorSpace" && /^Default(Gray|RGB|CMYK)$/.test(resource));
}
