"""Reads a judge's reply: the grades asked for in the form asked for, or nothing.

Knows: the strict form. Does not know: servers, prompts. Nothing is mended and nothing guessed: a
reply in a code fence, with an entry too many or too few, or with another grade is refused.
"""

from __future__ import annotations

import json

from eval.judge.sheets import GRADES, Grades, Sheet


class ReplyRefused(ValueError):
    """A reply that is not of the form asked for; the message says in what."""


def read_grades(reply: str, sheet: Sheet) -> Grades:
    """The grade of every entry of the sheet, in its order; raises ReplyRefused."""
    try:
        told = json.loads(reply, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        if isinstance(error, ReplyRefused):
            raise
        raise ReplyRefused("no JSON") from None
    if not isinstance(told, dict):
        raise ReplyRefused("no JSON object")
    return fitting(told, sheet)


def fitting(told: dict[str, object], sheet: Sheet) -> Grades:
    """`told` as the grades of the sheet; raises ReplyRefused when it is not exactly that."""
    if set(told) != set(sheet.entries):
        raise ReplyRefused("other entries than those asked for")
    grades: dict[str, str] = {}
    for entry in sheet.entries:
        grade = told[entry]
        if not isinstance(grade, str) or grade not in GRADES[sheet.kind]:
            raise ReplyRefused(f"no grade for {entry}")
        grades[entry] = grade
    return grades


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object of the pairs; an entry told twice would hide one of its grades."""
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ReplyRefused("an entry is graded twice")
    return told
