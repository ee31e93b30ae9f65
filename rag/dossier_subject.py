"""What a dossier is about, and how much of it a text names.

Knows: that a topic names its file once more in brackets ("(EES)"), that countries it names must be
named. Does not know: where facets come from (`rag.dossier_facets`), which sentences belong to it.
"""

from __future__ import annotations

import re

from index.analyse import fold
from index.library import Library
from index.snapshot import Snapshot
from rag.dossier_acts import Acts, acts_of, others
from rag.dossier_facet import Facet, Name, general, generic, rarest, terms_of, together
from rag.dossier_facets import facets
from rag.nouns import Language

BRACKETS = re.compile(r"\(([^()]*)\)")
AND: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(r"\W*(?:en|of|/|,)\W*|-\s*en\W*"),
    "en": re.compile(r"\W*(?:and|or|/|,)\W*"),
}
# the other side of a treaty with the Union, in the letters that the papers have for it
OTHER_SIDE = re.compile(r"\b(?:EU[-/])?[VU](?P<last>[SK])\b-?")
LISTED = re.compile(r",|;|\b(?:en|and|of|or)\b")
# letters of a name that may begin a compound, or end one; what that counts
SHORTEST_HEAD, SHORTEST_PART, PART = 4, 6, 0.6
SHORTEST_REST = 3  # "terugkeerhub"
ACROSS = "grensoverschrijd"  # says how, and not that it is about borders
BROAD = 0.45  # what a name counts that means more than the topic
WITHOUT_COUNTRY = 0.6  # what is named counts where the country is not, or nothing else is
FILES = ("instrument", "system", "crime")  # kinds of concept that are files of their own
MUCH_MORE = 3  # times as many passages that hold a broad name as hold the names in brackets
Held = tuple[float, ...]
NONE = Name()


class Subject:
    """The topic of one dossier over one library; see `share`."""

    def __init__(self, library: Library, topic: str, language: Language = "nl") -> None:
        """Looks up how rare each facet is, and what it may be called; language: the topic's."""
        topic = OTHER_SIDE.sub(lambda found: f"V{found['last']} ", topic)
        main = BRACKETS.sub(lambda found: " " * len(found[0]), topic)
        with library.searching() as view:
            found = facets(view, library.glossary, main)
            for inside in BRACKETS.finditer(topic):
                for other in facets(view, library.glossary, inside[1]):
                    _merge(view, found, other, inside.start())
        self.facets = _coordinated(found, fold(main), AND[language])
        self._total = sum(facet.weight for facet in self.facets) or 1.0
        self.acts = _acts_asked(topic, main)
        self._glossary = library.glossary
        self._parts = [_single(facet) for facet in self.facets]
        self._compounds: list[dict[str, bool]] = [{} for _ in self.facets]

    def share(self, text: str) -> float:
        """The share of the topic's facets that `text` names, by their weight: from 0 to 1."""
        return self.worth(self.held(text))

    def held(self, text: str, heading: str = "") -> Held:
        """How much a text under a heading names each facet, from 0 to 1."""
        there, above = terms_of(f"{text} {heading}"), terms_of(heading)
        return tuple(self._named(at, there, above, text) for at in range(len(self.facets)))

    def of_title(self, title: str) -> Held:
        """How much a title names each facet, or a text of which only that matters: loosely."""
        return self.held("", title)

    def _named(self, at: int, there: Name, above: Name = NONE, text: str = "") -> float:
        """How much a text of these terms names a facet: 1, PART in a compound, BROAD, 0.

        above: the terms of its heading.
        """
        facet, parts, known = self.facets[at], self._parts[at], self._compounds[at]
        if any(name <= there and together(name, above, text) for name in facet.names):
            return 1.0
        for word in there:
            if word not in known:
                known[word] = any(_in_compound(part, word) for part in parts)
            if known[word]:
                return PART
        return BROAD if any(name <= there for name in facet.broad) else 0.0

    def worth(self, held: Held) -> float:
        """The share of the facets that are held, by their weight: from 0 to 1.

        Where the topic names a country and the text does not, it may be about another one; where
        it names nothing else, it may be about anything.
        """
        every = list(zip(self.facets, held, strict=True))
        named = {f.country for f, h in every if h}
        asked = {f.country for f, _ in every}
        least = 1.0 if named == asked else WITHOUT_COUNTRY
        return least * sum(facet.weight * h for facet, h in every) / self._total

    def besides(self, text: str) -> frozenset[int]:
        """The laws, systems and crimes that a text names and the topic does not, as glossary lines.

        Such a sentence brings up another file, unless that file was brought up with the topic.
        """
        own = {line for facet in self.facets for line in facet.concepts}
        return frozenset(
            found.concept.line
            for found in self._glossary.find(text)
            if found.concept.kind in FILES
            and found.concept.line not in own
            and not terms_of(found.words) <= generic()
        )

    def another_act(self, title: str) -> bool:
        """True when a title names another kind of act than the topic does, and not its own."""
        return others(self.acts, acts_of(title))

    def own_of(self, title: str) -> Name:
        """The terms of a title that say what it is about and that the topic does not name.

        Of a compound that ends in a general word the rest: "visum" of "visumbeleid".
        """
        terms = terms_of(title) - general()
        each = range(len(self.facets))
        asked = {t for t in terms if any(self._named(at, Name({t})) for at in each)}
        return frozenset(_without_general(term) for term in terms - asked)

    def wider(self) -> Name:
        """The terms that alone mean more than the topic: "terugkeer" of "terugkeerverordening".

        Not the parts of a compound that nobody wrote: "kerncentrale" is about neither.
        """
        facets = (f for f in self.facets if f.concepts or len(f.broad) == 1)
        names = (name for facet in facets for name in facet.broad if len(name) == 1)
        return NONE.union(*names) - general()

    def its_act(self, text: str) -> bool:
        """True when a text names the kind of act that the topic does."""
        return bool(self.acts & acts_of(text))


