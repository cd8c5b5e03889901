/** Reads a PDF back with pdf.js, as another program would. */

import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { structureFaults } from "./read-pdf-faults.ts";
import { readStructure } from "./read-pdf-structure.ts";
import { describeTags } from "./read-pdf-tags.ts";

/** What the tests ask about a PDF. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly outline: readonly OutlineEntry[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly metadata: string;
  readonly lang: string | null;
  /** What is wrong with the structure. */
  readonly faults: readonly string[];
  /** The structure tree of the whole file, for people to read. */
  readonly tags: string;
}

export interface ReadPage {
  /** In points. */
  readonly width: number;
  /** Lines of text in the order of the file. */
  readonly text: string;
  /** Stretches of text with the distance from the left edge, in points. */
  readonly lines: readonly { readonly text: string; readonly x: number }[];
  readonly links: readonly { readonly url?: string; readonly page?: number; readonly contents: string }[];
  /** The structure tree, an element a line, with its text. */
  readonly tags: string;
  /** What is wrong with marked content. */
  readonly faults: readonly string[];
  /** MCIDs in the order in which they are painted. */
  readonly painted: readonly number[];
  /** Text by MCID. */
  readonly texts: ReadonlyMap<number, string>;
}

export interface OutlineEntry {
  readonly title: string;
  /** Counts from 1. */
  readonly page: number;
  /** Distance from the top of the page, in points. */
  readonly top: number;
  readonly items: readonly OutlineEntry[];
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** More than pdf.js's own types tell of the beginning of marked content. */
interface Marking {
  readonly tag?: string;
  readonly id?: string | null;
}

const HEIGHT = 841.89;

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(document, await document.getPage(number)));
  }
  const { info, metadata } = await document.getMetadata();
  const structure = await readStructure(bytes);
  const outline = await readOutline(document, (await document.getOutline()) ?? []);
  return {
    pages,
    outline,
    info: info as Record<string, unknown>,
    metadata: metadata?.getRaw() ?? "",
    lang: (info as { Language?: string }).Language ?? null,
    faults: structureFaults(
      structure,
      pages.map((page) => page.painted),
    ),
    tags: describeTags(
      structure,
      pages.map((page) => page.texts),
    ),
  };
}

/** All text of a PDF with white space as single spaces, header and footer left out. */
export async function bodyText(bytes: Uint8Array): Promise<string> {
  return (await readText(bytes, false)).replace(/\s+/g, " ").trim();
}

/** The same with its ends of lines, and each character as the file has it, not in its compatibility form. */
export function exactText(bytes: Uint8Array): Promise<string> {
  return readText(bytes, true);
}

const DRAWN_HYPHEN = "\ue000";

async function readText(bytes: Uint8Array, disableNormalization: boolean): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  let all = "";
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization });
    const open: string[] = [];
    for (const item of content.items) {
      if ("str" in item) {
        // A hyphen that stands in marked content of its own was drawn because the line ends within a word.
        if (item.str === "-" && open.at(-1) === "Span") all += DRAWN_HYPHEN;
        else if (!open.includes("Artifact")) all += item.str + (item.hasEOL ? "\n" : "");
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push((item as Marking).tag ?? "");
    }
    all += "\n";
  }
  return all.replace(/\ue000\s*/g, "");
}

async function readPage(document: PdfDocument, page: PdfPage): Promise<ReadPage> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const byId = new Map<string, string>();
  const open: (string | undefined)[] = [];
  let text = "";
  const stretches: { text: string; x: number }[] = [];
  for (const item of content.items) {
    if ("str" in item) {
      if (item.str.trim() !== "") stretches.push({ text: item.str, x: Number(item.transform[4]) });
      text += item.str + (item.hasEOL ? "\n" : "");
      const id = open.findLast((value) => value !== undefined);
      if (id !== undefined && id !== "Artifact")
        byId.set(id, `${byId.get(id) ?? ""}${item.str}${item.hasEOL ? " " : ""}`);
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push((item as Marking).tag === "Artifact" ? "Artifact" : ((item as Marking).id ?? undefined));
  }
  const annotations = await page.getAnnotations();
  const links = [];
  for (const annotation of annotations) {
    const target = typeof annotation.dest === "string" ? await document.getDestination(annotation.dest) : undefined;
    const index = target ? await document.getPageIndex(target[0]) : undefined;
    links.push({
      contents: String(annotation.contentsObj?.str ?? ""),
      // The safe one is only for addresses that stand on their own.
      ...(annotation.unsafeUrl && { url: String(annotation.unsafeUrl) }),
      ...(index !== undefined && { page: index + 1 }),
    });
  }
  const tree = await page.getStructTree();
  const used: string[] = [];
  const lines: string[] = [];
  for (const child of tree?.children ?? []) describe(child, 0, byId, lines, used);
  const marking = await readMarking(page);
  return {
    width: page.getViewport({ scale: 1 }).width,
    text,
    lines: stretches,
    links,
    tags: lines.join("\n"),
    faults: [...marking.faults, ...treeFaults(used, byId)],
    painted: marking.painted,
    texts: new Map([...byId].map(([id, value]) => [Number(id.replace(/^.*_mc/, "")), value])),
  };
}

