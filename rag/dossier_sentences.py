"""Which sentences of an item are on a topic.

Knows: that a title may say that all of it is, that what follows a sentence on the topic mostly is
as well, until another subject is brought up. Does not know: what the topic's words are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.links import GENERAL
from index.nouns import AgendaItem
from rag.dossier_facet import Name, alike, terms_of
from rag.dossier_subject import Held, Subject
from rag.told import Told

WHOLLY = 0.59  # share of the topic in a title from which the whole item is on it
ANCHOR = 0.5  # share of the topic in a sentence from which it is on it by itself
BESIDE = 0.5  # what a title counts that names another kind of act on the matter
NOT_WHOLLY = 0.9  # what an item counts that is on the topic by some of its sentences
PARTS = "aanhef|slot|afsluiting"
MANY = re.compile(rf"{GENERAL.pattern}|{PARTS}", re.I)  # of such an item each sentence stands alone
TURNS = re.compile(
    r"^(?:Over|Ten aanzien van|Wat betreft|Met betrekking tot|Inzake|Aangaande|Daarnaast|Verder|"
    r"Tot slot|Voorts|Ook werd|Ten slotte|Overigens)\b"
)


def on_topic(
    subject: Subject, item: AgendaItem, said: Sequence[Told], above: str = ""
) -> tuple[float, tuple[Told, ...]]:
    """How sure it is that the item is on the topic (0 to 1), and its sentences that are.

    above: the title of the item that it is a part of.
    """
    title = item.title or ""
    heading = f"{above} {title}"
    named = subject.of_title(heading)
    another = subject.another_act(title) or (not title and subject.another_act(above))
    of_title = subject.worth(named) * (BESIDE if another else 1.0)
    if of_title >= WHOLLY:
        return of_title, tuple(said)
    if not title or another or MANY.search(title):
        shares = [subject.share(one.text) for one in said]
        chosen = [
            one
            for one, share in zip(said, shares, strict=True)
            if share >= ANCHOR and (not another or subject.its_act(one.text))
        ]
    else:
        shares = [_share(subject, one.text, heading, named) for one in said]
        opened = bool(shares) and shares[0] >= ANCHOR  # then the title is of a part of the topic
        chosen = _followed(subject, said, shares, Name() if opened else subject.own_of(heading))
    return NOT_WHOLLY * max([of_title, *shares], default=0.0) * bool(chosen), tuple(chosen)


def may_hold(subject: Subject, item: AgendaItem, text: str) -> bool:
    """False for an item that names too little of the topic to hold a sentence on it.

    text: the document's. Quicker than looking who speaks in each sentence.
    """
    held = subject.of_title(f"{item.title or ''} {item.span.of(text)}")
    return subject.worth(held) >= ANCHOR


def _share(subject: Subject, sentence: str, heading: str, named: Held) -> float:
    """The share of the topic that a sentence names under its heading; 0 when it adds nothing."""
    both = subject.held(sentence, heading)
    return subject.worth(both) if both != named or subject.share(sentence) >= ANCHOR else 0.0


def _followed(
    subject: Subject, said: Sequence[Told], shares: Sequence[float], title: Name
) -> list[Told]:
    """Sentences on the topic, each with those after it in its paragraph that lean on it.

    title: the words of the item's title; a sentence that names one comes back to its own subject.
    """
    chosen: list[Told] = []
    on, beside = False, frozenset[int]()
    for place, (one, share) in enumerate(zip(said, shares, strict=True)):
        if place and "\n" in one.document.text[said[place - 1].span.end : one.span.start]:
            on = False
        if share >= ANCHOR:
            on, beside = True, beside | subject.besides(one.text)
        elif on and (
            TURNS.match(one.text)
            or not subject.besides(one.text) <= beside
            or alike(title, terms_of(one.text))
        ):
            on = False
        if on:
            chosen.append(one)
    return chosen
