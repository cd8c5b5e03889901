/**
 * `node test/run.mjs test/conformance/foreign.ts FOLDER`: puts every PDF of a folder alone into a packet that promises everything,
 * and compares what veraPDF says with what we would have promised. Fails if we would have promised too much.
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findAnchors } from "../../src/pdf/anchors.ts";
import { readForeignPdf } from "../../src/pdf/foreign/read-foreign-pdf.ts";
import { factsOf, layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { assemblePacket } from "../../src/pdf/packet/assemble-packet.ts";
import { fonts, theme } from "../pdf/theme.ts";
import { h, p, paper, section } from "../pdf/tree.ts";
import { missingTools, runVeraPdf } from "./verapdf.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(folder: string): Promise<number> {
  const missing = missingTools();
  if (missing !== undefined) {
    say(missing);
    return 1;
  }
  const document = paper([h(1, "Mappe"), section([h(2, "Anlage"), p("Danach.")], "annex", "anlage")]);
  const frame = await layoutPdf(document, theme, fonts);
  if (!frame.value) throw new Error("The frame was not printed.");
  const id = findAnchors(document).get("anlage") ?? "";
  const out = mkdtempSync(join(tmpdir(), "vorlage-foreign-"));
  const obstacles = new Map<string, readonly string[]>();
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith(".pdf"))
    .sort()) {
    const pdf = readForeignPdf(readFileSync(join(folder, name)));
    if ("reason" in pdf) {
      say(`unreadable  ${name}: ${pdf.reason}`);
      continue;
    }
    obstacles.set(name, [...new Set(pdf.pages.flatMap((page) => [...page.obstacles]))]);
    const packet = await assemblePacket({
      frame: frame.value.bytes,
      sheets: [
        {
          id,
          level: 1,
          title: name,
          part: { type: "foreign", pdf, title: name, stamp: "TOP 1 – Anlage 1", alt: (page) => `Seite ${page}` },
        },
      ],
      facts: factsOf(document),
      theme,
      fonts,
      pageLabel: (page, pages) => `Mappe ${page}/${pages}`,
      pause: () => Promise.resolve(),
    });
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, name), packet.bytes);
  }
  const counts = { "promised      ": 0, "refused       ": 0, NEEDLESSLY: 0, "FALSE PROMISE ": 0 };
  for (const { file, broken } of runVeraPdf(out, "test/conformance/pom.xml")) {
    const found = obstacles.get(file) ?? [];
    const conforms = broken.length === 0;
    const verdict =
      found.length === 0
        ? conforms
          ? "promised      "
          : "FALSE PROMISE "
        : conforms
          ? "NEEDLESSLY"
          : "refused       ";
    counts[verdict]++;
    say(
      `${verdict.padEnd(14)} ${file}: ${found.join(", ")} | ${broken.map(({ rule }) => rule.replace(/ISO (\d+)-?\d?:\d+ /, "$1 ")).join("; ")}`,
    );
  }
  say(JSON.stringify(counts));
  say(`The packets are in ${out}.`);
  return counts["FALSE PROMISE "] === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2] ?? ".");
