/** Holds the code against its map: folders, and the direction of imports. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const map = readFileSync("src/ARCHITECTURE.md", "utf8");

/** Folders from the top layer down, and the main path. */
const layers = [...map.matchAll(/^\| `([a-z.]+)`\s*\|/gm)].map((match) => match[1] ?? "");

/** Who imports from whom: as few as there are today. Another entry wants a reason, and a word in the map. */
const imports: Readonly<Record<string, readonly string[]>> = {
  "index.ts": ["node", "project", "model"],
  cli: ["preview", "node", "project", "kinds", "diagnostics", "model"],
  preview: ["node", "project", "html", "model"],
  // Runs in the browser.
  "preview/page": [],
  node: ["print.ts", "model"],
  project: [
    "project/gate",
    "oparl",
    "compile.ts",
    "print.ts",
    "pdf",
    "html",
    "image",
    "markup",
    "template",
    "theme",
    "kinds",
    "markdown",
    "source",
    "diagnostics",
    "model",
  ],
  // A part of `project`, which knows what it reads and remembers, and nothing of what is built.
  "project/gate": ["project", "kinds", "markdown", "source", "diagnostics", "model"],
  oparl: ["kinds", "model"],
  "compile.ts": ["pdf", "html", "markup", "template", "kinds", "markdown", "typography", "diagnostics", "model"],
  "print.ts": ["pdf", "html", "model"],
  pdf: ["typography", "diagnostics", "model"],
  html: ["model"],
  image: ["diagnostics", "model"],
  markup: ["diagnostics", "model"],
  template: ["diagnostics", "model"],
  theme: ["diagnostics", "model"],
  kinds: ["diagnostics", "model"],
  markdown: ["diagnostics", "model"],
  typography: ["model"],
  source: ["diagnostics", "model"],
  diagnostics: ["model"],
  model: [],
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => /(?<!\.d)\.[jt]s$/.test(path));

const layerOf = (path: string): string => /^(?:preview\/page|project\/gate)(?=\/)|^[^/]*/.exec(path)?.[0] ?? "";

/** Paths below `src`, also of what is imported for its effects, later, or for its types only. */
function importsOf(path: string): readonly string[] {
  const source = readFileSync(join("src", path), "utf8");
  const relative = source.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return [...relative].map((match) => join(path, "..", match[1] ?? ""));
}

/** All imports from one folder into another. */
const crossings = files.flatMap((path) =>
  importsOf(path)
    .map((target) => ({ path, target, from: layerOf(path), to: layerOf(target) }))
    .filter(({ from, to }) => from !== to),
);

it("lists every folder of src", () => {
  const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(new Set(layers.filter((layer) => !layer.endsWith(".ts")))).toEqual(new Set(folders.map(({ name }) => name)));
});

it("imports only from where it may, and says of nothing that it may without need", () => {
  const wrong = crossings.filter(({ from, to }) => !imports[from]?.includes(to));
  expect(wrong.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
  const needless = Object.entries(imports).flatMap(([from, allowed]) =>
    allowed
      .filter((to) => !crossings.some((crossing) => crossing.from === from && crossing.to === to))
      .map((to) => `${from} → ${to}`),
  );
  expect(needless).toEqual([]);
});

it("may import only downwards", () => {
  for (const layer of layers) expect(imports).toHaveProperty([layer]);
  const upwards = layers.flatMap((from, index) =>
    (imports[from] ?? [])
      .filter((to) => !to.startsWith(`${from}/`) && layers.indexOf(to) <= index)
      .map((to) => `${from} → ${to}`),
  );
  expect(upwards).toEqual([]);
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
