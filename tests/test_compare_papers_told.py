"""Agenda against report: what is said elsewhere of an item, under another title, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcome_papers import shelf_of

from index.nouns import AgendaItem, Document, Kind, Note, Span
from rag.meeting_papers import meetings
from rag.outcomes.around import means
from rag.outcomes.compare import compare_papers
from rag.outcomes.nouns import Compared, Comparison
from rag.outcomes.pairing import pairs
from rag.page.show import Proofs, citations_of
from rag.page.show_compare import comparison_html

Paper = tuple[Document, list[AgendaItem]]

DAYS = "van de JBZ-Raad van 12 en 13 juni 2031"
AGENDA = f"""Geannoteerde agenda {DAYS}

I. Binnenlandse Zaken

1. Rampenfonds: begroting en vervolg

Nederland zal pleiten voor een fonds.

2. Bewaking van vuurtorens

Het kabinet steunt het plan.

3. Diversen

a. Veilingen van scheepswrakken uit oorlogsgebieden

Malta vraagt aandacht voor de handel in wrakken. Het kabinet luistert.

b. Zeekaarten

Malta licht de zeekaarten toe. Het kabinet luistert.

II. Justitie

1. Raadsconclusies over dijken

Nederland kan instemmen.

2. Erkenning van testamenten

Nederland vraagt om een uitzondering.
"""
REPORT = f"""Verslag {DAYS}

Namens Nederland nam de minister deel. Het debat over het rampenfonds is vervallen, omdat de cijfers
nog niet beschikbaar waren.

I. Justitie

Belangrijkste resultaten

De Raad hield een beleidsdebat over testamenten.

1. Raadsconclusies over dijken

Aangenomen zonder bespreking.

2. Erkenning van testamenten

Finland vroeg om een uitzondering. Noorwegen en Zweden zullen het voorbeeld in het najaar volgen.

II. Binnenlandse Zaken

Belangrijkste resultaten

De Raad besprak de vuurtorens.

1. Bewaking van vuurtorens (vervallen)

Dit punt is van de agenda afgevoerd.

2. Lichtboeien

Het Deense voorstel kreeg steun van tien lidstaten, waaronder Nederland.

3. Diversen

a. Illegale handel in scheepswrakken

