"""The registry of papers: what a dossier can print, in which format, many at once, and what is written down."""

import io
import time
import zipfile
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pypdf
import pytest

from ocop_desktop import legal
from ocop_desktop.actions import documents, dossiers
from ocop_desktop.actions.papers import batch, drawing, registry
from ocop_desktop.errors import Refused
from ocop_desktop.printing import docx, workbook
from tests.kit.builders import Office, a_complete_dossier, a_dossier
from tests.printing import letters, reading

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def ready(here: Office, dossier: str) -> set[str]:
    return {offer.id for offer in registry.offers(here.db, dossier) if offer.ready}


def needed(here: Office, dossier: str) -> list[str]:
    return [offer.id for offer in registry.offers(here.db, dossier) if offer.now]


def test_every_paper_that_is_ready_can_be_drawn_and_no_other(here: Office) -> None:
    for dossier in (a_dossier(here.db), a_complete_dossier(here.db)):
        can = ready(here, dossier)
        for paper in registry.PAPERS:
            if paper.id in can:
                drawn = registry.draw(here.db, paper.id, [dossier])
                assert drawn.data.startswith(b"%PDF") and drawn.kind == paper.id and drawn.dossier == dossier
                assert (drawn.letter is not None) is paper.letter
            elif paper.id != "phieu-tu-cham":  # an unanswered one is a blank one
                with pytest.raises(Refused):
                    registry.draw(here.db, paper.id, [dossier])


def test_what_is_needed_now_follows_the_state_of_the_dossier(here: Office) -> None:
    lacking = a_dossier(here.db)
    assert needed(here, lacking) == ["missing"]
    here.do(dossiers.pause, lacking, "thiếu phiếu kiểm nghiệm")
    assert needed(here, lacking) == ["missing", "yeu-cau-bo-sung"]
    whole = a_complete_dossier(here.db)
    assert needed(here, whole) == ["mau-03"]
    here.do(dossiers.seal, whole)
    assert needed(here, whole) == ["mau-03", "cong-van-de-nghi"]
    assert "missing" not in ready(here, whole)


def test_a_proposal_names_one_product_in_a_sentence_and_several_in_a_table(here: Office) -> None:
    first = a_complete_dossier(here.db)
    second = a_complete_dossier(here.db, **{"product.name": "Mật ong bạc hà"})
    one = reading.words(registry.draw(here.db, "cong-van-de-nghi", [first]).data)
    assert "cho sản phẩm" in one and "Tên sản phẩm" not in one
    both = reading.words(registry.draw(here.db, "to-trinh-de-nghi", [first, second]).data)
    assert "cho 02 sản phẩm sau:" in both and "Mật ong bạc hà" in both and "Tên sản phẩm" in both
    for item in legal.regime("qd-26-2026").package[1:]:
        assert reading.bare(item.label) in reading.bare(both)
    assert "Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ" in both
    with pytest.raises(Refused) as caught:
        registry.draw(here.db, "mau-03", [first, second])
    assert caught.value.code == "print.one_only"


def test_the_letter_of_completion_lists_what_the_sheet_lists(here: Office) -> None:
    dossier = a_dossier(here.db)
    sheet = reading.bare(reading.words(documents.missing_sheet(here.db, dossier).data))
    asked = reading.bare(reading.words(registry.draw(here.db, "yeu-cau-bo-sung", [dossier]).data))
    from ocop_desktop.storage import dossiers as stored

    missing = documents.missing_papers(here.db, stored.load(here.db, dossier))
    assert missing
    for paper in missing:
        assert reading.bare(paper.name) in sheet and reading.bare(paper.name) in asked


