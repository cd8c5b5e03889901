/** What the command itself says, in both languages. */

import type { MessageLocale } from "../model/diagnostic.ts";

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

/** An argument as one types it. */
const inShell = (argument: string): string => (/\s/.test(argument) ? `"${argument}"` : argument);

/** Words of the command line besides diagnostics. */
interface Words {
  readonly error: string;
  readonly warning: string;
  readonly help: string;
  readonly built: string;
  readonly unchanged: string;
  readonly failed: string;
  readonly removed: string;
  blocked(files: readonly string[]): string;
  pages(count: number): string;
  files(count: number): string;
  inaccessible(attachments: readonly string[]): string;
  checked(documents: number, errors: number, warnings: number): string;
  totals(built: number, unchanged: number, failed: number, skipped: number, seconds: string): string;
  rate(perSecond: number, secondsLeft: number): string;
  readonly interrupted: string;
  readonly waiting: string;
  readonly withPage: string;
  verified(folders: number, files: number, faults: number): string;
  readonly nothingVerified: string;
  readonly foldersUnlisted: string;
  created(path: string): string;
  exists(path: string): string;
  nextSteps(folder: string): string;
  notEmpty(folder: string): string;
  readonly oneFolder: string;
  sharedFolders(content: string, output: string): string;
  nameKind(kinds: readonly string[]): string;
  unknownKind(word: string, kinds: readonly string[]): string;
  badId(id: string): string;
  idTaken(id: string, file: string): string;
  outsideContent(path: string, content: string): string;
  readonly fault: string;
  watching(folders: readonly string[], drafts: string): string;
  preview(url: string): string;
  portTaken(port: number): string;
  readonly working: string;
  fine(papers: number): string;
  notFine(papers: number): string;
  warnings(count: number): string;
  more(count: number): string;
  changed(file: string, others: number, printed: readonly string[], seconds: string): string;
  printed(count: number, seconds: string): string;
  readonly oldDrafts: string;
  readonly howToEnd: string;
  readonly ended: string;
  readonly limit: string;
  readonly folderGone: string;
  readonly startedNowhere: string;
}

