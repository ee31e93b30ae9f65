"""Actor, stance and matter of a sentence, held against those of the evidence it cites.

Knows: that nobody may be given words of another, nor the reverse of their own. Does not know:
numbers, names, drafts. Where it cannot tell which clause of a quote is meant, every one counts.
"""

from __future__ import annotations

from functools import lru_cache

from index.actors import MEMBER_STATES, mentions
from rag.claim import Claim, content, is_shared, proved_by, speakers_of, texts
from rag.claimants import clause_claimants, named_first
from rag.nouns import Evidence
from rag.number_words import MONTHS
from rag.quotations import quotations
from rag.stances import Stance, denied_parts, is_conditional, may_depend, stance, stances
from rag.tongue import nearest_language
from rag.values import claims

SHARED = 2  # terms that two clauses on one matter share
FULL = 3  # terms of a clause that must share one with its evidence


def actors(claim: Claim) -> str | None:
    """Whoever is said to hold or do something does so in a cited passage, with its values."""
    for clause, own in claimed(claim):
        for actor in own:
            theirs = [piece for piece in claim.cited if actor in speakers_of(piece)]
            if actor == MEMBER_STATES and not stance(clause).signs and not theirs:
                # that they do something is no view of theirs: it is enough that they are named
                theirs = [p for p in claim.cited if actor in _named(p)]
            if not theirs or not _speak_of(clause, theirs, claim):
                return f"is not said by {actor} in its evidence"
            outside = quotations(clause)[1]
            stated = claims(outside, claim.language)
            if len(own) == 1 and stated.difference(*(proved_by(piece) for piece in theirs)):
                return f"states a value that {actor} does not"
    return None


def _speak_of(clause: str, theirs: list[Evidence], claim: Claim) -> bool:
    """False when only what others say has to do with a clause, as far as words can tell."""
    terms = content(clause) - _frame()
    same = all(nearest_language(p.citation.quote) == claim.language for p in theirs)
    if len(theirs) == len(claim.cited) or not same or len(terms) < SHARED:
        return True
    held = frozenset(term for text in texts(theirs) for term in content(text))
    return any(is_shared(term, held) for term in terms)


def _named(piece: Evidence) -> set[str]:
    return {mention.actor for mention in mentions(piece.citation.quote)}


def claimed(claim: Claim) -> list[tuple[str, tuple[str, ...]]]:
    """The clauses of a claim with those whose view or act each gives."""
    return [
        (clause, clause_claimants(clause) or named_first(clause))
        for clause, _ in stances(claim.said)
    ]


def stance_holds(claim: Claim) -> str | None:
    """For and against, denied or not, as the actor does in the passage."""
    own: tuple[str, ...] = ()
    for clause, given in stances(claim.said):
        own = clause_claimants(clause) or own
        theirs = [p for p in claim.cited if not own or set(own) & speakers_of(p)] or claim.cited
        quoted = [p.citation.quote for p in theirs]
        why = _contradicted(clause, given, quoted)
        if not why and "for" in given.signs and not may_depend(claim.said):
            grounds = [q for q in quoted if any("for" in one.signs for _, one in stances(q))]
            why = (
                "leaves out a condition" if grounds and all(map(is_conditional, grounds)) else None
            )
        if why:
            return why
    return None


def _contradicted(clause: str, given: Stance, quoted: list[str]) -> str | None:
    """How a clause of a stance says other than the quotes on what both speak of."""
    said = [one for quote in quoted for one in stances(quote)]
    near = _nearest(clause, said)
    every = {sign for _, one in said for sign in one.signs}
    for sign in sorted(given.signs):
        beside = {sign for one in near for sign in one.signs}
        soft = any(one.mild if sign == "for" else one.denials for _, one in said)
        if sign not in (beside or every) and (every or not soft):
            return f"is {sign} what its evidence is not {sign}"
    if given.signs:
        return None
    most = max((one.denials + ("against" in one.signs) for _, one in said), default=0)
    if given.denials > most or (given.denials and near and not any(map(_denies, near))):
        return "denies what its evidence does not"
    parts = [one for quote in quoted for one in denied_parts(quote)]
    near = _nearest(clause, parts)
    if not given.denials and near and all(one.denials for one in near):
        return "leaves out a denial"
    return None


def _denies(given: Stance) -> bool:
    return given.denials > 0 or "against" in given.signs


def _nearest(clause: str, said: list[tuple[str, Stance]]) -> list[Stance]:
    """The clauses of the evidence that surely speak of what a clause speaks of.

    Those that share most terms with it, two at least; in another language, where few words are
    alike, all clauses that say anything.
    """
    terms = content(clause)
    if not terms:
        return []
    shared = [sum(is_shared(term, content(other)) for term in terms) for other, _ in said]
    most = max(shared, default=0)
    if most >= min(SHARED, len(terms)):
        return [one for (_, one), count in zip(said, shared, strict=True) if count == most]
    if nearest_language(clause) == nearest_language(" ".join(other for other, _ in said)):
        return []
    return [one for other, one in said if len(content(other)) > SHARED]


@lru_cache(maxsize=1)
def _frame() -> frozenset[str]:
    """Terms that tell where something was said, and not what."""
    return content(
        f"agendapunt item punt vergadering meeting zie see blijkens blijkt {' '.join(MONTHS)}"
    )


def matter(claim: Claim) -> str | None:
    """A clause speaks of something that its evidence speaks of, where both are in one language."""
    if any(nearest_language(p.citation.quote) != claim.language for p in claim.cited):
        return None
    held = frozenset(
        term
        for piece in claim.cited
        for text in (*texts([piece]), piece.context)
        for term in content(text)
    )
    for clause, _ in stances(claim.outside):
        terms = {t for t in content(clause) - _frame() if not t.isdigit()}
        if len(terms) >= FULL and not any(is_shared(term, held) for term in terms):
            return "speaks of what its evidence does not"
    return None
