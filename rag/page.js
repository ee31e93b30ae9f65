// Joins the parts of the page: opens citations, moves the focus, keeps the language attribute.
// Everything is delegated from the document, since Gradio replaces what is inside its panes.
"use strict";

const byId = (id) => document.getElementById(id);
const wide = window.matchMedia("(min-width: 64rem)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
let waiting = false; // for an answer, which is brought into view when it begins
let undoing = false; // something understood, or taking that back: the focus follows the new answer
let asked = null; // the number of the citation that is asked for and not shown yet

function showQuote() {
  const pane = byId("source");
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

function keepCurrent(number) {
  for (const button of document.querySelectorAll("button.cite")) {
    if (button.dataset.cite === number) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

document.addEventListener("click", (event) => {
  const cite = event.target.closest("button.cite");
  if (cite) {
    asked = cite.dataset.cite; // Gradio hears the same click (CHOOSE in page_parts.py)
    queueMicrotask(look); // it may be shown already
  }
  if (event.target.closest("button.slot")) undoing = true; // Gradio hears it too (CHOOSE)
  const back = event.target.closest("button.back");
  if (back) document.querySelector(`button.cite[data-cite="${back.dataset.back}"]`)?.focus();
});

function look() {
  const head = document.querySelector("[data-language]");
  if (head) document.documentElement.lang = head.dataset.language;
  const answer = byId("answer");
  if (answer && !answer.hasAttribute("aria-live")) {
    answer.setAttribute("aria-live", "polite");
    byId("uploaded")?.setAttribute("aria-live", "polite");
  }
  if (answer?.querySelector(".status")) waiting = true;
  else if (waiting && answer?.querySelector("article")) {
    waiting = false;
    const behavior = calm.matches ? "auto" : "smooth";
    if (answer.getBoundingClientRect().top > innerHeight / 2) {
      answer.scrollIntoView({ block: "start", behavior });
    }
  }
  if (undoing && answer?.querySelector("article, .notice") && !answer.querySelector("button.slot:disabled")) {
    undoing = false;
    const next = answer.querySelector("button.slot") || answer.querySelector("h2, .notice");
    next.focus({ preventScroll: true });
  }
  const chooser = document.querySelector("#upload input[type=file], input[type=file]");
  if (chooser && !chooser.accept) chooser.accept = ".pdf,.docx,.html,.htm,.xml,.txt";
  const shown = byId("source")?.querySelector("[data-back]")?.dataset.back;
  const told = byId("source")?.querySelector(".notice");
  if (asked && (shown === asked || told)) {
    keepCurrent(asked);
    asked = null;
    requestAnimationFrame(showQuote);
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
