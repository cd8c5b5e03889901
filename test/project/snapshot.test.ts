/** What a process keeps in memory that builds again and again. */

import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { buildProject } from "../../src/project/build.ts";
import { Kept } from "../../src/project/kept.ts";
import { snapshotOf } from "../../src/project/snapshot.ts";
import { MemoryFolder, memoryHost } from "../host.ts";
import { png } from "../image/pictures.ts";
import { smallBody } from "./small-body.ts";

const LARGE = ["s/blatt.txt", "s/punkt.png"];

/** Noise, which does not get smaller by packing. */
const noise = (): Uint8Array => {
  const [width, height] = [200, 300];
  const rows = [...randomBytes(height * (1 + 3 * width))].map((byte, at) => (at % (1 + 3 * width) === 0 ? 0 : byte));
  return png({ width, height, rows });
};

it("holds no large file, reads none that is as it was, and prints pictures anew that are others", async () => {
  const files = smallBody();
  files["content/s/blatt.txt"] = "x".repeat(200_000);
  files["content/s/punkt.png"] = noise();
  const { content: given, ...rest } = memoryHost(files);
  const content = new MemoryFolder(
    "content",
    Object.fromEntries(given.list().map((path) => [path, files[`content/${path}`] ?? ""])),
  );
  const read = new Set<string>();
  const watched = {
    name: content.name,
    list: () => content.list(),
    mark: (path: string) => JSON.stringify(content.state(path)),
    read(path: string) {
      read.add(path);
      return content.read(path);
    },
  };
  const kept = new Kept();
  const run = (): Promise<Report> => {
    read.clear();
    return buildProject(snapshotOf({ ...rest, content: watched }, kept), {}, { draft: true, draftsOnly: true }, kept);
  };
  const built = ({ documents }: Report): readonly string[] =>
    documents.flatMap(({ id, outcome }) => (outcome === "built" ? [id] : []));

  expect(built(await run())).toHaveLength(12);
  expect([...read]).toEqual(expect.arrayContaining(LARGE));
  const sizes = [...kept.files.values()].map((file) =>
    file.read && "bytes" in file.read ? file.read.bytes.length : 0,
  );
  expect(Math.max(...sizes)).toBeLessThan(100_000);

  expect(built(await run())).toEqual([]);
  expect([...read]).toEqual([]);

  content.write("s/punkt.png", noise());
  expect(built(await run())).toEqual(["top-2"]);
  expect([...read]).toEqual(["s/punkt.png"]);
});
