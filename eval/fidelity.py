"""Scores quotes: is each a slice of the text it cites, and does that text stand in the paper?

Knows: citations, canonical texts and source files. Does not know: gold; it needs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eval.handed_in import GivenAnswer, GivenCitation
from eval.intervals import Figure, share
from eval.source_text import SourceText


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """One citation. `slice` and `found` are None where there is no text to check against."""

    id: str
    citation: GivenCitation
    slice: bool | None
    found: bool | None

    @property
    def fails(self) -> bool:
        """True when a check was made and failed."""
        return self.slice is False or self.found is False


def check_quotes(
    answers: Iterable[GivenAnswer],
    canonical: Mapping[str, str],
    sources: Mapping[str, SourceText | None],
) -> tuple[QuoteCheck, ...]:
    """Every citation checked twice.

    slice: quote == text[start:end] of the canonical text; not checked where no canonical texts
    were handed in at all. found: the quote stands in the source file (SourceText.has); not
    checked where the file is no plain text. `sources` names all documents of the release, and a
    citation of another document fails both.
    """
    return tuple(
        QuoteCheck(
            answer.id, citation, _is_slice(citation, canonical), _is_found(citation, sources)
        )
        for answer in answers
        for citation in answer.citations
    )


def fidelity_figures(checks: Iterable[QuoteCheck]) -> tuple[Figure, Figure]:
    """Two shares of the citations that could be checked; both must be 1."""
    checks = tuple(checks)
    return (
        share("quotes that are slices", [c.slice for c in checks if c.slice is not None]),
        share("quotes found in the paper", [c.found for c in checks if c.found is not None]),
    )


def _is_slice(citation: GivenCitation, canonical: Mapping[str, str]) -> bool | None:
    if not canonical:
        return None
    text = canonical.get(citation.document, "")
    # A negative start would count from the end of the text and prove another passage.
    return citation.start >= 0 and text[citation.start : citation.end] == citation.quote != ""


def _is_found(citation: GivenCitation, sources: Mapping[str, SourceText | None]) -> bool | None:
    if citation.document not in sources:
        return False
    source = sources[citation.document]
    return None if source is None else source.has(citation.quote)
