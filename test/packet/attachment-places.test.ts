/** What is wrong with an attachment is told at its own line, also where another one is called the same. */

import { expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";
import { smallBody } from "../project/small-body.ts";
import { drawing } from "./foreign-files.ts";

it("of two attachments of one title, the broken one is named", async () => {
  const files = smallBody();
  const attachments = ["plan.pdf", "kaputt.pdf"].map(
    (file) => `  - {titel: Lageplan, datei: ${file}, sichtbarkeit: öffentlich}\n`,
  );
  const item = String(files["content/s/top-1.md"]).replace("anträge:", `anlagen:\n${attachments.join("")}anträge:`);
  const line = item.slice(0, item.indexOf("kaputt.pdf")).split("\n").length;
  const host = memoryHost({
    ...files,
    "content/s/top-1.md": item,
    "content/s/plan.pdf": await drawing(),
    "content/s/kaputt.pdf": new TextEncoder().encode("%PDF-1.7\nkaputt"),
  });
  const { diagnostics } = await buildProject(host, { meeting: "sitzung-1" });
  const found = diagnostics.filter(({ code }) => code === "attachment-unreadable").map(({ place }) => place?.line);
  expect(found).toEqual([line]);
});
