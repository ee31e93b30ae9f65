"""Fitting salience: a planted rule is found again, and papers kept for testing are not learnt."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from eval.fit_salience import HINT, Case, cases, fit, learnable, write_weights
from eval.gold_summaries import read_summaries
from eval.release_files import read_files
from eval.specimen import write_release
from index.settings import Settings
from rag.weights import Scorer


def planted(meetings: int) -> list[Case]:
    """Sentences of as many meetings: needed are those in which a decision is told."""
    chance = random.Random(3)
    made = []
    for meeting in range(meetings):
        for place in range(12):
            features = {"decided": float(place % 3 == 0), "noise": chance.random()}
            made.append(Case(features, place % 3 == 0, 1.0, str(meeting), True))
    return made


def test_a_planted_rule_is_found_again() -> None:
    made, ranked = fit(planted(6))
    assert made.weights["decided"] > 1 > abs(made.weights["noise"])
    assert ranked == 1.0


def test_where_nothing_tells_the_ranking_is_no_better_than_chance() -> None:
    chance = random.Random(4)
    blind = [
        Case({"decided": chance.random()}, chance.random() < 0.5, 1.0, str(n % 5), True)
        for n in range(400)
    ]
    assert fit(blind)[1] == pytest.approx(0.5, abs=0.1)


def test_the_shipped_weights_come_from_papers_that_are_not_kept_for_testing(
    tmp_path: Path,
) -> None:
    from eval.product import assistant_over

    release = read_files(write_release(tmp_path / "specimen")).release()
    learnt = learnable(release)
    assert "specimen-2022-03-verslag.txt" in learnt
    assert "specimen-2026-03-verslag.txt" not in learnt
    gold = read_summaries(tmp_path / "specimen")
    assistant = assistant_over(release, tmp_path / "library", Settings())
    with assistant.library:
        found = cases(assistant, release, gold)
    meetings = {case.meeting for case in found}
    assert meetings == {"2022-03-03", "2022-10-13", "2023-03-09", "2023-06-08", "2023-07-20"}
    vital = [case for case in found if case.needed and case.weight == 1.0]
    assert all(case.sure for case in vital) and len(vital) > 50
    assert any(case.weight == HINT for case in found)


def test_weights_are_written_as_they_are_read(tmp_path: Path) -> None:
    import json

    write_weights(Scorer(-1.23456, {"decided": 2.00004}), 0.87654, 12, tmp_path / "w.json")
    assert json.loads((tmp_path / "w.json").read_text()) == {
        "cases": 12,
        "ranked right on other meetings": 0.8765,
        "bias": -1.2346,
        "weights": {"decided": 2.0},
    }
