/** YAML whose scalars all stay the text that was typed, with the place of every key and value. */

import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from "yaml";
import { diagnose } from "../diagnostics/catalogue.ts";
import { hiddenCharacter, hiddenIn } from "../diagnostics/hidden.ts";
import type { Diagnostic, Place, Result } from "../model/diagnostic.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";
import type { YamlEntry, YamlMapping, YamlValue } from "../model/yaml-value.ts";
import { explainYaml } from "./explain-yaml.ts";
import { readPlainYaml } from "./plain-yaml.ts";

/**
 * Reads a block of YAML that begins at `start` in the file; it has to be a mapping.
 * Only the first fault of the syntax is reported: the rest would follow from it.
 */
export function readYaml(file: TextFile, start: number, block: string): Result<YamlMapping> {
  const place = (offset: number, length: number): Place => placeAt(file, offset + start, length);
  const plain = readPlainYaml(block, place);
  return plain ? { value: plain, diagnostics: [] } : parseYaml(file, start, block);
}

/** The same for YAML of all sorts. */
export function parseYaml(file: TextFile, start: number, block: string): Result<YamlMapping> {
  const place = (offset: number, length: number): Place => placeAt(file, offset + start, length);
  const document = parseDocument(block, { schema: "failsafe", uniqueKeys: false, merge: false });
  const broken = document.errors[0];
  if (broken) return { diagnostics: [spacingFault(block, place) ?? explainYaml(document, broken, block, place)] };
  if (!isMap(document.contents)) {
    return { diagnostics: [spacingFault(block, place) ?? diagnose("frontmatter-no-fields", {}, placeAt(file, 0, 3))] };
  }
  const diagnostics: Diagnostic[] = [];
  const fields = new Reader(block, place, diagnostics).value(document.contents as Node);
  if (fields.type !== "mapping") throw new Error("A YAML map was read as something else.");
  // What an anchor, a tag or the indentation would have made of the values is anyone's guess.
  if (diagnostics.some(({ code }) => UNREADABLE.has(code))) return { diagnostics };
  return { value: fields, diagnostics };
}

/** Faults of the syntax that the parser takes for something else. */
const UNREADABLE: ReadonlySet<string> = new Set(["yaml-special", "yaml-indent", "yaml-backslash", "no-break-space"]);

/**
 * Between double quotes: a backslash that makes a character which no field has a use for; a path was meant. A space and a no-break
 * space (`\_`) are what programs write so that put long values on several lines.
 */
