/** Builds a content folder with the real host into a temporary folder, and reads what came of it. */

import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../src/model/report.ts";
import { createHost } from "../../src/node/host.ts";
import { buildProject } from "../../src/project/build.ts";
import { bodyText } from "../pdf/read-pdf.ts";

/** A finished build. */
export interface Build {
  readonly report: Report;
  /** The bytes of an output. */
  bytes(path: string): Uint8Array;
  /** The text of a document's PDF in an edition, without header and footer. */
  text(id: string, edition?: "public" | "internal"): Promise<string>;
}

export async function buildFolder(content: string, templates = "no-own-templates"): Promise<Build> {
  const output = mkdtempSync(join(tmpdir(), "vorlage-"));
  const report = await buildProject(createHost({ content, templates, output }));
  const bytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(output, path)));
  return {
    report,
    bytes,
    text(id, edition = "public") {
      const document = report.documents.find((one) => one.id === id);
      const file = document?.outputs.find((one) => one.edition === edition && one.mediaType === "application/pdf");
      if (!file) throw new Error(`No ${edition} PDF of ${id}.`);
      return bodyText(bytes(file.path));
    },
  };
}
