"""The list people read: one row per dossier, kept beside the records in the same transaction.

Finding and sorting give the row numbers of the whole result at once (8 bytes each); what is on screen is then read by
number. Any jump in a list of 100,000 rows costs the same.
"""

import unicodedata
from array import array
from datetime import date
from typing import NamedTuple

from ocop_desktop import legal
from ocop_desktop.domain import calendar
from ocop_desktop.domain.dossiers import Dossier, Stage, SyncState, stage
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import fold, sort_key

from . import dossiers, former_units, holidays
from .db import Db
from .standing import due_on, problems, sync_mark


class Row(NamedTuple):
    """One dossier in the list. ``due``: the legal day for the commune's report, ISO; ``missing``: what is still open."""

    number: int
    id: str
    product: str
    producer: str
    set_no: int | None
    set_name: str
    stage: Stage
    due: str | None
    missing: int
    sync: SyncState
    sync_at: str | None
    files: int
    files_done: int
    revision: int
    unit: str
    unit_name: str


_COLUMNS = "n, id, product, producer, set_no, set_name, stage, due, missing, sync, sync_at, files, files_done, revision, unit, unit_name"

SORTS = {
    "due": "due IS NULL, due, n",
    "product": "sort_product, n",
    "producer": "sort_producer, n",
    "set": "set_no, n",
    "stage": "stage, n",
    "missing": "missing, n",
    "sync": "sync, sync_at, n",
    "updated": "updated, n",
    "unit": "sort_unit, n",
}
FILTERS = {
    "all": "",
    "mine": "officer = :officer",
    "due_soon": "due <= :soon AND stage IN ('checking', 'assessing', 'waiting', 'sealed', 'returned')",
    "waiting": "stage = 'waiting'",
    "sealed": "stage = 'sealed'",
    "handed_over": "stage IN ('handed_over', 'at_province', 'accepted')",
    "arrived": "stage IN ('handed_over', 'at_province')",
    "accepted": "stage = 'accepted'",
    "late": "due < :today AND stage IN ('checking', 'assessing', 'waiting', 'sealed', 'returned')",
    "returned": "stage = 'returned'",
}


def order(
    db: Db,
    *,
    search: str = "",
    filter_: str = "all",
    sort: str = "due",
    descending: bool = False,
    soon: date,
    unit: str = "",
) -> "array[int]":
    """The numbers of the rows that match, in order. ``soon``: rows due up to this day count as due soon; ``unit``: only
    that unit's."""
    conditions = [condition for condition in (FILTERS[filter_], "unit = :unit" if unit else "") if condition]
    words = _words(search)
    if words:
        conditions.append("n IN (SELECT rowid FROM dossier_search WHERE dossier_search MATCH :words)")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    by = SORTS[sort]
    if descending:
        by = ", ".join(f"{column} DESC" for column in by.split(", "))
    # One row holding all numbers: read row by row, each of 100,000 steps would hand Python's lock to the window and back.
    joined = db.conn.execute(
        f"SELECT group_concat(n, ',' ORDER BY {by}) FROM dossier_row {where}",
        {
            "officer": db.officer,
            "soon": soon.isoformat(),
            "today": _today(db),
            "unit": unit,
            # Quoted, so that AND or NOT typed by an officer is text and not a query; * finds what begins so.
            "words": " ".join(f'"{word}"*' for word in words),
        },
    ).fetchone()[0]
    return array("q", map(int, joined.split(","))) if joined else array("q")


def _today(db: Db) -> str:
    return db.clock().astimezone().date().isoformat()


def _words(search: str) -> list[str]:
    """The words of a search as the index cuts them: letters and digits; dashes, quotes, ``%`` and ``*`` only part them."""
    return "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in fold(search)).split()


