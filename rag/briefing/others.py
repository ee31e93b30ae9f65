"""What the others said on it: Commission, Presidency, named states, groups, Parliament, agencies.

Knows: in which order they are named and how many sentences each gets; of each the newest, and
those that show a position before mere facts. Does not know: the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.actors import MEMBER_STATES, UNKNOWN, mentions
from rag.briefing.ledger import Ledger
from rag.briefing.material import Material
from rag.briefing.overtaken import done_since
from rag.briefing.words import word
from rag.nouns import Statement
from rag.overviews import Part
from rag.positions.before import leans
from rag.positions.chair import speaker_name
from rag.positions.kinds import LEANING
from rag.positions.past import earlier
from rag.summaries.cues import quotable, tells
from rag.told import Told

WORDS = 260
NAMED_STATES = "states"
SHARE = {"Commission": 60, "Presidency": 60, "EP": 45, NAMED_STATES: 90, MEMBER_STATES: 50}
SHARE_OF_ANOTHER, MOST = 30, 4  # words of an agency; sentences of any
THERE = re.compile(r"\b(?:aanwezig|nam(?:en)? deel|was te gast)\b[^,;]*$")  # and said nothing
NOT_HERE = frozenset((UNKNOWN, "Tweede Kamer", "Council"))


def others(material: Material, ledger: Ledger) -> Part:
    """What others said on it, actor by actor, each in order of date."""
    heard: dict[str, list[Told]] = {actor: [] for actor in SHARE}
    for told in material.sentences:
        if told.document.kind == "overig":
            continue  # whoever speaks in a debate speaks for nobody else
        if told.actors and not material.is_dutch(told) and not NOT_HERE & set(told.actors):
            heard.setdefault(_group(told.actors), []).append(told)
    above = any(ledger.knows(told.statement()) for own in heard.values() for told in own)
    chosen: list[Statement] = []
    for group, sentences in heard.items():
        room = WORDS - sum(len(one.text.split()) for one in chosen)
        share = min(room, SHARE.get(group, SHARE_OF_ANOTHER))
        wanted = [
            replace(told.statement(), group=_name(group, told, material))
            for told in _best(material, sentences)
        ]
        taken = ledger.take(wanted, share)
        chosen += material.by_place(taken)
    line = _line(material, above=above, shown=bool(chosen))
    return Part(word("others", material.language), tuple(chosen), line=line)


def _line(material: Material, *, above: bool, shown: bool) -> str:
    """Where else others speak; that they do not, only where no sentence on the topic names one.

    above: some of their words are quoted before. shown: some stand under this line.
    """
    language = material.language
    if above:
        return word("others_more" if shown else "others_above", language)
    if shown:
        return ""
    named = any(_speaks(one.actor) for told in material.sentences for one in mentions(told.text))
    return word("others_in_passing" if named else "no_others", language)


def _speaks(actor: str) -> bool:
    return actor != "NL" and actor not in NOT_HERE


def _group(actors: Sequence[str]) -> str:
    """Which heading a sentence goes under: that of the one who speaks, or of named states."""
    first = actors[0]
    state = len(first) == 2 and first.isupper() and first != "EP"
    return NAMED_STATES if state else first


def _name(group: str, told: Told, material: Material) -> str:
    """The heading; of the Presidency with the country that has it in this paper."""
    if group == NAMED_STATES:
        return word("named_states", material.language)
    if group == MEMBER_STATES:
        return word("group_of_states", material.language)
    name = speaker_name(group, told.citation(), material.language)
    return name[:1].upper() + name[1:]


def _best(material: Material, sentences: Sequence[Told]) -> list[Told]:
    """Those that stand by themselves: that show a position first, then the newest, the weightiest.

    What stands in an item on the topic comes before what is said of it in passing, what was said
    before what an agenda expected to be said.
    """
    order = {document: number for number, document in enumerate(material.documents)}

    def less_telling(told: Told) -> tuple[bool, bool, bool, int, float]:
        held = set(told.stances) - {"fact"}
        weight = material.weight(told.statement())
        overtaken = material.overtaken(told.document)
        return material.in_passing(told), overtaken, not held, -order[told.document.id], -weight

    held = [told for told in sentences if _says(told) and not _left_behind(told, material)]
    return sorted(held, key=less_telling)[:MOST]


def _left_behind(told: Told, material: Material) -> bool:
    """True for what somebody meant to do, and a newer paper tells to be done."""
    plans = "announcement" in told.stances
    return plans and done_since(told.text, told.document, material)


def _says(told: Told) -> bool:
    """True for a sentence that can be read by itself and says more than who was there."""
    fact = set(told.stances) <= {"fact"}
    empty = fact and (THERE.search(told.text) or tells("background", told.text))
    then = any(LEANING[kind] for kind in told.stances) and earlier(told)
    return quotable(told) and not leans(told.text) and not empty and not then
