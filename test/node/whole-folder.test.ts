/** A folder with all that lies in it. */

import { chmodSync, symlinkSync } from "node:fs";
import { expect, it } from "vitest";
import { wholeFolder } from "../../src/node/whole-folder.ts";
import { asSomebodyElse } from "../as-somebody-else.ts";
import { DiskFolder } from "../disk-folder.ts";

it("lists what others leave out, and links as what lies there", () => {
  const paths = [".git/a", ".versteckt", "node_modules/b", "ordner/datei", "~$x.docx"];
  const disk = new DiskFolder("whole", Object.fromEntries(paths.map((path) => [path, path])));
  symlinkSync(disk.path("ordner"), disk.path("verweis"));
  const folder = wholeFolder(disk.root, "output");
  expect(folder.list()).toEqual([".git/a", ".versteckt", "node_modules/b", "ordner/datei", "verweis", "~$x.docx"]);
  expect(folder.closedFolders()).toEqual([]);
  expect(folder.read("~$x.docx")).toMatchObject({ bytes: expect.anything() });
  expect(folder.read("verweis")).toEqual({ failure: "folder" });
});

it("is empty where there is none, or a file", () => {
  const disk = new DiskFolder("whole", { datei: "" });
  for (const path of ["datei", "fehlt"]) {
    const folder = wholeFolder(disk.path(path), path);
    expect([...folder.list(), ...folder.closedFolders()]).toEqual([]);
  }
});

it.skipIf(process.platform === "win32")("tells which folders it could not look into", async () => {
  const disk = new DiskFolder("whole", { "offen/a": "", "zu/b": "" });
  const look = () =>
    asSomebodyElse(() => {
      const folder = wholeFolder(disk.root, "output");
      return { files: folder.list(), closed: folder.closedFolders() };
    });
  chmodSync(disk.root, 0o755);
  chmodSync(disk.path("zu"), 0);
  expect(await look()).toEqual({ files: ["offen/a"], closed: ["zu"] });
  chmodSync(disk.root, 0);
  expect(await look()).toEqual({ files: [], closed: [""] });
  for (const path of ["", "zu"]) chmodSync(disk.path(path), 0o700);
});
