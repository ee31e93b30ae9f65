"""How deep HTML is nested, seen without building its tree.

Knows: tags as they stand in the text. Does not know: how a browser would mend them. Building a
tree takes time with the square of its depth, in native code that cannot be stopped: a megabyte
of opening tags would hang the process, so depth is looked at first.
"""

from __future__ import annotations

import re

from index.formats.limits import names

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
# Never closed, or closed by what follows: these do not nest by standing after each other.
_FLAT = names(
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd td th tr thead tbody tfoot option optgroup colgroup rt rp"
)


def depth(text: str) -> int:
    """The deepest nesting of tags that `text` can have, roughly: open tags not yet closed."""
    open_tags: dict[str, int] = {}
    deep = deepest = 0
    for closing, name in _TAG.findall(text):
        tag = name.lower()
        if tag in _FLAT:
            continue
        if not closing:
            open_tags[tag] = open_tags.get(tag, 0) + 1
            deep += 1
            deepest = max(deep, deepest)
        elif open_tags.get(tag):
            open_tags[tag] -= 1
            deep -= 1
    return deepest
