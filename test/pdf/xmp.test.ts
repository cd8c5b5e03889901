/** What a file says of itself, as pdf.js reads it: in the packet (XMP) and in the information dictionary alike. */

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { fonts, theme } from "./theme.ts";
import { h, p, paper } from "./tree.ts";

const HOSTILE = `A & B < C > D " E ' F ]]> &amp; <rdf:li> – „Zitat“ (Klammer \\) % 😀`;

async function readMetadata(document: Document) {
  const bytes = (await layoutPdf(document, theme, fonts)).value?.bytes ?? new Uint8Array();
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const { info, metadata } = await pdf.getMetadata();
  const get = (name: string): unknown => metadata?.get(name);
  return { info: info as Record<string, unknown>, get, packet: metadata?.getRaw() ?? "" };
}

const full = paper([h(1, "Titel"), p("Text")], {
  lang: "de-DE",
  title: HOSTILE,
  metadata: {
    author: `Kreis <Prüfau> & "Umland"`,
    subject: "TOP 3 & 4",
    keywords: ["Fähre", "A<B", "TOP 3"],
    date: "2026-03-12",
  },
});

it("says title, author, subject and keywords, however hostile to XML", async () => {
  const { info, get } = await readMetadata(full);
  expect(info).toMatchObject({
    Title: HOSTILE,
    Author: full.metadata.author,
    Subject: full.metadata.subject,
    Keywords: "Fähre, A<B, TOP 3",
    Language: "de-DE",
  });
  expect(get("dc:title")).toBe(info.Title);
  expect(get("dc:creator")).toEqual([info.Author]);
  expect(get("dc:description")).toBe(info.Subject);
  expect(get("dc:subject")).toEqual(full.metadata.keywords);
  expect(get("pdf:keywords")).toBe(info.Keywords);
  expect(get("dc:language")).toBe("de-DE");
  expect(get("dc:format")).toBe("application/pdf");
});

it("says what made it and which standards it keeps", async () => {
  const { info, get, packet } = await readMetadata(full);
  expect(get("xmp:creatortool")).toBe(info.Creator);
  expect(get("pdf:producer")).toBe(info.Producer);
  expect(info.Creator).toBe("Vorlagenwerk");
  expect(info.Producer).toMatch(/^pdfmake \d/);
  expect([get("pdfuaid:part"), get("pdfaid:part"), get("pdfaid:conformance")]).toEqual(["1", "2", "A"]);
  expect(packet).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>[\s\S]*<\?xpacket end="w"\?>$/);
});

it("has the date of the paper and none of the clock", async () => {
  const { info, get } = await readMetadata(full);
  for (const name of ["xmp:createdate", "xmp:modifydate", "xmp:metadatadate"]) {
    expect(get(name)).toBe("2026-03-12T12:00:00Z");
  }
  expect([info.CreationDate, info.ModDate]).toEqual(["D:20260312120000Z", "D:20260312120000Z"]);
});

it("leaves out what a paper does not say, and is the same at any time", async () => {
  const bare = paper([h(1, "Titel")], { metadata: { keywords: [] } });
  const { info, get, packet } = await readMetadata(bare);
  for (const name of ["dc:creator", "dc:description", "dc:subject", "pdf:keywords"]) expect(get(name)).toBeNull();
  for (const key of ["Author", "Subject", "Keywords"]) expect(info[key]).toBeUndefined();
  expect(get("dc:title")).toBe("Prüfdokument");
  expect((await readMetadata(bare)).packet).toBe(packet);
  expect(packet).not.toContain(String(new Date().getFullYear()));
});
