/** `vorlage init` */

import { join } from "node:path";
import { readableFolder } from "../../node/folders.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { createFile } from "../create-file.ts";
import { starterFiles } from "../starter.ts";
import type { Terminal } from "../terminal.ts";
import { words } from "../words.ts";

/** Sets up a folder that has no papers yet; other files that exist stay as they are. */
export async function run(
  { words: [folder = ".", ...others], options }: Invocation,
  terminal: Terminal,
): Promise<number> {
  const { locale } = options;
  if (others.length > 0) throw new UsageError(words[locale].oneFolder);
  const content = join(folder, "content");
  if (
    readableFolder(content, content)
      .list()
      .some((path) => path.endsWith(".md"))
  ) {
    throw new UsageError(words[locale].notEmpty(content));
  }
  for (const [path, text] of Object.entries(starterFiles(locale))) {
    const full = join(folder, path);
    const outcome = createFile(full, text, locale, terminal);
    if (outcome === "failed") return 1;
    if (outcome === "exists") terminal.out(`${words[locale].exists(full)}\n`);
  }
  terminal.out(`\n${words[locale].nextSteps(folder)}\n`);
  return 0;
}
