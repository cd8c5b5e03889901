/** Messages about what sources name: each other, entries of the body, and files; and about bodies that are not there. */

import { didYouMean, error } from "./message.ts";

/** A kind of thing that can be referred to, as sentences need it. */
const nouns = {
  motion: { de: "Antrag", no: "kein", none: "Einen Antrag", en: "motion" },
  resolution: { de: "Beschluss", no: "kein", none: "Einen Beschluss", en: "resolution" },
  explanation: { de: "Erläuterung", no: "keine", none: "Eine Erläuterung", en: "explanation" },
  "status-report": { de: "Sachstandsbericht", no: "kein", none: "Einen Sachstandsbericht", en: "status report" },
  "agenda-item": { de: "Tagesordnungspunkt", no: "kein", none: "Einen Tagesordnungspunkt", en: "agenda item" },
  meeting: { de: "Sitzung", no: "keine", none: "Eine Sitzung", en: "meeting" },
  body: { de: "Körperschaft", no: "keine", none: "Eine Körperschaft", en: "body" },
  committee: { de: "Gremium", no: "kein", none: "Ein Gremium", en: "committee" },
  faction: { de: "Fraktion", no: "keine", none: "Eine Fraktion", en: "faction" },
  department: { de: "Amt", no: "kein", none: "Ein Amt", en: "department" },
} as const;

/** What can be referred to. */
type Noun = keyof typeof nouns;

