/**
 * Packets: all papers of a meeting with their attachments in one file. A packet is made when its meeting is built, and from
 * then on whenever anything in it has changed.
 */

import { diagnose } from "../diagnostics/catalogue.ts";
import { agendaOf } from "../kinds/agenda.ts";
import { announcedTitles } from "../kinds/disclosure.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import { idKey, isSameId } from "../kinds/field.ts";
import { phrasesOf } from "../kinds/phrases.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import { addTo } from "../model/groups.ts";
import type { FileState } from "../model/host.ts";
import { byCodeUnits } from "../model/order.ts";
import type { Edition, OutputFile } from "../model/report.ts";
import type { Pdf } from "../pdf/layout-pdf.ts";
import { checksum } from "./checksum.ts";
import { type Made, whileWritten } from "./outputs.ts";
import { gatherParts, type PacketSource } from "./packet-parts.ts";
import { printPacket } from "./print-packet.ts";
import { nameOf } from "./read-names.ts";
import { digest, Recorder } from "./recording.ts";
import { Reported } from "./report.ts";
import type { Run } from "./run.ts";
import { notRemoved, notWritten, writeChanged } from "./write.ts";

/** What is remembered under a name that only builds of papers ask for: the paths of all packets. */
const NAME = "paper: packets";

/** What was found out. */
export interface PacketsResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly removed: readonly string[];
  /** Packets that are there, by the path of their meeting. */
  readonly packets: ReadonlyMap<string, readonly OutputFile[]>;
  /** Paths of those that are new. */
  readonly built: ReadonlySet<string>;
}

/** What is remembered of a packet. */
interface Remembered {
  readonly diagnostics: readonly Diagnostic[];
  readonly state: FileState | undefined;
}

/** Where the packet of a meeting lies. */
function packetPath(meeting: Entry<"meeting">, edition: Edition, tree: Tree): string {
  return `${edition}/${meeting.id}/${phrasesOf(tree.locale).packet.toLowerCase()}-${meeting.id}.pdf`;
}

/** Writes packets, and removes those that nobody needs any more. */
export class Packets {
  readonly #run: Run;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #packets = new Map<string, OutputFile[]>();
  readonly #built = new Set<string>();
  #removed: readonly string[] = [];
  readonly #onBuilt: (output: OutputFile) => void;

  /** `onBuilt` is told of every packet that is new. */
  constructor(run: Run, onBuilt: (output: OutputFile) => void) {
    this.#run = run;
    this.#onBuilt = onBuilt;
  }

