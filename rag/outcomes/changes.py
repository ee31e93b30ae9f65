"""What a sentence tells that is no act of the Council on the matter: a change of the agenda, an
agreement of others.

Knows: that an agenda is changed by putting something on it, moving it or putting it off. Does not
know: which sentences tell a decision (`rag.outcomes.sorting`).
"""

from __future__ import annotations

import re

from rag.outcomes import cues
from rag.outcomes.nouns import Outcome
from rag.outcomes.seen import Seen

# what stands on an agenda, and what its meeting may decide on
OF_AGENDA = re.compile(
    r"\b(?:(?:agenda)?punt(?:en)?|onderwerp(?:en)?|bespreking|behandeling|gesprek|gedachtewisseling|"
    r"lunch|\w*debat|presentatie|agenda|stemming|\w*besluit(?:en|vorming)?|aanneming|vaststelling|"
    r"dossiers?|conclusies|oriëntaties?|mandaat|onderhandeling(?:en)?|tijd nodig)\b",
    re.I,
)


def agenda_change(s: Seen) -> Outcome:
    """Whether something came on the agenda, moved on it, or was put off or dropped."""
    if cues.MOVED.search(s.text):
        return "moved"
    if cues.ADDED.search(s.text) and not s.dated:
        return "postponed" if cues.POSTPONED.search(cues.ADDED.sub("", s.text)) else "added"
    return "postponed"


def of_agenda(outcome: Outcome, text: str) -> bool:
    """True for a change of the meeting's agenda, which its chair makes."""
    put_off = outcome == "postponed" and OF_AGENDA.search(text) is not None
    return put_off or outcome in ("added", "moved")


def of_trilogue(s: Seen, acts: bool) -> bool:
    """True for an agreement with Parliament; acts: the Council or its chair acts on it here."""
    return not (acts or s.results) and cues.TRILOGUE.search(s.text) is not None
