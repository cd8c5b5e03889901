/** A line of JSON with a checksum before it: one that was cut off or damaged is noticed. */

import { crc32 } from "node:zlib";

/** Characters of a checksum. */
const CHECKSUM = 8;

/** The line for a value, with the end of the line. */
export function checkedLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${crc32(json).toString(16).padStart(CHECKSUM, "0")} ${json}\n`;
}

/** The JSON in a line, which is given without its end; undefined if it is not as it was written. */
export function jsonOf(line: Uint8Array): Uint8Array | undefined {
  const json = line.subarray(CHECKSUM + 1);
  return readHex(line, CHECKSUM) === crc32(json) ? json : undefined;
}

/** The number that the first lower-case digits stand for; undefined if anything else stands there. */
function readHex(bytes: Uint8Array, digits: number): number | undefined {
  let number = 0;
  for (let at = 0; at < digits; at++) {
    const code = bytes[at] ?? 0;
    if (code >= 48 && code <= 57) number = number * 16 + code - 48;
    else if (code >= 97 && code <= 102) number = number * 16 + code - 87;
    else return undefined;
  }
  return number;
}
