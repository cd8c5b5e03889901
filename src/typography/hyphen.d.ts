/** Types of the pattern files of the package `hyphen`. */

/** Levels by index, and a trie: letters, or letters with the index of the levels at this node, or only the index. */
declare module "hyphen/patterns/*" {
  type Trie = number | { readonly [letter: string]: Trie } | readonly [{ readonly [letter: string]: Trie }, number];
  const patterns: readonly [levels: readonly (readonly number[])[], trie: Trie];
  export default patterns;
}
