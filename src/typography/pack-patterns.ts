/** Brings patterns of hyphenation into a form that needs no reading before its first use. */

/** A node of the tries that the package `hyphen` has. */
type Trie = number | Letters | readonly [Letters, number];

interface Letters {
  readonly [letter: string]: Trie;
}

/**
 * Patterns by their first two letters; each is what follows these, and its levels: `{ ab: "er 003 t 0004 " }`. A text
 * needs some hundreds of the groups, which are taken apart one by one.
 */
export type PackedPatterns = Readonly<Record<string, string>>;

/** Packs the patterns of a language. */
export function packPatterns([levels, trie]: readonly [readonly (readonly number[])[], Trie]): PackedPatterns {
  const packed: Record<string, string> = {};
  const visit = (node: Trie, path: string): void => {
    const isPair = Array.isArray(node);
    const index = typeof node === "number" ? node : isPair ? (node[1] as number) : undefined;
    if (index !== undefined) {
      const key = path.slice(0, 2);
      packed[key] = `${packed[key] ?? ""}${path.slice(2)} ${(levels[index] ?? []).join("")} `;
    }
    const letters = typeof node === "number" ? {} : ((isPair ? node[0] : node) as Letters); // what is left of the union
    for (const [letter, next] of Object.entries(letters)) visit(next, path + letter);
  };
  visit(trie, "");
  return packed;
}
