"""A question's words in the words of the library: other languages, other names, other spellings.

Knows: how far a word may stand from one it is expanded to, and what such a one counts. Does not
know: passages, scores, whose words are asked for. A word of the question always counts most: what
it is expanded to counts less the more passages hold the word itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.analyse import analyser, content_tokens
from index.glossary import Glossary
from index.lexical import Group
from index.snapshot import Snapshot
from index.spelling import near_words, suggestions
from index.static import shipped

LIKE = 0.45  # least cosine of a word's and a corpus word's vectors
NEAREST = 10  # corpus words that a word is expanded to
POWER = 3  # of the cosine: what such a word counts
MISSPELT = 0.8  # what a word counts that is one mistake away, and once more for the second
PART = 0.5  # what each part of a compound counts that nobody wrote as one
SHORTEST_PART, SHORTEST_COMPOUND = 4, 9  # letters
JOINTS = ("", "s", "e", "en")  # letters between the parts of a Dutch compound
MEANT = 2  # words that a misspelt one may have been
SUGGESTED = 3  # near words for one that is unknown


@dataclass(frozen=True, slots=True)
class Asked:
    """One word of a question: `groups` are searched for, `held` passages hold it as it stands.

    meant: the words it was taken for, where it looks misspelt. found: a passage holds it or
    something that may stand for it.
    """

    word: str
    groups: tuple[Group, ...]
    meant: tuple[str, ...]
    held: int
    found: bool


def expand(view: Snapshot, glossary: Glossary, question: str) -> list[Asked]:
    """The words of `question`, in order, each with the corpus words that may stand for it."""
    every = content_tokens(question)
    meant = {token: _meant(view, glossary, token) for token in dict.fromkeys(every)}
    spelt = list(dict.fromkeys(w for t in every for w in (meant[t] or {t.casefold(): 1.0})))
    near = dict(zip(spelt, _near(view, spelt), strict=True))
    return [_asked(view, token, meant[token], near) for token in every]


def respelt(question: str, asked: Sequence[Asked]) -> str:
    """The question with each misspelt word replaced by the first of those it was taken for."""
    for one in asked:
        if one.meant:
            question = question.replace(one.word, one.meant[0])
    return question


def unknown_words(view: Snapshot, glossary: Glossary, question: str) -> dict[str, list[str]]:
    """The words of a question that no passage holds, nor anything like them, with near words."""
    named = {token for found in glossary.find(question) for token in found.words.split()}
    return {
        asked.word: suggestions(asked.word, view.words.forms, SUGGESTED)
        for asked in expand(view, glossary, question)
        if not asked.found and asked.word not in named
    }


def _asked(
    view: Snapshot, token: str, meant: Mapping[str, float], near: Mapping[str, Group]
) -> Asked:
    """A word with its groups: its own terms, what is like them, and what it may be made of."""
    own = analyser().terms_of(token)
    groups: list[dict[str, float]] = [{term: 1.0} for term in own]
    for word, sure in (meant or {token.casefold(): 1.0}).items():
        for term, weight in near[word].items():
            groups[0][term] = max(groups[0].get(term, 0.0), sure * weight)
    held = min(view.held(term) for term in own)
    if not held and not meant:
        groups += [{part: PART} for part in _parts(view, token.casefold())]
    found = any(view.held(term) for group in groups for term in group)
    return Asked(token, tuple(groups), tuple(meant), held, found)


def _near(view: Snapshot, words: Sequence[str]) -> list[Group]:
    """For each word the weights of its own terms and of the corpus words nearest to it."""
    found = view.like(words, shipped().passages, NEAREST, LIKE)
    return [_weighed(view, word, near) for word, near in zip(words, found, strict=True)]


def _weighed(view: Snapshot, word: str, near: Mapping[str, float]) -> Group:
    """cosine³ · n / (n + n of the word itself) for each near term that n passages hold."""
    own = analyser().terms_of(word)
    held = min(view.held(term) for term in own)
    share = {term: view.held(term) / (view.held(term) + held) for term in near}
    group = {term: cosine**POWER * share[term] for term, cosine in near.items()}
    return {**group, **({own[0]: 1.0} if len(own) == 1 else {})}


def _meant(view: Snapshot, glossary: Glossary, token: str) -> dict[str, float]:
    """The words that a token was meant to be, each with how sure that is; none if it is a word."""
    low = token.casefold()
    if not low.isalpha() or token.isupper() or shipped().knows(low) or low in glossary.words:
        return {}
    if any(view.held(term) for term in analyser().terms_of(token)):
        return {}
    known = [*glossary.words, *view.words.forms]
    return {name: MISSPELT**far for name, far in near_words(low, known, MEANT)}


def _parts(view: Snapshot, word: str) -> tuple[str, ...]:
    """The terms of the fewest words of the library that make up `word`; none where none do."""
    if len(word) < SHORTEST_COMPOUND or not word.isalpha():
        return ()
    return _split(view, word) or ()


def _split(view: Snapshot, word: str) -> tuple[str, ...] | None:
    best: tuple[str, ...] | None = None
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        tail = analyser().terms_of(word[cut:])[0]
        if not view.held(tail):
            continue
        for joint in JOINTS:
            head = word[:cut].removesuffix(joint)
            if len(head) < SHORTEST_PART or (joint and not word[:cut].endswith(joint)):
                continue
            first = analyser().terms_of(head)[0]
            rest = (first,) if view.held(first) else _split(view, head)
            if rest is not None and (best is None or len(rest) + 1 < len(best)):
                best = (*rest, tail)
    return best
