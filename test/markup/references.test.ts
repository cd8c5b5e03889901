/** Links within a paper, however their target is written. */

import { expect, it } from "vitest";
import { buildDocument } from "../../src/markup/build-document.ts";

it.each(["#groesse-α", "#Größe α", "#groesse-%CE%B1", "#Gr%C3%B6%C3%9Fe%20%CE%B1"])(
  "%s leads to the heading",
  (href) => {
    const { children, diagnostics } = buildDocument(
      `<h1>Titel</h1><h2>Größe α</h2><p><a href="${href}">dort</a></p><figure><a href="${href}"><img src="a.png" alt="Bild"></a></figure>`,
    );
    expect(diagnostics).toEqual([]);
    expect(children.slice(1)).toMatchObject([
      { type: "heading", id: "groesse-α" },
      { type: "paragraph", children: [{ type: "link", href: "#groesse-α" }] },
      { type: "figure", href: "#groesse-α" },
    ]);
  },
);
