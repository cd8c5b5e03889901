/** What `vorlage watch` says, and how it ends. */

import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { WatchCommand } from "./watch-command.ts";

const item = "content/s/top-1.md";
let command: WatchCommand;

afterEach(() => command.end("SIGKILL"));

it("says in plain lines what changed, what is wrong and what is well again, and ends with 0", async () => {
  command = new WatchCommand();
  await command.until(/12 Entwürfe gedruckt \(\d+,\d+ s\)\. 12 Papiere in Ordnung/);
  expect(existsSync(command.path("output/public"))).toBe(false);

  const text = command.read(item);
  command.write(item, text.replace("Der Text.", "Der neue Text."));
  await command.until(/Geändert: content\/s\/top-1\.md\. Neu gedruckt: top-1 \(\d+,\d+ s\)\./);

  command.write(item, text.replace("nummer: 1", "numer: 1"));
  await command.until(/numer[\s\S]*content\/s\/top-1\.md:5:1[\s\S]*10 Papiere in Ordnung · 2 mit Fehlern/);

  command.write(item, text);
  await command.until(/mit Fehlern[\s\S]*12 Papiere in Ordnung/);

  expect(await command.end()).toBe(0);
  // Nothing of it is for a screen.
  expect(command.out).not.toContain("\u001b");
});

it("can be ended as soon as it says that it watches", async () => {
  command = new WatchCommand();
  await command.url();
  expect(await command.end()).toBe(0);
});

it("prints only what was asked for, and reports as JSON, a line for each run", async () => {
  command = new WatchCommand(["top-3", "--format", "json"]);
  await command.until(/^\{.*\}\n/m);
  const [line = ""] = command.out.split("\n");
  const { documents } = JSON.parse(line) as { documents: { id: string }[] };
  expect(documents.map(({ id }) => id)).toEqual(["top-3"]);
  command.write("content/p/bericht.md", `${command.read("content/p/bericht.md")}Mehr.\n`);
  await command.until(/^\{.*"built".*\}\n\{.*"built".*\}\n/m);
  // A terminal would obey it.
  command.write("content/p/bericht.md", command.read("content/p/bericht.md").replace("titel:", "titl\u009b2J:"));
  await command.until(/^\{.*titl\\u009b2J.*\}\n/m);
  // Ctrl-C is the usual end; this is how a system ends what it has started.
  expect(await command.end("SIGTERM")).toBe(143);
});

it("says that its folder was moved away, makes nothing in its place, and goes on when it is back", async () => {
  command = new WatchCommand();
  await command.until(/12 Entwürfe gedruckt/);
  const moved = `${command.root}-moved`;
  const text = command.read(item).replace("Der Text.", "Unterwegs geändert.");
  renameSync(command.root, moved);
  await command.until(/nicht mehr an seiner Stelle/);
  expect(existsSync(command.root)).toBe(false);
  writeFileSync(join(moved, item), text);
  renameSync(moved, command.root);
  await command.until(/Neu gedruckt: top-1 /);
  expect(await command.end()).toBe(0);
});
