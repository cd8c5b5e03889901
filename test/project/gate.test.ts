/** Nothing non-public in public files: by the data that templates get, by a last look at the finished bytes, and by this search. */

import { describe, expect, it } from "vitest";
import { readPageStrings } from "../../src/html/read-strings.ts";
import type { Host } from "../../src/model/host.ts";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { readPdfStrings } from "../../src/pdf/read-strings.ts";
import { buildProject } from "../../src/project/build.ts";
import { tellingWords } from "../../src/project/gate.ts";
import { type Files, type MemoryFolder, memoryHost } from "../host.ts";
import { png } from "../image/pictures.ts";
import { inflatePdf } from "../pdf/inflate.ts";
import { print } from "../pdf/print.ts";
import { bodyText, readPdf } from "../pdf/read-pdf.ts";
import { chart, h, link, p, paper, strong } from "../pdf/tree.ts";
import { smallBody } from "./small-body.ts";

const publicFiles = (output: MemoryFolder): readonly string[] =>
  output.list().filter((path) => path.startsWith("public/"));

const bytesOf = (output: MemoryFolder, path: string): Uint8Array => {
  const read = output.read(path);
  return "bytes" in read ? read.bytes : new Uint8Array();
};

describe("the words of a finished PDF are found wherever they stand", () => {
  const width = { size: "A4", margins: { top: 25, bottom: 20, left: 25, right: 110 } } as const;

  it.each([
    ["in text", paper([p("Das Mietangebot liegt vor.")])],
    ["in text of two styles", paper([p([strong("Miet"), "angebot"])])],
    ["in a heading and its bookmark", paper([h(1, "Mietangebot")])],
    ["in the title", paper([p("x")], { title: "Mietangebot" })],
    ["in metadata", paper([p("x")], { metadata: { keywords: ["Mietangebot"], date: "2026-03-12" } })],
    ["in the footer", paper([p("x")], { running: { body: "x", paper: "x", title: "Mietangebot" } })],
    ["in what a link says", paper([p([link("https://example.org/Mietangebot", "x")])])],
    ["in the words of a chart", paper([chart("Mietangebot: 3", [["offen", 3]])])],
    ["in the language's own letters", paper([p("Das MIETANGEBOT, 486.500 €")])],
  ])("%s", async (_, document) => {
    const { bytes } = await print(document);
    const words = tellingWords(readPdfStrings(bytes).join(" | "));
    const isSplit = JSON.stringify(document).includes('"Miet"');
    // What two styles share is found in the page, where a word is whole.
    if (!isSplit) expect(words).toContain("mietangebot");
  });

  it("at the end of a line, too", async () => {
    const { theme } = await import("../pdf/theme.ts");
    const text =
      "Die Gebäudewirtschaft prüft Straßenbeleuchtungsmaßnahmen und Verkehrssicherungspflichten des Kreises.";
    const { bytes, pages } = await print(paper([p(text)]), { ...theme, page: width });
    expect(pages[0]?.text).toMatch(/\p{L}-\n/u);
    const words = tellingWords(readPdfStrings(bytes).join(" | "));
    for (const word of tellingWords(text)) expect(words).toContain(word);
  });

  it("and those of a page", () => {
    const html = '<title>Miet&amp;angebot</title><p>Ein <strong>Miet</strong>angebot</p><img alt="Grund&quot;stück">';
    const words = tellingWords(readPageStrings(html).join(" | "));
    expect([...words].sort()).toEqual(["angebot", "grund", "mietangebot", "stueck"]);
  });
});

it("a secret in finished bytes fails the public paper, and says where it stems from", async () => {
  const files = smallBody();
  files["content/s/top-4.md"] = `${files["content/s/top-4.md"]}Das Mietangebot beträgt 486.500 Euro.\n`;
  // A program with a fault, which prints what it was not given.
  const faulty: NonNullable<Host["startPress"]> = ({ theme, fonts }) => ({
    size: 1,
    async print(document) {
      const { value } = await layoutPdf(document, theme, fonts);
      if (!value) throw new Error("No PDF");
      const html = document.title.includes("Gegenstand 1") ? "<p>Ein Miet<em>angebot</em></p>" : "<p></p>";
      return { value: { pdf: value, html }, diagnostics: [] };
    },
    close: () => Promise.resolve(),
  });
  const host = { ...memoryHost(files), startPress: faulty };
  const { documents } = await buildProject(host, {}, { jobs: 2 });
  const failed = documents.filter(({ outcome }) => outcome === "failed");
  expect(failed.map(({ id }) => id)).toEqual(["top-1"]);
  expect(failed[0]?.diagnostics.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
    ["secret-in-public", "content/s/top-4.md", 12, 5],
  ]);
  expect(publicFiles(host.output).filter((path) => path.includes("top-1"))).toEqual([]);
});

