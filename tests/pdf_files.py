"""PDFs for tests: written letter by letter, or drawn with reportlab."""

from __future__ import annotations

import io
import random

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas


def bare_pdf(pages: int, content: bytes, resources: bytes = b"/Font<</F1 3 0 R>>") -> bytes:
    """A PDF whose pages all share one content stream; small whatever their number."""
    kids = b" ".join(b"%d 0 R" % (5 + i) for i in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>"
    objects += [page % resources] * pages
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def scanned_pdf() -> bytes:
    """One page that is a picture."""
    picture = b"q 500 0 0 700 50 50 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x80\x80\x00 EI Q"
    return bare_pdf(1, picture)


class Sheet:
    """Draws lines of text on pages, the way a typesetter would."""

    def __init__(self, password: str | None = None, owner: str | None = None) -> None:
        self.file = io.BytesIO()
        lock = None
        if password is not None or owner is not None:
            lock = StandardEncryption(password or "", ownerPassword=owner, canPrint=1)
        self.canvas = Canvas(self.file, pagesize=(595, 842), invariant=1, encrypt=lock)

    def put(
        self, x: float, y: float, text: str, size: float = 10, font: str = "Helvetica"
    ) -> float:
        """Set text with its baseline at (x, y); where it ends."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
        return x + float(self.canvas.stringWidth(text, font, size))

    def page(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()

    def bytes(self) -> bytes:
        """The PDF."""
        self.canvas.save()
        return self.file.getvalue()


def mutated(raw: bytes, seed: int) -> bytes:
    """`raw` damaged in a way that only depends on `seed`."""
    rng = random.Random(seed)
    found = bytearray(raw)
    kind = seed % 5
    if kind == 0:
        for _ in range(rng.randint(1, 60)):
            found[rng.randrange(len(found))] = rng.randrange(256)
    elif kind == 1:
        at = rng.randrange(len(found))
        del found[at : at + rng.randint(1, 400)]
    elif kind == 2:
        at = rng.randrange(len(found))
        found[at:at] = rng.randbytes(rng.randint(1, 400))
    elif kind == 3:
        digits = [i for i, byte in enumerate(found) if 48 <= byte <= 57]
        for at in rng.sample(digits, min(len(digits), 20)):
            found[at] = 48 + rng.randrange(10)
    else:
        at, length = rng.randrange(len(found)), rng.randint(10, 600)
        found[at:at] = found[at : at + length] * rng.randint(1, 4)
    return bytes(found)
