"""Released legal files as files: locked, listed, readable, and refused with their place when they are not."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from ocop_desktop import legal, paths
from ocop_desktop.errors import Damaged

ROOT = paths.resources() / "legal"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the legal files that may be spoiled, read instead of the shipped ones."""
    shutil.copytree(ROOT, tmp_path / "legal")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    yield tmp_path / "legal"


def spoil(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_every_released_file_is_locked_and_unchanged() -> None:
    state = legal.hashes(ROOT)
    assert (state.changed, state.missing, state.unlocked) == ([], [], [])
    assert state.good


def test_every_released_file_is_in_the_index_and_every_entry_has_its_file() -> None:
    listed = [entry.path for entry in legal.index().files]
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file()}
    assert len(set(listed)) == len(listed)
    assert set(listed) == files - {"index.toml", "locked.sha256"}


def test_every_entry_names_its_document_and_article() -> None:
    for entry in legal.index().files:
        assert entry.document, entry.id
        assert entry.article, entry.id
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry.valid_from), entry.id
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", entry.valid_to), entry.id
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", entry.day), entry.id
    versions = [(entry.kind, entry.id, entry.version) for entry in legal.index().files]
    assert len(set(versions)) == len(versions)


def test_one_changed_byte_is_found(elsewhere: Path) -> None:
    path = elsewhere / "criteria/qd-26-2026/hoa.toml"
    spoil(path, "points = 1,", "points = 2,")
    assert legal.hashes(elsewhere).changed == ["criteria/qd-26-2026/hoa.toml"]


def test_a_lost_and_a_new_file_are_found(elsewhere: Path) -> None:
    (elsewhere / "criteria/qd-26-2026/hoa.toml").rename(elsewhere / "criteria/qd-26-2026/hoa-2.toml")
    state = legal.hashes(elsewhere)
    assert state.missing == ["criteria/qd-26-2026/hoa.toml"]
    assert "criteria/qd-26-2026/hoa-2.toml" in state.unlocked
    assert not legal.check().good


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("min_star =", "min_stars =", "`min_stars` - at `$.parts[0].sections[0].criteria[2].options[2]`"),
        ("requirement =", "requirment =", "`requirment` - at `$.parts[0].sections[0].criteria[0]`"),
        ("status =", "state =", "state"),
        ('scoring = "choice"', 'scoring = "choose"', "scoring"),
        ("points = 1,", 'points = "1",', "points"),
    ],
)
def test_a_misspelt_key_or_value_is_refused_with_its_place(
    elsewhere: Path, before: str, after: str, place: str
) -> None:
    spoil(elsewhere / "criteria/qd-26-2026/rau-cu-qua-hat-tuoi.toml", before, after)
    with pytest.raises(Damaged) as damage:
        legal.criteria_set("qd-26-2026", "rau-cu-qua-hat-tuoi")
    assert damage.value.code == "legal.broken"
    assert damage.value.details["file"] == "criteria/qd-26-2026/rau-cu-qua-hat-tuoi.toml"
    assert place in str(damage.value.details["why"])


def test_a_file_that_is_not_toml_is_refused_with_its_line(elsewhere: Path) -> None:
    spoil(elsewhere / "regimes/qd-26-2026.toml", 'id = "qd-26-2026"', "id = qd-26-2026")
    with pytest.raises(Damaged) as damage:
        legal.regime("qd-26-2026")
    assert damage.value.code == "legal.broken"
    assert "line" in str(damage.value.details["why"])
    report = legal.check()
    assert not report.good
    assert any("regimes/qd-26-2026.toml" in problem for problem in report.problems)


def test_a_missing_file_is_named(elsewhere: Path) -> None:
    (elsewhere / "holidays.toml").unlink()
    with pytest.raises(Damaged) as damage:
        legal.holidays()
    assert (damage.value.code, damage.value.details) == ("legal.missing", {"file": "holidays.toml"})


def test_units_that_cannot_be_read_are_refused(elsewhere: Path) -> None:
    spoil(elsewhere / "units/2026-07.csv", "01,Thành phố Hà Nội,00004,Phường Ba Đình,phường", "01")
    with pytest.raises(Damaged) as damage:
        legal.communes()
    assert damage.value.code == "legal.broken"


