"""A province that is copied, loses its machine and comes back: every commune sends again what the copy lacks."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from ocop_desktop.actions import dossiers, exchange, office
from ocop_desktop.errors import Damaged, Refused
from ocop_desktop.server import backup, guesses
from ocop_desktop.server.commands import run as terminal
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.server.tables import attempts, metadata
from ocop_desktop.storage import files, settings
from ocop_desktop.storage.db import run
from tests.kit.builders import a_complete_dossier
from tests.server.postgres import new_database, postgres
from tests.sync.conftest import Commune, TheProvince
from tests.sync.sticks import at_province, export, take


@pytest.fixture(scope="module")
def postgres_server() -> Iterator[str]:
    """One PostgreSQL for this file, started when it is needed."""
    with postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """A province's machine."""
    database = "" if request.param == "sqlite" else new_database(request.getfixturevalue("postgres_server"))
    return Settings(data=tmp_path / "Máy chủ", database=database, province="08", province_name="Tỉnh Tuyên Quang")


def _pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stack: ExitStack, name: str) -> Commune:
    folder = tmp_path / name
    folder.mkdir()
    made = Commune(folder, monkeypatch)
    stack.callback(made.db.close)
    return made


def _copy(place: Settings, out: Path) -> backup.Backup:
    service = Service(place)
    try:
        return backup.back_up(service, out)
    finally:
        service.close()


