/** Makes a form XObject (ISO 32000-1, 8.10) of each page of foreign files that a document of ours shows. */

import { deflateSync } from "node:zlib";
import { appearancesOf } from "./appearances.ts";
import { writtenNumber } from "./content-operators.ts";
import { ObjectCopier, type Target } from "./copy-objects.ts";
import { shownMatrix } from "./page-tree.ts";
import type { ForeignPdf } from "./read-foreign-pdf.ts";

/** The foreign pages of one document; what several pages share is copied once. */
export class ForeignPages {
  readonly #document: Target;
  readonly #files = new Map<ForeignPdf, PageForms>();

  constructor(document: Target) {
    this.#document = document;
  }

  /** The page as a form, upright, with its lower left corner at the origin. The caller names it in the resources of its page. */
  form(foreign: ForeignPdf, page: number): PdfReference {
    let forms = this.#files.get(foreign);
    if (!forms) {
      forms = new PageForms(this.#document, foreign);
      this.#files.set(foreign, forms);
    }
    return forms.form(page);
  }
}

class PageForms {
  readonly #document: Target;
  readonly #foreign: ForeignPdf;
  readonly #copier: ObjectCopier;
  readonly #forms = new Map<number, PdfReference>();

  constructor(document: Target, foreign: ForeignPdf) {
    this.#document = document;
    this.#foreign = foreign;
    this.#copier = new ObjectCopier(document, foreign);
  }

  form(index: number): PdfReference {
    const known = this.#forms.get(index);
    if (known) return known;
    const { file, sources, isLayerShown, content } = this.#foreign;
    const copier = this.#copier;
    const source = sources[index];
    if (!source) throw new Error(`There is no page ${index}.`);
    const { dictionary } = source;
    copier.beginPage(content.resourcesOf(dictionary, new Map()));
    const { bytes, used } = content.page(dictionary);
    const resources = copier.resources(used);
    const objects: Record<string, unknown> = { ...(resources.XObject as object | undefined) }; // made by the copier
    let appearances = "";
    for (const [number, { stream, matrix }] of appearancesOf(file, dictionary, isLayerShown).drawn.entries()) {
      const name = `Vorlage-${index}-${number}`;
      objects[name] = copier.share(stream);
      appearances += `\nq ${matrix.map(writtenNumber).join(" ")} cm /${name} Do Q`;
    }
    if (Object.keys(objects).length > 0) resources.XObject = objects;
    const group = file.dictionary(dictionary.get("Group"));
    const ref = this.#document.ref({
      Type: "XObject",
      Subtype: "Form",
      BBox: [...source.box],
      Matrix: shownMatrix(source),
      Resources: resources,
      // A page's group is isolated in any case.
      ...(group && { Group: { ...(copier.value(group) as object), I: true } }),
      Filter: "FlateDecode",
    });
    this.#forms.set(index, ref);
    ref.end(deflateSync(Buffer.concat([Buffer.from("q\n"), bytes, Buffer.from(`\nQ${appearances}\n`)])));
    copier.finish();
    return ref;
  }
}
