"""A meeting's agenda against its report: what was meant, said and decided; nothing is lost."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from outcome_papers import AGENDA, REPORT, shelf_of
from specimens import SHIPPED
from typer.testing import CliRunner

from index.library import Library
from index.nouns import AgendaItem, Document, Kind, Span
from index.specimen.render import render
from rag.meeting_papers import MeetingPapers, meetings
from rag.nouns import Statement
from rag.outcomes import command
from rag.outcomes.as_json import comparison_lines
from rag.outcomes.compare import compare_papers
from rag.outcomes.nouns import Comparison
from rag.outcomes.pairing import Pair, pairs

LINKS = Path(__file__).parents[1] / "eval" / "data" / "specimen" / "links.json"
DAYS = ("2031-06-12",)


def compared(folder: Path, **papers: str) -> Comparison:
    """The comparison of the one meeting that these papers are of, by name of file."""
    assistant = shelf_of(folder, {f"{name}.txt": text for name, text in papers.items()})
    (meeting,) = meetings(assistant.library)
    made = compare_papers(assistant, meeting, "nl")
    assistant.library.close()
    return made


def texts(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.text for statement in statements]


def test_item_by_item(tmp_path: Path) -> None:
    drones, smuggle, refugees, wills, clouds = sorted(
        compared(tmp_path, agenda=AGENDA, verslag=REPORT).items,
        key=lambda item: ["Verord", "Smokke", "Opvang", "Erkenn", "Wolken"].index(item.title[:6]),
    )
    assert drones.move == "kept"
    assert texts(drones.intended) == ["Nederland zal pleiten voor een register van alle drones."]
    assert texts(drones.said) == ["Nederland pleitte voor een register van alle drones."]
    assert len(drones.outcome) == 1
    assert "nam de algemene oriëntatie" in drones.outcome[0].text
    assert [text[:26] for text in texts(drones.next_steps)] == ["De Commissie zegde toe uit"]
    assert drones.line == ""
    assert (smuggle.move, smuggle.line) == (
        "moved",
        "Verplaatst van Binnenlandse Zaken naar Justitie. Het verslag noemt Nederland bij dit punt "
        "niet. In het verslag is geen uitkomst gevonden.",
    )
    assert refugees.move == "added"
    assert refugees.agenda is None
    assert "verder" in refugees.outcome[0].text
    assert wills.move == "kept"
    assert wills.line == "In het verslag is geen uitkomst gevonden."
    assert (clouds.move, clouds.report) == ("dropped", None)
    assert clouds.line == "Dit punt staat niet in het verslag."


def test_an_item_that_the_letter_says_was_put_off_is_moved(tmp_path: Path) -> None:
    letter = (
        "Den Haag, 1 juli 2031\n\nHierbij ontvangt uw Kamer het verslag. De bespreking van de "
        "wolken boven de Noordzee is doorgeschoven naar de Raad van oktober 2031.\n\n"
        "De minister van Justitie en Veiligheid,\nA. Voorbeeld\n\n"
    )
    made = compared(tmp_path, agenda=AGENDA, verslag=letter + REPORT)
    (clouds,) = [item for item in made.items if item.title.startswith("Wolken")]
    assert clouds.move == "moved"
    assert "oktober 2031" in clouds.outcome[0].text
    assert not any(item.report and item.report.item.startswith("Brief") for item in made.items)


def test_a_meeting_with_one_paper_shows_that_side(tmp_path: Path) -> None:
    (tmp_path / "een").mkdir()
    (tmp_path / "ander").mkdir()
    agenda = compared(tmp_path / "een", agenda=AGENDA)
    assert agenda.reports == ()
    assert "verslag van deze vergadering staat niet" in agenda.note
    assert len(agenda.items) == 4
    assert {item.move for item in agenda.items} == {"kept"}
    assert all("niet bekend" in item.line for item in agenda.items)
    report = compared(tmp_path / "ander", verslag=REPORT)
    assert "agenda van deze vergadering staat niet" in report.note
    assert len(report.items) == 4
    assert {item.move for item in report.items} == {"kept"}
    assert all("inzet vooraf is niet bekend" in item.line for item in report.items)


def test_papers_that_name_other_days_are_still_compared_and_it_is_said(tmp_path: Path) -> None:
    made = compared(
        tmp_path, agenda=AGENDA.replace("12 en 13 juni", "11 en 12 juni"), verslag=REPORT
    )
    assert "noemen niet dezelfde dagen: 11-12 juni 2031; 12-13 juni 2031" in made.note
    assert Counter(item.move for item in made.items)["kept"] == 2


def test_a_part_belongs_to_its_item(tmp_path: Path) -> None:
    parted = AGENDA.replace(
        "voor. Nederland zal", "voor.\n\nInzet van het kabinet\n\nNederland zal"
    )
    made = compared(tmp_path, agenda=parted, verslag=REPORT)
    assert len(made.items) == 5
    assert "register" in made.items[0].intended[0].text


def test_silence_of_the_netherlands_is_said_in_both_languages(tmp_path: Path) -> None:
    assistant = shelf_of(tmp_path, {"agenda.txt": AGENDA, "verslag.txt": REPORT})
    (meeting,) = meetings(assistant.library)
    lines = {
        language: [item.line for item in compare_papers(assistant, meeting, language).items]
        for language in ("nl", "en")
    }
    assert any("noemt Nederland bij dit punt niet" in line for line in lines["nl"])
    assert any("does not name the Netherlands" in line for line in lines["en"])


def test_the_command(tmp_path: Path) -> None:
    assistant = shelf_of(tmp_path, {"agenda.txt": AGENDA, "verslag.txt": REPORT})
    assistant.library.close()
    app = typer.Typer()
    app.command()(command.compare_papers)
    library = ["--library", str(tmp_path / "library")]
    done = CliRunner().invoke(app, ["verslag.txt", "--json", *library])
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert set(found["items"][0]) == {
        *("move", "title", "agenda", "report", "intended", "said", "outcome", "next_steps", "line"),
    }
    assert found["meeting"] == "JBZ-Raad 12-13 juni 2031"
    shown = "\n".join(comparison_lines(found))
    assert "Wolken boven de Noordzee  [vervallen]" in shown
    assert CliRunner().invoke(app, ["2019-01", *library]).exit_code == 2


@pytest.mark.parametrize("meeting", ["2022-03", "2023-06"])
def test_the_specimens_are_paired_as_labelled(tmp_path: Path, meeting: str) -> None:
    names = [name for name in SHIPPED if name.startswith(f"specimen-{meeting}")]
    papers = {f"{name}.txt": render(SHIPPED[name], "txt").decode() for name in names}
    assistant = shelf_of(tmp_path, papers)
    labels = [
        (link["agenda"][1], link["report"][1].rpartition("/")[2])
        for link in json.loads(LINKS.read_text(encoding="utf-8"))["agenda_report"]
        if link["agenda"][0] in papers
    ]
    (held,) = meetings(assistant.library)
    made = compare_papers(assistant, held, "nl")
    found = [
        (item.agenda.item, item.report.item.rpartition("/")[2])
        for item in made.items
        if item.agenda and item.report
    ]
    assert sorted(found) == sorted(labels)
    _nothing_lost(assistant.library, held, made)


def _nothing_lost(library: Library, held: MeetingPapers, made: Comparison) -> None:
    """Each numbered item with a body stands in one place of the comparison, once."""
    shown = Counter(
        (place.document, place.item)
        for item in made.items
        for place in (item.agenda, item.report)
        if place is not None
    )
    assert set(shown.values()) == {1}
    numbered = {
        (entry.id, item.path)
        for entry in held.entries
        for item in library.items(entry.id)
        if item.number and len(item.span) and item.section != "Brief"
    }
    assert numbered <= set(shown)


TITLES = st.sampled_from(
    ["Drones", "Grenzen van wolken", "Testamenten", "Zilverreigers", "Overige onderwerpen", ""]
)
BODIES = st.sampled_from(["", "Over drones en wolken.", "De reigers kwamen."])
SHAPES = st.lists(st.tuples(TITLES, BODIES, st.sampled_from("1ab-")), max_size=6)


def paper(
    name: str, kind: Kind, shapes: list[tuple[str, str, str]]
) -> tuple[Document, list[AgendaItem]]:
    """A paper with these items, some lettered, some parts of the one before, some without body."""
    text, items, parent = "", list[AgendaItem](), "Justitie/0"
    for count, (title, body, shape) in enumerate(shapes):
        if shape == "1":
            path, number = f"Justitie/{count}", str(count)
            parent = path
        else:
            path = f"{parent}/{shape}{count}" if shape in "ab" else f"{parent}/{title} {count}"
            number = shape if shape in "ab" else None
        span = Span(len(text), len(text) + len(body))
        items.append(AgendaItem(path, "Justitie", number, title or None, None, span))
        text += body + "\n"
    document = Document(
        name, name, kind, None, DAYS, None, None, None, None, None, None, None, text, None
    )
    return document, items


@given(SHAPES, SHAPES)
def test_every_item_with_a_body_occurs_once(
    agenda: list[tuple[str, str, str]], report: list[tuple[str, str, str]]
) -> None:
    papers = [paper("a.txt", "geannoteerde agenda", agenda), paper("v.txt", "verslag", report)]
    found: list[Pair] = pairs(papers[:1], papers[1:], DAYS)
    shown = Counter(
        (subject.document.id, item.path)
        for pair in found
        for subject in (pair.agenda, pair.report)
        if subject is not None
        for item in subject.items
    )
    bodies = Counter(
        (document.id, item.path) for document, items in papers for item in items if len(item.span)
    )
    assert shown == bodies
    order = [pair.agenda.head.span.start for pair in found if pair.agenda]
    assert order == sorted(order)
