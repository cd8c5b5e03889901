/** Files of the public edition: papers as PDF and page, and attachments. */

import { groupBy } from "../model/groups.ts";
import { address } from "./address.ts";
import type { Stamps } from "./moment.ts";
import { embedded, type OParlObject } from "./object.ts";
import type { PublicFile, Setting } from "./setting.ts";

/** What a file belongs to. */
export interface FileOwner {
  /** Ids of papers. */
  readonly paper?: readonly string[];
  readonly meeting?: readonly string[];
  readonly agendaItem?: readonly string[];
}

/** Finds the files of a source, and adds them once it is known what they belong to. */
export class Files {
  readonly #setting: Setting;
  readonly #bySource: ReadonlyMap<string, readonly PublicFile[]>;
  /** What the id of a file is made from, by its path. */
  readonly #addresses = new Map<string, readonly string[]>();

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#bySource = groupBy(setting.files, ({ source }) => source);
    const taken = new Set<string>();
    for (const file of setting.files) {
      const stable = withoutNumber(file);
      this.#addresses.set(file.path, ["file", ...(taken.has(stable) ? file.path : stable).split("/")]);
      taken.add(stable);
    }
  }

  /** The address of the paper's page, or of the meeting's overview. */
  webOf(source: string, role: "paper" | "page" = "paper"): string | undefined {
    const page = this.#of(source).find((file) => file.role === role && file.mediaType === "text/html");
    return page && address(this.#setting.base, page.path);
  }

  /** Adds the paper of a source: the PDF as it is embedded elsewhere. The page with the same text is derived from it. */
  addPaper(source: string, owner: FileOwner, when: Stamps): OParlObject | undefined {
    const papers = this.#of(source).filter(({ role }) => role === "paper");
    const pdf = papers.find(({ mediaType }) => mediaType === "application/pdf");
    const page = papers.find(({ mediaType }) => mediaType === "text/html");
    if (!pdf) return undefined;
    if (page) this.#add(page, owner, when, { masterFile: this.#idOf(pdf) });
    const derivativeFile = page && [this.#idOf(page)];
    return this.#add(pdf, owner, when, { ...(derivativeFile && { derivativeFile }) });
  }

  /** Adds the attachments that a source names. */
  addAttachments(source: string, owner: FileOwner, when: Stamps): readonly OParlObject[] {
    const files = this.#of(source).filter(({ role }) => role === "attachment");
    return files.map((file) => this.#add(file, owner, when, {}));
  }

  /** Adds the packet of a meeting: all papers of its items in one file. */
  addPacket(source: string, owner: FileOwner, when: Stamps): readonly OParlObject[] {
    const files = this.#of(source).filter(({ role }) => role === "packet");
    return files.map((file) => this.#add(file, owner, when, {}));
  }

  #of(source: string): readonly PublicFile[] {
    return this.#bySource.get(source) ?? [];
  }

  #addressOf({ path }: PublicFile): readonly string[] {
    return this.#addresses.get(path) ?? ["file", ...path.split("/")];
  }

  #idOf(file: PublicFile): string {
    return this.#setting.objects.idOf(...this.#addressOf(file));
  }

  #add(
    file: PublicFile,
    owner: FileOwner,
    when: Stamps,
    more: Readonly<Record<string, string | readonly string[]>>,
  ): OParlObject {
    const { objects, base } = this.#setting;
    const { path, title, mediaType, bytes, sha512 } = file;
    const object = objects.add(
      "File",
      this.#addressOf(file),
      {
        name: title,
        fileName: path.slice(path.lastIndexOf("/") + 1),
        mimeType: mediaType,
        size: bytes,
        sha512Checksum: sha512,
        accessUrl: address(base, path),
        ...more,
        ...owner,
        ...when,
      },
      [file.source],
    );
    return embedded("File", object);
  }
}

/** The path without the number on the agenda: items get other numbers, and what is the same has to keep its id. */
function withoutNumber({ path, role, owner, item }: PublicFile): string {
  const [, folder = "", name = ""] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  if (role === "attachment") {
    const inItem = item === undefined ? folder : `${folder}${item}/`;
    return inItem + (/(?:anlage|attachment)-.*$/.exec(name)?.[0] ?? name);
  }
  const end = name.lastIndexOf(`-${owner}.`);
  const word = role === "paper" && end > 0 ? /[^-]+$/.exec(name.slice(0, end))?.[0] : undefined;
  return folder + (word === undefined ? name : word + name.slice(end));
}
