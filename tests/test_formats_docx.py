"""DOCX: what Word prints is read, what it does not print is not; bombs are not opened."""

from __future__ import annotations

import io
import socket
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from docx_files import docx, level, num, p, part, r, relations

from index.errors import FileRefused
from index.formats.docx import read_docx
from index.formats.docx_numbering import written
from index.source import Line

ROOT = Path(__file__).parents[1]


def lines(body: str, **others: str) -> list[Line]:
    return list(read_docx(docx(body, **others), "a.docx").lines)


def texts(body: str, **others: str) -> list[str]:
    return [line.text for line in lines(body, **others)]


def test_a_document_as_python_docx_writes_it(tmp_path: Path) -> None:
    made = python_docx.Document()
    made.add_heading("Verslag", 0)
    made.add_heading("Justitie", 1)
    made.add_paragraph("Een  alinea\tmet wit.")
    made.add_paragraph().add_run("Vet").bold = True
    table = made.add_table(2, 2)
    for i, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cel {i}"
    made.add_paragraph("punt", style="List Bullet")
    made.add_paragraph("een", style="List Number")
    made.add_paragraph("twee", style="List Number")
    made.sections[0].header.paragraphs[0].text = "kopregel"
    made.sections[0].footer.paragraphs[0].text = "voetregel"
    out = io.BytesIO()
    made.save(out)
    found = read_docx(out.getvalue(), "a.docx").lines
    assert [(x.text, x.level, x.bold) for x in found] == [
        ("Verslag", 1, False),
        ("Justitie", 1, True),
        ("Een alinea met wit.", None, False),
        ("Vet", None, True),
        ("cel 0 | cel 1", None, False),
        ("cel 2 | cel 3", None, False),
        ("- punt", None, False),
        ("1. een", None, False),
        ("2. twee", None, False),
    ]
    assert all(line.whole and line.page is None for line in found)


def test_levels_come_from_names_outline_and_ancestors() -> None:
    def style(key: str, name: str, more: str = "") -> str:
        opening = f'<w:style w:type="paragraph" w:styleId="{key}">'
        return f'{opening}<w:name w:val="{name}"/>{more}</w:style>'

    styles = (
        style("Kop2", "heading 2")
        + style("Eigen", "Eigen kop", '<w:basedOn w:val="Kop2"/>')
        + style("Ring", "Ring", '<w:basedOn w:val="Ring"/>')
        + style("Plat", "Plat", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:basedOn w:val="Kop2"/>')
        + style("Inhopg1", "toc 1")
    )
    body = "".join(
        p(key, f'<w:pStyle w:val="{key}"/>') for key in ("Kop2", "Eigen", "Ring", "Plat", "Inhopg1")
    ) + p("Los", '<w:outlineLvl w:val="2"/>')
    found = [(line.text, line.level) for line in lines(body, styles=styles)]
    assert found == [("Kop2", 2), ("Eigen", 2), ("Ring", None), ("Plat", None), ("Los", 3)]


def test_bold_counts_when_all_letters_are_bold_or_italic() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="18"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="V"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:rPr><w:i/></w:rPr></w:style>'
    )
    body = (
        p(r("een", "<w:b/>") + r(" ") + r("twee", '<w:rStyle w:val="S"/>'))
        + p(r("een", "<w:b/>") + r(" twee"))
        + p("stijl", '<w:pStyle w:val="V"/>')
        + p(r("niet", '<w:b w:val="0"/>'), '<w:pStyle w:val="V"/>')
        + p(r("groot", '<w:sz w:val="28"/>'))
    )
    found = [(line.bold, line.size) for line in lines(body, styles=styles)]
    assert found == [(True, 9.0), (False, 9.0), (True, 9.0), (False, 9.0), (False, 14.0)]


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}'
    f"{level(1, 'lowerLetter', '%2)')}{level(2, 'decimal', '%1.%2.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "upperRoman", "%1.")}'
    f"{level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "o")}'
    f"{level(1, 'none', '')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def test_numbers_that_word_prints_are_put_in_front() -> None:
    places = [
        (1, 0),
        (1, 1),
        (1, 1),
        (1, 2),
        (1, 0),
        (1, 1),
        (2, 0),
        (2, 1),
        (3, 0),
        (3, 1),
        (4, 0),
    ]
    places += [(4, 0), (1, 0), (9, 0), (0, 0)]
    body = "".join(p("x", num(number, depth)) for number, depth in places)
    found = [text.removesuffix("x").strip() for text in texts(body, numbering=NUMBERING)]
    assert found == (
        ["1.", "a)", "b)", "1.b.1", "2.", "a)", "I.", "1.1", "-", "", "5.", "6.", "7.", "", ""]
    )


def test_a_heading_style_may_carry_the_number() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="K2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = level(1, "lowerLetter", "%2)", '<w:pStyle w:val="K2"/>')
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{linked}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("eerste", '<w:pStyle w:val="K2"/>') + p("tweede", '<w:pStyle w:val="K2"/>')
    assert texts(body, styles=styles, numbering=numbering) == ["a) eerste", "b) tweede"]


