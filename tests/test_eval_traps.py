"""The traps that well-known scorers fell into, one test each: none of them is ours."""

from __future__ import annotations

from itertools import pairwise
from math import log2
from pathlib import Path
from statistics import fmean

import pytest
from metric_cases import (
    A1,
    A2,
    B1,
    LATER,
    N1,
    NAMES,
    PLAATSEN,
    Q1,
    Q3,
    Q4,
    STEUN,
    TEGEN,
    hit,
    nugget,
    question,
    said,
)

from eval.answers import answer_figures, score_answers
from eval.compare_text import words
from eval.fidelity import check_quotes
from eval.gold import Question
from eval.handed_in import Found, FoundPassage, GivenAnswer, GivenCitation, GivenStatement
from eval.rank_gain import item_gain
from eval.ranking import write_trec
from eval.retrieval import evidence_recall, retrieval_figures, score_retrieval
from eval.typed_values import value_recall


def number(key: str) -> Question:
    return question("v", "?", ("a.txt", "J/1", TEGEN), type="number", nuggets=(nugget(key),))


def figure(figures: tuple, name: str) -> float | None:
    return next(each.value for each in figures if each.name == name)


def test_a_question_without_results_stays_in_the_mean() -> None:
    """Two evaluators average over the questions of the run and forget those it lacks."""
    found = {"q1": Found("q1", (hit(*A1),))}
    figures = retrieval_figures(score_retrieval((Q1, Q4), found, NAMES))
    assert figure(figures, "item success@5") == 1 / 2
    assert figure(figures, "item MRR@10") == (1 / 1 + 0) / 2


def test_the_order_handed_in_is_the_order_whatever_the_ids() -> None:
    """Elsewhere ties break by document id: here ranks are the order of the lines."""
    first = item_gain(Q3, [hit(*B1), hit(*A1)], NAMES)
    assert first == item_gain(Q3, [hit(*A1), hit(*B1)], NAMES) == 1.0
    assert item_gain(Q1, [hit("z.txt", "J/1"), hit(*A1)], NAMES) == pytest.approx(1 / log2(3))


def test_what_must_be_abstained_from_has_no_rank() -> None:
    assert score_retrieval((N1,), {"n1": Found("n1", (hit(*A1),))}, NAMES) == ()


def test_two_and_a_half_billion_is_not_twenty_five() -> None:
    """A scorer that drops punctuation makes "2,5" of "25" and "12-13 juni" of "1213 juni"."""
    asked = question(
        "v", "?", ("a.txt", "J/1", TEGEN), type="number", nuggets=(nugget("2,5 miljard"),)
    )
    assert value_recall(asked, said("v", (*A1, TEGEN), text="Het kost 25 miljard.")) == 0.0
    days = question(
        "d", "?", ("b.txt", "J/1", LATER), type="number", nuggets=(nugget("12 en 13 juni"),)
    )
    assert value_recall(days, said("d", (*A1, TEGEN), text="Op 1213 juni.")) == 0.0
    assert value_recall(days, said("d", (*A1, TEGEN), text="Op 12 en 13 juni 2023.")) == 1.0


def test_dutch_letters_are_letters() -> None:
    """An English tokenizer makes two words of "coördinatie"."""
    assert words("coördinatie van één zaak") == ("coördinatie", "van", "één", "zaak")


def test_an_empty_answer_is_no_good_answer() -> None:
    """Elsewhere empty answers are passed over, or have no hallucination and so score well."""
    empty = GivenAnswer("q1", "answered", ())
    scores = score_answers((Q1, N1), {"q1": empty, "n1": GivenAnswer("n1", "answered", ())}, NAMES)
    figures = answer_figures(scores)
    assert figure(figures, "attributed vital recall") == 0 / 1
    assert figure(figures, "citation precision (per answer)") == 0 / 1
    assert figure(figures, "answered although unanswerable") == 1 / 1
    assert value_recall(PLAATSEN, GivenAnswer("p", "answered", ())) == 0.0


def test_a_missing_answer_counts_as_the_fault() -> None:
    figures = answer_figures(score_answers((Q1, N1), {}, NAMES))
    assert figure(figures, "attributed vital recall") == 0 / 1
    assert figure(figures, "abstained although answerable") == 1 / 1
    assert figure(figures, "answered although unanswerable") == 1 / 1
    assert figure(figures, "missing answers") == 2 / 2


def test_every_line_and_every_citation_is_read() -> None:
    """Elsewhere only the first line of an answer and three citations a sentence count."""
    quotes = [TEGEN, TEGEN, TEGEN, STEUN]
    citations = tuple(GivenCitation(*A1, 0, len(quote), quote) for quote in quotes)
    late = (GivenStatement("Eerste regel.\nTweede regel.", citations),)
    (score,) = score_answers((Q1,), {"q1": GivenAnswer("q1", "answered", late)}, NAMES)
    assert (score.vital, score.citations, score.cited_right) == (1.0, 4, 4)


def test_overlapping_passages_are_counted_once() -> None:
    """Without merging, recall can pass 1 and cut evidence looks found twice."""
    half = len(STEUN) // 2
    twice = [
        FoundPassage("a.txt", "J/1", 0, half, STEUN[:half]),
        FoundPassage("a.txt", "J/1", 5, half, STEUN[5:half]),
        FoundPassage("a.txt", "J/1", half, len(STEUN), STEUN[half:]),
    ]
    assert evidence_recall(Q1, twice) == 1.0
    assert evidence_recall(Q1, twice[:2]) == 0.0
    three = [hit(*A1), hit(*A1), hit(*A1)]
    (score,) = score_retrieval((Q3,), {"q3": Found("q3", tuple(three))}, NAMES)
    assert score.item_recall == 1 / 2


def test_ranks_in_a_run_file_start_at_one_and_scores_fall(tmp_path: Path) -> None:
    write_trec(tmp_path / "x.trec", {"q": ["b", "a", "c"]}, "tag")
    lines = [line.split() for line in (tmp_path / "x.trec").read_text().splitlines()]
    assert [line[3] for line in lines] == ["1", "2", "3"]
    scores = [float(line[4]) for line in lines]
    assert all(above > below for above, below in pairwise(scores))


def test_a_negative_place_proves_nothing() -> None:
    """A start below 0 counts from the end of a text and would prove another passage."""
    citation = GivenCitation("a.txt", "J/1", -len(STEUN), 0, STEUN)
    answer = GivenAnswer("q", "answered", (GivenStatement(STEUN, (citation,)),))
    (check,) = check_quotes([answer], {"a.txt": STEUN}, {"a.txt": None})
    assert check.slice is False


@pytest.mark.parametrize("hits", [[A1], [A2, A1], [A2, A2, B1, A1], [B1, A1, A2], [A2]])
def test_ndcg_agrees_with_the_library_of_trec(hits: list[tuple[str, str]]) -> None:
    ir = pytest.importorskip("ir_measures")
    measure = ir.nDCG @ 10
    for asked in (Q1, Q3, Q4):
        worth = {"/".join(item): 2 for item in NAMES.gold(asked)}
        named = ["/".join(NAMES.item(*place)) for place in dict.fromkeys(hits)]
        right = [ir.Qrel(asked.id, item, value) for item, value in worth.items()]
        run = [ir.ScoredDoc(asked.id, item, 1 / rank) for rank, item in enumerate(named, 1)]
        told = fmean(each.value for each in ir.iter_calc([measure], right, run))
        assert item_gain(asked, [hit(*place) for place in hits], NAMES) == pytest.approx(told)
