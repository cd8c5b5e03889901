/** Packs bytes for streams of a PDF (zlib's format, ISO 32000-1, 7.4.4). */

import { constants, createDeflate, type Deflate, deflateSync } from "node:zlib";

/** The default takes twice as long, to make files five percent smaller. */
const OPTIONS = { level: 3 };

/** What a stream of zlib has inside, in all versions of Node that are known. */
interface Engine {
  reset(): void;
  writeSync(
    flush: number,
    input: Uint8Array,
    inputOffset: number,
    inputLength: number,
    output: Uint8Array,
    outputOffset: number,
    outputLength: number,
  ): void;
}

interface EngineParts {
  readonly _handle?: Partial<Engine>;
  /** How many bytes of output are left, and of input. */
  readonly _writeState?: Uint32Array;
}

type Packer = (bytes: Uint8Array) => Uint8Array;

let packer: Packer | undefined;

/** Where text becomes bytes. Memory of its own for each page would cost more than the copying. */
let input = Buffer.allocUnsafeSlow(1 << 16);

/**
 * Packs bytes, or text, a byte a character. What it gives is good until the next call. Node sets up a new engine for
 * each call of its own, which for the dozen small streams of a paper takes as long as the packing, so one engine is
 * used again and again. It is no public part of Node: where it does not do as it should, Node's own call stands in.
 */
export function deflate(content: string | Uint8Array): Uint8Array {
  packer ??= reusingPacker() ?? ((bytes) => deflateSync(bytes, OPTIONS));
  return packer(typeof content === "string" ? bytesOf(content) : content);
}

function bytesOf(text: string): Uint8Array {
  if (input.length < text.length) input = Buffer.allocUnsafeSlow(text.length * 2);
  return input.subarray(0, input.write(text, "latin1"));
}

/** Undefined if this version of Node has no such engine. */
function reusingPacker(): Packer | undefined {
  const packWith = engineOf(createDeflate(OPTIONS));
  if (!packWith) return undefined;
  const sample = Buffer.from("an engine that is used again and again");
  const expected = deflateSync(sample, OPTIONS);
  // The second time shows whether it can be used again.
  return expected.equals(packWith(sample)) && expected.equals(packWith(sample)) ? packWith : undefined;
}

function engineOf(stream: Deflate): Packer | undefined {
  const { _handle: engine, _writeState: left } = stream as unknown as EngineParts; // not in its public type
  if (!engine?.reset || !engine.writeSync || !left) return undefined;
  const { reset, writeSync } = engine;
  let output = new Uint8Array(1 << 16);
  return (bytes) => {
    const most = bytes.length + (bytes.length >> 8) + 64; // zlib's own bound is lower
    if (output.length < most) output = new Uint8Array(most);
    reset.call(engine);
    writeSync.call(engine, constants.Z_FINISH, bytes, 0, bytes.length, output, 0, output.length);
    const [outputLeft = 0] = left;
    return output.subarray(0, output.length - outputLeft);
  };
}
