"""The marks that call footnotes in text without layout: a number glued to the word before it.

Knows: which glued numbers can be calls ("pact3", "2023.2") and which belong to what stands
before them (G7, EU27, 3.1). Does not know: where notes stand (`index.footnotes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.nouns import Span
from index.rows import Row

GLUED = re.compile(
    r"(?<=[^\W\d_]|[.,;:!?)\]’'”»%…])(?P<number>\d{1,3})(?=$|[\s.,;:!?)\]’”»–-])"
    r"|(?<![\d.,])(?P<year>(?:19|20)\d\d)(?P<after>\d{1,2})(?=$|[\s.,;:)])"
)


@dataclass(frozen=True, slots=True)
class _Call:
    """A glued number that may call a note. sure: nothing else explains it."""

    row: int
    start: int
    end: int
    sure: bool


class Calls:
    """All numbers of a paper that may be calls, handed out in order, each at most once."""

    def __init__(self, rows: Sequence[Row], source: str) -> None:
        """Looks through every row once."""
        self._source = source
        self._by_number: dict[int, list[_Call]] = {}
        self._first: dict[int, int] = {}  # candidates of a number before this one are behind us
        self._behind = -1  # where the last call that was found stands
        self._found: dict[int, list[tuple[int, _Call]]] = {}
        self._closed: set[int] = set()
        for i, row in enumerate(rows):
            for number, call in _calls(row, i, source):
                self._by_number.setdefault(number, []).append(call)

    def find(self, number: int, before: int) -> bool:
        """True when a row above row `before`, after the last call found, calls note `number`.

        A glued number that an acronym or a year explains as well ("NIS2") is taken only when
        there is no other.
        """
        listed = self._by_number.get(number, [])
        first = self._first.get(number, 0)
        while first < len(listed) and listed[first].start <= self._behind:
            first += 1
        self._first[number] = first
        doubtful: _Call | None = None
        for call in listed[first:]:
            if call.row >= before:
                break
            if call.row in self._closed:
                continue
            if call.sure:
                self._take(number, call)
                return True
            doubtful = call
        if doubtful is not None:
            self._take(number, doubtful)
        return doubtful is not None

    def close(self, start: int, end: int) -> None:
        """Rows `start` to `end` are a note's text: what they hold calls nothing."""
        self._closed.update(range(start, end))

    def marked(self, i: int, row: Row) -> Row:
        """Row i with its calls recorded and their digits left out."""
        found = self._found.get(i)
        if not found:
            return row
        calls = (*row.calls, *((call.start, number) for number, call in found))
        return replace(
            row.without(self._source, [Span(call.start, call.end) for _, call in found]),
            calls=calls,
        )

    def _take(self, number: int, call: _Call) -> None:
        self._behind = call.start
        self._found.setdefault(call.row, []).append((number, call))


def _calls(row: Row, i: int, source: str) -> Iterator[tuple[int, _Call]]:
    for found in GLUED.finditer(source, row.span.start, row.span.end):
        if found["after"]:
            yield int(found["after"]), _Call(i, found.start("after"), found.end(), sure=False)
        elif (sure := _explained(source, found.start(), found.end())) is not None:
            yield int(found["number"]), _Call(i, found.start(), found.end(), sure)


def _explained(source: str, at: int, end: int) -> bool | None:
    """True for a call, False for one that may be part of a name, None for a number in itself."""
    before = source[max(0, at - 40) : at]
    word = re.search(r"[^\W\d_]+$", before)
    if word:
        if word[0].isupper() and len(word[0]) <= 2:
            return None
        return not word[0].isupper() or len(word[0]) > 3
    decimal = re.search(r"(\d+)([.,])$", before)
    if decimal is None:
        return True
    digits = len(decimal[1])
    ends_sentence = decimal[2] == "." and digits >= 3 and end - at <= 2
    return True if digits == 4 or ends_sentence else None
