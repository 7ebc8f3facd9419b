"""Units over time: the province's table of former communes, read whole or not at all.

No source that was found says which commune of before 1/7/2025 became part of which (``resources/legal/units`` holds
today's only), so the program invents none: a province gives its own table.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import clean, fold, one_line
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage import former_units, journal, listing
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain
from ocop_desktop.storage.former_units import FormerUnit

from .changes import Changes
from .permission import only

COLUMNS = {"ma cu": "code", "ten cu": "name", "huyen cu": "district", "ma moi": "now", "den ngay": "until"}
"""The headings of the table, folded; the last two words of the law's: mã cũ, tên cũ, huyện cũ, mã mới, đến ngày."""


@dataclass(frozen=True, kw_only=True)
class Read:
    """What a table holds: the units, and for each row that is wrong its number and a code of why."""

    units: tuple[FormerUnit, ...]
    wrong: tuple[tuple[int, str], ...]


def read_table(data: bytes) -> Read:
    """Read a table of former units (CSV, UTF-8). ``Refused``: ``import.encoding``, ``units.columns``."""
    try:
        text = clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused("import.encoding") from error
    first = text.split("\n", 1)[0]
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ","))
    head = [COLUMNS.get(fold(name).replace("_", " "), "") for name in rows[0]] if rows else []
    if not {"code", "name", "now"} <= set(head):
        raise Refused("units.columns")
    found: dict[str, FormerUnit] = {}
    wrong: list[tuple[int, str]] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = {name: one_line(cell) for name, cell in zip(head, row, strict=False) if name}
        if not any(cells.values()):
            continue
        if why := _wrong(cells, found):
            wrong.append((number, why))
            continue
        until = KINDS["date"].parse(cells["until"]) if cells.get("until") else ""
        found[cells["code"]] = FormerUnit(
            cells["code"], cells["name"], cells.get("district", ""), cells["now"], str(until or "")
        )
    return Read(units=tuple(found.values()), wrong=tuple(wrong))


def _wrong(cells: dict[str, str], known: dict[str, FormerUnit]) -> str:
    code, now = cells.get("code", ""), cells.get("now", "")
    if not (code.isdecimal() and len(code) == 5) or not cells.get("name"):
        return "units.code"
    if code in known:
        return "units.twice"
    if code in legal.units().by_code:
        return "units.today"
    if now not in legal.units().by_code:
        return "units.now"
    if cells.get("until"):
        try:
            KINDS["date"].parse(cells["until"])
        except (OcopError, ValueError):
            return "units.day"
    return ""


@only("administer")
def import_table(db: Db, file: Path) -> Changes:
    """Take a province's table, whole or not at all; the list shows the names from then on.

    ``Refused``: ``units.rows`` with ``row``, ``count`` and ``why``; as ``read_table``. ``Environment``.
    """
    try:
        read = read_table(file.read_bytes())
    except OSError as error:
        raise explain(error) from error
    if read.wrong:
        row, why = read.wrong[0]
        raise Refused(why, row=row, count=len(read.wrong))
    former_units.put(db, read.units)
    codes = [unit.code for unit in read.units]
    touched = {
        dossier
        for code in codes
        for (dossier,) in db.conn.execute("SELECT id FROM dossier_row WHERE unit = ?", (code,)).fetchall()
    }
    for dossier in touched:
        listing.refresh(db, dossier)
    journal.write(db, "units.imported", count=len(codes))
    return Changes(dossiers=frozenset(touched), settings=True)
