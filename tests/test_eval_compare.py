"""Runs held against each other: what is tested, over which cases, and what passes the gate."""

from __future__ import annotations

import json
from pathlib import Path

import eval_case as case
import eval_runs as runs
import pytest
import typer
from typer.testing import CliRunner

from eval.cli_judging import compare as compare_runs
from eval.cli_judging import gate as gate_runs
from eval.compare import DROP, compare, gate
from eval.compare_tables import cells, chance, number
from eval.headlines import HEADLINES, SILENT, TRUTH, VITAL, figure_of, headline_figures
from eval.intervals import Figure
from eval.judged import beside, judge, truth
from index.errors import RaadpleegError


def by_name(folder: Path, a: Path, b: Path) -> dict:
    whole = runs.release(folder)
    return {row.name: row for row in compare(whole, whole, a, b).rows}


def test_right_against_silent_by_hand(tmp_path: Path) -> None:
    rows = by_name(tmp_path, runs.best(tmp_path / "a"), runs.silent(tmp_path / "b"))
    assert len(rows) == len(HEADLINES)
    vital = rows[VITAL].difference
    # three base questions, each with its twin one case: two of eight swaps reach 1 - 0
    assert (vital.a, vital.b, vital.n, vital.p) == (1.0, 0.0, 3, 2 / 8)
    assert (rows[VITAL].won, vital.equal, rows[VITAL].lost) == (3, 0, 0)
    # lower is better: a loss of 1 in the figure is a gain of 1
    assert (rows[SILENT].difference.value, rows[SILENT].gain, rows[SILENT].won) == (-1.0, 1.0, 3)
    # 1 each for three answered; silence is right for q4, n1 and n2 in both
    truthful = rows[TRUTH].difference
    assert (truthful.a, truthful.b, truthful.n) == (1.0, 3 / 6, 6)
    assert rows["citation precision"].difference.value is None  # B cites nothing


def test_swapping_the_runs_swaps_who_is_better(tmp_path: Path) -> None:
    a, b = runs.best(tmp_path / "a"), runs.silent(tmp_path / "b")
    there, back = by_name(tmp_path, a, b), by_name(tmp_path, b, a)
    for name, row in there.items():
        assert (row.won, row.lost) == (back[name].lost, back[name].won)
        if row.gain is not None:
            assert row.gain == -back[name].gain


def test_a_run_against_itself_is_a_tie(tmp_path: Path) -> None:
    a = runs.best(tmp_path / "a")
    for row in by_name(tmp_path, a, a).values():
        assert (row.difference.value, row.difference.p, row.corrected) == (0.0, 1.0, 1.0)
        assert (row.won, row.lost, row.proved) == (0, 0, None)


def test_twins_are_one_case_with_their_original(tmp_path: Path) -> None:
    half = {id_: runs.right(id_) for id_ in runs.ids()}
    half["q1-t"] = dict(case.ABSTAINED)
    rows = by_name(tmp_path, runs.write_run(tmp_path / "a", half), runs.best(tmp_path / "b"))
    found = rows[VITAL].difference
    assert (found.a, found.n) == ((0.5 + 1 + 1) / 3, 3)


def test_what_is_missing_counts_as_failed_and_is_said(tmp_path: Path) -> None:
    some = {"q2": runs.right("q2"), "q2-t": runs.right("q2-t")}
    whole = runs.release(tmp_path)
    a = runs.write_run(tmp_path / "a", some, found=False)
    comparison = compare(whole, whole, a, runs.best(tmp_path / "b"))
    found = {row.name: row.difference for row in comparison.rows}
    assert found[VITAL].a == pytest.approx(1 / 3)
    assert "item recall@5" not in found  # only B searched
    assert comparison.remarks == ("a: 8 of 10 questions have no answer and count as failed",)


