"""When two strings say the same: white space, hyphens and footnote marks never matter.

Knows: the form in which releases compare text. Does not know: items, scores, files.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOISE = re.compile(r"[\s\u00ad\u2010\u2011-]+")
# A footnote mark is set against the word before it ("Lissabon30") or its punctuation ("hubs.1").
# Four digits are a year, and a hyphen after the digits makes a word of them ("G7-landen").
_BEFORE = r"(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?)\]\"'”’])|(?<=[)\]\"'”’][.,;:!?])"
_MARK = re.compile(rf"(?:{_BEFORE})\d{{1,3}}(?![\w\u00ad\u2010\u2011-])")


def squash(text: str) -> str:
    """`text` in composed form (NFC) without white space and without hyphens."""
    # once more: letters and accents that stood apart stand together now
    return unicodedata.normalize("NFC", _NOISE.sub("", unicodedata.normalize("NFC", text)))


def drop_marks(text: str) -> str:
    """`text` without the digits of footnote marks that are printed against a word."""
    return _MARK.sub("", unicodedata.normalize("NFC", text))


@lru_cache(maxsize=4096)
def forms(text: str) -> tuple[str, str]:
    """The two forms in which texts are compared: squashed, and squashed without footnote marks."""
    return squash(text), squash(drop_marks(text))


def same(one: str | None, other: str | None) -> bool:
    """True when both say the same in either form; None equals None only."""
    if one is None or other is None:
        return one is other
    return any(mine == theirs for mine, theirs in zip(forms(one), forms(other), strict=True))


def starts(text: str, words: str) -> bool:
    """True when `text` starts with `words` in either form."""
    return any(t.startswith(w) for t, w in zip(forms(text), forms(words), strict=True))


def ends(text: str, words: str) -> bool:
    """True when `text` ends with `words` in either form."""
    return any(t.endswith(w) for t, w in zip(forms(text), forms(words), strict=True))


def holds(text: str, part: str) -> bool:
    """True when `part` occurs in `text` in either form. An empty part occurs nowhere."""
    return any(p and p in t for t, p in zip(forms(text), forms(part), strict=True))


def holds_key(text: str, key: str) -> bool:
    """True when the answer key occurs in `text`, whatever the case.

    The key keeps its digits in both comparisons, so that "G7" is never satisfied by "G20".
    """
    wanted = squash(key).casefold()
    return bool(wanted) and any(wanted in form.casefold() for form in forms(text))


@lru_cache(maxsize=4096)
def name_form(name: str) -> str:
    """The form in which paths and section names are compared: squashed, without case.

    The division slash that stands for a "/" inside a title counts as one.
    """
    return squash(name).replace("\u2215", "/").casefold()


def words(text: str) -> tuple[str, ...]:
    """The words of `text`, squashed, without case and footnote marks; bare hyphens drop out."""
    squashed = (squash(word).casefold() for word in drop_marks(text).split())
    return tuple(word for word in squashed if word)
