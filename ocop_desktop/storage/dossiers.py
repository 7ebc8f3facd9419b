"""A dossier read together with the records it stands on."""

from datetime import date

import msgspec

from ocop_desktop import legal
from ocop_desktop.domain.dossiers import Dossier, EvidenceFile, SealedReport, read_seal
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import Record, on_screen
from ocop_desktop.errors import Refused

from . import records
from .db import Db


def load(db: Db, dossier: str) -> Dossier:
    """The dossier with its product, producer, evidence and latest sealed report. ``Refused``: ``dossier.gone``."""
    found = records.find(db, dossier)
    if found is None or found.deleted or found.type != "dossier":
        raise Refused("dossier.gone")
    product, producer = _part(db, found, "product"), _part(db, found, "producer")
    reports = records.of_dossier(db, dossier, "report")
    return Dossier(
        dossier=found,
        product=product,
        producer=producer,
        values=screen_values(producer, product, found),
        evidence=tuple(_evidence(db, dossier)),
        report=_report(found, reports),
        unparsed=dict(db.conn.execute("SELECT field, text FROM unparsed WHERE dossier = ?", (dossier,)).fetchall()),
    )


def screen_values(producer: Record, product: Record, dossier: Record) -> Values:
    """The fields of a dossier's page, with its regime also where the record names none."""
    values = on_screen((producer, product, dossier))
    if not values.get("dossier.regime"):
        values["dossier.regime"] = _regime(dossier)
    return values


def _regime(found: Record) -> str:
    """The regime of a record that names none: by its day of reception, or the day it was made."""
    day = str(found.body.get("received_on") or found.created)[:10]
    try:
        return legal.regime_on(date.fromisoformat(day)).id
    except (ValueError, Refused):
        return legal.regimes()[-1].id


def _part(db: Db, dossier: Record, type_: str) -> Record:
    found = records.find(db, str(dossier.body.get(type_) or ""))
    # A dossier may arrive from the province before the record it names: show it, empty there, rather than not at all.
    return found or Record(id="", type=type_, unit=dossier.unit, dossier=None, body={})


def reports(db: Db, dossier: str) -> list[SealedReport]:
    """Every sealed report of a dossier, oldest first."""
    sealed = [read_seal(record) for record in records.of_dossier(db, dossier, "report")]
    return sorted(sealed, key=lambda report: (report.revision, report.sealed_at, report.id))


def _report(dossier: Record, reports: list[Record]) -> SealedReport | None:
    """The report that the dossier names; of an older one that names none, the latest revision."""
    sealed = {record.id: read_seal(record) for record in reports}
    named = sealed.get(str(dossier.body.get("report") or ""))
    return named or max(
        sealed.values(), key=lambda report: (report.revision, report.sealed_at, report.id), default=None
    )


def _evidence(db: Db, dossier: str) -> list[EvidenceFile]:
    rows = db.conn.execute(
        "SELECT r.id, r.body, f.done IS NOT NULL FROM record r LEFT JOIN file f "
        "ON f.sha256 = json_extract(r.body, '$.sha256') "
        "WHERE r.dossier = ? AND r.type = 'evidence' AND r.deleted = 0 ORDER BY r.n",
        (dossier,),
    )
    found = []
    for record, text, sent in rows:
        body: Values = msgspec.json.decode(text)
        found.append(
            EvidenceFile(
                id=record,
                row=str(body.get("row") or "other"),
                name=str(body.get("name") or ""),
                size=int(body.get("size") or 0),
                sha256=str(body.get("sha256") or ""),
                media_type=str(body.get("media_type") or ""),
                added_at=str(body.get("added_at") or ""),
                sent=bool(sent),
                report=str(body.get("report") or ""),
                issued_on=str(body.get("issued_on") or ""),
                expires_on=str(body.get("expires_on") or ""),
                unlimited=body.get("unlimited") is True,
                pages=int(body.get("pages") or 0),
            )
        )
    return found


def keep_unparsed(db: Db, dossier: str, texts: dict[str, str], settled: set[str]) -> None:
    """Keep text that is not a value yet; forget it for the fields that now have a value."""
    db.conn.executemany("DELETE FROM unparsed WHERE dossier = ? AND field = ?", [(dossier, key) for key in settled])
    db.conn.executemany(
        "INSERT INTO unparsed (dossier, field, text) VALUES (?, ?, ?) "
        "ON CONFLICT (dossier, field) DO UPDATE SET text = excluded.text",
        [(dossier, key, text) for key, text in texts.items()],
    )


def unparsed_of(db: Db, type_: str) -> dict[tuple[str, str], str]:
    """Text that is no value yet, of all records of a type: by record and field."""
    rows = db.conn.execute(
        "SELECT u.dossier, u.field, u.text FROM unparsed u JOIN record r ON r.id = u.dossier WHERE r.type = ?", (type_,)
    )
    return {(record, field): text for record, field, text in rows}


def that_stand_on(db: Db, record: str) -> set[str]:
    """The dossiers that show a record: its own, or those that name this producer or product."""
    found = records.find(db, record)
    if found is None:
        return set()
    if found.type == "dossier":
        return {record}
    if found.dossier:
        return {found.dossier}
    rows = db.conn.execute(
        # One look in each index: with OR, SQLite reads every dossier.
        "SELECT id FROM record INDEXED BY dossier_of_producer "
        "WHERE type = 'dossier' AND deleted = 0 AND json_extract(body, '$.producer') = ?1 UNION "
        "SELECT id FROM record INDEXED BY dossier_of_product "
        "WHERE type = 'dossier' AND deleted = 0 AND json_extract(body, '$.product') = ?1",
        (record,),
    )
    return {row[0] for row in rows}
