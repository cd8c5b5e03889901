/** Everything in a finished page that is text: what it shows, and what attributes say. Of our own pages only. */

/** Attributes whose values come from papers. */
const ATTRIBUTES = / (?:alt|title|aria-label|content|href|id|lang|for)="([^"]*)"/g;

/** Elements within words. */
const INLINE = /<\/?(?:a|strong|em|del|code|sub|span|wbr)(?: [^>]*)?>/g;

/** Numbers of notes and the like, which stand at words and are no part of them. */
const RAISED = /<\/?sup(?: [^>]*)?>/g;

/** Stretches of text, entities resolved: what a paragraph, a cell or an attribute says. */
export function readPageStrings(html: string): readonly string[] {
  const page = html.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/"data:[^"]*"/g, '""');
  const attributes = [...page.matchAll(ATTRIBUTES)].map(([, value = ""]) => value);
  const texts = page
    .replace(INLINE, "")
    .replace(RAISED, " ")
    .split(/<[^>]*>/);
  return [...attributes, ...texts.filter((text) => text.trim() !== "")].map(resolve);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function resolve(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}
