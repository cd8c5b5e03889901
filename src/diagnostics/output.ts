/** Messages about what is asked for and about writing results. */

import { didYouMean, error, warning } from "./message.ts";

/** Why a file could not be written or removed. */
const reasons = {
  denied: { de: "keine Berechtigung", en: "permission denied" },
  full: { de: "der Datenträger ist voll", en: "the disk is full" },
  "not-a-folder": {
    de: "auf dem Weg dorthin liegt eine Datei statt eines Ordners",
    en: "a file is in the way of a folder",
  },
  "is-a-folder": { de: "dort liegt ein Ordner dieses Namens", en: "there is a folder of that name" },
  busy: { de: "die Datei ist in einem anderen Programm geöffnet", en: "the file is open in another program" },
  "name-too-long": {
    de: "der Name ist länger, als dieser Datenträger erlaubt",
    en: "the name is longer than this disk allows",
  },
  faulty: {
    de: "der Datenträger oder das Netzlaufwerk meldet einen Fehler oder antwortet nicht",
    en: "the disk or network drive reports a fault or does not answer",
  },
};

/** Why there is no folder and none can be made. */
const folderReasons = {
  ...reasons,
  "not-a-folder": {
    de: "Unter diesem Namen oder auf dem Weg dorthin liegt eine Datei oder eine Verknüpfung, die nirgends hinführt",
    en: "a file, or a link that leads nowhere, has that name or lies on the way",
  },
};

