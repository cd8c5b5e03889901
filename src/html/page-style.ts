/** The page's style sheet, made from the theme. */

import { readableOn } from "../model/contrast.ts";
import type { Theme } from "../model/theme.ts";

/** A thread prints hundreds of papers with one theme. */
const styles = new WeakMap<Theme, string>();

/** CSS for screen and print. Sizes are relative to the text, so that the reader's own setting counts on screen. */
export function pageStyle(theme: Theme): string {
  let style = styles.get(theme);
  if (style === undefined) {
    style = makeStyle(theme);
    styles.set(theme, style);
  }
  return style;
}

function makeStyle(theme: Theme): string {
  const { colors, sizes, page } = theme;
  const relative = (size: number): string => `${Math.round((size / sizes.text) * 1000) / 1000}em`;
  const { top, right, bottom, left } = page.margins;
  const hyphens = theme.alignment === "justify" && theme.hyphenation.apply !== "off";
  const headings = sizes.headings.map((size, index) => `h${index + 1}{font-size:${relative(size)}}`).join("\n");
  return `:root{
--text:${readableOn("#ffffff", colors.text)};
--accent:${readableOn("#ffffff", colors.accent)};
--muted:${readableOn("#ffffff", colors.muted)};
--line:${colors.line};
--tint:${colors.tint};
--on-tint:${readableOn(colors.tint, colors.text)};
--accent-on-tint:${readableOn(colors.tint, colors.accent)};
--on-accent:${readableOn(readableOn("#ffffff", colors.accent), "#ffffff")};
--small:${relative(sizes.small)};
--table:${relative(sizes.table)};
}
${headings}
@media print{
@page{size:${page.size};margin:${top}mm ${right}mm ${bottom}mm ${left}mm}
@page turned{size:${page.size} landscape}
:root{font-size:${sizes.text}pt}
}
body{line-height:${theme.lineHeight + 0.15}}
main{text-align:${theme.alignment}${hyphens ? ";hyphens:auto" : ""}}
@media print{body{line-height:${theme.lineHeight}}}
${FIXED}`;
}

