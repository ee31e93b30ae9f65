"""Whose an office is: "de minister van Justitie van Oekraïne", "minister Kovács", "de ministers".

Knows: that an office without a country is Dutch unless it is held by somebody whom neither the
paper nor `offices.tsv` knows as Dutch; that one presides over what follows "van". Does not know:
clauses (`index.clauses`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from index.actors import HOME, MEMBER_STATES, named_actor, states
from index.tagging import Tagged, office_words

# what may follow an office: the body or field it is an office of, and who holds it
TAIL = r"(?:n*F[DH]?[jJ]?[nAwNO](?:n*Cn)?)*n*"
_TAIL = re.compile(TAIL)
# the body at the end of a chain: "van de commissie voor verzoekschriften van het EP"
_OWNER = re.compile(
    r"(?:n*[FP][DH]?[jJnw]{0,4}(?:C[nw]{1,3})?)*?n*"
    r"(?P<prep>[FP])[DH]?j?(?P<who>A(?:(?:,|,?C)[DH]?A)*)"
)
OF = frozenset(("van", "voor"))
HOLDERS = frozenset(
    "minister staatssecretaris bewindspersoon justitieminister minister-president premier".split()
)
FELLOWS = frozenset(("ambtgenoot", "ambtsgenoot"))
MANY = frozenset("ministers bewindspersonen bewindslieden staatssecretarissen".split())
SEATED = frozenset("regering autoriteiten premier president".split())  # "de regering in Kyiv"
CHAIRS = frozenset("voorzitter voorzitster vicevoorzitter vice-voorzitter".split())
MEETINGS = frozenset("vergadering Raadsvergadering overleg bijeenkomst zitting dag".split())
FOREIGN = re.compile(r"[A-ZÀ-Þ].*(?:se|sche)$")  # an adjective of a country that is on no list
NAMED = re.compile(r"(?!Kamer|Raad|Europ|EU-)[A-ZÀ-Þ].*[a-zß-ÿ]")
OURS = (HOME,)

# parts of the words for offices; characters before and after one that may belong to its holder
_OFFICES = ("inister", "taatssecretaris", "premier", "president")
BEFORE, AFTER = 60, 240
_SURNAME = (
    r"(?:(?:[Vv]an|[Dd]e|[Dd]en|der|ten|ter)\s)*"
    r"(?P<{0}>[A-ZÀ-Þ][\w'’-]+(?: (?!Zaken\b)[A-ZÀ-Þ][\w'’-]+)?)"
)
_FIELD = r"(?: (?:van|voor) [A-ZÀ-Þ]\w+(?: Zaken)?(?: en [A-ZÀ-Þ]\w+(?: Zaken)?)?)?"
_STATE_HOLDER = re.compile(
    rf"\b(?P<state>[A-ZÀ-Þ]\w+se) (?:vice-?)?(?:minister|staatssecretaris|premier|president|"
    rf"minister-president){_FIELD} {_SURNAME.format('name')}"
)
_DUTCH_HOLDER = re.compile(
    r"\b(?:[Mm]inister|[Ss]taatssecretaris) (?:van|voor) (?:Justitie en Veiligheid|"
    r"Veiligheid en Justitie|Rechtsbescherming|Asiel en Migratie|"
    r"Binnenlandse Zaken en Koninkrijksrelaties)"
    rf"(?: |,?\s+(?:[A-Z]\.\s?)+){_SURNAME.format('name')}"
)


class OfficeHolders(Mapping[str, str]):
    """Names of ministers and the states that a paper says they are of, or sign it for.

    The paper is read at first use: few sentences name somebody.
    """

    def __init__(self, text: str) -> None:
        """text: the whole paper."""
        self._text = text

    def __getitem__(self, name: str) -> str:
        """The state of a name."""
        return office_holders(self._text)[name]

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(office_holders(self._text))

    def __len__(self) -> int:
        """How many names."""
        return len(office_holders(self._text))


@lru_cache(maxsize=4)  # every item of a paper asks
def office_holders(text: str) -> Mapping[str, str]:
    """Names of ministers and the states that a paper says they are of, or sign it for."""
    near = _around_offices(text)
    found = {word: HOME for m in _DUTCH_HOLDER.finditer(near) for word in m["name"].split()}
    for m in _STATE_HOLDER.finditer(near):
        state = named_actor(m["state"])
        if state in states():
            found |= dict.fromkeys(m["name"].split(), str(state))
    return MappingProxyType(found)


def _around_offices(text: str) -> str:
    """The stretches of a text about its offices, a line each: a paper is long, these are few."""
    stretches: list[tuple[int, int]] = []
    for at in sorted(m for word in _OFFICES for m in _places(text, word)):
        start = text.rfind(" ", 0, max(0, at - BEFORE)) + 1
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, at + AFTER))
    return "\n\n".join(text[start:end] for start, end in stretches)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands; `str.find` is many times faster than a pattern."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def holders(c: Tagged, at: int, adjective: tuple[str, ...]) -> tuple[str, ...]:
    """The actors for whom the office (or the ministers) at word `at` speaks; () is unknown.

    adjective: the country whose adjective stands before it.
    """
    named, word = c.named(at), c.words[at].lower()
    if c.shape[at] == "G" and word not in MANY:
        return named
    theirs = named in ((), OURS, (MEMBER_STATES,))  # an office that any state has
    if theirs and adjective:
        return adjective
    if theirs and at and c.shape[at - 1] == "n" and _foreign(c.words[at - 1]):
        return ()
    owner = _owner(c, at, word)
    if owner:
        return ("Presidency",) if owner == ("Council",) and word in CHAIRS else owner
    if word in CHAIRS and c.words[at + 1 : at + 2] == ["van"]:
        return named if MEETINGS.intersection(c.words[at + 1 : at + 5]) else ()
    if word == "regering" and _elsewhere(c, at):
        return ()
    return _held(c, at, word, named) if word in HOLDERS | FELLOWS | MANY else named


def speaks_for_another(c: Tagged, start: int, end: int) -> bool:
    """True for an office without more, whose body the sentence before names: "De directeur"."""
    offices = [at for at in range(start, end) if c.shape[at] == "O"]
    bare = bool(offices) and offices[-1] == end - 1 and "n" not in c.shape[start:end]
    return bare and c.shape[end : end + 1] not in ("P", "F")


def _foreign(word: str) -> bool:
    """True for the adjective of a country that is on no list ("Syrische")."""
    return word != "Europese" and FOREIGN.match(word) is not None


def _owner(c: Tagged, at: int, word: str) -> tuple[str, ...]:
    """The body or state that its own words name: "de directeur van Europol"."""
    found = _OWNER.match(c.shape, at + 1)
    if found is None:
        return ()
    joined = [c.words[i] for i in range(at + 1, found.end("prep")) if c.shape[i] in "FP"]
    turned = re.search("[VvXW]", c.shape[:at]) is not None
    last = joined[-1]
    seated = last == "in" and word in SEATED and len(joined) == 1 and not turned
    inside = last == "in" and word in CHAIRS and len(joined) > 1
    if not OF.issuperset(joined[:-1]) or not (last in OF or last == "uit" or seated or inside):
        return ()
    if word == "regering" and (turned or last == "voor"):
        return ()
    who = tuple(a for i in range(*found.span("who")) for a in c.named(i))
    of_states = states().issuperset(who)
    if c.named(at) == ("Commission",):
        return () if of_states else who
    if word == "regering" or last in ("uit", "in"):
        return who if of_states or inside or seated else ()
    return who


def _elsewhere(c: Tagged, at: int) -> bool:
    """True for a government named after a place: "In Kyiv vroeg de regering ...", "in Tbilisi"."""
    first = c.shape[:2] == "PA" and c.words[0] == "In" and c.named(1) != OURS
    after = c.shape[at + 1 : at + 3]
    named = after == "Fn" and c.words[at + 1] == "van"
    seated = after == "Pn" and c.words[at + 1] in ("in", "uit")
    return first or ((named or seated) and not re.search("[VvXW]", c.shape[:at]))


def _held(c: Tagged, at: int, word: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """For whom a minister speaks, by the field and by the name that follow."""
    tail = _TAIL.match(c.shape, at + 1)
    words = range(at + 1, tail.end() if tail else at + 1)
    fields, home_fields, people = office_words()
    if not home_fields.isdisjoint(c.words[i] for i in words):
        return OURS
    if word in FELLOWS:
        return OURS if not fields.isdisjoint(c.words[i] for i in words) else ()
    # "noemde de minister Afghanistan": after an article a name is an object
    plain = at == 0 or c.shape[at - 1] not in "DH" or word in MANY
    names = {
        c.words[i]
        for i in words
        if c.shape[i] == "n"
        and NAMED.match(c.words[i])
        and c.words[i] not in fields
        and (plain or i > at + 1)
    }
    if not names:
        return named
    parts = {part for name in names for part in (name, *name.split("-"))}
    said = c.people or {}
    theirs = dict.fromkeys(said[part] for part in sorted(parts) if part in said)
    return tuple(theirs) or (OURS if parts & people else ())
