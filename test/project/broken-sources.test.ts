/** Whom a source that cannot be read keeps from printing: agendas that may lack it, and no others. */

import { describe, expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { openProject } from "../../src/project/project.ts";
import { type Files, memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

const session = (id: string): string =>
  `---\nart: sitzung\nkennung: ${id}\ntitel: Sitzung\ngremium: kreistag\ndatum: 2026-12-10\n---\n`;

const item = (id: string, meeting: string, number = 1): string =>
  `---\nart: tagesordnungspunkt\nkennung: ${id}\nsitzung: ${meeting}\nnummer: ${number}\ntitel: Haushalt\nsichtbarkeit: öffentlich\n---\n\nDer Text.\n`;

/** Three meetings with a folder each, and one whose item lies elsewhere. */
const county: Files = {
  "content/kreis.md": smallBody()["content/kreis.md"] ?? "",
  "content/s/1/sitzung.md": session("kreistag-1"),
  "content/s/1/eins.md": item("eins", "kreistag-1"),
  "content/s/2/sitzung.md": session("kreistag-2"),
  "content/s/2/zwei.md": item("zwei", "kreistag-2"),
  "content/verband/sitzung.md": session("wasserverband"),
  "content/verband/drei.md": item("drei", "wasserverband"),
  "content/alt/sitzung.md": session("jugendhilfe"),
  "content/sammlung/vier.md": item("vier", "jugendhilfe"),
};

const all = ["jugendhilfe", "kreistag-1", "kreistag-2", "wasserverband"];

/** Ids of meetings whose agenda waits for a file. */
function waiting(path: string, content: Files[string]): readonly string[] {
  const { sources } = openProject(memoryHost({ ...county, [path]: content }));
  const blocked = sources.filter(({ source, blockedBy }) => source.entry && blockedBy.includes(path));
  expect(sources.find(({ source }) => source.name === path)?.diagnostics).not.toEqual([]);
  return blocked.map(({ source }) => source.outline.id ?? "").sort();
}

const good = item("haushalt", "kreistag-1", 2);
const wordParagraphs = good.replace(/\n/g, "\n\n");
const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(good, "utf16le")]);
const docx = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0x9d, 0xff, 0x81, 0, 1, 2]);

describe("an item that cannot be read, in the folder of another meeting", () => {
  it.each<[string, Files[string]]>([
    ["unclosed", good.replace("öffentlich\n---", "öffentlich")],
    [
      "unclosed, with a line of dashes in its text",
      `${good.replace("öffentlich\n---", "öffentlich")}\n---\nNoch etwas.\n`,
    ],
    ["closed with too many dashes", good.replace("öffentlich\n---", "öffentlich\n-----")],
    ["without dashes at all", good.replaceAll("---\n", "")],
    ["with dashes as Word makes them", good.replaceAll("---", "—")],
    ["with empty lines between all others", wordParagraphs.replace("nummer:", "nummer")],
    ["with a line moved in", good.replace("\nsitzung", "\n   sitzung")],
    ["with a tab", good.replace("\nsitzung", "\n\tsitzung")],
    ["with a list moved out", good.replace("titel: Haushalt", "anträge:\n  - a\n - b\ntitel: Haushalt")],
    ["with no colon after the kind", good.replace("art:", "art")],
    ["with no colon after the meeting", good.replace("sitzung:", "sitzung")],
    ["with no colon after the number", good.replace("nummer:", "nummer")],
    ["with no space after the colon", good.replace("sitzung: ", "sitzung:")],
    ["with a quotation mark too many", good.replace("titel: ", 'titel: "')],
    ["with a colon in its title", good.replace("titel: ", "titel: Haushalt: ")],
    ["with words before its head", `Entwurf, bitte prüfen!\n\n${good}`],
    ["with an empty line before its head", `\n${good}`],
    ["with two byte order marks", `\ufeff\ufeff${good}`],
    ["in bold type", good.replace(/^(\w+): (.*)$/gm, "**$1:** $2")],
    ["quoted in an e-mail", good.replace(/^/gm, "> ")],
    ["in UTF-16", utf16],
    ["in Windows-1252", new Uint8Array(Buffer.from(good, "latin1"))],
    ["with a control character", good.replace("Der Text", "Der \u0002Text")],
    ["of a kind that is misspelt", good.replace("tagesordnungspunkt", "tagesordnungspunk")],
    ["without a kind", good.replace("art: tagesordnungspunkt\n", "")],
    ["with a key too many", good.replace("nummer:", "ort: Rathaus\nnummer:")],
    ["begun as a copy of its motion", good.replace("tagesordnungspunkt", "antrag")],
    ["begun as a copy of a resolution", good.replace("tagesordnungspunkt", "beschluss")],
    ["begun as a copy, and not closed", good.replace("tagesordnungspunkt", "antrag").replace("öffentlich\n---", "")],
    ["that says its kind twice", good.replace("\nkennung", "\nart: antrag\nkennung")],
    ["whose text names another meeting", `${good.replace("\n---\n\n", "\n\n")}\n\nSitzung: kreistag-2\n`],
  ])("keeps only its own from printing: %s", (_, text) => {
    expect(waiting("content/verband/haushalt.md", text)).toEqual(["kreistag-1"]);
  });
});

