"""What the masthead of a letter states: the paper's own number, its chamber, its date.

Knows: how official letters print them. Does not know: where the masthead ends (`index.parts`).
"""

from __future__ import annotations

import re

from index.dates import MONTHS, first_date

DOSSIER = r"(?<!\d)(?P<dossier>\d{2}\s?\d{3}(?!\d)(?:-[IVXL]+|-\d{2})?)"
OWN_NUMBER = re.compile(
    rf"{DOSSIER}\b(?P<between>[^\n]{{0,120}}\n(?:[^\n]*\n){{0,8}}?)\s*"
    r"Nr\.\s*(?P<number>[A-Z]{0,3}\s?\d{0,4})\b",
    re.M,
)
INLINE_NUMBER = re.compile(
    rf"^\s*(?:Kamerstuk(?:ken)?\s+)?{DOSSIER}\s*(?:,\s*nr\.?\s*|,\s+|-)(?P<number>\d{{1,4}}|[A-Z]{{1,3}})\b",
    re.M,
)
CHAMBERS = {
    "Tweede Kamer": re.compile(
        r"\btweede kamer der staten-generaal\b|^\s*tweede kamer,? vergaderjaar", re.I | re.M
    ),
    "Eerste Kamer": re.compile(
        r"\beerste kamer der staten-generaal\b|^\s*eerste kamer,? vergaderjaar", re.I | re.M
    ),
}
LETTER_DATE = re.compile(
    r"^\s*(?:Den Haag,?\s+|Datum\s*[:|]?\s+|[’']s-Gravenhage,?\s+)"
    rf"(\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+\d{{4}})",
    re.I | re.M,
)


def own_number(masthead: str) -> str | None:
    """The paper's own number, never that of another paper: "32 317, nr. 771"."""
    found = OWN_NUMBER.search(masthead)
    if found is None or not found["number"].strip():
        found = INLINE_NUMBER.search(masthead)
    if found is None:
        return None
    digits = re.sub(r"\s", "", found["dossier"])
    number = found["number"].strip()
    dossier = f"{digits[:2]} {digits[2:]}"
    return f"{dossier}, nr. {number}" if number[0].isdigit() else f"{dossier}, {number}"


def chamber(masthead: str) -> str | None:
    """The chamber that the letter is addressed to."""
    return next((name for name, sign in CHAMBERS.items() if sign.search(masthead)), None)


def letter_date(masthead: str) -> str | None:
    """The date of the letter as an ISO date."""
    found = LETTER_DATE.search(masthead)
    return first_date(found[1]) if found else None
