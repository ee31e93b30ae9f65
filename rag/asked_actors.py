"""Whose view or act a question asks for, among the actors it names.

Knows: how people write actors, and the prepositions after which one is only spoken about.
Does not know: times and meetings; whose words those are, the caller leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.actors import MEMBER_STATES, Mention, mentions
from rag.asked_names import GOVERNMENTS as OTHER_CAPITALS
from rag.asked_names import other_names
from rag.meetings import CITIES as CAPITALS

_PLACE = r"(?:(?:de|het|the|another|een ander|other)\s+)?(?:EU(?:['’]s)?\s+|Europese?\s+)?"
ABOUT = re.compile(
    r"\b(?:van|of|voor|for|tot|to|in|met|with|naar|over|about|tegen|against|tussen|between|uit|from|"
    r"aan|op|on|by|door|at|bij|near|inside|within|binnen|into|onto|regarding|concerning|inzake|rond|"
    r"around|jegens|towards?|via|through|without|zonder|after|na|since|sinds|vanuit)\s+"
    rf"{_PLACE}$",
    re.I,
)
# behind these somebody speaks: "de inzet van", "raised by", "what did ministers hear from"
SPOKEN_BY = re.compile(
    r"\b(?:standpunt\w*|positie\w*|mening\w*|inzet|opvatting\w*|reacties?|houding|visie|oordeel|"
    r"kritiek|bezwa\w+|argument\w*|inbreng|voorstel\w*|verzoek\w*|vra(?:ag|gen)|rol|bijdragen?|"
    r"interventies?|lijn|wens(?:en)?|zorg(?:en)?|prioriteit(?:en)?|positions?|views?|stances?|"
    r"opinions?|reactions?|responses?|objections?|concerns?|reservations?|demands?|requests?|"
    r"proposals?|line|role|contributions?|take|input|wish(?:es)?|priorit(?:y|ies)|assessment|"
    rf"voorkeur|preference)\s+(?:van|of|from|by)\s+{_PLACE}$|"
    r"\b(?:by|door|according to|on behalf of|namens|(?:what|how) about|hoe zit het met)\s+"
    rf"{_PLACE}$|"
    rf"^(?:en|and|maar|but)\s+(?:voor|van|for|bij|met|with|of)\s+{_PLACE}$|"
    r"\b(?:hear[ds]?|hear|hoor\w*|horen|gehoord|vernam\w*|learn\w*|told|asked?|vroeg\w*|gevraagd|want"
    rf"\w*|verwacht\w*|expect\w*|came|kwam\w*)\b[^,;:?]*\s(?:from|van|door|by|of)\s+{_PLACE}$",
    re.I,
)
# an actor right behind one of these is what is done to, or stood beside
OBJECT_OF = re.compile(
    r"\b(?!(?:meeting|evening|morning|briefing|hearing|during|\w*coming|outgoing)\s)(?:\w{3,}ing|neighbours?|borders?|"
    r"supports?|backs?|helps?|aids?|accepts?|admits?|lets?|allows?|assists?|leaves?|joins?|invites?|"
    r"includes?|sanctions?|condemns?|blames?|holds?|arms?|funds?|protects?|grens\w*|help\w*|"
    r"supported|helped|accepted|admitted|allowed|condemned|blamed|backed|opposed|heads?|leads?|"
    rf"runs?|chairs?|leidt|leiden)\s+{_PLACE}$",
    re.I,
)
# "Russian aggression", "the Frontex mandate": whose it is, not who speaks
TOPIC_OF = re.compile(
    r"(?:['’]s)?[\s-](?:refugees|border|borders|war|aggression|assets|accession|crisis|coast|deal|"
    r"invasion|territory|soil|people|citizens|children|nationals|migrants|ports|prisoners|"
    r"membership|candidacy|vluchtelingen|grens|grenzen|agressie|oorlog|tegoeden|toetreding|kust|"
    r"inval|grondgebied|bevolking|burgers|kinderen|onderdanen|ontheemden|migranten|havens|"
    r"lidmaatschap|mandate|mandaat|regulation|verordening|budget|begroting|cases|zaken|staff|"
    r"personeel|seat|zetel|founding|oprichtings\w*)\b",
    re.I,
)
# where actors are set side by side they stand after most of these as well: "compare NL with ..."
SUBJECT = re.compile(
    r"\b(?:(?:voor|for|tot|in|naar|over|about|aan|op|on)|(?:toetreding|accession|uitbreiding|"
    r"oorlog|war)\s+(?:van|of|in|to|by))\s+(?:(?:de|het|the)\s+)?$",
    re.I,
)
JOINED = re.compile(r"\s*(?:,|en|and|of|or|&)\s*(?:(?:de|het|the)\s+)?", re.I)
# they speak in every paper, or are named without a position being asked for
EVERYWHERE = frozenset(
    "NL|Commission|Presidency|member states|Council|EP|Tweede Kamer|European Council".split("|")
)
NOT_AN_ACTOR = frozenset({"Council"})  # every paper is about the Council; it narrows nothing
# cities name treaties, programmes and meetings as well as governments
CITIES = (
    CAPITALS
    | OTHER_CAPITALS
    | set("den haag|the hague|washington|london|londen|kyiv|kiev|moskou|moscow".split("|"))
)
GOVERNMENTS = frozenset({"regering", "kabinet"})  # the Dutch one, where no other is named
NAMED_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:convention|conference|treaty|statute|protocol|programme|declaration|process|"
    r"agreement|ministerial|summit|gathering|meeting|forum|lunch|talks|bijeenkomst|overleg|"
    r"verdrag|protocol|programma|verklaring|proces|akkoord|top)\b",
    re.I,
)
NAMED_FOR = re.compile(
    r"\b(?:verdrag|statuut|protocol|verklaring|conferentie|akkoord|conventie|treaty|convention|"
    r"statute|declaration|conference|agreement|raad|council|bijeenkomst|meeting|gathering)\s+"
    r"(?:van|of|te|in|at)\s+$",
    re.I,
)
OTHER_STATES = re.compile(r"\b(?:derde|third|partner|candidate|kandidaat|non-eu)[\s-]+$", re.I)
# a city is a government where it does something or stands beside another government
ACTS = re.compile(
    r"\b(?:did|does|do|will|would|has|had|was|is|vond|vindt|vinden|zei|zegt|wil|wilde|steunt|"
    r"steunde|volgens|according to|kon|kan|could|can)\s+$",
    re.I,
)
DOES = re.compile(
    r"\s+(?:want\w*|wil\w*|say|said|says|zei\w*|zegt|vond\w*|vind\w*|think\w*|thought|steun\w*|"
    r"support\w*|oppos\w*|object\w*|agree\w*|stem\w*|vote\w*|ask\w*|vroeg|vraagt)\b",
    re.I,
)
AT_PLACE = re.compile(  # "in Vilnius", "After Skopje": a place, whatever government sits there
    r"\b(?:in|te|at|near|naar|to|bij|rond|around|na|after|since|sinds)\s+$", re.I
)


def asked_actors(text: str, named: Sequence[Mention], comparing: bool = False) -> tuple[str, ...]:
    """The actors whose view or act a question asks for, in order, each once.

    The unnamed group counts only where nobody else is named, or where actors are compared. States
    and bodies that a question is about ("the seat of Europol", "states neighbouring Russia") are
    none; those who speak in every paper are, where nobody else is. named: the actors that the
    text names (`named_in`).
    """
    found = [m for m in named if m.actor not in NOT_AN_ACTOR]
    about = _spoken_about(text, found, SUBJECT if comparing else ABOUT)
    speaking = [m for m in found if m not in about]
    everywhere = [m for m in found if m.actor in EVERYWHERE]
    values = list(dict.fromkeys(m.actor for m in speaking or everywhere))
    if comparing and len(values) > 1:
        return tuple(values)
    others = [value for value in values if value != MEMBER_STATES]
    return tuple(others or values)


def _spoken_about(text: str, found: list[Mention], about: re.Pattern[str]) -> list[Mention]:
    """Those after a preposition or a verb that takes them as its object, those whose things are
    spoken of, and those joined to them: "over Bulgarije en Roemenië".
    """
    those: list[Mention] = []
    before: Mention | None = None
    for m in found:
        joined = before is not None and JOINED.fullmatch(text[before.end : m.start])
        if joined and before is not None and before.actor != MEMBER_STATES:
            is_topic = before in those
        else:
            is_topic = _is_topic(text, m, before, about)
        if is_topic:
            those.append(m)
        before = m
    return those


def _is_topic(text: str, m: Mention, before: Mention | None, about: re.Pattern[str]) -> bool:
    """True for one that is only spoken about. before: the one named before it."""
    lead = text[: m.start]
    if SPOKEN_BY.search(lead):
        return False
    if about.search(lead):
        return True
    if m.actor in EVERYWHERE:
        return False
    beside = before is not None and text[before.end : m.start] == " " and before.actor != m.actor
    return bool(OBJECT_OF.search(lead) or TOPIC_OF.match(text, m.end) or beside)


def named_in(text: str) -> list[Mention]:
    """The actors a question names, in any case, as people type: "nederland", "nl"."""
    if text.isupper():
        text = text.lower()
    titled = re.sub(r"(?<!\w)(?:nl|vk|uk|ep|eom|eppo|fra|icc)(?!\w)", lambda m: m[0].upper(), text)
    titled = re.sub(r"\b[a-zë]", lambda m: m[0].upper(), titled)
    every = [*mentions(titled), *mentions(text), *other_names(text)]
    both = {(m.start, m.end): m for m in every}
    out: list[Mention] = []
    for mention in sorted(both.values(), key=lambda m: (m.start, -m.end)):
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return [m for m in out if _is_meant(text, m, out)]


def _is_meant(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """False for "the Hague Convention", "Verdrag van Lissabon", "derde landen", "Dublin"."""
    before, after = text[: mention.start], text[mention.end :]
    if mention.actor == MEMBER_STATES:
        return OTHER_STATES.search(before) is None
    name = mention.name.casefold()
    if name in GOVERNMENTS:  # "de Deense regering"
        return not any(m.end == mention.start - 1 and m.actor != mention.actor for m in others)
    if name not in CITIES:
        return True
    if NAMED_AFTER.match(after) or NAMED_FOR.search(before):
        return False
    beside = any(
        JOINED.fullmatch(text[one.end : two.start])
        for one, two in [*((m, mention) for m in others), *((mention, m) for m in others)]
        if one.end <= two.start
    )
    if beside or name != "dublin":
        return bool(beside) or AT_PLACE.search(before) is None
    return bool(ACTS.search(before) or DOES.match(after))
