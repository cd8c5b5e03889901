/** What goes into a packet: the finished papers of its items, and their attachments. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { readImage } from "../image/read-image.ts";
import type { AgendaLine } from "../kinds/agenda.ts";
import { annexesOf } from "../kinds/annexes.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import type { SheetView } from "../kinds/packet.ts";
import { phrasesOf } from "../kinds/phrases.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { contentPicture } from "../model/picture-key.ts";
import type { Edition } from "../model/report.ts";
import { LOSSES } from "../pdf/foreign/obstacle.ts";
import { type ForeignPdf, readForeignPdf } from "../pdf/foreign/read-foreign-pdf.ts";
import type { PacketPart } from "../pdf/packet/assemble-packet.ts";
import { mediaTypeOf, type PlacedAttachment, placeAttachments } from "./attachments.ts";
import { checksum } from "./checksum.ts";
import { outputPath, partKey } from "./outputs.ts";
import type { Run } from "./run.ts";

/** A sheet of the packet, and what follows it. */
interface SourceSheet {
  readonly view: SheetView;
  readonly level: 1 | 2;
  readonly part?: PacketPart;
}

/** Everything that a packet is made from. */
export interface PacketSource {
  readonly sheets: readonly SourceSheet[];
  /** The sheet of an item, by its id. */
  readonly sheetOf: ReadonlyMap<string, string>;
  /** Labels of items that were not printed, or whose print is older than their sources. */
  readonly missing: readonly string[];
  /** Its papers and attachments; changes when any of them does. */
  readonly signature: readonly string[];
  /** Sources whose words stand on the packet's own pages. */
  readonly sources: readonly Entry[];
  /** Paths of sources, pictures and attachments → SHA-256, hexadecimal. */
  readonly ingredients: Readonly<Record<string, string>>;
  /** Attachments, as the ledger names them. */
  readonly attachments: readonly string[];
  /** Attachments that are there as pictures of their pages only. */
  readonly inaccessible: readonly string[];
  /** True if a foreign page keeps the packet from promising what papers promise. */
  readonly isUnproven: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gathers the parts of the lines of an agenda. `failed` are sources that could not be printed. */
export function gatherParts(
  lines: readonly AgendaLine[],
  edition: Edition,
  tree: Tree,
  run: Run,
  failed: ReadonlySet<string>,
): Promise<PacketSource> {
  return new Gathering(edition, tree, run).gather(lines, failed);
}

class Gathering {
  readonly #edition: Edition;
  readonly #tree: Tree;
  readonly #run: Run;
  readonly #placed: readonly PlacedAttachment[];
  readonly #sheets: SourceSheet[] = [];
  readonly #ingredients: Record<string, string> = {};
  readonly #parts = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #signature: string[] = [];
  /** Names of files that stand against what papers promise, and where the first of them is named. */
  readonly #unproven: string[] = [];
  #unprovenPlace: Place | undefined;

  constructor(edition: Edition, tree: Tree, run: Run) {
    this.#edition = edition;
    this.#tree = tree;
    this.#run = run;
    this.#placed = placeAttachments(tree);
  }

