"""One PDF of many, with bookmarks, and the rules of PDF/A-2b that can be checked by looking at its structure.

Each rule has a name; ``broken`` says which do not hold. A file claims to be PDF/A only when none is broken (ISO 19005-2,
6.1 to 6.6); a full validator looks at more, such as each glyph's width.
"""

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from ocop_desktop.errors import Refused
from ocop_desktop.signing import pdfa

RULES = {
    "encryption": "6.1.3: no encryption",
    "id": "6.1.3: the trailer has an ID",
    "filter": "6.1.7.2: no LZW, no Crypt",
    "external": "6.1.7.1: no stream outside the file",
    "output-intent": "6.2.3: one output intent with a colour profile",
    "image": "6.2.8: no alternates, no interpolation, no OPI",
    "postscript": "6.2.9: no PostScript XObject",
    "font": "6.2.11.4: every font is embedded",
    "annotation": "6.3: every annotation has an appearance, is printed and not hidden",
    "action": "6.5: no script, no launch, no sound, no film",
    "form": "6.4: no XFA, appearances are not made anew",
    "metadata": "6.6.2: properties in XMP",
    "embedded": "6.8: no other file inside",
}
_FORBIDDEN_ACTIONS = frozenset({"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState",
                                "/Rendition", "/Trans", "/GoTo3DView"})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Part:
    """One document of the whole: its title in the bookmarks and its PDF."""

    title: str
    pdf: bytes


def pages_of(data: bytes) -> int:
    """How many pages a PDF has. ``Refused``: ``paper.unreadable``."""
    try:
        return len(PdfReader(io.BytesIO(data)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError) as error:
        raise Refused("paper.unreadable") from error


def joinable(data: bytes) -> int:
    """How many pages of a PDF go into another, tried with it alone. ``Refused``: ``paper.unreadable``."""
    joined([Part(title="", pdf=data)], "", datetime(2000, 1, 1, tzinfo=UTC))
    return pages_of(data)


def joined(parts: Sequence[Part], title: str, at: datetime) -> tuple[bytes, tuple[str, ...]]:
    """One PDF with a bookmark for each part, and the rules of PDF/A-2b it does not keep; it claims PDF/A when that is none."""
    writer = PdfWriter()
    for part in parts:
        start = len(writer.pages)
        try:
            for page in PdfReader(io.BytesIO(part.pdf)).pages:
                writer.add_page(page)
        except (PyPdfError, ValueError, KeyError, TypeError) as error:
            raise Refused("paper.unreadable") from error
        writer.add_outline_item(title=part.title, page_number=start)
    stamp = pdfa.pdf_date(at)
    writer.metadata = {
        "/Title": title, "/Creator": "OCOP Desktop", "/Producer": "OCOP Desktop", "/CreationDate": stamp, "/ModDate": stamp,
    }  # fmt: skip
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject("vi-VN")
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        root.pop(name, None)
    for page in writer.pages:
        page.pop("/AA", None)
    _intend(writer)
    named = hashlib.sha256(b"".join(hashlib.sha256(part.pdf).digest() for part in parts) + stamp.encode()).digest()[:16]
    writer._ID = ArrayObject([ByteStringObject(named), ByteStringObject(named)])
    plain = _written(writer)
    found = tuple(rule for rule in broken(plain) if rule != "metadata")
    if found:
        return plain, found
    _describe(writer, title, at)
    return _written(writer), ()


def _written(writer: PdfWriter) -> bytes:
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _intend(writer: PdfWriter) -> None:
    profile = DecodedStreamObject()
    profile.set_data(pdfa.srgb())
    profile[NameObject("/N")] = NumberObject(3)
    intent = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OutputIntent"),
            NameObject("/S"): NameObject("/GTS_PDFA1"),
            NameObject("/OutputConditionIdentifier"): TextStringObject("sRGB"),
            NameObject("/Info"): TextStringObject("sRGB IEC61966-2-1"),
            NameObject("/DestOutputProfile"): writer._add_object(profile.flate_encode()),
        }
    )
    writer.root_object[NameObject("/OutputIntents")] = ArrayObject([writer._add_object(intent)])


def _describe(writer: PdfWriter, title: str, at: datetime) -> None:
    told = DecodedStreamObject()
    told.set_data(pdfa.xmp(title, at))
    told[NameObject("/Type")] = NameObject("/Metadata")
    told[NameObject("/Subtype")] = NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(told)


def broken(data: bytes) -> tuple[str, ...]:
    """The names of the rules that do not hold, in the order of ``RULES``."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        return ("encryption",)
    found = set(_of_catalogue(reader))
    if "/ID" not in reader.trailer:
        found.add("id")
    for each in _objects(reader):
        found |= set(_of_object(each))
    return tuple(name for name in RULES if name in found)


def _objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary that the trailer leads to, each once."""
    waiting: list[Any] = [reader.trailer["/Root"]]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
            each = each.get_object()
        if isinstance(each, DictionaryObject):
            yield each
            waiting += [each.raw_get(key) for key in each if key != "/Parent"]
        elif isinstance(each, ArrayObject):
            waiting += list(each)


def _of_catalogue(reader: PdfReader) -> Iterator[str]:
    root = reader.root_object
    if not any("/DestOutputProfile" in each.get_object() for each in root.get("/OutputIntents", ())):
        yield "output-intent"
    told = root.get("/Metadata")
    if told is None or b"pdfaid:part" not in told.get_object().get_data():
        yield "metadata"
    form = root.get("/AcroForm")
    if form is not None and ("/XFA" in form.get_object() or form.get_object().get("/NeedAppearances")):
        yield "form"
    if "/EmbeddedFiles" in root.get("/Names", DictionaryObject()):
        yield "embedded"


def _of_object(each: DictionaryObject) -> Iterator[str]:
    kind, sub = each.get("/Type"), each.get("/Subtype")
    if isinstance(each, StreamObject):
        filters = each.get("/Filter", ())
        if {"/LZWDecode", "/Crypt"} & ({filters} if isinstance(filters, str) else set(filters)):
            yield "filter"
        if "/F" in each:
            yield "external"
    if sub == "/Image" and ("/Alternates" in each or "/OPI" in each or each.get("/Interpolate")):
        yield "image"
    if sub == "/PS" or each.get("/Subtype2") == "/PS":
        yield "postscript"
    if kind == "/FontDescriptor" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(each):
        yield "font"
    if kind == "/Font" and sub in {"/Type1", "/TrueType", "/MMType1"} and "/FontDescriptor" not in each:
        yield "font"
    if each.get("/S") in _FORBIDDEN_ACTIONS and kind in {None, "/Action"}:
        yield "action"
    if "/Rect" in each and sub is not None and kind in {None, "/Annot"} and sub not in {"/Popup", "/Link"}:
        flags = int(each.get("/F", 0))
        if "/AP" not in each or not flags & 4 or flags & (1 | 2 | 32):
            yield "annotation"
