/**
 * The last look at a public paper before it is written: no word may be in it that stands only in non-public sources.
 *
 * A paper prints the words of its own sources, of templates, and of the program. So the words of the finished files, read
 * from their bytes, are held against those of all non-public sources; of what is left after the paper's own sources, the
 * templates and the program, and then all public sources, have been taken away, every word has leaked. Short words and
 * figures, days and years are left out: the program makes them from other figures. A secret made of nothing but words that
 * public sources have too is not found. What public agendas may say of a non-public item counts as public.
 */

import { printedWords } from "../compile.ts";
import { diagnose } from "../diagnostics/catalogue.ts";
import { announcedTexts, withheldParts } from "../kinds/disclosure.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import { phraseWords } from "../kinds/phrases.ts";
import { vocabularyWords } from "../kinds/vocabulary.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Host, ReadableFolder } from "../model/host.ts";
import { placeAt } from "../model/text-file.ts";
import { decodeLeniently } from "../source/decode.ts";
import type { CheckedSource, Project } from "./project.ts";

const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;

/** Figures tell something from this length on, other words if they are longer. */
const SHORTEST = 4;

/** Days and years. */
const DATE = /^(\d{1,2}\.\d{1,2}\.(\d{4})?|(18|19|20)\d\d)$/;

/** The words of a text that can tell a secret, as they are compared. */
export function tellingWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of wordsOf(text)) {
    const told = toldBy(word);
    if (told !== "") found.add(told);
  }
  return found;
}

function wordsOf(text: string): readonly string[] {
  return text.normalize("NFC").replaceAll("\u00ad", "").match(WORD) ?? [];
}

/** What a word is compared as; empty if it tells nothing. */
function toldBy(word: string): string {
  if (word.length < SHORTEST) return "";
  let told = known.get(word);
  if (told === undefined) {
    const tells = /^\d/.test(word) ? !DATE.test(word) : word.length > SHORTEST;
    told = tells ? foldWord(word) : "";
    known.set(word, told);
  }
  return told;
}

/** Papers share words: what each is compared as, empty if it tells nothing. As large as the language of one project. */
const known = new Map<string, string>();

/** Anchors and file names spell umlauts out. */
function foldWord(word: string): string {
  return word.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss");
}

/** Looks through public papers of one project. */
export class Gate {
  readonly #content: ReadableFolder;
  readonly #sources: readonly CheckedSource[];
  readonly #tree: Tree | undefined;
  readonly #templates: readonly ReadableFolder[];
  #secrets: ReadonlyMap<string, CheckedSource> | undefined;
  #ownWords: ReadonlySet<string> | undefined;
  #publicWords: ReadonlySet<string> | undefined;

  constructor(
    { content, templates }: Pick<Host, "content" | "templates">,
    { sources, tree }: Pick<Project, "sources" | "tree">,
  ) {
    this.#content = content;
    this.#templates = templates;
    this.#sources = sources;
    this.#tree = tree;
  }

  /** What has leaked into texts of a public paper that was made from these sources. */
  check(texts: () => Iterable<string>, ingredients: readonly Entry[]): readonly Diagnostic[] {
    this.#secrets ??= this.#findSecrets();
    if (this.#secrets.size === 0) return [];
    const left = new Map<string, CheckedSource>();
    // One text, since many short ones take longer; no word goes over the end of a line.
    for (const word of wordsOf([...texts()].join("\n"))) {
      const told = toldBy(word);
      const source = told === "" ? undefined : this.#secrets.get(told);
      if (source) left.set(told, source);
    }
    if (left.size > 0) {
      this.#ownWords ??= this.#findOwnWords();
      this.#takeAway(left, this.#ownWords);
    }
    const own = new Set(ingredients.map(({ path }) => path));
    for (const one of this.#sources) {
      if (left.size === 0) return [];
      if (own.has(one.source.path)) this.#takeAway(left, tellingWords(this.#publicText(one)));
    }
    if (left.size > 0) {
      this.#publicWords ??= this.#findPublicWords();
      this.#takeAway(left, this.#publicWords);
    }
    return [...left].map(([word, source]) => this.#report(word, source));
  }

  #takeAway(from: Map<string, CheckedSource>, words: ReadonlySet<string>): void {
    for (const word of from.keys()) if (words.has(word)) from.delete(word);
  }

  #read(path: string, folder = this.#content): string {
    const read = folder.read(path);
    return "bytes" in read ? decodeLeniently(read.bytes) : "";
  }

  /** Words of non-public sources, of their names, and of what public sources withhold → one source that has them. */
  #findSecrets(): ReadonlyMap<string, CheckedSource> {
    const secrets = new Map<string, CheckedSource>();
    for (const one of this.#sources) {
      const isSecret = !isPublic(one);
      const text = isSecret
        ? `${one.source.path} ${this.#read(one.source.path)}`
        : textsIn(withheldIn(one), new Set()).join(" ");
      for (const word of tellingWords(text)) if (!secrets.has(word)) secrets.set(word, one);
    }
    return secrets;
  }

  #findOwnWords(): ReadonlySet<string> {
    const templates = this.#templates.flatMap((folder) =>
      folder
        .list()
        .filter((path) => /\.(hbs|yaml)$/.test(path))
        .map((path) => this.#read(path, folder)),
    );
    return tellingWords([...templates, ...phraseWords(), ...vocabularyWords(), ...printedWords()].join(" "));
  }

  #findPublicWords(): ReadonlySet<string> {
    const words = new Set<string>();
    for (const one of this.#sources) {
      const texts = [this.#publicText(one), ...this.#announced(one)];
      for (const word of tellingWords(texts.join(" "))) words.add(word);
    }
    return words;
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

  #report(word: string, { source }: CheckedSource): Diagnostic {
    const file = { path: source.name, text: this.#read(source.path) };
    // As it is written there.
    const typed = [...file.text.matchAll(WORD)].find(([one]) => foldWord(one.normalize("NFC")) === word);
    const place = typed ? placeAt(file, typed.index, typed[0].length) : { file: source.name, line: 1, column: 1 };
    return diagnose("secret-in-public", { word: typed?.[0] ?? word }, place);
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
