"""Whose words a sentence reports: the speakers of its main clauses, or unknown.

Knows: what a sentence takes from the one before (pronouns, "beide landen", passives, fragments)
and from its paper ("wij" in a letter, discussion questions). Does not guess: what does not fit
is unknown. Does not know: the grammar (`index.clauses`), what kind of statement it is
(`index.statements`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.actors import HOME, MEMBER_STATES, UNKNOWN
from index.clauses import Said, said
from index.implied import Before, implied
from index.nouns import AgendaItem, Document, Span
from index.offices import OfficeHolders
from index.outline import LETTER_SECTION
from index.sentences import MARK, sentences, without_call
from index.tagging import Tagged, tagged

LONGEST_SENTENCE = 3000  # characters; what is longer is a list or a table, and says nothing
THOSE = re.compile(
    r"^\W*(?:(?:ook|daarnaast \w+|verder \w+|daarop \w+)\s+)?"
    r"(?P<many>beide|deze|die|diezelfde) (?:landen|lidstaten|staten|delegaties|ministers)\b|"
    r"^\W*(?P<one>dit land|het land|deze lidstaat|die lidstaat)\b",
    re.I,
)
PLURAL = re.compile(r"\b(?:\w+en|zijn|doen|gaan|staan|zien)$")


class Hearing:
    """Who speaks in the sentences of one item, worked out as far as it is asked.

    cuts[i] is a sentence as `index.sentences` cuts it; spans[i] the same without a call before it.
    In a letter "wij" is the Dutch government; a question in a report or an agenda is one that
    the Presidency put to the ministers.
    """

    def __init__(self, document: Document, item: AgendaItem) -> None:
        """Cuts the item; nobody is heard yet."""
        text = self._text = document.text
        start = item.span.start
        letter = document.kind == "brief" or item.section == LETTER_SECTION
        self._first_person = HOME if letter else None
        self._asks = not letter and document.kind != "overig"
        self._people = OfficeHolders(text)
        cut = sentences(item.span.of(text))
        self.cuts = tuple(Span(start + one.start, start + one.end) for one in cut)
        self._starting = {span.start: at for at, span in enumerate(self.cuts)}
        self._ending = {span.end: at for at, span in enumerate(self.cuts)}
        self.spans = tuple(_without_calls(text, item, span) for span in self.cuts)
        self._texts = tuple(span.of(text) for span in self.spans)
        self._listed = _listed(self._texts)
        self._heard: dict[int, tuple[str, ...]] = {}

    def cut(self, span: Span) -> list[Span]:
        """The sentences of a slice of the paper, as `sentences` cuts it by itself.

        Where it begins and ends with sentences of the item they are those, unless it begins with
        what may be the number of a line: whether it is, its beginning tells.
        """
        first, last = self._starting.get(span.start), self._ending.get(span.end)
        marked = any(sign.isdigit() for sign in self._text[span.start : span.start + MARK])
        if first is None or last is None or marked:
            return sentences(self._text, span)
        return list(self.cuts[first : last + 1])

    def until(self, end: int) -> tuple[str, ...]:
        """Whose words the sentence of the item reports that ends at `end`; () where none does."""
        at = self._ending.get(end)
        return () if at is None else self.who(at)

    def who(self, at: int) -> tuple[str, ...]:
        """The actors whose words sentence `at` reports; pronouns follow on.

        Whom a pronoun means is known from the nearest sentence before that leans on none.
        """
        first = at
        while first not in self._heard and not self._hear(first):
            first -= 1
        for place in range(first + 1, at + 1):
            if place not in self._heard:
                self._hear(place)
        return self._heard[at]

    def _hear(self, at: int) -> bool:
        """True, and who speaks in it kept, unless the sentence before needs to be heard first."""
        needed: list[int] = []

        def before() -> tuple[str, ...]:
            if at and at - 1 not in self._heard:
                needed.append(at - 1)
            return self._heard.get(at - 1, ())

        text = self._texts[at]
        who = _speakers(text, before, self._first_person, self._people)
        if not who and text.endswith("?") and self._asks:
            who = ("Presidency",)
        if not who and self._listed[at]:
            who = before()
        if not needed:
            self._heard[at] = who
        return not needed


def _listed(texts: Sequence[str]) -> list[bool]:
    """For each sentence whether it is a line of a list that a colon opened."""
    opened, inside = False, list[bool]()
    for text in texts:
        inside.append(opened)
        opened = text.endswith(":") or (opened and text.endswith((";", ",")))
    return inside


def spoken(document: Document, item: AgendaItem) -> list[tuple[Span, tuple[str, ...]]]:
    """Each sentence of an item with the actors whose words it reports (see Hearing)."""
    hearing = Hearing(document, item)
    return [(span, hearing.who(at)) for at, span in enumerate(hearing.spans)]


def _without_calls(text: str, item: AgendaItem, span: Span) -> Span:
    """The sentence without the call that it begins with, of a note whose call was not found."""
    for note in item.notes if text[span.start].isdigit() else ():
        before = [n.call for n in item.notes if n.number < note.number and n.call is not None]
        after = [n.call for n in item.notes if n.number > note.number and n.call is not None]
        between = max(before, default=0) <= span.start <= min(after, default=span.start)
        if note.call is None and between:
            span = without_call(text, span, note.number)
    return span


def speakers(
    sentence: str,
    before: tuple[str, ...] = (),
    first_person: str | None = None,
    people: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The actors whose statement or act `sentence` reports, most specific first; () is unknown.

    before: the speakers of the sentence before, for pronouns. first_person: who "wij" is, in a
    letter. people: names of ministers and the states that the paper says they are of.
    """
    return _speakers(sentence, lambda: before, first_person, people)


def _speakers(
    sentence: str, before: Before, first_person: str | None, people: Mapping[str, str] | None
) -> tuple[str, ...]:
    """See `speakers`; `before` is asked only where the sentence leans on the one before."""
    if len(sentence) > LONGEST_SENTENCE:
        return ()
    words = tagged(sentence, people)
    those = THOSE.match(sentence)
    if those:
        several = before()
        many = len(several) > 1 or MEMBER_STATES in several
        return several if several and bool(those["many"]) == many else ()
    who: list[str] = []
    for part in said(words):
        who += _meant(words, part, before()) if part.pronoun else part.actors
    if not who:
        who += implied(sentence, words, before, first_person)
    named = sorted(dict.fromkeys(who), key=lambda actor: actor == MEMBER_STATES)
    return tuple(named)


def actor_value(who: tuple[str, ...]) -> str:
    """The actors of a statement as one JSON value: several are separated by "; "."""
    return "; ".join(who) or UNKNOWN


def _meant(words: Tagged, part: Said, before: tuple[str, ...]) -> tuple[str, ...]:
    """Whom "hij" or "zij" means: the verb's number must fit those who spoke before."""
    verb = next(
        (
            words.words[at]
            for at in range(part.start, len(words.shape))
            if words.shape[at] in "VvXW"
        ),
        None,
    )
    several = len(before) > 1 or MEMBER_STATES in before
    if verb is None or not before:
        return before if verb is not None or words.shape[:1] == "R" else ()
    if PLURAL.search(verb):
        return before if several and re.search("[VtkN]", words.shape) else ()
    return before if not several else before[:1] if before[0] != MEMBER_STATES else ()
