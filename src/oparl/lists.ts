/** Lists of objects in files of their own, a hundred to a page, as OParl's external lists. */

import type { Collected, ExportedFile, OParlObject } from "./object.ts";

/** OParl recommends pages for longer lists. */
const PAGE = 100;

/** The pages of a list; the first is at `path`, the others at `path-2` and so on. */
export function listFiles(
  path: readonly string[],
  entries: readonly Collected[],
  idOf: (...path: readonly string[]) => string,
): readonly ExportedFile[] {
  const pages = Math.max(1, Math.ceil(entries.length / PAGE));
  const pathOf = (page: number): readonly string[] => [
    ...path.slice(0, -1),
    `${path.at(-1) ?? ""}${page === 1 ? "" : `-${page}`}`,
  ];
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1;
    const here = entries.slice(index * PAGE, page * PAGE);
    const data: readonly OParlObject[] = here.map(({ object }) => object);
    return {
      path: `${pathOf(page).join("/")}.json`,
      value: {
        data,
        pagination: { totalElements: entries.length, elementsPerPage: PAGE, currentPage: page, totalPages: pages },
        links: {
          first: idOf(...path),
          ...(page > 1 && { prev: idOf(...pathOf(page - 1)) }),
          self: idOf(...pathOf(page)),
          ...(page < pages && { next: idOf(...pathOf(page + 1)) }),
          last: idOf(...pathOf(pages)),
        },
      },
      sources: [...new Set(here.flatMap(({ sources }) => sources))].sort(),
    };
  });
}
