/** Splits a source into frontmatter and body, and reads the frontmatter as YAML whose scalars all stay text. */

import matter from "gray-matter";
import { diagnose } from "../diagnostics/catalogue.ts";
import { hiddenCharacter, hiddenIn } from "../diagnostics/hidden.ts";
import type { Diagnostic, Result } from "../model/diagnostic.ts";
import { lineOffset, placeAt, type TextFile } from "../model/text-file.ts";
import type { YamlMapping } from "../model/yaml-value.ts";
import { readYaml } from "./read-yaml.ts";

/** A source taken apart. */
export interface Frontmatter {
  readonly fields: YamlMapping;
  /** Offset in the file at which the body begins. */
  readonly bodyStart: number;
}

const refuse = {
  parse(): never {
    throw new Error("Frontmatter is read as YAML only.");
  },
};

/** gray-matter with its executing engines shut off; the block stays text and is read below. */
function split(text: string): { block: string; content: string } {
  const file = matter(text, {
    language: "yaml",
    engines: {
      yaml: { parse: () => ({}) },
      javascript: refuse,
      js: refuse,
      json: refuse,
      coffee: refuse,
      toml: refuse,
    },
  });
  return { block: file.matter, content: file.content };
}

/** What stands below the frontmatter of a source that {@link readFrontmatter} could read. */
export function belowFrontmatter(text: string): string {
  return split(text).content;
}

/** Dashes as word processors make them of `---`, or what somebody took for it. */
const FENCE = "(?:[-‐‑–—_=]{2,}|[–—])";

/** The first line that says anything, with dashes that are not quite what they have to be. */
const NEARLY_OPENING = new RegExp(`^(\\s*\\n)?([ \\t\\u00a0]*${FENCE}[ \\t]*)(?=\\n)`);
const NEARLY_CLOSING = new RegExp(`\\n([ \\t\\u00a0]*${FENCE})[ \\t]*(?=\\n|$)`);

/** Checks the lines `---` around the frontmatter, which gray-matter reads more freely than we allow. */
function checkDelimiters(file: TextFile): Diagnostic | undefined {
  const first = file.text.slice(0, lineOffset(file, 2)).trimEnd();
  if (first !== "---") {
    const hidden = hiddenDashes(file, 0, first);
    if (hidden) return hidden;
    if (first.startsWith("---")) {
      return diagnose("frontmatter-opening", { line: first }, placeAt(file, 0, first.length));
    }
    const nearly = NEARLY_OPENING.exec(file.text);
    if (nearly) {
      const [, above = "", line = ""] = nearly;
      return diagnose(
        "frontmatter-opening",
        { line: line.trimEnd() },
        placeAt(file, above.length, line.trimEnd().length),
      );
    }
    return diagnose("frontmatter-missing", {}, placeAt(file, 0, first.length));
  }
  const closing = /\n---.*/.exec(file.text.slice(3));
  if (!closing) {
    const nearly = NEARLY_CLOSING.exec(file.text.slice(3));
    if (!nearly) return diagnose("frontmatter-unclosed", {}, placeAt(file, 0, 3));
    const [, line = ""] = nearly;
    return diagnose("frontmatter-closing", { line }, placeAt(file, nearly.index + 4, line.length));
  }
  const line = closing[0].slice(1).trimEnd();
  if (line === "---") return undefined;
  const hidden = hiddenDashes(file, closing.index + 4, line);
  return hidden ?? diagnose("frontmatter-closing", { line }, placeAt(file, closing.index + 4, line.length));
}

/** Three dashes that would be right without a character that nobody sees. */
function hiddenDashes(file: TextFile, start: number, line: string): Diagnostic | undefined {
  const hidden = hiddenIn(line);
  return hidden?.word === "---" ? hiddenCharacter(line, hidden.index, placeAt(file, start + hidden.index)) : undefined;
}

/** Reads the frontmatter of a decoded source. Only the first fault of the YAML is reported: the rest would follow from it. */
export function readFrontmatter(file: TextFile): Result<Frontmatter> {
  const fault = checkDelimiters(file);
  if (fault) return { diagnostics: [fault] };

  const { block, content } = split(file.text);
  // gray-matter cuts `---` off and hands over the block with its leading newline: offset 3 is the file's.
  const { value, diagnostics } = readYaml(file, 3, block);
  const bodyStart = file.text.length - content.length;
  return { ...(value && { value: { fields: value, bodyStart } }), diagnostics };
}
