"""What a question asks: its language, whose position, which meeting or time.

Knows: the words for these in Dutch and English. Does not know: the library, or the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.actors import MEMBER_STATES, Mention, actors, mentions
from index.errors import QuestionRefused
from rag.nouns import Language
from rag.times import PRESIDES, Period, moments, periods
from rag.tongue import shares

LONGEST_QUESTION = 2000

# words that open or fill questions but are too rare in prose to be in the list of small words
ASKING = {
    "nl": (
        "wat wie welke welk wanneer waar waarom hoe hoeveel nou gaat gaan zei vond vindt wilde wil "
        "nederland nederlandse standpunt over volgens sinds nl lidstaten voorzitterschap commissie "
        "januari februari maart mei juni juli augustus oktober"
    ),
    "en": (
        "what who which when where why how many much did does do say said about dutch position "
        "netherlands according since there any get member states presidency commission "
        "january february march may june july august october"
    ),
    "de": "was wer welche wann wo warum wie viele über",
    "fr": "quoi quel quelle quels quelles quand où pourquoi comment combien dit",
    "es": "qué quién cuál cuándo dónde cómo cuánto",
}
DUTCH_SHAPE = re.compile(
    r"ij|aa|oo|uu|sch|heid|lijk|[eo]eu|oe[krt]|ee[rnl]|[ck]t[ie]e|atie\b|eit\b|zo|ngen\b"
)
ENGLISH_SHAPE = re.compile(
    r"th|tion\b|wh|ing\b|ty\b|ness|ment\b|ould|ough|sh|[aeiou]ck|ies\b|ise\b|ed\b|ous\b|[a-z]y\b"
)
DEVELOPMENT = re.compile(
    r"\b(?:ontwikkel\w*|sinds|door de (?:jaren|tijd)|over tijd|verloop|evolutie|veranderd?e?|"
    r"geschiedenis|develop\w*|since|over (?:time|the years)|evol\w+|chang\w+|history)\b",
    re.I,
)
ABOUT = re.compile(
    r"\b(?:van|of|voor|for|tot|to|in|met|with|naar|over|about|tegen|against|tussen|between|uit|from|"
    r"aan|op|on|by|door)\s+(?:(?:de|het|the)\s+)?$",
    re.I,
)
JOINED = re.compile(r"\s*(?:,|en|and|of|or|&)\s*(?:(?:de|het|the)\s+)?", re.I)
NOT_AN_ACTOR = frozenset({"Council"})  # every paper is about the Council; it narrows nothing


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a question.

    `actors`: values asked about, in order. `periods`: the times that the question names.
    `develops`: it asks how something changed. `topic`: what is searched for: the question without
    its times, its actors by their Dutch names. `third_language`: neither Dutch nor English, so
    answered in English.
    """

    text: str
    language: Language
    third_language: bool
    actors: tuple[str, ...]
    periods: tuple[Period, ...]
    develops: bool
    topic: str

    def summary(self) -> str:
        """One line for the reader: "Nederland · juni 2024"."""
        names = [actors()[value].name(self.language) for value in self.actors]
        return " · ".join([*names, *(period.label for period in self.periods)])

    def at_time(self, day: str) -> bool:
        """True when an ISO date lies within the time asked for (always, where none is)."""
        return not self.periods or any(period.holds(day) for period in self.periods)


def understand(question: str) -> Understood:
    """Read a question; raises QuestionRefused when it is empty or too long."""
    readable = question.encode("utf-8", "replace").decode()  # a terminal may send broken letters
    text = " ".join(readable.replace("\x00", " ").split())
    if not text or not re.search(r"\w", text):
        raise QuestionRefused(
            "question: it is empty; ask something, for example 'what was NL's position on CSAM?'"
        )
    if len(text) > LONGEST_QUESTION:
        raise QuestionRefused(
            f"question: {len(text)} characters are too many; ask in at most {LONGEST_QUESTION}"
        )
    language, third = _language(text)
    return Understood(
        text,
        language,
        third,
        _actors(text),
        periods(text),
        DEVELOPMENT.search(text) is not None,
        _topic(text),
    )


def _language(text: str) -> tuple[Language, bool]:
    """Dutch or English; for a third language English, said so."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    share = shares(text)
    points = {
        tongue: share.get(tongue, 0.0) * len(words) + sum(word in asked.split() for word in words)
        for tongue, asked in ASKING.items()
    }
    best = max(points.values())
    if best > 0 and points["nl"] != points["en"] and best in (points["nl"], points["en"]):
        return ("nl" if points["nl"] == best else "en"), False
    third = [tongue for tongue in ("de", "fr", "es") if points[tongue] == best]
    if third and best >= 2 and best > points["nl"] + 1 and best > points["en"] + 1:
        return "en", True
    joined = " ".join(words)
    dutch, english = len(DUTCH_SHAPE.findall(joined)), len(ENGLISH_SHAPE.findall(joined))
    return ("en" if english > dutch else "nl"), False


def _actors(text: str) -> tuple[str, ...]:
    """The actors whose view or act a question asks for.

    The unnamed group counts only where nobody else is named; a country after a preposition
    ("de toetreding van Bulgarije") is what the question is about when somebody else speaks.
    """
    found = [m for m in _mentions(text) if m.actor not in NOT_AN_ACTOR]
    found = [m for m in found if not PRESIDES.match(text, m.end)]
    speaking = [m for m in found if m not in _spoken_about(text, found)]
    values = list(dict.fromkeys(m.actor for m in speaking or found))
    named = [value for value in values if value != MEMBER_STATES]
    return tuple(named or values)


def _spoken_about(text: str, found: list[Mention]) -> list[Mention]:
    """Those named after a preposition, and those joined to them: "over Bulgarije en Roemenië"."""
    about: list[Mention] = []
    for m in found:
        joined = (
            about
            and about[-1].actor != MEMBER_STATES
            and JOINED.fullmatch(text[about[-1].end : m.start])
        )
        if joined or ABOUT.search(text[: m.start]):
            about.append(m)
    return about


def _folded_mentions(text: str) -> list[Mention]:
    """Mentions in any case, as people type: "nederland", "the commission", "nl"."""
    if text.isupper():
        text = text.lower()
    titled = re.sub(r"(?<!\w)(?:nl|vk|uk|ep|eom|eppo|fra|icc)(?!\w)", lambda m: m[0].upper(), text)
    titled = re.sub(r"\b[a-zë]", lambda m: m[0].upper(), titled)
    both = {(m.start, m.end): m for m in [*mentions(titled), *mentions(text)]}
    out: list[Mention] = []
    for mention in sorted(both.values(), key=lambda m: (m.start, -m.end)):
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return out


def _mentions(text: str) -> list[Mention]:
    """Mentions that are no part of a time ("onder Belgisch voorzitterschap")."""
    times = moments(text)
    return [
        m
        for m in _folded_mentions(text)
        if not any(time.start < m.end and m.start < time.end for time in times)
    ]


def _topic(text: str) -> str:
    """The question in the words of the papers: Dutch names for actors, and no times.

    Times are left to the meetings' dates: papers are full of other dates. The whole question
    where nothing else is left.
    """
    cuts = [(moment.start, moment.end, " ") for moment in moments(text)]
    cuts += [(m.start, m.end, actors()[m.actor].nl) for m in _mentions(text)]
    pieces, at = [], 0
    for start, end, instead in sorted(cuts):
        pieces += [text[at:start], instead]
        at = end
    topic = " ".join("".join([*pieces, text[at:]]).split())
    return topic if re.search(r"\w", topic) else text
