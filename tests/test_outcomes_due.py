"""By when: dates checked by hand against a meeting of 3 and 4 March 2022."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.outcomes.due import coming, due, past

MARCH = ("2022-03-03", "2022-03-04")
DUTCH = [
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Hierover wordt in juni verder gesproken.", "2022-06"),
        ("Dat gebeurt begin januari.", "2023-01"),
        ("Het overzicht volgt uiterlijk op 29 september 2023.", "2023-09-29"),
        ("De stemming is op 27 juni.", "2022-06-27"),
        ("Dat moet uiterlijk eind 2022 gereed zijn.", "2022-12"),
        ("Dat moet voor het einde van dit jaar gereed zijn.", "2022-12"),
        ("Het komt binnen twee weken.", "2022-03"),
        ("Het komt binnen drie maanden.", "2022-06"),
        ("Het akkoord moet er voor het einde van het Franse Voorzitterschap zijn.", "2022-06"),
        ("De dienst start in de loop van 2023.", "2023"),
        ("Het voorstel komt in het tweede kwartaal van 2023.", "2023-06"),
        ("Tussen 1 juli en 31 december 2023 neemt het agentschap dit over.", "2023-07-01"),
        ("Na de zomer volgt een voorstel, tot 4 maart 2025.", None),
        ("In december 2021 is dit vastgesteld.", None),
        ("Het voorstel COM(2022) 209 volgt.", None),
        ("In februari was er vooruitgang geboekt.", None),
        ("De brief van 5 februari jl. volgt.", None),
        ("Niemand weet wanneer.", None),
        ("In december nam Zweden hierover nog geen standpunt in.", None),
        ("Bij een oefening in februari bedroeg de vertraging drie minuten.", None),
        ("Het loket opent niet in mei, maar op 9 september 2022.", "2022-09-09"),
        ("De opening zal niet meer in 2022 plaatsvinden; een nieuw plan volgt in mei.", "2022-05"),
        ("Een opening in mei 2022 is niet haalbaar.", None),
        ("Dat volgt in het laatste kwartaal van 2023.", "2023-12"),
        ("Het in juni geplande overleg gaat voor.", "2022-06"),
        ("Het standpunt volgt in het najaar van 2023.", None),
    ],
)
def test_dates_count_from_the_meeting(text: str, iso: str | None) -> None:
    assert due(text, MARCH, None, until=False) == iso


@pytest.mark.parametrize(
    ("text", "iso", "when"),
    [
        ("De triloog is op 24 maart.", "2022-03-24", "on"),
        ("Het overzicht volgt uiterlijk op 29 september 2022.", "2022-09-29", "by"),
        ("Het verslag komt vóór 1 mei.", "2022-05-01", "by"),
        ("Het verslag komt voor het einde van dit jaar.", "2022-12", "by"),
        ("De toets volgt in het eerste kwartaal van 2023.", "2023-03", "by"),
        ("Met ingang van 9 december voert Letland controles uit.", "2022-12-09", "from"),
        ("Vanaf 7 juni 2022 geldt de verordening.", "2022-06-07", "from"),
        ("Ook na 10 april kan de registratie worden onderbroken.", "2022-04-10", "from"),
        ("De start is niet eerder dan 1 juni 2022 mogelijk.", "2022-06-01", "from"),
        ("Ierland kondigde voor juli een voorstel aan.", "2022-07", "in"),
        ("De Commissie zegde toe voor juli een tekst te maken.", "2022-07", "by"),
        ("Hierover wordt in juni verder gesproken.", "2022-06", "in"),
        ("De dienst start in de loop van 2023.", "2023", "in"),
    ],
)
def test_a_date_is_on_by_from_or_in(text: str, iso: str | None, when: str | None) -> None:
    found = coming(text, MARCH, None, until=False)
    assert (found.iso if found else None, found.when if found else None) == (iso, when)


def test_the_next_council_is_the_one_that_the_library_knows() -> None:
    text = "Dit komt in de volgende Raad terug."
    assert due(text, MARCH, "2022-06-09", until=False) == "2022-06"
    assert due(text, MARCH, None, until=False) is None


def test_what_is_put_off_is_put_off_until() -> None:
    text = "De start is uitgesteld tot mei 2023."
    assert due(text, MARCH, None, until=True) == "2023-05"
    assert due(text, MARCH, None, until=False) is None


def test_without_a_meeting_only_dates_with_a_year_count() -> None:
    assert due("In juni volgt meer.", (), None, until=False) is None
    assert due("In juni 2022 volgt meer.", (), None, until=False) == "2022-06"


@given(st.dates(date(2020, 1, 1), date(2080, 1, 1)), st.integers(0, 3000), st.integers(0, 3000))
def test_no_date_before_the_meeting_is_due(meeting: date, ahead: int, back: int) -> None:
    """Of two written dates, one before and one after, only the later one is ever due."""
    after, before = meeting + timedelta(days=ahead), meeting - timedelta(days=back + 1)
    written = [f"{day.day} {DUTCH[day.month - 1]} {day.year}" for day in (before, after)]
    text = f"Op {written[0]} en daarna op {written[1]} gebeurt het."
    assert due(text, (meeting.isoformat(),), None, until=False) == after.isoformat()
    assert not past(text, (meeting.isoformat(),))
    assert past(f"Op {written[0]} gebeurde het.", (meeting.isoformat(),))


@given(st.sampled_from(DUTCH), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_month_without_its_year_lies_within_a_year(name: str, meeting: date) -> None:
    found = due(f"Dit komt in {name} terug.", (meeting.isoformat(),), None, until=False)
    if found is not None:  # a month just before the meeting's is rather the one that is over
        months = (int(found[:4]) - meeting.year) * 12 + int(found[5:]) - meeting.month
        assert 0 <= months < 11
