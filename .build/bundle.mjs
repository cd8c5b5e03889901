// Bundles the command and the library into dist/. Everything but the fonts is bundled: start-up is twice as fast, and the packages
// whose internals the print stage relies on have exactly the tested versions.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const launcher = join(dist, "cli/main.cjs");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Patterns of hyphenation are worked out here, since that takes longer than a whole start of the command. */
const workOutPatterns = {
  name: "work-out-patterns",
  setup(bundle) {
    bundle.onLoad({ filter: /src\/typography\/patterns-\w+\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: "esm" });
      const code = Buffer.from(outputFiles[0].contents).toString("base64");
      const { patterns } = await import(`data:text/javascript;base64,${code}`);
      const json = JSON.stringify(JSON.stringify(patterns));
      return { contents: `export const patterns = JSON.parse(${json});` };
    });
  },
};

/** So are holidays: the package that knows them is large, and takes seconds for all years and states. */
const workOutHolidays = {
  name: "work-out-holidays",
  setup(bundle) {
    bundle.onLoad({ filter: /src\/kinds\/holiday-table\.ts$/ }, async ({ path }) => {
      holidays ??= workOut(path);
      return { contents: await holidays };
    });
  },
};
let holidays;

async function workOut(path) {
  // Beside node_modules, so that it finds the package.
  const outfile = join(dist, "holiday-table.mjs");
  await build({ entryPoints: [path], bundle: true, format: "esm", platform: "node", packages: "external", outfile });
  const { holidayRow, holidayYears } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  const { first, last } = holidayYears;
  const rows = Array.from({ length: last - first + 1 }, (_, index) => holidayRow(first + index));
  return `let rows;
    export const holidayRow = (year) => (rows ??= "${rows.join(";")}".split(";"))[year - ${first}];`;
}

const common = {
  plugins: [workOutPatterns, workOutHolidays],
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  alias: {
    "tiny-inflate": join(root, ".build/inflate.cjs"),
    "js-yaml": join(root, ".build/no-yaml.cjs"),
    "@noble/ciphers/aes": join(root, ".build/no-encryption.cjs"),
  },
  define: { __VERSION__: JSON.stringify(version), __BUILD__: JSON.stringify(buildName()) },
};

/** Changes with every change of the code: what an older program has cached is not taken for this one's. */
function buildName() {
  const hash = createHash("sha256");
  for (const path of readdirSync(join(root, "src"), { recursive: true }).map(String).sort()) {
    if (path.endsWith(".ts")) hash.update(path.replaceAll("\\", "/")).update(readFileSync(join(root, "src", path)));
  }
  return hash
    .update(readFileSync(join(root, "package.json")))
    .digest("hex")
    .slice(0, 16);
}

/** The library. */
async function bundleModules() {
  return build({
    ...common,
    entryPoints: { index: "src/index.ts" },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    // CommonJS packages in an ES module need these.
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";import{fileURLToPath as __fileURLToPath}from"node:url";import{dirname as __pathDirname}from"node:path";const require=__createRequire(import.meta.url),__filename=__fileURLToPath(import.meta.url),__dirname=__pathDirname(__filename);',
    },
  });
}

async function bundleCommand() {
  await build({
    ...common,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli/vorlage.cjs",
    format: "cjs",
    define: { ...common.define, "import.meta.url": "__moduleUrl" },
    banner: { js: 'const __moduleUrl=require("node:url").pathToFileURL(__filename).href;' },
  });
  makeAscii(join(dist, "cli/vorlage.cjs"));
  copyFileSync(join(root, ".build/launch.cjs"), launcher);
  chmodSync(launcher, 0o755);
}

/** What is no ASCII stands in patterns only, which can spell it so: V8 then keeps a byte for each character instead of two. */
function makeAscii(path) {
  const spell = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(path, readFileSync(path, "utf8").replace(/[^\0-\x7f]/g, spell));
}

/** Runs the command once on a new folder, and keeps what V8 compiled on the way. */
function keepCompiledCode() {
  const folder = mkdtempSync(join(tmpdir(), "vorlage-bundle-"));
  const train = `
    const fs = require("node:fs");
    process.argv = [process.argv[0], ${JSON.stringify(launcher)}, ...process.env.VORLAGE_ARGUMENTS.split(" ")];
    process.stdout.write = () => true;
    const { script } = require(${JSON.stringify(launcher)});
    process.on("exit", () => fs.writeFileSync(${JSON.stringify(join(dist, "cli/vorlage.cache"))}, script.createCachedData()));
  `;
  for (const words of ["init", "build"]) {
    const env = { ...process.env, VORLAGE_ARGUMENTS: words };
    const { status, stderr } = spawnSync(process.execPath, ["-e", train], { cwd: folder, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`vorlage ${words} ended with ${status}\n${stderr}`);
  }
  rmSync(folder, { recursive: true, force: true });
}

/** The licences of what was bundled go with it. */
function writeLicences({ inputs }) {
  const packages = new Set(
    ["hyphen", "pdfjs-dist", "date-holidays"]
      .map((name) => `node_modules/${name}/`)
      .concat(Object.keys(inputs))
      .flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  );
  const notices = [...packages].sort().map((name) => {
    const folder = join(root, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}\n`;
  });
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), notices.join(`\n${"-".repeat(80)}\n\n`));
}

/** The preview page runs as it was written; pdf.js comes from its package. */
function copyPreview() {
  const preview = join(dist, "preview");
  cpSync(join(root, "src/preview/page"), join(preview, "page"), {
    recursive: true,
    filter: (path) => !path.endsWith("tsconfig.json"),
  });
  mkdirSync(join(preview, "pdfjs"));
  for (const name of ["pdf.min.mjs", "pdf.worker.min.mjs"])
    copyFileSync(join(root, "node_modules/pdfjs-dist/legacy/build", name), join(preview, "pdfjs", name));
}

rmSync(dist, { recursive: true, force: true });
const { metafile } = await bundleModules();
await bundleCommand();
copyPreview();
keepCompiledCode();
writeLicences(metafile);
