"""A covering paper as a Word file (.docx), for the office that wants to change its words before it is issued.

Only what these papers need of WordprocessingML (ECMA-376): paragraphs, runs, tables, a page number in the header. The
same letter gives the same bytes. Lengths are in twips (a twentieth of a point), sizes of type in half points.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from ocop_desktop.domain.text import one_line
from ocop_desktop.printing import fonts
from ocop_desktop.printing.layout import COUNTRY, MOTTO
from ocop_desktop.printing.letter import Appendix, Grid, Letter, Para, Part, Signed, shown
from ocop_desktop.printing.typeset import Blank, Box, Inline, Run

MM = 1440 / 25.4
INDENT = 720
FACE = "Times New Roman"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def word(letter: Letter) -> bytes:
    """The file of a letter."""
    body = "".join(_Writing(letter).body())
    files = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACK}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACK}/relationships">'
            f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACK}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>'
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACK}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(one_line(letter.title))}</dc:title>"
            f"<dc:creator>{escape(one_line(letter.agency))}</dc:creator></cp:coreProperties>"
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACK}/relationships">'
            f'<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId2" Type="{_R}/header" Target="header1.xml"/></Relationships>'
        ),
        "word/styles.xml": _styles(),
        "word/header1.xml": (
            f'<w:hdr xmlns:w="{_W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
        ),
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), _HEAD + text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _styles() -> str:
    face = f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:cs="{FACE}" w:eastAsia="{FACE}"/>'
    return (
        f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{face}<w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
    )


def _run(text: str, style: str = "regular", size: float = 14) -> str:
    marks = ("<w:b/>" if style.startswith("bold") else "") + ("<w:i/>" if style.endswith("italic") else "")
    half = round(size * 2)
    pieces = text.replace("\n", "\v").split("\v")
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces)
    return f'<w:r><w:rPr>{marks}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>{body}</w:r>'


def _inline(items: Iterable[Inline]) -> str:
    made = []
    for item in items:
        match item:
            case Run(text, style, size):
                made.append(_run(text, style, size))
            case Box(ticked, size):
                made.append(_run("☑" if ticked else "☐", "regular", size))
            case Blank(fill=True):
                made.append("<w:r><w:tab/></w:r>")
            case Blank(width, dotted=dotted):
                made.append(_run("." * max(4, round(width / 3.5)) if dotted else "\u00a0" * round(width / 3.5)))
    return "".join(made)


def _para(
    content: str,
    *,
    align: str = "left",
    first: float = 0,
    hang: float = 0,
    left: float = 0,
    right: float = 0,
    before: float = 0,
    line: int = 240,
    kept: bool = False,
    ruled: bool = False,
    tab: float = 0,
    thin: bool = False,
) -> str:
    """One paragraph. ``kept`` stays with the next; ``ruled`` has a rule below; ``tab`` is a dotted tab to there; ``thin``
    is only white space, ``line`` twips high."""
    props = "<w:keepNext/><w:keepLines/>" if kept else ""
    if ruled:
        props += '<w:pBdr><w:bottom w:val="single" w:sz="5" w:space="1" w:color="000000"/></w:pBdr>'
    if tab:
        props += f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{round(tab)}"/></w:tabs>'
    how = "exact" if ruled or thin else "auto"
    props += f'<w:spacing w:before="{round(before * 20)}" w:after="0" w:line="{line}" w:lineRule="{how}"/>'
    indent = f' w:firstLine="{round(first)}"' if first else f' w:hanging="{round(hang)}"' if hang else ""
    props += f'<w:ind w:left="{round(left)}" w:right="{round(right)}"{indent}/>'
    props += f'<w:jc w:val="{align}"/>'
    if ruled or thin:  # the mark of an empty paragraph is as tall as the text unless it is told otherwise
        props += '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    return f"<w:p><w:pPr>{props}</w:pPr>{content}</w:p>"


def _table(
    rows: Sequence[Sequence[str]], widths: Sequence[float], *, ruled: bool, header: int = 0, pad: float = 0
) -> str:
    """A table of cells that hold paragraphs; ``header`` rows come again on every page."""
    edges = "".join(
        f'<w:{side} w:val="{"single" if ruled else "nil"}" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="{round(pad)}" w:type="dxa"/>' for side in ("left", "right"))
    whole = round(sum(widths))
    made = [
        f'<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblInd w:w="{round(pad)}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        "</w:tblPr><w:tblGrid>",
        *(f'<w:gridCol w:w="{round(width)}"/>' for width in widths),
        "</w:tblGrid>",
    ]
    for number, row in enumerate(rows):
        again = "<w:tblHeader/>" if number < header else ""
        made.append(f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>")
        for cell, width in zip(row, widths, strict=True):
            made.append(f'<w:tc><w:tcPr><w:tcW w:w="{round(width)}" w:type="dxa"/></w:tcPr>{cell or _para("")}</w:tc>')
        made.append("</w:tr>")
    return "".join([*made, "</w:tbl>"])


class _Writing:
    """Turns a letter into paragraphs and tables, in the sizes and places of ``layout``."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        page = 297 if letter.wide else 210
        self.width = (page - 45) * MM
        self.family = fonts.choose("shipped")

    def body(self) -> Iterable[str]:
        letter = self.letter
        yield self.heading()
        if letter.name:
            yield _para(_run(letter.name, "bold"), align="center", before=14, kept=True)
            if letter.subject:
                yield _para(_run(letter.subject, "bold"), align="center", kept=True)
            yield self.rule(letter.subject or letter.name, "bold", 14, self.width)
        if letter.authority:
            yield _para(_run(letter.authority, "bold"), align="center", before=14, kept=True)
        yield from self.addressees()
        yield from self.parts(letter.parts)
        if letter.signed is not None:
            yield from self.foot(letter.signed)
        for appendix in letter.appendices:
            yield f"<w:p><w:pPr>{self.section()}</w:pPr></w:p>"
            yield from self.appendix(appendix)
        yield self.section()

    def section(self) -> str:
        """Size, margins and page number of the pages above: none on the first (Phụ lục I, I.3, I.7)."""
        short, long = round(210 * MM), round(297 * MM)
        across = self.letter.wide
        size = f'w:w="{long if across else short}" w:h="{short if across else long}"'
        turned = ' w:orient="landscape"' if across else ""
        top, left, right = round(20 * MM), round(30 * MM), round(15 * MM)
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:type w:val="nextPage"/>'
            f"<w:pgSz {size}{turned}/>"
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{top}" w:left="{left}" w:header="{round(10 * MM)}" '
            f'w:footer="{round(10 * MM)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
        )

    def rule(self, text: str, style: str, size: float, room: float, part: float = 0.4) -> str:
        """A centred rule below a text, so long a part of its line."""
        long = min(room, self.family.width(one_line(text), style, size) * 20)  # type: ignore[arg-type]
        side = (room - long * part) / 2
        return _para(_run("", size=1), left=side, right=side, line=40, ruled=True, kept=True)

    def heading(self) -> str:
        letter = self.letter
        right = self.family.width(COUNTRY, "bold", 13) * 20 + 120
        left = self.width - right
        names = [_para(_run(letter.parent, size=13), align="center")] if letter.parent else []
        lines = letter.agency.split("\n")
        names += [_para(_run(line, "bold", 13), align="center") for line in lines]
        longest = max(lines, key=len)
        names.append(self.rule(longest, "bold", 13, left))
        nation = [
            _para(_run(COUNTRY, "bold", 13), align="center"),
            _para(_run(MOTTO, "bold", 14), align="center"),
            self.rule(MOTTO, "bold", 14, right, 1.0),
        ]
        rows = [("".join(names), "".join(nation))]
        if letter.number or letter.place:
            low = _para(_inline(letter.number), align="center", before=6) if letter.number else ""
            if not letter.name and letter.subject:
                low += _para(_run(letter.subject, size=12), align="center", before=6)
            rows.append((low, _para(_inline(letter.place), align="center", before=6) if letter.place else ""))
        return _table(rows, (left, right), ruled=False)

    def addressees(self) -> Iterable[str]:
        to = self.letter.to
        if len(to) == 1:
            yield _para(_run(f"Kính gửi: {to[0]}"), align="center", before=14, kept=True)
        elif to:
            colon = INDENT + self.family.width("Kính gửi", "regular", 14) * 20
            yield _para(_run("Kính gửi:"), first=INDENT, before=14, kept=True)
            for place, name in enumerate(to):
                end = "." if place == len(to) - 1 else ";"
                yield _para(_run(f"- {name}{end}"), left=colon + 160, hang=160, before=2, kept=True)

    def parts(self, parts: Sequence[Part]) -> Iterable[str]:
        for part in parts:
            if isinstance(part, Grid):
                yield _para("", line=120, thin=True, kept=True)
                yield self.grid(part)
                yield _para("", line=60, thin=True)
            else:
                yield from self.para(part)

    def para(self, part: Para) -> Iterable[str]:
        said = any(isinstance(item, Run) and item.text.strip() for item in part.items)
        fills = any(isinstance(item, Blank) and item.fill for item in part.items)
        tab = self.width if fills else 0
        content = _inline(part.items)
        if said or not part.dots:
            match part.role:
                case "heading":
                    yield _para(content, before=10, first=INDENT, line=300, kept=True)
                case "centred":
                    yield _para(content, align="center", before=10, line=300, kept=True)
                case "fact" | "note":
                    yield _para(content, before=4, line=300, tab=tab)
                case _:
                    kept = part.role in {"subheading", "closing"} or part.dots > 0
                    align = "left" if fills else "both"
                    yield _para(content, align=align, first=INDENT, before=6, line=300, kept=kept, tab=tab)
        for _ in range(part.dots):
            yield _para("<w:r><w:tab/></w:r>", tab=self.width, line=340)

    def grid(self, grid: Grid) -> str:
        widths = [column.width * MM for column in grid.columns]
        rows = [[_para(_run(column.title, "bold", grid.size), align="center", kept=True) for column in grid.columns]]
        for number, row in enumerate(grid.rows):
            style = "bold" if number in grid.strong else "regular"
            rows.append(
                [
                    _para(_run(shown(entry, column), style, grid.size), align=column.align)
                    for entry, column in zip(row, grid.columns, strict=True)
                ]
            )
        return _table(rows, widths, ruled=True, header=1, pad=80)

    def foot(self, signed: Signed) -> Iterable[str]:
        half = self.width * 0.54 if signed.recipients or signed.left else self.width * 0.6
        left = (
            self._recipients(signed.recipients)
            if not signed.left
            else self._signs(signed.left, "", signed.left_note, signed.left_name)
        )
        right = self._signs(signed.titles, signed.post, signed.note, signed.name)
        yield _para(_run("", size=6), kept=True)
        yield _table([(left, right)], (self.width - half, half), ruled=False)
        if signed.left and signed.recipients:
            yield _para(_run("", size=6))
            yield self._recipients(signed.recipients)

    def _signs(self, titles: Sequence[str], post: str, note: str, name: str) -> str:
        made = [_para(_run(title, "bold"), align="center", kept=True) for title in titles]
        made += [_para(_run(note, "italic"), align="center", kept=True)] if note else []
        made += [_para("", kept=True)] * 4
        made += [_para(_run(post, "bold"), align="center", kept=True)] if post else []
        made.append(_para(_run(name, "bold"), align="center"))
        return "".join(made)

    def _recipients(self, names: Sequence[str]) -> str:
        if not names:
            return ""
        made = [_para(_run("Nơi nhận:", "bold-italic", 12))]
        return "".join([*made, *(_para(_run(name, size=11)) for name in names)])

    def appendix(self, appendix: Appendix) -> Iterable[str]:
        yield _para(_run(appendix.label, "bold"), align="center", kept=True)
        yield _para(_run(appendix.title, "bold"), align="center", kept=True)
        yield _para(_inline(appendix.reference), align="center", kept=True)
        yield self.rule(appendix.title, "bold", 14, self.width)
        yield from self.parts(appendix.parts)
