"""In which language a system speaks where it does not quote.

Knows: the commonest words of Dutch and English. Does not know: papers, gold. Quotes stay in the
language of the paper; lead, note and statements in the writer's own words must be in the reader's.
"""

from __future__ import annotations

import re

from eval.compare_text import squash
from eval.gold import Lang, Question
from eval.handed_in import GivenAnswer, GivenStatement

_WORD = re.compile(r"[^\W\d_]+")
_DUTCH = frozenset(
    "de het een en van is dat niet zijn op te met voor die er aan om ook als bij maar uit door wel "
    "naar heeft hebben worden wordt werd geen hier dit deze staat staan vindt vonden welke waar "
    "vraag antwoord stukken stuk gevonden niets letterlijke citaten zonder over tussen".split()
)
_ENGLISH = frozenset(
    "the a an and of is that not are on to with for which there by as but from has have been be "
    "was were no this these it they what where question answer papers paper found nothing stands "
    "verbatim quotes without about between or does do".split()
)
# in both languages, so they tell nothing
_DUTCH, _ENGLISH = _DUTCH - _ENGLISH, _ENGLISH - _DUTCH


def speaks(text: str) -> Lang | None:
    """The language with more of its common words in `text`; None when neither has more."""
    spoken = [word.casefold() for word in _WORD.findall(text)]
    dutch = sum(word in _DUTCH for word in spoken)
    english = sum(word in _ENGLISH for word in spoken)
    return None if dutch == english else "nl" if dutch > english else "en"


def in_language(question: Question, answer: GivenAnswer) -> bool | None:
    """Whether the answer's own words are in the language of the question; None without any."""
    own = [statement.text for statement in answer.statements if not _is_quote(statement)]
    # a lead is mostly the names of papers and items, which are Dutch in either language
    spoken = speaks(" ".join([*own, answer.note])) or speaks(answer.lead)
    return None if spoken is None else spoken == question.lang


def _is_quote(statement: GivenStatement) -> bool:
    said = squash(statement.text)
    return any(said in squash(citation.quote) for citation in statement.citations)
