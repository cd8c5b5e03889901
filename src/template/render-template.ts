/** A set of templates, compiled once, and how one of them is rendered with a view. */

import Handlebars from "handlebars";
import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type { Markdown } from "../model/markdown.ts";
import type { Shape } from "../model/shape.ts";
import { placeAt, readStamp, stamp } from "../model/text-file.ts";
import { checkTemplate } from "./check-template.ts";
import { createEnvironment, helperSignatures, type RenderData } from "./helpers.ts";
import { isPath, placeOf } from "./nodes.ts";
import type { Template } from "./parse-template.ts";
import { stampTags } from "./stamp.ts";

/** What rendering gives. */
export interface Rendered {
  /** Stamped HTML. */
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the template printed. */
  readonly printed: ReadonlySet<Markdown>;
}

/** Turns body text into markup whose headings begin at `level`. */
export type MarkdownRenderer = (text: Markdown, level: number) => string;

/** A template that is ready to render. */
export interface CompiledTemplate {
  /** Mistakes found without data; while there are errors among them, it must not be rendered. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where it begins. */
  readonly start: Place;
  render(view: Readonly<Record<string, unknown>>, markdown: MarkdownRenderer): Rendered;
}

/** Checks a template against the shape of its data and compiles it with the partials. */
export function compileTemplate(
  template: Template,
  shape: Shape,
  partials: ReadonlyMap<string, Template>,
): CompiledTemplate {
  const diagnostics = checkTemplate(template, shape, partials);
  let run: HandlebarsTemplateDelegate | undefined;
  return {
    diagnostics,
    start: placeAt(template.file, 0),
    render(view, markdown) {
      run ??= compile(template, partials);
      return renderWith(run, view, markdown);
    },
  };
}

function compile(template: Template, partials: ReadonlyMap<string, Template>): HandlebarsTemplateDelegate {
  const environment = createEnvironment();
  for (const [name, partial] of partials) environment.registerPartial(name, environment.compile(prepare(partial)));
  return environment.compile(prepare(template));
}

/** A fresh tree: stamping and rewriting change it in place. */
function prepare({ file }: Template): hbs.AST.Program {
  const program = Handlebars.parse(file.text);
  stampTags(program, file);
  new PrintRewriter(file).accept(program);
  return program;
}

/** Rewrites `{{path}}` to `{{print path path="path" at="file:line:column"}}`. */
class PrintRewriter extends Handlebars.Visitor {
  readonly #file: Template["file"];

  constructor(file: Template["file"]) {
    super();
    this.#file = file;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const { path } = mustache;
    if (!isPath(path) || mustache.params.length > 0 || helperSignatures.has(path.original)) return;
    const { loc } = path;
    const literal = (value: string): hbs.AST.StringLiteral => ({ type: "StringLiteral", value, original: value, loc });
    const pair = (key: string, value: string): hbs.AST.HashPair => ({
      type: "HashPair",
      key,
      value: literal(value),
      loc,
    });
    mustache.params = [path];
    mustache.hash = {
      type: "Hash",
      pairs: [pair("path", path.original), pair("at", stamp(placeOf(path, this.#file)))],
      loc,
    };
    mustache.path = { type: "PathExpression", data: false, depth: 0, parts: ["print"], original: "print", loc };
  }
}

function renderWith(run: HandlebarsTemplateDelegate, view: object, markdown: MarkdownRenderer): Rendered {
  const diagnostics: Diagnostic[] = [];
  const printed = new Set<Markdown>();
  const render: RenderData = {
    markdown(text, level) {
      printed.add(text);
      return markdown(text, level);
    },
    absent(path, at) {
      diagnostics.push(diagnose("template-value-absent", { path }, readStamp(at)));
    },
  };
  const html = run(view, { data: { render } });
  return { html, diagnostics, printed };
}
