"""The province's rule packs on this PC: check one, install it beside what is there, say what it changes."""

import base64
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ocop_desktop import __version__, legal, paths
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.permission import need
from ocop_desktop.domain import sentences
from ocop_desktop.domain.calendar import Holidays
from ocop_desktop.domain.rulepacks import MOST_BYTES, SUFFIX, Pack, read
from ocop_desktop.domain.units import Units
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.legal.faults import Fault, faults
from ocop_desktop.legal.gathering import gather
from ocop_desktop.legal.shelves import Entry, Shelf, shelf_of
from ocop_desktop.storage import journal, listing, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain, write_file
from ocop_desktop.sync.client import Province
from ocop_desktop.sync.package import RULES_OFFERED
from ocop_desktop.sync.progress import Run

_VERSION, _SHA256, _AT = "rules.version", "rules.sha256", "rules.at"
_CHANGES, _UNSEEN, _PROBLEM = "rules.changes", "rules.unseen", "rules.problem"
_KEPT = 3


@dataclass(frozen=True, kw_only=True)
class RuleChange:
    """One thing a pack changes: the sentence of ``code`` with ``details``."""

    code: str
    details: dict[str, str | int]

    @property
    def words(self) -> str:
        """The Vietnamese sentence."""
        return sentences.sentence(self.code, self.details)


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Where the province's rules stand on this PC. ``version`` 0: no pack is in force. Instants are UTC ISO text."""

    version: int
    province: str
    created: str
    expires: str
    note: str
    at: str
    changes: tuple[RuleChange, ...]
    unseen: bool
    offered: int = 0
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Installed:
    """What became of an installation."""

    version: int
    changes: tuple[RuleChange, ...]
    changed: Changes


def state(db: Db) -> Rules:
    """The pack in force, and what it changed."""
    shelf = legal.installed()
    made = shelf.manifest if shelf else None
    said = json.loads(str(settings.read(db, _CHANGES) or "[]"))
    return Rules(
        version=made.version if made else 0,
        province=made.province_name or made.province if made else "",
        created=made.created if made else "",
        expires=made.expires if made else "",
        note=made.note if made else "",
        at=str(settings.read(db, _AT) or ""),
        changes=tuple(RuleChange(code=code, details=details) for code, details in said),
        unseen=bool(settings.read(db, _UNSEEN)),
        offered=int(settings.read(db, RULES_OFFERED) or 0),
        problem=str(settings.read(db, _PROBLEM) or "").rpartition("|")[2],
    )


def note_seen(db: Db) -> Changes:
    """Someone has read what changed."""
    settings.write(db, {_UNSEEN: None})
    return Changes(settings=True, types=frozenset({"rules"}))


def version(db: Db) -> int:
    """The number of the pack this PC has; 0: none."""
    return int(settings.read(db, _VERSION) or 0) if legal.installed() else 0


def fetch(run: Run, province: Province, now: str) -> Installed | None:
    """Bring and install the pack that the province spoke of in this round; ``None`` where there is no newer one.

    A pack that cannot be installed is told by ``state`` and breaks nothing: the round is done, and so is its work.
    ``SyncError`` without a line.
    """
    offered, had, tried = run(lambda db: (int(settings.read(db, RULES_OFFERED) or 0), version(db), _tried(db)))
    if offered <= had or tried == f"{offered} {__version__}":
        return None
    return take(run, province.rules(), now, offered)


def take(run: Run, data: bytes, now: str, offered: int) -> Installed | None:
    """Install a pack that came with other things; what is wrong with it is noted for ``state``."""
    try:
        return install(run, data, now)
    except OcopError as error:
        if error.code != "rules.older":
            words = sentences.sentence(error.code, error.details)
            run(lambda db: settings.write(db, {_PROBLEM: f"{offered} {__version__}|{words}"}))
        return None


def _tried(db: Db) -> str:
    return str(settings.read(db, _PROBLEM) or "").partition("|")[0]


