"""The presidency with the country that has it: "het Voorzitterschap (Spanje)".

Knows: whose turn a meeting falls in, that an incoming presidency is the next. Does not know:
papers.
"""

from __future__ import annotations

from index.actors import named_actor
from index.presidency import presidency_of
from rag.nouns import Citation, Language
from rag.phrases import actor_name
from rag.presiding import INCOMING, PRESIDES, named_as


def speaker_name(actor: str, cited: Citation, language: Language) -> str:
    """The readable name of whoever speaks in a citation; of the Presidency with its country."""
    name = actor_name(actor, language)
    country = actor_name(chair_of(cited), language) if actor == PRESIDES else ""
    return f"{name} ({country})" if country else name


def chair_of(cited: Citation) -> str:
    """The country that presides where a citation was said; empty where nobody can tell."""
    named = named_as(cited.quote)
    if len(named) == 1:
        return next(iter(named))
    if not cited.meeting_dates:
        return ""
    coming = INCOMING.search(cited.quote) or INCOMING.search(cited.title or "")
    country = presidency_of(cited.meeting_dates[0], bool(coming))
    return named_actor(country or "") or ""
