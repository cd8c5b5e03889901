/** The bytes of a PDF as text, compressed streams unpacked. */

import { inflateSync } from "node:zlib";

/** For looking at objects that no reader tells about. */
export function inflatePdf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString("latin1");
  return file.replace(
    /(\/FlateDecode[\s\S]*?stream\n)([\s\S]*?)(?=\nendstream)/g,
    (_, head: string, packed: string) => {
      return head + inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    },
  );
}
