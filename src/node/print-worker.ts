/** What a thread runs: lays out the documents that it is given, with the look that it was started with. */

import { parentPort, workerData } from "node:worker_threads";
import type { Result } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { PrintedPaper, PrintLook } from "../model/printing.ts";
import { makeReady, printPaper } from "../print.ts";
import type { PrintAnswer, PrintOrder, PrintStart } from "./print-thread.ts";
import { endBetweenCalls } from "./thread-end.ts";

/** Lays out until it is ended. */
export function serve(): void {
  const { look, end } = workerData as PrintStart;
  endBetweenCalls(end);
  // The first document may still be waited for.
  makeReady(look);
  let last: Promise<void> = Promise.resolve();
  parentPort?.on("message", ({ number, document }: PrintOrder) => {
    // One after another, so that what breaks the thread is the oldest.
    last = last.then(async () => {
      const answer: PrintAnswer = { number, ...(await lay(document, look)) };
      parentPort?.postMessage(answer, "printed" in answer ? ownMemory(answer.printed.value?.pdf.bytes) : []);
    });
  });
}

async function lay(
  document: Document,
  look: PrintLook,
): Promise<{ readonly printed: Result<PrintedPaper> } | { readonly fault: Error }> {
  try {
    return { printed: await printPaper(document, look) };
  } catch (thrown) {
    return { fault: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }
}

/** Memory that is nothing but these bytes can be handed over without copying. */
function ownMemory(bytes: Uint8Array | undefined): ArrayBuffer[] {
  const { buffer } = bytes ?? {};
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes?.byteLength ? [buffer] : [];
}
