"""Fitting salience: a planted rule is found again, and papers kept for testing are not learnt."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eval.fit_salience import HINT, OKAY, UNSURE, Case, Source, cases, fit, learnable, write_weights
from eval.gold_summaries import read_summaries
from eval.product import assistant_over
from eval.release_files import read_files
from eval.salience_figures import LeftOut, left_out, ranked
from eval.specimen import write_release
from index.settings import Settings
from rag.weights import Scorer


def planted(meetings: int, release: str = "a", rule: str = "decided") -> list[Case]:
    """Sentences of as many meetings: needed are those in which the rule holds."""
    chance = random.Random(3)
    made = []
    for meeting in range(meetings):
        for place in range(12):
            there = place % 3 == 0
            features = {"decided": 0.0, "voted": 0.0, "noise": chance.random()}
            features[rule] = float(there)
            made.append(Case(features, there, 1.0, f"{release}{meeting}", True, release))
    return made


def test_a_planted_rule_is_found_again() -> None:
    learnt = planted(6)
    weights = fit(learnt).weights
    assert weights["decided"] > 0.5 > abs(weights["noise"])
    assert ranked(learnt, learnt) == 1.0


def test_a_meeting_is_weighed_without_its_own_cases() -> None:
    learnt = [*planted(5), *planted(1, "b", "voted")]
    assert fit(learnt).weights["voted"] > 0.1
    assert fit(learnt, "b0").weights["voted"] == pytest.approx(0.0)


def test_a_large_release_does_not_drown_a_small_one() -> None:
    learnt = [*planted(20), *planted(1, "b", "voted")]
    alone = [replace(case, release="a") for case in learnt]
    assert fit(learnt).weights["voted"] > 2 * fit(alone).weights["voted"]


def test_where_nothing_tells_the_ranking_is_no_better_than_chance() -> None:
    chance = random.Random(4)
    blind = [
        Case({"decided": chance.random()}, chance.random() < 0.5, 1.0, str(n % 5), True)
        for n in range(400)
    ]
    assert ranked(blind, blind) == pytest.approx(0.5, abs=0.1)


@pytest.fixture(scope="module")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    folder = tmp_path_factory.mktemp("salience")
    release = read_files(write_release(folder / "specimen")).release()
    assistant = assistant_over(release, folder / "library", Settings())
    with assistant.library:
        yield Source(release, read_summaries(folder / "specimen"), assistant)


def test_the_shipped_weights_come_from_papers_that_are_not_kept_for_testing(
    specimen: Source,
) -> None:
    learnt = learnable(specimen.release)
    assert "specimen-2022-03-verslag.txt" in learnt
    assert "specimen-2026-03-verslag.txt" not in learnt
    found = cases(specimen)
    meetings = {case.meeting for case in found}
    assert meetings == {"2022-03-03", "2022-10-13", "2023-03-09", "2023-06-08", "2023-07-20"}
    vital = [case for case in found if case.needed and case.weight == 1.0]
    assert len(vital) > 50
    assert {case.weight for case in found} == {1.0, HINT, OKAY, UNSURE}
    assert all(case.sure for case in found if not case.needed and case.weight == 1.0)
    shipped = json.loads(Path("rag/summaries/weights.json").read_text(encoding="utf-8"))
    assert set(shipped["fitted on"]["specimen"]) == {case.document for case in found} <= learnt


def test_figures_are_of_papers_left_out_and_of_those_kept(specimen: Source) -> None:
    apart, kept = left_out([specimen], cases(specimen))
    assert (apart.kept, kept.kept) == (False, True)
    assert len(apart.items) + len(kept.items) == len(specimen.gold.items)
    for each in (apart, kept):
        assert each.items and each.papers
        assert all(0 <= share <= 1 for share in (*each.items, *each.papers))


def test_figures_are_told_in_a_line() -> None:
    made = LeftOut("specimen", False, (0.5, 1.0), ())
    assert made.line() == "specimen, left out in turn: vital facts told, 0.750 of 2 items"


def test_weights_are_written_as_they_are_read(tmp_path: Path) -> None:
    learnt = [Case({}, True, 1.0, "m", True, "specimen", f"{name}.txt") for name in "aab"]
    write_weights(Scorer(-1.23456, {"decided": 2.00004}), learnt, ["0.75"], tmp_path / "w.json")
    assert json.loads((tmp_path / "w.json").read_text()) == {
        "fitted on": {"specimen": ["a.txt", "b.txt"]},
        "cases": 3,
        "on papers left out": ["0.75"],
        "bias": -1.2346,
        "weights": {"decided": 2.0},
    }
