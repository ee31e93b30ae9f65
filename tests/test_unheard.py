"""Warnings about what stands in a paper and will not be told."""

from __future__ import annotations

from pathlib import Path

from index.attribution import LONGEST_SENTENCE
from index.build import build
from index.settings import Settings
from index.unheard import LONGEST_PAPER
from rag.told import told

HEAD = "Verslag van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031\n\nI. Justitie\n\n"
BODY = "Nederland steunde het meten van dijken. De Commissie zegde een voorstel toe.\n\n"


def read(tmp_path: Path, text: str):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return build(tmp_path / "a.txt", Settings())


def test_a_paper_as_it_should_be_has_no_warning(tmp_path: Path) -> None:
    text = f"{HEAD}1. Dijken\n\n{BODY}2. Overige onderwerpen\n\na) Bruggen\n\n{BODY}b) Wegen\n\n"
    assert read(tmp_path, text + BODY).warnings == ()


def test_text_that_opens_like_a_tag_stays_the_body(tmp_path: Path) -> None:
    made = read(tmp_path, f"{HEAD}1. Dijken\n\n= Stand van zaken {BODY}2. Bruggen\n\n{BODY}")
    first = made.items[0]
    assert (first.tag, len(first.span) > 0, made.warnings) == (None, True, ())


def test_an_item_that_lost_its_text_is_told(tmp_path: Path) -> None:
    tag = "= Het kabinet steunt dijken, en het wacht de voorstellen over bruggen verder af."
    made = read(tmp_path, f"{HEAD}1. Dijken\n\n{tag}\n\n2. Bruggen\n\n{BODY}")
    assert not len(made.items[0].span)
    assert made.warnings == (
        "1 item has text under the heading but no body: Justitie/1; check the paper",
    )


def test_endless_sentences_are_told_and_left_out(tmp_path: Path) -> None:
    endless = "Nederland steunde het voorstel over dijken en wees op de kosten ervan "
    endless *= LONGEST_SENTENCE // len(endless) + 1
    made = read(tmp_path, f"{HEAD}1. Dijken\n\n{BODY}{endless}\n\n2. Bruggen\n\n{BODY}")
    assert made.warnings == (
        "1 stretch of more than 3,000 characters without the end of a sentence: "
        "found by questions, left out of summaries, positions and the register",
    )
    said = [one.text for one in told(made.document, made.items[0])]
    assert said == [
        "Nederland steunde het meten van dijken.",
        "De Commissie zegde een voorstel toe.",
    ]


def test_a_paper_too_long_to_be_one_is_told(tmp_path: Path) -> None:
    line = "De Raad sprak over dijken.\n"
    many = line * (LONGEST_PAPER // len(line) + 1)
    made = read(tmp_path, f"{HEAD}1. Dijken\n\n{many}")
    assert [warning.split(",")[0] for warning in made.warnings] == ["1"]
    assert "more than one paper has" in made.warnings[0]
