/** What the page of a meeting shows in an edition, from the agenda and the files that there are. */

import type { Workshop } from "../compile.ts";
import { findLogo } from "../compile.ts";
import { renderSession } from "../html/render-session.ts";
import { type AgendaLine, agendaOf } from "../kinds/agenda.ts";
import { hasAgenda } from "../kinds/agenda-numbers.ts";
import { type Annex, annexesOf } from "../kinds/annexes.ts";
import { calendarDay } from "../kinds/calendar.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import { visibilityOf } from "../kinds/tree.ts";
import { groupBy } from "../model/groups.ts";
import type { Edition } from "../model/report.ts";
import type { LinkedFile, SessionItem, SessionPage } from "../model/session-page.ts";
import { shownWith } from "./attachments.ts";
import { type Made, partKey } from "./outputs.ts";

/** Files of papers and attachments by path, those of drafts left out. */
export type Outputs = readonly (readonly [string, Made])[];

/** A page, and the sources whose words stand in it. */
export interface RenderedPage {
  readonly title: string;
  readonly html: string;
  readonly ingredients: readonly Entry[];
}

/** Its name in the folder of a meeting. */
export const SESSION_PAGE = "index.html";

function sessionPagePath(meeting: string, edition: Edition): string {
  return `${edition}/${meeting}/${SESSION_PAGE}`;
}

/** Where the page of a meeting is to lie, and what lies beside it or, for the internal one, in the public edition. */
export interface SessionPlace {
  readonly path: string;
  readonly edition: Edition;
  readonly meeting: Entry<"meeting">;
  readonly files: Outputs;
}

/** The places of the pages of all meetings of which something was printed. */
export function sessionPlaces(tree: Tree, outputs: Outputs): readonly SessionPlace[] {
  const listed = outputs.filter(([, { role }]) => role !== "page");
  const folders = groupBy(listed, ([path]) => path.split("/", 2).join("/"));
  return tree.all("meeting").flatMap((meeting) => {
    if (!hasAgenda(meeting, tree) || !committeeOf(meeting, tree)) return [];
    return (["public", "internal"] as const).flatMap((edition) => {
      const own = folders.get(`${edition}/${meeting.id}`);
      if (!own) return [];
      const files = edition === "public" ? own : [...own, ...(folders.get(`public/${meeting.id}`) ?? [])];
      return [{ path: sessionPagePath(meeting.id, edition), edition, meeting, files }];
    });
  });
}

function committeeOf({ data }: Entry<"meeting">, tree: Tree) {
  return (tree.body.data.committees ?? []).find(({ id }) => id === data.committee);
}

/** All that a page can show of files, as a text: the same as long as it shows the same. */
export function describeFiles(files: Outputs): string {
  const shown = files.map(([path, { source, role, title, mediaType, pages, bytes, attachments }]) => {
    return { path, source, role, title, mediaType, pages, bytes, attachments };
  });
  return JSON.stringify(shown);
}

/** The page of a meeting. */
export function renderSessionPage({ edition, meeting, files }: SessionPlace, workshop: Workshop): RenderedPage {
  const { tree } = workshop;
  const logo = findLogo(workshop);
  const image = logo && workshop.picture(logo.image, () => logo.placeOf?.()).value;
  const linked = new Links(edition, files);
  const { time, place, chair, title, date } = meeting.data;
  const { weekday, long } = calendarDay(date, tree.locale);
  const agenda = agendaOf(meeting, { tree, edition });
  const page: SessionPage = {
    lang: tree.locale,
    body: tree.body.data.title,
    ...(logo && image && { logo: { image, alt: logo.alt } }),
    isInternal: edition === "internal",
    title,
    committee: committeeOf(meeting, tree)?.name ?? "",
    day: `${weekday}, ${long}`,
    ...(time !== undefined && { time }),
    ...(place !== undefined && { place }),
    ...(chair !== undefined && { chair }),
    files: linked.ofMeeting(meeting),
    parts: agenda.parts.map(({ key, lines }) => ({
      isPublic: key === "public",
      items: lines.map((line) => itemOf(line, tree, linked)),
    })),
  };
  const items = tree.itemsOf(meeting.id).filter(({ data }) => edition === "internal" || data.visibility === "public");
  return {
    title: `${title}, ${long}`,
    html: renderSession(page, workshop.theme),
    // What a public item may not use is no part of its page, not even by name.
    ingredients: [...new Set([tree.body, meeting, ...items.flatMap((item) => shownWith(item, tree))])].filter(
      (one) => edition === "internal" || visibilityOf(one) !== "non-public",
    ),
  };
}

function itemOf(line: AgendaLine, tree: Tree, links: Links): SessionItem {
  const { label, level, title, isWithdrawn, supplement, departments, id } = line;
  const item = id === undefined ? undefined : tree.find("agenda-item", id);
  return {
    label,
    level,
    ...(title !== undefined && { title }),
    isWithdrawn,
    ...(supplement !== undefined && { supplement: calendarDay(supplement, tree.locale).long }),
    departments,
    papers: item ? links.papersOf(item, "paper") : [],
    attachments: item ? annexesOf(item, { tree, edition: links.edition }).flatMap((one) => links.annex(one)) : [],
  };
}

/** Finds files, and how the page of a meeting links to them. The internal page takes what is public from there. */
class Links {
  readonly edition: Edition;
  readonly #bySource: ReadonlyMap<string, Outputs>;

  constructor(edition: Edition, files: Outputs) {
    this.edition = edition;
    this.#bySource = groupBy(files, ([, { source }]) => source);
  }

  ofMeeting(meeting: Entry): readonly LinkedFile[] {
    const packet = this.#of(meeting).filter(([, { role }]) => role === "packet");
    return [
      ...this.papersOf(meeting, "invitation"),
      ...this.#preferOwn(packet).map((one) => this.#link(one, "packet")),
    ];
  }

  /** The PDF, then the page. */
  papersOf(entry: Entry, role: "paper" | "invitation"): readonly LinkedFile[] {
    const papers = this.#preferOwn(this.#of(entry).filter(([, made]) => made.role === undefined));
    const isPage = ([, { mediaType }]: (typeof papers)[number]): number => (mediaType === "text/html" ? 1 : 0);
    return [...papers].sort((a, b) => isPage(a) - isPage(b)).map((one) => this.#link(one, role));
  }

  annex({ owner, data: { title, file }, number }: Annex): readonly LinkedFile[] {
    const key = partKey(owner.path, title, file);
    const one = this.#of(owner).find(([, made]) => made.role === "attachment" && made.attachments.includes(key));
    return one ? [{ ...this.#link(one, "attachment"), number }] : [];
  }

  /** In this edition, or public ones for the internal page; an attachment may lie beside papers of other meetings too. */
  #of(entry: Entry): Outputs {
    return this.#bySource.get(entry.path) ?? [];
  }

  #preferOwn(files: Outputs): Outputs {
    const own = files.filter(([path]) => path.startsWith(`${this.edition}/`));
    return own.length > 0 ? own : files;
  }

  #link([path, { role: made, title, pages, bytes }]: Outputs[number], role: LinkedFile["role"]): LinkedFile {
    const [edition = "", ...rest] = path.split("/").map((one) => encodeURIComponent(one));
    const href = edition === this.edition ? rest.slice(1).join("/") : `../../${edition}/${rest.join("/")}`;
    const format = (/\.([^./]+)$/.exec(path)?.[1] ?? "").toUpperCase();
    return {
      role,
      href,
      ...(made === "attachment" && { title }),
      format,
      ...(pages !== undefined && { pages }),
      bytes,
    };
  }
}
