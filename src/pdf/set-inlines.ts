/** Inline elements → runs of one style each. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { readableOn } from "../model/contrast.ts";
import { assertNever, type Inline, type Link, type NoteReference } from "../model/document.ts";

import { plainText } from "../model/outline.ts";
import type { FontFamily, FontFile } from "../model/theme.ts";
import type { Hyphenator } from "../typography/hyphenator.ts";
import type { LinkTarget, Run, TextStyle } from "./boxes.ts";
import { chooseFonts, REPLACEMENT } from "./choose-font.ts";
import { type LibraryFont, libraryFont } from "./font-library.ts";
import type { TextContext } from "./setting.ts";
import { isElement, type Owner, type StructureElement } from "./structure.ts";

/** Sub- and superscripts are set in this share of the type size. */
const SCRIPT_SIZE = 0.66;

/** How far they stand above the line, as a share of the size of the text around them. */
const SUPERSCRIPT_RISE = 0.36;
const SUBSCRIPT_RISE = -0.16;

/** The look of the inline elements around a text. */
interface InlineLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number;
  readonly rise: number;
  readonly color: string;
  readonly ground: string | undefined;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly background: string | undefined;
  readonly family: FontFamily<FontFile>;
  readonly owner: Owner;
  /** The element of the whole line. */
  readonly block: Owner;
  readonly link: LinkTarget | undefined;
  readonly hyphenator: Hyphenator | undefined;
}

/** Turns the inline content of a paragraph into runs that belong to `owner`. */
export function setInlines(inlines: readonly Inline[], context: TextContext, owner: Owner): Run[] {
  const { hyphenators, document } = context.setting;
  const look = lookOf(context, owner, context.unhyphenated ? undefined : hyphenators(document.lang));
  const runs: Run[] = [];
  for (const inline of inlines) setInline(inline, look, context, runs);
  return runs;
}

/** Text that is no node of its own: labels, numbers, running lines. */
export function setPlainText(text: string, context: TextContext, owner: Owner, source?: object): Run[] {
  const runs: Run[] = [];
  addText(text, source, lookOf(context, owner, undefined), context, runs);
  return runs;
}

function lookOf(context: TextContext, owner: Owner, hyphenator: Hyphenator | undefined): InlineLook {
  return {
    bold: context.bold,
    italic: context.italic,
    size: context.size,
    rise: 0,
    color: context.color,
    ground: context.ground,
    underline: false,
    strike: false,
    background: undefined,
    family: context.family,
    owner,
    block: owner,
    link: undefined,
    hyphenator,
  };
}

function setAll(inlines: readonly Inline[], look: InlineLook, context: TextContext, runs: Run[]): void {
  for (const inline of inlines) setInline(inline, look, context, runs);
}

function setInline(inline: Inline, look: InlineLook, context: TextContext, runs: Run[]): void {
  switch (inline.type) {
    case "text":
      addText(inline.value, inline, look, context, runs);
      return;
    case "strong":
      setAll(inline.children, { ...look, bold: true }, context, runs);
      return;
    case "emphasis":
      setAll(inline.children, { ...look, italic: !look.italic }, context, runs);
      return;
    case "deletion": {
      const owner = inner(look.owner, "Span", { lineThrough: true });
      setAll(inline.children, { ...look, strike: true, owner }, context, runs);
      return;
    }
    case "code":
      addText(inline.value, inline, codeLook(look, context), context, runs);
      return;
    case "subscript":
      setAll(inline.children, scriptLook(look, SUBSCRIPT_RISE), context, runs);
      return;
    case "superscript":
      setAll(inline.children, scriptLook(look, SUPERSCRIPT_RISE), context, runs);
      return;
    case "link":
      setLink(inline, look, context, runs);
      return;
    case "span": {
      const owner = inner(look.owner, "Span", { lang: inline.lang });
      const hyphenator = look.hyphenator && context.setting.hyphenators(inline.lang);
      setAll(inline.children, { ...look, owner, hyphenator }, context, runs);
      return;
    }
    case "line-break":
      addText("\n", undefined, look, context, runs);
      return;
    case "note-reference":
      setNoteReference(inline, look, context, runs);
      return;
    default:
      assertNever(inline);
  }
}

function codeLook(look: InlineLook, { setting: { theme, fonts } }: TextContext): InlineLook {
  return {
    ...look,
    size: look.size * 0.9,
    family: fonts.code,
    background: theme.colors.tint,
    owner: inner(look.owner, "Code"),
    hyphenator: undefined,
  };
}

