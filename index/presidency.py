"""Whose turn it is: the Council's presidency, by date and as a paper names it.

Knows: the rotation fixed by Council Decision (EU) 2016/1316, Dutch adjectives of countries.
Does not know: papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PRESIDENCIES = {
    "België": "belgi",
    "Bulgarije": "bulgaars",
    "Cyprus": "cypriotisch",
    "Denemarken": "deens",
    "Duitsland": "duits",
    "Estland": "ests",
    "Finland": "fins",
    "Frankrijk": "frans",
    "Griekenland": "grieks",
    "Hongarije": "hongaars",
    "Ierland": "iers",
    "Italië": "italiaans",
    "Kroatië": "kroatisch",
    "Letland": "lets",
    "Litouwen": "litouws",
    "Luxemburg": "luxemburgs",
    "Malta": "malte",
    "Nederland": "nederlands",
    "Oostenrijk": "oostenrijks",
    "Polen": "pools",
    "Portugal": "portuge",
    "Roemenië": "roemeens",
    "Slovenië": "sloveens",
    "Slowakije": "slowaaks",
    "Spanje": "spaans",
    "Tsjechië": "tsjechisch",
    "Zweden": "zweeds",
}
BY_STEM = {stem: country for country, stem in PRESIDENCIES.items()}
PRESIDENCY = re.compile(
    r"\b(?P<when>inkomende?|aantredende?|aankomende?|aanstaande|volgende?|vorige?|vertrekkende?|"
    r"uitgaande?)?\s*"
    rf"\b(?P<who>{'|'.join(BY_STEM)})[a-z]{{0,4}}\s+(?:EU-|raads)?voorzitterschap",
    re.I,
)
WORD = re.compile(r"voorzitterschap", re.I)
LONGEST_NAME = 50  # characters from "vertrekkende" to the end of an adjective
ROTATION_FROM = 2019
ROTATION = (
    "Roemenië",
    "Finland",
    "Kroatië",
    "Duitsland",
    "Portugal",
    "Slovenië",
    "Frankrijk",
    "Tsjechië",
    "Zweden",
    "Spanje",
    "België",
    "Hongarije",
    "Polen",
    "Denemarken",
    "Cyprus",
    "Ierland",
    "Litouwen",
    "Griekenland",
    "Italië",
    "Letland",
    "Luxemburg",
    "Nederland",
    "Slowakije",
    "Malta",
)


def presidency_of(day: str, later: int = 0) -> str | None:
    """Whose turn it is on an ISO date, or `later` half-years after; None outside 2019 to 2030."""
    turn = (int(day[:4]) - ROTATION_FROM) * 2 + (int(day[5:7]) > 6) + later
    return ROTATION[turn] if 0 <= turn < len(ROTATION) else None


def _presiding(running: str) -> Iterator[re.Match[str]]:
    """The presidencies a text names; looked for only where the word stands, which is quicker."""
    upto = 0
    for word in WORD.finditer(running):
        found = PRESIDENCY.search(running, max(upto, word.start() - LONGEST_NAME), word.end())
        if found:
            upto = found.end()
            yield found


def named_presidency(running: str, dates: tuple[str, ...]) -> str | None:
    """The presidency that the text names; its turn decides between several.

    A paper that names only the presidency before or after its meeting's ("onder Deens
    voorzitterschap zal ...") is still of the meeting's own, if that country is named at all.
    """
    counts: dict[str, int] = {}
    coming: set[str] = set()
    for found in _presiding(running):
        country = BY_STEM[found["who"].lower()]
        if found["when"]:
            coming.add(country)
        else:
            counts[country] = counts.get(country, 0) + 1
    turn = presidency_of(dates[0]) if dates else None
    if turn in counts or turn in coming:
        return turn
    beside = {presidency_of(dates[0], -1), presidency_of(dates[0], 1)} if dates else set()
    named = [country for country in counts if country not in beside]
    if named:
        return max(named, key=lambda country: counts[country])
    here = turn and re.search(rf"\b(?:{PRESIDENCIES[turn]}|{turn})", running, re.I)
    return turn if here else None
