/** The pixels of a PNG: undoes filters and interlacing, and lays them on white paper (ISO/IEC 15948, 7 to 9). */

/** What has to be known to read the pixels. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colorType: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array | undefined;
  /** Content of the chunk tRNS. */
  readonly transparency: Uint8Array | undefined;
}

/** One of the pictures that an interlaced picture is made of; a plain one has a single pass. */
export interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly width: number;
  readonly height: number;
  readonly rowBytes: number;
}

/** Opaque pixels of eight bits. */
export interface FlatPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Samples of a pixel by colour type. */
function samplesOf(colorType: number): number {
  return colorType === 6 ? 4 : colorType === 2 ? 3 : colorType === 4 ? 2 : 1;
}

/** The passes of a picture that have pixels. */
export function passesOf(header: PngHeader): readonly Pass[] {
  const bits = samplesOf(header.colorType) * header.depth;
  return (header.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const))
    .map(([x, y, stepX, stepY]) => {
      const width = Math.ceil((header.width - x) / stepX);
      const height = Math.ceil((header.height - y) / stepY);
      return { x, y, stepX, stepY, width, height, rowBytes: Math.ceil((width * bits) / 8) };
    })
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

/** The rows of each pass without their filters; undefined if a filter is unknown. `raw` is as long as the passes say. */
export function unfilter(
  raw: Uint8Array,
  passes: readonly Pass[],
  header: PngHeader,
): readonly Uint8Array[] | undefined {
  const distance = Math.max(1, (samplesOf(header.colorType) * header.depth) >> 3);
  let at = 0;
  const results: Uint8Array[] = [];
  for (const { height, rowBytes } of passes) {
    const rows = new Uint8Array(height * rowBytes);
    for (let row = 0; row < height; row++) {
      const filter = raw[at++] ?? 0;
      if (filter > 4) return undefined;
      const start = row * rowBytes;
      for (let column = 0; column < rowBytes; column++) {
        const left = column >= distance ? (rows[start + column - distance] ?? 0) : 0;
        const up = row > 0 ? (rows[start + column - rowBytes] ?? 0) : 0;
        const corner = row > 0 && column >= distance ? (rows[start + column - rowBytes - distance] ?? 0) : 0;
        rows[start + column] = (raw[at++] ?? 0) + predict(filter, left, up, corner);
      }
    }
    results.push(rows);
  }
  return results;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** All pixels in their places, opaque on white. */
export function flatten(passes: readonly Uint8Array[], header: PngHeader): FlatPixels {
  const { width, height, colorType } = header;
  const channels = colorType === 0 || colorType === 4 ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  for (const [index, pass] of passesOf(header).entries()) {
    const rows = passes[index] ?? new Uint8Array();
    for (let row = 0; row < pass.height; row++) {
      for (let column = 0; column < pass.width; column++) {
        const target = ((pass.y + row * pass.stepY) * width + pass.x + column * pass.stepX) * channels;
        paint(data, target, rows, row * pass.rowBytes, column, header);
      }
    }
  }
  return { width, height, channels, data };
}

function paint(
  data: Uint8Array,
  target: number,
  rows: Uint8Array,
  rowStart: number,
  column: number,
  header: PngHeader,
): void {
  const { colorType, depth, palette, transparency: key } = header;
  const samples = samplesOf(colorType);
  const sample = (channel: number): number => sampleAt(rows, rowStart, column * samples + channel, depth);
  const full = (1 << depth) - 1;
  let alpha = 1;
  if (colorType === 3) {
    const entry = sample(0);
    alpha = (key?.[entry] ?? 255) / 255;
    for (let channel = 0; channel < 3; channel++)
      data[target + channel] = onWhite((palette?.[entry * 3 + channel] ?? 0) / 255, alpha);
    return;
  }
  const colors = colorType === 0 || colorType === 4 ? 1 : 3;
  if (samples > colors) alpha = sample(colors) / full;
  else if (key) {
    let same = true;
    for (let channel = 0; channel < colors; channel++) {
      const wanted = ((key[channel * 2] ?? 0) << 8) | (key[channel * 2 + 1] ?? 0);
      if (wanted !== sample(channel)) same = false;
    }
    if (same) alpha = 0;
  }
  for (let channel = 0; channel < colors; channel++) data[target + channel] = onWhite(sample(channel) / full, alpha);
}

function sampleAt(rows: Uint8Array, rowStart: number, index: number, depth: number): number {
  if (depth === 8) return rows[rowStart + index] ?? 0;
  if (depth === 16) return ((rows[rowStart + index * 2] ?? 0) << 8) | (rows[rowStart + index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((rows[rowStart + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

function onWhite(color: number, alpha: number): number {
  return Math.round(255 * (1 - alpha + alpha * color));
}