interface TreeNode {
  readonly role?: string;
  readonly children?: readonly TreeNode[];
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly lang?: string;
}

function describe(
  value: unknown,
  depth: number,
  texts: ReadonlyMap<string, string>,
  lines: string[],
  used: string[],
): void {
  const node = value as TreeNode;
  const indent = "  ".repeat(depth);
  if (node.type === "content" && node.id !== undefined) {
    used.push(node.id);
    const text = texts.get(node.id)?.trim();
    if (text) lines.push(`${indent}"${text}"`);
    return;
  }
  if (node.role === undefined) {
    if (node.type) lines.push(`${indent}(${node.type})`);
    return;
  }
  const details = [node.alt !== undefined && `alt="${node.alt}"`, node.lang && `lang=${node.lang}`].filter(Boolean);
  lines.push(`${indent}${[node.role, ...details].join(" ")}`);
  for (const child of node.children ?? []) describe(child, depth + 1, texts, lines, used);
}

const PAINTING: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.paintImageXObject,
  OPS.paintFormXObjectBegin,
  OPS.shadingFill,
  OPS.constructPath,
]);

/** Everything painted has to be in exactly one element or artifact (ISO 14289-1, 7.1). */
async function readMarking(page: PdfPage): Promise<{ faults: string[]; painted: number[] }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const faults: string[] = [];
  const painted: number[] = [];
  const open: string[] = [];
  const isOwner = (mark: string): boolean => mark === "Artifact" || mark.startsWith("#");
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.beginMarkedContentProps || operator === OPS.beginMarkedContent) {
      const args = argsArray[index] as [string | { readonly name: string }, number | null];
      const tag = typeof args[0] === "string" ? args[0] : args[0].name;
      const mark = typeof args[1] === "number" ? `#${args[1]}` : tag;
      if (isOwner(mark) && open.some(isOwner)) faults.push(`${mark} begins within ${open.join(" ")}`);
      if (typeof args[1] === "number") painted.push(args[1]);
      open.push(mark);
    } else if (operator === OPS.endMarkedContent) {
      if (open.pop() === undefined) faults.push("marked content ends that never began");
    } else if (PAINTING.has(operator) && !open.some(isOwner)) {
      faults.push(`operator ${operator} paints outside of marked content`);
    }
  }
  if (open.length > 0) faults.push(`marked content stays open: ${open.join(" ")}`);
  return { faults, painted };
}

function treeFaults(used: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const id of used) {
    if (seen.has(id)) faults.push(`${id} belongs to two elements`);
    seen.add(id);
  }
  for (const [id, text] of texts) if (!seen.has(id)) faults.push(`no element holds "${text.trim()}"`);
  return faults;
}

async function readOutline(
  document: PdfDocument,
  entries: Awaited<ReturnType<PdfDocument["getOutline"]>>,
): Promise<OutlineEntry[]> {
  const result: OutlineEntry[] = [];
  for (const entry of entries) {
    const dest = typeof entry.dest === "string" ? await document.getDestination(entry.dest) : entry.dest;
    const page = dest ? (await document.getPageIndex(dest[0])) + 1 : 0;
    result.push({
      title: entry.title,
      page,
      top: Math.round(HEIGHT - (dest?.[3] ?? 0)),
      items: await readOutline(document, entry.items),
    });
  }
  return result;
}
