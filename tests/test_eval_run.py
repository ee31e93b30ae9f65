"""A whole run with a system whose answers are known, its files, its scorecard and the commands."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from eval_case import (
    ABSTAINED,
    BEWIJS_GOLD,
    STEUN_GOLD,
    TEGEN_GOLD,
    TERMIJN_GOLD,
    answer,
    hit,
    outline,
    structure,
    write_release,
)
from typer.testing import CliRunner

from eval import cli, run
from eval.gold import Release
from eval.release import load_release
from eval.score import score_folder
from eval.scorecard import Scorecard
from eval.tables import as_json, as_markdown
from index.errors import RaadpleegError

ROOT = Path(__file__).parents[1]


class Parrot:
    """Knows the Dutch q1 and the English q2 (asked as such), finds one thing, reads all papers."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def outline(self, file: Path) -> tuple[Mapping[str, object], str]:
        return outline(structure()[file.name]), file.read_text(encoding="utf-8")

    def search(self, question: str, top: int) -> list[Mapping[str, object]]:
        assert top == 20
        return [hit(*TEGEN_GOLD), hit(*STEUN_GOLD)]

    def ask(self, question: str) -> Mapping[str, object]:
        self.asked.append(question)
        known = {
            "vraag q1?": answer(STEUN_GOLD, TERMIJN_GOLD),
            "vraag q2?": answer(BEWIJS_GOLD),
            "vraag n2?": answer(STEUN_GOLD),
        }
        return known.get(question, ABSTAINED)


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return load_release(write_release(tmp_path / "klein"))


@pytest.fixture
def folder(release: Release, tmp_path: Path) -> Path:
    """The files of a run of the parrot."""
    folder = tmp_path / "run"
    folder.mkdir()
    for step in run.STEPS.values():
        step(Parrot(), release, folder, run.silently)
    return folder


def figures(card: Scorecard, section: str, group: str | None = None) -> dict[str, float | None]:
    part = next(part for part in card.sections if part.name == section)
    found = part.figures
    if group is not None:
        found = next(each.figures for each in part.groups if each.name == group)
    return {figure.name: figure.value for figure in found}


def test_a_run_writes_what_the_system_said(release: Release, folder: Path) -> None:
    lines = [json.loads(line) for line in (folder / "answers.jsonl").read_text().splitlines()]
    assert [line["id"] for line in lines] == [q.id for q in release.everything]
    assert lines[0]["statements"][0]["citations"][0]["quote"] == STEUN_GOLD[2]
    assert set(json.loads((folder / "structure.json").read_text())) == set(release.structure)
    assert len((folder / "retrieval.jsonl").read_text().splitlines()) == 10


def test_the_scorecard_of_a_run(release: Release, folder: Path) -> None:
    card = score_folder(release, release, folder)
    assert card.comparable and [part.name for part in card.sections] == [
        "structure",
        "retrieval",
        "answers",
    ]
    assert figures(card, "structure")["item F1"] == 1.0
    # The first hit is of the item that q3 asks for, the second of that of q1 and q3.
    found = figures(card, "retrieval", "questions")
    assert found["item success@5"] == pytest.approx((1 + 0 + 1) / 3)
    assert found["evidence recall@5"] == pytest.approx((1 / 2 + 0 + 1) / 3)
    assert found["item MRR@10"] == pytest.approx((1 / 2 + 0 + 1) / 3)
    told = figures(card, "answers", "questions")
    assert told["attributed vital recall"] == pytest.approx((1 + 1 + 0) / 3)
    assert told["abstained although answerable"] == pytest.approx(1 / 3)
    assert told["answered although unanswerable"] == 0 / 1


def test_twins_languages_types_styles(release: Release, folder: Path) -> None:
    card = score_folder(release, release, folder)
    assert figures(card, "answers", "twins")["attributed vital recall"] == 0.0
    # Dutch: q1, q3 and the twin of q2; English: q2 and the twins of q1 and q3.
    recall = "attributed vital recall"
    assert figures(card, "answers", "language nl")[recall] == pytest.approx((1 + 0 + 0) / 3)
    assert figures(card, "answers", "language en")[recall] == pytest.approx((1 + 0 + 0) / 3)
    assert figures(card, "answers", "type position")[recall] == (1 + 0) / 2
    assert figures(card, "answers", "type fact")[recall] == 1.0
    assert figures(card, "answers", "style typo")[recall] == 1.0
    # Dutch minus English: q1 1 - 0, q2 0 - 1 (its Dutch twin is not known), q3 0 - 0.
    assert figures(card, "answers")[f"nl − en: {recall}"] == (1 - 1 + 0) / 3


def test_near_misses_are_counted_with_the_questions(release: Release, folder: Path) -> None:
    over_all = figures(score_folder(release, release, folder), "answers")
    name = "answered although unanswerable (with near misses)"
    assert over_all[name] == pytest.approx(1 / 3)  # q4, n1, n2: only n2 was answered
    assert over_all["pair accuracy"] == 1 / 2
    assert over_all["quotes that are slices"] == 0.0  # the parrot says 0 for every start
    assert over_all["quotes found in the paper"] == 1.0


def test_a_part_is_scored_by_itself_and_says_so(release: Release, folder: Path) -> None:
    part = release.part(1, ("nl", "en"))
    card = score_folder(release, part, folder)
    assert not card.comparable
    assert figures(card, "answers", "questions")["attributed vital recall"] == 1.0
    assert "not comparable" in as_markdown(card)


