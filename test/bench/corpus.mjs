// Writes a content folder with as many valid papers as asked for: items with a motion and an explanation each.
import { mkdirSync, writeFileSync } from "node:fs";

const paragraph =
  "Die Verwaltung hat den Sachverhalt geprüft und mit den beteiligten Ämtern abgestimmt. Die Kosten belaufen sich auf " +
  "1.250,50 € im Jahr; Mittel stehen im Haushalt bereit. Für die Umsetzung sind 5,5 Stellen vorgesehen, von denen zwei " +
  "bereits besetzt sind.\n\n";

const body = `---
art: körperschaft
kennung: kreis
titel: Kreis Beispiel
gremien:
  - kennung: kreistag
    name: Kreistag
fraktionen:
  - kennung: fraktion-a
    name: Fraktion A
ämter:
  - kennung: amt-1
    name: Hauptamt
---
`;

export function writeCorpus(folder, documents) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/kreis.md`, body);
  let written = 1;
  for (let meeting = 1; written < documents; meeting++) {
    const path = `${folder}/sitzung-${meeting}`;
    mkdirSync(path, { recursive: true });
    const date = `2026-${String((meeting % 12) + 1).padStart(2, "0")}-10`;
    writeFileSync(
      `${path}/sitzung.md`,
      `---\nart: sitzung\nkennung: s${meeting}\ntitel: Sitzung ${meeting}\ngremium: kreistag\ndatum: ${date}\n---\n`,
    );
    written++;
    for (let item = 1; item <= 20 && written + 3 <= documents + 2; item++) {
      const id = `s${meeting}-${item}`;
      const list = "- erstens\n- zweitens\n  - darunter\n\n1. Punkt\n2. Punkt\n\n";
      const table = "| Jahr | Betrag |\n|---|---:|\n| 2026 | 1.250,50 |\n| 2027 | 980,00 |\n\n";
      const text = `${paragraph.repeat(4)}### Einzelheiten ${id}\n\n${list}${table}${paragraph.repeat(3)}`;
      const paper = (kind, name, fields, content) =>
        writeFileSync(
          `${path}/${name}-${item}.md`,
          `---\nart: ${kind}\nkennung: ${name}-${id}\ntitel: Gegenstand ${id}\nsichtbarkeit: öffentlich\n${fields}---\n${content}`,
        );
      paper("antrag", "antrag", `datum: ${date}\nantragsteller: [fraktion-a]\n`, paragraph);
      paper("erläuterung", "erl", `datum: ${date}\namt: amt-1\n`, `## Lage\n\n${text}`);
      paper(
        "tagesordnungspunkt",
        "top",
        `sitzung: s${meeting}\nnummer: ${item}\nanträge: [antrag-${id}]\nerläuterungen: [erl-${id}]\n`,
        `${paragraph}## Beschlussvorschlag\n\n${paragraph}`,
      );
      written += 3;
    }
  }
  return written;
}
