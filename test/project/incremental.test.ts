/** A build after changes gives what a build from nothing gives, and does no more than it must. */

import { describe, expect, it } from "vitest";
import { coveredResolutions } from "../../src/kinds/status-report.ts";
import type { Selection } from "../../src/model/options.ts";
import type { Report } from "../../src/model/report.ts";
import { buildProject } from "../../src/project/build.ts";
import { openLedger } from "../../src/project/outputs.ts";
import { openProject } from "../../src/project/project.ts";
import { Recorder, States } from "../../src/project/recording.ts";
import { Random } from "../corpus/random.ts";
import { type Files, type MemoryFolder, memoryHost } from "../host.ts";
import { png } from "../image/pictures.ts";
import { diagnosticsOf } from "../report.ts";
import { smallBody } from "./small-body.ts";

type Edited = Record<string, Files[string]>;

/** What readers find in the output folder. */
function papers(output: MemoryFolder): Record<string, string> {
  const shown = output.list().filter((path) => /^(public|internal)\//.test(path));
  return Object.fromEntries(shown.map((path) => [path, Buffer.from(output.bytes(path)).toString("base64")]));
}

const foundIn = (report: Report) => diagnosticsOf(report).map(({ code, place }) => [code, place]);

/** Builds over an output folder that stays from build to build. */
function workplace() {
  const output = memoryHost({}).output;
  return {
    output,
    async build(files: Files, selection: Selection = {}): Promise<Report & { readonly printed: number }> {
      let printed = 0;
      const before = new Map(output.list().map((path) => [path, output.state(path)?.modified]));
      const report = await buildProject({ ...memoryHost(files), output }, selection);
      for (const path of output.list())
        if (/\.pdf$/.test(path) && before.get(path) !== output.state(path)?.modified) printed++;
      return { ...report, printed };
    },
  };
}

const edit = (files: Edited, path: string, change: (text: string) => string): Edited => ({
  ...files,
  [path]: change(String(files[path])),
});

describe("after a build", () => {
  it("nothing is printed again, and what was found is said again", async () => {
    const { build, output } = workplace();
    const files = edit(smallBody(), "content/p/e-1.md", (text) => `${text}\n19. April 2012 tagte der Rat.\n`);
    const first = await build(files);
    expect(foundIn(first).map(([code]) => code)).toEqual(["number-as-list"]);
    output.write(".cache/other", new Uint8Array());
    const second = await build(files);
    expect(second.printed).toBe(0);
    expect(foundIn(second)).toEqual(foundIn(first));
    expect(second.documents.map(({ outputs }) => outputs)).toEqual(first.documents.map(({ outputs }) => outputs));
    expect(second.documents.every(({ outcome }) => outcome === "unchanged")).toBe(true);
  });

  it("an unchanged one writes nothing at all", async () => {
    const { build, output } = workplace();
    await build(smallBody());
    await build(smallBody());
    const states = () => output.list().map((path) => [path, output.state(path)]);
    const before = states();
    await build(smallBody());
    expect(states()).toEqual(before);
  });

  it.each([
    ["a motion", "content/p/antrag-1.md", ["antrag-1", "top-1"]],
    ["a resolution that a report collects", "content/p/b-2.md", ["b-2", "bericht", "top-3"]],
    ["an item", "content/s/top-5.md", ["top-5"]],
  ])("%s prints anew only where it stands", async (_, path, ids) => {
    const { build } = workplace();
    await build(smallBody());
    const { documents } = await build(edit(smallBody(), path, (text) => text.replace(/\n$/, " Neu.\n")));
    expect(
      documents
        .filter(({ outcome }) => outcome === "built")
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
  });

  it("a picture that changed, a template and a part of the look print anew where they are used", async () => {
    const { build } = workplace();
    const files = smallBody();
    await build(files);
    const picture = { ...files, "content/s/punkt.png": otherPixel };
    expect((await build(picture)).documents.filter(({ outcome }) => outcome === "built").map(({ id }) => id)).toEqual([
      "top-2",
    ]);
    const template = { ...picture, "templates/motion.hbs": "<h1>Antrag {{motion.title}}</h1>{{markdown motion.text}}" };
    expect(
      (await build(template)).documents
        .filter(({ outcome }) => outcome === "built")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["antrag-1", "antrag-2"]);
    const color = { ...template, "templates/theme.yaml": 'colors:\n  accent: "#204020"\n' };
    expect((await build(color)).printed).toBeGreaterThan(10);
  });

  it("an output that was changed or deleted is made again", async () => {
    const { build, output } = workplace();
    await build(smallBody());
    const whole = papers(output);
    const [first = "", second = ""] = Object.keys(whole);
    output.write(first, new TextEncoder().encode("kaputt"));
    output.remove(second);
    expect((await build(smallBody())).outcome).toBe("succeeded");
    expect(papers(output)).toEqual(whole);
  });

  it.each([
    ["cut off", (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ["damaged", (bytes: Uint8Array) => bytes.map((byte, index) => (index % 997 === 5 ? byte ^ 1 : byte))],
    ["deleted", () => undefined],
  ])("a cache that is %s only costs time", async (_, damage) => {
    const { build, output } = workplace();
    await build(smallBody());
    const whole = papers(output);
    const path = ".cache/results.log";
    const damaged = damage(Uint8Array.from(output.bytes(path)));
    if (damaged) output.write(path, damaged);
    else output.remove(path);
    const changed = edit(smallBody(), "content/p/e-1.md", (text) => `${text} Neu.`);
    expect((await build(changed)).outcome).toBe("succeeded");
    expect((await build(smallBody())).outcome).toBe("succeeded");
    expect(papers(output)).toEqual(whole);
  });

  it("manifests tell what a packet was made from, also where it has the same bytes as before", async () => {
    const [now, fresh] = [workplace(), workplace()];
    await now.build(smallBody(), { meeting: "sitzung-1" });
    const path = "content/p/antrag-1.md";
    const changed = edit(smallBody(), path, (text) => text.replace("art: antrag", "art: antrag # Eingang am 2.11."));
    await now.build(changed);
    await fresh.build(changed, { meeting: "sitzung-1" });
    await fresh.build(changed);
    expect(papers(now.output)).toEqual(papers(fresh.output));
  });

  it("a paper that becomes non-public is no longer public, whatever the cache holds", async () => {
    const { build, output } = workplace();
    await build(smallBody());
    const hidden = edit(smallBody(), "content/s/top-5.md", (text) =>
      text.replace("sichtbarkeit: öffentlich\nanlagen", "sichtbarkeit: nichtöffentlich\nanlagen"),
    );
    await build(hidden);
    expect(output.publicFiles().filter((path) => path.includes("top-5"))).toEqual([]);
    await build(smallBody());
    expect(output.publicFiles().filter((path) => path.includes("top-5"))).toHaveLength(3);
  });
});

it("a report depends on the resolutions that it collects, and on no others", () => {
  const late = String(smallBody()["content/p/b-2.md"]).replaceAll("b-2", "b-3").replace("2026-05-01", "2026-11-01");
  const files = { ...smallBody(), "content/p/b-3.md": late };
  const readsOf = (all: Files) => {
    const host = memoryHost(all);
    const states = new States(host);
    const { tree } = openProject(host, {}, { states });
    const report = tree?.find("status-report", "bericht");
    if (!tree || !report) throw new Error("No report");
    const recorder = new Recorder(states);
    coveredResolutions(report, { tree: recorder.tree(tree), edition: "public" });
    return recorder.reads();
  };
  const after = (path: string) => readsOf(edit(files, path, (text) => `${text}Neu.\n`));
  expect(after("content/p/b-3.md")).toEqual(readsOf(files));
  expect(after("content/p/b-2.md")).not.toEqual(readsOf(files));
  expect(readsOf({ ...files, "content/p/b-4.md": late.replaceAll("b-3", "b-4") })).toEqual(readsOf(files));
  const earlier = late.replaceAll("b-3", "b-4").replace("2026-11-01", "2026-06-01");
  expect(readsOf({ ...files, "content/p/b-4.md": earlier })).not.toEqual(readsOf(files));
});

/** The path of some source. */
function aSource(files: Edited, random: Random, isMeant = (path: string): boolean => path.endsWith(".md")): string {
  return pick(Object.keys(files).filter(isMeant), random);
}

/** Edits as they happen; each may break something. */
const edits: readonly ((files: Edited, random: Random) => Edited)[] = [
  (files, random) => {
    const path = aSource(files, random);
    return edit(files, path, (text) => text.replace(/\n$/, ` Wort${random.whole(0, 999)}.\n`));
  },
  (files, random) => {
    const path = aSource(files, random, (one) => one.endsWith(".md") && !one.endsWith("kreis.md"));
    const { [path]: _, ...rest } = files;
    return rest;
  },
  (files, random) => {
    const original = smallBody();
    const gone = Object.keys(original).filter((path) => !(path in files));
    const path = gone.length > 0 ? pick(gone, random) : pick(Object.keys(original), random);
    return { ...files, [path]: original[path] ?? "" };
  },
  (files, random) => {
    const path = aSource(files, random, (one) => /antrag|top-/.test(one));
    const { [path]: text = "", ...rest } = files;
    return { ...rest, [path.replace(/(\w)\.md$/, "$1x.md")]: text };
  },
  (files, random) =>
    edit(
      files,
      aSource(files, random, (one) => /top-|antrag|b-|e-1|bericht/.test(one)),
      (text) =>
        /sichtbarkeit: öff/.test(text)
          ? text.replace("sichtbarkeit: öff", "sichtbarkeit: nichtöff")
          : text.replace("sichtbarkeit: nichtöff", "sichtbarkeit: öff"),
    ),
  (files, random) =>
    edit(
      files,
      aSource(files, random, (one) => /top-|antrag/.test(one)),
      (text) => text.replace(/titel: .*/, `titel: Titel ${random.whole(0, 99)}`),
    ),
  (files, random) =>
    edit(files, "content/kreis.md", (text) => text.replace(/titel: .*/, `titel: Kreis ${random.whole(0, 2)}`)),
  (files, random) => ({
    ...files,
    "content/s/punkt.png": random.chance(0.5) ? otherPixel : (smallBody()["content/s/punkt.png"] ?? ""),
  }),
  (files, random) => ({ ...files, "templates/theme.yaml": `colors:\n  accent: "#1f4e${random.whole(70, 72)}"\n` }),
  (files, random) =>
    edit(files, aSource(files, random), (text) =>
      text.replace(/kennung: (\w+-\w+)\n/, (_, id: string) => `kennung: ${id}${random.whole(0, 1)}\n`),
    ),
  (files, random) => edit(files, aSource(files, random), (text) => text.replace("---\n", "--\n")),
];

const otherPixel = png({ width: 2, height: 1, rows: [0, 0, 0, 0, 0, 0, 0] });

function pick<T>(from: readonly T[], random: Random): T {
  const one = from[random.whole(0, from.length - 1)];
  if (one === undefined) throw new Error("Nothing to pick from");
  return one;
}

/** `EDITS=500 npx vitest …` for more of them. */
const COUNT = Number(process.env.EDITS ?? 60);

it(`${COUNT} random edits end where a build from nothing ends`, { timeout: 600_000 }, async () => {
  const random = new Random(7);
  const { build, output } = workplace();
  let files: Edited = smallBody();
  let printed = 0;
  let fromNothing = 0;
  await build(files);
  for (let step = 1; step <= COUNT; step++) {
    // Now and then everything is put right, or the papers would drown in mistakes.
    files = step % 12 === 0 ? smallBody() : pick(edits, random)(files, random);
    const report = await build(files);
    printed += report.printed;
    const again = await build(files);
    output.remove(".cache/last-build.json");
    expect({ step, ...(await build(files)) }).toEqual({ step, ...again });
    if (step % 4 !== 0) continue;
    const fresh = workplace();
    const whole = await fresh.build(files);
    fromNothing += whole.printed;
    expect({ step, found: foundIn(report) }).toEqual({ step, found: foundIn(whole) });
    const [now, then] = [papers(output), papers(fresh.output)];
    // Manifests and pages of meetings also list what documents that failed keep.
    if (report.outcome === "failed")
      for (const path of Object.keys({ ...now, ...then }).filter((one) => /(manifest\.json|index\.html)$/.test(one))) {
        delete now[path];
        delete then[path];
      }
    // A document that failed keeps what it had, unless that is not public any more.
    const ledger = openLedger(output);
    const failed = report.documents.filter(({ outcome }) => outcome === "failed").map(({ file }) => file);
    const kept = Object.keys(now).filter((path) => !(path in then));
    expect({ step, kept: kept.filter((path) => !failed.includes(`content/${ledger.get(path)?.source}`)) }).toEqual({
      step,
      kept: [],
    });
    for (const path of kept) delete now[path];
    expect({ step, same: Object.keys(now).filter((path) => now[path] === then[path]) }).toEqual({
      step,
      same: Object.keys(then),
    });
  }
  expect(printed).toBeLessThan(fromNothing * 2);
});
