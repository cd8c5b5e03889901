/** A content folder with its templates: what can be printed from it, and what is wrong with it. */

import type { Workshop } from "../compile.ts";
import { diagnose } from "../diagnostics/catalogue.ts";
import type { Entry, EntryText, Tree } from "../kinds/entry.ts";
import { kinds, paperOf } from "../kinds/kinds.ts";
import { type LinkedTree, linkTree, visibilityOf } from "../kinds/tree.ts";
import type { Kind } from "../kinds/vocabulary.ts";
import { splitSections } from "../markdown/sections.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import type { ProjectOptions } from "../model/options.ts";
import type { PrintLook } from "../model/printing.ts";
import type { Edition } from "../model/report.ts";
import { findBlocks } from "./blocked-by.ts";
import type { Cache } from "./cache.ts";
import type { Kept, KeptLook } from "./kept.ts";
import { closedIn, type Look, readLook, readLookBasis } from "./look.ts";
import { remembering } from "./once.ts";
import { nameOf, partsOf } from "./read-names.ts";
import { misnamedSources, readSources, type Source, SourceChanged } from "./read-sources.ts";
import { digest, type Reads, Recorder, States } from "./recording.ts";
import { Workshops } from "./workshop.ts";

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
  const steps = openStepByStep(host, options, memory);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a step for each source, so that its caller can do something in between. */
export function* openStepByStep(host: Host, options: ProjectOptions, memory: Memory): Generator<void, Project> {
  const completeLook = beginLook(host, memory);
  const read: Source[] = [];
  for (const source of readSources(host.content, memory.states, memory.cache)) {
    read.push(source);
    yield;
  }
  // With some of the sources, papers would be printed wrongly and removed for no reason.
  const closed = closedIn(host.content);
  const isWhole = closed.length === 0;
  const sources = isWhole ? read : [];
  const linked = linkSources(sources, host.content.name, memory.states);
  const tree = linked?.tree;
  const look = completeLook(printableKinds(sources));
  const diagnosticsOf = remembering((source: Source): readonly Diagnostic[] => {
    const wrongLinks = (source.entry && linked?.linked.get(source.entry)?.diagnostics) ?? [];
    return [...source.diagnostics, ...wrongLinks, ...checkText(source, tree, memory)];
  });
  const blockedBy = findBlocks(sources, diagnosticsOf, linked);
  const workshops = new Workshops(host, { tree, look, sources }, options);
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
    isWhole,
    diagnostics: [
      ...closed,
      ...misnamedSources(host.content, sources),
      ...(isWhole && read.length === 0 ? [diagnose("no-sources", { folder: host.content.name }, undefined)] : []),
      ...(linked?.diagnostics ?? []),
      ...look.diagnostics,
    ],
    editionsOf: (entry, recorder) => editionsOf(entry, tree && (recorder?.tree(tree) ?? tree)),
    workshop: (entry, recorder, template) => workshops.of(entry, recorder, template),
  };
}

/** Undefined if there are no sources: that is said, and not that there is no body besides. */
function linkSources(sources: readonly Source[], folder: string, states: States): LinkedTree | undefined {
  if (sources.length === 0) return undefined;
  const entries = sources.flatMap(({ entry }) => entry ?? []);
  const broken = sources
    .filter(({ entry }) => !entry)
    .map(({ name, path, outline, words }) => ({ ...outline, file: name, path, ...(words !== undefined && { words }) }));
  const split = (entry: Entry, headings: Readonly<Record<string, string>>): EntryText => {
    const { value } = splitSections(entry.text, sectionKeys(headings));
    return { opening: value?.text ?? entry.text, sections: value?.sections ?? {} };
  };
  const linked = linkTree(entries, broken, folder, split);
  if (linked.tree) {
    states.link(linked.tree);
    states.set("headings", digest(JSON.stringify(linked.tree.headings)));
  }
  return linked;
}

function printableKinds(sources: readonly Source[]): readonly Kind[] {
  return [...new Set(sources.flatMap(({ entry }) => entry?.kind ?? []))].filter((kind) => kinds[kind].paper);
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
 * Reads theme and fonts, and gives what completes them with the templates of papers: the look; that of an earlier run if nothing
 * of it has changed.
 */
function beginLook(host: Host, { states, kept, beginPrinting }: Memory): (used: readonly Kind[]) => Look {
  const known = kept?.look && states.confirm(kept.look.reads) ? kept.look : undefined;
  const recorder = new Recorder(states);
  const templates = host.templates.map((folder, index) => recorder.folder(`templates${index}`, folder));
  const basis = known?.look ?? readLookBasis(templates);
  if (basis.theme && basis.fonts) beginPrinting?.({ theme: basis.theme, fonts: basis.fonts });
  const complete = (used: readonly Kind[]): KeptLook => {
    if (known && known.used.join() === used.join()) return known;
    const begun = known ? readLookBasis(templates) : basis;
    return { used, look: readLook(begun, templates, used), reads: recorder.reads() };
  };
  return (used) => {
    const found = complete(used);
    if (kept) kept.look = found;
    setLookStates(states, used, found.reads);
    return found.look;
  };
}

/** Sets what the look of each kind's papers depends on. */
function setLookStates(states: States, used: readonly Kind[], reads: Reads): void {
  for (const kind of [...used, "packet"] as const) {
    // Templates of other kinds do not matter; partials and the theme do.
    const own = Object.entries(reads).filter(([name]) => {
      const [, path] = partsOf(name);
      return !/^[^/]+\.hbs$/.test(path) || path === `${kind}.hbs`;
    });
    states.set(`look:${kind}`, digest(JSON.stringify(own)));
  }
}

/** What is wrong with the text of a source. That it is another one by now is told as well, but never remembered. */
function checkText(source: Source, tree: Tree | undefined, memory: Memory): readonly Diagnostic[] {
  try {
    return findInText(source, tree, memory);
  } catch (thrown) {
    if (thrown instanceof SourceChanged) return [thrown.diagnostic];
    throw thrown;
  }
}

/** By itself and in the sections that the body names. */
function findInText(source: Source, tree: Tree | undefined, { states, cache }: Memory): readonly Diagnostic[] {
  const { entry } = source;
  if (!entry) return [];
  // The body names the sections, and may be what is missing.
  if (!tree) return source.textDiagnostics;
  const name = `text:${source.name}` as const;
  const remembered = cache?.recall<readonly Diagnostic[]>(name);
  if (remembered) return remembered;
  const { diagnostics } = kinds[entry.kind].hasText
    ? splitSections(entry.text, sectionKeys(tree.headings))
    : { diagnostics: [] };
  const found = [...source.textDiagnostics, ...diagnostics];
  const recorder = new Recorder(states);
  recorder.note(nameOf.source(entry.path));
  recorder.note("headings");
  cache?.remember(name, recorder.reads(), found);
  return found;
}

/** Words of headings → section keys. */
function sectionKeys(headings: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(headings).map(([key, words]) => [words, key]));
}

/** A public paper also has an internal edition if its public one leaves something out. */
function editionsOf(entry: Entry, tree: Tree | undefined): readonly Edition[] {
  const paper = paperOf(entry);
  if (!paper || !tree || paper.isPrinted?.(entry, tree) === false) return [];
  if (visibilityOf(entry) === "non-public") return ["internal"];
  return paper.hidesSomething(entry, { tree, edition: "public" }) ? ["public", "internal"] : ["public"];
}
