/** Which layers (optional content, ISO 32000-1, 8.11) are shown when the file is opened. */

import { type Dictionary, Name, type PdfValue } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

/** Conditions within conditions. */
const MAX_DEPTH = 20;

/** Says of an optional content group or membership whether what belongs to it is shown. */
export type IsLayerShown = (value: PdfValue | undefined) => boolean;

/** Reads the file's default configuration. */
export function shownLayers(file: PdfFile): IsLayerShown {
  const configuration = file.dictionary(file.dictionary(file.catalog.get("OCProperties"))?.get("D"));
  const off = new Set(file.array(configuration?.get("OFF")));
  const on = new Set(file.array(configuration?.get("ON")));
  const isOff = file.name(configuration, "BaseState") === "OFF";
  const isGroupShown = (group: Dictionary): boolean => (isOff ? on.has(group) : !off.has(group));
  /** An array of an operator and what it joins: groups, or more of the kind. */
  const holds = (expression: PdfValue, depth: number): boolean => {
    if (!Array.isArray(expression)) return expression instanceof Map ? isGroupShown(expression) : true;
    const [operator, ...operands] = file.array(expression);
    const name = operator instanceof Name && depth < MAX_DEPTH ? operator.name : "";
    switch (name) {
      case "Not":
        return !holds(operands[0] ?? null, depth + 1);
      case "Or":
        return operands.some((one) => holds(one, depth + 1));
      case "And":
        return operands.every((one) => holds(one, depth + 1));
      default:
        return true;
    }
  };
  return (value) => {
    const dictionary = file.dictionary(value);
    if (!dictionary) return true;
    if (file.name(dictionary, "Type") !== "OCMD") return isGroupShown(dictionary);
    const expression = file.resolve(dictionary.get("VE"));
    if (Array.isArray(expression)) return holds(expression, 0);
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
