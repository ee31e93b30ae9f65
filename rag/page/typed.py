"""What readers type, made fit to be asked; refused in the language of the page.

Knows: what cannot be asked. Does not know: what is asked.
"""

from __future__ import annotations

from index.errors import QuestionRefused
from index.search import LONGEST
from rag.nouns import Language
from rag.page.texts import word


def readable(typed: str | None, language: Language, empty: str) -> str:
    """The text with what is no text made visible.

    Raises QuestionRefused when it is empty (`empty` names what is then said) or too long.
    """
    text = (typed or "").encode("utf-8", "replace").decode().replace("\0", "\ufffd").strip()
    if not text:
        raise QuestionRefused(word(empty, language))
    if len(text) > LONGEST:
        raise QuestionRefused(word("long_question", language, count=len(text), most=LONGEST))
    return text
