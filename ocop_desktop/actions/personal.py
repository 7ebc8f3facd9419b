"""Personal data: looking at what is sensitive, all that is held about one person, and a PC that leaves service."""

import json
from dataclasses import dataclass
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.text import fold
from ocop_desktop.errors import Refused
from ocop_desktop.storage import files as stored
from ocop_desktop.storage import journal, outbox, records, wiping
from ocop_desktop.storage.db import Db, Key, close_whole, run
from ocop_desktop.storage.durable import write_file

from . import office
from .changes import Changes
from .labels import field_labels
from .permission import only

WIPE_WORD = "XOA"
"""What a person types to wipe a PC that still holds work nobody else has."""

_OF_PERSON = (*("representative", "position", "gender", "ethnicity", "home_address", "phone", "email"),)


def look(db: Db, dossier: str, field: str) -> Changes:
    """Note that a sensitive field is looked at: which, whose dossier, who, when; never what stands in it."""
    journal.write(db, "sensitive.shown", dossier=dossier, field=field)
    return Changes()


@dataclass(frozen=True, kw_only=True)
class Exported:
    """Where it was written, how many producers and dossiers of the person it holds."""

    producers: int
    dossiers: int


@only("personal_data")
def export(db: Db, person: str, out: Path) -> Exported:
    """Write all that is held about one representative (name, or the id of a producer's record) as one readable file.

    ``Refused``: ``person.unknown``. The file is JSON with the labels of the forms; the export is written down.
    """
    found = [
        record
        for record in records.of_type(db, "producer")
        if person == record.id or fold(str(record.body.get("representative") or "")) == fold(person)
    ]
    if not found or not person.strip():
        raise Refused("person.unknown")
    labels = field_labels(legal.regimes()[-1].id)
    told = []
    count = 0
    for record in found:
        rows = db.conn.execute(
            "SELECT id FROM record WHERE type = 'dossier' AND deleted = 0 AND json_extract(body, '$.producer') = ? "
            "ORDER BY n",
            (record.id,),
        ).fetchall()
        count += len(rows)
        told.append(
            {
                "Mã bản ghi": record.id,
                "Về người đại diện": _labelled(record.body, labels, of_person=True),
                "Về chủ thể": _labelled(record.body, labels, of_person=False),
                "Hồ sơ": [_dossier(db, row[0]) for row in rows],
            }
        )
    text = json.dumps(
        {"Dữ liệu đang giữ": told, "Lập lúc": db.now(), "Người lập": db.officer}, ensure_ascii=False, indent=2
    )
    write_file(out, text.encode())
    journal.write(db, "person.exported", record=found[0].id, producers=len(found), dossiers=count)
    return Exported(producers=len(found), dossiers=count)


def _labelled(body: dict[str, Value], labels: dict[str, str], *, of_person: bool) -> dict[str, Value]:
    return {
        labels.get(f"producer.{key}", key): value
        for key, value in body.items()
        if (key in _OF_PERSON) is of_person and not key.startswith("remark.")
    }


def _dossier(db: Db, dossier: str) -> dict[str, object]:
    record = records.get(db, dossier)
    product = records.find(db, str(record.body.get("product") or ""))
    files = [
        str(each.body.get("name") or "") for each in records.of_dossier(db, dossier, "evidence") if not each.deleted
    ]
    return {
        "Mã hồ sơ": dossier,
        "Sản phẩm": str(product.body.get("name") or "") if product else "",
        "Ngày nhận": record.body.get("received_on"),
        "Số tiếp nhận": record.body.get("reception_no"),
        "Tệp minh chứng": files,
        "Nhật ký": [
            {"Lúc": line.at, "Ai": line.officer, "Việc": line.what, "Mục": sorted(_fields(line.details))}
            for line in journal.of_dossier(db, dossier)
        ],
    }


def _fields(details: dict[str, object]) -> set[str]:
    fields = details.get("fields")
    return {str(key) for key in fields if str(key).startswith("producer.")} if isinstance(fields, dict) else set()


@dataclass(frozen=True, kw_only=True)
class Unsent:
    """What of this PC the province does not have: changes, and evidence files."""

    records: int
    files: int


def unsent(db: Db) -> Unsent:
    """What would be lost with this PC."""
    return Unsent(records=outbox.count(db), files=len(stored.to_send(db)))


@only("people")
def prepare_wipe(db: Db, word: str = "") -> Changes:
    """Before a wipe: the administrator only, and nothing unsent, or the word typed. ``Refused``: ``wipe.unsent``.

    It is written down, for the copies elsewhere and for a wipe that does not come to its end.
    """
    left = _may_go(db, word)
    journal.write(db, "office.wiped", records=left.records, files=left.files)
    return Changes()


@only("people")
def _may_go(db: Db, word: str) -> Unsent:
    left = unsent(db)
    if (left.records or left.files) and word != WIPE_WORD:
        raise Refused("wipe.unsent", records=left.records, files=left.files, word=WIPE_WORD)
    return left


def leave_service(path: Path, key: Key, word: str = "") -> int:
    """Check once more, close the office for good and wipe it; how many files went. Nobody else may have it open.

    ``Refused``: ``wipe.unsent``, ``role.people``; ``Environment``: ``database.locked``.
    """
    db = office.open_writer(path, key)
    try:
        run(db, lambda db: _may_go(db, word))
    except BaseException:
        db.close()
        raise
    close_whole(db)
    return wipe(path)


def wipe(path: Path) -> int:
    """Take everything of a closed office off this PC, its keys first; how many files went. Copies elsewhere stay."""
    return wiping.wipe(path)
