"""Specimen papers: the notation, the shipped papers, and the command that writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from specimens import SHIPPED, SMALL

from index.errors import FileRefused
from index.specimen.__main__ import main
from index.specimen.gold import gold
from index.specimen.paper import parse_text


def test_blocks_carry_kind_mark_and_calls() -> None:
    paper = parse_text("small", SMALL)
    assert [block.kind for block in paper.blocks[:10]] == [
        *["masthead"] * 5,
        "paragraph",
        "topic",
        "paragraph",
        "sub-heading",
        "paragraph",
    ]
    assert [b.text for b in paper.blocks if b.kind == "signature"] == [
        "De minister van Justitie en Veiligheid,",
        "A. Voorbeeld",
    ]
    subs = [b for b in paper.blocks if b.kind == "sub-item"]
    assert [(b.mark, b.number, b.text) for b in subs] == [
        ("a)", "a", "Staat van het gebied"),
        ("b.)", "b", "Prioriteiten"),
        ("a.", "a", "Werkprogramma"),
    ]
    body = next(b for b in paper.blocks if b.text.startswith("De EU"))
    assert body.text == "De EU-agentschappen lichten hun rapport toe & meer. Nederland stemt in."
    assert body.calls == ((body.text.index(" toe"), 2), (body.text.index(" Nederland"), 3))
    assert paper.notes[1] == "COM(2023) 274."
    assert paper.footer == "Tweede Kamer, vergaderjaar 2022–2023, 32 317, nr. 9999"
    assert paper.presidency is None


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: geannoteerde agenda", "kind: agenda", "kind 'agenda'"),
        ("place: Luxemburg", "plaats: Luxemburg", "line 5: 'plaats'"),
        ("formality: formeel\n", "", "lacks formality"),
        ("SPECIMEN:", "Specimen:", "SPECIMEN: "),
        ("#### a. Werkprogramma", "#### Werkprogramma", "line 66: a sub-item needs"),
        ("## II. Justitie", "## Justitie", "line 71: a section needs"),
        ("= Presentatie", "=", "nothing follows '='"),
        ("### 2. Overige", "####### 2. Overige", "is no mark"),
        ("[^2]: COM(2023) 274.\n", "", "defined: [1, 3]"),
        ("rapport[^2] toe", "rapport[^4] toe", "not [1, 4, 3]"),
        ("Den Haag, 20 mei 2023", "Den Haag", "letter head must end"),
        ("---\nkind", "kind", "must open with metadata"),
    ],
)
def test_a_slip_in_the_notation_is_named(old: str, new: str, told: str) -> None:
    assert SMALL.count(old) == 1
    with pytest.raises(FileRefused, match=re.escape(told)):
        parse_text("small", SMALL.replace(old, new))


def test_nothing_after_the_notice() -> None:
    with pytest.raises(FileRefused, match="nothing follows the notice"):
        parse_text("small", SMALL[: SMALL.index("!masthead")])


def test_the_shipped_papers_are_a_library() -> None:
    kinds = sorted(paper.kind for paper in SHIPPED.values())
    assert kinds.count("verslag") >= 5
    assert kinds.count("geannoteerde agenda") >= 4
    assert kinds.count("brief") >= 1
    numbers = [paper.kamerstuk for paper in SHIPPED.values() if paper.kamerstuk]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_a_shipped_paper_is_long_enough_and_whole(name: str) -> None:
    paper = SHIPPED[name]
    assert 1_200 <= sum(len(block.printed.split()) for block in paper.blocks) <= 3_000
    units = gold(paper)["units"]
    assert len({told["id"] for told in units}) == len(units)
    assert sum(len(told["footnotes"]) for told in units) == len(paper.notes)
    assert all(told["first_words"] for told in units if told["number"] is None)


def test_the_command_writes_all_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["html", str(tmp_path / "new")]) == 0
    written = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert written == [f"{name}.html" for name in sorted(SHIPPED)]
    assert len(capsys.readouterr().out.splitlines()) == len(SHIPPED)


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["txt", str(tmp_path / "file")]) == 2
    assert "file" in capsys.readouterr().err
