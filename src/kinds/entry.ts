/** A validated source, and the tree of all of them. */

import type { Place } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import type { Markdown, MarkdownSection } from "../model/markdown.ts";
import type { TextFile } from "../model/text-file.ts";
import type { AgendaItemData } from "./agenda-item.ts";
import type { BodyData } from "./body.ts";
import type { ExplanationData } from "./explanation.ts";
import type { MeetingData } from "./meeting.ts";
import type { MotionData } from "./motion.ts";
import type { ResolutionData } from "./resolution.ts";
import type { StatusReportData } from "./status-report.ts";
import type { Kind } from "./vocabulary.ts";

/** The fields of each kind after validation. */
export interface KindData {
  readonly body: BodyData;
  readonly meeting: MeetingData;
  readonly "agenda-item": AgendaItemData;
  readonly motion: MotionData;
  readonly resolution: ResolutionData;
  readonly explanation: ExplanationData;
  readonly "status-report": StatusReportData;
}

/** A source whose frontmatter is valid in itself. */
export interface Entry<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly data: KindData[K];
  readonly file: TextFile;
  /** Path in the content folder. */
  readonly path: string;
  /** How the author writes keys. */
  readonly language: Language;
  /** Where the value of a field stands, by its path, e.g. `["movers", 0, "faction"]`. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  readonly text: Markdown;
}

/** A text split at the headings that the body names. */
export interface EntryText {
  /** What precedes the first of them. */
  readonly opening: Markdown;
  readonly sections: Readonly<Record<string, MarkdownSection>>;
}

/** All valid sources of a body. */
export interface Tree {
  readonly body: Entry<"body">;
  /** BCP 47 tag in which papers are written. */
  readonly locale: string;
  /** Section key → the body's words. */
  readonly headings: Readonly<Record<string, string>>;
  /** The source of that id, of whatever kind. */
  lookUp(id: string): Entry | undefined;
  find<K extends Kind>(kind: K, id: string): Entry<K> | undefined;
  all<K extends Kind>(kind: K): readonly Entry<K>[];
  /** The agenda items of a meeting, in the order of their paths. */
  itemsOf(meeting: string): readonly Entry<"agenda-item">[];
  /** The resolutions of a committee in a period, both days included, in the order of their paths. */
  resolutionsOf(committee: string, since: string, until: string): readonly Entry<"resolution">[];
  split(entry: Entry): EntryText;
}