def test_the_report_shows_value_interval_and_cases(release: Release, folder: Path) -> None:
    told = as_markdown(score_folder(release, release, folder))
    assert "| item recall | 1.000 | (0.566 to 1.000) | 5 |" in told  # Wilson: 1 / (1 + 3.84 / 5)
    assert "| words | questions | 15.5 | (11.0 to 20.0) | 2 |" in told  # answers of 20 and 11 words
    assert "| pair accuracy | 0.500 |" in told
    assert "| type position | 1.000 n 2 | 1.000 n 2 | 0.750 n 2 | 0.750 n 2 |" in told


def test_only_what_is_there_is_scored(release: Release, folder: Path) -> None:
    (folder / "structure.json").unlink()
    (folder / "retrieval.jsonl").unlink()
    card = score_folder(release, release, folder)
    assert [part.name for part in card.sections] == ["answers"]
    (folder / "answers.jsonl").unlink()
    with pytest.raises(RaadpleegError, match=r"nothing to score; give one of structure\.json"):
        score_folder(release, release, folder)


def test_remarks_name_what_failed(release: Release, folder: Path) -> None:
    card = score_folder(release, release, folder)
    answers = card.sections[2].remarks
    assert "q3: abstained although answerable" in answers
    assert "n2: answered although unanswerable" in answers
    assert not any(line.startswith("q1:") and "vital" in line for line in answers)
    assert "q2: no gold item in the top 5" in card.sections[1].remarks
    assert "q1: 0.50 of the evidence in the top 5" in card.sections[1].remarks


def test_scoring_twice_gives_the_same_bits(release: Release, folder: Path) -> None:
    first, second = (json.dumps(as_json(score_folder(release, release, folder))) for _ in "ab")
    assert first == second


def invoke(*arguments: str) -> tuple[int, str]:
    told = CliRunner().invoke(cli.app, list(arguments), catch_exceptions=False)
    return told.exit_code, told.stdout


def test_score_prints_tables_or_json(release: Release, folder: Path) -> None:
    name = str(release.documents.parent)
    code, told = invoke("score", "--release", name, "--output", str(folder), "--json")
    card = json.loads(told)
    assert code == 0 and card["release"] == "klein" and len(card["sections"]) == 3
    code, told = invoke("score", "--release", name, "--output", str(folder))
    assert code == 0 and "item F1" in told and "answers by group" in told
    code, told = invoke("score", "--release", name, "--output", str(folder), "--limit", "1")
    assert "not comparable" in told


def test_score_as_a_page_tells_every_failure(release: Release, folder: Path) -> None:
    name = str(release.documents.parent)
    code, told = invoke("score", "--release", name, "--output", str(folder), "--markdown")
    assert code == 0 and "- q3: abstained although answerable" in told


@pytest.fixture
def parrot(monkeypatch: pytest.MonkeyPatch) -> Parrot:
    """The commands drive a parrot instead of the product."""
    parrot = Parrot()

    @contextmanager
    def opened(release: Release, library: Path | None) -> Iterator[Parrot]:
        yield parrot

    monkeypatch.setitem(sys.modules, "eval.product", SimpleNamespace(open_product=opened))
    return parrot


def test_run_drives_and_scores(release: Release, parrot: Parrot, tmp_path: Path) -> None:
    name, out = str(release.documents.parent), tmp_path / "new" / "out"
    code, told = invoke("run", "--release", name, "--output", str(out), "--json")
    assert code == 0 and len(parrot.asked) == 10
    assert json.loads(told) == json.loads(json.dumps(as_json(score_folder(release, release, out))))


def test_run_asks_only_the_part(release: Release, parrot: Parrot) -> None:
    name = str(release.documents.parent)
    code, _ = invoke("run", "--release", name, "--limit", "2", "--langs", "nl")
    assert (code, parrot.asked) == (0, ["vraag q1?", "twin of q2?", "vraag n1?"])


def test_structure_and_retrieve_print_their_own_section(
    release: Release, parrot: Parrot, folder: Path
) -> None:
    name = str(release.documents.parent)
    for command in ("structure", "retrieve"):
        # The folder holds the files of a whole run; only what the command made is scored.
        code, told = invoke(command, "--release", name, "--output", str(folder), "--json")
        sections = [part["name"] for part in json.loads(told)["sections"]]
        assert (code, sections) == (0, [{"retrieve": "retrieval"}.get(command, command)])
    assert parrot.asked == []


def test_structure_lists_the_differences(
    release: Release, parrot: Parrot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_items(file: Path) -> tuple[Mapping[str, object], str]:
        return outline(structure()[file.name]) | {"items": []}, ""

    monkeypatch.setattr(parrot, "outline", without_items)
    _, told = invoke("structure", "--release", str(release.documents.parent))
    assert "verslag.txt: Justitie/1: missing (Slachtofferrechten)" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["score", "--release", "nergens", "--output", "."], "--release nergens: no such folder"),
        (["score", "--release", "{release}", "--output", "nergens"], "nergens: nothing to score"),
        (
            ["score", "--release", "{release}", "--output", ".", "--langs", "nl,fr"],
            "--langs nl,fr: choose from nl,en",
        ),
        (["score", "--release", "{release}"], "--output"),
        (["score", "--release", "{release}", "--output", ".", "--limit", "0"], "limit"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(
    release: Release, arguments: list[str], message: str
) -> None:
    filled = [each.format(release=release.documents.parent) for each in arguments]
    told = subprocess.run(
        [sys.executable, "-m", "eval", *filled], cwd=ROOT, capture_output=True, text=True
    )
    assert told.returncode == 2 and told.stdout == ""
    assert message in told.stderr and "Traceback" not in told.stderr
