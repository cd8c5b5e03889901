/**
 * Every source of the content folder → entries, with what is wrong in each of them by itself. Frontmatter is read at once, and
 * remembered if it did not change; texts are read when they are asked for: papers can be printed before all of them were.
 */

import { diagnose } from "../diagnostics/catalogue.ts";
import { withoutConsequences } from "../diagnostics/consequences.ts";
import type { Entry } from "../kinds/entry.ts";
import { kinds } from "../kinds/kinds.ts";
import { filesOf } from "../kinds/leaves.ts";
import { type EntryOutline, outlineOf } from "../kinds/outline.ts";
import { readEntry } from "../kinds/read-entry.ts";
import { salvageOutline } from "../kinds/salvage.ts";
import { kindName } from "../kinds/vocabulary.ts";
import { isEmpty } from "../markdown/is-empty.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import type { Diagnostic, Result } from "../model/diagnostic.ts";
import type { ReadableFolder } from "../model/host.ts";
import type { Markdown } from "../model/markdown.ts";
import { folderOf } from "../model/path.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";
import { decode, decodeLeniently } from "../source/decode.ts";
import { readFrontmatter } from "../source/frontmatter.ts";
import type { Cache } from "./cache.ts";
import { checkFile, resolvePath } from "./content-files.ts";
import { nameOf } from "./read-names.ts";
import { digestOf, Recorder, type States } from "./recording.ts";

/** A source file, valid or not. */
export interface Source {
  /** Path in the content folder. */
  readonly path: string;
  /** Path as messages name it. */
  readonly name: string;
  readonly file?: TextFile;
  readonly outline: EntryOutline;
  /** What stands in it if it has no entry, as far as it can be read. */
  readonly words?: string;
  /** Set if the frontmatter is valid. */
  readonly entry?: Entry;
  /** What is wrong with it; if there is an entry, all but its text. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with the entry's text, read now at the latest; throws {@link SourceChanged}. */
  readonly textDiagnostics: readonly Diagnostic[];
}

/** What is remembered of a source with an entry. */
interface RememberedSource {
  readonly outline: EntryOutline;
  readonly diagnostics: readonly Diagnostic[];
  readonly entry: Pick<Entry, "kind" | "id" | "data" | "language">;
}

/** Reads all sources, in the order of their paths, one whenever the next is asked for. */
export function* readSources(content: ReadableFolder, states: States, cache?: Cache): Generator<Source, void> {
  for (const path of content.list()) {
    if (!/\.md$/i.test(path) || /^readme\.md$/i.test(path.split("/").at(-1) ?? "")) continue;
    yield cache ? rememberedSource(path, content, states, cache) : readSource(path, content);
  }
}

/** Files that look like sources whose names editors have lengthened, since a missing item would not be missed; no attachments. */
export function misnamedSources(content: ReadableFolder, sources: readonly Source[]): readonly Diagnostic[] {
  const attached = new Set(
    sources.flatMap(({ path, outline }) =>
      (outline.parts ?? []).map(({ file }) => file !== undefined && resolvePath(file, folderOf(path))),
    ),
  );
  const misnamed = content.list().filter((path) => /\.(?:md\.txt|markdown)$/i.test(path) && !attached.has(path));
  return misnamed.map((path) =>
    diagnose("source-misnamed", {}, { file: `${content.name}/${path}`, line: 1, column: 1 }),
  );
}

function rememberedSource(path: string, content: ReadableFolder, states: States, cache: Cache): Source {
  const name = `source:${content.name}/${path}` as const;
  const remembered = cache.recall<RememberedSource>(name);
  if (remembered) return recallSource(path, content, states, remembered);
  const recorder = new Recorder(states);
  const source = readSource(path, recorder.folder("content", content));
  const { outline, diagnostics, entry } = source;
  if (entry) {
    const { kind, id, data, language } = entry;
    cache.remember(name, recorder.reads(), { outline, diagnostics, entry: { kind, id, data, language } });
  }
  return source;
}

/**
 * Thrown where the text of a source is asked for that was saved anew since its frontmatter was looked at: who may see what it
 * says now, nobody knows before the next build.
 */
export class SourceChanged extends Error {
  readonly diagnostic: Diagnostic;

