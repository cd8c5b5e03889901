/** Messages about pictures. */

import { error } from "./message.ts";

/** @see diagnose */
export const imageMessages = {
  "image-format": error((v: { name: string; format: string | undefined }) => ({
    de: [
      `„${v.name}“ ist kein PNG-, JPEG- oder SVG-Bild${v.format ? `, sondern ${v.format}` : ""}.`,
      "Speichern Sie das Bild als PNG oder JPEG; die Endung des Dateinamens zu ändern genügt nicht.",
    ],
    en: [
      `“${v.name}” is not a PNG, JPEG or SVG picture${v.format ? ` but ${v.format}` : ""}.`,
      "Save the picture as PNG or JPEG; changing the file name's ending is not enough.",
    ],
  })),
  "image-damaged": error((v: { name: string; what: "incomplete" | "broken" | "encoding" }) => ({
    de: [
      {
        incomplete: `Das Bild „${v.name}“ ist unvollständig; das Ende fehlt.`,
        broken: `Das Bild „${v.name}“ ist beschädigt.`,
        encoding: `Das Bild „${v.name}“ ist nicht in UTF-8 gespeichert.`,
      }[v.what],
      v.what === "encoding"
        ? "Speichern Sie die SVG-Datei mit der Zeichenkodierung „UTF-8“."
        : "Kopieren oder speichern Sie das Bild noch einmal aus dem Programm, aus dem es stammt.",
    ],
    en: [
      {
        incomplete: `The picture “${v.name}” is incomplete; its end is missing.`,
        broken: `The picture “${v.name}” is damaged.`,
        encoding: `The picture “${v.name}” is not encoded in UTF-8.`,
      }[v.what],
      v.what === "encoding"
        ? "Save the SVG file as “UTF-8”."
        : "Copy or save the picture again from the program that it comes from.",
    ],
  })),
  "image-too-large": error((v: { name: string; size: string; limit: string }) => ({
    de: [
      `Das Bild „${v.name}“ ist mit ${v.size} zu groß zum Drucken; möglich sind ${v.limit}.`,
      "Verkleinern Sie das Bild in einem Bildprogramm; für eine ganze Seite genügen 2000 × 3000 Pixel.",
    ],
    en: [
      `The picture “${v.name}” is too large to print: ${v.size}, where ${v.limit} is the most.`,
      "Make the picture smaller in an image editor; 2000 × 3000 pixels are enough for a whole page.",
    ],
  })),
  "image-unprintable": error((v: { name: string; reason: "cmyk" | "arithmetic" | "lossless" | "depth" }) => ({
    de: [
      {
        cmyk: `Das Bild „${v.name}“ ist in Druckfarben (CMYK) gespeichert, die ein archivfähiges PDF nicht zeigen darf.`,
        arithmetic: `Das Bild „${v.name}“ ist ein JPEG mit arithmetischer Kodierung, die kaum ein Programm lesen kann.`,
        lossless: `Das Bild „${v.name}“ ist ein JPEG einer seltenen Art (verlustfrei oder mehrstufig), die PDF nicht kennt.`,
        depth: `Das Bild „${v.name}“ ist ein JPEG mit mehr als 8 Bit je Farbe, die PDF nicht kennt.`,
      }[v.reason],
      v.reason === "cmyk"
        ? "Wandeln Sie das Bild im Bildprogramm in RGB um und speichern Sie es als PNG oder JPEG."
        : "Öffnen Sie das Bild in einem Bildprogramm und speichern Sie es als gewöhnliches JPEG oder PNG.",
    ],
    en: [
      {
        cmyk: `The picture “${v.name}” is stored in printing colours (CMYK), which an archivable PDF may not show.`,
        arithmetic: `The picture “${v.name}” is a JPEG with arithmetic coding, which hardly any program can read.`,
        lossless: `The picture “${v.name}” is a rare kind of JPEG (lossless or hierarchical) that PDF does not know.`,
        depth: `The picture “${v.name}” is a JPEG with more than 8 bits a colour, which PDF does not know.`,
      }[v.reason],
      v.reason === "cmyk"
        ? "Convert the picture to RGB in an image editor and save it as PNG or JPEG."
        : "Open the picture in an image editor and save it as an ordinary JPEG or PNG.",
    ],
  })),
  "svg-size": error((v: { name: string }) => ({
    de: [
      `Das SVG-Bild „${v.name}“ sagt nicht, wie groß es ist.`,
      'Geben Sie am Element <svg> „viewBox“ oder „width“ und „height“ an, z. B. width="40mm" height="50mm".',
    ],
    en: [
      `The SVG picture “${v.name}” does not say how large it is.`,
      'Give the element <svg> a “viewBox”, or “width” and “height”, e.g. width="40mm" height="50mm".',
    ],
  })),
  "svg-element": error(
    (v: { name: string; element: string; reason: "text" | "picture" | "clone" | "nested" | "other" }) => ({
      de: [
        `Das SVG-Bild „${v.name}“ enthält <${v.element}>, das sich nicht sicher drucken lässt.`,
        {
          text: "Wandeln Sie Schrift in Pfade um (Inkscape: Pfad → Objekt in Pfad umwandeln); die Schriftart liegt dem Bild nicht bei.",
          picture: "Fügen Sie Fotos als eigenes PNG oder JPEG ein, oder speichern Sie das ganze Bild als PNG.",
          clone: "Lösen Sie Klone auf (Inkscape: Bearbeiten → Klon → Klonverbindung auflösen).",
          nested: "Lösen Sie Gruppen auf (Inkscape: Objekt → Gruppierung aufheben); hier stehen zu viele ineinander.",
          other: "Speichern Sie das Bild als „einfaches SVG“ ohne Skripte, Filter und Animation, oder als PNG.",
        }[v.reason],
      ],
      en: [
        `The SVG picture “${v.name}” contains <${v.element}>, which cannot be printed reliably.`,
        {
          text: "Convert text to paths (Inkscape: Path → Object to Path); the font does not come with the picture.",
          picture: "Put photographs in as a PNG or JPEG of their own, or save the whole picture as PNG.",
          clone: "Unlink clones (Inkscape: Edit → Clone → Unlink Clone).",
          nested: "Ungroup (Inkscape: Object → Ungroup); there are too many groups within each other here.",
          other: "Save the picture as “plain SVG” without scripts, filters and animation, or as PNG.",
        }[v.reason],
      ],
    }),
  ),
  "svg-attribute": error((v: { name: string; attribute: string; value: string }) => ({
    de: [
      `Das SVG-Bild „${v.name}“ enthält ${v.attribute}="${v.value}", das sich nicht sicher drucken lässt.`,
      "Speichern Sie das Bild als „einfaches SVG“, nur mit Formen, Farben und Verläufen, oder als PNG.",
    ],
    en: [
      `The SVG picture “${v.name}” contains ${v.attribute}="${v.value}", which cannot be printed reliably.`,
      "Save the picture as “plain SVG” with nothing but shapes, colours and gradients, or as PNG.",
    ],
  })),
};
