"""The items that come nearest to a topic of which the papers hold little or nothing.

Knows: that an item which names a part of the topic comes before one whose title merely looks like
it. Does not know: which items are on the topic (`rag.dossier`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.analyse import content_tokens, is_stop
from index.library import Library
from index.nouns import Hit
from rag.dossier_acts import ACTS
from rag.dossier_facet import terms_of
from rag.dossier_sentences import MANY
from rag.dossier_subject import BRACKETS, PART, Subject

SHOWN, WEIGHED = 5, 60  # titles; passages whose titles are compared with the topic
LIKE = 0.4  # least cosine of a title with the topic where nothing in the item names a part of it
NAMES = 0.4  # least share of the topic in a passage, or a title, that names a part of it
SHORTEST_STEM = 5  # letters of a wider word with which a compound may begin
# what stands under an item or sums a meeting up
NO_SUBJECT = re.compile(
    r"(?:Inzet|Kabinetsappreciatie|Belangrijkste|Voornaamste|Resultaten|Overig|Inleiding|"
    r"Diversen|Lunch|Werklunch|Ontbijt|Diner)\w*\b",
    re.I,
)
Place = tuple[str, str]  # a document's name and an item's path


def nearest(
    library: Library, subject: Subject, topic: str, hits: Sequence[Hit], known: Collection[Place]
) -> tuple[str, ...]:
    """Titles of items near to the topic, nearest first, none of those `known`.

    First those that name a part of it or something wider ("terugkeer" of "terugkeerverordening"),
    in the title or by how many of their passages do; then those whose titles mean much the same.
    """
    if all(is_stop(word.casefold()) for word in content_tokens(topic)):
        return ()
    # the last letter of a term may be no letter of the word ("terugker" of "terugkeerhub")
    stems = tuple(term[:-1] for term in subject.wider() if len(term) >= SHORTEST_STEM)
    titles: dict[str, None] = {}
    naming: dict[str, tuple[bool, int]] = {}  # whether the title itself does, and passages that do
    for rank, hit in enumerate(hits):
        place = hit.passage.document, hit.passage.item
        title = next(i.title for i in library.items(place[0]) if i.path == place[1])
        if place in known or not title or MANY.match(title):
            continue
        if rank < WEIGHED:
            titles.setdefault(title)
        said = hit.passage.span.of(library.document(place[0]).text)
        by_title, by_passage = (_names_part(subject, stems, text) for text in (title, said))
        if by_title or by_passage:
            naming[title] = by_title, naming.get(title, (by_title, 0))[1] + by_passage
    first = sorted(naming, key=lambda title: (not naming[title][0], -naming[title][1], title))
    rest = [title for title in titles if title not in naming]
    if len(first) >= SHOWN or not rest:
        return tuple(first[:SHOWN])
    return tuple([*first, *_alike(library, topic, rest)][:SHOWN])


def most_told(library: Library) -> tuple[str, ...]:
    """The titles that most papers of the library have, for a topic that nothing comes near to.

    Of equally many the latest first; a title counts without what stands in brackets.
    """
    papers: dict[str, tuple[int, str]] = {}  # how many have the title, and the last day of one
    for entry in sorted(library.documents(), key=lambda entry: (entry.dates, entry.id)):
        day = entry.dates[-1] if entry.dates else ""
        titles = (BRACKETS.sub("", item.title or "").strip() for item in library.items(entry.id))
        for title in dict.fromkeys(titles):
            if title and not MANY.match(title) and not NO_SUBJECT.match(title):
                papers[title] = papers.get(title, (0, ""))[0] + 1, day
    ranked = sorted(papers, key=lambda title: (*papers[title], title), reverse=True)
    return tuple(ranked[:SHOWN])


def _names_part(subject: Subject, stems: tuple[str, ...], text: str) -> bool:
    """True for a text with a part of the topic, or with a word that begins as a wider one does."""
    held = (share if share >= PART else 0.0 for share in subject.of_title(text))
    if subject.worth(tuple(held)) >= NAMES:
        return True
    return bool(stems) and any(term.startswith(stems) for term in terms_of(text))


def _alike(library: Library, topic: str, titles: Sequence[str]) -> list[str]:
    """The titles that mean something like the topic, likest first; kinds of act count for none."""
    asked = library.embedder.questions([_without_act(topic)])[0]
    likeness = library.embedder.passages([_without_act(title) for title in titles]) @ asked
    like = sorted((-cosine, title) for cosine, title in zip(likeness, titles, strict=True))
    return [title for less, title in like if -less >= LIKE]


def _without_act(text: str) -> str:
    """A text without what kind of act it names; as it is where nothing else would be left."""
    left = text
    for called in ACTS.values():
        left = called.sub(" ", left)
    return left if content_tokens(left) else text
