// Prints how long the command takes. Numbers are medians of cold processes; nothing here fails a build.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { writeCorpus } from "./corpus.mjs";

const root = new URL("../..", import.meta.url).pathname;
const command = join(root, "dist/cli/main.cjs");
const work = mkdtempSync(join(tmpdir(), "vorlage-bench-"));

function run(args, runs, before = () => undefined) {
  const times = [];
  for (let count = 0; count < runs; count++) {
    before();
    const began = performance.now();
    const { status, stderr, stdout } = spawnSync(process.execPath, [command, ...args], { cwd: work, encoding: "utf8" });
    times.push(performance.now() - began);
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

function report(what, milliseconds) {
  console.log(`${what.padEnd(58)} ${(milliseconds / 1000).toFixed(2).padStart(7)} s`);
}

console.log(`Node ${process.version}, ${cpus().length} cores\n`);
const realCase = join(root, "../shared/cases/kommunales-integrationszentrum/content");
const folder = existsSync(realCase) ? realCase : join(root, "content");
cpSync(folder, join(work, "case"), { recursive: true });
const documents = writeCorpus(join(work, "corpus"), 1000);

report("vorlage --help", run(["--help"], 5));
const clear = () => rmSync(join(work, "output"), { recursive: true, force: true });
report(
  `vorlage build, cold (${folder === realCase ? "real case" : "demonstration"})`,
  run(["build", "--content", "case"], 7, clear),
);
report(`vorlage check, ${documents} documents`, run(["check", "--content", "corpus"], 3));
report(`vorlage build, ${documents} documents`, run(["build", "--content", "corpus"], 1, clear));
rmSync(work, { recursive: true, force: true });
