/** What stands at the top of every page follows the language of the body. */

import { expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";
import { readPdf } from "../pdf/read-pdf.ts";
import { smallBody } from "./small-body.ts";

it.each([
  ["de-DE", "am 10.12.2026"],
  ["en-GB", "am 10/12/2026"],
])("the date, in %s", async (locale, expected) => {
  const files = smallBody();
  const host = memoryHost({
    ...files,
    "content/kreis.md": String(files["content/kreis.md"]).replace("de-DE", locale),
    "templates/theme.yaml": 'header: {left: "am {date}"}\n',
  });
  const { documents } = await buildProject(host, { papers: ["top-4"] });
  const path = documents[0]?.outputs.find(({ mediaType }) => mediaType === "application/pdf")?.path ?? "";
  const read = host.output.read(path);
  const pages = "bytes" in read ? (await readPdf(read.bytes)).pages : [];
  expect(pages.map(({ text }) => text).join("\n")).toContain(expected);
});
