"""What became of a question since the run before.

Knows: which of two answers is worth more. Does not know: figures over many questions, HTML.
"""

from __future__ import annotations

from dataclasses import replace

from eval.report.looked import Looked

CHANGES = {
    "broken": "broken: its outcome is worse than in the baseline",
    "fixed": "fixed: its outcome is better than in the baseline",
    "worse": "worse: fewer vital facts, the outcome is the same",
    "better": "better: more vital facts, the outcome is the same",
    "unchanged": "unchanged",
}


def change(now: Looked, was: Looked | None) -> str:
    """What became of a question, a key of CHANGES; empty without a run before."""
    if was is None:
        return ""
    if now.worth == was.worth:
        return "unchanged"
    if now.worth[0] == was.worth[0]:
        return "better" if now.worth > was.worth else "worse"
    return "fixed" if now.worth > was.worth else "broken"


def alike(one: Looked, other: Looked) -> bool:
    """True when nothing but the time it took tells the two apart."""
    if one.answer is None or other.answer is None:
        return one == other
    return one == replace(other, answer=replace(other.answer, seconds=one.answer.seconds))
