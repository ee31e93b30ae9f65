// Joins the parts of the page: opens citations, moves the focus, keeps the language attribute.
// Everything is delegated from the document, since Gradio replaces what is inside its panes.
"use strict";

const byId = (id) => document.getElementById(id);
const wide = window.matchMedia("(min-width: 64rem)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const waiting = new WeakMap(); // panes in which something is being made: what that was begun with
let begun = { at: null, text: "" }; // the field or button used last, and what was typed in it
let undoing = false; // something understood, or taking that back: the focus follows the new answer
let asked = null; // the citation that is asked for and not shown yet: its number and its columns

const last = new WeakMap(); // by columns: the button that opened the source, of several alike

const sourceIn = (columns) => columns?.querySelector(".source");

function showQuote(pane) {
  const mark = pane.querySelector("mark");
  const paper = pane.querySelector(".paper");
  if (mark && paper) {
    const away = mark.getBoundingClientRect().top - paper.getBoundingClientRect().top;
    paper.scrollTop += away - paper.clientHeight / 3;
  }
  const head = pane.querySelector("h2, .notice");
  if (!head) return;
  head.focus({ preventScroll: true });
  if (!wide.matches) intoView(head);
}

function intoView(element) {
  element.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
}

// the one place from which a screen reader hears, by itself, that something is there
function tell(text) {
  let said = byId("told-live");
  if (!said) {
    said = Object.assign(document.createElement("p"), { id: "told-live", className: "visually-hidden" });
    said.setAttribute("role", "status");
    document.body.append(said);
  }
  said.textContent = text;
}

// back to the citation that the source in this pane was opened from
function goBack(pane) {
  const back = pane?.querySelector("button.back");
  if (!back) return;
  const columns = pane.closest(".columns");
  const same = [...columns.querySelectorAll(`button.cite[data-cite="${back.dataset.back}"]`)];
  const from = same.find((button) => button === last.get(columns)) || same[0];
  from?.closest("details")?.setAttribute("open", "");
  from?.focus();
}

function keepCurrent({ number, columns }) {
  for (const button of columns.querySelectorAll("button.cite")) {
    if (button.dataset.cite === number) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

document.addEventListener("click", (event) => {
  const cite = event.target.closest("button.cite");
  if (cite) {
    // Gradio hears the same click (CHOOSE in tab.py)
    asked = { number: cite.dataset.cite, columns: cite.closest(".columns"), button: cite };
    queueMicrotask(look); // it may be shown already
  }
  if (event.target.closest("button.slot")) undoing = true; // Gradio hears it too (CHOOSE)
  const jump = event.target.closest("button.jump");
  if (jump) {
    const fold = jump.closest("article").querySelectorAll("details.fold")[Number(jump.dataset.jump)];
    fold.open = true;
    const head = fold.querySelector("summary");
    head.focus({ preventScroll: true });
    intoView(head);
  }
  if (event.target.closest("button.back")) goBack(event.target.closest(".source"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  goBack(event.target.closest?.(".source"));
});

// lists of choices that were left so fast that Gradio did not close them
function closeLists() {
  for (const field of document.querySelectorAll("input[role=combobox][aria-expanded=true]")) {
    if (field !== document.activeElement) field.dispatchEvent(new FocusEvent("blur"));
  }
}

document.addEventListener("focusin", closeLists);
document.addEventListener("focusout", () => setTimeout(closeLists, 200)); // to nothing at all

// arrow keys, Home and End go from tab to tab; only the chosen one is a stop of the Tab key
const tabsBeside = (tab) => [...(tab.closest("[role=tablist]")?.querySelectorAll("[role=tab]") ?? [])];

document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.("[role=tab]");
  if (!tab || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const tabs = tabsBeside(tab);
  const at = tabs.indexOf(tab);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = tabs[to % tabs.length];
  next.click();
  next.focus();
});

const begin = ({ target }) => {
  const at = target.closest?.("button, input, textarea");
  if (at) begun = { at, text: at.value };
};
document.addEventListener("click", begin, true);
document.addEventListener("keydown", (event) => event.key === "Enter" && begin(event), true);

// The focus goes to the head of what was asked for, unless the reader went elsewhere or types on.
function watch(pane) {
  const at = document.activeElement;
  if (pane.querySelector(".status")) {
    if (!waiting.has(pane)) waiting.set(pane, begun);
    return;
  }
  const was = waiting.get(pane);
  const head = pane.querySelector("article h2");
  if (!was || !pane.firstElementChild) return;
  waiting.delete(pane);
  if (!head || pane.getClientRects().length === 0) return;
  const told = document.querySelector("[data-ready]");
  tell(`${told?.dataset.ready ?? ""} ${head.textContent}`.trim());
  const asking = at === was.at && at?.value === was.text && pane.closest(".columns").contains(at);
  if (at !== document.body && !asking) return;
  head.focus({ preventScroll: true });
  const { top } = pane.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) intoView(pane);
}

function look() {
  const head = document.querySelector("[data-language]");
  if (head) document.documentElement.lang = head.dataset.language;
  document.querySelectorAll(".told-pane").forEach(watch);
  for (const tab of document.querySelectorAll("[role=tablist] [role=tab]")) {
    tab.tabIndex = tab.ariaSelected === "true" ? 0 : -1;
  }
  // a list of choices scrolls, and what scrolls is a stop of the Tab key: the field above it is one
  for (const list of document.querySelectorAll(".options:has(> [role=listbox])")) list.tabIndex = -1;
  byId("uploaded")?.setAttribute("aria-live", "polite");
  const drawn = document.querySelector("#timeline .js-plotly-plot");
  if (drawn) {
    const heading = byId("positions-told")?.querySelector("h2")?.innerText ?? "";
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", `${head?.dataset.timeline ?? ""} ${heading}`.trim());
  }
  const answer = byId("answer");
  if (undoing && answer?.querySelector("article, .notice") && !answer.querySelector("button.slot:disabled")) {
    undoing = false;
    const next = answer.querySelector("button.slot") || answer.querySelector("h2, .notice");
    next.focus({ preventScroll: true });
  }
  const chooser = document.querySelector("#upload input[type=file], input[type=file]");
  if (chooser && !chooser.accept) chooser.accept = ".pdf,.docx,.html,.htm,.xml,.txt";
  const pane = sourceIn(asked?.columns);
  const shown = pane?.querySelector("[data-back]")?.dataset.back;
  if (pane && (shown === asked.number || pane.querySelector(".notice"))) {
    keepCurrent(asked);
    last.set(asked.columns, asked.button);
    asked = null;
    requestAnimationFrame(() => showQuote(pane));
  }
}

let due = false;
new MutationObserver(() => {
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    look();
  });
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-language", "data-back", "aria-selected"] });
