/** Which addresses a body may name: links to the web, to mail and within the paper; images in the content folder. */

const LINK = /^(?:https?:\/\/[^\s/]|mailto:[^\s]|#[^\s])/i;

/** True if a link may lead there. */
export function isAllowedLink(href: string): boolean {
  return LINK.test(href);
}

/** The path of an image within the content folder; undefined for an address outside of it. A way out (`../`) stays visible. */
export function imagePath(href: string, folder: string): string | undefined {
  if (href === "" || /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(href)) return undefined;
  const path = decode(href).replaceAll("\\", "/");
  const parts: string[] = path.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "" && part !== ".");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // A lone `%` is part of the file's name.
    return href;
  }
}
