/** What can be told of a source whose frontmatter cannot be read: by the lines that are whole, or nearly so. */

import { isId } from "./field.ts";
import { type EntryOutline, isNotPublic, itemKeys, type OutlinedPart, withholding } from "./outline.ts";
import { findKind, findValue, type Key, keyName } from "./vocabulary.ts";

/** How lines with one of these keys begin: they may be indented, quoted, set in bold or follow a byte order mark. */
const beginning = (keys: readonly Key[]): string =>
  `^[^\\p{L}\\p{N}\\n]*(?:${keys.flatMap((key) => [key, keyName(key, "de")]).join("|")})(?![\\p{L}\\p{N}-])[*_\`"']*`;

const SEPARATOR = "\\s*[:=|;\\t]";
const fieldOf = (...keys: readonly Key[]): RegExp => new RegExp(`${beginning(keys)}${SEPARATOR}`, "iu");
const FIELD = fieldOf(...itemKeys);
const FIELDS = itemKeys.map((key) => fieldOf(key));
const KIND = fieldOf("kind");
/** The colon is missing. */
const NAMED_KIND = new RegExp(`${beginning(["kind"])}\\s+([\\p{L}-]+)`, "iu");
const ANY_FIELD = /^[^\p{L}\n]*[\p{L}-]+\s*:/u;
/** Dashes as they are typed, and as word processors make them. */
const FENCE = /^[\s\\\ufeff]*(?:[-‐‑–_][\s\\]*[-‐‑–_]|—)/u;
const ITEM_BY_NAME = /^[\s#*_>]*(?:TOP|Tagesordnungspunkt|agenda[ -]item)(?!\p{L})/iu;
/** Rich text, web pages and what is no text at all. */
const FOREIGN = /^\s*(?:\{|<(?!!--)|%PDF|PK|MIME-)|[^\P{Cc}\s\u0080-\u009f]/u;

/** The outline of a source whose frontmatter cannot be read as YAML. */
export function salvageOutline(text: string): EntryOutline {
  const head = headOf(text.split("\n"));
  const kind = onlyOne(valuesOf("kind", head).map((word) => findKind(word)));
  // Those of lists are moved in.
  const ids = [head.filter((line) => /^\S/.test(line)), head].flatMap((lines) => valuesOf("id", lines));
  const id = ids[0];
  const meeting = onlyOne(valuesOf("meeting", head));
  const number = valuesOf("number", head)[0];
  const parts = partsIn(text);
  return {
    ...(kind && { kind }),
    ...(id && { id }),
    ...(meeting !== undefined && isId(meeting) && { meeting }),
    ...(number && { number }),
    ...withholding(saidVisibility(text), kind),
    ...(isHeadless(text) && { isHeadless: true }),
    ...(parts.length > 0 && { parts }),
  };
}

/** True if nobody has even begun a head. A single line with one of its keys, but for that of the kind, stands in many a note. */
function isHeadless(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const [first = ""] = lines;
  if (FOREIGN.test(text) || FENCE.test(first) || ITEM_BY_NAME.test(first) || FIELD.test(first)) return false;
  if (FIELDS.filter((field) => lines.some((line) => field.test(line))).length > 1) return false;
  return !lines.some((line) => KIND.test(line) || findKind(NAMED_KIND.exec(line)?.[1] ?? "") !== undefined);
}

/**
 * Lines from the first field to the closing dashes, or to a paragraph that begins without a field: texts name meetings, too.
 * All lines if two people's versions stand there together.
 */
function headOf(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => /^(?:<{7}|>{7})/.test(line))) return lines;
  const start = lines.findIndex((line) => FIELD.test(line) || NAMED_KIND.test(line));
  if (start === -1) return [];
  const rest = lines.slice(start);
  const end = rest.findIndex((line, index) => {
    if (FENCE.test(line)) return true;
    return line.trim() !== "" && rest[index - 1]?.trim() === "" && !ANY_FIELD.test(line);
  });
  return end === -1 ? rest : rest.slice(0, end);
}

/** The values of a key as they are typed. Without a colon only a single word counts. */
function valuesOf(key: Key, head: readonly string[]): readonly string[] {
  const pattern = new RegExp(
    `${beginning([key])}(?:\\s*[:=][\\s*_\`]*(["']?)(.+?)\\1|\\s+([^\\s:]+))[\\s*_\`]*(?: #.*)?$`,
    "iu",
  );
  return head.flatMap((line) => {
    const found = pattern.exec(line);
    return found?.[2] ?? found?.[3] ?? [];
  });
}

/** What is said twice in different ways is not said. */
function onlyOne<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** A slip of the pen must not publish: a line counts although it is moved by a character, quoted, bold, or lacks the colon. */
function saidVisibility(text: string): string | undefined {
  const pattern =
    /^[>*_"'\ufeff]*[ \t]?(?:visibility|sichtbarkeit)["'*_]*(?: *[:=][ *_]*(["']?)(.+?)\1| +(\S+))[ *_,]*(?: #.*)?$/gimu;
  const said = [...text.matchAll(pattern)].flatMap(([, , value, bare = ""]) => {
    if (value !== undefined) return [value];
    return findValue("visibility", bare) === "non-public" ? [bare] : [];
  });
  return said.find((value) => findValue("visibility", value) !== "public") ?? said[0];
}

/** Attachments and fixed items that say who may see them, in lines of their own or in braces. */
function partsIn(text: string): readonly OutlinedPart[] {
  return text
    .split(/^[^\p{L}\n{]*-\s|\{/mu)
    .slice(1)
    .flatMap((rest) => {
      const part = rest.replace(/(?:\}|\n(?=\S))[\s\S]*$/u, "");
      const [title, file, visibility] = (["title", "file", "visibility"] as const).map((key) => valueIn(part, key));
      if (visibility === undefined) return [];
      return [{ ...(title && { title }), ...(file && { file }), isWithheld: isNotPublic(visibility) }];
    });
}

function valueIn(part: string, key: Key): string | undefined {
  const keys = `${key}|${keyName(key, "de")}`;
  return new RegExp(`(?:^|[\\s,])(?:${keys})\\s*:\\s*(["']?)(.+?)\\1\\s*(?: #.*)?(?:,|$)`, "imu").exec(part)?.[2];
}
