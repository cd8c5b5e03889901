/** What in a page's resources may break PDF/UA-1 or PDF/A-2a. It is cautious: false alarms are allowed, false promises are not. */

import { brokenLimit, isIntent, isOddName } from "./limits.ts";
import { type Dictionary, Name, type PdfValue, Ref, Stream } from "./objects.ts";
import type { Obstacle } from "./obstacle.ts";
import type { PdfFile } from "./pdf-file.ts";
import { componentsOf, isPicture } from "./pictures.ts";
import { DROPPED, NAMED } from "./pruning.ts";

const BLEND_MODES = new Set(
  "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity".split(
    " ",
  ),
);
const FILTERS = new Set(
  "FlateDecode LZWDecode ASCIIHexDecode ASCII85Decode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode".split(" "),
);

/** What was looked through. The same dictionary may be one of names here, whose keys all count, and an ordinary one there. */
export class Seen {
  readonly values = new Set<PdfValue>();
  readonly #asNamed = new Set<PdfValue>();

  /** False if nothing new is to be found in a value. */
  add(value: PdfValue, isNamed: boolean): boolean {
    if (this.#asNamed.has(value) || (!isNamed && this.values.has(value))) return false;
    this.values.add(value);
    if (isNamed) this.#asNamed.add(value);
    return true;
  }
}

/** Looks through everything that a value leads to. Fonts are judged by what is shown in them, elsewhere. */
export function inspect(file: PdfFile, root: PdfValue, seen: Seen): Set<Obstacle> {
  const found = new Set<Obstacle>();
  const waiting: { value: PdfValue; isNamed: boolean }[] = [{ value: root, isNamed: true }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const value = file.resolve(next.value);
    if (value instanceof Name && value.name === "DeviceCMYK") found.add("cmyk");
    const limit = brokenLimit(value);
    if (limit) found.add(limit);
    if (typeof value !== "object" || value === null || value instanceof Name || value instanceof Ref) continue;
    if (!seen.add(value, next.isNamed)) continue;
    if (Array.isArray(value)) {
      const items = value as readonly PdfValue[]; // arrays of a file hold values of a file
      inspectColorSpace(file, items, found);
      for (const item of items) waiting.push({ value: item, isNamed: false });
    } else if (!(value instanceof Uint8Array)) {
      const dictionary = value instanceof Stream ? value.dictionary : (value as Dictionary); // all that is left
      inspectDictionary(file, dictionary, found);
      if (value instanceof Stream) inspectStream(file, dictionary, found);
      for (const [key, entry] of dictionary) {
        if (isOddName(key)) found.add("name");
        if (next.isNamed || !DROPPED.has(key)) waiting.push({ value: entry, isNamed: NAMED.has(key) });
      }
    }
  }
  return found;
}

function inspectColorSpace(file: PdfFile, [kind, profile]: readonly PdfValue[], found: Set<Obstacle>): void {
  const space = file.resolve(kind);
  if (!(space instanceof Name)) return;
  // Colorants have to agree all over the document, which is not compared.
  if (space.name === "Separation" || space.name === "DeviceN") found.add("color-space");
  if (space.name === "ICCBased" && !isSoundProfile(file, file.resolve(profile))) found.add("color-space");
}

const PROFILE_CLASSES = new Set(["prtr", "mntr", "scnr", "spac"]);
/** By channels. Four would bring the rules of overprinting. */
const PROFILE_SPACES: Readonly<Record<number, string>> = { 1: "GRAY", 3: "RGB " };

function isSoundProfile(file: PdfFile, profile: PdfValue): boolean {
  if (!(profile instanceof Stream)) return false;
  const bytes = Buffer.from(file.decoded(profile).bytes);
  const channels = file.number(profile.dictionary, "N") ?? 0;
  return (
    bytes.length >= 128 &&
    (bytes[8] ?? 9) <= 4 &&
    PROFILE_CLASSES.has(bytes.toString("latin1", 12, 16)) &&
    PROFILE_SPACES[channels] === bytes.toString("latin1", 16, 20) &&
    file.array(profile.dictionary.get("Range")).every((limit, index) => limit === index % 2)
  );
}

function inspectStream(file: PdfFile, dictionary: Dictionary, found: Set<Obstacle>): void {
  for (const { name } of file.filters(dictionary)) {
    if (name === "JPXDecode") found.add("jpx");
    else if (!FILTERS.has(name)) found.add("filter");
  }
  if (dictionary.has("F")) found.add("reference");
}

function inspectDictionary(file: PdfFile, dictionary: Dictionary, found: Set<Obstacle>): void {
  const subtype = file.name(dictionary, "Subtype");
  if (subtype === "PS" || file.name(dictionary, "Subtype2") === "PS") found.add("postscript");
  if (subtype === "Form" && dictionary.has("Ref")) found.add("reference");
  if (isPicture(file, dictionary)) inspectPicture(file, dictionary, found);
  if (dictionary.has("TR")) found.add("transfer-function");
  if (dictionary.has("TR2") && file.name(dictionary, "TR2") !== "Default") found.add("transfer-function");
  if (dictionary.has("HTP") || dictionary.has("HT") || dictionary.has("HalftoneType")) found.add("halftone");
  if (file.get(dictionary, "OP") === true || file.get(dictionary, "op") === true) found.add("overprint");
  for (const key of ["RI", "Intent"]) {
    const intent = file.name(dictionary, key);
    if (intent !== undefined && !isIntent(intent)) found.add("rendering-intent");
  }
  if (dictionary.has("BM")) {
    const mode = file.get(dictionary, "BM");
    if (!(mode instanceof Name && BLEND_MODES.has(mode.name))) found.add("blend-mode");
  }
}

function inspectPicture(file: PdfFile, dictionary: Dictionary, found: Set<Obstacle>): void {
  const depth = file.number(dictionary, "BitsPerComponent");
  const isMask = file.get(dictionary, "ImageMask") === true;
  if (isMask ? depth !== undefined && depth !== 1 : ![1, 2, 4, 8, 16].includes(depth ?? 0)) found.add("image");
  if (!isMask && componentsOf(file, file.get(dictionary, "ColorSpace")) === undefined) found.add("image");
}
