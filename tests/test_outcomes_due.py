"""By when: dates checked by hand against a meeting of 3 and 4 March 2022."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.outcomes.due import due, past

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
    ],
)
def test_dates_count_from_the_meeting(text: str, iso: str | None) -> None:
    assert due(text, MARCH, None, until=False) == iso


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
