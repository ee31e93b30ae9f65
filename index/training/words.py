"""Words as the model's tokenizer sees them, the language of a question, acronyms that are words.

Knows: folding (compatibility forms, lower case, no accents) and splitting at what is neither
letter nor digit. Does not know: tokens, files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tokenizers import Regex, normalizers, pre_tokenizers

WORD = re.compile(r"[^\W_]+")
TIMES_SEEN = 3  # a word in lower case this often is no slip of the pen
_DUTCH = frozenset(
    """aan als bij dat de deed deze door een en er gaat had hebben heeft hem het hoe hun in is kan
    krijgt met moet naar niet nog om onder op over te tegen ten tot uit van vindt voor waar waarom
    wanneer wat welk welke werd wie wil wilde wordt zich zijn zou""".split()
)
_ENGLISH = frozenset(
    """about after an and any are at be by can could did do does for from had has have how in into
    is it its may not of on or over should that the their there they to was were what when where
    which who why will with would""".split()
)


def normaliser() -> normalizers.Sequence:
    """Folds text the way the model reads it."""
    return normalizers.Sequence(
        [normalizers.NFKD(), normalizers.Lowercase(), normalizers.StripAccents()]
    )


def splitter() -> pre_tokenizers.Split:
    """Keeps runs of letters and digits; drops everything between them."""
    return pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}]+"), "removed")


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each folded word occurs."""
    fold, split = normaliser(), splitter()
    return Counter(
        word for text in texts for word, _ in split.pre_tokenize_str(fold.normalize_str(text))
    )


def language_of(question: str) -> str:
    """'nl' when more Dutch than English function words stand in a question, else 'en'."""
    words = [word.lower() for word in WORD.findall(question)]
    dutch = sum(word in _DUTCH for word in words)
    return "nl" if dutch > sum(word in _ENGLISH for word in words) else "en"


def words_in_lower_case(texts: Iterable[str]) -> frozenset[str]:
    """The words that running text writes in lower case more than by accident."""
    seen = Counter(word for text in texts for word in WORD.findall(text) if word.islower())
    return frozenset(word for word, times in seen.items() if times >= TIMES_SEEN)


def collides(name: str, running: frozenset[str]) -> bool:
    """True for an acronym or month that becomes an ordinary word in lower case (WHO, OM, May).

    The model reads lower case only, so such a name would teach it that "who" is an organisation.
    """
    return name.lower() in running and (name.isupper() or name == "May")
