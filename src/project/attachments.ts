/** Where the files that sources name as attachments lie beside the papers. */

import { attachmentsIn } from "../kinds/annexes.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import { visibilityOf } from "../kinds/tree.ts";
import { slug } from "../markup/anchors.ts";
import { languageOf } from "../model/language.ts";
import { folderOf } from "../model/path.ts";
import type { Edition } from "../model/report.ts";
import { resolvePath } from "./content-files.ts";
import { numberInName } from "./outputs.ts";

/** An attachment in one of its places. */
export interface PlacedAttachment {
  /** In the output folder. */
  readonly path: string;
  /** In the content folder. */
  readonly from: string;
  /** As the source names it. */
  readonly file: string;
  readonly title: string;
  /** Which of the attachments of its source it is. */
  readonly index: number;
  readonly edition: Edition;
  /** The source that names it. */
  readonly owner: Entry;
  /** The agenda item beside whose paper it lies. */
  readonly item?: Entry<"agenda-item">;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  gif: "image/gif",
  html: "text/html",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  md: "text/markdown",
  odp: "application/vnd.oasis.opendocument.presentation",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odt: "application/vnd.oasis.opendocument.text",
  pdf: "application/pdf",
  png: "image/png",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  svg: "image/svg+xml",
  tif: "image/tiff",
  tiff: "image/tiff",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml",
  zip: "application/zip",
};

/** The media type of what is known by no other. */
const UNKNOWN_TYPE = "application/octet-stream";

/** All media types that are told of attachments. */
export function mediaTypes(): readonly string[] {
  return [...Object.values(MEDIA_TYPES), UNKNOWN_TYPE];
}

/** So many characters of a file's own name are kept: systems allow 255 in all, and some as many for the whole path. */
const LONGEST_STEM = 80;

/** The media type that a file's name tells. */
export function mediaTypeOf(path: string): string {
  return MEDIA_TYPES[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ""] ?? UNKNOWN_TYPE;
}

/**
 * Every attachment of the tree. One that belongs to an item of a meeting lies in the meeting's folder, and the others in
 * that of papers; a public one lies in the public edition if all that leads to it is public.
 */
export function placeAttachments(tree: Tree): readonly PlacedAttachment[] {
  const found: PlacedAttachment[] = [];
  const taken = new Set<string>();
  const placed = new Set<string>();
  const word = languageOf(tree.locale) === "de" ? "anlage" : "attachment";
  const place = (owner: Entry, item?: Entry<"agenda-item">, meeting?: Entry<"meeting">): void => {
    for (const [index, { title, file, visibility }] of attachmentsIn(owner).entries()) {
      const from = resolvePath(file, folderOf(owner.path));
      if (from === undefined) continue;
      const isPublic = [visibility, visibilityOf(owner), item ? visibilityOf(item) : "public"].every(
        (one) => one === "public",
      );
      const edition = isPublic ? "public" : "internal";
      const key = `${edition} ${index} ${owner.path}`;
      if (!item && placed.has(key)) continue;
      placed.add(key);
      const number = numberInName(item?.data.number);
      const [, stem = "", ending = ""] = /^(.*?)(?:\.([a-z0-9]{1,8}))?$/is.exec(from.split("/").at(-1) ?? "") ?? [];
      const name = [...(number === undefined ? [] : [number]), word, owner.id, shortSlug(stem)].join("-");
      const base = `${edition}/${meeting?.id ?? "papers"}/${name}`;
      const suffix = ending === "" ? "" : `.${ending.toLowerCase()}`;
      let path = base + suffix;
      for (let count = 2; taken.has(path.toLowerCase()); count++) path = `${base}-${count}${suffix}`;
      taken.add(path.toLowerCase());
      found.push({ path, from, file, title, index, edition, owner, ...(item && { item }) });
    }
  };
  for (const item of tree.all("agenda-item")) {
    const meeting = tree.find("meeting", item.data.meeting);
    if (meeting) for (const owner of shownWith(item, tree)) place(owner, item, meeting);
  }
  for (const owner of [...tree.all("motion"), ...tree.all("explanation")]) place(owner);
  return found;
}

function shortSlug(stem: string): string {
  return Array.from(slug(stem)).slice(0, LONGEST_STEM).join("").replace(/-$/, "");
}

/** The sources whose attachments go with an item: itself, its motions and its explanations. */
export function shownWith(item: Entry<"agenda-item">, tree: Tree): readonly Entry[] {
  const { motions = [], explanations = [] } = item.data;
  return [
    item,
    ...motions.flatMap((id) => tree.find("motion", id) ?? []),
    ...explanations.flatMap((id) => tree.find("explanation", id) ?? []),
  ];
}