/** `CORPORA=2000 npx vitest …` for more of them. */
const COUNT = Number(process.env.CORPORA ?? 24);

it(`no secret of ${COUNT} bodies is in any public byte`, { timeout: 1_800_000 }, async () => {
  for (let seed = 1; seed <= COUNT; seed++) {
    const { files, secrets } = withSecrets(seed);
    const host = memoryHost(files);
    const report = await buildProject(host);
    // With its packets.
    await buildProject(host, { meeting: "sitzung-1" });
    // A public paper that uses what is not public is refused, and says so; the others print.
    expect(report.documents.some(({ outcome }) => outcome === "built")).toBe(true);
    expect(report.documents.flatMap(({ diagnostics }) => diagnostics).map(({ code }) => code)).not.toContain(
      "secret-in-public",
    );
    const internal = host.output.list().filter((path) => path.startsWith("internal/") && path.endsWith(".pdf"));
    const seen = (await Promise.all(internal.map((path) => bodyText(bytesOf(host.output, path))))).join(" ");
    expect(secrets.some((secret) => seen.includes(secret))).toBe(true);
    for (const path of publicFiles(host.output)) {
      const bytes = bytesOf(host.output, path);
      const isPdf = path.endsWith(".pdf");
      const texts = [path, Buffer.from(bytes).toString("utf8"), isPdf ? inflatePdf(bytes) : ""];
      if (isPdf) {
        const read = await readPdf(bytes);
        texts.push(await bodyText(bytes), JSON.stringify([read.outline, read.info, read.metadata, read.pages]));
        texts.push(readPdfStrings(bytes).join(" "));
      }
      for (const secret of secrets) {
        const utf16 = Buffer.from(secret, "utf16le").swap16();
        const forms = [secret, secret.toLowerCase(), utf16.toString("latin1"), utf16.toString("hex")];
        const found = texts.filter((text) => forms.some((form) => text.includes(form)));
        expect({ seed, path, secret, found: found.length }).toEqual({ seed, path, secret, found: 0 });
      }
    }
  }
});

/** A body in whose non-public fields, texts, names and attachments words stand that stand nowhere else. */
function withSecrets(seed: number): { readonly files: Files; readonly secrets: readonly string[] } {
  let count = 0;
  const secrets: string[] = [];
  const secret = (): string => {
    const word = `Geheim${seed}x${count++}wort`;
    secrets.push(word);
    return word;
  };
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const files = smallBody();
  for (const path of Object.keys(files)) {
    const text = files[path];
    if (typeof text !== "string" || !path.endsWith(".md") || !/^sichtbarkeit/m.test(text)) continue;
    // A third becomes non-public; what uses it is then refused, or loses it.
    const isSecret = /sichtbarkeit: nicht/.test(text) || random(3) === 0;
    if (!isSecret) continue;
    delete files[path];
    files[path.replace(/([\w-]+)\.md$/, `$1-${secret()}.md`)] = text
      .replace(/sichtbarkeit: öffentlich$/m, "sichtbarkeit: nichtöffentlich")
      .replace(/titel: .*/, () => `titel: ${secret()} und ${secret()}`)
      .replace(/antragsteller: .*/, () => `antragsteller: [{name: ${secret()}}]\nunterzeichner: [${secret()}]`)
      .replace(/frist: ([\d-]+)\}/, (_, day: string) => `frist: ${day}, vermerk: ${secret()}}`)
      .replace(/\n$/, () => ` ${secret()} **${secret()}** [${secret()}](https://example.org/${secret()}).\n`);
  }
  files["content/s/top-5.md"] = String(
    Object.entries(files).find(([path]) => /top-5/.test(path))?.[1] ?? smallBody()["content/s/top-5.md"],
  ).replace(/titel: Zweites Blatt, datei: blatt.txt/, () => {
    const name = secret();
    files[`content/s/${name}.png`] = png({ width: 1, height: 1, rows: [0, 1, 2, 3] });
    return `titel: ${secret()}, datei: ${name}.png`;
  });
  for (const path of Object.keys(files)) if (/top-5-/.test(path)) delete files[path];
  return { files, secrets };
}
