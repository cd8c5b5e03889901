/** What there is to say of the papers, each message with its line. */

import { copyPlace, nameOf, openPlace } from "./place.js";
import { byId, make, say, settings } from "./words.js";

/** @typedef {import("./paper-list.js").Message} Message */

/** What is shown now. */
let shown = "";

/** The longest line that is shown whole. */
const MAX_WIDTH = 120;

/** So much of a longer one is shown before what the message is about. */
const BEFORE = 40;

/**
 * Shows the messages of a paper, and then those of no paper.
 * @param {readonly Message[]} own
 * @param {readonly Message[]} general
 * @param {readonly string[]} blockedBy
 */
export function showMessages(own, general, blockedBy) {
  const wanted = JSON.stringify([own, general, blockedBy]);
  if (wanted === shown) return;
  shown = wanted;
  const all = [...own, ...general];
  const blocked = blockedBy.length > 0 ? [make("p", {}, [say("blocked", { files: blockedBy.join(", ") })])] : [];
  const parts = [...blocked, ...all.map(describe)];
  const list = byId("message-list");
  const buttons = () => [...list.querySelectorAll("button")];
  const focused = buttons().indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  list.replaceChildren(...(parts.length > 0 ? parts : [make("p", {}, [say("noMessages")])]));
  // Who was at a message stays there, or in the list if it is well again.
  if (focused >= 0) (buttons()[Math.min(focused, buttons().length - 1)] ?? list).focus();
  byId("messages").classList.toggle("quiet", parts.length === 0);
  byId("messages-title").textContent = all.length > 0 ? `${say("messages")} (${all.length})` : say("messages");
}

/** @param {Message} message */
function describe({ severity, message, help, place, line, code }) {
  const parts = [
    make("p", { class: "what" }, [make("span", { class: "severity" }, [say(severity)]), " ", message]),
    ...(place ? [describePlace(place)] : []),
    ...(place && line !== undefined && line.trim() !== "" ? [excerpt(place, line)] : []),
    make("p", { class: "help" }, [`${say("help")}: ${help}`]),
  ];
  return make("article", { class: severity, title: code }, parts);
}

/** @param {import("./place.js").Place} place */
function describePlace(place) {
  const name = `${nameOf(place)}:${place.column}`;
  if (place.file.startsWith(`${settings.shipped}/`)) return make("p", { class: "shipped" }, [name]);
  const label = say(settings.editor === "none" ? "copyPlace" : "openAt", { place: name });
  const button = make("button", { type: "button", class: "place", "aria-label": label, title: label }, [name]);
  button.addEventListener("click", () => void (settings.editor === "none" ? copyPlace(place) : openPlace(place)));
  return make("p", {}, [button]);
}

/**
 * The line, with the stretch that it is about marked.
 * @param {import("./place.js").Place} place
 * @param {string} line
 */
function excerpt(place, line) {
  const start = place.column - 1;
  const from = start < MAX_WIDTH - BEFORE ? 0 : start - BEFORE;
  const until = from + MAX_WIDTH;
  const end = Math.min(start + (place.length ?? 1), until);
  return make("pre", {}, [
    make("span", { class: "number" }, [`${place.line} `]),
    `${from > 0 ? "…" : ""}${line.slice(from, start)}`,
    make("mark", {}, [line.slice(start, end) || " "]),
    `${line.slice(end, until)}${line.length > until ? "…" : ""}`,
  ]);
}