const BACKSLASH = /^((?:[^\\]|\\["\\/nxuU\n _])*)\\(?!["\\/nxuU\n _])/;

/** A no-break space in the indentation or after the colon of a key, or nothing there: YAML then sees no key at all. */
function spacingFault(block: string, place: (offset: number, length: number) => Place): Diagnostic | undefined {
  const indented = /^ *(?=[\u00a0\u202f])/m.exec(block);
  if (indented) return diagnose("no-break-space", { key: undefined }, place(indented.index + indented[0].length, 1));
  const match = /^([ -]*)([\p{L}_-]+):(?:(\u00a0|\u202f)|([^\s:/]))/mu.exec(block);
  if (!match) return undefined;
  const [, indent = "", key = "", noBreakSpace] = match;
  const at = place(match.index + indent.length, key.length + 1);
  return noBreakSpace ? diagnose("no-break-space", { key }, at) : diagnose("space-missing", { sign: `${key}:` }, at);
}

/** Walks the YAML nodes; what is not plain text, list or mapping is reported. */
class Reader {
  readonly #block: string;
  readonly #place: (offset: number, length: number) => Place;
  readonly #diagnostics: Diagnostic[];

  constructor(block: string, place: (offset: number, length: number) => Place, diagnostics: Diagnostic[]) {
    this.#block = block;
    this.#place = place;
    this.#diagnostics = diagnostics;
  }

  value(node: Node | null): YamlValue {
    const at = this.#placeOf(node);
    if (node === null) return { type: "text", text: "", place: at };
    if (isAlias(node)) {
      this.#diagnostics.push(diagnose("yaml-special", { what: "alias" }, at));
      return { type: "text", text: node.source, place: at };
    }
    this.#refuseSpecials(node);
    if (isSeq(node)) return { type: "sequence", items: node.items.map((item) => this.#item(item as Node)), place: at };
    if (isMap(node))
      return { type: "mapping", entries: node.items.map((pair) => this.#entry(pair as Pair)), place: at };
    if (!isScalar(node)) throw new Error("Unknown YAML node.");
    const text = String(node.value ?? "").normalize("NFC");
    this.#checkComment(node, text, at);
    this.#checkBackslash(node);
    return { type: "text", text, place: at };
  }

  /** A path between double quotes, of which the parser makes other characters in silence. */
  #checkBackslash({ range, type }: Scalar): void {
    const [start = 0, end = start] = range ?? [];
    const before = type === "QUOTE_DOUBLE" ? BACKSLASH.exec(this.#block.slice(start, end))?.[1] : undefined;
    if (before !== undefined)
      this.#diagnostics.push(diagnose("yaml-backslash", {}, this.#place(start + before.length, 2)));
  }

  /** An empty entry of a list is shown at its dash; one that is indented too far has become part of the one above it. */
  #item(item: Node): YamlValue {
    if (!isScalar(item) || item.type !== "PLAIN") return this.value(item);
    const [start = 0, end = start] = item.range ?? [];
    if (item.source === "")
      return { type: "text", text: "", place: this.#place(this.#block.lastIndexOf("-", start), 1) };
    const dash = /\n *(?=- )/.exec(this.#block.slice(start, end));
    if (dash) this.#diagnostics.push(diagnose("yaml-indent", {}, this.#place(start + dash.index + dash[0].length, 1)));
    return this.value(item);
  }

  #entry(pair: Pair): YamlEntry {
    const key = pair.key as Node;
    const keyPlace = this.#placeOf(key);
    let name = "";
    if (isScalar(key)) {
      name = String(key.value ?? "").normalize("NFC");
      this.#refuseSpecials(key);
      const hidden = hiddenIn(name);
      if (hidden) {
        this.#diagnostics.push(hiddenCharacter(name, hidden.index, keyPlace));
        name = hidden.word;
      }
      // One such space before a key of the file means nothing; more of them were to be an indentation.
      if (/^[\u00a0\u202f]{2}/.test(name))
        this.#diagnostics.push(diagnose("no-break-space", { key: undefined }, keyPlace));
      if (name === "<<") this.#diagnostics.push(diagnose("yaml-special", { what: "merge" }, keyPlace));
    } else {
      this.#diagnostics.push(diagnose("yaml-special", { what: "key" }, keyPlace));
    }
    const value = pair.value as Node | null;
    // An empty value is shown at its key: there is nothing else to point at.
    const isEmpty =
      value === null || (isScalar(value) && (value.source ?? value.value) === "" && value.type === "PLAIN");
    return { key: name, keyPlace, value: isEmpty ? this.#empty(value, keyPlace) : this.value(value) };
  }

  #empty(value: Node | null, keyPlace: Place): YamlValue {
    if (value) {
      this.#refuseSpecials(value);
      this.#checkComment(value, "", keyPlace);
    }
    return { type: "text", text: "", place: keyPlace };
  }

  #refuseSpecials(node: Node & { anchor?: string; tag?: string }): void {
    const [start = 0] = node.range ?? [];
    // The parser resolves tags; what was typed stands before the value.
    const typed = /(?:[&!]\S*[ \t]*)+$/.exec(this.#block.slice(Math.max(0, start - 200), start))?.[0] ?? "";
    const at = this.#place(start - typed.length, Math.max(1, typed.trimEnd().length));
    if (node.anchor) this.#diagnostics.push(diagnose("yaml-special", { what: "anchor" }, at));
    if (node.tag && typed.includes("!")) this.#diagnostics.push(diagnose("yaml-special", { what: "tag" }, at));
  }

  /** `Antrag #12` is the text "Antrag" and a comment; `offen # noch klären` is meant so. */
  #checkComment(node: Node, text: string, at: Place): void {
    const comment = node.comment;
    if (isCollection(node) || comment === null || comment === undefined || comment.includes("\n")) return;
    const end = node.range?.[1] ?? 0;
    const rest = this.#block.slice(
      end,
      this.#block.indexOf("\n", end) === -1 ? undefined : this.#block.indexOf("\n", end),
    );
    if (!rest.includes("#")) return;
    const place = { ...at, length: Math.max(1, end + rest.length - (node.range?.[0] ?? end)) };
    const code = /^\s/.test(comment) ? "value-commented" : "value-cut-off";
    this.#diagnostics.push(diagnose(code, { value: text, comment }, text === "" ? at : place));
  }

  #placeOf(node: Node | null): Place {
    const [start = 0, end = start] = node?.range ?? [];
    return this.#place(start, Math.max(1, end - start));
  }
}
