/** Meetings with their agenda as the public edition shows it, and the places where they are held. */

import { type AgendaLine, agendaOf } from "../kinds/agenda.ts";
import { type AgendaPartKey, hasAgenda } from "../kinds/agenda-numbers.ts";
import type { Entry } from "../kinds/entry.ts";
import { isSameId } from "../kinds/field.ts";
import { valueLabel } from "../kinds/vocabulary.ts";
import { addTo } from "../model/groups.ts";
import { nameInAddress, namesInAddresses } from "./address.ts";
import { consultationId } from "./consultations.ts";
import type { Files } from "./files.ts";
import { moment, stamps } from "./moment.ts";
import { embedded, type OParlObject, type Properties } from "./object.ts";
import type { Actors } from "./organizations.ts";
import { daysOf, findPublic, publicOf, type Setting } from "./setting.ts";

/** Which resolutions were taken under which agenda item. */
export interface Decisions {
  /** By the path of an agenda item's source. */
  readonly ofItem: ReadonlyMap<string, Entry<"resolution">>;
  /** By the id of a meeting of which no agenda is known: each resolution stands for an item of it. */
  readonly ofMeeting: ReadonlyMap<string, readonly Entry<"resolution">[]>;
  /** The address of the item. */
  under(resolution: Entry<"resolution">): string | undefined;
}

/** A resolution belongs to the item of its meeting that names it, or that has its title. */
export function findDecisions(setting: Setting): Decisions {
  const ofItem = new Map<string, Entry<"resolution">>();
  const ofMeeting = new Map<string, Entry<"resolution">[]>();
  const addresses = new Map<Entry, string>();
  for (const resolution of publicOf("resolution", setting)) {
    const meeting = findPublic("meeting", resolution.data.meeting, setting);
    if (!meeting) continue;
    const items = setting.tree.itemsOf(meeting.id);
    const item = items.find(
      ({ data, path }) =>
        data.visibility === "public" &&
        !ofItem.has(path) &&
        (data.resolutions?.some((id) => isSameId(id, resolution.id)) || data.title === resolution.data.title),
    );
    if (item) ofItem.set(item.path, resolution);
    else if (items.length === 0) addTo(ofMeeting, meeting.id, resolution);
    if (item ? !setting.unsure.has(meeting.path) : items.length === 0) {
      addresses.set(resolution, setting.objects.idOf("agendaitem", (item ?? resolution).id));
    }
  }
  return { ofItem, ofMeeting, under: (resolution) => addresses.get(resolution) };
}

/** Adds all meetings; `papers` are the PDFs by the paths of their sources. */
export function addMeetings(
  setting: Setting,
  actors: Actors,
  files: Files,
  decisions: Decisions,
  papers: ReadonlyMap<string, OParlObject>,
): void {
  const meetings = publicOf("meeting", setting);
  const places = addPlaces(meetings, setting);
  for (const meeting of meetings) {
    const { data, id, path } = meeting;
    const days = daysOf(meeting, setting);
    const url = setting.objects.idOf("meeting", id);
    const invitation = files.addPaper(path, { meeting: [url] }, stamps(days));
    const inPacket = setting.tree.itemsOf(id).map((item) => papers.get(item.path));
    const auxiliaryFile = files.addPacket(path, { meeting: [url] }, stamps(days, inPacket));
    const committee = actors.committee(data.committee);
    const agendaItem = addAgenda(meeting, setting, files, decisions, papers);
    const chair = data.chair === undefined ? undefined : actors.person(data.chair);
    setting.objects.add(
      "Meeting",
      ["meeting", id],
      {
        name: data.title,
        start: moment(data.date, data.time),
        location: data.place === undefined ? undefined : places.get(data.place),
        ...(committee !== undefined && { organization: [committee] }),
        invitation,
        ...(auxiliaryFile.length > 0 && { auxiliaryFile }),
        ...(agendaItem.length > 0 && { agendaItem }),
        // OParl knows who took part, not who chairs; properties of one's own have a prefix.
        "vorlagenwerk:chair": chair,
        "vorlagenwerk:number": data.number,
        web: files.webOf(path, "page"),
        ...stamps(days, [...auxiliaryFile, ...agendaItem]),
      },
      [path, ...setting.tree.itemsOf(id).flatMap((item) => (item.data.visibility === "public" ? [item.path] : []))],
    );
  }
}

