/** Where raw HTML begins and ends, after CommonMark 0.31, section 4.6. */

const STARTS: readonly (readonly [start: RegExp, end: RegExp | undefined, interrupts: boolean])[] = [
  [/^<(?:script|pre|textarea|style)(?:\s|>|$)/i, /<\/(?:script|pre|textarea|style)>/i, true],
  [/^<!--/, /-->/, true],
  [/^<[?]/, /\?>/, true],
  [/^<![A-Za-z]/, />/, true],
  [/^<!\[CDATA\[/, /\]\]>/, true],
  [
    /^<[/]?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[123456]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|[/]?[>]|$)/i,
    undefined,
    true,
  ],
  [
    /^(?:<[A-Za-z][A-Za-z0-9-]*(?:\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*[>])\s*$/,
    undefined,
    false,
  ],
];

/** What ends the raw HTML that begins here (`end` undefined: a blank line); undefined if none begins. */
export function htmlStart(text: string, inParagraph: boolean): { readonly end: RegExp | undefined } | undefined {
  for (const [start, end, interrupts] of STARTS) {
    if (start.test(text)) return interrupts || !inParagraph ? { end } : undefined;
  }
  return undefined;
}
