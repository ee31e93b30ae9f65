"""The closed list of actors, and where a text names them.

Knows: `actors.tsv` (value in JSON, Dutch name, English name, other names). Does not know: who
says what in a sentence; that is `index.attribution`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("actors.tsv")
UNKNOWN = "unknown"
MEMBER_STATES = "member states"
ADJECTIVE = re.compile(r"(?:se|ese|sche)$")


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor: `value` is what JSON carries, `nl` and `en` are what readers see."""

    value: str
    nl: str
    en: str
    names: tuple[str, ...]

    def name(self, language: str) -> str:
        """The actor's name in `nl` or `en`."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named at `start`..`end` of a text, by the words `name`."""

    actor: str
    start: int
    end: int
    name: str


@cache
def actors() -> dict[str, Actor]:
    """All actors by value."""
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
    return {
        value: Actor(value, nl, en, tuple(n.strip() for n in names.split(";") if n.strip()))
        for value, nl, en, names in rows
    }


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all names, longest first, and whose each is."""
    whose = {name: actor.value for actor in actors().values() for name in actor.names}
    longest = sorted(whose, key=lambda name: (-len(name), name))
    joined = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-]*\w)"), whose


def mentions(text: str) -> list[Mention]:
    """Every actor that `text` names, in order; acronyms and names are matched by case."""
    pattern, whose = _names()
    return [
        Mention(whose[found[0]], found.start(), found.end(), found[0])
        for found in pattern.finditer(text)
    ]


def named_actor(name: str) -> str | None:
    """The value of the actor that a person calls `name`, in any case; None when there is none."""
    wanted = name.strip().casefold()
    for actor in actors().values():
        for known in (actor.value, actor.nl, actor.en, *actor.names):
            if known.casefold() == wanted:
                return actor.value
    return None
