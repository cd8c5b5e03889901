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
import { findPassage, Neighbours, type Passage, Passages, passageKey } from "./passages.ts";
import type { CheckedSource, Project } from "./project.ts";
import { findTelling, foldText, shortName, tellingIn, tellingWords, type Word, wordsOf } from "./telling.ts";
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

/** Looks through public papers of one project. */
export class Gate {
  readonly #content: ReadableFolder;
  readonly #sources: readonly CheckedSource[];
  readonly #byPath: ReadonlyMap<string, CheckedSource>;
  readonly #tree: Tree | undefined;
  readonly #templates: readonly ReadableFolder[];
  #secrets: Secrets | undefined;
  /** By {@link Word.index}: words that are in no secret, or in something public, too. Papers share most of their words. */
  readonly #harmless: boolean[] = [];
  #own: Vocabulary | undefined;
  #public: Vocabulary | undefined;
  #publicNeighbours: Neighbours | undefined;

  constructor(
    { content, templates }: Pick<Host, "content" | "templates">,
    { sources, tree }: Pick<Project, "sources" | "tree">,
  ) {
    this.#content = content;
    this.#templates = templates;
    this.#sources = sources;
    this.#byPath = new Map(sources.map((one) => [one.source.path, one]));
    this.#tree = tree;
  }

  /** What has leaked into texts of a public paper that was made from these sources. */
  check(texts: () => Iterable<string>, ingredients: readonly Entry[]): readonly Diagnostic[] {
    this.#secrets ??= this.#findSecrets();
    const { words, passages: known } = this.#secrets;
    if (words.size === 0 && known.isEmpty) return [];
    const left = new Map<string, CheckedSource>();
    const passages = new Map<string, Passage>();
    const note = (key: string): boolean => {
      const source = this.#byPath.get(words.get(key) ?? "");
      if (source) left.set(key, source);
      return source !== undefined;
    };
    // As one text, since many short ones take longer.
    const found = wordsOf([...texts()].join(END_OF_TEXT));
    const suspicious: Word[] = [];
    for (const word of found.words) {
      if (this.#harmless[word.index] === true) continue;
      if (note(word.key)) suspicious.push(word);
      else this.#harmless[word.index] = true;
    }
    for (const key of found.composites) note(key);
    for (const passage of known.findIn(found.words, this.#publicNeighbours)) passages.set(passageKey(passage), passage);
    if (left.size === 0 && passages.size === 0) return [];
    const paths = new Set(ingredients.map(({ path }) => path));
    const own = () => this.#sources.flatMap((one) => (paths.has(one.source.path) ? [this.#publicText(one)] : []));
    this.#takeAwayWords(left, own);
    for (const { key, index } of suspicious) if (!left.has(key)) this.#harmless[index] = true;
    this.#takeAwayPassages(passages, own);
    return [
      ...largest(left).map(([word, { source }]) => this.#report(source, (text) => wordIn(text, word), word)),
      ...this.#reportPassages([...passages.values()]),
    ];
  }

  /** What the paper's own sources say is public; they are looked at first, unless all that is public is known already. */
  #takeAwayWords(left: Map<string, CheckedSource>, own: () => readonly string[]): void {
    const takeAway = (from: Vocabulary): void => {
      for (const word of left.keys()) if (from.has(word)) left.delete(word);
    };
    if (left.size > 0) {
      this.#own ??= new Vocabulary(this.#programTexts().map(wordsIn));
      takeAway(this.#own);
    }
    if (left.size > 0 && !this.#public) takeAway(new Vocabulary(own().map(wordsIn)));
    if (left.size > 0) {
      this.#public ??= new Vocabulary(this.#sources.flatMap((one) => this.#publicWords(one)));
      takeAway(this.#public);
    }
  }

  #takeAwayPassages(passages: Map<string, Passage>, own: () => readonly string[]): void {
    const takeAway = (from: Neighbours): void => {
      for (const [key, passage] of passages) if (from.explain(passage)) passages.delete(key);
    };
    if (passages.size > 0 && !this.#publicNeighbours) takeAway(neighboursIn(own()));
    if (passages.size > 0) {
      this.#publicNeighbours ??= neighboursIn([...this.#programTexts(), ...this.#publicTexts()]);
      takeAway(this.#publicNeighbours);
    }
  }

  #read(path: string, folder = this.#content): string {
    const read = folder.read(path);
    return "bytes" in read ? decodeLeniently(read.bytes) : "";
  }

  /** Words and passages of non-public sources, of their names, and of what public sources withhold. */
  #findSecrets(): Secrets {
    const body = this.#sources.find(({ source }) => source.entry?.kind === "body");
    const hiding = this.#sources.filter((one) => !isPublic(one) || withheldIn(one).length > 0);
    const files = [...(body ? [body] : []), ...hiding].map(({ source }) => this.#content.read(source.path));
    const known = latest?.files.length === files.length && files.every((file, index) => file === latest?.files[index]);
    if (known && latest) return latest;
    const words = new Map<string, string>();
    const passages = new Passages(body ? this.#publicText(body) : "");
    for (const one of hiding) {
      const text = this.#secretText(one);
      const found = wordsOf(text);
      for (const word of tellingIn(found)) if (!words.has(word)) words.set(word, one.source.path);
      passages.add(found.words);
    }
    latest = { files, words, passages };
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
    const announced = this.#announced(one).map(wordsIn);
    if (!isPublic(one)) return announced;
    if (one.source.entry && withheldIn(one).length > 0) return [wordsIn(this.#publicText(one)), ...announced];
    const read = this.#content.read(path);
    return [wordsIn(path), ...("bytes" in read ? [wordsOfFile(read.bytes)] : []), ...announced];
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

/** A name may be what is left of a word that was parted at the end of a line. */
function beginsOrEndsWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + name.length] ?? " "];
    if (!(/\p{L}/u.test(before) && /\p{L}/u.test(after))) return true;
  }
  return false;
}

/** A text and what in it can tell something. */
interface Words {
  readonly telling: ReadonlySet<string>;
  text(): string;
}

function wordsIn(text: string): Words {
  return { telling: tellingWords(text), text: () => text };
}

/** Files that are kept from run to run are not gone through again. */
const knownFiles = new WeakMap<Uint8Array, ReadonlySet<string>>();

function wordsOfFile(bytes: Uint8Array): Words {
  const text = (): string => decodeLeniently(bytes);
  const telling = knownFiles.get(bytes) ?? tellingWords(text());
  knownFiles.set(bytes, telling);
  return { telling, text };
}

/** What texts say, and short names wherever they stand in them. */
class Vocabulary {
  readonly #parts: readonly Words[];
  #folded: string | undefined;

  constructor(parts: readonly Words[]) {
    this.#parts = parts;
  }

  has(word: string): boolean {
    if (this.#parts.some(({ telling }) => telling.has(word))) return true;
    const name = shortName(word);
    if (name === undefined) return false;
    this.#folded ??= foldText(this.#parts.map(({ text }) => text()).join("\n"));
    return beginsOrEndsWord(this.#folded, name);
  }
}

/** Anything that is not clearly public is not. */
function isPublic({ source }: CheckedSource): boolean {
  return source.outline.isWithheld === false;
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
