/** How pictures are called: by a path in a folder of templates or, marked as such, by one in the content folder. */

const CONTENT = "content:";

/** The key of a picture in the content folder. */
export function contentPicture(path: string): string {
  return CONTENT + path;
}

/** The path in the content folder; undefined if a picture lies with the templates. */
export function contentPathOf(key: string): string | undefined {
  return key.startsWith(CONTENT) ? key.slice(CONTENT.length) : undefined;
}