def rows(db: Db, numbers: "array[int] | list[int]") -> list[Row]:
    """The rows of these numbers, in this order; a row that is gone is left out."""
    marks = ", ".join("?" * len(numbers))
    found = {
        row[0]: Row(*row)
        for row in db.conn.execute(f"SELECT {_COLUMNS} FROM dossier_row WHERE n IN ({marks})", list(numbers))
    }
    return [found[number] for number in numbers if number in found]


def row_of(db: Db, dossier: str) -> Row | None:
    """The row of one dossier."""
    row = db.conn.execute(f"SELECT {_COLUMNS} FROM dossier_row WHERE id = ?", (dossier,)).fetchone()
    return Row(*row) if row else None


def by_sync(db: Db, limit: int) -> list[Row]:
    """What needs a person first, then what waits, then what the province confirmed last."""
    found = db.conn.execute(
        f"SELECT {_COLUMNS} FROM dossier_row ORDER BY CASE sync WHEN 'conflict' THEN 0 WHEN 'rejected' THEN 1 "
        "WHEN 'sending' THEN 2 WHEN 'waiting' THEN 3 WHEN 'never' THEN 4 ELSE 5 END, sync_at DESC, n DESC LIMIT ?",
        (limit,),
    )
    return [Row(*row) for row in found]


def count_waiting(db: Db) -> int:
    """How many dossiers have something that the province does not have yet."""
    return int(db.conn.execute("SELECT count(*) FROM dossier_row WHERE sync <> 'at_province'").fetchone()[0])


def counts(db: Db, soon: date, unit: str = "") -> dict[str, int]:
    """How many rows each filter has, of one unit or of all."""
    sums = ", ".join(f"sum({condition or '1'})" for condition in FILTERS.values())
    row = db.conn.execute(
        f"SELECT {sums} FROM dossier_row {'WHERE unit = :unit' if unit else ''}",
        {"officer": db.officer, "soon": soon.isoformat(), "today": _today(db), "unit": unit},
    ).fetchone()
    return dict(zip(FILTERS, (number or 0 for number in row), strict=True))


def stages(db: Db) -> dict[str, int]:
    """How many dossiers stand at each stage."""
    return dict(db.conn.execute("SELECT stage, count(*) FROM dossier_row GROUP BY stage").fetchall())


def unsigned(db: Db, limit: int = 500) -> list[tuple[str, str, str]]:
    """Id, product and producer of sealed dossiers that hold no signed copy of the report that counts."""
    return db.conn.execute(
        "SELECT w.id, w.product, w.producer FROM dossier_row w JOIN record d ON d.id = w.id "
        "WHERE w.stage IN ('sealed', 'handed_over', 'at_province') AND NOT EXISTS (SELECT 1 FROM record e "
        "WHERE e.dossier = w.id AND e.type = 'evidence' AND e.deleted = 0 "
        "AND json_extract(e.body, '$.report') = json_extract(d.body, '$.report')) ORDER BY w.sort_product, w.n LIMIT ?",
        (limit,),
    ).fetchall()


def signed_once(db: Db, limit: int = 200) -> list[tuple[str, str, str]]:
    """Id, product and producer of sealed dossiers that hold a signed copy of the report that counts, the latest first."""
    return db.conn.execute(
        "SELECT w.id, w.product, w.producer FROM dossier_row w JOIN record d ON d.id = w.id "
        "WHERE w.stage IN ('sealed', 'handed_over', 'at_province') AND EXISTS (SELECT 1 FROM record e "
        "WHERE e.dossier = w.id AND e.type = 'evidence' AND e.deleted = 0 "
        "AND json_extract(e.body, '$.report') = json_extract(d.body, '$.report')) ORDER BY w.updated DESC, w.n LIMIT ?",
        (limit,),
    ).fetchall()


def arrived(db: Db, limit: int) -> list[Row]:
    """What was handed over and nobody took up yet, the longest untouched first."""
    found = db.conn.execute(
        f"SELECT {_COLUMNS} FROM dossier_row WHERE {FILTERS['arrived']} ORDER BY updated, n LIMIT ?", (limit,)
    )
    return [Row(*row) for row in found]


