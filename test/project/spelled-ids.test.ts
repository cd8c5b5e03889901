/** Ids are the same however their letters are cased, in references as on the command line. */

import { expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";
import { smallBody } from "./small-body.ts";

it("an item lies with its meeting, and is built with it, however it spells the meeting's id", async () => {
  const files = smallBody();
  const host = memoryHost(files);
  await buildProject(host, { meeting: "sitzung-1" });
  const other = memoryHost(
    Object.fromEntries(
      Object.entries(files).map(([path, file]) => [
        path,
        typeof file === "string" ? file.replace("sitzung: sitzung-1", "sitzung: Sitzung-1") : file,
      ]),
    ),
  );
  const report = await buildProject(other, { meeting: "SITZUNG-1" });
  expect(diagnosticsOf(report)).toEqual([]);
  expect(other.output.list()).toEqual(host.output.list());
});