def install_file(run: Run, path: Path) -> Installed:
    """Install a pack from a file: the administrator's. Raises what ``install`` raises, and ``Environment`` where the file cannot be read."""
    run(lambda db: need(db, "administer"))
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise explain(error) from error
    return install(run, data, run(lambda db: db.now()))


def install(run: Run, data: bytes, now: str) -> Installed:
    """Check a pack as strictly as the shipped files, and put it into force; whatever is wrong leaves all as it was.

    ``now``: a UTC instant to compare its expiry with, the province's where it is known. Raises ``Refused``:
    ``rules.not_enrolled``, ``rules.other_province``, ``rules.older``, ``rules.expired``, ``rules.faulty``,
    ``rules.changed_version``, ``rules.name``, ``rules.too_large``; ``Damaged``: ``rules.unreadable``,
    ``rules.altered``; ``Environment``.
    """
    pack = read(data)
    known = run(lambda db: {**settings.read_all(db, "sync."), **settings.read_all(db, "rules.")})
    if not known.get("sync.server_key"):
        raise Refused("rules.not_enrolled")
    pack.require_signature(base64.b64decode(str(known["sync.server_key"])))
    manifest = pack.manifest
    if known.get("sync.province") and manifest.province != known["sync.province"]:
        raise Refused("rules.other_province")
    last, present = int(known.get(_VERSION) or 0), legal.installed()
    here = present.manifest.version if present and present.manifest else 0
    again = manifest.version == last and here < last and pack.sha256 == known.get(_SHA256)
    if manifest.version <= last and not again:
        raise Refused("rules.older", installed=last, version=manifest.version)
    if datetime.fromisoformat(now) > datetime.fromisoformat(manifest.expires):
        raise Refused("rules.expired", day=_day(manifest.expires[:10]))
    if wrong := faults(pack.contents):
        raise Refused("rules.faulty", count=len(wrong), first=describe(wrong[0]))
    if present is not None:
        _require_kept(present, pack)
    return _put(run, pack, data, present)


def _require_kept(present: Shelf, pack: Pack) -> None:
    """What dossiers may name stays as it is: every version that the pack before brought is in this one, byte for byte."""
    coming = {_key(entry): entry for entry in shelf_of(pack, Path()).index.files}
    for entry in present.index.files:
        same = coming.get(_key(entry))
        if same is None or pack.contents[same.path] != present.bytes(entry.path):
            raise Refused("rules.changed_version", file=entry.path)


def _key(entry: Entry) -> tuple[str, str, int]:
    return entry.kind, entry.id, entry.version


def _put(run: Run, pack: Pack, data: bytes, present: Shelf | None) -> Installed:
    old_keys = {_key(entry) for entry in legal.index().files}
    holidays, units = legal.holidays(), legal.units()
    path = paths.rules() / f"{pack.manifest.version:08}{SUFFIX}"
    write_file(path, data)
    try:
        legal.forget()
        fresh = [entry for entry in legal.index().files if _key(entry) not in old_keys]
        legal.regimes()
        news = [*_of_holidays(holidays, legal.holidays()), *_of_units(units, legal.units())]
        touched = run(lambda db: _due_again(db, holidays, legal.holidays()))
        if touched:
            news.append(RuleChange(code="rules.change.due", details={"count": len(touched)}))
        news += run(lambda db: _of_entries(db, fresh))
        run(lambda db: _note(db, pack, news))
    except BaseException:
        with suppress(OSError):
            path.unlink()
        legal.forget()
        raise
    for old in sorted(path.parent.glob(f"*{SUFFIX}"), reverse=True)[_KEPT:]:
        with suppress(OSError):
            old.unlink()
    changed = Changes(dossiers=touched, settings=True, types=frozenset({"rules"}))
    return Installed(version=pack.manifest.version, changes=tuple(news), changed=changed)


