"""A province's office with dossiers that were handed over to it, and a council of seven."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from ocop_desktop import legal
from ocop_desktop.actions.councils import seats, sheets
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.forms import Value
from ocop_desktop.storage import dossiers, listing, records, settings
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import UNIT, Office, an_office, words

NAMES = ("Trần Thị Lan", "Lê Văn Hòa", "Nguyễn Thị Bích", "Phạm Quốc Tuấn", "Hoàng Văn Sơn", "Đỗ Thị Ánh", "Ma Văn Tới")


def an_upper_office(folder: Path, level: str = "province") -> Office:
    """An office of the province or of a former district, on the template's database."""
    office = an_office(folder)
    run(office.db, lambda db: settings.write(db, {"office.level": level, "office.unit": "08"}))
    return office


def arrived(db: Db, unit: str = UNIT, state: str = "handed_over", **changes: object) -> str:
    """A dossier as it came from a commune: its three records belong to that unit."""

    def make(db: Db) -> str:
        given = words(**changes)
        parts: dict[str, dict[str, Value]] = {"producer": {}, "product": {}, "dossier": {}}
        for key, value in given.items():
            kind, _, name = key.partition(".")
            parts[kind][name] = value
        producer = records.add(db, "producer", parts["producer"], unit=unit)
        product = records.add(
            db, "product", {**parts["product"], "producer": producer.id}, parent=producer.id, unit=unit
        )
        day = str(parts["dossier"]["received_on"])
        from datetime import date

        body = {
            "kind": "lan-dau",
            "year": int(day[:4]),
            "regime": legal.regime_on(date.fromisoformat(day)).id,
            **parts["dossier"],
            "state": state,
            "producer": producer.id,
            "product": product.id,
        }
        record = records.add(db, "dossier", body, parent=product.id, unit=unit)
        listing.refresh(db, record.id)
        return record.id

    return run(db, make)


def a_council(office: Office, **rules: Value) -> tuple[str, list[str]]:
    """A council with a chair and six members who score, and a secretary who does not: its id, its scoring members."""
    made = office.do(
        seats.create, {"name": "Hội đồng đánh giá, phân hạng cấp tỉnh", "decision_no": "643/QĐ-UBND", **rules}
    )
    assert made.created is not None
    members = []
    for number, name in enumerate((*NAMES, "Vũ Thị Thư")):
        role = "chair" if number == 0 else "secretary" if number == 7 else "member"
        fields: dict[str, Value] = {"name": name, "role": role, "office": "Sở Nông nghiệp và Môi trường"}
        fields["scores"] = role != "secretary"
        member = office.do(seats.put_member, made.created, fields).created
        assert member is not None
        members.append(member)
    return made.created, members[:7]


def a_session(office: Office, council: str, *cases: str) -> str:
    """A session with dossiers before it."""
    fields: dict[str, Value] = {"title": "Phiên 1, đợt 2 năm 2026", "held_on": "2026-12-10", "place": "Phòng họp 2"}
    made = office.do(seats.open_session, council, fields).created
    assert made is not None
    for case in cases:
        office.do(seats.put_case, made, case)
    return made


def full_answers(criteria: CriteriaSet, seed: int = 0, share: float = 0.9) -> dict[str, str]:
    """A finished sheet: mostly the best option, now and then the one before it."""
    random = Random(seed)
    answers: dict[str, str] = {}
    for leaf in criteria.leaves():
        options = leaf.alternatives[0].options if leaf.alternatives else leaf.options
        if not options:
            answers[leaf.id] = "yes"
            continue
        ordered = sorted(options, key=lambda each: each.points)
        answers[leaf.id] = ordered[-1 if random.random() < share or len(ordered) == 1 else -2].id
    return answers


def score(
    office: Office,
    session: str,
    case: str,
    member: str,
    answers: Mapping[str, str] | None = None,
    *,
    seed: int = 0,
    entry: int = 1,
) -> None:
    """Enter a sheet and finish it."""
    criteria = office.do(sheets.criteria_of, case)
    for criterion, answer in (answers or full_answers(criteria, seed)).items():
        office.do(sheets.write, session, case, member, f"score.{criterion}", answer, entry)
    office.do(sheets.finish, session, case, member, entry)


def set_of(office: Office, case: str) -> CriteriaSet:
    """The rubric of a dossier."""
    whole = dossiers.load(office.db, case)
    return legal.criteria_set(whole.regime, whole.criteria_set)