const own = ["kreistag-1"];
const two = ["kreistag-1", "kreistag-2"];
const inBraces = `---\n{${good.split("\n").slice(1, 7).join(", ")}\n---\nDer Text.\n`;

/** With the meetings whose ids stand in it. */
const unknowable: [string, Files[string], (readonly string[])?][] = [
  ["without the line of the meeting", good.replace(/sitzung: .*\n/, "")],
  ["with a misspelt key", good.replace("sitzung:", "sitzug:"), own],
  ["with the meeting on the next line", good.replace("sitzung: ", "sitzung:\n"), own],
  ["with the meeting in German quotation marks", good.replace(/sitzung: (.*)/, "sitzung: „$1“\n-"), own],
  ["with the meeting in its id alone", good.replace("haushalt\nsitzung: ", ""), own],
  ["with all in braces that are not closed", inBraces, own],
  ["with all in braces below a letter", `Sehr geehrte Damen,\n\n${inBraces}`, own],
  ["with its head as JSON below its title", `# Haushalt\n\n${good.replace(/^(\w+): (.*)$/gm, '  "$1": "$2",')}`, own],
  ["with its head in a table", good.replace(/^(\w+): (.*)$/gm, "| $1 | $2 |"), own],
  ["with two meetings", good.replace("\nnummer", "\nsitzung: kreistag-2\nnummer"), two],
  [
    "with both versions of two people",
    `<<<<<<< A\n${good}=======\n${good.replace("kreistag-1", "kreistag-2")}>>>>>>> B\n`,
    two,
  ],
  ["with the upper half of its head lost", good.slice(good.indexOf("nummer"))],
  ["with all in one line", good.replace(/\n/g, " "), own],
  ["with all in one line, as converters write it", `\\-\\-- ${good.replace(/\n/g, " ").slice(4)}`, own],
  ["saved as rich text", `{\\rtf1\\ansi ${good.replace(/\n/g, "\\par\n")}}`, own],
  ["saved as a web page", `<html><body>${good.replace(/^(.*)$/gm, "<p>$1</p>")}</body></html>`, own],
  ["saved as a web archive", `MIME-Version: 1.0\nContent-Type: multipart/related\n\n=61=72=74=3A`],
  ["saved as a document of Word", docx],
  ["filled with zeros", new Uint8Array(300)],
  ["emptied", ""],
  ["with nothing but spaces", " \n\n"],
  ["with a line of dashes and no more", "---\nDer Text.\n"],
  ["as text that only begins like an item", "TOP 5: Haushalt\n\nDer Text.\n"],
];

