/** `npm run conformance`: writes PDFs of all sorts and lets veraPDF judge each. Fails if one breaks a rule. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrokenRule, missingTools, runVeraPdf } from "./verapdf.ts";
import { writeAll } from "./write-pdfs.ts";

/** Seeds of the random papers; more or fewer can be asked for: `npm run conformance -- 20`. */
const papers = Number(process.argv[2] ?? 300);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function explain({ rule, description, times, contexts }: BrokenRule): string {
  return [`  ${rule} (${times}×): ${description}`, ...contexts.map((context) => `    ${context}`)].join("\n");
}

async function main(): Promise<number> {
  const missing = missingTools();
  if (missing !== undefined) {
    say(missing);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), "vorlage-conformance-"));
  const { written, faults } = await writeAll(folder, papers, say);
  for (const fault of faults) say(`not written  ${fault}`);
  const verdicts = runVeraPdf(folder, "test/conformance/pom.xml");
  for (const { file, broken } of verdicts) {
    say(`${broken.length === 0 ? "conforms" : "FAILS   "}  ${file}`);
    for (const rule of broken) say(explain(rule));
  }
  const failed = verdicts.filter(({ broken }) => broken.length > 0).length;
  const unseen = written - verdicts.length;
  say(
    `${verdicts.length} files held against PDF/UA-1 and PDF/A-2a: ${verdicts.length - failed} conform, ${failed} fail, ${faults.length} could not be written${unseen === 0 ? "" : `, ${unseen} not looked at`}.`,
  );
  if (failed + faults.length + unseen === 0) {
    rmSync(folder, { recursive: true });
    return 0;
  }
  say(`The files are in ${folder}.`);
  return 1;
}

process.exitCode = await main();
