/** A whole content folder of plausible, valid papers: for benchmarks, and for tests that need many. */

import { bodyFields, coatOfArms } from "./body.ts";
import { sessionOf } from "./calendar.ts";
import { daysAfter } from "./figures.ts";
import { type Files, itemFiles, looseExplanation } from "./papers.ts";
import { Random } from "./random.ts";
import { source } from "./source.ts";
import { somePerson, someVillage } from "./topic.ts";

/** What is wanted. */
export interface CorpusOptions {
  /** How many sources, body and meetings among them; at least one. */
  readonly documents: number;
  /** The same seed gives the same files. */
  readonly seed: number;
}

/** Every twelfth meeting is a long one. */
const LONG_EVERY = 12;

/** So large a share of a meeting's items is for its members alone; they come last. */
const NON_PUBLIC_SHARE = 0.18;

/** Files by path in the content folder. */
export function makeCorpus({ documents, seed }: CorpusOptions): Readonly<Record<string, string>> {
  const files: Files = { "kreis.md": source("body", "de", bodyFields), "bilder/wappen.svg": coatOfArms };
  const random = new Random(seed);
  let left = documents - 1;
  const add = (some: Files): boolean => {
    const count = Object.keys(some).filter((path) => path.endsWith(".md")).length;
    if (count > left) return false;
    Object.assign(files, some);
    left -= count;
    return true;
  };
  let isFull = false;
  for (let meeting = 0; left > 0 && !isFull; meeting++) {
    const own = random.fork(meeting);
    add(meetingFile(meeting, own));
    const items = meeting % LONG_EVERY === LONG_EVERY - 1 ? own.whole(20, 30) : own.whole(4, 9);
    const open = Math.round(items * (1 - NON_PUBLIC_SHARE));
    for (let number = 1; number <= items && !isFull; number++) {
      const earlier = meeting === 0 ? undefined : sessionOf(own.whole(Math.max(0, meeting - 40), meeting - 1));
      const visibility = number > open ? "non-public" : "public";
      isFull = !add(itemFiles({ session: sessionOf(meeting), earlier, number, visibility }, own));
    }
  }
  for (let index = 1; left > 0; index++) add(looseExplanation(index, random));
  return files;
}

function meetingFile(index: number, random: Random): Files {
  const { id, committee, number, date, folder, language } = sessionOf(index);
  const fields = {
    id,
    title: `Sitzung: ${committee.name}`,
    committee: committee.id,
    number: String(number),
    date,
    time: random.pick(["16:30", "17:00", "18:00"]),
    place: `Kreishaus ${someVillage(random)}, Sitzungssaal`,
    chair: somePerson(random),
    invited: daysAfter(date, -14),
  };
  return { [`${folder}/sitzung.md`]: source("meeting", language, fields) };
}
