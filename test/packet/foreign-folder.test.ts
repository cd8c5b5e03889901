/**
 * A meeting of 60 items with every file of the folder that the environment variable FOREIGN_FILES names as an attachment:
 * files of other programs are not in the repository. The packet is held against all readers of PDF that this machine has.
 */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { missingTools, runVeraPdf } from "../conformance/verapdf.ts";
import { type MemoryFolder, memoryHost } from "../host.ts";
import { type ReadPdf, readPdf } from "../pdf/read-pdf.ts";
import { smallBody } from "../project/small-body.ts";

const folder = process.env.FOREIGN_FILES;
const ITEMS = 60;
const PACKET = "public/sitzung-1/sitzungsmappe-sitzung-1.pdf";
const PDFJS = "node_modules/pdfjs-dist";
const WAIT = 600_000;

function has(command: string, option: string): boolean {
  return spawnSync(command, [option]).error === undefined;
}

/** The packet of a meeting with these files, and what was said about them. */
async function packetWith(names: readonly string[]): Promise<{ bytes: Uint8Array; said: string }> {
  const body = smallBody();
  const files: Record<string, string | Uint8Array> = {
    "content/kreis.md": String(body["content/kreis.md"]),
    "content/s/sitzung.md": String(body["content/s/sitzung.md"]),
  };
  for (const name of names) files[`content/s/${name}`] = readFileSync(join(folder ?? "", name));
  for (let number = 1; number <= ITEMS; number++) {
    const own = names.filter((_, index) => (index * 7) % ITEMS === number - 1);
    const list = own.map((name) => `  - {titel: Anhang ${name}, datei: ${name}, sichtbarkeit: öffentlich}\n`);
    files[`content/s/top-${number}.md`] =
      `---\nart: tagesordnungspunkt\nkennung: top-${number}\nsitzung: sitzung-1\nnummer: ${number}\ntitel: Gegenstand ${number}\nsichtbarkeit: öffentlich\n${list.length > 0 ? `anlagen:\n${list.join("")}` : ""}---\nText zu ${number}.\n`;
  }
  const host = memoryHost(files);
  const { diagnostics } = await buildProject(host, { meeting: "sitzung-1" });
  const read = (host.output as MemoryFolder).read(PACKET);
  const said = diagnostics.map(({ message, place }) => `${place?.file} ${message.de}`).join("\n");
  if (!("bytes" in read)) throw new Error(`There is no packet.\n${said}`);
  return { bytes: read.bytes, said };
}

/** Everything that pdf.js warns of while it draws. */
async function warningsOfPdfJs(bytes: Uint8Array): Promise<readonly string[]> {
  const said: string[] = [];
  const { log, warn } = console;
  console.log = console.warn = (...words: unknown[]) => said.push(words.join(" "));
  try {
    const document = await getDocument({
      data: Uint8Array.from(bytes),
      verbosity: VerbosityLevel.WARNINGS,
      standardFontDataUrl: `${PDFJS}/standard_fonts/`,
      wasmUrl: `${PDFJS}/wasm/`,
      cMapUrl: `${PDFJS}/cmaps/`,
    }).promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      await page.getOperatorList();
      await page.getTextContent();
    }
  } finally {
    Object.assign(console, { log, warn });
  }
  // This is about a decoder of its own that it could not load.
  return said.filter((line) => !line.includes("Falling back to JS"));
}

function run(command: string, ...options: readonly string[]): { status: number | null; said: string; text: string } {
  const { status, stderr, stdout } = spawnSync(command, options, { encoding: "utf8", maxBuffer: 2 ** 28 });
  return { status, said: stderr, text: stdout };
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** Page numbers are true, links and bookmarks lead where they say, and behind the sheet of each file all its pages stand. */
function expectPlaces({ pages, outline }: ReadPdf, names: readonly string[]): void {
  for (const [index, page] of pages.entries()) expect(page.text).toContain(`Mappe ${index + 1}/${pages.length}`);
  for (const { contents, page = 0 } of pages.flatMap(({ links }) => links.filter((link) => link.page !== undefined)))
    expect(flat(pages[page - 1]?.text ?? "")).toContain(
      flat(contents)
        .replace(/,? Seite \d+.*$/, "")
        .replace(/^Anlage [\d.]+: /, ""),
    );
  const sheets = outline.flatMap(({ items }) => items);
  const all = flat(pages.map(({ text }) => text).join("\n"));
  for (const name of names) {
    const sheet = sheets.find(({ title }) => title.endsWith(`: Anhang ${name}`));
    if (!sheet) {
      const said = all.slice(all.indexOf(`Anhang ${name}: liegt als Datei „`));
      expect(said).toMatch(/^[^„]+„[^“]+“ neben der Mappe/);
      continue;
    }
    expect(flat(pages[sheet.page - 1]?.text ?? "")).toContain(`Anhang ${name}`);
    if (!name.endsWith(".pdf")) continue;
    const stamp = sheet.title.split(":")[0] ?? "";
    let count = 0;
    while (pages[sheet.page + count]?.text.includes(stamp) && !isSheet(sheet.page + count + 1)) count++;
    const counted = has("qpdf", "--version") ? run("qpdf", "--show-npages", join(folder ?? "", name)) : undefined;
    if (counted?.status === 0) expect([name, count]).toEqual([name, Number(counted.text)]);
    else expect(count).toBeGreaterThan(0);
  }
  function isSheet(page: number): boolean {
    return outline.some((one) => one.page === page || one.items.some((below) => below.page === page));
  }
}

describe.skipIf(folder === undefined)("files of other programs (FOREIGN_FILES=…)", () => {
  const names = folder === undefined ? [] : readdirSync(folder).sort();

  it(
    "come into a packet that every reader opens, with nothing missing, and that claims what is true",
    async () => {
      const out = mkdtempSync(join(tmpdir(), "vorlage-foreign-"));
      const { bytes, said } = await packetWith(names);
      const path = join(out, "alle", "mappe.pdf");
      mkdirSync(join(out, "alle"));
      writeFileSync(path, bytes);
      writeFileSync(join(out, "meldungen.txt"), said);
      process.stdout.write(`${out}\n`);
      expectPlaces(await readPdf(bytes), names);
      expect(await warningsOfPdfJs(bytes)).toEqual([]);
      if (has("pdfinfo", "-v")) expect(run("pdfinfo", path)).toMatchObject({ status: 0, said: "" });
      if (has("pdftotext", "-v"))
        expect(run("pdftotext", path, join(out, "text.txt"))).toMatchObject({ status: 0, said: "" });
      if (has("qpdf", "--version")) expect(run("qpdf", "--check", path)).toMatchObject({ status: 0, said: "" });
      // That mutool was built without colour profiles is its own affair.
      if (has("mutool", "-v"))
        expect(
          run("mutool", "draw", "-r", "20", "-o", "/dev/null", "-F", "png", path)
            .said.replace("warning: ICC support is not available", "")
            .match(/^.*(warning|error).*$/gim) ?? [],
        ).toEqual([]);

      // Without the files that are named as not accessible, everything is promised, and true.
      const sound = names.filter((name) => !said.includes(name));
      const claimed = await packetWith(sound);
      expect((await readPdf(claimed.bytes)).metadata).toContain("<pdfaid:part>2</pdfaid:part>");
      mkdirSync(join(out, "gut"));
      writeFileSync(join(out, "gut", "mappe.pdf"), claimed.bytes);
      if (missingTools() === undefined)
        expect(runVeraPdf(join(out, "gut"), "test/conformance/pom.xml").flatMap(({ broken }) => broken)).toEqual([]);
    },
    WAIT,
  );
});
