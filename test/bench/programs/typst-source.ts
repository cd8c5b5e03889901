/** Markdown → the same text as a Typst document. The conversion is not measured. */

import { marked, type Token, type Tokens } from "marked";

const PREAMBLE = `#set document(title: "Papier")
#set page("a4", margin: (top: 25mm, right: 20mm, bottom: 20mm, left: 25mm),
  header: text(8.5pt)[Kreis Wöhrden],
  footer: align(right, text(8.5pt, context [Seite #counter(page).display() von #counter(page).final().first()])))
#set text(font: "Noto Sans", size: 11pt, lang: "de", hyphenate: true)
#set par(leading: 0.62em, spacing: 0.95em)
#set table(stroke: (x, y) => (bottom: 0.5pt), inset: 4pt)
#show table: set text(10pt)
#show table: set block(breakable: true)
`;

const escaped = (text: string): string => text.replace(/[\\#$*_`<>@=~[\]"'/+-]/g, "\\$&");

function inlines(tokens: readonly Token[] | undefined, notes: ReadonlyMap<string, string>): string {
  return (tokens ?? [])
    .map((token): string => {
      switch (token.type) {
        case "strong":
          return `#strong[${inlines(token.tokens, notes)}]`;
        case "em":
          return `#emph[${inlines(token.tokens, notes)}]`;
        default: {
          if ("tokens" in token && token.tokens) return inlines(token.tokens, notes);
          const text = String("text" in token ? token.text : token.raw);
          return text
            .split(/\[\^([^\]]+)\]/)
            .map((part, index) => (index % 2 === 0 ? escaped(part) : `#footnote[${notes.get(part)}]`))
            .join("");
        }
      }
    })
    .join("");
}

function blocks(tokens: readonly Token[], notes: ReadonlyMap<string, string>): string {
  return tokens
    .map((token, index): string => {
      switch (token.type) {
        case "heading": {
          const start = index > 0 && token.depth === 1 ? "#pagebreak()\n" : "";
          return `${start}#heading(level: ${token.depth})[${inlines(token.tokens, notes)}]`;
        }
        case "list": {
          const { ordered, start, items } = token as Tokens.List;
          const content = items.map((item) => `[${blocks(item.tokens, notes)}]`).join(", ");
          return ordered ? `#enum(start: ${Number(start)}, ${content})` : `#list(${content})`;
        }
        case "blockquote":
          return `#quote(block: true)[${blocks(token.tokens ?? [], notes)}]`;
        case "table": {
          const { header, align, rows } = token as Tokens.Table;
          const cell = (one: Tokens.TableCell): string => `[${inlines(one.tokens, notes)}]`;
          const aligns = align.map((one) => (one === "right" ? "right" : "left")).join(", ");
          const cells = rows.map((row) => row.map(cell).join(", ")).join(",\n");
          return `#table(columns: ${header.length}, align: (${aligns}),\ntable.header(${header.map(cell).join(", ")}),\n${cells})`;
        }
        case "space":
          return "";
        default:
          return inlines([token], notes);
      }
    })
    .filter((block) => block !== "")
    .join("\n\n");
}

/** A Typst document, from Markdown. */
export function typstSource(markdown: string): string {
  const notes = new Map<string, string>();
  const body = markdown.replace(/^\[\^([^\]]+)\]:[ ]*(.+)$/gm, (_, name: string, text: string) => {
    notes.set(name, inlines(marked.lexer(text), new Map()));
    return "";
  });
  return `${PREAMBLE}\n${blocks(marked.lexer(body), notes)}\n`;
}
