/** What a thread of the pool runs: lays out the documents that it is given, with the look that it was started with. */

import { workerData } from "node:worker_threads";
import { makeReady, printPaper } from "../compile.ts";
import type { Result } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { PrintedPaper, PrintLook } from "../model/printing.ts";

// The pool puts data of its own before ours.
const [, look] = workerData as [unknown, PrintLook];

// The first document may still be waited for.
makeReady(look);

/** Lays one document out. */
export function print(document: Document): Promise<Result<PrintedPaper>> {
  return printPaper(document, look);
}
