"""Meetings by place, formality or turn, and which of a library's meetings they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.entries import Entry
from rag.meetings import called, city, place_name
from rag.question import understand

TODAY = date(2024, 7, 1)
PRAGUE = Entry(
    *("p.txt", "p.txt", "verslag", None, ("2022-07-11", "2022-07-12"), "Praag", "informeel", None),
    *(None, None, None, None, 1, 1, "2026-01-01", "/p.txt", ()),
)
REPORT = replace(
    PRAGUE, id="r", meeting_dates=("2023-12-04",), place="Brussel", formality="formeel"
)
AGENDA = replace(
    REPORT, id="a", meeting_dates=("2024-06-13", "2024-06-14"), kind="geannoteerde agenda"
)
COMING = replace(REPORT, id="c", meeting_dates=("2024-10-10",), place="Luxemburg")
LETTER = replace(PRAGUE, id="l", meeting_dates=(), place=None, kind="brief", formality=None)
HELD = (PRAGUE, REPORT, AGENDA, COMING, LETTER)


@pytest.mark.parametrize(
    ("text", "words", "place", "formality", "turn"),
    [
        ("the Prague informal", "the Prague informal", "Praag", None, None),
        ("op de informele raad in Stockholm", "de informele raad in Stockholm", *("Stockholm",),
         "informeel", None),
        ("de laatste JBZ-Raad", "de laatste JBZ-Raad", None, None, "last"),
        ("the most recent Council", "the most recent Council", None, None, "last"),
        ("de komende Raad", "de komende Raad", None, None, "next"),
        ("an extraordinary Council", "extraordinary Council", None, "extra", None),
        ("wat zei Eurojust in Praag?", "in Praag", "Praag", None, None),
        ("the lunch in Prague", "the lunch in Prague", "Praag", None, None),
    ],
)  # fmt: skip
def test_called(text: str, words: str, place: str, formality: str, turn: str) -> None:
    (name,) = called(text, ["Praag"])
    assert text[name.start : name.end] == words
    assert (name.place, name.formality, name.turn) == (place, formality, turn)


@pytest.mark.parametrize(
    "text",
    [
        "the European Council in Brussels",
        "Raad van Europa in Straatsburg",
        "de Dublinverordening",
        "what does Stockholm want?",
        "asylum in Luxembourg",  # a country as well
        "in Rome",  # no meeting of the library was there
        "de vorige vergadering van de LIBE-commissie",
        "besluit van de Raad",
    ],
)
def test_what_is_no_meeting_of_the_council(text: str) -> None:
    assert called(text, ["Praag", "Luxemburg"]) == []


def test_cities_in_three_languages() -> None:
    assert [place_name(n) for n in ("Prague", "PRAHA", "Oostende")] == [
        "Praag",
        "Praag",
        "Oostende",
    ]
    assert (city("Praag", "en"), city("Praag", "nl"), city("Riga", "en")) == (
        *("Prague", "Praag", "Riga"),
    )


@pytest.mark.parametrize(
    ("question", "summary"),
    [
        ("Wat zei NL op de informele Raad?", "Nederland · informele JBZ-Raad 11-12 juli 2022"),
        ("the Prague informal", "informal JHA Council Prague 11-12 July 2022"),
        ("wat zei de laatste JBZ-Raad?", "JBZ-Raad 13-14 juni 2024"),
        ("what will the next Council decide?", "JHA Council 10 October 2024"),
        ("asiel op de Raad in Brussel", "JBZ-Raad Brussel (2 vergaderingen)"),
        ("asiel op de Raad in Brussel in juni 2024", "JBZ-Raad Brussel 13-14 juni 2024"),
        ("EPPO in Prague in July 2022",
         "the European Public Prosecutor's Office · informal JHA Council Prague 11-12 July 2022"),
        ("asiel in juni 2024", "JBZ-Raad juni 2024"),
        ("asiel in mei 2024", "mei 2024"),
    ],
)  # fmt: skip
def test_which_meeting(question: str, summary: str) -> None:
    assert understand(question, HELD, today=TODAY).summary() == summary


def test_a_meeting_is_its_days_and_its_words_are_not_searched_for() -> None:
    asked = understand("EES at the Prague migration lunch", HELD, today=TODAY)
    assert asked.topic == "EES at the migration lunch"
    assert [asked.at_time(day) for day in ("2022-07-10", "2022-07-11", "2022-07-12")] == [
        *(False, True, True),
    ]
    assert asked.actors == ()  # Prague is no government here


def test_the_last_one_before_today() -> None:
    for today, first in [(date(2023, 1, 1), "2022-07-11"), (date(2030, 1, 1), "2024-10-10")]:
        assert understand("the last Council", HELD, today=today).slots[0].value == first


def test_a_meeting_of_which_nothing_is_there_holds_no_day() -> None:
    asked = understand("informele Raad in Stockholm over asiel", HELD, today=TODAY)
    assert asked.summary() == "informele JBZ-Raad Stockholm (niet in deze bibliotheek)"
    assert not any(asked.at_time(day) for entry in HELD for day in entry.dates)
    # an informal meeting somewhere may have been there
    unknown = replace(PRAGUE, id="x", place=None, meeting_dates=("2023-01-26",))
    assert understand("informele Raad in Stockholm", (*HELD, unknown)).slots == ()
    assert understand("informele Raad in Stockholm").slots == ()


def test_undoing_a_meeting_gives_back_the_time_that_named_it() -> None:
    question = "EES in Praag in juli 2022"
    assert [s.name for s in understand(question, HELD).slots] == ["meeting"]
    undone = understand(question, HELD, ["2022-07-11"])
    assert [(s.name, s.label) for s in undone.slots] == [("time", "informele JBZ-Raad juli 2022")]
    assert understand(question, HELD, ["meeting", "time"]).periods == ()


@pytest.mark.parametrize(
    ("question", "summary", "topic"),
    [
        ("asiel op de decemberraad", "JBZ-Raad 4 december 2023", "asiel op de raad"),
        ("asiel op de decemberraad van 2023", "JBZ-Raad december 2023", "asiel op de"),
        ("EES at the June Council", "JHA Council 13-14 June 2024", "EES at the de Raad"),
        ("EES op 13 juni", "JBZ-Raad 13-14 juni 2024", "EES op"),
        ("EES on June 13-14", "JHA Council 13-14 June 2024", "EES on"),
        ("EES in december", "JBZ-Raad 4 december 2023", "EES in"),
        ("Praag, juli 2022: EES", "informele JBZ-Raad Praag 11-12 juli 2022", ", : EES"),
        ("Prague: EES", "informal JHA Council Prague 11-12 July 2022", ": EES"),
        ("the trilogue of 18 December", "", "the trilogue of 18 December"),  # no meeting's day
        ("EES in March", "", "EES in March"),
        ("this may help EES", "", "this may help EES"),
        ("Praag, juli 2023: EES", "Tsjechië · juli 2023", "Tsjechië, : EES"),
    ],
)
def test_meetings_by_month_day_or_place(question: str, summary: str, topic: str) -> None:
    asked = understand(question, HELD, today=TODAY)
    assert (asked.summary(), asked.topic) == (summary, topic)


def test_a_month_of_several_years_means_all_its_meetings() -> None:
    held = (*HELD, replace(REPORT, id="d", meeting_dates=("2022-12-08",)))
    asked = understand("asiel in december", held, today=TODAY)
    assert asked.summary() == "JBZ-Raad december (2 vergaderingen)"
    assert [asked.at_time(day) for day in ("2022-12-08", "2023-12-04", "2024-06-13")] == [
        *(True, True, False),
    ]
