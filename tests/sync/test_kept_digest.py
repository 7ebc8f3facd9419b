"""The digest is kept at both ends: whatever happens, it is what all records give, and it never says equal when they differ.

Two PCs and a province; typing, evidence, removals, rounds whose answer is lost, crashes, copies brought back on a PC and at
the province, in any order. After each step both kept digests are compared with ones made from every record.
"""

import json
import os
import shutil
import sqlite3
from contextlib import ExitStack, closing, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ocop_desktop import protocol
from ocop_desktop.actions import exchange, office
from ocop_desktop.errors import Refused, SyncError
from ocop_desktop.server import backup, digests
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.storage import records, replica, salvage
from ocop_desktop.storage import settings as stored
from ocop_desktop.storage.db import Db, run
from ocop_desktop.sync import answers, client
from tests.kit.network import bad_line
from tests.sync.conftest import UNIT, Commune, TheProvince

PCS = 2
_profile = pytest.MonkeyPatch()


def confirmed(pc: Commune) -> dict[str, tuple[int, dict[str, object]]]:
    """What the province confirmed of a PC's living records, by the tables themselves."""
    rows = pc.db.conn.execute(
        "SELECT r.id, coalesce(b.rev, r.rev), coalesce(b.body, r.body) FROM record r LEFT JOIN base b ON b.record = r.id "
        "WHERE r.rev > 0 AND coalesce(b.deleted, r.deleted) = 0"
    )
    return {record: (rev, json.loads(body)) for record, rev, body in rows}


def anew(held: dict[str, tuple[int, dict[str, object]]]) -> tuple[int, str]:
    """Count and set hash of records."""
    shares = [protocol.record_hash(i, rev, protocol.canonical(body)) for i, (rev, body) in held.items()]
    return len(shares), protocol.set_hash(shares)


