"""What communes of before a merger are called and which of today's they became, as the province told this office."""

from collections.abc import Iterable
from typing import NamedTuple

from ocop_desktop import legal

from .db import Db


class FormerUnit(NamedTuple):
    """A unit that is no more. ``now``: the code of the one it became part of; ``until``: its last day, ISO, or empty."""

    code: str
    name: str
    district: str
    now: str
    until: str


def put(db: Db, units: Iterable[FormerUnit]) -> None:
    """Keep these; a code that was told before is told anew."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO former_unit (code, name, district, now, until) VALUES (?, ?, ?, ?, ?)", units
    )


def all_of(db: Db) -> dict[str, FormerUnit]:
    """Every unit that was told, by its code."""
    found = db.conn.execute("SELECT code, name, district, now, until FROM former_unit")
    return {row[0]: FormerUnit(*row) for row in found}


def name(db: Db, code: str) -> str:
    """What the unit a record was made in is called: today's name, the former one, or the code where nobody said."""
    commune = legal.units().by_code.get(code)
    if commune is not None:
        return commune.name
    row = db.conn.execute("SELECT name FROM former_unit WHERE code = ?", (code,)).fetchone()
    return f"{row[0]} (cũ)" if row else code


def now(db: Db, code: str) -> str:
    """The unit that a record's unit is today: itself, or what it became, through several mergers."""
    seen = {code}
    while code not in legal.units().by_code:
        row = db.conn.execute("SELECT now FROM former_unit WHERE code = ?", (code,)).fetchone()
        if row is None or row[0] in seen:
            break
        code = row[0]
        seen.add(code)
    return code
