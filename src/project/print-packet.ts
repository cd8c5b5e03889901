/** The bytes of a packet: its own pages, laid out around finished papers and foreign files. */

import { composePaper, type Workshop } from "../compile.ts";
import type { Entry } from "../kinds/entry.ts";
import { paperOf } from "../kinds/kinds.ts";
import { type PacketContents, packetView } from "../kinds/packet.ts";
import { phrasesOf } from "../kinds/phrases.ts";
import { hasErrors, type Result } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { Edition } from "../model/report.ts";
import type { RunningLine, Theme } from "../model/theme.ts";
import { findAnchors } from "../pdf/anchors.ts";
import { factsOf, layoutPdf, type Pdf } from "../pdf/layout-pdf.ts";
import { assemblePacket, type PacketSheet, placesInPacket } from "../pdf/packet/assemble-packet.ts";
import { readPdfStrings } from "../pdf/read-strings.ts";
import type { PacketSource } from "./packet-parts.ts";
import type { Run } from "./run.ts";

/** Page numbers move when their own width does; more rounds than this only an odd template needs. */
const MAX_ROUNDS = 5;

/** Lays the packet's own pages out until the page numbers in them are true, and puts everything together. */
export async function printPacket(
  meeting: Entry<"meeting">,
  edition: Edition,
  workshop: Workshop,
  parts: PacketSource,
  { gate, breath }: Pick<Run, "gate" | "breath">,
): Promise<Result<Pdf>> {
  const { tree, theme, fonts } = workshop;
  const phrases = phrasesOf(tree.locale);
  let pages = new Map<string, number>();
  let count = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const contents: PacketContents = {
      sheets: parts.sheets.map(({ view }) => view),
      sheetOf: parts.sheetOf,
      pageOf: (sheet) => String(pages.get(sheet) ?? 1),
      pages: String(count),
    };
    const composed = composePaper(meeting, edition, workshop, {
      merge: (entry, merge) => packetView(entry, merge, contents),
      facts: (entry) => ({
        ...(paperOf(entry)?.facts(entry, tree) ?? { date: entry.data.date }),
        label: phrases.packet,
      }),
    });
    const document = composed.value;
    const frame = document && (await layoutPdf(document, withoutPageNumbers(theme), fonts));
    const diagnostics = [...composed.diagnostics, ...(frame?.diagnostics ?? [])];
    if (!document || !frame?.value || hasErrors(frame.diagnostics)) return { diagnostics };
    const { bytes } = frame.value;
    const sheets = placedSheets(parts, document);
    const places = placesInPacket(bytes, sheets);
    const found = new Map(
      parts.sheets.map(({ view }, index) => [view.id, places.sheets.get(sheets[index]?.id ?? "") ?? 0]),
    );
    if (places.pages === count && JSON.stringify([...found]) === JSON.stringify([...pages])) {
      if (edition === "public")
        diagnostics.push(...gate.check(() => readPdfStrings(bytes), [tree.body, ...parts.sources]));
      const value = await assemblePacket({
        frame: bytes,
        sheets,
        facts: { ...factsOf(document), ...(parts.isUnproven && { isUnproven: true }) },
        theme,
        fonts,
        pageLabel: phrases.packetPage,
        pause: () => breath.take(),
      });
      return { value, diagnostics };
    }
    pages = found;
    count = places.pages;
  }
  throw new Error(`The page numbers of ${meeting.id} do not settle.`);
}

/** The sheets with the targets that the printed frame has for them. */
function placedSheets({ sheets }: PacketSource, document: Document): readonly PacketSheet[] {
  const anchors = findAnchors(document);
  return sheets.map(({ view, level, part }) => {
    const id = anchors.get(view.id);
    if (id === undefined) throw new Error(`The template of the packet has no section ${view.id}.`);
    return { id, level, title: `${view.label}: ${view.title}`, ...(part && { part }) };
  });
}

/** The pages of a packet are numbered as a whole; numbers of its own sheets alone would only confuse. */
function withoutPageNumbers(theme: Theme): Theme {
  const strip = (line: RunningLine): RunningLine => {
    const clean = (text: string): string => (/\{\s*pages?\s*\}/.test(text) ? "" : text);
    return { left: clean(line.left), center: clean(line.center), right: clean(line.right) };
  };
  return { ...theme, header: strip(theme.header), footer: strip(theme.footer) };
}
