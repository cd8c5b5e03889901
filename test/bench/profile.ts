/** V8's CPU profiles → which functions took the time. */

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Share {
  self: number;
  total: number;
}

/** How many functions are listed. */
const TOP = 25;

/** A readable list from all profiles of a folder, and their paths. */
export function summarize(folder: string): string {
  const shares = new Map<string, Share>();
  let sum = 0;
  const names = readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"));
  for (const name of names) sum += addUp(JSON.parse(readFileSync(join(folder, name), "utf8")), shares);
  const table = (title: string, key: keyof Share): string => {
    const top = [...shares].sort(([, a], [, b]) => b[key] - a[key]).slice(0, TOP);
    const rows = top.map(([what, share]) => `${percent(share.self, sum)} ${percent(share.total, sum)}  ${what}`);
    return `${title}\n   self   total\n${rows.join("\n")}\n`;
  };
  const files = names.map((name) => `  ${join(folder, name)}`).join("\n");
  return `${table("By self time", "self")}\n${table("By total time", "total")}\n${(sum / 1e6).toFixed(2)} s in\n${files}\n`;
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1).padStart(6)}%`;
}

/** Adds a profile's microseconds by function; a function that calls itself counts once in its total. */
function addUp({ nodes, samples, timeDeltas }: Profile, shares: Map<string, Share>): number {
  const own = new Map<number, number>();
  let sum = 0;
  for (const [index, id] of samples.entries()) {
    const time = timeDeltas[index] ?? 0;
    own.set(id, (own.get(id) ?? 0) + time);
    sum += time;
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (node: ProfileNode, above: ReadonlySet<string>): number => {
    const name = describe(node);
    const share = shares.get(name) ?? { self: 0, total: 0 };
    shares.set(name, share);
    const self = own.get(node.id) ?? 0;
    let total = self;
    const within = above.has(name) ? above : new Set(above).add(name);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) total += visit(child, within);
    }
    share.self += self;
    if (!above.has(name)) share.total += total;
    return total;
  };
  const [root] = nodes;
  if (root) visit(root, new Set());
  return sum;
}

function describe({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const name = functionName === "" ? "(anonymous)" : functionName;
  if (url === "") return name;
  const path = url.startsWith("file://") ? relative(process.cwd(), new URL(url).pathname) : url;
  return `${name}  ${moduleAt(path, lineNumber)}`;
}

const bundles = new Map<string, readonly string[]>();

/** Bundles name the module above its code: `// src/pdf/kerning.ts`. */
function moduleAt(path: string, line: number): string {
  if (!path.startsWith("dist/")) return path;
  let lines = bundles.get(path);
  if (!lines) {
    lines = readFileSync(path, "utf8").split("\n");
    bundles.set(path, lines);
  }
  for (let at = line; at >= 0; at--) {
    const match = /^\s*\/\/ ((?:src|test|node_modules)\/\S+)$/.exec(lines[at] ?? "");
    if (match) return match[1] ?? path;
  }
  return path;
}
