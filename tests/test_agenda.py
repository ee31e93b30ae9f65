"""The agenda grammar, one false friend or layout a test; every paper here is invented."""

from __future__ import annotations

import pytest
from outlines import item, paths, printed

from index.agenda import agenda_items

BODY = "De ministers bespraken het voorstel en de voorzitter vatte de bespreking kort samen."
MORE = "Nederland vroeg om een langere termijn en kreeg daarin bijval van enkele lidstaten."
REPORT = "Verslag van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031\n\n"
AGENDA = "Geannoteerde agenda van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031\n\n"


def test_numbers_restart_in_each_section() -> None:
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n\n2. Boetes\n\n{MORE}\n\n"
    text += f"II. Binnenlandse Zaken\n\n1. Grenzen van Europa\n\n{BODY}\n"
    assert paths(text) == ["Justitie/1", "Justitie/2", "Binnenlandse Zaken/1"]


def test_home_affairs_may_come_first() -> None:
    text = f"{REPORT}I. Binnenlandse zaken\n\n1. Visa\n\n{BODY}\n\nII. Justitie\n\n"
    text += f"1. Boetes\n\n{MORE}\n"
    assert paths(text) == ["Binnenlandse Zaken/1", "Justitie/1"]


def test_a_section_may_stand_alone() -> None:
    assert paths(f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n\n2. Boetes\n\n{MORE}\n") == [
        "Justitie/1",
        "Justitie/2",
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("II. Justitie", "II Justitie", "II) Justitie", "Justitie", "JUSTITIE", "B. Justitie"),
        *("Raad Justitie", "Deel II: Justitie", "Justitie (7 maart)", "Vrijdag 7 maart – Justitie"),
    ],
)
def test_sections_are_named_in_many_ways(name: str) -> None:
    text = f"{REPORT}I. Binnenlandse Zaken\n\n1. Visa\n\n{BODY}\n\n{name}\n\n1. Boetes\n\n{MORE}\n"
    got = [path.casefold() for path in paths(text)]
    assert got == ["binnenlandse zaken/1", "justitie/1"]


def test_a_section_that_nobody_foresaw() -> None:
    text = f"{REPORT}Vreemdelingenzaken\n\n1. Opvang\n\n{BODY}\n\n2. Visa\n\n{MORE}\n\n"
    text += f"Veiligheid\n\n1. Terrorisme\n\n{BODY}\n"
    assert paths(text) == ["Vreemdelingenzaken/1", "Vreemdelingenzaken/2", "Veiligheid/1"]


def test_headings_of_procedure_part_no_item() -> None:
    text = (
        f"{AGENDA}I. Justitie\n\nWetgevende besprekingen\n\n1. Bewijs\n= Beleidsdebat\n{BODY}\n\n"
    )
    text += f"Niet-wetgevende activiteiten\n\n2. Boetes\n= Stand van zaken\n{MORE}\n"
    assert paths(text) == ["Justitie/1", "Justitie/2"]
    assert item(text, "Justitie/1")[2] == BODY


def test_an_item_that_is_not_certain_yet() -> None:
    text = f"{AGENDA}I. Justitie\n\n1. (evt.) Bewijs\n= Beleidsdebat\n{BODY}\n"
    assert item(text, "Justitie/1") == ("(evt.) Bewijs", "Beleidsdebat", BODY)


def test_a_paper_without_sections_starts_at_its_numbers() -> None:
    assert paths(f"{REPORT}1. Bewijs\n\n{BODY}\n\n2. Boetes\n\n{MORE}\n") == ["1", "2"]


@pytest.mark.parametrize("tag", ["", "\n= Beleidsdebat"])
@pytest.mark.parametrize(
    "title",
    [
        "1. Verordening over de erkenning van beslissingen van rechters in\nburgerlijke zaken",
        "1. Verordening over de erkenning van beslissingen van rechters in de\n"
        "lidstaten en over de samenwerking van hun griffies bij de betekening\nvan stukken",
        "1. Conclusies over het vrije verkeer van gegevens tussen de diensten\nEuropol en Eurojust",
    ],
)
def test_titles_wrap_over_lines(title: str, tag: str) -> None:
    text = f"{AGENDA}I. Justitie\n\n{title}{tag}\n\n{BODY}\n\n2. Boetes{tag}\n\n{MORE}\n"
    assert item(text, "Justitie/1")[0] == title.replace("\n", " ").removeprefix("1. ")
    assert item(text, "Justitie/1")[2] == BODY


def test_blank_lines_may_part_a_title_above_its_tag() -> None:
    text = f"{AGENDA}I. Justitie\n\n1. Erkenning van beslissingen\n\nover ouderschap\n\n"
    text += f"= Beleidsdebat\n\n{BODY}\n\n2. Boetes\n\n= Stand van zaken\n\n{MORE}\n"
    assert item(text, "Justitie/1") == (
        "Erkenning van beslissingen over ouderschap",
        "Beleidsdebat",
        BODY,
    )


def test_a_tag_on_the_line_that_ends_the_title() -> None:
    text = f"{AGENDA}I. Justitie\n\n1. Bewijs uit het\nbuitenland = Gedachtewisseling\n{BODY}\n\n"
    text += (
        f"2. Boetes = Stand van zaken\n\n{MORE}\n\nConclusies over drugs = Goedkeuring\n{BODY}\n"
    )
    assert item(text, "Justitie/1") == ("Bewijs uit het buitenland", "Gedachtewisseling", BODY)
    assert item(text, "Justitie/2") == ("Boetes", "Stand van zaken", MORE)
    assert item(text, "Justitie/Conclusies over drugs")[1] == "Goedkeuring"


