"""Why a sentence cannot stand on what it cites: one check after the other, the plainest first.

Knows: what a sentence claims (quotations, values, names, actor, stance, extent, time) and that
its evidence must bear each out. Does not know: drafts, keys, what becomes of a sentence that fails.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.actors import MEMBER_STATES, UNKNOWN
from index.analyse import analyser
from rag.claimants import claimants, clause_claimants, named_first
from rag.extent import groups, unproved_group, unproved_sign, unproved_unit
from rag.names import Bearing, bearing, unproved_name
from rag.nouns import Evidence, Language
from rag.quotations import is_verbatim, quotations, unpaired
from rag.stances import Stance, denied_parts, is_conditional, is_stance_word, may_depend, stances
from rag.tenses import happened, is_coming, tells_as_past, tells_outcome
from rag.tongue import nearest_language, shares
from rag.values import Value, claims, meeting_proofs, proofs

FEWEST = 8  # words from which the language of a sentence can be told
SHARED = 2  # terms that two clauses on one matter share
ALIKE = 5  # letters with which words of two languages begin alike ("detection", "detectie")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence in `language` with the evidence that it cites.

    inside: its quotations. outside: the sentence without them. said: the sentence whole.
    """

    said: str
    inside: tuple[str, ...]
    outside: str
    language: Language
    cited: tuple[Evidence, ...]


def why_not(text: str, cited: Sequence[Evidence], language: Language) -> str | None:
    """Why a sentence cannot stand on what it cites; None when it can."""
    if not cited:
        return "cites nothing it was given"
    inside, outside = quotations(text)
    claim = Claim(text, tuple(inside), outside, language, tuple(cited))
    return next((why for check in CHECKS if (why := check(claim))), None)


def speakers_of(piece: Evidence) -> frozenset[str]:
    """Whose words a piece of evidence reports, as it says itself or as its quote names them."""
    given = {actor for actor in piece.actor.split("; ") if actor != UNKNOWN}
    quote = piece.citation.quote
    return frozenset(given.union(claimants(quote), () if given else named_first(quote)))


def quotes(claim: Claim) -> str | None:
    """A quotation ends, and stands word for word in a cited passage."""
    if unpaired(claim.outside):
        return "has a quotation that does not end"
    texts = [t for p in claim.cited for t in (p.citation.quote, p.citation.title or "")]
    if not all(is_verbatim(quotation, texts) for quotation in claim.inside):
        return "quotes what is not in its evidence"
    return None


def tongue(claim: Claim) -> str | None:
    """A sentence is in the language asked for, its quotations aside."""
    words = re.findall(r"[^\W\d_]+", claim.outside)
    share = shares(claim.outside)
    if len(words) >= FEWEST and max(share.values()) >= 0.2 and share[claim.language] < 0.1:
        return "other language"
    return None


def values(claim: Claim) -> str | None:
    """Every number, date, percentage and the like stands in a cited passage."""
    proved = [proved_by(piece) for piece in claim.cited]
    unproved = claims(claim.outside, claim.language).difference(*proved)
    if unproved:
        return f"states a {min(unproved).kind} that is not in its evidence: {min(unproved).text}"
    return None


def proved_by(piece: Evidence) -> frozenset[Value]:
    """The values a piece of evidence proves: by its quote, its title, its meeting, its item."""
    citation = piece.citation
    text = f"{citation.quote}\n{citation.title or ''}"
    return _proved(text, nearest_language(citation.quote), citation.item, citation.meeting_dates)


@lru_cache(maxsize=1024)
def _proved(text: str, language: Language, item: str, days: tuple[str, ...]) -> frozenset[Value]:
    said = proofs(text, language)
    items = {Value("item", number) for number in re.findall(r"\d+", item)}
    return said | items | meeting_proofs(" ; ".join(days), said)


def units(claim: Claim) -> str | None:
    """Money and time are counted in the units of the passage."""
    unit = unproved_unit(claim.outside, _texts(claim.cited))
    return f"counts in a unit that is not in its evidence: {unit}" if unit else None


def names(claim: Claim) -> str | None:
    """Every name and acronym is borne out by a cited passage."""
    name = unproved_name(claim.outside, [_bearing(piece) for piece in claim.cited])
    return f"names what is not in its evidence: {name}" if name else None


def _bearing(piece: Evidence) -> Bearing:
    citation = piece.citation
    text = f"{citation.quote}\n{citation.title or ''}\n{citation.item}"
    return bearing(text, piece.actor, citation.meeting_dates)


def actors(claim: Claim) -> str | None:
    """Whoever is said to hold or do something does so in a cited passage, with its values."""
    for clause, own in _claimed(claim):
        for actor in own:
            theirs = [piece for piece in claim.cited if actor in speakers_of(piece)]
            if not theirs:
                return f"is not said by {actor} in its evidence"
            outside = quotations(clause)[1]
            stated = claims(outside, claim.language)
            if len(own) == 1 and stated.difference(*(proved_by(piece) for piece in theirs)):
                return f"states a value that {actor} does not"
    return None


