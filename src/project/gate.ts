/**
 * The last look at a public paper before it is written: no word may be in it that stands only in non-public sources.
 *
 * A paper prints the words of its own sources, of templates, and of the program. So what the finished files say, read from
 * their bytes, is held against all non-public sources; of what is left after the paper's own sources, the templates and the
 * program, and then all public sources, have been taken away, everything has leaked. It is looked for single words and figures
 * (`telling.ts`), and for passages of words that are common each (`passages.ts`). Days, years and figures of few digits are
 * left out: the program makes them from other figures. What public agendas may say of a non-public item counts as public.
 */

import { printedWords } from "../compile.ts";
import { diagnose } from "../diagnostics/catalogue.ts";
import { announcedTexts, withheldParts } from "../kinds/disclosure.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import { phraseWords } from "../kinds/phrases.ts";
import { vocabularyWords } from "../kinds/vocabulary.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FileRead, Host, ReadableFolder } from "../model/host.ts";
import { placeAt } from "../model/text-file.ts";
import { decodeLeniently } from "../source/decode.ts";
import type { KnownWords } from "./known-words.ts";
import { findPassage, Neighbours, type Passage, Passages, passageKey } from "./passages.ts";
import type { CheckedSource, Project } from "./project.ts";
import { Vocabulary, type Words, wordsIn, wordsOfFile } from "./public-words.ts";
import { digest, type States } from "./recording.ts";
import { findTelling, tellingIn, type Word, wordsOf } from "./telling.ts";
import { END_OF_TEXT } from "./words.ts";

/** What may not be in public, and the files that it was found in. */
interface Secrets {
  readonly files: readonly FileRead[];
  /** Words → the path of one source that has them. */
  readonly words: ReadonlyMap<string, string>;
  readonly passages: Passages;
}

/** Of the last run: a process that builds again and again finds most files as they were. */
let latest: Secrets | undefined;

/** What texts have in common with secrets, whether it is public as well or not. */
export interface Suspects {
  /** As they are compared. */
  readonly words: Iterable<string>;
  readonly passages: readonly Passage[];
}

/** Suspects that nothing public has. */
interface Leaks {
  readonly words: ReadonlyMap<string, CheckedSource>;
  readonly passages: ReadonlyMap<string, Passage>;
}

/** What earlier builds found out of public sources, and the states that sources have. */
export interface GateMemory {
  readonly states: States;
  readonly words: KnownWords;
}

/** What is known of a word: it is in no secret, or in something public as well. */
const [INNOCENT, EXPLAINED] = [1, 2];

/** Looks through public papers of one project. */
export class Gate {
  readonly #content: ReadableFolder;
  readonly #sources: readonly CheckedSource[];
  readonly #byPath: ReadonlyMap<string, CheckedSource>;
  readonly #tree: Tree | undefined;
  readonly #templates: readonly ReadableFolder[];
  #secrets: Secrets | undefined;
  /** By {@link Word.index}. Papers share most of their words. */
  readonly #known: number[] = [];
  readonly #memory: GateMemory;
  #own: Vocabulary | undefined;
  #public: Vocabulary | undefined;
  #publicNeighbours: Neighbours | undefined;

  constructor(
    { content, templates }: Pick<Host, "content" | "templates">,
    { sources, tree }: Pick<Project, "sources" | "tree">,
    memory: GateMemory,
  ) {
    this.#content = content;
    this.#templates = templates;
    this.#sources = sources;
    this.#byPath = new Map(sources.map((one) => [one.source.path, one]));
    this.#tree = tree;
    this.#memory = memory;
  }

  /** What has leaked into texts of a public paper that was made from these sources. */
  check(texts: () => Iterable<string>, ingredients: readonly Entry[]): readonly Diagnostic[] {
    const { words, passages } = this.#findSecrets();
    if (words.size === 0 && passages.isEmpty) return [];
    const found = this.#find(texts(), (word) => this.#known[word.index] !== undefined, this.#publicNeighbours);
    const leaks = this.#takeAway({ ...found, words: found.words.keys() }, ingredients);
    for (const [key, ways] of found.words)
      if (!leaks.words.has(key)) for (const { index } of ways) this.#known[index] = EXPLAINED;
    return this.#tell(leaks);
  }

  /** All that texts have in common with secrets: what to look at again when something else that is public has changed. */
  suspectsIn(texts: Iterable<string>): Suspects {
    const { words, passages } = this.#find(texts, (word) => this.#known[word.index] === INNOCENT, undefined);
    return { words: words.keys(), passages };
  }

  /** What of suspects has leaked. */
  judge(suspects: Suspects, ingredients: readonly Entry[]): readonly Diagnostic[] {
    return this.#tell(this.#takeAway(suspects, ingredients));
  }

