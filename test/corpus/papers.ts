/** The papers of one agenda item, from its subject. */

import { closing, text } from "./blocks.ts";
import { departmentId, idOf } from "./body.ts";
import type { Session } from "./calendar.ts";
import { daysAfter, numeric } from "./figures.ts";
import type { Random } from "./random.ts";
import { decision, sentence, sentences } from "./sentences.ts";
import { type Fields, source, type Value } from "./source.ts";
import { somePerson, someTopic, type Topic } from "./topic.ts";
import { departments, factions } from "./words.ts";

/** Files by path. */
export type Files = Record<string, string>;

/** What an item is made for. */
export interface ItemPlace {
  readonly session: Session;
  /** An earlier meeting, whose committee dealt with the subject. */
  readonly earlier: Session | undefined;
  /** Counts from 1 within the meeting. */
  readonly number: number;
  readonly visibility: "public" | "non-public";
}

/** Words that fill an item's three pages; a motion has a page of its own. */
const WORDS = { withMotion: 520, alone: 880, motion: 170 };

/** Files that go with a paper are small: what is in them matters to nobody. */
function attachment(of: Files, folder: string, name: string, topic: Topic, random: Random): string {
  const isTable = random.chance(0.5);
  const path = `anlagen/${name}.${isTable ? "csv" : "txt"}`;
  const rows = Array.from({ length: 4 }, (_, index) => `${2024 + index};${random.whole(100, 900)}`);
  of[`${folder}/${path}`] = isTable
    ? `Jahr;Fälle\n${rows.join("\n")}\n`
    : `${topic.title}\n\n${sentences(topic, random, 30)}\n`;
  return path;
}

function picture(of: Files, folder: string, name: string, random: Random): string {
  const bars = Array.from({ length: 5 }, (_, index) => {
    const height = random.whole(12, 70);
    return `<rect x="${10 + index * 36}" y="${80 - height}" width="24" height="${height}" fill="#1f4e79"/>`;
  });
  const path = `bilder/${name}.svg`;
  of[`${folder}/${path}`] =
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90" viewBox="0 0 200 90">\n${bars.join("\n")}\n<path d="M4 80h192" stroke="#595959" stroke-width="1"/>\n</svg>\n`;
  return path;
}

function someDepartment(random: Random): string {
  return departmentId(departments[random.whole(0, departments.length - 1)]?.[0] ?? "10");
}

function someMovers(random: Random): readonly Value[] {
  const movers: Value[] = random.some(factions, random.chance(0.2) ? 2 : 1).map(([id]) => id);
  if (random.chance(0.15))
    movers.push({ name: somePerson(random), faction: random.pick(factions as [(typeof factions)[0]])[0] });
  return movers;
}

/** A status with what belongs to it. */
function progress(topic: Topic, date: string, random: Random): Fields {
  return {
    status: random.pick(["open", "in-progress", "in-progress", "continuing", "done", "done", "not-feasible", "lapsed"]),
    department: someDepartment(random),
    due: random.chance(0.7) ? daysAfter(date, random.whole(-60, 300)) : undefined,
    note: random.chance(0.7) ? sentence(topic, random).replaceAll("*", "") : undefined,
  };
}

/** An explanation that belongs to no item (yet). */
export function looseExplanation(index: number, random: Random): Files {
  const topic = someTopic(random);
  const visibility = random.chance(0.1) ? "non-public" : "public";
  const fields = {
    id: `vorlage-${index}`,
    title: topic.title,
    date: "2026-02-02",
    department: someDepartment(random),
    visibility,
  };
  return { [`vorlagen/vorlage-${index}.md`]: source("explanation", "de", fields, text(topic, random, WORDS.alone)) };
}

