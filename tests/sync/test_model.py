"""Anything may happen in any order: typing, moves, removals, rounds whose answer is lost, crashes, decisions.

One real server, three real databases. The rules say what must hold when the line is quiet again: nothing that was
acknowledged is lost, nothing is there twice, all PCs and the province are alike.
"""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from ocop_desktop.actions import conflicts, dossiers
from ocop_desktop.actions.conflicts import Typed
from ocop_desktop.errors import Refused, SyncError
from ocop_desktop.server.returning import return_dossier
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import listing, outbox, records
from ocop_desktop.storage.db import Db, run
from ocop_desktop.sync import client
from tests.kit.network import bad_line
from tests.sync.conftest import Commune, TheProvince

PCS = 3
FIELDS = ("dossier.workers_total", "dossier.workers_local", "dossier.samples")
TEXTS = ("dossier.matter.y_tuong.found", "dossier.matter.ban_sac.found", "product.name")

_profile = pytest.MonkeyPatch()


class Exchanges(RuleBasedStateMachine):
    """Three PCs of one commune, a province, and people who type, press and decide."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        folder = Path(self.stack.enter_context(TemporaryDirectory()))
        where = Settings(data=folder / "tinh", province="08", province_name="Tỉnh Tuyên Quang")
        address = self.stack.enter_context(running(where))
        line = self.stack.enter_context(bad_line(address))
        self.province = TheProvince(where, address, line)
        self.stack.callback(_profile.undo)
        _profile.setattr(client, "TRIES", 1)
        self.pcs: list[Commune] = []
        for number in range(PCS):
            (folder / f"may-{number}").mkdir()
            pc = Commune(folder / f"may-{number}", _profile)
            pc.db.officer = f"Cán bộ {number}"
            pc.enrol(self.province.address, self.province.code())
            self.pcs.append(pc)
        self.numbers = count(1)
        self.typed: dict[tuple[int, str, str], object] = {}
        self.dossier = ""

    def teardown(self) -> None:
        """What must hold in the end, whatever happened."""
        try:
            self.come_to_rest()
        finally:
            for pc in self.pcs:
                pc.db.close()
            self.stack.close()

    @initialize()
    def begin(self) -> None:
        """One dossier that all PCs know."""
        self.dossier = self.pcs[0].receive("Cam sành")
        for pc in self.pcs:
            pc.sync()

    @rule(who=st.integers(0, PCS - 1), field=st.sampled_from(FIELDS + TEXTS))
    def type_something(self, who: int, field: str) -> None:
        """A value that nobody typed before."""
        number = next(self.numbers)
        value: int | str = number if field in FIELDS else f"Chữ thứ {number}"
        try:
            self.pcs[who].write(self.dossier, {field: value})
        except Refused:
            return
        self.typed[who, "dossier" if field.startswith("dossier.") else "product", field.partition(".")[2]] = value

    @rule(who=st.integers(0, PCS - 1))
    def attach(self, who: int) -> None:
        """One more line of evidence."""
        body = {"dossier": self.dossier, "row": "other", "name": f"tep {next(self.numbers)}"}
        self.act(who, lambda db: records.add(db, "evidence", body, dossier=self.dossier, parent=self.dossier))

    @rule(who=st.integers(0, PCS - 1), at=st.integers(0, 3), remove=st.booleans())
    def touch_evidence(self, who: int, at: int, remove: bool) -> None:
        """Rename or remove one."""
        files = records.of_dossier(self.pcs[who].db, self.dossier, "evidence")
        if at < len(files):
            name = {"name": f"tep {next(self.numbers)}"}
            self.act(who, lambda db: records.delete(db, files[at]) if remove else records.patch(db, files[at], name))

    @rule(who=st.integers(0, PCS - 1), state=st.sampled_from(["waiting", "open", "handed_over"]))
    def move(self, who: int, state: str) -> None:
        """Press a button that moves the dossier."""

        def press(db: Db) -> None:
            if state == "waiting":
                dossiers.pause(db, self.dossier, "Chờ giấy")
                return
            now = dossiers.open_dossier(db, self.dossier)
            if now.sync.state == "conflict" or now.state == "handed_over":
                raise Refused("dossier.move")
            here = records.get(db, self.dossier)
            records.move(db, here, {"state": state}, {"state": now.state})
            listing.refresh(db, self.dossier)

        self.act(who, press)

    @rule()
    def give_back(self) -> None:
        """The province returns what was handed over."""
        service = Service(self.province.settings)
        try:
            return_dossier(service, self.dossier, {"dossier.samples": f"Ý kiến {next(self.numbers)}"})
        except Refused:
            pass
        finally:
            service.close()

    @rule(
        who=st.integers(0, PCS - 1),
        fault=st.sampled_from(["none", "none", "none", "lost answer", "lost later", "cut"]),
        after=st.integers(0, 3),
    )
    def sync(self, who: int, fault: str, after: int) -> None:
        """A round; its line may fail somewhere."""
        passed = count()

        def fail(head: bytes) -> object:
            if fault == "lost answer" and b"/v1/sync/push" in head:
                return "swallow"
            if fault == "lost later" and b"/v1/sync/push" in head and next(passed) >= after:
                return "swallow"
            return "refuse" if fault == "cut" and next(passed) >= 3 + after else None

        self.province.line.fault = fail
        try:
            self.pcs[who].sync()
        except SyncError:
            assert fault != "none"
        finally:
            self.province.line.fault = lambda head: None

    @rule(who=st.integers(0, PCS - 1))
    def crash(self, who: int) -> None:
        """The program is gone and opened again."""
        officer = self.pcs[who].db.officer
        self.pcs[who].reopen()
        self.pcs[who].db.officer = officer

    @rule(who=st.integers(0, PCS - 1), choice=st.sampled_from(["ours", "theirs", "other"]))
    def decide(self, who: int, choice: str) -> None:
        """Somebody settles a conflict."""
        for conflict in conflicts.open_conflicts(self.pcs[who].db)[:1]:
            self.settle(who, conflict, choice)

    def settle(self, who: int, conflict: conflicts.Conflict, choice: str) -> None:
        """One decision; a move is followed."""
        picked: dict[str, conflicts.Choice] = {}
        for field in conflict.fields:
            picked[field.name] = "theirs" if conflict.kind == "move" or choice == "theirs" else "ours"
            if choice == "other" and field.form is not None:
                number = next(self.numbers)
                picked[field.name] = Typed(number if isinstance(field.ours, int) else f"Chữ thứ {number}")
            key = (who, conflict.type, field.name)
            # Its officer saw the latest text and chose: on the PC that lost, and on one where typing went on since.
            if conflict.ours.here or (conflict.theirs.here and field.theirs == self.typed.get(key)):
                self.typed.pop(key, None)
        self.act(who, lambda db: conflicts.decide(db, conflict.op, picked, "Đã xem"))

    def act(self, who: int, action: Callable[[Db], object]) -> None:
        """Press; what the program refuses is not done."""
        with suppress(Refused):
            run(self.pcs[who].db, action)

    def server(self, statement: str) -> list[tuple[object, ...]]:
        """A stranger's look at the province's database."""
        with closing(sqlite3.connect(self.province.settings.data / "server.db")) as connection:
            return connection.execute(statement).fetchall()

    def come_to_rest(self) -> None:
        """Rounds and decisions until nothing waits; then nothing may be lost, twice, or different."""
        if not self.dossier:
            return
        for _ in range(12):
            self.give_back()
            done = [pc.sync() for pc in self.pcs]
            for who, pc in enumerate(self.pcs):
                for conflict in conflicts.open_conflicts(pc.db):
                    self.settle(who, conflict, "ours")
            waiting = sum(outbox.count(pc.db) for pc in self.pcs)
            if not waiting and all(each.digest_equal and not each.received and not each.sent for each in done):
                break
        else:
            raise AssertionError([pc.db.conn.execute("SELECT * FROM outbox").fetchall() for pc in self.pcs])
        self.nothing_differs()
        self.nothing_is_lost()
        twice = self.server("SELECT op FROM history GROUP BY op HAVING count(*) > 1")
        assert twice == []

    def nothing_differs(self) -> None:
        """Every PC holds what the province holds, record by record."""
        there = {
            i: (r, json.loads(b)) for i, r, b in self.server("SELECT record, rev, body FROM records WHERE NOT deleted")
        }
        for pc in self.pcs:
            rows = pc.db.conn.execute("SELECT id, rev, body FROM record WHERE deleted = 0")
            assert {i: (r, json.loads(b)) for i, r, b in rows} == there
            assert pc.db.conn.execute("SELECT count(*) FROM held").fetchone() == (0,)
            assert pc.db.conn.execute("SELECT count(*) FROM base").fetchone() == (0,)

    def nothing_is_lost(self) -> None:
        """What each officer typed last in a field stands, stood, or was shown to a person as the other side."""
        known: set[tuple[str, object]] = set()
        for (text,) in self.server(
            "SELECT coalesce(nullif(fields, ''), body) FROM history JOIN records USING (record)"
        ):
            known |= set(json.loads(str(text)).items())
        for (text,) in self.server("SELECT payload FROM conflicts"):
            known |= set(json.loads(str(text)).get("fields", {}).items())
        assert [item for item in self.typed.items() if (item[0][2], item[1]) not in known] == []


Exchanges.TestCase.settings = settings(
    max_examples=int(os.environ.get("OCOP_MODEL_EXAMPLES", "8")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
TestExchanges = Exchanges.TestCase
