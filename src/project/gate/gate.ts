/**
 * The last look at a public paper before it is written: no word may be in it that stands only in non-public sources.
 *
 * A paper prints the words of its own sources, of templates, and of the program. So what the finished files say, read from
 * their bytes, is held against all non-public sources; of what is left after the paper's own sources, the templates and the
 * program, and then all public sources, as typed and as printed, have been taken away, everything has leaked. It is looked for
 * single words and figures (`telling.ts`), and for passages of words that are common each (`passages.ts`). Days, years and figures
 * of few digits are left out: the program makes them from other figures. What public agendas may say of a non-public item counts
 * as public.
 */

import { diagnose } from "../../diagnostics/catalogue.ts";
import type { Entry } from "../../kinds/entry.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Host, ReadableFolder } from "../../model/host.ts";
import { placeAt } from "../../model/text-file.ts";
import { decodeLeniently } from "../../source/decode.ts";
import { programWords } from "../program-words.ts";
import type { CheckedSource, Project } from "../project.ts";
import { nameOf } from "../read-names.ts";
import { digest, type States } from "../recording.ts";
import type { KnownWords } from "./known-words.ts";
import { findPassage, Neighbours, type Passage, passageKey } from "./passages.ts";
import { Vocabulary, wordsIn } from "./public-words.ts";
import { findSecrets, hidingSources, type Secrets } from "./secrets.ts";
import { SourceTexts } from "./source-texts.ts";
import { findTelling, openLexicon, type Word } from "./telling.ts";
import { END_OF_TEXT } from "./words.ts";

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
  readonly #templates: readonly ReadableFolder[];
  readonly #texts: SourceTexts;
  readonly #lexicon = openLexicon();
  #found: Secrets | undefined;
  /** By {@link Word.index}. Papers share most of their words. */
  readonly #known: number[] = [];
  readonly #memory: GateMemory;
  #own: Vocabulary | undefined;
  #public: Vocabulary | undefined;
  #printed: Vocabulary | undefined;
  #publicNeighbours: Neighbours | undefined;
  #printedNeighbours: Neighbours | undefined;

  constructor(
    { content, templates }: Pick<Host, "content" | "templates">,
    { sources, tree }: Pick<Project, "sources" | "tree">,
    memory: GateMemory,
  ) {
    this.#content = content;
    this.#templates = templates;
    this.#sources = sources;
    this.#byPath = new Map(sources.map((one) => [one.source.path, one]));
    this.#texts = new SourceTexts(content, tree);
    this.#memory = memory;
  }

  /** What has leaked into texts of a public paper that was made from these sources. */
  check(texts: () => Iterable<string>, ingredients: readonly Entry[]): readonly Diagnostic[] {
    const { words, passages } = this.#secrets();
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
      hidingSources(this.#sources)
        .map(({ source: { path } }) => `${path} ${states.of(nameOf.source(path))}`)
        .join("\n"),
    );
  }

  /** Words by what they are compared as, but for those that need no look; figures that belong together are no words. */
  #find(
    texts: Iterable<string>,
    needsNoLook: (word: Word) => boolean,
    explained: Neighbours | undefined,
  ): { readonly words: ReadonlyMap<string, ReadonlySet<Word>>; readonly passages: readonly Passage[] } {
    const secrets = this.#secrets();
    // As one text, since many short ones take longer.
    const { words, composites } = this.#lexicon.wordsOf([...texts].join(END_OF_TEXT));
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
    const secrets = this.#secrets();
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
      takeAway(new Vocabulary(own().map((one) => wordsIn(this.#texts.public(one), one.source.path))));
    if (left.size > 0 && !this.#public)
      takeAway(new Vocabulary(this.#sources.flatMap((one) => this.#texts.announced(one).map((text) => wordsIn(text)))));
    if (left.size > 0) {
      this.#public ??= new Vocabulary(this.#sources.flatMap((one) => this.#texts.publicWords(one)));
      takeAway(this.#public);
    }
    // Last, since all texts are parsed for it.
    if (left.size > 0) {
      this.#printed ??= new Vocabulary(this.#sources.map((one) => wordsIn(this.#texts.printed(one), one.source.path)));
      takeAway(this.#printed);
    }
  }

  #takeAwayPassages(passages: Map<string, Passage>, own: () => readonly CheckedSource[]): void {
    const takeAway = (from: Neighbours): void => {
      for (const [key, passage] of passages) if (from.explain(passage)) passages.delete(key);
    };
    if (passages.size > 0 && !this.#publicNeighbours)
      takeAway(this.#neighboursIn(own().map((one) => this.#texts.public(one))));
    if (passages.size > 0) {
      this.#publicNeighbours ??= this.#neighboursIn([
        ...this.#programTexts(),
        ...this.#sources.flatMap((one) => [this.#texts.public(one), ...this.#texts.announced(one)]),
      ]);
      takeAway(this.#publicNeighbours);
    }
    if (passages.size > 0) {
      this.#printedNeighbours ??= this.#neighboursIn(this.#sources.map((one) => this.#texts.printed(one)));
      takeAway(this.#printedNeighbours);
    }
  }

  #neighboursIn(texts: readonly string[]): Neighbours {
    const found = new Neighbours();
    for (const text of texts) found.add(this.#lexicon.wordsOf(text).words);
    return found;
  }

  #secrets(): Secrets {
    this.#found ??= findSecrets(this.#sources, this.#texts, this.#content, this.#lexicon);
    return this.#found;
  }

  /** Texts of templates and of the program. */
  #programTexts(): readonly string[] {
    const templates = this.#templates.flatMap((folder) =>
      folder
        .list()
        .filter((path) => /\.(hbs|yaml)$/.test(path))
        .map((path) => {
          const read = folder.read(path);
          return "bytes" in read ? decodeLeniently(read.bytes) : "";
        }),
    );
    return [...templates, ...programWords()];
  }

  /** One for each source: passages that overlap are one. */
  #reportPassages(passages: readonly Passage[]): readonly Diagnostic[] {
    if (passages.length === 0) return [];
    return this.#sources.flatMap((one) => {
      const text = this.#texts.secret(one);
      const find = (typed: string, passage: Passage) => findPassage(typed, passage, this.#lexicon);
      const passage = passages.find((each) => find(text, each));
      return passage ? [this.#report(one.source, (typed) => find(typed, passage), "…")] : [];
    });
  }

  #report(
    { path, name }: CheckedSource["source"],
    find: (text: string) => Span | undefined,
    shown: string,
  ): Diagnostic {
    const file = { path: name, text: this.#texts.whole(path) };
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
