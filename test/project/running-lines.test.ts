/** What stands at the top of every page: in the language of the body, and of files that are not public that they are not. */

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

it("that it is not public, in files of the internal edition alone", async () => {
  const host = memoryHost(smallBody());
  const { documents } = await buildProject(host);
  const bytesOf = (path: string): Uint8Array => {
    const read = host.output.read(path);
    return "bytes" in read ? read.bytes : new Uint8Array();
  };
  const outputs = documents.flatMap((one) => one.outputs);
  const told = outputs.flatMap(({ path, mediaType }) => {
    const words = /<p class="visibility">([^<]*)</.exec(new TextDecoder().decode(bytesOf(path)))?.[1];
    return mediaType === "text/html" && words !== undefined ? [`${path.replace(/\/.*\//, " ")} ${words}`] : [];
  });
  expect(told.sort()).toEqual([
    "internal 04-tagesordnungspunkt-top-4.html nichtöffentlich",
    "internal 05-tagesordnungspunkt-top-5.html nichtöffentliche Fassung",
    "internal antrag-antrag-2.html nichtöffentlich",
    "internal tagesordnung-sitzung-1.html nichtöffentliche Fassung",
  ]);
  for (const edition of ["public", "internal"]) {
    const path = outputs.find((one) => one.path.startsWith(edition) && one.path.endsWith("top-5.pdf"))?.path ?? "";
    const { pages } = await readPdf(bytesOf(path));
    // In the header of each page, and beside what the item itself is.
    const count = pages.map(({ text }) => text.match(/nichtöffentliche Fassung/g)?.length ?? 0);
    expect(count).toEqual(edition === "public" ? pages.map(() => 0) : [2, ...pages.slice(1).map(() => 1)]);
  }
});
