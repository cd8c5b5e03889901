/** What a run printed that gave way to another is told by the next one that is told of. */

import { expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { type WatchViewer, watchProject } from "../../src/project/watch.ts";
import { memoryHost } from "../host.ts";
import { smallBody } from "../project/small-body.ts";

const item = "content/s/top-1.md";

/** Watches a body; the viewer turns to another paper after so many of a run are finished. Gives who was built, run by run. */
async function built(
  turnAfter: readonly number[],
  edits: readonly string[] = [],
): Promise<readonly (readonly string[])[]> {
  const files = smallBody();
  const host = memoryHost(files);
  const told: string[][] = [];
  const end = new AbortController();
  const turns = [...turnAfter];
  let finished = 0;
  let change: (path: string) => void = () => undefined;
  const viewer: WatchViewer = {
    onTurn: () => undefined,
    papers: [],
    listed: () => {
      finished = 0;
    },
    composed: () => undefined,
    begun: () => undefined,
    finished: () => {
      if (++finished !== turns[0]) return;
      turns.shift();
      viewer.onTurn();
    },
  };
  const show = ({ documents }: Report): void => {
    told.push(documents.flatMap(({ id, outcome }) => (outcome === "built" ? [id] : [])));
    const edit = edits[told.length - 1];
    if (edit === undefined) end.abort();
    else {
      // A viewer's run comes upon it before anybody says that it changed.
      files[item] = String(files[item]).replace("Der Text.", edit);
      viewer.onTurn();
      setTimeout(() => change(item), 500);
    }
  };
  await watchProject({
    openHost: () => ({ ...memoryHost(files), output: host.output }),
    startWatching: async (onChange) => {
      change = onChange;
      return () => undefined;
    },
    selection: {},
    jobs: 1,
    onEvent: (event) => {
      if (event.type === "built") show(event.report);
    },
    viewer,
    signal: end.signal,
  });
  return told;
}

it("tells of all papers, whenever somebody turned to another one meanwhile", async () => {
  const [all] = await built([]);
  expect(all?.length).toBeGreaterThan(10);
  expect(await built([1])).toEqual([all]);
  expect(await built([4, 8])).toEqual([all]);
});

it("tells of a paper that a run for the viewer has printed", async () => {
  const [, changed] = await built([], ["Ein anderer Text."]);
  expect(changed).toEqual(["top-1"]);
});
