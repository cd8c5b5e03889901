/** Every source of the content folder → entries, with what is wrong in each of them by itself. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { withoutConsequences } from "../diagnostics/consequences.ts";
import type { Entry } from "../kinds/entry.ts";
import { kinds } from "../kinds/kinds.ts";
import { filesOf } from "../kinds/leaves.ts";
import { type EntryOutline, outlineOf, readEntry, salvageOutline } from "../kinds/read-entry.ts";
import { kindName } from "../kinds/vocabulary.ts";
import { isEmpty } from "../markdown/is-empty.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ReadableFolder } from "../model/host.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";
import { decode, decodeLeniently } from "../source/decode.ts";
import { readFrontmatter } from "../source/frontmatter.ts";
import { checkFile, folderOf } from "./content-files.ts";

/** A source file, valid or not. */
export interface Source {
  /** Path in the content folder. */
  readonly path: string;
  /** Path as messages name it. */
  readonly name: string;
  readonly file?: TextFile;
  readonly outline: EntryOutline;
  /** Set if the frontmatter is valid. */
  readonly entry?: Entry;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all sources, in the order of their paths. */
export function readSources(content: ReadableFolder): readonly Source[] {
  return content
    .list()
    .filter((path) => /\.md$/i.test(path) && !/^readme\.md$/i.test(path.split("/").at(-1) ?? ""))
    .map((path) => readSource(path, content));
}

function readSource(path: string, content: ReadableFolder): Source {
  const name = `${content.name}/${path}`;
  const broken = (diagnostics: readonly Diagnostic[], file?: TextFile, outline: EntryOutline = {}): Source => ({
    path,
    name,
    outline,
    diagnostics,
    ...(file && { file }),
  });
  const read = content.read(path);
  if ("failure" in read) {
    return broken([diagnose("file-unreadable", { reason: read.failure }, { file: name, line: 1, column: 1 })]);
  }
  const decoded = decode(name, read.bytes);
  const file = decoded.value;
  if (!file || decoded.diagnostics.length > 0) {
    return broken(decoded.diagnostics, file, salvageOutline(decodeLeniently(read.bytes)));
  }
  const frontmatter = readFrontmatter(file);
  if (!frontmatter.value) return broken(frontmatter.diagnostics, file, salvageOutline(file.text));

  const { fields, bodyStart } = frontmatter.value;
  const outline = outlineOf(fields);
  const record = readEntry(fields);
  const text = parseMarkdown(file, bodyStart, folderOf(path));
  const diagnostics = [...frontmatter.diagnostics, ...record.diagnostics, ...text.diagnostics];
  if (!record.value || !text.value) return broken(withoutConsequences(diagnostics), file, outline);

  const { kind, language, data, placeOf } = record.value;
  // readEntry gives the data of the kind that it names.
  const entry = {
    kind,
    id: (data as { id: string }).id,
    data,
    file,
    path,
    language,
    placeOf,
    text: text.value,
  } as Entry;
  const place = placeAt(file, bodyStart);
  if (!kinds[kind].hasText && !isEmpty(text.value)) {
    diagnostics.push(diagnose("text-not-printed", { kind: kindName(kind, language) }, place));
  }
  if (kinds[kind].textRequired && isEmpty(text.value)) {
    diagnostics.push(diagnose("text-empty", { kind: kindName(kind, language) }, placeAt(file, 0, 3)));
  }
  for (const named of filesOf(entry)) diagnostics.push(...checkFile(named.file, named.place, path, content));
  return { path, name, file, outline, entry, diagnostics: withoutConsequences(diagnostics) };
}
