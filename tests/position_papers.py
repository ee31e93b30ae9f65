"""Papers of three meetings on two files, small enough to follow a position by hand."""

from __future__ import annotations

from pathlib import Path

from shelf import Letters, opened, put

from index.nouns import AgendaItem, Document, Kind, Passage, Span, passage_id
from index.reading import Reading
from index.settings import Settings
from rag.assistant import Assistant

CSAM = "Verordening ter bestrijding van seksueel kindermisbruik"
SCHENGEN = "Algemene staat van het Schengengebied"
RESULTS = "Belangrijkste resultaten"
Item = tuple[str, str, str]  # number or "", title, body

MARCH: list[Item] = [
    ("", RESULTS, "Over corruptie is gesproken. Vijf landen, waaronder Nederland, behielden een "
     "voorbehoud bij de verordening tegen seksueel kindermisbruik."),
    ("1", CSAM, "Nederland maakte een voorbehoud. Finland stemde voor. De Commissie lichtte toe."),
    ("2", SCHENGEN, "Oostenrijk was tegen toetreding van Bulgarije en Roemenië tot Schengen. "
     "Verder sprak Nederland over Kroatië.\nNederland vroeg om grenswachters op luchthavens."),
]  # fmt: skip
JUNE_AGENDA: list[Item] = [
    ("1", CSAM, "Het kabinet kan met de verordening instemmen, mits een rechter vooraf toetst."),
    ("2", "Richtlijn corruptiebestrijding", "Nederland steunt de richtlijn."),
]
JUNE_REPORT: list[Item] = [
    ("1", CSAM, "Finland nam het woord. Nederland nam het woord niet. Duitsland stemde tegen."),
]
DECEMBER: list[Item] = [
    ("1", CSAM, "Nederland onthield zich van stemming. Duitsland stemde opnieuw tegen."),
]
PAPERS: list[tuple[str, Kind, tuple[str, ...], list[Item]]] = [
    ("2023-03-verslag", "verslag", ("2023-03-09", "2023-03-10"), MARCH),
    ("2023-06-agenda", "geannoteerde agenda", ("2023-06-08", "2023-06-09"), JUNE_AGENDA),
    ("2023-06-verslag", "verslag", ("2023-06-08", "2023-06-09"), JUNE_REPORT),
    ("2023-12-verslag", "verslag", ("2023-12-04",), DECEMBER),
]


def made(name: str, kind: Kind, dates: tuple[str, ...], items: list[Item]) -> Reading:
    """A paper with these items; every body is one passage."""
    text = "\n".join(body for _, _, body in items)
    agenda, passages, at = [], [], 0
    for number, title, body in items:
        span = Span(at, at + len(body))
        path = f"Justitie/{number or title}"
        agenda.append(AgendaItem(path, "Justitie", number or None, title, None, span))
        passages.append(Passage(passage_id(name, span), name, path, span))
        at = span.end + 1
    document = Document(
        name, name, kind, None, dates, None, None, None, None, None, None, None, text, (0,)
    )
    return Reading(
        document, tuple(agenda), tuple(passages), tuple(p.span.of(text) for p in passages)
    )


def over(folder: Path, *readings: Reading) -> Assistant:
    """An assistant over these papers, or over all of PAPERS."""
    library = opened(folder / "library", Letters())
    for reading in readings or [made(*paper) for paper in PAPERS]:
        assert put(library, reading) == "added"
    return Assistant(library, Settings())
