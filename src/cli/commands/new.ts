/** `vorlage new` */

import { existsSync } from "node:fs";
import { basename, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { idKey, isId } from "../../kinds/field.ts";
import { kindOrder } from "../../kinds/kinds.ts";
import { stubOf } from "../../kinds/stub.ts";
import { findKind, fold, kindName } from "../../kinds/vocabulary.ts";
import { createHost } from "../../node/host.ts";
import { openProject } from "../../project/project.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { createFile } from "../create-file.ts";
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
  const taken = new Map(
    sources.flatMap(({ source: { outline, name } }) => (outline.id ? [[idKey(outline.id), name]] : [])),
  );
  const path = pathOf(target, fold(kindName(kind, language)), content, new Set(taken.keys()));
  if (path === undefined) throw new UsageError(words[locale].outsideContent(target ?? "", content));
  const full = join(content, path);
  const id = freeId(path, (one) => taken.has(idKey(one)));
  if (!isId(id)) throw new UsageError(words[locale].badId(id));
  const owner = taken.get(idKey(id));
  if (owner !== undefined && !existsSync(full)) throw new UsageError(words[locale].idTaken(id, owner));
  const today = new Date();
  const iso = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}-${String(today.getDate()).padStart(2, "0")}`;
  const outcome = createFile(full, stubOf(kind, { id, language, today: iso, tree }), locale, terminal);
  if (outcome === "exists") throw new UsageError(words[locale].exists(full));
  return outcome === "created" ? 0 : 1;
}

/** The path below the content folder: as given, or the first free name, in the folder that is given; undefined if it leads out. */
function pathOf(
  target: string | undefined,
  base: string,
  content: string,
  taken: ReadonlySet<string>,
): string | undefined {
  const typed = (target ?? "").replaceAll("\\", "/");
  const root = resolve(content);
  // Shells complete paths from where they stand; others count from the content folder.
  const within = [relative(root, resolve(typed)), relative(root, resolve(root, typed))].find((one) => !leadsOut(one));
  if (within === undefined) return undefined;
  if (typed !== "" && !typed.endsWith("/")) return `${within.replace(/\.md$/i, "")}.md`;
  let count = 1;
  while (taken.has(idKey(`${base}-${count}`))) count++;
  return join(typed === "" ? "" : within, `${base}-${count}.md`);
}

function leadsOut(path: string): boolean {
  return isAbsolute(path) || path.split(sep)[0] === "..";
}

/** The name of the file; with that of its folder, if it is taken: every meeting has a `top-01`. */
function freeId(path: string, isTaken: (id: string) => boolean): string {
  const { name, dir } = parse(path);
  return isTaken(name) && dir !== "" ? `${basename(dir)}-${name}` : name;
}
