"""Lines and pages, and that TXT and PDF hold every word, each footnote at its own page foot."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specimens import SHIPPED, SOME, expected, pages_of, some, squashed

from index.specimen.blocks import SpecimenPaper
from index.specimen.layout import Printed, Run, pages, rows, words
from index.specimen.render import Format, render


def printed(text: str, width: int) -> list[str]:
    def letters(word: tuple[Run, ...]) -> int:
        return sum(len(run.text) for run in word)

    return [
        " ".join("".join(run.text for run in word) for word in row)
        for row in rows(words(text), width, letters)
    ]


def test_lines_break_at_real_hyphens_and_known_syllables() -> None:
    assert printed("de JBZ-Raad komt", 7) == ["de JBZ-", "Raad", "komt"]
    assert printed("over de samenwerking", 14) == ["over de samen-", "werking"]
    assert printed("met e-evidence", 7) == ["met", "e-evidence"]
    assert printed("een twee", 4) == ["een", "twee"]


def test_calls_stand_in_their_word() -> None:
    call = Run("12", 12)
    assert words("een punt. Nu", [(9, 12)]) == [
        (Run("een"),),
        (Run("punt."), call),
        (Run("Nu"),),
    ]
    assert words("(zie dit), en", [(8, 12)])[1] == (Run("dit"), call, Run("),"))


@given(st.text(alphabet="ab-é ", max_size=200), st.integers(3, 30))
def test_rows_lose_nothing_and_fit(text: str, width: int) -> None:
    lines = printed(text, width)
    assert squashed("".join(lines)) == squashed(text)
    assert all(len(line) <= width or " " not in line for line in lines)


def test_a_line_moves_on_with_its_note_and_a_heading_with_its_line() -> None:
    def line(text: str, keep: bool = False, note: int | None = None) -> Printed:
        return Printed(((Run(text), *([Run("1", note)] if note else [])),), "x", 1, keep)

    a, b, called = line("a"), line("b"), line("c", note=1)
    assert pages([a, b, called], {1: 2}, room=4) == [(a, b), (called,)]
    assert pages([a, b, called], {1: 2}, room=5) == [(a, b, called)]
    heading = line("Kop", keep=True)
    assert pages([a, heading, b], {}, room=2) == [(a,), (heading, b)]


def cut(paper: SpecimenPaper, made: Format) -> list[tuple[str, list[int]]]:
    """Each page's body, squashed, and the notes at its foot; asserts the footer."""
    cuts, done = [], 0
    for count, page in enumerate(map(squashed, pages_of(paper, made)), start=1):
        foot = squashed(f"{paper.footer} {count}")
        assert page.endswith(foot)
        body = page.removesuffix(foot)
        found: list[int] = []
        for last in range(len(paper.notes), done, -1):
            here = range(done + 1, last + 1)
            notes = squashed("".join(f"{number} {paper.notes[number - 1]}" for number in here))
            if body.endswith(notes):
                body, found, done = body.removesuffix(notes), list(here), last
                break
        cuts.append((body, found))
    return cuts


@pytest.mark.parametrize("made", ["txt", "pdf"])
@pytest.mark.parametrize("name", SOME)
def test_pages_hold_every_word_and_each_note_at_its_foot(name: str, made: Format) -> None:
    paper = some(name)
    cuts = cut(paper, made)
    assert "".join(body for body, _ in cuts) == expected(paper)
    assert [note for _, notes in cuts for note in notes] == list(range(1, len(paper.notes) + 1))
    calls = {
        number: squashed(block.text[:offset].split()[-1]) + str(number)
        for block in paper.blocks
        for offset, number in block.calls
    }
    for body, notes in cuts:  # a call, glued to the word before it, stands on its note's page
        assert all(calls[number] in body for number in notes)


def test_txt_lines_are_short_and_pages_full() -> None:
    text = render(SHIPPED[SOME[0]], "txt").decode()
    lines = re.split("[\n\f]", text)[1:]  # the notice is never broken
    assert max(map(len, lines)) <= 68
    assert max(page.count("\n") for page in text.split("\f")) <= 50
    assert len(text.split("\f")) > 3
