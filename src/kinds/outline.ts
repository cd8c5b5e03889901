/** What can be told of a source whether it is valid or not. */

import { addTo } from "../model/groups.ts";
import type { YamlMapping, YamlValue } from "../model/yaml-value.ts";
import { findKind, findValue, fold, type Kind, keyName } from "./vocabulary.ts";

/** What can be told of a part of a source that has a visibility of its own. */
export interface OutlinedPart {
  readonly title?: string;
  readonly file?: string;
  /** True if it is not clearly public. */
  readonly isWithheld: boolean;
}

/** What can be told of a source even if it is not valid: enough to name it and to keep its secrets. */
export interface EntryOutline {
  readonly kind?: Kind;
  readonly id?: string;
  /** Id of the meeting that it names. */
  readonly meeting?: string;
  /**
   * True if it says anything but clearly that it is public; a slip of the pen must not publish. Undefined if it says nothing,
   * although its kind has to.
   */
  readonly isWithheld?: boolean;
  /** Of a source that is not valid: the number that it gives itself. */
  readonly number?: string;
  /** True if it has no frontmatter at all nor anything that looks like some, or frontmatter without a key of ours. */
  readonly isHeadless?: boolean;
  /** True if nothing stands in it: it may be what a failed copy left. */
  readonly isBlank?: boolean;
  /** Attachments and fixed items. */
  readonly parts?: readonly OutlinedPart[];
}

/** The keys that every agenda item has; what has none of them is hardly one. */
export const itemKeys = ["kind", "id", "title", "meeting", "number", "visibility"] as const;

/** Reads what an outline holds without judging anything else. What is valid has every key once. */
export function outlineOf(mapping: YamlMapping, isValid: boolean): EntryOutline {
  const fields = readFields(mapping);
  const once = isValid ? textOf : onlyText;
  const kind = findKind(once(fields, "kind") ?? "");
  const id = textOf(fields, "id");
  const meeting = once(fields, "meeting");
  const rules = fieldValue(fields, "rules");
  const lists = [
    fieldValue(fields, "attachments"),
    fieldValue(fields, "fixedItems"),
    rules?.type === "mapping" ? fieldValue(readFields(rules), "fixedItems") : undefined,
  ];
  const items = lists.flatMap((list) => (list?.type === "sequence" ? list.items : []));
  const parts = items.flatMap((item): readonly OutlinedPart[] => {
    if (item.type !== "mapping") return [];
    const own = readFields(item);
    const [title, file] = [textOf(own, "title"), textOf(own, "file")];
    return [
      { ...(title !== undefined && { title }), ...(file !== undefined && { file }), isWithheld: isWithheld(own) },
    ];
  });
  const number = isValid ? undefined : textOf(fields, "number");
  const isHeadless = !itemKeys.some((key) => fields.has(key));
  return {
    ...(kind && { kind }),
    ...(id && { id }),
    ...(meeting && { meeting }),
    ...(number && { number }),
    ...withholding(textOf(fields, "visibility"), kind),
    ...(isHeadless && { isHeadless }),
    parts,
  };
}

const outlineKeys = [...itemKeys, "rules", "attachments", "fixedItems", "file"] as const;

type OutlineKey = (typeof outlineKeys)[number];

/** By words of both languages, folded. */
const keysByWord = new Map(
  outlineKeys.flatMap((key) => [key, keyName(key, "de", "body")].map((word) => [fold(word), key] as const)),
);

/** All that is said with each key. */
type Fields = ReadonlyMap<OutlineKey, readonly YamlValue[]>;

function readFields(mapping: YamlMapping): Fields {
  const fields = new Map<OutlineKey, YamlValue[]>();
  for (const { key: word, value } of mapping.entries) {
    const key = keysByWord.get(fold(word));
    if (key) addTo(fields, key, value);
  }
  return fields;
}

/** What is said twice in different ways is not said. */
function onlyText(fields: Fields, key: OutlineKey): string | undefined {
  const texts = new Set(fields.get(key)?.map((value) => (value.type === "text" ? value.text : undefined)));
  return texts.size === 1 ? [...texts][0] : undefined;
}

function fieldValue(fields: Fields, key: OutlineKey): YamlValue | undefined {
  return fields.get(key)?.[0];
}

function textOf(fields: Fields, key: OutlineKey): string | undefined {
  const value = fieldValue(fields, key);
  return value?.type === "text" ? value.text : undefined;
}

/** What a visibility says of a source as a whole. Kinds without one are never withheld. */
export function withholding(visibility: string | undefined, kind: Kind | undefined): Pick<EntryOutline, "isWithheld"> {
  if (visibility !== undefined) return { isWithheld: isNotPublic(visibility) };
  return kind === "body" || kind === "meeting" ? { isWithheld: false } : {};
}

/** True if a visibility says anything but clearly that it is public. */
export function isNotPublic(visibility: string): boolean {
  return findValue("visibility", visibility) !== "public";
}

function isWithheld(fields: Fields): boolean {
  const visibility = textOf(fields, "visibility");
  return visibility !== undefined && isNotPublic(visibility);
}
