/** SVG text → elements with their offsets; undefined content is never repaired. */

import { Parser } from "htmlparser2";

/** An element as it is written. */
export interface SvgNode {
  /** Without the prefix `svg:`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SvgNode[];
  /** Text within it, for style sheets. */
  text: string;
  readonly offset: number;
}

/** Deeper nesting than any drawing program writes would overflow the painter's stack. */
const MAX_DEPTH = 100;

/** Reads an SVG; or the offset from which it is no well-formed XML. */
export function readTree(source: string): SvgNode | { readonly brokenAt: number } {
  let root: SvgNode | undefined;
  let brokenAt: number | undefined;
  const open: SvgNode[] = [];
  const broken = (at: number): void => {
    brokenAt ??= at;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const node: SvgNode = {
          name: name.replace(/^svg:/, ""),
          attributes,
          children: [],
          text: "",
          offset: parser.startIndex,
        };
        const parent = open.at(-1);
        if (parent) parent.children.push(node);
        else if (root) broken(node.offset);
        else root = node;
        open.push(node);
        if (open.length > MAX_DEPTH) broken(node.offset);
      },
      onclosetag(_, implied) {
        // Implied ends are also those of `<path/>`; only there does the text end with its tag.
        const node = open.pop();
        if (implied && node && source.slice(parser.endIndex - 1, parser.endIndex + 1) !== "/>") broken(node.offset);
      },
      ontext(text) {
        const parent = open.at(-1);
        if (parent) parent.text += text;
        else if (text.trim() !== "") broken(parser.startIndex);
      },
      onprocessinginstruction(name, data) {
        if (/^!doctype$/i.test(name) && data.includes("[")) broken(parser.startIndex);
        else if (name.startsWith("?") && name !== "?xml") broken(parser.startIndex);
      },
    },
    { xmlMode: true },
  );
  parser.write(source);
  if (open.length > 0) broken(open.at(-1)?.offset ?? 0);
  parser.end();
  if (brokenAt !== undefined) return { brokenAt };
  return root ?? { brokenAt: 0 };
}
