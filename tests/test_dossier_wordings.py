"""One subject in several wordings gives one dossier, over the papers shipped for demonstration."""

from __future__ import annotations

from itertools import combinations

import pytest

from index.settings import Settings
from rag.assistant import Assistant
from rag.dossier import dossier
from rag.open import demo_library, open_assistant

# a short name, the title of an item, English, and what people say
WORDINGS = {
    "child abuse": (
        "CSAM-verordening",
        "Verordening ter voorkoming en bestrijding van seksueel kindermisbruik",
        "CSA regulation",
        "regulation to prevent and combat child sexual abuse",
        "chatcontrole",
    ),
    "entry-exit": (
        "EES",
        "inreis-uitreissysteem",
        "Entry/Exit System",
        "in- en uitreissysteem (EES)",
        "invoering van het inreissysteem",
    ),
    "pact": (
        "migratiepact",
        "Asiel- en migratiepact",
        "Pact on Migration and Asylum",
        "het nieuwe asielpact",
        "migratie- en asielpact",
    ),
    "prosecutor": (
        "EOM",
        "EPPO",
        "Europees Openbaar Ministerie",
        "European Public Prosecutor's Office",
        "Europees OM",
    ),
    "evidence": (
        "e-evidence",
        "elektronisch bewijs",
        "electronic evidence",
        "voorstellen over elektronisch bewijs (e-evidence)",
        "elektronisch bewijsmateriaal",
    ),
    "parenthood": (
        "afstammingsverordening",
        "Verordening erkenning van afstamming",
        "regulation on the recognition of parenthood",
        "afstamming",
        "erkenning van ouderschap in andere lidstaten",
    ),
    "protection": (
        "Richtlijn tijdelijke bescherming",
        "Tijdelijke bescherming van ontheemden uit Oekraïne",
        "temporary protection",
        "RTB",
        "tijdelijke bescherming van Oekraïners",
    ),
    "trafficking": (
        "richtlijn mensenhandel",
        "Herziening van de richtlijn mensenhandel",
        "anti-trafficking directive",
        "directive on trafficking in human beings",
        "mensenhandelrichtlijn",
    ),
    "terrorist content": (
        "terroristische online-inhoud",
        "Verordening terroristische online-inhoud",
        "terrorist content online",
        "TCO-verordening",
        "terroristische inhoud op internet",
    ),
    "hate crime": (
        "haatmisdrijven",
        "Haatuitingen en haatmisdrijven als EU-misdrijf",
        "hate crime",
        "hate speech and hate crime",
        "haat als EU-misdrijf",
    ),
}
ALIKE = 0.85  # least mean share of items that two wordings have in common


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    settings = Settings(demo=tmp_path_factory.mktemp("demo"))
    return open_assistant(settings, demo_library(settings))


@pytest.mark.parametrize("subject", WORDINGS)
def test_wordings_of_one_subject_give_much_the_same_items(
    assistant: Assistant, subject: str
) -> None:
    found = [
        {(one.document.id, one.item.path) for one in dossier(assistant, topic).items}
        for topic in WORDINGS[subject]
    ]
    assert all(found)
    shared = [len(one & other) / len(one | other) for one, other in combinations(found, 2)]
    assert sum(shared) / len(shared) >= ALIKE


@pytest.mark.parametrize("topic", ["landbouwsubsidies", "kernenergie", "aanpak van de wolf"])
def test_a_subject_of_other_ministers_has_no_dossier(assistant: Assistant, topic: str) -> None:
    assert dossier(assistant, topic).items == ()
