"""The baselines answer through the product's door; the oracle's answers are worth everything."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from eval_case import STEUN, TERMIJN, write_release
from typer.testing import CliRunner

from eval import cli
from eval.baselines import RANKINGS
from eval.gold import GoldQuote, Release
from eval.oracle import Places
from eval.release import load_release
from eval.search_runs import ANSWERERS, SYSTEMS
from eval.systems import PLAIN, open_system


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return load_release(write_release(tmp_path_factory.mktemp("klein")))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf") / "library"


def asked(name: str, release: Release, library: Path, question: str) -> Mapping[str, object]:
    with open_system(name, release, library) as system:
        return json.loads(json.dumps(system.ask(question)))


def test_every_system_can_be_opened() -> None:
    assert ("product", *RANKINGS, *PLAIN) == ANSWERERS
    assert ANSWERERS[: len(SYSTEMS)] == SYSTEMS


@pytest.mark.parametrize("name", [*RANKINGS, "copy"])
def test_what_is_answered_is_quoted(name: str, release: Release, library: Path) -> None:
    told = asked(name, release, library, "Steunde Nederland de rechten van slachtoffers?")
    for statement in told["statements"]:
        (citation,) = statement["citations"]
        assert statement["text"] == citation["quote"]
        assert len(citation["quote"]) == citation["end"] - citation["start"]
    assert told["seconds"] >= 0


def test_copying_gives_one_passage_whole(release: Release, library: Path) -> None:
    told = asked("copy", release, library, "Steunde Nederland de rechten van slachtoffers?")
    (statement,) = told["statements"]
    assert STEUN.split()[0] in statement["text"] and "drie maanden" in statement["text"]


def test_silence_is_silent(release: Release, library: Path) -> None:
    told = asked("silent", release, library, "Steunde Nederland de rechten van slachtoffers?")
    assert (told["status"], told["statements"]) == ("not_found", [])


def test_the_oracle_knows_all(release: Release, library: Path) -> None:
    told = asked("oracle", release, library, "vraag q1?")
    quotes = [c["quote"] for s in told["statements"] for c in s["citations"]]
    assert [" ".join(quote.split()) for quote in quotes] == [STEUN, TERMIJN]
    assert asked("oracle", release, library, "vraag q4?")["status"] == "not_found"
    with open_system("oracle", release, library) as system:
        assert [hit["item"] for hit in system.search("vraag q2?", 5)] == ["Justitie/2/a"]


def test_quotes_are_found_over_breaks_and_marks() -> None:
    text = "Kop\nHet kabinet ont-\nhield zich.12 Daarna\nniets.\nHet kabinet sprak."
    places = Places({"d": text}, {("d", "1"): (4, 44)})

    def quote(words: str, unit: str = "1") -> str:
        told, start, end = places.find(GoldQuote("d", unit, words))
        return told[start:end]

    assert quote("kabinet onthield zich. Daarna") == "kabinet ont-\nhield zich.12 Daarna"
    assert quote("kabinet onthield zich.12 Daarna") == "kabinet ont-\nhield zich.12 Daarna"
    assert quote("kabinet sprak") == text[4:44]  # not in this unit: the unit itself
    assert quote("kabinet sprak", "9") == "kabinet sprak"  # an unknown unit: anywhere


def test_run_sets_systems_side_by_side(release: Release, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(
        cli.app,
        [
            *("run", "--release", str(release.documents.parent), "--output", str(out)),
            *("--systems", "oracle,silent", "--json"),
        ],
        catch_exceptions=False,
    )
    card = json.loads(done.stdout)
    figures = {each["name"]: each["value"] for each in card["sections"][-1]["figures"]}
    assert card["sections"][-1]["name"] == "systems"
    assert figures["attributed vital recall: oracle"] == 1.0
    assert figures["attributed vital recall: silent"] == 0.0
    assert figures["abstained although answerable: silent"] == 1.0
    # 1 for each of 3 answerable ones and of 1 + 2 to abstain from, against 0 and 1
    assert figures["truthfulness: oracle"] == 6 / 6
    assert figures["truthfulness: silent"] == 3 / 6
    assert (out / "answers.jsonl").exists() and (out / "silent" / "answers.jsonl").exists()


def test_an_unknown_system_is_told(release: Release) -> None:
    told = CliRunner().invoke(
        cli.app, ["run", "--release", str(release.documents.parent), "--systems", "best"]
    )
    assert str(told.exception) == f"--systems best: choose from {','.join(ANSWERERS)}"


def test_an_unknown_split_is_told(release: Release) -> None:
    told = CliRunner().invoke(
        cli.app, ["run", "--release", str(release.documents.parent), "--split", "dev"]
    )
    assert "--split dev: klein" in str(told.exception) and "none" in str(told.exception)
