"""A periodic report at a commune: text kept from last time, sealed figures that do not move, its papers, the terminal."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ocop_desktop import cli
from ocop_desktop.actions import deadlines
from ocop_desktop.actions.papers import drawing
from ocop_desktop.actions.reports import papers, periodic, rules
from ocop_desktop.domain.reporting import periods
from ocop_desktop.domain.reporting.periods import Rules
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records, settings, vault
from ocop_desktop.storage.db import run
from tests.kit.builders import UNIT, Office, a_dossier
from tests.kit.council import arrived
from tests.printing import reading

OCTOBER, NOVEMBER = periods.parse("2026-10"), periods.parse("2026-11")


def refused(code: str, office: Office, action: object, *arguments: object) -> None:
    with pytest.raises(Refused) as found:
        office.do(action, *arguments)  # type: ignore[arg-type]
    assert found.value.code == code


def a_product(office: Office, stars: int = 4, decided: str = "2026-10-01") -> str:
    dossier = arrived(office.db, dossier__received_on="2026-09-20", dossier__handed_on="2026-09-28")
    product = str(records.get(office.db, dossier).body["product"])
    body = {"product": product, "dossier": dossier, "kind": "lan-dau", "stars": stars, "regime": "qd-26-2026"}
    days = {"decided_on": decided, "issued_on": decided, "ends_on": f"2029{decided[4:]}"}
    run(office.db, lambda db: records.add(db, "recognition", {**body, **days}, unit=UNIT))
    return product


def figure(office: Office, key: str, period: periods.Period = OCTOBER) -> tuple[int | None, int]:
    found = office.do(periodic.open_report, period)
    return next((each.now, each.whole) for each in found.figures if each.key == key)


def test_the_list_says_what_is_due_and_what_is_late(here: Office) -> None:
    found = here.do(periodic.shelf, 2026)
    by_code = {line.period.code: line for line in found.lines}
    assert len(found.lines) == 19 and not found.from_province
    assert by_code["2026-M10"].late and by_code["2026-M11"].late, "the 20th has passed on the 23rd"
    assert not by_code["2026-M12"].late and not by_code["2026-Y1"].late
    here.do(periodic.seal, OCTOBER)
    line = next(line for line in here.do(periodic.shelf, 2026).lines if line.period == OCTOBER)
    assert (line.state, line.late, line.revision) == ("sealed", False, 1)


def test_figures_are_of_the_closing_day_and_a_seal_freezes_them(here: Office) -> None:
    a_product(here)
    a_product(here, 3, "2026-10-20")
    assert figure(here, "products.total") == (None, 1)
    assert figure(here, "products.total", NOVEMBER) == (None, 2)
    assert figure(here, "dossiers.handed_over") == (2, 2)
    assert figure(here, "producers.women_share") == (None, 10_000)
    here.do(periodic.seal, OCTOBER)
    a_product(here, 5, "2026-10-02")
    assert figure(here, "products.total") == (None, 1), "what was sealed stays"
    assert here.do(periodic.open_report, OCTOBER).sound
    refused("report.sealed", here, periodic.seal, OCTOBER)
    refused("report.sealed", here, periodic.save_texts, OCTOBER, {"results": "x"})
    refused("reason.missing", here, periodic.reopen, OCTOBER, " ")
    here.do(periodic.reopen, OCTOBER, "Sót một sản phẩm")
    assert figure(here, "products.total") == (None, 2)
    here.do(periodic.seal, OCTOBER)
    assert here.do(periodic.open_report, OCTOBER).line.revision == 2


def test_a_seal_that_was_tampered_with_shows(here: Office) -> None:
    made = str(here.do(periodic.seal, OCTOBER).created)
    run(here.db, lambda db: records.patch(db, records.get(db, made), {"whole.products.total": 99}))
    assert not here.do(periodic.open_report, OCTOBER).sound


def test_the_text_of_last_time_comes_again(here: Office) -> None:
    here.do(periodic.save_texts, OCTOBER, {"difficulties": "Thiếu kinh phí.\n", "next": "Tập huấn"})
    here.do(periodic.seal, OCTOBER)
    found = here.do(periodic.open_report, NOVEMBER)
    assert found.line.state == "none" and found.begun_from == "2026-M10"
    assert found.texts["difficulties"] == "Thiếu kinh phí." and found.texts["next"] == "Tập huấn"
    here.do(periodic.save_texts, NOVEMBER, {"next": "Hội nghị"})
    found = here.do(periodic.open_report, NOVEMBER)
    assert (found.texts["difficulties"], found.texts["next"]) == ("Thiếu kinh phí.", "Hội nghị")
    assert here.do(periodic.open_report, OCTOBER).texts["next"] == "Tập huấn"
    refused("report.ahead", here, periodic.open_report, periods.parse("2027-06"))
    refused("field.unknown", here, periodic.save_texts, NOVEMBER, {"state": "sealed"})


def test_a_year_is_due_before_it_closes_and_says_to_which_day_it_counts(here: Office) -> None:
    here.clock.now = datetime(2026, 12, 9, 3, tzinfo=UTC)
    here.do(periodic.seal, periods.parse("2026"))
    here.clock.now = datetime(2026, 12, 30, 3, tzinfo=UTC)
    found = here.do(periodic.open_report, periods.parse("2026"))
    assert (found.counted_to.isoformat(), found.line.last.isoformat()) == ("2026-12-09", "2026-12-14")


def test_the_days_are_settings_and_those_of_the_province_come_first(here: Office) -> None:
    here.do(rules.save, Rules(month_day=18))
    assert here.do(rules.rules).month_day == 18
    refused("report.days", here, rules.save, Rules(close_day=31))
    run(here.db, lambda db: records.add(db, rules.TYPE, {"month_day": 22}, unit=UNIT))
    assert here.do(rules.rules).month_day == 22 and here.do(rules.from_province)
    refused("report.by_province", here, rules.save, Rules())


def test_the_paper_in_three_formats_says_the_same(here: Office) -> None:
    a_product(here)
    here.do(periodic.save_texts, OCTOBER, {"difficulties": "Đường vào thôn bản còn khó."})
    draft = here.do(papers.paper, OCTOBER)
    here.do(periodic.seal, OCTOBER)
    made = here.do(papers.paper, OCTOBER)
    said = reading.all_words(made.data)
    for part in (
        "ỦY BAN NHÂN DÂN",
        "BÁO CÁO",
        "tháng 10 năm 2026",
        "từ ngày 15/09/2026 đến ngày 14/10/2026",
        "Sản phẩm từ 3 sao trở lên còn hiệu lực",
        "Ngành Thực phẩm",
        "Đường vào thôn bản còn khó.",
    ):
        assert part in said, part
    assert draft.data != made.data and made.name.startswith("bao-cao-dinh-ky")
    with ZipFile(io.BytesIO(drawing.word(made))) as packed:
        assert "Đường vào thôn bản" in packed.read("word/document.xml").decode()
    sheet = load_workbook(io.BytesIO(drawing.workbook(made))).worksheets[0]
    cells = {str(row[1].value): row[4].value for row in sheet.iter_rows(min_row=4)}
    assert cells["Sản phẩm từ 3 sao trở lên còn hiệu lực"] == 1, "a number, to be added up"


def test_at_a_province_the_paper_is_the_provinces(here: Office) -> None:
    at = {"office.level": "province", "office.unit": "08", "office.unit_name": "Tỉnh Tuyên Quang"}
    run(here.db, lambda db: settings.write(db, {**at, "office.province_name": "Tỉnh Tuyên Quang"}))
    said = reading.all_words(here.do(papers.paper, OCTOBER).data)
    assert "TỈNH TUYÊN QUANG" in said and "XÃ TỈNH" not in said and "xã Tỉnh" not in said


def test_the_terminal_writes_the_report(
    here: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    a_product(here)
    here.close()
    vault.add_device(here.path, here.key)
    monkeypatch.delenv("OCOP_PASSPHRASE", raising=False)
    out = tmp_path / "Báo cáo"
    capsys.readouterr()
    arguments = [
        "report",
        "monthly",
        "--month",
        "2026-10",
        "--db",
        str(here.path),
        "--out",
        str(out),
        "--json",
        "--seal",
    ]
    assert cli.main(arguments) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["state"] == "sealed" and answer["figures"]["products.total"] == {"now": None, "whole": 1}
    assert sorted(file.suffix for file in out.iterdir()) == [".docx", ".pdf", ".xlsx"]
    for words in (["quarterly", "--quarter", "2026-Q3"], ["yearly", "--year", "2026"], ["list", "--year", "2026"]):
        assert (
            cli.main(["report", *words, "--db", str(here.path), "--communes"][: 6 if words[0] == "list" else None]) == 0
        )
    assert cli.main(["report", "monthly", "--month", "2026-Q3", "--db", str(here.path)]) == 1


def test_an_office_that_begins_today_is_not_told_of_reports_of_before(here: Office) -> None:
    assert not [each for each in here.do(deadlines.upcoming) if each.kind == "report_due" and each.days_left < 0]
    a_dossier(here.db)
    late = [each.period for each in here.do(deadlines.upcoming) if each.kind == "report_due" and each.days_left < 0]
    assert late == [], "its first record is of today"
    here.clock.move(days=31)
    assert "2026-M12" in {each.period for each in here.do(deadlines.upcoming)}


def test_the_calendar_knows_when_a_report_is_due_until_it_is_sealed(here: Office) -> None:
    def due() -> dict[str, tuple[str, int, bool]]:
        found = here.do(deadlines.month, 2026, 11).events
        return {each.period: (each.day.isoformat(), each.days_left, each.open) for each in found if each.period}

    here.clock.move(days=-50)
    a_dossier(here.db)
    here.clock.move(days=50)
    assert due() == {"2026-M11": ("2026-11-20", -3, True)}
    assert "2026-M10" in {each.period for each in here.do(deadlines.upcoming)}, "a late one stays in sight"
    here.do(periodic.seal, NOVEMBER)
    assert due() == {"2026-M11": ("2026-11-20", -3, False)}
    assert "2026-M11" not in {each.period for each in here.do(deadlines.upcoming)}
    ahead = {each.period: each.text for each in here.do(deadlines.month, 2027, 3).events if each.period}
    assert ahead == {"2027-M03": "ahead", "2027-Q1": "ahead"}
