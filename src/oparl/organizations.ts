/** Committees, factions and departments as organizations, and the persons whom public sources name with their part. */

import type { Entry } from "../kinds/entry.ts";
import { namesGroup } from "../kinds/german-grammar.ts";
import { phrasesOf } from "../kinds/phrases.ts";
import { addTo } from "../model/groups.ts";
import { namesInAddresses } from "./address.ts";
import { stamps } from "./moment.ts";
import { daysOf, publicOf, type Setting } from "./setting.ts";
import { organizationTypes } from "./words.ts";

type Mover = Entry<"motion">["data"]["movers"][number];

/** Where the organizations and persons are found that sources name. */
export interface Actors {
  committee(id: string): string | undefined;
  department(id: string | undefined): string | undefined;
  /** The chair of a meeting, as typed. */
  person(name: string): string | undefined;
  /** Who moves: a faction or group, or a person. */
  mover(mover: Mover): { readonly organization?: string; readonly person?: string };
}

/** Adds all of them. */
export function addActors(setting: Setting, bodyDays: readonly string[]): Actors {
  const { objects, tree } = setting;
  const { committees = [], factions = [], departments = [] } = tree.body.data;
  const common = { body: objects.idOf("body"), ...stamps(bodyDays) };
  const ids = new Map<string, string>();
  const add = (
    list: string,
    id: string,
    properties: Readonly<Record<string, string | undefined>>,
    from: string,
  ): void => {
    const { id: url } = objects.add("Organization", ["organization", list, id], { ...common, ...properties }, [from]);
    ids.set(`${list}/${id}`, url);
  };
  for (const { id, name, short } of committees) {
    const meeting = objects.idOf("organization", "committee", id, "meetings");
    add(
      "committee",
      id,
      { name, shortName: short, organizationType: organizationTypes.committee, meeting },
      tree.body.path,
    );
  }
  for (const { id, name, label } of factions) {
    const full = phrasesOf(tree.locale).faction(name, label);
    const shortName = full === name ? undefined : name;
    const properties = {
      name: full,
      shortName,
      organizationType: organizationTypes.faction,
      classification: organizationTypes.faction,
    };
    add("faction", id, properties, tree.body.path);
  }
  for (const { id, name } of departments)
    add("department", id, { name, organizationType: organizationTypes.department }, tree.body.path);

  const named = namedIn(setting);
  const words = namesInAddresses([...named.groups.keys()]);
  for (const [name, sources] of named.groups) {
    add(
      "group",
      words.get(name) ?? name,
      { name, organizationType: organizationTypes.group },
      sources[0]?.path ?? tree.body.path,
    );
    ids.set(`name/${name}`, ids.get(`group/${words.get(name)}`) ?? "");
  }
  const persons = addPersons(setting, named.persons, ids);
  return {
    committee: (id) => ids.get(`committee/${id}`),
    department: (id) => ids.get(`department/${id}`),
    person: (name) => persons.get(name),
    mover(mover) {
      if (typeof mover === "string") return only("organization", ids.get(`faction/${mover}`));
      return isGroup(mover)
        ? only("organization", ids.get(`name/${mover.name}`))
        : only("person", persons.get(mover.name));
    },
  };
}

function only<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  // An object with that one key.
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: string };
}

function isGroup(mover: Exclude<Mover, string>): boolean {
  return mover.faction === undefined && namesGroup(mover.name);
}

interface NamedPerson {
  readonly sources: Entry[];
  readonly factions: Map<string, Entry>;
}

/** Chairs of meetings and movers of motions. Nobody else is named in the data: signatories and authors stay in the papers. */
function namedIn(setting: Setting): {
  readonly groups: ReadonlyMap<string, readonly Entry[]>;
  readonly persons: ReadonlyMap<string, NamedPerson>;
} {
  const groups = new Map<string, Entry[]>();
  const persons = new Map<string, NamedPerson>();
  const name = (person: string, entry: Entry, faction?: string): void => {
    const known = persons.get(person) ?? { sources: [], factions: new Map<string, Entry>() };
    known.sources.push(entry);
    if (faction !== undefined && !known.factions.has(faction)) known.factions.set(faction, entry);
    persons.set(person, known);
  };
  for (const meeting of publicOf("meeting", setting)) if (meeting.data.chair) name(meeting.data.chair, meeting);
  for (const motion of publicOf("motion", setting)) {
    for (const mover of motion.data.movers) {
      if (typeof mover === "string") continue;
      if (isGroup(mover)) addTo(groups, mover.name, motion);
      else name(mover.name, motion, mover.faction);
    }
  }
  return { groups, persons };
}

function addPersons(
  { objects, ...source }: Setting,
  named: ReadonlyMap<string, NamedPerson>,
  organizations: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const words = namesInAddresses(named.keys());
  const found = new Map<string, string>();
  for (const [name, { sources, factions }] of named) {
    const word = words.get(name) ?? name;
    const person = objects.idOf("person", word);
    const days = sources.flatMap((entry) => daysOf(entry, source));
    const membership = [...factions].flatMap(([id, entry]) => {
      const organization = organizations.get(`faction/${id}`);
      if (organization === undefined) return [];
      const properties = { person, organization, ...stamps(daysOf(entry, source)) };
      const { person: _, ...embedded } = objects.add("Membership", ["membership", word, id], properties, [entry.path]);
      return [embedded];
    });
    const properties = {
      body: objects.idOf("body"),
      name,
      ...(membership.length > 0 && { membership }),
      ...stamps(days),
    };
    const paths = sources.map(({ path }) => path);
    found.set(name, objects.add("Person", ["person", word], properties, paths).id);
  }
  return found;
}
