/** Removes outputs of earlier runs that must not or need not be there any more. */

import { announcedTitles } from "../kinds/disclosure.ts";
import { mayBe } from "../kinds/doubt.ts";
import type { Entry } from "../kinds/entry.ts";
import { idKey } from "../kinds/field.ts";
import type { OutlinedPart } from "../kinds/outline.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import { type Ledger, type Made, outputPath, partKey } from "./outputs.ts";
import type { CheckedSource, Project } from "./project.ts";
import type { Run } from "./run.ts";
import { notRemoved } from "./write.ts";

/** What was removed, and what could not be. */
export interface Removal {
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Removes outputs whose document is gone or has another name now, and public ones that hold what is no longer public.
 * Otherwise the output of a source with mistakes stays.
 */
export function removeStale(
  host: Host,
  project: Project,
  ledger: Ledger,
  { draft, draftsOnly }: { readonly draft: boolean; readonly draftsOnly: boolean },
): Removal {
  const removed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  // A content folder without a single source is rather misspelt than emptied.
  if (project.sources.length === 0) return { removed, diagnostics };
  const present = presentOf(project);
  const expected = new Expected(project, draft);
  // Data for other programs have something of all sources, so they go as a whole and are made anew.
  const dataIsStale = ledger
    .entries()
    .some(([, made]) => made.role === "data" && (isWithdrawn(made, present) || present.lacksSource(made)));
  for (const [path, made] of ledger.entries()) {
    if (draftsOnly && !path.startsWith("draft/")) continue;
    if (made.role === "data" ? !dataIsStale : mayStay(path, made, present, expected, draft)) continue;
    const isThere = host.output.state(path) !== undefined;
    const failure = host.output.remove(path);
    if (failure) {
      diagnostics.push(notRemoved(host.output, failure));
      continue;
    }
    ledger.set(path, undefined);
    if (isThere) removed.push(path);
  }
  return { removed, diagnostics };
}

/**
 * A source of the papers in the output folder, if none of all these sources is there now: then `--content` or `--output` is
 * wrong, rather than that everything was deleted.
 */
export function sourceFromElsewhere({ sources, tree }: Project, { ledger, checksums }: Run): string | undefined {
  const present = new Set(sources.map(({ source }) => source.path));
  const papers = ledger.entries().filter(([path, { role }]) => role === undefined && !path.startsWith("draft/"));
  const known = new Set(papers.map(([, { source }]) => source));
  if (present.size === 0 || known.size < 2 || [...known].some((source) => present.has(source))) return undefined;
  // The body is the same: so all of its papers were given up.
  const body = tree && { path: tree.body.path, sha256: checksums.of(tree.body.path) };
  if (body && papers.some(([, { ingredients }]) => ingredients[body.path] === body.sha256)) return undefined;
  return [...known].sort()[0];
}

/** What there is now. */
interface Present {
  readonly byPath: ReadonlyMap<string, CheckedSource>;
  /** Titles that may announce what is not public; undefined if sources with mistakes may allow further ones. */
  readonly announced: ReadonlySet<string> | undefined;
  /** True if a source is gone that an output has words of. */
  lacksSource(made: Made): boolean;
  /** True if an output is named after an id that has other capitals now. */
  isRespelt(path: string, made: Made): boolean;
}

function presentOf({ sources, tree }: Project): Present {
  const byPath = new Map(sources.map((one) => [one.source.path, one]));
  // Without a body nothing can be made anew, so what is there is not given up for it.
  if (!tree) return { byPath, announced: undefined, lacksSource: () => false, isRespelt: () => false };
  const isKnown = tree.body.data.rules?.nonPublicItems !== "public-title" || !sources.some(mayAnnounce);
  const titles = tree.all("meeting").flatMap((meeting) => announcedTitles(meeting, tree));
  return {
    byPath,
    announced: isKnown ? new Set(titles) : undefined,
    lacksSource: (made) => lostSource(made, byPath),
    isRespelt(path, { source }) {
      const [, folder = ""] = path.split("/");
      const ids = [tree.find("meeting", folder)?.id, byPath.get(source)?.source.entry?.id];
      return ids.some((id) => id !== undefined && idKey(path).includes(idKey(id)) && !path.includes(id));
    },
  };
}

/** True for a source with mistakes that may have titles by which agendas announce items. */
function mayAnnounce({ source: { entry, outline, path } }: CheckedSource): boolean {
  if (entry) return false;
  return (
    outline.isBlank === true || (["agenda-item", "meeting"] as const).some((kind) => mayBe(kind, { ...outline, path }))
  );
}

function mayStay(path: string, made: Made, present: Present, expected: Expected, draft: boolean): boolean {
  const one = present.byPath.get(made.source);
  if (!one || (/^(draft\/)?public\//.test(path) && isWithdrawn(made, present))) return false;
  const isBad = (): boolean => hasErrors(one.diagnostics) || one.blockedBy.length > 0;
  // What else lies beside papers is compared with what there should be at the end of the build. But where capitals do not count,
  // what is written under the new name would go with the old one.
  if (made.role !== undefined)
    return !present.lacksSource(made) && (draft || !present.isRespelt(path, made) || isBad());
  const { entry } = one.source;
  // Drafts and papers are only held against what a build of their own sort would write.
  if (path.startsWith("draft/") !== draft) return true;
  if (!expected.isKnown) return true;
  // Texts are not looked through for the mistakes of papers that stay anyway.
  return !entry || expected.pathsOf(entry).includes(path) || isBad();
}

/** True if anything that a public output was made from is not clearly public any more, or not to be announced any more. */
function isWithdrawn({ ingredients, attachments, announced = [] }: Made, present: Present): boolean {
  if (present.announced && announced.some((title) => !present.announced?.has(title))) return true;
  return Object.keys(ingredients).some((path) => {
    const { isWithheld, parts = [] } = present.byPath.get(path)?.source.outline ?? {};
    return isWithheld === true || parts.some((part) => part.isWithheld && isListed(part, path, parts, attachments));
  });
}

/** True if an output lists a part; also if its title or its file are others now, unless a public part has the same. */
function isListed(
  { title, file }: OutlinedPart,
  path: string,
  parts: readonly OutlinedPart[],
  listed: readonly string[],
): boolean {
  const open = parts.filter(({ isWithheld }) => !isWithheld);
  const isOpen = (key: "title" | "file", value: string | undefined): boolean => open.some((one) => one[key] === value);
  const own = partKey(path, title ?? "");
  return listed.some(
    (one) =>
      one === partKey(path, title ?? "", file) ||
      (title !== undefined && !isOpen("title", title) && (one === own || one.startsWith(`${own} (`))) ||
      (file !== undefined && !isOpen("file", file) && one.startsWith(`${path}: `) && one.endsWith(` (${file})`)),
  );
}

function lostSource({ ingredients }: Made, byPath: Present["byPath"]): boolean {
  return Object.keys(ingredients).some((path) => /(?<!readme)\.md$/i.test(path) && !byPath.has(path));
}

/** Where the outputs of sources would be written now. */
class Expected {
  readonly #project: Project;
  readonly #draft: boolean;
  readonly #known = new Map<Entry, readonly string[]>();

  constructor(project: Project, draft: boolean) {
    this.#project = project;
    this.#draft = draft;
  }

  /** False without a body: nobody knows where papers would lie. */
  get isKnown(): boolean {
    return this.#project.tree !== undefined;
  }

  pathsOf(entry: Entry): readonly string[] {
    const known = this.#known.get(entry);
    if (known) return known;
    const { tree } = this.#project;
    const paths = !tree
      ? []
      : this.#project.editionsOf(entry).flatMap((edition) => {
          const path = outputPath(entry, edition, tree, this.#draft);
          return [`${path}.pdf`, `${path}.html`];
        });
    this.#known.set(entry, paths);
    return paths;
  }
}
