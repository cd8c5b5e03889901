/** Stamps every tag of a template with its place, so that whatever comes of it can be traced back. */

import Handlebars from "handlebars";
import { lineOffset, placeAt, stamp, type TextFile } from "../model/text-file.ts";

type State = "text" | "tag" | "single-quoted" | "double-quoted" | "comment";

/** Changes the content statements of a parsed template in place, in document order. */
export function stampTags(program: hbs.AST.Program, file: TextFile): void {
  new Stamper(file).accept(program);
}

class Stamper extends Handlebars.Visitor {
  readonly #file: TextFile;
  /** Carried from one statement to the next: `<p class="{{x}}">` is two statements. */
  #state: State = "text";

  constructor(file: TextFile) {
    super();
    this.#file = file;
  }

  override ContentStatement(content: hbs.AST.ContentStatement): void {
    const { original } = content;
    const value = String(content.value);
    if (value === "") return;
    // White-space control strips `value`, while `loc` belongs to `original`.
    const stripped = Math.max(0, String(original).indexOf(value));
    const start = lineOffset(this.#file, content.loc.start.line) + content.loc.start.column + stripped;
    content.value = this.#stamp(value, start);
  }

  #stamp(value: string, start: number): string {
    let result = "";
    let copied = 0;
    for (let at = 0; at < value.length; at++) {
      const tag = this.#step(value, at);
      if (tag === undefined) continue;
      const end = at + 1 + tag.length;
      result += `${value.slice(copied, end)} data-at="${stamp(placeAt(this.#file, start + at))}"`;
      copied = end;
    }
    return result + value.slice(copied);
  }

  /** Advances by one character; gives the name of a tag that begins there, with the slash of an end. */
  #step(value: string, at: number): string | undefined {
    const character = value[at];
    switch (this.#state) {
      case "text": {
        if (character !== "<") return undefined;
        if (value.startsWith("<!--", at)) {
          this.#state = "comment";
          return undefined;
        }
        const name = /^\/?[a-z][a-z0-9-]*/i.exec(value.slice(at + 1, at + 40))?.[0];
        if (name !== undefined) this.#state = "tag";
        return name;
      }
      case "tag":
        if (character === ">") this.#state = "text";
        else if (character === "'") this.#state = "single-quoted";
        else if (character === '"') this.#state = "double-quoted";
        return undefined;
      case "single-quoted":
        if (character === "'") this.#state = "tag";
        return undefined;
      case "double-quoted":
        if (character === '"') this.#state = "tag";
        return undefined;
      case "comment":
        if (value.endsWith("-->", at + 1)) this.#state = "text";
        return undefined;
    }
  }
}
