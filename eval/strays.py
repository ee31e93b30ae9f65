"""Passages that stray: of another meeting than the question names, or silent about its actor.

Knows: which meeting a paper is of, which year a question names, the product's list of actors. Does
not know: how passages are ranked. One dossier returns at every Council, so that a passage on the
right subject is often of the wrong meeting; these shares make that visible.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from eval.gold import Question
from eval.gold_papers import GoldDocument
from eval.handed_in import FoundPassage
from index.actors import mentions, named_actor

TOP = 5
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def meeting(file: str, document: GoldDocument) -> str:
    """What tells the meeting of a paper: its first day; of a letter its own day, else its name."""
    return document.meeting_dates[0] if document.meeting_dates else document.letter_date or file


def meeting_asked(question: Question, structure: Mapping[str, GoldDocument]) -> str | None:
    """The one meeting that a question is about and names, by a year; None when it does not."""
    files = {gold.document for gold in question.gold}
    held = {meeting(file, structure[file]) for file in files}
    return held.pop() if len(held) == 1 and _YEAR.search(question.question) else None


def wrong_meeting(
    question: Question, hits: Sequence[FoundPassage], structure: Mapping[str, GoldDocument]
) -> float | None:
    """Passages of another meeting / passages, of the top 5; 1 when nothing was found.

    None for a question that names no meeting, or is about more than one.
    """
    asked = meeting_asked(question, structure)
    if asked is None:
        return None
    top = hits[:TOP]
    right = [hit for hit in top if _of(hit, structure) == asked]
    return 1 - len(right) / len(top) if top else 1.0


def wrong_actor(question: Question, hits: Sequence[FoundPassage]) -> float | None:
    """Passages that name none of the actors asked about / passages, of the top 5; 1 for none.

    A lower bound: a passage may name the actor and report another's words. None for a question
    without an actor, or with one that the product's list does not know.
    """
    named = {named_actor(name) for name in (question.actor or "").split(";") if name.strip()}
    if not named or None in named:
        return None
    top = hits[:TOP]
    right = [hit for hit in top if named & {m.actor for m in mentions(hit.text)}]
    return 1 - len(right) / len(top) if top else 1.0


def _of(hit: FoundPassage, structure: Mapping[str, GoldDocument]) -> str | None:
    document = structure.get(hit.document)
    return None if document is None else meeting(hit.document, document)
