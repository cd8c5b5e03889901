/** Stamped HTML → its tags and texts in order, each with its place. What they mean is not judged here. */

import { QuoteType, Tokenizer } from "htmlparser2";
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

/** Reads HTML from beginning to end; `start` is the place of what precedes every stamp. */
export function readTags(html: string, handler: TagHandler, start?: Place): void {
  tokenize(html, new Events(html, handler, start), false);
}

/** The tokenizer leaps over texts and values in which it need not look for entities, so these are resolved apart. */
function tokenize(html: string, events: Callbacks, decodeEntities: boolean): void {
  const tokenizer = new Tokenizer({ decodeEntities, recognizeSelfClosing: true }, events);
  tokenizer.write(html);
  tokenizer.end();
}

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

/** Callbacks of which most do nothing. */
function callbacks(some: Partial<Callbacks>): Callbacks {
  const ignore = (): void => undefined;
  return {
    onopentagname: ignore,
    onattribname: ignore,
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    onopentagend: ignore,
    onselfclosingtag: ignore,
    onclosetag: ignore,
    ontext: ignore,
    ontextentity: ignore,
    onend: ignore,
    oncomment: ignore,
    oncdata: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    ...some,
  };
}

/** A value of an attribute as it stands between quotation marks. */
function resolveValue(raw: string, quote: string): string {
  if (!raw.includes("&")) return raw;
  const html = `<x y=${quote}${raw}${quote}>`;
  let value = "";
  const events = callbacks({
    onattribdata(start, end) {
      value += html.slice(start, end);
    },
    onattribentity(codePoint) {
      value += String.fromCodePoint(codePoint);
    },
  });
  tokenize(html, events, true);
  return value;
}

/** A stretch of text, and where it begins; of an entity at its beginning the last character counts. */
function resolveText(raw: string): { readonly text: string; readonly start: number } {
  if (!raw.includes("&")) return { text: raw, start: 0 };
  let text = "";
  let begin = 0;
  // What looks like a tag is none here.
  for (const [index, part] of raw.split("<").entries()) {
    if (index > 0) text += "<";
    const events = callbacks({
      ontext(start, end) {
        text += part.slice(start, end);
      },
      ontextentity(codePoint, end) {
        if (text === "") begin = end - 1;
        text += String.fromCodePoint(codePoint);
      },
    });
    tokenize(`${part}<x>`, events, true);
  }
  return { text, start: begin };
}

/** The tokenizer's events, gathered into tags. */
class Events {
  readonly #html: string;
  readonly #handler: TagHandler;
  #name = "";
  #attributes: Record<string, string> = {};
  #stamp: string | undefined;
  #attribute = "";
  #value = "";
  #text = "";
  #textStart = 0;
  /** The last stamp, and the offset in the HTML that it belongs to. */
  #last: { readonly place: Place; readonly offset: number } | undefined;
  #tagStart = 0;

  constructor(html: string, handler: TagHandler, start: Place | undefined) {
    this.#html = html;
    this.#handler = handler;
    if (start) this.#last = { place: start, offset: 0 };
  }

  onopentagname(start: number, end: number): void {
    this.#flush();
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = {};
    this.#stamp = undefined;
    this.#tagStart = start - 1;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = "";
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(): void {}

  onattribend(quote: QuoteType, _end: number): void {
    const value = resolveValue(this.#value, quote === QuoteType.Single ? "'" : quote === QuoteType.Double ? '"' : "");
    if (this.#attribute === "data-at") this.#stamp ??= value;
    else if (!Object.hasOwn(this.#attributes, this.#attribute)) this.#attributes[this.#attribute] = value;
  }

  onopentagend(): void {
    this.#open(false);
  }

  onselfclosingtag(): void {
    this.#open(true);
  }

  #open(isClosed: boolean): void {
    const place = this.#stamp === undefined ? undefined : readStamp(this.#stamp);
    if (place) this.#last = { place, offset: this.#tagStart };
    this.#handler.open(this.#name, this.#attributes, place, isClosed);
  }

  onclosetag(start: number, end: number): void {
    this.#flush();
    const rest = this.#html.startsWith(">", end) ? "" : this.#html.slice(end, this.#html.indexOf(">", end));
    const place = rest === "" ? undefined : readStamp(/data-at="([^"]*)"/.exec(rest)?.[1] ?? "");
    if (place) this.#last = { place, offset: start - 2 };
    this.#handler.close(this.#html.slice(start, end).toLowerCase(), this.#placeFrom(start - 2));
  }

  ontext(start: number, end: number): void {
    const resolved = resolveText(this.#html.slice(start, end));
    if (this.#text === "") this.#textStart = start + resolved.start;
    this.#text += resolved.text;
  }

  ontextentity(): void {}

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
