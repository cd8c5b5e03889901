/** Holds a template and its partials against the shape of the data, before anything renders. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest, suggestionFirst } from "../diagnostics/nearest.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Shape } from "../model/shape.ts";
import type { TextFile } from "../model/text-file.ts";
import { blockHelpers, helperSignatures } from "./helpers.ts";
import { isPath, literalOf, nameOf, placeOf, sourceOf } from "./nodes.ts";
import { findOpenMarkup } from "./open-markup.ts";
import type { Template } from "./parse-template.ts";

/** What names mean at a point of a template. */
interface Scope {
  readonly shape: Shape;
  readonly parent?: Scope;
  readonly blockParams: ReadonlyMap<string, Shape>;
  /** How many `#each` stand around; each of them has its `@index`. */
  readonly eachDepth: number;
}

const textShape: Shape = { type: "text" };

/** What `#each` tells of its turn. */
const turnShapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["index", textShape],
  ["key", textShape],
  ["first", { type: "boolean" }],
  ["last", { type: "boolean" }],
]);

/** All mistakes of a template that prints data of that shape. */
export function checkTemplate(
  template: Template,
  shape: Shape,
  partials: ReadonlyMap<string, Template>,
): readonly Diagnostic[] {
  const checker = new Checker(template, partials, shape);
  checker.template(template, { shape, blockParams: new Map(), eachDepth: 0 });
  return checker.diagnostics;
}

