"""What is still open on a dossier, and by when: next steps and promises that are not behind us.

Knows: when a next step is behind us. Does not know: how dates are read (`rag.outcomes`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from rag.briefing.ledger import Ledger
from rag.briefing.material import Material
from rag.briefing.words import word
from rag.evidence import day_of
from rag.nouns import Language
from rag.outcomes.nouns import Record
from rag.overviews import Part
from rag.phrases import days, month_name

WORDS = 150
DONE = re.compile(
    r"\b(?:met|via|bij|in|middels) (?:deze|dit) (?:brief|geannoteerde agenda|agenda|verslag)\b|"
    r"\bhier(?:mee|bij)\b",
    re.IGNORECASE,
)
LAST = "9999"
OF_A_DATE = 2  # records; of those without a date as well


def open_points(material: Material, ledger: Ledger, today: date) -> Part:
    """Open next steps and promises, by date, those without one last."""
    language = material.language
    still = [r for r in material.records if r.sort != "decision" and _open(r, material)]
    wanted = [
        replace(r.statement, group=_when(r.date, today, language)) for r in _newest_of_each(still)
    ]
    taken = ledger.take(wanted, WORDS)
    newest = material.items[-1].document.id
    line = word("open_line", language, name=material.paper(newest))
    return Part(
        word("open", language), tuple(taken), line=line if taken else word("no_open", language)
    )


def _open(record: Record, material: Material) -> bool:
    """True for a date that is not before the newest paper; undated: said in the newest report or
    after it. What the paper itself does ("met deze brief") is done."""
    if record.what == "motion" or DONE.search(record.statement.text):
        return False
    newest, last = material.items[-1].day, material.last_report
    if record.date is not None:
        return record.date >= newest[: len(record.date)]
    said = day_of(material.documents[record.document])
    return said >= (last.day if last else newest)


def _newest_of_each(records: Sequence[Record]) -> list[Record]:
    """By date, those without one last; of one date what the newest papers say, newest first."""
    newest = records[::-1]
    each = groupby(
        sorted(newest, key=lambda record: record.date or LAST), key=lambda record: record.date
    )
    return [record for _, same in each for record in list(same)[:OF_A_DATE]]


def _when(iso: str | None, today: date, language: Language) -> str:
    """ "juni 2026", and that it has passed where it has."""
    if iso is None:
        return word("undated", language)
    when = _written(iso, language)
    passed = iso < today.isoformat()[: len(iso)]
    return word("passed", language, when=when) if passed else when


def _written(iso: str, language: Language) -> str:
    """An ISO day, month or year as people write it."""
    if len(iso) == 10:
        return days((iso,), language)
    if len(iso) == 7:
        return f"{month_name(int(iso[5:]), language)} {iso[:4]}"
    return iso
