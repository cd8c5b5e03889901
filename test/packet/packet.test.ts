/** Packets: everything of a meeting in one file, read back as another program would. */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BuildEvent, Report } from "../../src/model/report.ts";
import { buildProject } from "../../src/project/build.ts";
import { verifyOutput } from "../../src/project/verify.ts";
import { type Files, type MemoryFolder, memoryHost } from "../host.ts";
import { png } from "../image/pictures.ts";
import { readPdf } from "../pdf/read-pdf.ts";
import { smallBody } from "../project/small-body.ts";
import { drawing, form, letter, locked, plan, restricted, shifted, sizes, truncated } from "./foreign-files.ts";
import { pdfOf } from "./small-pdf.ts";

const PUBLIC = "public/sitzung-1/sitzungsmappe-sitzung-1.pdf";
const INTERNAL = "internal/sitzung-1/sitzungsmappe-sitzung-1.pdf";
const selection = { meeting: "sitzung-1" };

interface Attached {
  readonly title: string;
  readonly file: string;
  readonly visibility?: "öffentlich" | "nichtöffentlich";
}

/** The small body with these attachments at its first item. */
function bodyWith(attached: readonly Attached[], files: Files = {}): Files {
  const body = smallBody();
  const list = attached.map(
    ({ title, file, visibility = "öffentlich" }) =>
      `  - {titel: ${title}, datei: ${file}, sichtbarkeit: ${visibility}}`,
  );
  const item = String(body["content/s/top-1.md"]);
  const fields = attached.length > 0 ? `anlagen:\n${list.join("\n")}\n` : "";
  return { ...body, "content/s/top-1.md": item.replace("anträge:", `${fields}anträge:`), ...files };
}

const packetOf = ({ documents }: Report) =>
  documents.flatMap(({ outputs }) => outputs).find(({ path }) => path === PUBLIC);
const codes = ({ diagnostics }: Report): readonly string[] => diagnostics.map(({ code }) => code);

