"""Positions over time as JSON and as lines at a terminal.

Knows: field names (they may be added to, never renamed). Does not know: how positions are found.
"""

from __future__ import annotations

from rag.nouns import Language
from rag.overviews import Positions, Side, Step
from rag.phrases import actor_name
from rag.positions.chair import chair_of, speaker_name
from rag.positions.words import TURNS, said, step_kind
from rag.presiding import PRESIDES
from rag.render import Object, statement_json
from rag.terminal import wrapped


def positions_json(positions: Positions) -> Object:
    """The whole, statements of both actors in order of date; `side` is the actor."""
    every = [(step, side.actor) for side in positions.sides for step in side.steps]
    ordered = sorted(every, key=lambda pair: pair[0].date)
    return {
        "topic": positions.topic,
        "language": positions.language,
        "actors": [side.actor for side in positions.sides],
        "statements": [_step_json(step, actor, positions.language) for step, actor in ordered],
        "changes": [
            {
                "actor": side.actor,
                "from_document": shift.from_document,
                "to_document": shift.to_document,
                "from_kind": shift.from_kind,
                "to_kind": shift.to_kind,
                "text": shift.text,
            }
            for side in positions.sides
            for shift in side.shifts
        ],
        "gaps": [
            {"meeting": g.meeting, "actor": g.actor, "text": g.text, "document": g.document}
            for side in positions.sides
            for g in side.gaps
        ],
        "near": list(positions.near),
        "note": positions.note,
        "seconds": round(positions.seconds, 4),
    }


def _step_json(step: Step, actor: str, language: Language) -> Object:
    return {
        **statement_json(step.statement),
        "date": step.date,
        "meeting": step.meeting,
        "kind": step.kind,
        "turn": step.turn,
        "earlier": step.earlier,
        "file": step.file,
        "before": None if step.before is None else statement_json(step.before),
        "speaker": speaker_name(actor, step.statement.citations[0], language),
        "side": actor,
    }


def positions_lines(positions: Positions) -> list[str]:
    """Each actor's steps under their papers, where the stand changes, which papers are silent."""
    language = positions.language
    lines: list[str] = []
    for side in positions.sides:
        lines.append(f"{actor_name(side.actor, language)}: {positions.topic}")
        lines += _step_lines(side, language)
        if side.shifts:
            lines += ["", f"  {said('changes', language)}"]
            for shift in side.shifts:
                lines += wrapped(
                    f"{shift.text} [{shift.from_document} -> {shift.to_document}]", "    "
                )
        if side.gaps:
            lines += ["", f"  {said('gaps', language)}"]
            lines += [line for gap in side.gaps for line in wrapped(gap.text, "    ")]
        lines.append("")
    return [*lines, *wrapped(positions.note)]


def _step_lines(side: Side, language: Language) -> list[str]:
    """The steps of one actor, each paper's under its name with how the stand turned."""
    lines: list[str] = []
    meeting = file = ""
    for step in side.steps:
        where = step.statement.citations[0]
        if step.meeting != meeting:
            meeting, file = step.meeting, ""
            lines += ["", "  " + _heading(step, side.actor, language)]
        if step.file != file:
            file = step.file
            lines += wrapped(file, "    ")
        place = f"{step.item}, p. {where.page}" if where.page else step.item
        leant = f"({said('before', language)}: “{step.before.text}”) " if step.before else ""
        kind = step_kind(step, language)
        lines += wrapped(f"[{kind}] {leant}“{step.statement.text}” ({place})", "    ")
    return lines


def _heading(step: Step, actor: str, language: Language) -> str:
    """The paper, the country that presides where the Presidency speaks, how the stand turned."""
    country = chair_of(step.statement.citations[0]) if actor == PRESIDES else ""
    named = [step.meeting, actor_name(country, language), TURNS[language][step.turn]]
    return " - ".join(filter(None, named))