class Checker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #partials: ReadonlyMap<string, Template>;
  readonly #root: Shape;
  readonly #seen = new Set<string>();
  readonly #checked = new Map<Template, Scope[]>();
  /** From the template down to the partial that is being checked. */
  readonly #open: Template[] = [];
  /** Paths that the data does not have. */
  readonly #missing: { readonly path: string; readonly file: TextFile }[] = [];
  /** Files that whoever reads the report can mend; of a partial that the package ships it is the call. */
  readonly #own: ReadonlySet<string>;

  constructor(template: Template, partials: ReadonlyMap<string, Template>, root: Shape) {
    this.#partials = partials;
    this.#root = root;
    this.#own = new Set([template, ...partials.values()].filter(({ isOwn }) => isOwn).map(({ file }) => file.path));
  }

  /** A partial is checked once for each shape that it is given. */
  template(template: Template, scope: Scope): void {
    const { shape, eachDepth } = scope;
    const known = this.#checked.get(template) ?? [];
    if (known.some((one) => one.shape === shape && one.eachDepth === eachDepth)) return;
    this.#checked.set(template, [...known, scope]);
    this.#open.push(template);
    this.#program(template.program, scope, template.file);
    this.#open.pop();
    const open = findOpenMarkup(template.file);
    if (open) this.#report(open);
  }

  #report(diagnostic: Diagnostic): void {
    const key = JSON.stringify([diagnostic.code, diagnostic.place]);
    if (!this.#seen.has(key)) this.diagnostics.push(diagnostic);
    this.#seen.add(key);
  }

  #program(program: hbs.AST.Program | undefined, scope: Scope, file: TextFile): void {
    for (const statement of program?.body ?? []) this.#statement(statement, scope, file);
  }

  #statement(statement: hbs.AST.Statement, scope: Scope, file: TextFile): void {
    switch (statement.type) {
      case "ContentStatement":
      case "CommentStatement":
        return;
      case "MustacheStatement":
        this.#mustache(statement as hbs.AST.MustacheStatement, scope, file);
        return;
      case "BlockStatement":
        this.#block(statement as hbs.AST.BlockStatement, scope, file);
        return;
      case "PartialStatement":
        this.#partial(statement as hbs.AST.PartialStatement, scope, file);
        return;
      default: {
        const place = placeOf(statement, file);
        this.#report(diagnose("template-unsupported", { source: sourceOf(statement, file) }, place));
        return;
      }
    }
  }

  #mustache(mustache: hbs.AST.MustacheStatement, scope: Scope, file: TextFile): void {
    const place = placeOf(mustache, file);
    if (!mustache.escaped) {
      this.#report(diagnose("template-unescaped", { source: sourceOf(mustache, file) }, place));
      return;
    }
    const { path } = mustache;
    if (mustache.params.length > 0 || mustache.hash || helperSignatures.has(nameOf(path))) {
      this.#call(path, mustache.params, mustache.hash, scope, file);
      return;
    }
    const shape = this.#expression(path, scope, file);
    if (!shape || shape.type === "text") return;
    const values = { path: nameOf(path), type: shape.type };
    this.#report(diagnose("template-not-text", values, placeOf(path, file)));
  }

  #block(block: hbs.AST.BlockStatement, scope: Scope, file: TextFile): void {
    const name = nameOf(block.path);
    const [param, ...others] = block.params;
    if (!blockHelpers.includes(name)) {
      const suggestion = nearest(name, blockHelpers);
      const known = blockHelpers.map((one) => `#${one}`);
      const values = { name: `#${name}`, suggestion: suggestion && `#${suggestion}`, known };
      this.#report(
        diagnose(
          "template-unknown-helper",
          values,
          placeOf(block.path, file),
          suggestionFirst(values.suggestion, known),
        ),
      );
      return;
    }
    if (!param || others.length > 0) {
      this.#report(
        diagnose("template-wrong-argument", { helper: `#${name}`, usage: `{{#${name} …}}` }, placeOf(block, file)),
      );
      return;
    }
    const shape = this.#expression(param, scope, file);
    this.#program(block.inverse, scope, file);
    if (name === "if" || name === "unless") {
      this.#program(block.program, scope, file);
      return;
    }
    if (!shape) return;
    if (name === "each" ? shape.type !== "list" : shape.type !== "object") {
      const usage = name === "each" ? "{{#each item.motions}}" : "{{#with item.resolution}}";
      this.#report(diagnose("template-wrong-argument", { helper: `#${name}`, usage }, placeOf(param, file)));
      return;
    }
    const inner = shape.type === "list" ? shape.item : shape;
    const [first, second] = block.program.blockParams ?? [];
    const blockParams = new Map(scope.blockParams);
    if (first) blockParams.set(first, inner);
    if (second) blockParams.set(second, textShape);
    this.#program(
      block.program,
      { shape: inner, parent: scope, blockParams, eachDepth: scope.eachDepth + (name === "each" ? 1 : 0) },
      file,
    );
  }

  #partial(partial: hbs.AST.PartialStatement, scope: Scope, file: TextFile): void {
    if (!isPath(partial.name as hbs.AST.Expression)) {
      const place = placeOf(partial, file);
      this.#report(diagnose("template-unsupported", { source: sourceOf(partial, file) }, place));
      return;
    }
    const name = nameOf(partial.name);
    const found = this.#partials.get(name);
    if (!found) {
      const known = [...this.#partials.keys()];
      const suggestion = nearest(name, known);
      this.#report(
        diagnose(
          "template-unknown-partial",
          { name, suggestion, known },
          placeOf(partial.name, file),
          suggestionFirst(suggestion, known),
        ),
      );
      return;
    }
    // It would go on without end, for no data holds itself.
    if (this.#open.includes(found)) {
      this.#report(diagnose("template-partial-recursive", { name }, placeOf(partial, file)));
      return;
    }
    const [context, ...others] = partial.params;
    if (others.length > 0) {
      const values = { helper: `> ${name}`, usage: `{{> ${name} motion caption="…"}}` };
      this.#report(diagnose("template-wrong-argument", values, placeOf(partial, file)));
      return;
    }
    const shape = context ? this.#expression(context, scope, file) : scope.shape;
    if (!shape) return;
    const pairs = partial.hash?.pairs ?? [];
    const added = pairs.map((pair) => [pair.key, this.#expression(pair.value, scope, file) ?? textShape] as const);
    const fields = shape.type === "object" ? shape.fields : {};
    const inner: Shape =
      pairs.length > 0 ? { type: "object", fields: { ...fields, ...Object.fromEntries(added) } } : shape;
    const before = this.diagnostics.length;
    const missing = this.#missing.length;
    // Handlebars tells a partial nothing of what stands around its call: there is no `../` from there.
    this.template(found, { shape: inner, blockParams: new Map(), eachDepth: scope.eachDepth });
    if (found.isOwn || !this.#own.has(file.path)) return;
    const inPartial = this.diagnostics.splice(before);
    const mendable = inPartial.filter(({ place }) => place && this.#own.has(place.file));
    this.diagnostics.push(...mendable);
    if (mendable.length === inPartial.length) return;
    const path = this.#missing.slice(missing).find((one) => !this.#own.has(one.file.path))?.path;
    this.#report(
      diagnose("template-partial-context", { name, path, known: Object.keys(fields) }, placeOf(partial, file)),
    );
  }

  /** A helper with arguments; gives the shape of its value. */
  #call(
    path: hbs.AST.Expression,
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    scope: Scope,
    file: TextFile,
  ): Shape | undefined {
    const name = nameOf(path);
    const signature = helperSignatures.get(name);
    if (!signature) {
      const known = [...helperSignatures.keys()];
      const suggestion = nearest(name, known);
      this.#report(
        diagnose(
          "template-unknown-helper",
          { name, suggestion, known },
          placeOf(path, file),
          suggestionFirst(suggestion, known),
        ),
      );
      return undefined;
    }
    const shapes = params.map((param) => this.#expression(param, scope, file));
    for (const pair of hash?.pairs ?? []) this.#expression(pair.value, scope, file);
    const fits =
      signature.parameters.length === params.length &&
      signature.parameters.every((type, index) => {
        const shape = shapes[index];
        // An unknown path was reported already.
        return shape === undefined || type === "any" || shape.type === type;
      });
    const isKnownHash = (hash?.pairs ?? []).every(({ key, value }) => signature.named.get(key)?.test(literalOf(value)));
    if (!fits || !isKnownHash) {
      this.#report(diagnose("template-wrong-argument", { helper: name, usage: signature.usage }, placeOf(path, file)));
    }
    return { type: "boolean" };
  }

  #expression(expression: hbs.AST.Expression, scope: Scope, file: TextFile): Shape | undefined {
    switch (expression.type) {
      case "PathExpression":
        return this.#path(expression as hbs.AST.PathExpression, scope, file);
      case "SubExpression": {
        const call = expression as hbs.AST.SubExpression;
        return this.#call(call.path, call.params, call.hash, scope, file);
      }
      default:
        return textShape;
    }
  }

  #path(path: hbs.AST.PathExpression, scope: Scope, file: TextFile): Shape | undefined {
    const parts = path.parts.map(String);
    const unknown = (shape: Shape | undefined, part: string): undefined => {
      const known = shape?.type === "object" ? Object.keys(shape.fields) : [];
      const suggestion = nearest(part, known);
      const values = { path: path.original, suggestion, known };
      this.#missing.push({ path: path.original, file });
      this.#report(diagnose("template-unknown-path", values, placeOf(path, file), suggestionFirst(suggestion, known)));
    };
    let rest = parts;
    let shape: Shape | undefined;
    if (path.data) {
      const [name = ""] = parts;
      shape = name === "root" ? this.#root : scope.eachDepth > path.depth ? turnShapes.get(name) : undefined;
      if (!shape) return unknown(undefined, name);
      rest = parts.slice(1);
    } else {
      const parameter = path.depth === 0 ? scope.blockParams.get(parts[0] ?? "") : undefined;
      if (parameter) {
        shape = parameter;
        rest = parts.slice(1);
      } else {
        let at: Scope | undefined = scope;
        for (let depth = 0; depth < path.depth; depth++) at = at?.parent;
        if (!at) return unknown(undefined, parts[0] ?? "");
        shape = at.shape;
      }
    }
    for (const part of rest) {
      // The length of a list is what `{{#if list.length}}` asks for.
      if (shape.type === "list" && part === "length") {
        shape = textShape;
        continue;
      }
      const next: Shape | undefined =
        shape.type === "object" && Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
      if (!next) return unknown(shape, part);
      shape = next;
    }
    return shape;
  }
}
