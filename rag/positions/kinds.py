"""What kind of stand a sentence tells, looked at more closely than sentence by sentence.

Knows: that "verwelkomt, maar ... moet" is a condition, that a reservation kept in a second clause
still is one, and to which side each kind leans. Does not know: who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.stance import Stance

OPPOSED = re.compile(
    r"\bte mager\b|\bhoort\b[^.;]*\bniet\b|\bnooit (?:verplicht|worden)|"
    r"\bsloo?t(?:en)?\b(?![^.;]*\bniet uit\b)[^.;]*\buit\b|\bafwijst\b|\bafwijzen\b|"
    r"\btegen (?:elke|iedere|ieder|enige|een verplichting|verplichte)\b|"
    r"\bzich\b[^.;]*\btegen\b[^.;]*\b(?:uit|keren|keerde|verzetten)\b|\bdaartegen\b|"
    r"\bniet bereid\b|\bgaat (?:\w+ )?te ver\b|"
    r"\b(?:wees|wijst|wijzen|wezen)\b[^.;]*\bvan de hand\b|"
    r"\bgeheel\b[^.;]*\buitzonderen\b|\bniet mag worden (?:afgezwakt|verzwakt|opgegeven)|"
    r"\bstem(?:de|den|t|men)? tegen\b|\bheeft geen\b[^.;]*\bbehoefte\b|\bnog niet aan de orde\b|"
    r"\bonbespreekbaar\b|\bonaanvaardbaar\b|\bgeen (?:steun|goed idee)\b"
)
# opposed whatever else the words look like
PLAINLY_OPPOSED = re.compile(
    r"\bgeen (?:optie|sprake)\b|\bbestre(?:ed|den)\b|\bveto\b|\b(?:beoordeelt|beoordeelde)\b[^.;,]*"
    r"\bnegatief\b|\b(?:trok|trekt|trokken|trekken)\b[^.;,]*\bsteun\b[^.;,]*\bin\b|"
    r"\b(?:maakt?e?|maken|hield|houdt)\b[^.;,]*\bbezwaar tegen\b|\bhield vast aan\b[^.;,]*\bbezwa"
)
# with a condition: refused unless it is met
REFUSED = re.compile(r"\b(?:niet bereid|onaanvaardbaar|onbespreekbaar|van de hand)\b")
RESERVED = re.compile(
    r"\b(?:handhaaf(?:t|de|den)?|handhaven|behield|behoudt|behouden|maakt|maakte|maken|plaatst|plaatste|"
    r"heeft|had|hield|houdt)\b[^.;]*voorbehoud\b|\bwacht(?:te|ten|en)?\b[^.;]* op\b|"
    r"\bgrote twijfels\b|\blos van\b[^.;]*\bmoet\b|\bkan (?:er |daar )?(?:nog )?geen oordeel\b|"
    r"\bnog (?:altijd )?niet kan intrekken\b|\bwil\w*\b[^.;]*\beerst\b|"
    r"\beerst\b[^.;]*\bmoet(?:en)?\b|\bberaadt zich\b|\bbestude(?:ert|ren)\b[^.;,]*\bnog\b|"
    r"\boordeel aan\b|\bnog geen (?:steun|oordeel|standpunt)\b|\bvoorzichtigheid\b|"
    r"\bw(?:ees|ijst|ijzen|ezen) op de risico\w*"
)
OPENS = re.compile(
    r"\bsta(?:at|an|nd)?\b[^.;]*\bopen voor\b|\bsloo?t(?:en)?\b[^.;]*\bniet uit\b|"
    r"\b(?:kan|kon|kunnen|konden)\b[^.;]*\b(?:aanvaarden|instemmen|leven met|akkoord)\b|"
    r"\b(?:verwelkom|steun|ondersteun|juich|onderschri?jf|positief|voorstander)\w*"
)
BUT = re.compile(
    r",? \b(?:maar|mits|zolang|indien|wel|op voorwaarde|onder de voorwaarde|na toetsing|"
    r"uitsluitend|alleen als|waarbij|vooropgesteld|als)\b(?P<rest>.*)",
    re.S,
)
CONDITION = re.compile(
    r"\bmoet(?:en)?\b|\bdien(?:t|en)\b|\bmits\b|\bzolang\b|\bindien\b|\bvoorwaarde|\bmag\b|\bmogen\b|"
    r"\buitsluitend\b|\balleen\b|\bna toetsing\b|\bnoodzakelijk\b|\bevenredig|\bproportione"
)
IN_FAVOUR = re.compile(
    r"\blans\b|\bschaar(?:t|de|den|en) zich achter\b|\bjui(?:cht|chte|chten|chen)\b[^.;]*\btoe\b|"
    r"\bgeen bezwaar\b|\b(?:sta(?:at|an)|stond(?:en)?)\b[^.;]*\bachter\b|"
    r"\bstem(?:de|den|t|men)? (?:in|voor|vóór)\b|"
    r"\bgaf\b[^.;]*\bverzet op\b|\bverzet opgaf\b|\bslo(?:ot|ten) zich\b[^.;]*\baan\b|"
    r"\b(?:was|waren|is|zijn|blijft|bleef)\b(?: \w+)? (?:voor|vóór)(?=[.,;]| (?:de|het|dit|die)\b)|"
    r"\binstem(?:men|t|de|den|ming)\b|\bfeliciteer|\bwaardeer|\bwaardering\b|\bverheugd\b|"
    r"\bingenomen met\b|\btevreden\b|\bblij met\b|\bde(?:elt|elde|elden|len) (?:die|deze|dat) "
    r"(?:mening|opvatting|analyse)\b|\bviel(?:en)?\b[^.;]* bij\b|\bvoorkeur\b|"
    r"\bsta(?:at|an) positief\b|\breageer(?:de|den|t) positief\b|"
    r"\bz(?:iet|ien|ag|agen)\b[^.;,]*\b(?:nut|meerwaarde|toegevoegde waarde|bruikbaar|kansen)\b|"
    r"\bspr(?:eekt|ak|aken) zich\b[^.;,]*\b(?:voor|vóór)\b[^.;,]*\buit\b|"
    r"\bspr(?:eekt|ak|aken) zich uit (?:voor|vóór)\b|\bstap (?:vooruit|in de goede richting)\b|"
    r"\bgoede stap\b|\bcompliment\w*|\bwelwillend\b|\bbegrip voor\b|"
    r"\b(?:voor|vóór) (?:te )?stemmen\b|\bze(?:gt|gde|gden|ggen)\b[^.;,]*\bsteun toe\b|"
    r"\baanvaardbaar\b|\bacceptabel\b|\bki(?:est|ezen) voor\b|\bko(?:os|zen) voor\b|"
    r"\bgeen moeite met\b|\bzich\b[^.;,]*\bvinden in\b"
)
AGAINST = re.compile(r"\bdaartegen uit\b|\bzich\b[^.;,]*\btegen\b[^.;,]*\buit\b")
NOT_RULED_OUT = re.compile(r"\bsloo?t(?:en)?\b[^.;]*\bniet uit\b")
# what a chair finds of others
SUMS_UP = re.compile(r"\b(?:constateer|concludeer|stel(?:t|de|den|len)\b[^.;]*\bvast\b|vatte)\w*")
TERMS = re.compile(
    r"\bharde voorwaarde\b|\bsteun\b[^.;,]*\b(?:afhang\w*|afhankelijk|verbinden|hangt af)\b|"
    r"\bbereid\b[^.;,]* (?:als|wanneer|indien|mits)\b"
)
NOT_YET = re.compile(
    r"\b(?:nog niet|nog geen|niet meteen)\b[^.;,]*\b(?:instem|steun|akkoord|aanvaard|toestem)"
)
DENIED = re.compile(r"\b(?:niet|geen|evenmin|nooit|noch)\b(?! alleen)")
WANTS = re.compile(
    r"\bzet(?:te|ten|ten)?\b[^.;]*\bin\b(?: voor\b| op\b|\.)|\b(?:be)?pleit|\bdr(?:i|o)ng\w* aan\b|"
    r"\baandringen\b|\bhamer(?:t|de|den)\b|\bhecht(?:te|ten)?\b|\bwenst?\b|\bwaarde aan\b"
)
PLANS = re.compile(
    r"\b(?:zal|zullen)\b|\bkondig\w*\b[^.;]*\baan\b|\bze(?:gt|gde|gden|ggen)\b[^.;]*\btoe\b|"
    r"\bbelo(?:oft|ofde|ofden|ven)\b|\bbood\b[^.;]*\baan\b|\bvoornemens?\b|\bis van plan\b"
)
NOT_NEEDED = re.compile(
    r"\b(?:vond|vonden|vindt|vinden|acht|achtte|achtten|zag|zagen|ziet|zien)\b[^.;:,]*"
    r"\b(?:niet|geen)\b[^.;:,]*\b(?:nodig|noodzakelijk|wenselijk|noodzaak|meerwaarde|behoefte)\b"
)
# which way a kind leans; those of 0 do not change a stand by themselves
LEANING: Mapping[Stance, int] = {
    "support": 2,
    "conditional": 1,
    "abstention": -1,
    "reservation": -1,
    "opposition": -2,
    "question": 0,
    "call": 0,
    "announcement": 0,
    "fact": 0,
}


def kind_of(text: str, first: Stance) -> Stance:
    """The kind of stand a sentence tells; first: what the speaker's clause alone looks like."""
    if first in ("abstention", "question"):
        return first
    if PLAINLY_OPPOSED.search(text):
        return "opposition"
    if first == "conditional" and NOT_NEEDED.search(text):
        return "opposition"  # "vond dat niet nodig: de richtlijn volstaat, mits ..."
    if first == "conditional":
        return "opposition" if REFUSED.search(text) else first
    if first == "opposition" or AGAINST.search(text):
        return "opposition"
    if NOT_RULED_OUT.search(text) or TERMS.search(text):
        return "conditional"
    if SUMS_UP.search(text):
        return "announcement" if PLANS.search(text) else "fact"
    return _leaning(text, first) or (_of_fact(text) if first == "fact" else first)


