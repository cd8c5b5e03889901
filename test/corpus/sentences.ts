/** Sentences of an administration: a small grammar of German, with new words in each of its places every time. */

import { someAmount, someDay, somePositions, someProvision, someShare } from "./figures.ts";
import type { Random } from "./random.ts";
import { capital, someDocument, somePerson, someVillage, type Topic } from "./topic.ts";
import { departments } from "./words.ts";

type Pattern = (topic: Topic, random: Random) => string;

const adverbs = ["zunächst", "inzwischen", "voraussichtlich", "nach derzeitigem Stand", "im Grundsatz"] as const;
const views = ["wirtschaftlich", "vertretbar", "vordringlich", "sachgerecht", "nicht zielführend"] as const;
const times = ["im ersten Halbjahr", "zum Schuljahresbeginn", "vor der Sommerpause", "bis zum Jahresende"] as const;
const groups = [
  "die Anwohnerinnen und Anwohner",
  "die Träger der freien Jugendhilfe",
  "die kreisangehörigen Gemeinden",
  "die Elternvertretungen",
  "die Naturschutzverbände",
] as const;

const office = (random: Random): string => {
  const [number, name] = departments[random.whole(0, departments.length - 1)] ?? ["10", "Hauptamt"];
  return `${name} (${number})`;
};

/** What a main clause says. */
const statements: readonly Pattern[] = [
  (t, r) => `die Verwaltung hat ${t.plan.accusative} ${t.thing.genitive} ${r.pick(adverbs)} geprüft`,
  (t, r) =>
    `${t.plan.nominative} ${t.thing.genitive} kostet nach der Schätzung vom ${someDay(r)} rund ${someAmount(r)}`,
  (_, r) =>
    `für die Aufgabe werden ${somePositions(r)} gebraucht, von denen ${r.pick(["eine", "zwei", "drei"])} besetzt sind`,
  (_, r) => `${someDocument(r).nominative} liegt seit dem ${someDay(r)} vor`,
  (_, r) => `nach ${someProvision(r)} ist der Kreistag zuständig`,
  (t, r) => `in ${t.village} und ${someVillage(r)} leben ${someShare(r)} der Betroffenen`,
  (_, r) =>
    `das Land fördert das Vorhaben mit höchstens ${someShare(r)} der anerkannten Kosten, das sind ${someAmount(r)}`,
  (t, r) => `${t.thing.nominative} in ${t.village} wird ${r.pick(times)} wieder geöffnet`,
  (_, r) => `${r.pick(groups)} sind am ${someDay(r)} angehört worden`,
  (_, r) => `im Haushalt stehen dafür ${someAmount(r)} bereit`,
  (t, r) => `die Verwaltung hält ${t.plan.accusative} für ${r.pick(views)}`,
  (t, r) => `der Zustand ${t.thing.genitive} ist in ${someDocument(r).dative} beschrieben`,
  (_, r) => `die Federführung hat: ${office(r)}`,
  (_, r) => `der Zuschuss an die Gemeinde ${someVillage(r)} sinkt um ${someShare(r)} auf ${someAmount(r)}`,
  (t, r) => `mit ${t.plan.dative} kann ${r.pick(times)} begonnen werden`,
  (_, r) => `aus der Anhörung hat ${somePerson(r)} berichtet`,
  (t, r) => `gegen ${t.plan.accusative} ${t.thing.genitive} sind ${r.whole(2, 48)} Einwendungen eingegangen`,
  (_, r) => `${someDocument(r).nominative} und der Bericht vom ${someDay(r)} widersprechen sich in diesem Punkt`,
  (_, r) => `der Unterhalt beläuft sich auf ${someAmount(r)} im Jahr, z. B. für Strom, Reinigung und Versicherung`,
  (t, r) => `die Strecke zwischen ${t.village} und ${someVillage(r)} misst ${r.whole(2, 28)},${r.whole(1, 9)} km`,
  (_, r) => `die Ausschreibung hat ${r.whole(2, 9)} Angebote zwischen ${someAmount(r)} und ${someAmount(r)} ergeben`,
  (_, r) => `**die Frist endet am ${someDay(r)}**`,
  (_, r) => `die Arbeiten sind zu *${someShare(r)}* abgeschlossen`,
  (_, r) =>
    `die Quote lag im Jahr ${r.whole(2019, 2026)} bei ${someShare(r)} und damit unter dem Ziel von ${someShare(r)}`,
];

/** What may follow a main clause. */
const additions: readonly Pattern[] = [
  (_, r) => `, weil ${someDocument(r).nominative} noch fehlt`,
  (_, r) => `, obwohl die Mittel erst am ${someDay(r)} freigegeben wurden`,
  (t, r) => `, sodass ${t.thing.nominative} ${r.pick(times)} genutzt werden kann`,
  (_, r) => `, soweit ${someProvision(r)} nichts anderes bestimmt`,
  (_, r) => `; ${someDocument(r).nominative} ist entsprechend zu ändern`,
  (_, r) => `, was den Haushalt um ${someAmount(r)} entlastet`,
  (t, r) => `, wie es der Ortsrat ${t.village} am ${someDay(r)} angeregt hat`,
  (_, r) => ` (vgl. Nr. ${r.whole(1, 14)} der Anlage ${r.whole(1, 5)})`,
  (_, r) => `, sofern ${r.pick(groups)} zustimmen`,
  (_, r) => `, und zwar zunächst befristet auf ${r.whole(2, 6)} Jahre`,
];

const openings = ["Darüber hinaus gilt:", "Zu bedenken ist:", "Im Einzelnen:", "Festzuhalten bleibt:"] as const;

/** Capitals at the beginning, also behind the marks of strong text. */
function begun(clause: string): string {
  return clause.startsWith("**") ? `**${capital(clause.slice(2))}` : capital(clause);
}

/** One sentence on a subject. */
export function sentence(topic: Topic, random: Random): string {
  const clause = oneOf(statements, random)(topic, random);
  const addition = random.chance(0.45) && !clause.includes("**") ? oneOf(additions, random)(topic, random) : "";
  if (random.chance(0.06) && !clause.includes(":")) return `${random.pick(openings)} ${begun(clause)}${addition}.`;
  return `${begun(clause)}${addition}.`;
}

/** Sentences with about so many words. */
export function sentences(topic: Topic, random: Random, words: number): string {
  const parts: string[] = [];
  for (let count = 0; count < words; ) {
    const next = sentence(topic, random);
    count += next.split(" ").length;
    parts.push(next);
  }
  return parts.join(" ");
}

/** What a committee is to decide, or has decided. */
export function decision(topic: Topic, random: Random): string {
  return random.pick([
    `${capital(topic.plan.dative)} wird nach Maßgabe der Vorlage zugestimmt; bereitgestellt werden ${someAmount(random)}.`,
    `Die Verwaltung wird beauftragt, ${topic.plan.accusative} ${topic.thing.genitive} bis zum ${someDay(random)} vorzubereiten.`,
    `Für ${topic.thing.accusative} in ${topic.village} werden ${someAmount(random)} und ${somePositions(random)} vorgesehen.`,
    `${capital(someDocument(random).nominative)} wird in der Fassung vom ${someDay(random)} beschlossen.`,
    `Der Landrat berichtet bis zum ${someDay(random)} über ${topic.plan.accusative} ${topic.thing.genitive}.`,
  ]);
}

function oneOf(patterns: readonly Pattern[], random: Random): Pattern {
  const found = patterns[random.whole(0, patterns.length - 1)];
  if (!found) throw new Error("An empty list");
  return found;
}
