/** A content folder with its templates: what can be printed from it, and what is wrong with it. */

import type { Workshop } from "../compile.ts";
import { diagnose } from "../diagnostics/catalogue.ts";
import { calendarDay } from "../kinds/calendar.ts";
import { mayBe } from "../kinds/doubt.ts";
import type { Entry, EntryText, Tree } from "../kinds/entry.ts";
import { ingredientsOf } from "../kinds/ingredients.ts";
import { kinds, paperOf } from "../kinds/kinds.ts";
import { referencesOf } from "../kinds/leaves.ts";
import { phrasesOf } from "../kinds/phrases.ts";
import { type LinkedTree, linkTree, visibilityOf } from "../kinds/tree.ts";
import type { Kind } from "../kinds/vocabulary.ts";
import { splitSections } from "../markdown/sections.ts";
import { type Diagnostic, hasErrors, type Place } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import type { ProjectOptions } from "../model/options.ts";
import { folderOf } from "../model/path.ts";
import type { PrintLook } from "../model/printing.ts";
import type { Edition } from "../model/report.ts";
import { lineOffset, placeAt } from "../model/text-file.ts";
import type { Breath } from "./breath.ts";
import type { Cache } from "./cache.ts";
import { checksum } from "./checksum.ts";
import type { Kept } from "./kept.ts";
import { closedIn, type Look, pictureReader, readLook, readLookBasis } from "./look.ts";
import { misnamedSources, readSources, type Source } from "./read-sources.ts";
import { digest, type Reads, Recorder, States } from "./recording.ts";

/** A source together with everything that is wrong with it; found out when it is asked for. */
export interface CheckedSource {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of other files whose mistakes keep this paper from printing. */
  readonly blockedBy: readonly string[];
}

/** An opened project. */
export interface Project {
  readonly sources: readonly CheckedSource[];
  readonly tree?: Tree;
  /** False if some of the content folder could not be read: then there are no sources at all. */
  readonly isWhole: boolean;
  /** Mistakes that belong to no source. */
  readonly diagnostics: readonly Diagnostic[];
  /** The editions in which a source prints. */
  editionsOf(entry: Entry, recorder?: Recorder): readonly Edition[];
  /** What a source is printed with; undefined if its template, the theme or the fonts have mistakes. */
  workshop(entry: Entry, recorder?: Recorder, template?: "packet"): Workshop | undefined;
}

/** Reads and links all sources, but for their texts. Nothing is rendered yet. */
export function openProject(host: Host, options: ProjectOptions = {}, memory: Memory = forget(host)): Project {
  const completeLook = beginLook(host, memory);
  return linkProject(host, options, memory, completeLook, [...readSources(host.content, memory.states, memory.cache)]);
}

/** The same, with breath between the sources. */
export async function openProjectWithBreath(
  host: Host,
  options: ProjectOptions,
  memory: Memory,
  breath: Breath,
): Promise<Project> {
  const completeLook = beginLook(host, memory);
  const sources: Source[] = [];
  for (const source of readSources(host.content, memory.states, memory.cache)) {
    sources.push(source);
    await breath.take();
  }
  return linkProject(host, options, memory, completeLook, sources);
}

function linkProject(
  host: Host,
  options: ProjectOptions,
  memory: Memory,
  completeLook: ReturnType<typeof beginLook>,
  read: readonly Source[],
): Project {
  const { states } = memory;
  // With some of the sources, papers would be printed wrongly and removed for no reason.
  const closed = closedIn(host.content);
  const sources = closed.length > 0 ? [] : read;
  const general: Diagnostic[] = [...closed, ...misnamedSources(host.content)];
  const entries = sources.flatMap(({ entry }) => entry ?? []);
  if (read.length === 0 && closed.length === 0)
    general.push(diagnose("no-sources", { folder: host.content.name }, undefined));

  const broken = sources
    .filter(({ entry }) => !entry)
    .map(({ name, path, outline, words }) => ({ ...outline, file: name, path, ...(words !== undefined && { words }) }));
  const split = (entry: Entry, headings: Readonly<Record<string, string>>): EntryText => {
    const { value } = splitSections(entry.text, sectionKeys(headings));
    return { opening: value?.text ?? entry.text, sections: value?.sections ?? {} };
  };
  const linked = sources.length === 0 ? undefined : linkTree(entries, broken, host.content.name, split);
  general.push(...(linked?.diagnostics ?? []));
  if (linked?.tree) {
    states.link(linked.tree);
    states.set("headings", digest(JSON.stringify(linked.tree.headings)));
  }

  const printable = [...new Set(entries.map(({ kind }) => kind))].filter((kind) => kinds[kind].paper);
  const { look, reads: looked } = completeLook(printable);
  const picture = pictureReader(host, look);
  const lookReads = Object.entries(looked);
  for (const kind of [...printable, "packet"]) {
    // Templates of other kinds do not matter; partials and the theme do.
    const reads = lookReads.filter(
      ([name]) => !/^templates\d+:[^/]+\.hbs$/.test(name) || name.endsWith(`:${kind}.hbs`),
    );
    states.set(`look:${kind}`, digest(JSON.stringify(reads)));
  }
  general.push(...look.diagnostics);
  const tree = linked?.tree;
  const diagnosticsOf = remembering((source: Source): readonly Diagnostic[] => {
    const { entry, diagnostics } = source;
    const wrongLinks = (entry && linked?.linked.get(entry)?.diagnostics) ?? [];
    return [...diagnostics, ...wrongLinks, ...checkText(source, linked?.tree, memory)];
  });
  const blockedBy = findBlocks(sources, diagnosticsOf, linked);
  return {
    sources: sources.map((source) => ({
      source,
      get diagnostics() {
        return diagnosticsOf(source);
      },
      get blockedBy() {
        return blockedBy(source);
      },
    })),
    ...(tree && { tree }),
    isWhole: closed.length === 0,
    diagnostics: general,
    editionsOf: (entry, recorder) => editionsOf(entry, tree && (recorder?.tree(tree) ?? tree)),
    workshop: (entry, recorder, template = undefined) => {
      const workshop = makeWorkshop(entry, tree, look, picture, sources, options, template);
      const used = `look:${template ?? entry.kind}`;
      return workshop && recorder ? recordUse(entry, workshop, recorder, used, host.templates.length) : workshop;
    },
  };
}