def _leaning(text: str, first: Stance) -> Stance | None:
    """The way that the words of a whole sentence lean where its first clause is not plain."""
    favour = _favours(text)
    rest = text.partition(", maar ")[2]
    reserved = rest if favour else text
    if RESERVED.search(reserved) or NOT_YET.search(reserved):
        return "reservation"
    held = first == "support" or (favour and first != "call")
    if _conditioned(text) or (held and re.search(r", maar\b(?! ook)", text)):
        return "conditional"
    if first in ("fact", "announcement", "call") and OPPOSED.search(text):
        return "opposition"
    return "support" if favour and first in ("fact", "announcement") else None


def _favours(text: str) -> bool:
    """True for words of agreement that nothing in their clause denies."""
    return any(
        not DENIED.search(text[_clause_start(text, found.start()) : found.end()])
        or "geen bezwaar" in found[0]
        for found in IN_FAVOUR.finditer(text)
    )


def _clause_start(text: str, place: int) -> int:
    """Where the clause begins that holds a place: after the last comma, colon or semicolon."""
    return max(text.rfind(mark, 0, place) for mark in ",;:") + 1


def _conditioned(text: str) -> bool:
    """True for an openness followed by what must come with it."""
    but = BUT.search(text)
    if but is None or not CONDITION.search(but[0]):
        return False
    return OPENS.search(text[: but.start()]) is not None


def _of_fact(text: str) -> Stance:
    """What a sentence is that reports no stand in so many words."""
    if OPENS.search(text) and not DENIED.search(text):
        return "conditional" if CONDITION.search(text) else "support"
    if WANTS.search(text):
        return "call"
    return "announcement" if PLANS.search(text) else "fact"
