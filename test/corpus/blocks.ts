/** Markdown blocks of a paper: paragraphs, lists, tables, quotations, footnotes. */

import { german, someAmount, someProvision } from "./figures.ts";
import type { Random } from "./random.ts";
import { decision, sentence, sentences } from "./sentences.ts";
import { capital, someDocument, somePerson, someVillage, type Topic } from "./topic.ts";

/** Below this many words nothing but paragraphs is written. */
const FEW_WORDS = 60;

/** Running text of about so many words with lists, tables and the like among it; its headings begin with `marks`. */
export function text(topic: Topic, random: Random, words: number, marks = "##"): string {
  const blocks: string[] = [];
  let left = words;
  let notes = 0;
  while (left > 0) {
    const length = Math.min(left, random.whole(35, 95));
    left -= length;
    const paragraph = sentences(topic, random, length);
    if (random.chance(0.12)) {
      notes++;
      blocks.push(`${paragraph}[^f${notes}]`, `[^f${notes}]: ${sentence(topic, random)}`);
    } else blocks.push(paragraph);
    if (left < FEW_WORDS || random.chance(0.45)) continue;
    const block = random.pick([list, list, numbered, table, table, costs, quotation, heading])(topic, random, marks);
    left -= Math.round(block.split(/\s+/).length * 1.2);
    blocks.push(block);
  }
  return blocks.join("\n\n");
}

function heading(topic: Topic, random: Random, marks: string): string {
  const words = random.pick([
    `Stand ${topic.plan.genitive}`,
    `Lage in ${topic.village} und ${someVillage(random)}`,
    `Folgen für ${topic.thing.accusative}`,
    `Ergebnis nach ${someProvision(random)}`,
    `Zu ${someDocument(random).dative}`,
  ]);
  return `${marks} ${words}\n\n${sentences(topic, random, 30)}`;
}

function list(topic: Topic, random: Random): string {
  const items = Array.from({ length: random.whole(3, 5) }, (_, index) => {
    const item = `- ${sentence(topic, random)}`;
    return index === 1 && random.chance(0.4)
      ? `${item}\n  - ${capital(someDocument(random).nominative)}\n  - ${someVillage(random)}`
      : item;
  });
  return `Zu beachten ist:\n\n${items.join("\n")}`;
}

function numbered(topic: Topic, random: Random): string {
  const first = random.chance(0.8) ? 1 : random.whole(2, 6);
  const items = Array.from(
    { length: random.whole(2, 4) },
    (_, index) => `${first + index}. ${decision(topic, random)}`,
  );
  return items.join("\n");
}

function table(_: Topic, random: Random): string {
  const rows = Array.from({ length: random.whole(3, 7) }, () => {
    const figures = [random.whole(200, 9000), random.whole(10, 400), random.whole(1, 999) / 10];
    return `| ${someVillage(random)} | ${german(figures[0] ?? 0)} | ${german(figures[1] ?? 0)} | ${german(figures[2] ?? 0, 1)} |`;
  });
  const head = random.pick(["Einwohner", "Fahrgäste", "Schülerinnen und Schüler", "Haushalte"]);
  return `| Gemeinde | ${head} | Betriebe | Anteil in % |\n|:---------|---:|---:|---:|\n${rows.join("\n")}`;
}

function costs(topic: Topic, random: Random): string {
  const first = random.whole(2025, 2028);
  const rows = Array.from({ length: random.whole(2, 5) }, (_, index) => {
    const cost = random.whole(40_000, 900_000) + random.whole(0, 99) / 100;
    return `| ${first + index} | ${german(cost, 2)} | ${german(cost * 0.4, 2)} | ${sentence(topic, random)} |`;
  });
  return `| Jahr | Aufwand in € | davon Land in € | Bemerkung |\n|------|---:|---:|:---|\n${rows.join("\n")}`;
}

function quotation(topic: Topic, random: Random): string {
  const name = somePerson(random);
  return `${name} hat dazu erklärt:\n\n> „${sentences(topic, random, 25)}“`;
}

/** The sections that a proposal is made of. */
export function closing(topic: Topic, random: Random): string {
  const points = Array.from({ length: random.whole(1, 3) }, (_, index) => `${index + 1}. ${decision(topic, random)}`);
  const parts = [`## Beschlussvorschlag\n\n${points.length === 1 ? decision(topic, random) : points.join("\n")}`];
  if (random.chance(0.6)) {
    const cost = random.chance(0.15)
      ? "keine"
      : `${sentences(topic, random, 20)} Insgesamt werden ${someAmount(random)} gebraucht.`;
    parts.push(`## Finanzielle Auswirkungen\n\n${cost}`);
  }
  return parts.join("\n\n");
}
