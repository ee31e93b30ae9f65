"""The words by which a paper says itself that an actor's stand has changed.

Knows: "niet langer", "trekt zijn voorbehoud in", "kan nu instemmen"; that another's turn is not the
actor's, nor is one that is only asked for. Does not know: what the actor held before
(`rag.positions.turns`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.actors import mentions
from rag.positions.kinds import LEANING
from rag.positions.stands import Stand

OBJECTION = r"(?:bezwaar|bezwaren|voorbehoud|voorbehouden|studievoorbehoud|verzet|weerstand)"
LINE = r"(?:standpunt|inzet|positie|lijn|houding|opvatting|beoordeling|koers)"
CHANGED = (
    r"(?:herzien|gewijzigd|bijgesteld|aangepast|veranderd|verlaten|verlegd|herijkt|opgeschoven)"
)
CAN = r"\b(?:kan|kon|kunnen|konden|wil|is bereid|was bereid)\b"
TO_AGREE = r"\b(?:instemmen|aanvaarden|akkoord|leven|steunen|meegaan|vinden|meestemmen)\b"
NOW = r"(?:nu|thans|inmiddels|intussen|voortaan|alsnog|uiteindelijk|bij nader inzien)"

SAYS_SO = re.compile(
    r"\b(?:niet langer|niet meer (?:tegen|nodig|uitgesloten|onverkort|vast)|alsnog|heroverw\w+|"
    r"geen (?:bezwaar|bezwaren|voorbehoud|bedenkingen|reden|aanleiding|voorstander|verzet) meer|"
    rf"(?:{OBJECTION}|verzoek|steun)\b[^.;]*\b(?:intrekt|introk|ingetrokken|opgaf|opgeeft|"
    r"opgegeven|laten varen|liet varen|laat varen|laten vallen|liet vallen|laat vallen|opgeheven|"
    r"vervallen|losgelaten)|"
    rf"(?:trok|trekt|trekken|trokken)\b[^.;]*(?:{OBJECTION}|steun)\b[^.;]* in|"
    rf"(?:hief|heft|hieven|heffen)\b[^.;]*{OBJECTION}\b[^.;]* op|"
    rf"(?:gaf|geeft|gaven|geven)\b[^.;]*\b{OBJECTION} op|"
    r"(?:eis|wens|verzoek|plan|voornemen|datum|voorwaarde)\b[^.;]*\b(?:laten|liet|laat|lieten) "
    r"(?:\w+ )?(?:varen|vallen|los)|"
    r"(?:laat|liet|lieten|laten)\b[^.;]*\b(?:eis|wens|verzoek|plan|voornemen|datum|voorwaarde)\b"
    r"[^.;]*\b(?:varen|vallen|los)|"
    r"voor het eerst|anders dan (?:in|bij|op|voorheen|eerder|toen|destijds|vorig)|"
    r"in tegenstelling tot (?:eerder|voorheen|vorig\w*|de vorige)|in afwijking van|"
    r"komt? (?:\w+ )?terug op (?:zijn|haar|het|die|dat)|kwam(?:en)? (?:\w+ )?terug op "
    r"(?:zijn|haar|hun|het|die|dat)|"
    rf"{LINE} (?:is |heeft |wordt |zijn )?(?:\w+ ){{0,2}}{CHANGED}|"
    rf"{CHANGED}e? (?:\w+ )?{LINE}|"
    rf"stel(?:t|de)\b[^.;,]*\b{LINE} bij|pas(?:t|te)\b[^.;,]*\b{LINE} aan|"
    r"van (?:mening|standpunt|koers|positie) (?:is |zijn )?(?:veranderd\w*|gewisseld|veranderde)|"
    r"(?:ging|gingen|gaat) overstag|draaide(?:n)? bij|koerswijziging|(?:brak|breekt) met|"
    r"(?:nog|eerder|aanvankelijk|voorheen|destijds) (?:had|hadden) (?:uitgesloten|afgewezen|"
    r"gesteund|geweigerd|verworpen|bepleit)|nog had(?:den)? uitgesloten|afscheid van|"
    rf"eerdere? (?:{OBJECTION}|standpunt|steun))\b"
)
# what is held now, in so many words: a sign of a turn only in a sentence that leans
HELD_NOW = re.compile(
    rf"{CAN}[^.;,]{{0,40}}\b{NOW}\b[^.;]*{TO_AGREE}|"
    rf"\b(?:sluit|sloot|sloten|schaart|schaarde|schaarden|vindt|vond) zich (?:er |daar )?{NOW}\b|"
    rf"\b(?:is|was|zijn|acht|achtte|ziet|zag|zagen|steunt|steunde|steunen|bepleit|bepleitte|pleit|"
    rf"pleitte|staat|stond|stemt|stemde|wijst|wees|keert|keerde|vindt|vond|geeft|gaf) (?:zich )?"
    rf"{NOW}\b (?!de\b|het\b|er\b|een\b)"
)
# "nog niet kan intrekken", "zoals eerder", "onveranderd"
STILL = re.compile(
    rf"\b(?:niet|geen)\b[^.;,]*\b{CHANGED}\b|"
    r"\b(?:niet|geen)\b(?! langer| meer)[^.;]*\b(?:op te geven|intrekken|ingetrokken|opgegeven|"
    r"opgeheven)\b|\b(?:zoals|nog altijd|nog steeds|onveranderd|ongewijzigd|herhaal\w*)\b"
)
# "drong er bij hen op aan hun houding te heroverwegen"
ASKED = re.compile(
    r"\b(?:verzo(?:ek|cht)\w*|vr(?:oeg|aag|agen)\w*|riep\w*|roept|dr(?:o|i)ng\w*|op te roepen|"
    r"aandringen|moet|moeten|hoop\w*)\b[^.;,]*$"
)
# a country that stands after these is spoken of and does not speak
OBJECT = re.compile(r"\b(?:tegen|bij|over|voor|met|aan|in|tot|naar|op|betreffende) (?:de |het )?$")


def says_changed(stand: Stand, actor: str) -> bool:
    """True when the sentence says in so many words that the actor's own stand has changed."""
    text = stand.told.text
    marks = [SAYS_SO]
    if LEANING[stand.kind]:
        marks.append(HELD_NOW)
    return any(_counts(found, text, stand, actor) for found in _found(marks, text))


def _found(marks: list[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    for mark in marks:
        yield from mark.finditer(text)


def _counts(found: re.Match[str], text: str, stand: Stand, actor: str) -> bool:
    """True unless the words are another's, asked for, or say that nothing has changed."""
    start = max(text.rfind(mark, 0, found.start()) for mark in ",;:") + 1
    ends = [place for mark in ",;" if (place := text.find(mark, found.end())) >= 0]
    clause = text[start : min(ends, default=len(text))]
    if STILL.search(clause) or ASKED.search(text[: found.start()]):
        return False
    before = [one for one in mentions(text) if start <= one.start and one.end <= found.start()]
    speaking = [one.actor for one in before if not OBJECT.search(text[: one.start])]
    return not speaking or speaking[-1] in (actor, *stand.told.actors)
