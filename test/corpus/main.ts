/** Writes a corpus: `npm run corpus -- --documents 5000 --seed 1 --output DIR` makes `DIR/content`. */

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { makeCorpus } from "./make-corpus.ts";

const USAGE = "npm run corpus -- --documents 5000 --seed 1 --output DIR";

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    output: { type: "string" },
  },
});
const documents = Number(values.documents);
const seed = Number(values.seed);
if (values.output === undefined || !Number.isSafeInteger(documents) || documents < 1 || !Number.isSafeInteger(seed)) {
  console.error(`How to use it: ${USAGE}`);
  process.exit(2);
}
const folder = join(values.output, "content");
mkdirSync(folder, { recursive: true });
// Papers of two corpora in one folder would not fit together.
if (readdirSync(folder).length > 0) {
  console.error(`${folder} is not empty.`);
  process.exit(2);
}
const files = makeCorpus({ documents, seed });
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.log(`${documents} documents in ${folder}. Next: cd ${values.output} && vorlage check`);