def test_a_tag_that_wraps() -> None:
    text = f"{AGENDA}I. Justitie\n\n1. Bewijs\n= Informatie van het\nVoorzitterschap\n{BODY}\n"
    assert item(text, "Justitie/1") == ("Bewijs", "Informatie van het Voorzitterschap", BODY)


@pytest.mark.parametrize(
    "marks", ["a. b. c.", "a) b) c)", "a). b). c).", "a.) b.) c.)", "a) b.) c."]
)
def test_sub_items_in_every_form_of_mark(marks: str) -> None:
    a, b, c = marks.split()
    text = f"{REPORT}I. Justitie\n\n1. Diversen\n\n{a} Boetes\n\n{BODY}\n\n{b} Visa\n\n{MORE}\n\n"
    text += f"{c} Werkprogramma\n\n{BODY}\n\n2. Bewijs\n\n{MORE}\n"
    expected = ["Justitie/1", "Justitie/1/a", "Justitie/1/b", "Justitie/1/c", "Justitie/2"]
    assert paths(text) == expected


def test_sub_items_that_share_a_body_and_a_tag() -> None:
    text = f"{AGENDA}I. Justitie\n\n1. Grenzen van de Unie\n\na) Jaarverslag\nb) Prioriteiten\n"
    text += f"= Gedachtewisseling\n\n{BODY}\n\n2. Boetes\n= Stand van zaken\n{MORE}\n"
    assert item(text, "Justitie/1") == ("Grenzen van de Unie", "Gedachtewisseling", BODY)
    assert item(text, "Justitie/1/a") == ("Jaarverslag", None, "")
    assert item(text, "Justitie/1/b") == ("Prioriteiten", None, "")


def test_sub_items_that_share_a_body_but_not_their_tags() -> None:
    text = f"{AGENDA}I. Justitie\n\n1. Drugs\n\na) Verslag\n= Stand van zaken\nb) Conclusies\n"
    text += f"= Goedkeuring\n\n{BODY}\n\n2. Boetes\n= Stand van zaken\n{MORE}\n"
    assert item(text, "Justitie/1") == ("Drugs", None, BODY)
    assert item(text, "Justitie/1/a")[1:] == ("Stand van zaken", "")
    assert item(text, "Justitie/1/b")[1:] == ("Goedkeuring", "")


def test_a_heading_below_shared_sub_items_belongs_to_their_parent() -> None:
    text = f"{REPORT}I. Justitie\n\n1. Oorlog\n\na) Schade\nb) Vervolging\n\n{BODY}\n\n"
    text += f"Inzet van het kabinet\n\n{MORE}\n\n2. Boetes\n\n{BODY}\n"
    assert paths(text) == [
        *("Justitie/1", "Justitie/1/a", "Justitie/1/b"),
        *("Justitie/1/Inzet van het kabinet", "Justitie/2"),
    ]


def test_an_unnumbered_item_with_a_tag_stands_between_numbers() -> None:
    text = f"{AGENDA}I. Justitie\n\n1. Bewijs\n= Beleidsdebat\n{BODY}\n\nConclusies over racisme\n"
    text += f"= Aanneming (A-punt)\n{MORE}\n\n2. Boetes\n= Stand van zaken\n{BODY}\n"
    assert paths(text) == ["Justitie/1", "Justitie/Conclusies over racisme", "Justitie/2"]
    assert item(text, "Justitie/Conclusies over racisme")[1] == "Aanneming (A-punt)"


def test_an_unnumbered_heading_inside_an_item_is_part_of_it() -> None:
    text = f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n\nOordeel van het kabinet\n\n{MORE}\n\n"
    text += f"2. Boetes\n\n{BODY}\n"
    assert paths(text) == ["Justitie/1", "Justitie/1/Oordeel van het kabinet", "Justitie/2"]
    assert item(text, "Justitie/1")[2] == BODY


def test_results_before_the_first_number() -> None:
    text = f"{REPORT}I. Justitie\n\nBelangrijkste resultaten\n\n- De Raad nam de verordening aan.\n"
    text += f"- Over boetes is nog geen akkoord.\n\n1. Bewijs\n\n{BODY}\n"
    assert paths(text) == ["Justitie/Belangrijkste resultaten", "Justitie/1"]
    assert item(text, "Justitie/Belangrijkste resultaten")[2].startswith("De Raad nam")


@pytest.mark.parametrize(
    "title", ["Overige onderwerpen", "Any other business", "Diversen", "Rondvraag"]
)
def test_other_business_collects_sub_items(title: str) -> None:
    text = f"{AGENDA}I. Justitie\n\n1. Bewijs\n= Beleidsdebat\n{BODY}\n\n2. {title}\n\n"
    text += (
        f"a) Werkprogramma\n= Presentatie\n{MORE}\n\nb) Bezoek aan Marokko\n= Informatie\n{BODY}\n"
    )
    assert paths(text)[1:] == ["Justitie/2", "Justitie/2/a", "Justitie/2/b"]
    assert item(text, "Justitie/2") == (title, None, "")


def test_an_agenda_may_drop_a_number() -> None:
    text = (
        f"{REPORT}I. Justitie\n\n1. Bewijs\n\n{BODY}\n\n3. Boetes\n\n{MORE}\n\n4. Visa\n\n{BODY}\n"
    )
    assert paths(text) == ["Justitie/1", "Justitie/3", "Justitie/4"]


def test_a_heading_without_a_body_has_an_empty_span_at_its_place() -> None:
    text = f"{AGENDA}I. Justitie\n\n1. Diversen\n\na) Visa\n= Informatie\n{BODY}\n"
    manuscript = printed(text)
    first = agenda_items(manuscript)[0]
    assert len(first.span) == 0
    assert manuscript.text[first.span.start :].startswith("1. Diversen")
