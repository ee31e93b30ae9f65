"""Which language a text is in, coarsely, by its commonest small words.

Knows: small words of Dutch, English and their neighbours. Does not know: meaning, documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rag.nouns import LANGUAGES, Language

# Words that two of the five languages share ("in", "is", "die", "en" with French) count in each.
_SMALL_WORDS = {
    "nl": "de het een en van in op te dat die is zijn voor met niet aan ook om door bij als dan"
    " maar naar over tot uit wordt worden werd heeft hebben kan kunnen zal zullen wil dit"
    " deze daarbij waarbij hun haar er zich nog wel geen of onder tegen tijdens sinds",
    "en": "the a an and of to in on that which is are was were be been for with not by as at"
    " from it its this these their has have had will would can could should but or than"
    " under no into also during between before after who they",
    "de": "der die das und von zu in im auf dass ist sind war für mit nicht auch um durch bei"
    " als aber nach über bis aus wird werden wurde hat haben kann dem den des ein eine"
    " einer einem zur zum sich noch kein oder unter gegen es sie",
    "fr": "le la les un une des et de du à au aux en que qui est sont était pour avec pas par"
    " dans sur ce cette ces son sa ses leur a ont été être plus ne ou mais se il elle ils"
    " l d",
    "es": "el la los las un una y de del a al en que es son era para con no por se su sus como"
    " más pero o este esta estos ha han fue ser lo",
}
_FREQUENT: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()
}
FEWEST_WORDS = 8  # below them the small words of a text tell no language


def shares(text: str) -> dict[str, float]:
    """For each language the share of the words of `text` that are its small words; 0.0 for none."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    return {
        language: sum(word in frequent for word in words) / len(words) if words else 0.0
        for language, frequent in _FREQUENT.items()
    }


def nearest_language(text: str) -> Language:
    """Dutch or English, whichever has more small words in `text`; Dutch when they tie."""
    share = shares(text)
    return max(LANGUAGES, key=lambda language: share[language])
