/** The head of every page that is published. */

import type { Theme } from "../model/theme.ts";
import { element, type Markup, styleSheet, text } from "./element.ts";
import { pageStyle } from "./page-style.ts";

/** Nothing may be loaded and nothing may run, whatever the page says. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Telephones show the page as wide as they are. */
const VIEWPORT = ["viewport", "width=device-width, initial-scale=1"] as const;

/** What every page says to browsers. */
export function headWords(): readonly string[] {
  return [POLICY, ...VIEWPORT];
}

/** What a page says of itself by name; what is unknown is left out. */
export type PageFacts = readonly (readonly [name: string, content: string | undefined])[];

/** The parts of a head; `style` is what a page needs beside the style of all. */
export function pageHead(title: string, facts: PageFacts, theme: Theme, style = ""): readonly Markup[] {
  const named: PageFacts = [VIEWPORT, ...facts];
  return [
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    ...named.flatMap(([name, content]) => (content === undefined ? [] : [element("meta", { name, content })])),
    element("title", {}, [text(title)]),
    styleSheet(pageStyle(theme) + style),
  ];
}