class Kept(RuleBasedStateMachine):
    """Two PCs of one commune, a province, and copies of all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.folder = Path(self.stack.enter_context(TemporaryDirectory()))
        self.place = Settings(data=self.folder / "tinh", province="08", province_name="Tỉnh Tuyên Quang", reserve=0)
        self.stack.callback(_profile.undo)
        _profile.setattr(client, "TRIES", 1)
        self.server = ExitStack()
        self.serve()
        self.pcs = []
        for number in range(PCS):
            (self.folder / f"may-{number}").mkdir()
            pc = Commune(self.folder / f"may-{number}", _profile)
            pc.enrol(self.province.address, self.province.code())
            self.pcs.append(pc)
        self.numbers = count(1)
        self.dossier = ""

    def serve(self) -> None:
        """Start the server."""
        address = self.server.enter_context(running(self.place))
        self.province = TheProvince(self.place, address, self.server.enter_context(bad_line(address)))

    def teardown(self) -> None:
        for pc in self.pcs:
            pc.db.close()
        self.server.close()
        self.stack.close()

    @initialize()
    def begin(self) -> None:
        """One dossier that both know."""
        self.dossier = self.pcs[0].receive("Cam sành")
        for pc in self.pcs:
            assert pc.sync().digest_equal

    @rule(who=st.integers(0, PCS - 1), field=st.sampled_from(["product.name", "dossier.matter.y_tuong.found"]))
    def type_something(self, who: int, field: str) -> None:
        """A value."""
        with suppress(Refused):
            self.pcs[who].write(self.dossier, {field: f"Chữ thứ {next(self.numbers)}"})

    @rule(who=st.integers(0, PCS - 1), remove=st.booleans())
    def evidence(self, who: int, remove: bool) -> None:
        """A line of evidence more, or one fewer."""

        def change(db: Db) -> None:
            there = records.of_dossier(db, self.dossier, "evidence")
            if remove and there:
                records.delete(db, there[0])
            else:
                body = {"dossier": self.dossier, "row": "other", "name": f"tep {next(self.numbers)}"}
                records.add(db, "evidence", body, dossier=self.dossier, parent=self.dossier)

        with suppress(Refused):
            run(self.pcs[who].db, change)

    @rule(who=st.integers(0, PCS - 1), fault=st.sampled_from(["", "", "", "lost answer", "cut"]))
    def sync(self, who: int, fault: str) -> None:
        """A round. When it says that both sides are alike, they are."""
        passed = count()

        def fail(head: bytes) -> object:
            if fault == "lost answer" and b"/v1/sync/push" in head:
                return "swallow"
            return "refuse" if fault == "cut" and next(passed) >= 3 else None

        self.province.line.fault = fail
        pc = self.pcs[who]
        try:
            done = pc.sync()
        except SyncError:
            assert fault
        else:
            assert not done.digest_equal or confirmed(pc) == self.there()
            assert fault or done.digest_equal or done.conflicts or done.rejected
        finally:
            self.province.line.fault = lambda head: None

    @rule(who=st.integers(0, PCS - 1))
    def crash(self, who: int) -> None:
        """The program is gone and opened again."""
        self.pcs[who].reopen()

    @rule(who=st.integers(0, PCS - 1), back=st.booleans())
    def copy_of_a_pc(self, who: int, back: bool) -> None:
        """Its database is copied by hand, or an older copy is put in its place."""
        pc = self.pcs[who]
        kept = pc.folder / "copy.db"
        pc.db.close()
        if back and kept.exists():
            for beside in pc.folder.glob("ocop.db-*"):
                beside.unlink()
            shutil.copyfile(kept, pc.path)
        else:
            shutil.copyfile(pc.path, kept)
        pc.db = office.open_writer(pc.path, pc.key)

    @rule(who=st.integers(0, PCS - 1))
    def read_out(self, who: int) -> None:
        """A damaged database is read into a new one, which lacks some records."""
        pc = self.pcs[who]
        fresh = pc.folder / "fresh.db"
        pc.db.close()
        salvage.salvage(pc.path, pc.key, fresh)
        for beside in pc.folder.glob("ocop.db-*"):
            beside.unlink()
        fresh.replace(pc.path)
        pc.db = office.open_writer(pc.path, pc.key)

    @rule(back=st.booleans())
    def copy_of_the_province(self, back: bool) -> None:
        """The province is copied, or comes back from its copy."""
        out = self.folder / "tinh.tar"
        if not back or not out.exists():
            out.unlink(missing_ok=True)
            service = Service(self.place)
            try:
                backup.back_up(service, out)
            finally:
                service.close()
            return
        self.server.close()
        backup.restore(self.place, out, replace_data=True)
        self.serve()
        for pc in self.pcs:
            pc.at_home()
            run(pc.db, lambda db: exchange.move_server(db, self.province.address))

    @invariant()
    def the_pcs_are_right(self) -> None:
        """What a PC would compare with is what its records give."""
        for pc in self.pcs:
            assert run(pc.db, lambda db: answers.digest(db, UNIT)) == anew(confirmed(pc))
            assert stored.read(pc.db, replica.KEPT_DIGEST) is not None

    @invariant()
    def the_province_is_right(self) -> None:
        """What the province would answer is what its records give."""
        service = Service(self.place)
        try:
            today = stamp(self.place.clock())[:10]
            _, records_, hash_, _ = service.store.read(lambda db: digests.read(db, UNIT, today))
        finally:
            service.close()
        assert (records_, hash_) == anew(self.there())

    def there(self) -> dict[str, tuple[int, dict[str, object]]]:
        """What the province holds, by its table."""
        with closing(sqlite3.connect(self.place.data / "server.db")) as connection:
            rows = connection.execute("SELECT record, rev, body FROM records WHERE NOT deleted AND unit = ?", (UNIT,))
            return {record: (rev, json.loads(body)) for record, rev, body in rows}


Kept.TestCase.settings = settings(
    max_examples=int(os.environ.get("OCOP_MODEL_EXAMPLES", "5")),
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
TestKept = Kept.TestCase
