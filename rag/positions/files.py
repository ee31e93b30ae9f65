"""Two files on one matter: a regulation and a directive are kept apart by their items' titles.

Knows: that a topic which names the act asks for one of them. Does not know: who speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from rag.dossier import Dossier
from rag.dossier_acts import Acts, acts_of

APART: Acts = frozenset({"regulation", "directive", "recommendation"})

Place = tuple[str, str]  # a document and the path of an item in it


def titles_apart(found: Dossier, told: Iterable[Place]) -> Mapping[Place, str]:
    """The title of each of these items, where they are of different acts; empty where not.

    told: the items that are quoted. A heading under an item has the title of that item.
    """
    if acts_of(found.topic) & APART:
        return {}
    wanted = list(dict.fromkeys(told))
    titles = {(one.document.id, one.item.path): one.item.title or "" for one in found.items}
    named = {place: _of_item(place, titles) for place in wanted}
    acts = [acts_of(title) & APART for title in named.values()]
    if not any(a and b and not a & b for a, b in combinations(acts, 2)):
        return {}
    return named


def _of_item(place: Place, titles: Mapping[Place, str]) -> str:
    """The title of an item, or of the one that it is a heading under."""
    document, path = place
    above = path.rpartition("/")[0]
    own = titles.get(place, "")
    if acts_of(own) & APART or (document, above) not in titles:
        return own
    return titles[document, above] or own