/** @see diagnose */
export const outputMessages = {
  "unknown-selection": error((v: { word: string; suggestion: string | undefined }) => {
    const help = didYouMean(
      v.suggestion,
      "Nennen Sie Kennungen oder Pfade von Papieren im Inhaltsordner; alles zu einer Sitzung nehmen Sie mit --meeting KENNUNG.",
      "Give ids or paths of papers in the content folder; take all of a meeting with --meeting ID.",
    );
    return {
      de: [`Ein Papier „${v.word}“ gibt es nicht.`, help.de],
      en: [`There is no paper “${v.word}”.`, help.en],
    };
  }),
  "unknown-meeting": error(
    (v: {
      word: string;
      /** What it is, if it is anything at all. */
      is: "id" | "file" | "folder" | undefined;
      kind: string | undefined;
      suggestion: string | undefined;
      /** Meetings that it may be meant for. */
      meetings: readonly string[];
    }) => {
      const list = (more: string): string => (v.meetings.length > 0 ? `: ${someNames(v.meetings, more)}` : "");
      const help = didYouMean(
        v.suggestion,
        `Nennen Sie die Kennung einer Sitzung${list("weitere")}.`,
        `Give the id of a meeting${list("more")}.`,
      );
      const kind = v.kind === undefined ? "" : ` (${v.kind})`;
      const de = { id: "die einer anderen Quelle", file: "eine Datei", folder: "ein Ordner" };
      const en = { id: "that of another source", file: "a file", folder: "a folder" };
      return v.is === undefined
        ? {
            de: [`Eine Sitzung „${v.word}“ gibt es nicht.`, help.de],
            en: [`There is no meeting “${v.word}”.`, help.en],
          }
        : {
            de: [`„${v.word}“ ist nicht die Kennung einer Sitzung, sondern ${de[v.is]}${kind}.`, help.de],
            en: [`“${v.word}” is not the id of a meeting but ${en[v.is]}${kind}.`, help.en],
          };
    },
  ),
  "selection-not-printable": error((v: { word: string; kind: string }) => ({
    de: [
      `„${v.word}“ ist kein Papier, das gedruckt wird (${v.kind}).`,
      "Für eine ganze Sitzung nehmen Sie --meeting KENNUNG.",
    ],
    en: [`“${v.word}” is no paper that prints (${v.kind}).`, "For a whole meeting use --meeting ID."],
  })),
  "paper-not-laid-out": error((v: { reason: "time" | "memory" | "crash"; fault: string }) => ({
    de: [
      {
        time: "Das Setzen dieses Papiers wurde abgebrochen: Es dauerte zu lange.",
        memory: "Das Setzen dieses Papiers wurde abgebrochen: Der Arbeitsspeicher reichte nicht.",
        crash: `Beim Setzen dieses Papiers ist das Programm auf einen eigenen Fehler gestoßen: ${v.fault}`,
      }[v.reason],
      v.reason === "crash"
        ? "Die anderen Papiere sind nicht betroffen. Bitte melden Sie den Fehler mit diesem Papier."
        : "Teilen Sie sehr lange Tabellen oder Texte auf mehrere Papiere auf. Die anderen Papiere sind nicht betroffen.",
    ],
    en: [
      {
        time: "Laying this paper out was given up: it took too long.",
        memory: "Laying this paper out was given up: it ran out of memory.",
        crash: `Laying this paper out, the program met a fault of its own: ${v.fault}`,
      }[v.reason],
      v.reason === "crash"
        ? "The other papers are not affected. Please report the fault with this paper."
        : "Divide very long tables or texts between several papers. The other papers are not affected.",
    ],
  })),
  "secret-in-public": error((v: { word: string }) => ({
    de: [
      `„${v.word}“ kommt nur in nichtöffentlichen Quellen vor und stand doch in der öffentlichen Fassung eines Papiers.`,
      "Die öffentliche Fassung wurde nicht geschrieben. Bitte melden Sie das; ist das Wort nicht geheim, hilft es, wenn es auch in einer öffentlichen Quelle steht.",
    ],
    en: [
      `“${v.word}” occurs in non-public sources only, and yet it was in the public edition of a paper.`,
      "The public edition was not written. Please report this; if the word is no secret, it helps to have it in a public source too.",
    ],
  })),
  "nothing-to-verify": error((v: { folder: string }) => ({
    de: [
      `Im Ordner „${v.folder}“ ist nichts zu vergleichen: Kein manifest.json nennt gebaute Papiere.`,
      "Nennen Sie den Ausgabeordner oder eine Kopie davon, oder bauen Sie erst, nach einem Abbruch noch einmal.",
    ],
    en: [
      `There is nothing to compare in “${v.folder}”: no manifest.json names papers that were built.`,
      "Name the output folder or a copy of it, or build first; after an interruption, build again.",
    ],
  })),
  "list-missing": error((v: { folder: string }) => ({
    de: [
      `In „${v.folder}“ fehlt das Verzeichnis aller Ordner, manifest.json: Ohne es weiß niemand, ob ganze Ordner fehlen.`,
      "„vorlage build“ schreibt es neu. Von einer Kopie, die nur eine Fassung enthält, nennen Sie deren Ordner („public“, „internal“).",
    ],
    en: [
      `“${v.folder}” lacks manifest.json, the list of all folders: without it nobody knows whether whole folders are missing.`,
      "“vorlage build” writes it anew. Of a copy that has one edition only, name the edition's folder (“public”, “internal”).",
    ],
  })),
  "manifest-missing": error((v: { folder: string }) => ({
    de: [
      `In „${v.folder}“ fehlt das Verzeichnis manifest.json: Ohne es ist nicht zu prüfen, was dort liegt.`,
      "Wurde der Ordner gebaut, schreibt „vorlage build“ es neu. Sonst legen Sie ihn an anderer Stelle ab.",
    ],
    en: [
      `“${v.folder}” lacks its manifest.json: without it what lies there cannot be verified.`,
      "If the folder was built, “vorlage build” writes it anew. Otherwise keep the folder elsewhere.",
    ],
  })),
  "folder-missing": error((v: { folder: string }) => ({
    de: [`Der Ordner „${v.folder}“ fehlt mit allem, was in ihm lag.`, "„vorlage build“ druckt es neu."],
    en: [`The folder “${v.folder}” is missing with all that lay in it.`, "“vorlage build” prints it anew."],
  })),
  "folder-extra": error((v: { folder: string; files: readonly string[] }) => ({
    de: [
      `Der Ordner „${v.folder}“ gehört nicht zu den gebauten Ordnern. Darin: ${someNames(v.files, "weitere")}.`,
      "Prüfen Sie, woher er stammt, und legen Sie ihn an anderer Stelle ab. Nach einem Abbruch bauen Sie erst noch einmal.",
    ],
    en: [
      `The folder “${v.folder}” is not among the folders that were built. In it: ${someNames(v.files, "more")}.`,
      "Find out where it comes from, and keep it elsewhere. After an interruption, build again first.",
    ],
  })),
  "manifest-changed": error((v: { path: string }) => ({
    de: [
      `„${v.path}“ ist nicht das Verzeichnis, das geschrieben wurde.`,
      "Löschen Sie die Datei im Ausgabeordner; „vorlage build“ schreibt sie dann neu. Bis dahin ist nicht verbürgt, was sie aufzählt.",
    ],
    en: [
      `“${v.path}” is not the list that was written.`,
      "Delete the file in the output folder; “vorlage build” then writes it anew. Until then nothing vouches for what it lists.",
    ],
  })),
  "manifest-damaged": error((v: { path: string }) => ({
    de: [
      `„${v.path}“ ist beschädigt oder kein Verzeichnis gebauter Papiere.`,
      "Löschen Sie die Datei im Ausgabeordner; „vorlage build“ schreibt sie dann neu.",
    ],
    en: [
      `“${v.path}” is damaged, or no list of papers that were built.`,
      "Delete the file in the output folder; “vorlage build” then writes it anew.",
    ],
  })),
  "output-missing": error((v: { path: string; title: string }) => ({
    de: [`„${v.path}“ fehlt („${v.title}“).`, "„vorlage build“ druckt es neu."],
    en: [`“${v.path}” is missing (“${v.title}”).`, "“vorlage build” prints it anew."],
  })),
  // A build believes size and date: only of a file that is gone is it sure to print it.
  "output-changed": error((v: { path: string; title: string }) => ({
    de: [
      `„${v.path}“ ist nicht die Datei, die gebaut wurde („${v.title}“).`,
      "Löschen Sie die Datei im Ausgabeordner; „vorlage build“ druckt sie dann neu. Änderungen gehören in die Quelle.",
    ],
    en: [
      `“${v.path}” is not the file that was built (“${v.title}”).`,
      "Delete the file in the output folder; “vorlage build” then prints it anew. Changes belong in the source.",
    ],
  })),
  "output-unreadable": error((v: { path: string }) => ({
    de: [
      `„${v.path}“ kann nicht gelesen werden.`,
      "Lassen Sie sich das Recht zum Lesen geben, und vergleichen Sie dann noch einmal.",
    ],
    en: [`“${v.path}” cannot be read.`, "Have yourself permitted to read it, and verify again."],
  })),
  "output-extra": error((v: { path: string }) => ({
    de: [
      `„${v.path}“ gehört nicht zu den gebauten Dateien.`,
      "Prüfen Sie, woher die Datei stammt, und legen Sie sie an anderer Stelle ab.",
    ],
    en: [`“${v.path}” is not among the files that were built.`, "Find out where it comes from, and keep it elsewhere."],
  })),
  "ledger-lost": warning((v: { folder: string }) => ({
    de: [
      `In „${v.folder}/.vorlage.log“ fehlt, woraus Dateien in „${v.folder}/public“ gemacht sind. Niemand könnte sie zurücknehmen; deshalb wurden sie entfernt.`,
      "„vorlage build“ druckt sie neu. Bewahren Sie beim Kopieren und Aufräumen auch „.vorlage.log“ auf.",
    ],
    en: [
      `“${v.folder}/.vorlage.log” lacks what files in “${v.folder}/public” were made from. Nobody could take them back, so they were removed.`,
      "“vorlage build” prints them anew. Keep “.vorlage.log” too when you copy or clean up.",
    ],
  })),
  "not-removed": error((v: { path: string; reason: keyof typeof reasons }) => ({
    de: [
      `„${v.path}“ gehört nicht mehr hierher und konnte nicht entfernt werden: ${reasons[v.reason].de}.`,
      "Die Datei liegt weiter dort, auch wenn sie nicht mehr öffentlich sein darf. Beheben Sie die Ursache und bauen Sie noch einmal, oder löschen Sie die Datei von Hand.",
    ],
    en: [
      `“${v.path}” does not belong here any more and could not be removed: ${reasons[v.reason].en}.`,
      "The file is still there, even if it must not be public any more. Remove the cause and build again, or delete the file yourself.",
    ],
  })),
  "output-unusable": error((v: { folder: string; reason: keyof typeof folderReasons }) => ({
    de: [
      `In den Ordner „${v.folder}“ lässt sich nichts schreiben: ${folderReasons[v.reason].de}.`,
      "Was dort lag, ist unverändert. Beheben Sie die Ursache oder wählen Sie mit --output einen anderen Ordner.",
    ],
    en: [
      `Nothing can be written to the folder “${v.folder}”: ${folderReasons[v.reason].en}.`,
      "What was there is unchanged. Remove the cause, or choose another folder with --output.",
    ],
  })),
  "output-of-other-sources": error((v: { folder: string; content: string; source: string }) => ({
    de: [
      `Im Ordner „${v.folder}“ liegen Papiere aus lauter Quellen, die es in „${v.content}“ nicht gibt, zum Beispiel aus „${v.source}“. Es wurde nichts gebaut und nichts entfernt.`,
      `Prüfen Sie --content und --output. Haben Sie wirklich alle Quellen ersetzt, umbenannt oder verschoben, löschen Sie den Ordner „${v.folder}“ und bauen Sie noch einmal.`,
    ],
    en: [
      `All papers in the folder “${v.folder}” were made from sources that are not in “${v.content}”, for example from “${v.source}”. Nothing was built and nothing was removed.`,
      `Check --content and --output. If you did replace, rename or move all sources, delete the folder “${v.folder}” and build again.`,
    ],
  })),
  "not-created": error((v: { path: string; reason: keyof typeof reasons }) => ({
    de: [
      `„${v.path}“ konnte nicht angelegt werden: ${reasons[v.reason].de}.`,
      "Beheben Sie die Ursache oder nennen Sie einen anderen Ort.",
    ],
    en: [`“${v.path}” could not be created: ${reasons[v.reason].en}.`, "Remove the cause, or name another place."],
  })),
  "write-failed": error((v: { path: string; reason: keyof typeof reasons }) => ({
    de: [
      `„${v.path}“ konnte nicht geschrieben werden: ${reasons[v.reason].de}.`,
      v.reason === "busy"
        ? "Schließen Sie die Datei dort und versuchen Sie es noch einmal."
        : "Was dort lag, ist unverändert. Beheben Sie die Ursache oder wählen Sie mit --output einen anderen Ordner.",
    ],
    en: [
      `“${v.path}” could not be written: ${reasons[v.reason].en}.`,
      v.reason === "busy"
        ? "Close the file there and try again."
        : "What was there is unchanged. Remove the cause, or choose another folder with --output.",
    ],
  })),
};

/** A sentence has room for so many names. */
const MOST_NAMES = 10;

function someNames(names: readonly string[], more: string): string {
  const rest = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(rest > 0 ? [`${rest} ${more}`] : [])].join(", ");
}
