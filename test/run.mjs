// Runs a TypeScript script of this folder with Node alone: node test/run.mjs test/corpus/main.ts ARGUMENTS
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const [entry = "", ...rest] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = join(root, "dist/scripts", `${basename(dirname(entry))}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  logLevel: "warning",
});
process.argv = [process.argv[0] ?? "node", outfile, ...rest];
await import(pathToFileURL(outfile).href);
