/** The texts of `--help`. */

import type { MessageLocale } from "../model/diagnostic.ts";
import { type CommandName, MOST_JOBS } from "./arguments.ts";

const common = {
  de: `Gemeinsame Angaben:
  --content ORDNER     Papiere (Vorgabe: content)
  --templates ORDNER   eigene Vorlagen und theme.yaml (Vorgabe: templates)
  --output ORDNER      Ergebnisse, getrennt von den Papieren (Vorgabe: output; bei build, watch und verify)
  --format text|json   Bericht als Text oder JSON
  --locale de|en       Sprache der Meldungen
  --help, --version

Rückgabewerte: 0 in Ordnung, 1 Fehler in Papieren, Vorlagen oder beim Schreiben, 2 falscher Aufruf, 3 Fehler des Programms,
130 mit Strg-C abgebrochen, 143 vom System beendet (SIGTERM)`,
  en: `Common options:
  --content FOLDER     papers (default: content)
  --templates FOLDER   templates and theme.yaml of your own (default: templates)
  --output FOLDER      results, apart from the papers (default: output; with build, watch and verify)
  --format text|json   report as text or JSON
  --locale de|en       language of messages
  --help, --version

Exit codes: 0 fine, 1 mistakes in papers or templates, or files that could not be written, 2 wrong usage, 3 our own fault,
130 interrupted by Ctrl-C, 143 ended by the system (SIGTERM)`,
} as const;

const overview = {
  de: `vorlage – aus Markdown werden Tagesordnungspunkte und Sachstandsberichte als PDF

  vorlage init [ORDNER]          richtet einen Ordner ein, der sich sofort bauen lässt
  vorlage new ART [KENNUNG]      legt ein kommentiertes Muster an
  vorlage check [PAPIER …]       prüft, ohne zu drucken
  vorlage build [PAPIER …]       druckt PDF und HTML
  vorlage watch [PAPIER …]       druckt Entwürfe, sooft sich etwas ändert
  vorlage verify [ORDNER]        vergleicht die Ausgabe mit dem, was gebaut wurde
  vorlage schema [ART]           JSON-Schema der Felder, für Editoren

„vorlage BEFEHL --help“ erklärt einen Befehl mit Beispielen.`,
  en: `vorlage – turns Markdown into agenda items and status reports as PDF

  vorlage init [FOLDER]          sets up a folder that builds at once
  vorlage new KIND [ID]          writes a commented stub
  vorlage check [PAPER …]        checks without printing
  vorlage build [PAPER …]        prints PDF and HTML
  vorlage watch [PAPER …]        prints drafts whenever something changes
  vorlage verify [FOLDER]        compares the output with what was built
  vorlage schema [KIND]          JSON Schema of the fields, for editors

“vorlage COMMAND --help” explains a command with examples.`,
} as const;

