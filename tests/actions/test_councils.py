"""A council of seven at work: sheets from paper, an alarm of spread, results, and what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop.actions.councils import results, seats, sheets
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit.builders import UNIT, Office
from tests.kit.council import a_council, a_session, an_upper_office, arrived, full_answers, score, set_of


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Office]:
    """The office of a province."""
    made = an_upper_office(tmp_path / "province")
    yield made
    made.close()


def refused(code: str, office: Office, action: object, *arguments: object) -> Refused:
    with pytest.raises(Refused) as found:
        office.do(action, *arguments)  # type: ignore[arg-type]
    assert found.value.code == code
    return found.value


def test_seven_members_score_and_the_average_decides(province: Office) -> None:
    case = arrived(province.db)
    council, members = a_council(province)
    session = a_session(province, council, case)
    for number, member in enumerate(members):
        score(province, session, case, member, seed=number)
        row = results.open_page(province.db, session).rows[0]
        assert row.verdict.quorum == (number >= 5), "three quarters of seven are six, the chair among them"
    row = results.open_page(province.db, session).rows[0]
    assert row.verdict.counted == 7 and row.verdict.ready and set(row.cells.values()) == {"done"}
    made = province.do(results.record, session, case, "Thống nhất")
    result = records.get(province.db, str(made.created))
    assert (result.unit, result.body["stars"]) == (UNIT, row.verdict.stars), "the result goes down to the commune"
    assert result.body["total"] == row.verdict.total
    sheet = records.of_type(province.db, "council_sheet")[0]
    assert sheet.unit == "08", "the sheets stay with the council"
    refused("council.decided", province, sheets.write, session, case, members[0], "comment", "x")
    refused("council.decided", province, seats.save, council, {"spread": 0})
    refused("reason.missing", province, results.reopen, made.created, " ")
    province.do(results.reopen, made.created, "Ghi nhầm ngày họp")
    province.do(sheets.write, session, case, members[0], "comment", "x")


def test_members_too_far_apart_hold_the_result_until_they_score_again(province: Office) -> None:
    case = arrived(province.db)
    council, members = a_council(province)
    session = a_session(province, council, case)
    criteria = set_of(province, case)
    best = full_answers(criteria, share=1.0)
    low = {leaf.id: sorted(leaf.options, key=lambda o: o.points)[0].id for leaf in criteria.leaves() if leaf.options}
    for member in members[:6]:
        score(province, session, case, member, best)
    score(province, session, case, members[6], {**best, **dict(list(low.items())[:12])})
    found = results.open_page(province.db, session).rows[0].verdict
    assert found.over and members[6] in found.far and found.apart[0].by > 0
    refused("council.not_ready", province, results.record, session, case)
    for criterion in list(low)[:12]:
        province.do(sheets.write, session, case, members[6], f"score.{criterion}", best[criterion])
    found = results.open_page(province.db, session).rows[0].verdict
    assert not found.over and found.ready
    province.do(results.record, session, case)


def test_two_hands_must_read_the_paper_alike(province: Office) -> None:
    case = arrived(province.db)
    council, members = a_council(province, double_entry=True, quorum_percent=1, chair_needed=False)
    session = a_session(province, council, case)
    criteria = set_of(province, case)
    first = full_answers(criteria, share=1.0)
    leaf = next(each for each in criteria.leaves() if len(each.options) > 1)
    slip = {**first, leaf.id: leaf.options[0].id}
    score(province, session, case, members[0], first)
    page = sheets.open_sheet(province.db, session, case, members[0], 2)
    assert not page.answers and not page.differs, "the second hand sees nothing of the first"
    assert results.open_page(province.db, session).rows[0].cells[members[0]] == "second"
    score(province, session, case, members[0], slip, entry=2)
    assert sheets.open_sheet(province.db, session, case, members[0], 2).differs == (leaf.id,)
    row = results.open_page(province.db, session).rows[0]
    assert row.cells[members[0]] == "differs" and row.verdict.counted == 0 and not row.verdict.ready
    province.do(sheets.write, session, case, members[0], f"score.{leaf.id}", first[leaf.id], 2)
    row = results.open_page(province.db, session).rows[0]
    assert row.cells[members[0]] == "done" and row.verdict.counted == 1


def test_who_may_sit_follows_the_law_of_the_dossier(tmp_path: Path, province: Office) -> None:
    district = an_upper_office(tmp_path / "district", "district")
    try:
        of_2024 = arrived(district.db, state="open", dossier__received_on="2024-05-10", product__set="ca-phe-ca-cao")
        of_2026 = arrived(district.db)
        council, _ = a_council(district)
        session = a_session(district, council)
        assert district.do(seats.candidates, session) == [of_2024]
        district.do(seats.put_case, session, of_2024)
        refused("council.level", district, seats.put_case, session, of_2026)
        row = results.open_page(district.db, session).rows[0]
        assert row.regime == "qd-148" and row.verdict.counted == 0
    finally:
        district.close()
    waiting = arrived(province.db, state="open")
    council, _ = a_council(province)
    session = a_session(province, council)
    refused("council.dossier", province, seats.put_case, session, waiting)


def test_a_commune_has_no_council(here: Office) -> None:
    refused("council.level", here, seats.create, {"name": "Hội đồng"})


def test_a_sheet_takes_only_answers_of_its_rubric(province: Office) -> None:
    case = arrived(province.db)
    council, members = a_council(province)
    session = a_session(province, council, case)
    leaf = next(iter(set_of(province, case).leaves())).id
    for field, value in ((f"score.{leaf}", "no-option"), ("score.q26-99", "yes"), ("reject.99", True), ("state", "x")):
        refused("council.answer", province, sheets.write, session, case, members[0], field, value)
    problem = refused("sheet.unfinished", province, sheets.finish, session, case, members[0])
    assert problem.details["count"] == len(list(set_of(province, case).leaves()))
    refused("council.has_sheets", province, _score_one_then_remove, session, case, members[0], leaf)


def _score_one_then_remove(db: object, session: str, case: str, member: str, leaf: str) -> object:
    from ocop_desktop.storage.db import Db

    assert isinstance(db, Db)
    criteria = sheets.criteria_of(db, case).criterion(leaf)
    assert criteria is not None
    sheets.write(db, session, case, member, f"score.{leaf}", next(criteria.every_option()).id)
    return seats.remove_member(db, member)


def test_rules_and_seats_are_checked(province: Office) -> None:
    council, members = a_council(province)
    refused("council.rules", province, seats.save, council, {"quorum_percent": 0})
    refused("council.rules", province, seats.save, council, {"spread": -1})
    refused("council.chair", province, seats.put_member, council, {"role": "chair"}, members[1])
    refused("council.nameless", province, seats.put_member, council, {"name": " "})
    assert [each.role for each in seats.council(province.db, council).members][:2] == ["chair", "member"]


def test_the_facts_of_the_councils_papers(province: Office) -> None:
    good, weak = arrived(province.db), arrived(province.db, product__name="Chè xanh Trung Sơn")
    council, members = a_council(province)
    session = a_session(province, council, good, weak)
    best = full_answers(set_of(province, good), share=1.0)
    least = {
        leaf.id: sorted(leaf.options, key=lambda o: o.points)[0].id
        for leaf in set_of(province, weak).leaves()
        if leaf.options
    }
    for member in members[:6]:
        score(province, session, good, member, best)
        score(province, session, weak, member, {**best, **least})
    found = results.facts(province.db, session)
    assert (len(found.present), len(found.absent), found.place) == (6, 1, "Phòng họp 2")
    assert [line.product for line in found.upwards] == ["Chè Shan tuyết Tân Trào"] and found.upwards[
        0
    ].next_level == "central"
    assert [line.product for line in found.none] == ["Chè xanh Trung Sơn"] and not found.recognise
    assert found.lines[0].total == 10_000 and found.lines[0].parts == {"A": 4000, "B": 2500, "C": 3500}