def test_folders_that_cannot_be_compared(tmp_path: Path) -> None:
    whole = runs.release(tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(RaadpleegError, match=r"empty: holds no run; give a folder with retr"):
        compare(whole, whole, empty, runs.best(tmp_path / "a"))
    a = runs.write_run(tmp_path / "c", {}, found=False)
    b = runs.write_run(tmp_path / "d", None)
    with pytest.raises(RaadpleegError, match="have no file in common"):
        compare(whole, whole, a, b)


def test_the_gate(tmp_path: Path) -> None:
    whole = runs.release(tmp_path)
    best, silent = runs.best(tmp_path / "a"), runs.silent(tmp_path / "b")
    down = {each.name: each for each in gate(compare(whole, whole, silent, best))}
    assert down[VITAL].passing == "fails"
    assert down[VITAL].why == "worse by 1.000, more than 0.03"  # p is 0.25: no proof, but large
    assert down["citation precision"].passing == "warns"
    assert down["answered although unanswerable"].passing == "holds"
    assert {each.passing for each in gate(compare(whole, whole, silent, best), 1.0)} == {
        "warns",
        "holds",
    }
    up = gate(compare(whole, whole, best, silent))
    assert {each.passing for each in up if each.name != "citation precision"} == {"holds"}


def test_a_drop_of_the_stated_size_passes(tmp_path: Path) -> None:
    """Of 100 questions three lose: 0.03 is not more than 0.03, and chance explains it."""
    asked = [
        case.question(f"x{n}", "nl", "fact", [case.BEWIJS_GOLD], [case.nugget("18 augustus 2026")])
        for n in range(100)
    ]
    whole = runs.release(tmp_path, questions=asked, twins=[], near_misses=[])

    def answered(name: str, lost: int) -> Path:
        told = {f"x{n}": case.answer(case.BEWIJS_GOLD) for n in range(100)}
        told |= {f"x{n}": dict(case.ABSTAINED) for n in range(lost)}
        return runs.write_run(tmp_path / name, told, found=False)

    full = answered("full", 0)
    checks = {c.name: c for c in gate(compare(whole, whole, answered("three", 3), full))}
    assert checks[VITAL].passing == "warns" and DROP == 0.03
    checks = {c.name: c for c in gate(compare(whole, whole, answered("four", 4), full))}
    assert checks[VITAL].why == "worse by 0.040, more than 0.03"
    # six of six differing the same way: p = 2 / 64, and the interval lies below 0
    checks = {c.name: c for c in gate(compare(whole, whole, answered("six", 6), full), 0.5)}
    assert checks[VITAL].why == "worse by 0.060, beyond chance"


def test_the_commands_say_it(tmp_path: Path) -> None:
    runs.release(tmp_path)
    best, silent = runs.best(tmp_path / "a"), runs.silent(tmp_path / "b")

    def run(*words: object) -> tuple[int, str]:
        done = CliRunner().invoke(commands(), [str(word) for word in words])
        return done.exit_code, done.stdout

    last = ("--release", tmp_path / "small")
    status, said = run("compare", best, silent, *last)
    assert status == 0 and "A = a, B = b" in said and "3/0/0" in said
    status, said = run("compare", best, silent, *last, "--json")
    told = json.loads(said)["rows"][1]
    assert (told["won"], told["difference"]["p"]) == (3, 0.25)
    assert run("gate", best, silent, *last)[0] == 0
    status, said = run("gate", silent, best, *last, "--json")
    told = json.loads(said)
    assert status == 1 and told["passes"] is False and told["gate"][1]["passing"] == "fails"
    assert run("gate", silent, best, *last, "--drop", "1")[0] == 0
    status, said = run("gate", best, best, *last, "--limit", "1")
    assert status == 0 and "not comparable" in said


def commands() -> typer.Typer:
    app = typer.Typer()
    for name, command in (("compare", compare_runs), ("gate", gate_runs)):
        app.command(name)(command)
    return app


def test_headlines_by_hand(tmp_path: Path) -> None:
    whole = runs.release(tmp_path)
    told = {id_: runs.right(id_) for id_ in runs.ids()}
    told["q1"] = case.answer(case.STEUN_GOLD, case.BEWIJS_GOLD)  # one of two facts, one wrong item
    told["q4"] = case.answer(case.BEWIJS_GOLD)
    judged = judge(whole, whole, runs.write_run(tmp_path / "a", told)).judged
    found = {figure.name: figure for figure in headline_figures(judged)}
    assert found[VITAL].value == pytest.approx((0.75 + 1 + 1) / 3)  # q1 0.5, its twin 1
    # citations of q1 and its twin: 1 of 2 and 2 of 2, averaged 1.5 of 2; q2 1 of 1, q3 1 of 1
    assert found["citation precision"].value == pytest.approx((1.5 + 1 + 1) / (2 + 1 + 1))
    assert found["answered although unanswerable"].value == pytest.approx((0.5 + 0 + 0) / 3)
    # q1 0.5 and its twin 1; q4 -1 and its twin 1; q2, q3, n1 and n2 are right
    assert found[TRUTH].value == pytest.approx((0.75 + 0 + 1 + 1 + 1 + 1) / 6)
    assert figure_of(HEADLINES[1], {}) == Figure(VITAL, None, 0)


@pytest.mark.parametrize(
    ("value", "low", "said"),
    [(0.85, 0.70, "excellent"), (0.85, 0.60, "good"), (0.70, 0.50, "good"), (0.64, 0.6, "below")],
)
def test_a_verdict_minds_the_bad_end(value: float, low: float, said: str) -> None:
    assert HEADLINES[1].verdict(Figure(VITAL, value, 9, low, 0.99)) == said


def test_a_verdict_where_lower_is_better() -> None:
    headline = HEADLINES[3]
    assert headline.verdict(Figure("x", 0.05, 9, 0.0, 0.15)) == "excellent"
    assert headline.verdict(Figure("x", 0.05, 9, 0.0, 0.25)) == "good"
    assert headline.verdict(Figure("x", 0.30, 9, 0.1, 0.5)) == "below"
    assert headline.verdict(Figure("x", None, 0)) == "–"


def test_what_an_answer_is_worth(tmp_path: Path) -> None:
    whole = runs.release(tmp_path)
    told = {
        "q1": case.answer(case.STEUN_GOLD),  # half
        "q2": case.answer(case.TEGEN_GOLD),  # nothing
        "q3": dict(case.ABSTAINED),
        "q4": dict(case.ABSTAINED),
        "n1": case.answer(case.STEUN_GOLD),
    }
    judged = judge(whole, whole, runs.write_run(tmp_path / "a", told)).judged
    worth = {id_: truth(judged[id_].answer) for id_ in (*told, "n2")}
    assert worth == {"q1": 0.5, "q2": -1.0, "q3": 0.0, "q4": 1.0, "n1": -1.0, "n2": 0.0}


def test_other_systems_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    run = runs.best(tmp_path / "a")
    runs.silent(run / "silent")
    runs.silent(run / "typo")  # the same questions, mistyped: no system
    (run / "notes").mkdir()
    assert [each.name for each in beside(run)] == ["silent"]


def test_numbers_in_words(tmp_path: Path) -> None:
    assert [number(0.5), number(None), number(0.5, signed=True)] == ["0.500", "–", "+0.500"]
    assert [number(-0.0001), number(-0.0001, signed=True)] == ["0.000", "0.000"]
    assert [chance(0.0004), chance(0.05), chance(None)] == ["<0.001", "0.050", "–"]
    rows = by_name(tmp_path, runs.best(tmp_path / "a"), runs.silent(tmp_path / "b"))
    assert cells(rows[SILENT])[:4] == (f"{SILENT} ↓", "0.000", "1.000", "-1.000")
