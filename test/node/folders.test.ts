/** Folders of the real file system. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readableFolder } from "../../src/node/folders.ts";

it("gives no mark to a file that has just changed, since the next change may bear the same time", async () => {
  const root = mkdtempSync(join(tmpdir(), "vorlage-folders-"));
  const folder = readableFolder(root, "content");
  // One of them is looked at in time, however busy the machine is.
  const marks = Array.from({ length: 50 }, (_, index) => {
    writeFileSync(join(root, "a.md"), String(index));
    return folder.mark?.("a.md");
  });
  expect(marks).toContain(undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const mark = folder.mark?.("a.md");
  expect(mark).toBeDefined();
  expect(folder.mark?.("a.md")).toBe(mark);
  expect(folder.mark?.("b.md")).toBeUndefined();
});
