/** The words and settings that the page came with, and how its script finds and makes elements. */

/**
 * An element that the page always has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

const { dataset } = byId("settings");

/** @type {Readonly<Record<string, string>>} */
const words = JSON.parse(dataset.words ?? "{}");

/** @type {{ readonly root: string, readonly shipped: string, readonly editor: "none" | "link" | "program", readonly address?: string }} */
export const settings = JSON.parse(dataset.settings ?? "{}");

/**
 * A sentence of the page, with its values.
 * @param {string} name
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function say(name, values = {}) {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}

/**
 * Makes an element. Strings become text.
 * @param {string} name
 * @param {Readonly<Record<string, string | boolean | undefined>>} [attributes]
 * @param {readonly (Node | string)[]} [children]
 */
export function make(name, attributes = {}, children = []) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (typeof value === "string") element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/**
 * Says something to screen readers, and nothing on the screen.
 * @param {string} text
 */
export function announce(text) {
  byId("said").textContent = text;
}