/** What earlier runs found out, and the states that it is held against. */
export interface Memory {
  readonly states: States;
  readonly cache?: Cache;
  readonly kept?: Kept;
  /** Told what papers will be laid out with, before the sources are read. */
  readonly beginPrinting?: (look: PrintLook) => void;
}

function forget(host: Host): Memory {
  return { states: new States(host) };
}

/**
 * Reads theme and fonts, and gives what completes them with the templates of papers: the look, with what it was made from;
 * that of an earlier run if nothing of it has changed.
 */
function beginLook(
  host: Host,
  { states, kept, beginPrinting }: Memory,
): (used: readonly Kind[]) => { look: Look; reads: Reads } {
  const known = kept?.look && states.confirm(kept.look.reads) ? kept.look : undefined;
  const recorder = new Recorder(states);
  const templates = host.templates.map((folder, index) => recorder.folder(`templates${index}`, folder));
  const basis = known?.look ?? readLookBasis(templates);
  if (basis.theme && basis.fonts) beginPrinting?.({ theme: basis.theme, fonts: basis.fonts });
  return (used) => {
    if (known && known.used.join() === used.join()) return known;
    const begun = known ? readLookBasis(templates) : basis;
    const found = { used, look: readLook(begun, templates, used), reads: recorder.reads() };
    if (kept) kept.look = found;
    return found;
  };
}

/** What is wrong with the text of a source, by itself and in the sections that the body names. */
function checkText(source: Source, tree: Tree | undefined, { states, cache }: Memory): readonly Diagnostic[] {
  const { entry } = source;
  if (!entry) return [];
  // The body names the sections, and may be what is missing.
  if (!tree) return source.textDiagnostics;
  const name = `text:${source.name}`;
  const remembered = cache?.recall<readonly Diagnostic[]>(name);
  if (remembered) return remembered;
  const { diagnostics } = kinds[entry.kind].hasText
    ? splitSections(entry.text, sectionKeys(tree.headings))
    : { diagnostics: [] };
  const found = [...source.textDiagnostics, ...diagnostics];
  const recorder = new Recorder(states);
  recorder.note(`content:${entry.path}`);
  recorder.note("headings");
  cache?.remember(name, recorder.reads(), found);
  return found;
}

/** A function that finds out the same thing once. */
function remembering<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = find(key);
      known.set(key, value);
    }
    return value;
  };
}

/** A workshop that notes what a paper is made from. */
function recordUse(
  entry: Entry,
  workshop: Workshop,
  recorder: Recorder,
  look: string,
  templateFolders: number,
): Workshop {
  recorder.note(`content:${entry.path}`);
  recorder.note(look);
  return {
    ...workshop,
    tree: recorder.tree(workshop.tree),
    picture(key, placeOf) {
      if (key.startsWith("content:")) recorder.note(key);
      else for (let index = 0; index < templateFolders; index++) recorder.note(`templates${index}:${key}`);
      return workshop.picture(key, placeOf);
    },
  };
}

/** Words of headings → section keys. */
function sectionKeys(headings: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(headings).map(([key, words]) => [words, key]));
}

