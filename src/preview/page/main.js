/** The preview page: hears from `vorlage watch`, and shows the paper that its address names. */

import { showMessages } from "./messages.js";
import { PagesView } from "./pages-view.js";
import { addressOf, PaperList } from "./paper-list.js";
import { frameTitle, PaperView } from "./paper-view.js";
import { announce, byId, make, say } from "./words.js";

/**
 * @typedef {import("./paper-list.js").Paper} Paper
 * @typedef {import("./paper-list.js").PaperEdition} PaperEdition
 * @typedef {import("./paper-list.js").Message} Message
 */

/**
 * What the server tells, by the name of its event.
 *
 * @typedef {{
 *   all: { papers: readonly Paper[], messages: readonly Message[], isWorking: boolean },
 *   paper: Paper,
 *   page: { id: string, edition: string, html: string },
 *   messages: readonly Message[],
 *   run: { isWorking: boolean, fault?: string },
 *   ended: unknown,
 * }} ServerEvents
 */

/** How long is waited before a lost connection is tried again, in milliseconds. */
const RETRY = 1500;

const list = new PaperList();
const paperView = new PaperView();
const pagesView = new PagesView();

/** @type {Map<string, Paper>} */
let papers = new Map();
/** @type {readonly Message[]} */
let general = [];
/** @type {EventSource | undefined} */
let events;
/** @type {string | undefined} */
let current;
/** @type {PaperEdition["edition"]} */
let edition = "public";
/** @type {"as-page" | "as-pdf"} */
let view = "as-page";
let isWorking = true;
let hasEnded = false;
/** What came of the current paper without being asked for, by edition. @type {Map<string, string>} */
const sent = new Map();
/** The paper, edition and state that the views show. */
let shown = "";
/** The current paper as it was when it was last done. @type {Paper | undefined} */
let heard;

/** @param {string | undefined} paper */
function connect(paper) {
  disconnect();
  // Browsers allow few connections to one server: a tab that nobody sees takes none.
  if (document.hidden || hasEnded) return;
  const source = new EventSource(paper === undefined ? "events" : `events?paper=${encodeURIComponent(paper)}`);
  events = source;
  /** @template {keyof ServerEvents} Name @param {Name} name @param {(data: ServerEvents[Name]) => void} take */
  const on = (name, take) => source.addEventListener(name, (event) => take(JSON.parse(event.data)));
  source.addEventListener("open", () => setConnection(undefined));
  source.addEventListener("error", () => {
    if (source !== events) return;
    setConnection(say("disconnected"));
    // Browsers give up where the server refused; then it is up to us.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => source === events && connect(paper), RETRY);
  });
  on("all", (data) => {
    papers = new Map(data.papers.map((one) => [one.id, one]));
    general = data.messages;
    isWorking = data.isWorking;
    list.show(data.papers);
    const first = list.first();
    if (current === undefined && first !== undefined) turnTo(first);
    else showPaper();
    tell();
    summarize();
  });
  on("paper", (paper) => {
    papers.set(paper.id, paper);
    list.update(paper);
    if (paper.id === current) {
      tell();
      showPaper();
    }
    summarize();
  });
  on("page", (data) => {
    if (data.id === current) sent.set(data.edition, data.html);
  });
  on("messages", (data) => {
    general = data;
    showPaper();
  });
  on("run", (data) => {
    isWorking = data.isWorking;
    summarize();
    if (data.fault) setNotice(data.fault);
    else if (!isWorking) showPaper();
  });
  on("ended", () => {
    source.close();
    setConnection(say("ended"));
    // It may be started again at the same port, with another address: nothing to try.
    hasEnded = true;
    disconnect();
  });
}

function disconnect() {
  events?.close();
  events = undefined;
}

/** For who does not see the page: what came of a save, once. */
function tell() {
  const paper = current === undefined ? undefined : papers.get(current);
  if (!paper && heard) {
    announce(say("gone"));
    heard = undefined;
  }
  if (!paper || paper.state === "waiting" || paper.state === "building") return;
  const before = heard;
  heard = paper;
  if (!before) return;
  const { title, messages } = paper;
  if (messages.length > 0 && JSON.stringify(messages) !== JSON.stringify(before.messages))
    announce(say("hasMessages", { title, count: messages.length }));
  else if (paper.state !== before.state || pdfsOf(paper) !== pdfsOf(before)) announce(say("updated", { title }));
}

/** @param {Paper} paper */
function pdfsOf({ editions }) {
  return editions.map(({ pdf }) => pdf).join(" ");
}

/** @param {string | undefined} text */
function setConnection(text) {
  const connection = byId("connection");
  setText(connection, text ?? say("connected"));
  connection.classList.toggle("lost", text !== undefined);
}

/** @param {string | undefined} text */
function setNotice(text) {
  const notice = byId("notice");
  notice.hidden = text === undefined;
  setText(notice, text ?? "");
}

