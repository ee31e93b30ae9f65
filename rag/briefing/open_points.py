"""What is still open on a dossier, and by when: next steps and promises that are not behind us.

Knows: how they are ordered, and when a date has passed. Does not know: what is open
(`rag.briefing.due`), how dates are read (`rag.outcomes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from rag.briefing.due import Due, due
from rag.briefing.ledger import Ledger
from rag.briefing.material import Material
from rag.briefing.words import word
from rag.nouns import Language, Statement
from rag.overviews import Part
from rag.phrases import days, month_name

WORDS = 160
LAST = "9999"
OF_A_DATE = 2  # of those without a date as well


def open_points(material: Material, ledger: Ledger) -> Part:
    """Open next steps and promises, by date, those without one last."""
    language = material.language
    still = due(material)
    above = [one for one in still if ledger.knows(one.statement)]
    wanted = [
        replace(one.statement, group=_heading(one, material.today, language))
        for one in _newest_of_each([one for one in still if one not in above])
    ]
    taken = ledger.take(wanted, WORDS)
    return Part(word("open", language), tuple(taken), line=" ".join(_lines(material, taken, above)))


def _lines(material: Material, taken: Sequence[Statement], above: Sequence[Due]) -> Iterator[str]:
    """Up to which paper, that it is expected, which dates stand above; that there is nothing."""
    language = material.language
    if not taken and not above:
        yield word("no_open", language)
        return
    yield word("open_line", language, name=material.paper(list(material.documents)[-1]))
    if material.ahead:
        yield word("open_expected", language)
    dates = [_when(one, material.today, language) for one in sorted(above, key=_date) if one.date]
    if dates:
        yield word("open_above", language, dates="; ".join(dict.fromkeys(dates)))
    elif not taken:
        yield word("open_all_above", language)


def _newest_of_each(found: Sequence[Due]) -> list[Due]:
    """By date, those without one last; of one date what the newest papers say, newest first."""
    newest_first = found[::-1]
    ordered = sorted(newest_first, key=_date)
    return [one for _, same in groupby(ordered, key=_date) for one in list(same)[:OF_A_DATE]]


def _date(one: Due) -> tuple[str, str]:
    return one.date or LAST, one.when


def _heading(one: Due, today: date, language: Language) -> str:
    when = _when(one, today, language)
    return when[:1].upper() + when[1:]


def _when(one: Due, today: date, language: Language) -> str:
    """ "vanaf juni 2026", and that it has passed where it has."""
    if one.date is None:
        return word("undated", language)
    when = _written(one.date, language)
    if one.when == "from":
        when = word("since", language, when=when)
    elif one.when == "by":
        exact = len(one.date) == len("2026-06-01")
        when = word("by" if exact else "by_month", language, when=when)
    passed = one.date < today.isoformat()[: len(one.date)]
    return word("passed", language, when=when) if passed else when


def _written(iso: str, language: Language) -> str:
    """An ISO day, month or year as people write it."""
    if len(iso) == 10:
        return days((iso,), language)
    if len(iso) == 7:
        return f"{month_name(int(iso[5:]), language)} {iso[:4]}"
    return iso
