"""Positions over time as HTML: a table of dated steps, where they changed, where nothing was said.

Knows: what stands where, for one actor or for two side by side. Does not know: how steps are found,
the picture of them, the server, the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.nouns import Language
from rag.overviews import Positions, Side, Step
from rag.page.show import Proofs, badges_html, paragraph, safe
from rag.page.texts import word
from rag.phrases import actor_name, days
from rag.positions.chair import chair_of
from rag.positions.words import TURNS, step_kind
from rag.presiding import PRESIDES


def positions_html(positions: Positions, proofs: Proofs) -> str:
    """The whole overview; what the papers do hold, where they hold nothing on the topic."""
    language = proofs.language
    named = (actor_name(side.actor, language) or side.actor for side in positions.sides)
    names = f" {word('and', language)} ".join(named)
    heading = word("positions_of", language, actors=names, topic=positions.topic)
    heading = heading[:1].upper() + heading[1:]
    found = any(side.steps for side in positions.sides)
    parts = [
        f'<h2 tabindex="-1">{safe(heading)}</h2>',
        badges_html("verbatim" if found else "not_found", positions.seconds, language),
        _steps_html(positions.sides, proofs) if found else "",
        "" if found else f'<p class="hint">{safe(word("no_positions", language))}</p>',
        *(_shifts_html(side, positions.language, proofs) for side in positions.sides),
        *(_gaps_html(side, positions.language, proofs) for side in positions.sides),
        near_html(positions.near, language),
        paragraph("told", positions.note, positions.language),
    ]
    return f'<article class="overview positions">{"".join(parts)}</article>'


def near_html(topics: Sequence[str], language: Language) -> str:
    """Topics that the papers do hold; a click on one asks for it."""
    items = "".join(
        f'<li><button type="button" class="topic" lang="nl">{safe(topic)}</button></li>'
        for topic in topics
    )
    told = safe(word("near_topics", language))
    return f'<div class="near-topics"><p>{told}</p><ul>{items}</ul></div>' if items else ""


def _name(side: Side, language: Language) -> str:
    name = actor_name(side.actor, language) or side.actor
    return name[:1].upper() + name[1:]


def _steps_html(sides: Sequence[Side], proofs: Proofs) -> str:
    """A row for each paper with steps, by date: a column of them for each actor."""
    language = proofs.language
    names = "".join(f'<th scope="col">{safe(_name(side, language))}</th>' for side in sides)
    papers = sorted({(step.date, step.meeting) for side in sides for step in side.steps})
    rows = "".join(_row(paper, sides, proofs) for paper in papers)
    date = f'<th scope="col">{safe(word("date", language))}</th>' if len(sides) == 1 else ""
    caption = safe(word("steps", language))
    return (
        f'<table class="grid steps of-{len(sides)}"><caption>{caption}</caption>'
        f"<thead><tr>{date}{names}</tr></thead>{rows}</table>"
    )


def _row(paper: tuple[str, str], sides: Sequence[Side], proofs: Proofs) -> str:
    """One paper: its day, and what each actor said there; above them where there are two."""
    date, meeting = paper
    day = safe(days((date,), proofs.language))
    named = f'<time datetime="{safe(date)}">{day}</time> <span class="title">{safe(meeting)}</span>'
    cells = "".join(_cell(paper, side, proofs) for side in sides)
    if len(sides) == 1:
        return f'<tbody><tr><th scope="row">{named}</th>{cells}</tr></tbody>'
    head = f'<th scope="rowgroup" colspan="{len(sides)}">{named}</th>'
    return f"<tbody><tr>{head}</tr><tr>{cells}</tr></tbody>"


def _cell(paper: tuple[str, str], side: Side, proofs: Proofs) -> str:
    """What one actor said in a paper, and how that differs from the paper before."""
    steps = [step for step in side.steps if (step.date, step.meeting) == paper]
    language = proofs.language
    shown = "".join(
        _file_html(step, before) + _step_html(step, proofs)
        for before, step in zip([None, *steps], steps, strict=False)
    )
    country = chair_of(steps[0].statement.citations[0]) if steps else ""
    if side.actor == PRESIDES and country:
        shown = f'<p class="hint">{safe(actor_name(country, language))}</p>{shown}'
    if any(step.turn == "changed" for step in steps):
        told = safe(TURNS[language]["changed"])
        shown = f'<p><strong class="turn">{told}</strong></p>{shown}'
    shown = shown or f'<p class="silent">{safe(word("silent", language))}</p>'
    return f'<td data-label="{safe(_name(side, language))}">{shown}</td>'


def _file_html(step: Step, before: Step | None) -> str:
    """The title of its item, where the topic is of several files and the one before had another."""
    if not step.file or (before is not None and before.file == step.file):
        return ""
    return f'<p class="title" lang="nl">{safe(step.file)}</p>'


def _step_html(step: Step, proofs: Proofs) -> str:
    """One step: its kind and the quote."""
    kind = safe(step_kind(step, proofs.language))
    shade = "fact" if step.earlier else step.kind
    leant = f'<p class="hint" lang="nl">{safe(step.before.text)}</p>' if step.before else ""
    return (
        f'<div class="step {shade}"><p><span class="stance">{kind}</span></p>{leant}'
        f'<p class="said">{proofs.quoted(step.statement)}</p></div>'
    )


def _shifts_html(side: Side, language: Language, proofs: Proofs) -> str:
    """Where an actor's stance changed, and how."""
    items = "".join(f"<li>{safe(shift.text)}</li>" for shift in side.shifts)
    heading = f"{word('changes', proofs.language)}: {_name(side, proofs.language)}"
    return _list("shifts", heading, items, language)


def _gaps_html(side: Side, language: Language, proofs: Proofs) -> str:
    """The meetings that discuss the topic without the actor."""
    items = "".join(f"<li>{safe(gap.text)}</li>" for gap in side.gaps)
    heading = f"{word('gaps', proofs.language)}: {_name(side, proofs.language)}"
    return _list("gaps", heading, items, language)


def _list(name: str, heading: str, items: str, language: Language) -> str:
    if not items:
        return ""
    return (
        f'<h3 class="group">{safe(heading)}</h3><ul class="{name}" lang="{language}">{items}</ul>'
    )
