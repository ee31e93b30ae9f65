"""What a briefing has said already, and how many words it may still quote.

Knows: that no sentence is said twice, also not in nearly the same words, and how long a briefing
may be. Does not know: which sentences matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from index.analyse import analyser
from rag.nouns import Citation, Statement

MOST_WORDS = 780  # of quotes, over all parts: with their footnotes about three pages
LONGEST = 120  # words of one quote; what is longer is a list or a fault of reading
MOST_LETTERS = 1500  # of one quote, for a text without blanks
ALIKE = 0.7  # share of common terms above which two sentences say the same
FEW = 4  # terms under which two sentences are alike only when they are the same

_Place = tuple[str, int, int, frozenset[str]]


@dataclass(slots=True)
class Ledger:
    """Kept while a briefing is put together; `left_out` counts what there was no room for."""

    left: int = MOST_WORDS
    left_out: int = 0
    _said: list[_Place] = field(default_factory=list)

    def take(
        self, statements: Iterable[Statement], words: int, *, exact: bool = False
    ) -> list[Statement]:
        """Those of `statements`, best first, that are new and fit in `words` and in what is left.

        They come back in the order given. exact: what is merely like another is new.
        """
        taken: list[Statement] = []
        for one in statements:
            length = len(one.text.split())
            if length > LONGEST or len(one.text) > MOST_LETTERS:
                continue
            if self.knows(one, exact=exact):
                continue
            if length > min(words, self.left):
                self.left_out += 1
                continue
            words, self.left = words - length, self.left - length
            self.note(one)
            taken.append(one)
        return taken

    def note(self, statement: Statement) -> None:
        """Remember that this was said; a model's words cost no quotes, what they cite is said."""
        self._said += [_place(one) for one in statement.citations]

    def knows(self, statement: Statement, *, exact: bool = False) -> bool:
        """True when all that it cites was said, whole or in part or in nearly the same words.

        exact: in the same words.
        """
        return all(self._said_before(_place(one), exact) for one in statement.citations)

    def _said_before(self, place: _Place, exact: bool) -> bool:
        document, start, end, terms = place
        return any(
            (other == document and start < upto and since < end)
            or (terms == theirs if exact else _alike(terms, theirs))
            for other, since, upto, theirs in self._said
        )


def _place(cited: Citation) -> _Place:
    return cited.document, cited.start, cited.end, frozenset(analyser().terms(cited.quote))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return shorter >= FEW and len(one & other) / shorter > ALIKE