def test_after_a_restore_all_converge(place: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "sao lưu" / "may-chu.tar"
    with ExitStack() as stack:
        one, two, three = (_pc(tmp_path, monkeypatch, stack, f"may-{n}") for n in (1, 2, 3))
        with running(place) as address:
            for pc in (one, two, three):
                province = TheProvince.__new__(TheProvince)
                province.settings = place
                pc.enrol(address, TheProvince.code(province))
            before = one.receive("Trước bản sao")
            one.attach(before, b"truoc" * 1000)
            for pc in (one, two, three):
                pc.sync()
            note = _copy(place, out)
            assert (note.records, note.files, note.missing) == (4, 1, ()) and note.devices == 3
            after = two.receive("Sau bản sao")
            two.attach(after, b"sau" * 1000)
            one.write(before, {"dossier.matter.y_tuong.found": "Sửa sau bản sao"})
            one.attach(before, b"them" * 1000, "other")
            for pc in (one, two, three, one):
                assert pc.sync().digest_equal
            with pytest.raises(Refused):
                backup.restore(place, out)
        backup.restore(place, out, replace_data=True)
        with running(place) as address:
            for pc in (one, two, three):
                pc.at_home()
                run(pc.db, lambda db: exchange.move_server(db, address))
            # The third comes by stick.
            at_province_of(place, tmp_path / "a", export(three, tmp_path / "p").path)
            take(three, tmp_path / "a")
            for pc in (one, two, three, one, two, three):
                pc.sync()
            for pc in (one, two, three):
                assert pc.sync().digest_equal
            values = [pc.values(before) for pc in (one, two, three)]
            assert values[0] == values[1] == values[2]
            assert values[0]["dossier.matter.y_tuong.found"] == "Sửa sau bản sao"
            assert three.values(after)["product.name"] == "Sau bản sao"
            three.at_home()
            lost = [row[0] for row in three.db.conn.execute("SELECT sha256 FROM file WHERE here = 0")]
            assert len(lost) == 3
            for sha256 in lost:
                assert exchange.fetch_file(office.runner(three.db), sha256), "files sent after the copy are there again"


@pytest.mark.parametrize("known", [True, False], ids=["copied while open", "copied before it came"])
def test_a_hand_over_that_the_copy_does_not_know_comes_back_whole(
    place: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    out = tmp_path / "b.tar"
    with ExitStack() as stack:
        one = _pc(tmp_path, monkeypatch, stack, "may-1")
        with running(place) as address:
            province = TheProvince.__new__(TheProvince)
            province.settings = place
            one.enrol(address, province.code())
            dossier = ""
            for copying in (not known, known):  # before the dossier came, or while it was open
                if copying:
                    _copy(place, out)
                if not dossier:
                    dossier = a_complete_dossier(one.db)
                    one.sync()
            one.attach(dossier, b"sau ban sao" * 1000, "other")
            run(one.db, lambda db: dossiers.seal(db, dossier))
            run(one.db, lambda db: dossiers.hand_over(db, dossier))
            assert one.sync().digest_equal
        backup.restore(place, out, replace_data=True)
        with running(place) as address:
            one.at_home()
            run(one.db, lambda db: exchange.move_server(db, address))
            rejected = [one.sync().rejected for _ in range(3)]
            assert rejected == [0, 0, 0] and one.sync().digest_equal
            page = dossiers.open_dossier(one.db, dossier)
            assert (page.state, page.sync.state) == ("handed_over", "at_province")


def at_province_of(place: Settings, out: Path, package: Path) -> None:
    """The stick at a province without a bad line."""
    province = TheProvince.__new__(TheProvince)
    province.settings = place
    at_province(province, out, package)


def test_the_same_revision_made_twice_is_merged(
    commune: Callable[..., Commune], province: TheProvince, tmp_path: Path
) -> None:
    """One PC's second revision was lost with the machine; another PC makes a second revision of its own."""
    one, two = commune("may-1"), commune("may-2")
    dossier = one.receive("Chè")
    one.sync()
    two.sync()
    _copy(province.settings, tmp_path / "b.tar")
    one.write(dossier, {"dossier.matter.y_tuong.found": "Từ máy một"})
    one.sync()
    elsewhere = Settings(data=tmp_path / "máy mới")
    backup.restore(elsewhere, tmp_path / "b.tar")
    with running(elsewhere) as address:
        for pc in (one, two):
            pc.at_home()
            run(pc.db, lambda db: exchange.move_server(db, address))
        two.write(dossier, {"dossier.matter.ban_sac.found": "Từ máy hai"})
        for pc in (two, one, two):
            assert pc.sync().digest_equal
        assert one.values(dossier) == two.values(dossier)
        assert one.values(dossier)["dossier.matter.y_tuong.found"] == "Từ máy một"
        assert one.values(dossier)["dossier.matter.ban_sac.found"] == "Từ máy hai"
        one.write(dossier, {"dossier.workers_total": 5})
        assert one.sync().digest_equal and two.sync().digest_equal


def test_after_a_restore_numbers_go_on_where_they_stood(place: Settings, tmp_path: Path) -> None:
    """Rows come back with their numbers; what the database numbers by itself must not give these again."""
    service = Service(replace(place, database="", data=tmp_path / "Máy cũ"))
    try:
        identity, told = service.identity, service.settings
        for number in range(9):
            source = f"192.0.2.{number}"
            service.store.write(lambda c, source=source: guesses.note(c, identity, told, source))  # type: ignore[misc]
        backup.back_up(service, tmp_path / "b.tar")
    finally:
        service.close()
    backup.restore(place, tmp_path / "b.tar", replace_data=True)
    service = Service(place)
    try:
        identity, told = service.identity, service.settings
        with suppress(IntegrityError):
            service.store.write(lambda c: guesses.note(c, identity, told, "192.0.2.99"))
        numbers = service.store.read(lambda c: list(c.execute(select(attempts.c.attempt)).scalars()))
        assert sorted(numbers) == list(range(1, 11))
        serial = [
            (table, column.name)
            for table in metadata.sorted_tables
            for column in table.columns
            if column is table.autoincrement_column
        ]
        assert [(table.name, column) for table, column in serial] == [("attempts", "attempt")], (
            "another: is it here too?"
        )
    finally:
        service.close()


@pytest.mark.parametrize("where", [0.1, 0.5, 0.95])
def test_a_damaged_copy_touches_nothing(
    commune: Callable[..., Commune], province: TheProvince, tmp_path: Path, where: float
) -> None:
    pc = commune()
    pc.attach(pc.receive("Chè"), bytes(range(256)) * 1000)
    pc.sync()
    out = tmp_path / "b.tar"
    _copy(province.settings, out)
    data = bytearray(out.read_bytes())
    data[int(where * len(data))] ^= 1
    out.write_bytes(data)
    fresh = Settings(data=tmp_path / "mới")
    try:
        backup.restore(fresh, out)
    except Damaged as error:
        assert error.code == "backup.damaged"
        assert not (fresh.data / "server.db").exists()
    else:
        assert data[int(where * len(data))] ^ 1 == 0, "only the padding of the archive may differ"


def test_the_terminal_copies_and_restores(
    commune: Callable[..., Commune], province: TheProvince, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pc = commune()
    pc.receive("Chè")
    pc.sync()
    out, elsewhere = str(tmp_path / "b.tar"), str(tmp_path / "máy mới")
    assert terminal(["backup", "--data", str(province.settings.data), "--out", out]) == 0
    assert terminal(["restore", out, "--data", str(province.settings.data)]) == 1
    assert "--replace" in capsys.readouterr().err
    assert terminal(["restore", out, "--data", elsewhere]) == 0
    assert "3 bản ghi" in capsys.readouterr().out
    service = Service(Settings(data=Path(elsewhere)))
    assert service.identity.public_key == str(run(pc.db, lambda db: settings.read(db, "sync.server_key")))
    assert service.identity.epoch != str(run(pc.db, lambda db: settings.read(db, "sync.epoch")))
    service.close()
    assert run(pc.db, files.confirmed) == []