Malta vroeg om toezicht.
"""


@pytest.fixture
def made(tmp_path: Path) -> Comparison:
    return of(tmp_path, agenda=AGENDA, verslag=REPORT)


def of(folder: Path, **papers: str) -> Comparison:
    assistant = shelf_of(folder, {f"{name}.txt": text for name, text in papers.items()})
    (meeting,) = meetings(assistant.library)
    compared = compare_papers(assistant, meeting, "nl")
    assistant.library.close()
    return compared


def item(made: Comparison, title: str) -> Compared:
    (found,) = [each for each in made.items if each.title.startswith(title)]
    return found


def test_an_item_that_the_opening_names_as_dropped_says_so(made: Comparison) -> None:
    funds = item(made, "Rampenfonds")
    assert (funds.move, funds.report) == ("dropped", None)
    assert funds.line == "Niet behandeld, zegt het verslag."
    (statement,) = funds.outcome
    assert statement.text.startswith("Het debat over het rampenfonds is vervallen")
    assert not any(each.title == "Aanhef" for each in made.items)


def test_an_item_that_the_report_itself_calls_off_is_dropped(made: Comparison) -> None:
    lights = item(made, "Bewaking")
    assert lights.move == "dropped"
    assert lights.report is not None
    assert [each.text for each in lights.outcome] == ["Dit punt is van de agenda afgevoerd."]
    assert lights.line == "Niet behandeld, zegt het verslag."


def test_the_netherlands_as_one_of_others_is_not_silent(made: Comparison) -> None:
    buoys = item(made, "Lichtboeien")
    assert buoys.move == "added"
    assert "waaronder Nederland" in buoys.said[0].text
    assert "noemt Nederland" not in buoys.line


def test_what_the_agenda_names_without_an_item_of_its_own_was_not_absent(tmp_path: Path) -> None:
    agenda = AGENDA.replace("steunt het plan.", "steunt het plan en wil nieuwe lichtboeien op zee.")
    report = REPORT.replace("2. Lichtboeien", "2. Lichtboeien op zee")
    line = item(of(tmp_path, agenda=agenda, verslag=report), "Lichtboeien").line
    assert line.startswith(
        "Geen eigen punt in de geannoteerde agenda; die noemt het onderwerp wel."
    )


def test_a_bare_adoption_is_an_outcome(made: Comparison) -> None:
    dikes = item(made, "Raadsconclusies")
    assert [each.text for each in dikes.outcome] == ["Aangenomen zonder bespreking."]
    assert "geen uitkomst" not in dikes.line


def test_a_plan_is_no_outcome_and_the_list_of_results_tells_one(made: Comparison) -> None:
    wills = item(made, "Erkenning")
    assert ["beleidsdebat" in each.text for each in wills.outcome] == [True]
    assert ["Noorwegen" in each.text for each in wills.next_steps] == [True]


def test_the_same_state_and_a_rare_word_link_an_item_under_another_title(made: Comparison) -> None:
    wrecks = item(made, "Veilingen")
    assert wrecks.move == "kept"
    assert wrecks.report is not None
    assert wrecks.report.title == "Illegale handel in scheepswrakken"
    assert item(made, "Zeekaarten").report is None


def test_without_that_state_nothing_is_linked(tmp_path: Path) -> None:
    made = of(tmp_path, agenda=AGENDA, verslag=REPORT.replace("Malta vroeg om", "Letland vroeg om"))
    assert item(made, "Veilingen").move == "dropped"
    assert item(made, "Illegale handel").move == "added"


def test_sections_stand_as_in_the_agenda_with_their_results_first(made: Comparison) -> None:
    shown = [(each.report or each.agenda, each.title) for each in made.items]
    titles = [title for _, title in shown]
    assert titles == [
        "Belangrijkste resultaten",
        "Rampenfonds: begroting en vervolg",
        "Bewaking van vuurtorens",
        "Lichtboeien",
        "Veilingen van scheepswrakken uit oorlogsgebieden",
        "Zeekaarten",
        "Belangrijkste resultaten",
        "Raadsconclusies over dijken",
        "Erkenning van testamenten",
    ]
    sections = [place.item.split("/")[0] for place, _ in shown if place]
    assert sections == ["Binnenlandse Zaken"] * 6 + ["Justitie"] * 3
    assert {each.move for each in made.items if each.title.startswith("Belang")} == {"kept"}


def test_a_report_alone_has_no_marks(tmp_path: Path) -> None:
    made = of(tmp_path, verslag=REPORT)
    assert {each.move for each in made.items} == {"kept"}
    assert item(made, "Bewaking").line == "Niet behandeld, zegt het verslag."


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("De gedachtewisseling over drugshandel is vervallen.", True),
        ("Het gesprek over georganiseerde criminaliteit en drugs vindt plaats.", False),
        ("Handel en bestrijding van criminaliteit in havens.", False),
    ],
)
def test_a_long_word_of_one_title_means_that_item(text: str, meant: bool) -> None:
    title = "Aanpak van drugshandel en georganiseerde criminaliteit in het Middellandse Zeegebied"
    assert means(text, title, ["Georganiseerde criminaliteit online"]) is meant


def paper(name: str, kind: Kind, path: str, title: str, body: str) -> Paper:
    """A paper of one item, whose footnote is the last line of its body."""
    note = body.rindex("\n") + 1 if "\n" in body else len(body)
    notes = (Note(1, Span(note, len(body)), 0),) if note < len(body) else ()
    section, number = path.split("/")[0], path.rpartition("/")[2]
    item = AgendaItem(path, section, number, title, None, Span(0, note), notes)
    days = ("2031-06-12",)
    document = Document(name, name, kind, None, days, *[None] * 7, body, None)
    return document, [item]


@pytest.mark.parametrize(("number", "linked"), [("3b", True), ("3.b", True), ("3a", False)])
def test_a_footnote_of_the_report_names_the_item_of_the_agenda(number: str, linked: bool) -> None:
    agenda = paper("a.txt", "geannoteerde agenda", "Justitie/3/b", "Kompassen", "Over het noorden.")
    body = f"Zij kwamen ter sprake.\nZie punt {number} van de geannoteerde agenda."
    report = paper("v.txt", "verslag", "Justitie/4/a", "Magneten", body)
    found = pairs([agenda], [report], ("2031-06-12",))
    assert len(found) == (1 if linked else 2)


def test_the_page_shows_next_steps_apart_and_no_mark_on_a_list_of_results(tmp_path: Path) -> None:
    assistant = shelf_of(tmp_path, {"agenda.txt": AGENDA, "verslag.txt": REPORT})
    (meeting,) = meetings(assistant.library)
    made = compare_papers(assistant, meeting, "nl")
    said = [s for i in made.items for s in (*i.intended, *i.said, *i.outcome, *i.next_steps)]
    documents = {e.id: assistant.library.document(e.id) for e in meeting.entries}
    shown = comparison_html(made, Proofs(citations_of(said), documents, "nl"))
    assistant.library.close()
    items = shown.split("<li class=")
    (wills,) = [each for each in items if '<h4 lang="nl">Erkenning' in each]
    assert wills.index("Vervolgstappen") < wills.index("Noorwegen")
    results = [each for each in items if '<h4 lang="nl">Belangrijkste' in each]
    assert results
    assert not any('class="move"' in each for each in results)
