/** Ids within a document: given to headings, taken by sections, looked up by links. */

import { spellOut } from "../model/spell-out.ts";

/** Hands out ids that are unique in a document. */
export class Anchors {
  readonly #taken = new Set<string>();

  /** True if the id was free. */
  take(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }

  /** An id made from a heading's words: `Finanzielle Auswirkungen` → `finanzielle-auswirkungen`, then `…-2`. */
  forHeading(words: string): string {
    const base = slug(words) || "abschnitt";
    let id = base;
    for (let count = 2; !this.take(id); count++) id = `${base}-${count}`;
    return id;
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }

  all(): readonly string[] {
    return [...this.#taken];
  }
}

/** Lower-case letters and digits with hyphens; umlauts spelt out. */
export function slug(words: string): string {
  return spellOut(words)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** What a link `#…` names; a stray `%` stands for itself. */
export function fragmentOf(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}
