/**
 * The main path: one valid entry, in one edition, through the stages.
 *
 *   entry ─merge→ view ─template→ HTML ─markup→ content ─pictures, glyphs→ document ─┬→ PDF
 *                                                                                    └→ HTML edition
 */

import { diagnose } from "./diagnostics/catalogue.ts";
import { headWords } from "./html/page-head.ts";
import { readPageStrings } from "./html/read-strings.ts";
import { sessionWords } from "./html/session-words.ts";
import { pageWords } from "./html/words.ts";
import { calendarDay } from "./kinds/calendar.ts";
import type { Entry, Tree } from "./kinds/entry.ts";
import { type PaperFacts, paperOf } from "./kinds/kinds.ts";
import { phrasesOf } from "./kinds/phrases.ts";
import { textsIn } from "./kinds/texts.ts";
import { visibilityOf } from "./kinds/tree.ts";
import type { Kind } from "./kinds/vocabulary.ts";
import { isEmpty } from "./markdown/is-empty.ts";
import { placeOfMarkdown } from "./markdown/place.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { buildDocument, type Content } from "./markup/build-document.ts";
import { codePoints } from "./model/code-points.ts";
import type { Diagnostic, Place, Result } from "./model/diagnostic.ts";
import { hasErrors } from "./model/diagnostic.ts";
import type { Document, DraftMark, Logo } from "./model/document.ts";
import type { Image } from "./model/image.ts";
import { beside } from "./model/path.ts";
import { contentPicture } from "./model/picture-key.ts";
import type { PrintedPaper, PrintLook } from "./model/printing.ts";
import type { Edition } from "./model/report.ts";
import { characterCollection } from "./pdf/embedded-font.ts";
import { creator, outputCondition, producer } from "./pdf/identity.ts";
import { findMissingGlyphs } from "./pdf/missing-glyphs.ts";
import { readPdfStrings } from "./pdf/read-strings.ts";
import { pdfWords } from "./pdf/words.ts";
import type { CompiledTemplate } from "./template/render-template.ts";
import { quoteDocument } from "./typography/quote-document.ts";

/** What a paper is made with. */
export interface Workshop extends PrintLook {
  readonly tree: Tree;
  readonly template: CompiledTemplate;
  /** A picture by its key; `placeOf` is asked only if something is wrong with it. */
  picture(key: string, placeOf: () => Place | undefined): Result<Image>;
  /** The exact place of a character, looked for from the place of its paragraph. */
  locate(character: string, from: Place): Place;
  /** Set when papers print as drafts: makes the mark of an edition from what was rendered. */
  draft?(html: string, edition: Edition): DraftMark;
}

/** What becomes of an entry, if not its own paper. */
export type OtherPaper<K extends Kind> = Pick<NonNullable<ReturnType<typeof paperOf<K>>>, "merge" | "facts">;

/** Everything up to layout, which takes milliseconds: what `check` does, and what a build begins with. */
export function composePaper<K extends Kind>(
  entry: Entry<K>,
  edition: Edition,
  workshop: Workshop,
  paper: OtherPaper<K> | undefined = paperOf(entry),
): Result<Document> {
  const { tree, template } = workshop;
  if (!paper) throw new Error(`${entry.kind} does not print.`);

  const view = paper.merge(entry, { tree, edition });
  const rendered = template.render(view, (text, level) => renderMarkdown(text, { level: headingLevel(level) }));
  const content = buildDocument(rendered.html, template.start);
  // What prints nothing, or not what it should, leaves texts out besides.
  const unplaced = hasErrors(content.diagnostics)
    ? []
    : textsIn(view).filter((text) => !rendered.printed.has(text) && !isEmpty(text));
  const diagnostics = [
    ...rendered.diagnostics,
    ...content.diagnostics,
    ...unplaced.map((text) => diagnose("text-not-placed", {}, placeOfMarkdown(text) ?? entry.placeOf(["id"]))),
  ];
  if (hasErrors(diagnostics)) return { diagnostics };

  const logo = findLogo(workshop);
  const images = loadPictures(content, logo, workshop, diagnostics);
  const draft = workshop.draft?.(rendered.html, edition);
  const typed: Document = {
    lang: tree.locale,
    title: content.title,
    ...describePaper(paper.facts(entry, tree), { entry, edition }, content, tree),
    ...(logo && { logo: { image: logo.image, alt: logo.alt } }),
    ...(draft && { draft }),
    children: content.children,
    notes: content.notes,
    images,
  };
  const document = workshop.theme.quotes === "typed" ? typed : quoteDocument(typed);
  for (const { character, at } of findMissingGlyphs(document, workshop.fonts)) {
    const values = { character, codePoint: codePoints(character) };
    const place = workshop.locate(character, at ?? placeOfRunning(character, entry, tree));
    diagnostics.push(diagnose("character-without-glyph", values, place));
  }
  return hasErrors(diagnostics) ? { diagnostics } : { value: document, diagnostics };
}

