"""The canonical text holds nothing but the source, and the source can be had back."""

from __future__ import annotations

import pytest
from generated import random_paper
from outlines import printed
from specimens import SHIPPED

from index.canon import Manuscript
from index.read import clean
from index.source import Line, Source
from index.specimen.render import render


def test_pages_begin_where_their_first_word_stands() -> None:
    lines = (Line("Een zin.", page=1), Line("Een tweede zin.", page=2), Line("Slot.", page=4))
    manuscript = clean(Source("pdf", lines))
    assert manuscript.page_starts is not None
    assert [manuscript.text[at:][:5] for at in manuscript.page_starts] == [
        *("Een z", "Een t", "Slot.", "Slot."),
    ]


def test_without_pages_there_are_none() -> None:
    assert printed("Een zin.").page_starts is None


def test_an_empty_source_gives_an_empty_text() -> None:
    assert clean(Source("txt", ())).text == ""
    assert clean(Source("txt", (Line("  "), Line("\u200b")))).rebuild() == "  \n\u200b\n"


def test_lines_and_notes_account_for_every_character() -> None:
    manuscript = printed("1. Titel\n\nEen zin met noot.1 Meer.\n\n1 De noot.\n2 Nog een.\n")
    assert uncovered(manuscript) == ""


def uncovered(manuscript: Manuscript) -> str:
    """What stands outside lines and notes, white space apart."""
    spans = sorted([line.span for line in manuscript.lines] + [n.span for n in manuscript.notes])
    rest, at = "", 0
    for span in spans:
        assert span.start >= at
        rest += manuscript.text[at : span.start]
        at = span.end
    return (rest + manuscript.text[at:]).strip()


@pytest.mark.parametrize("seed", range(20))
def test_generated_papers_come_back_whole(seed: int) -> None:
    text = render(random_paper(seed), "txt").decode()
    pages = text.split("\f")
    lines = tuple(Line(line, page=at) for at, page in enumerate(pages) for line in page.split("\n"))
    source = Source("txt", lines)
    manuscript = clean(source)
    assert manuscript.rebuild() == source.text
    assert uncovered(manuscript) == ""


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_shipped_papers_lose_only_furniture_and_note_marks(name: str) -> None:
    text = render(SHIPPED[name], "txt").decode().replace("\f", "\n")
    manuscript = printed(text)
    assert manuscript.rebuild().split() == text.split()
    removed = "".join(piece.text for piece in manuscript.removed).split()
    assert all(len(word) <= 40 for word in removed)
    assert len(removed) < len(text.split()) / 20
