"""Dates as papers write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates import MONTHS, first_date, meeting_dates

DUTCH = {number: name for name, number in reversed(list(MONTHS.items()))}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 en 5 december 2031", ["2031-12-04", "2031-12-05"]),
        ("13-14 juni 2031", ["2031-06-13", "2031-06-14"]),
        ("13 – 14 juni 2031", ["2031-06-13", "2031-06-14"]),
        ("28 september 2031", ["2031-09-28"]),
        ("30 november en 1 december 2031", ["2031-11-30", "2031-12-01"]),
        ("30 november tot en met 1 december 2031", ["2031-11-30", "2031-12-01"]),
        ("31 december 2031 en 1 januari 2032", ["2031-12-31", "2032-01-01"]),
        ("5, 6 en 7 maart 2031", ["2031-03-05", "2031-03-06", "2031-03-07"]),
        ("5 t/m 7 maart 2031", ["2031-03-05", "2031-03-06", "2031-03-07"]),
        ("5 and 6 March 2031", ["2031-03-05", "2031-03-06"]),
        ("1 JUNI 2031", ["2031-06-01"]),
        ("31 februari 2031", []),
        ("in juni 2031", []),
        ("artikel 4 en 5", []),
    ],
)
def test_days_of_a_meeting(text: str, days: list[str]) -> None:
    assert list(meeting_dates(f"De Raad van {text} in Brussel").dates) == days


def test_a_range_goes_before_a_single_day() -> None:
    text = "Op 3 mei 2031 volgde nieuws over de Raad van 6 en 7 juni 2031."
    found = meeting_dates(text)
    assert found.dates == ("2031-06-06", "2031-06-07")
    assert text[found.start : found.end] == "6 en 7 juni 2031"


def test_two_dates_far_apart_are_no_meeting() -> None:
    assert meeting_dates("tussen 1 maart en 20 juni 2031").dates == ("2031-06-20",)


def test_no_date_is_nowhere() -> None:
    found = meeting_dates("geen datum")
    assert (found.dates, found.start, found.end) == ((), -1, -1)


def test_the_first_full_date() -> None:
    assert first_date("Den Haag, 12 maart 2031, en 3 mei 2031") == "2031-03-12"
    assert first_date("30 februari 2031 en 2 april 2031") == "2031-04-02"
    assert first_date("maart 2031") is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 28)), st.integers(1, 3))
def test_any_meeting_is_read_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    written = f"{first.day} {DUTCH[first.month]} {first.year} tot en met "
    written += f"{last.day} {DUTCH[last.month]} {last.year}"
    days = tuple((first + timedelta(days=n)).isoformat() for n in range(length + 1))
    assert meeting_dates(written).dates == days
