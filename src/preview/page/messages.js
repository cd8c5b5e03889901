/** What there is to say of the papers, each message with its line. */

import { nameOf, openPlace } from "./place.js";
import { byId, make, say, settings } from "./words.js";

/** @typedef {import("./paper-list.js").Message} Message */

/** The longest line that is shown whole. */
const MAX_WIDTH = 120;

/**
 * Shows the messages of a paper, and then those of no paper.
 * @param {readonly Message[]} own
 * @param {readonly Message[]} general
 * @param {readonly string[]} blockedBy
 */
export function showMessages(own, general, blockedBy) {
  const all = [...own, ...general];
  const blocked = blockedBy.length > 0 ? [make("p", {}, [say("blocked", { files: blockedBy.join(", ") })])] : [];
  const shown = [...blocked, ...all.map(describe)];
  byId("message-list").replaceChildren(...(shown.length > 0 ? shown : [make("p", {}, [say("noMessages")])]));
  byId("messages").classList.toggle("quiet", shown.length === 0);
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
  const label = say(settings.editor === "none" ? "copyPlace" : "openAt", { place: name });
  const button = make("button", { type: "button", class: "place", "aria-label": label, title: label }, [name]);
  button.addEventListener("click", () => void openPlace(place));
  return make("p", {}, [button]);
}

/**
 * The line, with the stretch that it is about marked.
 * @param {import("./place.js").Place} place
 * @param {string} line
 */
function excerpt(place, line) {
  const from = place.column > MAX_WIDTH - 20 ? place.column - 40 : 0;
  const start = place.column - 1;
  const end = start + (place.length ?? 1);
  const until = Math.max(end, from + MAX_WIDTH);
  return make("pre", {}, [
    make("span", { class: "number" }, [`${place.line} `]),
    `${from > 0 ? "…" : ""}${line.slice(from, start)}`,
    make("mark", {}, [line.slice(start, end) || " "]),
    `${line.slice(end, until)}${line.length > until ? "…" : ""}`,
  ]);
}
