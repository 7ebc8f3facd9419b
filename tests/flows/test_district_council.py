"""A dossier of 2024 before the district's council: three stars decided there, four stars passed on to the province."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ocop_desktop import legal
from ocop_desktop.actions import desk, dossiers
from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions.councils import papers, results, score_papers, seats, sheets
from ocop_desktop.actions.products import recognising, register
from ocop_desktop.domain.scoring import score
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db, run
from ocop_desktop.ui.councils.councils_page import CouncilsPage
from tests.kit import builders
from tests.kit.council import full_answers
from tests.kit.window import child, rest
from tests.kit.world import Pc, World, a_world
from tests.printing import reading

COMMUNE, DISTRICT = "02545", "076"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[World]:
    with a_world(tmp_path, monkeypatch) as made:
        yield made


def answers_for(stars: int) -> dict[str, str]:
    """A sheet of the tea set of 2023 that comes to so many stars."""
    criteria = legal.criteria_set("qd-148", "che-tuoi-che-che-bien")
    for share in (0.99, 0.9, 0.75, 0.6, 0.45, 0.3, 0.15):
        for seed in range(40):
            found = full_answers(criteria, seed, share)
            if score(criteria, found, legal.regime("qd-148").bands).stars == stars:
                return found
    raise AssertionError(f"no sheet of {stars} stars")


def enter(pc: Pc, session: str, case: str, members: list[str], answers: dict[str, str]) -> None:
    def write(db: Db) -> None:
        for who in members:
            for criterion, answer in answers.items():
                sheets.write(db, session, case, who, f"score.{criterion}", answer)
            sheets.finish(db, session, case, who)

    with pc.db() as db:
        run(db, write)


def a_session(pc: Pc, name: str, *cases: str) -> tuple[str, list[str]]:
    council = pc.do(seats.create, {"name": name}).created
    assert council is not None
    members = []
    for who, role in (("Trần Thị Lan", "chair"), ("Lê Văn Hòa", "member"), ("Ma Văn Tới", "member")):
        made = pc.do(seats.put_member, council, {"name": who, "role": role, "scores": True}).created
        assert made is not None
        members.append(made)
    session = pc.do(seats.open_session, council, {"title": "Phiên 1", "held_on": "2026-11-25"}).created
    assert session is not None
    for case in cases:
        pc.do(seats.put_case, session, case)
    return session, members


def test_three_stars_end_at_the_district_and_four_go_on(world: World) -> None:
    commune = Pc(world, "xa", "commune", COMMUNE)
    made = []
    for name in ("Chè xanh", "Chè Shan tuyết"):
        with commune.db() as db:
            made.append(builders.a_dossier(db, product__name=name, dossier__received_on="2024-05-06"))
        commune.do(dossiers.hand_over, made[-1])
    three, four = made
    commune.sync()
    district = Pc(world, "huyen", "district", "08", DISTRICT, COMMUNE)
    district.do(office_actions.save_office, {"office.unit_name": "Huyện Sơn Dương"})
    district.sync()
    for each in made:
        district.do(desk.accept, each)
    session, members = a_session(district, "Hội đồng cấp huyện", *made)
    enter(district, session, three, members, answers_for(3))
    enter(district, session, four, members, answers_for(4))

    with district.window() as window:
        assert window.workspace is not None
        window.workspace.show_page("councils")
        page = window.workspace.page("councils")
        assert isinstance(page, CouncilsPage)
        rest(window)
        page.open_session(session)
        rest(window, lambda: page.session.page is not None)
        for row in (0, 1):
            page.session.table.setCurrentIndex(page.session.table.model().index(row, 0))
            rest(window)
            child(window, "session.record", QPushButton).click()
            rest(window, lambda row=row: bool(page.session.page and page.session.page.rows[row].result))  # type: ignore[misc]
        assert page.session.page is not None
        found = {each.case: (each.verdict.stars, each.next_level) for each in page.session.page.rows}
    assert found == {three: (3, ""), four: (4, "province")}

    with district.db() as db:
        said = {kind: reading.words(papers.paper(db, session, kind).data) for kind in papers.PAPERS}
    decision, proposal = said["quyet-dinh-cong-nhan"], said["to-trinh-hoi-dong"]
    assert "HUYỆN SƠN DƯƠNG" in said["bien-ban-hoi-dong"].upper() and "huyện Sơn Dương" in decision
    assert "148/QĐ-TTg" in decision and "26/2026" not in decision
    assert "Chè xanh" in decision and "Shan tuyết" not in decision, "four stars are not the district's to decide"
    assert "Chè xanh" in proposal and "Shan tuyết" in proposal and "UBND cấp tỉnh" in proposal
    with district.db() as db:
        blank = score_papers.blank(db, session)
        one = score_papers.filled(db, session, members[0], three)
    assert blank.data.count(b"/Type /Page\n") >= 6 or len(blank.data) > len(one.data)
    assert "Trần Thị Lan" in reading.words(one.data)

    decided = {"decision_no": "812/QĐ-UBND", "decided_on": "2026-11-25"}
    district.do(recognising.recognise, three, {"stars": 3, **decided})
    with pytest.raises(Refused) as refused:
        district.do(recognising.recognise, four, {"stars": 4, **decided})
    assert refused.value.code == "recognition.level"
    district.do(desk.pass_on, four)
    district.sync()

    province = Pc(world, "tinh", "province", "08")
    province.sync()
    province.do(desk.accept, four)
    session, members = a_session(province, "Hội đồng cấp tỉnh", four)
    enter(province, session, four, members, answers_for(4))
    province.do(results.record, session, four)
    province.do(recognising.recognise, four, {"stars": 4, **decided, "decision_no": "4410/QĐ-UBND"})
    province.sync()

    commune.sync()
    with commune.db() as db:
        for kind in ("council", "council_member", "council_session", "council_sheet"):
            assert not records.of_type(db, kind), "what a council does among itself comes to no commune"
        stars = {each.body["dossier"]: each.body["stars"] for each in records.of_type(db, "recognition")}
        assert stars == {three: 3, four: 4}
        assert [each.body["level"] for each in records.of_type(db, "council_result")] == [
            "district",
            "district",
            "province",
        ]
        assert len(register.products(db)) == 2
