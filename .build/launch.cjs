#!/usr/bin/env node
// Starts the bundled command, or a thread of it, with the code that V8 compiled when it was packed: half of a cold start would be compiling.
// Another version of Node refuses that code and compiles anew; nothing else changes.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");
const { isMainThread } = require("node:worker_threads");

// A build ends after seconds, and each thread warms up on its own: a third of its time was V8's optimizing compiler. So it
// optimizes later and inlines less; its quick compiler is used at once. V8 ignores what another version does not know. Watching
// runs for hours and is worth optimizing. Threads begin with room for 100 MB: most bodies are printed before that is full, and V8
// would else look for garbage again and again while its heap grows.
if (isMainThread && process.argv[2] !== "watch") {
  setFlagsFromString("--interrupt-budget=400000");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");
  setFlagsFromString("--always-sparkplug");
  setFlagsFromString("--initial-old-space-size=100");
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
