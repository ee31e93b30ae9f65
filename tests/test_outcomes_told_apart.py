"""Next steps in an agenda, whose a delay is, and what looks like an outcome but is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from outcome_papers import shelf_of
from test_outcomes_sorting import said

from index.nouns import Kind
from rag.outcomes.as_json import register_json, register_lines
from rag.outcomes.doers import doer
from rag.outcomes.due import coming
from rag.outcomes.register import register
from rag.outcomes.seen import seen
from rag.outcomes.sorting import Sorted, sorted_as
from rag.told import Told

JUNE = ("2031-06-12", "2031-06-13")
AGENDA: Kind = "geannoteerde agenda"


def as_paper(one: Told, kind: Kind) -> Told:
    """The same sentence in a paper of this kind that is about no meeting."""
    return replace(one, document=replace(one.document, kind=kind, meeting_dates=()))


@pytest.mark.parametrize(
    ("text", "who", "date", "when"),
    [
        (
            "Lidstaten moeten in augustus aangeven of zij klaar zijn.",
            "member states",
            "2031-08",
            "in",
        ),
        (
            "Daarna dienen de lidstaten een plan te maken, dat gereed moet zijn aan het eind van "
            "dit jaar.",
            "member states",
            "2031-12",
            "in",
        ),
        (
            "Het rapport van de adviseur wordt uiterlijk oktober 2031 verwacht.",
            "unknown",
            "2031-10",
            "by",
        ),
        ("De intentie is om eind 2031 tot een akkoord te komen.", "unknown", "2031-12", "in"),
        ("Malta organiseert op 4 juli 2031 in Valletta een bijeenkomst.", "MT", "2031-07-04", "on"),
        (
            "De regeling is met ingang van 7 juli 2031 van toepassing.",
            "unknown",
            "2031-07-07",
            "from",
        ),
        (
            "Nederland ligt op schema: de sluizen worden voor 1 augustus 2031 geplaatst.",
            "NL",
            "2031-08-01",
            "by",
        ),
    ],
)
def test_an_agenda_tells_what_others_are_to_do_after_its_meeting(
    text: str, who: str, date: str, when: str
) -> None:
    (one,) = said(text, kind=AGENDA)
    what = sorted_as(one)
    assert what == ("next_step", "step")
    assert doer(one, what, said("De Commissie lichtte dit toe.", kind=AGENDA)) == who
    looked_at = seen(one)
    found = coming(looked_at.text, looked_at.meeting, None, until=False, held=looked_at.held)
    assert found is not None
    assert (found.iso, found.when) == (date, when)


@pytest.mark.parametrize(
    "text",
    [
        "De Commissie zal de Raad op 12 juni 2031 bijpraten over de dijken.",
        "Het Voorzitterschap streeft ernaar op de komende JBZ-Raad tot overeenstemming te komen.",
        "De datum wordt bepaald nadat de lidstaten zich in augustus 2031 hebben gemeld.",
        "De Commissie zal ingaan op het register, waarvoor zij 10 november 2031 had genoemd.",
        "De Commissie licht toe welke landen op 12 september 2031 gereed zijn.",
        "Een jaar voor de einddatum van 12 december 2032 geeft de Commissie een overzicht.",
        "De conclusies roepen de lidstaten op om uiterlijk eind 2032 een plan vast te stellen.",
        "Nederland zal pleiten voor een besluit in oktober 2031.",
        "Enkele lidstaten steunen een verlenging in oktober 2031.",
        "Eerder werd ervan uitgegaan dat het loket in oktober 2031 zou opengaan.",
        "Aan de orde komen de werving van dijkgravers en de opvang na december 2031.",
    ],
)
def test_what_an_agenda_says_of_the_meeting_of_others_wishes_or_of_the_past_is_no_step(
    text: str,
) -> None:
    (one,) = said(text, kind=AGENDA)
    assert sorted_as(one) is None


@pytest.mark.parametrize(
    ("text", "date", "when"),
    [
        ("Agendering in Coreper volgt op 9 juni a.s.", "2031-06-09", "on"),
        ("Het Comité besluit hierover op 31 mei aanstaande.", "2031-05-31", "on"),
        ("De agenda, die uw Kamer uiterlijk 10 juni ontvangt, gaat hierop in.", "2031-06-10", "by"),
        ("Het plan moest uiterlijk 10 juni gereed zijn.", None, None),
        ("Op 10 juni sprak de werkgroep hierover.", None, None),
        ("In antwoord op uw brief van 5 juli 2031 volgt een overzicht.", None, None),
        ("Sinds juli 2031 wordt hieraan gewerkt.", None, None),
        ("Dit wordt doorgeschoven naar de Raad van oktober.", "2031-10", "in"),
    ],
)
def test_a_date_that_is_still_to_come_by_its_own_words(
    text: str, date: str | None, when: str | None
) -> None:
    found = coming(text, JUNE, None, until=False)
    assert (found.iso if found else None, found.when if found else None) == (date, when)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Tijdens de besloten lunchbijeenkomst spraken de bewindspersonen over dijken.",
            ("decision", "debate"),
        ),
        ("Dit punt werd in besloten kring tijdens de lunch behandeld.", None),
        ("De Commissie en Frontex informeerden de Raad over de vertraging van de dijkbouw.", None),
        ("De visumvrijstelling voor Atlantis werd opgeschort.", None),
        ("De ministers besloten de zitting te verlengen.", ("decision", "adopted")),
        ("De onderhandelingen zijn opgeschort.", ("decision", "postponed")),
    ],
)
def test_what_is_said_behind_closed_doors_or_only_told_is_no_decision(
    text: str, what: Sorted | None
) -> None:
    (one,) = said(text)
    assert sorted_as(one) == what


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Zo is de invoering van het dijkregister uitgesteld tot mei 2032.", "unknown"),
        ("De Commissie heeft de start van het dijkregister uitgesteld tot mei 2032.", "Commission"),
        ("De stemming over de verordening is uitgesteld tot oktober.", "Presidency"),
        ("De bespreking van dit punt is uitgesteld.", "Presidency"),
    ],
)
def test_a_date_that_was_put_off_is_not_the_councils_to_put_off(text: str, who: str) -> None:
    before, one = said("De Commissie lichtte de vertraging toe.", text)
    what = sorted_as(one)
    assert what == ("decision", "postponed")
    assert doer(one, what, (before,)) == who


@pytest.mark.parametrize(
    "text",
    [
        "1. Argos, 27 september, 2031, www.voorbeeld.nl/argos/kijk.html",
        "2 Zie https://voorbeeld.nl/besluit van 1 oktober 2031.",
        "3. Kamerstuk 32 317, nr. 900, 14 juli 2031.",
    ],
)
def test_a_source_is_no_next_step(text: str) -> None:
    (one,) = said(text)
    assert sorted_as(as_paper(one, "brief")) is None
    assert sorted_as(one) is None


@pytest.mark.parametrize(
    "text",
    [
        "Onlangs is overeenstemming bereikt over de richtlijn dijken.",
        "Deze motie is door de Kamer verworpen.",
    ],
)
def test_a_letter_about_no_meeting_tells_no_decision_of_the_council(text: str) -> None:
    (one,) = said(text)
    assert sorted_as(as_paper(one, "brief")) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ik zeg daarover graag een brief toe.", ("promise", "promise")),
        ("Dat zeg ik de heer Jansen graag toe.", ("promise", "promise")),
        ("Ik kan wel toezeggen dat ik in mei met een plan kom.", ("promise", "promise")),
        ("Ik kan niet toezeggen dat daar geld voor is.", None),
        ("Kan de minister toezeggen dat er een brief komt?", None),
        ("De Raad nam de richtlijn aan.", None),
        ("Het systeem start op 1 september 2031.", None),
    ],
)
def test_of_a_debate_only_what_a_minister_promises(text: str, what: Sorted | None) -> None:
    (one,) = said(text)
    spoken = as_paper(one, "overig")
    assert sorted_as(spoken) == what
    if what is not None:
        assert doer(spoken, what, ()) == "NL"


def test_what_was_promised_and_is_told_here_is_done() -> None:
    text = "Graag informeert het kabinet uw Kamer over de dijken, zoals toegezegd in het debat."
    (one,) = said(text, kind=AGENDA, section="Brief")
    assert sorted_as(one) == ("promise", "motion")


PAPER = """Verslag van de JBZ-Raad van 12 en 13 juni 2031

I. Justitie

1. Richtlijn dijken

Zwitserland vroeg om een overzicht van alle dijken. De Commissie zal dit uiterlijk in oktober 2031
sturen. De lidstaten namen hier kennis van.
"""


def test_a_line_that_points_back_has_the_sentence_before_it(tmp_path: Path) -> None:
    made = shelf_of(tmp_path, {"verslag.txt": PAPER})
    outcomes = register(made, None, "nl")
    made.library.close()
    step, noted = outcomes.records
    assert step.before is not None
    assert step.before.text == "Zwitserland vroeg om een overzicht van alle dijken."
    assert noted.before is not None
    assert noted.before.text == step.statement.text
    found = register_json(outcomes)
    assert found["entries"][0]["before"]["text"] == step.before.text
    assert "(daarvóór: “Zwitserland" in "\n".join(register_lines(found))
