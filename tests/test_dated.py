"""Dates without a year, in the year that the paper's own day makes likeliest."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.dates import dated

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("written", "day", "past", "meant"),
    [
        ("--11-23", "2023-12-04", False, "2023-11-23"),
        ("--08", "2024-06-13", False, "2024-08"),
        ("--12", "2024-01-25", False, "2023-12"),
        ("--01", "2023-12-04", False, "2024-01"),
        ("--01", "2023-12-04", True, "2023-01"),
        ("2022-05", "2023-12-04", False, "2022-05"),
        ("--05-03", "", False, "--05-03"),
    ],
)
def test_the_year_that_is_nearest(written: str, day: str, past: bool, meant: str) -> None:
    assert dated(written, day, past=past) == meant


@given(DAYS, DAYS)
def test_it_is_at_most_half_a_year_away_and_not_ahead_of_what_is_past(own: date, day: date) -> None:
    def months(iso: str) -> int:
        return int(iso[:4]) * 12 + int(iso[5:7])

    here = months(day.isoformat())
    assert abs(months(dated(f"--{own:%m-%d}", day.isoformat())) - here) <= 6
    assert 0 <= here - months(dated(f"--{own:%m-%d}", day.isoformat(), past=True)) < 12
