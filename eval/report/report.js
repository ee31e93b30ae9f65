/* The questions of a report: filters, one question at a time, keys. Every word of a paper, a
   question or an answer is set as text, never as markup. */
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const DATA = JSON.parse(at("told").textContent);
  const BY_ID = new Map(DATA.questions.map((question) => [question.id, question]));
  const LOOK = { right: "good", "partly right": "half", fixed: "good", better: "good", broken: "bad", worse: "bad", wrong: "bad", verbatim: "good", "own words": "good", "vital fact": "good", "gold item": "good", "not proved": "bad", "no source": "bad", "number not in source": "bad" };
  const SIGN = { right: "✓ ", "partly right": "◐ ", silent: "○ ", wrong: "✗ ", "vital fact": "✓ ", "gold item": "✓ ", verbatim: "✓ ", "own words": "≈ ", "not proved": "✗ ", "no source": "✗ ", "number not in source": "✗ ", fixed: "↑ ", better: "↑ ", broken: "↓ ", worse: "↓ " };
  const el = (tag, about, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(about || {})) if (value !== null && value !== "") made.setAttribute(name, value);
    made.append(...inside.filter((each) => each !== null && each !== ""));
    return made;
  };
  const badge = (word) => el("span", { class: `badge ${LOOK[word] || "plain"}` }, (SIGN[word] || "") + word);
  const place = (where, page) => el("span", { class: "place quoted" }, [where.meeting, where.document, where.item, where.title, page ? `p. ${page}` : ""].filter(Boolean).join(" · "));
  const paragraph = (words, kind, lang) => (words ? el("p", { class: `${kind} quoted`, lang }, words) : null);

  // light and dark
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (dark.matches ? "dark" : "light")) === "dark";
  const paint = () => { at("theme").textContent = isDark() ? "Light colours" : "Dark colours"; };
  try { const kept = localStorage.getItem("report-theme"); if (kept) root.dataset.theme = kept; } catch { /* a browser that keeps nothing */ }
  at("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("report-theme", root.dataset.theme); } catch { /* as above */ }
    paint();
  });
  dark.addEventListener("change", paint);
  at("theme").hidden = false;
  paint();

  // the list and its filters
  const rows = [...at("list").children];
  const filters = at("filters");
  const link = (row) => row.firstElementChild;
  const shown = () => rows.filter((row) => !row.hidden);
  const sift = () => {
    const words = filters.elements.words.value.toLowerCase();
    for (const row of rows) {
      const fits = ["type", "lang", "outcome", "fault", "change"].every((name) => !filters.elements[name] || !filters.elements[name].value || row.dataset[name] === filters.elements[name].value);
      row.hidden = !fits || !row.textContent.toLowerCase().includes(words);
    }
    at("count").textContent = `${shown().length} of ${rows.length} questions listed`;
    steps();
  };
  filters.addEventListener("input", sift);
  filters.addEventListener("submit", (event) => event.preventDefault());

  // one question
  let open = null;
  const others = (question) => DATA.questions.filter((each) => each.base === question.base && each.id !== question.id);
  const facts = (question, gold) => {
    const sides = [["this run", question.now]].concat(typeof question.was === "object" && question.was ? [["baseline", question.was]] : []);
    const head = el("tr", {}, el("th", { scope: "col" }, "fact"), el("th", { scope: "col" }, "weight"));
    for (const [name] of sides) head.append(el("th", { scope: "col" }, `in the answer, ${name}`), el("th", { scope: "col", class: "n" }, `rank, ${name}`));
    const body = gold.nuggets.map((nugget, index) => {
      const row = el("tr", {}, el("td", { class: "quoted" }, nugget.text), el("td", {}, nugget.vital ? "vital" : "okay"));
      for (const [, side] of sides) row.append(el("td", { class: side.told[index] ? "good" : "bad" }, side.told[index] ? "✓ yes" : "✗ no"), el("td", { class: "n" }, side.ranks[index] === null ? "–" : String(side.ranks[index])));
      return row;
    });
    return el("div", { class: "wide" }, el("table", {}, el("thead", {}, head), el("tbody", {}, ...body)));
  };
  const goldOf = (question) => {
    const gold = DATA.gold[question.base];
    const made = [el("h4", {}, "What a right answer holds")];
    if (gold.absent || !gold.nuggets.length) made.push(el("p", {}, "The papers do not answer this: silence is right."), paragraph(gold.absent, "soft"));
    if (gold.nuggets.length) made.push(facts(question, gold));
    for (const quote of gold.quotes) made.push(place(quote.place), el("blockquote", { class: "quoted", lang: "nl" }, quote.before, el("mark", {}, quote.quote), quote.behind));
    return made;
  };
  const sentence = (said, lacking) => {
    const sources = said.cited.map((cited) => el("li", {}, cited.gold === null ? null : badge(cited.gold ? "gold item" : "other item"), cited.holds ? null : badge("not proved"), place(cited.place, cited.page), cited.quote ? el("blockquote", { class: "quoted", lang: "nl" }, cited.quote) : null));
    return el("li", {}, el("span", { class: "quoted" }, said.text), " ", badge(said.support), said.actor ? el("span", { class: "badge plain" }, `actor: ${said.actor}`) : null, lacking && !lacking.has(said.text) ? el("span", { class: "badge half" }, "only here") : null, el("ul", {}, ...sources));
  };
  const side = (name, told, other) => {
    const lacking = other ? new Set(other.sentences.map((each) => each.text)) : null;
    const made = [el("h4", {}, name), el("p", {}, badge(told.outcome), told.fault ? badge(told.fault) : null, told.seconds === null ? null : el("span", { class: "soft" }, `${told.seconds.toFixed(3)} s`))];
    made.push(paragraph(told.lead, "soft"), el("ol", { class: "sentences" }, ...told.sentences.map((each) => sentence(each, lacking))), paragraph(told.note, "soft"));
    return el("div", {}, ...made.filter(Boolean));
  };
  const passages = (question) => {
    const items = question.now.hits.map(([number, mark]) => {
      const hit = DATA.passages[number];
      return el("li", {}, mark ? badge(mark) : null, place(hit.place), el("details", {}, el("summary", { class: "quoted", lang: "nl" }, `${hit.text.slice(0, 110)}…`), el("blockquote", { class: "quoted", lang: "nl" }, hit.text)));
    });
    return [el("h4", {}, `Passages found (${items.length})`), el("ol", { class: "passages" }, ...items)];
  };
  const render = (question) => {
    const was = question.was === "same" ? null : question.was;
    const said = [el("h3", { tabindex: "-1", lang: question.lang, class: "quoted" }, question.question)];
    said.push(el("p", { class: "soft quoted" }, [question.id, question.lang, question.type, ...question.about].join(" · ")));
    if (question.change) said.push(el("p", {}, badge(question.change), question.was === "same" ? "the same answer and passages as in the baseline" : ""));
    const near = question.near ? [question.near] : [];
    const akin = [...others(question).map((each) => each.id), ...near].filter((id) => BY_ID.has(id));
    if (akin.length) said.push(el("p", { class: "soft screen" }, "Asked otherwise, or its pair: ", ...akin.flatMap((id) => [el("a", { href: `#q=${encodeURIComponent(id)}` }, id), " "])));
    const sides = was ? [side("Answer, this run", question.now, was), side("Answer, baseline", was, question.now)] : [side("Answer", question.now, null)];
    said.push(el("div", { class: "sides" }, ...sides), ...goldOf(question), ...passages(question));
    at("detail").replaceChildren(...said.filter(Boolean));
  };
  const steps = () => {
    const listed = shown();
    const here = listed.findIndex((row) => row.dataset.id === open);
    at("previous").disabled = !listed.length || here === 0;
    at("next").disabled = !listed.length || here === listed.length - 1;
    at("where").textContent = here < 0 ? "" : `question ${here + 1}`;
  };
  const show = () => {
    const asked = location.hash.startsWith("#q=") ? decodeURIComponent(location.hash.slice(3)) : null;
    const question = BY_ID.get(asked);
    if (!question) return;
    open = question.id;
    for (const row of rows) {
      if (row.dataset.id === open) { link(row).setAttribute("aria-current", "true"); link(row).scrollIntoView({ block: "nearest" }); } else link(row).removeAttribute("aria-current");
    }
    render(question);
    steps();
    at("detail").querySelector("h3").focus({ preventScroll: true });
    at("detail").scrollIntoView({ block: "start" });
  };
  const step = (by) => {
    const listed = shown();
    const here = listed.findIndex((row) => row.dataset.id === open);
    const target = listed[here < 0 ? 0 : here + by];
    if (target) location.hash = `q=${encodeURIComponent(target.dataset.id)}`;
  };
  at("next").addEventListener("click", () => step(1));
  at("previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !at("keys").checked || event.target.closest("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); filters.elements.words.focus(); }
  });
  addEventListener("hashchange", show);
  addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("details")) each.open = true; });
  at("detail").firstElementChild.textContent = "Choose a question from the list.";
  sift();
  show();
})();
