/**
 * What is made when all papers are there: attachments beside them, the pages of meetings, and the public edition as OParl
 * data. All of it follows from the tree and the ledger, so it is looked through as a whole, unless neither has changed.
 */

import { findLogo } from "../compile.ts";
import type { Tree } from "../kinds/entry.ts";
import { kindOrder } from "../kinds/kinds.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { FileState, FileWrite, WriteFailure } from "../model/host.ts";
import { byCodeUnits } from "../model/order.ts";
import { mediaTypeOf, type PlacedAttachment, placeAttachments } from "./attachments.ts";
import { checksum } from "./checksum.ts";
import type { Cleared, Companion } from "./companion.ts";
import { type Clearance, checkData } from "./gate/data-check.ts";
import { oparlCompanions } from "./oparl-companions.ts";
import { type Made, partKey, whileWritten } from "./outputs.ts";
import type { CheckedSource } from "./project.ts";
import { nameOf, namesOfPicture } from "./read-names.ts";
import { SourceChanged } from "./read-sources.ts";
import { digest, Recorder } from "./recording.ts";
import type { Run } from "./run.ts";
import { type SessionCompanion, sessionCompanion } from "./session-companion.ts";
import { type Outputs, sessionPlaces } from "./session-pages.ts";
import { notRemoved, severalNotWritten, writeChanged } from "./write.ts";

/** What was found out, and what was removed. */
export interface CompanionsResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly removed: readonly string[];
}

/** What tells companions as they were written, and what pages and data were cleared of. */
interface Written {
  readonly fingerprint: string;
  readonly pages?: Clearance;
  readonly data?: Clearance;
}

/** So many files, and about so many bytes, are written at a time: those of all of them would fill the memory. */
const AT_ONCE = 200;
const BYTES_AT_ONCE = 50_000_000;

/** What is remembered under names that only builds of papers ask for. */
const NAME = "paper: companions";

/** Writes what belongs to papers, and removes what does not any more. */
export class Companions {
  readonly #run: Run;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #failures: WriteFailure[] = [];
  readonly #sources: ReadonlyMap<string, CheckedSource>;
  readonly #removed: string[] = [];
  readonly #states = new Map<string, FileState>();

  constructor(run: Run) {
    this.#run = run;
    this.#sources = new Map(run.project.sources.map((one) => [one.source.path, one]));
  }

