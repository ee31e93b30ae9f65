"""What is wrong with the gold of summaries, positions and the register.

Knows: its rules: units that exist, words that stand in them, ids given once. Does not know: scores.
"""

from __future__ import annotations

from collections.abc import Iterator

from eval.gold import ItemNames
from eval.gold_summaries import SummaryNugget, read_summaries
from eval.release_faults import Fault
from eval.release_files import ReleaseFiles
from eval.unit_text import UnitTexts

MOST_NUGGETS = 20  # of one summary


def summary_faults(files: ReleaseFiles) -> Iterator[Fault]:
    """Every fault there is."""
    gold = read_summaries(files.folder)
    names, texts = ItemNames(files.structure), UnitTexts(files.structure, files.documents)
    first: dict[str, str] = {}
    for place, id_ in gold.ids():
        if id_ in first:
            yield Fault(place, f"id {id_} was given before, in {first[id_]}")
        first.setdefault(id_, place)
    for place, nuggets in gold.summaries():
        if not any(nugget.vital for nugget in nuggets):
            yield Fault(place, "no vital nugget")
        if len(nuggets) > MOST_NUGGETS:
            yield Fault(place, f"{len(nuggets)} nuggets; at most {MOST_NUGGETS}")
    for place, document, unit, quote in gold.quoted():
        if not names.known(document, unit):
            yield Fault(place, f"unknown unit {unit} of {document}")
        elif texts.holds(document, unit, quote) is False:
            yield Fault(place, f"quote is not in unit {unit} of {document}: {quote[:60]}")
    for place, document, nugget in gold.told():
        yield from _nugget(place, document, nugget, (names, texts))


def _nugget(
    place: str, document: str, nugget: SummaryNugget, papers: tuple[ItemNames, UnitTexts]
) -> Iterator[Fault]:
    """Each of its keys stands in the unit that it is given for."""
    names, texts = papers
    places = [(nugget.unit, nugget.key), *((p.unit, p.key) for p in nugget.elsewhere)]
    for unit, keys in places:
        if not names.known(document, unit):
            yield Fault(place, f"unknown unit {unit} of {document}")
            continue
        for key in keys:
            if texts.tells(document, unit, key) is False:
                yield Fault(place, f"key is not in unit {unit} of {document}: {key[:60]}")
