"""A facet of a topic: one thing that it is about, with all that it may be called in the papers.

Knows: terms and their spellings, which say nothing of a subject, how rare a name is. Does not
know: where facets come from (`rag.dossier_facets`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from index.analyse import analyser, content_tokens, fold
from index.links import GENERIC
from index.snapshot import Snapshot

MORE_GENERIC = """
nieuw onderhandelingen onderhandeling kwestie dossier onderwerp kader agenda jbz standpunt positie
ter tot vaststelling regels wetgeving regelgeving
regulation directive decision legislation proposal act law negotiations
position new against regarding concerning between about with from for the under over into its their
as of on in at to by and or
"""
# words that say what is done or where, not on what; a facet of their own only without others
GENERAL = """
beleid aanpak samenwerking tegengaan voorkomen voorkoming systeem systemen informatiesysteem
grens grenzen invoering instelling maatregel maatregelen uitdaging uitdagingen ontwikkeling
ontwikkelingen situatie verslag rapport evaluatie gevolg gevolgen land landen ander andere derde
versterking verbetering gebied terrein tussen rond europees lidstaat inzet plan plannen
toestand toezegging aankondiging aangekondigd uitvoering motie oprichting voortgang voorstellen
uitbreiding lijst wetsvoorstel wetsvoorstellen wet wetten voorstel voorstellen overeenkomst akkoord
verdrag internet online digitaal bedrijf bedrijven burgers agreement treaty internet digital
companies citizens expansion list voorbereiding bespreking discussie debat laatste gebruik rol
positie steun
policy approach cooperation system systems border borders measures countries country situation
report challenges introduction fight combating combat tackling prevention preventing information
strengthening implementation rules issue file between around use role support plan plans
"""
# kinds of concept that say little of what a file is about
SAYS = {
    **dict.fromkeys(("general", "position", "meeting", "document"), 0.3),
    **dict.fromkeys(("procedure", "actor"), 0.6),
}
_REMEMBERED = 100_000  # words
BEGINNING = 7  # letters in which words on one subject begin alike
CLOSE_BY = 2  # words on something before its matter within which an act is that on the matter
FINAL = {"v": "f", "z": "s"}
ONE_NAME = re.compile(r"(?<=[a-zë])-(?=[A-Z]\w+\b(?<!se)(?<!sche))")
Name = frozenset[str]


@dataclass(slots=True)
class Facet:
    """One thing that a topic is about: any of its `names` (sets of terms) will do.

    at: where it stands in the topic, [first, last) in characters of the folded text. `weight`: how
    much it says of what the file is. `concepts`: lines of the glossary. `broad`: names that mean
    more than the facet does. `general`: it only says what is done, or where. `forms`: its names of
    one word, in lower case, as they may begin or end a compound. `called`: its names as they stand.
    """

    names: set[Name]
    at: tuple[int, int]
    weight: float
    concepts: frozenset[int] = frozenset()
    kind: str = ""
    broad: set[Name] = field(default_factory=set)
    general: bool = False
    forms: set[str] = field(default_factory=set)
    called: tuple[str, ...] = ()

    @property
    def little(self) -> bool:
        """True when it says little of what the file is."""
        return self.kind in SAYS and self.kind != "procedure"

    @property
    def country(self) -> bool:
        """True for a country."""
        return self.kind == "country"


def terms_of(text: str) -> Name:
    """The terms of a text, with one spelling for "misdrijf" and "misdrijven".

    "Latijns-Amerika" is one name, "Bulgaars-Turkse" is two.
    """
    words = set(content_tokens(ONE_NAME.sub("", text)))
    return frozenset(term for word in words for term in _terms_of_word(word))


@lru_cache(_REMEMBERED)
def _terms_of_word(word: str) -> tuple[str, ...]:
    return tuple(spelt(term) for term in analyser().terms_of(word))


def together(name: Name, above: Name, text: str) -> bool:
    """False for an act and its matter ("verordening terugkeer") that stand apart in a text.

    A regulation in a title and the everyday word "terugkeer" below it are no act. What the heading
    (of the terms `above`) is about may be named by the act alone. Other names are always together.
    """
    matter = name - generic()
    if len(matter) != 1 or matter == name or matter <= above:
        return True
    each = [terms_of(word) for word in content_tokens(text)]
    return any(
        matter <= terms and name <= Name().union(*each[max(0, at - CLOSE_BY) : at + 2])
        for at, terms in enumerate(each)
    )


def spelt(term: str) -> str:
    """A term in the spelling that all its forms share."""
    return term[:-1] + FINAL.get(term[-1], term[-1])


def rarest(view: Snapshot, names: set[Name]) -> int:
    """How many passages at most hold one of the names."""
    return max((min(_held(view, term) for term in name) for name in names), default=0)


@cache
def generic() -> Name:
    """Terms that say what kind of act or talk it is, not on what."""
    return terms_of(GENERIC + MORE_GENERIC)


@cache
def general() -> Name:
    """Terms that say what is done or where; `generic` ones as well."""
    return generic() | terms_of(GENERAL)


def alike(some: Name, others: Name) -> bool:
    """True when one of the others begins as a word of some does.

    "Schengenverklaring" and "Schengenraad" are about Schengen.
    """
    begun = tuple(word[:BEGINNING] for word in some)
    return any(word.startswith(begun) for word in others)


def single_words(names: Iterable[str]) -> set[str]:
    """The names of one word, folded, in lower case."""
    return {fold(name).casefold() for name in names if name.isalpha()}


def _held(view: Snapshot, term: str) -> int:
    """How many passages hold a term, in either spelling."""
    other = {"f": "v", "s": "z"}.get(term[-1], term[-1])
    return max(view.held(term), view.held(term[:-1] + other))


def place_of(folded: str, words: str, upto: int) -> tuple[int, int]:
    """Where a stretch of tokens stands in the folded text."""
    tokens = [re.escape(token) for token in fold(words).split()]
    found = re.compile(r"[\W_]+".join(tokens)).search(folded, upto)
    return found.span() if found else (upto, upto)