const topics: Readonly<Record<CommandName, Readonly<Record<MessageLocale, string>>>> = {
  init: {
    de: `vorlage init [ORDNER]

Legt im Ordner (Vorgabe: der aktuelle) eine Körperschaft, eine Sitzung, einen Tagesordnungspunkt mit Antrag und eine
Gestaltung an. Vorhandene Dateien werden nie überschrieben.

Beispiele:
  vorlage init
  vorlage init kreis-auental`,
    en: `vorlage init [FOLDER]

Writes a body, a meeting, an agenda item with a motion, and a theme into the folder (default: the current one).
Files that exist are never overwritten.

Examples:
  vorlage init
  vorlage init auental-county`,
  },
  new: {
    de: `vorlage new ART [KENNUNG oder PFAD]

Legt ein Papier mit allen Feldern an; was wegbleiben darf, ist auskommentiert. Verweise sind mit vorhandenen Kennungen
gefüllt. Arten: körperschaft, sitzung, tagesordnungspunkt, antrag, beschluss, erläuterung, sachstandsbericht.

Beispiele:
  vorlage new antrag antrag-radweg
  vorlage new tagesordnungspunkt sitzung-2026-12-10/top-07.md`,
    en: `vorlage new KIND [ID or PATH]

Writes a paper with all fields; those that may be left out are commented out. References are filled with ids that exist.
Kinds: body, meeting, agenda-item, motion, resolution, explanation, status-report.

Examples:
  vorlage new motion motion-cycle-path
  vorlage new agenda-item meeting-2026-12-10/item-07.md`,
  },
  check: {
    de: `vorlage check [KENNUNG oder PFAD …] [--meeting KENNUNG]

Nennt alle Fehler in allen Papieren und Vorlagen auf einmal, mit Datei, Zeile und Spalte. Geschrieben wird nichts.

Beispiele:
  vorlage check
  vorlage check content/sitzung-2026-12-10/top-07.md
  vorlage check --meeting sitzung-2026-12-10 --format json`,
    en: `vorlage check [ID or PATH …] [--meeting ID]

Names all mistakes in all papers and templates at once, with file, line and column. Nothing is written.

Examples:
  vorlage check
  vorlage check content/meeting-2026-12-10/item-07.md
  vorlage check --meeting meeting-2026-12-10 --format json`,
  },
  build: {
    de: `vorlage build [KENNUNG oder PFAD …] [--meeting KENNUNG] [--draft] [--output ORDNER] [--jobs ZAHL] [--fail-fast]

Druckt Papiere als PDF und HTML nach output/public und output/internal. Neu gedruckt wird nur, wovon sich etwas geändert
hat. Ein Fehler in einem Papier hält die anderen nicht auf (außer mit --fail-fast); was von ihm schon da war, bleibt.
Ergebnisse, deren Papier es nicht mehr gibt oder das nicht mehr öffentlich ist, werden entfernt und genannt. Ein Lauf darf
jederzeit abgebrochen werden; der nächste macht dort weiter. --draft druckt Entwürfe nach output/draft. --jobs sagt, wie
viele Papiere höchstens zugleich gesetzt werden (1 bis ${MOST_JOBS}; Vorgabe: so viele, wie der Rechner Prozessoren hat;
mehr als das Doppelte beschleunigt nichts und bleibt ungenutzt).

Beispiele:
  vorlage build
  vorlage build sitzung-2026-12-10-top-07
  vorlage build --meeting sitzung-2026-12-10
  vorlage build --draft content/sitzung-2026-12-10/top-07.md`,
    en: `vorlage build [ID or PATH …] [--meeting ID] [--draft] [--output FOLDER] [--jobs NUMBER] [--fail-fast]

Prints papers as PDF and HTML to output/public and output/internal. Only what changed is printed anew. A mistake in one
paper does not stop the others (but with --fail-fast); what was there of it stays. Results whose paper is gone or no longer
public are removed, and named. A run may be interrupted at any moment; the next one goes on from there. --draft prints
drafts to output/draft. --jobs says how many papers are laid out at once at most (1 to ${MOST_JOBS}; default: as many as there are
processors; more than twice as many make nothing faster and are left unused).

Examples:
  vorlage build
  vorlage build meeting-2026-12-10-item-07
  vorlage build --meeting meeting-2026-12-10
  vorlage build --draft content/meeting-2026-12-10/item-07.md`,
  },
  watch: {
    de: `vorlage watch [KENNUNG oder PFAD …] [--meeting KENNUNG] [--port ZAHL] [--no-preview] [--output ORDNER] [--jobs ZAHL]
              [--poll]

Druckt Entwürfe nach output/draft und danach bei jeder Änderung die Papiere neu, die sie betrifft: Quellen, Bilder,
Anlagen, Vorlagen und Gestaltung. Was nicht stimmt, steht auf dem Bildschirm; der letzte gute Entwurf bleibt liegen.
Gedruckte Papiere in output/public und output/internal werden nicht angefasst. --poll sieht selbst immer wieder nach:
für Netzlaufwerke, die Änderungen nicht melden. Strg-C beendet das Beobachten (Rückgabewert 0).

Dazu läuft eine Vorschau, die nur dieser Rechner sieht: Öffnen Sie die angezeigte Adresse im Browser. Ein Klick auf einen
Absatz oder eine Meldung öffnet die Stelle im Editor, wenn die Umgebungsvariable VISUAL oder EDITOR einen nennt, der sich
von außen öffnen lässt (etwa code, kate, notepad++). --port legt den Port fest, --no-preview lässt die Vorschau weg.

Beispiele:
  vorlage watch
  vorlage watch sitzung-2026-12-10-top-07
  vorlage watch --meeting sitzung-2026-12-10 --poll`,
    en: `vorlage watch [ID or PATH …] [--meeting ID] [--port NUMBER] [--no-preview] [--output FOLDER] [--jobs NUMBER] [--poll]

Prints drafts to output/draft, and then with every change those that it reaches: sources, images, attachments, templates
and theme. What is wrong stands on the screen; the last good draft stays. Papers in output/public and output/internal are
not touched. --poll looks for itself again and again: for network drives that do not tell of changes. Ctrl-C ends watching
(exit code 0).

Beside it runs a preview that only this machine can see: open the address that is shown in a browser. A click on a paragraph
or a message opens the place in the editor, if the environment variable VISUAL or EDITOR names one that can be opened from
outside (such as code, kate, notepad++). --port sets the port, --no-preview leaves the preview out.

Examples:
  vorlage watch
  vorlage watch meeting-2026-12-10-item-07
  vorlage watch --meeting meeting-2026-12-10 --poll`,
  },
  verify: {
    de: `vorlage verify [ORDNER]

Vergleicht einen Ausgabeordner (Vorgabe: output), auch eine Kopie davon, mit den Verzeichnissen manifest.json, die der Bau
in jeden Ordner einer Sitzung legt, und nennt, was fehlt, geändert wurde oder dort nicht hingehört.

Beispiele:
  vorlage verify
  vorlage verify /media/usb/sitzung`,
    en: `vorlage verify [FOLDER]

Compares an output folder (default: output), or a copy of one, with the manifest.json that a build puts into each folder of
a meeting, and names what is missing, was changed, or does not belong there.

Examples:
  vorlage verify
  vorlage verify /media/usb/meeting`,
  },
  schema: {
    de: `vorlage schema [ART]

Gibt das JSON-Schema der Felder einer Art aus (ohne ART: aller Arten), mit deutschen und englischen Schreibweisen.
Editoren bieten damit Felder und Werte an.

Beispiel:
  vorlage schema antrag > antrag.schema.json`,
    en: `vorlage schema [KIND]

Prints the JSON Schema of a kind's fields (without KIND: of all kinds), in German and English spelling, so that editors
can offer fields and values.

Example:
  vorlage schema motion > motion.schema.json`,
  },
};

/** The help of a command, or of all. */
export function helpText(topic: CommandName | undefined, locale: MessageLocale): string {
  return `${topic ? topics[topic][locale] : overview[locale]}\n\n${common[locale]}\n`;
}
