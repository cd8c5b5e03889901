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
    offer(place);
    return;
  }
  if (settings.editor === "link" && settings.address) {
    const path = /^([a-z]:)?[\\/]/i.test(place.file) ? place.file : `${settings.root}/${place.file}`;
    const slashed = encodeURI(path.replaceAll("\\", "/")).replace(/[?#]/g, encodeURIComponent);
    window.location.href = settings.address
      .replace("{path}", slashed.startsWith("/") ? slashed : `/${slashed}`)
      .replace("{line}", String(place.line))
      .replace("{column}", String(place.column));
    show(say("opened", { place: name }));
    return;
  }
  // A connection that is gone is no answer.
  const answer = await fetch("open", { method: "POST", body: JSON.stringify(place) }).catch(() => undefined);
  show(answer?.ok ? say("opened", { place: name }) : say("openFailed"));
}

/** Copies the name of a place. @param {Place} place */
export async function copyPlace(place) {
  const name = nameOf(place);
  await navigator.clipboard.writeText(name);
  show(say("copied", { place: name }));
}

/** Asks whether to copy the name of a place that was clicked. @param {Place} place */
function offer(place) {
  const copy = make("button", { type: "button" }, [say("copyPlace", { place: nameOf(place) })]);
  copy.addEventListener("click", () => void copyPlace(place));
  show(copy, 15_000);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Shows something for some seconds.
 * @param {Node | string} what
 * @param {number} [time] in milliseconds
 */
function show(what, time = 4000) {
  const toast = byId("toast");
  clearTimeout(timer);
  timer = setTimeout(() => toast.replaceChildren(), time);
  toast.replaceChildren(what);
}
