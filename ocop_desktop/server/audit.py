"""What administrators and devices did at this server: one line for each act, which nobody changes or takes away.

No personal data: ids, unit codes, states, numbers; no name of a person, no address of a line, no code and no password. The
database itself refuses a change of a line (``migrations/versions/0007_audit.py``), and a restore keeps the lines of after the copy.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone

import uuid6
from sqlalchemy import Connection, insert, select

from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.server.store import Row, Store, add, rows
from ocop_desktop.server.tables import audit

DONE = "done"
VIETNAM = timezone(timedelta(hours=7))
"""One time zone and no summer time."""

WORDS = {
    "enrol.code": "cấp mã ghi danh",
    "enrol": "ghi danh máy",
    "revoke": "thu hồi máy",
    "alias": "chuyển mã xã",
    "pack.publish": "công bố gói quy định",
    "pack.export": "chép gói quy định ra tệp",
    "program.root": "ký danh sách khóa bản cập nhật",
    "program.publish": "công bố bản mới của chương trình",
    "package.import": "nhận gói qua USB",
    "rescue.take": "nhận gói cứu hộ",
    "dossier.returned": "trả hồ sơ về xã",
    "dossier.accepted": "tiếp nhận hồ sơ",
    "dossier.move": "chuyển bước hồ sơ",
    "backup": "sao lưu",
    "restore": "khôi phục",
    "console.password": "đặt mật khẩu trang quản trị",
    "console.enter": "vào trang quản trị",
    "reset.code": "cấp mã đặt lại câu mật khẩu",
}
"""Every act that is written, in Vietnamese."""


def note(
    connection: Connection,
    settings: Settings,
    act: str,
    *,
    actor: str = "",
    unit: str = "",
    subject: str = "",
    outcome: str = DONE,
) -> None:
    """Add a line, in the transaction of the act itself.

    ``actor``: the device that acted, empty for the server's own people; ``subject``: the id of what it was done to;
    ``outcome``: ``done`` or the code of the refusal.
    """
    row = {
        "entry": str(uuid6.uuid7()),
        "at": stamp(settings.clock()),
        "act": act,
        "actor": actor,
        "unit": unit,
        "subject": subject[:80],
        "outcome": outcome[:40],
    }
    add(connection, audit, [row])


@contextmanager
def refusals(store: Store, settings: Settings, act: str, *, subject: str = "") -> Iterator[None]:
    """Write down an act that is refused or fails, whose own transaction is undone; the error goes on."""
    try:
        yield
    except OcopError as error:
        code = error.code
        store.write(lambda connection: note(connection, settings, act, subject=subject, outcome=code))
        raise


def lines(connection: Connection, since: str = "", most: int | None = None) -> list[Row]:
    """The lines, newest first, of one day of Vietnam (``yyyy-mm-dd``) and later. Raises ``Refused("audit.day")``."""
    wanted = select(audit).order_by(audit.c.at.desc(), audit.c.entry.desc()).limit(most)
    if since:
        try:
            day = date.fromisoformat(since)
        except ValueError as error:
            raise Refused("audit.day") from error
        wanted = wanted.where(audit.c.at >= stamp(datetime(day.year, day.month, day.day, tzinfo=VIETNAM)))
    return list(rows(connection, wanted))


def bring(source: Connection, target: Connection) -> None:
    """Add the lines of one database that the other lacks: a restore takes no line away."""
    known = set(target.execute(select(audit.c.entry)).scalars())
    missing = [dict(row) for row in rows(source, select(audit)) if row["entry"] not in known]
    if missing:
        target.execute(insert(audit), missing)
