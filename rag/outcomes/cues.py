"""The words by which Dutch papers tell a decision or a promise (plans: `rag.outcomes.plans`).

Knows: words, as patterns over one sentence. Does not know: who speaks, dates, which of them wins
(`rag.outcomes.sorting`).
"""

from __future__ import annotations

import re
from re import Pattern

_TO_CHAMBER = r"\b(?:[Uu]w|[Dd]e|[Tt]weede|[Ee]erste) Kamer(?:s|commissie)?\b"
_SENDS = (
    r"(?:informer\w*|geïnformeerd|bericht\w*|inlicht\w*|ingelicht|toegezonden|toezend\w*|"
    r"stu(?:ren|ur)|gaat|toesturen|gestuurd|toegestuurd|ontvang\w*|aangeboden|aanbieden|voorgelegd|voorleggen|gedeeld|"
    r"delen|terug(?:komen|koppel\w*)|op de hoogte)"
)


def words(pattern: str) -> Pattern[str]:
    """A pattern in which case does not matter."""
    return re.compile(pattern, re.IGNORECASE)


OPENING = words(
    r"^(?:hierbij|bijgaand|met deze brief|in de bijlage|als bijlage|in bijlage)\b.*"
    r"\b(?:verslag|geannoteerde agenda)\b"
)

# ---- promises
PROMISED = words(
    r"\bzeg(?:t|de|den|gen)\b(?:(?!\bdat\b)[^;:])*?\btoe\b|"
    r"\btoegezegd (?:dat|om|uw|de Kamer|te)\b|"
    r"\b(?:heeft|hebben|had|hadden|is|zijn|werd|werden|wordt)\b[^;:]*\btoegezegd\b|"
    r"\b(?:deed|deden|doet|doen) (?:de |een )?toezegging|\bbeloofde?n?\b|\bgaf de garantie\b"
)
NOT_PROMISED = words(
    r"\b(?:geen|niet|nog geen|zonder) (?:\w+ )?(?:toezegging|toe(?:gezegd|zeggen)\b)|"
    r"\b(?:kon|kan|wil|wilde)(?:den|nen)? (?:\w+ )?niet\b[^;,]*\btoezeggen"
)
OFFERED = words(
    r"\b(?:bood|boden|biedt|bieden)\b(?! (?:ook |wel |daarvoor |hiervoor )?(?:ruimte|houvast|"
    r"kansen|zekerheid|inzicht|mogelijkheden))[^;:]*?\baan\b(?! (?:de|het|een|uw)\b)|"
    r"\bst(?:elt|elde|elden|ellen)\b[^;:]*\b(?:beschikbaar|in het vooruitzicht)\b|"
    r"\bbeschikbaar st(?:elt|ellen|elde|elden)\b|\bnam(?:en)? (?:dat|het|dit) aanbod aan\b|"
    r"\btr(?:ekt|ekken|ok|okken)\b[^;:]*\b(?:miljoen|miljard|euro)\b[^;:]*\buit\b|"
    r"\bzal\b[^,;:]*\b(?:leveren|ter beschikking stellen)\b|"
    r"\b(?:heeft|hebben)\b[^;:,]*\baangeboden\b|"
    r"\b(?:levert|stuurt|draagt|doneert|schenkt)\b(?![^,;:]*\b(?:op|uit|over)\b)|"
    r"\b(?:maakte?n?|maakt|reserveert|reserveerde)\b[^,;:]*\b(?:miljoen|miljard|euro)\b[^,;:]*"
)
ENCLOSED = words(r"\b(?:bied|bieden|biedt) (?:ik|wij|het kabinet)\b|\bsinds\b")  # or long since
CHAMBER = words(_TO_CHAMBER)
CHAMBER_WILL = words(
    rf"^(?=.*{_TO_CHAMBER})(?=.*\b{_SENDS}\b)(?=.*\b(?:zal|zullen|wordt|worden|ontvangt|ontvangen|"
    r"gaat|voornemens|stuurt|streeft|verwacht\w*|kom ik|komt het kabinet|nader|uiterlijk|zodra|"
    r"binnenkort)\b)"
)
CHAMBER_PAST = words(
    r"\b(?:is|bent|werd|heeft|hebben|zijn|waren)\b[^.;]*\b(?:eerder|reeds|al|onlangs|jl)\b|"
    r"\bzoals\b[^,;]*\b(?:geïnformeerd|gemeld|gedeeld|toegezegd|bericht)\b"
)
# of the clause that names the Chamber: it has been told
CHAMBER_TOLD = words(r"\b(?:heeft|hebben|heb|had|hadden|is|zijn|was|waren|werd|werden)\b")
CHAMBER_NEXT = words(r"\b(?:zal|zullen|wordt|worden|ontvang\w*|uiterlijk|nader|binnenkort|te)\b")
MOTION = words(
    r"^(?=.*\b(?:motie|moties|toezegging|toezeggingen|verzoek van (?:uw|de) Kamer|"
    r"openstaande punten)\b)"
    r"(?=.*\b(?:uitvoering|uitgevoerd|afgedaan|af te doen|afdoening|voldaan|voldoe\w*|voldoet|"
    r"gestand|invulling|tegemoet\w*|gevolg gegeven|geef ik|na te komen|nagekomen|"
    r"kom(?:en|t)? \w+ na|beantwoord\w*|beschouw\w*|ga ik in op|conform|hiermee|hierbij)\b)"
)

