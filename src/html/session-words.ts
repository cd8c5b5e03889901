/** What the page of a meeting says beside the words of its sources. */

import { languageOf } from "../model/language.ts";

/** Words in the language of a body. */
export interface SessionWords {
  readonly agenda: string;
  readonly publicPart: string;
  readonly nonPublicPart: string;
  readonly item: string;
  readonly committee: string;
  readonly date: string;
  readonly place: string;
  readonly chair: string;
  readonly withdrawn: string;
  readonly supplement: string;
  readonly noPaper: string;
  readonly nonPublicItem: string;
  readonly internal: string;
  readonly documents: string;
  readonly paper: string;
  readonly invitation: string;
  readonly packet: string;
  readonly attachments: string;
  readonly annex: string;
  /** Of a PDF that another program made. */
  readonly foreign: string;
  readonly clock: string;
  readonly skip: string;
  readonly jump: string;
  pages(count: number): string;
}

const GERMAN: SessionWords = {
  agenda: "Tagesordnung",
  publicPart: "Öffentlicher Teil",
  nonPublicPart: "Nichtöffentlicher Teil",
  item: "TOP",
  committee: "Gremium",
  date: "Termin",
  place: "Ort",
  chair: "Vorsitz",
  withdrawn: "zurückgezogen",
  supplement: "Nachtrag vom",
  noPaper: "ohne Vorlage",
  nonPublicItem: "nichtöffentlich",
  internal: "Nichtöffentliche Fassung: nicht weitergeben",
  documents: "Unterlagen zur Sitzung",
  paper: "Vorlage",
  invitation: "Einladung",
  packet: "Sitzungsmappe",
  attachments: "Anlagen",
  annex: "Anlage",
  foreign: "nicht auf Barrierefreiheit geprüft",
  clock: "Uhr",
  skip: "Zur Tagesordnung",
  jump: "Direkt zu einem Punkt",
  pages: (count) => (count === 1 ? "1 Seite" : `${count} Seiten`),
};

const ENGLISH: SessionWords = {
  agenda: "Agenda",
  publicPart: "Public part",
  nonPublicPart: "Non-public part",
  item: "Item",
  committee: "Committee",
  date: "Date",
  place: "Place",
  chair: "Chair",
  withdrawn: "withdrawn",
  supplement: "Supplement of",
  noPaper: "no paper",
  nonPublicItem: "not public",
  internal: "Non-public edition: do not pass on",
  documents: "Documents of the meeting",
  paper: "Paper",
  invitation: "Invitation",
  packet: "Packet",
  attachments: "Attachments",
  annex: "Annex",
  foreign: "not checked for accessibility",
  clock: "",
  skip: "Skip to the agenda",
  jump: "Go to an item",
  pages: (count) => (count === 1 ? "1 page" : `${count} pages`),
};

/** All of them, in both languages. */
export function sessionWords(): readonly string[] {
  return [GERMAN, ENGLISH].flatMap(({ pages, ...words }) => [...Object.values<string>(words), pages(1), pages(2)]);
}

/** The words for a language tag: German where it is German, else English. */
export function sessionWordsFor(lang: string): SessionWords {
  return languageOf(lang) === "de" ? GERMAN : ENGLISH;
}