def test_a_newer_version_is_taken_unless_an_older_one_is_named(elsewhere: Path) -> None:
    old = elsewhere / "criteria/qd-26-2026/hoa.toml"
    new = elsewhere / "criteria/qd-26-2026/hoa-2.toml"
    new.write_text(old.read_text(encoding="utf-8").replace("version = 1", "version = 2", 1), encoding="utf-8")
    entry = next(e for e in legal.index().files if e.code == "hoa")
    with (elsewhere / "index.toml").open("a", encoding="utf-8") as index:
        index.write(
            f'\n[[files]]\nkind = "criteria"\nid = "{entry.id}"\nversion = 2\npath = "criteria/qd-26-2026/hoa-2.toml"\n'
            f'regime = "{entry.regime}"\ncode = "hoa"\nvalid_from = "2026-12-01"\ndocument = "a"\narticle = "b"\nday = ""\n'
        )
    legal.forget()
    assert legal.criteria_set("qd-26-2026", "hoa").version == 2
    assert legal.criteria_set("qd-26-2026", "hoa", 1).version == 1
    with pytest.raises(Damaged):
        legal.criteria_set("qd-26-2026", "hoa", 3)


def test_the_report_counts_everything() -> None:
    report = legal.check()
    assert report.problems == []
    assert report.good
    assert set(report.regimes) == {"qd-1048-781", "qd-148", "qd-148-1489", "qd-26-2026"}
    assert len(report.rubrics) == 3 * 26
    now = [rubric for rubric in report.rubrics if rubric.regime == "qd-26-2026"]
    assert all(rubric.sums == {"A": 40, "B": 25, "C": 35} and not rubric.gap for rubric in now)
    assert (report.provinces, report.communes) == (34, 3321)
    assert [(year.year, year.to_check, year.pending) for year in report.holidays] == [(2026, 3, 0), (2027, 0, 4)]


def test_every_form_can_be_loaded_by_its_id() -> None:
    for entry in legal.index().files:
        if entry.kind == "form":
            found = legal.form(entry.id, entry.version)
            assert (found.id, found.version) == (entry.id, entry.version)
            assert entry.path == f"forms/{entry.id}/{entry.version}.toml"
    assert set(legal.form_ids("qd-26-2026")) <= set(legal.form_ids())


def test_units_have_the_official_codes() -> None:
    kinds = [commune.kind for commune in legal.communes()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"xã": 2611, "phường": 697, "đặc khu": 13}
    assert all(re.fullmatch(r"\d{5}", commune.code) for commune in legal.communes())
    assert all(re.fullmatch(r"\d\d", province.code) for province in legal.provinces())
    assert len({commune.code for commune in legal.communes()}) == 3321
    assert sum(province.is_city for province in legal.provinces()) == 7
    counts = {code: len(legal.units().of_province(code)) for code in ("19", "51", "48", "08", "42")}
    assert counts == {"19": 92, "51": 96, "48": 94, "08": 124, "42": 69}
    first = legal.communes()[0]
    assert legal.commune(first.code) == first
    assert legal.commune("99999") is None


def test_a_product_set_says_its_place_in_the_classification() -> None:
    sets = {chosen.code: chosen for chosen in legal.criteria_sets("qd-26-2026")}
    assert sets["che-tuoi-che-che-bien"].classification == "Thực phẩm / Chè / Chè tươi, chế biến"
    assert sets["hoa"].classification == "Sinh vật cảnh / Hoa"
    tourism = "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch"
    assert sets["du-lich-cong-dong"].classification == tourism


@pytest.mark.parametrize(
    ("load", "most"),
    [(legal.index, 0.02), (legal.units, 0.02), (partial(legal.regime, "qd-26-2026"), 0.02)],
    ids=["index", "units", "regime"],
)
def test_files_are_read_fast_enough_for_a_start(load: Callable[[], object], most: float) -> None:
    taken: list[float] = []
    for _ in range(5):
        legal.forget()
        start = time.process_time()
        load()
        taken.append(time.process_time() - start)
    assert min(taken) < 3 * most, "processor time, so that a busy machine proves nothing wrong"


def test_a_file_is_read_once() -> None:
    assert legal.regime("qd-26-2026") is legal.regime("qd-26-2026")
    assert legal.units() is legal.units()
