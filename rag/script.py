"""What a draft may say: free words, but quotations only from the evidence and keys only known ones.

Knows: the evidence as texts to be copied, quotation marks and key brackets, where a copy may begin
and end. Does not know: tokens, models, whether a sentence is true.
Works on bytes, since a token may hold part of a character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.keys import CONSONANTS, DIGITS, VOWELS, harmless
from rag.nouns import Evidence

# The marks with which a draft may open a quotation, and the one that then closes it.
PAIRS = {'"': '"', "“": "”", "„": "”", "«": "»"}
BRACKET, UNBRACKET = "[", "]]"
# Other marks that a reader (and `rag.quotations`) may take for one: free words have none of them.
NEVER = frozenset("”»‟〝〞＂`]【】")
# These open a quotation too, unless they stand after a letter, as an apostrophe does.
SINGLE = frozenset("'‘‚")
MARKED = frozenset(PAIRS) | NEVER | SINGLE | {BRACKET}
# A copy runs up to these: they would end the quotation, or a list or emphasis would be read in it.
_CUT = re.compile(r"[\"“”„‟«»〝〞＂`*_\n]+")
KEY_CLASSES = (CONSONANTS, VOWELS, CONSONANTS, VOWELS, DIGITS)


@dataclass(frozen=True, slots=True)
class Source:
    """A text to be copied; it may be left before the byte `ends` holds."""

    text: bytes
    ends: frozenset[int]


@dataclass(frozen=True, slots=True)
class Free:
    """Outside quotations. `word`: the last character belongs to a word; `begun`: the beginning of
    that word when it may become a bare key, else None ("" between words)."""

    word: bool = False
    begun: str | None = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """Inside a quotation or a bracket that `leave` closes; at these places (source, byte)."""

    leave: bytes
    places: tuple[tuple[Source, int], ...]
    moved: bool


@dataclass(frozen=True, slots=True)
class Leaving:
    """Within the bytes of a closing mark; `rest` is still to come."""

    rest: bytes


State = Free | Inside | Leaving


@dataclass(frozen=True, slots=True)
class Script:
    """What one request may copy: its quotes, from these places on, and its keys."""

    starts: tuple[tuple[Source, int], ...]
    keys: tuple[tuple[Source, int], ...]

    def entered(self, mark: str) -> Inside:
        """The state after an opening mark."""
        if mark == BRACKET:
            return Inside(UNBRACKET.encode(), self.keys, False)
        return Inside(PAIRS[mark].encode(), self.starts, False)

    def after(self, state: State, said: bytes) -> State:
        """The state after `said`. Raises ValueError when that may not be said."""
        while said:
            if isinstance(state, Free):
                state, said = self._freely(state, said)
            elif isinstance(state, Leaving):
                if not said.startswith(state.rest):
                    raise ValueError("a closing bracket is broken off")
                said = said[len(state.rest) :]
                state = Free()
            else:
                state, said = _copied(state, said)
        return state

    def _freely(self, state: Free, said: bytes) -> tuple[State, bytes]:
        """The state after the free words up to and with an opening mark, and what is left."""
        words = said.decode(errors="replace")
        for place, sign in enumerate(words):
            single = sign in SINGLE and not (is_word(words[place - 1]) if place else state.word)
            if sign in NEVER or single:
                raise ValueError(f"{sign!r} may not stand here")
            if sign in PAIRS or sign == BRACKET:
                mark = sign.encode()
                return self.entered(sign), said[said.index(mark) + len(mark) :]
        return Free(is_word(words[-1]), begun(state.begun, words)), b""


def script(evidence: Sequence[Evidence]) -> Script:
    """What may be copied from the evidence, as a writer is shown it."""
    texts = [" ".join(harmless(piece.citation.quote).split()) for piece in evidence]
    quotes = [_quote(part.strip()) for text in dict.fromkeys(texts) for part in _CUT.split(text)]
    starts = [(source, place) for source, places in quotes for place in places]
    keys = [f"[{piece.key}".encode() for piece in evidence]
    return Script(tuple(starts), tuple((Source(key, frozenset({len(key)})), 0) for key in keys))


def _quote(text: str) -> tuple[Source, list[int]]:
    """A text as a source that can be left after words and marks, and where its words begin."""
    begins, ends, place = [], set(), 0
    for before, sign in zip(f" {text}", f"{text} ", strict=True):
        border = not (_in_word(before) and _in_word(sign))
        if border and is_word(sign):
            begins.append(place)
        if border and before.strip():
            ends.add(place)
        place += len(sign.encode())
    return Source(text.encode(), frozenset(ends)), begins


def _in_word(sign: str) -> bool:
    """True for what stands in a word: the dot that `harmless` puts in it as well."""
    return is_word(sign) or sign == "·"


def begun(before: str | None, words: str) -> str | None:
    """The beginning of the word that `words` end in, as far as a bare key may come of it."""
    tail = re.search(r"\w*$", words.casefold())
    last = tail[0] if tail else ""
    if len(last) == len(words):  # the word began before
        if before is None:
            return None
        last = before + last
    return last if begins_key(last) else None


def begins_key(word: str) -> bool:
    """True when a key may begin with `word`; "" begins every key."""
    return len(word) < len(KEY_CLASSES) and all(
        sign in signs for sign, signs in zip(word, KEY_CLASSES, strict=False)
    )


def ends_key(word: str) -> bool:
    """True when a key may end in `word`, of one to five characters."""
    signs = KEY_CLASSES[-len(word) :] if word else ()
    return 0 < len(word) <= len(KEY_CLASSES) and all(
        sign in those for sign, those in zip(word, signs, strict=True)
    )


def is_word(sign: str) -> bool:
    """True for a letter, a figure or a low line."""
    return sign.isalnum() or sign == "_"


def _copied(state: Inside, said: bytes) -> tuple[State, bytes]:
    """Out of the sources, or one byte further in them; and what is left of `said`."""
    if state.moved and any(at in source.ends for source, at in state.places):
        if said.startswith(state.leave):
            return Free(), said[len(state.leave) :]
        if state.leave == UNBRACKET.encode() and said == state.leave[:1]:
            return Leaving(said), b""
    on = tuple((s, at + 1) for s, at in state.places if s.text[at : at + 1] == said[:1])
    if not on:
        raise ValueError("this is not in the evidence")
    return Inside(state.leave, on, True), said[1:]