  /** The same as long as no secret comes, goes or changes. */
  stateOfSecrets(): string {
    const { states } = this.#memory;
    return digest(
      this.#hiding()
        .map(({ source: { path } }) => `${path} ${states.of(`content:${path}`)}`)
        .join("\n"),
    );
  }

  /** Words by what they are compared as, but for those that need no look; figures that belong together are no words. */
  #find(
    texts: Iterable<string>,
    needsNoLook: (word: Word) => boolean,
    explained: Neighbours | undefined,
  ): { readonly words: ReadonlyMap<string, ReadonlySet<Word>>; readonly passages: readonly Passage[] } {
    const secrets = this.#findSecrets();
    // As one text, since many short ones take longer.
    const { words, composites } = wordsOf([...texts].join(END_OF_TEXT));
    const found = new Map<string, Set<Word>>();
    for (const word of words) {
      if (needsNoLook(word)) continue;
      if (secrets.words.has(word.key)) found.set(word.key, (found.get(word.key) ?? new Set()).add(word));
      else this.#known[word.index] = INNOCENT;
    }
    for (const key of composites) if (secrets.words.has(key)) found.set(key, found.get(key) ?? new Set());
    return { words: found, passages: secrets.passages.findIn(words, explained) };
  }

  #takeAway({ words, passages: found }: Suspects, ingredients: readonly Entry[]): Leaks {
    const secrets = this.#findSecrets();
    const left = new Map<string, CheckedSource>();
    for (const word of words) {
      const source = this.#byPath.get(secrets.words.get(word) ?? "");
      if (source) left.set(word, source);
    }
    const passages = new Map(found.map((passage) => [passageKey(passage), passage]));
    const paths = new Set(ingredients.map(({ path }) => path));
    const own = () => this.#sources.filter(({ source }) => paths.has(source.path));
    this.#takeAwayWords(left, own);
    this.#takeAwayPassages(passages, own);
    return { words: left, passages };
  }

  #tell({ words, passages }: Leaks): readonly Diagnostic[] {
    return [
      ...largest(words).map(([word, { source }]) => this.#report(source, (text) => wordIn(text, word), word)),
      ...this.#reportPassages([...passages.values()]),
    ];
  }

  /**
   * What the paper's own sources say is public, and what agendas announce; these are looked at first, unless all that is public
   * is known already.
   */
  #takeAwayWords(left: Map<string, CheckedSource>, own: () => readonly CheckedSource[]): void {
    const { words: known } = this.#memory;
    for (const word of left.keys()) if (known.has(word)) left.delete(word);
    const takeAway = (from: Vocabulary): void => {
      for (const word of left.keys()) {
        const part = from.find(word);
        if (!part) continue;
        left.delete(word);
        if (part.source !== undefined) known.learn(word, part.source);
      }
    };
    if (left.size > 0) {
      this.#own ??= new Vocabulary(this.#programTexts().map((text) => wordsIn(text)));
      takeAway(this.#own);
    }
    if (left.size > 0 && !this.#public)
      takeAway(new Vocabulary(own().map((one) => wordsIn(this.#publicText(one), one.source.path))));
    if (left.size > 0 && !this.#public)
      takeAway(new Vocabulary(this.#sources.flatMap((one) => this.#announced(one).map((text) => wordsIn(text)))));
    if (left.size > 0) {
      this.#public ??= new Vocabulary(this.#sources.flatMap((one) => this.#publicWords(one)));
      takeAway(this.#public);
    }
  }

  #takeAwayPassages(passages: Map<string, Passage>, own: () => readonly CheckedSource[]): void {
    const takeAway = (from: Neighbours): void => {
      for (const [key, passage] of passages) if (from.explain(passage)) passages.delete(key);
    };
    if (passages.size > 0 && !this.#publicNeighbours) takeAway(neighboursIn(own().map((one) => this.#publicText(one))));
    if (passages.size > 0) {
      this.#publicNeighbours ??= neighboursIn([...this.#programTexts(), ...this.#publicTexts()]);
      takeAway(this.#publicNeighbours);
    }
  }

  #read(path: string, folder = this.#content): string {
    const read = folder.read(path);
    return "bytes" in read ? decodeLeniently(read.bytes) : "";
  }

  /** The body, whose name parts passages, and all sources with something that is not public. */
  #hiding(): readonly CheckedSource[] {
    const body = this.#sources.find(({ source }) => source.entry?.kind === "body");
    return [...(body ? [body] : []), ...this.#sources.filter(hides)];
  }

  /** Words and passages of non-public sources, of their names, and of what public sources withhold. */
  #findSecrets(): Secrets {
    if (this.#secrets) return this.#secrets;
    const body = this.#sources.find(({ source }) => source.entry?.kind === "body");
    const files = this.#hiding().map(({ source }) => this.#content.read(source.path));
    const known = latest?.files.length === files.length && files.every((file, index) => file === latest?.files[index]);
    if (!known || !latest) {
      const words = new Map<string, string>();
      const passages = new Passages(body ? this.#publicText(body) : "");
      for (const one of this.#sources.filter(hides)) {
        const found = wordsOf(this.#secretText(one));
        for (const word of tellingIn(found)) if (!words.has(word)) words.set(word, one.source.path);
        passages.add(found.words);
      }
      latest = { files, words, passages };
    }
    this.#secrets = latest;
    return latest;
  }

  #secretText(one: CheckedSource): string {
    if (!isPublic(one)) return `${one.source.path} ${this.#read(one.source.path)}`;
    return textsIn(withheldIn(one), new Set()).join(" ");
  }

  /** Texts of templates and of the program. */
  #programTexts(): readonly string[] {
    const templates = this.#templates.flatMap((folder) =>
      folder
        .list()
        .filter((path) => /\.(hbs|yaml)$/.test(path))
        .map((path) => this.#read(path, folder)),
    );
    return [...templates, ...phraseWords(), ...vocabularyWords(), ...printedWords()];
  }

  #publicTexts(): readonly string[] {
    return this.#sources.flatMap((one) => [this.#publicText(one), ...this.#announced(one)]);
  }

  /** The words of {@link #publicTexts}; those of whole files are kept from run to run. */
  #publicWords(one: CheckedSource): readonly Words[] {
    const { path } = one.source;
    const announced = this.#announced(one).map((text) => wordsIn(text));
    if (!isPublic(one)) return announced;
    if (one.source.entry && withheldIn(one).length > 0) return [wordsIn(this.#publicText(one), path), ...announced];
    const read = this.#content.read(path);
    return [wordsIn(path, path), ...("bytes" in read ? [wordsOfFile(read.bytes, path)] : []), ...announced];
  }

  /** What public agendas say of a source although it is not public. */
  #announced({ source: { entry } }: CheckedSource): readonly string[] {
    return entry && this.#tree ? announcedTexts(entry, this.#tree) : [];
  }

  /** A public source without what it withholds. */
  #publicText(one: CheckedSource): string {
    if (!isPublic(one)) return "";
    const { path, entry } = one.source;
    const text = this.#read(path);
    const secrets = new Set<unknown>(withheldIn(one));
    if (!entry || secrets.size === 0) return `${path} ${text}`;
    const body = text.replace(/^---\r?\n[\s\S]*?\n---[ \t]*(\r?\n|$)/, "");
    return [path, ...textsIn(entry.data, secrets), body].join(" ");
  }

  /** One for each source: passages that overlap are one. */
  #reportPassages(passages: readonly Passage[]): readonly Diagnostic[] {
    if (passages.length === 0) return [];
    return this.#sources.flatMap((one) => {
      const text = this.#secretText(one);
      const passage = passages.find((each) => findPassage(text, each));
      return passage ? [this.#report(one.source, (typed) => findPassage(typed, passage), "…")] : [];
    });
  }

  #report(
    { path, name }: CheckedSource["source"],
    find: (text: string) => Span | undefined,
    shown: string,
  ): Diagnostic {
    const file = { path: name, text: this.#read(path) };
    const span = find(file.text);
    // As it is written there.
    const word = span ? file.text.slice(span.index, span.index + span.length).replace(/\s+/g, " ") : shown;
    const place = span ? placeAt(file, span.index, span.length) : { file: name, line: 1, column: 1 };
    return diagnose("secret-in-public", { word }, place);
  }
}

/** Without what is a part of something else that was found. */
function largest(found: ReadonlyMap<string, CheckedSource>): readonly (readonly [string, CheckedSource])[] {
  const words = [...found.keys()];
  return [...found].filter(([word]) => !words.some((other) => other !== word && other.includes(word)));
}

type Span = { readonly index: number; readonly length: number };

function wordIn(text: string, word: string): Span | undefined {
  const found = findTelling(text, word);
  return found && { index: found.index, length: found.typed.length };
}

function neighboursIn(texts: readonly string[]): Neighbours {
  const found = new Neighbours();
  for (const text of texts) found.add(wordsOf(text).words);
  return found;
}

/** Anything that is not clearly public is not. */
function isPublic({ source }: CheckedSource): boolean {
  return source.outline.isWithheld === false;
}

function hides(one: CheckedSource): boolean {
  return !isPublic(one) || withheldIn(one).length > 0;
}

/** What a public source has that is not public. */
function withheldIn({ source: { entry } }: CheckedSource): readonly unknown[] {
  return entry ? withheldParts(entry) : [];
}

/** All texts in data, but for those of some of its parts. */
function textsIn(data: unknown, without: ReadonlySet<unknown>): readonly string[] {
  if (typeof data === "string") return [data];
  if (typeof data !== "object" || data === null || without.has(data)) return [];
  return Object.values(data).flatMap((value) => textsIn(value, without));
}