/** An item with everything that it merges; sources first, so that nothing refers to what comes later. */
export function itemFiles(place: ItemPlace, random: Random): Files {
  const { session, earlier, number, visibility } = place;
  const topic = someTopic(random);
  const { id: meeting, folder, date, language } = session;
  const name = `top-${String(number).padStart(2, "0")}`;
  const files: Files = {};
  const day = (days: number): string => {
    const iso = daysAfter(date, days);
    return language === "de" && random.chance(0.5) ? numeric(iso) : iso;
  };
  const common = { title: topic.title, visibility };
  const attachments: Value[] = [];
  if (random.chance(0.15)) {
    const file = attachment(files, folder, `${name}-${idOf(topic.village)}`, topic, random);
    const isHidden = visibility === "non-public" || random.chance(0.4);
    attachments.push({ title: `Übersicht zu ${topic.village}`, file, visibility: isHidden ? "non-public" : "public" });
  }

  const hasMotion = random.chance(0.55);
  const motion = `antrag-${meeting}-${number}`;
  if (hasMotion) {
    const fields = {
      ...common,
      id: motion,
      date: day(-40),
      movers: someMovers(random),
      signatories: [{ name: somePerson(random) }],
    };
    const body = `${decision(topic, random)}\n\n## Begründung\n\n${text(topic, random, WORDS.motion, "###")}`;
    files[`${folder}/antrag-${number}.md`] = source("motion", language, { ...fields, id: motion }, body);
  }

  const hasResolution = earlier !== undefined && random.chance(0.4);
  const resolution = `beschluss-${meeting}-${number}`;
  if (hasResolution) {
    const fields: Fields = {
      ...common,
      id: resolution,
      committee: earlier.committee.id,
      date: earlier.date,
      meeting: earlier.id,
      result: random.pick(["adopted", "adopted", "adopted-with-changes", "referred", "deferred", "noted"]),
      vote: random.chance(0.3)
        ? { words: "einstimmig bei 2 Enthaltungen" }
        : { yes: String(random.whole(8, 14)), no: random.chance(0.6) ? String(random.whole(0, 6)) : undefined },
      implementation: random.chance(0.7) ? progress(topic, date, random) : undefined,
    };
    files[`beschluesse/${earlier.date}/${resolution}.md`] = source(
      "resolution",
      language,
      fields,
      decision(topic, random),
    );
  }

  const report = `bericht-${meeting}-${number}`;
  const hasReport = random.chance(0.08);
  if (hasReport) files[`berichte/${report}.md`] = statusReport(report, topic, place, resolution, hasResolution, random);

  const words = hasMotion ? WORDS.withMotion : WORDS.alone;
  const explanation = `erlaeuterung-${meeting}-${number}`;
  const hasExplanation = !hasReport || random.chance(0.5);
  if (hasExplanation) {
    const fields = {
      ...common,
      id: explanation,
      date: day(-14),
      department: someDepartment(random),
      author: somePerson(random),
    };
    const image = random.chance(0.06)
      ? `\n\n![Balken für die Jahre 2022 bis 2026](${picture(files, folder, name, random)} "Entwicklung in ${topic.village}")`
      : "";
    const body = `${text(topic, random, Math.round(words * 0.85))}${image}`;
    files[`${folder}/erlaeuterung-${number}.md`] = source("explanation", language, fields, body);
  }

  const fields: Fields = {
    id: `${meeting}-${name}`,
    meeting,
    number: String(number),
    ...common,
    motions: hasMotion ? [motion] : [],
    resolutions: hasResolution ? [resolution] : [],
    explanations: hasExplanation ? [explanation] : [],
    reports: hasReport ? [report] : [],
    attachments,
  };
  const opening = text(topic, random, Math.round(words * (hasExplanation ? 0.15 : 0.6)));
  files[`${folder}/${name}-${idOf(topic.thing.word)}.md`] = source(
    "agenda-item",
    language,
    fields,
    `${opening}\n\n${closing(topic, random)}`,
  );
  return files;
}

function statusReport(
  id: string,
  topic: Topic,
  { session, earlier, visibility }: ItemPlace,
  resolution: string,
  hasResolution: boolean,
  random: Random,
): string {
  const collects = earlier !== undefined && random.chance(0.5);
  const fields: Fields = {
    id,
    title: collects ? `Umsetzung der Beschlüsse: ${earlier.committee.name}` : `Sachstand: ${topic.title}`,
    visibility,
    date: session.date,
    department: someDepartment(random),
    period: `bis ${numeric(session.date)}`,
    commissionedBy: hasResolution && !collects ? resolution : undefined,
    covers: collects
      ? { committee: earlier.committee.id, since: daysAfter(earlier.date, -20), until: daysAfter(earlier.date, 20) }
      : undefined,
    measures: collects
      ? undefined
      : Array.from({ length: random.whole(2, 5) }, () => {
          const own = someTopic(random);
          return { title: own.title, ...progress(own, session.date, random) };
        }),
  };
  return source("status-report", session.language, fields, sentences(topic, random, 60));
}