/** All text of a printed paper, read from its bytes. */
export function textsOf({ pdf, html }: PrintedPaper): readonly string[] {
  return [...readPdfStrings(pdf.bytes), ...readPageStrings(html)];
}

/** Words that printing adds to a paper's own; some of them are for programs. */
export function printedWords(): readonly string[] {
  const ofPages = [...pageWords(), ...sessionWords(), ...headWords()];
  return [...ofPages, ...pdfWords(), ...Object.values(characterCollection), creator, producer, outputCondition];
}

function headingLevel(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  // Clamped to the six levels of HTML.
  return Math.min(6, Math.max(1, Math.round(level))) as 1 | 2 | 3 | 4 | 5 | 6;
}

function describePaper(
  facts: PaperFacts,
  { entry, edition }: { readonly entry: Entry; readonly edition: Edition },
  content: Content,
  tree: Tree,
): Pick<Document, "metadata" | "running"> {
  const { title, short } = tree.body.data;
  const { internal } = phrasesOf(tree.locale);
  return {
    metadata: {
      author: title,
      subject: facts.label,
      keywords: [facts.label, ...(facts.committee ? [facts.committee] : [])],
      ...(facts.date && { date: facts.date }),
    },
    running: {
      body: title,
      short: short ?? title,
      committee: facts.committee ?? "",
      date: facts.date && calendarDay(facts.date, tree.locale).numeric,
      paper: facts.label,
      title: entry.data.title || content.title,
      visibility: edition === "public" ? "" : internal[visibilityOf(entry) === "public" ? "version" : "paper"],
    },
  };
}

/** Where a character of the running lines was typed: they say what the body is called, or what the paper is. */
function placeOfRunning(character: string, entry: Entry, { body }: Tree): Place {
  const { title, short, committees = [] } = body.data;
  const normal = (words: string | undefined): string => words?.normalize("NFC") ?? "";
  const isIn = (words: string | undefined): boolean => normal(words).includes(normal(character));
  if (isIn(short)) return body.placeOf(["short"]);
  if (isIn(title)) return body.placeOf(["title"]);
  const committee = committees.findIndex(({ name }) => isIn(name));
  return committee === -1 ? entry.placeOf(["title"]) : body.placeOf(["committees", committee, "name"]);
}

/** The body's logo, or the theme's where the body has none. */
export function findLogo({
  tree,
  theme,
}: Pick<Workshop, "tree" | "theme">): (Logo & { readonly placeOf?: () => Place }) | undefined {
  const { logo, title } = tree.body.data;
  if (logo === undefined) return theme.logo && { image: theme.logo.file, alt: theme.logo.alt };
  return {
    image: contentPicture(beside(tree.body.path, logo)),
    alt: title,
    placeOf: () => tree.body.placeOf(["logo"]),
  };
}

/** Reads every picture that occurs; one that cannot be read fails the paper. */
function loadPictures(
  content: Content,
  logo: (Logo & { readonly placeOf?: () => Place }) | undefined,
  workshop: Workshop,
  diagnostics: Diagnostic[],
): Readonly<Record<string, Image>> {
  const images: Record<string, Image> = {};
  const wanted = new Map([...content.pictures].map(([key, place]) => [key, () => place] as const));
  if (logo) wanted.set(logo.image, () => logo.placeOf?.());
  for (const [key, placeOf] of wanted) {
    const read = workshop.picture(key, placeOf);
    diagnostics.push(...read.diagnostics);
    if (read.value) images[key] = read.value;
  }
  return images;
}
