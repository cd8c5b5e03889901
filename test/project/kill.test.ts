/** Builds that are killed at any moment, and runs at the same time: nothing is torn, nothing lost. */

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { DiskFolder } from "../disk-folder.ts";
import { filesIn } from "../host.ts";
import { smallBody } from "./small-body.ts";

/** `KILLS=300 npx vitest …` for more of them. */
const COUNT = Number(process.env.KILLS ?? 12);

const command = join(import.meta.dirname, "../../dist/cli/main.cjs");
let folder: string;

beforeAll(() => {
  folder = new DiskFolder("kill", smallBody()).root;
  const body = String(smallBody()["content/kreis.md"]);
  writeFileSync(
    join(folder, "content/kreis.md"),
    body.replace("locale:", "veröffentlichung: {basisadresse: https://kreis.example/}\nlocale:"),
  );
  // Enough papers for threads.
  for (let number = 10; number < 30; number++) {
    const item = String(smallBody()["content/s/top-1.md"]).replaceAll("top-1", `top-${number}`);
    writeFileSync(join(folder, `content/s/top-${number}.md`), item.replace("nummer: 1", `nummer: ${number}`));
  }
});

function build(...words: string[]): {
  readonly child: ReturnType<typeof spawn>;
  readonly ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [command, "build", ...words], { cwd: folder, stdio: "ignore" });
  return { child, ended: new Promise((resolve) => child.on("exit", resolve)) };
}

/** What a reader finds: neither the program's own files nor dates. */
function papers(output = "output"): Record<string, string> {
  const all = Object.entries(filesIn(join(folder, output))).filter(([path]) => /^(public|internal)\//.test(path));
  return Object.fromEntries(all.map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]));
}

it(`${COUNT} kills at random moments leave no torn file, and the next build completes the work`, {
  timeout: 1_800_000,
}, async () => {
  expect(await build("--output", "undisturbed").ended).toBe(0);
  const whole = papers("undisturbed");
  let interrupted = 0;
  for (let round = 0; round < COUNT; round++) {
    // Some begin with nothing, some where the last one ended.
    if (round % 3 === 0) rmSync(join(folder, "output"), { recursive: true, force: true });
    const { child, ended } = build("--jobs", String(1 + (round % 2)));
    setTimeout(() => child.kill("SIGKILL"), 150 + ((round * 7919) % 1500));
    if ((await ended) === null) interrupted++;
    if (!existsSync(join(folder, "output"))) continue;
    for (const [path, bytes] of Object.entries(papers())) {
      if (!path.split("/").at(-1)?.startsWith("."))
        expect({ round, path, same: bytes === whole[path] }).toEqual({ round, path, same: true });
    }
  }
  expect(interrupted).toBeGreaterThan(0);
  expect(await build().ended).toBe(0);
  expect(papers()).toEqual(whole);
  const left = readdirSync(join(folder, "output"), { recursive: true }).map(String);
  expect(left.filter((path) => /\.tmp$|\.lock/.test(path))).toEqual([]);
});

it("an interrupted build ends within a second with 130, says so to programs, and leaves nothing lying about", async () => {
  rmSync(join(folder, "output"), { recursive: true, force: true });
  const child = spawn(process.execPath, [command, "build", "--format", "json"], { cwd: folder });
  let said = "";
  child.stdout.on("data", (bytes) => {
    said += String(bytes);
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  while (!existsSync(join(folder, "output/public"))) await new Promise((resolve) => setTimeout(resolve, 10));
  const began = Date.now();
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  expect(Date.now() - began).toBeLessThan(5000); // a second, on a machine that does nothing else
  expect(JSON.parse(said)).toMatchObject({ outcome: "failed", interrupted: true });
  const left = readdirSync(join(folder, "output"), { recursive: true }).map(String);
  expect(left.filter((path) => /\.tmp$|\.lock/.test(path))).toEqual([]);
});

it("two builds at once end as one does", async () => {
  rmSync(join(folder, "output"), { recursive: true, force: true });
  const both = await Promise.all([build().ended, build("--jobs", "1").ended]);
  expect(both).toEqual([0, 0]);
  expect(papers()).toEqual(papers("undisturbed"));
});

it("an output that cannot be written is said, and what was there stays", async () => {
  expect(await build().ended).toBe(0);
  const before = papers();
  const path = Object.keys(before).find((one) => one.endsWith("top-2.pdf")) ?? "";
  rmSync(join(folder, "output", path));
  mkdirSync(join(folder, "output", path, "im-weg"), { recursive: true });
  expect(await build().ended).toBe(1);
  expect(statSync(join(folder, "output", path)).isDirectory()).toBe(true);
  rmSync(join(folder, "output", path), { recursive: true });
  expect(await build().ended).toBe(0);
  expect(papers()).toEqual(before);
});
