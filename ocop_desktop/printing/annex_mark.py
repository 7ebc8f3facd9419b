"""What an agency's signature shows on a separate annex: words only, at the top right of its first page.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.8.b and III.1.d: number and symbol; the time of signing (date; hour, minute,
second; the time zone of Việt Nam, ISO 8601), in upright black letters of size 10.
"""

import io
from datetime import datetime, timedelta, timezone

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import one_line
from ocop_desktop.printing import fonts
from ocop_desktop.printing.pages import ONE_AT_A_TIME

SIZE = 10.0
VIETNAM = timezone(timedelta(hours=7))
_AIR = 1 * mm


def annex_mark(number: str, at: datetime, office: Values) -> tuple[bytes, float, float]:
    """A PDF of the words alone, and its width and height in points. ``number``: with its symbol; ``at``: aware.

    Raises ``Refused("print.glyph_missing")``.
    """
    family = fonts.choose(str(office.get("office.font") or ""))
    family.check(number)
    when = at.astimezone(VIETNAM).isoformat(timespec="seconds")
    lines = [line for line in (one_line(number), when) if line]
    face = family.face("regular").fontName
    width = max(family.width(line, "regular", SIZE) for line in lines) + 2 * _AIR
    height = len(lines) * SIZE * family.line + 2 * _AIR
    made = io.BytesIO()
    with ONE_AT_A_TIME:
        canvas = Canvas(made, pagesize=(width, height), invariant=1, initialFontName=face, initialFontSize=SIZE)
        canvas.setFont(face, SIZE)
        for place, line in enumerate(lines):
            canvas.drawString(_AIR, height - _AIR - SIZE - place * SIZE * family.line, line)
        canvas.showPage()
        canvas.save()
    return made.getvalue(), width, height
