/** Files that are not what they seem: other encodings, line ends of other systems, links that lead out, folders. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Host } from "../../src/model/host.ts";
import { createHost } from "../../src/node/host.ts";
import { checkProject } from "../../src/project/check.ts";
import { filesIn, memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";

const base = filesIn(join(import.meta.dirname, "../diagnostics/base"));
const motion = new TextDecoder().decode(base["content/antrag.md"]);
const item = new TextDecoder().decode(base["content/top-1.md"]);

function linesOf(host: Host): readonly string[] {
  return diagnosticsOf(checkProject(host)).map(
    ({ code, place, message }) => `${code} ${place?.file}:${place?.line}:${place?.column} ${message.de}`,
  );
}

const withMotion = (bytes: Uint8Array): readonly string[] =>
  linesOf(memoryHost({ ...base, "content/antrag.md": bytes }));

describe("encodings", () => {
  it("refuses Windows-1252 at its first letter that shows it", () => {
    expect(withMotion(Buffer.from(motion, "latin1"))).toEqual([
      "wrong-encoding content/antrag.md:4:13 Die Datei ist nicht in UTF-8 gespeichert (vermutlich Windows-1252).",
    ]);
  });

  it.each([
    ["with byte order mark", "\ufeff"],
    ["without", ""],
  ])("refuses UTF-16 %s", (_, mark) => {
    expect(withMotion(Buffer.from(mark + motion, "utf16le"))).toEqual([
      "wrong-encoding content/antrag.md:1:1 Die Datei ist nicht in UTF-8 gespeichert (vermutlich UTF-16).",
    ]);
  });

  it("tells a file that was damaged while it was saved from UTF-16", () => {
    const zeros = new Uint8Array(3000);
    expect(withMotion(zeros)).toEqual(["file-empty content/antrag.md:1:1 Die Datei ist leer."]);
    expect(withMotion(Buffer.concat([Buffer.from(motion), zeros]))).toEqual([
      "control-character content/antrag.md:14:1 Hier steht ein unsichtbares Steuerzeichen (U+0000).",
    ]);
  });

  it("takes a byte order mark and the line ends of Windows and old Macs", () => {
    expect(withMotion(Buffer.from(`\ufeff${motion.replaceAll("\n", "\r\n")}`))).toEqual([]);
    expect(withMotion(Buffer.from(motion.replaceAll("\n", "\r")))).toEqual([]);
  });

  it("counts lines and columns alike in a file of Windows", () => {
    const wrong = motion.replace("02.02.2026", "30.02.2026").replaceAll("\n", "\r\n");
    expect(withMotion(Buffer.from(`\ufeff${wrong}`))).toEqual([
      "impossible-date content/antrag.md:5:8 Den Tag „30.02.2026“ gibt es im Kalender nicht.",
    ]);
  });

  it("takes umlauts that are put together from two characters", () => {
    expect(linesOf(memoryHost({ ...base, "content/top-1.md": item.normalize("NFD") }))).toEqual([]);
  });
});

describe("files of the disk", () => {
  let root = "";
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function folder(change: (content: string) => void): Host {
    root = mkdtempSync(join(tmpdir(), "vorlage-"));
    const content = join(root, "content");
    mkdirSync(content);
    for (const [path, bytes] of Object.entries(base)) writeFileSync(join(root, path), bytes);
    change(content);
    return createHost({ content, templates: join(root, "templates"), output: join(root, "output") });
  }
  const shortened = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => line.replace(/ \S*\/content\//, " content/"));

  it("does not follow a source, an image or an attachment that links out of the folder", () => {
    const host = folder((content) => {
      for (const name of ["antrag.md", "plan.svg", "raeume.txt"]) {
        writeFileSync(join(root, name), base[`content/${name}`] ?? "");
        rmSync(join(content, name));
        symlinkSync(join(root, name), join(content, name));
      }
    });
    expect(shortened(linesOf(host))).toEqual([
      "file-unreadable content/antrag.md:1:1 Diese Datei liegt außerhalb des Ordners; eine Verknüpfung führt hinaus.",
      "file-outside content/top-1.md:14:12 „raeume.txt“ liegt außerhalb des Inhaltsordners.",
    ]);
  });

  it("does not follow an image that links out of the folder", () => {
    const host = folder((content) => {
      writeFileSync(join(root, "plan.svg"), base["content/plan.svg"] ?? "");
      rmSync(join(content, "plan.svg"));
      symlinkSync(join(root, "plan.svg"), join(content, "plan.svg"));
    });
    expect(shortened(linesOf(host))).toEqual([
      "file-outside content/top-1.md:20:1 „plan.svg“ liegt außerhalb des Inhaltsordners.",
    ]);
  });

  it("takes a link that stays in the folder", () => {
    const host = folder((content) => {
      writeFileSync(join(content, "lageplan.svg"), base["content/plan.svg"] ?? "");
      rmSync(join(content, "plan.svg"));
      symlinkSync(join(content, "lageplan.svg"), join(content, "plan.svg"));
    });
    expect(linesOf(host)).toEqual([]);
  });

  it("says of a link into nowhere that the file is missing", () => {
    const host = folder((content) => symlinkSync(join(content, "nichts.md"), join(content, "verweis.md")));
    expect(shortened(linesOf(host))).toEqual([
      "file-unreadable content/verweis.md:1:1 Diese Datei gibt es nicht mehr.",
    ]);
  });
});