/** Smaller, and above or below the line by a share of the type size. */
function scriptLook(look: InlineLook, rise: number): InlineLook {
  return { ...look, size: look.size * SCRIPT_SIZE, rise: look.rise + look.size * rise };
}

function setNoteReference(reference: NoteReference, look: InlineLook, context: TextContext, runs: Run[]): void {
  const { theme, anchors, words, notes } = context.setting;
  const { number } = reference;
  const element = inner(look.owner, "Reference");
  // Links do not nest: within another one the number only refers.
  const target = look.link ? undefined : anchors.get(noteAnchor(number));
  const owner = target === undefined ? element : inner(element, "Link");
  const link =
    target === undefined ? look.link : { href: `#${target}`, description: `${words.footnote} ${number}`, owner };
  const raised = { ...scriptLook(look, SUPERSCRIPT_RISE), color: theme.colors.accent, owner, link };
  const before = runs.length;
  addText(String(number), reference, raised, context, runs);
  const last = runs.at(-1);
  const footnote = notes.get(number);
  if (last && footnote && runs.length > before) runs[runs.length - 1] = { ...last, note: footnote };
  adoptNote(number, look.block, element, context);
}

/**
 * The note follows its first reference in reading order, wherever it prints. It is not part of what is struck, of another
 * language or a link around the reference.
 */
function adoptNote(number: number, block: Owner, reference: Owner, { setting }: TextContext): void {
  const { noteElements, adoptedNotes } = setting;
  const note = noteElements.get(number);
  if (!note || !isElement(block) || !isElement(reference) || adoptedNotes.has(number)) return;
  adoptedNotes.add(number);
  note.attachAfter(block, reference);
}

/** Key of a footnote among the anchors; no id of a heading contains a space. */
export function noteAnchor(number: number): string {
  return `note ${number}`;
}

function setLink(link: Link, look: InlineLook, context: TextContext, runs: Run[]): void {
  const words = plainText(link.children).trim();
  if (look.link || words === "") {
    setAll(link.children, look, context, runs); // links do not nest, and one without words cannot be followed
    return;
  }
  const { theme, anchors, diagnostics } = context.setting;
  let href = link.href;
  if (href.startsWith("#")) {
    const id = href.slice(1);
    const anchor = anchors.get(id);
    if (anchor === undefined) {
      diagnostics.push(diagnose("link-without-target", { target: id }, link.at));
      setAll(link.children, look, context, runs);
      return;
    }
    href = `#${anchor}`;
  }
  const description = link.title ?? words;
  const owner = inner(look.owner, "Link", link.title === undefined ? {} : { title: link.title });
  const target: LinkTarget = { href, description, owner };
  setAll(link.children, { ...look, color: theme.colors.accent, underline: true, owner, link: target }, context, runs);
}

function inner(owner: Owner, ...element: Parameters<StructureElement["append"]>): Owner {
  return isElement(owner) ? owner.appendWhenDrawn(...element) : owner;
}

/** Characters that would end a line although only {@link LineBreak} may, and tabs, for which no font has a glyph. */
const STRAY_SPACES = /[\t\r\v\f\u0085\u2028\u2029]/g;

function addText(text: string, source: object | undefined, look: InlineLook, context: TextContext, runs: Run[]): void {
  const { fonts } = context.setting;
  const parts = chooseFonts(text.replace(STRAY_SPACES, " "), look.family, look, fonts);
  const styles = parts.length > 1 ? new Map<LibraryFont, TextStyle>() : undefined;
  for (const part of parts) {
    const font = part.missing ? libraryFont(fonts.symbols.regular) : part.font;
    let style = styles?.get(font);
    if (!style) {
      style = styleOf(font, look);
      styles?.set(font, style);
    }
    runs.push({
      text: part.text,
      style,
      replacement: part.missing ? REPLACEMENT : undefined,
      source,
      pageOf: undefined,
      note: undefined,
    });
  }
}

function styleOf(font: LibraryFont, look: InlineLook): TextStyle {
  const ground = look.background ?? look.ground;
  return {
    font,
    size: look.size,
    color: ground === undefined ? look.color : readableOn(ground, look.color),
    rise: look.rise,
    underline: look.underline,
    strike: look.strike,
    background: look.background,
    owner: look.owner,
    link: look.link,
    hyphenator: look.hyphenator,
  };
}
