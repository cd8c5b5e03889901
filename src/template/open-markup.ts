/** Comments and values of attributes that a template opens and does not close. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";

/** The first of them: all that follows would be part of it. */
export function findOpenMarkup(file: TextFile): Diagnostic | undefined {
  const text = withoutCalls(file.text);
  const comment = text.lastIndexOf("<!--");
  if (comment !== -1 && !text.includes("-->", comment)) {
    return diagnose("comment-unclosed", {}, placeAt(file, comment, 4));
  }
  const open = findOpenValue(text.replace(/<!--[\s\S]*?-->/g, blank));
  if (!open) return undefined;
  const { attribute, at, length } = open;
  return diagnose("template-attribute-unclosed", { attribute }, placeAt(file, at, length));
}

function blank(source: string): string {
  return source.replace(/[^\n]/g, " ");
}

/** A template's own text, everything where it was; what Handlebars reads may have quotation marks of its own. */
function withoutCalls(template: string): string {
  return template.replace(/\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}/g, blank);
}

/** The first value of an attribute that has no end, or that a tag is part of. */
function findOpenValue(
  html: string,
): { readonly attribute: string; readonly at: number; readonly length: number } | undefined {
  const tag = /<[a-z][a-z0-9-]*/gi;
  while (tag.exec(html)) {
    const sign = /[^"'>]*(["'>])/y;
    sign.lastIndex = tag.lastIndex;
    for (let match = sign.exec(html); match && match[1] !== ">"; match = sign.exec(html)) {
      const [before, quote = ""] = match;
      const end = html.indexOf(quote, sign.lastIndex);
      const value = html.slice(sign.lastIndex, end === -1 ? undefined : end);
      if (end === -1 || /<\/?[a-z]/i.test(value)) {
        const name = /[^\s=]*(?=\s*=\s*["']$)/.exec(before);
        const at = name ? match.index + name.index : sign.lastIndex - 1;
        return { attribute: name?.[0] ?? quote, at, length: sign.lastIndex - at };
      }
      sign.lastIndex = end + 1;
    }
    tag.lastIndex = sign.lastIndex || tag.lastIndex;
  }
  return undefined;
}
