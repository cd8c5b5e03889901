/** Makes a content stream safe and whole: without foreign tags and hidden layers, and with nothing that viewers stumble over. */

import { fittingOperands, isOperator, written } from "./content-operators.ts";
import { GraphicsStack } from "./graphics-stack.ts";
import { readInlineImage } from "./inline-image.ts";
import { Lexer } from "./lexer.ts";
import { brokenLimit, isIntent } from "./limits.ts";
import { Keyword, Name, type PdfValue, UnreadablePdf } from "./objects.ts";
import type { Obstacle } from "./obstacle.ts";
import type { ResourceKind } from "./pruning.ts";

const PAINTS = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const TEXTS = new Set(["Tj", "TJ", "'", '"']);
const COLORS = new Set(["SC", "SCN", "sc", "scn"]);
const BUILT_IN = new Set(["DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"]);

/** `hidden` is what a layer or the standard keeps from being shown, so that leaving it out loses nothing. */
export type Found = "present" | "hidden" | "missing";

/** What a content stream stands in. */
export interface Surroundings {
  readonly role: "page" | "form" | "glyph";
  find(kind: ResourceKind, name: string): Found;
  /** Whether the layer of this name is shown. */
  isShown(property: string): boolean;
  /** Whether a graphics state chooses a font. */
  setsFont(state: string): boolean;
  /** Channels of a colour space. */
  componentsOf(colorSpace: string): number | undefined;
}

/** Names of resources by their kind. */
export type UsedNames = ReadonlyMap<ResourceKind, ReadonlySet<string>>;

/** A content stream that is safe inside a document of ours. */
export interface CleanContent {
  readonly bytes: Uint8Array;
  readonly obstacles: ReadonlySet<Obstacle>;
  readonly used: UsedNames;
}

/** Cleans a decoded content stream. */
export function cleanContent(bytes: Uint8Array, surroundings: Surroundings): CleanContent {
  return new Cleaner(bytes, surroundings).clean();
}

/** `keep`, or what stands there instead. */
type Verdict = { readonly instead: string | Uint8Array } | "keep";

const NOTHING: Verdict = { instead: "" };

class Cleaner {
  readonly #bytes: Uint8Array;
  readonly #lexer: Lexer;
  readonly #surroundings: Surroundings;
  readonly #obstacles = new Set<Obstacle>();
  readonly #used = new Map<ResourceKind, Set<string>>();
  readonly #parts: Uint8Array[] = [];
  #copied = 0;
  /** Where the operator that is being read begins, with its operands. */
  #start = 0;
  readonly #graphics: GraphicsStack;
  #inText = false;
  /** Whether hidden text has been left out that what follows on its line would stand behind. */
  #lacksAdvance = false;
  /** Whether a path has begun that is not painted yet. */
  #hasPath = false;
  /** How many BX are open. */
  #compatible = 0;
  /** Marked content that is open; whether each hides what is in it. */
  readonly #open: boolean[] = [];

  constructor(bytes: Uint8Array, surroundings: Surroundings) {
    this.#bytes = bytes;
    this.#lexer = new Lexer(bytes, 0, false);
    this.#surroundings = surroundings;
    // Forms and glyphs may go on with the font of what they stand in.
    this.#graphics = new GraphicsStack(surroundings.role !== "page");
  }

