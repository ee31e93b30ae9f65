"""Dates, meetings and names as people write them, and that nothing is said in one language only."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from shelf import reading

from index.nouns import KINDS as KIND_VALUES
from rag.nouns import LANGUAGES
from rag.phrases import KINDS, SAID, actor_name, days, meeting_name, month_name, say


@pytest.mark.parametrize(
    ("dates", "dutch", "english"),
    [
        (("2024-06-13",), "13 juni 2024", "13 June 2024"),
        (("2024-06-13", "2024-06-14"), "13-14 juni 2024", "13-14 June 2024"),
        (
            ("2023-11-30", "2023-12-01"),
            "30 november - 1 december 2023",
            "30 November - 1 December 2023",
        ),
        (("2024-05-01", "2024-05-02", "2024-05-03"), "1-3 mei 2024", "1-3 May 2024"),
        ((), "", ""),
    ],
)
def test_days(dates: tuple[str, ...], dutch: str, english: str) -> None:
    assert (days(dates, "nl"), days(dates, "en")) == (dutch, english)


def test_months_have_names_in_both_languages() -> None:
    assert [month_name(n, "nl") for n in (1, 3, 4, 5, 8, 10)] == [
        *("januari", "maart", "april", "mei", "augustus", "oktober")
    ]
    assert [month_name(n, "en") for n in (1, 3, 4, 5, 8, 10)] == [
        *("January", "March", "April", "May", "August", "October")
    ]


def test_meetings_letters_and_undated_papers() -> None:
    meeting = reading("v.txt", "x", date="2024-06-13").document
    letter = reading("b.txt", "x", kind="brief", date="2023-11-14").document
    undated = replace(letter, kind="overig", letter_date=None)
    assert [meeting_name(d, "nl") for d in (meeting, letter, undated)] == [
        *("JBZ-Raad 13 juni 2024", "brief van 14 november 2023", "stuk b.txt")
    ]
    assert [meeting_name(d, "en") for d in (meeting, letter, undated)] == [
        *("JHA Council 13 June 2024", "letter of 14 November 2023", "paper b.txt")
    ]


def test_actor_names() -> None:
    assert actor_name("NL", "nl") == "Nederland"
    assert actor_name("NL; Commission", "en") == "the Netherlands, the Commission"
    assert actor_name("unknown", "en") == actor_name("", "nl") == actor_name("Atlantis", "nl") == ""


def test_every_phrase_is_there_in_both_languages_with_the_same_blanks() -> None:
    assert all(set(KINDS[language]) == set(KIND_VALUES) for language in LANGUAGES)
    for phrase, said in SAID.items():
        assert set(said) == set(LANGUAGES), phrase
        blanks = [sorted(re.findall(r"\{(\w+)\}", said[language])) for language in LANGUAGES]
        assert blanks[0] == blanks[1], phrase


def test_values_are_not_read_as_blanks() -> None:
    assert "({why})" in say("failed", "en", why="{why}")
