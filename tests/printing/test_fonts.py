"""Which font is chosen, and that it writes every Vietnamese letter in every style."""

import io
import shutil
import unicodedata
from pathlib import Path

import fontpkg
import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ocop_desktop import paths
from ocop_desktop.errors import Environment, Refused
from ocop_desktop.printing import fonts
from ocop_desktop.printing.pages import Paper, Pen, Unit, to_pdf
from tests.printing import reading

TIMES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
TINOS = ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf")


def families() -> list[fonts.Family]:
    found = fonts.installed()
    return [fonts.shipped(), *([found] if found else [])]


def install(folder: Path, names: tuple[str, ...], package: str = "IBM Plex Serif") -> Path:
    folder.mkdir(exist_ok=True)
    for name, (weight, slant) in zip(
        names, ((400, "normal"), (700, "normal"), (400, "italic"), (700, "italic")), strict=False
    ):
        shutil.copyfile(fontpkg.path(package, weight, slant), folder / name)
    return folder


def test_a_folder_gives_times_before_its_likes(tmp_path: Path) -> None:
    install(tmp_path / "a", TINOS)
    assert fonts.in_folder(tmp_path).name == "Tinos"
    install(tmp_path / "b", TIMES)
    assert fonts.in_folder(tmp_path).name == "Times New Roman"
    assert fonts.choose(str(tmp_path)).name == "Times New Roman"


def test_a_family_with_a_style_missing_or_broken_is_passed_over(tmp_path: Path) -> None:
    install(tmp_path, TIMES[:3])
    with pytest.raises(Environment) as caught:
        fonts.in_folder(tmp_path)
    assert caught.value.code == "print.font_unusable"
    (tmp_path / TIMES[3]).write_bytes(b"no font")
    install(tmp_path / "tinos", TINOS)
    assert fonts.in_folder(tmp_path).name == "Tinos"


def test_a_setting_that_no_longer_serves_falls_back(tmp_path: Path) -> None:
    expected = fonts.installed() or fonts.shipped()
    assert fonts.choose(str(tmp_path / "gone")) is expected is fonts.choose("")
    assert fonts.choose("shipped") is fonts.shipped()


def test_text_that_is_not_nfc_is_a_bug_and_a_missing_glyph_is_told() -> None:
    family = fonts.shipped()
    with pytest.raises(ValueError, match="NFC"):
        family.check(unicodedata.normalize("NFD", "Tân Trào"))
    with pytest.raises(Refused) as caught:
        family.check("bánh 茶 ☐")
    assert caught.value.details["characters"] == "☐ 茶"


def test_the_alphabet_is_whole() -> None:
    letters = set(fonts.vietnamese())
    assert len([c for c in letters if c.isalpha()]) == 2 * (12 * 6 + 1 + 20) + 0
    assert {"ỹ", "Ỹ", "ặ", "Ợ", "đ", "Đ", "ữ", "Ằ"} <= letters


def test_every_character_of_the_legal_data_can_be_printed() -> None:
    for file in (paths.resources() / "legal").rglob("*"):
        if file.suffix in {".toml", ".csv"}:
            fonts.shipped().check(file.read_text(encoding="utf-8"))


def test_letters_of_the_highland_languages_can_be_printed() -> None:
    fonts.shipped().check(unicodedata.normalize("NFC", "Y Bhĭ Êñuôl, H’Hen Niê, Čư Mgar, ơ̆ ư̆ ê̆ ô̆"))


@pytest.mark.parametrize("style", fonts.STYLES)
def test_every_letter_comes_back_from_the_pdf(style: fonts.Style) -> None:
    alphabet = "".join(dict.fromkeys(c for c in fonts.vietnamese() if c.isalnum()))
    rows = [alphabet[at : at + 30] for at in range(0, len(alphabet), 30)]
    for family in families():

        def row(text: str) -> Unit:
            return Unit(20, lambda pen, y: pen.text(90, y + 15, text, style, 13))

        pdf = to_pdf(family, [row(text) for text in rows], Paper(title="Chữ"))
        text = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
        assert "".join(text.split()) == alphabet
        assert all(read.style == style for read in reading.texts(pdf)) or family.name != fonts.SHIPPED


@pytest.mark.parametrize("style", fonts.STYLES)
def test_every_letter_is_drawn_and_differs_from_its_plain_letter(style: fonts.Style) -> None:
    alphabet = [c for c in dict.fromkeys(fonts.vietnamese()) if c.isalpha()]
    across, cell = 14, 36
    for family in families():
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(across * cell, 18 * cell), invariant=1)
        pen = Pen(canvas, family)
        canvas.setFont(family.face(style).fontName, 24)
        canvas.drawString(8, 18 * cell - 27, "\U0001f375")  # not in the font: its box
        for index, char in enumerate(alphabet, start=1):
            x, y = index % across * cell, index // across * cell
            pen.canvas.drawString(x + 8, 18 * cell - y - 27, char)
        canvas.save()
        image = reading.picture(buffer.getvalue(), scale=2)

        def look(index: int, image: object = image) -> bytes:
            x, y = index % across * cell * 2, index // across * cell * 2
            return image.crop((x, y, x + cell * 2, y + cell * 2)).tobytes()  # type: ignore[attr-defined, no-any-return]

        drawn = {char: look(index) for index, char in enumerate(alphabet, start=1)}
        box = look(0)
        assert len(set(drawn.values())) == len(alphabet), "two letters look the same"
        for char, pixels in drawn.items():
            assert pixels != box and min(pixels) < 128, char
            plain = unicodedata.normalize("NFD", char)[0]
            assert plain == char or pixels != drawn[plain], char
