/** `npm run bench [-- NAME …] [--profile]`: how long things take, beside a plain pdfmake program and Typst in the same run. */

import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchmarks } from "./benchmarks.ts";
import { summarize } from "./profile.ts";
import { setUp } from "./setup.ts";
import { tableHead } from "./table.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: "boolean", default: false } },
});
const names = positionals.length === 0 ? Object.keys(benchmarks) : positionals;
const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) {
  console.error(`There is no benchmark “${unknown}”, only: ${Object.keys(benchmarks).join(", ")}`);
  process.exit(2);
}

const setup = await setUp(values.profile);
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "processor"}`);
  if (setup.typst === undefined) console.log("There is no Typst binary for this machine, so its rows are left out.");
  console.log("CPU is time in user mode of all threads. Ratios below 1 say that Vorlagenwerk is the faster one.\n");
  console.log(`${tableHead()}\n`);
  for (const name of names) {
    const profile = values.profile ? mkdtempSync(join(tmpdir(), `vorlage-profile-${name}-`)) : undefined;
    console.log(await benchmarks[name]?.(setup, profile));
    if (profile !== undefined) console.log(summarize(profile));
  }
} finally {
  rmSync(setup.work, { recursive: true, force: true });
}
