"""Printed lines become paragraphs, and broken words become words."""

from __future__ import annotations

import pytest
from outlines import printed

from index.read import clean
from index.source import Line, Source

LONG = "De lidstaten bespraken gisteren in Brussel een groot aantal voorstellen van de"


def lines(text: str) -> list[str]:
    manuscript = printed(text)
    return [line.span.of(manuscript.text) for line in manuscript.lines]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("de JBZ-\nRaad nam", "de JBZ-Raad nam"),
        ("in Latijns-\nAmerika wordt", "in Latijns-Amerika wordt"),
        ("op non-\ndiscriminatoire wijze", "op non-discriminatoire wijze"),
        ("informatie-\nen communicatietechnologie", "informatie- en communicatietechnologie"),
        ("bij samen-\nwerking tussen", "bij samenwerking tussen"),
        ("de EU-\nbrede aanpak", "de EU-brede aanpak"),
        ("een niet-\nbindend advies", "een niet-bindend advies"),
        ("de zo-\neven genoemde", "de zo-even genoemde"),
        ("het G7-\nland stemt", "het G7-land stemt"),
        ("samen\u00ad\nwerking", "samenwerking"),
        ("JBZ\u2011\nRaad", "JBZ\u2011Raad"),
        ("de TCO-\nverordening", "de TCO-verordening"),
        ("https://example.org/een-\ntwee", "https://example.org/een-twee"),
    ],
)
def test_hyphens_at_line_ends(broken: str, whole: str) -> None:
    # other lines that end in a hyphen show that this paper breaks words
    typeset = "Zij zochten onder-\nsteuning en mede-\nwerking van allen.\n\n"
    assert lines(typeset + f"{LONG} Raad over\n{broken} verder.\n")[-1].endswith(f"{whole} verder.")


def test_a_word_that_the_paper_has_elsewhere_decides() -> None:
    assert lines("Het kernteam en het kern-\nteam.")[0] == "Het kernteam en het kernteam."
    assert lines("Een e-mail en een e-\nmail.")[0] == "Een e-mail en een e-mail."


def test_a_paper_that_breaks_no_words_keeps_its_hyphens() -> None:
    text = "\n\n".join([f"{LONG} Raad."] * 60) + "\n\nEen besluit over visum-\naanvragen volgt."
    assert lines(text)[-1] == "Een besluit over visum-aanvragen volgt."


def test_a_full_line_goes_on_and_a_short_one_ends() -> None:
    text = f"{LONG}\nCommissie over de opvang.\nNederland zweeg.\n{LONG}\nCommissie.\n"
    assert lines(text) == [
        *(f"{LONG} Commissie over de opvang.", "Nederland zweeg.", f"{LONG} Commissie."),
    ]


def test_blank_lines_inside_a_sentence() -> None:
    got = lines("\n\n".join([LONG, "commissie over opvang en", "terugkeer naar het land."] * 4))
    assert got == [f"{LONG} commissie over opvang en terugkeer naar het land."] * 4


def test_a_sentence_goes_on_over_a_page() -> None:
    assert lines(f"{LONG}\n\n\n\n\nCommissie.\n") == [f"{LONG} Commissie."]


def test_a_heading_that_fills_its_line_before_a_sentence() -> None:
    heading = "Voortgang van de onderhandelingen over de verordening tegen online misbruik van"
    assert lines(f"{LONG}\nraad.\n\n{heading}\nkinderen\nDe Commissie sprak.\n")[1:] == [
        *(f"{heading} kinderen", "De Commissie sprak."),
    ]


def test_a_heading_with_room_left_stands_alone_above_its_text() -> None:
    heading = "Toelichting van de nieuwe maatregelen aan de grens met het oosten"
    above = "\n".join([LONG] * 5).replace("De lid", "de lid").replace("de lid", "De lid", 1)
    text = f"{above}\nraad.\n\n{heading}\nNederland sprak daar over.\n"
    assert lines(text)[1:] == [heading, "Nederland sprak daar over."]


def test_a_tag_below_shows_that_a_heading_began() -> None:
    heading = "Raadsconclusies over de evaluatie van het mandaat van de agentschappen voor\ngrenzen"
    text = f"{LONG}\nraad en van allen die daar een belang bij hebben.\n{heading}\n= Goedkeuring\n"
    assert lines(text)[1:] == [heading.replace("\n", " "), "= Goedkeuring"]


def test_marks_begin_a_line_of_their_own() -> None:
    assert lines(f"1. Titel van een onderwerp\n= Tag\na) Deel\n- Punt\n{LONG}\nRaad.") == [
        *("1. Titel van een onderwerp", "= Tag", "a) Deel", "- Punt", f"{LONG} Raad."),
    ]


def test_a_dash_in_mid_sentence_is_no_bullet() -> None:
    assert lines(f"{LONG}\n– nog steeds voorlopige – Commissie.") == [
        f"{LONG} – nog steeds voorlopige – Commissie.",
    ]


def test_a_bullet_goes_on_in_the_next_line() -> None:
    assert lines(f"- {LONG}\nCommissie en Raad.\n- Meer niet.") == [
        *(f"- {LONG} Commissie en Raad.", "- Meer niet."),
    ]


def test_other_type_never_joins() -> None:
    looks = (
        Line("Kop van een stuk tekst", bold=True, page=1, size=9.0),
        Line("met gewone woorden eronder", page=1, size=9.0),
        Line("en dan iets kleins", page=1, size=7.0),
    )
    manuscript = clean(Source("pdf", looks))
    assert len(manuscript.lines) == 3


def test_whole_paragraphs_never_join() -> None:
    manuscript = clean(Source("docx", (Line("een en", whole=True), Line("twee", whole=True))))
    assert manuscript.text == "een en\n\ntwee"
