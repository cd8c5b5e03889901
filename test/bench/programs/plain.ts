/** The plain program: `warm FOLDER`, `build FOLDER FIRST COUNT OUT` for items of a packet. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContent, readItems, sourcesOf } from "../packet.ts";
import type { Item } from "../papers.ts";
import { printRounds } from "../warm.ts";
import { mergePaper } from "./merge.ts";
import { plainPdf } from "./plain-pdf.ts";

const [mode, folder = "", first = "0", count = "1", output = ""] = process.argv.slice(2);
const items = readItems(folder);

const pdfOf = (item: Item): Promise<Uint8Array> => plainPdf(mergePaper(sourcesOf(item, readContent(folder))), item.id);

if (mode === "warm") {
  await printRounds(items, async (some) => {
    for (const item of some) await pdfOf(item);
    return {};
  });
}
if (mode === "build") {
  mkdirSync(output, { recursive: true });
  let pages = 0;
  for (const item of items.slice(Number(first), Number(first) + Number(count))) {
    const bytes = await pdfOf(item);
    pages +=
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/Type \/Page\b/g)?.length ?? 0;
    writeFileSync(join(output, `${item.id}.pdf`), bytes);
  }
  console.log(JSON.stringify({ pages }));
}