describe("a packet", () => {
  it("holds every paper whole, with true page numbers, links, bookmarks and tags", async () => {
    const host = memoryHost(bodyWith([]));
    const report = await buildProject(host, selection);
    expect(codes(report)).toEqual([]);
    const packet = await readPdf(host.output.bytes(PUBLIC));
    expect(packet.faults).toEqual([]);
    expect(packet.pages.flatMap(({ faults }) => faults)).toEqual([]);
    expect(packet.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    for (const [index, page] of packet.pages.entries())
      expect(page.text).toContain(`Mappe ${index + 1}/${packet.pages.length}`);

    // Each line of the agenda leads to the page that it names, and there the item is.
    const [cover] = packet.pages;
    const numbers = cover?.links.map(({ contents, page }) => [contents, page] as const) ?? [];
    expect(numbers).toHaveLength(4);
    for (const [title, page = 0] of numbers) {
      expect(packet.pages[page - 1]?.text).toContain(title);
      expect(cover?.text).toMatch(new RegExp(`${title}[\\s\\S]*?\\b${page}\\b`));
    }
    for (const entry of packet.outline.slice(1)) {
      expect(packet.pages[entry.page - 1]?.text).toContain(entry.title);
      for (const below of entry.items)
        expect(packet.pages[below.page - 1]?.text.replace(/\s+/g, " ")).toContain(below.title);
    }
    // What stands in a paper stands in the packet.
    const paper = await readPdf(host.output.bytes("public/sitzung-1/01-tagesordnungspunkt-top-1.pdf"));
    const all = packet.pages.map(({ text }) => text).join("\n");
    for (const line of paper.pages.flatMap(({ lines }) => lines)) expect(all).toContain(line.text);
  });

  it("comes in two editions, and the public one has no word of the other", async () => {
    const files = bodyWith([{ title: "Quarzfund", file: "geheim.pdf", visibility: "nichtöffentlich" }], {
      "content/s/geheim.pdf": await letter("Xylophon"),
    });
    const host = memoryHost(files);
    await buildProject(host, selection);
    const text = async (path: string): Promise<string> =>
      (await readPdf(host.output.bytes(path))).pages.map((page) => page.text).join("\n");
    expect(await text(INTERNAL)).toMatch(/Quarzfund[\s\S]*Xylophon[\s\S]*Verschlossen/);
    expect(await text(PUBLIC)).not.toMatch(/Quarzfund|Xylophon|Verschlossen|Gegenstand 4/);
    // Not in the file either, unpacked or not.
    const folder = mkdtempSync(join(tmpdir(), "vorlage-packet-"));
    writeFileSync(join(folder, "p.pdf"), host.output.bytes(PUBLIC));
    if (spawnSync("qpdf", ["--version"]).status === 0) {
      const plain = execFileSync("qpdf", ["--qdf", "--object-streams=disable", join(folder, "p.pdf"), "-"]);
      for (const word of ["Quarzfund", "Xylophon", "Verschlossen"]) {
        expect(plain.includes(word)).toBe(false);
        expect(plain.includes(Buffer.from(word, "utf16le").swap16())).toBe(false);
      }
    }
  });

  it("appends foreign files page by page, whatever they are, and says what it cannot promise", async () => {
    const files: Record<string, Uint8Array | string> = {
      "zeichnung.pdf": await drawing(),
      "brief.pdf": await letter("Ein Brief"),
      "plan.pdf": await plan(),
      "formular.pdf": await form(),
      "offen.pdf": await restricted(),
      "zu.pdf": await locked(),
      "halb.pdf": await truncated(),
      "verschoben.pdf": await shifted(),
      "kein.pdf": "Das ist kein PDF.",
      "tabelle.csv": "a;b",
      "punkt.png": smallBody()["content/s/punkt.png"] as Uint8Array,
    };
    const attached = Object.keys(files).map((file) => ({ title: `Anhang ${file.split(".")[0]}`, file }));
    const host = memoryHost(
      bodyWith(
        attached,
        Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`content/s/${name}`, bytes])),
      ),
    );
    const report = await buildProject(host, selection);
    const found = codes(report);
    expect(found).toContain("attachment-password");
    expect(found.filter((code) => code === "attachment-unreadable").length).toBeGreaterThanOrEqual(1);
    expect(found).toContain("attachment-conformance");
    const places = report.diagnostics.map(({ place }) => place?.file);
    expect(new Set(places)).toEqual(new Set(["content/s/top-1.md"]));

    const bytes = host.output.bytes(PUBLIC);
    const packet = await readPdf(bytes);
    expect(packet.faults).toEqual([]);
    expect(packet.metadata).not.toContain("pdfuaid:part>");
    const texts = packet.pages.map(({ text }) => text);
    const sheet = texts.find((text) => text.includes("Zu diesem Tagesordnungspunkt gehören")) ?? "";
    // Nothing is left out in silence: what is not in the packet is named as lying beside it.
    expect(sheet).toMatch(/Anhang zu: liegt als Datei „01-anlage-top-1-zu\.pdf“ neben der Mappe/);
    expect(sheet).toMatch(/Anhang kein: liegt als Datei „01-anlage-top-1-kein\.pdf“/);
    expect(sheet).toMatch(/Anhang tabelle: liegt als Datei „01-anlage-top-1-tabelle\.csv“/);
    expect(sheet).toMatch(/Anhang brief, Seite \d+ \(nicht barrierefrei\)/);
    expect(texts.join("\n")).toMatch(/Ein Brief[\s\S]*Plan quer[\s\S]*Eingetragen[\s\S]*Offen fuer alle/);
    expect(texts.filter((text) => text.includes("TOP 1 – Anlage 4")).length).toBeGreaterThanOrEqual(3);
    // The A3 page, turned, and the cropped one have their own sizes.
    const widths = packet.pages.map(({ width }) => Math.round(width));
    expect(widths).toContain(1191);
    expect(widths).toContain(300);
    expect(packet.tags).toMatch(/Figure.*Anlage 3: Anhang brief, Seite 1 von 1\./);

    const path = join(mkdtempSync(join(tmpdir(), "vorlage-packet-")), "mappe.pdf");
    writeFileSync(path, bytes);
    if (spawnSync("qpdf", ["--version"]).status === 0) {
      expect(spawnSync("qpdf", ["--check", path], { encoding: "utf8" })).toMatchObject({ status: 0 });
    }
  });

  it("says on every foreign page what it is, however small or large, and covers nothing of it", async () => {
    const host = memoryHost(
      bodyWith([{ title: "Blätter", file: "b.pdf" }], {
        "content/s/b.pdf": await sizes(),
      }),
    );
    expect(codes(await buildProject(host, selection))).toEqual([]);
    const { pages, metadata } = await readPdf(host.output.bytes(PUBLIC));
    const foreign = pages.filter(
      ({ lines }) => lines.length > 0 && lines.every(({ text }) => /^(TOP|Mappe) /.test(text)),
    );
    expect(foreign).toHaveLength(3);
    for (const { text, lines, width } of foreign) {
      expect(text).toMatch(/TOP 1 – Anlage 2\s+Mappe \d+\/\d+/);
      for (const { x } of lines) expect(x > 0 && x < width).toBe(true);
    }
    // The page of 10 points stands on a sheet on which its words have room; plans keep their scale as long as they can.
    const [small, large, huge] = foreign.map(({ width }) => Math.round(width));
    expect(small).toBeGreaterThan(120);
    expect(large).toBe(2384);
    expect(huge).toBeLessThanOrEqual(14_400);
    expect(metadata).toContain("<pdfaid:part>2</pdfaid:part>");
  });

  it("numbers annexes alike in both editions, and in the paper, the packet and the page of the meeting", async () => {
    const host = memoryHost(
      bodyWith(
        [
          { title: "Gutachten", file: "geheim.pdf", visibility: "nichtöffentlich" },
          { title: "Lageplan", file: "plan.pdf" },
        ],
        { "content/s/geheim.pdf": await letter("Geheim"), "content/s/plan.pdf": await plan() },
      ),
    );
    await buildProject(host, selection);
    for (const edition of ["public", "internal"]) {
      const read = async (name: string): Promise<string> =>
        (await readPdf(host.output.bytes(`${edition}/sitzung-1/${name}`))).pages.map(({ text }) => text).join("\n");
      const page = host.output.text(`${edition}/sitzung-1/index.html`);
      // The motion is the first annex.
      expect(page).toContain("Anlage 2: Lageplan");
      expect(await read("sitzungsmappe-sitzung-1.pdf")).toContain("Anlage 2: Lageplan");
      expect((await read("01-tagesordnungspunkt-top-1.pdf")).replace(/\s+/g, " ")).toContain(" 2. Lageplan");
      expect(page.includes("Anlage 3: Gutachten")).toBe(edition === "internal");
    }
  });

  it("links to what lies beside it, and reports what is in it as a picture only", async () => {
    const host = memoryHost(
      bodyWith(
        [
          { title: "Zahlen", file: "tabelle 1.csv" },
          { title: "Interne Zahlen", file: "intern.csv", visibility: "nichtöffentlich" },
          { title: "Brief", file: "brief.pdf" },
        ],
        {
          "content/s/tabelle 1.csv": "a;b",
          "content/s/intern.csv": "c;d",
          "content/s/brief.pdf": await letter("Ein Brief"),
        },
      ),
    );
    const report = await buildProject(host, selection);
    for (const [path, hrefs] of [
      [PUBLIC, ["01-anlage-top-1-tabelle-1.csv"]],
      [INTERNAL, ["../../public/sitzung-1/01-anlage-top-1-tabelle-1.csv", "01-anlage-top-1-intern.csv"]],
    ] as const) {
      const { pages } = await readPdf(host.output.bytes(path));
      const seenFrom = (href: string): string => decodeURIComponent(new URL(href, `file:///${path}`).pathname.slice(1));
      const links = pages.flatMap((page) => page.links.flatMap(({ url }) => (url === undefined ? [] : [url])));
      const found = links.map(seenFrom);
      expect(found.filter((file) => file.includes("top-1-"))).toEqual(hrefs.map(seenFrom));
      for (const file of found) expect(host.output.list()).toContain(file);
      const output = report.documents.flatMap(({ outputs }) => outputs).find((one) => one.path === path);
      expect(output?.inaccessible).toEqual([expect.stringMatching(/^TOP 1 – Anlage \d: Brief$/)]);
    }
  });

  it("names the page of a foreign file of which something is lost, once for both editions", async () => {
    const page = "/MediaBox[0 0 300 300]/Contents 9 0 R";
    const host = memoryHost(
      bodyWith([{ title: "Lücke", file: "luecke.pdf" }], { "content/s/luecke.pdf": pdfOf({ page }) }),
    );
    const report = await buildProject(host, selection);
    expect(codes(report)).toContain("attachment-content-missing");
    const lost = report.diagnostics.filter(({ code }) => code === "attachment-content-missing");
    expect(lost.map(({ message, place }) => [message.de.includes("Seite 1"), place?.line])).toEqual([[true, 9]]);
  });

  it("keeps its promises with foreign files that break none", async () => {
    const host = memoryHost(
      bodyWith([{ title: "Zeichnung", file: "zeichnung.pdf" }], { "content/s/zeichnung.pdf": await drawing() }),
    );
    const report = await buildProject(host, selection);
    expect(codes(report)).toEqual([]);
    expect((await readPdf(host.output.bytes(PUBLIC))).metadata).toContain("<pdfaid:part>2</pdfaid:part>");
  });
});

