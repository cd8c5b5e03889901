/** The look of all papers of a body: `theme.yaml` after it was checked. */

/** Page, type, colours and running lines. Lengths are in the unit that the name or comment gives. */
export interface Theme {
  readonly page: {
    readonly size: "A4";
    /** Millimetres. */
    readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  };
  readonly fonts: ThemeFonts;
  /** Points. */
  readonly sizes: {
    readonly text: number;
    /** Small print, header and footer. */
    readonly small: number;
    readonly table: number;
    /** Headings of level 1 to 6. */
    readonly headings: readonly [number, number, number, number, number, number];
  };
  /** Factor on the type size. */
  readonly lineHeight: number;
  readonly alignment: "start" | "justify";
  readonly hyphenation: Hyphenation;
  /** `typographic` turns straight quotation marks into those of the language. */
  readonly quotes: "typographic" | "typed";
  /** `#rrggbb` */
  readonly colors: {
    readonly text: string;
    readonly accent: string;
    /** Small print, header and footer. */
    readonly muted: string;
    /** Lines of tables and quotations. */
    readonly line: string;
    /** Background of header cells. */
    readonly tint: string;
  };
  /** Printed at the top of the first page. The body's own logo goes before the theme's. */
  readonly logo?: { readonly file: string; readonly alt: string };
  /** Millimetres. */
  readonly logoHeight: number;
  readonly header: RunningLine;
  readonly footer: RunningLine;
  /** A table of contents prints where the template has `<nav>`, in documents with at least so many headings. */
  readonly contents?: { readonly fromHeadings: number; readonly depth: number };
}

/** How words are hyphenated at the ends of lines. */
export interface Hyphenation {
  /** `text`: all but headings. */
  readonly apply: "off" | "text" | "all";
  /** Letters: of a word, before the hyphen, and after it. */
  readonly minimum: { readonly word: number; readonly before: number; readonly after: number };
  /** So many lines in a row may end with a hyphen. */
  readonly consecutive: number;
  /** Words with hyphens where they divide; one without any never does. */
  readonly exceptions: readonly string[];
}

/** Three fields of the header or footer; `{body}`, `{page}`, `{pages}` … stand for values of the document. */
export interface RunningLine {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

/** Font files by role. `symbols` is used character by character for what `text` lacks. */
export interface ThemeFonts<File = string> {
  readonly text: FontFamily<File>;
  readonly symbols: FontFamily<File>;
  readonly code: FontFamily<File>;
}

/** The four faces of a family. */
export interface FontFamily<File = string> {
  readonly regular: File;
  readonly bold: File;
  readonly italic: File;
  readonly boldItalic: File;
}

/** A font file as read. While a program runs, the file of a path can become another one. */
export interface FontFile {
  readonly path: string;
  readonly data: Uint8Array;
}
