/** Places in sources: named, opened in the editor, or copied. */

import { byId, make, say, settings } from "./words.js";

/** @typedef {{ readonly file: string, readonly line: number, readonly column: number, readonly length?: number }} Place */

/**
 * The place that an element of a paper names.
 * @param {string} text `file:line:column`
 * @returns {Place | undefined}
 */
export function parsePlace(text) {
  const match = /^(.*):(\d+):(\d+)$/.exec(text);
  return match ? { file: match[1] ?? "", line: Number(match[2]), column: Number(match[3]) } : undefined;
}

/** @param {Place} place */
export function nameOf({ file, line }) {
  return `${file}:${line}`;
}

/**
 * Names a place and opens it in the editor; without one, offers to copy it.
 * @param {Place} place
 */
export async function openPlace(place) {
  const name = nameOf(place);
  if (settings.editor === "none") {
    show(name, true);
    return;
  }
  if (settings.editor === "link" && settings.address) {
    const path = /^([a-z]:)?[\\/]/i.test(place.file) ? place.file : `${settings.root}/${place.file}`;
    const slashed = encodeURI(path.replaceAll("\\", "/")).replace(/[?#]/g, encodeURIComponent);
    window.location.href = settings.address
      .replace("{path}", slashed.startsWith("/") ? slashed : `/${slashed}`)
      .replace("{line}", String(place.line))
      .replace("{column}", String(place.column));
    show(say("opened", { place: name }), false);
    return;
  }
  const answer = await fetch("open", { method: "POST", body: JSON.stringify(place) });
  show(answer.ok ? say("opened", { place: name }) : say("openFailed"), false);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Shows a sentence, or a place to copy, for some seconds.
 * @param {string} text
 * @param {boolean} isPlace
 */
function show(text, isPlace) {
  const toast = byId("toast");
  clearTimeout(timer);
  timer = setTimeout(() => toast.replaceChildren(), isPlace ? 15_000 : 4000);
  if (!isPlace) {
    toast.replaceChildren(text);
    return;
  }
  const copy = make("button", { type: "button" }, [say("copyPlace", { place: text })]);
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    show(say("copied", { place: text }), false);
  });
  toast.replaceChildren(copy);
}
