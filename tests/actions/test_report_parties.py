"""Who makes a periodic report and to whom it goes: the office's own words, else the usual names of its level."""

from pathlib import Path

import pytest

from ocop_desktop.actions.office import save_office
from ocop_desktop.actions.reports import papers
from ocop_desktop.domain.reporting import periods
from ocop_desktop.storage import settings
from tests.kit.builders import Office
from tests.printing.reading import all_words


@pytest.mark.parametrize(
    ("level", "name", "issuer"),
    [
        ("commune", "Xã Tân Trào", "Ủy ban nhân dân xã Tân Trào"),
        ("district", "Huyện Sơn Dương", "Ủy ban nhân dân huyện Sơn Dương"),
        ("district", "Tổ khu vực Sơn Dương", "Tổ khu vực Sơn Dương"),
        ("province", "Tỉnh Tuyên Quang", "Cơ quan thường trực Chương trình OCOP tỉnh Tuyên Quang"),
    ],
)
def test_the_usual_names_and_the_offices_own(here: Office, level: str, name: str, issuer: str) -> None:
    here.do(lambda db: settings.write(db, {"office.level": level, "office.unit_name": name}))
    assert papers.parties(here.db) == (issuer, "Ủy ban nhân dân tỉnh Tuyên Quang")
    own = {papers.ISSUER: "Văn phòng Điều phối Nông thôn mới tỉnh", papers.ADDRESSEE: "Bộ Nông nghiệp và Môi trường"}
    here.do(save_office, own)
    assert papers.parties(here.db) == tuple(own.values())
    here.do(save_office, dict.fromkeys(own))
    assert papers.parties(here.db)[0] == issuer


def test_the_paper_bears_them(here: Office, tmp_path: Path) -> None:
    here.do(save_office, {papers.ISSUER: "Phòng Kinh tế xã", papers.ADDRESSEE: "Sở Nông nghiệp và Môi trường"})
    printed = all_words(papers.paper(here.db, periods.parse("2026-10")).data)
    assert "Phòng Kinh tế xã báo cáo kết quả" in printed
    assert "Kính gửi: Sở Nông nghiệp và Môi trường" in printed
