/** Writing results. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FileWrite, WritableFolder, WriteFailure } from "../model/host.ts";
import { folderOf } from "../model/path.ts";

/** What became of files that were to be written. */
export interface Written {
  /** Paths of files that have other bytes than before. */
  readonly changed: ReadonlySet<string>;
  readonly failures: readonly WriteFailure[];
}

/** Leaves files alone that have the same bytes already: their date then tells when they last changed. */
export async function writeChanged(output: WritableFolder, files: readonly FileWrite[]): Promise<Written> {
  const todo = files.filter(({ path, bytes }) => {
    if (output.state(path)?.size !== bytes.length) return true;
    const before = output.read(path);
    return !("bytes" in before) || Buffer.compare(before.bytes, bytes) !== 0;
  });
  const failures = todo.length === 0 ? [] : await output.writeAll(todo);
  const failed = new Set(failures.map(({ path }) => path));
  return { changed: new Set(todo.flatMap(({ path }) => (failed.has(path) ? [] : [path]))), failures };
}

/** Says that a file of the output folder could not be removed: what must not be public may still be there. */
export function notRemoved(output: WritableFolder, { path, reason }: WriteFailure): Diagnostic {
  return diagnose("not-removed", { path: `${output.name}/${path}`, reason }, undefined);
}

/** Says that nothing can be written to the output folder or one in it. */
export function notUsable(output: WritableFolder, { path, reason }: WriteFailure): Diagnostic {
  return diagnose(
    "output-unusable",
    { folder: path === "." ? output.name : `${output.name}/${path}`, reason },
    undefined,
  );
}

/** Says that a file of the output folder could not be written, or that none can be in its folder: that is the same for all. */
export function notWritten(output: WritableFolder, { path, reason }: WriteFailure): Diagnostic {
  const refusal = output.refusal(folderOf(path) || ".");
  if (refusal) return notUsable(output, refusal);
  return diagnose("write-failed", { path: `${output.name}/${path}`, reason }, undefined);
}

/** Says it of many files, once for each cause: thousands lie in folders of data. */
export function severalNotWritten(output: WritableFolder, failures: readonly WriteFailure[]): readonly Diagnostic[] {
  const causes = new Set<string>();
  const first = failures.filter(({ path, reason }) => {
    // A file that is open elsewhere, or a folder of its name, stands in the way of that file alone.
    const where = reason === "full" ? "" : reason === "busy" || reason === "is-a-folder" ? path : folderOf(path);
    const cause = `${reason} ${where}`;
    const isNew = !causes.has(cause);
    causes.add(cause);
    return isNew;
  });
  return first.map((failure) => notWritten(output, failure));
}
