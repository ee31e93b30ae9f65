"""Answer figures by hand, each broken on purpose once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval_case import (
    ABSTAINED,
    BEWIJS,
    BEWIJS_GOLD,
    STEUN,
    STEUN_GOLD,
    TEGEN,
    TEGEN_GOLD,
    TERMIJN,
    TERMIJN_GOLD,
    answer,
    write_release,
)

from eval.answers import AnswerScore, answer_figures, pair_accuracy, score_answers
from eval.fidelity import check_quotes, fidelity_figures
from eval.gold import ItemNames, Release
from eval.handed_in import GivenAnswer, load_answers
from eval.release import load_release
from eval.source_text import SourceText, read_source
from index.errors import RaadpleegError

REAL = Path(__file__).parents[1].parent / "shared" / "real"
GOOD = {
    "q1": answer(STEUN_GOLD, TERMIJN_GOLD),
    "q2": answer(BEWIJS_GOLD),
    "q3": answer(TEGEN_GOLD),
    "q4": ABSTAINED,
    "n1": ABSTAINED,
    "n2": ABSTAINED,
}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return load_release(write_release(tmp_path_factory.mktemp("klein")))


def given(answers: dict[str, dict], folder: Path) -> dict[str, GivenAnswer]:
    file = folder / "answers.jsonl"
    file.write_text("".join(json.dumps({"id": i, **a}) + "\n" for i, a in answers.items()))
    return dict(load_answers(file, {f"q{n}" for n in range(1, 5)} | {"n1", "n2"}))


def scored(release: Release, tmp_path: Path, **changed: dict | None) -> dict[str, AnswerScore]:
    """The questions and near misses, with the good answers but for those `changed` (None: gone)."""
    answers = {i: a for i, a in (GOOD | changed).items() if a is not None}
    names = ItemNames(release.structure)
    asked = release.questions + release.near_misses
    return {score.id: score for score in score_answers(asked, given(answers, tmp_path), names)}


def values(scores: dict[str, AnswerScore]) -> dict[str, float | None]:
    asked = [score for id_, score in scores.items() if id_.startswith("q")]
    return {figure.name: figure.value for figure in answer_figures(asked)}


def test_good_answers(release: Release, tmp_path: Path) -> None:
    scores = scored(release, tmp_path)
    lengths = [9 + 11, 11, 15]  # words of the three answers
    assert [len(text.split()) for text in (STEUN, TERMIJN, BEWIJS, TEGEN)] == [9, 11, 11, 15]
    assert values(scores) == {
        "attributed vital recall": (1 + 1 + 1) / 3,
        "citation precision": 4 / 4,
        "citation precision (per answer)": 3 / 3,
        "answered although unanswerable": 0 / 1,
        "abstained although answerable": 0 / 3,
        "words": pytest.approx(sum(lengths) / 3),
        "words (median)": 15,
        "quoted words": pytest.approx(sum(lengths) / 3),
        "missing answers": 0 / 4,
    }
    assert pair_accuracy(release.near_misses, scores).value == 2 / 2


def test_half_of_the_vital_facts(release: Release, tmp_path: Path) -> None:
    scores = scored(release, tmp_path, q1=answer(TERMIJN_GOLD))
    assert scores["q1"].vital == 1 / 2
    assert values(scores)["attributed vital recall"] == pytest.approx((1 / 2 + 1 + 1) / 3)
    assert pair_accuracy(release.near_misses, scores).value == 2 / 2  # half is enough


def test_a_fact_that_is_stated_but_not_quoted_does_not_count(
    release: Release, tmp_path: Path
) -> None:
    told = answer(("verslag.txt", "Justitie/1", "Nederland steunde"), text=f"{STEUN} {TERMIJN}")
    assert scored(release, tmp_path, q1=told)["q1"].vital == 0.0


@pytest.mark.parametrize(
    "wrong",
    [
        ("verslag.txt", "Justitie/2", BEWIJS),
        ("agenda.txt", "Justitie/2/a", BEWIJS),
        ("verslag.txt", "Justitie/1", BEWIJS),
    ],
)
def test_a_fact_from_a_wrong_item_does_not_count(
    release: Release, tmp_path: Path, wrong: tuple[str, str, str]
) -> None:
    scores = scored(release, tmp_path, q2=answer(wrong))
    assert (scores["q2"].vital, scores["q2"].cited_right) == (0.0, 0)
    measured = values(scores)
    assert measured["attributed vital recall"] == pytest.approx((1 + 0 + 1) / 3)
    assert measured["citation precision"] == 3 / 4
    assert measured["citation precision (per answer)"] == pytest.approx((1 + 0 + 1) / 3)
    assert pair_accuracy(release.near_misses, scores).value == 1 / 2


def test_keys_do_not_mind_case_space_and_hyphens(release: Release, tmp_path: Path) -> None:
    quote = "op 18 AUGUS-\ntus  2026"
    assert (
        scored(release, tmp_path, q2=answer(("verslag.txt", "Justitie/2/a", quote)))["q2"].vital
        == 1.0
    )


def test_citing_a_heading_without_a_body_means_its_parent(release: Release, tmp_path: Path) -> None:
    cited = answer(("agenda.txt", "Binnenlandse Zaken/1/a", TEGEN))
    assert scored(release, tmp_path, q3=cited)["q3"].vital == 1.0


def test_an_extra_citation_costs_precision_only(release: Release, tmp_path: Path) -> None:
    extra = ("verslag.txt", "Justitie/1", STEUN)
    measured = values(scored(release, tmp_path, q2=answer(BEWIJS_GOLD, extra, extra)))
    assert measured["attributed vital recall"] == 1.0
    assert measured["citation precision"] == (2 + 1 + 1) / (2 + 3 + 1)
    assert measured["citation precision (per answer)"] == pytest.approx((1 + 1 / 3 + 1) / 3)


def test_words_are_said_and_quoted(release: Release, tmp_path: Path) -> None:
    scores = scored(release, tmp_path, q2=answer(BEWIJS_GOLD, BEWIJS_GOLD, text="Een twee drie."))
    assert scores["q2"].words == 3 + 3
    assert scores["q2"].quoted_words == 11  # the same quote twice is read once


def test_abstaining_from_a_question_that_can_be_answered(release: Release, tmp_path: Path) -> None:
    scores = scored(release, tmp_path, q2=ABSTAINED)
    measured = values(scores)
    assert measured["abstained although answerable"] == pytest.approx(1 / 3)
    assert measured["attributed vital recall"] == pytest.approx((1 + 0 + 1) / 3)
    assert measured["citation precision"] == 3 / 3
    assert measured["citation precision (per answer)"] == 2 / 2
    assert measured["words (median)"] == (20 + 15) / 2
    assert pair_accuracy(release.near_misses, scores).value == 1 / 2


def test_answering_what_must_be_abstained_from(release: Release, tmp_path: Path) -> None:
    scores = scored(release, tmp_path, q4=answer(STEUN_GOLD), n2=answer(BEWIJS_GOLD))
    measured = values(scores)
    assert measured["answered although unanswerable"] == 1 / 1
    assert measured["citation precision"] == 4 / 4  # no gold: not a matter of precision
    assert pair_accuracy(release.near_misses, scores).value == 1 / 2


def test_an_empty_answer_is_an_answer(release: Release, tmp_path: Path) -> None:
    empty = {"status": "answered", "statements": []}
    measured = values(scored(release, tmp_path, q1=empty, q4=empty))
    assert measured["attributed vital recall"] == pytest.approx((0 + 1 + 1) / 3)
    assert measured["citation precision (per answer)"] == pytest.approx((0 + 1 + 1) / 3)
    assert measured["abstained although answerable"] == 0 / 3
    assert measured["answered although unanswerable"] == 1 / 1
    assert measured["words"] == pytest.approx((0 + 11 + 15) / 3)


def test_a_missing_answer_counts_against_the_system_everywhere(
    release: Release, tmp_path: Path
) -> None:
    scores = scored(release, tmp_path, q1=None, q4=None, n2=None)
    measured = values(scores)
    assert measured["attributed vital recall"] == pytest.approx((0 + 1 + 1) / 3)
    assert measured["abstained although answerable"] == pytest.approx(1 / 3)
    assert measured["answered although unanswerable"] == 1 / 1
    assert measured["missing answers"] == 2 / 4
    assert measured["words"] == (11 + 15) / 2
    assert pair_accuracy(release.near_misses, scores).value == 0 / 2


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([{"id": "q9"} | ABSTAINED], ":1: q9 is no question of this release"),
        ([{"id": "q1"} | ABSTAINED] * 2, ":2: q1 was given before"),
        ([{"id": "q1", "status": "maybe", "statements": []}], ":1: status: Input should be"),
        ([{"id": "q1", "status": "answered"}], ":1: statements: Field required"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, lines: list[dict], message: str) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with pytest.raises(RaadpleegError) as refused:
        load_answers(file, {"q1", "q2"})
    assert message in str(refused.value)


def fidelity(tmp_path: Path, cited: dict[str, object], canonical: dict[str, str]) -> list:
    citation = {"document": "d.txt", "item": "i", "start": 3, "end": 6, "quote": "een"} | cited
    made = {"status": "answered", "statements": [{"text": "x", "citations": [citation]}]}
    answers = given({"q1": made}, tmp_path)
    sources = {"d.txt": SourceText.of("Er een\nzin."), "d.pdf": None}
    checks = check_quotes(answers.values(), canonical, sources)
    return [figure.value for figure in fidelity_figures(checks)]


@pytest.mark.parametrize(
    ("cited", "slice_and_found"),
    [
        ({}, [1.0, 1.0]),
        ({"start": 4}, [0.0, 1.0]),
        ({"start": -8, "end": -5}, [0.0, 1.0]),
        ({"quote": "Een"}, [0.0, 0.0]),
        ({"quote": "", "end": 3}, [0.0, 0.0]),
        ({"document": "weg.txt"}, [0.0, 0.0]),
        ({"document": "d.pdf"}, [0.0, None]),
    ],
)
def test_quotes_are_proved(tmp_path: Path, cited: dict, slice_and_found: list) -> None:
    assert fidelity(tmp_path, cited, {"d.txt": "Er een zin."}) == slice_and_found


def test_without_canonical_texts_only_the_source_speaks(tmp_path: Path) -> None:
    assert fidelity(tmp_path, {"start": 99}, {}) == [None, 1.0]


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared folder is not beside the repository")
def test_gold_answers_are_perfect_on_the_real_papers(tmp_path: Path) -> None:
    release = load_release(REAL)
    lines = [
        {"id": q.id}
        | (answer(*((g.document, g.unit, g.quote) for g in q.gold)) if q.gold else ABSTAINED)
        for q in release.everything
    ]
    file = tmp_path / "answers.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    answers = load_answers(file, {q.id for q in release.everything})
    scores = score_answers(release.everything, answers, ItemNames(release.structure))
    figures = {figure.name: figure for figure in answer_figures(scores)}
    assert figures["attributed vital recall"].value == 1.0
    assert figures["attributed vital recall"].n == 2 * 66
    assert figures["citation precision"].value == 1.0
    assert figures["answered although unanswerable"].n == 2 * 14 + 26
    sources = {file: read_source(release.documents / file) for file in release.structure}
    checks = check_quotes(answers.values(), {}, sources)
    assert all(check.found for check in checks) and len(checks) > 200
    near = pair_accuracy(release.near_misses, {score.id: score for score in scores})
    assert (near.value, near.n) == (1.0, 26)
