"""Nâng hạng, phân hạng lại: a dossier that goes on from the last one of its product, and what it changes against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ocop_desktop import legal
from ocop_desktop.actions import filing, numbering
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.filing import Filing
from ocop_desktop.actions.permission import only
from ocop_desktop.domain import following, scoring
from ocop_desktop.domain.dossiers import Dossier, EvidenceFile
from ocop_desktop.domain.following import RowChange, Term
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers, journal, lines, listing, records
from ocop_desktop.storage.db import Db

KINDS = ("nang-hang", "phan-hang-lai")


@dataclass(frozen=True, kw_only=True)
class PaperTerm:
    """The dates of a paper as a person read them off it; ``unlimited``: it has no end."""

    issued_on: str = ""
    expires_on: str = ""
    unlimited: bool = False


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What a new dossier would begin with. ``last`` is the dossier it goes on from; ``files`` with their state on the day."""

    last: str
    product: str
    producer: str
    files: tuple[tuple[EvidenceFile, Term], ...]
    answers: int
    same_rubric: bool
    document: str
    filing: Filing | None = None
    """How a re-assessment received on that day stands against the days it may be filed in."""


def offer(db: Db, dossier: str, received_on: str) -> Offer:
    """What the follower of a dossier's product would carry on that day. ``Refused``: ``clone.running``, ``dossier.gone``."""
    last = _last(db, dossier)
    day = date.fromisoformat(received_on)
    regime = legal.regime_on(day)
    files = tuple((file, following.term(file, day)) for file in last.evidence if file.row in following.CARRIED_ROWS)
    return Offer(
        last=last.id,
        product=str(last.values.get("product.name") or ""),
        producer=str(last.values.get("producer.name") or ""),
        files=files,
        answers=len(scoring.answers_of(last.values)),
        same_rubric=_same_rubric(last, regime.id),
        document=legal.regime(last.regime).source.document,
        filing=filing.window(db, last.product.id, day),
    )


@only("write")
def clone(
    db: Db,
    dossier: str,
    kind: str,
    received_on: str,
    terms: Mapping[str, PaperTerm],
    leave: frozenset[str] = frozenset(),
) -> Changes:
    """Receive a dossier of that kind that goes on from the last one of the product. ``created`` is its id.

    Papers valid on the day are carried; one whose dates nobody entered only with its ``terms``, by the id of the file;
    ``leave`` are valid ones not to carry. ``Refused``: ``clone.kind``, ``clone.running``, ``legal.no_regime``.
    """
    if kind not in KINDS:
        raise Refused("clone.kind")
    last = _last(db, dossier)
    day = date.fromisoformat(received_on)
    regime = legal.regime_on(day)
    body: Values = {
        **following.carried(last.dossier.body, same_rubric=_same_rubric(last, regime.id)),
        "kind": kind,
        "year": day.year,
        "regime": regime.id,
        "received_on": received_on,
        "receiver": db.officer or None,
        "previous": last.id,
        "state": "open",
        "producer": last.producer.id,
        "product": last.product.id,
    }
    record = records.add(db, "dossier", body, parent=last.product.id)
    if number := numbering.next_reception(db, record.id):
        records.patch(db, record, {"reception_no": number})
    carried = _carry(db, last, record.id, day, terms, leave)
    journal.write(db, "dossier.followed", dossier=record.id, previous=last.id, files=carried)
    listing.refresh(db, record.id)
    return Changes(dossiers=frozenset({record.id}), outbox=True, created=record.id)


def _carry(
    db: Db, last: Dossier, dossier: str, day: date, terms: Mapping[str, PaperTerm], leave: frozenset[str]
) -> int:
    rows: Values = {}
    count = 0
    for file in last.evidence:
        if file.row not in following.CARRIED_ROWS or file.id in leave:
            continue
        known = terms.get(file.id) or PaperTerm(
            issued_on=file.issued_on, expires_on=file.expires_on, unlimited=file.unlimited
        )
        if not known.unlimited and (not known.expires_on or known.expires_on < day.isoformat()):
            continue
        body: Values = {
            "dossier": dossier, "row": file.row, "name": file.name, "size": file.size, "sha256": file.sha256,
            "media_type": file.media_type, "added_at": db.now(), "issued_on": known.issued_on or None,
            "expires_on": known.expires_on or None, "unlimited": True if known.unlimited else None, "from": file.id,
        }  # fmt: skip
        records.add(db, "evidence", body, dossier=dossier, parent=dossier)
        if file.row.isdigit():
            rows[f"evidence.{file.row}"] = "have"
        count += 1
    if rows:
        records.patch(db, records.get(db, dossier), rows)
    return count