function addPlaces(
  meetings: readonly Entry<"meeting">[],
  { objects, ...source }: Setting,
): ReadonlyMap<string, OParlObject> {
  const byPlace = groupByPlace(meetings);
  const words = namesInAddresses(byPlace.keys());
  return new Map(
    [...byPlace].map(([place, held]) => {
      const properties = {
        description: place,
        meetings: held.map(({ id }) => objects.idOf("meeting", id)),
        ...stamps(held.flatMap((meeting) => daysOf(meeting, source))),
      };
      const paths = held.map(({ path }) => path);
      const object = objects.add("Location", ["location", "place", words.get(place) ?? place], properties, paths);
      return [place, embedded("Location", object)];
    }),
  );
}

function groupByPlace(meetings: readonly Entry<"meeting">[]): ReadonlyMap<string, readonly Entry<"meeting">[]> {
  const found = new Map<string, Entry<"meeting">[]>();
  for (const meeting of meetings) {
    const { place } = meeting.data;
    if (place !== undefined) addTo(found, place, meeting);
  }
  return found;
}

/** The items of a meeting, in the order of its agenda. */
function addAgenda(
  meeting: Entry<"meeting">,
  setting: Setting,
  files: Files,
  decisions: Decisions,
  papers: ReadonlyMap<string, OParlObject>,
): readonly OParlObject[] {
  const url = setting.objects.idOf("meeting", meeting.id);
  const taken = new Set<string>();
  const found: OParlObject[] = [];
  const add = (path: readonly string[], properties: Properties, sources: readonly string[]): void => {
    const all = { meeting: url, order: found.length, ...properties };
    found.push(embedded("AgendaItem", setting.objects.add("AgendaItem", path, all, sources)));
  };
  // Of a meeting without an agenda nothing is known but what was decided there.
  const isPlanned = hasAgenda(meeting, setting.tree) && !setting.unsure.has(meeting.path);
  const { parts } = agendaOf(meeting, { tree: setting.tree, edition: "public" });
  for (const { key, lines } of isPlanned ? parts : []) {
    for (const line of lines) {
      const item = line.id === undefined ? undefined : findPublic("agenda-item", line.id, setting);
      const days = item ? daysOf(item, setting) : line.supplement ? [line.supplement] : daysOf(meeting, setting);
      // Nothing can have been decided on an item that was withdrawn.
      const decided = item && !line.isWithdrawn ? decisions.ofItem.get(item.path) : undefined;
      const properties = {
        number: line.label,
        name: line.title,
        public: key === "public",
        ...(item && ofItem(item, line, setting, files, decided, papers)),
        ...stamps(days, decided && [stamps(daysOf(decided, setting))]),
      };
      // What is not public has no address of its own making.
      add(item ? ["agendaitem", item.id] : unnamed(meeting, key, line, taken), properties, [
        meeting.path,
        ...(item ? [item.path] : []),
      ]);
    }
  }
  for (const resolution of decisions.ofMeeting.get(meeting.id) ?? []) {
    const properties = {
      name: resolution.data.title,
      public: true,
      ...outcome(resolution, setting, papers),
      ...stamps(daysOf(resolution, setting)),
    };
    add(["agendaitem", resolution.id], properties, [meeting.path, resolution.path]);
  }
  return found;
}

/** An address by meeting, part and number. */
function unnamed(meeting: Entry, part: AgendaPartKey, { label }: AgendaLine, taken: Set<string>): readonly string[] {
  const base = `${part}-${nameInAddress(label)}`;
  let free = base;
  for (let count = 2; taken.has(free); count++) free = `${base}-${count}`;
  taken.add(free);
  return ["agendaitem", meeting.id, free];
}

/** What is known of an item by its source. */
function ofItem(
  item: Entry<"agenda-item">,
  line: AgendaLine,
  setting: Setting,
  files: Files,
  decided: Entry<"resolution"> | undefined,
  papers: ReadonlyMap<string, OParlObject>,
): Properties {
  return {
    consultation: consultationId(item, item, setting),
    ...(line.isWithdrawn && { result: valueLabel("result", "withdrawn", setting.tree.locale) }),
    ...(decided && outcome(decided, setting, papers)),
    web: files.webOf(item.path),
  };
}

/** What was decided, in the words of the resolution. */
function outcome(
  resolution: Entry<"resolution">,
  setting: Setting,
  papers: ReadonlyMap<string, OParlObject>,
): Properties {
  const { result } = resolution.data;
  return {
    result: result && valueLabel("result", result, setting.tree.locale),
    resolutionText: setting.textOf(resolution) || undefined,
    resolutionFile: papers.get(resolution.path),
  };
}
