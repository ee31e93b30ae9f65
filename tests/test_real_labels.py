"""The labels by hand on the real papers: well-formed, without text, and resolving to sentences."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypeAlias, get_args

import pytest

from eval.gold_summaries import Sort, Stance
from index.build import build
from index.sentences import sentences
from index.settings import load_settings

ROOT = Path(__file__).parents[1]
LABELS = ROOT / "eval" / "data" / "real_labels"
SECOND = "../real_labels_second/"  # by another annotator, beside the others
REAL = ROOT.parent / "shared" / "real" / "documents"
NAMES = (
    *("register", "positions", "item_summaries", "meeting_summaries"),
    *(f"{SECOND}item_summaries", f"{SECOND}meeting_summaries"),
)
SENTENCE = re.compile("[0-9a-f]{12}")
Json: TypeAlias = "str | bool | list[Json] | dict[str, Json] | None"
Named = tuple[str, str, str]  # document, unit, digest


def rows(name: str) -> list[dict[str, Json]]:
    """The labels of one file."""
    text = (LABELS / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def named(node: object, document: str = "") -> Iterator[Named]:
    """Every sentence that labels name; one without a document belongs to the label it is in."""
    if isinstance(node, list):
        for part in node:
            yield from named(part, document)
    if isinstance(node, dict):
        papers = node.get("documents")
        own = node.get("document") or (papers[0] if isinstance(papers, list) else document)
        if "sha" in node:
            yield str(own), str(node["unit"]), str(node["sha"])
        for part in node.values():
            yield from named(part, str(own))


def strings(node: object) -> Iterator[str]:
    """Every text in a label."""
    if isinstance(node, str):
        yield node
    if isinstance(node, list | dict):
        for part in node if isinstance(node, list) else node.values():
            yield from strings(part)


@cache
def said() -> dict[Named, str]:
    """Every sentence of the real papers by document, unit and digest."""
    found: dict[Named, str] = {}
    for path in sorted(REAL.glob("*.txt")):
        reading = build(path, load_settings())
        for item in reading.items:
            for span in sentences(reading.document.text, item.span):
                folded = " ".join(span.of(reading.document.text).split())
                name = hashlib.sha256(folded.encode()).hexdigest()[:12]
                found[path.name, item.path, name] = folded
    return found


def test_the_register_uses_the_closed_lists() -> None:
    register = rows("register")
    places = list(named(register))
    assert len(places) == len(set(places)) == len(register) == 95
    assert sum("optional" not in row for row in register) == 32
    for row in register:
        assert row["sort"] in get_args(Sort)
        assert row.get("also") in (None, *get_args(Sort)) and row.get("also") != row["sort"]
        assert isinstance(row["what"], str) and re.fullmatch("[a-z_]+", row["what"])
        assert row.get("optional", True) is True
        if row["date"] is not None:
            date = str(row["date"])
            assert datetime.strptime(date, "%Y-%m-%d" if len(date) > 7 else "%Y-%m")


def test_a_position_is_stated_or_tolerated_or_silent() -> None:
    for row in rows("positions"):
        steps, tolerated = list(named(row["steps"])), list(named(row["tolerated"]))
        assert steps and len(steps) == len(set(steps)) and not set(steps) & set(tolerated)
        assert isinstance(row["silent"], list)
        assert not set(map(str, row["silent"])) & {document for document, *_ in steps}
        assert isinstance(row["steps"], list) and isinstance(row["changes"], list)
        for step in row["steps"]:
            assert isinstance(step, dict)
            assert step["stance"] in get_args(Stance)
            assert step.get("or") in (None, *get_args(Stance)) and step.get("or") != step["stance"]
        for change in row["changes"]:
            assert isinstance(change, dict)
            ends = {change["from_document"], change["to_document"]}
            assert len(ends) == 2 and ends <= {document for document, *_ in steps}


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("item_summaries", 3, 5),
        ("meeting_summaries", 10, 14),
        (f"{SECOND}item_summaries", 2, 5),
        (f"{SECOND}meeting_summaries", 16, 16),
    ],
)
def test_a_summary_has_few_vital_sentences(name: str, least: int, most: int) -> None:
    for row in rows(name):
        assert isinstance(row["vital"], list) and least <= len(row["vital"]) <= most
        vital = {(part["unit"], part["sha"]) for part in row["vital"] if isinstance(part, dict)}
        okay = {(unit, sha) for _, unit, sha in named(row["okay"])}
        assert len(vital) == len(row["vital"]) and not vital & okay
        if "unit" in row:
            assert {unit for _, unit, _ in named([row["vital"], row["okay"]])} == {row["unit"]}


def test_ids_stand_once_and_digests_are_digests() -> None:
    ids = [row["id"] for name in NAMES for row in rows(name) if "id" in row]
    assert len(ids) == len(set(map(str, ids))) == 91
    assert all(SENTENCE.fullmatch(sha) for name in NAMES for _, _, sha in named(rows(name)))


@pytest.mark.skipif(not REAL.exists(), reason="the shared papers are not beside this checkout")
@pytest.mark.parametrize("name", NAMES)
def test_every_label_names_a_sentence(name: str) -> None:
    missing = [place for place in named(rows(name)) if place not in said()]
    assert not missing


@pytest.mark.skipif(not REAL.exists(), reason="the shared papers are not beside this checkout")
def test_no_sentence_of_the_papers_stands_in_the_labels() -> None:
    held = {text for text in said().values() if len(text.split()) > 3}
    for name in NAMES:
        for text in strings(rows(name)):
            runs = text.split()
            assert text not in held and len(runs) <= 30
            for start in range(len(runs) - 11):
                run = " ".join(runs[start : start + 12])
                assert not any(run in sentence for sentence in held)
