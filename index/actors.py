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


WORD = re.compile(r"(?<![\w-])\w+")
GOES_ON = re.compile(r"[\w-]*\w")  # a name that goes on so is part of another word


@cache
def actor_names() -> dict[str, list[tuple[str, str]]]:
    """Names and whose they are, by their first word, the longest first."""
    names: dict[str, list[tuple[str, str]]] = {}
    for actor in actors().values():
        for name in actor.names:
            first = WORD.match(name)
            names.setdefault(first[0] if first else name, []).append((name, actor.value))
    return {word: sorted(found, key=lambda f: (-len(f[0]), f[0])) for word, found in names.items()}


def mentions(text: str) -> list[Mention]:
    """Every actor that `text` names, in order; acronyms and names are matched by case."""
    names, found, upto = actor_names(), list[Mention](), 0
    for word in WORD.finditer(text):
        if word.start() < upto or word[0] not in names:
            continue
        for name, whose in names[word[0]]:
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not GOES_ON.match(text, end):
                found.append(Mention(whose, word.start(), end, name))
                upto = end
                break
    return found


def named_actor(name: str) -> str | None:
    """The value of the actor that a person calls `name`, in any case; None when there is none."""
    wanted = name.strip().casefold()
    for actor in actors().values():
        for known in (actor.value, actor.nl, actor.en, *actor.names):
            if known.casefold() == wanted:
                return actor.value
    return None