/** Screen readers read out even a text that only replaces itself. @param {HTMLElement} element @param {string} text */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {string} id */
function turnTo(id) {
  history.replaceState(null, "", addressOf(id));
  turned();
}

function paperInAddress() {
  const hash = window.location.hash.slice(1);
  try {
    return decodeURIComponent(hash) || undefined;
  } catch {
    // Somebody cut the address off.
    return undefined;
  }
}

function turned() {
  const id = paperInAddress();
  if (id === current && events) return;
  current = id;
  shown = "";
  heard = undefined;
  sent.clear();
  paperView.clear();
  pagesView.clear();
  list.turn(current);
  showPaper();
  tell();
  connect(current);
}

function showPaper() {
  const paper = current === undefined ? undefined : papers.get(current);
  const title = paper ? `${paper.label ? `${paper.label}: ` : ""}${paper.title}` : "";
  byId("heading").textContent = title;
  byId("heading").hidden = title === "";
  document.title = title ? `${title} – ${say("title")}` : say("title");
  showMessages(paper?.messages ?? [], general, paper?.blockedBy ?? []);
  const editions = paper?.editions ?? [];
  const chosen = editions.find((one) => one.edition === edition) ?? editions[0];
  showEditions(editions, chosen);
  setNotice(paper?.outdated ? say("outdated") : undefined);
  byId("view:paper").classList.toggle("outdated", paper?.outdated ?? false);

  const isPage = view === "as-page";
  const isThere = chosen !== undefined && (isPage ? chosen.page !== undefined : chosen.pdf !== undefined);
  byId("empty").hidden = isThere;
  byId("as-page-panel").hidden = !isPage || !isThere;
  byId("as-pdf-panel").hidden = isPage || !isThere;
  byId("zoom").hidden = isPage || !isThere;
  if (!paper || !chosen || !isThere) {
    const isGone = current !== undefined && papers.size > 0 && !paper;
    const reason = isGone
      ? "gone"
      : papers.size === 0 && !isWorking
        ? "noPapers"
        : !paper
          ? "choose"
          : paper.state === "failed"
            ? "nothingYet"
            : "loading";
    byId("empty").textContent = say(reason);
    return;
  }
  const address = `papers/${chosen.edition}/${encodeURIComponent(paper.id)}`;
  const wanted = `${address} ${view} ${isPage ? chosen.page : chosen.pdf}`;
  if (wanted === shown) return;
  shown = wanted;
  const html = sent.get(chosen.edition);
  sent.delete(chosen.edition);
  if (isPage) void paperView.show(`${address}.html`, frameTitle(title), html);
  else void pagesView.show(`${address}.pdf`, chosen.pdf ?? "");
}

/**
 * @param {readonly PaperEdition[]} editions
 * @param {PaperEdition | undefined} chosen
 */
function showEditions(editions, chosen) {
  const group = byId("editions");
  group.hidden = editions.length < 2 && chosen?.edition !== "internal";
  const key = `${editions.map((one) => one.edition).join()} ${chosen?.edition}`;
  if (group.dataset.key === key) return;
  group.dataset.key = key;
  group.replaceChildren(
    ...editions.map((one) => {
      const isChosen = one.edition === chosen?.edition;
      const button = make("button", { type: "button", "aria-pressed": String(isChosen) }, [say(one.edition)]);
      button.addEventListener("click", () => {
        edition = one.edition;
        const hadFocus = group.contains(document.activeElement);
        showPaper();
        if (hadFocus) /** @type {HTMLElement | null} */ (group.querySelector("[aria-pressed=true]"))?.focus();
      });
      return button;
    }),
  );
}

/** @param {typeof view} next */
function show(next) {
  view = next;
  for (const id of /** @type {const} */ (["as-page", "as-pdf"])) {
    byId(id).setAttribute("aria-selected", String(id === view));
    byId(id).tabIndex = id === view ? 0 : -1;
  }
  showPaper();
}

function summarize() {
  const count = (/** @type {readonly Paper["state"][]} */ ...states) =>
    [...papers.values()].filter(({ state }) => states.includes(state)).length;
  const parts = [
    say("countFine", { count: count("fine") }),
    ...(count("warnings") > 0 ? [say("countWarnings", { count: count("warnings") })] : []),
    ...(count("failed") > 0 ? [say("countFailed", { count: count("failed") })] : []),
    ...(count("waiting", "building") > 0 ? [say("countWaiting", { count: count("waiting", "building") })] : []),
  ];
  byId("summary").textContent = parts.join(" · ");
  document.body.classList.toggle("working", isWorking);
}

for (const id of /** @type {const} */ (["as-page", "as-pdf"])) {
  byId(id).addEventListener("click", () => show(id));
  byId(id).addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    show(view === "as-page" ? "as-pdf" : "as-page");
    byId(view).focus();
  });
}
byId("skip").addEventListener("click", () => byId("view:paper").focus());
window.addEventListener("hashchange", turned);
document.addEventListener("visibilitychange", () => connect(current));
turned();
