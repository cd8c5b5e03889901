/**
 * Bullets of symbol fonts. Word processors say of them only a private character, which PDF/A does not allow; what the fonts
 * show there is well known, and is said instead.
 */

/** Private characters → what they look like, by a word in the font's name. */
const KNOWN: readonly (readonly [font: RegExp, characters: Readonly<Record<string, string>>])[] = [
  [/Symbol/, { F0B7: "2022", F095: "2022" }],
  [
    /Wingdings(?![23])/,
    {
      F06C: "25CF",
      F06E: "25A0",
      F06F: "25A1",
      F071: "2751",
      F076: "2756",
      F0A7: "25AA",
      F0A8: "25FB",
      F0D8: "27A2",
      F0FC: "2713",
      F0FE: "2611",
    },
  ],
];

/** A map from codes to text as we write it, with public characters for private ones, as far as they are known; undefined if nothing changes. */
export function withPublicCharacters(map: Uint8Array, font: string): Uint8Array | undefined {
  const known = KNOWN.find(([name]) => name.test(font))?.[1];
  if (!known) return undefined;
  const before = Buffer.from(map).toString("latin1");
  const after = before.replace(/beginbfchar[\s\S]*?endbfchar/g, (section) =>
    section.replace(/(<[\da-f]+><)([\da-f]{4})(?=>)/g, (_, head: string, unit: string) => head + mended(unit)),
  );
  return after === before ? undefined : Buffer.from(after, "latin1");

  function mended(unit: string): string {
    return known?.[unit.toUpperCase()] ?? unit;
  }
}
