/** Reads Markdown in tests and shows what became of it. */

import { parseMarkdown } from "../../src/markdown/parse-markdown.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";

/** The HTML without stamps, and what was reported as `code line:column`. */
export function read(text: string, folder = "sitzung") {
  const { value, diagnostics } = parseMarkdown({ path: `content/${folder}/top.md`, text }, 0, folder);
  const stamped = renderMarkdown(value, { level: 2 });
  return {
    markdown: value,
    html: stamped.replace(/ data-at="[^"]*"/g, ""),
    /** Start tags with line and column, e.g. `p 1:1`. */
    places: [...stamped.matchAll(/<([a-z0-9-]+) data-at="[^"]*?:(\d+:\d+)"/g)].map(
      (match) => `${match[1]} ${match[2]}`,
    ),
    reported: diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`),
    diagnostics,
  };
}
