/** `vorlage new` */

import { isId } from "../../kinds/field.ts";
import { kindOrder } from "../../kinds/kinds.ts";
import { stubOf } from "../../kinds/stub.ts";
import { findKind, fold, kindName } from "../../kinds/vocabulary.ts";
import { createHost } from "../../node/host.ts";
import { createNewFile } from "../../node/new-file.ts";
import { openProject } from "../../project/project.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import type { Terminal } from "../terminal.ts";
import { words } from "../words.ts";

/** Writes a stub into the content folder; never over a file that exists. */
export async function run(
  { words: [word, target, ...others], options }: Invocation,
  terminal: Terminal,
): Promise<number> {
  const { locale, content } = options;
  const kind = findKind(word ?? "");
  if (!kind || others.length > 0) {
    const names = kindOrder.map((one) => kindName(one, locale));
    throw new UsageError(word && !kind ? words[locale].unknownKind(word, names) : words[locale].nameKind(names));
  }
  const { tree, sources } = openProject(createHost(options));
  const language = tree?.body.language ?? locale;
  const base = fold(kindName(kind, language));
  const taken = new Set(sources.map(({ source }) => source.outline.id));
  const path = pathOf(target, base, content, taken);
  const id = path.split("/").at(-1)?.replace(/\.md$/, "") ?? base;
  if (!isId(id)) throw new UsageError(words[locale].badId(id));
  const today = new Date();
  const iso = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}-${String(today.getDate()).padStart(2, "0")}`;
  const full = `${content}/${path}`;
  if (!createNewFile(full, stubOf(kind, { id, language, today: iso, tree })))
    throw new UsageError(words[locale].exists(full));
  terminal.out(`${words[locale].created(full)}\n`);
  return 0;
}

/** The path below the content folder: as given, or the first free name. */
function pathOf(
  target: string | undefined,
  base: string,
  content: string,
  taken: ReadonlySet<string | undefined>,
): string {
  if (target !== undefined) {
    const path = target
      .replaceAll("\\", "/")
      .replace(new RegExp(`^(\\./)?${content.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/`), "");
    return path.endsWith(".md") ? path : `${path}.md`;
  }
  let count = 1;
  while (taken.has(`${base}-${count}`)) count++;
  return `${base}-${count}.md`;
}
