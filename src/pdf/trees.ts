/** Name trees and number trees of the file (ISO 32000-1, 7.9.6 and 7.9.7), each of a single node. */

import { serialize } from "./serialize.ts";

/** Elements by the keys of pages and annotations; stands in for pdfkit's, which spells values in its own way. */
export class NumberTree implements PdfNumberTree {
  readonly #values: unknown[] = [];

  add(key: number, value: unknown): void {
    this.#values[key] = value;
  }

  get(key: number): unknown {
    return this.#values[key];
  }

  toString(): string {
    const entries: string[] = [];
    for (const [key, value] of this.#values.entries())
      if (value !== undefined) entries.push(`${key} ${serialize(value)}`);
    return `<</Nums [${entries.join(" ")}]>>`;
  }
}

/** Values by names of bytes, in their order. */
export class NameTree {
  readonly #values = new Map<string, unknown>();

  add(key: string, value: unknown): void {
    this.#values.set(key, value);
  }

  toString(): string {
    const keys = [...this.#values.keys()].sort();
    const entries = keys.map((key) => `${serialize(new String(key))} ${serialize(this.#values.get(key))}`);
    return `<</Names [${entries.join(" ")}]>>`;
  }
}
