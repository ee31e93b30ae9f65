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
HOME = "NL"
# bodies, groups and regions whose names begin or end like an actor's
NOBODY = (
    "Raad van State",
    "Raad voor de rechtspraak",
    "Raad voor de Rechtspraak",
    "derde landen",
    "veilige landen",
    "arme landen",
    "landen van herkomst",
    "Hoge Commissaris",
    "Hoge commissaris",
    "High Commissioner",
    "Northern Ireland",
    "Northern Irish",
)
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
def states() -> frozenset[str]:
    """The actors that are states, by their codes."""
    return frozenset(value for value in actors() if re.fullmatch(r"(?!EP)[A-Z]{2}", value))


WORD = re.compile(r"(?<![\w-])\w+")
# "South American", "Latijns Amerikaanse": a part of the world, not the state
REGION = re.compile(
    r"\b(?:South(?:ern)?|North(?:ern)?|Latin|Central|Native|African|Zuid|Noord|Latijns|Midden|"
    r"Centraal)[ -]$"
)
# "het Verdrag van Boedapest", "the Rome Statute": a text named after a place, not its government
TEXT_OF = re.compile(
    r"\b(?:Verdrag|verdrag|Statuut|Conventie|Protocol|Verklaring|Akkoord|Convention|Treaty|"
    r"Declaration|Statute|Agreement) (?:van|of) $"
)
IS_TEXT = re.compile(
    r"[ -](?:[IV]+(?:bis|ter|[ab])?|Convention|Agreement|Statute|Treaty|Protocol|Declaration|"
    r"[Rr]egulations?|[Pp]rocess|[Pp]roces|[Tt]ransfers?|[Ss]ystem|[Cc]laims?)\b"
)
PLACE = frozenset(
    "Brussel Brussels Wenen Vienna Sofia Zagreb Praag Prague Kopenhagen Copenhagen Tallinn Riga "
    "Helsinki Parijs Paris Berlijn Berlin Athene Athens Boedapest Budapest Dublin Rome Vilnius "
    "Valletta Warschau Warsaw Lissabon Lisbon Boekarest Bucharest Bratislava Ljubljana Madrid "
    "Stockholm London Londen Washington Kyiv Kiev Moskou Moscow Luxembourg Malta".split()
) | {"Den Haag", "the Hague", "The Hague"}
GOVERNMENTS = frozenset(("regering", "kabinet"))
OF_PLACE = re.compile(r" (?:van|in|uit) (?=[A-ZÀ-Þ])")
GOES_ON = re.compile(r"[\w-]*\w")  # a name that goes on so is part of another word


@cache
def actor_names() -> dict[str, list[tuple[str, str]]]:
    """Names and whose they are (UNKNOWN: nobody's), by their first word, the longest first."""
    names: dict[str, list[tuple[str, str]]] = {}
    for actor in actors().values():
        for name in actor.names:
            first = WORD.match(name)
            names.setdefault(first[0] if first else name, []).append((name, actor.value))
    for name in NOBODY:
        names.setdefault(name.split()[0], []).append((name, UNKNOWN))
    return {word: sorted(found, key=lambda f: (-len(f[0]), f[0])) for word, found in names.items()}


def mentions(text: str) -> list[Mention]:
    """Every actor that `text` names, in order; acronyms and names are matched by case."""
    names, found, upto = actor_names(), list[Mention](), 0
    if names.keys().isdisjoint(WORD.findall(text)):  # most sentences name nobody
        return found
    for word in WORD.finditer(text):
        if word.start() < upto or word[0] not in names:
            continue
        for name, whose in names[word[0]]:
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not GOES_ON.match(text, end):
                upto = end
                if whose != UNKNOWN and not _of_another(text, word.start(), name, found):
                    found.append(Mention(whose, word.start(), end, name))
                break
    return found


def _of_another(text: str, start: int, name: str, before: list[Mention]) -> bool:
    """True for a name that is part of what names a region, a text or another government."""
    lead, end = text[max(0, start - 20) : start], start + len(name)
    if name in PLACE and (TEXT_OF.search(lead) or IS_TEXT.match(text, end)):
        return True
    if name in GOVERNMENTS:
        last = before[-1] if before else None
        theirs = last and last.actor in states() - {HOME} and text[last.end : start] == " "
        place = OF_PLACE.match(text, end)
        beyond = mentions(text[place.end() : place.end() + 20]) if place else []
        away = bool(beyond) and beyond[0].start == 0 and beyond[0].actor in states() - {HOME}
        return bool(theirs) or away
    return name[0].isupper() and REGION.search(lead) is not None


def named_actor(name: str) -> str | None:
    """The value of the actor that a person calls `name`, in any case; None when there is none."""
    wanted = name.strip().casefold()
    for actor in actors().values():
        for known in (actor.value, actor.nl, actor.en, *actor.names):
            if known.casefold() == wanted:
                return actor.value
    return None
