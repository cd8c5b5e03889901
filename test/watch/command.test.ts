/** The real command `vorlage watch`. Needs dist/, which `npm test` compiles first. */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, expect, it } from "vitest";
import { DiskFolder } from "../disk-folder.ts";
import { smallBody } from "../project/small-body.ts";

const command = resolve("dist/cli/main.cjs");
let child: ChildProcess | undefined;

afterEach(() => child?.kill("SIGKILL"));

/** The command at work in a new folder. */
function watching(...words: string[]) {
  const folder = new DiskFolder("watch", smallBody()).root;
  const env = { PATH: process.env.PATH, LANG: "de_DE.UTF-8" };
  const started = spawn(process.execPath, [command, "watch", ...words], { cwd: folder, env });
  child = started;
  let said = "";
  const ended = new Promise<number | null>((done) => started.on("exit", done));
  started.stdout.setEncoding("utf8");
  return {
    folder,
    ended,
    interrupt: (signal: NodeJS.Signals = "SIGINT") => started.kill(signal),
    said: () => said,
    /** Waits until this was said. */
    until(words: RegExp): Promise<void> {
      return new Promise((done) => {
        const look = (): void => {
          if (!words.test(said)) return;
          started.stdout.off("data", listen);
          done();
        };
        const listen = (text: string): void => {
          said += text;
          look();
        };
        started.stdout.on("data", listen);
        look();
      });
    },
  };
}

it("says in plain lines what changed, what is wrong and what is well again, and ends with 0", async () => {
  const { folder, ended, interrupt, said, until } = watching();
  await until(/12 Entwürfe gedruckt \(\d+,\d+ s\)\. 12 Papiere in Ordnung/);
  expect(existsSync(join(folder, "output/public"))).toBe(false);

  const path = join(folder, "content/s/top-1.md");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace("Der Text.", "Der neue Text."));
  await until(/Geändert: content\/s\/top-1\.md\. Neu gedruckt: top-1 \(\d+,\d+ s\)\./);

  writeFileSync(path, text.replace("nummer: 1", "numer: 1"));
  await until(/numer[\s\S]*content\/s\/top-1\.md:5:1[\s\S]*10 Papiere in Ordnung · 2 mit Fehlern/);

  writeFileSync(path, text);
  await until(/mit Fehlern[\s\S]*12 Papiere in Ordnung/);

  interrupt();
  expect(await ended).toBe(0);
  // Nothing of it is for a screen.
  expect(said()).not.toContain("\u001b");
});

it("prints only what was asked for, and reports as JSON, a line for each run", async () => {
  const { folder, ended, interrupt, said, until } = watching("top-3", "--format", "json");
  await until(/\n/);
  const [line = ""] = said().split("\n");
  const { documents } = JSON.parse(line) as { documents: { id: string }[] };
  expect(documents.map(({ id }) => id)).toEqual(["top-3"]);
  writeFileSync(
    join(folder, "content/p/bericht.md"),
    `${readFileSync(join(folder, "content/p/bericht.md"), "utf8")}Mehr.\n`,
  );
  await until(/\n.*"built".*\n/);
  // Ctrl-C is the usual end; this is how a system ends what it has started.
  interrupt("SIGTERM");
  expect(await ended).toBe(143);
});

it("says that its folder was moved away, makes nothing in its place, and goes on when it is back", async () => {
  const { folder, ended, interrupt, until } = watching();
  await until(/12 Entwürfe gedruckt/);
  renameSync(folder, `${folder}-moved`);
  await until(/nicht mehr an seiner Stelle/);
  expect(existsSync(folder)).toBe(false);
  const path = join(`${folder}-moved`, "content/s/top-1.md");
  writeFileSync(path, readFileSync(path, "utf8").replace("Der Text.", "Unterwegs geändert."));
  renameSync(`${folder}-moved`, folder);
  await until(/Neu gedruckt: top-1 /);
  interrupt();
  expect(await ended).toBe(0);
});
