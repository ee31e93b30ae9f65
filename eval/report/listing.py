"""The list of questions with its filters, and the place where one is shown.

Knows: what a question can be found by. Does not know: what is shown of one; the script does that.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from eval.report.changes import CHANGES, change
from eval.report.faults import FAULTS, SUPPORTS
from eval.report.gathered import Gathered
from eval.report.looked import OUTCOMES, Looked
from eval.report.markup import LOOKS, choice, section

SIGNS = {"right": "✓", "partly right": "◐", "silent": "○", "wrong": "✗", "not asked": "–"}
_ABOVE = """<form class="filters" id="filters">{choices}<label>Words
<input type="search" name="words"></label><label class="keys"><input type="checkbox" id="keys"
checked>Keys: j next, k previous, / words</label></form>
<p class="steps"><button type="button" id="previous" aria-keyshortcuts="k">Previous</button>
<button type="button" id="next" aria-keyshortcuts="j">Next</button><span id="where"></span>
<span id="count" class="soft" role="status"></span></p>
<details class="screen"><summary>What the words mean</summary><ul>{meanings}</ul></details>"""
_BELOW = """<div class="split"><ol id="list" class="screen" aria-label="Questions">{rows}</ol>
<div id="detail"><p class="soft">Single questions need the script of this file.</p></div></div>"""


def questions_part(told: Gathered) -> str:
    """The filters, the list, broken and fixed questions first, and the place for one question."""
    rows = [(each, _changed(told, each)) for each in told.run.questions.values()]
    if told.before is not None:
        rows.sort(key=lambda row: list(CHANGES).index(row[1]))
    words = [f"{SIGNS[name]} {name}: {meaning}" for name, meaning in OUTCOMES.items()]
    words += [f"{name}: {meaning}" for name, meaning in (*FAULTS.items(), *SUPPORTS.items())]
    words += CHANGES.values() if told.before is not None else ()
    meanings = "".join(f"<li>{escape(each)}</li>" for each in words)
    return section(
        "questions",
        "Question by question",
        _ABOVE.format(choices="".join(_choices(told)), meanings=meanings),
        _BELOW.format(rows="".join(_row(*row) for row in rows)),
    )


def _choices(told: Gathered) -> list[str]:
    asked = [each.question for each in told.run.questions.values()]
    outcomes = {each.outcome for each in told.run.questions.values()}
    faults = {each.fault for each in told.run.questions.values()}
    signed = {str(name): f"{SIGNS[name]} {name}" for name in OUTCOMES if name in outcomes}
    made = [
        choice("type", "Type", {kind: kind for kind in sorted({q.type for q in asked})}),
        choice("lang", "Language", {lang: lang for lang in sorted({q.lang for q in asked})}),
        choice("outcome", "Outcome", signed),
        choice("fault", "Fault", {str(name): name for name in FAULTS if name in faults}),
    ]
    changes = [] if told.before is None else [choice("change", "Baseline", {n: n for n in CHANGES})]
    return changes + made


def _changed(told: Gathered, looked: Looked) -> str:
    return change(looked, told.before.questions.get(looked.question.id)) if told.before else ""


def _row(looked: Looked, changed: str) -> str:
    asked = looked.question
    marks = {
        "id": asked.id,
        "type": asked.type,
        "lang": asked.lang,
        "outcome": looked.outcome,
        "fault": looked.fault or "",
        "change": changed,
    }
    held = "".join(f' data-{name}="{escape(value)}"' for name, value in marks.items())
    words = [f"{SIGNS[looked.outcome]} {looked.outcome}", looked.fault or ""]
    words.append(changed if changed != "unchanged" else "")
    said = escape(" · ".join(word for word in words if word))
    look = LOOKS.get(looked.outcome, "")
    return (
        f'<li{held}><a href="#q={quote(asked.id, safe="")}"><small>{escape(asked.id)}</small> '
        f'<span class="quoted" lang="{escape(asked.lang)}">{escape(asked.question)}</span> '
        f'<small class="{look}">{said}</small></a></li>'
    )