const FIXED = `*{box-sizing:border-box}
html{color-scheme:light;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;color:var(--text);background:#fff;font-family:"Noto Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word;font-size:1rem}
.page{max-width:50rem;margin:0 auto;padding:0 1.25rem 4rem}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:.2rem solid var(--accent);outline-offset:.15rem;border-radius:.1rem}
.skip{position:absolute;left:-100vw;top:0;padding:.6rem 1rem;background:var(--accent);color:var(--on-accent);z-index:2}
.skip:focus{left:0}
header{display:flex;align-items:flex-end;gap:1rem 2rem;flex-wrap:wrap;justify-content:space-between;padding:1.75rem 0 .9rem;margin-bottom:2rem;border-bottom:.125rem solid var(--accent)}
header p{margin:0;color:var(--muted);font-size:var(--small);line-height:1.4}
header .body{color:var(--text);font-weight:600}
header img{order:1;max-height:5.5rem;width:auto}
.draft{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline;justify-content:space-between;margin:0 0 1.5rem;padding:.5rem .9rem;border:.125rem solid var(--accent);color:var(--accent);font-weight:700;letter-spacing:.08em}
.draft .revision{font-weight:400;font-size:var(--small);letter-spacing:0}
h1,h2,h3,h4,h5,h6{margin:1.6em 0 .5em;line-height:1.25;text-align:start;text-wrap:balance;hyphens:manual;break-after:avoid;break-inside:avoid}
h1{margin-top:0;color:var(--accent)}
h2{color:var(--accent)}
section>:first-child{margin-top:2em}
p{margin:0 0 .8em;orphans:2;widows:2}
.lead{font-size:1.08em;margin-bottom:1.2em}
.note{font-size:var(--small);color:var(--muted)}
.signature{margin-top:2.2em;break-before:avoid;break-inside:avoid}
:is(li>div,dd,blockquote,td,th)>:first-child{margin-top:0}
:is(li>div,dd,blockquote,td,th)>:last-child{margin-bottom:0}
ul,ol{margin:0 0 .9em;padding:0;list-style:none;display:grid;grid-template-columns:minmax(1.1em,max-content) minmax(0,1fr);column-gap:.55em;row-gap:.55em}
ul.tight,ol.tight{row-gap:.2em}
li p{margin-bottom:.45em}
.tight p{margin-bottom:.2em}
li{display:grid;grid-column:1/-1;grid-template-columns:subgrid}
li>div{grid-column:2;min-width:0}
li>div>:is(ul,ol){margin-top:.35em}
.marker{grid-column:1;white-space:nowrap}
.box,.marker{font-variant-numeric:tabular-nums}
.box{font-family:"DejaVu Sans","Segoe UI Symbol","Apple Symbols","Noto Sans Symbols 2",sans-serif}
blockquote{margin:0 0 1.1em;padding:.1em 0 .1em 1.1em;border-left:.2rem solid var(--accent)}
code,pre{font-family:"DejaVu Sans Mono",ui-monospace,Consolas,Menlo,monospace;font-size:.9em}
code,pre,thead th,thead td,.contents,.notes li:target,:target>sup{background:var(--tint);color:var(--on-tint);--accent:var(--accent-on-tint)}
code{padding:.05em .25em;border-radius:.15em}
pre{margin:0 0 1.1em;padding:.8em 1em;white-space:pre-wrap;overflow-wrap:anywhere;text-align:start;line-height:1.45}
pre code{padding:0;background:none;font-size:1em}
sub,sup{line-height:0;font-size:.75em}
sup a{padding:.3em .15em;text-decoration:none}
hr{width:30%;margin:2em auto;border:0;border-top:.0625rem solid var(--line)}
img{max-width:100%;height:auto;vertical-align:top}
figure,.picture{margin:1.4em 0;break-inside:avoid}
figcaption{font-size:var(--small)}
figcaption,caption{color:var(--muted);text-align:start;line-height:1.45}
figcaption{margin-top:.5em}
caption{padding:0 0 .5em;font-weight:600}
.table{margin:1.2em 0 1.4em;overflow-x:auto}
table{border-collapse:collapse;font-size:var(--table);line-height:1.4;text-align:start}
table.wide{width:100%}
th,td{padding:.45em .6em;vertical-align:top;text-align:start;border-bottom:.0625rem solid var(--line);hyphens:manual;overflow-wrap:normal}
thead th,thead td{vertical-align:bottom;border-bottom-color:var(--accent)}
th{font-weight:600}
tr{break-inside:avoid}
.center{text-align:center}
.end{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:fit-content(14em) minmax(0,1fr);gap:.4em 1.5em;margin:0 0 1.4em;text-align:start}
dl>div{display:grid;grid-column:1/-1;grid-template-columns:subgrid}
dt{font-weight:600}
dd{margin:0}
dl.head{margin:1.4em 0 2em}
dl.head dt{font-weight:400;color:var(--muted)}
.chart{display:grid;grid-template-columns:fit-content(40%) minmax(0,1fr) auto;gap:.35em .8em;align-items:center;margin:1.3em 0 1.5em;font-size:var(--table);line-height:1.35;text-align:start;break-inside:avoid}
.chart svg{width:100%;height:1.05em;display:block}
.chart rect{fill:var(--accent)}
.chart .value{font-weight:600;text-align:end;font-variant-numeric:tabular-nums}
.contents{margin:1.6em 0 2em;padding:1em 1.25em;text-align:start;break-inside:avoid}
.contents .title{font-weight:600;margin-bottom:.5em}
.contents ol{display:block;margin:0}
.contents li{display:block;padding:.15em 0}
.contents a{color:inherit}
.contents .level-3{padding-left:1.2em}
.contents .level-4{padding-left:2.4em}
.contents .level-5{padding-left:3.6em}
.contents .level-6{padding-left:4.8em}
.annex{margin-top:3.5rem;padding-top:.5rem;border-top:.125rem solid var(--accent)}
.notes{margin-top:3rem;padding-top:1rem;border-top:.0625rem solid var(--line);font-size:var(--small)}
@media (max-width:34rem){
.page{padding:0 1rem 3rem}
h1{font-size:1.45em;hyphens:auto}
h2{font-size:1.2em;hyphens:auto}
dl,dl>div{display:block}
dl>div{margin-bottom:.6em}
dl.head dt{font-size:var(--small)}
.chart{grid-template-columns:minmax(0,1fr) auto;row-gap:.15em}
.chart .label{grid-column:1/-1;margin-top:.5em}
}
@media print{
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{max-width:none;padding:0}
.skip{display:none}
header{padding-top:0}
a{color:inherit}
.table{overflow:visible}
.end{white-space:normal}
table.many{font-size:.75em}
table.many :is(th,td){padding:.3em;overflow-wrap:anywhere;hyphens:auto}
table.whole :is(th,td){min-width:16ch}
table.whole .short{min-width:0;overflow-wrap:normal}
.turned{page:turned}
.annex{break-before:page;border-top:0;margin-top:0;padding-top:0}
.watermark{position:fixed;inset:0;display:grid;place-items:center;font-size:6rem;font-weight:700;letter-spacing:.1em;color:var(--accent);opacity:.1;rotate:-45deg}
.watermark::before{content:attr(data-label)}
}
`;
