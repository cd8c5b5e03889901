// Loaded into measured processes with --require: at its end each process writes what it used into a folder.
const { isMainThread } = require("node:worker_threads");

if (isMainThread && process.env.BENCH_USAGE) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const text = JSON.stringify({ user: userCPUTime / 1e6, system: systemCPUTime / 1e6, memory: maxRSS / 1024 });
    require("node:fs").writeFileSync(require("node:path").join(process.env.BENCH_USAGE, `${process.pid}.json`), text);
  });
}
