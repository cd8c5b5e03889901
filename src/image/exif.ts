/** Reads orientation and resolution from EXIF, and writes a block with nothing but the orientation. */

/** What we want to know of a photograph. */
export interface Exif {
  readonly orientation: number;
  /** Pixels to the inch. */
  readonly horizontal: number | undefined;
  readonly vertical: number | undefined;
}

const ORIENTATION = 0x0112;
const X_RESOLUTION = 0x011a;
const Y_RESOLUTION = 0x011b;
const RESOLUTION_UNIT = 0x0128;

/** Reads the content of a JPEG segment APP1; undefined if it is no EXIF. */
export function readExif(segment: Buffer): Exif | undefined {
  if (segment.toString("latin1", 0, 6) !== "Exif\0\0") return undefined;
  const tiff = segment.subarray(6);
  const order = tiff.toString("latin1", 0, 2);
  if ((order !== "II" && order !== "MM") || tiff.length < 14) return undefined;
  const little = order === "II";
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const long = (at: number): number =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = long(4);
  const values = new Map<number, number>();
  for (let index = 0; index < short(directory); index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) break;
    const [tag, type] = [short(entry), short(entry + 2)];
    if (type === 3) values.set(tag, short(entry + 8));
    if (type === 5) {
      const at = long(entry + 8);
      values.set(tag, long(at) / (long(at + 4) || 1));
    }
  }
  const orientation = values.get(ORIENTATION) ?? 1;
  const unit = { 2: 1, 3: 2.54 }[values.get(RESOLUTION_UNIT) ?? 2];
  const density = (tag: number): number | undefined => {
    const value = values.get(tag);
    return value === undefined || unit === undefined ? undefined : value * unit;
  };
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    horizontal: density(X_RESOLUTION),
    vertical: density(Y_RESOLUTION),
  };
}

/** The content of a segment APP1 that says only how the picture is turned, so that browsers and pdfkit turn it. */
export function orientationBlock(orientation: number): Buffer {
  const block = Buffer.alloc(32);
  block.write("Exif\0\0MM\0*\0\0\0\x08\0\x01", "latin1");
  block.writeUInt16BE(ORIENTATION, 16);
  block.writeUInt16BE(3, 18);
  block.writeUInt32BE(1, 20);
  block.writeUInt16BE(orientation, 24);
  return block;
}
