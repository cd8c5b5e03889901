/** Folders of the real file system: many files written at once, failures of single ones, nothing left lying about. */

import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isPast, readableFolder, writableFolder } from "../../src/node/folders.ts";
import { wholeFolder } from "../../src/node/whole-folder.ts";
import { asSomebodyElse } from "../as-somebody-else.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const outputFolder = () => {
  const root = mkdtempSync(join(tmpdir(), "vorlage-folder-"));
  const all = (): readonly string[] => readdirSync(root, { recursive: true }).map(String).sort();
  return {
    root,
    folder: writableFolder(root, "output"),
    all,
    text: (path: string) => readFileSync(join(root, path), "utf8"),
  };
};

it.skipIf(process.platform === "win32")(
  "lists folders that nobody may look into, instead of taking them for empty",
  async () => {
    const { root } = outputFolder();
    for (const path of ["offen/a.md", "zu/b.md"]) {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), "");
    }
    chmodSync(root, 0o755);
    chmodSync(join(root, "zu"), 0o000);
    expect(await asSomebodyElse(() => readableFolder(root, "content").list())).toEqual(["offen/a.md", "zu/"]);
    chmodSync(root, 0o000);
    expect(await asSomebodyElse(() => readableFolder(root, "content").list())).toEqual(["/"]);
    chmodSync(root, 0o755);
    chmodSync(join(root, "zu"), 0o755);
  },
);

it.skipIf(process.platform === "win32")("cannot be locked by whoever may not write to it", async () => {
  const { root, folder, all } = outputFolder();
  chmodSync(root, 0o555);
  expect(await asSomebodyElse(() => folder.lock(() => undefined))).toEqual({ path: ".", reason: "denied" });
  expect(all()).toEqual([]);
  chmodSync(root, 0o755);
});

it("writes many files at once, while the program goes on", async () => {
  const { folder, all, text } = outputFolder();
  const files = Array.from({ length: 400 }, (_, index) => ({
    path: `a${index % 3}/${index}`,
    bytes: bytes(`${index}`),
  }));
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  expect(await folder.writeAll(files)).toEqual([]);
  isDone = true;
  expect(turns).toBeGreaterThan(5);
  expect(all()).toHaveLength(403);
  for (const { path } of files) expect(text(path)).toBe(path.slice(3));
});

it("names the files that could not be written; the others are there, and nothing lies about", async () => {
  const { root, folder, all } = outputFolder();
  mkdirSync(join(root, "x/im-weg"), { recursive: true });
  writeFileSync(join(root, "keine-ablage"), "");
  const paths = ["x/1", "x/im-weg", "keine-ablage/2", "x/3"];
  expect(await folder.writeAll(paths.map((path) => ({ path, bytes: bytes(path) })))).toEqual([
    { path: "x/im-weg", reason: "is-a-folder" },
    { path: "keine-ablage/2", reason: "not-a-folder" },
  ]);
  expect(all()).toEqual(["keine-ablage", "x", "x/1", "x/3", "x/im-weg"]);
});

it.skipIf(process.platform === "win32")(
  "tells what no disk allows, and what fails for reasons of its own",
  async () => {
    const { root, folder } = outputFolder();
    const long = `${"lang".repeat(100)}.pdf`;
    expect(await folder.writeAll([{ path: long, bytes: bytes("") }])).toEqual([
      { path: long, reason: "name-too-long" },
    ]);
    // Nothing can be written to a socket that nobody listens to.
    const server = createServer().listen(join(root, "s"));
    await once(server, "listening");
    expect(folder.append("s", bytes(""))).toEqual({ path: "s", reason: "faulty" });
    server.close();
    expect(() => folder.append("a\0b", bytes(""))).toThrow("null bytes");
  },
);

it.skipIf(process.platform === "win32")("has nothing in it if it is a link that leads to itself", () => {
  const { root } = outputFolder();
  symlinkSync(join(root, "a"), join(root, "a"));
  expect(readableFolder(join(root, "a"), "content").list()).toEqual([]);
  expect(wholeFolder(join(root, "a"), "output").list()).toEqual([]);
});