def _last(db: Db, dossier: str) -> Dossier:
    """The latest dossier of the product. One still under way is finished first, unless its law lets nobody finish it."""
    whole = dossiers.load(db, dossier)
    there = lines.dossiers(db, [each.id for each in lines.of_line(db, lines.line_of(whole.product))])
    last = dossiers.load(db, there[0]) if there else whole
    if last.state not in {"handed_over", "accepted"} and legal.form_of(last.regime, "mau-03") is not None:
        raise Refused("clone.running")
    return last


def _same_rubric(last: Dossier, regime: str) -> bool:
    found = legal.find_criteria_set(regime, last.criteria_set) if last.criteria_set else None
    return found is not None and legal.regime(last.regime).rubrics == legal.regime(regime).rubrics


@dataclass(frozen=True, kw_only=True)
class Differences:
    """A dossier against the one before. Scores in hundredths of a point; ``answers`` are the earlier ones, of the same
    rubric only; ``left`` are earlier papers that were not carried, with why."""

    previous: str
    document: str
    received_on: str
    total: int | None
    stars: int | None
    answers: dict[str, str]
    changed: tuple[str, ...]
    rows: tuple[RowChange, ...]
    left: tuple[tuple[EvidenceFile, Term], ...]
    fields: dict[str, tuple[Value, Value]]


def differences(db: Db, dossier: str) -> Differences | None:
    """How a dossier differs from the one it follows; ``None`` for a first one."""
    whole = dossiers.load(db, dossier)
    previous = _previous(db, whole)
    if previous is None:
        return None
    same = _same_rubric(previous, whole.regime) and previous.criteria_set == whole.criteria_set
    before, now = scoring.answers_of(previous.values), scoring.answers_of(whole.values)
    criteria = legal.find_criteria_set(previous.regime, previous.criteria_set) if previous.criteria_set else None
    found = scoring.score(criteria, before, legal.regime(previous.regime).bands) if criteria and before else None
    day = whole.received_on or db.clock().astimezone().date()
    here = {file.sha256 for file in whole.evidence}
    fields = {
        key: (previous.values.get(key), whole.values.get(key))
        for key in sorted(previous.values.keys() | whole.values.keys())
        if key.startswith("dossier.self.") and previous.values.get(key) != whole.values.get(key)
    }
    return Differences(
        previous=previous.id,
        document=legal.regime(previous.regime).source.document,
        received_on=str(previous.values.get("dossier.received_on") or ""),
        total=found.total if found else None,
        stars=found.stars if found else None,
        answers=before if same else {},
        changed=following.changed_answers(before, now) if same else (),
        rows=tuple(following.row_changes(previous.evidence, whole.evidence, following.CARRIED_ROWS)),
        left=tuple(
            (file, following.term(file, day))
            for file in previous.evidence
            if file.row in following.CARRIED_ROWS and file.sha256 not in here
        ),
        fields=fields,
    )


def _previous(db: Db, whole: Dossier) -> Dossier | None:
    named = str(whole.values.get("dossier.previous") or "")
    found = records.find(db, named) if named else None
    if found is None and whole.product.id:
        line = [each.id for each in lines.of_line(db, lines.line_of(whole.product))]
        received = str(whole.values.get("dossier.received_on") or "")
        others = (records.get(db, each) for each in lines.dossiers(db, line) if each != whole.id)
        found = next((each for each in others if str(each.body.get("received_on") or "") < received), None)
    return dossiers.load(db, found.id) if found is not None and not found.deleted else None
