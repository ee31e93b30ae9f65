"""Briefings made by hand for tests, and a Word file as its parts."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from index.stance import Stance
from rag.nouns import Citation, Language, Statement, Voice
from rag.overviews import Brief, Making, Part, Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
QUOTE = "Nederland stemde tegen de richtlijn."
REPORT = Source(
    "verslag-2024-06.pdf",
    "Verslag JBZ-Raad 13-14 juni 2024",
    ("2024-06-13", "2024-06-14"),
    "32 317, nr. 9",
)


def cited(
    quote: str = QUOTE, *, item: str = "Justitie/3", page: int | None = 4, note: int | None = None,
    kind: Stance = "opposition", document: str = REPORT.document,
) -> Citation:  # fmt: skip
    """A citation of a report of June 2024 in which the Netherlands speaks."""
    when, voices = REPORT.meeting_dates, (Voice("NL", kind),)
    return Citation(document, item, "Titel", when, page, note, 10, 10 + len(quote), quote, voices)


def quoted(quote: str = QUOTE, group: str = "", **where: Any) -> Statement:
    """A statement that quotes itself."""
    return Statement(quote, "NL", (cited(quote, **where),), group=group)


def brief_of(
    *statements: Statement, language: Language = "nl", ai: bool = False, note: str = "Zo gemaakt."
) -> Brief:
    """A briefing of two parts: the first statement, then the others."""
    parts = (
        Part("Stand van zaken", statements[:1], line="Laatste stuk."),
        Part("Positie van Nederland", statements[1:]),
    )
    made = Making("model-7b" if ai else "extractive", ai_generated=ai)
    return Brief("richtlijn", language, "Briefing: richtlijn", parts, (REPORT,), note, made)


class Opened:
    """The parts of a Word file; every part that is XML must parse."""

    def __init__(self, raw: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            assert file.testzip() is None
            self.parts = {name: file.read(name) for name in file.namelist()}
        for name, part in self.parts.items():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(part)

    def tree(self, name: str) -> etree._Element:
        """A part as a tree."""
        return etree.fromstring(self.parts[name])

    @property
    def notes(self) -> list[str]:
        """The texts of the footnotes, separators left out, in order."""
        every = self.tree("word/footnotes.xml").findall(f"{W}footnote")
        return [text_of(one).strip() for one in every if one.get(f"{W}type") is None]

    @property
    def called(self) -> list[str]:
        """The numbers by which the text calls footnotes, in order."""
        body = self.tree("word/document.xml")
        return [str(one.get(f"{W}id")) for one in body.iter(f"{W}footnoteReference")]

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and text of each paragraph of the text."""
        found = []
        for one in self.tree("word/document.xml").iter(f"{W}p"):
            style = one.find(f"{W}pPr/{W}pStyle")
            found.append(("" if style is None else str(style.get(f"{W}val")), text_of(one)))
        return found


def text_of(element: etree._Element) -> str:
    """The text of its runs."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))
