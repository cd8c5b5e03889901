/** Everything in a finished page that is text: what it shows, and what attributes say. Of our own pages only. */

/** Attributes whose values come from papers. */
const ATTRIBUTES = / (?:alt|title|aria-label|content|href|id|lang|for)="([^"]*)"/g;

/** Elements within words. */
const INLINE = /<\/?(?:a|strong|em|del|code|sub|sup|span|wbr)(?: [^>]*)?>/g;

/** Stretches of text, entities resolved. */
export function readPageStrings(html: string): readonly string[] {
  const page = html.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/"data:[^"]*"/g, '""');
  const attributes = [...page.matchAll(ATTRIBUTES)].map(([, value = ""]) => value);
  const text = page.replace(INLINE, "").replace(/<[^>]*>/g, " ");
  return [...attributes, text].map(resolve);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function resolve(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}
