"""Measures of summaries, positions and register by hand, broken on purpose, and over a release."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from eval_case import BEWIJS, STEUN, TEGEN, TERMIJN, VERSLAG, write_release
from hypothesis import given
from hypothesis import strategies as st
from metric_cases import RELEASE, agrees
from overview_cases import CASES, MUTATIONS
from test_eval_metrics import BROKEN, broken
from typer.testing import CliRunner

from eval import cli, cli_overviews, overviews_systems
from eval.actor_labels import LABELLED, digest, read_labels
from eval.gold_summaries import ItemSummary, SummaryGold, SummaryNugget
from eval.overviews_goals import goals, paper_splits
from eval.overviews_labels import Sentences, read_placed
from eval.overviews_quotes import overlaps
from index.errors import RaadpleegError

SHELF = Sentences(
    {("verslag.txt", digest(s)): s for s in (STEUN, TERMIJN, BEWIJS)}
    | {("agenda.txt", digest(TEGEN)): TEGEN}
)
ITEM = {
    "id": "i1",
    "document": "verslag.txt",
    "unit": "Justitie/1",
    "vital": [
        {
            "text": "support",
            "unit": "Justitie/1",
            "sha": digest(STEUN),
            "or": [{"unit": "Justitie/2/a", "sha": digest(BEWIJS)}],
        }
    ],
    "okay": [{"unit": "Justitie/1", "sha": digest(TERMIJN)}],
}
PAPER = {"id": "m1", "documents": ["verslag.txt"], "vital": [ITEM["vital"][0] | {"or": []}]}
STEP = {"document": "verslag.txt", "unit": "Justitie/1", "sha": digest(STEUN)}
POSITION = {
    "id": "p1",
    "actor": "Nederland",
    "topic": {"nl": "rechten van slachtoffers", "en": "rights of victims"},
    "steps": [STEP | {"stance": "support", "or": "call"}],
    "changes": [],
    "silent": ["agenda.txt"],
    "tolerated": [STEP | {"sha": digest(TERMIJN)}],
}
ENTRY = STEP | {"sort": "decision", "what": "debate", "actor": "Raad", "date": None}


def labels(folder: Path, **files: dict) -> Path:
    """A folder of labels by place; `files` replace ours."""
    own = {
        "item_summaries": ITEM,
        "meeting_summaries": PAPER,
        "positions": POSITION,
        "register": ENTRY,
    }
    folder.mkdir()
    for name, line in (own | files).items():
        (folder / f"{name}.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", CASES)
def test_by_hand(name: str) -> None:
    module = importlib.import_module(f"eval.{name}")
    for number, case in enumerate(CASES[name]):
        told, right = case(module)
        assert agrees(case, module), f"case {number} of {name}: {told} instead of {right}"


@pytest.mark.parametrize(("name", "old", "new"), MUTATIONS)
def test_a_broken_measure_is_noticed(name: str, old: str, new: str) -> None:
    module = broken(name, old, new)

    def holds() -> Iterator[bool]:
        for case in CASES[name]:
            try:
                yield agrees(case, module)
            except BROKEN:
                yield False

    assert not all(holds())


WORDS = st.lists(st.sampled_from("een twee drie vier vijf zes".split()), min_size=1).map(" ".join)


@given(WORDS, WORDS)
def test_overlap_knows_no_order_and_holds_for_the_same(one: str, other: str) -> None:
    assert overlaps(one, other) == overlaps(other, one)
    assert overlaps(one, one)


def test_labels_by_place_become_gold_with_words(tmp_path: Path) -> None:
    gold = read_placed(labels(tmp_path / "labels"), SHELF)
    (_, item), (_, meeting) = gold.items[0], gold.meetings[0]
    vital, okay = item.nuggets
    assert (vital.vital, vital.key, vital.elsewhere[0].key) == (True, (STEUN,), (BEWIJS,))
    assert (okay.vital, okay.key, okay.unit) == (False, (TERMIJN,), "Justitie/1")
    assert meeting.nuggets[0].document == "verslag.txt"
    position = gold.positions[0][1]
    assert (position.steps[0].quote, position.steps[0].also) == (STEUN, "call")
    assert [spared.quote for spared in position.tolerated] == [TERMIJN]
    assert gold.register[0][1].quote == STEUN


def test_a_label_that_no_paper_holds_is_refused_with_its_place(tmp_path: Path) -> None:
    folder = labels(tmp_path / "labels", register=ENTRY | {"sha": "0" * 12})
    with pytest.raises(RaadpleegError, match=r"register\.jsonl:1: verslag\.txt has no sentence 0"):
        read_placed(folder, SHELF)


def test_the_labels_of_the_house_are_read() -> None:
    found = read_labels()
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    assert set(found) == {(row["document"], row["sha"]) for row in rows}
    assert all(label.actors for label in found.values())


def test_a_paper_is_of_the_split_of_most_of_its_questions() -> None:
    first, second, third, fourth = RELEASE.questions
    asked = (
        replace(first, split="dev"),
        replace(second, split="dev"),
        replace(third, split="test"),
        replace(fourth, split="dev"),
    )
    # a.txt: two of dev and one of test; b.txt: one of each, so the later one
    release = replace(RELEASE, questions=asked)
    assert paper_splits(release) == {"a.txt": "dev", "b.txt": "test"}
    fact = SummaryNugget("x", "x", True, ("steunde",), "J/1")
    items = tuple((d, ItemSummary(d, d, "J/1", (fact,), ())) for d in ("a.txt", "b.txt"))
    gold = SummaryGold(items, (), (), ())
    assert [goal.id for _, goal in goals(gold, release, "test").items] == ["b.txt"]
    assert [goal.id for _, goal in goals(gold, release, None).items] == ["a.txt", "b.txt"]
    assert goals(gold, release, "dev").items[0][1].cluster == "2023-06-08"


def overviews(*words: str) -> dict[str, dict]:
    """The sections that the command prints, by name."""
    done = CliRunner().invoke(cli.app, ["overviews", "--json", *words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    card = json.loads(done.stdout[done.stdout.index("{") :])
    return {section["name"]: section for section in card["sections"]}


def value(section: dict, name: str) -> float | None:
    return next(each["value"] for each in section["figures"] if each["name"] == name)


def test_baselines_on_a_release_with_labels_by_place(tmp_path: Path) -> None:
    release = write_release(tmp_path / "klein")
    file = release / "documents" / "verslag.txt"
    file.write_text(VERSLAG.replace("slachtoffers.1", "slachtoffers."), encoding="utf-8")
    folder = labels(tmp_path / "labels")
    for name in ("positions", "register"):
        (folder / f"{name}.jsonl").unlink()
    told = overviews(
        *("--release", str(release), "--labels", str(folder)),
        *("--systems", "lead3,random", "--only", "items,papers"),
    )
    items = told["item summaries"]
    # both sentences of the item are its first three, in either order
    assert value(items, "vital nugget recall") == 1 / 1
    assert value(items, "words") == len(f"{STEUN} {TERMIJN}".split())
    assert [group["name"] for group in items["groups"]] == ["lead3", "random"]
    # 1 and 2/a: every item has a sentence in 600 words
    assert value(told["paper summaries"], "vital nugget recall") == 1 / 1
    assert value(told["paper summaries"], "agenda items covered") == 2 / 2


def test_the_product_over_the_specimens(tmp_path: Path) -> None:
    told = overviews("--release", "specimen", "--split", "smoke")
    assert list(told) == [
        "item summaries", "paper summaries", "positions", "register", "all overviews",
    ]  # fmt: skip
    beside = {g["name"]: value(g, "vital nugget recall") for g in told["paper summaries"]["groups"]}
    assert beside["product"] > beside["lead3"] > 0
    assert value(told["paper summaries"], "values found in the source") == 1
    assert value(told["all overviews"], "quotes that are slices") == 1
    assert value(told["all overviews"], "quotes found in the paper") == 1
    assert told["positions"]["figures"][0]["n"] > 3
    assert told["register"]["figures"][0]["n"] == 1  # one paper of the split has a register


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--systems", "lead4"), "--systems lead4: choose from"),
        (("--only", "brief"), "--only brief: choose from"),
        (("--split", "dev"), "--split dev"),
        ((), "holds no gold of overviews"),
    ],
)
def test_what_cannot_be_measured_is_refused(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    release = write_release(tmp_path / "klein")
    with pytest.raises(RaadpleegError, match=said):
        CliRunner().invoke(
            cli.app,
            ["overviews", "--release", str(release), *words],
            catch_exceptions=False,
        )


def test_the_command_names_every_system() -> None:
    assert cli_overviews.OVERVIEWS == overviews_systems.TELLERS


def test_a_wrong_system_is_never_taken_for_another() -> None:
    make: Callable[..., object] = overviews_systems.teller
    with pytest.raises(KeyError):
        make("oracle", None)
