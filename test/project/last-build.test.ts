/** An unchanged build is told again without being done, and everything that could change it is noticed. */

import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { FileWrite, Host, WriteFailure } from "../../src/model/host.ts";
import type { BuildOptions } from "../../src/model/options.ts";
import type { BuildEvent, Report } from "../../src/model/report.ts";
import { createHost } from "../../src/node/host.ts";
import { buildProject } from "../../src/project/build.ts";
import { DiskFolder } from "../disk-folder.ts";
import { type Files, MemoryFolder, memoryHost } from "../host.ts";
import { png } from "../image/pictures.ts";
import { diagnosticsOf } from "../report.ts";
import { smallBody } from "./small-body.ts";

const RECORD = ".cache/last-build.json";

/** A body that publishes data, with a paper that has a warning. */
function body(): Record<string, Files[string]> {
  const files = smallBody();
  const kreis = String(files["content/kreis.md"]);
  return {
    ...files,
    "content/kreis.md": kreis.replace("locale:", "veröffentlichung: {basisadresse: https://kreis.example/}\nlocale:"),
    "content/p/e-1.md": `${files["content/p/e-1.md"]}\n19. April 2012 tagte der Rat.\n`,
  };
}

/** Folders on the disk, and the files of sources that a build read. */
class Place extends DiskFolder {
  readonly read: string[] = [];

  constructor(files: Files) {
    super("last", files);
  }

  /** Files that are old enough to be trusted, with dates that can be set again. */
  static async settled(files: Files): Promise<Place> {
    const place = new Place(files);
    for (const path of Object.keys(files)) utimesSync(place.path(path), 1_700_000_000, 1_700_000_000);
    await sleep(80);
    return place;
  }

  host(): Host {
    const host = createHost({
      content: this.path("content"),
      templates: this.path("templates"),
      output: this.path("output"),
    });
    const { content } = host;
    const named = {
      ...content,
      name: "content",
      read: (path: string) => {
        this.read.push(path);
        return content.read(path);
      },
    };
    return { ...host, content: named };
  }

  async build(options: BuildOptions = {}): Promise<Report> {
    this.read.length = 0;
    return await buildProject(this.host(), {}, options);
  }

  /** True if the last build told what an earlier one had told. */
  get isTold(): boolean {
    return this.read.length === 0;
  }

  /** Everything in the output folder that is for readers. */
  outputs(): Record<string, string> {
    const paths = readdirSync(this.path("output"), { recursive: true, encoding: "utf8" }).sort();
    return Object.fromEntries(
      paths
        .filter((path) => !path.startsWith(".") && statSync(this.path(`output/${path}`)).isFile())
        .map((path) => [path, readFileSync(this.path(`output/${path}`)).toString("base64")]),
    );
  }
}

/** Documents that were built are unchanged for the next build. */
const nextOf = ({ documents, ...rest }: Report): Report => ({
  ...rest,
  documents: documents.map((one) => (one.outcome === "built" ? { ...one, outcome: "unchanged" } : one)),
});

