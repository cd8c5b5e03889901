/** Holds the code against its map: folders, and the direction of imports. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const map = readFileSync("src/ARCHITECTURE.md", "utf8");

/** Folders from the top layer down, and the main path. */
const layers = [...map.matchAll(/^\| `([a-z.]+)`\s*\|/gm)].map((match) => match[1] ?? "");

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => /(?<!\.d)\.ts$/.test(path));

const layerOf = (path: string): string => path.split("/")[0] ?? "";

function importsOf(path: string): readonly string[] {
  const source = readFileSync(join("src", path), "utf8");
  return [...source.matchAll(/(?:from|import\() ?"(\.[^"]+)"/g)].map((match) => join(path, "..", match[1] ?? ""));
}

it("lists every folder of src", () => {
  const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(new Set(layers.filter((layer) => !layer.endsWith(".ts")))).toEqual(new Set(folders.map(({ name }) => name)));
});

it("imports only downwards", () => {
  const stages = ["pdf", "html", "image", "markup", "template", "theme", "kinds", "markdown", "source"];
  const wrong = files.flatMap((path) =>
    importsOf(path)
      .filter((target) => {
        const [from, to] = [layerOf(path), layerOf(target)];
        if (from === to || from === "index.ts") return false;
        // Stages do not know each other.
        if (stages.includes(from) && stages.includes(to)) return true;
        return layers.indexOf(to) < layers.indexOf(from);
      })
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

it("documents every export in a sentence", () => {
  const silent = files.flatMap((path) => {
    const lines = readFileSync(join("src", path), "utf8").split("\n");
    return lines.flatMap((line, index) =>
      /^export (async )?(function|const|class|interface|type) \w/.test(line) && !/\*\/\s*$/.test(lines[index - 1] ?? "")
        ? [`${path}:${index + 1}`]
        : [],
    );
  });
  expect(silent).toEqual([]);
});

it("says at the top of every file what it is for", () => {
  const silent = files.filter((path) => !/^(#!.*\n)?\/\*\*/.test(readFileSync(join("src", path), "utf8")));
  expect(silent).toEqual([]);
});
