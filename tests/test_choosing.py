"""In which order candidates are taken for a question about a development."""

from __future__ import annotations

from dataclasses import replace

from papers import candidate

from rag.choosing import by_meeting
from rag.evidence import Candidate


def test_a_development_gets_a_sentence_of_each_meeting_before_a_second_one() -> None:
    def said(name: str, date: str, at: int, fit: float, actor: str = "NL") -> Candidate:
        return replace(candidate(name, date, at, actor), fit=fit)

    early = [said("a.txt", "2022-03-03", 0, 0.9), said("a.txt", "2022-03-03", 1, 0.8)]
    late = said("b.txt", "2024-06-13", 0, 0.5)
    other = said("b.txt", "2024-06-13", 1, 0.7, "DE")
    poor = said("c.txt", "2025-01-01", 0, 0.05)
    found = [*early, other, late, poor]
    assert by_meeting(found, ["NL"]) == [early[0], late, early[1], other]
    assert by_meeting(found, []) == [early[0], other, early[1], late]
