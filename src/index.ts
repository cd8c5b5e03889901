/** Vorlagenwerk as a library: what the command does, without its printing. */

export type { Diagnostic, Localized, MessageLocale, Place, Severity } from "./model/diagnostic.ts";
export type {
  FileRead,
  FileState,
  FileWrite,
  Host,
  ReadableFolder,
  WritableFolder,
  WriteFailure,
} from "./model/host.ts";
export type { BuildOptions, ProjectOptions, Selection } from "./model/options.ts";
export type { Press, PrintedPaper, PrintLook } from "./model/printing.ts";
export type { BuildEvent, DocumentReport, Edition, OutputFile, Report } from "./model/report.ts";
export { createHost, type FolderPaths } from "./node/host.ts";
export { wholeFolder } from "./node/whole-folder.ts";
export { buildProject } from "./project/build.ts";
export { checkProject } from "./project/check.ts";
export { type VerifiableFolder, type Verification, verifyOutput } from "./project/verify.ts";
