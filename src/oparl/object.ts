/** Objects of OParl 1.1 as they are written, and the export that they are collected in. */

import { byCodeUnits } from "../model/order.ts";
import { address } from "./address.ts";

/** What a property can hold; one that is undefined is not written. */
type Value = string | number | boolean | readonly Value[] | { readonly [property: string]: Value | undefined };

/** The types of OParl 1.1 that are exported. */
export type ObjectType =
  | "System"
  | "Body"
  | "Organization"
  | "Person"
  | "Membership"
  | "Meeting"
  | "AgendaItem"
  | "Paper"
  | "Consultation"
  | "File"
  | "Location";

/** Its properties by name, without id and type. */
export type Properties = Readonly<Record<string, Value | undefined>>;

/** An object with the address under which it is found. */
export interface OParlObject {
  readonly id: string;
  readonly type: string;
  readonly modified?: string;
  readonly [property: string]: Value | undefined;
}

/** A file of the export. */
export interface ExportedFile {
  /** Below the folder of the export, with `/`. */
  readonly path: string;
  readonly value: Properties;
  /** Paths of the sources whose words stand in it. */
  readonly sources: readonly string[];
}

/** An object, and what it was made from. */
export interface Collected {
  readonly object: OParlObject;
  readonly sources: readonly string[];
}

/** Properties that lead back to what an object is part of: left out where it is written as a part of that. */
const BACK: Readonly<Partial<Record<ObjectType, readonly string[]>>> = {
  AgendaItem: ["meeting"],
  Consultation: ["paper"],
  File: ["meeting", "agendaItem", "paper"],
  Location: ["bodies", "meetings"],
  Membership: ["person"],
};

/** Collects objects by type, each under an address of its own. */
export class Objects {
  readonly #base: string;
  readonly #byType = new Map<ObjectType, Map<string, Collected>>();

  constructor(base: string) {
    this.#base = base;
  }

  /** The address of an object by its path below the export, without `.json`. */
  idOf(...path: readonly string[]): string {
    return address(this.#base, `oparl/${path.join("/")}.json`);
  }

  /** Adds an object; `path` is its place below the export, without `.json`. */
  add(type: ObjectType, path: readonly string[], properties: Properties, sources: readonly string[]): OParlObject {
    const id = this.idOf(...path);
    const object = { id, type: `https://schema.oparl.org/1.1/${type}`, ...properties };
    const known = this.#byType.get(type) ?? new Map<string, Collected>();
    this.#byType.set(type, known.set(`${path.join("/")}.json`, { object, sources: [...new Set(sources)].sort() }));
    return object;
  }

  /** By their paths, in the order of these: it stays the same from one export to the next. */
  all(type: ObjectType): readonly (readonly [string, Collected])[] {
    return [...(this.#byType.get(type) ?? [])].sort(([a], [b]) => byCodeUnits(a, b));
  }

  /** Every object in a file of its own. */
  files(): readonly ExportedFile[] {
    return [...this.#byType.keys()].flatMap((type) =>
      this.all(type).map(([path, { object, sources }]) => ({ path, value: object, sources })),
    );
  }
}

/** An object as it is written within another. */
export function embedded(type: ObjectType, object: OParlObject): OParlObject {
  const back = BACK[type] ?? [];
  const { id, type: url, ...rest } = object;
  return { id, type: url, ...Object.fromEntries(Object.entries(rest).filter(([name]) => !back.includes(name))) };
}