# what was promised is kept here: "informeer ik uw Kamer, zoals toegezegd, over ..."
KEPT = words(
    r"(?:^|\bzal\b)(?!.*\bzal\b)(?=.*\b(?:zoals|conform|als) (?:eerder |aan uw Kamer )?toegezegd\b)"
    r"(?=.*\b(?:inform\w*|ga\w* (?:ik|wij|het kabinet) in|treft u|bied\w*|stuur\w*|zend\w*|"
    r"licht\w*|bericht\w*|hierbij|gelegenheid)\b)"
)

# said by a member of the government in a debate: "dan zeg ik dat graag toe"
SPOKEN = words(
    r"\b(?:ik|wij|we) (?:zeg|zeggen)\b(?:(?!\bdat ik\b)[^.;:?])*\btoe\b(?! (?:te|aan)\b)|"
    r"\b(?:zeg|zeggen) (?:ik|wij|we)\b[^.;:?]*\btoe\b(?! (?:te|aan)\b)|"
    r"\b(?:ik kan|kan ik|wij kunnen|we kunnen)\b[^.;:?]*\btoezeggen\b"
)

# ---- decisions
# what is held behind closed doors: "in besloten kring", "de besloten lunchbijeenkomst"
_CLOSED = (
    r"(?:(?!(?:de|het|een|deze|dit|die|dat|om|tot|over)\b)\w+ )?(?:kring|gezelschap|karakter|"
    r"setting|deel|gedeelte|deur\w*|\w*(?:lunch|zitting|sessie|bijeenkomst|vergadering|overleg|diner|ontbijt|"
    r"gesprek|debat|bespreking|formaat)\w*)"
)
_BESLOTEN = rf"(?<!\bde )(?<!\bhet )(?<!\been )(?<!\bdeze )besloten(?! {_CLOSED}\b)"
GENERAL_APPROACH = words(
    r"\balgemene (?:oriëntaties?|benadering(?:en)?)\b|\bgedeeltelijke oriëntatie|"
    r"\braadsposities?\b(?![^,;:]*\b(?:evaluatie|toepassing|werking|uitvoering|verslag|rapport)\b)|"
    r"\bgeneral approach|\bonderhandelingsmandaat"
)
CONCLUSIONS = words(r"\b(?:raads)?conclusies\b(?! van\b)")
DECIDED = words(
    r"\bn(?:am|amen|eemt|emen)\b(?![^;:]*\b(?:deel|kennis)\b)[^;:]*?\baan\b(?! (?:de|het|een) "
    r"(?:bijeenkomst|debat|vergadering|raad)\b)|"
    r"\bst(?:elde|elden|elt|ellen)\b[^;:,]*\bvast\b(?! dat)|"
    rf"\b{_BESLOTEN}\b|\b(?:bereikten?|besloot|machtigde|verlengde|activeerde|bekrachtigde|"
    r"ondertekenden?|benoemde)\b|"
    r"\bkeurden?\b[^;:]*\bgoed\b|\b(?:kwam|kwamen)\b[^;:]*\bovereen\b|"
    r"\bhechtte\b[^;:]*\bgoedkeuring|"
    r"\b(?:stemden?|ging|gingen)\b[^;:]*\b(?:in met|akkoord)\b|\bkon(?:den)?\b[^;:]*\binstemmen\b|"
    r"\bmeerderheid bestond\b|\b(?:haalde|behaalde|kreeg|vond|vormde)\b[^,;:]*\bmeerderheid\b|"
    r"\b(?:was|waren|werd|werden) het\b[^,;:]*\beens\b|\bgroen licht\b|"
    r"\b(?:gaf|gaven|verleende)\b[^,;:]*\b(?:mandaat|machtiging|goedkeuring|instemming)\b|"
    r"\bis een feit\b|\btrad(?:en)? in werking\b|\bmet algemene stemmen\b"
)
IS_DECIDED = words(
    r"(?<!\bde )(?<!\bhet )(?<!\been )\b(?:aangenomen|vastgesteld|goedgekeurd|bekrachtigd|bereikt|"
    rf"{_BESLOTEN}|verlengd|geactiveerd|ondertekend|benoemd|overeengekomen|ingestemd|aanvaard|"
    r"opgeheven|beëindigd|afgesproken|gemachtigd)\b"
)
AGREED = words(
    r"\b(?:overeenstemming|(?:politieke?|voorlopige?) (?:akkoord|overeenkomst)|akkoord|compromis)\b"
)
TOGETHER = words(  # of an act that is adopted it tells how, else that there was agreement
    r"\b(?:unaniem|eenparig|gekwalificeerde meerderheid|meerderheid bestond|konden instemmen)\b"
)
ADOPTS = words(
    r"\bn(?:am|amen)\b[^;:]*\baan\b|\bst(?:elde|elden)\b[^;:]*\bvast\b(?! dat)|\bbeslo(?:ot|ten)\b|"
    r"\bkeurden?\b[^;:]*\bgoed\b|\b(?:aangenomen|vastgesteld|goedgekeurd|bekrachtigd)\b"
)
DENIED = words(r"\b(?:geen|niet|evenmin|noch|nooit)\b")
# "Aangenomen zonder bespreking.": all that a report says of an item
BARE = words(
    r"^\W*(?:(?:als|zonder|bij) [\w-]+ )?(?:aangenomen|vastgesteld|goedgekeurd|bekrachtigd)\b|"
    r"^\W*(?:dit|het) (?:agenda)?punt (?:is|werd)\b[^,;:]*\b(?:aangenomen|vastgesteld|"
    r"goedgekeurd)\b"
)
# an agreement told of with these is that of the talks with Parliament, earlier and elsewhere
TRILOGUE = words(
    r"\b(?:triloog|trilogen|triloogonderhandelingen)\b|\bmet het (?:Europees )?Parlement\b|"
    r"\bmet het EP\b|\bin (?:de|haar) raadspositie\b"
)
NO_STAND = words(r"\b(?:geen|nog niet) (?:\w+ )?standpunt\b")
THOUGHT_ALONG = words(r"\bmee te (?:denken|praten|kijken)\b|\bin gesprek te\b")
NO_AGREEMENT = words(
    r"\b(?:geen|nog geen|onvoldoende|niet de)\b[^,;]{0,40}?\b(?:overeenstemming|akkoord|"
    r"besluit(?:en)?|besluitvorming|meerderheid|unanimiteit|eenparigheid|consensus|oriëntatie|"
    r"compromis|conclusies?)\b|"
    r"\b(?:meerderheid|unanimiteit|eenparigheid|consensus)\b[^,;:]*\b(?:ontbrak|ontbreekt|"
    r"in geen van)|"
    r"\bniet (?:tot )?(?:\w+ )?(?:aangenomen|vastgesteld|akkoord|bereikt|getrokken|tot stemming|"
    r"in stemming|ter stemming|gehaald)\b|\bblok(?:keerde|kerende minderheid|kade)|\bverworpen\b|"
    r"\b(?:bleef|bleven)\b[^,;:]*\b(?:uit\b|zonder (?:resultaat|conclusie|besluit))|\bstrandden?\b|"
    r"\bmislukten?\b|\b(?:kwam|kwamen) (?:\w+ ){0,3}niet tot\b|\bonvoldoende steun\b|"
    r"\bontbrak(?:en)?\b[^,;:]*\b(?:meerderheid|unanimiteit|eenparigheid)|\bkwam er niet\b"
)
POSTPONED = words(
    r"\b(?:uitgesteld|doorgeschoven|opgeschoven|verdaagd)\b|"
    r"\b(?:bespreking|behandeling|onderhandeling\w*|stemming|vergadering|\w*debat|zitting)\b[^;:]*"
    r"\bopgeschort\b|"
    r"^(?=.*\b(?:agenda\w*|punt|punten|onderwerp\w*|bespreking|gesprek|behandeling|lunch|"
    r"debat|dossier|presentatie|stemming|besluit\w*|ingebruik\w*|invoering|start|datum|aanneming)\b).*?"
    r"\b(?:is|zijn|werd|werden|heeft|hebben)\b[^;:]*\b(?:vervallen|verschoven|verplaatst|verzet|"
    r"toegevoegd|aangehouden|geschrapt|ingetrokken)\b|"
    r"\bvan de agenda (?:ge|af|ver)\w+|\b(?:haalde|nam|voerde|schrapte)\b[^;:]*\bvan de agenda\b|"
    r"\bniet (?:meer )?op de agenda\b|\b(?:kwam|kwamen) niet (?:meer )?aan (?:bod|de orde)\b|"
    r"\bniet (?:meer )?(?:behandeld|besproken)\b|\b(?:verviel|vervielen|verschoof)\b|"
    r"\b(?:afgelast|ingelast)\b|\b(?:te )?laten vervallen\b|"
    r"\bniet doorgegaan\b|\btrok(?:ken)?\b[^,;:]*\b(?:terug|in)$|"
    r"\b(?:ging|gaat|gaan|gingen)\b[^;:]*\bniet (?:\w+ )?door\b|"
    r"\b(?:niet|evenmin) (?:meer |langer |\w+ )?haalbaar\b|"
    r"\bschu(?:ift|iven|oof)\b[^;:]*\b(?:op|door)\b|"
    r"\bst(?:elde|elden)\b[^;:,]*\buit(?=[.;,]| tot| naar)|\bniet meer (?:in 20\d\d|dit jaar)\b|"
    r"\b(?:heeft|hebben)\b[^;:]*\bagenda\b[^;:]*\b(?:aangepast|gewijzigd)\b|\bmeer tijd nodig\b"
)
# of what changes the agenda: something comes on it, or goes to another part of the same one
ADDED = words(
    r"\b(?:toegevoegd|ingelast|toe te voegen|in te lassen)\b|\bte agenderen\b|"
    r"\b(?:op|aan) de agenda te (?:zetten|plaatsen)\b"
)
MOVED = words(
    r"^(?=.*\b(?:verplaatst|verschoven|overgeheveld)\b).*"
    r"\bnaar (?:(?:de|het) )?(?:(?:agenda)?onderdeel|deel|gedeelte|"
    r"Justitie|Binnenlandse Zaken|Migratie)\b"
)
COUNCIL_DEBATED = words(
    r"\b(?:hield|hielden|voerde|voerden)\b[^;]*\b(?:\w*debat|gedachtewisseling|discussie|bespreking)|"
    r"\bwisselden?\b[^;]*\bvan gedachten\b|\bnam(?:en)?\b[^;]*\bkennis\b|"
    r"\bschaarden?\b[^;]*\bachter\b|\b(?:sprak|spraken)\b[^;]*\b(?:af|over)\b|"
    r"\b(?:besprak|bespraken|bevestigden?|veroordeelden?|verkenden?)\b|"
    r"\b(?:werd(?:en)?|liet(?:en)? zich)\b[^;]*\b(?:geïnformeerd|informeren|"
    r"bijgepraat|bijpraten)\b|"
    r"\bstond(?:en)? stil\b|\bmaakten?\b[^;]*\bbalans op\b|\bblikten?\b|\bgaf\b[^;]*\brichting\b"
)
NOTED = words(r"\bn(?:am|amen)\b[^;:]*\b(?:kennis|nota)\b")
CONCLUDED = words(
    r"\b(?:concludeerde|constateerde|stelde(?: \w+)* vast|stelde(?: \w+){0,3} als conclusie|"
    r"besloot|sloot)\b"
)
WIDE_SUPPORT = words(
    r"\b(?:tekende|tekenden)\b[^;]*\baf\b|\b(?:brede|ruime|grote|unanieme) (?:\w+ )?(?:steun|"
    r"meerderheid|overeenstemming|consensus)\b"
)
GOES_ON = words(r"\b(?:voortzetting|voort te zetten|verder te (?:spreken|praten|werken))\b")
ON_AGENDA = words(r"\bagender\w*\b|\b(?:van|op|aan) de agenda\b")
