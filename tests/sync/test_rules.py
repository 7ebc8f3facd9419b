"""Rule packs: signed by the province, checked like the shipped files, installed beside them, never half."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ocop_desktop import legal, paths
from ocop_desktop.actions import dossiers, office, rules
from ocop_desktop.domain import calendar, rulepacks
from ocop_desktop.errors import Damaged, OcopError, Refused
from ocop_desktop.legal.faults import faults
from ocop_desktop.legal.gathering import gather
from ocop_desktop.server import rulebook
from ocop_desktop.server.commands import run as server_command
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import dossiers as stored
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import run
from tests.kit import builders
from tests.sync.conftest import Commune, TheProvince
from tests.sync.sticks import Make, at_province, export, take

HOLIDAYS = """
id = "holidays/2026"
version = 1001
[source]
document = "Thông báo nghỉ lễ của tỉnh"
article = "Toàn văn"
day = "2026-11-01"
[[days]]
day = "2026-11-12"
name = "Ngày hội của tỉnh"
status = "confirmed"
basis = "Thông báo nghỉ lễ của tỉnh"
[[days]]
day = "2026-11-13"
name = "Nghỉ bù"
kind = "compensation"
status = "confirmed"
basis = "Thông báo nghỉ lễ của tỉnh"
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nothing read before, nothing left behind."""
    legal.forget()
    yield
    legal.forget()


def rubric(root: Path, version: int = 1001, **changes: str) -> Path:
    """A folder with a corrected table for a rubric of the older regime."""
    entry = next(e for e in legal.index().files if e.kind == "criteria" and e.code == "hoa")
    text = (paths.resources() / "legal" / entry.path).read_text("utf-8")
    text = text.replace("version = 1", f"version = {version}", 1)
    for before, after in changes.values():
        assert before in text
        text = text.replace(before, after, 1)
    root.mkdir(parents=True, exist_ok=True)
    (root / "hoa.toml").write_text(text, encoding="utf-8")
    about = {"kind": "criteria", "id": entry.id, "version": version, "path": "hoa.toml", "regime": entry.regime}
    about |= {"code": "hoa", "valid_from": entry.valid_from, "document": entry.document, "article": "Phụ lục"}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in about.items()]
    (root / "index.toml").write_text("[[files]]\n" + "\n".join(lines) + '\nday = ""\n', encoding="utf-8")
    return root


def holidays(root: Path, text: str = HOLIDAYS) -> Path:
    """One table of days off."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "ngay-nghi.toml").write_text(text, encoding="utf-8")
    return root / "ngay-nghi.toml"


def publish(province: TheProvince, path: Path, days: int = 400) -> bytes:
    """What the province's staff do; the pack."""
    service = Service(province.settings)
    try:
        rulebook.publish(service, gather(path), "Thử", days)
        return service.store.read(rulebook.content)
    finally:
        service.close()


def install(pc: Commune, data: bytes, now: str = "2026-11-22T02:00:00.000Z") -> rules.Installed:
    """Install a pack from a file at this moment."""
    pc.at_home()
    return rules.install(office.runner(pc.db), data, now)


def as_it_was(pc: Commune) -> bool:
    """Whether nothing of a pack is in force."""
    legal.forget()
    return legal.installed() is None and rules.state(pc.db).version == 0