/** @see diagnose */
export const referenceMessages = {
  "unknown-reference": error(
    (v: { id: string; target: Noun; known: readonly string[]; suggestion: string | undefined }) => {
      const inBody = ["committee", "faction", "department"].includes(v.target);
      // A name of several words among the movers is a person.
      const isPerson =
        v.target === "faction" && v.suggestion === undefined && /^[\p{L}.'’-]+(?: [\p{L}.'’-]+)+$/u.test(v.id);
      const help = didYouMean(
        v.suggestion,
        isPerson
          ? `Eine Person nennen Sie mit „name: ${v.id}“; eine Fraktion steht in der Datei der Körperschaft.`
          : inBody
            ? "Berichtigen Sie die Kennung, oder ergänzen Sie die Datei der Körperschaft."
            : "Legen Sie die Datei an oder berichtigen Sie die Kennung.",
        isPerson
          ? `Name a person with “name: ${v.id}”; factions are listed in the file of the body.`
          : inBody
            ? "Correct the id, or add it to the file of the body."
            : "Write that file, or correct the id.",
      );
      return {
        de: [`${nouns[v.target].none} mit der Kennung „${v.id}“ gibt es nicht.`, help.de],
        en: [`There is no ${nouns[v.target].en} with the id “${v.id}”.`, help.en],
      };
    },
  ),
  "wrong-reference": error((v: { id: string; target: Noun; found: Noun; file: string }) => ({
    de: [
      `„${v.id}“ ist ${nouns[v.target].no} ${nouns[v.target].de}, sondern: ${nouns[v.found].de} (${v.file}).`,
      "Verschieben Sie die Kennung in das passende Feld oder berichtigen Sie sie.",
    ],
    en: [
      `“${v.id}” is no ${nouns[v.target].en} but a ${nouns[v.found].en} (${v.file}).`,
      "Move the id to the right field, or correct it.",
    ],
  })),
  "repeated-reference": error((v: { id: string }) => ({
    de: [`„${v.id}“ ist hier zweimal genannt.`, "Streichen Sie die zweite Nennung."],
    en: [`“${v.id}” is named twice here.`, "Delete the second mention."],
  })),
  "duplicate-id": error((v: { id: string; file: string }) => ({
    de: [
      `Die Kennung „${v.id}“ ist schon vergeben (${v.file}).`,
      "Geben Sie einem der beiden Papiere eine andere Kennung.",
    ],
    en: [`The id “${v.id}” is already taken (${v.file}).`, "Give one of the two papers another id."],
  })),
  "duplicate-number": error((v: { number: string; file: string }) => ({
    de: [
      `Die Nummer ${v.number} hat in dieser Sitzung schon ein anderer Punkt (${v.file}).`,
      "Vergeben Sie jede Nummer nur einmal.",
    ],
    en: [`Another item of this meeting has the number ${v.number} already (${v.file}).`, "Give each number only once."],
  })),
  "confidential-source": error((v: { id: string; target: Noun; file: string }) => ({
    de: [
      `Dieses öffentliche Papier bezieht sich auf etwas Nichtöffentliches: „${v.id}“ (${v.file}).`,
      "Nehmen Sie den Verweis heraus oder stufen Sie eines der beiden Papiere anders ein.",
    ],
    en: [
      `This public paper uses something non-public: “${v.id}” (${v.file}).`,
      "Remove the reference, or change the visibility of one of the two.",
    ],
  })),
  "body-missing": error((v: { folder: string }) => ({
    de: [
      `Im Ordner „${v.folder}“ gibt es keine Körperschaft.`,
      "Legen Sie eine Datei mit „art: körperschaft“ an; „vorlage new körperschaft“ schreibt ein Muster.",
    ],
    en: [
      `There is no body in the folder “${v.folder}”.`,
      "Write a file with “kind: body”; “vorlage new body” writes a stub.",
    ],
  })),
  "body-repeated": error((v: { file: string }) => ({
    de: [
      `Es gibt schon eine Körperschaft (${v.file}).`,
      "Ein Inhaltsordner gehört zu genau einer Körperschaft; legen Sie für die zweite einen eigenen an.",
    ],
    en: [
      `There is a body already (${v.file}).`,
      "A content folder belongs to one body; make another folder for the second.",
    ],
  })),
  "no-sources": error((v: { folder: string }) => ({
    de: [
      `Im Ordner „${v.folder}“ liegen keine Papiere (*.md).`,
      `Rufen Sie „vorlage“ dort auf, wo „${v.folder}“ liegt, oder nennen Sie mit --content einen anderen Ordner; „vorlage init ORDNER“ richtet einen mit Beispielen ein.`,
    ],
    en: [
      `There are no papers (*.md) in the folder “${v.folder}”.`,
      `Run “vorlage” where “${v.folder}” lies, or name another folder with --content; “vorlage init FOLDER” sets up one with examples.`,
    ],
  })),
  "file-missing": error((v: { path: string; suggestion: string | undefined }) => {
    const help = didYouMean(
      v.suggestion,
      "Prüfen Sie Namen und Ordner; Pfade gelten vom Ort dieser Datei aus, Groß- und Kleinschreibung zählt.",
      "Check name and folder; paths are relative to this file, and case matters.",
    );
    return {
      de: [`Die Datei „${v.path}“ gibt es nicht.`, help.de],
      en: [`There is no file “${v.path}”.`, help.en],
    };
  }),
  "file-outside": error((v: { path: string }) => ({
    de: [
      `„${v.path}“ liegt außerhalb des Inhaltsordners.`,
      "Kopieren Sie die Datei in den Inhaltsordner; Verknüpfungen nach außen gelten nicht.",
    ],
    en: [
      `“${v.path}” lies outside the content folder.`,
      "Copy the file into the content folder; links that lead out do not count.",
    ],
  })),
  "file-not-readable": error((v: { path: string; isTooLarge: boolean }) =>
    v.isTooLarge
      ? {
          de: [`„${v.path}“ ist zu groß, um gelesen zu werden.`, "Nennen Sie eine Datei unter 2 GB."],
          en: [`“${v.path}” is too large to be read.`, "Name a file of less than 2 GB."],
        }
      : {
          de: [
            `„${v.path}“ ist ein Ordner oder darf nicht gelesen werden.`,
            "Nennen Sie eine Datei, die Sie öffnen können.",
          ],
          en: [`“${v.path}” is a folder or may not be read.`, "Name a file that you can open."],
        },
  ),
};
