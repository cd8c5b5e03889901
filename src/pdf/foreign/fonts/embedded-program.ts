/** The program that is embedded with a font (ISO 32000-1, 9.9), whatever its format. */

import { type Dictionary, Stream } from "../objects.ts";
import type { Obstacle } from "../obstacle.ts";
import type { PdfFile } from "../pdf-file.ts";
import { type CffProgram, readCff } from "./cff-program.ts";
import { FontReader, type NamedProgram, UnreadableFont } from "./font-program.ts";
import { readTrueType, type TrueTypeProgram, tablesOf } from "./truetype-program.ts";
import { readType1 } from "./type1-program.ts";

/** A font whose codes can be judged. */
export interface JudgedFont {
  /** What stands against it whatever is shown in it. */
  readonly obstacles: ReadonlySet<Obstacle>;
  /** The codes of a string; undefined if it cannot be divided. */
  codes(bytes: Uint8Array): readonly number[] | undefined;
  judge(code: number, isInvisible: boolean): readonly Obstacle[];
}

/** A program by how its glyphs are found. */
export type EmbeddedProgram =
  | { readonly type: "truetype"; readonly program: TrueTypeProgram }
  | { readonly type: "named"; readonly program: NamedProgram; readonly cff: CffProgram | undefined };

/** Reads the program; undefined if none is embedded. Throws `UnreadableFont`. */
export function embeddedProgram(file: PdfFile, font: Dictionary): EmbeddedProgram | undefined {
  const descriptor = file.dictionary(font.get("FontDescriptor"));
  for (const key of ["FontFile", "FontFile2", "FontFile3"] as const) {
    const stream = file.get(descriptor, key);
    if (!(stream instanceof Stream)) continue;
    const { bytes, rest } = file.decoded(stream);
    if (key !== "FontFile3" && stream.dictionary.has("Subtype"))
      throw new UnreadableFont("The program says that it is of another kind.");
    if (rest.length > 0) throw new UnreadableFont("The program is packed in an unknown way.");
    if (key === "FontFile2") return { type: "truetype", program: readTrueType(bytes) };
    if (key === "FontFile") {
      requireLengths(file, stream.dictionary, bytes.length);
      return { type: "named", program: readType1(bytes), cff: undefined };
    }
    const kind = file.name(stream.dictionary, "Subtype");
    if (kind === "OpenType") return openType(bytes);
    // A program without a wrapper is called by the font that it is for (ISO 32000-1, table 126).
    if (kind === (file.name(font, "Subtype") === "CIDFontType0" ? "CIDFontType0C" : "Type1C"))
      return named(readCff(bytes));
    throw new UnreadableFont("This kind of program is not known.");
  }
  return undefined;
}

/** A reader that goes by the lengths of a Type 1 program's parts (ISO 32000-1, table 127) has to find them. */
function requireLengths(file: PdfFile, stream: Dictionary, length: number): void {
  const [clear, secret] = ["Length1", "Length2"].map((key) => file.number(stream, key) ?? 0);
  if (!(clear && secret && clear > 0 && secret > 0 && clear + secret <= length))
    throw new UnreadableFont("The parts of the program are not where they should be.");
}

function named(cff: CffProgram): EmbeddedProgram {
  return { type: "named", program: cff, cff };
}

function openType(bytes: Uint8Array): EmbeddedProgram {
  const reader = new FontReader(bytes);
  const cff = reader.latin1(0, 4) === "OTTO" ? tablesOf(reader).get("CFF ") : undefined;
  return cff
    ? named(readCff(bytes.subarray(cff.at, cff.at + cff.length)))
    : { type: "truetype", program: readTrueType(bytes) };
}

const SYMBOLIC = 4;

/** Whether a font says that its characters are its own; undefined if it says nothing. */
export function isSymbolic(file: PdfFile, font: Dictionary): boolean | undefined {
  const flags = file.number(file.dictionary(font.get("FontDescriptor")), "Flags");
  return flags === undefined ? undefined : (flags & SYMBOLIC) !== 0;
}
