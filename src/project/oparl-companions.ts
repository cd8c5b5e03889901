/** The public edition as OParl data: files beside the papers. */

import { announcedTitles } from "../kinds/disclosure.ts";
import type { Entry } from "../kinds/entry.ts";
import { plainText } from "../markdown/plain-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { exportOParl } from "../oparl/export-oparl.ts";
import type { ExportedFile } from "../oparl/object.ts";
import type { Breath } from "./breath.ts";
import { checksum } from "./checksum.ts";
import { type Cleared, publicParts } from "./companion.ts";
import { type Clearance, checkData } from "./gate/data-check.ts";
import type { Made } from "./outputs.ts";
import type { CheckedSource } from "./project.ts";
import { nameOf } from "./read-names.ts";
import { Recorder } from "./recording.ts";
import type { Run } from "./run.ts";
import type { Outputs } from "./session-pages.ts";

/** The folder of the OParl data. */
const OPARL = "public/oparl";

/** The entry of the data. In the ledger it stands for all of them: what it is made from is what any of them is made from. */
const ENTRY = "system.json";

/**
 * Data of what is public among `outputs`; none, and what has leaked into them, if anything has. Nothing is said of the agendas of
 * `unsure` meetings, given by path. `before`: what the data of the last build were cleared of, if they are as it wrote them.
 * The entry comes first, so that the others are never there without it.
 */
export async function oparlCompanions(
  run: Run,
  outputs: Outputs,
  unsure: ReadonlySet<string>,
  before: Clearance | undefined,
): Promise<Cleared & { readonly diagnostics: readonly Diagnostic[] }> {
  const { tree, sources } = run.project;
  const base = tree?.body.data.publication?.baseAddress;
  if (!tree || base === undefined) return { files: [], diagnostics: [] };
  const byPath = new Map(sources.map(({ source }) => [source.path, source]));
  const files = outputs.flatMap(([path, made]) =>
    path.startsWith("public/") && made.role !== "data"
      ? [
          {
            ...made,
            path: path.slice("public/".length),
            role: made.role ?? ("paper" as const),
            owner: byPath.get(made.source)?.outline.id ?? "",
            ...itemOf(made, byPath),
          },
        ]
      : [],
  );
  const pause = (): Promise<void> => run.breath.take();
  const exported = await exportOParl({ tree, base, files, unsure, textOf: (entry) => plainTextOf(entry, run), pause });
  const { written, sources: all } = await spell(exported, run.breath);
  const checked = written.map(({ path, text, sha256 }) => ({
    path,
    texts: () => stringsIn(text),
    isKnown: run.ledger.get(`${OPARL}/${path}`)?.sha256 === sha256,
  }));
  const clearance = await checkData(run.gate, checked, [tree.body], before, run.breath);
  if (!("words" in clearance)) return { files: [], diagnostics: clearance };
  // If one of them is withdrawn, the data go as a whole: lists have something of all.
  const ofAll = {
    ingredients: run.checksums.ofAll(all),
    attachments: publicParts([tree.body, ...all.flatMap((path) => byPath.get(path)?.entry ?? [])]),
    announced: [...new Set(tree.all("meeting").flatMap((meeting) => announcedTitles(meeting, tree)))],
  };
  const companions = written.map(({ path, text, sha256 }) => ({
    path: `${OPARL}/${path}`,
    sha256,
    bytes: () => new TextEncoder().encode(text),
    made: {
      source: tree.body.path,
      ...(path === ENTRY ? ofAll : { ingredients: {}, attachments: [] }),
      title: path,
      mediaType: "application/json",
      role: "data" as const,
    },
  }));
  const first = companions.filter(({ made }) => made.title === ENTRY);
  return { files: [...new Set([...first, ...companions])], clearance, diagnostics: [] };
}

/** The item that an attachment of another source lies with. */
function itemOf(
  { role, source, ingredients }: Made,
  byPath: ReadonlyMap<string, CheckedSource["source"]>,
): { readonly item?: string } {
  for (const path of role === "attachment" ? Object.keys(ingredients) : []) {
    const { kind, id } = byPath.get(path)?.outline ?? {};
    if (path !== source && kind === "agenda-item" && id !== undefined) return { item: id };
  }
  return {};
}

/** An object as text. */
interface SpelledFile {
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
}

/** Objects as text, and the sources of all of them. The objects themselves need not be kept meanwhile. */
async function spell(
  exported: readonly ExportedFile[],
  breath: Breath,
): Promise<{ readonly written: readonly SpelledFile[]; readonly sources: readonly string[] }> {
  const written: SpelledFile[] = [];
  for (const { path, value } of exported) {
    const text = `${JSON.stringify(value, null, 1)}\n`;
    written.push({ path, text, sha256: checksum("sha256", text) });
    await breath.take();
  }
  return { written, sources: [...new Set(exported.flatMap((one) => one.sources))].sort() };
}

/** Only the words of sources that are new are read. */
function plainTextOf(entry: Entry, { cache, states }: Run): string {
  const name = `paper: companions text: ${entry.path}` as const;
  const known = cache.recall<string>(name);
  if (known !== undefined) return known;
  const text = plainText(entry.text);
  const recorder = new Recorder(states);
  recorder.note(nameOf.source(entry.path));
  cache.remember(name, recorder.reads(), text);
  return text;
}

/** The texts of a JSON file: names of properties are the standard's. */
function stringsIn(json: string): readonly string[] {
  return [...json.matchAll(/: "((?:[^"\\]|\\.)*)"|^ *"((?:[^"\\]|\\.)*)",?$/gm)].map(([, value, item]) =>
    String(JSON.parse(`"${value ?? item ?? ""}"`)),
  );
}
