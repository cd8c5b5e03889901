#!/usr/bin/env node
// Starts the bundled command, or a thread of it, with the code that V8 compiled when it was packed: half of a cold start would be compiling.
// Another version of Node refuses that code and compiles anew; nothing else changes.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");
const { isMainThread } = require("node:worker_threads");

// A build ends after seconds, and each thread warms up on its own: a third of its time was V8's optimizing compiler. So it
// optimizes later and inlines less; its quick compiler is used at once. Watching runs for hours and is worth optimizing. Threads
// begin with room for 100 MB: most bodies are printed before that is full, and V8 would else look for garbage again and again
// while its heap grows. Newer versions give objects that die young more room than that pays for.
const HEAP = ["--initial-old-space-size=100", "--max-semi-space-size=16"];
const COMPILERS = ["--max-inlined-bytecode-size-cumulative=200", "--always-sparkplug"];

// By V8's version, since each has other names for it, and all of them complain of flags that they do not know: no flags for
// versions that nobody has tried. Those of Node 20, 22, 24 to 26; since 13 there is another quick compiler before the slow one.
const LATER = "--invocation-count-for-turbofan=100000";
const FLAGS = new Map([
  ["11.3", ["--interrupt-budget=400000", ...COMPILERS, ...HEAP]],
  ["12.4", ["--invocation-count-for-turbofan=9000", ...COMPILERS, ...HEAP]],
  ["13.6", [LATER, ...COMPILERS, ...HEAP]],
  ["14.1", [LATER, ...COMPILERS, ...HEAP]],
  ["14.6", [LATER, ...COMPILERS, ...HEAP]],
]);

if (isMainThread && process.argv[2] !== "watch") {
  const [version] = /^\d+\.\d+/.exec(process.versions.v8);
  for (const flag of FLAGS.get(version) ?? []) setFlagsFromString(flag);
}

// It is ASCII.
const filename = join(__dirname, "vorlage.cjs");
const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "latin1")}\n})`;
let cachedData;
try {
  cachedData = readFileSync(join(__dirname, "vorlage.cache"));
} catch {
  // Without the cache it only starts slower.
}
const script = new Script(wrapped, { filename, cachedData });
script.runInThisContext()(exports, require, module, filename, __dirname);
module.exports = { script };
