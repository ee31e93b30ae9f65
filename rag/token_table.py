"""The tokens of a model, sorted by what they do to a quotation or a bracket.

Knows: which tokens are free words, which open or close a mark, which copy a text. Does not know:
models, tensors, evidence.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.keys import KEY_WORD
from rag.script import (
    BRACKET,
    MARKED,
    NEVER,
    PAIRS,
    SINGLE,
    UNBRACKET,
    Free,
    Inside,
    Script,
    State,
    ends_key,
    is_word,
)

LONGEST = 32  # bytes of a token that copies; what is longer is said in shorter ones
# A token that ends within one of these characters could be the beginning of a mark.
_LEADS = tuple(
    {mark.encode()[:length] for mark in MARKED for length in range(1, len(mark.encode()))}
)
# Most tokens are known at once to be free words, or to hold no mark: a model has many thousands.
_LETTERS = re.compile(rb"[A-Za-z ]*")
_MARKED = re.compile(
    "|".join(map(re.escape, "".join(PAIRS) + "".join(PAIRS.values()) + "[]")).encode()
)
_KEY_HEAD = re.compile(rb"[A-Za-z]{0,4}[0-9](?![\w\x80-\xff])")
Ids = tuple[int, ...]
Marked = Sequence[tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class TokenTable:
    """What the tokens of a model do.

    texts: the bytes of each id. free: those that neither open nor close anything; of these
    `apostrophe` may only follow a letter, and `key_ends[n]` may not follow the first 5 - n
    characters of a bare key. opening: those that open a mark, with the mark and what follows it.
    copying: ids by their text. closing: by the closing mark and by the text before it.
    """

    texts: tuple[bytes, ...]
    free: Ids
    apostrophe: Ids
    key_ends: tuple[Ids, ...]
    opening: tuple[tuple[int, str, bytes], ...]
    copying: dict[bytes, Ids]
    closing: dict[bytes, dict[bytes, Ids]]

    def opens(self, script: Script) -> Ids:
        """The tokens with which free words may go over into a quotation or a bracket."""
        begins = {
            mark: {source.text[at : at + n] for source, at in places for n in range(LONGEST + 1)}
            for mark, places in ((BRACKET, script.keys), ("", script.starts))
        }
        return tuple(
            token
            for token, mark, rest in self.opening
            if rest in begins[mark if mark == BRACKET else ""]
        )

    def next_in(self, state: State) -> Ids:
        """The tokens that may follow inside a quotation or bracket, or on the way out of one."""
        if isinstance(state, Free):
            raise ValueError("free words are not counted out")
        if not isinstance(state, Inside):
            return self.closing[state.rest].get(b"", ())
        closing = self.closing[state.leave]
        found: set[int] = set()
        for text, ends in {
            (s.text[at : at + LONGEST], _near(s.ends, at)) for s, at in state.places
        }:
            for length in range(1, len(text) + 1):
                found.update(self.copying.get(text[:length], ()))
            for end in ends:
                if end or state.moved:
                    found.update(closing.get(text[:end], ()))
        return tuple(found)


def _near(ends: frozenset[int], at: int) -> tuple[int, ...]:
    """The ends within a token's length of `at`, counted from there."""
    return tuple(n for n in range(LONGEST + 1) if at + n in ends)


def token_table(texts: Sequence[bytes]) -> TokenTable:
    """The table of the tokens that write `texts`."""
    copying: dict[bytes, list[int]] = defaultdict(list)
    for token, text in enumerate(texts):
        if 0 < len(text) <= LONGEST:
            copying[text].append(token)
    marks = [mark for mark, close in PAIRS.items() if close.encode() in copying]
    marked = [(token, text) for token, text in enumerate(texts) if _MARKED.search(text)]
    free = [token for token, text in enumerate(texts) if _is_free(text)]
    key_ends: list[list[int]] = [[] for _ in range(6)]
    for token in free:
        head = _KEY_HEAD.match(texts[token])
        if head and ends_key(head[0].decode().lower()):
            key_ends[len(head[0])].append(token)
    singles = tuple(mark.encode() for mark in SINGLE)
    return TokenTable(
        texts=tuple(texts),
        free=tuple(free),
        apostrophe=tuple(token for token in free if texts[token].startswith(singles)),
        key_ends=tuple(map(tuple, key_ends)),
        opening=tuple(_opening(marked, [*marks, BRACKET])),
        copying={text: tuple(ids) for text, ids in copying.items()},
        closing={
            leave: _closing(marked, leave)
            for leave in (*{PAIRS[mark].encode() for mark in marks}, UNBRACKET.encode(), b"]")
        },
    )


def _is_free(text: bytes) -> bool:
    """True when a token opens and closes nothing, whatever stands before it (but see SINGLE)."""
    if _LETTERS.fullmatch(text):
        return True
    if text.endswith(_LEADS):
        return False
    words = text.decode(errors="replace")
    if any(sign in NEVER or sign in PAIRS or sign == BRACKET for sign in words):
        return False
    if not words.isprintable() and any(_hides(sign) for sign in words):
        return False
    if any(sign in SINGLE and not is_word(before) for before, sign in pairwise(words)):
        return False
    return not any(found.start() for found in KEY_WORD.finditer(words))


def _hides(sign: str) -> bool:
    """True for a sign that readers do not see and that `rag.draft` takes out."""
    return sign not in "\n\t" and unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs", "Cn")


def _opening(marked: Marked, marks: Iterable[str]) -> Iterable[tuple[int, str, bytes]]:
    """The tokens of free words and one opening mark, and what stands after it."""
    for token, text in marked:
        found = [(text.find(mark.encode()), mark) for mark in marks if mark.encode() in text]
        if found:
            place, mark = min(found)
            before, rest = text[:place], text[place + len(mark.encode()) :]
            if not before or _follows(before):
                yield token, mark, rest


def _closing(marked: Marked, leave: bytes) -> dict[bytes, Ids]:
    """The tokens that close a mark, by what they copy before it; free words may follow it."""
    closing: dict[bytes, list[int]] = defaultdict(list)
    for token, text in marked:
        before, found, after = text.partition(leave)
        if found and (not after or _follows(after)):
            closing[before].append(token)
        elif leave == UNBRACKET.encode() and text == leave[:1]:
            closing[b""].append(token)
    return {text: tuple(ids) for text, ids in closing.items()}


def _follows(text: bytes) -> bool:
    """True when free words may go on so after anything, a closing mark or half a word."""
    words = text.decode(errors="replace")
    return words[0] not in SINGLE and _is_free(text) and not ends_key(_head(words.casefold()))


def _head(words: str) -> str:
    """The word that a text begins with, or goes on with."""
    length = next((i for i, sign in enumerate(words) if not is_word(sign)), len(words))
    return words[:length]