/** @see Words */
export const words: Readonly<Record<MessageLocale, Words>> = {
  de: {
    error: "Fehler",
    warning: "Warnung",
    help: "Hilfe",
    built: "gebaut",
    unchanged: "unverändert",
    failed: "nicht gebaut",
    removed: "entfernt",
    blocked: (files) => `wegen Fehlern in ${files.join(", ")}`,
    pages: (count) => plural(count, "Seite", "Seiten"),
    files: (count) => plural(count, "Datei", "Dateien"),
    inaccessible: (attachments) => `nicht barrierefrei: ${some(attachments, "weitere")}`,
    checked: (documents, errors, warnings) =>
      errors + warnings === 0
        ? `${plural(documents, "Quelle", "Quellen")} geprüft: alles in Ordnung.`
        : `${plural(documents, "Quelle", "Quellen")} geprüft: ${errors} Fehler, ${plural(warnings, "Warnung", "Warnungen")}.`,
    totals: (built, unchanged, failed, skipped, seconds) =>
      `${built} gebaut, ${unchanged} unverändert, ${failed} nicht gebaut${skipped > 0 ? `, ${skipped} nicht begonnen` : ""} (${seconds.replace(".", ",")} s).`,
    rate: (perSecond, secondsLeft) => `${perSecond.toFixed(0)} je Sekunde, noch ${duration(secondsLeft)}`,
    nothingVerified: "Nichts verglichen.",
    foldersUnlisted: "Ein Verzeichnis aller Ordner war nicht dabei: Ob ganze Ordner fehlen, ist nicht geprüft.",
    verified: (folders, files, faults) =>
      `${plural(files, "Datei", "Dateien")} in ${plural(folders, "Ordner", "Ordnern")} verglichen: ${faults === 0 ? "alles wie gebaut" : plural(faults, "Abweichung", "Abweichungen")}.`,
    waiting: "Ein anderer Lauf schreibt gerade in diesen Ordner; es geht weiter, sobald er fertig ist.",
    withPage: "dazu .html",
    interrupted: "Abgebrochen; der nächste Lauf macht hier weiter.",
    created: (path) => `angelegt: ${path}`,
    exists: (path) => `„${path}“ gibt es schon; nichts wurde überschrieben.`,
    nextSteps: (folder) => `Fertig. Weiter mit:\n${folder === "." ? "" : `  cd ${inShell(folder)}\n`}  vorlage build`,
    notEmpty: (folder) => `In „${folder}“ liegen schon Papiere; „vorlage new“ legt weitere an.`,
    oneFolder: "Nennen Sie nur einen Ordner.",
    sharedFolders: (content, output) =>
      `Papiere (--content „${content}“) und Ergebnisse (--output „${output}“) müssen getrennt liegen, keiner der Ordner im anderen. Nennen Sie mit --output einen Ordner daneben.`,
    nameKind: (kinds) => `Nennen Sie eine Art: ${kinds.join(", ")}.`,
    unknownKind: (word, kinds) => `Die Art „${word}“ gibt es nicht. Es gibt: ${kinds.join(", ")}.`,
    badId: (id) => `„${id}“ taugt nicht als Kennung: nur Buchstaben, Ziffern und Bindestriche.`,
    idTaken: (id, file) => `Die Kennung „${id}“ ist schon vergeben (${file}). Nennen Sie eine andere.`,
    outsideContent: (path, content) =>
      `„${path}“ liegt nicht im Inhaltsordner „${content}“; dort würde niemand das Papier finden.`,
    fault: "Das ist ein Fehler des Programms, nicht Ihrer Papiere. Bitte melden Sie ihn mit diesen Zeilen:",
    watching: (folders, drafts) => `Beobachtet: ${folders.join(", ")}. Entwürfe: ${drafts}`,
    preview: (url) => `Vorschau: ${url}`,
    portTaken: (port) =>
      `Der Port ${port} ist belegt oder gesperrt. Nennen Sie mit --port einen anderen, oder lassen Sie die Angabe weg.`,
    working: "Wird gedruckt …",
    fine: (papers) => `${plural(papers, "Papier", "Papiere")} in Ordnung`,
    notFine: (papers) => `${papers} mit Fehlern`,
    warnings: (count) => plural(count, "Warnung", "Warnungen"),
    more: (count) => `… und ${plural(count, "weitere Meldung", "weitere Meldungen")}; alle zeigt „vorlage check“.`,
    changed: (file, others, printed, seconds) =>
      `Geändert: ${file}${others > 0 ? ` und ${plural(others, "weitere Datei", "weitere Dateien")}` : ""}. ${
        printed.length > 0 ? `Neu gedruckt: ${printed.join(", ")}` : "Nichts neu zu drucken"
      } (${seconds.replace(".", ",")} s).`,
    printed: (count, seconds) => `${plural(count, "Entwurf", "Entwürfe")} gedruckt (${seconds.replace(".", ",")} s).`,
    oldDrafts: "Von Papieren mit Fehlern bleibt der letzte gute Entwurf liegen.",
    howToEnd: "Strg-C beendet.",
    ended: "Das Beobachten ist beendet.",
    limit:
      "Das System kann keine weiteren Ordner beobachten; ab jetzt wird regelmäßig nachgesehen, wie mit --poll. (Linux: fs.inotify.max_user_watches erhöhen.)",
    folderGone:
      "Der Ordner, in dem beobachtet wird, ist nicht mehr an seiner Stelle. Sobald er wieder da ist, geht es weiter; oder beginnen Sie dort neu, wo er jetzt liegt.",
    startedNowhere:
      "Der Ordner, in dem Sie arbeiten, ist nicht mehr da. Wechseln Sie in den Ordner Ihrer Papiere, und geben Sie den Befehl noch einmal.",
  },
  en: {
    error: "error",
    warning: "warning",
    help: "help",
    built: "built",
    unchanged: "unchanged",
    failed: "not built",
    removed: "removed",
    blocked: (files) => `because of mistakes in ${files.join(", ")}`,
    pages: (count) => plural(count, "page", "pages"),
    files: (count) => plural(count, "file", "files"),
    inaccessible: (attachments) => `not accessible: ${some(attachments, "more")}`,
    checked: (documents, errors, warnings) =>
      errors + warnings === 0
        ? `${plural(documents, "source", "sources")} checked: all is well.`
        : `${plural(documents, "source", "sources")} checked: ${plural(errors, "error", "errors")}, ${plural(warnings, "warning", "warnings")}.`,
    totals: (built, unchanged, failed, skipped, seconds) =>
      `${built} built, ${unchanged} unchanged, ${failed} not built${skipped > 0 ? `, ${skipped} not begun` : ""} (${seconds} s).`,
    rate: (perSecond, secondsLeft) => `${perSecond.toFixed(0)} a second, ${duration(secondsLeft)} left`,
    nothingVerified: "Nothing was compared.",
    foldersUnlisted: "There was no list of all folders: whole folders may be missing.",
    verified: (folders, files, faults) =>
      `${plural(files, "file", "files")} in ${plural(folders, "folder", "folders")} compared: ${faults === 0 ? "all as built" : plural(faults, "difference", "differences")}.`,
    waiting: "Another run is writing to this folder; this one goes on as soon as it is done.",
    withPage: "and .html",
    interrupted: "Interrupted; the next run goes on from here.",
    created: (path) => `created: ${path}`,
    exists: (path) => `“${path}” exists already; nothing was overwritten.`,
    nextSteps: (folder) => `Done. Go on with:\n${folder === "." ? "" : `  cd ${inShell(folder)}\n`}  vorlage build`,
    notEmpty: (folder) => `There are papers in “${folder}” already; “vorlage new” writes more.`,
    oneFolder: "Name one folder only.",
    sharedFolders: (content, output) =>
      `Papers (--content “${content}”) and results (--output “${output}”) have to lie apart, neither folder within the other. Name a folder beside it with --output.`,
    nameKind: (kinds) => `Name a kind: ${kinds.join(", ")}.`,
    unknownKind: (word, kinds) => `There is no kind “${word}”. There are: ${kinds.join(", ")}.`,
    badId: (id) => `“${id}” cannot be an id: use letters, digits and hyphens.`,
    idTaken: (id, file) => `The id “${id}” is already taken (${file}). Name another one.`,
    outsideContent: (path, content) =>
      `“${path}” is not in the content folder “${content}”, where nobody would find the paper.`,
    fault: "This is a fault of the program, not of your papers. Please report it with these lines:",
    watching: (folders, drafts) => `Watching: ${folders.join(", ")}. Drafts: ${drafts}`,
    preview: (url) => `Preview: ${url}`,
    portTaken: (port) => `Port ${port} is taken or not allowed. Name another one with --port, or leave it out.`,
    working: "Printing …",
    fine: (papers) => `${plural(papers, "paper", "papers")} fine`,
    notFine: (papers) => `${papers} with mistakes`,
    warnings: (count) => plural(count, "warning", "warnings"),
    more: (count) => `… and ${plural(count, "other message", "other messages")}; “vorlage check” shows all.`,
    changed: (file, others, printed, seconds) =>
      `Changed: ${file}${others > 0 ? ` and ${plural(others, "other file", "other files")}` : ""}. ${
        printed.length > 0 ? `Printed anew: ${printed.join(", ")}` : "Nothing to print anew"
      } (${seconds} s).`,
    printed: (count, seconds) => `${plural(count, "draft", "drafts")} printed (${seconds} s).`,
    oldDrafts: "Of papers with mistakes the last good draft stays.",
    howToEnd: "Ctrl-C ends.",
    ended: "Watching has ended.",
    limit:
      "The system cannot watch any more folders; from now on they are looked at regularly, as with --poll. (Linux: raise fs.inotify.max_user_watches.)",
    folderGone:
      "The folder in which you watch is not in its place any more. Watching goes on when it is back; or begin anew where it is now.",
    startedNowhere:
      "The folder in which you are working is not there any more. Change to the folder of your papers, and type the command again.",
  },
};

/** A line has room for so many. */
const SOME = 3;

function some(items: readonly string[], more: string): string {
  const rest = items.length - SOME;
  return [...items.slice(0, SOME), ...(rest > 0 ? [`${rest} ${more}`] : [])].join(", ");
}
