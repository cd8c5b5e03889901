/** Which program this is. */

declare const __VERSION__: string | undefined;
declare const __BUILD__: string | undefined;

/** Version as in package.json, and a name that changes with every change of the code. The bundler fills both in. */
export const program = {
  version: typeof __VERSION__ === "string" ? __VERSION__ : "0.0.0",
  build: typeof __BUILD__ === "string" ? __BUILD__ : "sources",
} as const;