def stages_by_unit(db: Db, today: date) -> list[tuple[str, str, int, int]]:
    """Unit, stage, how many dossiers stand there and how many of them are past their legal day; from one index."""
    return db.conn.execute(
        "SELECT unit, stage, count(*), sum(coalesce(due < ?, 0)) FROM dossier_row GROUP BY unit, stage",
        (today.isoformat(),),
    ).fetchall()


def producers(db: Db, folded: str, limit: int) -> list[tuple[str, str, str | None, str | None]]:
    """Known producers by folded words: those whose name begins with the text first."""
    words = folded.split()
    if not words:
        return []
    where = " AND ".join("instr(' ' || search, ' ' || ?) > 0" for _ in words)
    return db.conn.execute(
        f"SELECT id, name, kind, address FROM producer_row WHERE {where} "
        "ORDER BY substr(search, 1, length(?)) <> ?, search LIMIT ?",
        (*words, folded, folded, limit),
    ).fetchall()


def identities(db: Db) -> set[tuple[str, str, str, str]]:
    """Folded product, producer, producer's address and year of every dossier: what an import must not bring twice."""
    found = db.conn.execute(
        "SELECT json_extract(p.body, '$.name'), json_extract(c.body, '$.name'), json_extract(c.body, '$.address'), "
        "json_extract(d.body, '$.year') FROM record d LEFT JOIN record p ON p.id = json_extract(d.body, '$.product') "
        "LEFT JOIN record c ON c.id = json_extract(d.body, '$.producer') WHERE d.type = 'dossier' AND d.deleted = 0"
    )
    return {(fold(p or ""), fold(c or ""), fold(a or ""), str(y or "")) for p, c, a, y in found}


def producer_ids(db: Db) -> dict[tuple[str, str], str]:
    """Known producers by folded name and address."""
    found = db.conn.execute("SELECT search, address, id FROM producer_row ORDER BY n DESC")
    return {(name, fold(address or "")): record for name, address, record in found}


_WRITTEN = (
    *("product", "producer", "set_no", "set_name", "stage", "due", "missing", "sync", "sync_at", "files", "files_done"),
    *("revision", "officer", "updated", "search", "sort_product", "sort_producer", "unit", "unit_name", "sort_unit"),
)
_ADD_ROW = f"INSERT INTO dossier_row (id, {', '.join(_WRITTEN)}) VALUES (?{', ?' * len(_WRITTEN)})"
_READ_ROW = f"SELECT {', '.join(_WRITTEN)} FROM dossier_row WHERE id = ?"


def refresh(db: Db, dossier: str) -> None:
    """Rebuild the row of a dossier from its records; call it in the unit that changed them."""
    refresh_from(db, dossiers.load(db, dossier))


def refresh_from(db: Db, whole: Dossier) -> None:
    """The same for a dossier that was read, and changed, in this unit."""
    mark = sync_mark(db, whole)
    now = stage(whole.state, whole.values, mark.state)
    # What is handed over or withdrawn has no clock running at the commune, and stands last in the order of days.
    due = None if now in {"handed_over", "at_province", "accepted", "withdrawn"} else due_on(db, whole)
    unit = former_units.name(db, whole.dossier.unit)
    row = (
        str(whole.values.get("product.name") or ""),
        str(whole.values.get("producer.name") or ""),
        *_set(whole),
        now,
        due.isoformat() if due else None,
        len(problems(db, whole)) if whole.state in {"open", "waiting", "returned"} else 0,
        mark.state,
        mark.at,
        len(whole.evidence),
        sum(file.sent for file in whole.evidence),
        mark.revision,
        *_last_hand(db, whole),
        f"{search_text(whole)} {fold(unit)}",
        sort_key(str(whole.values.get("product.name") or "")),
        sort_key(str(whole.values.get("producer.name") or "")),
        whole.dossier.unit,
        unit,
        sort_key(unit),
    )
    _put(db, whole.id, row)
    _refresh_producer(db, whole)