def _claimed(claim: Claim) -> list[tuple[str, tuple[str, ...]]]:
    return [(clause, clause_claimants(clause)) for clause, _ in stances(claim.said)]


def stance_holds(claim: Claim) -> str | None:
    """For and against, denied or not, as the actor does in the passage."""
    own: tuple[str, ...] = ()
    for clause, stance in stances(claim.said):
        own = clause_claimants(clause) or own
        theirs = [p for p in claim.cited if not own or set(own) & speakers_of(p)] or claim.cited
        quoted = [p.citation.quote for p in theirs]
        why = _contradicted(clause, stance, quoted)
        if not why and "for" in stance.signs and not may_depend(claim.said):
            grounds = [q for q in quoted if any("for" in one.signs for _, one in stances(q))]
            why = (
                "leaves out a condition" if grounds and all(map(is_conditional, grounds)) else None
            )
        if why:
            return why
    return None


def _contradicted(clause: str, stance: Stance, quoted: list[str]) -> str | None:
    """How a clause says other than the quotes on what both speak of."""
    said = [one for quote in quoted for one in stances(quote)]
    near = _nearest(clause, said)
    every = {sign for _, one in said for sign in one.signs}
    if stance.signs:
        beside = {sign for one in near for sign in one.signs}
        for sign in stance.signs:
            soft = (
                any(one.mild for _, one in said)
                if sign == "for"
                else any(one.denials for _, one in said)
            )
            if sign not in every and not (soft and not every):
                return f"is {sign} what its evidence is not {sign}"
            if beside and sign not in beside:
                return f"is {sign} what its evidence is not {sign}"
        return None
    most = max((one.denials + ("against" in one.signs) for _, one in said), default=0)
    if stance.denials > most or (stance.denials and near and not any(map(_denies, near))):
        return "denies what its evidence does not"
    parts = [one for quote in quoted for one in denied_parts(quote)]
    near = _nearest(clause, parts)
    if not stance.denials and near and all(one.denials for one in near):
        return "leaves out a denial"
    return None


def _denies(stance: Stance) -> bool:
    return stance.denials > 0 or "against" in stance.signs


def _nearest(clause: str, said: list[tuple[str, Stance]]) -> list[Stance]:
    """The clauses of the evidence that surely speak of what a clause speaks of.

    Those that share most terms with it, two at least; in another language, where few words are
    alike, all clauses that say anything.
    """
    terms = content(clause)
    if not terms:
        return []
    shared = [sum(_is_shared(term, content(other)) for term in terms) for other, _ in said]
    most = max(shared, default=0)
    if most >= min(SHARED, len(terms)):
        return [stance for (_, stance), count in zip(said, shared, strict=True) if count == most]
    if nearest_language(clause) == nearest_language(" ".join(other for other, _ in said)):
        return []
    return [stance for other, stance in said if len(content(other)) > SHARED]


@lru_cache(maxsize=4096)
def content(clause: str) -> frozenset[str]:
    """The terms of a clause that tell its matter, without its stance."""
    words = [word for word in re.findall(r"\w[\w’'-]*", clause) if not is_stance_word(word)]
    return frozenset(analyser().terms(" ".join(words))) if words else frozenset()


def _is_shared(term: str, terms: frozenset[str]) -> bool:
    return term in terms or (
        len(term) >= ALIKE and any(other[:ALIKE] == term[:ALIKE] for other in terms)
    )


def extent(claim: Claim) -> str | None:
    """All, some, only, more and less as in the passage."""
    texts = _texts(claim.cited)
    if any(MEMBER_STATES in own for _, own in _claimed(claim)) or groups(claim.said) - {"generic"}:
        group = unproved_group(claim.said, texts)
        if group:
            return f"speaks of other member states than its evidence: {group}"
    counts = any(v.kind in ("number", "percent") for v in claims(claim.outside, claim.language))
    sign = unproved_sign(claim.said, texts, counts)
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


def matter(claim: Claim) -> str | None:
    """A clause speaks of something that its evidence speaks of, where both are in one language."""
    if any(nearest_language(p.citation.quote) != claim.language for p in claim.cited):
        return None
    held = frozenset(
        term
        for piece in claim.cited
        for text in (*_texts([piece]), piece.context)
        for term in content(text)
    )
    for clause, _ in stances(claim.outside):
        terms = {t for t in content(clause) if not t.isdigit()}
        if len(terms) >= 3 and not any(_is_shared(term, held) for term in terms):
            return "speaks of what its evidence does not"
    return None


def _texts(cited: Sequence[Evidence]) -> list[str]:
    return [f"{piece.citation.quote}\n{piece.citation.title or ''}" for piece in cited]


CHECKS: tuple[Callable[[Claim], str | None], ...] = (
    quotes, tongue, values, units, names, actors, stance_holds, extent, time, matter,
)  # fmt: skip
