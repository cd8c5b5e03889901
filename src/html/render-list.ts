/** Lists → HTML whose markers are text: they read, copy and print as typed. */

import type { List, ListItem, ListNumbering } from "../model/document.ts";
import { element, type Markup, text } from "./element.ts";
import { placeAttribute, type Setting } from "./setting.ts";

const UNORDERED: ReadonlySet<ListNumbering> = new Set(["none", "disc", "circle", "square"]);

/** Renders a list. The role is repeated because Safari drops it from lists without markers of its own. */
export function renderList(list: List, setting: Setting): Markup {
  const items = list.items.map((item) => renderItem(item, setting));
  return element(
    UNORDERED.has(list.numbering) ? "ul" : "ol",
    { class: list.tight ? "tight" : undefined, role: "list" },
    items,
  );
}

function renderItem(item: ListItem, setting: Setting): Markup {
  const { words } = setting;
  const label: Markup[] = [];
  if (item.marker !== "") label.push(text(item.checked === undefined ? item.marker : `${item.marker} `));
  if (item.checked !== undefined) {
    const state = item.checked ? words.checked : words.unchecked;
    label.push(
      element("span", { class: "box", role: "img", "aria-label": state }, [text(item.checked ? "\u2611" : "\u2610")]),
    );
  }
  const body = element("div", {}, setting.renderBlocks(item.children, setting));
  return element(
    "li",
    placeAttribute(item, setting),
    label.length > 0 ? [element("span", { class: "marker" }, label), text(" "), body] : [body],
  );
}
