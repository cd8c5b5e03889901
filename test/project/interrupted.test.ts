/** A build that is ended before it could begin touches nothing: another one may be writing. */

import { expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

it("leaves all as it was, also what would have to be removed", async () => {
  const files = smallBody();
  const host = memoryHost(files);
  await buildProject(host);
  const before = host.output.list().map((path) => [path, host.output.read(path)]);
  const { "content/s/top-1.md": _gone, ...rest } = files;
  const later = { ...memoryHost(rest), output: host.output };
  const report = await buildProject(later, {}, { signal: AbortSignal.abort() });
  expect(report.outcome).toBe("failed");
  expect(report.documents).toEqual([]);
  expect(host.output.list().map((path) => [path, host.output.read(path)])).toEqual(before);
  // The next one does what is to be done.
  expect((await buildProject(later)).removed).not.toEqual([]);
});
