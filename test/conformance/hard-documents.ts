/** Stub */
import type { Document } from "../../src/model/document.ts";
export function hardDocuments(): ReadonlyMap<string, Document> {
  return new Map();
}
