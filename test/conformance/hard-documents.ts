/** Documents that are hard to print: `hard/*.md`, `hard/*.html` as templates write it, every character of DIN 91379. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { composePaper } from "../../src/compile.ts";
import { readImage } from "../../src/image/read-image.ts";
import { buildDocument } from "../../src/markup/build-document.ts";
import type { Document } from "../../src/model/document.ts";
import type { Image } from "../../src/model/image.ts";
import { createHost } from "../../src/node/host.ts";
import { openProject } from "../../src/project/project.ts";
import { h, p, paper } from "../pdf/tree.ts";

/** The folder is also a content folder: its Markdown takes the whole way from source to print. */
export const HARD = "test/conformance/hard";

/** Ids of the papers in Markdown; explanations print only when they are asked for. */
export const HARD_SOURCES: readonly string[] = readdirSync(HARD)
  .filter((name) => name.endsWith(".md") && name !== "koerperschaft.md")
  .map((name) => name.replace(/\.md$/, ""))
  .sort();

/** Every character and sequence of DIN 91379 that is not white space. */
export const DIN_91379: readonly string[] = readFileSync("test/pdf/din-91379.txt", "utf8")
  .trim()
  .split("\n")
  .map((line) => String.fromCodePoint(...line.split(" ").map((hex) => Number.parseInt(hex, 16))));

/** The documents by name. One whose name begins with `draft` is a draft. */
export function hardDocuments(): ReadonlyMap<string, Document> {
  const files = readdirSync(HARD).filter((name) => name.endsWith(".html"));
  const documents = new Map(files.sort().map((name) => [name.replace(/\.html$/, ""), readHard(join(HARD, name))]));
  for (const [id, document] of fromSources()) documents.set(id, document);
  documents.set("characters-of-din-91379", characters());
  return documents;
}

function fromSources(): readonly (readonly [id: string, document: Document])[] {
  const project = openProject(createHost({ content: HARD, templates: "no-own-templates", output: "no-output" }));
  return project.sources.flatMap(({ source }) => {
    const workshop = source.entry && HARD_SOURCES.includes(source.entry.id) && project.workshop(source.entry);
    if (!source.entry || !workshop) return [];
    const { value, diagnostics } = composePaper(source.entry, "public", workshop);
    if (!value) throw new Error(`${source.name}: ${diagnostics.map(({ message }) => message.en).join(" ")}`);
    return [[source.entry.id, value]];
  });
}

function readHard(path: string): Document {
  const { title, children, notes, pictures, diagnostics } = buildDocument(readFileSync(path, "utf8"));
  if (diagnostics.length > 0) throw new Error(`${path}: ${diagnostics.map(({ message }) => message.en).join(" ")}`);
  const images: Record<string, Image> = {};
  for (const key of pictures.keys()) {
    const { value } = readImage(readFileSync(join(HARD, key)), undefined, key);
    if (!value) throw new Error(`${key} cannot be read.`);
    images[key] = value;
  }
  const draft = path.includes("draft") && { draft: { label: "ENTWURF", revision: "0f1e2d3" } };
  return paper(children, { title, notes, images, ...draft });
}

/** One page. Each sequence stands within a word, before a space, and at the end of a paragraph. */
function characters(): Document {
  return paper([
    h(1, "Zeichen nach DIN 91379"),
    p(DIN_91379.filter((one) => !/^\p{M}/u.test(one)).join(" ")),
    p(
      DIN_91379.filter((one) => /\p{M}/u.test(one))
        .map((one) => `a${one}b`)
        .join(" "),
    ),
    ...DIN_91379.filter((one) => /^\P{M}\p{M}+/u.test(one))
      .slice(0, 12)
      .map((one) => p(one)),
  ]);
}
