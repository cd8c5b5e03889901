/** Typst within Node, from sources that are Typst's own: `warm FOLDER`, `build FOLDER FIRST COUNT OUT`. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { readItems } from "../packet.ts";
import type { Item } from "../papers.ts";
import { printRounds } from "../warm.ts";

const [mode, folder = "", first = "0", count = "1", output = ""] = process.argv.slice(2);
const items = readItems(folder);
const noto = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans/package.json"));
const faces = [
  "400Regular/NotoSans_400Regular",
  "700Bold/NotoSans_700Bold",
  "400Regular_Italic/NotoSans_400Regular_Italic",
];
const compiler = NodeCompiler.create({
  workspace: folder,
  fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(join(noto, `${face}.ttf`))) }],
});

function pdfOf(item: Item): { bytes: Uint8Array; pages: number } {
  const compiled = compiler.compile({ mainFileContent: readFileSync(join(folder, "typst", `${item.id}.typ`), "utf8") });
  const error = compiled.takeError();
  const document = compiled.result;
  if (!document) throw new Error(JSON.stringify(error && compiler.fetchDiagnostics(error)));
  return { bytes: compiler.pdf(document, { pdfStandard: "ua-1" }), pages: document.numOfPages };
}

if (mode === "warm") {
  await printRounds(items, async (some) => {
    for (const item of some) pdfOf(item);
    compiler.evictCache(10);
    return {};
  });
}
if (mode === "build") {
  mkdirSync(output, { recursive: true });
  let pages = 0;
  for (const item of items.slice(Number(first), Number(first) + Number(count))) {
    const made = pdfOf(item);
    pages += made.pages;
    writeFileSync(join(output, `${item.id}.pdf`), made.bytes);
    // As Typst's own manual advises for long runs.
    compiler.evictCache(10);
  }
  console.log(JSON.stringify({ pages }));
}
