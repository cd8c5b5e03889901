/** What of a project's sources is public, and what is not, as texts. */

import { announcedTexts, withheldParts } from "../../kinds/disclosure.ts";
import type { Tree } from "../../kinds/entry.ts";
import { plainText } from "../../markdown/plain-text.ts";
import type { ReadableFolder } from "../../model/host.ts";
import { decodeLeniently } from "../../source/decode.ts";
import { belowFrontmatter } from "../../source/frontmatter.ts";
import type { CheckedSource } from "../project.ts";
import { type Words, wordsIn, wordsOfFile } from "./public-words.ts";

/** The texts of sources, read as they are asked for. */
export class SourceTexts {
  readonly #content: ReadableFolder;
  readonly #tree: Tree | undefined;

  constructor(content: ReadableFolder, tree: Tree | undefined) {
    this.#content = content;
    this.#tree = tree;
  }

  /** A source as a whole; empty if it cannot be read. */
  whole(path: string): string {
    const read = this.#content.read(path);
    return "bytes" in read ? decodeLeniently(read.bytes) : "";
  }

  /** A source that is not public with its name, and what a public one withholds. */
  secret(one: CheckedSource): string {
    if (isSecret(one)) return `${one.source.path} ${this.whole(one.source.path)}`;
    return textsIn(withheldIn(one), new Set()).join(" ");
  }

  /** A public source without what it withholds. */
  public(one: CheckedSource): string {
    if (!isPublic(one)) return "";
    const { path, entry } = one.source;
    const secrets = new Set<unknown>(withheldIn(one));
    if (!entry || secrets.size === 0) return `${path} ${this.whole(path)}`;
    return [path, ...textsIn(entry.data, secrets), belowFrontmatter(entry.file.text)].join(" ");
  }

  /** What stands below the head of a public source, as it is printed: marks and entities within words are gone. */
  printed(one: CheckedSource): string {
    const { entry } = one.source;
    return entry && isPublic(one) ? plainText(entry.text) : "";
  }

  /** What public agendas say of a source although it is not public. */
  announced({ source: { entry } }: CheckedSource): readonly string[] {
    return entry && this.#tree ? announcedTexts(entry, this.#tree) : [];
  }

  /** The words of what is public or announced; those of whole files are kept from run to run. */
  publicWords(one: CheckedSource): readonly Words[] {
    const { path, entry } = one.source;
    const announced = this.announced(one).map((text) => wordsIn(text));
    if (!isPublic(one)) return announced;
    if (entry && withheldIn(one).length > 0) return [wordsIn(this.public(one), path), ...announced];
    const read = this.#content.read(path);
    return [wordsIn(path, path), ...("bytes" in read ? [wordsOfFile(read.bytes, path)] : []), ...announced];
  }
}

/** True if a source has something that is not public. */
export function hides(one: CheckedSource): boolean {
  return isSecret(one) || withheldIn(one).length > 0;
}

/** True for what says anything but that it is public. A note, or a source that is broken just there, is neither. */
function isSecret({ source }: CheckedSource): boolean {
  return source.outline.isWithheld === true;
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
