"""Whether a text tells what happened or what is still to come, in Dutch and English, coarsely.

Knows: helping verbs, words of plans and of decisions. Does not know: meetings, evidence.
"""

from __future__ import annotations

import re

_ANY = re.IGNORECASE
_COMING = re.compile(
    r"\b(?:zal|zullen|gaat|gaan|naar verwachting|verwacht\w*|voornemens|van plan|beoog\w*|voorzien|"
    r"streeft|streven|komend\w*|aanstaande|binnenkort|wordt|worden|is het doel|will|shall|"
    r"expect\w*|intend\w*|plan(?:s|ned)?|aims?|seeks?|due to|going to|upcoming|is to|are to)\b",
    _ANY,
)
_HAPPENED = re.compile(
    r"\b(?:werd(?:en)?|was|waren|had(?:den)?|(?:heeft|hebben|is|zijn)\b[^.;]{0,90}?\b(?:ge|be|ver|ont|"
    r"aange|vastge|afge|inge|toege|over|onder)[a-zë]+(?:d|t|en)|besloot|besloten|stemden?|nam(?:en)?|"
    r"gaf|gaven|sprak(?:en)?|riep(?:en)?|kwam(?:en)?|vroeg(?:en)?|hield(?:en)?|deed|deden|"
    r"[a-zë]{2,}(?:tte|dde|kte|pte|(?<!bevoe)gde)n?|(?:steun|wil|stel|verklaar|dien|meen|noem|herhaal|"
    r"waardeer|bepleit|keer|vertel|waarschuw)den?|were|(?:has|have) \w+(?:ed|en)|\w{2,}ed|"
    r"took|gave|spoke|came|went|told|made|held|said|met)\b",
    _ANY,
)
_DECIDED = re.compile(
    r"\b(?:besloot|besloten|besluit genomen|aangenomen|nam(?:en)?\b.*\baan|vastgesteld|"
    r"stelden?\b.*\bvast|bereikte?n?|bereikt|overeengekomen|kwam(?:en)? overeen|bekrachtig\w*|"
    r"goedgekeurd|keurden?\b.*\bgoed|decided|adopted|agreed|reached|approved|concluded|ratified|passed)\b",
    _ANY,
)
_TO_DECIDE = re.compile(r"\b(?:will|to|te|zal|zullen|kan|can|could|may|might|should)\b", _ANY)


def is_coming(text: str) -> bool:
    """True when a text tells of what is planned or expected."""
    return _COMING.search(text) is not None


def happened(text: str) -> bool:
    """True when a text tells of what is past."""
    return _HAPPENED.search(text) is not None


def tells_outcome(text: str) -> bool:
    """True when a text tells of a decision as taken."""
    return _DECIDED.search(text) is not None and not is_coming(text) and not _TO_DECIDE.search(text)


def tells_as_past(claimed: str, proving: str) -> bool:
    """True when a sentence tells as past what a text only announces."""
    past = happened(claimed) and not is_coming(claimed)
    return past and is_coming(proving) and not happened(proving)
