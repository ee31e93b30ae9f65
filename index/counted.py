"""Phrases with a number in them: "1 punt", "2 punten".

Knows: that a phrase says of one and of many what follows its number. Does not know: any phrase.
"""

from __future__ import annotations

import re

# "{count} [punt|punten]", also at some distance: the number is that of the field before it
CHOICE = re.compile(r"(\{(\w+)\}[^{}\[\]]*)\[([^|\[\]]*)\|([^|\[\]]*)\]")


def filled(phrase: str, **values: object) -> str:
    """`phrase` with its values filled in; "[one|many]" becomes `one` where the value before is 1.

    What stands in a value is left as it is.
    """

    def chosen(found: re.Match[str]) -> str:
        before, field, one, many = found.groups()
        return before + (one if str(values[field]) == "1" else many)

    while (next_one := CHOICE.sub(chosen, phrase, count=1)) != phrase:
        phrase = next_one
    return phrase.format(**values)