describe("building", () => {
  it("makes packets of the meeting that is asked for, and keeps them current from then on", async () => {
    const host = memoryHost(bodyWith([]));
    await buildProject(host);
    expect(host.output.list().filter((path) => path.includes("sitzungsmappe"))).toEqual([]);
    await buildProject(host, selection);
    const first = host.output.bytes(PUBLIC);
    const state = host.output.state(PUBLIC);
    await buildProject(host);
    expect(host.output.state(PUBLIC)).toEqual(state);

    const content = host.content as MemoryFolder;
    content.files.set("s/top-2.md", `${content.files.get("s/top-2.md")}\nEin neuer Satz.\n`);
    const report = await buildProject(host);
    // The meeting, too, since its packet is new.
    const built = report.documents.filter(({ outcome }) => outcome === "built").map(({ id }) => id);
    expect(built.sort()).toEqual(["sitzung-1", "top-2"]);
    const second = host.output.bytes(PUBLIC);
    expect(Buffer.from(second).equals(first)).toBe(false);

    // From nothing it is the same, byte by byte.
    const fresh = memoryHost(Object.fromEntries([...content.files].map(([path, file]) => [`content/${path}`, file])));
    Object.assign(fresh, { templates: host.templates });
    await buildProject(fresh, selection);
    expect(Buffer.from(fresh.output.bytes(PUBLIC)).equals(second)).toBe(true);
  });

  it.each([
    ["an item failed", "e-1", "e-9", "packet-incomplete"],
    ["the agenda waits for an item", "nummer:", "nummr:", "packet-without-agenda"],
  ])("does not renew a packet of which %s, and says so", async (_, right, wrong, code) => {
    const host = memoryHost(bodyWith([]));
    await buildProject(host, selection);
    const before = host.output.state(PUBLIC);
    const content = host.content as MemoryFolder;
    content.files.set("s/top-2.md", String(content.files.get("s/top-2.md")).replace(right, wrong));
    const report = await buildProject(host, selection);
    expect(codes(report).filter((one) => one.startsWith("packet"))).toEqual([code]);
    expect(host.output.state(PUBLIC)).toEqual(before);
  });

  it("does not put papers together with contents that are newer than they are", async () => {
    const host = memoryHost(bodyWith([]));
    await buildProject(host, selection);
    const before = host.output.state(PUBLIC);
    const content = host.content as MemoryFolder;
    for (const name of ["s/top-1.md", "s/top-2.md"])
      content.files.set(name, String(content.files.get(name)).replace("titel: Gegenstand", "titel: Sache"));
    const report = await buildProject(host, { papers: ["top-1"] });
    expect(codes(report)).toEqual(["packet-incomplete"]);
    expect(report.diagnostics[0]?.message.de).toContain("2");
    expect(host.output.state(PUBLIC)).toEqual(before);
    expect(codes(await buildProject(host))).toEqual([]);
    expect(host.output.state(PUBLIC)).not.toEqual(before);
  });

  it("takes a packet away at once when an item of it is public no more, and makes it anew without", async () => {
    const host = memoryHost(bodyWith([]));
    await buildProject(host, selection);
    const content = host.content as MemoryFolder;
    const text = String(content.files.get("s/top-2.md"));
    content.files.set("s/top-2.md", text.replace("sichtbarkeit: öffentlich", "sichtbarkeit: nichtöffentlich"));
    const report = await buildProject(host, { papers: ["top-1"] });
    // It is there again, so it is not told as gone.
    expect(report.removed).not.toContain(PUBLIC);
    expect(report.removed.filter((path) => host.output.state(path) !== undefined)).toEqual([]);
    const packet = await readPdf(host.output.bytes(PUBLIC));
    expect(packet.pages.map(({ text: page }) => page).join("\n")).not.toContain("Gegenstand 2");
  });

  it("reports every packet that it makes with its meeting, also if only a paper was asked for", async () => {
    const host = memoryHost(bodyWith([]));
    await buildProject(host, selection);
    const content = host.content as MemoryFolder;
    content.files.set("s/top-2.md", `${content.files.get("s/top-2.md")}\nEin neuer Satz.\n`);
    const told: string[] = [];
    const onEvent = (event: BuildEvent) => event.type === "packet" && told.push(event.output.path);
    const { documents } = await buildProject(host, { papers: ["top-2"] }, { onEvent });
    expect(told).toEqual([PUBLIC, INTERNAL]);
    expect(documents.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["sitzung-1", "built"],
      ["top-2", "built"],
    ]);
    expect(documents[0]?.outputs.map(({ path }) => path)).toEqual(told);
  });

  it.each([
    ["before the papers of the meeting", "p/zz.md"],
    ["after all others", "s/zz.md"],
  ])("begins no packet after the mistake that it is to stop at, and the next time it does: %s", async (_, path) => {
    const pixel = (gray: number) => png({ width: 1, height: 1, rows: [0, gray, gray, gray] });
    const host = memoryHost(bodyWith([{ title: "Punkt", file: "bild.png" }], { "content/s/bild.png": pixel(9) }));
    await buildProject(host, selection);
    const content = host.content as MemoryFolder;
    content.files.set(path, "---\nart: antrag\nkennung: zz\n---\n");
    content.files.set("s/bild.png", pixel(10));
    const told: string[] = [];
    const onEvent = (event: BuildEvent) => event.type === "packet" && told.push(event.output.path);
    await buildProject(host, {}, { failFast: true, onEvent });
    expect(told).toEqual([]);
    await buildProject(host, {}, { onEvent });
    expect(told).toEqual([PUBLIC, INTERNAL]);
  });

  it("is made by the next build if it could not be written, and the old one is told of until then", async () => {
    const host = memoryHost(smallBody());
    const first = await buildProject(host, selection);
    const before = host.output.bytes(PUBLIC);
    const item = `${smallBody()["content/s/top-1.md"]}\nUnd noch ein Satz.\n`;
    const next = { ...memoryHost({ ...smallBody(), "content/s/top-1.md": item }), output: host.output };
    const writeAll = host.output.writeAll.bind(host.output);
    host.output.writeAll = async (files) => [
      ...(await writeAll(files.filter(({ path }) => path !== PUBLIC))),
      ...files.flatMap(({ path }) => (path === PUBLIC ? [{ path, reason: "busy" as const }] : [])),
    ];
    const failed = await buildProject(next);
    expect(codes(failed)).toEqual(["write-failed"]);
    expect(packetOf(failed)).toEqual(packetOf(first));
    expect(verifyOutput(host.output).diagnostics).toEqual([]);
    host.output.writeAll = writeAll;
    expect(codes(await buildProject(next))).toEqual([]);
    expect(Buffer.compare(host.output.bytes(PUBLIC), before)).not.toBe(0);
    expect(verifyOutput(host.output).diagnostics).toEqual([]);
  });

  it("removes the packet of a meeting that is gone", async () => {
    const host = memoryHost(bodyWith([]));
    await buildProject(host, selection);
    const content = host.content as MemoryFolder;
    for (const path of [...content.files.keys()]) if (path.startsWith("s/")) content.files.delete(path);
    await buildProject(host);
    expect(host.output.list().filter((path) => path.includes("sitzungsmappe"))).toEqual([]);
  });
});
