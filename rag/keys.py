"""Citation keys: a closed, odd-looking list for each request, and the markers that carry them.

Knows: how a key looks, how it is written in a draft, how a text is robbed of anything that looks
like one. Does not know: prompts, evidence, verification.

A key is two syllables and a digit (`zubo7`) over letters that Dutch and English words seldom
combine so. A document cannot imitate the keys of a request: they are drawn anew each time, none
that occurs in the texts at hand is used, and key-like text is made harmless before a model sees it.
"""

from __future__ import annotations

import random
import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

CONSONANTS = "bdfgkpvxz"
VOWELS = "aeiou"
DIGITS = "23456789"
MOST_KEYS = 200

_KEY = f"[{CONSONANTS}][{VOWELS}][{CONSONANTS}][{VOWELS}][{DIGITS}]"
_KEY_EXACT = re.compile(_KEY)
KEY_WORD = re.compile(rf"(?<!\w){_KEY}(?!\w)", re.IGNORECASE)
_PARTS = re.compile(r"[\s,;:/&+|]+")
_BETWEEN = frozenset(
    {"en", "and", "bron", "bronnen", "source", "sources", "sleutel", "key", "keys", "zie", "see"}
)
_OTHER_KEY = re.compile(r"\d{1,3}|(?=\w*\d)(?=\w*[a-z])\w{2,12}")
_BRACKETS = re.compile(
    r"\[\[(?P<double>[^\[\]\n]{1,120}(?:\]\s*[,;]?\s*\[[^\[\]\n]{1,120})*)\]\]"
    r"|\[(?P<square>[^\[\]\n]{1,120})\]"
    r"|【(?P<lens>[^【】\n]{1,120})】"
    r"|\((?P<round>[^()\n]{1,120})\)"
)
_HARMLESS = str.maketrans({"[": "(", "]": ")", "【": "(", "】": ")", "<": "‹", ">": "›"})


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation marker at characters `start` up to `end` of a draft, and the keys it names."""

    start: int
    end: int
    keys: tuple[str, ...]


def make_keys(count: int, seed: int | None = None, avoid: str = "") -> tuple[str, ...]:
    """`count` keys, no two of which differ in one character only, none of which is in `avoid`.

    The same `seed` gives the same keys; None draws from the system's randomness, which is what
    makes them impossible to guess. Raises ValueError for more than 200 keys.
    """
    if not 0 <= count <= MOST_KEYS:
        raise ValueError(f"a request can have 0 to {MOST_KEYS} keys, not {count}")
    draw = random.Random(secrets.randbits(64) if seed is None else seed)  # noqa: S311  (see doc)
    taken = {found.casefold() for found in KEY_WORD.findall(avoid)}
    keys: list[str] = []
    while len(keys) < count:
        key = "".join(draw.choice(letters) for letters in (CONSONANTS, VOWELS) * 2)
        key += draw.choice(DIGITS)
        if key not in taken and all(_differing(key, other) > 1 for other in keys):
            keys.append(key)
    return tuple(keys)


def _differing(left: str, right: str) -> int:
    """In how many places two keys differ; a slip of one letter must not make another key."""
    return sum(1 for a, b in zip(left, right, strict=True) if a != b)


def marker(keys: Sequence[str]) -> str:
    """How keys are written in a draft: `[[zubo7]]`, `[[zubo7]][[kife2]]`."""
    return "".join(f"[[{key}]]" for key in keys)


def find_markers(text: str) -> list[Marker]:
    """All markers of `text`, in order: `[[k]]`, `[k]`, `[k1, k2]`, `(k)`, `【k】`, or a bare key.

    Double square brackets are always a marker, whatever they hold; other square brackets are one
    when they hold keys, numbers or key-like words; round ones only when they hold real key forms,
    so that "(CSAM)" and "(2024)" stay text. Keys come in lower case.
    """
    brackets = [(found.start(), found.end(), _keys(found)) for found in _BRACKETS.finditer(text)]
    markers = [Marker(start, end, keys) for start, end, keys in brackets if keys]
    bare = [
        Marker(word.start(), word.end(), (word.group().casefold(),))
        for word in KEY_WORD.finditer(text)
        if not any(found.start <= word.start() < found.end for found in markers)
    ]
    return sorted(markers + bare, key=lambda found: found.start)


def _keys(found: re.Match[str]) -> tuple[str, ...]:
    """The keys a bracket names; empty when the bracket is ordinary text."""
    content = (found["double"] or found["square"] or found["lens"] or found["round"]).casefold()
    words = [word.strip("[]^*_`.'\"@# ") for word in _PARTS.split(re.sub(r"[\[\]]", " ", content))]
    parts = [word for word in words if word and word not in _BETWEEN]
    if found["double"] is not None:
        return tuple(dict.fromkeys(parts)) or ("",)
    known = [part for part in parts if _KEY_EXACT.fullmatch(part)]
    allowed = _KEY_EXACT if found["round"] is not None else _OTHER_KEY
    if parts and all(_KEY_EXACT.fullmatch(p) or allowed.fullmatch(p) for p in parts):
        return tuple(dict.fromkeys(parts))
    return tuple(dict.fromkeys(known)) if found["round"] is None else ()


def harmless(text: str) -> str:
    """`text` as it may stand in a prompt: nothing in it can be taken for a key or a control token.

    Square and angle brackets become round and single ones (chat templates mark turns with them),
    invisible and control characters go, and a word that looks like a key gets a dot before its
    digit. Every character a reader sees keeps its place among its neighbours.
    """
    seen = "".join(
        c
        for c in text
        if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn")
    )
    return KEY_WORD.sub(lambda m: f"{m.group()[:-1]}·{m.group()[-1]}", seen.translate(_HARMLESS))
