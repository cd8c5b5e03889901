/** The public edition of a body as objects of OParl 1.1, the German standard for council information. */

import { addConsultations } from "./consultations.ts";
import { Files } from "./files.ts";
import { listFiles } from "./lists.ts";
import { addMeetings, findDecisions } from "./meetings.ts";
import { stamps } from "./moment.ts";
import { type ExportedFile, embedded, Objects, type ObjectType } from "./object.ts";
import { addActors } from "./organizations.ts";
import { addPapers } from "./papers.ts";
import { daysOf, type OParlSource, publicOf, type Setting } from "./setting.ts";

/** The lists of a body: property → the type of its objects. */
const bodyLists = {
  organization: ["Organization", "organizations"],
  person: ["Person", "persons"],
  meeting: ["Meeting", "meetings"],
  paper: ["Paper", "papers"],
  agendaItem: ["AgendaItem", "agendaitems"],
  consultation: ["Consultation", "consultations"],
  file: ["File", "files"],
  locationList: ["Location", "locations"],
  membership: ["Membership", "memberships"],
} as const satisfies Readonly<Record<string, readonly [ObjectType, string]>>;

/** All files of the export. Its entry is `system.json`. The same sources give the same files. */
export async function exportOParl(source: OParlSource): Promise<readonly ExportedFile[]> {
  const setting: Setting = { ...source, objects: new Objects(source.base) };
  const { objects, pause } = setting;
  const days = daysOfAll(setting);
  await pause();
  const actors = addActors(setting, days);
  const files = new Files(setting);
  const decisions = findDecisions(setting);
  await pause();
  const consultations = addConsultations(setting, actors, decisions.under);
  await pause();
  const papers = addPapers(setting, actors, files, consultations);
  await pause();
  addMeetings(setting, actors, files, decisions, papers);
  addBody(setting, days);
  await pause();

  const lists: readonly (readonly [ObjectType, string])[] = Object.values(bodyLists);
  const idOf = objects.idOf.bind(objects);
  const all = (type: ObjectType) => objects.all(type).map(([, collected]) => collected);
  return [
    ...objects.files(),
    ...listFiles(["bodies"], all("Body"), idOf),
    ...lists.flatMap(([type, name]) => listFiles([name], all(type), idOf)),
    ...listFiles(["legislativeterms"], [], idOf),
    ...(source.tree.body.data.committees ?? []).flatMap(({ id }) => {
      const committee = objects.idOf("organization", "committee", id);
      const held = all("Meeting").filter(({ object }) => [object.organization].flat().includes(committee));
      return listFiles(["organization", "committee", id, "meetings"], held, idOf);
    }),
  ];
}

/** Every day that a public source carries, which bounds the days of what has none of its own. */
function daysOfAll(setting: Setting): readonly string[] {
  const kinds = ["meeting", "agenda-item", "motion", "resolution", "explanation", "status-report"] as const;
  return kinds.flatMap((kind) => publicOf(kind, setting).flatMap((entry) => daysOf(entry, setting)));
}

function addBody(setting: Setting, days: readonly string[]): void {
  const { objects, tree } = setting;
  const { title, short, address, publication } = tree.body.data;
  const from = [tree.body.path];
  const when = stamps(days);
  const license = publication?.license;
  const location =
    address === undefined
      ? undefined
      : objects.add(
          "Location",
          ["location", "body"],
          { description: address, bodies: [objects.idOf("body")], ...when },
          from,
        );
  const lists = Object.entries(bodyLists).map(([property, [, name]]) => [property, objects.idOf(name)]);
  objects.add(
    "Body",
    ["body"],
    {
      system: objects.idOf("system"),
      name: title,
      shortName: short,
      license,
      ...Object.fromEntries(lists),
      legislativeTerm: [],
      legislativeTermList: objects.idOf("legislativeterms"),
      location: location && embedded("Location", location),
      ...when,
    },
    from,
  );
  const system = {
    oparlVersion: "https://schema.oparl.org/1.1/",
    name: title,
    body: objects.idOf("bodies"),
    license,
    ...when,
  };
  objects.add("System", ["system"], system, from);
}
