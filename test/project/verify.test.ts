/** Comparing an output folder, or what people copy of it, with what was built. */

import { describe, expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { type Verification, verifyOutput } from "../../src/project/verify.ts";
import { MemoryFolder, memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function built(): Promise<ReturnType<typeof memoryHost>> {
  const host = memoryHost(smallBody());
  await buildProject(host);
  return host;
}

/** The files below a folder, as a copy of it has them. */
function copyOf(output: MemoryFolder, folder: string): MemoryFolder {
  const files = [...output.files].filter(([path]) => path.startsWith(`${folder}/`));
  return new MemoryFolder(
    "kopie",
    Object.fromEntries(files.map(([path, file]) => [path.slice(folder.length + 1), file])),
  );
}

/** Code, and what it is about. */
const found = ({ diagnostics }: Verification): readonly string[] =>
  diagnostics.map(({ code, message }) => `${code} ${/„(.*?)“/.exec(message.de)?.[1]}`);

const removeAll = (output: MemoryFolder, pattern: RegExp): void => {
  for (const path of output.list()) if (pattern.test(path)) output.remove(path);
};

describe("what was never built", () => {
  it("is no success after an interruption, beside a file in the place of an edition, or where there are drafts only", async () => {
    const host = memoryHost(smallBody());
    await buildProject(host, {}, { signal: AbortSignal.abort() });
    expect(found(verifyOutput(host.output))).toEqual(["nothing-to-verify output"]);
    host.output.write("manifest.json", bytes('{"version":1,"manifests":[]}'));
    host.output.write("public", bytes("Hier liegt schon etwas."));
    host.output.write("draft/public/papers/a.pdf", bytes("ENTWURF"));
    expect(found(verifyOutput(host.output))).toEqual(["nothing-to-verify output", "output-extra output/public"]);
  });

  it("is told of a folder above, too", async () => {
    const { output } = await built();
    const files = output.list().map((path) => [`output/${path}`, output.bytes(path)] as const);
    const above = new MemoryFolder(".", {
      ...Object.fromEntries(files),
      "content/a.md": "",
      "public/manifest.json": "{}",
    });
    expect(found(verifyOutput(above))).toEqual(["nothing-to-verify ."]);
  });
});

describe("the list of all folders", () => {
  it("is missed, since a folder may have gone with it", async () => {
    const host = await built();
    removeAll(host.output, /^manifest\.json$|^public\/sitzung-1\//);
    expect(found(verifyOutput(host.output))).toEqual(["list-missing output"]);
    await buildProject(host);
    expect(found(verifyOutput(host.output))).toEqual([]);
  });

  it("leaves folders to their own manifests where it is damaged", async () => {
    const { output } = await built();
    output.write("manifest.json", bytes("{"));
    output.remove("public/papers/manifest.json");
    expect(found(verifyOutput(output))).toEqual([
      "manifest-damaged output/manifest.json",
      "manifest-missing output/public/papers",
    ]);
    removeAll(output, /^(public|internal)\//);
    expect(found(verifyOutput(output))).toEqual(["manifest-damaged output/manifest.json"]);
  });
});

describe("copies", () => {
  it("of an edition are held against the manifests in them", async () => {
    const { output } = await built();
    for (const edition of ["public", "internal"]) {
      const whole = verifyOutput(copyOf(output, edition));
      expect(whole).toMatchObject({ extent: "edition", folders: 2, diagnostics: [] });
      expect(whole.files).toBeGreaterThan(2);
    }
    const copy = copyOf(output, "public");
    const [first = ""] = copy.list().filter((path) => path.endsWith(".pdf"));
    copy.write(first, bytes("anders"));
    copy.write("notiz.txt", bytes(""));
    copy.write("neu/a.pdf", bytes(""));
    copy.write("manifest.json", bytes("{}"));
    expect(found(verifyOutput(copy))).toEqual([
      "output-extra kopie/manifest.json",
      "manifest-missing kopie/neu",
      "output-extra kopie/notiz.txt",
      `output-changed kopie/${first}`,
    ]);
  });

  it("of one meeting lack nothing", async () => {
    const { output } = await built();
    const copy = copyOf(output, "public/sitzung-1");
    expect(verifyOutput(copy)).toMatchObject({ extent: "meeting", folders: 1, diagnostics: [] });
    const [first = ""] = copy.list().filter((path) => path.endsWith(".pdf"));
    copy.remove(first);
    copy.write("papers/manifest.json", output.bytes("public/papers/manifest.json"));
    expect(found(verifyOutput(copy))).toEqual([
      `output-missing kopie/${first}`,
      "output-extra kopie/papers/manifest.json",
    ]);
    copy.remove("papers/manifest.json");
    copy.write("manifest.json", bytes("{"));
    expect(found(verifyOutput(copy))).toEqual(["manifest-damaged kopie/manifest.json"]);
  });

  it("of both editions without their list may lack folders", async () => {
    const { output } = await built();
    const copy = new MemoryFolder("kopie", Object.fromEntries(output.files));
    removeAll(copy, /^(?!public\/)/);
    const { extent, diagnostics } = verifyOutput(copy);
    expect(extent).toBe("output");
    expect(diagnostics.map(({ code, help }) => [code, help.de])).toEqual([
      ["list-missing", expect.stringContaining("nennen Sie deren Ordner")],
    ]);
  });
});

describe("what does not belong there", () => {
  it("is told wherever it lies and whatever its name, but for files that builds keep for themselves", async () => {
    const { output } = await built();
    for (const path of [".vorlage.lock", ".vorlage.lock.17", "public/sitzung-1/.17-a.pdf.tmp", "draft/public/x/a.pdf"])
      output.write(path, bytes(""));
    expect(output.list()).toContain(".vorlage.log");
    expect(output.list()).toContain(".cache/results.log");
    expect(found(verifyOutput(output))).toEqual([]);
    const foreign = [
      ".DS_Store",
      "internal/notiz.txt",
      "notiz.txt",
      "public/sitzung-1/.cache/a.pdf",
      "public/sitzung-1/.versteckt",
      "public/sitzung-1/.vorlage.log",
      "public/sitzung-1/~$x.docx",
    ];
    for (const path of foreign) output.write(path, bytes(""));
    expect(found(verifyOutput(output))).toEqual(foreign.map((path) => `output-extra output/${path}`));
  });

  it("is told of a whole folder with the names of its files, also if it has a manifest", async () => {
    const { output } = await built();
    const count = 12;
    for (let index = 0; index < count; index++) output.write(`alt/${index}/geheim.pdf`, bytes(""));
    output.write("public/neuer-ordner/a.pdf", bytes(""));
    output.write("public/neuer-ordner/b.pdf", bytes(""));
    output.write("public/sitzung-0/manifest.json", output.bytes("public/papers/manifest.json"));
    const { diagnostics } = verifyOutput(output);
    expect(diagnostics.map(({ code, message }) => `${code} ${message.de}`)).toEqual([
      expect.stringMatching(/^folder-extra .*„output\/alt“.* Darin: 0\/geheim\.pdf, .*, 7\/geheim\.pdf, 2 weitere\.$/),
      expect.stringMatching(/^folder-extra .*„output\/public\/neuer-ordner“.* Darin: a\.pdf, b\.pdf\.$/),
      expect.stringMatching(/^folder-extra .*„output\/public\/sitzung-0“.* Darin: manifest\.json\.$/),
    ]);
    expect(diagnostics[1]?.help.de).not.toContain("legt es neu an");
  });
});

it("says of a changed file what always helps: a build believes size and date", async () => {
  const host = await built();
  // With a packet.
  await buildProject(host, { meeting: "sitzung-1" });
  const paths = host.output.list().filter((path) => /^public\/sitzung-1\/(?!.*\.json)/.test(path));
  // Behind the back of the folder's clock.
  for (const path of paths)
    host.output.files.set(
      path,
      host.output.bytes(path).map((byte) => byte ^ 1),
    );
  const changed = paths.map((path) => `output-changed output/${path}`);
  await buildProject(host);
  const { diagnostics } = verifyOutput(host.output);
  expect(found(verifyOutput(host.output))).toEqual(changed);
  expect(diagnostics[0]?.help.de).toMatch(/^Löschen Sie die Datei/);
  for (const path of paths) host.output.remove(path);
  await buildProject(host);
  expect(found(verifyOutput(host.output))).toEqual([]);
});

describe("what cannot be read", () => {
  const closing = (output: MemoryFolder, ...folders: readonly string[]) => {
    const isClosed = (path: string): boolean => folders.some((one) => one === "" || path.startsWith(`${one}/`));
    return {
      name: output.name,
      list: () => output.list().filter((path) => !isClosed(path)),
      read: (path: string) => (isClosed(path) ? ({ failure: "denied" } as const) : output.read(path)),
      closedFolders: () => folders,
    };
  };

  it("is told once for each folder, and of nothing in it that it is missing", async () => {
    const { output } = await built();
    const told = (...folders: readonly string[]) => found(verifyOutput(closing(output, ...folders)));
    expect(told("")).toEqual(["output-unreadable output"]);
    expect(told("public")).toEqual(["output-unreadable output/public"]);
    expect(told("public/sitzung-1", ".cache", "draft")).toEqual(["output-unreadable output/public/sitzung-1"]);
    expect(found(verifyOutput(closing(copyOf(output, "public"), "papers", "sitzung-1")))).toEqual([
      "nothing-to-verify kopie",
      "output-unreadable kopie/papers",
      "output-unreadable kopie/sitzung-1",
    ]);
  });

  it("is told once of a folder below those of papers, too", () => {
    const files = ["file/a", "file/b"].map((path) => ({ path, title: path, sha256: "" }));
    const data = new MemoryFolder("oparl", { "manifest.json": JSON.stringify({ files }) });
    expect(found(verifyOutput(closing(data, "file")))).toEqual(["output-unreadable oparl/file"]);
  });

  it("is told of single files, and of lists, as what it is", async () => {
    const { output } = await built();
    const [first = ""] = output.list().filter((path) => /^public\/sitzung-1\/.*pdf$/.test(path));
    const paths = ["internal/papers/manifest.json", "manifest.json", first];
    for (const path of paths) output.files.set(path, { failure: "denied" });
    expect(found(verifyOutput(output))).toEqual(paths.map((path) => `output-unreadable output/${path}`));
  });

  it("is another file if a link or a folder lies there", async () => {
    const { output } = await built();
    const [first = ""] = output.list().filter((path) => /^public\/sitzung-1\/.*pdf$/.test(path));
    output.files.set(first, { failure: "outside" });
    expect(found(verifyOutput(output))).toEqual([`output-changed output/${first}`]);
    output.remove(first);
    output.write(`${first}/a`, bytes(""));
    expect(found(verifyOutput(output))).toEqual([`output-changed output/${first}`, `output-extra output/${first}/a`]);
  });
});

it("tells everything in the order of files", async () => {
  const { output } = await built();
  removeAll(output, /^internal\/papers\//);
  output.write("public/a.txt", bytes(""));
  output.write("internal/sitzung-1/zettel.txt", bytes(""));
  output.write("manifest.txt", bytes(""));
  output.remove("public/papers/manifest.json");
  expect(found(verifyOutput(output))).toEqual([
    "folder-missing output/internal/papers",
    "output-extra output/internal/sitzung-1/zettel.txt",
    "output-extra output/manifest.txt",
    "output-extra output/public/a.txt",
    "manifest-missing output/public/papers",
  ]);
});
