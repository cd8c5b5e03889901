/** The real command in real folders. Needs dist/, which `npm test` compiles first. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

const command = resolve("dist/cli/main.cjs");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vorlage-cli-"));
});

function vorlage(args: readonly string[], environment: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, LANG: "de_DE.UTF-8", ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    // What never ends fails with a status of null.
    timeout: 50_000,
  });
  return { status, stdout, stderr };
}

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (path: string): string => readFileSync(join(folder, path), "utf8");

function edit(path: string, from: string, to: string): void {
  const text = read(path);
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  write(path, text.replace(from, to));
}

function outputs(): readonly string[] {
  if (!existsSync(join(folder, "output"))) return [];
  return readdirSync(join(folder, "output"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(pdf|html)$/.test(path))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

const item = "content/sitzung-1/top-01.md";
const itemPdf = "public/sitzung-1/01-tagesordnungspunkt-sitzung-1-top-01.pdf";
const agendaPdf = "public/sitzung-1/tagesordnung-sitzung-1.pdf";
const agenda = [agendaPdf.replace(".pdf", ".html"), agendaPdf];
const page = "public/sitzung-1/index.html";
const packet = "public/sitzung-1/sitzungsmappe-sitzung-1.pdf";

describe("a new folder", () => {
  it("is set up, checks and builds at once, in German and in English", () => {
    for (const locale of ["de", "en"]) {
      folder = mkdtempSync(join(tmpdir(), "vorlage-cli-"));
      expect(vorlage(["init", "--locale", locale]).status).toBe(0);
      expect(vorlage(["check"])).toMatchObject({ status: 0, stderr: "" });
      expect(vorlage(["build"]).status).toBe(0);
      expect(outputs().filter((path) => path.endsWith(".pdf"))).toHaveLength(3);
    }
  });

  it("keeps files that exist", () => {
    write("templates/theme.yaml", "alignment: justify\n");
    expect(vorlage(["init"]).stdout).toContain("gibt es schon");
    expect(read("templates/theme.yaml")).toBe("alignment: justify\n");
  });

  it("is not set up over papers that are there", () => {
    write("content/kreis.md", "mine");
    expect(vorlage(["init"])).toMatchObject({ status: 2, stdout: "" });
    expect(existsSync(join(folder, "content/koerperschaft.md"))).toBe(false);
  });

  it("takes new papers of every kind, which check without a mistake", () => {
    vorlage(["init"]);
    for (const kind of ["sitzung", "beschluss", "antrag", "erläuterung", "sachstandsbericht", "agenda-item"]) {
      expect(vorlage(["new", kind])).toMatchObject({ status: 0, stderr: "" });
    }
    expect(read("content/antrag-1.md")).toMatch(/^---\nart: antrag\n# Eindeutige Kennung/);
    const { status, stdout } = vorlage(["check", "--format", "json"]);
    const report = JSON.parse(stdout);
    const found = report.documents.flatMap((document: { diagnostics: { code: string }[] }) => document.diagnostics);
    expect(found).toEqual([]);
    expect(status).toBe(0);
  });
});

describe("a new paper", () => {
  beforeEach(() => void vorlage(["init"]));

  it("gets an id of its own, with the name of its folder if another meeting has the same", () => {
    expect(vorlage(["new", "tagesordnungspunkt", "sitzung-2/top-01"]).status).toBe(0);
    expect(vorlage(["new", "tagesordnungspunkt", "sitzung-3/top-01.md"]).status).toBe(0);
    expect(read("content/sitzung-2/top-01.md")).toContain("\nkennung: top-01\n");
    expect(read("content/sitzung-3/top-01.md")).toContain("\nkennung: sitzung-3-top-01\n");
    for (const taken of ["sitzung-1", "Antrag-Barrierefrei"]) {
      const { status, stderr } = vorlage(["new", "antrag", taken]);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Die Kennung „.*“ ist schon vergeben \(content\/sitzung-1\/.*\.md\)/);
    }
    expect(vorlage(["new", "antrag", "sitzung-1/antrag-barrierefrei.md"]).stderr).toContain("gibt es schon");
  });

  it("lies in the content folder, however its path is typed", () => {
    for (const [index, content] of ["content", "content/", "./content", join(folder, "content")].entries()) {
      for (const target of [
        `sitzung-1/a${index}`,
        `content/sitzung-1/b${index}.md`,
        join(folder, `content/c${index}`),
      ]) {
        expect(vorlage(["new", "--content", content, "antrag", target])).toMatchObject({ status: 0, stderr: "" });
      }
      for (const path of [`sitzung-1/a${index}.md`, `sitzung-1/b${index}.md`, `c${index}.md`])
        expect(read(`content/${path}`)).toContain("art: antrag");
    }
    expect(vorlage(["new", "antrag", "sitzung-1/"]).stdout).toBe("angelegt: content/sitzung-1/antrag-1.md\n");
    for (const target of ["../antrag", "sitzung-1/../../antrag", join(folder, "antrag")]) {
      expect(vorlage(["new", "antrag", target])).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("liegt nicht im Inhaltsordner"),
      });
    }
    expect(existsSync(join(folder, "antrag.md"))).toBe(false);
  });

  it("that cannot be written is told in words", () => {
    write("datei", "");
    for (const args of [
      ["new", "antrag", "koerperschaft.md/antrag"],
      ["init", "datei"],
    ]) {
      const { status, stdout, stderr } = vorlage(args);
      expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
      expect(stdout).toContain("auf dem Weg dorthin liegt eine Datei statt eines Ordners. [not-created]");
    }
  });
});

describe("mistakes", () => {
  beforeEach(() => void vorlage(["init"]));

  it("are shown with their line and a marker, and what to do", () => {
    edit(item, "sichtbarkeit: öffentlich", "sichtbarkeit: öfentlich");
    const { status, stdout } = vorlage(["check"]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      [
        "Fehler: „öfentlich“ ist kein Wert für „sichtbarkeit“. [unknown-value]",
        "  content/sitzung-1/top-01.md:7:15",
        "  7 │ sichtbarkeit: öfentlich",
        "    │               ^^^^^^^^^",
        "  Hilfe: Meinten Sie „öffentlich“?",
      ].join("\n"),
    );
    expect(vorlage(["check"], { LANG: "en_US.UTF-8" }).stdout).toContain(
      "error: “öfentlich” is no value for “sichtbarkeit”.",
    );
    expect(vorlage(["check"], { FORCE_COLOR: "1" }).stdout).toContain("\u001b[31m");
  });

  it("in one paper do not stop the others, and keep its old output", () => {
    vorlage(["build"]);
    const before = readFileSync(join(folder, "output", itemPdf));
    edit(item, "nummer: 1", "numer: 1");
    const { status, stdout } = vorlage(["build"]);
    expect(status).toBe(1);
    expect(stdout).toContain("nicht gebaut  content/sitzung-1/top-01.md\n");
    expect(stdout).toContain("unverändert  output/public/papers/antrag-antrag-barrierefrei.pdf");
    expect(readFileSync(join(folder, "output", itemPdf))).toEqual(before);
  });

  it("give exactly the documented JSON", () => {
    edit(item, "nummer: 1", "numer: 1");
    const { status, stdout } = vorlage(["build", "--format", "json"]);
    expect(status).toBe(1);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual([
      "version",
      "outcome",
      "documents",
      "diagnostics",
      "removed",
      "skipped",
      "interrupted",
    ]);
    expect(report).toMatchObject({ version: 1, outcome: "failed", removed: [], skipped: 0, interrupted: false });
    const failed = report.documents.findLast((document: { outcome: string }) => document.outcome === "failed");
    expect(Object.keys(failed)).toEqual(["id", "kind", "outcome", "outputs", "diagnostics"]);
    expect(failed).toMatchObject({ id: "sitzung-1-top-01", kind: "agenda-item", outputs: [] });
    for (const diagnostic of failed.diagnostics) {
      expect(Object.keys(diagnostic)).toEqual(["severity", "code", "message", "place", "help", "expected"]);
      expect(Object.keys(diagnostic.place)).toEqual(["file", "line", "column"]);
    }
    expect(failed.diagnostics[0].expected[0]).toBe("nummer");
    const built = report.documents.find((document: { outcome: string }) => document.outcome === "built");
    expect(Object.keys(built.outputs[0])).toEqual(["path", "edition", "mediaType", "pages", "sha256"]);
  });

  it("of usage end with 2 and one line", () => {
    for (const args of [
      ["buidl"],
      ["build", "--formt", "json"],
      ["check", "--format", "xml"],
      ["new", "brief"],
      ["check", "--draft"],
    ]) {
      const { status, stderr, stdout } = vorlage(args);
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: "" });
      expect(stderr).not.toContain("    at ");
    }
    for (const name of ["build", "check"]) {
      for (const selection of [["gibt-es-nicht"], ["--meeting", "sitzung-2"]]) {
        const { status, stdout } = vorlage([name, ...selection]);
        expect(status).toBe(2);
        expect(stdout).toContain(selection.length === 1 ? "[unknown-selection]" : "[unknown-meeting]");
        // That nothing was built tells nothing more.
        expect(stdout).not.toMatch(/\b0 (gebaut|Quellen)/);
      }
    }
    expect(vorlage(["build", "gibt-es-nicht", "sitzung-1-top-01"]).stdout).toContain("1 gebaut");
  });

  it("never order a terminal about, whatever stands in sources and file names", () => {
    edit(item, "sichtbarkeit: öffentlich", 'sichtbarkeit: "\\e]0;\\a\\r\\n\\x9b2J\\u202E"');
    edit(item, "nummer: 1", "nummer: 1\nnumer\u009b: \u001b[2J1");
    write("content/\u001b[2J\n.md", "---\nart: brief\n---\n");
    for (const args of [["check"], ["build"], ["build", "--format", "json"]]) {
      const { status, stdout } = vorlage(args);
      expect(status).toBe(1);
      expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
    expect(vorlage(["check"]).stdout).toContain("content/\ufffd[2J .md:2:6");
    expect(vorlage(["build"]).stdout).toContain("nicht gebaut  content/\ufffd[2J .md\n");
    expect(vorlage(["--format", "\u001b[2J"]).stderr).not.toContain("\u001b");
  });

  it("of the file system are told in words", () => {
    write("output", "a file");
    const { status, stdout } = vorlage(["build"]);
    expect(status).toBe(1);
    expect(stdout.match(/In den Ordner „output“ lässt sich nichts schreiben: Unter diesem Namen/g)).toHaveLength(1);
    expect(stdout).not.toContain("write-failed");
    expect(read("output")).toBe("a file");
    rmSync(join(folder, "output"));
    symlinkSync(join(folder, "nirgends/hin"), join(folder, "output"));
    expect(vorlage(["build"])).toMatchObject({ status: 1, stdout: expect.stringContaining("[output-unusable]") });
  });
});

it.skipIf(process.platform === "win32")("says that the folder in which it was started is gone", () => {
  const inNoFolder = `
    process.chdir(${JSON.stringify(folder)});
    require("node:fs").rmdirSync(${JSON.stringify(folder)});
    const command = ${JSON.stringify([command, "build"])};
    process.exit(require("node:child_process").spawnSync(process.execPath, command, { stdio: "inherit" }).status);`;
  const env = { PATH: process.env.PATH, LANG: "de_DE.UTF-8" };
  const { status, stderr } = spawnSync(process.execPath, ["-e", inNoFolder], { env, encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Der Ordner, in dem Sie arbeiten, ist nicht mehr da\. .*\n$/);
});

it.skipIf(process.platform === "win32")("does not wait at named pipes for somebody who writes", () => {
  vorlage(["init"]);
  execFileSync(
    "mkfifo",
    ["content/brief.md", "content/liste.csv", "templates/agenda-item.hbs"].map((path) => join(folder, path)),
  );
  edit(
    item,
    "anträge: [antrag-barrierefrei]",
    "anlagen:\n  - titel: Liste\n    datei: liste.csv\n    sichtbarkeit: öffentlich",
  );
  edit(item, "datei: liste.csv", "datei: ../liste.csv");
  for (const args of [["check"], ["build"]]) {
    const { status, stdout } = vorlage(args);
    expect(status).toBe(1);
    expect(stdout).toContain("content/brief.md:1:1");
    expect(stdout.match(/\[file-(un|not-)readable\]/g)).toHaveLength(2);
  }
});

describe("links out of the content folder", () => {
  it("are not followed", () => {
    vorlage(["init"]);
    writeFileSync(join(folder, "secret.csv"), "secret");
    symlinkSync(join(folder, "secret.csv"), join(folder, "content/sitzung-1/anlage.csv"));
    edit(
      item,
      "anträge: [antrag-barrierefrei]",
      "anlagen:\n  - titel: Liste\n    datei: anlage.csv\n    sichtbarkeit: öffentlich",
    );
    const { stdout } = vorlage(["check"]);
    expect(stdout).toContain("[file-outside]");
    expect(stdout).toContain("content/sitzung-1/top-01.md:10:12");
  });

  it("are not shown in reports either", () => {
    vorlage(["init"]);
    writeFileSync(join(folder, "secret.txt"), "geheim");
    symlinkSync(join(folder, "secret.txt"), join(folder, "content/papier.md"));
    const { stdout } = vorlage(["check"]);
    expect(stdout).toContain("[file-unreadable]");
    expect(stdout).not.toContain("geheim");
  });
});

describe("outputs", () => {
  beforeEach(() => {
    vorlage(["init"]);
    vorlage(["build"]);
  });

  it("lie where the product says", () => {
    expect(outputs()).toEqual([
      "public/papers/antrag-antrag-barrierefrei.html",
      "public/papers/antrag-antrag-barrierefrei.pdf",
      itemPdf.replace(".pdf", ".html"),
      itemPdf,
      page,
      ...agenda,
    ]);
  });

  it("disappear, and are named, when their paper is gone or no longer public", () => {
    edit(item, "sichtbarkeit: öffentlich", "sichtbarkeit: nichtöffentlich");
    const { status, stdout } = vorlage(["build"]);
    expect(status).toBe(0);
    expect(stdout).toContain(`entfernt  output/${itemPdf}`);
    expect(outputs().filter((path) => path.includes("top-01"))).toEqual([
      itemPdf.replace("public", "internal").replace(".pdf", ".html"),
      itemPdf.replace("public", "internal"),
    ]);
    rmSync(join(folder, item));
    const { removed } = JSON.parse(vorlage(["build", "--format", "json"]).stdout);
    expect(removed).toEqual(expect.arrayContaining([itemPdf.replace("public", "internal")]));
    expect(outputs().filter((path) => path.includes("top-01"))).toEqual([]);
  });

  it("for other programs disappear in one line, which counts them, and with all their paths in JSON", () => {
    const body = "content/koerperschaft.md";
    const publication = "veröffentlichung: {basisadresse: https://kreis.example/}\n";
    for (const args of [["build"], ["build", "--format", "json"]]) {
      edit(body, "locale:", `${publication}locale:`);
      vorlage(["build"]);
      edit(body, publication, "");
      const { stdout } = vorlage(args);
      const data = stdout.split("\n").filter((line) => line.includes("public/oparl"));
      if (args.length === 1)
        expect(data).toEqual([expect.stringMatching(/^entfernt {2}output\/public\/oparl \(\d\d Dateien\)$/)]);
      else expect(JSON.parse(stdout).removed).toContain("public/oparl/system.json");
    }
  });

  it("that are public go even if the paper that turned non-public has mistakes", () => {
    edit(item, "sichtbarkeit: öffentlich", "sichtbarkeit: nichtöffentlich\nunbekannt: 1");
    expect(vorlage(["build"]).status).toBe(1);
    expect(outputs().filter((path) => path.includes("top-01"))).toEqual([]);
  });

  it("disappear when something that they were made from is no longer public, whatever is built and however broken", () => {
    const antrag = "content/sitzung-1/antrag-barrierefrei.md";
    edit(antrag, "sichtbarkeit: öffentlich", "sichtbarkeit: nichtöffenlich");
    const { status, stdout } = vorlage(["build", "--draft"]);
    expect(status).toBe(1);
    expect(stdout).toContain(`entfernt  output/${itemPdf}`);
    expect(stdout).toContain(`nicht gebaut  ${item} (wegen Fehlern in ${antrag})`);
    // The agenda has no word of the motion.
    expect(outputs().filter((path) => path !== page)).toEqual([...agenda.map((path) => `draft/${path}`), ...agenda]);
  });

  it("that the program did not write are never touched", () => {
    write("output/public/sitzung-1/notiz.pdf", "mine");
    rmSync(join(folder, item));
    vorlage(["build"]);
    expect(read("output/public/sitzung-1/notiz.pdf")).toBe("mine");
  });

  it("stay when the content folder is misspelt", () => {
    const before = outputs();
    expect(vorlage(["build", "--content", "contents"]).stdout).toContain("[no-sources]");
    expect(outputs()).toEqual(before);
  });

  it("have the same bytes in every time zone", () => {
    const before = readFileSync(join(folder, "output", itemPdf));
    rmSync(join(folder, "output"), { recursive: true });
    vorlage(["build"], { TZ: "America/Los_Angeles" });
    expect(readFileSync(join(folder, "output", itemPdf))).toEqual(before);
    expect(vorlage(["build"], { TZ: "Asia/Tokyo" }).stdout).toContain("0 gebaut, 3 unverändert");
  });

  it("of drafts lie apart and carry the mark", () => {
    expect(vorlage(["build", "--draft", item]).status).toBe(0);
    expect(outputs().filter((path) => path.startsWith("draft/"))).toHaveLength(2);
    expect(read(`output/draft/${itemPdf.replace(".pdf", ".html")}`)).toContain("ENTWURF");
    expect(outputs()).toContain(itemPdf);
  });

  it("are built by id, by path and by meeting", () => {
    const itself = [itemPdf.replace(".pdf", ".html"), itemPdf];
    for (const [selection, files] of [
      [["sitzung-1-top-01"], [...itself, page]],
      [[item], [...itself, page]],
      [["sitzung-1"], [page, ...agenda]],
      [
        ["--meeting", "sitzung-1"],
        [...itself, page, packet, ...agenda],
      ],
    ] as const) {
      rmSync(join(folder, "output"), { recursive: true });
      expect(vorlage(["build", ...selection]).status).toBe(0);
      expect(outputs()).toEqual(files);
    }
  });
});

describe("papers that are named by a path", () => {
  beforeEach(() => {
    vorlage(["init", "eigen"]);
    folder = join(folder, "eigen");
  });

  it("are found however the path is typed", () => {
    symlinkSync(join(folder, "content"), join(folder, "verknüpft"));
    for (const path of [
      item,
      `./${item}`,
      join(folder, item),
      "sitzung-1/top-01.md",
      "verknüpft/sitzung-1/top-01.md",
    ]) {
      expect(vorlage(["check", path])).toMatchObject({ status: 0, stdout: expect.stringContaining("Quelle") });
    }
    expect(vorlage(["check", `verknüpft/sitzung-1/top-01.md`, "--content", "verknüpft"]).status).toBe(0);
  });

  it("are not taken for files of the same name elsewhere", () => {
    vorlage(["init", "../fremd"]);
    write("top-01.md", read(item));
    for (const path of [`../fremd/${item}`, join(folder, "..", "fremd", item), "top-01.md"]) {
      const { status, stdout } = vorlage(["check", path]);
      expect({ path, status }).toEqual({ path, status: 2 });
      expect(stdout).toContain("[unknown-selection]");
    }
  });

  it("are no meetings, which is said together with the meeting that is meant", () => {
    for (const [word, what] of [
      [item, "sondern eine Datei (tagesordnungspunkt)"],
      ["content/sitzung-1/", "sondern ein Ordner"],
      ["sitzung-1-top-01", "sondern die einer anderen Quelle (tagesordnungspunkt)"],
    ] as const) {
      const { status, stdout } = vorlage(["check", "--meeting", word]);
      expect(status).toBe(2);
      expect(stdout).toContain(what);
      expect(stdout).toContain("Meinten Sie „sitzung-1“?");
    }
  });
});

it("prints a JSON Schema for each kind, with both spellings", () => {
  const schema = JSON.parse(vorlage(["schema", "antrag"]).stdout);
  expect(schema.properties).toMatchObject({
    antragsteller: { title: "antragsteller" },
    movers: {},
    datum: {},
    date: {},
  });
  expect(schema.properties.sichtbarkeit.enum).toEqual(["öffentlich", "public", "nichtöffentlich", "non-public"]);
  expect(JSON.parse(vorlage(["schema"]).stdout).oneOf).toHaveLength(7);
});

it("explains every command with examples", () => {
  for (const name of ["init", "new", "check", "build", "schema"]) {
    expect(vorlage([name, "--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/Beispiele?:\n {2}vorlage /),
    });
    expect(vorlage([name, "--help", "--locale", "en"]).stdout).toMatch(/Examples?:\n {2}vorlage /);
  }
  for (const words of [/--output ORDNER +Ergebnisse/, /130 mit Strg-C/, /143 vom System/])
    expect(vorlage(["build", "--help"]).stdout).toMatch(words);
  expect(vorlage(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe("verify", () => {
  it("compares the output, or a copy, with what was built", () => {
    vorlage(["init"]);
    expect(vorlage(["verify"])).toMatchObject({ status: 2 });
    vorlage(["build"]);
    expect(vorlage(["verify"])).toMatchObject({
      status: 0,
      stdout: "7 Dateien in 2 Ordnern verglichen: alles wie gebaut.\n",
    });
    cpSync(join(folder, "output"), join(folder, "stick"), { recursive: true });
    writeFileSync(join(folder, "stick", itemPdf), "anders");
    const found = vorlage(["verify", "stick", "--format", "json"]);
    expect(found.status).toBe(1);
    expect(JSON.parse(found.stdout)).toMatchObject({
      version: 1,
      outcome: "failed",
      documents: [],
      diagnostics: [{ severity: "error", code: "output-changed", place: null, expected: [] }],
    });
    expect(vorlage(["verify", "a", "b"]).status).toBe(2);
  });

  it("compares copies of an edition and of a meeting, and says what was not compared", () => {
    vorlage(["init"]);
    expect(vorlage(["verify"])).toMatchObject({
      status: 2,
      stdout: expect.stringMatching(/\n\nNichts verglichen\.\n$/),
    });
    vorlage(["build"]);
    cpSync(join(folder, "output/public"), join(folder, "stick"), { recursive: true });
    expect(vorlage(["verify", "stick"])).toMatchObject({
      status: 0,
      stdout:
        "7 Dateien in 2 Ordnern verglichen: alles wie gebaut. Ein Verzeichnis aller Ordner war nicht dabei: Ob ganze Ordner fehlen, ist nicht geprüft.\n",
    });
    expect(vorlage(["verify", "stick/sitzung-1"])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d Dateien in 1 Ordner verglichen: alles wie gebaut\.\n$/),
    });
    write("stick/sitzung-1/.versteckt", "");
    write("stick/sitzung-1/~$antrag.docx", "");
    expect(vorlage(["verify", "stick/sitzung-1"]).stdout).toMatch(/\.versteckt“.*~\$antrag\.docx“.*2 Abweichungen/s);
  });
});

describe("build", () => {
  it("prints nothing twice, stops at the first mistake if asked to, and says what was not begun", () => {
    vorlage(["init"]);
    expect(vorlage(["build"]).stdout).toContain("3 gebaut, 0 unverändert, 0 nicht gebaut");
    expect(vorlage(["build"]).stdout).toContain("0 gebaut, 3 unverändert, 0 nicht gebaut");
    edit("content/koerperschaft.md", "kennung: musterkreis", "kennung: muster kreis");
    expect(vorlage(["build", "--fail-fast"])).toMatchObject({ status: 1 });
    expect(vorlage(["build", "--fail-fast"]).stdout).toMatch(/[1-9]\d* nicht begonnen/);
    expect(vorlage(["build", "--jobs", "viele"])).toMatchObject({ status: 2, stdout: "" });
  });
});

it("goes on where nobody reads what it says any more", async () => {
  vorlage(["init"]);
  const child = spawn(process.execPath, [command, "build"], { cwd: folder, env: { LANG: "de_DE.UTF-8" } });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect({ status, said }).toMatchObject({ status: 0, said: expect.not.stringContaining("EPIPE") });
  expect(outputs()).toContain(itemPdf);
});

describe("wrong usage", () => {
  it.each([
    ["buld", "Den Befehl „buld“ gibt es nicht. Meinten Sie „build“?"],
    ["check --contnt x", "Die Angabe „--contnt“ gibt es nicht. Meinten Sie „--content“?"],
    ["check --content", "Zur Angabe „--content“ fehlt der Wert."],
    ["--locale en buld", "There is no command “buld”. Did you mean “build”?"],
    ["build --jobs", "Zur Angabe „--jobs“ fehlt der Wert."],
    ["check --meeting --jobs", "Zur Angabe „--meeting“ fehlt der Wert."],
    ["build --draft=ja", "Die Angabe „--draft“ nimmt keinen Wert."],
    ["build --fail-fast=1 --locale en", "The option “--fail-fast” takes no value."],
    ["build --jobs 0", "--jobs nimmt eine Zahl von 1 bis 64, nicht „0“."],
    ["build --jobs 65", "--jobs nimmt eine Zahl von 1 bis 64, nicht „65“."],
    ["check -j 2", "„vorlage check“ kennt --jobs nicht."],
    ["build --output=", "Der Wert von --output ist leer."],
    ["check --content=", "Der Wert von --content ist leer."],
    ["check --content= --locale en", "The value of --content is empty."],
    ["build --meeting a --meeting b", "--meeting nimmt nur einen Wert, nicht „a“ und „b“."],
    ["build --output a --output=b --locale en", "--output takes one value only, not “a” and “b”."],
    ["build -j 2 --jobs 3", "--jobs nimmt nur einen Wert, nicht „2“ und „3“."],
  ])("%s", (words, message) => {
    const { status, stdout, stderr } = vorlage(words.split(" "));
    expect({ status, stdout, first: stderr.split("\n")[0] }).toEqual({ status: 2, stdout: "", first: message });
  });

  it("is no option that says the same twice", () => {
    vorlage(["init"]);
    expect(vorlage(["check", "--content", "content", "--content=content"]).status).toBe(0);
  });

  it("is papers and results in one folder, or one within the other, also through a link", () => {
    vorlage(["init"]);
    const before = readdirSync(folder, { recursive: true });
    symlinkSync(join(folder, "content"), join(folder, "link"));
    for (const [content, output] of [
      ["content", "content"],
      ["content", "./content/output"],
      ["content/sitzung-1", "content"],
      [".", "output"],
      ["content", "link/output"],
    ] as const) {
      for (const name of ["build", "watch"]) {
        const { status, stdout, stderr } = vorlage([name, "--content", content, "--output", output]);
        expect({ name, content, output, status, stdout }).toEqual({ name, content, output, status: 2, stdout: "" });
        expect(stderr).toMatch(/^Papiere \(--content „.*“\) und Ergebnisse \(--output „.*“\) müssen getrennt liegen/);
      }
    }
    rmSync(join(folder, "link"));
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    // A name that begins alike is another folder.
    expect(vorlage(["build", "--output", "content-pdf"]).status).toBe(0);
  });
});

/** A build that waits for another one, and what `onWait` makes of that. */
async function buildThatWaits(onWait: (child: ChildProcess) => void): Promise<{ code: unknown; said: string }> {
  vorlage(["init"]);
  write(lock, JSON.stringify({ pid: process.pid, host: hostname() }));
  const child = spawn(process.execPath, [command, "build"], { cwd: folder, env: { LANG: "de_DE.UTF-8" } });
  let said = "";
  child.stdout.on("data", (bytes) => {
    const hasWaited = said.includes(waiting);
    said += String(bytes);
    if (!hasWaited && said.includes(waiting)) onWait(child);
  });
  return { code: await new Promise((resolve) => child.on("close", resolve)), said };
}

const lock = "output/.vorlage.lock";
const waiting = "Ein anderer Lauf";

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("a build that is ended by %s says so with %d, as shells do", async (signal, code) => {
  const ended = await buildThatWaits((child) => child.kill(signal));
  expect(ended.code).toBe(code);
  expect(ended.said).toContain("Abgebrochen; der nächste Lauf macht hier weiter.");
});

it("a build that waits for another says so, and goes on when that is done", async () => {
  const { code, said } = await buildThatWaits(() => rmSync(join(folder, lock)));
  expect(code).toBe(0);
  expect(said).toContain("3 gebaut");
});
