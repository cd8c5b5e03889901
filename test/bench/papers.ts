/** The papers that are measured: agenda items with what they merge, and texts of any length. */

import { text } from "../corpus/blocks.ts";
import { makeCorpus } from "../corpus/make-corpus.ts";
import { Random } from "../corpus/random.ts";
import { sentences } from "../corpus/sentences.ts";
import { someTopic } from "../corpus/topic.ts";

/** An agenda item and its sources, as paths. */
export interface Item {
  readonly id: string;
  readonly path: string;
  readonly motions: readonly string[];
  readonly resolutions: readonly string[];
  readonly explanations: readonly string[];
}

/** Sources by path, and the public items among them that merge no report. */
export interface Packet {
  readonly files: Readonly<Record<string, string>>;
  readonly items: readonly Item[];
}

/** A corpus in which every item is different. */
export function makePacket(documents: number, seed: number): Packet {
  const files = makeCorpus({ documents, seed });
  const paths = new Map(
    Object.entries(files).flatMap(([path, source]) => {
      const id = /^(?:kennung|id): (.+)$/m.exec(source)?.[1];
      return id === undefined ? [] : [[id, path] as const];
    }),
  );
  const items = Object.entries(files).flatMap(([path, source]): Item[] => {
    if (!/^(?:art: tagesordnungspunkt|kind: agenda-item)$/m.test(source)) return [];
    const head = source.slice(0, source.indexOf("\n---", 3));
    // Files beside the paper are nothing that the other programs could show.
    if (/nichtöffentlich|non-public|^(?:sachstandsberichte|reports|anlagen|attachments):/m.test(head)) return [];
    const named = (...ids: string[]) => ids.map((id) => paths.get(id) ?? "");
    const ids = [...head.matchAll(/^ {2}- (.+)$/gm)].map((match) => match[1] ?? "");
    const starting = (word: string) => named(...ids.filter((id) => id.startsWith(word)));
    const id = /^(?:kennung|id): (.+)$/m.exec(head)?.[1] ?? "";
    const item = {
      id,
      path,
      motions: starting("antrag"),
      resolutions: starting("beschluss"),
      explanations: starting("erl"),
    };
    const merged = [...item.motions, ...item.resolutions, ...item.explanations].map((one) => files[one] ?? "");
    return merged.some((one) => one.includes("![")) ? [] : [item];
  });
  return { files, items };
}

/** Some items with what they are made from, and nothing else. */
export function select(files: Packet["files"], items: readonly Item[]): Packet {
  const paths = new Set(["kreis.md", "bilder/wappen.svg"]);
  for (const { path, motions, resolutions, explanations } of items) {
    for (const source of [path, ...motions, ...resolutions, ...explanations]) {
      paths.add(source);
      const meeting = /^(?:sitzung|meeting): (.+)$/m.exec(files[source] ?? "")?.[1];
      if (meeting !== undefined) paths.add(`sitzungen/${meeting}/sitzung.md`);
    }
  }
  return { files: Object.fromEntries([...paths].map((path) => [path, files[path] ?? ""])), items };
}

const WORDS_PER_PAGE = 418;

function explanation(id: string, body: string): string {
  return `---\nart: erläuterung\nkennung: ${id}\ntitel: Bericht der Verwaltung\ndatum: 2026-03-02\nsichtbarkeit: öffentlich\n---\n${body}\n`;
}

/** A body, without which nothing prints. */
export const bodySource = "---\nart: körperschaft\nkennung: kreis\ntitel: Kreis Wöhrden\n---\n";

/** An explanation of about so many pages, in chapters of ten, of everything that papers are made of. */
export function longPaper(pages: number, seed = 1): string {
  const random = new Random(seed);
  const chapters = Array.from({ length: Math.ceil(pages / 10) }, (_, index) => {
    const topic = someTopic(random);
    const length = Math.min(10, pages - index * 10);
    // Notes are numbered within a source.
    const chapter = text(topic, random, length * WORDS_PER_PAGE, "###").replace(/\[\^f(\d+)\]/g, `[^k${index}-$1]`);
    return `## ${index + 1}. ${topic.title}\n\n${chapter}`;
  });
  return explanation(`lang-${pages}`, chapters.join("\n\n"));
}

/** A table of so many rows. */
export function longTable(rows: number): string {
  const random = new Random(rows);
  const lines = Array.from({ length: rows }, (_, index) => {
    const topic = someTopic(random);
    return `| ${index + 1} | ${topic.title} | ${random.whole(100, 9000)},${random.whole(10, 99)} |`;
  });
  return explanation(`tabelle-${rows}`, `| Nr. | Vorhaben | Betrag |\n|---|---|---:|\n${lines.join("\n")}`);
}

/** A paragraph of so many words. */
export function longParagraph(words: number): string {
  const random = new Random(words);
  return explanation(`absatz-${words}`, sentences(someTopic(random), random, words));
}
