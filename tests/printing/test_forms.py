"""What stands on the forms: the law's words, the values, the variants; and the same bytes every time."""

import io
import os
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pypdf
import pytest

from ocop_desktop import legal
from ocop_desktop.domain.forms import Block, FormSpec
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.errors import Refused
from ocop_desktop.printing import forms
from ocop_desktop.printing.template import tokens
from tests.printing import reading, samples

EXPECTED = Path(__file__).parent / "expected"
ROOT = Path(__file__).parents[2]
BLANK = {"office.font": "shipped"}


def _others(pdf: bytes, lines: list[str]) -> str:
    """What the paper says besides the lines, which must be there in their order."""
    text, at, rest = reading.bare(reading.words(pdf)), 0, ""
    for line in lines:
        wanted = reading.bare(line.replace("…", ""))
        found = text.find(wanted, at)
        assert found >= 0, f"missing or out of order: {line}"
        rest += text[at:found]
        at = found + len(wanted)
    return rest + text[at:]


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("mau-01", ""),
        ("mau-03", "Môtảcủachủthể:ĐánhgiácủaUBNDxã:Môtảcủachủthể:ĐánhgiácủaUBNDxã:"),
    ],
)
def test_a_blank_form_says_what_the_law_prints_and_no_more(name: str, others: str) -> None:
    office = {**BLANK, "office.print_exact": True}
    lines = (EXPECTED / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert _others(forms.render(samples.form(name), {}, office), lines) == others


def test_a_blank_self_assessment_says_what_the_law_prints_and_numbers_its_table() -> None:
    lines = (EXPECTED / "mau-02.txt").read_text(encoding="utf-8").splitlines()
    others = _others(forms.render(samples.form("mau-02"), {}, BLANK), lines)
    for number in range(1, 16):
        others = others.replace(str(number), "", 1)
    assert not others.replace("TTNộidungYêucầu", "").strip("0123456789"), others


@pytest.mark.parametrize("name", samples.FORMS)
def test_every_value_stands_on_the_paper_once_it_is_entered(name: str) -> None:
    form, values = samples.form(name), samples.values()
    text = reading.bare(reading.words(forms.render(form, values, samples.office())))
    drawn = [token.key for block in form.paper for token in tokens(block.text) if token.kind == "value"]
    for key in drawn:
        value = values.get(key)
        if isinstance(value, str) and key not in {"producer.kind", "producer.gender"} and "-0" not in value:
            assert all(reading.bare(part) in text for part in value.split("\n")), key


def test_choices_dates_and_shares_are_shown_as_people_write_them() -> None:
    values, office = samples.values(), samples.office()
    report = reading.words(forms.render(samples.form("mau-03"), values, office))
    assert "2. Loại hình tổ chức: Hợp tác xã" in report
    assert "- Giới tính: Nữ; Dân tộc: Dao" in report and "(Nam/nữ)" not in report
    assert "lao động địa phương là 38 người, chiếm 84,44%." in report
    assert "09/03/2017" in reading.words(forms.render(samples.form("mau-02"), values, office))
    assert "Ngày nhận: 05/10/2026" in reading.words(forms.render(samples.form("mau-01"), values, office))


def test_instructions_give_way_to_what_was_written() -> None:
    report = reading.words(forms.render(samples.form("mau-03"), samples.values(), samples.office()))
    assert "Nội dung thể hiện rõ" not in report
    first = report.index("1. Về sử dụng nguyên liệu địa phương:")
    described, found = report.index("Mô tả của chủ thể: Hợp tác xã sử dụng"), report.index("Đánh giá của UBND xã: Qua")
    assert first < described < found < report.index("2. Về sử dụng lao động địa phương:")


def test_boxes_are_shapes_and_the_right_one_is_ticked() -> None:
    values = samples.values()
    for kind, ticked in (("lan-dau", 0), ("nang-hang", 1), ("phan-hang-lai", 2), (None, -1)):
        pdf = forms.render(samples.form("mau-01"), {**values, "dossier.kind": kind}, samples.office())
        found = reading.boxes(pdf)
        assert [box[2] for box in found] == [index == ticked for index in range(3)]
        assert len({round(box[1]) for box in found}) == 1 and "□" not in reading.words(pdf)


def test_the_report_in_the_frame_of_the_decree() -> None:
    form, values, office = samples.form("mau-03"), samples.values(), samples.office()
    text = reading.words(forms.render(form, values, office, number="7", day=date(2026, 2, 5)))
    assert "Số: 07/BC-UBND" in text and "Tân Trào, ngày 05 tháng 02 năm 2026" in text
    assert "Kính gửi: Ủy ban nhân dân tỉnh Tuyên Quang I. THÔNG TIN CHUNG" in text
    assert "cho sản phẩm Chè Shan tuyết Hồng Thái của Hợp tác xã Sơn Trà./." in text
    assert text.endswith(
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Ma Văn Đức Nơi nhận: - Như trên; - Sở Nông nghiệp và Môi trường tỉnh Tuyên Quang "
        "(báo cáo); - Đảng ủy xã, HĐND xã (báo cáo); - Hợp tác xã Sơn Trà; - Lưu: VT, KT."
    )
    blank = reading.words(forms.render(form, values, office))
    assert "Số: /BC-UBND" in blank and "Tân Trào, ngày tháng năm BÁO CÁO" in blank
    assert "Số: 145/BC-UBND-KT" in reading.words(forms.render(form, values, office, number="145/BC-UBND-KT"))


def test_the_report_exactly_as_the_form_prints_it() -> None:
    office = {**samples.office(), "office.print_exact": True}
    text = reading.words(
        forms.render(samples.form("mau-03"), samples.values(), office, number="7", day=date(2026, 2, 5))
    )
    for absent in ("Số:", "Kính gửi", "Nơi nhận", "./.", "CHỦ TỊCH", "TM.", "BC-UBND", "ngày 05 tháng 02"):
        assert absent not in text
    assert text.endswith("T.M ỦY BAN NHÂN DÂN XÃ TÂN TRÀO (Ký tên và đóng dấu) Ma Văn Đức")


def test_the_deputy_signs_for_the_chairman_of_any_kind_of_unit() -> None:
    office = {
        **samples.office(),
        "office.unit_name": "Đặc khu Bạch Long Vĩ",
        "office.province_name": "Thành phố Hải Phòng",
        "office.signer_title": "pho-chu-tich",
    }
    text = reading.words(forms.render(samples.form("mau-03"), samples.values(), office, day=date(2026, 10, 20)))
    assert "ỦY BAN NHÂN DÂN ĐẶC KHU BẠCH LONG VĨ CỘNG HÒA" in text
    assert "Bạch Long Vĩ, ngày 20 tháng 10 năm 2026" in text
    assert "Ủy ban nhân dân đặc khu Bạch Long Vĩ đề nghị Ủy ban nhân dân thành phố Hải Phòng đánh giá" in text
    assert "Đánh giá của UBND đặc khu: Qua kiểm tra" in text
    assert "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Ma Văn Đức" in text


def test_a_unit_named_by_a_number_keeps_its_kind_as_place() -> None:
    office = {**samples.office(), "office.unit_name": "Phường 7", "office.province_name": "Vĩnh Long"}
    text = reading.words(forms.render(samples.form("mau-03"), {}, office, day=date(2026, 10, 20)))
    assert "Phường 7, ngày 20 tháng 10 năm 2026" in text and "Kính gửi: Ủy ban nhân dân tỉnh Vĩnh Long" in text
    placed = {**office, "office.place": "Phường Trần Hưng Đạo"}
    assert "Phường Trần Hưng Đạo, ngày" in reading.words(forms.render(samples.form("mau-03"), {}, placed))


def test_decomposed_text_is_brought_to_nfc_and_prints_the_same_bytes() -> None:
    form, values, office = samples.form("mau-03"), samples.values(), samples.office()
    apart = {key: unicodedata.normalize("NFD", v) if isinstance(v, str) else v for key, v in values.items()}
    away = {key: unicodedata.normalize("NFD", v) if isinstance(v, str) else v for key, v in office.items()}
    assert forms.render(form, apart, away) == forms.render(form, values, office)


def test_a_character_no_font_has_is_named() -> None:
    values = {**samples.values(), "product.name": "Chè Shan 🍵 漢"}
    with pytest.raises(Refused) as caught:
        forms.render(samples.form("mau-03"), values, samples.office())
    assert caught.value.code == "print.glyph_missing"
    assert caught.value.details == {"characters": "漢 🍵", "font": "IBM Plex Serif"}


def test_the_same_input_gives_the_same_bytes_in_another_process_and_time_zone(tmp_path: Path) -> None:
    form, values, office = samples.form("mau-03"), samples.values(), samples.office()
    here = forms.render(form, values, office, day=date(2026, 10, 20), watermark="BẢN NHÁP")
    assert forms.render(form, values, office, day=date(2026, 10, 20), watermark="BẢN NHÁP") == here
    file = tmp_path / "there.pdf"
    code = (
        "import sys; from datetime import date; from pathlib import Path; from tests.printing import samples;"
        "from ocop_desktop.printing import forms;"
        "Path(sys.argv[1]).write_bytes(forms.render(samples.form('mau-03'), samples.values(), samples.office(),"
        "day=date(2026, 10, 20), watermark='BẢN NHÁP'))"
    )
    for zone, seed in (("Asia/Ho_Chi_Minh", "1"), ("America/New_York", "77")):
        env = {
            **os.environ,
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "SOURCE_DATE_EPOCH": "86400",
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
        }
        subprocess.run([sys.executable, "-c", code, str(file)], check=True, env=env, cwd=ROOT)
        assert file.read_bytes() == here


def test_papers_printed_at_once_on_several_threads_are_the_same() -> None:
    names = list(samples.FORMS) * 3
    alone = [forms.render(samples.form(name), samples.values(), samples.office()) for name in names]
    with ThreadPoolExecutor(4) as pool:
        at_once = list(
            pool.map(lambda name: forms.render(samples.form(name), samples.values(), samples.office()), names)
        )
    assert at_once == alone


def test_the_pdf_is_dated_by_the_document_and_says_what_it_is() -> None:
    pdf = forms.render(samples.form("mau-03"), samples.values(), samples.office(), day=date(2026, 10, 20))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata["/CreationDate"] == reader.metadata["/ModDate"] == "D:20261020120000+07'00'"
    assert reader.metadata["/Title"] == samples.form("mau-03").title
    assert reader.metadata["/Author"] == "ỦY BAN NHÂN DÂN XÃ TÂN TRÀO"
    assert reader.trailer["/Root"]["/Lang"] == "vi-VN"
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "/FontFile2" in font["/FontDescriptor"] and "+" in font["/BaseFont"]


def test_the_watermark_lies_pale_under_the_text() -> None:
    form, values, office = samples.form("mau-03"), samples.values(), samples.office()
    plain, marked = forms.render(form, values, office), forms.render(form, values, office, watermark="BẢN NHÁP")
    assert reading.texts(plain) == reading.texts(marked)
    for page in range(1, reading.page_count(plain) + 1):
        before, after = reading.picture(plain, page), reading.picture(marked, page)
        histogram = after.histogram()
        assert sum(histogram[220:240]) > 20_000, "a pale mark on every page"
        pixels = zip(after.tobytes(), before.tobytes(), strict=True)
        assert all(now < 110 for now, was in pixels if was < 100), "text stays on top"


@pytest.mark.parametrize("name", samples.FORMS)
def test_every_placeholder_is_a_field_or_a_word_of_the_office(name: str) -> None:
    known = {field.key for form in samples.FORMS for field in samples.form(form).fields()}
    derived = {"office.of_unit", "office.of_province", "office.of_kind", "dossier.workers_share", "."}
    form = samples.form(name)
    for block in form.paper:
        keys = {token.key for token in tokens(block.text) if token.key}
        keys |= {part.partition("=")[0].rstrip("!") for part in block.when.removeprefix("not ").split("&") if part}
        assert keys <= known | derived, block
        assert len(set(map(len, block.cells))) <= 1 and (not block.cells or len(block.cells[0]) == len(block.columns))


def test_fields_are_held_once_and_borrowed_ones_are_like_the_original() -> None:
    keys = [field.key for name in samples.FORMS for field in samples.form(name).fields()]
    assert len(keys) == len(set(keys))
    originals = {field.key: field for name in samples.FORMS for field in samples.form(name).fields()}
    for name in samples.FORMS:
        for field in samples.form(name).borrowed:
            original = originals[field.key]
            assert (field.kind, field.choices, field.group) == (original.kind, original.choices, original.group)
    assert {f.key for f in originals.values() if f.sensitive} == {"producer.ethnicity", "producer.home_address"}
    assert {f.kind for f in originals.values()} <= set(KINDS) == forms.KINDS_PRINTED


def test_the_evidence_table_asks_what_the_regime_asks() -> None:
    [table] = [block for block in samples.form("mau-02").paper if block.kind == "table"]

    def words(text: str) -> str:
        return reading.bare(text.replace("- ", "").lower()).rstrip(",")

    wanted = [
        (row.no.lstrip("0"), words(row.title), words(row.requirement)) for row in legal.regime("qd-26-2026").evidence
    ]
    assert [(number, words(title), words(text)) for number, title, text in table.cells] == wanted


def test_a_page_break_and_a_condition_of_a_form() -> None:
    source = samples.form("mau-01").source
    form = FormSpec(
        id="x/y", version=1, title="Thử", source=source,
        paper=(
            Block(kind="paragraph", text="Trang một {a.b|chưa có}"),
            Block(kind="break"),
            Block(kind="paragraph", text="Trang hai", when="a.b=&a.c!="),
            Block(kind="paragraph", text="Không in", when="not a.b="),
        ),
    )  # fmt: skip
    pdf = forms.render(form, {"a.c": "x"}, BLANK)
    assert reading.words(pdf) == "Trang một chưa có Trang hai"
    assert reading.page_count(pdf) == 2