/** For a source the files that keep it from printing: sources that it needs and that have mistakes. */
function findBlocks(
  sources: readonly Source[],
  diagnosticsOf: (source: Source) => readonly Diagnostic[],
  linked: LinkedTree | undefined,
): (source: Source) => readonly string[] {
  const isBad = (source: Source): boolean => !source.entry || hasErrors(diagnosticsOf(source));
  const byId = new Map(
    sources.flatMap((source) => (source.entry ? [[source.entry.id.toLowerCase(), source] as const] : [])),
  );
  const bodies = sources.filter(({ outline }) => outline.kind === "body");
  const folders = new Set(
    sources.flatMap(({ outline, path }) => (outline.kind === "resolution" ? [folderOf(path)] : [])),
  );
  const lostResolutions = sources.filter(
    ({ entry, outline, path }) =>
      !entry && (mayBe("resolution", { ...outline, path }) || (outline.isBlank && folders.has(folderOf(path)))),
  );

  const needed = new Map<Source, readonly string[]>();
  const visit = (source: Source): readonly string[] => {
    const known = needed.get(source);
    if (known) return known;
    needed.set(source, []);
    const names = new Set<string>();
    const { entry } = source;
    const bodyFault = bodies.find(isBad);
    if (bodyFault && bodyFault !== source) names.add(bodyFault.name);
    if (entry) {
      for (const name of linked?.linked.get(entry)?.needs ?? []) names.add(name);
      const covers = "covers" in entry.data ? entry.data.covers : undefined;
      const covered = covers ? (linked?.tree?.resolutionsOf(covers.committee, covers.since, covers.until) ?? []) : [];
      for (const { id } of [...referencesOf(entry), ...covered]) {
        const other = byId.get(id.toLowerCase());
        if (!other || other === source) continue;
        if (isBad(other)) names.add(other.name);
        for (const name of visit(other)) names.add(name);
      }
      // Nobody knows whether one that cannot be read belongs to it.
      if (covers) for (const { name } of lostResolutions) names.add(name);
    }
    names.delete(source.name);
    needed.set(source, [...names]);
    return [...names];
  };
  return remembering((source) => {
    const { entry } = source;
    if (entry?.kind !== "meeting") return visit(source);
    // Not in `visit`, since items do not need the agenda.
    return [...new Set([...visit(source), ...(linked?.linked.get(entry)?.spoiltBy ?? [])])];
  });
}

/** A public paper also has an internal edition if its public one leaves something out. */
function editionsOf(entry: Entry, tree: Tree | undefined): readonly Edition[] {
  const paper = paperOf(entry);
  if (!paper || !tree || paper.isPrinted?.(entry, tree) === false) return [];
  if (visibilityOf(entry) === "non-public") return ["internal"];
  return paper.hidesSomething(entry, { tree, edition: "public" }) ? ["public", "internal"] : ["public"];
}

function makeWorkshop(
  entry: Entry,
  tree: Tree | undefined,
  look: Look,
  picture: Workshop["picture"],
  sources: readonly Source[],
  options: ProjectOptions,
  other: "packet" | undefined,
): Workshop | undefined {
  const template = look.template(other ?? entry.kind);
  if (!tree || !template || hasErrors(template.diagnostics) || !look.theme || !look.fonts) return undefined;
  return {
    tree,
    template,
    theme: look.theme,
    fonts: look.fonts,
    picture,
    locate: (character, from) => locate(character, from, sources),
    ...(options.draft && {
      draft: (html, edition) => ({
        label: phrasesOf(tree.locale).draft,
        revision: [...newestDay(entry, tree, edition), revisionOf(html)].join(" · "),
      }),
    }),
  };
}

/** The newest day that a source of the paper carries: the clock and the dates of files are not the same everywhere. */
function newestDay(entry: Entry, tree: Tree, edition: Edition): readonly string[] {
  const days = ingredientsOf(entry, tree, edition)
    .filter(({ kind }) => kind !== "meeting")
    .flatMap(({ data }) => ("date" in data && data.date ? [data.date] : []));
  const newest = days.sort().at(-1);
  return newest === undefined ? [] : [calendarDay(newest, tree.locale).numeric];
}

/** A short name for the state of everything that went into a paper. */
function revisionOf(html: string): string {
  return checksum("sha256", html).slice(0, 8);
}

/** Paragraphs know where they begin; a character of theirs is found by searching from there. */
function locate(character: string, from: Place, sources: readonly Source[]): Place {
  const file = sources.find(({ name }) => name === from.file)?.file;
  // A value of the frontmatter has the place of the template's tag: it stands in whichever source has the character.
  if (!file) {
    const source = sources.find((one) => one.file?.text.includes(character))?.file;
    return source ? placeAt(source, source.text.indexOf(character), character.length) : from;
  }
  const start = lineOffset(file, from.line) + from.column - 1;
  const at = file.text.normalize("NFC").length === file.text.length ? file.text.indexOf(character, start) : -1;
  return at === -1 ? from : placeAt(file, at, character.length);
}
