"""A release is loaded whole, or refused with file, line and reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval_case import (
    STEUN,
    STEUN_GOLD,
    near_misses,
    nugget,
    question,
    questions,
    structure,
    twins,
    write_release,
)

from eval.gold import ItemNames
from eval.release import find_release, load_release
from index.errors import RaadpleegError

REAL = Path(__file__).parents[1].parent / "shared" / "real"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_release(tmp_path / "klein")


def test_a_release_is_loaded(folder: Path) -> None:
    release = load_release(folder)
    assert release.name == "klein"
    assert [q.id for q in release.everything] == [
        *("q1", "q2", "q3", "q4"),
        *("q1-t", "q2-t", "q3-t", "q4-t"),
        *("n1", "n2"),
    ]
    assert release.questions[0].main_quotes == release.questions[0].gold
    assert [g.quote for g in release.questions[2].main_quotes] != [STEUN]
    assert len(release.questions[2].main_quotes) == 1
    assert release.structure["verslag.txt"].units[0].footnotes == (1,)


def test_a_twin_inherits_all_but_words_language_and_style(folder: Path) -> None:
    release = load_release(folder)
    original, twin = release.questions[0], release.twins[0]
    assert (twin.id, twin.lang, twin.question) == ("q1-t", "en", "twin of q1?")
    assert (twin.gold, twin.nuggets, twin.type) == (original.gold, original.nuggets, "position")
    assert original.style == ("typo",) and twin.style == ()
    assert release.twins[3].must_abstain


def test_question_files_are_optional(folder: Path) -> None:
    for name in ("questions", "twins", "near_misses"):
        (folder / f"{name}.jsonl").unlink()
    assert load_release(folder).everything == ()


def test_a_part_keeps_what_belongs_to_its_questions(folder: Path) -> None:
    release = load_release(folder)
    part = release.part(1, ("nl", "en"))
    assert [q.id for q in part.everything] == ["q1", "q1-t", "n1"]
    assert not part.whole and release.part(None, ("nl", "en")).whole
    dutch = release.part(None, ("nl",))
    assert [q.id for q in dutch.everything] == ["q1", "q3", "q2-t", "q4-t", "n1"]
    assert not dutch.whole


def _first(wrong: dict) -> list[dict]:
    return [wrong, *questions()[1:]]


def _gold(**wrong: object) -> list[dict]:
    first = questions()[0]
    first["gold"][0] |= wrong
    return _first(first)


BROKEN = {
    "gold without a question to it": (
        {"questions": _first(question("q1", "nl", "unanswerable", must_abstain=False))},
        "questions.jsonl:1: question q1: has no gold",
    ),
    "gold that must not be": (
        {"questions": _first(question("q1", "nl", "x", [STEUN_GOLD], must_abstain=True))},
        "must_abstain, yet it has gold",
    ),
    "no vital key in a quote": (
        {"questions": _first(question("q1", "nl", "x", [STEUN_GOLD], [nugget("maanden")]))},
        "no gold quote holds the key",
    ),
    "quote of another paper": (
        {"questions": _gold(quote=STEUN.replace("rechten", "plichten"))},
        "questions.jsonl:1: question q1: quote is not in verslag.txt",
    ),
    "unknown document": ({"questions": _gold(document="x.txt")}, "unknown document x.txt"),
    "unknown unit": ({"questions": _gold(unit="Justitie/7")}, "unknown unit Justitie/7"),
    "id twice": (
        {"questions": [*questions(), questions()[1]]},
        "questions.jsonl:5: id q2 was given before, in",
    ),
    "id of a twin twice": ({"twins": [twins()[0], twins()[0]]}, ":2: id q1-t was given before"),
    "field missing": (
        {"questions": [{k: v for k, v in questions()[0].items() if k != "gold"}]},
        "questions.jsonl:1: gold: Field required",
    ),
    "field of another type": (
        {"questions": [questions()[0] | {"must_abstain": "no"}]},
        ":1: must_abstain: Input should be a valid boolean",
    ),
    "third language": ({"questions": [questions()[0] | {"lang": "fr"}]}, ":1: lang:"),
    "twin of nothing": (
        {"twins": [twins()[0] | {"twin_of": "q9"}]},
        ":1: twin_of q9",
    ),
    "twin in one language": ({"twins": [twins()[0] | {"lang": "nl"}]}, "in the language of its"),
    "near miss of nothing": (
        {"near_misses": [near_misses()[0] | {"near_miss_of": "q4"}]},
        "near_misses.jsonl:1: near_miss_of q4 is no answerable",
    ),
    "near miss that is none": (
        {"near_misses": [questions()[1] | {"id": "n1", "near_miss_of": "q1"}]},
        "a near miss has must_abstain true",
    ),
    "unit twice": (
        {
            "structure": {
                "verslag.txt": structure()["verslag.txt"]
                | {"units": structure()["verslag.txt"]["units"][:1] * 2}
            },
            "questions": [],
            "twins": [],
            "near_misses": [],
        },
        "structure.json: verslag.txt: unit id justitie/1 occurs twice",
    ),
    "paper absent": (
        {"structure": {**structure(), "x.txt": structure()["agenda.txt"]}},
        "lacks x.txt",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_release_is_refused(tmp_path: Path, name: str) -> None:
    files, message = BROKEN[name]
    with pytest.raises(RaadpleegError) as refused:
        load_release(write_release(tmp_path, **files))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_broken_json_names_file_and_line(folder: Path) -> None:
    lines = [json.dumps(each) for each in questions()]
    (folder / "questions.jsonl").write_text("\n".join([lines[0], "", "{broken", lines[1]]))
    with pytest.raises(RaadpleegError, match=r"questions\.jsonl:3: Invalid JSON"):
        load_release(folder)
    (folder / "structure.json").unlink()
    with pytest.raises(RaadpleegError, match=r"structure\.json: cannot be read"):
        load_release(folder)


def test_a_line_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "questions.jsonl").write_bytes("coördinatie".encode("cp1252"))
    with pytest.raises(RaadpleegError, match="is no UTF-8 text"):
        load_release(folder)


def test_find_release(folder: Path) -> None:
    with find_release(str(folder)) as found:
        assert found == folder
    refused = pytest.raises(RaadpleegError, match="--release nergens: no such folder")
    with refused, find_release("nergens"):
        pass


def test_the_specimen_release_is_whole() -> None:
    with find_release("specimen") as found:
        release = load_release(found)
    assert release.name == "specimen"
    assert len(release.structure) >= 10 and len(release.questions) >= 30


def test_items_without_a_body_mean_their_parent(folder: Path) -> None:
    names = ItemNames(load_release(folder).structure)
    parent = names.item("agenda.txt", "Binnenlandse Zaken/1")
    assert names.item("agenda.txt", "binnenlandse zaken/1/A") == parent
    assert names.item("agenda.txt", "Binnenlandse Zaken/1/b") != parent
    assert names.item("verslag.txt", "Binnenlandse Zaken/1") != parent
    # Nothing stands above a numbered item, so this heading without a body stays itself.
    assert names.item("verslag.txt", "Justitie/2") == ("verslag.txt", "justitie/2")
    assert names.item("verslag.txt", "Justitie/2/a") == ("verslag.txt", "justitie/2/a")


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared folder is not beside the repository")
def test_the_real_release_is_loaded() -> None:
    release = load_release(REAL)
    assert (len(release.questions), len(release.twins), len(release.near_misses)) == (80, 80, 26)
    assert sum(not question.must_abstain for question in release.questions) == 66
