/** The page of a meeting as a file beside its papers: rendered only if anything on it has changed. */

import { readPageStrings } from "../html/read-strings.ts";
import { announcedTitles } from "../kinds/disclosure.ts";
import type { Entry } from "../kinds/entry.ts";
import { checksum } from "./checksum.ts";
import { type Companion, publicParts } from "./companion.ts";
import type { CheckedFile } from "./gate/data-check.ts";
import { once } from "./once.ts";
import { nameOf } from "./read-names.ts";
import { digest, Recorder } from "./recording.ts";
import type { Run } from "./run.ts";
import { describeFiles, renderSessionPage, type SessionPlace } from "./session-pages.ts";

/** The page of a meeting, as it is written and as the gate sees it. */
export interface SessionCompanion extends Companion, CheckedFile {
  readonly ingredients: () => readonly Entry[];
}

/** `mayBeKnown` if the pages of the last build are as it wrote them, and nothing in them leaked. */
export function sessionCompanion(place: SessionPlace, run: Run, mayBeKnown: boolean): SessionCompanion {
  const { path, edition, meeting, files } = place;
  const recorder = new Recorder(run.states);
  const beside = `beside:${path}` as const;
  run.states.set(beside, digest(describeFiles(files)));
  recorder.note(beside);
  const name = `paper: page ${path}` as const;
  const sha256 = run.cache.recall<string>(name);
  const known = run.ledger.get(path);
  const isKnown = mayBeKnown && known !== undefined && known.sha256 === sha256;
  const render = once(() => {
    const workshop = run.project.workshop(meeting, recorder);
    if (!workshop) throw new Error("There is nothing to render with.");
    const page = renderSessionPage(place, workshop);
    const isPublic = edition === "public";
    for (const one of page.ingredients) recorder.note(nameOf.source(one.path));
    const announced = isPublic ? announcedTitles(meeting, workshop.tree) : [];
    run.cache.remember(name, recorder.reads(), checksum("sha256", page.html));
    return { ...page, announced };
  });
  const made = (): Companion["made"] => {
    const { title, ingredients, announced } = render();
    return {
      source: meeting.path,
      ingredients: run.checksums.ofAll(ingredients.map((one) => one.path)),
      attachments: publicParts(ingredients),
      ...(edition === "public" && { announced }),
      title,
      mediaType: "text/html",
      pages: 1,
      role: "page",
    };
  };
  return {
    path,
    isKnown,
    ingredients: () => render().ingredients,
    texts: () => [...readPageStrings(render().html), ...linkedNames(render().html)],
    ...(isKnown && { sha256 }),
    bytes: () => new TextEncoder().encode(render().html),
    made: isKnown ? known : made(),
  };
}

function linkedNames(html: string): readonly string[] {
  return [...html.matchAll(/ href="([^"#]*)"/g)].map(([, href = ""]) => decodeURIComponent(href));
}
