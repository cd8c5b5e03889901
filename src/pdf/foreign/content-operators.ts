/** The operators of content streams, the operands that each takes (ISO 32000-1, annex A), and how both are written. */

import { Name, type PdfValue } from "./objects.ts";

/** `n` is a number, `N` a name, `s` a string, `a` an array, `*` what a colour has. */
const OPERANDS: Readonly<Record<string, string>> = {
  ...withOperands("q Q h S s f F f* B B* b b* n W W* BT ET T* EMC BX EX BI", ""),
  ...withOperands("w J j M i Tc Tw Tz TL Tr Ts G g", "n"),
  ...withOperands("m l Td TD d0", "nn"),
  ...withOperands("RG rg", "nnn"),
  ...withOperands("v y re K k", "nnnn"),
  ...withOperands("cm c Tm d1", "nnnnnn"),
  ...withOperands("gs ri CS cs sh Do MP BMC", "N"),
  ...withOperands("SC sc SCN scn", "*"),
  ...withOperands("Tj '", "s"),
  ...withOperands("DP BDC", "N?"),
  d: "an",
  TJ: "a",
  '"': "nns",
  Tf: "Nn",
};

function withOperands(words: string, operands: string): Record<string, string> {
  return Object.fromEntries(words.split(" ").map((word) => [word, operands]));
}

/** Whether the standard knows an operator. */
export function isOperator(word: string): boolean {
  return Object.hasOwn(OPERANDS, word);
}

/** The operands that an operator takes: the last ones if there are more, as viewers do; undefined if they do not fit. */
export function fittingOperands(word: string, given: readonly PdfValue[]): readonly PdfValue[] | undefined {
  const kinds = OPERANDS[word] ?? "";
  if (kinds === "*") {
    const numbers = given.at(-1) instanceof Name ? given.slice(0, -1) : given;
    return given.length > 0 && numbers.every((value) => typeof value === "number") ? given : undefined;
  }
  const taken = kinds === "" ? [] : given.slice(-kinds.length);
  if (taken.length < kinds.length) return undefined;
  return taken.every((value, index) => isOfKind(value, kinds[index])) ? taken : undefined;
}

function isOfKind(value: PdfValue, kind: string | undefined): boolean {
  switch (kind) {
    case "n":
      return typeof value === "number";
    case "N":
      return value instanceof Name;
    case "s":
      return value instanceof Uint8Array;
    case "a":
      return Array.isArray(value);
    default:
      return true;
  }
}

/** An operand as it is written in a content stream. */
export function written(value: PdfValue): string {
  if (typeof value === "number") return writtenNumber(value);
  if (value instanceof Name) return `/${escapeName(value.name)}`;
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString("hex")}>`;
  if (Array.isArray(value)) return `[${(value as readonly PdfValue[]).map(written).join(" ")}]`; // as parsed
  if (value instanceof Map) {
    return `<<${[...value].map(([key, entry]) => `/${escapeName(key)} ${written(entry)}`).join(" ")}>>`;
  }
  return String(value);
}

/** The largest number that all viewers know. */
const MAX_NUMBER = 2 ** 31 - 1;

/** A number without an exponent, which PDF does not have. */
export function writtenNumber(value: number): string {
  if (!(Math.abs(value) <= MAX_NUMBER)) return writtenNumber(value < 0 ? -MAX_NUMBER : MAX_NUMBER);
  const [, sign, first, more = "", places] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(String(value)) ?? [];
  return first === undefined ? String(value) : `${sign}0.${"0".repeat(Number(places) - 1)}${first}${more}`;
}

/** A name with its unusual characters escaped. */
export function escapeName(name: string): string {
  return name.replace(/[^\x21-\x7e]|[()<>[\]{}/%#]/g, (character) => {
    return `#${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}