it.skipIf(process.platform === "win32")(
  "can be locked although what a killed run left cannot be cleared away",
  async () => {
    const { root, folder } = outputFolder();
    mkdirSync(join(root, "zu"));
    writeFileSync(join(root, "zu/.1-a.pdf.tmp"), "");
    writeFileSync(join(root, ".vorlage.lock"), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    chmodSync(root, 0o777);
    chmodSync(join(root, "zu"), 0o555);
    const unlock = await asSomebodyElse(() => folder.lock(() => undefined));
    expect(unlock).toBeTypeOf("function");
    if (typeof unlock === "function") unlock();
  },
);

it.skipIf(process.platform === "win32")(
  "says beforehand that a folder takes no files, or what is above it",
  async () => {
    const { root, folder, all } = outputFolder();
    for (const path of ["offen", "zu/innen"]) mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, "datei"), "");
    for (const [path, mode] of [
      [".", 0o777],
      ["offen", 0o777],
      ["zu", 0o555],
      ["zu/innen", 0o777],
    ] as const)
      chmodSync(join(root, path), mode);
    const before = all();
    const refusals = (paths: readonly string[]) => paths.map((path) => folder.refusal(path));
    expect(
      await asSomebodyElse(() => refusals(["offen", "neu/neuer", "zu/innen", "zu", "zu/neu", "datei/neu"])),
    ).toEqual([
      undefined,
      undefined,
      undefined,
      { path: "zu", reason: "denied" },
      { path: "zu", reason: "denied" },
      { path: "datei", reason: "not-a-folder" },
    ]);
    chmodSync(join(root, "zu"), 0o000);
    expect(await asSomebodyElse(() => refusals(["zu/innen"]))).toEqual([{ path: "zu", reason: "denied" }]);
    chmodSync(join(root, "zu"), 0o755);
    expect(all()).toEqual(before);
  },
);

it("has nothing to remove under a name that no system allows", () => {
  const { folder } = outputFolder();
  expect(folder.remove(`${"lang".repeat(100)}.pdf`)).toBeUndefined();
});

it("ends with what was written last, however many were on their way", async () => {
  const { folder, text } = outputFolder();
  const rounds = ["eins", "zwei", "drei"].map((one) => folder.writeAll([{ path: "a", bytes: bytes(one) }]));
  const both = folder.writeAll(["vier", "fünf"].map((one) => ({ path: "a", bytes: bytes(one) })));
  expect((await Promise.all([...rounds, both])).flat()).toEqual([]);
  expect(text("a")).toBe("fünf");
});

it("follows no link that leads out, be it a file's or a folder's", () => {
  const { root } = outputFolder();
  mkdirSync(join(root, "innen/tiefer"), { recursive: true });
  mkdirSync(join(root, "aussen"));
  for (const path of ["innen/tiefer/a.md", "innen/b.md", "aussen/c.md"]) writeFileSync(join(root, path), path);
  symlinkSync(join(root, "aussen"), join(root, "innen/ordner"));
  symlinkSync(join(root, "aussen/c.md"), join(root, "innen/tiefer/datei.md"));
  symlinkSync(join(root, "innen/b.md"), join(root, "innen/tiefer/drinnen.md"));
  const folder = readableFolder(join(root, "innen"), "innen");
  const read = (path: string): string => {
    const found = folder.read(path);
    return "bytes" in found ? new TextDecoder().decode(found.bytes) : found.failure;
  };
  expect(
    ["tiefer/a.md", "ordner/c.md", "tiefer/datei.md", "tiefer/drinnen.md", "../aussen/c.md", "ordner/x.md"].map(read),
  ).toEqual(["innen/tiefer/a.md", "outside", "outside", "innen/b.md", "outside", "missing"]);
});

it("cannot read what is too large to be read, nor what no file can be called", () => {
  const { root } = outputFolder();
  writeFileSync(join(root, "film.mp4"), "");
  truncateSync(join(root, "film.mp4"), 2 ** 31 + 1);
  const folder = readableFolder(root, "content");
  expect(folder.read("film.mp4")).toEqual({ failure: "too-large" });
  expect(folder.read("a\0b")).toEqual({ failure: "denied" });
});

it("gives no mark to a file that has just changed, since the next change may bear the same time", async () => {
  const root = mkdtempSync(join(tmpdir(), "vorlage-folders-"));
  const markOf = (path: string): string | undefined => readableFolder(root, "content").mark?.(path);
  // One of them is looked at in time, however busy the machine is.
  const marks = Array.from({ length: 50 }, (_, index) => {
    writeFileSync(join(root, "a.md"), String(index));
    return markOf("a.md");
  });
  expect(marks).toContain(undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const mark = markOf("a.md");
  expect(mark).toBeDefined();
  expect(markOf("a.md")).toBe(mark);
  expect(markOf("b.md")).toBeUndefined();
});

it("waits longer for clocks that know whole seconds only", () => {
  expect(isPast(5000.25, 5040)).toBe(false);
  expect(isPast(5000.25, 5060)).toBe(true);
  expect(isPast(5000, 6900)).toBe(false);
  expect(isPast(5000, 7000)).toBe(true);
  // The clock of a server may be ahead.
  expect(isPast(7000, 5100)).toBe(false);
});
