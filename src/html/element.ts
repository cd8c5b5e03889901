/** Writes elements and text as HTML; the only place that escapes. */

/** A piece of finished HTML. Only this file makes one, so no unescaped text can slip in. */
export interface Markup {
  readonly html: string;
}

/** Attributes by name; `undefined` and `false` leave one out, `true` writes the bare name. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const VOID: ReadonlySet<string> = new Set(["br", "col", "hr", "img", "input", "link", "meta", "rect"]);

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(value: string): string {
  return value.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? "");
}

/** Characters as they are to be read. */
export function text(value: string): Markup {
  return { html: escapeText(value) };
}

const NOTHING: readonly Markup[] = [];

/** An element with its attributes and content. */
export function element(name: string, attributes: Attributes = {}, children = NOTHING): Markup {
  let tag = name;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined || value === false) continue;
    tag += value === true ? ` ${key}` : ` ${key}="${typeof value === "number" ? value : escapeText(value)}"`;
  }
  if (VOID.has(name)) return { html: name === "rect" ? `<${tag}/>` : `<${tag}>` };
  let content = "";
  for (const child of children) content += child.html;
  return { html: `<${tag}>${content}</${name}>` };
}

/** A style sheet. No value of a document reaches it; a `<` could only end it too early. */
export function styleSheet(css: string): Markup {
  return { html: `<style>\n${css.replaceAll("<", "\\3c ")}</style>` };
}

/** The whole file, one part a line. */
export function page(root: Attributes, head: readonly Markup[], body: readonly Markup[]): string {
  const lines = (parts: readonly Markup[]): Markup => ({ html: `\n${parts.map((part) => part.html).join("\n")}\n` });
  const html = element("html", root, [
    { html: "\n" },
    element("head", {}, [lines(head)]),
    { html: "\n" },
    element("body", {}, [lines(body)]),
    { html: "\n" },
  ]);
  return `<!doctype html>\n${html.html}\n`;
}
