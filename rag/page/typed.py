"""What readers type, made fit to be asked; refused in the language of the page.

Knows: what cannot be asked, which time is a beginning, which actors there are. Does not know: what
is asked.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

from index.actors import UNKNOWN, actors, named_actor
from index.dates import meeting_dates
from index.errors import QuestionRefused
from index.search import LONGEST, Filters
from rag.nouns import Language
from rag.page.texts import word
from rag.period import FIRST
from rag.question import TAG
from rag.times import periods

NEAR_NAMES = 3  # names that a refusal offers
_SINCE = re.compile(r"(?:sinds|vanaf|since|from)\s+", re.I)
_UP_TO = re.compile(r"\b(?:tot|t/m|to|until|till)\b|–|\s-\s", re.I)
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(20\d\d)")


def readable(typed: str | None, language: Language, empty: str) -> str:
    """The text with what is no text made visible.

    Raises QuestionRefused when no word is in it (`empty` names what is then said), or it is too
    long.
    """
    text = (typed or "").encode("utf-8", "replace").decode().replace("\0", "\ufffd").strip()
    if not re.search(r"\w", TAG.sub(" ", text)):
        raise QuestionRefused(word(empty, language))
    if len(text) > LONGEST:
        raise QuestionRefused(word("long_question", language, count=len(text), most=LONGEST))
    return text


def known_actor(typed: str | None, language: Language) -> str:
    """The actor's value. Raises QuestionRefused for none, and for one that is not known."""
    name = readable(typed, language, "empty_actor")
    value = named_actor(name)
    if value is not None and value != UNKNOWN:
        return value
    every = {n.casefold(): n for a in actors().values() for n in (a.name(language), *a.names)}
    near = [every[n] for n in get_close_matches(name.casefold(), every, NEAR_NAMES)]
    told = word("no_actor", language, typed=name)
    if near:
        told = f"{told} {word('near_actors', language, names=', '.join(near))}"
    raise QuestionRefused(told)


def beginning(typed: str | None, language: Language, today: date) -> str | None:
    """The ISO year, month or day from which is asked: of "2024-06" as of "juni 2024"; None for all.

    today: what "vorig jaar" counts from. Raises QuestionRefused for what names no one time.
    """
    text = " ".join((typed or "").split())
    if not text:
        return None
    said = _SINCE.sub("", text, count=1)
    since = said if _is_iso(said) else _day(said) or _month(said, today)
    if since is None or not _is_iso(since):
        raise QuestionRefused(word("no_time", language, typed=text))
    return since


def _is_iso(text: str) -> bool:
    """True for a year, month or day as the filters take it."""
    try:
        Filters(since=text).check()
    except QuestionRefused:
        return False
    return True


def _day(text: str) -> str | None:
    """The one day that a text names and nothing else; None where it is another text."""
    if figures := _FIGURES.fullmatch(text):
        try:
            return date(int(figures[4]), int(figures[3]), int(figures[1])).isoformat()
        except ValueError:
            return None
    named = meeting_dates(text)
    return named.dates[0] if named.dates and (named.start, named.end) == (0, len(text)) else None


def _month(text: str, today: date) -> str | None:
    """The first month of the period that a text names and nothing else; None without one."""
    if _UP_TO.search(text) or _FIGURES.fullmatch(text):
        return None
    named = periods(text, today)
    if len(named) != 1 or named[0].label != text or named[0].first == FIRST:
        return None
    return named[0].first