def test_a_sealed_revision_that_was_replaced_says_so(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    first = documents.report(here.db, dossier)
    here.do(dossiers.reopen, dossier, "sửa số liệu")
    here.do(dossiers.save_draft, dossier, {"dossier.matter.y_tuong.found": "Nhận xét đã sửa"}, {})
    here.do(dossiers.seal, dossier)
    old, new = documents.report(here.db, dossier, 1), documents.report(here.db, dossier)
    assert (old.revision, new.revision) == (1, 2)

    def marked(pdf: bytes) -> bool:
        return "THAY THẾ" in " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)

    assert documents.REPLACED == "ĐÃ THAY THẾ"
    assert b"%PDF" in first.data and old.data != first.data
    assert marked(old.data) and not marked(new.data)
    assert documents.report(here.db, dossier, 2).data == new.data
    with pytest.raises(Refused) as caught:
        documents.report(here.db, dossier, 3)
    assert caught.value.code == "report.no_revision"


def test_a_batch_in_one_file_keeps_each_paper_whole_and_numbers_it_alone(here: Office) -> None:
    ids = [a_complete_dossier(here.db, **{"product.name": f"Sản phẩm {n}"}) for n in range(4)]
    told: list[tuple[int, int]] = []

    def progress(done: int, whole: int) -> bool:
        told.append((done, whole))
        return True

    made = batch.draw(here.db, ids, ["mau-03", "missing"], progress=progress)
    alone = [documents.report(here.db, one).data for one in ids]
    assert told == [(n, 8) for n in range(1, 9)] and len(made.papers) == 4
    data = made.paper().data
    assert [code for _, _, code in made.skipped] == ["print.nothing_missing"] * 4
    assert reading.page_count(data) == sum(map(reading.page_count, alone))
    pages = reading.page_count(alone[0])
    numbers = [(t.page, t.text) for t in reading.texts(data) if t.y < 18 * reading.MM]
    assert numbers == [(own * pages + n, str(n)) for own in range(4) for n in range(2, pages + 1)]
    assert len(data) < 2 * len(alone[0]), "the fonts are embedded once"


def test_a_batch_into_a_folder_stops_when_it_is_told_to(here: Office, tmp_path: Path) -> None:
    ids = [a_complete_dossier(here.db, **{"product.name": f"Sản phẩm {n}"}) for n in range(3)]
    made = batch.draw(here.db, ids, ["mau-01", "mau-03"], folder=tmp_path, progress=lambda done, _whole: done < 3)
    assert made.done < made.whole and len(made.files) == 3 == len(list(tmp_path.glob("*.pdf")))
    assert [file.name[:10] for file in made.files] == ["001-mau-01", "002-ban-nh", "003-mau-01"]
    held = documents.Paper(name="x.pdf", title="x", data=b"", holds=tuple(made.papers))
    assert here.do(documents.note_printed, held, "file").dossiers == set(ids[:2])
    log = documents.printed(here.db, ids[0])
    assert [(line.paper, line.revision, line.way) for line in log] == [("mau-03", 0, "file"), ("mau-01", 0, "file")]
    assert log[0].officer == here.db.officer


def test_nothing_to_print_is_refused(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    for ids, papers, code in (
        ([], ["mau-03"], "print.no_dossier"),
        ([dossier], ["giay-la"], "print.unknown"),
        ([dossier], ["receipt"], "print.empty_batch"),
    ):
        with pytest.raises(Refused) as caught:
            batch.draw(here.db, ids, papers)
        assert caught.value.code == code


def test_the_register_prints_its_lines(here: Office) -> None:
    paper = drawing.outgoing(here.db, 2026)
    said = reading.words(paper.data)
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in said and "Năm 2026" in said
    for head in ("Số, ký hiệu văn bản", "Ngày tháng văn bản", "Đơn vị, người nhận bản lưu", "Ký nhận", "Ghi chú"):
        assert reading.bare(head) in reading.bare(said)


def test_a_workbook_has_real_numbers_and_days() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.workbook(letters.a_letter("so-van-ban-di"))))
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[3]]
    assert heads[:3] == ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản"]
    assert sheet["B4"].value == datetime(2026, 10, 5) and sheet["B4"].number_format == "dd/mm/yyyy"  # noqa: DTZ001
    assert sheet["G4"].value == 3 and isinstance(sheet["G4"].value, int)
    assert sheet.print_title_rows == "$3:$3" and sheet.page_setup.orientation == "landscape"
    results = openpyxl.load_workbook(io.BytesIO(workbook.workbook(letters.a_letter("bang-ket-qua")))).worksheets[0]
    average = next(cell for cell in results[4] if cell.value == 82.25)
    assert average.number_format == "0.00" and results["A4"].value == 1
    assert workbook.workbook(letters.a_letter("bang-ket-qua"))[:2] == b"PK"


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    column = legal.letter("so-van-ban-di").blocks[0].columns[2]
    assert str(workbook.entry_of("=1+1", column)).endswith("=1+1") and workbook.entry_of("=1+1", column) != "=1+1"
    assert workbook.entry_of("- Chè", column) == "- Chè"


@pytest.mark.parametrize("name", legal.letter_ids())
def test_a_word_file_says_what_the_pdf_says(name: str) -> None:
    made = letters.a_letter(name)
    data = docx.word(made)
    assert data == docx.word(made)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        parts = {part: ElementTree.fromstring(packed.read(part)) for part in packed.namelist()}
    said = reading.bare("".join(node.text or "" for node in parts["word/document.xml"].iter(f"{WORD}t")))
    for text in reading.texts(letters.pdf(name)):
        words = reading.bare(text.text)
        if text.y > 18 * reading.MM and len(words) > 3 and not words.startswith("ngày"):
            assert words in said, text
    sizes = parts["word/document.xml"].iter(f"{WORD}pgMar")
    margins = {(node.get(f"{WORD}left"), node.get(f"{WORD}top")) for node in sizes}
    assert margins == {("1701", "1134")}  # 30 mm and 20 mm in twips


@pytest.mark.long
def test_five_hundred_reports_take_less_than_half_a_minute(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    begun = time.process_time()
    made = batch.draw(here.db, [dossier] * 500, ["mau-03"])
    assert time.process_time() - begun < 30 and len(made.papers) == 500
