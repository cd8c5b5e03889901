/** What anyone would write in an afternoon to merge papers: gray-matter and one Handlebars template, no checks. */

import matter from "gray-matter";
import Handlebars from "handlebars";

const template = Handlebars.compile(
  `{{#if number}}# Tagesordnungspunkt {{{number}}}: {{{title}}}{{else}}# {{{title}}}{{/if}}

{{#if number}}## Sachverhalt

{{/if}}{{{text}}}
{{#each resolutions}}

Der Ausschuss hat folgenden Beschluss gefasst:

> {{{text}}}
{{/each}}
{{#each explanations}}

{{{text}}}
{{/each}}
{{#each sections}}

{{{this}}}
{{/each}}
{{#if motions}}

## Anlagen

{{#each motions}}{{{annex}}}. Antrag {{{movers}}} vom {{{date}}}
{{/each}}{{/if}}
{{#each motions}}

# Anlage {{{annex}}}: {{{title}}}

Antrag {{{movers}}}

Datum {{{date}}}

{{{text}}}

gez. {{{signatories}}}
{{/each}}
`,
  { noEscape: true },
);

/** Sources of one paper. */
export interface Sources {
  readonly paper: string;
  readonly motions: readonly string[];
  readonly resolutions: readonly string[];
  readonly explanations: readonly string[];
}

/** Footnotes of two sources in one document need names of their own. */
function read(source: string, prefix: string): Record<string, unknown> & { text: string } {
  const { data, content } = matter(source, {});
  const text = content.replace(/\[\^([^\]]+)\]/g, `[^${prefix}-$1]`).trim();
  return { ...data, title: data.titel ?? data.title, number: data.nummer ?? data.number, text };
}

/** One Markdown text from the sources of a paper. */
export function mergePaper({ paper, motions, resolutions, explanations }: Sources): string {
  const item = read(paper, "p");
  const at = item.text.search(/^## Beschlussvorschlag/m);
  return template({
    ...item,
    text: at === -1 ? item.text : item.text.slice(0, at).trim(),
    sections: at === -1 ? [] : [item.text.slice(at)],
    resolutions: resolutions.map((source, index) => read(source, `b${index}`)),
    explanations: explanations.map((source, index) => read(source, `e${index}`)),
    motions: motions.map((source, index) => {
      const motion = read(source, `a${index}`);
      const movers = (motion.antragsteller ?? motion.movers ?? []) as readonly unknown[];
      const signatories = (motion.unterzeichner ?? motion.signatories ?? []) as readonly { name: string }[];
      return {
        ...motion,
        annex: index + 1,
        movers: movers.map((one) => (typeof one === "string" ? one : (one as { name: string }).name)).join(", "),
        date: String(motion.datum ?? motion.date).slice(0, 15),
        signatories: signatories.map(({ name }) => name).join(", "),
      };
    }),
  });
}
