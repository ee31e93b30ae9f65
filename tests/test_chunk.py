"""Passages: whole sentences, inside one item, about as long as asked, each a slice."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from generated import random_paper
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import printed
from specimens import SHIPPED

from index.agenda import agenda_items
from index.build import describe
from index.chunk import header, passages
from index.nouns import AgendaItem, Document, Passage, Span, passage_id
from index.sentences import sentences
from index.specimen.render import render


def made(text: str, words: int = 120, overlap: int = 30) -> tuple[Document, list[Passage]]:
    """Passages of one item that spans the whole text."""
    document = describe(printed(""), Path("x.txt"), "x")
    document = Document(**{name: getattr(document, name) for name in FIELDS} | {"text": text})
    item = AgendaItem("1", None, "1", "Titel", None, Span(0, len(text)))
    return document, list(passages(document, [item], words, overlap))


FIELDS = Document.__slots__
TEN = "Een twee drie vier vijf zes zeven acht negen tien{}."
TEXT = " ".join(TEN.format(letter) for letter in "abcdefghijklmnopqrst")


def test_a_short_item_is_one_passage() -> None:
    document, (passage,) = made(TEXT[:107])
    assert passage.span == Span(0, 107)
    assert passage.id == passage_id("x", passage.span)
    assert (passage.document, passage.item, passage.note) == (document.id, "1", None)


def test_passages_are_whole_sentences_of_the_asked_length() -> None:
    _, slices = made(TEXT, words=60, overlap=20)
    parts = [passage.span.of(TEXT) for passage in slices]
    assert [len(part.split()) for part in parts] == [60, 60, 60, 60, 40]
    assert all(part.startswith("Een") and part.endswith(".") for part in parts)


def test_neighbours_share_whole_sentences() -> None:
    _, slices = made(TEXT, words=60, overlap=20)
    shared = [one.span.end - two.span.start for one, two in pairwise(slices)]
    assert all(TEXT[two.span.start :].startswith("Een") for two in slices)
    assert [
        len(TEXT[t.span.start : t.span.start + s].split())
        for t, s in zip(slices[1:], shared, strict=True)
    ] == [20] * 4


def test_without_overlap_nothing_is_shared() -> None:
    _, slices = made(TEXT, words=60, overlap=0)
    assert all(one.span.end <= two.span.start for one, two in pairwise(slices))


def test_a_sentence_that_is_too_long_is_cut_at_its_commas() -> None:
    text = ", ".join(["vijf woorden staan hier bij"] * 40) + "."
    _, slices = made(text, words=50, overlap=0)
    assert len(slices) == 4
    assert all(passage.span.of(text).endswith((",", ".")) for passage in slices)


def test_a_word_without_end_is_cut_as_well() -> None:
    text = "x" * 20_000
    _, slices = made(text)
    assert len(slices) > 5
    assert all(len(passage.span) < 4000 for passage in slices)


def test_an_item_without_a_body_has_no_passage_but_its_notes_have() -> None:
    text = "Verslag van de Raad, 6 maart 2031\n\nI. Justitie\n\n1. Diversen1\n\n"
    text += "2. Visa\n\nKort besproken.\n\n"
    manuscript = printed(text + "1 De noot bij diversen.\n")
    document = describe(manuscript, Path("x.txt"), "x")
    slices = passages(document, agenda_items(manuscript))
    assert [(p.item, p.note, p.span.of(document.text)) for p in slices] == [
        ("Justitie/1", 1, "De noot bij diversen."),
        ("Justitie/2", None, "Kort besproken."),
    ]


def test_a_passage_names_who_speaks_in_it() -> None:
    text = "Nederland stemde in. De Commissie zweeg. De kosten lopen op."
    _, (passage,) = made(text)
    assert passage.actors == ("NL", "Commission")


def test_the_header_is_never_part_of_the_text() -> None:
    text = "Verslag van de Raad, 6 maart 2031\n\nI. Justitie\n\n1. Visa\n\nKort besproken.\n"
    manuscript = printed(text)
    document = describe(manuscript, Path("x.txt"), "x")
    (item,) = agenda_items(manuscript)
    assert header(document, item) == "verslag | 2031-03-06 | Justitie | Visa"


def sound(document: Document, items: tuple[AgendaItem, ...], slices: tuple[Passage, ...]) -> None:
    by_path = {item.path: item for item in items}
    assert len({passage.id for passage in slices}) == len(slices)
    for passage in slices:
        text = passage.span.of(document.text)
        assert text == text.strip() != ""
        if passage.note is None:
            assert by_path[passage.item].span.holds(passage.span)
        else:
            assert passage.note in {note.number for note in by_path[passage.item].notes}
    for item in items:
        covered = {
            at
            for passage in slices
            if passage.item == item.path and passage.note is None
            for at in range(passage.span.start, passage.span.end)
        }
        words = {
            at
            for sentence in sentences(document.text, item.span)
            for at in range(sentence.start, sentence.end)
            if not document.text[at].isspace()
        }
        assert words <= covered


@pytest.mark.parametrize("name", sorted(SHIPPED)[::3])
def test_passages_of_specimen_papers_cover_their_items(name: str) -> None:
    manuscript = printed(render(SHIPPED[name], "txt").decode())
    document = describe(manuscript, Path("x.txt"), "x")
    items = agenda_items(manuscript)
    sound(document, items, passages(document, items))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), st.integers(8, 150), st.integers(0, 80))
def test_passages_of_any_length_cover_their_items(seed: int, words: int, overlap: int) -> None:
    manuscript = printed(render(random_paper(seed), "txt").decode())
    document = describe(manuscript, Path("x.txt"), "x")
    items = agenda_items(manuscript)
    sound(document, items, passages(document, items, words, overlap))
