/** Where German typesetting does not break a line although there is a space: within "§ 7", "100 €", "z. B.", "Dr. Ott". */

/** What a space stands between if no line ends at it. */
interface GluedSpace {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** §, Art., Abs., Nr. and the like before a number; a number and its unit; abbreviations of several parts; day and month. */
const GLUED_SPACES: readonly GluedSpace[] = [
  {
    before:
      /(?<![\p{L}\d])(?:§§?|(?:Abs|Absatz|Absätze|Art|Artikel|Nr|Nrn|Nummer|Ziff|Ziffer|Satz|Halbsatz|Anl|Anlage|TOP|S|Seite|Bl|Blatt|Bd|Band|Kap|Kapitel|Abb|Tab|Tel|Rn|Rdnr|Az|Drs|Fn|Zf|Buchst|Kl)\.?)/u,
    after: /\p{Lu}{0,4}[/-]?\d/u,
  },
  // "Buchst. a" and "lit. b"
  { before: /(?<![\p{L}\d])(?:Buchst|Buchstabe|lit)\.?/u, after: /\p{Ll}\b/u },
  // The law after its section: "Art. 28 GG", "§ 7 KrO", "Abs. 2 StVO"
  {
    before: /(?:§§?|Art\.|Artikel|Abs\.|Absatz|Satz|Nr\.) \d+\p{Ll}?/u,
    after: /\p{Lu}[\p{L}-]*\p{Lu}(?!\p{L})/u,
  },
  {
    before: /\d/u,
    after:
      /(?:€|%|‰|°|(?:EUR|Euro|Cent|km²?|m²|m³|ha|cm|mm|dm|kg|kW|kWh|MW|MWh|GB|MB|l|m|g|t|h|min|Uhr|Stellen?|VZÄ|Prozent|Mio|Mrd|Tsd|Millionen|Milliarden|Jahren?|Tagen?|Stunden?|Minuten?|Personen|Einwohner)(?![\p{L}\d])|km\/h|v\. ?H\.)/u,
  },
  // The unit after a word for a number: "Mio. €"
  { before: /\d (?:Mio\.|Mrd\.|Tsd\.|Millionen|Milliarden)/u, after: /(?:€|EUR|Euro)/u },
  // Thousands: "1 250 000"
  { before: /(?<!\d)\d{1,3}(?: \d{3})*/u, after: /\d{3}(?!\d)/u },
  {
    before: /(?<!\d)\d{1,2}\./u,
    after:
      /(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\.|Feb\.|Aug\.|Sept?\.|Okt\.|Nov\.|Dez\.|Sitzung|Wahlperiode|Änderung|Jahrhundert)(?!\p{L})/u,
  },
  { before: /(?<!\p{L})(?:z|u|d|i|o|v|a|s|n|m|e)\./u, after: /(?:\p{Lu}|a|d|g|h|o|s|u|v|Chr|Tsd)\./u },
];

/** Apart from the others, since half of all German words could be a name. */
const NAME: GluedSpace = { before: /(?<!\p{L})(?:Dr|Prof|Dipl|Ing|Herrn?|Hr|Frau|Fr|St)\.?/u, after: /\p{Lu}/u };

const GLUED = new RegExp(
  ` (?:${[...GLUED_SPACES, NAME].map(({ before, after }) => `(?=${after.source})(?<=${before.source} )`).join("|")})`,
  "uy",
);

const SPEED = /km\/(?=h(?!\p{L}))/uy;

const SPACE = 0x20;
const SOLIDUS = 0x2f;

/** True if no line ends at an offset of a text, although Unicode's rules would let it: behind a space, or within km/h. */
export function isGlued(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  if (code === SPACE) {
    GLUED.lastIndex = end - 1;
    return GLUED.test(text);
  }
  if (code !== SOLIDUS || end < 3) return false;
  SPEED.lastIndex = end - 3;
  return SPEED.test(text);
}

// "v. H." has a space within.
const CLINGING = new RegExp(`^(?:${GLUED_SPACES.map(({ after }) => after.source).join("|")}|v\\. $)`, "u");

/** True if something may be glued to the beginning of a word, as far as can be told without what stands before it. */
export function mayCling(word: string): boolean {
  return CLINGING.test(word);
}

const TITLE = new RegExp(`${NAME.before.source} $`, "u");

/** True for a word, with the space behind it, to which a name is glued. */
export function isTitle(word: string): boolean {
  return TITLE.test(word);
}
