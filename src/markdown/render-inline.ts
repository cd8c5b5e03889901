/** Turns the text of a block into inline HTML; images, which are blocks here, divide it. */

import type { Token, Tokens } from "marked";
import { diagnose } from "../diagnostics/catalogue.ts";
import { imagePath, isAllowedLink } from "./address.ts";
import {
  type Asterisks,
  doubtAsterisks,
  doubtLinksApart,
  findAsterisks,
  refuseLanguageMarks,
  refuseOpenImages,
  refuseSpacedAddresses,
} from "./doubt-inline.ts";
import { escapeLiteral, escapeText } from "./escape.ts";
import type { LanguageToken, NoteReferenceToken } from "./inline-lexer.ts";
import { at, noteId, noteKey, place, type Reading } from "./reading.ts";
import { refuseHtml } from "./refuse-html.ts";
import { offsetIn, type Stretch } from "./stretch.ts";

/** A stretch of text, or a figure within the text. */
export interface Run {
  readonly type: "text" | "figure";
  readonly html: string;
  readonly offset: number;
}

/** More signs than this in one block take marked seconds; no paragraph has them. */
const MOST_SIGNS = 2000;
const LONGEST = 100_000;
const DEEPEST = 20;

/** Renders the text of one block. Empty if nothing of it prints. */
export function renderInline(text: Stretch, reading: Reading): readonly Run[] {
  const writer = new InlineWriter(text, reading);
  if (isTooComplex(text.text)) {
    reading.diagnostics.push(diagnose("body-too-complex", {}, place(reading, offsetIn(text, 0))));
    writer.text(escapeLiteral(text.text));
  } else {
    writer.tokens(reading.lexer.read(text.text), 0, 0);
  }
  return writer.finish();
}

/** Renders text where no figure can stand; figures come after the text. */
export function splitFigures(runs: readonly Run[]): { readonly html: string; readonly figures: string } {
  if (runs.length <= 1 && runs[0]?.type !== "figure") return { html: runs[0]?.html ?? "", figures: "" };
  const pick = (type: Run["type"], separator: string) =>
    runs
      .filter((run) => run.type === type)
      .map((run) => run.html)
      .join(separator);
  return { html: pick("text", " "), figures: pick("figure", "") };
}

