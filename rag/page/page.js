// Joins the parts of the page: opens citations, moves the focus, keeps the language attribute.
// Everything is delegated from the document, since Gradio replaces what is inside its panes.
"use strict";

const byId = (id) => document.getElementById(id);
const wide = window.matchMedia("(min-width: 64rem)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const waiting = new WeakSet(); // panes that are brought into view when what was asked for begins
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
  const behavior = calm.matches ? "auto" : "smooth";
  if (!wide.matches) (mark || head).scrollIntoView({ block: "center", behavior });
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
  const back = event.target.closest("button.back");
  if (!back) return;
  const columns = back.closest(".columns");
  const same = [...columns.querySelectorAll(`button.cite[data-cite="${back.dataset.back}"]`)];
  const from = same.find((button) => button === last.get(columns)) || same[0];
  from?.closest("details")?.setAttribute("open", "");
  from?.focus();
});

function watch(pane) {
  if (!pane.hasAttribute("aria-live")) pane.setAttribute("aria-live", "polite");
  if (pane.querySelector(".status")) waiting.add(pane);
  else if (waiting.has(pane) && pane.querySelector("article")) {
    waiting.delete(pane);
    const behavior = calm.matches ? "auto" : "smooth";
    if (pane.getBoundingClientRect().top > innerHeight / 2) {
      pane.scrollIntoView({ block: "start", behavior });
    }
  }
}

function look() {
  const head = document.querySelector("[data-language]");
  if (head) document.documentElement.lang = head.dataset.language;
  document.querySelectorAll(".told-pane").forEach(watch);
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
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-language", "data-back"] });
