/** What all papers of a project share: templates, theme, fonts, pictures. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { withoutConsequences } from "../diagnostics/consequences.ts";
import { readImage } from "../image/read-image.ts";
import { kinds } from "../kinds/kinds.ts";
import { packetShape } from "../kinds/packet.ts";
import { shapeOf } from "../kinds/shape.ts";
import type { Kind } from "../kinds/vocabulary.ts";
import type { Diagnostic, Place, Result } from "../model/diagnostic.ts";
import type { Host, ReadableFolder } from "../model/host.ts";
import type { Image } from "../model/image.ts";
import { contentPathOf } from "../model/picture-key.ts";
import type { TextFile } from "../model/text-file.ts";
import type { FontFamily, FontFile, Theme, ThemeFonts } from "../model/theme.ts";
import { placeOfText, type YamlMapping } from "../model/yaml-value.ts";
import { decode } from "../source/decode.ts";
import { readYaml } from "../source/read-yaml.ts";
import { parseTemplate, type Template } from "../template/parse-template.ts";
import { type CompiledTemplate, compileTemplate } from "../template/render-template.ts";
import { mergeThemes, type PartialTheme, readTheme } from "../theme/read-theme.ts";
import { explainFailure } from "./content-files.ts";
import { partialName, templateFiles, unusedFiles } from "./template-files.ts";

/** Templates, theme and fonts of a project. */
export interface Look {
  readonly theme?: Theme;
  readonly fonts?: ThemeFonts<FontFile>;
  template(kind: Kind | "packet"): CompiledTemplate | undefined;
  /** Where the theme names a file. */
  inTheme(path: string): Place | undefined;
  /** Mistakes in theme, fonts and templates; papers that need them fail. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What does not depend on the kinds of papers: enough to begin with laying out. */
export type LookBasis = Pick<Look, "theme" | "fonts" | "inTheme" | "diagnostics">;

/** Says which folders may not be read. */
export function closedIn(folder: ReadableFolder): readonly Diagnostic[] {
  const closed = folder.list().filter((path) => path.endsWith("/"));
  return closed.map((path) =>
    diagnose("folder-unreadable", { folder: `${folder.name}/${path}`.replace(/\/+$/, "") }, undefined),
  );
}

/** Reads theme and fonts. */
export function readLookBasis(templates: readonly ReadableFolder[]): LookBasis {
  const diagnostics: Diagnostic[] = [];
  const themeFiles: YamlMapping[] = [];
  const theme = readThemes(templates, diagnostics, themeFiles);
  const inTheme = (path: string): Place | undefined =>
    themeFiles.map((file) => placeOfText(file, path)).find((place) => place !== undefined);
  const fonts = theme && readFonts(theme, templates, diagnostics, inTheme);
  return { ...(theme && { theme }), ...(fonts && { fonts }), inTheme, diagnostics };
}

/** Reads the templates of these kinds of papers. */
export function readLook(basis: LookBasis, templates: readonly ReadableFolder[], used: readonly Kind[]): Look {
  const { partials, isSound, ...read } = readPartials(templates);
  const diagnostics = [...basis.diagnostics, ...read.diagnostics, ...findUnused(templates, partials)];
  const compiled = new Map<Kind | "packet", CompiledTemplate>();
  for (const kind of used.includes("meeting") ? ([...used, "packet"] as const) : used) {
    const shape = kind === "packet" ? packetShape : kinds[kind].paper?.shape;
    const template = shape && readTemplate(`${kind}.hbs`, templates, diagnostics);
    // A template cannot be judged without its partials.
    if (!template || !isSound) continue;
    const result = compileTemplate(template, shapeOf(shape), partials);
    for (const diagnostic of result.diagnostics) if (!isKnown(diagnostic, diagnostics)) diagnostics.push(diagnostic);
    compiled.set(kind, result);
  }
  return { ...basis, template: (kind) => compiled.get(kind), diagnostics };
}

/** Gives pictures by their keys, and reads each once. */
export function pictureReader(
  host: Pick<Host, "content" | "templates">,
  { inTheme }: Look,
): (key: string, placeOf: () => Place | undefined) => Result<Image> {
  const pictures = new Map<string, Result<Image>>();
  return (key, placeOf) => {
    const known = pictures.get(key);
    if (known) return known;
    const result = readPicture(key, () => placeOf() ?? inTheme(key), host);
    // What is wrong is said at each place that names it.
    if (result.value) pictures.set(key, result);
    return result;
  };
}

/** A partial that two templates use is wrong only once. */
function isKnown(diagnostic: Diagnostic, among: readonly Diagnostic[]): boolean {
  const key = (one: Diagnostic): string => JSON.stringify([one.code, one.place]);
  return among.some((one) => key(one) === key(diagnostic));
}

/** The first folder that has the file. */
function find(
  path: string,
  folders: readonly ReadableFolder[],
): { folder: ReadableFolder; bytes: Uint8Array } | undefined {
  for (const folder of folders) {
    const read = folder.read(path);
    if ("bytes" in read) return { folder, bytes: read.bytes };
  }
  return undefined;
}

/** The first that there is; one that may not be read is not passed over for the next. */
function readText(path: string, folders: readonly ReadableFolder[], diagnostics: Diagnostic[]): TextFile | undefined {
  for (const folder of folders) {
    const read = folder.read(path);
    const file = `${folder.name}/${path}`;
    if ("bytes" in read) {
      const decoded = decode(file, read.bytes);
      diagnostics.push(...decoded.diagnostics);
      return decoded.value;
    }
    if (read.failure !== "denied") continue;
    diagnostics.push(diagnose("file-unreadable", { reason: "denied" }, { file, line: 1, column: 1 }));
    return undefined;
  }
  return undefined;
}

function readTemplate(
  path: string,
  folders: readonly ReadableFolder[],
  diagnostics: Diagnostic[],
): Template | undefined {
  const before = diagnostics.length;
  const file = readText(path, folders, diagnostics);
  if (!file) {
    if (diagnostics.length > before) return undefined;
    const [folder] = folders;
    diagnostics.push(diagnose("template-missing", { name: path, folder: folder?.name ?? "templates" }, undefined));
    return undefined;
  }
  const parsed = parseTemplate(file, file.path === `${folders[0]?.name}/${path}`);
  diagnostics.push(...parsed.diagnostics);
  return parsed.value;
}

function findUnused(
  [own, ...shipped]: readonly ReadableFolder[],
  partials: ReadonlyMap<string, Template>,
): readonly Diagnostic[] {
  if (!own || shipped.length === 0) return [];
  return unusedFiles(own, shipped, () => {
    // What is wrong with those that no paper needs now is not asked for.
    const templates = templateFiles.flatMap((path) => readText(path, [own], []) ?? []);
    return [...templates, ...[...partials.values()].map(({ file }) => file)].map(({ text }) => text);
  });
}

function readPartials(folders: readonly ReadableFolder[]): {
  readonly partials: ReadonlyMap<string, Template>;
  readonly isSound: boolean;
  readonly diagnostics: readonly Diagnostic[];
} {
  const paths = new Set(folders.flatMap((folder) => folder.list()).filter((path) => partialName(path) !== undefined));
  const partials = new Map<string, Template>();
  const diagnostics = folders.flatMap(closedIn);
  for (const path of [...paths].sort()) {
    const template = readTemplate(path, folders, diagnostics);
    if (template) partials.set(partialName(path) ?? "", template);
  }
  return { partials, isSound: partials.size === paths.size, diagnostics };
}

/** The shipped theme, which is complete, with those of the user's folders laid over it. */
function readThemes(
  folders: readonly ReadableFolder[],
  diagnostics: Diagnostic[],
  files: YamlMapping[],
): Theme | undefined {
  let theme: PartialTheme = {};
  let isSound = true;
  for (const folder of [...folders].reverse()) {
    const before = diagnostics.length;
    const file = readText("theme.yaml", [folder], diagnostics);
    if (diagnostics.length > before) isSound = false;
    if (!file || saysNothing(file.text)) continue;
    const yaml = readYaml(file, 0, file.text);
    if (yaml.value) files.push(yaml.value);
    const read = yaml.value && readTheme(yaml.value);
    diagnostics.push(...withoutConsequences([...yaml.diagnostics, ...(read?.diagnostics ?? [])]));
    if (!read?.value) isSound = false;
    else theme = mergeThemes(theme, read.value);
  }
  return isSound ? completeTheme(theme) : undefined;
}

/** True for a file of blank lines and comments, in which every line was left to the shipped theme. */
function saysNothing(yaml: string): boolean {
  return yaml.split("\n").every((line) => /^\s*(#|$)/.test(line));
}

function completeTheme(theme: PartialTheme): Theme {
  const needed = ["page", "fonts", "sizes", "colors", "header", "footer", "logoHeight", "lineHeight", "alignment"];
  const missing = needed.find((key) => !Object.hasOwn(theme, key));
  if (missing !== undefined) throw new Error(`The shipped theme lacks “${missing}”.`);
  // Complete, as was just checked.
  return theme as Theme;
}

function readFonts(
  theme: Theme,
  folders: readonly ReadableFolder[],
  diagnostics: Diagnostic[],
  inTheme: (path: string) => Place | undefined,
): ThemeFonts<FontFile> | undefined {
  const files = new Map<string, FontFile>();
  let isSound = true;
  const read = (path: string): FontFile => {
    const known = files.get(path);
    if (known) return known;
    const data = find(path, folders)?.bytes;
    const reason = data === undefined ? "missing" : isFont(data) ? undefined : "format";
    if (reason) {
      diagnostics.push(diagnose("font-unusable", { file: path, reason }, inTheme(path)));
      isSound = false;
    }
    const file = { path, data: data ?? new Uint8Array() };
    files.set(path, file);
    return file;
  };
  const family = ({ regular, bold, italic, boldItalic }: FontFamily): FontFamily<FontFile> => ({
    regular: read(regular),
    bold: read(bold),
    italic: read(italic),
    boldItalic: read(boldItalic),
  });
  const { text, symbols, code } = theme.fonts;
  const fonts = { text: family(text), symbols: family(symbols), code: family(code) };
  return isSound ? fonts : undefined;
}

/** TrueType or OpenType by its first bytes; what else fontkit opens, pdfkit cannot embed. */
function isFont(data: Uint8Array): boolean {
  const tag = String.fromCharCode(...data.subarray(0, 4));
  return tag === "\u0000\u0001\u0000\u0000" || tag === "OTTO" || tag === "true";
}

function readPicture(
  key: string,
  placeOf: () => Place | undefined,
  host: Pick<Host, "content" | "templates">,
): Result<Image> {
  const inContent = contentPathOf(key);
  const path = inContent ?? key;
  const folders = inContent === undefined ? host.templates : [host.content];
  const [first = host.content] = folders;
  if (path.startsWith("../")) return { diagnostics: [diagnose("file-outside", { path }, placeOf())] };
  const found = find(path, folders);
  if (!found) {
    const fault = explainFailure(first.read(path), path, placeOf(), first);
    return { diagnostics: fault ? [fault] : [] };
  }
  const name = `${found.folder.name}/${path}`;
  const read = readImage(found.bytes, undefined, name);
  // To know the place, a source may have to be read again.
  return read.diagnostics.length === 0 ? read : readImage(found.bytes, placeOf(), name);
}
