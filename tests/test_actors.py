"""The closed list of actors, and where a text names them."""

from __future__ import annotations

import pytest

from index.actors import FILE, UNKNOWN, actors, mentions, named_actor


def named(text: str) -> list[str]:
    return [mention.actor for mention in mentions(text)]


def test_every_name_belongs_to_one_actor() -> None:
    names = [name for actor in actors().values() for name in actor.names]
    assert len(names) == len(set(names))
    assert all(name == name.strip() for name in names)


def test_every_row_has_four_fields() -> None:
    rows = FILE.read_text(encoding="utf-8").splitlines()
    assert {len(row.split("\t")) for row in rows} == {4}


def test_what_the_design_asks_for() -> None:
    assert {"NL", "Commission", "Presidency", "member states", "EP", UNKNOWN} <= set(actors())
    assert {"Europol", "EPPO", "Frontex", "Eurojust", "DE", "FR", "BE", "HU"} <= set(actors())
    assert (actors()["DE"].name("nl"), actors()["DE"].name("en")) == ("Duitsland", "Germany")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nederland en de Commissie steunden dit.", ["NL", "Commission"]),
        ("Het Europees Parlement wacht op de Europese Commissie.", ["EP", "Commission"]),
        (
            "De Raad van Europa sprak, de Europese Raad niet.",
            ["Council of Europe", "European Council"],
        ),
        ("De Verenigde Staten en het Verenigd Koninkrijk", ["US", "GB"]),
        ("de EU-lidstaten", ["member states"]),
        ("De Polenweg en de Commissiestukken", []),
        ("een Raadswerkgroep en het EP-mandaat", []),
        ("Noord-Macedonië sprak", ["MK"]),
        ("ItaliÃ«", []),
        ("it is what the us said", []),
        ("South American and Latin American ports, Zuid-Amerikaanse havens", []),
        ("Latijns Amerikaanse havens", []),
        ("North Macedonia and an American port", ["MK", "US"]),
        ("the Dublin III Regulation, the Budapest Convention", []),
        ("het Verdrag van Boedapest", []),
        ("Boedapest zweeg", ["HU"]),
        ("de Hongaarse regering", ["HU"]),
        ("de regering van Hongarije en de regering in Kyiv", ["HU", "UA"]),
        ("de regering zweeg, het kabinet ook", ["NL", "NL"]),
        ("de Raad van State en derde landen", []),
        ("de Hoge Commissaris voor de Vluchtelingen", ["UNHCR"]),
        ("de EU-antiterrorismecoördinator", ["CTC"]),
    ],
)
def test_names_are_whole_words_and_the_longest_wins(text: str, who: list[str]) -> None:
    assert named(text) == who


def test_a_mention_is_a_slice() -> None:
    text = "Volgens het Europees Openbaar Ministerie loopt dit."
    (mention,) = mentions(text)
    assert (mention.actor, text[mention.start : mention.end]) == ("EPPO", mention.name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nederland", "NL"),
        ("The Netherlands", "NL"),
        (" germany ", "DE"),
        ("lidstaten", "member states"),
        ("EOM", "EPPO"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_what_a_person_calls_an_actor(name: str, value: str | None) -> None:
    assert named_actor(name) == value
