/** Writes the PDFs that have to conform: of real projects, of hard documents, and of random ones. */

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasErrors } from "../../src/model/diagnostic.ts";
import type { Document } from "../../src/model/document.ts";
import type { FontFile, Theme, ThemeFonts } from "../../src/model/theme.ts";
import { createHost } from "../../src/node/host.ts";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { buildProject } from "../../src/project/build.ts";
import { generate } from "../pdf/generate.ts";
import { postScriptFonts } from "../pdf/postscript-fonts.ts";
import { fonts, theme } from "../pdf/theme.ts";
import { HARD, HARD_SOURCES, hardDocuments } from "./hard-documents.ts";
import { PICTURES } from "./pictures.ts";

const CASES = "../shared/cases";

/** How many files there are, and what kept others from being written. */
export interface Written {
  readonly written: number;
  readonly faults: readonly string[];
}

/** Writes everything below `folder`. */
export async function writeAll(folder: string, randomPapers: number, say: (line: string) => void): Promise<Written> {
  const faults: string[] = [];
  let written = 0;

  async function writeProject(name: string, content: string, papers?: readonly string[], draft = false): Promise<void> {
    const before = faults.length;
    const templates = content === "content" ? "templates" : join(content, "../templates");
    const report = await buildProject(
      createHost({ content, templates, output: join(folder, name) }),
      papers ? { papers } : {},
      { draft },
    );
    for (const { id, outputs, outcome, diagnostics } of report.documents) {
      if (outcome === "failed") faults.push(`${name}/${id}: ${diagnostics.map((one) => one.message.en).join(" ")}`);
      written += outputs.filter(({ mediaType }) => mediaType === "application/pdf").length;
    }
    faults.push(...report.diagnostics.map(({ message }) => `${name}: ${message.en}`));
    if (report.outcome === "failed" && faults.length === before) faults.push(`${name}: a source has mistakes`);
  }

  /** Packets of the meetings of a project that is written already. */
  async function writePackets(name: string, content: string): Promise<void> {
    const output = join(folder, name);
    const host = createHost({ content, templates: "templates", output });
    for (const meeting of readdirSync(join(output, "public")).filter((one) => !["papers", "oparl"].includes(one))) {
      const report = await buildProject(host, { meeting });
      faults.push(...report.diagnostics.map(({ message }) => `${name}: ${message.en}`));
    }
    for (const file of readdirSync(output, { recursive: true }).map(String)) {
      if (/sitzungsmappe-[^/]*\.pdf$/.test(file)) written++;
      // What others made is copied as it is, and nobody promises anything of it.
      if (/-anlage-[^/]*\.pdf$/.test(file)) rmSync(join(output, file));
    }
  }

  async function writeDocument(
    path: string,
    document: Document,
    look: Theme = theme,
    faces: ThemeFonts<FontFile> = fonts,
  ): Promise<void> {
    const { value, diagnostics } = await layoutPdf(document, look, faces);
    if (!value || hasErrors(diagnostics)) {
      faults.push(`${path}: ${diagnostics.map(({ message }) => message.en).join(" ")}`);
      return;
    }
    writeFileSync(join(folder, path), value.bytes);
    written++;
  }

  await writeProject("demonstration", "content");
  await writePackets("demonstration", "content");
  await writeProject("demonstration-draft", "content", undefined, true);
  if (existsSync(CASES)) {
    for (const name of readdirSync(CASES)) await writeProject(`case-${name}`, join(CASES, name, "content"));
  } else {
    say(`Skipped: ${CASES} is not there.`);
  }
  await writeProject("hard-sources", HARD, HARD_SOURCES);
  await writeProject("hard-sources-draft", HARD, HARD_SOURCES, true);
  mkdirSync(join(folder, "hard"));
  mkdirSync(join(folder, "hard-postscript"));
  for (const [name, document] of hardDocuments()) {
    await writeDocument(`hard/${name}.pdf`, document);
    await writeDocument(`hard-postscript/${name}.pdf`, document, theme, postScriptFonts);
  }
  mkdirSync(join(folder, "random"));
  for (let seed = 1; seed <= randomPapers; seed++) {
    const name = `random/seed-${String(seed).padStart(3, "0")}.pdf`;
    const look: Theme = { ...theme, alignment: seed % 2 === 0 ? "start" : "justify" };
    await writeDocument(name, generate(seed, PICTURES).document, look);
  }
  return { written, faults };
}
