"""What the reader makes of a specimen paper in one format, beside the outline its author meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from eval.gold_papers import GoldDocument, Unit
from eval.handed_in import Outline, OutlineHead, OutlineItem, OutlineNote
from eval.structure import ReadPaper, pair, structure_figures
from eval.structure_differences import differences
from index.agenda import agenda_items
from index.build import describe
from index.canon import Manuscript
from index.nouns import AgendaItem, Document
from index.read import clean, read
from index.source import Line, Source
from index.specimen.blocks import SpecimenPaper
from index.specimen.gold import gold
from index.specimen.render import Format, render

# an outline's gold has the words of a list without its signs
BULLET_SIGN = re.compile("^[•–\ufffd\uf0b7-]\\s+", re.M)


def printed(text: str) -> Manuscript:
    """The manuscript of a text whose lines are printed lines, without pages."""
    return clean(Source("txt", tuple(Line(line) for line in text.splitlines())))


def outlined(text: str) -> list[tuple[str, str]]:
    """Paths and bodies of the items of a printed text."""
    manuscript = printed(text)
    return [(item.path, item.span.of(manuscript.text)) for item in agenda_items(manuscript)]


def paths(text: str) -> list[str]:
    """Paths of the items of a printed text."""
    return [path for path, _ in outlined(text)]


def item(text: str, path: str) -> tuple[str | None, str | None, str]:
    """Title, tag and body of one item of a printed text."""
    manuscript = printed(text)
    found = next(item for item in agenda_items(manuscript) if item.path == path)
    return found.title, found.tag, found.span.of(manuscript.text)


def read_paper(paper: SpecimenPaper, made: Format, folder: Path) -> ReadPaper:
    """`paper` written as `made`, read back, and set beside its gold outline."""
    file = folder / f"{paper.name}.{made}"
    file.write_bytes(render(paper, made))
    manuscript = read(file)
    document = describe(manuscript, file, file.name)
    return pair(file.name, gold_document(paper), outline(document, agenda_items(manuscript)))


def gold_document(paper: SpecimenPaper) -> GoldDocument:
    """The outline that the author meant, as the scorer knows it."""
    meant = gold(paper)
    units = tuple(
        Unit(**{**unit, "footnotes": tuple(unit["footnotes"])}) for unit in meant["units"]
    )
    return GoldDocument(**{**meant, "meeting_dates": tuple(meant["meeting_dates"]), "units": units})


def outline(document: Document, items: Iterable[AgendaItem]) -> Outline:
    """A reading as the scorer knows it."""
    head = OutlineHead(
        document.kind,
        document.meeting_dates,
        document.place,
        document.formality,
        document.kamerstuk,
        document.chamber,
        document.letter_date,
        document.presidency,
    )
    return Outline(head, tuple(_items(document.text, items)))


def _items(text: str, items: Iterable[AgendaItem]) -> Iterator[OutlineItem]:
    for item in items:
        notes = tuple(OutlineNote(note.number) for note in item.notes)
        body = BULLET_SIGN.sub("", item.span.of(text))
        yield OutlineItem(item.path, item.section, item.number, item.title, item.tag, body, notes)


def figures(papers: Iterable[ReadPaper]) -> dict[str, float | None]:
    """The scorer's figures by name."""
    return {figure.name: figure.value for figure in structure_figures(papers)}


def faults(papers: Iterable[ReadPaper]) -> list[str]:
    """What is wrong, one line each, for the message of a failing test."""
    return list(differences(papers))