  /**
   * `wanted` is the meeting that is being built; `failed` are the sources that could not be printed, and `withdrawn` the files
   * that this build has removed: a packet of which an item is no longer public is made anew without it.
   */
  async write(wanted: string | undefined, failed: ReadonlySet<string>, withdrawn: readonly string[]): Promise<void> {
    const { tree } = this.#run.project;
    const known = new Map(this.#run.ledger.entries().filter(([, { role }]) => role === "packet"));
    // An earlier run may have been interrupted after it had removed a packet.
    const recalled = this.#run.cache.recall<readonly string[]>(NAME) ?? [];
    const before = new Set([...known.keys(), ...withdrawn, ...recalled].map(idKey));
    const kept = new Set<string>();
    for (const meeting of tree?.all("meeting") ?? []) {
      if (!tree) break;
      const paths = (["public", "internal"] as const).map((edition) => ({
        edition,
        path: packetPath(meeting, edition, tree),
      }));
      if (!isSameId(meeting.id, wanted) && !paths.some(({ path }) => before.has(idKey(path)))) continue;
      for (const { edition, path } of paths) {
        if (failed.has(meeting.path)) {
          kept.add(path);
          if (this.#isNeeded(meeting, edition, tree)) this.#diagnostics.push(this.#waitingForAgenda(meeting));
        } else if (this.#isNeeded(meeting, edition, tree)) {
          kept.add(path);
          await this.#packet(meeting, edition, path, tree, failed);
          this.#list(meeting, edition, path);
        }
      }
    }
    if (!tree) return;
    const unread = new Set(this.#run.project.sources.flatMap(({ source }) => (source.entry ? [] : [source.path])));
    const others = [...known].filter(([path, { source }]) => !kept.has(path) && !unread.has(source));
    this.#removed = others.map(([path]) => path).filter((path) => this.#remove(path));
    const names = [...kept].sort();
    if (names.join("\n") !== this.#run.cache.recall<readonly string[]>(NAME)?.join("\n"))
      this.#run.cache.remember(NAME, {}, names);
  }

  /** What was done, also if it was interrupted. */
  result(): PacketsResult {
    // Both editions find the same in the same attachments.
    return {
      diagnostics: new Reported().fresh(this.#diagnostics),
      removed: this.#removed,
      packets: this.#packets,
      built: this.#built,
    };
  }

  #waitingForAgenda(meeting: Entry<"meeting">): Diagnostic {
    return diagnose("packet-without-agenda", {}, meeting.placeOf(["id"]));
  }

  #list(meeting: Entry<"meeting">, edition: Edition, path: string): void {
    const made = this.#run.ledger.get(path);
    if (made) addTo(this.#packets, meeting.path, outputOf(path, edition, made));
  }

  /** The internal edition is made where it has more than the public one. */
  #isNeeded(meeting: Entry<"meeting">, edition: Edition, tree: Tree): boolean {
    const items = tree.itemsOf(meeting.id);
    if (edition === "public") return items.some(({ data }) => data.visibility === "public");
    return items.some((item) => this.#run.project.editionsOf(item).includes("internal"));
  }

  async #packet(
    meeting: Entry<"meeting">,
    edition: Edition,
    path: string,
    tree: Tree,
    failed: ReadonlySet<string>,
  ): Promise<void> {
    const recorder = new Recorder(this.#run.states);
    const workshop = this.#run.project.workshop(meeting, recorder, "packet");
    if (!workshop) return;
    const lines = agendaOf(meeting, { tree, edition }).parts.flatMap((part) => part.lines);
    const parts = await gatherParts(lines, edition, tree, this.#run, failed);
    if (parts.missing.length > 0) {
      const values = { labels: parts.missing.join(", ") };
      this.#diagnostics.push(diagnose("packet-incomplete", values, meeting.placeOf(["id"])));
      return;
    }
    // Its papers stand for all that is in them, but the same paper can come from other sources.
    const name = `packet:${path}` as const;
    this.#run.states.set(name, digest(JSON.stringify([parts.signature, parts.ingredients, lines])));
    recorder.note(name);
    recorder.note(nameOf.source(meeting.path));
    recorder.note(nameOf.source(tree.body.path));
    const memory = `paper: ${name}` as const;
    const remembered = this.#run.cache.recall<Remembered>(memory);
    const state = this.#run.host.output.state(path);
    if (remembered && JSON.stringify(remembered.state) === JSON.stringify(state)) {
      this.#diagnostics.push(...remembered.diagnostics);
      return;
    }
    const packet = await printPacket(meeting, edition, workshop, parts, this.#run);
    const diagnostics = [...parts.diagnostics, ...packet.diagnostics];
    this.#diagnostics.push(...diagnostics);
    if (!packet.value || hasErrors(diagnostics)) return;
    if (!(await this.#write(path, edition, packet.value, parts, meeting, tree))) return;
    this.#run.cache.remember(memory, recorder.reads(), { diagnostics, state: this.#run.host.output.state(path) });
  }

  /** False if it could not be written: what lay there stays, and the next build tries again. */
  async #write(
    path: string,
    edition: Edition,
    { bytes, pages }: Pdf,
    parts: PacketSource,
    meeting: Entry<"meeting">,
    tree: Tree,
  ): Promise<boolean> {
    const own = [tree.body, meeting].map((entry) => [entry.path, this.#run.checksums.of(entry.path)] as const);
    const made: Made = {
      source: meeting.path,
      ingredients: Object.fromEntries(
        [...Object.entries(parts.ingredients), ...own].sort(([a], [b]) => byCodeUnits(a, b)),
      ),
      attachments: parts.attachments,
      ...(edition === "public" && { announced: announcedTitles(meeting, tree) }),
      title: `${phrasesOf(tree.locale).packet}: ${phrasesOf(tree.locale).session(meeting.data.title, meeting.data.number)}`,
      mediaType: "application/pdf",
      pages,
      bytes: bytes.length,
      sha256: checksum("sha256", bytes),
      ...(edition === "public" && { sha512: checksum("sha512", bytes) }),
      ...(parts.inaccessible.length > 0 && { inaccessible: parts.inaccessible }),
      role: "packet",
    };
    const known = this.#run.ledger.get(path);
    this.#run.ledger.set(path, whileWritten(known, made));
    const unlisted = this.#run.ledger.flush();
    const written = unlisted ? undefined : await writeChanged(this.#run.host.output, [{ path, bytes }]);
    if (written?.changed.has(path)) {
      this.#built.add(path);
      this.#onBuilt(outputOf(path, edition, made));
    }
    const failure = unlisted ?? written?.failures[0];
    if (failure) this.#diagnostics.push(notWritten(this.#run.host.output, failure));
    const present = failure ? known : made;
    if (this.#run.ledger.get(path) !== present) this.#run.ledger.set(path, present);
    return failure === undefined;
  }

  #remove(path: string): boolean {
    const failure = this.#run.host.output.remove(path);
    if (failure) {
      this.#diagnostics.push(notRemoved(this.#run.host.output, failure));
      return false;
    }
    this.#run.ledger.set(path, undefined);
    return true;
  }
}

function outputOf(path: string, edition: Edition, { pages = 0, sha256, inaccessible }: Made): OutputFile {
  return { path, edition, mediaType: "application/pdf", pages, sha256, ...(inaccessible && { inaccessible }) };
}