describe("an item of which nobody knows the meeting", () => {
  it.each(unknowable)("keeps from printing those of its folder, and those that it names: %s", (_, text, named = []) => {
    expect(waiting("content/verband/haushalt.md", text)).toEqual([...named, "wasserverband"]);
  });

  it.each(unknowable)("keeps all from printing in a folder without meetings: %s", (_, text) => {
    expect(waiting("content/sammlung/haushalt.md", text)).toEqual(all);
  });

  it.each([
    ["content/s/haushalt.md", ["kreistag-1", "kreistag-2"]],
    ["content/s/1/anlagen/haushalt.md", ["kreistag-1"]],
    ["content/haushalt.md", all],
    ["content/s2/haushalt.md", all],
  ])("keeps from printing those of folders around it: %s", (path, meetings) => {
    expect(waiting(path, good.replace(/sitzung: .*\n/, ""))).toEqual(meetings);
  });

  it.each<[string, Files[string]]>([
    ["with a misspelt kind", session("kreistag-1").replace("art:", "ar:")],
    ["with a misspelt id", session("kreistag-1").replace("kennung:", "kenung:")],
    ["without an id", session("kreistag-1").replace(/kennung: .*\n/, "")],
    ["with an id that is none", session("Kreistag 1")],
    ["not closed and without an id", "---\nart: sitzung\ntitel: Sitzung\n"],
    ["emptied", ""],
    ["filled with zeros", new Uint8Array(300)],
    ["overwritten by a note", "Notizen\n"],
    ["not to be opened", { failure: "denied" }],
  ])("keeps no other meeting from printing if its own cannot be read either: %s", (_, meeting) => {
    const path = "content/s/1/haushalt.md";
    for (const broken of [good.replace("nummer:", "nummer"), good.replace(/sitzung: .*\n/, "")]) {
      const files = { ...county, "content/s/1/sitzung.md": meeting, [path]: broken };
      const { sources } = openProject(memoryHost(files));
      const blocked = sources.filter(({ blockedBy }) => blockedBy.length > 0);
      expect(blocked.map(({ source }) => source.path)).toEqual(["s/1/eins.md"]);
      expect(blocked[0]?.blockedBy).toEqual(["content/s/1/sitzung.md"]);
      expect(blocked[0]?.diagnostics).toEqual([]);
    }
  });

  it("is waited for all the same by a meeting that it names, beside a meeting that cannot be read", () => {
    const files = {
      ...county,
      "content/s/1/sitzung.md": "",
      "content/s/1/x.md": item("wasserverband-top-2", "abcdefghi"),
    };
    const { sources } = openProject(memoryHost(files));
    const blocked = sources.filter(({ blockedBy }) => blockedBy.includes("content/s/1/x.md"));
    expect(blocked.map(({ source }) => source.outline.id)).toEqual(["wasserverband"]);
  });

  it("keeps all from printing where items lie beside meetings of others", () => {
    const files = { ...county, "content/verband/fremd.md": item("fremd", "kreistag-2", 9) };
    const path = "content/verband/haushalt.md";
    const { sources } = openProject(memoryHost({ ...files, [path]: good.replace(/sitzung: .*\n/, "") }));
    const blocked = sources.filter(({ source, blockedBy }) => source.entry && blockedBy.includes(path));
    expect(blocked.map(({ source }) => source.outline.id).sort()).toEqual(all);
  });
});

