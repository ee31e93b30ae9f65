"""A question typed in capitals, as it would be written: "WAT VINDT NEDERLAND VAN HET EES".

Knows: that acronyms and names keep their capitals. Does not know: what a question asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from index.actors import actors
from index.glossary import glossary

WORD = re.compile(r"[^\W\d_]+")
FEWEST = 3  # words from which capitals are a way of typing: "EES" and "CSAM EU" are acronyms


def calmed(question: str) -> str:
    """The question without the capitals that say nothing; as it is where a word has small letters.

    Names and acronyms of the actors and of the shipped glossary are spelt as these spell them.
    """
    if not question.isupper() or len(WORD.findall(question)) < FEWEST:
        return question
    return WORD.sub(lambda word: _spelt().get(word[0].casefold(), word[0].lower()), question)


@cache
def _spelt() -> Mapping[str, str]:
    """Words that are written with a capital, by their small letters.

    One of a longer name that is also written small ("eu-brede inzet") counts as small; an actor's
    whole name does not ("Commissie").
    """
    own = [name for actor in actors().values() for name in actor.names]
    names = [name for concept in glossary().concepts for name in (*concept.nl, *concept.en)]
    words = {word for name in (*own, *names) for word in WORD.findall(name)}
    small = {word for word in words if word.islower()}
    capital = {word.casefold(): word for word in sorted(words) if not word.islower()}
    spelt = {key: word for key, word in capital.items() if key not in small}
    return spelt | {n.casefold(): n for n in own if WORD.fullmatch(n) and not n.islower()}
