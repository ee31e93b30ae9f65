"""Acronyms of crimes and what they stand for: "CSAM" is used for the crime that it is made of.

Knows: "materiaal van seksueel kindermisbruik" as the glossary has it. Does not know: topics.
"""

from __future__ import annotations

from index.concepts import Concept
from index.glossary import Glossary
from rag.dossier_facet import Name, terms_of

SHORTEST = 3  # capitals of an acronym


def acronym(words: str) -> bool:
    """True for "CSAM", and for no word in small letters."""
    return len(words) >= SHORTEST and words.isalpha() and words.isupper()


def spelt_out(glossary: Glossary, concept: Concept, words: str) -> set[Name]:
    """The names of the crime of which the concept is a part, where `words` are its acronym."""
    whole = _whole(glossary, concept) if acronym(words) else None
    return {terms_of(name) for name in whole.nl} if whole else set()


def letters_of(glossary: Glossary, concept: Concept) -> set[Name]:
    """The acronyms of the concepts that are a part of this crime."""
    end = f" van {concept.nl[0]}"
    parts = (c for c in glossary.concepts if c.kind == concept.kind and c.nl[0].endswith(end))
    return {terms_of(name) for part in parts for name in part.nl if acronym(name)}


def _whole(glossary: Glossary, concept: Concept) -> Concept | None:
    """The crime that the concept's own name ends in: "seksueel kindermisbruik"."""
    _, of, rest = concept.nl[0].partition(" van ")
    for found in glossary.find(rest) if of else ():
        if found.concept.kind == concept.kind and found.concept.nl[0] == rest:
            return found.concept
    return None