it("reads no source, writes nothing, and tells the same", async () => {
  const place = await Place.settled(body());
  const first = await place.build();
  expect(first.documents.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual(["number-as-list"]);
  const states = () =>
    readdirSync(place.path("output"), { recursive: true, encoding: "utf8" }).map((path) => {
      const { mtimeMs, ino, size } = statSync(place.path(`output/${path}`));
      return [path, mtimeMs, ino, size];
    });
  const before = states();
  expect(await place.build()).toEqual(nextOf(first));
  expect(place.isTold).toBe(true);
  // Waiting for the lock comes and goes in the folder.
  const own = ([path]: readonly unknown[]): boolean => path !== "";
  expect(states().filter(own)).toEqual(before.filter(own));
});

it("tells the same events as a build that looks at everything", async () => {
  const place = await Place.settled(body());
  await place.build();
  const eventsOf = async (): Promise<BuildEvent[]> => {
    const events: BuildEvent[] = [];
    await place.build({ onEvent: (event) => events.push(event) });
    // A build begins some documents ahead.
    const begun = events.filter(({ type }) => type === "document-started");
    return [...begun, ...events.filter((event) => !begun.includes(event))];
  };
  const told = await eventsOf();
  expect(place.isTold).toBe(true);
  rmSync(place.path(`output/${RECORD}`));
  expect(await eventsOf()).toEqual(told);
  expect(place.isTold).toBe(false);
});

it("reads files whose times have changed, and trusts them from then on", async () => {
  const place = await Place.settled(body());
  const first = await place.build();
  const now = new Date();
  utimesSync(place.path("content/kreis.md"), now, now);
  await sleep(80);
  expect(await place.build()).toEqual(nextOf(first));
  expect(place.read).toEqual(["kreis.md"]);
  await place.build();
  expect(place.isTold).toBe(true);
});

/** Changes a file and leaves size and date as they were. */
function editSecretly(place: Place, path: string, edit: (text: string) => string): void {
  const before = statSync(place.path(path));
  place.write(path, edit(readFileSync(place.path(path), "utf8")));
  utimesSync(place.path(path), before.atime, before.mtime);
  const { size, mtimeMs } = statSync(place.path(path));
  if (size !== before.size || mtimeMs !== before.mtimeMs) throw new Error("The edit can be seen from outside.");
}

describe("is done anew, and ends where a build from nothing ends, after", () => {
  it.each<[string, (place: Place) => void]>([
    [
      "an edit that leaves size and date alone",
      (place) => editSecretly(place, "content/s/top-3.md", (text) => text.replace("Gegenstand 3", "Gegenstanf 3")),
    ],
    [
      "a new source",
      (place) => {
        const text = readFileSync(place.path("content/s/top-5.md"), "utf8");
        place.write("content/s/top-6.md", text.replaceAll("top-5", "top-6").replace("nummer: 5", "nummer: 6"));
      },
    ],
    ["a source that goes", (place) => rmSync(place.path("content/p/e-1.md"))],
    [
      "an item that is no longer public",
      (place) => {
        const text = readFileSync(place.path("content/s/top-5.md"), "utf8");
        place.write("content/s/top-5.md", text.replace("sichtbarkeit: öff", "sichtbarkeit: nichtöff"));
      },
    ],
    ["another picture", (place) => place.write("content/s/punkt.png", otherPixel)],
    ["a picture that goes", (place) => rmSync(place.path("content/s/punkt.png"))],
    ["a first template", (place) => place.write("templates/motion.hbs", "<h1>{{motion.title}}</h1>")],
    ["a first theme", (place) => place.write("templates/theme.yaml", 'colors:\n  accent: "#204020"\n')],
    ["a first partial", (place) => place.write("templates/partials/attachments.hbs", "<p>Anlagen auf Anfrage</p>")],
    ["an output that was changed", (place) => appendFileSync(place.path(`output/${aPaper(place)}`), "x")],
    ["an output that is gone", (place) => rmSync(place.path(`output/${aPaper(place)}`))],
    [
      "a ledger that is gone, and all lists",
      (place) => {
        rmSync(place.path("output/.vorlage.log"));
        for (const path of readdirSync(place.path("output"), { recursive: true }).map(String))
          if (/manifest\.json$/.test(path)) rmSync(place.path(`output/${path}`));
      },
    ],
    ["a cache that is gone", (place) => rmSync(place.path("output/.cache"), { recursive: true })],
    ["results that are gone", (place) => rmSync(place.path("output/.cache/results.log"))],
    ["a record that is gone", (place) => rmSync(place.path(`output/${RECORD}`))],
    ["a record that was cut off", (place) => damage(place, (bytes) => bytes.subarray(0, bytes.length / 2))],
    ["a record without its end", (place) => damage(place, (bytes) => bytes.subarray(0, -1))],
    ["a record that is empty", (place) => damage(place, () => new Uint8Array())],
    [
      "a record with a changed word",
      (place) => damage(place, (bytes) => Buffer.from(bytes.toString().replace("succeeded", "suceeeded"))),
    ],
  ])("%s", async (_, change) => {
    const files = body();
    const place = await Place.settled(files);
    await place.build();
    change(place);
    await sleep(80);
    const report = await place.build();
    expect(place.isTold).toBe(false);
    const fresh = new Place(files);
    rmSync(fresh.path("content"), { recursive: true });
    for (const folder of ["content", "templates"])
      for (const [path, bytes] of filesBelow(place.path(folder))) fresh.write(`${folder}/${path}`, bytes);
    const whole = await fresh.build();
    // What failed keeps what it had.
    if (whole.outcome === "succeeded") expect(place.outputs()).toEqual(fresh.outputs());
    expect(nextOf({ ...report, removed: [] })).toEqual(nextOf({ ...whole, removed: [] }));
  });
});

it("misses every single file of the output folder", async () => {
  const host = memoryHost(body());
  await buildProject(host);
  const whole = new Map(host.output.files);
  for (const path of host.output.list()) {
    if (path.startsWith(".")) continue;
    host.output.remove(path);
    await buildProject(host);
    expect({ path, bytes: host.output.files.get(path) }).toEqual({ path, bytes: whole.get(path) });
  }
});

it("stops at the first mistake if asked to, also of a build that did not", async () => {
  const files = { ...body(), "content/p/antrag-1.md": "---\nart: antrag\n---\n" };
  const place = await Place.settled(files);
  const first = await place.build();
  expect(first).toMatchObject({ outcome: "failed", skipped: 0 });
  expect((await place.build({ failFast: true })).skipped).toBeGreaterThan(0);
  expect(await place.build()).toEqual(nextOf(first));
  expect(place.isTold).toBe(true);
});

it("is kept apart for drafts and for papers", async () => {
  const place = await Place.settled(body());
  const papers = await place.build();
  const drafts = await place.build({ draft: true });
  expect(place.isTold).toBe(false);
  expect(drafts.documents).not.toEqual(papers.documents);
  // The drafts are in the ledger now, so papers are looked at once more.
  for (let round = 0; round < 2; round++) {
    expect(await place.build()).toEqual(nextOf(papers));
    expect(await place.build({ draft: true })).toEqual(nextOf(drafts));
  }
  expect(place.isTold).toBe(true);
});

it("tries again what could not be written", async () => {
  class Full extends MemoryFolder {
    isFull = true;

    override writeAll(files: readonly FileWrite[]): Promise<readonly WriteFailure[]> {
      const failed = files.filter(({ path }) => this.isFull && /top-2.*pdf$/.test(path));
      void super.writeAll(files.filter((file) => !failed.includes(file)));
      return Promise.resolve(failed.map(({ path }) => ({ path, reason: "full" as const })));
    }
  }
  const output = new Full("output");
  const host = { ...memoryHost(body()), output };
  const report = await buildProject(host);
  expect(report.outcome).toBe("failed");
  expect(diagnosticsOf(report).map(({ code, message }) => [code, message.de.includes("top-2")])).toEqual([
    ["number-as-list", false],
    ["write-failed", true],
  ]);
  output.isFull = false;
  expect((await buildProject(host)).outcome).toBe("succeeded");
  expect(output.list().filter((path) => /^public.*top-2.*pdf$/.test(path))).toHaveLength(1);
});

describe("what changes while a host or a build looks at it", () => {
  /** What a build from nothing makes of the sources as they are now. */
  async function fromNothing(place: Place): Promise<Record<string, string>> {
    rmSync(place.path("output"), { recursive: true });
    await place.build();
    return place.outputs();
  }

  it("is noticed by the next host, also if it was made by a host that had seen the file before", async () => {
    const place = await Place.settled(body());
    const host = place.host();
    await buildProject(host);
    const top = readFileSync(place.path("content/s/top-1.md"), "utf8");
    place.write("content/s/top-1.md", top.replace("sichtbarkeit: öffentlich", "sichtbarkeit: nichtöffentlich"));
    await sleep(80);
    await buildProject(host);
    await place.build();
    const outputs = place.outputs();
    expect(Object.keys(outputs).filter((path) => /^public.*top-1/.test(path))).toEqual([]);
    expect(outputs).toEqual(await fromNothing(place));
  });

  it("is printed again if it was printed and then taken back", async () => {
    const place = await Place.settled(body());
    await place.build();
    const [top, text] = ["content/s/top-2.md", "content/p/e-1.md"] as const;
    const before = readFileSync(place.path(text), "utf8");
    place.write(top, `${readFileSync(place.path(top), "utf8")}\nEin Nachsatz.\n`);
    await sleep(80);
    await place.build({
      onEvent: ({ type }) => type === "started" && place.write(text, `${before}\nZwischendurch.\n`),
    });
    place.write(text, before);
    await sleep(80);
    await place.build();
    expect(place.outputs()).toEqual(await fromNothing(place));
  });

  it("has its reasons told once if something was taken away for it", async () => {
    const place = await Place.settled(body());
    await buildProject(place.host(), { meeting: "sitzung-1" });
    rmSync(place.path("content/p/antrag-1.md"));
    await place.build();
    const told = await place.build();
    rmSync(place.path(`output/${RECORD}`));
    expect(told).toEqual(await place.build());
  });
});

const otherPixel = png({ width: 2, height: 1, rows: [0, 0, 0, 0, 0, 0, 0] });

function aPaper(place: Place): string {
  const path = Object.keys(place.outputs()).find((one) => /^public\/.*\.pdf$/.test(one));
  if (path === undefined) throw new Error("There is no paper.");
  return path;
}

function damage(place: Place, change: (bytes: Buffer) => Uint8Array): void {
  const path = place.path(`output/${RECORD}`);
  writeFileSync(path, change(readFileSync(path)));
}

function filesBelow(folder: string): readonly (readonly [string, Uint8Array])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((path) =>
    statSync(join(folder, path)).isFile() ? [[path, readFileSync(join(folder, path))] as const] : [],
  );
}