describe("a source that is no item", () => {
  it.each([
    ["a note", "content/notizen.md", "Notizen\n"],
    ["a note in the folder of a meeting", "content/s/1/notizen.md", "# Notizen\n\n- eins\n- zwei\n\n---\n\nEnde.\n"],
    ["a note in Windows-1252", "content/notizen.md", new Uint8Array(Buffer.from("für später\n", "latin1"))],
    ["a note with a line of a head", "content/notizen.md", "Telefonliste\n\nNummer: 1234\n"],
    ["a list of what is to do", "content/notizen.md", "- [ ] Titel prüfen\n- [ ] Sitzung: Raum buchen\n"],
    ["a list that names an item", "content/notizen.md", "1. TOP 3 verschieben\n2. Raum buchen\n"],
    ["a note that begins with a comment", "content/notizen.md", "<!-- entwurf -->\n\nNotizen\n"],
    ["a note with keywords of another program", "content/notizen.md", "---\ntags: [raum]\n---\nNotizen\n"],
    ["an e-mail", "content/s/1/raum.md", "Von: Müller\nAn: Meier\nBetreff: Raum\nDatum: 1.12.2026\n\nGuten Tag,\n"],
    ["an empty file away from all items", "content/unbenannt.md", ""],
    ["an empty motion", "content/p/antrag-4.md", "\n"],
    ["a file of zeros below an agenda's folder", "content/p/x.md", new Uint8Array(40)],
    ["a motion without a head", "content/s/1/antrag-4.md", "Sehr geehrte Damen und Herren,\n\nwir bitten um Räume.\n"],
    ["a motion as a letter", "content/s/1/antrag-4.md", "Betreff: Räume\n\nSehr geehrte Damen und Herren,\n"],
    ["a motion that is not closed", "content/s/1/antrag-4.md", "---\nart: antrag\nkennung: antrag-4\n\nWir bitten.\n"],
    ["a motion without an id", "content/s/1/antrag-4.md", "---\nart: antrag\nkennung antrag-4\n---\nWir bitten.\n"],
  ])("keeps nothing from printing: %s", (_, path, text) => {
    expect(waiting(path, text)).toEqual([]);
  });

  it("changes nothing that is published", async () => {
    const built = async (files: Files) => {
      const host = memoryHost({ ...published, ...files });
      await buildProject(host);
      return host.output.publicFiles().map((path) => [path, host.output.text(path)]);
    };
    const body = String(county["content/kreis.md"]);
    const address = "titel: Kreis Probe\nveröffentlichung: {basisadresse: 'https://sitzungen.example/kreis'}";
    const published = { ...county, "content/kreis.md": body.replace("titel: Kreis Probe", address) };
    const clean = await built({});
    expect(clean.map(([path]) => path)).toEqual(
      expect.arrayContaining(["public/kreistag-1/index.html", "public/oparl/agendaitem/eins.json"]),
    );
    expect(await built({ "content/notizen.md": "Notizen\n" })).toEqual(clean);
  });

  it.each(["top-3.md", "TOP 3.md", "03_top.md", "Tagesordnungspunkt 3.md"])(
    "is taken for one if it is called %s",
    (name) => {
      expect(waiting(`content/s/1/${name}`, "Der Text.\n")).toEqual(["kreistag-1"]);
    },
  );

  it.each([
    ["antrag", "top-3.md", ["kreistag-1"]],
    ["beschluss", "TOP 3.md", ["kreistag-1"]],
    ["antrag", "antrag-3.md", []],
  ])("is taken for one if it names a meeting, and is called so: %s in %s", (kind, name, meetings) => {
    const copy = good.replace("tagesordnungspunkt", kind).replace("nummer", "numer");
    expect(waiting(`content/verband/${name}`, copy)).toEqual(meetings);
  });

  it.each([
    ["content/s/1/x.md", ["kreistag-1"]],
    ["content/s/1/anlagen/x.md", ["kreistag-1"]],
    ["content/s/x.md", []],
    ["content/neu/top-3.md", all],
  ])("is taken for one if it is empty, and items lie there or it is called so: %s", (path, meetings) => {
    expect(waiting(path, "")).toEqual(meetings);
    const { sources } = openProject(memoryHost({ ...county, [path]: "" }));
    const found = sources.flatMap(({ diagnostics }) => diagnostics);
    expect(found.map(({ code, place }) => [code, place?.file])).toEqual([["file-empty", path]]);
  });

  it("keeps a report from printing for what the resolutions that it collects need, and no others", async () => {
    const report = async (committee: string, day: string) => {
      const path = "content/p/b-3.md";
      const uses = String(smallBody()["content/p/b-1.md"]).replace("gremium:", "sitzung: sitzung-1\ngremium:");
      const other = uses.replaceAll("b-1", "b-3").replace("kreistag", committee).replace("2026-03-01", day);
      const body = String(smallBody()["content/kreis.md"]).replace("gremien: [", "gremien: [{kennung: a, name: A}, ");
      const meeting = String(smallBody()["content/s/sitzung.md"]).replace("2026-12-10", "99.99");
      const files = { "content/kreis.md": body, "content/s/sitzung.md": meeting, [path]: other };
      const { documents, faults } = await buildProject(memoryHost({ ...smallBody(), ...files }));
      expect(faults).toEqual([]);
      return documents.find(({ id }) => id === "bericht")?.blockedBy;
    };
    expect(await report("kreistag", "2026-03-01")).toEqual(["content/s/sitzung.md"]);
    expect(await report("kreistag", "2025-03-01")).toEqual([]);
    expect(await report("a", "2026-03-01")).toEqual([]);
  });

  it("gives no list's id for its own", () => {
    const body =
      "---\nart: körperschaft\ngremien:\n  - kennung: kreistag\n    name: Kreistag\nkennung: x\ntitel x\n---\n";
    const { sources } = openProject(memoryHost({ "content/kreis.md": body }));
    expect(sources[0]?.source.outline).toMatchObject({ kind: "body", id: "x" });
  });

  it("keeps a report from printing that collects resolutions only if it may be one", () => {
    const blocked = (path: string, text: string) => {
      const { sources } = openProject(memoryHost({ ...smallBody(), [path]: text }));
      return sources.find(({ source }) => source.outline.id === "bericht")?.blockedBy;
    };
    expect(blocked("content/p/notizen.md", "Notizen\n")).toEqual([]);
    expect(blocked("content/p/beschluss-3.md", "Der Landrat wird beauftragt.\n")).toEqual(["content/p/beschluss-3.md"]);
    expect(blocked("content/p/x.md", "---\nkennung: b-3\nsitzung s\n")).toEqual(["content/p/x.md"]);
    expect(blocked("content/p/x.md", "")).toEqual(["content/p/x.md"]);
    expect(blocked("content/x.md", "")).toEqual([]);
  });
});

