"""The report as one HTML file that needs nothing beside it, and lets nothing in.

Knows: the order of the parts, what a browser may do. Does not know: how the
parts are made. Only the script and the style of this folder may run, named by their hashes; text of
papers and answers stands in it as text or as JSON.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from eval.report.details import details
from eval.report.gathered import Gathered
from eval.report.grids import actor_part, fault_part, heat_part
from eval.report.listing import questions_part
from eval.report.markup import paragraph, script_json
from eval.report.parts import difference_part, headline_part, search_part, time_part
from eval.report.risk import risk_part

_PARTS = {
    "headlines": "Headlines",
    "difference": "Baseline",
    "search": "Search",
    "slices": "Slices",
    "faults": "Faults",
    "actors": "Actors",
    "risk": "Risk",
    "time": "Time",
    "questions": "Questions",
}


def page(told: Gathered) -> str:
    """The whole file."""
    parts = [
        part(told)
        for part in (
            headline_part,
            difference_part,
            search_part,
            heat_part,
            fault_part,
            actor_part,
            risk_part,
            time_part,
            questions_part,
        )
    ]
    body = "".join(parts)
    links = "".join(
        f'<li><a href="#{name}">{words}</a></li>'
        for name, words in _PARTS.items()
        if f'<section id="{name}"' in body
    )
    style, script = _asset("report.css"), _asset("report.js")
    rules = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
    rules += "base-uri 'none'; form-action 'none'"
    title = escape(f"{told.release.name}: {told.run.name}")
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{rules}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Report {title}</title>
<style>{style}</style></head>
<body><a class="skip" href="#questions">To the questions</a>
<header class="top"><div><h1>{title}</h1>{_about(told)}
<nav aria-label="Parts of the report"><ul>{links}</ul></nav></div>
<button id="theme" type="button" hidden>Dark colours</button></header>
<main>{body}</main>
<script type="application/json" id="told">{_told(told)}</script>
<script>{script}</script></body></html>
"""


def _about(told: Gathered) -> str:
    asked = told.part.everything
    bases = len({question.base for question in asked})
    words = (
        f"{len(asked)} questions ({bases} base questions) on {len(told.release.structure)} papers."
    )
    lines = [paragraph(words, "soft")]
    if not told.part.whole:
        lines.append(paragraph("A part of the release: not comparable with the whole.", "warn"))
    for run in told.runs:
        if run.run.missing:
            lacking = f"{run.run.missing} questions have no answer and count as failed"
            lines.append(paragraph(f"{told.name(run)}: {lacking}.", "warn"))
    return "".join(lines)


def _told(told: Gathered) -> str:
    return script_json(details(told.release, told.run, told.before))


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"
