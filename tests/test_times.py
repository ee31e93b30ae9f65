"""The times a question names, against months that anybody can count."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.presidency import PRESIDENCIES, ROTATION, presidency_of
from rag.period import FIRST, LAST, Period
from rag.times import moments, periods


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("standpunt in juni 2024", "juni 2024", "2024-06", "2024-06"),
        ("okt 2022 terrorisme", "okt 2022", "2022-10", "2022-10"),
        ("the oct. 2022 meeting", "oct. 2022", "2022-10", "2022-10"),
        ("MAY 2024", "MAY 2024", "2024-05", "2024-05"),
        ("juni van het jaar 2024", "juni van het jaar 2024", "2024-06", "2024-06"),
        ("najaar 2023", "najaar 2023", "2023-09", "2023-12"),
        ("in the autumn of 2023", "autumn of 2023", "2023-09", "2023-12"),
        ("early 2024", "early 2024", "2024-01", "2024-03"),
        ("eind van 2023", "eind van 2023", "2023-10", "2023-12"),
        ("mid-2023", "mid-2023", "2023-05", "2023-08"),
        ("tweede helft van 2023", "tweede helft van 2023", "2023-07", "2023-12"),
        ("wat gebeurde er in 2023?", "2023", "2023-01", "2023-12"),
        ("2023-06", "2023-06", "2023-06", "2023-06"),
        ("op 2023-06-08", "2023-06-08", "2023-06", "2023-06"),
        ("op 13-06-2024", "13-06-2024", "2024-06", "2024-06"),
        ("op 13 en 14 juni 2024", "13 en 14 juni 2024", "2024-06", "2024-06"),
        ("30 november en 1 december 2023", "30 november en 1 december 2023", "2023-11", "2023-12"),
        ("sinds 2022", "sinds 2022", "2022-01", LAST),
        ("since the autumn of 2022", "since the autumn of 2022", "2022-09", LAST),
        ("vanaf juni 2023", "vanaf juni 2023", "2023-06", LAST),
        ("na juni 2023", "na juni 2023", "2023-07", LAST),
        ("after 2023", "after 2023", "2024-01", LAST),
        ("tot en met juni 2023", "tot en met juni 2023", FIRST, "2023-06"),
        ("until May 2023", "until May 2023", FIRST, "2023-05"),
        ("before January 2023", "before January 2023", FIRST, "2022-12"),
        ("between 2022 and 2024", "2022 and 2024", "2022-01", "2024-12"),
        ("tussen zomer 2023 en begin 2024", "zomer 2023 en begin 2024", "2023-06", "2024-03"),
        ("from March 2023 to June 2024", "March 2023 to June 2024", "2023-03", "2024-06"),
        ("EU drugs strategy 2021-2025", "2021-2025", "2021-01", "2025-12"),
        ("from the December 2023 meeting", "December 2023", "2023-12", "2023-12"),
    ],
)
def test_one_period(text: str, label: str, first: str, last: str) -> None:
    assert periods(text) == (Period(label, first, last),)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("under the Belgian presidency", "2024-01", "2024-06"),
        ("onder Belgisch voorzitterschap", "2024-01", "2024-06"),
        ("tijdens het Zweeds voorzitterschap", "2023-01", "2023-06"),
        ("Spaanse voorzitterschap", "2023-07", "2023-12"),
        ("the hungarian presidency", "2024-07", "2024-12"),
        ("het Portugees EU-voorzitterschap", "2021-01", "2021-06"),
    ],
)
def test_presidencies(text: str, first: str, last: str) -> None:
    (period,) = periods(text)
    assert (period.first, period.last) == (first, last)
    assert period.label.lower() in text.lower()


@pytest.mark.parametrize("country", ROTATION)
def test_each_presidency_is_the_one_of_its_half_year(country: str) -> None:
    (period,) = periods(f"onder {PRESIDENCIES[country]} voorzitterschap")
    assert presidency_of(f"{period.first}-01") == presidency_of(f"{period.last}-30") == country


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("vorig jaar", "2025-01", "2025-12"),
        ("this year", "2026-01", "2026-12"),
        ("eind vorig jaar", "2025-10", "2025-12"),
        ("June last year", "2025-06", "2025-06"),
        ("vorig jaar juni", "2025-06", "2025-06"),
        ("afgelopen zomer", "2026-06", "2026-09"),
        ("last winter", "2025-12", "2026-02"),
        ("deze herfst", "2026-09", "2026-12"),
        ("afgelopen juni", "2026-06", "2026-06"),
        ("last December", "2025-12", "2025-12"),
        ("vorige maand", "2026-10", "2026-10"),
        ("this month", "2026-11", "2026-11"),
        ("last week", "2026-11-09", "2026-11-15"),  # today is a Sunday
        ("the past year", "2025-11", "2026-11"),
        ("de afgelopen zes maanden", "2026-05", "2026-11"),
        ("twee jaar geleden", "2024-01", "2024-12"),
        ("6 months ago", "2026-05", "2026-05"),
        ("sinds vorig jaar", "2025-01", LAST),
        ("vóór dit jaar", FIRST, "2025-12"),
        ("tussen 2024 en vorige maand", "2024-01", "2026-10"),
    ],
)
def test_times_that_count_from_today(text: str, first: str, last: str) -> None:
    (period,) = periods(f"asiel {text}", date(2026, 11, 22))
    assert (period.first, period.last) == (first, last)
    assert text.endswith(period.label) or period.label in text


def test_last_autumn_is_one_that_is_over() -> None:
    (period,) = periods("last autumn", date(2026, 10, 1))
    assert (period.first, period.last) == ("2025-09", "2025-12")


@pytest.mark.parametrize("text", ["this may help", "next year", "the last Council", "last but one"])
def test_what_does_not_count_from_today(text: str) -> None:
    assert periods(text, date(2026, 11, 22)) == ()


def test_short_years() -> None:
    assert [p.value for p in periods("asiel (dec 23) en juli '22")] == ["2023-12", "2022-07"]
    assert periods("on June 24") == () == periods("23 dec")


def test_a_period_as_one_value() -> None:
    said = ("juni 2024", "sinds 2022", "tot juni 2023", "2022 tot 2024")
    assert [periods(text)[0].value for text in said] == [
        *("2024-06", "2022-01/..", "../2023-06", "2022-01/2024-12"),
    ]


def test_two_periods_stay_two() -> None:
    assert [(p.first, p.last) for p in periods("in 2022 en in juni 2024")] == [
        ("2022-01", "2022-12"),
        ("2024-06", "2024-06"),
    ]
    assert [p.label for p in periods("verschil juni 2023 en juni 2022")] == [
        "juni 2023",
        "juni 2022",
    ]
    assert len(periods("2023, en nog eens 2023")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "COM(2022) 209",
        "Verordening 2024/1234",
        "nr. 12/2023",
        "de val van Kabul",
        "13 juni",
        "32317",
        "fall of Kabul, who may decide?",
        "the American presidency",
        "",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert periods(text) == ()


def test_words_of_a_presidency_that_acts_stay() -> None:
    acting = "what did the Hungarian presidency propose"
    (moment,) = moments(acting)
    assert (moment.start, moment.end) == (acting.index("Hungarian"),) * 2  # a place, no length
    during = "what was decided under the Hungarian presidency"
    assert [during[m.start : m.end] for m in moments(during)] == ["Hungarian presidency"]


def test_a_period_holds_its_months() -> None:
    period = Period("begin 2024", "2024-01", "2024-03")
    days = ("2023-12-31", "2024-01-01", "2024-03-31", "2024-04-01")
    assert [period.holds(day) for day in days] == [False, True, True, False]
    meeting = Period("Praag", "2022-07-11", "2022-07-12")
    days = ("2022-07-10", "2022-07-11", "2022-07-12", "2022-07-13", "")
    assert [meeting.holds(day) for day in days] == [False, True, True, False, False]


SOME = """vorig jaar afgelopen zomer last year geleden
sinds tot tussen en and van de juni 2023 2024 mei najaar begin 13 14 - , COM( ) onder
Belgisch voorzitterschap presidency Hungarian between to 2023-06 /"""
WORDS = st.sampled_from(SOME.split())


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_moments_are_apart_and_in_order(text: str) -> None:
    found = moments(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for moment in found:
        assert moment.period.first <= moment.period.last
        # the turn of a presidency that acts has a place, but no length
        assert text[moment.start : moment.end].strip() or moment.start == moment.end


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("over the line before Christmas 2023", "before Christmas 2023", "2023-10", "2023-12"),
        ("nog voor Kerst 2023 rond", "nog voor Kerst 2023", "2023-10", "2023-12"),
        ("rond Kerst '23", "Kerst '23", "2023-12", "2023-12"),
        ("voor de zomer van 2024", "voor de zomer van 2024", "2024-04", "2024-07"),
        ("before the summer recess of 2024", "before the summer recess of 2024", *("2024-04",),
         "2024-07"),
        ("dec '23", "dec '23", "2023-12", "2023-12"),
        ("najaar '23", "najaar '23", "2023-09", "2023-12"),
        ("asylum in '22", "'22", "2022-01", "2022-12"),
        ("in 12/2023", "12/2023", "2023-12", "2023-12"),
        ("Q4 2023", "Q4 2023", "2023-10", "2023-12"),
        ("laatste kwartaal van 2023", "laatste kwartaal van 2023", "2023-10", "2023-12"),
        ("de decemberraad van 2023", "decemberraad van 2023", "2023-12", "2023-12"),
        ("juni-Raad 2024", "juni-Raad 2024", "2024-06", "2024-06"),
        ("the December JHA Council of 2023", "December JHA Council of 2023", *("2023-12",),
         "2023-12"),
    ],
)  # fmt: skip
def test_times_as_people_say_them(text: str, label: str, first: str, last: str) -> None:
    assert periods(text) == (Period(label, first, last),)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Spain as president", "2023-07", "2023-12"),
        ("the Belgian turn at the helm", "2024-01", "2024-06"),
        ("the Czech chairmanship", "2022-07", "2022-12"),
        ("the incoming Belgian presidency", "2023-07", "2023-12"),
        ("het aantredende Belgische voorzitterschap", "2023-07", "2023-12"),
        ("ahead of the Belgian turn at the helm in early 2024", "2023-07", "2023-12"),
        ("before the Hungarian presidency", "2024-01", "2024-06"),
    ],
)
def test_turns_of_a_presidency_and_what_goes_before(text: str, first: str, last: str) -> None:
    assert [(p.first, p.last) for p in periods(text)] == [(first, last)]


@pytest.mark.parametrize("text", ["voor kerst", "regulation 12/2023", "the Dutch term for return"])
def test_words_that_are_no_time(text: str) -> None:
    assert periods(text) == ()