  async gather(lines: readonly AgendaLine[], failed: ReadonlySet<string>): Promise<PacketSource> {
    const sheetOf = new Map<string, string>();
    const missing: string[] = [];
    const sources: Entry[] = [];
    for (const { id, label, isWithdrawn } of lines) {
      await this.#run.breath.take();
      const item = id === undefined ? undefined : this.#tree.find("agenda-item", id);
      if (!item) continue;
      const bytes = failed.has(item.path) ? undefined : this.#paperOf(item);
      if (!bytes) {
        missing.push(label);
        continue;
      }
      sources.push(item);
      sheetOf.set(item.id, sheetId(item));
      this.#item(item, `${phrasesOf(this.#tree.locale).papers["agenda-item"]} ${label}`, isWithdrawn, bytes);
    }
    if (this.#unproven.length > 0)
      this.#diagnostics.push(diagnose("attachment-conformance", { names: this.#unproven }, this.#unprovenPlace));
    return {
      sheets: this.#sheets,
      sheetOf,
      missing,
      signature: this.#signature,
      sources,
      ingredients: this.#ingredients,
      attachments: [...this.#parts].sort(),
      inaccessible: this.#sheets.flatMap(({ view, part }) =>
        part?.type === "foreign" ? [`${view.label}: ${view.title}`] : [],
      ),
      isUnproven: this.#unproven.length > 0,
      diagnostics: this.#diagnostics,
    };
  }

  /** The paper of an item as it was printed; the internal packet takes what is public from there. */
  #paperOf(item: Entry<"agenda-item">): Uint8Array | undefined {
    const editions: readonly Edition[] = this.#edition === "internal" ? ["internal", "public"] : ["public"];
    for (const edition of editions) {
      const path = `${outputPath(item, edition, this.#tree, false)}.pdf`;
      const made = this.#run.ledger.get(path);
      const read = made && this.#run.host.output.read(path);
      if (!made || !read || !("bytes" in read)) continue;
      // Contents and sheets have the words of today's sources; a paper of yesterday's does not belong to them.
      const isOld = Object.entries(made.ingredients).some(([source, sum]) => this.#run.checksums.of(source) !== sum);
      if (isOld) return undefined;
      Object.assign(this.#ingredients, made.ingredients);
      for (const part of made.attachments) this.#parts.add(part);
      this.#signature.push(path, made.sha256);
      return read.bytes;
    }
    return undefined;
  }

  #item(item: Entry<"agenda-item">, label: string, isWithdrawn: boolean, bytes: Uint8Array): void {
    const annexes = this.#annexesOf(item, label);
    const view: SheetView = {
      id: sheetId(item),
      label,
      title: item.data.title,
      isItem: true,
      withdrawn: isWithdrawn,
      nonPublic: item.data.visibility === "non-public",
      contents: annexes.map(({ sheet, beside, title }) => ({
        title,
        foreign: sheet?.part?.type === "foreign",
        ...(sheet ? { sheet: sheet.view.id } : { beside }),
      })),
    };
    this.#sheets.push({ view, level: 1, part: { type: "paper", bytes } });
    for (const { sheet } of annexes) if (sheet) this.#sheets.push(sheet);
  }

  #annexesOf(item: Entry<"agenda-item">, label: string) {
    const placed = this.#placed.filter((one) => one.item === item);
    return annexesOf(item, { tree: this.#tree, edition: this.#edition }).flatMap(({ owner, index, number }) => {
      const one = placed.find((each) => each.owner === owner && each.index === index);
      const isHere = one && (this.#edition === "internal" || one.edition === "public");
      return isHere ? [this.#annex(one, item, label, number)] : [];
    });
  }

  #annex(one: PlacedAttachment, item: Entry, label: string, number: string) {
    const { annex, foreignPage } = phrasesOf(this.#tree.locale);
    const name = one.from.split("/").at(-1) ?? one.from;
    const title = `${annex} ${number}: ${one.title}`;
    const beside = this.#beside(one.path);
    const read = this.#run.host.content.read(one.from);
    const bytes = "bytes" in read ? read.bytes : new Uint8Array();
    const sha256 = checksum("sha256", bytes);
    this.#signature.push(one.from, sha256, one.title);
    this.#ingredients[one.from] = sha256;
    this.#parts.add(partKey(one.owner.path, one.title, one.file));
    const view: SheetView = {
      // The number first: ids of items may end like numbers.
      id: `mappenanlage-${number.replace(".", "_")}-${item.id}`,
      label: `${label} – ${annex} ${number}`,
      title: one.title,
      isItem: false,
      withdrawn: false,
      nonPublic: one.edition === "internal",
      contents: [],
    };
    const type = mediaTypeOf(one.from);
    if (/^image\/(png|jpeg|svg\+xml)$/.test(type)) {
      if (!readImage(bytes, undefined, one.from).value) {
        this.#diagnostics.push(diagnose("attachment-unreadable", { name, reason: "picture" }, placeOf(one)));
        return { title, beside };
      }
      return { title, beside, sheet: { view: { ...view, image: contentPicture(one.from) }, level: 2 as const } };
    }
    const pdf = type === "application/pdf" ? this.#foreign(bytes, one, name) : undefined;
    if (!pdf) return { title, beside };
    const part: PacketPart = {
      type: "foreign",
      pdf,
      title,
      stamp: view.label,
      alt: (page) => foreignPage(title, page, pdf.pages.length),
    };
    return {
      title,
      beside,
      sheet: { view: { ...view, foreignPages: String(pdf.pages.length) }, level: 2 as const, part },
    };
  }

  /** A file as it lies there, seen from the packet; the internal packet finds public files in their own folder. */
  #beside(path: string): { readonly name: string; readonly href: string } {
    const [edition = "", ...rest] = path.split("/");
    const href = edition === this.#edition ? `./${rest.at(-1)}` : `../../${path}`;
    return { name: rest.at(-1) ?? path, href: href.split("/").map(encodeURIComponent).join("/") };
  }

  /** A foreign file, or undefined if it can only lie beside the packet, which is said. */
  #foreign(bytes: Uint8Array, one: PlacedAttachment, name: string): ForeignPdf | undefined {
    const place = placeOf(one);
    const pdf = readForeignPdf(bytes);
    if ("reason" in pdf) {
      const { reason } = pdf;
      this.#diagnostics.push(
        reason === "password"
          ? diagnose("attachment-password", { name }, place)
          : diagnose("attachment-unreadable", { name, reason }, place),
      );
      return undefined;
    }
    for (const what of LOSSES) {
      const page = pdf.pages.findIndex(({ obstacles }) => obstacles.has(what)) + 1;
      if (page > 0) this.#diagnostics.push(diagnose("attachment-content-missing", { name, page, what }, place));
    }
    if (pdf.pages.some(({ obstacles }) => obstacles.size > 0)) {
      this.#unproven.push(name);
      this.#unprovenPlace ??= place;
    }
    return pdf;
  }
}

function sheetId(item: Entry): string {
  return `mappe-${item.id}`;
}

function placeOf({ owner, index }: PlacedAttachment): Place {
  return owner.placeOf(["attachments", index, "file"]);
}
