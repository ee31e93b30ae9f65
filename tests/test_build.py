"""Any text gives a reading whose every part is a slice, and from which the source comes back."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from generated import random_source
from hypothesis import given, settings
from hypothesis import strategies as st

from index.agenda import agenda_items
from index.build import build, describe, recipe
from index.canon import Manuscript
from index.chunk import header, passages
from index.errors import FileRefused
from index.formats import extract
from index.read import clean
from index.reading import Reading, prove
from index.settings import Settings
from index.source import Line, Source
from index.specimen.paper import parse_text
from index.specimen.render import FORMATS, Format, render

SHARED = Path(__file__).parents[1].parent / "shared"
MARKS = (
    *(
        "1. ",
        "2. ",
        "a) ",
        "b.) ",
        "I. ",
        "II ",
        "= ",
        "- ",
        "\ufffd ",
        "• ",
        "1 ",
        "12",
        "3.1",
        "G7",
    ),
    *(
        "Justitie",
        "Binnenlandse Zaken",
        "Verslag van de Raad",
        "4 en 5 december 2023",
        "Den Haag, ",
    ),
    *(
        "De minister van Justitie,",
        "Hierbij",
        "uw Kamer",
        "Nederland",
        "pact1",
        "2023.2",
        "Vraag 1",
    ),
    *(
        "\n",
        "\n",
        "\n\n",
        "\n\n\n\n",
        " ",
        " ",
        "samen-",
        "JBZ-",
        "\u00ad",
        "\u200b",
        "e\u0301",
        "((((",
    ),
    *(
        ". ",
        "? ",
        "zin die eindigt. ",
        "Overige onderwerpen",
        "....... 3",
        "https://a.nl ",
        "\t",
        "=",
    ),
)
LINES = st.lists(st.sampled_from(MARKS) | st.text(max_size=12), max_size=60).map("".join)


def source_of(text: str, pages: bool = False, whole: bool = False) -> Source:
    lines = text.split("\n")
    return Source(
        "txt",
        tuple(
            Line(line, page=1 + at // 7 if pages else None, whole=whole)
            for at, line in enumerate(lines)
        ),
    )


def check(manuscript: Manuscript, source: str) -> None:
    """Every promise of a reading, for one manuscript."""
    assert manuscript.rebuild() == source
    text = manuscript.text
    document = describe(manuscript, Path("x.txt"), "x")
    items = agenda_items(manuscript)
    slices = passages(document, items)
    embedded = tuple(header(document, items[0]) for _ in slices)
    prove(Reading(document, items, slices, embedded))
    bodies = [item.span for item in items if len(item.span)]
    assert all(one.end <= two.start for one, two in pairwise(bodies))
    called = [note.number for item in items for note in item.notes]
    assert len(called) == len(set(called))
    assert items or not manuscript.lines
    for note in manuscript.notes:
        assert "\n" not in note.span.of(text)


@settings(max_examples=100, deadline=None)
@given(LINES, st.booleans(), st.booleans())
def test_any_text_gives_a_sound_reading(text: str, pages: bool, whole: bool) -> None:
    source = source_of(text, pages, whole)
    normal = clean(source)
    check(normal, _composed(source))


def _composed(source: Source) -> str:
    """The source text as `clean` first makes it: accents and their letters are one (NFC)."""
    return "".join(unicodedata.normalize("NFC", line.text) + "\n" for line in source.lines)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.builds(
            Line,
            text=st.sampled_from(MARKS).flatmap(lambda mark: st.text(max_size=8).map(mark.__add__)),
            page=st.none() | st.integers(1, 3),
            level=st.none() | st.integers(1, 3),
            bold=st.booleans(),
            size=st.none() | st.sampled_from((7.0, 9.0, 12.0)),
            whole=st.booleans(),
            note=st.none() | st.integers(1, 3),
        ),
        max_size=25,
    )
)
def test_any_lines_with_any_looks_give_a_sound_reading(lines: list[Line]) -> None:
    lines = [replace(line, text=line.text.replace("\n", " ")) for line in lines]
    source = Source("docx", tuple(lines))
    check(clean(source), _composed(source))


@pytest.mark.parametrize("seed", range(500))
def test_generated_papers_keep_every_promise(seed: int) -> None:
    text = render(parse_text(f"generated-{seed}", random_source(seed)), "txt").decode()
    source = source_of(text.replace("\f", "\n"))
    check(clean(source), source.text)


@pytest.mark.parametrize("made", FORMATS)
def test_a_file_becomes_a_reading(made: Format, tmp_path: Path) -> None:
    file = tmp_path / f"stuk.{made}"
    file.write_bytes(render(parse_text("stuk", random_source(3)), made))
    reading = build(file, Settings(), "map/stuk")
    assert (reading.document.id, reading.document.file) == ("map/stuk", file.name)
    assert len(reading.embedded) == len(reading.passages) > 0
    first = reading.passages[0]
    assert reading.embedded[0].endswith(first.span.of(reading.document.text))
    assert reading.embedded[0].startswith(reading.document.kind)


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "leeg.txt"
    file.write_text("Ja.\n")
    assert build(file, Settings()).document.kind == "overig"
    file.write_text(" \n\u200b\n")
    with pytest.raises(FileRefused, match=r"leeg\.txt"):
        build(file, Settings())


def test_the_recipe_says_what_shaped_a_reading() -> None:
    paper = Path("paper.txt")
    assert recipe(Settings(), paper) != recipe(Settings(passage_words=60), paper)
    assert recipe(Settings(), paper) == recipe(Settings(), paper)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared papers are not beside this checkout")
@pytest.mark.parametrize("folder", ["real/documents", "reading/kamervragen_docx"])
def test_real_papers_keep_every_promise(folder: str) -> None:
    for file in sorted((SHARED / folder).iterdir()):
        source = extract(file)
        check(clean(source), _composed(source))
