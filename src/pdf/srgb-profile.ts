/** An ICC profile of sRGB, computed from its definition (IEC 61966-2-1), for the output intent that PDF/A asks for. */

import { deflateSync } from "node:zlib";

/** Samples of the tone curve: between them it is straight, to less than one of the 65,535 steps that they have. */
const SAMPLES = 256;

/** Primaries of sRGB adapted to D50, and the white of D50. */
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;
const WHITE = [0.9642, 1, 0.82491] as const;

const DESCRIPTION = "sRGB IEC61966-2.1";

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function uint32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function uint16(value: number): number[] {
  return [(value >>> 8) & 255, value & 255];
}

function xyz(values: readonly number[]): number[] {
  return values.flatMap((value) => uint32(Math.round(value * 65536)));
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toneCurve(): number[] {
  const samples = Array.from({ length: SAMPLES }, (_, index) =>
    uint16(Math.round(linear(index / (SAMPLES - 1)) * 65535)),
  );
  return [...ascii("curv"), ...uint32(0), ...uint32(SAMPLES), ...samples.flat()];
}

function textDescription(): number[] {
  const text = [...ascii(DESCRIPTION), 0];
  return [...ascii("desc"), ...uint32(0), ...uint32(text.length), ...text, ...new Array<number>(78).fill(0)];
}

function build(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [signature: string, data: number[]])[] = [
    ["desc", textDescription()],
    ["cprt", [...ascii("text"), ...uint32(0), ...ascii("No copyright"), 0]],
    ["wtpt", [...ascii("XYZ "), ...uint32(0), ...xyz(WHITE)]],
    ["rXYZ", [...ascii("XYZ "), ...uint32(0), ...xyz(RED)]],
    ["gXYZ", [...ascii("XYZ "), ...uint32(0), ...xyz(GREEN)]],
    ["bXYZ", [...ascii("XYZ "), ...uint32(0), ...xyz(BLUE)]],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const table: number[] = [...uint32(tags.length)];
  const data: number[] = [];
  const start = 128 + 4 + tags.length * 12;
  const offsets = new Map<number[], number>();
  for (const [signature, bytes] of tags) {
    let offset = offsets.get(bytes);
    if (offset === undefined) {
      while (data.length % 4 !== 0) data.push(0);
      offset = start + data.length;
      offsets.set(bytes, offset);
      for (const byte of bytes) data.push(byte);
    }
    table.push(...ascii(signature), ...uint32(offset), ...uint32(bytes.length));
  }
  while (data.length % 4 !== 0) data.push(0);
  const header = [
    ...uint32(start + data.length),
    ...uint32(0),
    ...uint32(0x02100000),
    ...ascii("mntrRGB XYZ "),
    ...[2024, 1, 1, 0, 0, 0].flatMap(uint16),
    ...ascii("acsp"),
    ...new Array<number>(28).fill(0),
    ...xyz(WHITE),
  ];
  while (header.length < 128) header.push(0);
  return Uint8Array.from([...header, ...table, ...data]);
}

let packed: Uint8Array | undefined;

/** The profile's bytes, deflated: they are the same in every file. */
export function packedSrgbProfile(): Uint8Array {
  packed ??= deflateSync(build());
  return packed;
}
