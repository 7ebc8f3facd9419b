"""Stars that a commune's list told: seen, sent back with a remark, corrected, confirmed by the decision; codes that stand twice."""

from pathlib import Path

import pytest

from ocop_desktop.actions.lists import bringing, reading
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.actions.products import area, claims, confirming, register
from ocop_desktop.actions.products.area import View
from ocop_desktop.errors import Refused
from ocop_desktop.storage import journal, records
from ocop_desktop.storage.db import Db, run
from tests.flows.test_province_desk import ONE, Pc, Place, place

__all__ = ["place"]

HEAD = "TT;Tên sản phẩm;Chủ thể;Hạng sao;Số QĐ;Ngày QĐ;Mã sản phẩm\n"


def bring(pc: Pc, file: Path, rows: str) -> Taken:
    file.write_text(HEAD + rows, "utf-8")

    def action(db: Db) -> Taken:
        opened = reading.open_list(db, file, "products")
        return bringing.take(db, opened, opened.keys)

    return run(pc.db, action)


def named(pc: Pc, name: str) -> claims.Claim:
    return next(each for each in claims.claims(pc.db) if each.name == name)


def refused(code: str, pc: Pc, action: object, *arguments: object) -> None:
    with pytest.raises(Refused) as caught:
        run(pc.db, lambda db: action(db, *arguments))  # type: ignore[operator]
    assert caught.value.code == code


def test_told_sent_back_corrected_and_confirmed(place: Place, tmp_path: Path) -> None:
    province = Pc(place, "tinh", "province", "08", "08")
    commune = Pc(place, "xa", "commune", ONE, ONE)
    bring(
        commune, tmp_path / "a.csv", "1;Chè Shan;HTX A;4*;812/QĐ;;\n2;Mật ong;HTX B;ba bốn;;;\n3;Cam sành;HTX C;;;;\n"
    )
    assert [each.name for each in claims.claims(commune.db)] == ["Chè Shan", "Mật ong"], (
        "no star was told of the oranges"
    )
    assert named(commune, "Mật ong").unread == ("ba bốn",)
    commune.sync()
    province.sync()
    tea = named(province, "Chè Shan")
    assert (tea.state, tea.stars, tea.decision_no, tea.producer) == ("told", 4, "812/QĐ", "HTX A")
    assert register.products(province.db) == [], "told is not recognised"
    shown = area.area(province.db)
    assert len(shown.claims) == 2 and (ONE in {unit for unit, _name in shown.units})

    refused("reason.missing", province, confirming.send_back, tea.product, "  ")
    refused("recognition.by_province", commune, confirming.send_back, tea.product, "x")
    run(province.db, lambda db: confirming.send_back(db, tea.product, "Ghi rõ ngày và số đầy đủ của quyết định"))
    province.sync()
    commune.sync()
    back = named(commune, "Chè Shan")
    assert (back.state, back.remark) == ("returned", "Ghi rõ ngày và số đầy đủ của quyết định")
    page = register.open_product(commune.db, tea.product)
    assert page.claim == back

    good = {"stars": 4, "decision_no": "812/QĐ-UBND", "decided_on": "2026-07-20", "ends_on": None, "authority": None}
    run(commune.db, lambda db: confirming.amend(db, tea.product, good))
    assert named(commune, "Chè Shan").state == "told", "it waits again"
    commune.sync()
    province.sync()
    offered = confirming.offer(province.db, tea.product)
    assert (offered["stars"], offered["decision_no"], offered["decided_on"]) == (4, "812/QĐ-UBND", "2026-07-20")
    refused("recognition.by_province", commune, confirming.confirm, tea.product, offered)
    refused("recognition.number", province, confirming.confirm, tea.product, {**offered, "decision_no": ""})
    refused("recognition.days", province, confirming.confirm, tea.product, {**offered, "decided_on": "2026-12-31"})
    run(province.db, lambda db: confirming.confirm(db, tea.product, offered))
    refused("claim.none", province, confirming.confirm, tea.product, offered)
    province.sync()
    commune.sync()
    (row,) = register.products(commune.db)
    assert (row.name, row.standing.stars, row.standing.ends.isoformat()) == ("Chè Shan", 4, "2029-07-20")
    assert row.unit == ONE and [each.name for each in claims.claims(commune.db)] == ["Mật ong"]

    honey = named(commune, "Mật ong").product
    run(commune.db, lambda db: confirming.drop(db, honey, "Ghi nhầm dòng"))
    assert claims.claims(commune.db) == []
    kept = commune.db.conn.execute("SELECT details FROM journal WHERE what = 'claim.dropped'").fetchone()[0]
    assert "ba bốn" in kept, "what was told stands in the journal"
    commune.sync()
    assert commune.db.conn.execute("SELECT count(*) FROM held").fetchone() == (0,)
    assert journal.length(commune.db) > 0


def test_a_code_that_stands_twice_is_said_on_both(place: Place, tmp_path: Path) -> None:
    commune = Pc(place, "xa", "commune", ONE, ONE)
    rows = "1;Chè Shan;HTX A;4*;812/QĐ;;08-02269-3-2024\n2;Mật ong;HTX B;3;;;08-02269-3-2024\n3;Cam;HTX C;3;;;08-02269-4-2024\n"
    bring(commune, tmp_path / "a.csv", rows)
    found = area.area(commune.db)
    assert {code: [name for _id, name in there] for code, there in found.twins.items()} == {
        "08-02269-3-2024": ["Chè Shan", "Mật ong"]
    }
    tea = named(commune, "Chè Shan")
    assert [(code, name) for code, _id, name in register.open_product(commune.db, tea.product).twins] == [
        ("08-02269-3-2024", "Mật ong")
    ]
    assert register.open_product(commune.db, named(commune, "Cam").product).twins == ()
    run(
        commune.db,
        lambda db: records.patch(db, records.get(db, tea.product), {"line": named(commune, "Mật ong").product}),
    )
    assert area.area(commune.db).twins == {}, "the records of one history share their code"


def test_views_tell_the_recognised_from_the_told(place: Place, tmp_path: Path) -> None:
    commune = Pc(place, "xa", "commune", ONE, ONE)
    bring(commune, tmp_path / "a.csv", "1;Chè Shan;HTX A;4*;;;\n2;Mật ong;Cty TNHH B;3;;;\n")
    tea, honey = named(commune, "Chè Shan"), named(commune, "Mật ong")
    assert [View(stars=4).takes_claim(each) for each in (tea, honey)] == [True, False]
    assert [View(kind="doanh-nghiep").takes_claim(each) for each in (tea, honey)] == [False, True]
    assert not any(View(told="recognised").takes_claim(each) for each in (tea, honey))
    assert not View(window="year").takes_claim(tea) and not View(told="returned").takes_claim(tea)
