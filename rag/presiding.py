"""A country that holds the presidency speaks as the Presidency: who counts as the one asked for.

Knows: whose presidency a paper's meeting is under, and that a country speaks as the incoming one
in the half-year before. Does not know: who is asked for (`rag.asked_actors`), what it weighs.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from index.actors import actors
from index.nouns import Document
from index.presidency import BY_STEM, PRESIDENCY, ROTATION

PRESIDES = "Presidency"
INCOMING = re.compile(
    r"\b(?:inkomende?|aantredende?|aankomende?|aanstaande|volgende?|incoming|next)\s+(?:EU-|raads)?"
    r"(?:voorzitterschap|presidency)",
    re.I,
)


def heard_as(
    said: tuple[str, ...],
    asked: Collection[str],
    document: Document,
    text: str = "",
    title: str = "",
) -> tuple[str, ...]:
    """Whose words a sentence reports, with the actors asked for who are the same by another name.

    said: whose words it reports; asked: the actors asked for; text, title: the sentence and the
    title of its item. With "ES" asked for, the words of the Presidency in a paper of Spain's
    half-year are Spain's as well, and with "Presidency" asked for Spain's words are its own. In a
    sentence or item on the incoming presidency it is the next country's.
    """
    if PRESIDES not in asked and not any(one in _of_country().values() for one in asked):
        return said
    states = _presiding(document, text, title)
    more = [state for state in states if state in asked and PRESIDES in said]
    if PRESIDES in asked and set(said) & set(states):
        more.append(PRESIDES)
    return (*said, *(one for one in more if one not in said))


def named_as(text: str) -> frozenset[str]:
    """The countries whose presidency a text names: "het Belgisch voorzitterschap" is "BE"."""
    found = (BY_STEM[m["who"].lower()] for m in PRESIDENCY.finditer(text))
    return frozenset(_of_country()[country] for country in found)


def _presiding(document: Document, text: str, title: str) -> tuple[str, ...]:
    """Whose presidency is meant: the one that the sentence names, the next, or the paper's own."""
    if named := named_as(text):
        return tuple(sorted(named))
    country = document.presidency
    if country not in ROTATION:
        return ()
    coming = INCOMING.search(text) or INCOMING.search(title)
    turn = ROTATION.index(country) + bool(coming)
    return (_of_country()[ROTATION[turn]],) if turn < len(ROTATION) else ()


@cache
def _of_country() -> dict[str, str]:
    """The value of each country by its Dutch name."""
    return {actor.nl: value for value, actor in actors().items()}
