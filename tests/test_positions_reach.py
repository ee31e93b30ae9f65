"""Sentences without a speaker of their own, and whose words they go on with."""

from __future__ import annotations

import pytest
from position_papers import made

from index.nouns import Kind
from rag.positions.stands import stands
from rag.told import told


def places(body: str, actor: str, kind: Kind = "verslag", title: str = "Onderwerp") -> list[int]:
    paper = made("paper", kind, ("2023-06-08",), [("1", title, body)])
    return [one.told.place for one in stands(told(paper.document, paper.items[0]), actor)]


@pytest.mark.parametrize(
    ("body", "actor", "heard"),
    [
        ("De Commissie lichtte dit toe. Ook benoemde zij de bedrijven.", "Commission", [0, 1]),
        (
            "De Commissie lichtte het plan toe. De wet loopt af. Ook benoemde zij de bedrijven.",
            "Commission",
            [0, 2],
        ),
        (
            "De Commissie lichtte het plan toe. Malta steunde dit. Ook benoemde zij de bedrijven.",
            "Commission",
            [0],
        ),
        ("De Commissie lichtte het plan toe.\nOok benoemde zij de bedrijven.", "Commission", [0]),
        (
            "Het Voorzitterschap wil een akkoord. Het plande daarvoor een triloog.",
            "Presidency",
            [0, 1],
        ),
        ("Het Voorzitterschap wil een akkoord. Het Asielpact beoogt dat.", "Presidency", [0]),
        ("Het Voorzitterschap wil een akkoord. Het is laat.", "Presidency", [0]),
        (
            "Samen met enkele lidstaten benadrukte Malta de grens. Ook gaven zij de wet aan.",
            "MT",
            [0, 1],
        ),
    ],
)  # fmt: skip
def test_a_pronoun_goes_on_where_it_can_mean_nobody_else(
    body: str, actor: str, heard: list[int]
) -> None:
    assert places(body, actor) == heard


def test_who_speaks_is_heard_from_sentences_that_are_not_looked_for() -> None:
    body = "De Commissie lichtte het plan toe. Ook benoemde zij de rol van bedrijven."
    paper = made("paper", "verslag", ("2023-06-08",), [("1", "Onderwerp", body)])
    second = told(paper.document, paper.items[0])[1:]
    assert [one.told.place for one in stands(second, "Commission")] == [1]
    assert stands((), "Commission") == []


@pytest.mark.parametrize(
    ("text", "actor", "heard"),
    [
        ("Het kabinet zet zich, net zoals Zweden, in voor een hub.", "SE", True),
        ("Er is een hub, waardoor het Nederlandse standpunt ongewijzigd blijft.", "NL", True),
        ("Voor Nederland zijn deze procedures de belangrijkste elementen.", "NL", True),
        ("Er is een deel dat het Voorzitterschap als essentieel ziet.", "Presidency", True),
        ("Met betrekking tot de datum houdt het Voorzitterschap vast.", "Presidency", True),
        ("Met betrekking tot de inzet in het Voorzitterschap is er niets.", "Presidency", False),
        ("De minister sprak met zijn Maltese ambtgenoot en marge van de Raad.", "NL", False),
    ],
)  # fmt: skip
def test_who_is_heard_by_a_name(text: str, actor: str, heard: bool) -> None:
    assert bool(places(text, actor)) is heard


def test_the_government_judges_under_its_own_heading_or_by_its_own_paper() -> None:
    judged = "De termijn moet korter."
    assert places(judged, "NL", title="Kabinetsappreciatie") == [0]
    assert places(judged, "NL", title="Beoordeling door de Adviesraad") == []
    assert places("De voorstellen kunnen niet worden ondersteund.", "NL", "geannoteerde agenda")
    assert not places("De voorstellen kunnen niet worden ondersteund.", "NL", "verslag")
