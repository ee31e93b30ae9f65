"""Why a sentence cannot stand on what it cites: one check after the other, the plainest first.

Knows: what a sentence claims (quotations, values, names, actor, stance, extent, time) and that
its evidence must bear each out. Does not know: drafts, keys, what becomes of a sentence that fails.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.actors import MEMBER_STATES
from rag.agreeing import actors, claimed, matter, stance_holds
from rag.claim import Claim, is_foreign, proved_by, texts
from rag.claimants import named_first
from rag.extent import groups, unproved_group, unproved_sign, unproved_unit
from rag.names import Bearing, bearing, unproved_name
from rag.nouns import Evidence, Language
from rag.quotations import is_verbatim, quotations, unpaired
from rag.tenses import happened, is_coming, tells_as_past, tells_outcome
from rag.values import claims


def why_not(text: str, cited: Sequence[Evidence], language: Language) -> str | None:
    """Why a sentence cannot stand on what it cites; None when it can."""
    if not cited:
        return "cites nothing it was given"
    if any(_letters(text) == _letters(piece.citation.quote) for piece in cited):
        return None  # the evidence itself
    inside, outside = quotations(text)
    claim = Claim(text, tuple(inside), outside, language, tuple(cited))
    return next((why for check in CHECKS if (why := check(claim))), None)


def _letters(text: str) -> str:
    return " ".join(text.split()).strip(' .“”"')


def quotes(claim: Claim) -> str | None:
    """A quotation ends, and stands word for word in a cited passage."""
    if unpaired(claim.outside):
        return "has a quotation that does not end"
    held = [text for p in claim.cited for text in (p.citation.quote, p.citation.title or "")]
    if not all(is_verbatim(quotation, held) for quotation in claim.inside):
        return "quotes what is not in its evidence"
    return None


def tongue(claim: Claim) -> str | None:
    """A sentence is in the language asked for, its quotations aside."""
    return "other language" if is_foreign(claim.outside, claim.language) else None


def values(claim: Claim) -> str | None:
    """Every number, date, percentage and the like stands in a cited passage."""
    proved = [proved_by(piece) for piece in claim.cited]
    unproved = claims(claim.outside, claim.language).difference(*proved)
    if unproved:
        return f"states a {min(unproved).kind} that is not in its evidence: {min(unproved).text}"
    return None


def units(claim: Claim) -> str | None:
    """Money and time are counted in the units of the passage."""
    unit = unproved_unit(claim.outside, texts(claim.cited))
    return f"counts in a unit that is not in its evidence: {unit}" if unit else None


def names(claim: Claim) -> str | None:
    """Every name and acronym is borne out by a cited passage."""
    name = unproved_name(claim.outside, [_bearing(piece) for piece in claim.cited])
    return f"names what is not in its evidence: {name}" if name else None


def _bearing(piece: Evidence) -> Bearing:
    citation = piece.citation
    text = f"{citation.quote}\n{citation.title or ''}\n{citation.item}"
    return bearing(text, piece.actor, citation.meeting_dates)


def extent(claim: Claim) -> str | None:
    """All, some, only, more and less as in the passage."""
    said = texts(claim.cited)
    acting = {*named_first(claim.said), *(actor for _, own in claimed(claim) for actor in own)}
    if MEMBER_STATES in acting or groups(claim.said) - {"generic"}:
        group = unproved_group(claim.said, said)
        if group:
            return f"speaks of other member states than its evidence: {group}"
    counts = any(v.kind in ("number", "percent") for v in claims(claim.outside, claim.language))
    sign = unproved_sign(claim.said, said, counts)
    return f"says more than its evidence: {sign}" if sign else None


def time(claim: Claim) -> str | None:
    """What is planned is not told as done, nor an agenda as an outcome."""
    quoted = [piece.citation.quote for piece in claim.cited]
    if all(tells_as_past(claim.outside, quote) for quote in quoted):
        return "tells as past what is to come"
    planned = all(
        piece.kind == "geannoteerde agenda" and (is_coming(q) or not happened(q))
        for piece, q in zip(claim.cited, quoted, strict=True)
    )
    return "tells an intention as an outcome" if planned and tells_outcome(claim.outside) else None


CHECKS: tuple[Callable[[Claim], str | None], ...] = (
    quotes, tongue, values, units, names, actors, stance_holds, extent, time, matter,
)  # fmt: skip