  clean(): CleanContent {
    try {
      this.#readAll();
    } catch (error) {
      if (!(error instanceof UnreadablePdf)) throw error;
      this.#obstacles.add("damaged-content");
      this.#lexer.position = this.#bytes.length;
      this.#replace("");
    }
    this.#parts.push(this.#bytes.subarray(this.#copied));
    this.#parts.push(Buffer.from(`${this.#hasPath ? "\nn" : ""}${this.#inText ? "\nET" : ""}`));
    this.#parts.push(Buffer.from("\nQ".repeat(this.#graphics.depth)));
    if (this.#graphics.isTooDeep) this.#obstacles.add("nesting");
    if (this.#lexer.oddHex) this.#obstacles.add("string");
    return { bytes: Buffer.concat(this.#parts), obstacles: this.#obstacles, used: this.#used };
  }

  #readAll(): void {
    const lexer = this.#lexer;
    let operands: PdfValue[] = [];
    lexer.skipWhite();
    this.#start = lexer.position;
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!(token instanceof Keyword)) {
        operands.push(token);
        continue;
      }
      this.#operator(token.word, operands);
      operands = [];
      lexer.isGuessed = false;
      lexer.skipWhite();
      this.#start = lexer.position;
    }
    if (lexer.hasLost || operands.length > 0) this.#obstacles.add("damaged-content");
    if (operands.length > 0) this.#replace("");
  }

  /** Puts something else for the operator that was just read. */
  #replace(content: string | Uint8Array): void {
    const space = Buffer.from(" ");
    this.#parts.push(
      this.#bytes.subarray(this.#copied, this.#start),
      space,
      Buffer.from(content as string, "latin1"),
      space,
    );
    this.#copied = this.#lexer.position;
  }

  #operator(word: string, given: readonly PdfValue[]): void {
    if (!isOperator(word)) {
      if (this.#compatible === 0) this.#obstacles.add("damaged-content");
      this.#replace("");
      return;
    }
    const operands = fittingOperands(word, given);
    if (!operands && word !== "BDC" && word !== "DP" && word !== "BMC" && word !== "MP") {
      this.#obstacles.add("damaged-content");
      this.#replace("");
      return;
    }
    if (word === "BI" && given.length > 0) {
      this.#replace("");
      this.#start = this.#copied = this.#lexer.position - 2;
    }
    const verdict = this.#judge(word, operands ?? given);
    if (verdict !== "keep") {
      this.#replace(verdict.instead);
      return;
    }
    if (word === "BI") return;
    for (const operand of operands ?? []) this.#look(operand);
    // Viewers differ in what they make of it, so it is written anew.
    if (this.#lexer.isGuessed || given.length !== operands?.length)
      this.#replace([...(operands ?? []).map(written), word].join(" "));
  }

  #judge(word: string, operands: readonly PdfValue[]): Verdict {
    const isHidden = this.#open.includes(true);
    if (PAINTS.has(word) || word === "n") {
      this.#hasPath = false;
      return isHidden && word !== "n" ? { instead: "n" } : "keep";
    }
    if (TEXTS.has(word)) return this.#text(word, operands, isHidden);
    if (COLORS.has(word)) return this.#color(word, operands);
    const [first] = operands;
    switch (word) {
      case "q":
        this.#graphics.save();
        return "keep";
      case "Q":
        // Viewers pass over one too many.
        return this.#graphics.restore() ? "keep" : NOTHING;
      case "Td":
      case "TD":
      case "Tm":
      case "T*":
        this.#lacksAdvance = false;
        return "keep";
      case "BT":
      case "ET": {
        this.#lacksAdvance = false;
        const wasInText = this.#inText;
        this.#inText = word === "BT";
        if (wasInText === this.#inText) return { instead: wasInText ? "ET BT" : "" };
        return "keep";
      }
      case "m":
      case "re":
        this.#hasPath = true;
        return "keep";
      case "l":
      case "c":
      case "v":
      case "y":
        return this.#hasPath ? "keep" : this.#lose();
      case "h":
        return this.#hasPath ? "keep" : NOTHING;
      case "BX":
        this.#compatible++;
        return NOTHING;
      case "EX":
        this.#compatible = Math.max(0, this.#compatible - 1);
        return NOTHING;
      case "BMC":
      case "BDC":
        this.#open.push(this.#hides(operands));
        return NOTHING;
      case "EMC":
        this.#open.pop();
        return NOTHING;
      case "MP":
      case "DP":
        return NOTHING;
      case "d0":
      case "d1":
        return this.#surroundings.role === "glyph" ? "keep" : NOTHING;
      case "k":
      case "K":
        this.#obstacles.add("cmyk");
        break;
      case "ri":
        if (!isIntent(nameOf(first))) this.#obstacles.add("rendering-intent");
        return "keep";
      case "Tr":
        // Where it is no whole number, readers differ in what they make of it.
        return { instead: `${Math.trunc(Number(first))} Tr` };
      case "cs":
      case "CS":
        return this.#colorSpace(word, nameOf(first));
      case "gs":
        if (this.#surroundings.setsFont(nameOf(first))) this.#graphics.current.hasFont = true;
        return this.#resource("ExtGState", first, false);
      case "Do":
        return this.#resource("XObject", first, isHidden);
      case "sh":
        return this.#resource("Shading", first, isHidden);
      case "Tf": {
        const verdict = this.#resource("Font", first, false);
        this.#graphics.current.hasFont = verdict === "keep";
        return verdict;
      }
      case "BI":
        return this.#inlineImage(isHidden);
    }
    if (/^(g|rg|k)$/.test(word)) this.#graphics.current.isFillKnown = true;
    if (/^(G|RG|K)$/.test(word)) this.#graphics.current.isStrokeKnown = true;
    return "keep";
  }

  /** Leaves something out that can be seen. */
  #lose(): Verdict {
    this.#obstacles.add("damaged-content");
    return NOTHING;
  }

  #resource(kind: ResourceKind, operand: PdfValue | undefined, isHidden: boolean): Verdict {
    if (isHidden) return NOTHING;
    const name = nameOf(operand);
    switch (this.#surroundings.find(kind, name)) {
      case "present":
        this.#use(kind, name);
        return "keep";
      case "hidden":
        return NOTHING;
      case "missing":
        return this.#lose();
    }
  }

  #use(kind: ResourceKind, name: string): void {
    const names = this.#used.get(kind) ?? new Set();
    this.#used.set(kind, names.add(name));
  }

  #text(word: string, [first, second]: readonly PdfValue[], isHidden: boolean): Verdict {
    const hasFont = this.#graphics.current.hasFont;
    if (word === "'" || word === '"') this.#lacksAdvance = false;
    if (isHidden) this.#lacksAdvance = true;
    else if (this.#lacksAdvance) this.#obstacles.add("damaged-content");
    if (!hasFont && !isHidden) this.#obstacles.add("damaged-content");
    if (hasFont && !isHidden) return "keep";
    // The lines that follow keep their place.
    if (word === '"') return { instead: `${written(first ?? 0)} Tw ${written(second ?? 0)} Tc T*` };
    return word === "'" ? { instead: "T*" } : NOTHING;
  }

  #colorSpace(word: "cs" | "CS", name: string): Verdict {
    if (name === "DeviceCMYK") this.#obstacles.add("cmyk");
    const verdict = BUILT_IN.has(name) ? "keep" : this.#resource("ColorSpace", new Name(name), false);
    const isKnown = verdict === "keep";
    if (word === "cs") this.#graphics.current.isFillKnown = isKnown;
    else this.#graphics.current.isStrokeKnown = isKnown;
    // What nobody knows the colour of is black.
    return isKnown ? "keep" : { instead: word === "cs" ? "0 g" : "0 G" };
  }

  #color(word: string, operands: readonly PdfValue[]): Verdict {
    const { isFillKnown, isStrokeKnown } = this.#graphics.current;
    if (!(word.startsWith("s") ? isFillKnown : isStrokeKnown)) return NOTHING;
    const last = operands.at(-1);
    return last instanceof Name ? this.#resource("Pattern", last, false) : "keep";
  }

  #hides(operands: readonly PdfValue[]): boolean {
    const [tag, property] = operands;
    if (!(tag instanceof Name) || tag.name !== "OC" || !(property instanceof Name)) return false;
    return !this.#surroundings.isShown(property.name);
  }

  #look(value: PdfValue): void {
    const limit = brokenLimit(value);
    if (limit) this.#obstacles.add(limit);
    if (Array.isArray(value)) for (const item of value as readonly PdfValue[]) this.#look(item); // as parsed
  }

  #inlineImage(isHidden: boolean): Verdict {
    const { content, isDamaged, colorSpace, obstacles } = readInlineImage(this.#lexer, (name) =>
      this.#surroundings.componentsOf(name),
    );
    if (isHidden) return NOTHING;
    if (isDamaged) this.#obstacles.add("damaged-content");
    for (const obstacle of obstacles) this.#obstacles.add(obstacle);
    if (colorSpace !== undefined && this.#resource("ColorSpace", new Name(colorSpace), false) !== "keep")
      return NOTHING;
    if (content === "unchanged") return "keep";
    return content ? { instead: content } : NOTHING;
  }
}

function nameOf(value: PdfValue | undefined): string {
  return value instanceof Name ? value.name : "";
}
