"""The XML of official publications: headings, speakers, lists, notes; and XML that attacks."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from index.errors import FileRefused
from index.formats.xml import read_xml
from index.source import Line, Source

PAPER = """<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie>
<metadata><meta name="x" content="y"/></metadata>
<kamerstuk><kamerstukkop><tekstregel>Tweede Kamer der Staten-Generaal</tekstregel>
<tekstregel>Vergaderjaar 2021-2022</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>32 317</dossiernr></dossiernummer>
<titel>JBZ-Raad</titel></dossier>
<stuk><stuknr><ondernummer>771</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel>
<datumtekst>Den Haag, 25 augustus 2022</datumtekst>
<algemeen><vrije-tekst><tekst>
<tussenkop kopopmaak="vet">Justitie</tussenkop><tussenkop kopopmaak="cur">1. Asiel</tussenkop>
<al>De Raad<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>Kamerstuk 1.</noot.al>
<noot.al>Vervolg.</noot.al></noot> sprak over <nadruk type="cur">asiel</nadruk>.</al>
<al><nadruk type="vet">Geheel vet</nadruk></al>
<lijst type="expliciet"><li><li.nr>a.</li.nr><al>eerste</al><al>vervolg</al></li>
<li><al>tweede</al></li></lijst>
<table><tgroup><tbody><row><entry><al>NL</al></entry><entry>voor</entry></row></tbody></tgroup>
</table>
</tekst></vrije-tekst></algemeen>
<ondertekening><functie>De Minister,</functie><naam><voornaam>A.</voornaam>
<achternaam>Jansen</achternaam></naam></ondertekening>
</stuk></kamerstuk></officiele-publicatie>"""


def read(text: str) -> Source:
    return read_xml(text.encode(), "a.xml")


def test_a_parliamentary_paper() -> None:
    found = [(x.text, x.level, x.bold, x.note) for x in read(PAPER).lines]
    assert found == [
        ("Tweede Kamer der Staten-Generaal", None, False, None),
        ("Vergaderjaar 2021-2022", None, False, None),
        ("32 317 JBZ-Raad", None, True, None),
        ("Nr. 771 BRIEF VAN DE MINISTER", 1, True, None),
        ("Den Haag, 25 augustus 2022", None, False, None),
        ("Justitie", 2, True, None),
        ("1. Asiel", 3, True, None),
        ("De Raad sprak over asiel.", None, False, None),
        ("Geheel vet", None, True, None),
        ("a. eerste", None, False, None),
        ("vervolg", None, False, None),
        ("- tweede", None, False, None),
        ("NL | voor", None, False, None),
        ("De Minister,", None, False, None),
        ("A. Jansen", None, False, None),
        ("Kamerstuk 1.", None, False, 1),
        ("Vervolg.", None, False, 1),
    ]
    calls = [line.calls for line in read(PAPER).lines if line.calls]
    assert calls == [((7, 1),)]
    assert all(line.whole for line in read(PAPER).lines)


def test_a_debate_also_when_it_was_re_indented() -> None:
    debate = """<officiele-publicatie><handelingen><agendapunt>
    <nr>
     3
    </nr>
    <item-titel>
     Wlz / Pgb
    </item-titel>
    <spreekbeurt><spreker>
      <voorvoegsels>
       Mevrouw
      </voorvoegsels>
      <naam>
       <achternaam>
        Van der Berg
       </achternaam>
      </naam>
      (
      <politiek>
       D66
      </politiek>
      ):
     </spreker><tekst><al-groep><al>
      Zij krijgt nr.
      <extref doc="x">
       210
      </extref>
      (
      <extref doc="x">
       34104
      </extref>
      ).
     </al></al-groep></tekst></spreekbeurt></agendapunt></handelingen></officiele-publicatie>"""
    assert read(debate).lines == (
        Line("3. Wlz / Pgb", level=1, bold=True, whole=True),
        Line("Mevrouw Van der Berg (D66):", bold=True, whole=True),
        Line("Zij krijgt nr. 210 (34104).", whole=True),
    )


def test_names_without_white_space_between_them_are_parted() -> None:
    text = "<a><spreker><voorvoegsels>De</voorvoegsels><naam>voorzitter</naam>:</spreker></a>"
    assert read(text).text == "De voorzitter:\n"


def test_upper_case_elements_and_divisions() -> None:
    text = "<STUK><TITEL>Brief</TITEL><DIVISIE><KOP><NR>1</NR><TITEL>Deel</TITEL></KOP><AL>x</AL>"
    text += "<DIVISIE><KOP><TITEL>Dieper</TITEL></KOP><AL>y</AL></DIVISIE></DIVISIE></STUK>"
    assert [(line.text, line.level) for line in read(text).lines] == [
        ("Brief", 1),
        ("1 Deel", 2),
        ("x", None),
        ("Dieper", 3),
        ("y", None),
    ]


def test_notes_without_or_with_repeated_numbers_count_on() -> None:
    def note(inside: str) -> str:
        return f"<noot>{inside}</noot>"

    text = f"<al>a{note('<noot.nr>4</noot.nr><noot.al>vier</noot.al>')}"
    text += f"b{note('<noot.al>vijf</noot.al>')}c{note('<noot.nr>4</noot.nr>zes')}</al>"
    found = read(text).lines
    assert found[0].calls == ((1, 4), (2, 5), (3, 6))
    assert [(line.text, line.note) for line in found[1:]] == [("vier", 4), ("vijf", 5), ("zes", 6)]


def test_other_xml_is_read_as_blocks_of_text() -> None:
    text = "<doc><head><title>Titel</title></head><body><p>een <i>twee</i></p>"
    text += "<x><y>drie</y></x></body></doc>"
    assert read(text).text == "Titel\neen twee\ndrie\n"


@pytest.mark.parametrize(
    "raw",
    [
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>één</a>".encode("cp1252"),
        "<?xml version='1.0' encoding='utf-8'?><a>één</a>".encode("cp1252"),
        "<?xml version='1.0' encoding='utf-16'?><a>één</a>".encode("utf-16"),
        "\ufeff<?xml version='1.0' encoding='utf-8'?>\n<a>één</a>".encode(),
        "<a>één</a>".encode(),
    ],
)
def test_encodings(raw: bytes) -> None:
    assert read_xml(raw, "a.xml").text == "één\n"


def refused(text: str) -> str:
    with pytest.raises(FileRefused) as caught:
        read(text)
    assert str(caught.value).startswith("a.xml: its XML ")
    return caught.value.why


def test_broken_deep_or_huge() -> None:
    assert "broken at line 2" in refused("<a>\n<b></a>")
    assert "broken" in refused("<a>&euml;</a>")
    assert "nested more than 200 deep" in refused("<a>" * 201 + "</a>" * 201)
    assert read("<a>" * 200 + "x" + "</a>" * 200).text == "x\n"
    with pytest.raises(FileRefused, match="more than 1,000,000 tags"):
        read("<a>" + "<b/>" * 1_000_000 + "</a>")


@pytest.mark.parametrize(
    "kind",
    [
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file://{canary}">]><a>&e;</a>',
        '<!DOCTYPE a [<!ENTITY e "lol"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;">]><a>&f;</a>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a>x</a>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]><a>x</a>',
    ],
)
def test_entities_are_not_expanded_nor_fetched(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blocked(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", blocked)
    monkeypatch.setattr(socket, "getaddrinfo", blocked)
    canary = tmp_path / "kanarie.txt"
    canary.write_text("KANARIE")
    why = refused(kind.format(canary=canary))
    assert "document type or entities" in why
    assert "KANARIE" not in why


def test_included_files_are_not_read(tmp_path: Path) -> None:
    canary = tmp_path / "kanarie.txt"
    canary.write_text("KANARIE")
    space = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
    text = f'<a {space}><al>x</al><xi:include href="file://{canary}" parse="text"/></a>'
    assert read(text).text == "x\n"