describe("an item of a meeting that there is not", () => {
  it.each([
    ["content/sammlung/neu.md", "wasserverbund", ["wasserverband"]],
    ["content/sammlung/neu.md", "kreistag-3", ["kreistag-1", "kreistag-2"]],
    ["content/sammlung/neu.md", "kreis", ["kreistag-1", "kreistag-2"]],
    ["content/verband/neu.md", "kreistag-3", ["kreistag-1", "kreistag-2", "wasserverband"]],
    ["content/verband/neu.md", "abcdefghi", ["wasserverband"]],
    ["content/sammlung/neu.md", "abcdefghi", all],
    ["content/sammlung/neu.md", "Wasserverband 2", ["wasserverband"]],
    ["content/verband/neu.md", "kreistag-2 am 10. Dezember", ["kreistag-2", "wasserverband"]],
    ["content/verband/jugendhilfe-top-3.md", "abcdefghi", ["jugendhilfe", "wasserverband"]],
  ])("keeps from printing only those that it may mean: %s with %s", (path, meeting, meetings) => {
    expect(waiting(path, item("neu", meeting, 2))).toEqual(meetings);
  });
});

describe("what a broken source says of others", () => {
  const found = (files: Files): readonly string[] =>
    openProject(memoryHost({ ...county, ...files })).sources.flatMap(({ source, diagnostics }) =>
      diagnostics.map(({ code, message, help }) => `${source.path} ${code} ${message.de} ${help?.de ?? ""}`),
    );
  const nameless = good.replace("kennung: haushalt\n", "");

  it.each<[string, Files]>([
    ["an item that is not closed", { "content/s/1/haushalt.md": good.replace("öffentlich\n---", "öffentlich") }],
    ["an item without an id", { "content/s/1/haushalt.md": nameless }],
    ["a source of no kind", { "content/s/1/haushalt.md": nameless.replace("art:", "ar:") }],
    ["a note", { "content/notizen.md": "Notizen\n" }],
  ])("tells of an unknown meeting beside %s", (_, files) => {
    const told = found({ ...files, "content/sammlung/neu.md": item("neu", "abcdefghi", 2) });
    expect(told.filter((one) => one.startsWith("sammlung/neu.md unknown-reference"))).toHaveLength(1);
  });

  it.each<[string, Files]>([
    ["its kind", { "content/x.md": session("x").replace("kennung: x\n", "") }],
    ["its name", { "content/abcdefghi.md": "---\nkennung\n---\n" }],
    ["its id", { "content/x.md": "---\nkennung: abcdefghi\nar: sitzung\n---\n" }],
  ])("tells nothing of a meeting that a broken source may be by %s", (_, files) => {
    const told = found({ ...files, "content/sammlung/neu.md": item("neu", "abcdefghi", 2) });
    expect(told.filter((one) => one.startsWith("sammlung"))).toEqual([]);
  });

  it("tells of no gap where a broken item may be, and of others", () => {
    const gaps = (files: Files) => found(files).filter((one) => one.includes("number-gap"));
    const six = { "content/s/1/sechs.md": item("sechs", "kreistag-1", 6) };
    const other = { "content/s/2/fünf.md": item("fuenf", "kreistag-2", 5) };
    expect(gaps({ ...six, ...other })).toHaveLength(2);
    const broken = { "content/s/1/haushalt.md": good.replace("öffentlich\n---", "öffentlich") };
    expect(gaps({ ...six, ...other, ...broken })).toEqual([expect.stringContaining("s/2/fünf.md number-gap")]);
    const stray = { "content/s/1/haushalt.md": good.replace("kreistag-1", "abcdefghi") };
    expect(gaps({ ...six, ...other, ...stray })).toEqual([expect.stringContaining("s/2/fünf.md number-gap")]);
    expect(gaps({ ...six, ...other, "content/notizen.md": "Notizen\n" })).toHaveLength(2);
  });

  const motion = (id: string): string =>
    `---\nart: antrag\nkennung: ${id}\ntitel: Räume\ndatum: 2026-11-02\nantragsteller: [linde]\nsichtbarkeit: öffentlich\n---\n\nWir bitten.\n`;
  const uses = {
    "content/p/a.md": motion("antrag-2026-3"),
    "content/s/1/neu.md": item("neu", "kreistag-1", 2).replace("nummer:", "anträge: [antrag-2026-4]\nnummer:"),
  };

  it.each(["antrag-2026-4.md", "Antrag 2026-4.md", "2026-11-02_antrag_2026_4_räume.md"])(
    "tells nothing of a motion that cannot be read, but has the name: %s",
    (name) => {
      const files = { ...county, ...uses, [`content/p/${name}`]: "Sehr geehrte Damen und Herren,\n" };
      expect(found(files).filter((one) => one.includes("unknown-reference"))).toEqual([]);
      const { sources } = openProject(memoryHost(files));
      expect(sources.find(({ source }) => source.path === "s/1/neu.md")?.blockedBy).toEqual([`content/p/${name}`]);
    },
  );

  it("finds a name also as a Mac spells it", () => {
    const wanted = item("neu", "kreistag-1", 2).replace("nummer:", "anträge: [räume-4]\nnummer:");
    const path = `content/p/${"räume-4.md".normalize("NFD")}`;
    const told = found({ "content/s/1/neu.md": wanted, [path]: "Sehr geehrte Damen und Herren,\n" });
    expect(told.filter((one) => one.includes("unknown-reference"))).toEqual([]);
  });

  it("suggests no other motion while one cannot be read", () => {
    const told = (files: Files) =>
      found({ ...uses, ...files }).find((one) => one.startsWith("s/1/neu.md unknown-reference"));
    expect(told({})).toContain("antrag-2026-3");
    expect(told({ "content/p/linde.md": "Sehr geehrte Damen und Herren,\n" })).not.toContain("antrag-2026-3");
    expect(told({ "content/s/2/beschluss.md": "---\nart: beschluss\nkennung b\n---\n" })).toContain("antrag-2026-3");
    expect(told({ "content/p/linde.md": motion("x").replace("kennung: x\n", "") })).toBeUndefined();
  });
});
