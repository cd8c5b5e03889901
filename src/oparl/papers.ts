/** Papers: what the public edition prints of agenda items, motions, resolutions, explanations and reports. */

import type { Entry } from "../kinds/entry.ts";
import { kindName } from "../kinds/vocabulary.ts";
import { languageOf } from "../model/language.ts";
import type { Consultations } from "./consultations.ts";
import type { Files } from "./files.ts";
import { stamps } from "./moment.ts";
import type { OParlObject } from "./object.ts";
import type { Actors } from "./organizations.ts";
import { mergedPapers, type PaperEntry, paperId, paperKinds } from "./paper-entry.ts";
import { daysOf, findAllPublic, findPublic, publicOf, type Setting } from "./setting.ts";
import { itemPaper } from "./words.ts";

/** Adds all papers with their files. Gives the PDF of each by the path of its source. */
export function addPapers(
  setting: Setting,
  actors: Actors,
  files: Files,
  consultations: Consultations,
): ReadonlyMap<string, OParlObject> {
  const related = relations(setting);
  const found = new Map<string, OParlObject>();
  for (const kind of paperKinds) {
    for (const entry of publicOf(kind, setting)) {
      const id = paperId(entry, setting);
      const days = daysOf(entry, setting);
      const merged = isItem(entry) ? mergedPapers(entry, setting).map((one) => stamps(daysOf(one, setting))) : [];
      const mainFile = files.addPaper(entry.path, { paper: [id] }, stamps(days, merged));
      if (mainFile) found.set(entry.path, mainFile);
      const auxiliaryFile = files.addAttachments(entry.path, { paper: [id] }, stamps(days));
      const consultation = consultations.of(entry);
      const relatedPaper = [...(related.get(id) ?? [])].sort();
      setting.objects.add(
        "Paper",
        ["paper", entry.id],
        {
          body: setting.objects.idOf("body"),
          name: entry.data.title,
          reference: entry.id,
          date: "date" in entry.data ? entry.data.date : undefined,
          paperType: paperType(entry, setting),
          ...(relatedPaper.length > 0 && { relatedPaper }),
          mainFile,
          ...(auxiliaryFile.length > 0 && { auxiliaryFile }),
          ...originators(entry, actors),
          ...directions(entry, setting, actors),
          ...(consultation.length > 0 && { consultation }),
          web: files.webOf(entry.path),
          ...stamps(days, [...merged, ...consultation]),
        },
        [entry.path],
      );
    }
  }
  return found;
}

function isItem(entry: PaperEntry): entry is Entry<"agenda-item"> {
  return entry.kind === "agenda-item";
}

function paperType({ kind }: PaperEntry, { tree }: Setting): string {
  const language = languageOf(tree.locale);
  if (kind === "agenda-item") return itemPaper[language];
  const name = kindName(kind, language);
  return language === "de" ? name.charAt(0).toUpperCase() + name.slice(1) : name.replace("-", " ");
}

function originators(entry: PaperEntry, actors: Actors): Readonly<Record<string, readonly string[]>> {
  if ("committee" in entry.data) {
    const committee = actors.committee(entry.data.committee);
    return committee === undefined ? {} : { originatorOrganization: [committee] };
  }
  if (!("movers" in entry.data)) return {};
  const movers = entry.data.movers.map((mover) => actors.mover(mover));
  const persons = [...new Set(movers.flatMap(({ person }) => person ?? []))];
  const organizations = [...new Set(movers.flatMap(({ organization }) => organization ?? []))];
  return {
    ...(persons.length > 0 && { originatorPerson: persons }),
    ...(organizations.length > 0 && { originatorOrganization: organizations }),
  };
}

/** The departments that answer for a paper; an item's are those of its explanations. */
function directions(entry: PaperEntry, setting: Setting, actors: Actors): Readonly<Record<string, readonly string[]>> {
  const { data } = entry;
  const named = "explanations" in data ? findAllPublic("explanation", data.explanations, setting) : [];
  const ids = "department" in data ? [data.department] : named.map((one) => one.data.department);
  const found = [...new Set(ids.flatMap((id) => actors.department(id) ?? []))];
  return found.length > 0 ? { underDirectionOf: found } : {};
}

/** Papers that are merged into an item belong with it, and a report with the resolution that asked for it. */
function relations(setting: Setting): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const relate = (one: PaperEntry, other: PaperEntry): void => {
    const [a, b] = [paperId(one, setting), paperId(other, setting)];
    found.set(a, (found.get(a) ?? new Set()).add(b));
    found.set(b, (found.get(b) ?? new Set()).add(a));
  };
  for (const item of publicOf("agenda-item", setting))
    for (const paper of mergedPapers(item, setting)) relate(item, paper);
  for (const report of publicOf("status-report", setting)) {
    const resolution = findPublic("resolution", report.data.commissionedBy, setting);
    if (resolution) relate(report, resolution);
  }
  return found;
}