  /** What was done, also if it was interrupted. */
  result(): CompanionsResult {
    const unwritten = severalNotWritten(this.#run.host.output, this.#failures);
    return { diagnostics: [...this.#diagnostics, ...unwritten], removed: this.#removed };
  }

  async write(): Promise<void> {
    const { tree } = this.#run.project;
    if (!tree) return;
    const recorder = new Recorder(this.#run.states);
    const known = this.#outputs();
    this.#run.states.set(
      "papers",
      digest(this.#describe(known, ({ role }) => role === undefined || role === "packet")),
    );
    const unsure = new Set(tree.all("meeting").flatMap(({ path }) => (this.#isBad(path) ? [path] : [])));
    this.#run.states.set("unsure", digest([...unsure].join("\n")));
    for (const name of ["papers", "unsure", ...kindOrder.map(nameOf.entries)] as const) recorder.note(name);
    const meeting = tree.all("meeting")[0];
    const workshop = meeting && this.#run.project.workshop(meeting, recorder);
    const attachments = placeAttachments(tree);
    for (const { from } of attachments) recorder.note(nameOf.source(from));
    const logo = workshop && findLogo({ tree, theme: workshop.theme });
    for (const name of logo ? namesOfPicture(logo.image, this.#run.host.templates.length) : []) recorder.note(name);

    const before = this.#run.cache.recall<Written>(`${NAME} written`);
    const isIntact = before?.fingerprint === this.#fingerprint(known);
    const remembered = this.#run.cache.recall<readonly Diagnostic[]>(NAME);
    if (remembered && isIntact) {
      this.#diagnostics.push(...remembered);
      return;
    }

    const wanted = new Map<string, Companion>();
    const want = (companions: readonly Companion[]): void => {
      for (const companion of companions) wanted.set(companion.path, companion);
    };
    want(attachments.filter((one) => !this.#isFailed(one)).map((one) => this.#attachment(one)));
    await this.#put([...wanted.values()], isIntact);
    // Pages and data lead to where attachments lie now.
    this.#removeOthers((path, made) => made.role !== "attachment" || wanted.has(path) || this.#isOfBad(made));
    let pages: Cleared = { files: [] };
    if (workshop) {
      pages = await this.#pages(tree, unsure, isIntact ? before?.pages : undefined);
      want(pages.files);
      await this.#put(pages.files, isIntact);
      // Data lead to the pages of now. Without a theme there are none to compare with.
      this.#removeOthers((path, { role, source }) => role !== "page" || wanted.has(path) || this.#isBad(source));
    }
    const data = await oparlCompanions(this.#run, this.#outputs(), unsure, isIntact ? before?.data : undefined);
    this.#diagnostics.push(...data.diagnostics);
    want(data.files);
    await this.#put(data.files, isIntact);
    this.#removeOthers((path, { role }) => role !== "data" || wanted.has(path));
    if (!hasErrors(this.#diagnostics) && this.#failures.length === 0) {
      this.#run.cache.remember(NAME, recorder.reads(), this.#diagnostics);
      const written: Written = {
        fingerprint: this.#fingerprint(this.#outputs()),
        ...(pages.clearance && { pages: pages.clearance }),
        ...(data.clearance && { data: data.clearance }),
      };
      this.#run.cache.remember(`${NAME} written`, {}, written);
    }
  }

  /** Every output of papers and companions but drafts, in the order of their paths. */
  #outputs(): Outputs {
    return this.#run.ledger
      .entries()
      .filter(([path]) => !path.startsWith("draft/"))
      .sort(([a], [b]) => byCodeUnits(a, b));
  }

  #describe(outputs: Outputs, isMeant: (made: Made) => boolean): string {
    return outputs.flatMap(([path, made]) => (isMeant(made) ? [`${path} ${made.sha256}`] : [])).join("\n");
  }

  /** What tells whether anyone touched the companions. */
  #fingerprint(outputs: Outputs): string {
    let states = "";
    for (const [path, { role, sha256 }] of outputs) {
      if (role === undefined || role === "packet") continue;
      const state = this.#stateOf(path);
      states += `${path} ${sha256} ${state?.size} ${state?.modified}\n`;
    }
    return digest(states);
  }

  /** Looked up once, unless it is written meanwhile. */
  #stateOf(path: string): FileState | undefined {
    const known = this.#states.get(path);
    if (known) return known;
    const state = this.#run.host.output.state(path);
    if (state) this.#states.set(path, state);
    return state;
  }

  /** A paper with mistakes keeps the attachments that it had. */
  #isFailed({ owner, item }: PlacedAttachment): boolean {
    return [owner, item].some((entry) => entry !== undefined && this.#isBad(entry.path));
  }

  #isBad(path: string): boolean {
    const one = this.#sources.get(path);
    return one !== undefined && (hasErrors(one.diagnostics) || one.blockedBy.length > 0);
  }

  /** True if a source that an output belongs to has mistakes, maybe so that nobody knows where its attachments would lie. */
  #isOfBad({ ingredients }: Made): boolean {
    return Object.keys(ingredients).some((path) => this.#isBad(path));
  }

  #attachment({ path, from, file, title, owner, item }: PlacedAttachment): Companion {
    const sources = [owner.path, item?.path ?? owner.path, from];
    return {
      path,
      bytes: () => this.#read(from),
      made: {
        source: owner.path,
        ingredients: this.#run.checksums.ofAll(sources),
        attachments: [partKey(owner.path, title, file)],
        title,
        mediaType: mediaTypeOf(path),
        role: "attachment",
      },
    };
  }

  /** Only those are rendered of which anything has changed. */
  async #pages(tree: Tree, unsure: ReadonlySet<string>, before: Clearance | undefined): Promise<Cleared> {
    // The agenda of a page must not leave out what could not be read, as the invitation does not.
    const places = sessionPlaces(tree, this.#outputs()).filter(({ meeting: { path } }) => !unsure.has(path));
    const { gate, breath } = this.#run;
    const pages: SessionCompanion[] = [];
    for (const place of places) {
      pages.push(sessionCompanion(place, this.#run, before !== undefined));
      await breath.take();
    }
    const isPublic = ({ path }: SessionCompanion): boolean => path.startsWith("public/");
    const clearance = await checkData(gate, pages.filter(isPublic), [tree.body], before, breath);
    // Nobody has looked at pages of meetings that are left as they were.
    if ("words" in clearance) return { files: pages, ...(unsure.size === 0 && { clearance }) };
    // Each for itself, so that the others are written.
    return { files: pages.filter((page) => !isPublic(page) || !this.#leaks(page)) };
  }

  #leaks({ path, texts, ingredients }: SessionCompanion): boolean {
    const found = this.#run.gate.check(() => [path, ...texts()], ingredients());
    this.#diagnostics.push(...found);
    return found.length > 0;
  }

  #read(path: string): Uint8Array {
    const { content } = this.#run.host;
    const read = content.read(path);
    // It was there when its source was checked.
    if ("failure" in read) throw new SourceChanged(`${content.name}/${path}`);
    return read.bytes;
  }

  async #put(companions: readonly Companion[], isIntact: boolean): Promise<void> {
    const settled = new Map<string, Made>();
    const failed = this.#failures.length;
    for (let from = 0; from < companions.length; ) {
      const next = await this.#putSome(companions, from, isIntact, settled);
      if (next === undefined) return;
      from = next;
    }
    // Not before, since the entry of the data stands for all of them; nor if old files are left with their words.
    if (this.#failures.length === failed) for (const [path, made] of settled) this.#note(path, made);
  }

  /**
   * Notes some of them in the ledger, from the one at this index on, then writes those that are new. Gives the index of the next
   * one; undefined if the ledger could not be written. `settled` is given what they were made from, which is the whole truth only
   * when all is written.
   */
  async #putSome(
    companions: readonly Companion[],
    from: number,
    isIntact: boolean,
    settled: Map<string, Made>,
  ): Promise<number | undefined> {
    const todo: FileWrite[] = [];
    const group = new Map<string, Made>();
    let length = 0;
    let next = from;
    for (const companion of companions.slice(from, from + AT_ONCE)) {
      if (length >= BYTES_AT_ONCE) break;
      next++;
      await this.#run.breath.take();
      const { path, made } = companion;
      const known = this.#run.ledger.get(path);
      if (isIntact && known && companion.sha256 === known.sha256) {
        group.set(path, { ...made, bytes: known.bytes, sha256: known.sha256 });
        continue;
      }
      const bytes = companion.bytes();
      const sha256 = checksum("sha256", bytes);
      const isShared = made.role === "attachment" && path.startsWith("public/");
      const sha512 = isShared ? { sha512: checksum("sha512", bytes) } : {};
      group.set(path, { ...made, bytes: bytes.length, sha256, ...sha512 });
      if (isIntact && known?.sha256 === sha256) continue;
      todo.push({ path, bytes });
      length += bytes.length;
      this.#states.delete(path);
    }
    // From here to the end of writing nothing interrupts: the ledger would speak of files that are not there.
    for (const [path, made] of group) {
      this.#note(path, whileWritten(this.#run.ledger.get(path), made));
      settled.set(path, made);
    }
    const unlisted = this.#run.ledger.flush();
    const failures = unlisted ? [unlisted] : (await writeChanged(this.#run.host.output, todo)).failures;
    this.#failures.push(...failures);
    return unlisted ? undefined : next;
  }

  #note(path: string, made: Made): void {
    if (JSON.stringify(this.#run.ledger.get(path)) !== JSON.stringify(made)) this.#run.ledger.set(path, made);
  }

  #removeOthers(mayStay: (path: string, made: Made) => boolean): void {
    for (const [path, made] of this.#outputs()) {
      if (made.role === undefined || made.role === "packet" || mayStay(path, made)) continue;
      const isThere = this.#run.host.output.state(path) !== undefined;
      const failure = this.#run.host.output.remove(path);
      if (failure) {
        this.#diagnostics.push(notRemoved(this.#run.host.output, failure));
        continue;
      }
      this.#run.ledger.set(path, undefined);
      if (isThere) this.#removed.push(path);
    }
  }
}