function isTooComplex(text: string): boolean {
  if (text.length <= MOST_SIGNS) return false;
  if (text.length > LONGEST) return true;
  let signs = 0;
  for (const _ of text.matchAll(/[*_~`[\]!<(\\]/g)) if (++signs > MOST_SIGNS) return true;
  return false;
}

class InlineWriter {
  readonly #source: Stretch;
  readonly #reading: Reading;
  readonly #runs: Run[] = [];
  #html = "";
  #printed = false;
  #start = 0;
  readonly #open: { readonly start: string; readonly end: string }[] = [];
  readonly #asterisks: Asterisks[] = [];
  #reported = false;

  constructor(source: Stretch, reading: Reading) {
    this.#source = source;
    this.#reading = reading;
  }

  /** Writes tokens whose raw text begins at `from` in the block's text. */
  tokens(tokens: readonly Token[], from: number, depth: number): void {
    let cursor = from;
    for (const token of tokens) {
      // marked drops the backslash before a bracket in the text of a link, so raws there may not add up.
      if (!this.#source.text.startsWith(token.raw, cursor)) {
        const found = this.#source.text.indexOf(token.raw, cursor);
        if (found !== -1) cursor = found;
      }
      this.#token(token, cursor, depth);
      cursor += token.raw.length;
    }
  }

  text(html: string): void {
    this.#html += html;
    if (!this.#printed && html.trim() !== "") this.#printed = true;
  }

  finish(): readonly Run[] {
    doubtAsterisks(this.#asterisks, this.#source, this.#reading);
    this.#flush(this.#source.text.length);
    return this.#runs;
  }

  #token(token: Token, index: number, depth: number): void {
    // The tokenizers of marked and of inline-lexer.ts give these types their shapes.
    switch (token.type) {
      case "text":
        this.#plain(token as Tokens.Text, index, depth);
        break;
      case "escape":
        this.text(escapeLiteral((token as Tokens.Escape).text));
        break;
      case "strong":
        this.#wrap("strong", "", token as Tokens.Strong, index, depth);
        break;
      case "em":
        this.#wrap("em", "", token as Tokens.Em, index, depth);
        break;
      case "del":
        this.#wrap("del", "", token as Tokens.Del, index, depth);
        break;
      case "language": {
        const { lang } = token as LanguageToken;
        if (!isLanguage(lang)) this.#report("wrong-locale", { key: "lang", value: lang }, index, token.raw.length);
        this.#wrap("span", ` lang="${lang}"`, token as LanguageToken, index, depth);
        break;
      }
      case "codespan":
        this.text(`<code${this.#at(index)}>${escapeLiteral((token as Tokens.Codespan).text)}</code>`);
        break;
      case "br":
        this.#html += `<br${this.#at(index)}>`;
        break;
      case "link":
        this.#link(token as Tokens.Link, index, depth);
        break;
      case "image":
        this.#image(token as Tokens.Image, index);
        break;
      case "html":
        this.#rawHtml(token.raw, index);
        break;
      case "note-reference":
        this.#noteReference(token as NoteReferenceToken, index);
        break;
      default:
        this.text(escapeText(token.raw));
    }
  }

  #plain(token: Tokens.Text, index: number, depth: number): void {
    if (token.tokens && token.tokens.length > 0) {
      this.tokens(token.tokens, index, depth);
      return;
    }
    if (token.raw.includes("**")) this.#asterisks.push(...findAsterisks(token.raw, index));
    if (token.raw.includes("![")) refuseOpenImages(token.raw, index, this.#source, this.#reading);
    if (token.raw.includes("{")) refuseLanguageMarks(token.raw, index, this.#source, this.#reading);
    if (token.raw.includes("](")) refuseSpacedAddresses(token.raw, index, this.#source, this.#reading);
    if (token.raw.includes("(")) doubtLinksApart(token.raw, index, this.#source, this.#reading);
    this.text(escapeText(token.text));
  }

  #wrap(name: string, attributes: string, token: Tokens.Generic, index: number, depth: number): void {
    const inner = token.tokens ?? [];
    const from = index + Math.max(0, token.raw.indexOf(inner[0]?.raw ?? "", 1));
    if (depth >= DEEPEST) {
      this.#tooComplex(index);
      this.text(escapeText(token.raw));
      return;
    }
    const start = `<${name}${this.#at(index)}${attributes}>`;
    const end = `</${name}>`;
    this.#open.push({ start, end });
    this.#html += start;
    this.tokens(inner, from, depth + 1);
    this.#open.pop();
    this.#html += end;
  }

  #link(token: Tokens.Link, index: number, depth: number): void {
    const href = token.href.trim();
    if (!isAllowedLink(href)) {
      this.#report("link-scheme", { address: href }, index, token.raw.length);
      this.tokens(token.tokens, index + Math.max(0, token.raw.indexOf(token.tokens[0]?.raw ?? "")), depth + 1);
      return;
    }
    const title = token.title ? ` title="${escapeText(token.title)}"` : "";
    if (token.raw.startsWith("[")) {
      this.#wrap("a", ` href="${escapeText(href)}"${title}`, token, index, depth);
      return;
    }
    // An address in the text: it has neither entities nor escapes.
    this.text(`<a${this.#at(index)} href="${escapeLiteral(href)}">${escapeLiteral(token.text)}</a>`);
  }

  #image(token: Tokens.Image, index: number): void {
    const typed = plainText(token.tokens, token.text).trim();
    const path = imagePath(token.href.trim(), this.#reading.folder);
    if (typed === "") this.#report("image-without-alt", { source: token.href }, index, token.raw.length);
    if (path === undefined) {
      this.#report("image-address", { address: token.href }, index, token.raw.length);
      this.text(typed);
      return;
    }
    const alt = typed === "-" ? "" : typed;
    const stamped = this.#at(index);
    const image = `<img${stamped} src="content:${escapeText(path)}" alt="${alt}">`;
    const link = this.#open.find((tag) => tag.start.startsWith("<a "));
    const linked = link ? `${link.start}${image}</a>` : image;
    const caption = token.title ? `<figcaption${stamped}>${escapeText(token.title)}</figcaption>` : "";
    this.#flush(index);
    this.#runs.push({
      type: "figure",
      html: `<figure${stamped}>${linked}${caption}</figure>`,
      offset: offsetIn(this.#source, index),
    });
    this.#start = index + token.raw.length;
  }

  #rawHtml(raw: string, index: number): void {
    if (raw.startsWith("<!--")) return;
    refuseHtml(raw, offsetIn(this.#source, index), raw.length, this.#reading);
    this.text(escapeLiteral(raw));
  }

  #noteReference(token: NoteReferenceToken, index: number): void {
    const key = noteKey(token.label);
    if (!this.#reading.footnotes.has(key)) {
      if (!this.#reading.missingNotes.has(key)) {
        const code = /\s/.test(token.label) ? "footnote-label" : "footnote-undefined";
        this.#report(code, { label: token.label }, index, token.raw.length);
      }
      this.#reading.missingNotes.add(key);
      this.text(escapeText(token.raw));
      return;
    }
    this.#reading.referenced.add(key);
    this.text(`<note-ref${this.#at(index)} for="${noteId(this.#reading, key)}"></note-ref>`);
  }

  #flush(until: number): void {
    if (this.#printed) {
      const closing = this.#open
        .map((tag) => tag.end)
        .reverse()
        .join("");
      const skipped = this.#source.text.slice(this.#start).search(/\S/);
      const offset = offsetIn(this.#source, this.#start + Math.max(0, skipped));
      this.#runs.push({ type: "text", html: (this.#html + closing).trim(), offset });
    }
    this.#html = this.#open.map((tag) => tag.start).join("");
    this.#printed = false;
    this.#start = until;
  }

  #tooComplex(index: number): void {
    if (!this.#reported) this.#report("body-too-complex", {}, index, 1);
    this.#reported = true;
  }

  #at(index: number): string {
    return at(this.#reading, offsetIn(this.#source, index));
  }

  #report<Code extends Parameters<typeof diagnose>[0]>(
    code: Code,
    values: Parameters<typeof diagnose<Code>>[1],
    index: number,
    length: number,
  ): void {
    this.#reading.diagnostics.push(diagnose(code, values, place(this.#reading, offsetIn(this.#source, index), length)));
  }
}

/** „englisch“ would be well-formed, but no language. */
function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(?:-|$)/i.test(tag);
}

/** The text of an image's label without its signs, as HTML. */
function plainText(tokens: readonly Token[] | undefined, otherwise: string): string {
  if (!tokens) return escapeText(otherwise);
  return tokens
    .map((token) => {
      if (token.type === "escape" || token.type === "codespan") return escapeLiteral(String(token.text));
      if (token.type === "br") return " ";
      const inner: readonly Token[] | undefined = "tokens" in token ? token.tokens : undefined;
      return inner && inner.length > 0
        ? plainText(inner, "")
        : escapeText("text" in token ? String(token.text) : token.raw);
    })
    .join("");
}
