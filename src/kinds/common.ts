/** Fields that several kinds share. */

import { z } from "zod";
import { facts, fields, id, oneOf, optional, path, reference, required, text } from "./field.ts";

/** Fields of every source besides `kind`. */
export const identity = {
  id: required(
    id,
    "Eindeutige Kennung im ganzen Inhaltsordner; andere Quellen verweisen damit hierher.",
    "Unique in the content folder; other sources refer to it.",
  ),
  title: required(text, "Titel, wie er gedruckt wird.", "Title as it prints."),
};

/** Whether a paper may be published. */
export const visibility = {
  visibility: required(
    oneOf("visibility"),
    "Ob das Papier veröffentlicht werden darf; ohne Vorgabe.",
    "Whether the paper may be published; has no default.",
  ),
};

/** Files that go with a paper. */
export const attachment = fields({
  title: required(text, "Bezeichnung der Anlage.", "What the attachment is called."),
  file: required(
    path("file"),
    "Pfad der Datei, vom Ort dieser Quelle aus.",
    "Path of the file, relative to this source.",
  ),
  ...visibility,
});

/** A person or group that is no faction itself. */
const named = fields({
  name: required(text, "Name der Person oder Gruppe.", "Name of the person or group."),
  faction: optional(
    reference("faction"),
    "Kennung der Fraktion, der die Person angehört.",
    "Id of the faction to which the person belongs.",
  ),
});

/** Who moves or signs a motion. */
export const mover = z.union([reference("faction"), named]).register(facts, {
  type: { de: "Kennung einer Fraktion oder name, fraktion", en: "id of a faction, or name, faction" },
});
