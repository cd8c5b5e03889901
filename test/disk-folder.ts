/** A folder on the disk, for tests of the real host and of the real command. */

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Files } from "./host.ts";

/** A new folder with these files. */
export class DiskFolder {
  readonly root: string;

  constructor(name: string, files: Files) {
    this.root = mkdtempSync(join(tmpdir(), `vorlage-${name}-`));
    for (const [path, content] of Object.entries(files)) {
      if (typeof content !== "string" && "failure" in content) throw new Error(`No disk can fail to read ${path}.`);
      this.write(path, content);
    }
  }

  path(path: string): string {
    return join(this.root, path);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }
}
