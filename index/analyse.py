"""Words as the lexical index sees them: folded, split, stemmed; one way for index and question.

Knows: Dutch word forms, stop words, numbers. Does not know: passages, scores, the library.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cache

import Stemmer

VERSION = "2"  # part of a generation's manifest: other rules make other terms

_HYPHEN = re.compile("[‐‑‒–−]")
_APOSTROPHE = re.compile("[’‘ʼ]")
_MARKS = re.compile("[\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-'][^\W_]+)*")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
_REMEMBERED = 200_000

_STOP_NL = """
aan al alle als bij binnen dan dat de den deze die dit doen door dus een eens en er gaan geen haar
had hadden heb hebben hebt heeft hem hen het hier hij hoe hun ik in is ja je kan kon kunnen maar
me mede met mij mijn moet moeten na naar nee niet nog nu of om omdat onder ons onze ook op over
reeds te tegen tijdens toch toen tot u uit uw van vanuit veel voor waar waarbij waarom wanneer want
waren was wat we welk welke werd werden wezen wie wij wil worden wordt ze zei zich zij zijn zo zoals
zou zouden zullen zal
"""
_STOP_EN = """
a about also an and any are as at be been being but by can could did do does for from had has have
he her his how i if in into is it its may of on or our she should so than that the their them then
there these they this those to was we were what when where which who whom whose why will with would
you your
"""
_STOPS = frozenset((_STOP_NL + _STOP_EN).split())
_NAMES_IN_CAPITALS = frozenset({"IT", "WHO"})  # Italy, the health organisation


def fold(text: str) -> str:
    """`text` without accents and soft hyphens, with plain hyphens and apostrophes; case is kept."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text.replace("´", "'"))  # or it becomes a space
    return _APOSTROPHE.sub("'", _HYPHEN.sub("-", _MARKS.sub("", letters)))


class Analyser:
    """Turns text into terms; safe to share between threads."""

    def __init__(self) -> None:
        """Nothing is learned: two analysers give the same terms."""
        self._stemmer = Stemmer.Stemmer("dutch_porter")  # "dutch" makes "mini" of "minister"
        self._stemming = threading.Lock()  # a PyStemmer object serves one thread at a time
        self._forms: dict[str, tuple[str, ...]] = {}
        self._stems: dict[str, str] = {}

    def terms(self, text: str) -> list[str]:
        """Terms of a question: without stop words, or with them where there is nothing else."""
        return [term for token in content_tokens(text) for term in self.terms_of(token)]

    def every_term(self, text: str) -> list[str]:
        """Terms of a passage, stop words included, in order of the text."""
        return [self.stem(form) for form in self.every_form(text)]

    def every_form(self, text: str) -> list[str]:
        """What a passage's terms are the stems of: its words in lower case, in their order."""
        known = self._forms
        forms: list[str] = []
        for token in tokens(text):
            forms.extend(known.get(token) or self._forms_of(token))
        return forms

    def terms_of(self, token: str) -> tuple[str, ...]:
        """The terms of one of `tokens`: more than one for a hyphenated word."""
        return tuple(self.stem(form) for form in self._forms_of(token))

    def stem(self, form: str) -> str:
        """The term of a word in lower case; a number is its own."""
        found = self._stems.get(form)
        if found is None:
            if len(self._stems) >= _REMEMBERED:
                self._stems = {}
            found = self._stems[form] = self._stemmed(form)
        return found

    def _forms_of(self, token: str) -> tuple[str, ...]:
        found = self._forms.get(token)
        if found is None:
            if len(self._forms) >= _REMEMBERED:
                self._forms = {}
            found = self._forms[token] = tuple(_forms(token.casefold()))
        return found

    def _stemmed(self, word: str) -> str:
        if any(letter.isdigit() for letter in word):
            return word
        if word.endswith("ies") and len(word) > 5:  # posities: the stemmer leaves this s
            word = word[:-1]
        with self._stemming:
            return str(self._stemmer.stemWord(word)) or word


def tokens(text: str) -> list[str]:
    """The words and numbers of a text as they stand, folded; a hyphenated word is one."""
    return _TOKEN.findall(fold(text))


def content_tokens(text: str) -> list[str]:
    """`tokens` without stop words, or with them where there is nothing else."""
    every = tokens(text)
    return [token for token in every if not is_stop(token)] or every


def is_stop(token: str) -> bool:
    """True for a word that says nothing by itself ("de", "what"); "IT" and "WHO" are names."""
    return token.casefold() in _STOPS and token not in _NAMES_IN_CAPITALS


def _parts(token: str) -> list[str]:
    """A folded token's words: number as one, hyphenated word in parts, without genitive 's."""
    if token[0].isdigit() and ("." in token or "," in token):
        return [_number(token)]
    parts = [part for piece in token.split("-") for part in piece.removesuffix("'s").split("'")]
    return [part for part in parts if part]


def _forms(token: str) -> list[str]:
    """The parts of a token and, for a hyphenated word, the whole written as one."""
    parts = _parts(token)
    return [*parts, "".join(parts)] if "-" in token and len(parts) > 1 else parts


def _number(token: str) -> str:
    """Thousands closed up ("32.317" -> "32317"), decimals with a comma ("2.5" -> "2,5")."""
    if _GROUPED.fullmatch(token):
        return token.replace(".", "").replace(",", "")
    return token.replace(".", ",")


@cache
def analyser() -> Analyser:
    """The one analyser, made at first use."""
    return Analyser()
