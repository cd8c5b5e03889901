/** The version of the package. */

import { createRequire } from "node:module";

/** As in package.json. */
export function version(): string {
  // The package exports its own package.json; its form is known.
  return (createRequire(import.meta.url)("vorlagenwerk/package.json") as { version: string }).version;
}
