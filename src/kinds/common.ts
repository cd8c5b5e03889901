/** Fields that several kinds share. */

import { z } from "zod";
import { facts, fields, id, itemNumber, oneOf, optional, path, reference, required, text } from "./field.ts";

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

/** An item that many agendas have, such as the opening: it has no paper. */
export const fixedItem = fields({
  title: required(text, "Titel, z. B. „Einwohnerfragestunde“.", "Title, e.g. “Questions from residents”."),
  position: required(
    oneOf("position"),
    "Ob er am Anfang oder am Ende seines Teils steht.",
    "Beginning or end of its part.",
  ),
  number: optional(
    itemNumber,
    "Nummer; ohne Angabe am Anfang die ersten, am Ende die nächsten freien.",
    "Number; without it the first ones at the start, the next ones at the end.",
  ),
  visibility: required(oneOf("visibility"), "In welchem Teil er steht.", "The part in which it stands."),
  publicTitle: optional(
    text,
    "Womit ein nichtöffentlicher Punkt öffentlich angekündigt wird.",
    "How a non-public item is announced in public.",
  ),
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
