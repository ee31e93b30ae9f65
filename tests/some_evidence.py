"""Evidence made by hand, for tests of prompts, verification and writers."""

from __future__ import annotations

from index.nouns import Kind
from rag.nouns import Citation, Evidence


def piece(
    key: str,
    quote: str,
    *,
    actor: str = "NL",
    item: str = "Binnenlandse Zaken/5",
    title: str | None = "Verordening ter bestrijding van seksueel kindermisbruik",
    dates: tuple[str, ...] = ("2024-06-13", "2024-06-14"),
    kind: Kind = "geannoteerde agenda",
    context: str = "",
) -> Evidence:
    """One piece of evidence whose quote opens its document."""
    citation = Citation("agenda.txt", item, title, dates, 3, None, 0, len(quote), quote)
    return Evidence(key, citation, context, kind, "Binnenlandse Zaken", None, actor, 1.0)


DETECTION = piece(
    "zubo7",
    "Nederland heeft bezwaren bij het opsporen van onbekend materiaal; een bevel mag volgens het"
    " kabinet alleen reeds bekend materiaal betreffen.",
)
MONEY = piece(
    "kife2",
    "De Commissie stelt 2,5 miljard euro beschikbaar aan 17 lidstaten, ongeveer 12,5% meer dan op"
    " 3 maart 2023.",
    actor="Commission",
    item="Justitie/3",
    title="Financiën",
)
ALL = (DETECTION, MONEY)
