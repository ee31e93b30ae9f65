"""The words by which Dutch papers tell what is still to come.

Knows: words, as patterns over one sentence. Does not know: who speaks, dates, which of them wins
(`rag.outcomes.sorting`).
"""

from __future__ import annotations

from rag.outcomes.cues import words

ANNOUNCED = words(
    r"\bkondig(?:de|den|t|en)\b[^;:]*?\baan\b|\b(?:heeft|hebben)\b[^;:]*\baangekondigd\b|"
    r"\bma(?:akte|akten|akt|ken)\b[^;:,]*\bbekend dat\b"
)
WILL = words(
    r"\b(?:zal|zullen|zou|zouden|streeft|streven|streefde|beoogt|beoogde|voornemens|van plan|"
    r"verwacht|verwachten|verwachtte|verwachting|hoopt|hoopte|volgt|volgen|start|starten|begint|"
    r"beginnen|verschijnt|verschijnen|vervalt|vervallen|verloopt|aflopen|afloopt|gepland|voorzien|"
    r"ingezet wordt|doel is|als doel|komt|komen|gaat|gaan|wordt|worden|treedt|treden|plaatsvindt|"
    r"vindt|vinden|uitbrengt|uitbrengen|voorlegt|voorleggen|terugkom\w*|agendeert|agenderen|"
    r"overneemt|overnemen|presenteert|publiceert|legt|leggen|doet|brengt|levert|wil|willen|moet|"
    r"moeten|dient|dienen|loopt|lopen|geldt|gelden|besluit|blijft|blijven|van kracht|"
    r"van toepassing is|stemt|stemmen|beslist|gebeurt)\b"
)
AIMS = frozenset(
    "zal zullen streeft streven beoogt beogen bereidt bereiden werkt werken onderzoekt onderzoeken "
    "komt komen legt leggen wil willen gaat gaan agendeert agenderen".split()
)
MEANS = words(r"\b(?:voornemens|van plan|als doel|doel is)\b")
HANDED_ON = words(
    r"\bonder (?:het )?\w+ voorzitterschap\b|\bvolgende (?:JBZ-)?(?:Raad|zitting)\b|"
    r"\b(?:voortgezet|teruggekomen|terugkom\w*|agender\w*|geagendeerd|verder gesproken)\b|"
    r"\b(?:opnieuw|terug) op de agenda\b|\bvolgt\b|\bgaat (?:terug )?naar\b|"
    r"\bwordt\b[^,;:]*\b(?:hervat|vervolgd|uitgewerkt|voorgelegd)\b"
)
EXPIRES = words(r"\b(?:loopt|lopen|geldt|gelden|eindigt|eindigen|afloopt|verstrijkt|van kracht)\b")
SURELY = words(
    r"\b(?:zal|zullen|streeft|streven|streefde|verwacht|verwachten|verwachtte|voornemens|van plan|"
    r"beoogt|als doel|doel is|bereidt|bereiden)\b"
)
PROCEEDS = words(
    r"\b(?:verder|opnieuw|nader|vervolg\w*|voort\w*|opvolging|terug(?:kom\w*|ker\w*)?|"
    r"technisch niveau|raadswerkgroep\w*|triloog|trilogen|onderhandelingen|"
    r"volgende (?:Raad|zitting|bijeenkomst|JBZ-Raad)|"
    r"komende (?:maanden|weken|tijd|periode|Raad|zomer)|op korte termijn|"
    r"voorleggen|voor te leggen|agender\w*|ter hand|werk\w*|inkomend|aankomend|aantredend|"
    r"onder \w+ [Vv]oorzitterschap|presenteren|publiceren|uitbrengen|uit te brengen|indienen|"
    r"voorstel\w*|mededeling|uitnodig\w*|organiser\w*)\b"
)
SOON = words(
    r"\b(?:uiterlijk|(?:vanaf|met ingang van) 20\d\d|in de loop van|vóór|voor het einde|"
    r"(?:eerste|tweede) helft van|"
    r"(?:voor|na|tegen) de (?:zomer|jaarwisseling|kerst)|(?:in|voor|na) het (?:voorjaar|najaar)|"
    r"volgend jaar|binnenkort|op korte termijn|zo (?:spoedig|snel) mogelijk)\b"
)
I_WILL = words(
    r"\b(?:ik|wij|we)\b.*\b(?:zodra|uiterlijk|nader|binnenkort|later)\b|"
    r"\b(?:zodra|uiterlijk|binnenkort|later)\b.*\b(?:ik|wij|we)\b"
)
URGES = words(
    r"\b(?:riep|riepen|roept|roepen|vroeg|vroegen|vraagt|vragen|verzocht|verzochten|verzoekt|drong|"
    r"drongen|dringt|pleitte|pleitten|pleit|bepleitte|bepleitten|wilde|wilden|wenste|wensten|hoopte|"
    r"hoopten|spoorde|maande|betreurde|betreurden|vreesde|vreesden|steunde|steunden)\b"
)
_STRONG = (
    r"vonden?|vond|was|waren|werd|werden|had|hadden|kwam|kwamen|ging|gingen|nam|namen|gaf|gaven|"
    r"stond|stonden|bleek|bleken|bleef|bleven|sprak|spraken|liep|liepen|lag|lagen|deed|deden|"
    r"bracht|brachten|hield|hielden|riep|riepen|trok|trokken|bedroeg|bedroegen|betrof|betroffen|"
    r"bestond|bestonden|ontstond|begon|begonnen|koos|sloot|sloten|verscheen|trad|traden|viel|vielen|"
    r"kreeg|kregen|vroeg|vroegen|zei|zeiden|liet|lieten|gold"
)
STRONG = words(rf"(?:{_STRONG})")
PAST = words(
    r"(?:(?<!wor)(?<!vin)(?<!lei)(?<!hou)[dt]e|(?<![aeiou])[dt]den|[kfpsch]ten|"
    rf"{_STRONG})$"
)
SAME_MONTH = words(r"\b(?:eind|nog in|later in)\b")
# thanks and warnings name a day, but not that anything is done on it
REGARDS = words(
    r"\b(?:be)?dank(?:t|te|ten|en)\b|\b(?:prees|prezen|complimenteerden?|feliciteerden?)\b|"
    r"\bwaarschuwden? voor\b"
)
UNSURE = words(
    r"\b(?:niet|nog niet|onvoldoende) (?:duidelijk|zeker|bekend) of\b|\bon(?:zeker|duidelijk) of\b"
)
# what comes about without anybody doing it then
TAKES_EFFECT = words(
    r"\bvan (?:toepassing|kracht)\b|\bin werking\b|"
    r"\b(?:vervalt|vervallen|verloopt|verlopen|verstrijkt|afloopt|eindigt|loopt\b[^,;:]*\baf)\b"
)
AS_A_STATE = words(r"\bals lidstaat\b|\bnationale hoedanigheid\b")
INVITED = words(r"\bnodig(?:de|den|t|en)\b[^;:]*\buit\b")
