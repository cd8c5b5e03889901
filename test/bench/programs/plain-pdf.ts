/** Markdown → PDF with stock marked and pdfmake: the same text in the same font, no tags, no checks. */

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { marked, type Token, type Tokens } from "marked";
import pdfmake from "pdfmake";

const noto = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans/package.json"));

pdfmake.addFonts({
  NotoSans: {
    normal: join(noto, "400Regular/NotoSans_400Regular.ttf"),
    bold: join(noto, "700Bold/NotoSans_700Bold.ttf"),
    italics: join(noto, "400Regular_Italic/NotoSans_400Regular_Italic.ttf"),
    bolditalics: join(noto, "700Bold_Italic/NotoSans_700Bold_Italic.ttf"),
  },
});

type Content = Record<string, unknown>;

const FOOTNOTE = /^\[\^([^\]]+)\]:[ ]*(.+)$/gm;

function inlines(tokens: readonly Token[] | undefined, numbers: ReadonlyMap<string, number>): unknown[] {
  return (tokens ?? []).flatMap((token): unknown[] => {
    switch (token.type) {
      case "strong":
        return [{ text: inlines(token.tokens, numbers), bold: true }];
      case "em":
        return [{ text: inlines(token.tokens, numbers), italics: true }];
      case "link":
        return [{ text: token.text, link: token.href }];
      default:
        if ("tokens" in token && token.tokens) return inlines(token.tokens, numbers);
        return withNumbers(String("text" in token ? token.text : token.raw), numbers);
    }
  });
}

function withNumbers(text: string, numbers: ReadonlyMap<string, number>): unknown[] {
  return text
    .split(/\[\^([^\]]+)\]/)
    .map((part, index) => (index % 2 === 0 ? part : { text: String(numbers.get(part)), sup: true }));
}

function blocks(tokens: readonly Token[], numbers: ReadonlyMap<string, number>): Content[] {
  return tokens.flatMap((token, index): Content[] => {
    switch (token.type) {
      case "heading": {
        const isAnnex = index > 0 && token.depth === 1;
        return [
          { text: inlines(token.tokens, numbers), style: `h${token.depth}`, ...(isAnnex && { pageBreak: "before" }) },
        ];
      }
      case "list": {
        const { ordered, start, items } = token as Tokens.List;
        const content = items.map((item) => ({ stack: blocks(item.tokens, numbers) }));
        return [
          ordered ? { ol: content, start: Number(start), margin: [0, 0, 0, 8] } : { ul: content, margin: [0, 0, 0, 8] },
        ];
      }
      case "blockquote":
        return [{ stack: blocks(token.tokens ?? [], numbers), margin: [14, 0, 0, 0] }];
      case "table": {
        const { header, align, rows } = token as Tokens.Table;
        const cell = (one: Tokens.TableCell, column: number, bold: boolean): Content => ({
          text: inlines(one.tokens, numbers),
          alignment: align[column] ?? "left",
          fontSize: 10,
          bold,
        });
        const body = [header, ...rows].map((row, at) => row.map((one, column) => cell(one, column, at === 0)));
        return [{ table: { headerRows: 1, body }, layout: "lightHorizontalLines", margin: [0, 0, 0, 8] }];
      }
      case "space":
        return [];
      default:
        return [{ text: inlines([token], numbers), margin: [0, 0, 0, 6] }];
    }
  });
}

/** The bytes of a PDF, from Markdown. */
export async function plainPdf(markdown: string, title: string): Promise<Uint8Array> {
  const numbers = new Map<string, number>();
  const notes: Content[] = [];
  const body = markdown.replace(FOOTNOTE, (_, name: string, text: string) => {
    numbers.set(name, numbers.size + 1);
    notes.push({ text: `${numbers.size} ${text}`, fontSize: 8.5 });
    return "";
  });
  return pdfmake
    .createPdf({
      pageSize: "A4",
      pageMargins: [71, 71, 57, 57],
      info: { title },
      header: { text: "Kreis Wöhrden", margin: [71, 40, 57, 0], fontSize: 8.5 },
      footer: (page: number, pages: number) => ({
        text: `Seite ${page} von ${pages}`,
        alignment: "right",
        margin: [71, 10, 57, 0],
        fontSize: 8.5,
      }),
      content: [...blocks(marked.lexer(body), numbers), ...notes],
      styles: {
        h1: { fontSize: 17, bold: true, margin: [0, 0, 0, 10] },
        h2: { fontSize: 13.5, bold: true, margin: [0, 10, 0, 6] },
        h3: { fontSize: 11.5, bold: true, margin: [0, 8, 0, 4] },
      },
      defaultStyle: { font: "NotoSans", fontSize: 11, lineHeight: 1 },
    })
    .getBuffer();
}
