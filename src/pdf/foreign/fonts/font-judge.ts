/** Judges the fonts of a foreign file by what is shown in them: programs, widths, glyphs and Unicode (ISO 19005-2, 6.2.11). */

import { type Dictionary, UnreadablePdf } from "../objects.ts";
import type { Obstacle } from "../obstacle.ts";
import type { PdfFile } from "../pdf-file.ts";
import { openCompositeFont } from "./composite-font.ts";
import { type EmbeddedProgram, embeddedProgram, type JudgedFont } from "./embedded-program.ts";
import { UnreadableFont } from "./font-program.ts";
import { openSimpleFont } from "./simple-font.ts";

const UNPROVEN: ReadonlySet<Obstacle> = new Set(["font-unproven"]);

interface OpenFont {
  readonly font: JudgedFont | undefined;
  readonly isEmbedded: boolean;
  /** What is known of a code, by whether it is seen. */
  readonly judged: Map<number, readonly Obstacle[]>;
}

/** Keeps what it has found out, since pages share their fonts. */
export class FontJudge {
  readonly #file: PdfFile;
  readonly #fonts = new Map<Dictionary, OpenFont>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** What stands against a text. */
  ofText(dictionary: Dictionary, bytes: Uint8Array, isInvisible: boolean): ReadonlySet<Obstacle> {
    const { font, isEmbedded, judged } = this.#open(dictionary);
    const codes = font?.codes(bytes);
    if (!font || !codes) return UNPROVEN;
    const found = new Set<Obstacle>(font.obstacles);
    if (!isEmbedded && !isInvisible) found.add("font-not-embedded");
    for (const code of codes) {
      const key = code * 2 + Number(isInvisible);
      let obstacles = judged.get(key);
      if (!obstacles) {
        obstacles = this.#try(() => font.judge(code, isInvisible)) ?? [...UNPROVEN];
        judged.set(key, obstacles);
      }
      for (const obstacle of obstacles) found.add(obstacle);
    }
    return found;
  }

  #open(dictionary: Dictionary): OpenFont {
    let open = this.#fonts.get(dictionary);
    if (!open) {
      open = this.#try(() => this.#read(dictionary)) ?? { font: undefined, isEmbedded: false, judged: new Map() };
      this.#fonts.set(dictionary, open);
    }
    return open;
  }

  #read(dictionary: Dictionary): OpenFont | undefined {
    const file = this.#file;
    switch (file.name(dictionary, "Subtype")) {
      case "TrueType":
      case "Type1":
      case "MMType1": {
        const program = embeddedProgram(file, dictionary);
        return this.#opened([dictionary], openSimpleFont(file, dictionary, program), program);
      }
      case "Type0": {
        const [first] = file.array(dictionary.get("DescendantFonts"));
        const descendant = file.dictionary(first);
        if (!descendant) return undefined;
        const program = embeddedProgram(file, descendant);
        const font = openCompositeFont(file, dictionary, descendant, program);
        return this.#opened([dictionary, descendant], font, program);
      }
      default:
        return undefined;
    }
  }

  #opened(dictionaries: readonly Dictionary[], font: JudgedFont, program: EmbeddedProgram | undefined): OpenFont {
    const isWhole = dictionaries.every((one) => this.#isWhole(one));
    const obstacles = isWhole ? font.obstacles : new Set<Obstacle>([...font.obstacles, "font-dictionary"]);
    return { font: { ...font, obstacles }, isEmbedded: program !== undefined, judged: new Map() };
  }

  /** Entries that every font has to have, and one type by which lists of its glyphs are found and left out. */
  #isWhole(dictionary: Dictionary): boolean {
    const file = this.#file;
    if (file.name(dictionary, "Type") !== "Font" || file.name(dictionary, "BaseFont") === undefined) return false;
    const descriptor = file.dictionary(dictionary.get("FontDescriptor"));
    const lists = ["CIDSet", "CharSet"].some((key) => descriptor?.has(key) === true);
    return !lists || file.name(descriptor, "Type") === "FontDescriptor";
  }

  /** Undefined if something cannot be read. */
  #try<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (error instanceof UnreadableFont || error instanceof UnreadablePdf) return undefined;
      throw error;
    }
  }
}
