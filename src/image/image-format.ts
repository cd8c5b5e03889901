/** Tells the format of a file by its first bytes; names of files lie. */

/** What we can read, or the name of what we cannot. */
export type ImageFormat = "png" | "jpeg" | "svg" | { readonly other: string | undefined };

const OTHERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^GIF8/, "GIF"],
  [/^RIFF....WEBP/s, "WebP"],
  [/^(?:II\*\0|MM\0\*)/, "TIFF"],
  [/^%PDF-/, "PDF"],
  [/^....ftyp(?:hei[cx]|hevc|mif1|msf1)/s, "HEIC"],
  [/^....ftypavi/s, "AVIF"],
  [/^BM.{4}\0\0\0\0/s, "BMP"],
  [/^PK(?=.*(?:word|xl|ppt|mimetype|Content_Types))/s, "ZIP (Office)"],
  [/^%!PS|^\xc5\xd0\xd3\xc6/, "EPS"],
];

/** Tells the format of a file. */
export function recognize(bytes: Uint8Array): ImageFormat {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (start.startsWith("\xff\xd8\xff")) return "jpeg";
  if (start.startsWith("\xff\xfe<\0") || start.startsWith("\xfe\xff\0<")) return "svg"; // UTF-16: read-svg reports it
  if (
    /^(?:\xef\xbb\xbf)?\s*</.test(start) &&
    /<(?:\w+:)?svg[\s>]|^(?:\xef\xbb\xbf)?\s*<\?xml/.test(start) &&
    !/<html/i.test(start)
  )
    return "svg";
  return { other: OTHERS.find(([pattern]) => pattern.test(start))?.[1] };
}
