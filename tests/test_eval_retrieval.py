"""Retrieval figures by hand, each broken on purpose once."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval_case import BEWIJS, STEUN, TEGEN, TERMIJN, hit, write_release
from hypothesis import given
from hypothesis import strategies as st

from eval.gold import GoldQuote, ItemNames, Release
from eval.handed_in import Found, FoundPassage, load_found
from eval.release import load_release
from eval.retrieval import (
    RetrievalScore,
    is_covered,
    merge,
    retrieval_figures,
    score_retrieval,
)
from index.errors import RaadpleegError

OTHER = ("verslag.txt", "Justitie/9", "Iets geheel anders.")
REAL = Path(__file__).parents[1].parent / "shared" / "real"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return load_release(write_release(tmp_path_factory.mktemp("klein")))


def passages(*hits: tuple[str, str, str]) -> tuple[FoundPassage, ...]:
    """Hits at places of their own, so that none overlaps another."""
    made = (hit(*each, start=1000 * at) for at, each in enumerate(hits))
    return tuple(FoundPassage(**each) for each in made)


def scored(release: Release, **hits: tuple[tuple[str, str, str], ...]) -> dict[str, RetrievalScore]:
    found = {id_: Found(id_, passages(*each)) for id_, each in hits.items()}
    scores = score_retrieval(release.questions, found, ItemNames(release.structure))
    return {score.id: score for score in scores}


def test_all_found(release: Release) -> None:
    one = scored(release, q1=(("verslag.txt", "Justitie/1", f"{STEUN}1 {TERMIJN}"),))["q1"]
    assert one == RetrievalScore("q1", True, 1.0, 1.0, 1.0)


def test_half_of_items_and_evidence(release: Release) -> None:
    # q3 has two gold items but one main quote: the quote of 2023 holds no vital key.
    one = scored(release, q3=(OTHER, ("agenda.txt", "Binnenlandse Zaken/1", TEGEN)))["q3"]
    assert one == RetrievalScore("q3", True, 1 / 2, 1 / 1, 1 / 2)
    one = scored(release, q3=(("verslag.txt", "Justitie/1", STEUN),))["q3"]
    assert one == RetrievalScore("q3", True, 1 / 2, 0 / 1, 1.0)
    one = scored(release, q1=(("verslag.txt", "Justitie/1", TERMIJN),))["q1"]
    assert one == RetrievalScore("q1", True, 1 / 1, 1 / 2, 1.0)


@pytest.mark.parametrize(
    ("document", "item"), [("agenda.txt", "Justitie/2/a"), ("verslag.txt", "Justitie/2/b")]
)
def test_a_wrong_document_or_item(release: Release, document: str, item: str) -> None:
    one = scored(release, q2=((document, item, BEWIJS),))["q2"]
    assert (one.success, one.item_recall, one.reciprocal_rank) == (False, 0.0, 0.0)
    assert one.evidence_recall == (1.0 if document == "verslag.txt" else 0.0)


def test_a_heading_without_a_body_means_its_parent(release: Release) -> None:
    one = scored(release, q3=(("agenda.txt", "binnenlandse zaken/1/a", TEGEN),))["q3"]
    assert one.success


def test_only_five_passages_count_but_ranks_count_items(release: Release) -> None:
    right = ("verslag.txt", "Justitie/2/a", BEWIJS)
    fifth = scored(release, q2=(OTHER, OTHER, OTHER, OTHER, right))["q2"]
    assert fifth == RetrievalScore("q2", True, 1.0, 1.0, 1 / 2)
    sixth = scored(release, q2=(OTHER, OTHER, OTHER, OTHER, OTHER, right))["q2"]
    assert sixth == RetrievalScore("q2", False, 0.0, 0.0, 1 / 2)
    others = tuple(("verslag.txt", f"Justitie/{n}", "x") for n in range(20, 30))
    assert scored(release, q2=(*others[:9], right))["q2"].reciprocal_rank == 1 / 10
    assert scored(release, q2=(*others, right))["q2"].reciprocal_rank == 0.0


def test_ranks_agree_with_ir_measures(release: Release) -> None:
    ir = pytest.importorskip("ir_measures")
    ranked = ["Justitie/8", "Justitie/2/a", "Justitie/7"]
    own = scored(release, q2=tuple(("verslag.txt", item, "x") for item in ranked))["q2"]
    run = [ir.ScoredDoc("q2", item, -rank) for rank, item in enumerate(ranked)]
    theirs = ir.calc_aggregate([ir.RR @ 10], [ir.Qrel("q2", "Justitie/2/a", 1)], run)
    assert own.reciprocal_rank == theirs[ir.RR @ 10]


def test_an_absent_question_counts_zero_and_is_not_dropped(release: Release) -> None:
    scores = scored(release, q2=(("verslag.txt", "Justitie/2/a", BEWIJS),))
    assert list(scores) == ["q1", "q2", "q3"]  # q4 must be abstained from: it has no gold
    figures = {f.name: (f.value, f.n) for f in retrieval_figures(list(scores.values()))}
    assert figures == {
        "item success@5": (pytest.approx((0 + 1 + 0) / 3), 3),
        "item recall@5": (pytest.approx((0 + 1 + 0) / 3), 3),
        "evidence recall@5": (pytest.approx((0 + 1 + 0) / 3), 3),
        "item MRR@10": (pytest.approx((0 + 1 + 0) / 3), 3),
    }


TEN = "een twee drie vier vijf zes zeven acht negen tien"


@pytest.mark.parametrize(
    ("run", "covered"),
    [
        (TEN, True),
        ("nul een twee drie vier vijf zes zeven acht negen nul", True),  # nine of ten
        ("nul een twee drie vier vijf zes zeven acht", True),  # eight of ten: just enough
        ("nul een twee drie vier vijf zes zeven", False),  # seven of ten
        ("tien negen acht zeven zes vijf vier drie twee een", False),  # not in order
        ("een nul twee nul drie nul vier nul vijf nul zes nul zeven nul acht", False),
        ("EEN twee drie-\nvier vijf zes12 zeven acht negen tien", True),
        ("", False),
    ],
)
def test_coverage(run: str, covered: bool) -> None:
    assert is_covered(GoldQuote("d", "u", TEN), [run]) is covered


def test_coverage_is_of_the_union() -> None:
    halves = ["een twee drie vier vijf", "zes zeven acht negen tien"]
    gold = GoldQuote("d", "u", TEN)
    assert is_covered(gold, halves)
    assert not is_covered(gold, halves[:1])
    # The same five words twice are still five.
    assert not is_covered(gold, [halves[0], halves[0] + " nul"])
    assert not is_covered(gold, [])


def test_merge_joins_what_overlaps() -> None:
    def at(start: int, end: int, document: str = "d") -> FoundPassage:
        return FoundPassage(document, "i", start, end, "abcdefghij"[start:end])

    assert merge([at(3, 6), at(0, 4)]) == {"d": ("abcdef",)}
    assert merge([at(0, 2), at(2, 4)]) == {"d": ("abcd",)}
    assert merge([at(0, 8), at(2, 4), at(7, 9)]) == {"d": ("abcdefghi",)}
    assert merge([at(0, 2), at(5, 6)]) == {"d": ("ab", "f")}
    assert merge([at(0, 2), at(1, 3, "e")]) == {"d": ("ab",), "e": ("bc",)}


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(1, 9)), max_size=8))
def test_merge_agrees_with_marking_every_character(places: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123456789"
    spans = [(start, start + length) for start, length in places]
    runs = merge([FoundPassage("d", "i", s, e, text[s:e]) for s, e in spans]).get("d", ())
    marked = {at for s, e in spans for at in range(s, e)}
    assert sorted("".join(runs)) == sorted(text[at] for at in marked)
    assert all(run in text for run in runs)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([{"id": "q9", "hits": []}], ":1: q9 is no question of this release"),
        ([{"id": "q1", "hits": []}] * 2, ":2: q1 was given before"),
        (
            [{"id": "q1", "hits": [hit("d", "i", "tekst") | {"end": 3}]}],
            "q1: a hit has 5 characters but spans 0..3",
        ),
        ([{"id": "q1"}], ":1: hits: Field required"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, lines: list[dict], message: str) -> None:
    import json

    file = tmp_path / "retrieval.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with pytest.raises(RaadpleegError) as refused:
        load_found(file, {"q1", "q2"})
    assert message in str(refused.value)


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared folder is not beside the repository")
def test_gold_quotes_find_themselves_in_the_real_papers() -> None:
    release = load_release(REAL)
    found = {
        q.id: Found(q.id, passages(*((g.document, g.unit, g.quote) for g in q.main_quotes[:5])))
        for q in release.questions
    }
    scores = score_retrieval(release.questions, found, ItemNames(release.structure))
    assert len(scores) == 66
    assert all(score.success and score.reciprocal_rank == 1 for score in scores)
    few = [
        s
        for q, s in zip([q for q in release.questions if q.gold], scores, strict=True)
        if len(q.main_quotes) <= 5
    ]
    assert len(few) > 50 and all(score.evidence_recall == 1 for score in few)
