/** Messages name folders as they are seen from where the program was started, also messages that are remembered. */

import { expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

it("a mistake in a text is told again at the path of today", async () => {
  const files = smallBody();
  const text = String(files["content/s/top-1.md"]).replace("Der Text.", "Der Text.[^nix]");
  const host = memoryHost({ ...files, "content/s/top-1.md": text });
  const placesIn = async (name: string): Promise<readonly (string | undefined)[]> => {
    const content = {
      ...host.content,
      name,
      list: () => host.content.list(),
      read: (path: string) => host.content.read(path),
    };
    const { documents } = await buildProject({ ...host, content });
    return documents.flatMap(({ diagnostics }) => diagnostics.map(({ place }) => place?.file));
  };
  expect(await placesIn("content")).toEqual(["content/s/top-1.md"]);
  expect(await placesIn("../content")).toEqual(["../content/s/top-1.md"]);
});
