"""Which predicates report a statement or an act, and which describe.

Knows: that duties, permissions and passives describe a party, that the Council speaks by what it
adopts, that bare "lidstaten" in the present are mostly those a proposal binds. Does not know: how
the subject was found.
"""

from __future__ import annotations

import re

from index.actors import MEMBER_STATES
from index.tagging import Tagged

DUTY = frozenset(
    "moet moest moesten moeten mag mocht mochten mogen dient dienen diende dienden hoeft hoeven "
    "telt tellen ligt liggen valt vallen bestaat vergadert begint".split()
)
ABLE = frozenset("kan kunnen kon konden zou zouden lijkt lijken leek leken".split())
DISCUSSES = frozenset("bespreekt bespreken besprak bespraken".split())
# "Nabestaanden vroegen de minister ...": whom these take as an object may be the actor named
ADDRESSES = frozenset(
    "vraagt vragen vroeg vroegen verzoekt verzoeken verzocht verzochten roept roepen riep riepen "
    "dankt danken dankte dankten informeert informeerde informeerden nodigt nodigde nodigden "
    "waarschuwt waarschuwde waarschuwden herinnert herinnerde herinnerden adviseert adviseerde "
    "adviseerden spoort spoorde spoorden feliciteerde feliciteerden maant maande".split()
)
SPEAKS = re.compile("[VtkN]")  # a speaker's verb, or a word of attitude
TELLS = frozenset("geeft geven gaf gaven".split())  # "gaf aan", a speaker's verb in two words
BEING = frozenset("is zijn was waren".split())
DONE_TO = frozenset(
    "verzocht gevraagd uitgenodigd geïnformeerd opgeroepen aangewezen aangespoord gemaand "
    "veroordeeld geëvalueerd opgericht gevestigd betrokken verdeeld gehouden gebonden "
    "verplicht".split()
)
COUNCIL_ACTS = re.compile(
    r"\b(?:nam|neemt|namen)\b.*\b(?:aan|kennis)\b|\b(?:stelde|stelt)\b.*\bvast\b|"
    r"\b(?:bereikte|bereikt|besloot|besluit|concludeerde|concludeert|verlengde|verlengt|machtigde|"
    r"bevestigde|onderschreef|benadrukte|onderstreepte|verwelkomde|beklemtoonde|riep|verzocht|vroeg|droeg|steunde|"
    r"veroordeelde|erkende|wees|sprak|wil|hecht|hechtte|drong|verzoekt|wacht|ging|keurde|keurt)\b|"
    r"\bstemd?e?t?\b.*\bin\b|\b(?:heeft|had|zal)\b.*\b(?:aangenomen|vastgesteld|bereikt|besloten|"
    r"verlengd|ingestemd|goedgekeurd|aannemen|vaststellen|besluiten|verlengen|instemmen|bereiken|"
    r"opgeroepen|verzocht|geconcludeerd|nemen|bevestigd)\b|\bwerd het\b.*\beens\b"
)
COUNCIL_TEXTS = re.compile(
    r"\b(?:[Rr]aads)?[Cc]onclusies\b|\boriëntatie|\bRaadspositie|\bhamerstuk|\bA-punt|"
    r"\b(?:politiek akkoord|overeenstemming)\b"
)
ADOPTED = frozenset("aangenomen vastgesteld bereikt goedgekeurd bekrachtigd".split())
WIDELY = re.compile(
    r"\b(?:breed|alom|algemeen|unaniem)\b.*\b(?:gedeeld|gesteund|gedragen|onderschreven|verwelkomd)\b|"
    r"\b(?:brede|ruime|veel|unanieme)\b(?: , (?:maar|zij het)[^,.]*)? steun\b"
)
RELATIVE = re.compile(",S[^,]*,")
IMPORTANT = re.compile(
    r"(?:belang|belangrijke?|essentieel|essentiële|cruciaal|cruciale|onaanvaardbare?|"
    r"onacceptabel|leidend|voorop|prioriteit|wezenlijke?|onverteerbaar|onbespreekbaar|relevant|aanvaardbaar|wenselijk|onwenselijk|verstandig|gewenst|onderhandelbaar|denkbaar|bespreekbaar|randvoorwaarde|voorwaarde|uitgangspunt)$"
)


def reports(
    c: Tagged, who: tuple[str, ...], noun: tuple[int, int], verb: int, doubtful: bool = False
) -> bool:
    """True when the subject `who` in words `noun` speaks or acts by the clause's verb.

    doubtful: the noun phrase may be the object as well, so the verb must be a speaker's.
    """
    if not who:
        return False
    letter, word = c.shape[verb], c.words[verb].lower()
    stop = c.shape.find("S", verb)
    after = c.shape[verb : stop if stop > 0 else None]
    words = c.words[verb : verb + len(after)]
    speaks = SPEAKS.search(after) is not None or (word in TELLS and "aan" in words)
    nobody = "geen" in c.words[slice(*noun)]  # "maar er was geen meerderheid voor"
    if nobody or letter == "W" or word in DUTY or (word in BEING and DONE_TO & set(words)):
        return False
    if word in DISCUSSES and set(who) <= {"Council", MEMBER_STATES}:
        return False
    if (doubtful and word in ADDRESSES) or (word in BEING and "nodig" in words):
        return False
    if word in ABLE or doubtful:
        return speaks
    if who == ("Council",):
        return COUNCIL_ACTS.search(" ".join(words)) is not None
    if who == (MEMBER_STATES,) and _any_state(c, noun):
        return speaks
    return True


def _any_state(c: Tagged, noun: tuple[int, int]) -> bool:
    """True for "de lidstaten", "elke lidstaat": those a text binds, not some who spoke."""
    determiners = {c.words[i].lower() for i in range(*noun) if c.shape[i] in "DHj"}
    return "q" not in c.shape[slice(*noun)] and determiners <= {
        "de", "alle", "elke", "iedere", "deelnemende", "betrokken", "europese",
    }  # fmt: skip


def council_decided(c: Tagged) -> tuple[str, ...]:
    """The Council where a text of its own "is aangenomen" and nobody is named."""
    decided = (
        not ADOPTED.isdisjoint(c.words)
        and COUNCIL_TEXTS.search(c.text)
        and re.search("[WX]", c.shape)
    )
    return ("Council",) if decided and not re.search("[AS]", RELATIVE.sub("", c.shape)) else ()


def widely_shared(c: Tagged) -> tuple[str, ...]:
    """The member states where something "werd breed gedeeld" or got "brede steun"."""
    shared = "S" not in c.shape and WIDELY.search(c.text) and re.search("[WXv]", c.shape)
    return (MEMBER_STATES,) if shared else ()


def important(c: Tagged, after: int) -> bool:
    """True when what is said of the party before word `after` is that something matters to it."""
    return any(IMPORTANT.match(word) for word in c.words[after : after + 4])
