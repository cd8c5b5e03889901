/** The helpers of templates, and what `check` knows of them. */

import Handlebars from "handlebars";
import type { Markdown } from "../model/markdown.ts";
import type { Shape } from "../model/shape.ts";

/** How a helper is called; arguments are checked before anything renders. */
export interface HelperSignature {
  /** What each positional argument has to be; `any` takes texts and booleans. */
  readonly parameters: readonly (Shape["type"] | "any")[];
  /** Named arguments, and what may be written for them. */
  readonly named: ReadonlyMap<string, RegExp>;
  readonly usage: string;
}

/** Helpers that stand for a value. A map, for in an object `toString` and `constructor` would be helpers too. */
export const helperSignatures: ReadonlyMap<string, HelperSignature> = new Map<string, HelperSignature>([
  [
    "markdown",
    { parameters: ["markdown"], named: new Map([["level", /^[2-6]$/]]), usage: "{{markdown text level=2}}" },
  ],
  ["equals", { parameters: ["any", "any"], named: new Map(), usage: '{{#if (equals a "b")}}' }],
  ["either", { parameters: ["any", "any"], named: new Map(), usage: "{{#if (either a b)}}" }],
]);

/** Helpers that open a block. */
export const blockHelpers: readonly string[] = ["if", "unless", "each", "with"];

/** What a template's output is told by the way. */
export interface RenderData {
  /** Turns body text into markup; headings begin at `level`. */
  readonly markdown: (text: Markdown, level: number) => string;
  /** Called where a value to print is absent; `at` is a stamp. */
  readonly absent: (path: string, at: string) => void;
}

/** Makes a Handlebars environment with the helpers. Partials keep the options of their first caller, so: one per template set. */
export function createEnvironment(): typeof Handlebars {
  const environment = Handlebars.create();
  environment.registerHelper({
    /** Every `{{path}}` is rewritten to this, so that an absent value is noticed. */
    print(value: unknown, options: Handlebars.HelperOptions): string {
      if (typeof value === "string" && value !== "") return value;
      if (typeof value === "number") return String(value);
      renderData(options).absent(String(options.hash.path), String(options.hash.at));
      return "";
    },
    markdown(text: unknown, options: Handlebars.HelperOptions): Handlebars.SafeString {
      const level = Number(options.hash.level ?? 2);
      // `check` has made sure that the argument is body text.
      return new environment.SafeString(renderData(options).markdown(text as Markdown, level));
    },
    equals: (a: unknown, b: unknown): boolean => a === b,
    either: (a: unknown, b: unknown): boolean => !Handlebars.Utils.isEmpty(a) || !Handlebars.Utils.isEmpty(b),
  });
  return environment;
}

function renderData(options: Handlebars.HelperOptions): RenderData {
  // Set in render-template.ts for every run.
  return (options.data as { readonly render: RenderData }).render;
}
