"""Every named rule of PDF/A-2b is broken once by hand, found by its name, and then the file makes no claim."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from ocop_desktop.signing import archive
from tests.printing import letters

AT = datetime(2026, 11, 21, 3, 42, tzinfo=UTC)


@pytest.fixture(scope="module")
def good() -> bytes:
    """What keeps every rule."""
    pdf, broken = archive.joined([archive.Part(title="Thư", pdf=letters.pdf("cong-van-de-nghi"))], "Hồ sơ", AT)
    assert broken == () == archive.broken(pdf)
    return pdf


def _form(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), NeedAppearances=True)


def _action(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _embedded(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array()))


def _intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def _font(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].Resources.Font.X = pdf.make_indirect(font)


def _own(pdf: Pdf, name: str, thing: pikepdf.Object) -> None:
    resources = pdf.pages[0].Resources
    if "/XObject" not in resources:
        resources.XObject = Dictionary()
    resources.XObject[name] = pdf.make_indirect(thing)


def _picture(pdf: Pdf, **more: object) -> pikepdf.Object:
    made = pdf.make_stream(b"\0\0\0")
    made.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceRGB
    )
    for key, value in more.items():
        made[f"/{key}"] = value
    return made


def _image(pdf: Pdf) -> None:
    _own(pdf, "/I", _picture(pdf, Interpolate=True))


def _external(pdf: Pdf) -> None:
    _own(pdf, "/E", _picture(pdf, F="elsewhere.raw"))


def _postscript(pdf: Pdf) -> None:
    made = pdf.make_stream(b"showpage")
    made.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.PS)
    _own(pdf, "/P", made)


def _filter(pdf: Pdf) -> None:
    made = pdf.make_stream(b"")
    made.write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", filter=Name.LZWDecode)
    _own(pdf, "/L", made)


def _annotation(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 20, 20]), Contents="ghi chú")
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


BREAKS: dict[str, Callable[[Pdf], None]] = {
    "filter": _filter,
    "external": _external,
    "output-intent": _intent,
    "image": _image,
    "postscript": _postscript,
    "font": _font,
    "annotation": _annotation,
    "action": _action,
    "form": _form,
    "metadata": _metadata,
    "embedded": _embedded,
}


def test_no_rule_is_left_without_its_breaking() -> None:
    assert {*BREAKS, "encryption", "id"} == set(archive.RULES) and len(archive.RULES) == 13


@pytest.mark.parametrize("rule", BREAKS)
def test_a_broken_rule_is_found_by_its_name_alone(good: bytes, rule: str) -> None:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        BREAKS[rule](pdf)
        made = io.BytesIO()
        pdf.save(made, preserve_pdfa=False, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert archive.broken(made.getvalue()) == (rule,)


def test_a_locked_file_and_one_without_a_name_of_its_own_are_found(good: bytes) -> None:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        locked = io.BytesIO()
        pdf.save(locked, encryption=pikepdf.Encryption(owner="x", user="x"))
    assert archive.broken(locked.getvalue()) == ("encryption",)
    at = good.rindex(b"/ID")
    assert archive.broken(good[:at] + b"/XD" + good[at + 3 :]) == ("id",)
