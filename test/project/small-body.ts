/** A small body with every kind of source and every way in which they use each other, for builds by the hundred. */

import type { Files } from "../host.ts";
import { png } from "../image/pictures.ts";

const source = (fields: readonly string[], text = ""): string => `---\n${fields.join("\n")}\n---\n${text}\n`;

/** Paths below `content/` and `templates/`. */
export function smallBody(): Record<string, Files[string]> {
  const item = (number: number, more: readonly string[], text: string, visibility = "öffentlich") =>
    source(
      [
        "art: tagesordnungspunkt",
        `kennung: top-${number}`,
        "sitzung: sitzung-1",
        `nummer: ${number}`,
        `titel: Gegenstand ${number}`,
        `sichtbarkeit: ${visibility}`,
        ...more,
      ],
      text,
    );
  const resolution = (name: string, day: string) =>
    source(
      [
        "art: beschluss",
        `kennung: ${name}`,
        `titel: Beschluss ${name}`,
        `datum: ${day}`,
        "gremium: kreistag",
        "ergebnis: beschlossen",
        "umsetzung: {status: offen, frist: 2026-12-01}",
        "sichtbarkeit: öffentlich",
      ],
      `Der Landrat wird beauftragt, ${name} umzusetzen.`,
    );
  return {
    "content/kreis.md": source([
      "art: körperschaft",
      "kennung: kreis",
      "titel: Kreis Probe",
      "locale: de-DE",
      "gremien: [{kennung: kreistag, name: Kreistag}]",
      "fraktionen: [{kennung: linde, name: Linde}]",
      "ämter: [{kennung: amt-1, name: Hauptamt}]",
      "regeln:",
      "  nichtöffentliches: öffentlicher Titel",
      "  festpunkte: [{titel: Verschiedenes, position: Ende, sichtbarkeit: öffentlich}]",
    ]),
    "content/s/sitzung.md": source([
      "art: sitzung",
      "kennung: sitzung-1",
      "titel: Sitzung",
      "gremium: kreistag",
      "datum: 2026-12-10",
    ]),
    "content/s/top-1.md": item(1, ["anträge: [antrag-1]"], "Der Text.\n\n## Beschlussvorschlag\n\nSo beschlossen."),
    "content/s/top-2.md": item(2, ["beschlüsse: [b-1]", "erläuterungen: [e-1]"], "![Ein Punkt](punkt.png)"),
    "content/s/top-3.md": item(3, ["sachstandsberichte: [bericht]"], "Zum Stand."),
    "content/s/top-4.md": item(
      4,
      ["anträge: [antrag-2]", "öffentlicher-titel: Angelegenheit"],
      "Verschlossen.",
      "nichtöffentlich",
    ),
    "content/s/top-5.md": item(
      5,
      [
        "anlagen: [{titel: Offenes Blatt, datei: blatt.txt, sichtbarkeit: öffentlich}, {titel: Zweites Blatt, datei: blatt.txt, sichtbarkeit: nichtöffentlich}]",
      ],
      "Mit Anlagen.",
    ),
    "content/s/punkt.png": png({ width: 1, height: 1, rows: [0, 9, 9, 9] }),
    "content/s/blatt.txt": "Ein Blatt.",
    "content/p/antrag-1.md": source(
      [
        "art: antrag",
        "kennung: antrag-1",
        "titel: Antrag eins",
        "datum: 2026-11-02",
        "antragsteller: [linde]",
        "sichtbarkeit: öffentlich",
      ],
      "Wir beantragen eins.",
    ),
    "content/p/antrag-2.md": source(
      [
        "art: antrag",
        "kennung: antrag-2",
        "titel: Antrag zwei",
        "datum: 2026-11-03",
        "antragsteller: [linde]",
        "sichtbarkeit: nichtöffentlich",
      ],
      "Wir beantragen zwei.",
    ),
    "content/p/b-1.md": resolution("b-1", "2026-03-01"),
    "content/p/b-2.md": resolution("b-2", "2026-05-01"),
    "content/p/e-1.md": source(
      [
        "art: erläuterung",
        "kennung: e-1",
        "titel: Erläuterung",
        "amt: amt-1",
        "datum: 2026-11-05",
        "sichtbarkeit: öffentlich",
      ],
      "Zur Sache.",
    ),
    "content/p/bericht.md": source(
      [
        "art: sachstandsbericht",
        "kennung: bericht",
        "titel: Bericht",
        "stand: 2026-11-20",
        "umfasst: {gremium: kreistag, seit: 2026-01-01, bis: 2026-10-31}",
        "sichtbarkeit: öffentlich",
      ],
      "Ein Wort voraus.",
    ),
    "templates/theme.yaml": 'colors:\n  accent: "#1f4e79"\n',
  };
}
