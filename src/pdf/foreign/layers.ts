/** Which layers (optional content, ISO 32000-1, 8.11) are shown when the file is opened. */

import type { Dictionary, PdfValue } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

/** Says of an optional content group or membership whether what belongs to it is shown. */
export type IsLayerShown = (value: PdfValue | undefined) => boolean;

/** Reads the file's default configuration. */
export function shownLayers(file: PdfFile): IsLayerShown {
  const configuration = file.dictionary(file.dictionary(file.catalog.get("OCProperties"))?.get("D"));
  const off = new Set(file.array(configuration?.get("OFF")));
  const on = new Set(file.array(configuration?.get("ON")));
  const isOff = file.name(configuration, "BaseState") === "OFF";
  const isGroupShown = (group: Dictionary): boolean => (isOff ? on.has(group) : !off.has(group));
  return (value) => {
    const dictionary = file.dictionary(value);
    if (!dictionary) return true;
    if (file.name(dictionary, "Type") !== "OCMD") return isGroupShown(dictionary);
    const listed = file.resolve(dictionary.get("OCGs"));
    const groups = (Array.isArray(listed) ? file.array(listed) : [listed]).flatMap((group) =>
      group instanceof Map ? [group] : [],
    );
    if (groups.length === 0) return true;
    switch (file.name(dictionary, "P")) {
      case "AllOn":
        return groups.every(isGroupShown);
      case "AnyOff":
        return !groups.every(isGroupShown);
      case "AllOff":
        return !groups.some(isGroupShown);
      default:
        return groups.some(isGroupShown);
    }
  };
}
