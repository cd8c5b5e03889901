/** When who watches folders has to begin anew. */

import { chmodSync } from "node:fs";
import { expect, it } from "vitest";
import { FolderTree } from "../../src/node/folder-tree.ts";
import { DiskFolder } from "../disk-folder.ts";

it.skipIf(process.platform === "win32")(
  "a folder that is closed and opened again is another one, also if no folder lies in it",
  () => {
    const disk = new DiskFolder("folder-tree", { "templates/theme.yaml": "" });
    const tree = new FolderTree(disk.path("templates"), () => false);
    const changes = (): readonly boolean[] => [tree.hasChanged(), tree.hasChanged()];
    expect(changes()).toEqual([false, false]);
    for (const mode of [0, 0o755]) {
      chmodSync(disk.path("templates"), mode);
      expect(changes()).toEqual([true, false]);
    }
  },
);