def test_ways_of_writing_numbers() -> None:
    assert [written(n, "lowerLetter") for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
    assert [written(n, "upperRoman") for n in (4, 9, 1994)] == ["IV", "IX", "MCMXCIV"]
    assert [written(7, way) for way in ("decimal", "decimalZero", "none", "hebrew1")] == [
        "7",
        "07",
        "",
        "7",
    ]
    assert len(written(10**9, "lowerLetter")) <= 50


def call(kind: str, key: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def test_notes_are_numbered_in_the_order_of_their_calls() -> None:
    body = p(r("Een") + call("footnote", 7) + r(" twee") + call("endnote", 2) + r(".")) + (
        "<w:tbl><w:tr><w:tc>"
        + p("cel")
        + "</w:tc><w:tc>"
        + p(r("noot") + call("footnote", 3))
        + "</w:tc></w:tr></w:tbl>"
    )
    mark = "<w:r><w:footnoteRef/></w:r>"
    footnotes = (
        f'<w:footnote w:id="3">{p(mark + r(" derde"))}</w:footnote>'
        f'<w:footnote w:id="7">{p(mark + r(" eerste"))}{p("vervolg")}</w:footnote>'
        f'<w:footnote w:id="9">{p("nooit geroepen")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="2">{p("tweede")}</w:endnote>'
    found = [(x.text, x.calls, x.note) for x in lines(body, footnotes=footnotes, endnotes=endnotes)]
    assert found == [
        ("Een twee.", ((3, 1), (8, 2)), None),
        ("cel | noot", ((10, 3),), None),
        ("eerste", (), 1),
        ("vervolg", (), 1),
        ("tweede", (), 2),
        ("derde", (), 3),
    ]


def test_only_what_is_printed_is_read() -> None:
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin",))
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    box = f"<w:r><w:drawing><w:txbxContent>{p('tekstvak')}</w:txbxContent></w:drawing></w:r>"
    body = (
        p(field + "<w:r><w:instrText>PAGE \\* MERGE</w:instrText></w:r>" + separate + r("12") + end)
        + p(
            f"<w:ins>{r('bij')}</w:ins><w:del><w:r><w:delText>af</w:delText></w:r>{r('af')}</w:del>"
        )
        + p(r("zicht") + r("geheim", "<w:vanish/>") + r("baar"))
        + p(box + r("naast"))
        + p(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
            "<w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:sym w:font='Symbol' w:char='F0B7'/></w:r>"
        )
        + p(field + r("nooit gesloten"))
        + p("gewoon")
        + p(r(" \u00a0 "))
        + f"<w:sdt><w:sdtContent>{p('besturing')}</w:sdtContent></w:sdt>"
    )
    source = read_docx(docx(body), "a.docx")
    assert [line.text for line in source.lines] == [
        "12",
        "bij",
        "zichtbaar",
        "naast",
        "a b c\u2011d\u00ade•",
        "gewoon",
        "besturing",
    ]
    assert source.warnings == (
        "hidden text left out (6 characters)",
        "tracked changes: insertions are read, deletions are not",
    )


def test_a_table_that_lays_out_a_page_is_its_paragraphs() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    long = "woord " * 50
    body = (
        "<w:tbl>"
        + row(p("alleen"), p(""))
        + row(p("kant"), p(long) + p(long))
        + row(p("a") + p("b"), "<w:tbl>" + row(p("c"), p("d")) + "</w:tbl>")
        + "</w:tbl>"
    )
    assert texts(body) == ["alleen", "kant", long.strip(), long.strip(), "a b | c | d"]


def test_the_main_part_may_have_any_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("_rels/.rels", relations(("officeDocument", "/word/document2.xml")))
        made.writestr("word/document2.xml", part("document", f"<w:body>{p('tekst')}</w:body>"))
    assert read_docx(out.getvalue(), "a.docx").text == "tekst\n"


def refused(raw: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        read_docx(raw, "a.docx")
    assert str(caught.value).startswith("a.docx: ")
    return caught.value.why


def test_damaged_files() -> None:
    raw = docx(p("tekst " * 500))
    assert "damaged" in refused(raw[: len(raw) // 2])
    assert "damaged" in refused(raw[:-30])
    at = raw.index(b"word/document.xml") + 60
    assert "damaged" in refused(raw[:at] + bytes(20) + raw[at + 20 :])
    assert "broken at line 1" in refused(docx("<w:p>"))
    assert "broken" in refused(docx(p("tekst") + "&nbsp;"))


def zipped(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for file, content in entries:
            made.writestr(file, content)
    return out.getvalue()


def test_other_zip_files() -> None:
    assert "another kind of ZIP" in refused(zipped(("a.txt", b"x")))
    workbook = relations(("officeDocument", "xl/workbook.xml")).encode()
    assert "another kind of ZIP" in refused(
        zipped(("_rels/.rels", workbook), ("xl/workbook.xml", b"<workbook/>"))
    )
    twice = io.BytesIO(docx(p("een")))
    with pytest.warns(UserWarning), zipfile.ZipFile(twice, "a") as made:
        made.writestr("word/document.xml", part("document", f"<w:body>{p('twee')}</w:body>"))
    assert "damaged" in refused(twice.getvalue())


def test_entries_compressed_in_a_way_that_word_does_not_know() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as made:
        made.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
    assert "damaged" in refused(out.getvalue())


def test_encrypted_entries() -> None:
    raw = bytearray(docx(p("tekst")))
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    assert "encrypted; save it without a password" in refused(bytes(raw))


def bomb(unit: str, times: int) -> bytes:
    """A DOCX whose body is `unit` written `times` times."""
    out = io.BytesIO()
    opening, _, closing = part("document", f"<w:body>{p('|')}</w:body>").partition("|")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        with made.open("word/document.xml", "w") as stream:
            stream.write(opening.encode())
            for _ in range(times // 10_000):
                stream.write(unit.encode() * 10_000)
            stream.write(closing.encode())
    return out.getvalue()


def bombs() -> dict[str, bytes]:
    """Small files that inflate to far more than a paper."""
    one = bomb("a", 200_000_000)
    many, nested = io.BytesIO(docx(p("tekst"))), io.BytesIO(docx(p("tekst")))
    with zipfile.ZipFile(many, "a") as made:
        for i in range(2_001):
            made.writestr(f"word/media/{i}.png", b"")
    with zipfile.ZipFile(nested, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/media/a.zip", zipped(("zeros", bytes(20_000_000))))
        made.writestr("word/media/a.bin", bytes(50_000_000))
    # the directory says a thousand bytes, the part inflates to 200 MB
    entry = one.rindex(b"PK\x01\x02")
    lying = one[: entry + 24] + struct.pack("<I", 1_000) + one[entry + 28 :]
    # a ratio that passes, of markup that would make a tree of gigabytes
    noise = "".join(f"<w:p w:a='{i * 7919 % 100_003}'/>" for i in range(2_000))
    return {
        "one": one,
        "nodes": bomb("</w:t></w:r><w:r><w:t>", 2_000_000),
        "entries": many.getvalue(),
        "nested": nested.getvalue(),
        "lying": lying,
        "tags": docx(noise * 1_000),
    }


@pytest.mark.parametrize("kind", ["one", "nodes", "entries", "nested", "lying", "tags"])
def test_bombs_are_refused_fast_and_in_little_memory(
    kind: str, tmp_path: Path, made_bombs: dict[str, bytes]
) -> None:
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(made_bombs[kind])
    code = (
        "import sys, time; from pathlib import Path; began = time.monotonic()\n"
        "from index.errors import FileRefused; from index.formats import extract\n"
        "try: extract(Path(sys.argv[1])); print('read')\n"
        "except FileRefused as refused: print(refused)\n"
        "seconds = time.monotonic() - began\n"
        "status = Path('/proc/self/status').read_text()\n"
        "print(status.partition('VmHWM:')[2].split()[0], seconds)"  # most memory, in kB
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    message, figures = done.stdout.splitlines()
    memory, seconds = map(float, figures.split())
    assert message.startswith(f"{kind}.docx: ")
    assert any(word in message for word in ("inflates", "damaged", "tags of markup"))
    assert memory < 300 * 1024
    assert seconds < 2


@pytest.fixture(scope="module")
def made_bombs() -> dict[str, bytes]:
    return bombs()


def test_a_small_zip64_and_repetitive_styles_are_no_bomb() -> None:
    out = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(docx(p("tekst"), styles="<w:style/>" * 90_000)))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in source.infolist():
            with made.open(entry.filename, "w", force_zip64=True) as stream:
                stream.write(source.read(entry))
    assert read_docx(out.getvalue(), "a.docx").text == "tekst\n"


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def blocked(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", blocked)
    monkeypatch.setattr(socket, "create_connection", blocked)
    monkeypatch.setattr(socket, "getaddrinfo", blocked)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    "kind",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{canary}">]>',
        '<!DOCTYPE x [<!ENTITY e "lol"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x"> %e;]>',
    ],
)
def test_entities_are_not_expanded_nor_fetched(kind: str, tmp_path: Path) -> None:
    canary = tmp_path / "kanarie.txt"
    canary.write_text("KANARIE")
    why = refused(docx(p("<w:r><w:t>&e;</w:t></w:r>"), head=kind.format(canary=canary)))
    assert "document type or entities" in why
    assert "KANARIE" not in why


def test_too_deep() -> None:
    assert "nested more than 200 deep" in refused(docx("<w:sdt>" * 500 + "</w:sdt>" * 500))
