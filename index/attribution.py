"""Whose words a sentence reports: the actor in subject position, or unknown.

Knows: Dutch main clauses put their subject first or right after the verb, and that a name after
a preposition is not the subject ("op verzoek van Nederland"). Does not guess: what does not fit
is unknown. Does not know: what kind of statement it is.
"""

from __future__ import annotations

import re

from index.actors import MEMBER_STATES, UNKNOWN, Mention, mentions
from index.nouns import AgendaItem, Document, Span
from index.outline import LETTER_SECTION
from index.sentences import sentences

# after these a name is not the subject; "volgens", "namens" and "door" do name who speaks or acts
OBLIQUE = re.compile(
    r"\b(?:van|aan|met|voor|bij|over|onder|tegen|tussen|naar|in|op|tot|uit|richting|buiten|binnen|"
    r"inzake|jegens|of|to|for|with|from|by|against|aangaande|als|dan|zonder|via|dankzij|wegens|"
    r"ondanks|na)\s+(?:(?:de|het|een|the)\s+)?"
    r"(?:[a-zë]+(?:e|se)\s+)?$",
    re.I,
)
# "een meerderheid van de lidstaten" is the subject, though a preposition stands before it
PART_OF = re.compile(
    r"\b(?:meerderheid|minderheid|merendeel|aantal|deel|groep|helft|rest|majority|number|group)\s+"
    r"(?:van|of)\s+(?:(?:de|alle|the)\s+)?$",
    re.I,
)
SPEAKING_FOR = re.compile(
    r"\b(?:volgens|namens|aldus|according to|on behalf of)\s+(?:(?:de|het|the)\s+)?"
    r"(?:[A-Za-zë]+e\s+)?$",
    re.I,
)
# "dat" opens a clause, but not in "in dat licht"
SUBORDINATE = re.compile(
    r"(?<!\bin )(?<!\bop )(?<!\bIn )(?<!\bOp )"
    r"\b(?:dat|die|waarbij|waarin|waarmee|waarop|omdat|zodat|hoewel|terwijl|om te|wanneer|indien|"
    r"which|that)\b"
)
INCLUDING = re.compile(
    r"\b(?:lidstaten|landen|delegaties|member states)\b[^.;]{0,20}?,?\s*"
    r"(?:waaronder|onder wie|including)\s+(?P<who>[^.;]{2,160})",
    re.I,
)
PRONOUN = re.compile(
    r"(?:hij|zij|ze|deze lidstaten|dit land|het land|diezelfde lidstaten|he|she|they)\b", re.I
)
WE = re.compile(r"\b(?:wij|ik|mijn|onze)\b", re.I)
LONGEST_SENTENCE = 3000  # characters; what is longer is a list or a table, and says nothing


# "Gesteund door enkele lidstaten, heeft Nederland ...": who supports does not speak
SUPPORTED_BY = re.compile(
    r"(?:mede\s+)?(?:gesteund|ingeleid|uitgenodigd|opgesteld|verzocht)\s+door\b", re.I
)
# "Bulgarije wordt geëvalueerd", "Daarna zal Bulgarije worden geëvalueerd": something is done to it
PASSIVE_AFTER = re.compile(
    r"\s+(?:(?:wordt|worden|werd|werden)\b|(?:is|zijn) geïnformeerd|(?:[a-zë]+\s+){0,4}worden\s+ge)"
)
PASSIVE_BEFORE = re.compile(r"\b(?:wordt|worden|werd|werden)\s+(?:(?:de|het)\s+)?$", re.I)
# "het Dreigingsbeeld Terrorisme Nederland": the end of a longer name
IN_A_NAME = re.compile(r"(?<=[a-zë]\s)[A-Z][a-zë]+\s+[A-Z][a-zë]+\s+$")


def spoken(document: Document, item: AgendaItem) -> list[tuple[Span, tuple[str, ...]]]:
    """Each sentence of an item with the actors whose words it reports; pronouns follow on.

    In a letter "wij" is the Dutch government.
    """
    first = "NL" if document.kind == "brief" or item.section == LETTER_SECTION else None
    said: list[tuple[Span, tuple[str, ...]]] = []
    before: tuple[str, ...] = ()
    for span in sentences(document.text, item.span):
        before = speakers(span.of(document.text), before, first)
        said.append((span, before))
    return said


def speakers(
    sentence: str, before: tuple[str, ...] = (), first_person: str | None = None
) -> tuple[str, ...]:
    """The actors whose statement or act `sentence` reports, most specific first; () is unknown.

    before: the speakers of the sentence before, for pronouns. first_person: who "wij" is, in a
    letter.
    """
    if len(sentence) > LONGEST_SENTENCE:
        return ()
    found = mentions(sentence)
    including = INCLUDING.search(sentence)
    if including:
        inside = [m for m in found if including.start("who") <= m.start < including.end("who")]
        if inside and _subject_position(sentence, including.start()):
            named = _coordinated(sentence, found, inside[0])
            return tuple(dict.fromkeys([*named, MEMBER_STATES]))
    if PRONOUN.match(sentence):
        return before
    subject = next((m for m in found if _is_subject(sentence, m)), None)
    if subject is None:
        return (first_person,) if first_person and WE.search(sentence[:60]) else ()
    return tuple(dict.fromkeys(_coordinated(sentence, found, subject)))


def actor_value(who: tuple[str, ...]) -> str:
    """The actors of a statement as one JSON value: several are separated by "; "."""
    return "; ".join(who) or UNKNOWN


def _subject_position(sentence: str, position: int) -> bool:
    before = sentence[:position]
    return SUBORDINATE.search(before) is None


def _is_subject(sentence: str, mention: Mention) -> bool:
    """A name in the main clause that no preposition governs and no noun follows as an adjective."""
    before, after = sentence[: mention.start], sentence[mention.end :]
    if SUBORDINATE.search(before) or (SUPPORTED_BY.match(sentence) and "," not in before):
        return False
    if PASSIVE_BEFORE.search(before) or PASSIVE_AFTER.match(after) or IN_A_NAME.search(before):
        return False
    if SPEAKING_FOR.search(before):
        return True
    if OBLIQUE.search(before):
        return PART_OF.search(before) is not None and mention.actor == MEMBER_STATES
    adjective = re.search(r"(?:se|sche|Dutch|ish|ian)$", mention.name) is not None
    return (
        not adjective
        or re.match(
            r"\s+(?:minister|delegatie|regering|staatssecretaris|government|voorzitter\b)",
            after,
            re.I,
        )
        is not None
    )


def _coordinated(sentence: str, found: list[Mention], subject: Mention) -> list[str]:
    """The subject with those joined to it: "Nederland, Frankrijk en Spanje pleitten"."""
    who, at = [subject.actor], subject.end
    for mention in found:
        if mention.start < at:
            continue
        between = sentence[at : mention.start]
        if not re.fullmatch(
            r"\s*(?:,|en|and|alsmede|evenals|,?\s*en)\s*(?:(?:de|het|the)\s+)?(?:[A-Z]?[a-z]+e\s+)?",
            between,
        ):
            break
        who.append(mention.actor)
        at = mention.end
    return who
