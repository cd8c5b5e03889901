/** What the package brings along: its templates, and the fonts of two packages that it depends on. */

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadableFolder } from "../model/host.ts";
import { readableFolder } from "./folders.ts";

const resolve = createRequire(import.meta.url).resolve;

/** The root of the package: this file lies one folder below `src` or, bundled, somewhere below `dist`. */
function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.replace(/[/\\](src|dist)([/\\].*)?$/, "");
}

/** A file of the package. */
export function packageFile(path: string): string {
  return join(packageRoot(), path);
}

/** The templates that the package ships. */
export function shippedTemplates(): ReadableFolder {
  return readableFolder(packageFile("templates"), "vorlagenwerk/templates");
}

/** Fonts under the paths that the shipped theme names, e.g. `fonts/DejaVuSans.ttf`. */
export function shippedFonts(): ReadableFolder {
  const noto = readableFolder(dirname(resolve("@expo-google-fonts/noto-sans/package.json")), "noto-sans");
  const dejavu = readableFolder(join(dirname(resolve("dejavu-fonts-ttf/package.json")), "ttf"), "dejavu");
  const find = (path: string): readonly [ReadableFolder, string] | undefined => {
    const match = /^fonts\/((NotoSans)_([A-Za-z0-9_]+)|DejaVu[A-Za-z-]+)\.ttf$/.exec(path);
    if (!match) return undefined;
    const [, name, isNoto, face] = match;
    return isNoto ? [noto, `${face}/${name}.ttf`] : [dejavu, `${name}.ttf`];
  };
  return {
    name: "vorlagenwerk",
    list: () => [],
    read(path) {
      const [folder, file] = find(path) ?? [];
      return folder && file ? folder.read(file) : { failure: "missing" };
    },
    mark(path) {
      const [folder, file] = find(path) ?? [];
      return folder && file ? folder.mark?.(file) : undefined;
    },
  };
}
