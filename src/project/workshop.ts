/** What the sources of a project are printed with. */

import type { Workshop } from "../compile.ts";
import { calendarDay } from "../kinds/calendar.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import { ingredientsOf } from "../kinds/ingredients.ts";
import { phrasesOf } from "../kinds/phrases.ts";
import { hasErrors, type Place } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import type { ProjectOptions } from "../model/options.ts";
import type { Edition } from "../model/report.ts";
import { lineOffset, placeAt } from "../model/text-file.ts";
import { checksum } from "./checksum.ts";
import { type Look, pictureReader } from "./look.ts";
import { nameOf, namesOfPicture } from "./read-names.ts";
import type { Source } from "./read-sources.ts";
import type { Recorder } from "./recording.ts";

/** Makes the workshops of one project. */
export class Workshops {
  readonly #tree: Tree | undefined;
  readonly #look: Look;
  readonly #picture: Workshop["picture"];
  readonly #sources: readonly Source[];
  readonly #draft: boolean;
  /** How many folders templates are looked for in. */
  readonly #folders: number;

  constructor(
    host: Pick<Host, "content" | "templates">,
    {
      tree,
      look,
      sources,
    }: { readonly tree: Tree | undefined; readonly look: Look; readonly sources: readonly Source[] },
    { draft = false }: ProjectOptions,
  ) {
    this.#tree = tree;
    this.#look = look;
    this.#picture = pictureReader(host, look);
    this.#sources = sources;
    this.#draft = draft;
    this.#folders = host.templates.length;
  }

  /** With the template of the entry's kind, or of its packet; undefined if template, theme or fonts have mistakes. */
  of(entry: Entry, recorder?: Recorder, other?: "packet"): Workshop | undefined {
    const { theme, fonts } = this.#look;
    const template = this.#look.template(other ?? entry.kind);
    const tree = this.#tree;
    if (!tree || !template || hasErrors(template.diagnostics) || !theme || !fonts) return undefined;
    const workshop: Workshop = {
      tree,
      template,
      theme,
      fonts,
      picture: this.#picture,
      locate: (character, from) => locate(character, from, this.#sources),
      ...(this.#draft && {
        draft: (html, edition) => ({
          label: phrasesOf(tree.locale).draft,
          revision: [...newestDay(entry, tree, edition), revisionOf(html)].join(" · "),
        }),
      }),
    };
    if (!recorder) return workshop;
    recorder.note(nameOf.source(entry.path));
    recorder.note(`look:${other ?? entry.kind}`);
    return recorded(workshop, recorder, this.#folders);
  }
}

/** A workshop that notes what it gives. */
function recorded(workshop: Workshop, recorder: Recorder, templateFolders: number): Workshop {
  return {
    ...workshop,
    tree: recorder.tree(workshop.tree),
    picture(key, placeOf) {
      for (const name of namesOfPicture(key, templateFolders)) recorder.note(name);
      return workshop.picture(key, placeOf);
    },
  };
}

/** The newest day that a source of the paper carries: the clock and the dates of files are not the same everywhere. */
function newestDay(entry: Entry, tree: Tree, edition: Edition): readonly string[] {
  const days = ingredientsOf(entry, tree, edition)
    .filter(({ kind }) => kind !== "meeting")
    .flatMap(({ data }) => ("date" in data && data.date ? [data.date] : []));
  const newest = days.sort().at(-1);
  return newest === undefined ? [] : [calendarDay(newest, tree.locale).numeric];
}

/** A short name for the state of everything that went into a paper. */
function revisionOf(html: string): string {
  return checksum("sha256", html).slice(0, 8);
}

/** Paragraphs know where they begin; a character of theirs is found by searching from there. */
function locate(character: string, from: Place, sources: readonly Source[]): Place {
  const file = sources.find(({ name }) => name === from.file)?.file;
  // A value of the frontmatter has the place of the template's tag: it stands in whichever source has the character.
  if (!file) {
    const source = sources.find((one) => one.file?.text.includes(character))?.file;
    return source ? placeAt(source, source.text.indexOf(character), character.length) : from;
  }
  const start = lineOffset(file, from.line) + from.column - 1;
  const at = file.text.normalize("NFC").length === file.text.length ? file.text.indexOf(character, start) : -1;
  return at === -1 ? from : placeAt(file, at, character.length);
}
