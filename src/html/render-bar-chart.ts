/** Bar charts → labels, bars and values that are one picture for screen readers. */

import type { BarChart } from "../model/document.ts";
import { element, type Markup, text } from "./element.ts";
import type { Setting } from "./setting.ts";

/** Renders a bar chart. Only the bars are drawn: labels stay text, so that they wrap on a phone. */
export function renderBarChart(chart: BarChart, { document }: Setting): Markup {
  const number = new Intl.NumberFormat(document.lang, { maximumFractionDigits: 2 });
  const most = Math.max(...chart.bars.map((bar) => bar.value), 0) || 1;
  const rows = chart.bars.flatMap((bar) => {
    const width = `${Math.round((bar.value / most) * 1000) / 10}%`;
    return [
      element("span", { class: "label" }, [text(bar.label)]),
      text(" "),
      element("svg", { "aria-hidden": "true", focusable: "false" }, [element("rect", { width, height: "100%" })]),
      element("span", { class: "value" }, [text(number.format(bar.value))]),
      text(" "),
    ];
  });
  return element("div", { class: "chart", role: "img", "aria-label": chart.alt }, rows);
}
