/** What the page of a meeting adds to the style sheet of papers. */

/** CSS; the colours are those of `page-style.ts`. */
export const sessionStyle = `.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.session{margin:0 0 1.6rem;color:var(--text)}
.session dt{font-weight:400;color:var(--muted)}
.internal{margin:0 0 1.2rem;padding:.5rem .9rem;border:.125rem solid var(--accent);color:var(--accent);font-weight:700}
h1{margin-bottom:.6em}
main{text-align:start}
.jump{margin:0 0 1.2rem}
.jump summary{padding:.55rem 0;color:var(--accent);font-weight:600;cursor:pointer;line-height:1.5}
.jump ul{display:flex;flex-wrap:wrap;gap:.4rem;margin:.3rem 0;padding:0}
.jump li{display:block}
.jump a{display:inline-flex;align-items:center;justify-content:center;min-width:3.2rem;min-height:2.75rem;padding:0 .5rem;border:.0625rem solid var(--line);border-radius:.3rem;font-variant-numeric:tabular-nums}
.agenda>li{scroll-margin-top:.5rem}
.agenda{display:block;margin:0 0 1.5rem;padding:0;border-top:.0625rem solid var(--line)}
.agenda>li{display:grid;grid-template-columns:3.6rem minmax(0,1fr);gap:0 .8rem;padding:.85rem 0 .75rem;border-bottom:.0625rem solid var(--line);break-inside:avoid}
.agenda>.sub{padding-left:1.4rem}
.agenda h3{display:contents;font-size:1em}
.agenda .label{grid-column:1;white-space:nowrap;color:var(--accent);font-weight:700;font-variant-numeric:tabular-nums;line-height:1.35}
.agenda .name{grid-column:2;font-weight:600;line-height:1.35;overflow-wrap:anywhere}
.agenda .more{grid-column:2;margin-top:.3rem}
.agenda .more>.files{margin-top:.25rem}
.agenda p{margin:.2em 0 0;color:var(--muted);font-size:var(--small)}
.files{display:flex;flex-wrap:wrap;gap:.5rem;margin:.55rem 0 .15rem;padding:0}
.files li{display:block}
.attachments{margin-top:.6rem}
.files a{display:inline-flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .5rem;min-height:2.75rem;padding:.55rem .8rem;border:.0625rem solid var(--accent);border-radius:.3rem;text-decoration:none;line-height:1.5}
.files a:hover{background:var(--tint);color:var(--on-tint)}
.files .what{font-weight:600;text-decoration:underline;text-underline-offset:.15em}
.files .size{color:var(--muted);font-size:var(--small)}
.files a:hover .size{color:inherit}
.attachments .files a{border-color:var(--line)}
@media (max-width:34rem){
.agenda>li{grid-template-columns:3.3rem minmax(0,1fr);gap:0 .5rem}
.agenda>.sub{padding-left:.6rem}
.agenda .more{grid-column:1/-1}
.session>div{display:flex;gap:.6rem}
.session dt{min-width:5rem}
.files{gap:.4rem}
.files li{flex:1 1 8.5rem}
.files a{width:100%;height:100%}
}
@media print{
.jump{display:none}
.files a{min-height:0;padding:0;border:0}
.files{gap:.1rem 1.2rem;margin:.2rem 0}
}
`;
