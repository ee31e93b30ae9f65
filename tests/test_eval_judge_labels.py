"""Agreement of a judge with people: kappa by hand and a second way, when a score may be told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.judge.agreement import LEAST_LABELS, agreement, weighted_kappa
from eval.judge.labels import LabelSheet, label_sheets, read_labels
from eval.judge.sheets import GRADES, KINDS, Told, nugget_sheet
from eval.release import RELEASES, SPECIMEN
from index.errors import RaadpleegError

NUGGETS = GRADES["nuggets"]


def labelled(*grades: str, of: str = "x") -> LabelSheet:
    sheet = nugget_sheet(of, "Wie?", [Told("a", ())], [f"f{n}" for n, _ in enumerate(grades)])
    return LabelSheet(sheet, dict(zip(sheet.entries, grades, strict=True)))


def judge_says(human: LabelSheet, *grades: str) -> dict[str, str]:
    return dict(zip(human.sheet.entries, grades, strict=True))


def test_kappa_by_hand() -> None:
    table = [[4, 1, 0], [1, 2, 1], [0, 0, 3]]
    # n 12, rows 5 4 3, columns 5 3 4; distance 1 seen 1 + 1 + 1 = 3, distance 2 seen 0
    # by chance: distance 1: 5*3 + 4*5 + 4*4 + 3*3 = 60; distance 2: 2 * (5*4 + 3*5) = 70
    assert weighted_kappa(table) == pytest.approx(1 - 3 * 12 / 130)


def test_kappa_at_its_ends() -> None:
    assert weighted_kappa([[3, 0, 0], [0, 2, 0], [0, 0, 4]]) == 1
    assert weighted_kappa([[0, 0, 1], [0, 0, 0], [1, 0, 0]]) == -1
    assert weighted_kappa([[2, 0, 2], [0, 0, 0], [2, 0, 2]]) == 0
    assert weighted_kappa([[9, 0, 0], [0, 0, 0], [0, 0, 0]]) is None
    assert weighted_kappa([]) is None


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(NUGGETS), st.sampled_from(NUGGETS)), min_size=2))
def test_kappa_agrees_with_another_hand(pairs: list[tuple[str, str]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    human = labelled(*(one for one, _ in pairs))
    judge = judge_says(human, *(other for _, other in pairs))
    found = agreement("nuggets", [(human, judge)]).kappa.value
    if len({grade for pair in pairs for grade in pair}) == 1:
        assert found is None
        return
    places = [[NUGGETS.index(pair[side]) for pair in pairs] for side in (0, 1)]
    theirs = metrics.cohen_kappa_score(*places, labels=[0, 1, 2], weights="linear")
    assert found == pytest.approx(theirs)


def test_equal_grades_are_counted_over_labels() -> None:
    one, other = labelled("full", "none", "partial", of="a"), labelled("full", of="b")
    agreed = agreement(
        "nuggets",
        [
            (one, judge_says(one, "full", "partial", "none")),
            (other, judge_says(other, "full")),
            (labelled("none", "none"), None),
        ],
    )
    assert agreed.exact.value == 2 / 4
    assert (agreed.n, agreed.sheets, agreed.ungraded) == (4, 2, 2)


def test_an_interval_is_drawn_over_sheets() -> None:
    good, bad = labelled("full", "none"), labelled("none", "full")
    pairs = [(good, judge_says(good, "full", "none"))] * 5
    pairs += [(bad, judge_says(bad, "full", "none"))] * 5
    drawn = agreement("nuggets", pairs).kappa
    assert drawn.value == 0
    assert drawn.low is not None
    assert drawn.high is not None
    assert -1 < drawn.low < 0 < drawn.high < 1
    assert agreement("nuggets", pairs).kappa == drawn  # the same bits
    alone = agreement("nuggets", pairs[:1]).kappa
    assert (alone.low, alone.high) == (None, None)


@pytest.mark.parametrize(
    ("equal", "other", "why"),
    [
        (LEAST_LABELS - 1, 0, "29 of at least 30"),
        (LEAST_LABELS, 0, None),
        (16, 14, "too little"),  # kappa 0.07
    ],
)
def test_a_score_is_told_from_thirty_labels_that_agree(
    equal: int, other: int, why: str | None
) -> None:
    pairs = []
    for number in range(equal + other):
        human = labelled("full" if number % 2 else "none", of=str(number))
        same = human.human["n1"]
        judge = same if number < equal else {"full": "none", "none": "full"}[same]
        pairs.append((human, judge_says(human, judge)))
    doubt = agreement("nuggets", pairs).doubt
    assert doubt is None if why is None else why in (doubt or "")


def test_a_judge_that_always_says_the_same_gives_no_score() -> None:
    pairs = []
    for number in range(60):
        human = labelled("full" if number % 10 else "none", of=str(number))
        pairs.append((human, judge_says(human, "full")))
    agreed = agreement("nuggets", pairs)
    assert agreed.exact.value == 54 / 60
    assert agreed.kappa.value == 0
    assert agreed.doubt is not None


def test_the_labels_of_the_house_are_enough_of_every_grade() -> None:
    made = label_sheets(read_labels())
    for kind in KINDS:
        given = [g for each in made if each.sheet.kind == kind for g in each.human.values()]
        assert len(given) >= LEAST_LABELS
        assert min(given.count(grade) for grade in GRADES[kind]) >= 8
    assert len({each.sheet.user for each in made}) == len(made)


def test_labels_of_the_house_are_of_specimen_questions_that_are_not_kept_for_testing() -> None:
    known = {}
    splits = {}
    for name in ("questions", "twins"):
        file = RELEASES / SPECIMEN / f"{name}.jsonl"
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            base = row.get("twin_of", row["id"])
            if name == "questions":
                splits[base] = row["split"], {nugget["text"] for nugget in row["nuggets"]}
            if base in splits:  # not the twin of a near miss
                known[row["question"]] = splits[base]
    for row in read_labels():
        split, facts = known[row.question]
        assert split in ("smoke", "dev")
        assert {nugget.text for nugget in row.nuggets} <= facts
        assert all(told.quotes for told in row.statements)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"nuggets": []}, "holds no grade"),
        ({"statements": [{"text": "a", "grade": "not"}]}, "without a quote"),
        ({"nuggets": [{"text": "a", "grade": "perhaps"}]}, "nuggets.0.grade"),
        ({"question": None}, "question"),
    ],
)
def test_a_broken_label_is_told_with_its_line(
    tmp_path: Path, line: dict[str, object], why: str
) -> None:
    whole = {"id": "a", "question": "Wie?", "statements": [{"text": "a", "quotes": []}]}
    good = {**whole, "nuggets": [{"text": "a", "grade": "full"}]}
    file = tmp_path / "labels.jsonl"
    file.write_text(f"{json.dumps(good)}\n{json.dumps({**whole, 'id': 'b', **line})}\n")
    with pytest.raises(RaadpleegError, match=f"labels.jsonl:2: .*{why}"):
        read_labels(file)
    file.write_text(f"{json.dumps(good)}\n" * 2)
    with pytest.raises(RaadpleegError, match="a was given before"):
        read_labels(file)
