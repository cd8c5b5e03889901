/** Writing results. */

import type { WritableFolder, WriteFailure } from "../model/host.ts";

/** Leaves a file alone that has the same bytes already: its date then tells when it last changed. */
export function writeIfChanged(
  output: WritableFolder,
  path: string,
  bytes: Uint8Array,
): "written" | "unchanged" | WriteFailure {
  const before = output.read(path);
  if ("bytes" in before && Buffer.compare(before.bytes, bytes) === 0) return "unchanged";
  return output.write(path, bytes) ?? "written";
}