def _single(facet: Facet) -> set[str]:
    """The names of one term that may begin or end a compound."""
    return {next(iter(name)) for name in facet.names if len(name) == 1} | facet.forms


def _without_general(term: str) -> str:
    ends = (len(g) for g in general() if len(g) >= SHORTEST_HEAD and term.endswith(g))
    rest = term[: -max(ends, default=0) or None]
    return rest if len(rest) >= SHORTEST_HEAD else term


def _in_compound(part: str, word: str) -> bool:
    """True for "drug" in "drugshandel": a compound is on what it begins with, if that is a word."""
    if word.startswith(ACROSS):
        return False
    begins = len(part) >= SHORTEST_HEAD and len(word) >= len(part) + SHORTEST_REST
    return (begins and word.startswith(part)) or (
        len(part) >= SHORTEST_PART and word != part and word.endswith(part)
    )


def _acts_asked(topic: str, main: str) -> Acts:
    """The kinds of act that a topic names; in brackets they count where one name stands there."""
    inside = [found[1] for found in BRACKETS.finditer(topic) if not LISTED.search(found[1])]
    return acts_of(main) or acts_of(" ".join(inside))


def _merge(view: Snapshot, found: list[Facet], other: Facet, at: int) -> None:
    """Take `other` as more names of a facet of the same concept, else of the last one before.

    Where the names before the brackets stand in far more passages, they mean more than the topic.
    """
    same = [f for f in found if f.concepts & other.concepts]
    before = [f for f in found if f.at[1] <= at]
    telling = [f for f in before if not f.little]
    into = (same or telling or before or [other])[-1]
    if into is other:
        found.append(other)
        return
    much = MUCH_MORE * max(1, rarest(view, other.names))
    if not same and rarest(view, into.names) > much:
        wider = into.names - other.names
    else:
        wider = {name for name in into.names if _begins(name, other.names)}
    into.broad |= wider
    into.names -= wider
    into.names |= other.names
    into.concepts |= other.concepts
    into.forms |= other.forms
    into.forms -= {form for form in into.forms if terms_of(form) in wider}


def _begins(name: Name, others: set[Name]) -> bool:
    """True for "terugkeer" where the brackets have "terugkeerhub"."""
    if len(name) > 1:
        return False
    (term,) = name
    stem = term[:-1] if len(term) > SHORTEST_PART else term
    return any(word != term and word.startswith(stem) for other in others for word in other)


def _coordinated(found: list[Facet], folded: str, joins: re.Pattern[str]) -> list[Facet]:
    """Facets that "en" joins become one: a text that names one of them is on the topic."""
    joined: list[Facet] = []
    for facet in found:
        last = joined[-1] if joined else None
        between = folded[last.at[1] : facet.at[0]] if last else ""
        one_kind = last is not None and (last.kind == "body") == (facet.kind == "body")
        if last and one_kind and not last.little and joins.fullmatch(between) and between.strip():
            last.names |= facet.names
            last.broad |= facet.broad
            last.forms |= facet.forms
            last.at = (last.at[0], facet.at[1])
            last.weight = max(last.weight, facet.weight)
        else:
            joined.append(facet)
    return joined