def test_a_day_off_of_the_province_moves_what_is_due(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    dossier = pc.receive("Chè Shan tuyết")
    before = calendar.commune_due(date(2026, 11, 2), 15, legal.holidays())
    publish(province, holidays(tmp_path / "pack"))
    pc.sync()
    due = pc.db.conn.execute("SELECT due FROM dossier_row WHERE id = ?", (dossier,)).fetchone()[0]
    assert date.fromisoformat(due) == calendar.add_working_days(before, 2, legal.holidays())
    found = rules.state(pc.db)
    assert found.version == 1 and found.unseen and found.problem == ""
    said = [change.words for change in found.changes]
    assert said == [
        "Bảng ngày nghỉ 2026: thêm 2 ngày, đổi 0 ngày.",
        "1 hồ sơ đang làm có hạn mới theo bảng ngày nghỉ.",
    ]
    assert pc.sync().digest_equal, "and the round goes on as before"


def test_a_corrected_rubric_stands_beside_the_old_one(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    data = publish(province, rubric(tmp_path / "pack"))
    assert legal.criteria_set("qd-26-2026", "hoa").version == 1
    assert "“" in install(pc, data).changes[0].words
    assert legal.criteria_set("qd-26-2026", "hoa").version == 1001
    assert legal.criteria_set("qd-26-2026", "hoa", 1).version == 1, "who names the old one gets it"
    assert legal.check().good, "no shipped file was touched"
    legal.forget()
    assert legal.criteria_set("qd-26-2026", "hoa").version == 1001, "also after the next start"


def test_by_stick_with_the_answer(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    pc.receive("Mật ong")
    publish(province, rubric(tmp_path / "pack"))
    out = export(pc, tmp_path / "1.ocop")
    at_province(province, tmp_path / "tra-loi.ocop", out.path)
    take(pc, tmp_path / "tra-loi.ocop")
    assert rules.state(pc.db).version == 1
    again = export(pc, tmp_path / "2.ocop")
    [taken] = at_province(province, tmp_path / "tra-loi-2.ocop", again.path)
    assert taken.answer and "rules" not in {entry.kind for entry in taken.answer.manifest.entries}, "once is enough"


def test_each_pack_holds_those_before_it(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    first = publish(province, rubric(tmp_path / "a"))
    second = publish(province, holidays(tmp_path / "b"))
    install(pc, second)
    assert legal.criteria_set("qd-26-2026", "hoa").version == 1001
    assert rulepacks.read(second).manifest.version == 2
    with pytest.raises(Refused) as refused:
        install(pc, first)
    assert refused.value.code == "rules.older"
    changed = rubric(tmp_path / "c", one=("points = 1,", "points = 1 ,"))
    with pytest.raises(Refused) as refused:
        publish(province, changed)
    assert refused.value.code == "rules.changed_version"


def test_one_altered_byte_anywhere_changes_nothing(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    data = publish(province, rubric(tmp_path / "pack"))
    for at in range(0, len(data), max(1, len(data) // 60)):
        altered = bytearray(data)
        altered[at] ^= 1
        with pytest.raises(OcopError):
            install(pc, bytes(altered))
    for end in (0, 3, 30, 200, len(data) - 1):
        with pytest.raises(OcopError):
            install(pc, data[:end])
    with pytest.raises(Damaged):
        install(pc, data + b"x")
    assert as_it_was(pc)


def test_another_province_is_refused(commune: Make, tmp_path: Path) -> None:
    pc = commune()
    other = Service(Settings(data=tmp_path / "other", province="11", province_name="Tỉnh khác"))
    rulebook.publish(other, gather(rubric(tmp_path / "pack")))
    data = other.store.read(rulebook.content)
    other.close()
    with pytest.raises(Refused) as refused:
        install(pc, data)
    assert refused.value.code == "rules.other_province" and as_it_was(pc)


def test_an_expired_pack_is_not_passed_off_as_the_newest(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    data = publish(province, rubric(tmp_path / "pack"), days=30)
    with pytest.raises(Refused) as refused:
        install(pc, data, "2036-11-22T02:00:00.000Z")
    assert refused.value.code == "rules.expired" and as_it_was(pc)


def test_a_half_written_pack_leaves_the_one_before(
    commune: Make, province: TheProvince, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pc = commune()
    install(pc, publish(province, rubric(tmp_path / "a")))
    second = publish(province, holidays(tmp_path / "b"))
    # What a power cut leaves at worst: a part under its temporary name, or a name whose bytes never reached the disk.
    (paths.rules() / "00000002.ocoprules.part").write_bytes(second[:1000])
    (paths.rules() / "00000002.ocoprules").write_bytes(second[: len(second) // 2])
    legal.forget()
    assert legal.criteria_set("qd-26-2026", "hoa").version == 1001 and rules.state(pc.db).version == 1
    install(pc, second)
    assert rules.state(pc.db).version == 2


def test_a_database_that_cannot_note_it_leaves_all_as_it_was(
    commune: Make, province: TheProvince, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = commune()
    data = publish(province, rubric(tmp_path / "a"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as now:
        now.setattr(rules, "_note", full)
        with pytest.raises(OSError, match="No space"):
            install(pc, data)
    assert as_it_was(pc) and not list(paths.rules().glob("*.ocoprules"))
    assert install(pc, data).version == 1


@pytest.mark.parametrize("name", ["../x.toml", "/etc/x", "a//b", "C:\\x", "a/../b", "x\x00", "Ạ.toml", "a" * 300, ".x"])
def test_a_hostile_name_is_refused_on_both_sides(name: str) -> None:
    manifest = rulepacks.PackManifest(province="08", version=1, created="", expires="", files=())
    with pytest.raises(Refused):
        rulepacks.write(manifest, {name: b""}, lambda _: b"\0" * 64)
    made = rulepacks.write(manifest, {"aaa": b""}, lambda _: b"\0" * 64)
    shown = json.dumps(name).encode()[1:-1]
    forged = made.replace(b'"path":"aaa"', b'"path":"' + shown + b'"')
    grown = len(forged) - len(made)
    start = len(b"ocop-desktop/rules/1\n")
    length = int.from_bytes(made[start : start + 4]) + grown
    with pytest.raises(OcopError):
        rulepacks.read(forged[:start] + length.to_bytes(4) + forged[start + 4 :])


def test_a_huge_pack_is_not_even_read(commune: Make, tmp_path: Path) -> None:
    pc = commune()
    path = tmp_path / "to.ocoprules"
    with path.open("wb") as file:
        file.truncate(3 * rulepacks.MOST_BYTES)
    pc.at_home()
    with pytest.raises(Refused) as refused:
        rules.install_file(office.runner(pc.db), path)
    assert refused.value.code == "rules.too_large"


def test_what_is_wrong_is_said_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = rubric(tmp_path / "a", version=2, points=("points = 1,", "points = 99,"))
    said = [rules.describe(fault) for fault in faults(gather(wrong))]
    assert any("Số bản (version) của tỉnh phải từ 1001" in line for line in said)
    assert any("phần A, mục 1, tiêu chí" in line and "Cộng được" in line for line in said), said
    (wrong / "index.toml").write_text("[[files]]\nkind = 'plan'\n", encoding="utf-8")
    assert faults(gather(wrong))[0].code == "rules.fault.value", "a kind nobody knows"
    typed = rubric(tmp_path / "b", points=("points = 1,", 'points = "một",'))
    [fault] = faults(gather(typed))
    assert rules.describe(fault).endswith("Phải là số nguyên, đang là chữ trong dấu nháy.")
    assert fault.place.startswith("parts[0].sections[0].criteria")


def test_a_pack_that_cannot_be_installed_stops_no_round(
    commune: Make, province: TheProvince, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = commune()
    pc.receive("Mật ong")
    publish(province, rubric(tmp_path / "a"))
    with monkeypatch.context() as now:
        now.setattr(rules, "faults", lambda _: [rules.Fault(file="x.toml", code="rules.fault.missing")])
        done = pc.sync()
    assert done.digest_equal and as_it_was(pc)
    assert "x.toml" in rules.state(pc.db).problem
    assert settings.read(pc.db, "sync.rules_offered") == 1


def test_the_province_publishes_from_a_terminal(
    province: TheProvince, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(province.settings.data)
    wrong = rubric(tmp_path / "a", points=("points = 1,", "points = 99,"))
    assert server_command(["pack", "publish", str(wrong), "--data", data]) == 1
    assert "chưa công bố gì" in capsys.readouterr().out
    assert server_command(["pack", "publish", str(rubric(tmp_path / "b")), "--data", data, "--note", "Sửa"]) == 0
    assert "bản 1" in capsys.readouterr().out
    assert server_command(["pack", "list", "--data", data]) == 0
    assert "Sửa" in capsys.readouterr().out
    out = tmp_path / "usb" / "quy-dinh.ocoprules"
    assert server_command(["pack", "export", str(out), "--data", data]) == 0
    assert rulepacks.read(out.read_bytes()).manifest.version == 1


def test_a_sealed_dossier_keeps_its_rubric(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    words = builders.words() | {"product.set": "hoa"}
    given = {k: v for k, v in words.items() if isinstance(v, str) and k != "product.name"}
    sealed, working = pc.receive("Hoa hồi", **given), pc.receive("Hoa cúc", **given)
    pc.write(sealed, words)
    builders.complete(pc.db, sealed)
    run(pc.db, lambda db: dossiers.seal(db, sealed))
    install(pc, publish(province, rubric(tmp_path / "pack")))
    found = [stored.load(pc.db, each) for each in (sealed, working)]
    used = [legal.find_criteria_set(each.regime, each.criteria_set, each.rubric_version) for each in found]
    assert [each.version for each in used if each] == [1, 1001]


def test_a_corrected_table_counts_for_new_seals_of_its_own_law_only(
    commune: Make, province: TheProvince, tmp_path: Path
) -> None:
    pc = commune()
    sealed = builders.a_complete_dossier(pc.db, product__set="hoa")
    run(pc.db, lambda db: dossiers.seal(db, sealed))
    install(pc, publish(province, rubric(tmp_path / "pack")))
    after = builders.a_complete_dossier(pc.db, product__set="hoa", product__name="Hoa hồng", dossier__reception_no="2")
    run(pc.db, lambda db: dossiers.seal(db, after))
    found = [stored.load(pc.db, each) for each in (sealed, after)]
    assert [each.report.criteria_version for each in found if each.report] == [1, 1001]
    assert [each.rubric_version for each in found] == [1, 1001], "what was sealed keeps the table it was sealed with"
    assert legal.criteria_set("qd-148", "hoa").version == 1, "another law has its own table"