  /** `name` is what messages call the source. */
  constructor(name: string) {
    super(`${name} changed while it was being read.`);
    this.diagnostic = diagnose("source-changed", {}, { file: name, line: 1, column: 1 });
  }
}

/** A source of which all is known but its text and its places; these are read when they are asked for. */
function recallSource(
  path: string,
  content: ReadableFolder,
  states: States,
  { outline, diagnostics, entry }: RememberedSource,
): Source {
  const name = `${content.name}/${path}`;
  const expected = states.of(nameOf.source(path));
  let whole: Source | undefined;
  const read = (): Entry => {
    whole ??= readSource(path, content);
    const now = content.read(path);
    const isSame = "bytes" in now && digestOf(now.bytes) === expected;
    // It was valid, and the same bytes are.
    if (!whole.entry || !isSame) throw new SourceChanged(name);
    return whole.entry;
  };
  const lazy = {
    ...entry,
    path,
    placeOf: (field: readonly PropertyKey[]) => read().placeOf(field),
    get file() {
      return read().file;
    },
    get text() {
      return read().text;
    },
  } as Entry; // the data is of the kind that it was remembered with
  return {
    path,
    name,
    outline,
    entry: lazy,
    diagnostics,
    get file() {
      return read().file;
    },
    get textDiagnostics() {
      read();
      return whole?.textDiagnostics ?? [];
    },
  };
}

/** Nothing, or what a disk that failed leaves of a file. */
const BLANK = /^[\s\0\ufeff]*$/;

function readSource(path: string, content: ReadableFolder): Source {
  const name = `${content.name}/${path}`;
  const broken = (
    diagnostics: readonly Diagnostic[],
    words?: string,
    outline: EntryOutline = {},
    file?: TextFile,
  ): Source => ({
    path,
    name,
    outline,
    diagnostics,
    textDiagnostics: [],
    ...(words !== undefined && { words }),
    ...(file && { file }),
  });
  const read = content.read(path);
  if ("failure" in read) {
    return broken([diagnose("file-unreadable", { reason: read.failure }, { file: name, line: 1, column: 1 })]);
  }
  const decoded = decode(name, read.bytes);
  const file = decoded.value;
  const words = file?.text ?? decodeLeniently(read.bytes);
  if (BLANK.test(words)) {
    const place = { file: name, line: 1, column: 1 };
    return broken([diagnose("file-empty", {}, place)], words, { isHeadless: true, isBlank: true }, file);
  }
  if (!file) return broken(decoded.diagnostics, words, salvageOutline(words));
  const frontmatter = readFrontmatter(file);
  if (!frontmatter.value) return broken(frontmatter.diagnostics, words, salvageOutline(words), file);

  const { fields, bodyStart } = frontmatter.value;
  const record = readEntry(fields);
  const outline = outlineOf(fields, record.value !== undefined);
  const found = [...frontmatter.diagnostics, ...record.diagnostics];
  let text: (Result<Markdown> & { readonly value: Markdown }) | undefined;
  const readText = () => (text ??= parseMarkdown(file, bodyStart, folderOf(path)));
  if (!record.value) return broken(withoutConsequences([...found, ...readText().diagnostics]), words, outline, file);

  const { kind, language, data, placeOf } = record.value;
  // readEntry gives the data of the kind that it names.
  const entry = {
    kind,
    id: (data as { id: string }).id,
    data,
    file,
    path,
    language,
    placeOf,
    get text() {
      return readText().value;
    },
  } as Entry;
  for (const named of filesOf(entry)) found.push(...checkFile(named.file, named.place, path, content));
  return {
    path,
    name,
    file,
    outline,
    entry,
    diagnostics: withoutConsequences(found),
    get textDiagnostics() {
      return withoutConsequences([...readText().diagnostics, ...checkPresence(entry, bodyStart)]);
    },
  };
}

/** A text where none is printed, and none where one is needed. */
function checkPresence({ kind, language, text, file }: Entry, bodyStart: number): readonly Diagnostic[] {
  const { hasText, textRequired } = kinds[kind];
  const values = { kind: kindName(kind, language) };
  if (!hasText && !isEmpty(text)) return [diagnose("text-not-printed", values, placeAt(file, bodyStart))];
  if (textRequired && isEmpty(text)) return [diagnose("text-empty", values, placeAt(file, 0, 3))];
  return [];
}
