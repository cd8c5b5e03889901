/** Small bodies in whose non-public fields, texts, names and files words stand that stand nowhere else; by their number. */

import { Random } from "../corpus/random.ts";
import type { Files } from "../host.ts";
import { png } from "../image/pictures.ts";

/** Every secret begins so; nothing else has these letters. */
export const MARK = "Quxgeheim";

/** What may be withheld: a source and all that is in it. */
type Visibility = "öffentlich" | "nichtöffentlich";

/** Files below `content/` with their secrets. */
export function secretBody(seed: number): Files {
  return new SecretBody(seed).files;
}

class SecretBody {
  readonly files: Record<string, Files[string]> = {};
  readonly #random: Random;
  readonly #seed: number;
  #count = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.#random = new Random(seed);
    const isTold = this.#chance(2);
    const isContinuous = this.#chance(2);
    this.#body(isTold, isContinuous);
    this.#source("s/sitzung", "sitzung", "sitzung-1", "Sitzung", undefined, [
      "gremium: kreistag",
      "datum: 2026-12-10",
      "uhrzeit: 17:00",
      "ort: Kreishaus",
      ...(this.#chance(3) ? [`festpunkte: [${this.#fixedItem()}, ${this.#fixedItem("öffentlich", "Anfragen")}]`] : []),
    ]);
    const open = this.#papers("öffentlich");
    const closed = this.#papers("nichtöffentlich");
    // Now and then a public item names what it must not: it is refused.
    const mixed = this.#chance(6) ? { ...open, ...closed } : open;
    this.#item(1, "öffentlich", mixed, []);
    // After the fixed item of the public part.
    this.#item(isContinuous ? 3 : 1, "nichtöffentlich", closed, [
      `öffentlicher-titel: ${isTold ? "Angelegenheit" : this.#secret()}`,
    ]);
  }

  #body(isTold: boolean, isContinuous: boolean): void {
    this.#source("kreis", "körperschaft", "kreis", "Kreis Probe", undefined, [
      "gremien: [{kennung: kreistag, name: Kreistag}]",
      "fraktionen: [{kennung: linde, name: Linde}]",
      "ämter: [{kennung: amt-1, name: Hauptamt}]",
      "veröffentlichung: {basisadresse: https://kreis.example/}",
      "regeln:",
      `  nichtöffentliches: ${isTold ? "öffentlicher Titel" : "nur Nummer"}`,
      `  nummerierung: ${isContinuous ? "fortlaufend" : "je Teil"}`,
      `  festpunkte: [${this.#fixedItem()}, ${this.#fixedItem("öffentlich", "Verschiedenes")}]`,
    ]);
  }

  #fixedItem(visibility: Visibility = "nichtöffentlich", title = this.#secret()): string {
    return `{titel: ${title}, position: Ende, sichtbarkeit: ${visibility}}`;
  }

  /** Some of the papers that an item can merge, as a list of ids by the item's key. */
  #papers(visibility: Visibility): Readonly<Record<string, string>> {
    const word = (plain: string): string => (visibility === "öffentlich" ? plain : this.#secret());
    const papers: Record<string, string> = {};
    const add = (key: string, kind: string, fields: () => readonly string[]): void => {
      if (!this.#chance(2)) return;
      const id = visibility === "öffentlich" ? `${kind}-1` : this.#secret().toLowerCase();
      papers[key] = id;
      const path = `p/${word(kind)}`;
      this.#source(path, kind, id, word(`Von ${kind}`), visibility, fields(), this.#text(visibility, "p"));
    };
    add("anträge", "antrag", () => [
      "datum: 2026-11-02",
      `antragsteller: [linde, {name: ${word("Eine Gruppe")}}]`,
      `unterzeichner: [{name: ${word("Jemand")}}]`,
      this.#attachments("p", visibility),
    ]);
    add("erläuterungen", "erläuterung", () => [
      "amt: amt-1",
      "datum: 2026-11-05",
      `verfasser: ${word("Wer schreibt")}`,
      this.#attachments("p", visibility),
    ]);
    add("beschlüsse", "beschluss", () => [
      "datum: 2026-05-01",
      "gremium: kreistag",
      "ergebnis: beschlossen",
      `abstimmung: {wortlaut: ${word("einstimmig")}}`,
      `umsetzung: {status: offen, vermerk: ${word("läuft")}}`,
    ]);
    add("sachstandsberichte", "sachstandsbericht", () => [
      "stand: 2026-11-20",
      `zeitraum: ${word("bis heute")}`,
      "umfasst: {gremium: kreistag, seit: 2026-01-01, bis: 2026-10-31}",
      `maßnahmen: [{titel: ${word("Bauen")}, status: offen, vermerk: ${word("bald")}}]`,
    ]);
    return papers;
  }

  #item(
    number: number,
    visibility: Visibility,
    papers: Readonly<Record<string, string>>,
    more: readonly string[],
  ): void {
    const isOpen = visibility === "öffentlich";
    const id = isOpen ? `top-${number}` : this.#secret().toLowerCase();
    this.#source(
      `s/${isOpen ? id : this.#secret()}`,
      "tagesordnungspunkt",
      id,
      isOpen ? "Ein Gegenstand" : this.#secret(),
      visibility,
      [
        "sitzung: sitzung-1",
        `nummer: ${number}`,
        ...Object.entries(papers).map(([key, paper]) => `${key}: [${paper}]`),
        this.#attachments("s", visibility),
        ...more,
      ],
      this.#text(visibility, "s"),
    );
  }

  /** One to publish, if its source is, and one or two to withhold: by title, name and content. */
  #attachments(folder: string, visibility: Visibility): string {
    const open = visibility === "öffentlich";
    const of = (title: string, name: string, content: string, visible: Visibility): string => {
      this.files[`content/${folder}/${name}`] = content;
      return `{titel: ${title}, datei: ${name}, sichtbarkeit: ${visible}}`;
    };
    const all = Array.from({ length: this.#random.whole(1, 2) }, () =>
      of(this.#secret(), `${this.#secret()}.txt`, `${this.#secret()} steht hier.`, "nichtöffentlich"),
    );
    if (open && this.#chance(2)) all.push(of("Offenes Blatt", "blatt.txt", "Ein Blatt.", "öffentlich"));
    if (open && this.#chance(3)) all.push("{titel: Offenes Blatt, datei: blatt.txt, sichtbarkeit: nichtöffentlich}");
    this.files[`content/${folder}/blatt.txt`] = "Ein Blatt.";
    return `anlagen: [${all.reverse().join(", ")}]`;
  }

  #text(visibility: Visibility, folder: string): string {
    if (visibility === "öffentlich")
      return "Ein Satz, der überall stehen darf.\n\n## Beschlussvorschlag\n\nSo beschlossen.";
    const image = `${this.#secret()}.png`;
    this.files[`content/${folder}/${image}`] = png({ width: 1, height: 1, rows: [0, 1, 2, 3] });
    const some = [
      () => `## ${this.#secret()}\n\n${this.#secret()} **${this.#secret()}** *Teil${this.#secret()}*`,
      () => `[${this.#secret()}](https://example.org/${this.#secret()} "${this.#secret()}")`,
      () => `![${this.#secret()}](${image} "${this.#secret()}")`,
      () => `| ${this.#secret()} | b |\n| --- | --- |\n| a | ${this.#secret()} |`,
      () => `Mit Fußnote[^1].\n\n[^1]: ${this.#secret()}`,
      () => `- ${this.#secret()}\n- [x] ${this.#secret()}\n\n> ${this.#secret()}`,
      () => `    ${this.#secret()}\n\nund \`${this.#secret()}\`~~${this.#secret()}~~`,
      () => `## Begründung\n\n${this.#secret()}`,
    ];
    const chosen = some.filter(() => this.#chance(2)).map((one) => one());
    return [this.#secret(), ...chosen].join("\n\n");
  }

  #source(
    path: string,
    kind: string,
    id: string,
    title: string,
    visibility: Visibility | undefined,
    fields: readonly string[],
    text = "",
  ): void {
    const head = [`art: ${kind}`, `kennung: ${id}`, `titel: ${title}`];
    if (visibility) head.push(`sichtbarkeit: ${visibility}`);
    this.files[`content/${path}.md`] = `---\n${[...head, ...fields].join("\n")}\n---\n${text}\n`;
  }

  #secret(): string {
    return `${MARK}${this.#seed}x${this.#count++}wort`;
  }

  /** True once in so many times. */
  #chance(times: number): boolean {
    return this.#random.chance(1 / times);
  }
}