def _put(db: Db, dossier: str, row: tuple[object, ...]) -> None:
    """Write what changed of a row: each column that is written is another index whose page goes to the disk."""
    before = db.conn.execute(_READ_ROW, (dossier,)).fetchone()
    if before is None:
        db.conn.execute(_ADD_ROW, (dossier, *row))
        return
    changed = {name: new for name, old, new in zip(_WRITTEN, before, row, strict=True) if old != new}
    if changed:
        columns = ", ".join(f"{name} = ?" for name in changed)
        db.conn.execute(f"UPDATE dossier_row SET {columns} WHERE id = ?", (*changed.values(), dossier))


def refresh_due(db: Db) -> frozenset[str]:
    """The legal days of all running dossiers anew, after a change of the days off; gives those that moved."""
    table = holidays.table(db)
    moved = set()
    rows = db.conn.execute(
        "SELECT w.id, w.due, json_extract(r.body, '$.received_on'), json_extract(r.body, '$.regime') FROM dossier_row w "
        "JOIN record r ON r.id = w.id WHERE w.due IS NOT NULL"
    ).fetchall()
    for id_, due, received, regime in rows:
        days = legal.regime(regime or legal.regimes()[-1].id).deadlines.commune_working_days
        if received and days is not None:
            now = calendar.commune_due(date.fromisoformat(received), days.value, table).isoformat()
            if now != due:
                db.conn.execute("UPDATE dossier_row SET due = ? WHERE id = ?", (now, id_))
                moved.add(id_)
    return frozenset(moved)


def remove(db: Db, dossier: str) -> None:
    """Take a dossier off the list."""
    db.conn.execute("DELETE FROM dossier_row WHERE id = ?", (dossier,))


def _last_hand(db: Db, whole: Dossier) -> tuple[str, str]:
    """Who worked on a dossier last and when. An exchange with the province, or a change of a producer that several
    dossiers share, makes no officer the owner of dossiers that others work on."""
    row = db.conn.execute(
        "SELECT CASE what WHEN 'work.handed' THEN json_extract(details, '$.to') ELSE officer END, until FROM journal "
        "WHERE dossier = ? AND what NOT LIKE 'sync.%' AND what NOT IN ('dossier.reviewed', 'sensitive.shown') "
        "ORDER BY n DESC LIMIT 1",
        (whole.id,),
    ).fetchone()
    return (row[0], row[1]) if row else ("", whole.dossier.updated)


def search_text(whole: Dossier) -> str:
    """What finds a dossier: product, producer, address, reception number, code; without accents. The list adds its unit."""
    keys = ("product.name", "producer.name", "dossier.reception_no", "product.code", "producer.address")
    texts = [str(whole.values[key]) for key in keys if whole.values.get(key)]
    return fold(" ".join(texts))


def _set(whole: Dossier) -> tuple[int | None, str]:
    found = legal.product_set(whole.regime, whole.criteria_set)
    return (found.no, found.name) if found else (None, "")


def _refresh_producer(db: Db, whole: Dossier) -> None:
    if whole.producer.id:
        note_producer(db, whole.producer.id, whole.producer.body)


def note_producer(db: Db, producer: str, body: Values) -> None:
    """Let a producer be found as one types; one that was merged into another no longer is."""
    if body.get("merged.into"):
        db.conn.execute("DELETE FROM producer_row WHERE id = ?", (producer,))
        return
    name = str(body.get("name") or "")
    row = (name, body.get("kind"), body.get("address"), fold(name))
    known = "SELECT name, kind, address, search FROM producer_row WHERE id = ?"
    if db.conn.execute(known, (producer,)).fetchone() == row:
        return
    db.conn.execute(
        "INSERT INTO producer_row (id, name, kind, address, search) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET name = excluded.name, kind = excluded.kind, address = excluded.address, search = excluded.search",
        (producer, *row),
    )
