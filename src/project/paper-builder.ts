/** Builds one source: composes, prints and writes its editions, or recalls that they are as they should be. */

import { composePaper, textsOf, type Workshop } from "../compile.ts";
import { diagnose } from "../diagnostics/catalogue.ts";
import { announcedTitles } from "../kinds/disclosure.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import { ingredientsOf } from "../kinds/ingredients.ts";
import { type Diagnostic, hasErrors, type Result } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { FileState, WriteFailure } from "../model/host.ts";
import { folderOf } from "../model/path.ts";
import { contentPathOf } from "../model/picture-key.ts";
import { type Press, PressFault, type PrintedPaper } from "../model/printing.ts";
import type { Edition, OutputFile } from "../model/report.ts";
import type { ResultName } from "./cache.ts";
import { checksum } from "./checksum.ts";
import { type Made, outputPath, publicPartsOf, whileWritten } from "./outputs.ts";
import type { CheckedSource } from "./project.ts";
import { nameOf } from "./read-names.ts";
import { SourceChanged } from "./read-sources.ts";
import { Recorder } from "./recording.ts";
import { isFailed } from "./report.ts";
import type { Run } from "./run.ts";
import { notUsable, notWritten, writeChanged } from "./write.ts";

/** What became of a source. */
export interface BuiltPaper {
  readonly outputs: readonly OutputFile[];
  /** Besides those of the source itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** True if any output has other bytes than before. */
  readonly isNew: boolean;
  readonly fault?: Error;
}

/** What is remembered of a paper that was printed. */
interface RememberedPaper {
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: readonly (OutputFile & { readonly state?: FileState | undefined })[];
}

/** A file that is to be written, and how it was made. */
interface Pending {
  readonly file: OutputFile;
  readonly bytes: Uint8Array;
  readonly made: Made;
}

/** The editions of a source, composed and not laid out. */
export interface ComposedPaper {
  readonly editions: readonly (Result<Document> & { readonly edition: Edition })[];
  /** Undefined if the source does not print. */
  readonly workshop: Workshop | undefined;
  /** What it was made from. */
  readonly recorder: Recorder;
}

/** What becomes of a source that does not print. */
export const NOTHING: BuiltPaper = { outputs: [], diagnostics: [], isNew: false };

/** Builds the sources of one project. */
export class PaperBuilder {
  readonly #run: Run;
  readonly #draft: boolean;
  readonly #signal: AbortSignal | undefined;
  readonly #writing = new Set<Promise<unknown>>();
  /** By path of the source. */
  readonly #written = new Map<string, BuiltPaper>();
  /** By folder. */
  readonly #refused = new Map<string, WriteFailure | undefined>();
  #isEnded = false;

  constructor(run: Run, { draft, signal }: { readonly draft: boolean; readonly signal: AbortSignal | undefined }) {
    this.#run = run;
    this.#draft = draft;
    this.#signal = signal;
  }

