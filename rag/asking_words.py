"""The words with which people ask on: those that name no topic, that point back, that ask for more.

Knows: Dutch and English words and phrases. Does not know: what a question with them then means
(`rag.followup`).
"""

from __future__ import annotations

import re

# words with which one asks about a topic without naming it
BARE = frozenset(
    """
    en and maar but dan then ook too also as well so dus nou eigenlijk precies exactly again weer
    wat welke wie waar waarom hoe hoezo wanneer hoeveel what which who whom where why how when many
    much about over van of volgens according to from by door bij met with tegenover tegen against
    vond vindt vinden vonden denkt dacht denken think thinks thought believe zegt zei zeggen zeiden
    say says said told vertelde gezegd wil wilde willen wilden want wants wanted wensen heeft had
    geeft gaf gaven geven give gave given neemt nam namen nemen take took taken stelt stelde stellen
    staat stond stonden staan stand stands stood maakt maken make made laat let doet deed deden done
    standpunt standpunten positie posities mening meningen inzet opvatting reactie reacties houding
    position positions view views opinion opinions stance reaction reactions response answer
    reageerde reageerden reageren reageert react reacted reply replied respond responded
    steunde steunden steunt steunen support supports supported oppose opposes opposed agree agrees
    agreed disagree disagreed object objected eens oneens akkoord voor voorstander tegenstander
    stemde stemden stemmen vote votes voted besloten besloot besluit besluiten decide decided
    decision gebeurde gebeurd gebeurt gebeuren happen happened happens happening kwam komt komen
    gekomen terecht terechtgekomen gevolg gevolgen come comes came became become result results
    resultaat resultaten uitkomst outcome afloop afgelopen liep loopt lopen end ended next
    volgende later daarna daarop afterwards eerder earlier before toen nu now today inmiddels
    meanwhile nog steeds still verder further more meer else anders andere anderen other others
    rest zit gaat gaan ging go goes going went verandert veranderd change changed
    reden redenen reason reasons argument argumenten arguments uitleg uitleggen explain
    explained toelichting toelichten samenvatten summarise kort korter langer shorter longer
    bedoelt bedoel mean means meant vertel tell me mij ons geef noem list show toon graag please
    ja nee yes no ok oké okay thanks bedankt land landen lidstaat lidstaten country countries member
    state states minister ministers ministerie ministry delegatie delegation vergadering
    bijeenkomst meeting meetings raad jbz jbz-raad jha council year years jaar jaren month maand
    waaruit waarover whether mee daarmee wel niet not just only alleen er zo zoiets
    dit dat deze die het hij zij ze it its that this these those them they he she hem hun
    daarover daarvan daarop daartegen daarbij daarin daaraan daarvoor hierover hiervan hierop
    ervan erover erop ertegen ermee ervoor eraan erin ervandaan thereof thereon
    eu europees europese european time tijd moment keer sindsdien nadien thereafter since under
    kun kunt can could je u informele informal formele formal extra propose proposed voorgesteld
    stelde voorstellen like
    """.split()
)
KIND_WORDS = re.compile(
    r"\b(?:verslag(?:en)?|reports?|geannoteerde|annotated|agenda['’]?s?|kamerbrief|brie(?:f|ven)|"
    r"letters?|paper|papers|stuk|stukken|volgens|blijkens)\b",
    re.I,
)
# words that can only mean what was spoken of before ("dat" and "that" mostly open a clause)
POINTING = re.compile(
    r"\b(?:it|its|them|those|ervan|erover|erop|ertegen|ermee|ervoor|(?:daar|hier)(?:over|van|op|"
    r"tegen|mee|bij|in|aan|voor)|(?:was|is|did|does|werd|wordt|steunde?n?|vond|vindt|with|about|"
    r"tegen|over|van|why|how|waarom|hoe) (?:this|that|dat|dit|het))\b(?! (?:is|was|there|true)\b)",
    re.I,
)
OUTCOME = re.compile(
    r"\b(?:came|come|become|became) (?:out )?of\b|\b(?:outcome|result|resultaat|uitkomst|afloop)\b|"
    r"\b(?:er ?van|daar ?van)\b.*\b(?:terecht|gekomen|geworden)\b|\bkwam er ?(?:van|uit)\b|"
    r"\bterechtgekomen\b|\bhow did (?:it|that|this) end\b|\bliep (?:dat|dit|het) af\b",
    re.I,
)
ABOUT = re.compile(
    r"\b(?:over|(?<!what )(?<!how )about|on|regarding|concerning|inzake|rond|omtrent|"
    r"(?:toetreding|accession|oorlog|war) (?:van|of|in|to|by))\s+(?:(?:de|het|the)\s+)?$",
    re.I,
)
LATER = re.compile(
    r"\b(?:daarna|sindsdien|nadien|later|since then|after(?:wards| that)|"
    r"thereafter|next|volgende)\b",
    re.I,
)
WHO = re.compile(
    r"\b(?:wie|who|(?:welke|which) (?:landen|lidstaten|countries|member states))\b", re.I
)
GENITIVE = re.compile(r"['’]s\b")
LINKING = re.compile(
    r"(?:\b(?:in|op|van|of|the|de|het|by|door|for|voor|at|te|during|tijdens|sinds|since|volgens|"
    r"according to|from|uit|en|and|did|does)\s+)+$",
    re.I,
)
