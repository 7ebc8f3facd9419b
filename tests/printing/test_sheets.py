"""The receipt, the recovery key sheet and the list of missing papers."""

from datetime import UTC, date, datetime

import pytest

from ocop_desktop.errors import Refused
from ocop_desktop.printing import missing, receipt, recovery
from tests.printing import reading, samples

DIGEST = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
KEY = "7K2M-QW9X-H4TB-PC6R-JN83-V5YD-2GFA-XM7E-K9TQ-4RWB-HC6P-N3JV-8D"


def a_receipt(count: int = 2) -> receipt.Receipt:
    return receipt.Receipt(
        receipt_id="0197a2f4-6c1e-7b0d-9a51-3f2e8c4d7710",
        at=datetime(2026, 11, 20, 20, 5, 9, tzinfo=UTC),
        records=1057,
        files=23,
        size=18_400_000,
        digest=DIGEST,
        key_fingerprint=DIGEST[:40],
        device="Máy văn phòng 1",
        dossiers=tuple(
            receipt.ReceivedDossier(product=f"Chè Shan {n}", producer="Hợp tác xã Sơn Trà", revision=n)
            for n in range(1, count + 1)
        ),
    )


def test_the_receipt_says_what_the_server_holds_in_vietnam_time() -> None:
    pdf = receipt.render(a_receipt(), samples.office())
    text = reading.words(pdf)
    assert "BIÊN NHẬN ĐỒNG BỘ Máy chủ OCOP của tỉnh Tuyên Quang xác nhận đã nhận và lưu giữ" in text
    assert "Đơn vị gửi: Ủy ban nhân dân xã Tân Trào" in text
    assert "03 giờ 05 phút 09 giây, ngày 21 tháng 11 năm 2026 (giờ Việt Nam)" in text
    assert "Số bản ghi: 1.057" in text and "23 tệp, 17,5 MB" in text
    assert "Số biên nhận: 0197a2f4-6c1e-7b0d-9a51-3f2e8c4d7710" in text
    assert "2D71 1642 B726 B044 0162 7CA9 FBAC 32F5 C853 0FB1 903C C4DB 0225 8717 921A 4881" in text
    assert "1 Chè Shan 1 Hợp tác xã Sơn Trà 1 2 Chè Shan 2 Hợp tác xã Sơn Trà 2" in text
    assert reading.page_count(pdf) == 1
    assert receipt.render(a_receipt(), samples.office()) == pdf


def test_a_long_receipt_repeats_its_titles_and_an_empty_one_has_no_table() -> None:
    pdf = receipt.render(a_receipt(120), samples.office())
    assert reading.page_count(pdf) >= 4
    rows = {t.page for t in reading.texts(pdf) if t.text == "Hợp tác xã Sơn Trà"}
    assert [t.page for t in reading.texts(pdf) if t.text == "Sản phẩm"] == sorted(rows)
    assert "Sản phẩm" not in reading.words(receipt.render(a_receipt(0), samples.office()))


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        receipt.show_moment(datetime(2026, 11, 20, 20, 5, 9))  # noqa: DTZ001


def test_the_recovery_key_is_printed_large_in_numbered_groups_on_one_page() -> None:
    sheet = recovery.RecoverySheet(key=KEY, made_on=date(2026, 11, 21), machine="Máy văn phòng 1")
    pdf = recovery.render(sheet, samples.office())
    groups = KEY.split("-")
    big = [text for text in reading.texts(pdf) if text.size >= 18]
    assert [text.text for text in big] == groups and reading.page_count(pdf) == 1
    assert all(text.style == "bold" for text in big)
    small = [text.text for text in reading.texts(pdf) if text.size == 8]
    assert small == [str(n) for n in range(1, len(groups) + 1)]
    text = reading.words(pdf)
    for part in (
        "PHIẾU KHÓA KHÔI PHỤC",
        "xã Tân Trào, tỉnh Tuyên Quang",
        "ngày 21 tháng 11 năm 2026",
        "két",
        "Nơi cất giữ:",
    ):
        assert part in text


def test_a_key_without_groups_is_grouped_and_a_wide_one_is_made_to_fit() -> None:
    assert recovery.groups("ABCDEFGHIJ") == ["ABCD", "EFGH", "IJ"]
    assert recovery.groups(" AB CD\nEF ") == ["AB", "CD", "EF"]
    wide = recovery.RecoverySheet(key="WWWWWWWWWWWW-MMMMMMMMMMMM", made_on=date(2026, 11, 21))
    pdf = recovery.render(wide, samples.office())
    assert [t.text for t in reading.texts(pdf) if t.text.startswith(("WW", "MM"))] == ["W" * 12, "M" * 12]


def papers(*numbers: str) -> tuple[missing.MissingPaper, ...]:
    [table] = [block for block in samples.form("mau-02").paper if block.kind == "table"]
    return tuple(
        missing.MissingPaper(number=n, name=name, requirement=text)
        for n, name, text in table.cells
        if n in numbers or not numbers
    )


def test_the_missing_papers_with_the_forms_own_words_and_the_day() -> None:
    sheet = missing.MissingSheet(
        producer="Hợp tác xã Sơn Trà",
        product="Chè Shan tuyết Hồng Thái",
        dossier_kind="Lần đầu",
        reception_no="12-2026/PĐK-08-02269-2026",
        received_on=date(2026, 10, 5),
        papers=papers("4", "5", "7", "12"),
        due_on=date(2026, 10, 14),
        report_due_on=date(2026, 10, 26),
        receiver="Hoàng Thị Thương",
    )
    pdf = missing.render(sheet, samples.office(), day=date(2026, 10, 7))
    text = reading.words(pdf)
    assert "Kính gửi: Hợp tác xã Sơn Trà" in text and "Tân Trào, ngày 07 tháng 10 năm 2026" in text
    assert (
        "(lần đầu) sản phẩm Chè Shan tuyết Hồng Thái, phiếu số 12-2026/PĐK-08-02269-2026, nhận ngày 05/10/2026" in text
    )
    assert "bổ sung 04 loại giấy tờ sau" in text
    for paper in sheet.papers:
        assert reading.bare(f"{paper.number}{paper.name}{paper.requirement}") in reading.bare(text)
    assert "chậm nhất ngày 14/10/2026 tại Ủy ban nhân dân xã Tân Trào" in text and "là ngày 26/10/2026." in text
    assert "NGƯỜI TIẾP NHẬN (Ký, ghi rõ họ tên) ĐẠI DIỆN CHỦ THỂ" in text and "Hoàng Thị Thương" in text
    assert reading.page_count(pdf) == 1 and missing.render(sheet, samples.office(), day=date(2026, 10, 7)) == pdf


def test_fifteen_missing_papers_take_two_pages_and_keep_the_signatures_with_text() -> None:
    sheet = missing.MissingSheet(producer="HTX", product="Chè", papers=papers())
    pdf = missing.render(sheet, samples.office())
    assert reading.page_count(pdf) == 2
    last = [t.text for t in reading.texts(pdf) if t.page == 2]
    assert any(text.startswith("Số mục và yêu cầu") for text in last) and "NGƯỜI TIẾP NHẬN" in last


def test_a_glyph_the_font_lacks_is_told_on_every_sheet() -> None:
    with pytest.raises(Refused) as caught:
        missing.render(missing.MissingSheet(producer="茶", product="Chè", papers=papers("1")), samples.office())
    assert caught.value.code == "print.glyph_missing"