def _note(db: Db, pack: Pack, news: Sequence[RuleChange]) -> None:
    manifest = pack.manifest
    before = settings.read(db, _VERSION) or 0
    settings.write(
        db,
        {
            _VERSION: manifest.version,
            _SHA256: pack.sha256,
            _AT: db.now(),
            _CHANGES: json.dumps([[change.code, change.details] for change in news], ensure_ascii=False),
            _UNSEEN: bool(news) or None,
            _PROBLEM: None,
        },
    )
    journal.write(db, "rules.installed", before=before, version=manifest.version, sha256=pack.sha256)


# --- what changes -----------------------------------------------------------------------------------------------------


def _of_holidays(before: Holidays, after: Holidays) -> list[RuleChange]:
    was, now = ({day.day: day for day in table.days} for table in (before, after))
    years = sorted({day.year for day in now if was.get(day) != now[day]})
    return [
        RuleChange(
            code="rules.change.holidays",
            details={
                "year": year,
                "added": sum(day.year == year and day not in was for day in now),
                "changed": sum(day.year == year and day in was and was[day] != now[day] for day in now),
            },
        )
        for year in years
    ]


def _of_units(before: Units, after: Units) -> list[RuleChange]:
    if before is after:
        return []
    was, now = before.by_code, after.by_code
    counts: dict[str, str | int] = {
        "added": len(now.keys() - was.keys()),
        "removed": len(was.keys() - now.keys()),
        "renamed": sum(was[code].name != now[code].name for code in was.keys() & now.keys()),
    }
    return [RuleChange(code="rules.change.units", details=counts)] if any(counts.values()) else []


def _of_entries(db: Db, fresh: Sequence[Entry]) -> list[RuleChange]:
    return [change for entry in fresh if (change := _of_entry(db, entry))]


def _of_entry(db: Db, entry: Entry) -> RuleChange | None:
    details: dict[str, str | int] = {"id": entry.id, "version": entry.version}
    if entry.kind == "form":
        held = "SELECT count(*) FROM record WHERE type = 'report' AND deleted = 0 AND json_extract(body, '$.form') = ?"
        details |= {"name": legal.form(entry.id, entry.version).title, "count": _count(db, held, entry.id)}
    elif entry.kind == "letter":
        details |= {"name": legal.letter(entry.id, entry.version).title}
    elif entry.kind == "criteria":
        rubric = legal.criteria_set(entry.regime, entry.code, entry.version)
        named = "SELECT count(*) FROM record WHERE type = 'product' AND deleted = 0 AND json_extract(body, '$.set') = ?"
        details |= {"name": rubric.name, "count": _count(db, named, entry.code)}
    elif entry.kind == "regime":
        details |= {"name": legal.regime(entry.id).title, "day": _day(entry.valid_from)}
    elif entry.kind != "classification":
        return None
    return RuleChange(code=f"rules.change.{entry.kind}", details=details)


def _count(db: Db, sql: str, value: str) -> int:
    return int(db.conn.execute(sql, (value,)).fetchone()[0])


def _due_again(db: Db, before: Holidays, after: Holidays) -> frozenset[str]:
    """Count the days of every running dossier again, when a day off changed; those whose due day moved."""
    same = before.off == after.off and before.worked == after.worked
    return frozenset() if same else listing.refresh_due(db)


def _day(text: str) -> str:
    try:
        return f"{date.fromisoformat(text):%d/%m/%Y}"
    except ValueError:
        return text


def describe(fault: Fault) -> str:
    """A fault as one line: file, place, what is wrong."""
    where = ", ".join(part for part in (fault.file, fault.place) if part)
    return f"{where}: {sentences.sentence(fault.code, fault.details)}"


def check_path(path: Path) -> list[Fault]:
    """What is wrong with the rule files of a folder, of one TOML file or of a pack. Raises what ``gather`` raises."""
    return faults(gather(path))
