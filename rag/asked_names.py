"""What people call governments and bodies when they ask, and no paper does: "onze minister".

Knows: nicknames, capitals and adjectives beside the names of `index.actors`. Does not know: whether
somebody is asked about or only spoken of (`rag.asked_actors`).
"""

from __future__ import annotations

import re
from functools import cache

from index.actors import HOME, Mention, actors
from index.presidency import PRESIDENCIES

_OURS = (
    r"(?:minister|ministers|government|cabinet|country|delegation|position|line|side|stance|view|"
    r"state secretary|ministry|regering|kabinet|land|staatssecretaris|delegatie|inzet|positie|"
    r"standpunt|lijn|bewinds\w+|mensen|inbreng|ministerie)\b"
)
_WHOSE = r"(?!['’]?\w*\s+(?:van|of|uit|from|voor|for)\b)"
# the first group is the name, where more has to stand around it
_NAMES: dict[str, tuple[str, ...]] = {
    "NL": (
        rf"(our|onze|ons)\s+(?:own\s+|eigen\s+)?{_OURS}",
        rf"(?<=\bde )(?:minister|staatssecretaris)\b{_WHOSE}",
        rf"(?<=\bthe )(?:minister|state secretary)\b{_WHOSE}",
        r"(?:bewindspersoon|bewindspersonen|bewindslieden)",
        r"(?:did|do|have|had|were|are|should)\s+(we)\b",
        r"(?:vonden|wilden|zeiden|willen|vinden|zeggen|steunden|steunen|deden)\s+(we|wij)\b",
        r"(?<!in het )Nederlands(?!\w)",
        r"JenV|J&V|Ministry of Justice and Security|ministerie van Justitie en Veiligheid",
    ),
    "GB": (r"V\.K\.?|U\.K\.?|Groot-Brittannië|Great Britain|Britain|Engeland|England|Brits",),
    "US": (
        r"U\.S\.(?:A\.)?|V\.S\.?",
        r"(?<!zuid-)(?<!latijns-)(?<!noord-)(?<!south )(?<!latin )(?<!north )(?<!central )"
        r"(?:Amerika|America)",
        r"Amerikaans|White House|Witte Huis",
    ),
    "TR": (r"Ankara|Turks",),
    "NO": (r"Oslo|Noors",),
    "CH": (r"Bern|Zwitsers",),
    "IS": (r"Reykjavik|IJslanders|Icelanders",),
    "MD": (r"Chisinau|Chișinău|Moldaviërs|Moldovans|Moldavisch",),
    "BY": (r"Minsk|Belarussen|Belarusians|Wit-Russisch\w*",),
    "RU": (r"Kremlin|Russen|Russians|Russisch",),
    "UA": (r"Kyjiv|Oekraïners|Ukrainians|Oekraïens",),
    "AL": (r"Tirana|Albanezen|Albanians",),
    "RS": (r"Belgrado|Belgrade|Serviërs|Serbs",),
    "BA": (r"Sarajevo|Bosnisch\w*|Bosnian|Bosniërs",),
    "XK": (r"Pristina|Kosovaars\w*|Kosovan|Kosovaren",),
    "ME": (r"Podgorica|Montenegrijns\w*|Montenegrin",),
    "MK": (r"Skopje|Noord-Macedonisch\w*|North Macedonian",),
    "GE": (r"Tbilisi|Georgiërs|Georgians",),
    "TN": (r"Tunis|Tunesiërs|Tunisians",),
    "MA": (r"Rabat|Marokkanen|Moroccans",),
    "FR": (r"Élysée|Elysée|Elysee",),
    "Commission": (r"Berlaymont|EU executive|Europese commissarissen|commissioners",),
    "Presidency": (r"EU-voorzitter|(?<=\bthe )chair(?!\s+of\b)(?!\w)",),
    "EP": (r"Europarlement|EU-parlement|EU parliament|parlementariërs van de EU",),
    "Tweede Kamer": (r"Dutch parliament|Dutch House|Lower House|Nederlandse parlement",),
    "EPPO": (
        r"(?:Europese?|Europees) OM|EU[- ]prosecutors?(?: office)?|"
        r"European prosecutor(?:['’]s office)?",
    ),
    "Frontex": (r"(?:EU[- ])?(?:border agency|grensagentschap)",),
    "ICC": (r"Strafhof|the criminal court",),
    "CTC": (r"terrorismecoördinator|terrorism coordinator",),
    "EDPS": (r"privacytoezichthouder|data protection supervisor|privacy watchdog",),
    "member states": (r"hoofdsteden|EU-landen|EU countries|delegations",),
}
GOVERNMENTS = frozenset(  # of the names above, those that are cities
    "ankara oslo bern reykjavik chisinau chișinău minsk kyjiv tirana belgrado belgrade sarajevo "
    "pristina podgorica skopje tbilisi tunis rabat".split()
)
STAY = re.compile(  # words that papers have as well: they are searched for as they stand
    r"(?:minister|staatssecretaris|state secretary|bewinds\w+|hoofdsteden|delegations)",
    re.I,
)
_PERSON = re.compile(r"\s+[A-Z]\w+")  # "Frans Timmermans"


def other_names(text: str) -> list[Mention]:
    """The actors that a text names otherwise than papers do, in order of place, in any case."""
    found = [
        Mention(who, *_place(m), text[slice(*_place(m))])
        for who, pattern in _patterns().items()
        for m in pattern.finditer(text)
    ]
    kept = [m for m in found if m.name.casefold() != "frans" or not _PERSON.match(text, m.end)]
    return sorted(kept, key=lambda m: (m.start, -m.end))


def _place(m: re.Match[str]) -> tuple[int, int]:
    """Where the name stands: the group within the match, where there is one."""
    return next((m.span(n) for n in range(1, (m.re.groups or 0) + 1) if m[n]), m.span())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """For each actor its names, the Dutch adjective of a state among them ("Belgisch")."""
    names = {who: list(ways) for who, ways in _NAMES.items()}
    of_country = {actor.nl: who for who, actor in actors().items()}
    for country, stem in PRESIDENCIES.items():
        if of_country[country] == HOME:  # "in het Nederlands"
            continue
        whole = {"belgi": "belgisch", "malte": "maltees", "portuge": "portugees"}.get(stem, stem)
        names.setdefault(of_country[country], []).append(rf"{whole}(?!\w)")
    return {
        who: re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})(?!\w)", re.I)
        for who, ways in names.items()
    }
