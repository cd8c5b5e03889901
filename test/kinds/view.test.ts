/** What templates are given. */

import { expect, it } from "vitest";
import type { Tree } from "../../src/kinds/entry.ts";
import { bodyView } from "../../src/kinds/view.ts";

it.each([
  "Kreishausplatz 1\n12345 Auenstedt",
  "Kreishausplatz 1,\n  12345 Auenstedt",
  "Kreishausplatz 1, 12345 Auenstedt",
])("gives the address %j in one line", (address) => {
  // No more of the tree is asked for.
  const tree = { locale: "de-DE", body: { data: { id: "kreis", title: "Kreis", address } } } as unknown as Tree;
  expect(bodyView({ tree, edition: "public" }).address).toBe("Kreishausplatz 1, 12345 Auenstedt");
});
