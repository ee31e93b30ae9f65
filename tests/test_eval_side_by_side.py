"""Systems and variants side by side: figures by hand, and the command that prints them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from eval_case import BEWIJS_GOLD, STEUN_GOLD, TEGEN_GOLD, hit, write_release
from typer.testing import CliRunner

from eval import cli
from eval.gold import Release
from eval.side_by_side import Asked, Changed, systems_section, variants_section
from index.errors import RaadpleegError

ASKED = Asked({"a": "nl", "b": "nl", "c": "en", "d": "en"}, ("hit", "part"), frozenset({"hit"}))
ONE = {
    "a": {"hit": 1.0, "part": 0.5},
    "b": {"hit": 0.0, "part": 0.25},
    "c": {"hit": 1.0, "part": 1.0},
}
TWO = {
    "a": {"hit": 0.0, "part": 0.5},
    "b": {"hit": 0.0, "part": 0.5},
    "c": {"hit": 0.0, "part": 0.0},
}


def test_systems_by_hand() -> None:
    section = systems_section(ASKED, {"one": ONE, "two": TWO})
    figures = {each.name: (each.value, each.n) for each in section.figures}
    assert figures == {
        "hit, nl: one": ((1 + 0) / 2, 2),
        "hit, nl: two": ((0 + 0) / 2, 2),
        "hit, nl: one − two": ((1 + 0) / 2, 2),
        "part, nl: one": ((0.5 + 0.25) / 2, 2),
        "part, nl: two": ((0.5 + 0.5) / 2, 2),
        "part, nl: one − two": ((0 - 0.25) / 2, 2),
        "hit, en: one": (1.0, 1),  # d has no values: it must be abstained from
        "hit, en: two": (0.0, 1),
        "hit, en: one − two": (1.0, 1),
        "part, en: one": (1.0, 1),
        "part, en: two": (0.0, 1),
        "part, en: one − two": (1.0, 1),
    }
    shares = {each.name: each.low for each in section.figures}
    assert shares["hit, nl: one"] == pytest.approx(0.0945, abs=1e-4)  # Wilson's, 1 of 2


def test_variants_leave_out_what_they_do_not_change() -> None:
    changed = Changed("one", "typo", {"a": {"hit": 0.0, "part": 0.25}}, {"a": "vrag?"})
    section = variants_section(ASKED, {"one": ONE}, [changed])
    assert [(f.name, f.value, f.n) for f in section.figures] == [
        ("one, nl: typo − clean, hit", 0 - 1, 1),
        ("one, nl: typo − clean, part", 0.25 - 0.5, 1),
    ]
    (group,) = section.groups
    assert [(f.name, f.value) for f in group.figures] == [
        ("hit clean", 1.0),
        ("hit changed", 0.0),
        ("part clean", 0.5),
        ("part changed", 0.25),
    ]
    assert section.remarks == ("a (typo, one): hit 1.00 to 0.00, part 0.50 to 0.25: vrag?",)


class Listener:
    """Finds the right thing only when a question ends in a question mark."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def search(self, question: str, top: int) -> list[Mapping[str, object]]:
        self.asked.append(question)
        return [hit(*g) for g in (TEGEN_GOLD, STEUN_GOLD, BEWIJS_GOLD)] if "?" in question else []


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    made = Listener()

    @contextmanager
    def opened(release: Release, library: Path) -> Iterator[Listener]:
        yield made

    monkeypatch.setitem(sys.modules, "eval.product", SimpleNamespace(open_product=opened))
    return made


def retrieve(*arguments: str) -> dict:
    told = CliRunner().invoke(cli.app, ["retrieve", *arguments, "--json"], catch_exceptions=False)
    assert told.exit_code == 0
    return json.loads(told.stdout)


def test_clean_and_changed_are_asked_and_kept(listener: Listener, tmp_path: Path) -> None:
    folder, out = write_release(tmp_path / "klein"), tmp_path / "uit"
    card = retrieve("--release", str(folder), "--variants", "terse", "--output", str(out))
    assert [part["name"] for part in card["sections"]] == ["retrieval", "variants"]
    assert len(listener.asked) == 10 + 6 and listener.asked[10] == "vraag q1"
    figures = {each["name"]: each["value"] for each in card["sections"][1]["figures"]}
    assert figures["product, nl: terse − clean, item success@5"] == -1.0
    lines = (out / "terse" / "retrieval.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["q1", "q2", "q3", "q1-t", "q2-t", "q3-t"]
    # A variant's folder is that of a run: it can be scored by itself.
    told = CliRunner().invoke(
        cli.app, ["score", "--release", str(folder), "--output", str(out / "terse"), "--json"]
    )
    assert told.exit_code == 0


def test_without_variants_there_is_one_section(listener: Listener, tmp_path: Path) -> None:
    card = retrieve("--release", str(write_release(tmp_path / "klein")))
    assert [part["name"] for part in card["sections"]] == ["retrieval"]
    assert len(listener.asked) == 10


def test_baselines_search_the_papers(tmp_path: Path) -> None:
    folder, out = write_release(tmp_path / "klein"), tmp_path / "uit"
    systems = "bm25,dense,random"
    card = retrieve(
        *("--release", str(folder), "--systems", systems, "--output", str(out)),
        *("--library", str(tmp_path / "library")),
    )
    names = [each["name"] for each in card["sections"][1]["figures"]]
    assert "evidence recall@5, en: bm25 − dense" in names
    found = {
        system: [json.loads(line) for line in (out / system / "retrieval.jsonl").open()]
        for system in systems.split(",")
    }
    assert {len(each) for each in found.values()} == {10}
    assert found["dense"][0]["hits"][0]["text"] and found["dense"] != found["random"]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--systems", "bm26", "--systems bm26: choose from product,bm25,dense,hybrid,random"),
        ("--variants", "typo,loud", "--variants typo,loud: choose from typo,terse,acronym"),
    ],
)
def test_unknown_names_are_told(tmp_path: Path, option: str, value: str, message: str) -> None:
    folder = write_release(tmp_path / "klein")
    told = CliRunner().invoke(cli.app, ["retrieve", "--release", str(folder), option, value])
    assert isinstance(told.exception, RaadpleegError) and str(told.exception) == message
