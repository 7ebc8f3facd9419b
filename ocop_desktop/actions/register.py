"""The clerk's work: the number and day of a report after it was signed, and the register of outgoing documents."""

from dataclasses import dataclass

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.office import office
from ocop_desktop.actions.permission import only
from ocop_desktop.domain import letters
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.letters import Duplicate, Gap, Letter, Series
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, listing, outbox, records, settings
from ocop_desktop.storage.db import Db

TYPE = "letter"
SERIES = "office.number_series"
"""The setting: ``symbol`` (default) or ``one``."""

_ISSUED_AT = frozenset({"sealed", "handed_over", "returned"})


@dataclass(frozen=True, kw_only=True)
class Register:
    """The register of one year, with what a person should look at. ``years``: those that have a line, latest first."""

    year: int
    years: tuple[int, ...]
    letters: tuple[Letter, ...]
    gaps: tuple[Gap, ...]
    duplicates: tuple[Duplicate, ...]
    series: Series
    next: str
    symbol: str

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The lines in the ten columns of ``letters.COLUMNS``, as they print."""
        return letters.as_rows(self.letters)


def register(db: Db, year: int | None = None) -> Register:
    """The register of a year, of this one when none is named."""
    every = _letters(db)
    this = db.clock().astimezone().year
    wanted = this if year is None else year
    own = tuple(letters.in_order(letter for letter in every if letter.year == wanted))
    symbol, kind = _symbol(db), series(db)
    return Register(
        year=wanted,
        years=tuple(sorted({this, wanted, *(letter.year for letter in every)}, reverse=True)),
        letters=own,
        gaps=tuple(letters.gaps(own, kind)),
        duplicates=tuple(letters.duplicates(own, kind)),
        series=kind,
        next=letters.next_number(own, wanted, symbol, kind),
        symbol=symbol,
    )


def series(db: Db) -> Series:
    """How numbers count here (Nghị định 30/2020/NĐ-CP, Điều 15 khoản 2 điểm c: as the head of the office decides)."""
    return "one" if settings.read(db, SERIES) == "one" else "symbol"


def propose(db: Db, year: int, symbol: str = "") -> str:
    """The next number of a year. Only a proposal: two PCs without a line may propose the same, and the register shows it."""
    return letters.next_number(_letters(db), year, symbol or _symbol(db), series(db))


@only("number")
def issue(db: Db, dossier: str, number: str, issued_on: str) -> Changes:
    """Give the sealed report the number and day of the signed paper, and enter it in the register; both empty take it back.

    Allowed when sealed, handed over or returned. ``Refused``: ``report.none``, ``report.issue_half``, ``letter.number``,
    ``letter.future``, ``letter.before``, ``letter.taken`` (``what``).
    """
    whole = dossiers.load(db, dossier)
    if whole.report is None or whole.state not in _ISSUED_AT:
        raise Refused("report.none")
    if bool(one_line(number)) != bool(issued_on):
        raise Refused("report.issue_half")
    report = records.get(db, whole.report.id)
    own = next((letter for letter in _letters(db) if letter.report == report.id), None)
    if issued_on:
        number = letters.clean_number(number)
        letters.check_day(issued_on, db.clock().astimezone().date(), whole.received_on)
        line = _line(db, whole, number, issued_on)
        _check_free(db, letters.read(_draft(own.id if own else "", line)))
        if own is None:
            records.add(db, TYPE, line, dossier=dossier, parent=dossier)
        else:
            records.patch(db, records.get(db, own.id), {"number": number, "issued_on": issued_on})
    elif own is not None:
        records.delete(db, records.get(db, own.id))
    fields: Values = {"number": number or None, "issued_on": issued_on or None}
    if records.patch(db, report, fields):
        before = {name: whole.report.number if name == "number" else whole.report.issued_on for name in fields}
        details = {"number": number, "day": issued_on, "before": before["number"], "before_day": before["issued_on"]}
        journal.write(db, "report.issued" if number else "report.unissued", dossier=dossier, **details)
    listing.refresh(db, dossier)
    return Changes(dossiers=frozenset({dossier}), types=frozenset({TYPE}), outbox=True)


@only("number")
def save_letter(db: Db, values: Values, letter: str | None = None) -> Changes:
    """Write a line of the register: a new one, or changes of a known one. ``created`` is its id.

    The number and day of a report are given by ``issue``. ``Refused``: ``letter.gone``, ``letter.of_report``,
    ``letter.number``, ``letter.day``, ``letter.summary``, ``letter.future``, ``letter.taken``, ``field.unknown``.
    """
    if unknown := sorted(set(values) - letters.FIELDS):
        raise Refused("field.unknown", key=unknown[0])
    known = _known(db, letter) if letter else None
    given = {key: _tidy(value) for key, value in values.items()}
    if known is not None and known.body.get("report"):
        for key in ("number", "issued_on", "dossier", "report"):
            if key in given and given[key] != known.body.get(key):
                raise Refused("letter.of_report")
    body = {**(known.body if known else {}), **given}
    if not body.get("issued_on"):
        raise Refused("letter.day")
    if not body.get("summary"):
        raise Refused("letter.summary")
    given["number"] = body["number"] = letters.clean_number(str(body.get("number") or ""))
    letters.check_day(str(body["issued_on"]), db.clock().astimezone().date())
    _check_free(db, letters.read(_draft(letter or "", body)))
    if known is None:
        owner = str(body.get("dossier") or "") or None
        record = records.add(db, TYPE, body, dossier=owner, parent=owner)
        journal.write(db, "letter.added", dossier=owner, record=record.id, number=body["number"])
        made: str | None = record.id
    else:
        changed = records.patch(db, known, given)
        if changed:
            fields = {key: [known.body.get(key), value] for key, value in changed.items()}
            journal.write(db, "letter.changed", dossier=known.dossier, record=known.id, fields=fields)
        made = None
    return Changes(types=frozenset({TYPE}), outbox=True, created=made)


@only("number")
def remove_letter(db: Db, letter: str, reason: str) -> Changes:
    """Take away a line that was written by mistake. ``Refused``: ``letter.of_report``, ``letter.gone``, ``reason.missing``."""
    known = _known(db, letter)
    if known.body.get("report"):
        raise Refused("letter.of_report")
    if not one_line(reason):
        raise Refused("reason.missing")
    records.delete(db, known)
    number = str(known.body.get("number") or "")
    journal.write(db, "letter.removed", dossier=known.dossier, record=letter, number=number, reason=one_line(reason))
    return Changes(types=frozenset({TYPE}), outbox=True)


def _tidy(value: Value) -> Value:
    return (clean(value).strip() or None) if isinstance(value, str) else value


def _known(db: Db, letter: str) -> Record:
    found = records.find(db, letter)
    if found is None or found.deleted or found.type != TYPE:
        raise Refused("letter.gone")
    return found


def _letters(db: Db) -> list[Letter]:
    return [
        letters.read(record, waits=outbox.has_pending(db, record.id))
        for record in records.of_type(db, TYPE)
        if record.body.get("issued_on")
    ]


def _check_free(db: Db, wanted: Letter) -> None:
    kind = series(db)
    for letter in _letters(db):
        same = letters.series_of(letter.symbol, kind) == letters.series_of(wanted.symbol, kind)
        if letter.id != wanted.id and same and letter.year == wanted.year and letter.order == wanted.order:
            raise Refused("letter.taken", number=wanted.number, what=letter.summary or letter.kind)


def _draft(id_: str, body: Values) -> Record:
    return Record(id=id_, type=TYPE, unit="", dossier=None, body=body)


def _symbol(db: Db) -> str:
    return str(settings.read(db, "office.symbol", "") or "BC-UBND")


def _line(db: Db, whole: Dossier, number: str, issued_on: str) -> Values:
    """The register's line of a report, from what was sealed."""
    assert whole.report is not None
    sealed, now = whole.report.values, office(db)
    product = str(sealed.get("product.name") or "")
    recipients = str(sealed.get("office.recipients") or now.get("office.recipients") or "")
    line: Values = {
        "number": number,
        "symbol": str(sealed.get("office.symbol") or _symbol(db)),
        "issued_on": issued_on,
        "kind": "Báo cáo",
        "summary": f"Đánh giá một số nội dung của hồ sơ đăng ký đánh giá, phân hạng sản phẩm OCOP: {product}",
        "signer": str(sealed.get("office.signer_name") or "") or None,
        "recipients": "; ".join(one.strip(" ;-.") for one in recipients.splitlines() if one.strip(" ;-.")) or None,
        "dossier": whole.id,
        "report": whole.report.id,
    }
    return {key: value for key, value in line.items() if value is not None}
