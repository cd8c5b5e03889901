/** The style sheets of drawing programs (`.cls-1{fill:#fff}`) → properties of elements. */

/** Rules of one style sheet in order; later ones win. */
export interface SvgRule {
  /** `path`, `.name` or `#id` */
  readonly selector: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** Reads a style sheet; undefined if it holds more than simple rules (`@import`, combined selectors …). */
export function readRules(css: string): readonly SvgRule[] | undefined {
  const rules: SvgRule[] = [];
  const rest = css
    .replace(/\/\*.*?\*\/|<!--|-->/gs, " ")
    .replace(/([^{}]+)\{([^{}]*)\}/g, (_, selectors: string, body: string) => {
      for (const selector of selectors.split(","))
        rules.push({ selector: selector.trim(), properties: readProperties(body) });
      return "";
    });
  const simple = rules.every(({ selector }) => /^[.#]?[A-Za-z_][\w-]*$/.test(selector));
  return simple && rest.trim() === "" ? rules : undefined;
}

/** Reads the declarations of a rule or of an attribute `style`. */
export function readProperties(body: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const declaration of body.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon === -1) continue;
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/, "")
      .trim();
    properties.set(declaration.slice(0, colon).trim(), value);
  }
  return properties;
}

/** The properties that rules give to an element: names of elements first, then classes, then ids. */
export function matchRules(
  rules: readonly SvgRule[],
  element: string,
  classes: string,
  id: string | undefined,
): ReadonlyMap<string, string> {
  const names = new Set(classes.split(/\s+/).map((name) => `.${name}`));
  const matching = [
    ...rules.filter(({ selector }) => selector === element),
    ...rules.filter(({ selector }) => names.has(selector)),
    ...rules.filter(({ selector }) => id !== undefined && selector === `#${id}`),
  ];
  return new Map(matching.flatMap(({ properties }) => [...properties]));
}
