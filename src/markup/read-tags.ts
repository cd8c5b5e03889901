/** Stamped HTML → its tags and texts in order, each with its place. What they mean is not judged here. */

import { type QuoteType, Tokenizer } from "htmlparser2";
import type { Place } from "../model/diagnostic.ts";
import { readStamp } from "../model/text-file.ts";

/** Told of each tag and each run of text. A place costs a look back, so it is made only when asked for. */
export interface TagHandler {
  /** `at` is the element's own stamp. */
  open(name: string, attributes: Readonly<Record<string, string>>, at: Place | undefined, isClosed: boolean): void;
  close(name: string, at: () => Place | undefined): void;
  /** Entities are resolved. `at` is the first character that is no white space. */
  text(value: string, at: () => Place | undefined): void;
}

/** Reads HTML from beginning to end. */
export function readTags(html: string, handler: TagHandler): void {
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: true }, new Events(html, handler));
  tokenizer.write(html);
  tokenizer.end();
}

/** The tokenizer's events, gathered into tags. */
class Events {
  readonly #html: string;
  readonly #handler: TagHandler;
  #name = "";
  #attributes: Record<string, string> = {};
  #attribute = "";
  #value = "";
  #text = "";
  #textStart = 0;
  /** The last stamp, and the offset in the HTML that it belongs to. */
  #last: { readonly place: Place; readonly offset: number } | undefined;
  #tagStart = 0;

  constructor(html: string, handler: TagHandler) {
    this.#html = html;
    this.#handler = handler;
  }

  onopentagname(start: number, end: number): void {
    this.#flush();
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = {};
    this.#tagStart = start - 1;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = "";
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(_quote: QuoteType, _end: number): void {
    if (!Object.hasOwn(this.#attributes, this.#attribute)) this.#attributes[this.#attribute] = this.#value;
  }

  onopentagend(): void {
    this.#open(false);
  }

  onselfclosingtag(): void {
    this.#open(true);
  }

  #open(isClosed: boolean): void {
    const { "data-at": stamp, ...attributes } = this.#attributes;
    const place = stamp === undefined ? undefined : readStamp(stamp);
    if (place) this.#last = { place, offset: this.#tagStart };
    this.#handler.open(this.#name, attributes, place, isClosed);
  }

  onclosetag(start: number, end: number): void {
    this.#flush();
    const rest = this.#html.slice(end, this.#html.indexOf(">", end));
    const place = readStamp(/data-at="([^"]*)"/.exec(rest)?.[1] ?? "");
    if (place) this.#last = { place, offset: start - 2 };
    this.#handler.close(this.#html.slice(start, end).toLowerCase(), this.#placeFrom(start - 2));
  }

  ontext(start: number, end: number): void {
    if (this.#text === "") this.#textStart = start;
    this.#text += this.#html.slice(start, end);
  }

  ontextentity(codePoint: number, end: number): void {
    if (this.#text === "") this.#textStart = end - 1;
    this.#text += String.fromCodePoint(codePoint);
  }

  onend(): void {
    this.#flush();
  }

  #flush(): void {
    if (this.#text === "") return;
    const space = /^[ \t\r\n]*/.exec(this.#text)?.[0].length ?? 0;
    this.#handler.text(this.#text, this.#placeFrom(this.#textStart + space));
    this.#text = "";
  }

  /** Counts on from the last stamp: exact unless a printed value stands between. */
  #placeFrom(offset: number): () => Place | undefined {
    const last = this.#last;
    return () => {
      if (!last) return undefined;
      const between = this.#html.slice(last.offset, offset).replace(/ data-at="[^"]*"/g, "");
      const lines = between.split("\n");
      const column = (lines.length === 1 ? last.place.column : 1) + (lines.at(-1) ?? "").length;
      return { file: last.place.file, line: last.place.line + lines.length - 1, column };
    };
  }

  oncomment(): void {
    this.#flush();
  }

  oncdata(): void {}

  ondeclaration(): void {}

  onprocessinginstruction(): void {}
}