  /** What there is to say of a source without printing it; undefined if it has to be printed. */
  recall(one: CheckedSource): BuiltPaper | undefined {
    const { entry } = one.source;
    if (!entry) return NOTHING;
    // Where all is new, mistakes are looked for paper by paper: threads need not wait until all texts have been read.
    if (this.#run.cache.isVoid) return undefined;
    if (isFailed(this.#run.project, one, one.diagnostics)) return NOTHING;
    const remembered = this.#run.cache.recall<RememberedPaper>(this.#resultName(entry));
    if (!remembered?.outputs.every((output) => this.#isIntact(output))) return undefined;
    const outputs = remembered.outputs.map(({ state: _, ...output }) => output);
    return { outputs, diagnostics: remembered.diagnostics, isNew: false };
  }

  /** True if an output is as it was written. Its date tells; after it was copied, its bytes do. */
  #isIntact({ path, sha256, state }: RememberedPaper["outputs"][number]): boolean {
    // Nothing would ever remove what the ledger has forgotten.
    if (this.#run.ledger.get(path)?.sha256 !== sha256) return false;
    const now = this.#run.host.output.state(path);
    if (!now || now.size !== state?.size) return false;
    if (now.modified === state.modified) return true;
    const read = this.#run.host.output.read(path);
    return "bytes" in read && checksum("sha256", read.bytes) === sha256;
  }

  #resultName(entry: Entry): ResultName {
    return `${this.#draft ? "draft" : "paper"}:${entry.path}`;
  }

  /** Composes every edition of a source that has no mistakes so far; undefined if it has. */
  compose(one: CheckedSource): ComposedPaper | undefined {
    const { entry } = one.source;
    if (!entry || isFailed(this.#run.project, one, one.diagnostics)) return undefined;
    const recorder = new Recorder(this.#run.states);
    recorder.note(nameOf.source(entry.path));
    const workshop = this.#run.project.workshop(entry, recorder);
    const editions = !workshop
      ? []
      : this.#run.project.editionsOf(entry, recorder).map((edition) => ({
          edition,
          ...composePaper(entry, edition, workshop),
        }));
    return { editions, workshop, recorder };
  }

  /**
   * Prints a source that has no mistakes so far; `composed` if that was done already. `onBegin` is called if there is anything
   * to print.
   */
  async build(
    one: CheckedSource,
    press: Press,
    { composed, onBegin }: { readonly composed?: ComposedPaper | undefined; readonly onBegin?: () => void } = {},
  ): Promise<BuiltPaper> {
    const { entry } = one.source;
    if (!entry) return NOTHING;
    try {
      const paper = composed ?? this.compose(one);
      if (!paper) return NOTHING;
      onBegin?.();
      const refused = this.#refusals(entry, paper);
      if (refused.length > 0)
        return { ...NOTHING, diagnostics: [...paper.editions.flatMap(({ diagnostics }) => diagnostics), ...refused] };
      const printed = await this.#print(entry, paper, press);
      // Nothing is written of a document that failed, also if only one of its editions did.
      if (!printed.value || hasErrors(printed.diagnostics)) return { ...NOTHING, diagnostics: printed.diagnostics };
      // The run that began this has ended, and the next one may have written already.
      if (this.#isEnded || this.#signal?.aborted) return NOTHING;
      const written = this.#write(entry, printed.value, printed.diagnostics, paper.recorder);
      this.#writing.add(written);
      return await written.finally(() => this.#writing.delete(written));
    } catch (thrown) {
      if (thrown instanceof SourceChanged) return { ...NOTHING, diagnostics: [thrown.diagnostic] };
      const fault = thrown instanceof Error ? thrown : new Error(String(thrown));
      const reason = fault instanceof PressFault ? fault.reason : "crash";
      const cause = fault.cause instanceof Error ? fault.cause : fault;
      const values = { reason, fault: cause.message };
      const diagnostics = [diagnose("paper-not-laid-out", values, entry.placeOf(["id"]))];
      return { ...NOTHING, diagnostics, ...(reason === "crash" && { fault: cause }) };
    }
  }

  /** Lets no paper write any more, and waits for those that do. Gives what was written, by path of the source. */
  async end(): Promise<ReadonlyMap<string, BuiltPaper>> {
    this.#isEnded = true;
    await Promise.allSettled(this.#writing);
    return this.#written;
  }

  /** What keeps a paper from being written: asked before it is laid out, and of each folder once. */
  #refusals(entry: Entry, { editions, workshop }: ComposedPaper): readonly Diagnostic[] {
    const { output } = this.#run.host;
    return editions.flatMap(({ edition }) => {
      if (!workshop) return [];
      const folder = folderOf(outputPath(entry, edition, workshop.tree, this.#draft));
      if (!this.#refused.has(folder)) this.#refused.set(folder, output.refusal(folder));
      const refusal = this.#refused.get(folder);
      return refusal ? [notUsable(output, refusal)] : [];
    });
  }

  /** Prints every edition of a source; kinds that do not print give no files. */
  async #print(entry: Entry, { editions, workshop }: ComposedPaper, press: Press): Promise<Result<readonly Pending[]>> {
    const diagnostics: Diagnostic[] = [];
    const files: Pending[] = [];
    if (!workshop) return { value: files, diagnostics };
    for (const composed of editions) {
      const { edition } = composed;
      const printed = composed.value && (await press.print(composed.value));
      diagnostics.push(...composed.diagnostics, ...(printed?.diagnostics ?? []));
      if (!composed.value || !printed?.value) continue;
      if (edition === "public") diagnostics.push(...this.#findSecrets(entry, printed.value, workshop.tree));
      const { pdf, html } = printed.value;
      const path = outputPath(entry, edition, workshop.tree, this.#draft);
      const from = this.#origin(entry, edition, composed.value);
      files.push(
        pending({ path: `${path}.pdf`, edition, mediaType: "application/pdf", pages: pdf.pages }, pdf.bytes, from),
      );
      const page = new TextEncoder().encode(html);
      files.push(pending({ path: `${path}.html`, edition, mediaType: "text/html", pages: 1 }, page, from));
    }
    return { value: files, diagnostics };
  }

  #findSecrets(entry: Entry, printed: PrintedPaper, tree: Tree): readonly Diagnostic[] {
    return this.#run.gate.check(() => textsOf(printed), [tree.body, ...ingredientsOf(entry, tree, "public")]);
  }

  async #write(
    entry: Entry,
    files: readonly Pending[],
    found: readonly Diagnostic[],
    recorder: Recorder,
  ): Promise<BuiltPaper> {
    const { output } = this.#run.host;
    const before = new Map(files.map(({ file }) => [file.path, this.#run.ledger.get(file.path)]));
    for (const { file, made } of files) this.#run.ledger.set(file.path, whileWritten(before.get(file.path), made));
    const unlisted = this.#run.ledger.flush();
    const { changed, failures } = unlisted
      ? { changed: new Set(), failures: [unlisted] }
      : await writeChanged(
          output,
          files.map(({ file, bytes }) => ({ path: file.path, bytes })),
        );
    const isNew = changed.size > 0;
    const [failure] = failures;
    if (failure) {
      const failed = new Set(failures.map(({ path }) => path));
      const written = unlisted ? [] : files.flatMap(({ file }) => (failed.has(file.path) ? [] : [file]));
      for (const { path } of written) before.delete(path);
      for (const [path, made] of before) this.#run.ledger.set(path, made);
      return { outputs: written, diagnostics: [...found, notWritten(output, failure)], isNew };
    }
    for (const { file, made } of files)
      if (this.#run.ledger.get(file.path) !== made) this.#run.ledger.set(file.path, made);
    const outputs = files.map(({ file }) => file);
    const states = outputs.map((file) => ({ ...file, state: output.state(file.path) }));
    this.#run.cache.remember(this.#resultName(entry), recorder.reads(), { diagnostics: found, outputs: states });
    this.#run.cache.flush();
    const paper = { outputs, diagnostics: found, isNew };
    this.#written.set(entry.path, paper);
    return paper;
  }

  /** What goes into the ledger of the outputs of an edition. */
  #origin(entry: Entry, edition: Edition, { title, images }: Document): Origin {
    const { tree } = this.#run.project;
    const entries = tree ? [tree.body, ...ingredientsOf(entry, tree, edition)] : [];
    // An agenda names no attachment of its items.
    const listed = entry.kind === "meeting" ? entries.filter(({ kind }) => kind !== "agenda-item") : entries;
    const pictures = Object.keys(images).flatMap((key) => contentPathOf(key) ?? []);
    const meeting = tree && edition === "public" ? tree.find("meeting", entry.id) : undefined;
    return {
      source: entry.path,
      ingredients: this.#run.checksums.ofAll([...entries.map(({ path }) => path), ...pictures]),
      attachments: [...new Set(listed.flatMap(publicPartsOf))],
      ...(tree && meeting && { announced: announcedTitles(meeting, tree) }),
      title,
    };
  }
}

type Origin = Pick<Made, "source" | "ingredients" | "attachments" | "announced" | "title">;

function pending(file: Omit<OutputFile, "sha256">, bytes: Uint8Array, origin: Origin): Pending {
  const sha256 = checksum("sha256", bytes);
  const { mediaType, pages } = file;
  const sha512 = file.edition === "public" ? { sha512: checksum("sha512", bytes) } : {};
  const made = { ...origin, mediaType, pages, bytes: bytes.length, sha256, ...sha512 };
  return { file: { ...file, sha256 }, bytes, made };
}
