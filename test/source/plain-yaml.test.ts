/** Plain YAML is read without the parser; both have to find the same, down to every place. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { placeAt } from "../../src/model/text-file.ts";
import { readPlainYaml } from "../../src/source/plain-yaml.ts";
import { parseYaml } from "../../src/source/read-yaml.ts";
import { Random } from "../corpus/random.ts";

function readBoth(block: string) {
  const file = { path: "x.md", text: `---${block}\n---\n` };
  const plain = readPlainYaml(block, (offset, length) => placeAt(file, offset + 3, length));
  return { plain, parsed: plain ? parseYaml(file, 3, block) : { diagnostics: [] } };
}

it("reads most sources of the demonstration", () => {
  let count = 0;
  const blocks = readdirSync("content", { recursive: true, encoding: "utf8" }).flatMap((path) =>
    path.endsWith(".md") ? (/^---(\n[\s\S]*?)\n---/.exec(readFileSync(`content/${path}`, "utf8"))?.[1] ?? []) : [],
  );
  for (const block of blocks) {
    const { plain, parsed } = readBoth(block);
    if (!plain) continue;
    count++;
    expect({ block, value: plain }).toEqual({ block, value: parsed.value });
  }
  expect(count).toBeGreaterThan(blocks.length / 2);
});

it("agrees with the parser wherever it does not give up", () => {
  const random = new Random(1);
  const keys: [string, ...string[]] = [
    "art",
    "titel",
    "erläuterungen",
    "öffentlicher-titel",
    "a_b",
    "x",
    "u\u0308ber",
    "12",
    "null",
    "-",
  ];
  const values: [string, ...string[]] = [
    "",
    ..."Antrag|1.2|2026-01-15|17:00|a: b|a:b|b:|'Ö 2'|\"N 1\"|'it''s'|\"a\\n\"|''|x y|[a, b]|{a: b}|&a b|*a|!t a".split(
      "|",
    ),
    ...'> |> a|@x|`x`|a #b|a#b|# b|null|true|~|a, b|§ 5|– x|- y|? z|a\u00a0b|a |\u00a0|%|a - b|"a" b|\'a|a & b|a * b'.split(
      "|",
    ),
    "...",
    "---",
    "e\u0301",
  ];
  let count = 0;
  for (let run = 0; run < 60_000; run++) {
    let block = "";
    for (let line = random.whole(1, 6); line > 0; line--) {
      const indent = " ".repeat(random.pick([0, 0, 0, 0, 0, 2, 2, 2, 4, 1]));
      const dash = random.chance(0.3) ? random.pick(["- ", "- ", "- ", "-  ", "-"]) : "";
      const key = random.chance(0.7) ? random.pick(keys) + random.pick([": ", ": ", ": ", ":", ":  "]) : "";
      const value = random.chance(0.7) ? random.pick(["", "Antrag", "12"]) : random.pick(values);
      block += `\n${`${indent}${dash}${key}${value}`.replace(/ $/, random.pick(["", "", "", " "]))}`;
    }
    const { plain, parsed } = readBoth(block);
    if (!plain) continue;
    count++;
    expect({ block, value: plain, found: [] }).toEqual({ block, value: parsed.value, found: parsed.diagnostics });
  }
  expect(count).toBeGreaterThan(1000);
});
