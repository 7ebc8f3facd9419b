"""Draws the covering papers: the letters of the commune, cover and label, score sheets; and their other formats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ocop_desktop import legal
from ocop_desktop.actions import documents, register
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.office import office
from ocop_desktop.actions.papers import facts
from ocop_desktop.actions.products import stopping
from ocop_desktop.domain.covering import Lists
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers
from ocop_desktop.storage.db import Db

if TYPE_CHECKING:
    from ocop_desktop.printing.cover import Cover
    from ocop_desktop.printing.pages import Volume


def letter(
    db: Db,
    letter_id: str,
    values: Values,
    lists: Lists | None = None,
    *,
    number: str = "",
    day: date | None = None,
    dossier: str | None = None,
    regime: str = "",
    about: str = "",
    watermark: str = "",
    volume: Volume | None = None,
) -> Paper:
    """A covering paper from plain values: for the commune's letters, a council's papers, reports and registers.

    ``lists`` are the rows its template names; ``regime`` gives the fields' names and the law that is cited. ``about``
    names the file.
    """
    from ocop_desktop.actions import labels
    from ocop_desktop.printing import compose
    from ocop_desktop.printing import letter as drawn

    spec = legal.letter(letter_id)
    own = legal.regime(regime) if regime else legal.regimes()[-1]
    fields = list(labels.form_fields(own.fields_from or own.id).values())
    at = office(db)
    made = compose.compose(
        spec, {**facts.law_words(own), **values}, at, lists=lists, fields=fields, number=number, day=day
    )
    data = drawn.render(made, at, watermark=watermark, volume=volume)
    name = documents.file_name(letter_id, about or str(values.get("product.name") or ""))
    return Paper(name=name, title=spec.title, data=data, dossier=dossier, kind=letter_id, letter=made)


def proposal(db: Db, letter_id: str, wholes: Sequence[Dossier], volume: Volume | None = None) -> Paper:
    """The proposal to the province, for one product or for several in a table."""
    many = len(wholes) > 1
    values = facts.of_dossier(db, wholes[0])
    if many:
        values |= {"many": "true", "count": f"{len(wholes):02d}"}
    lists: Lists = {"products": facts.products(wholes), "package": facts.package(wholes)}
    about = f"{len(wholes)} san pham" if many else ""
    return letter(
        db, letter_id, values, lists, dossier=wholes[0].id, regime=wholes[0].regime, about=about, volume=volume
    )


def minutes(db: Db, whole: Dossier, volume: Volume | None = None) -> Paper:
    """The minutes of the commune's meeting (Điều 7 khoản 2 điểm a, where one was held)."""
    lists: Lists = {"matters": facts.matters(whole)}
    values = facts.of_dossier(db, whole)
    return letter(db, "bien-ban-hop", values, lists, dossier=whole.id, regime=whole.regime, volume=volume)


def completion(db: Db, whole: Dossier, volume: Volume | None = None) -> Paper:
    """The letter that asks the producer for what is missing. ``Refused``: ``print.nothing_missing``."""
    papers = documents.missing_papers(db, whole)
    if not papers:
        raise Refused("print.nothing_missing")
    lists: Lists = {"papers": [{"name": paper.name, "requirement": paper.requirement} for paper in papers]}
    values = {**facts.of_dossier(db, whole), "count": f"{len(papers):02d}"}
    return letter(db, "yeu-cau-bo-sung", values, lists, dossier=whole.id, regime=whole.regime, volume=volume)


def stopped(db: Db, whole: Dossier, volume: Volume | None = None) -> Paper:
    """The confirmation that the producer no longer makes the product (Điều 8 khoản 1 điểm đ, khoản 4)."""
    recorded, number, day = stopping.recorded(db, whole.product.id)
    values = {**facts.of_dossier(db, whole), **recorded}
    regime = legal.regime_on(day).id if day else whole.regime
    name = "xac-nhan-ngung-san-xuat"
    return letter(db, name, values, number=number, dossier=whole.id, regime=regime, volume=volume)


def index(db: Db, whole: Dossier, volume: Volume | None = None) -> Paper:
    """The index of evidence."""
    rows, sums = facts.evidence(whole)
    values = {**facts.of_dossier(db, whole), **sums}
    day = db.clock().astimezone().date()
    return letter(
        db,
        "muc-luc-minh-chung",
        values,
        {"evidence": rows},
        day=day,
        dossier=whole.id,
        regime=whole.regime,
        volume=volume,
    )


def outgoing(db: Db, year: int | None = None) -> Paper:
    """The register of outgoing documents of a year (Nghị định 30/2020/NĐ-CP, Phụ lục IV)."""
    found = register.register(db, year)
    values: Values = {"period": f"Năm {found.year}"}
    return letter(db, "so-van-ban-di", values, facts.register_rows(found.letters), about=str(found.year))


def _cover(db: Db, whole: Dossier) -> Cover:
    from ocop_desktop.printing.cover import Cover

    values = facts.shown_values(whole)
    return Cover(
        product=str(values.get("product.name") or ""),
        producer=str(values.get("producer.name") or ""),
        address=str(values.get("producer.address") or ""),
        kind=facts.kind_words(whole),
        product_set=facts.set_words(whole),
        reception_no=str(values.get("dossier.reception_no") or ""),
        received=facts.received(whole),
        year=str(values.get("dossier.year") or db.clock().astimezone().year),
        parts=tuple(str(row["label"]) for row in facts.package([whole])),
    )


def cover(db: Db, whole: Dossier, volume: Volume | None = None) -> Paper:
    """The cover of the dossier."""
    from ocop_desktop.printing import cover as drawn

    data = drawn.cover(_cover(db, whole), office(db), volume=volume)
    name = documents.file_name("bia-ho-so", str(whole.values.get("product.name") or ""))
    return Paper(name=name, title="Bìa hồ sơ", data=data, dossier=whole.id, kind="bia-ho-so")


def label(db: Db, wholes: Sequence[Dossier], volume: Volume | None = None) -> Paper:
    """The labels of the envelopes, two to a page."""
    from ocop_desktop.printing import cover as drawn

    data = drawn.label([_cover(db, whole) for whole in wholes], office(db), volume=volume)
    name = documents.file_name("nhan-phong-bi", str(wholes[0].values.get("product.name") or ""))
    return Paper(name=name, title="Nhãn phong bì", data=data, dossier=wholes[0].id, kind="nhan-phong-bi")


def score_sheet(db: Db, whole: Dossier, volume: Volume | None = None, *, filled: bool = False) -> Paper:
    """The score sheet of the dossier's product set, blank or with the producer's own answers. ``Refused``:
    ``print.no_rubric``."""
    from ocop_desktop.printing import score_sheet as drawn

    criteria = (
        legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version) if whole.criteria_set else None
    )
    if criteria is None or not criteria.parts:
        raise Refused("print.no_rubric")
    values = facts.shown_values(whole)
    scored = drawn.of_producer(values) if filled else None
    data = drawn.render(criteria, legal.regime(whole.regime), values, office(db), scored=scored, volume=volume)
    kind = "phieu-tu-cham" if filled else "phieu-cham"
    title = "Phiếu đánh giá, chủ thể tự chấm" if filled else "Phiếu đánh giá sản phẩm OCOP"
    name = documents.file_name(kind, str(values.get("product.name") or ""))
    return Paper(name=name, title=title, data=data, dossier=whole.id, kind=kind)


def blank_sheet(db: Db, regime: str, product_set: str) -> Paper:
    """The score sheet of a product set with nothing on it, for a meeting or a course. ``Refused``: ``print.no_rubric``."""
    from ocop_desktop.printing import score_sheet as drawn

    criteria = legal.find_criteria_set(regime, product_set)
    if criteria is None or not criteria.parts:
        raise Refused("print.no_rubric")
    data = drawn.render(criteria, legal.regime(regime), {}, office(db))
    title = f"Phiếu đánh giá sản phẩm OCOP, bộ {criteria.no}"
    return Paper(name=documents.file_name("phieu-cham", criteria.name), title=title, data=data, kind="phieu-cham")


def load(db: Db, ids: Sequence[str]) -> list[Dossier]:
    """The dossiers of these ids. ``Refused``: ``dossier.gone``, ``print.no_dossier``."""
    if not ids:
        raise Refused("print.no_dossier")
    return [dossiers.load(db, dossier) for dossier in ids]


def word(paper: Paper) -> bytes:
    """A covering paper as a Word file. ``Refused``: ``print.no_word``."""
    from ocop_desktop.printing import docx
    from ocop_desktop.printing.letter import Letter

    if not isinstance(paper.letter, Letter):
        raise Refused("print.no_word")
    return docx.word(paper.letter)


def workbook(paper: Paper) -> bytes:
    """The tables of a covering paper as an Excel file. ``Refused``: ``print.no_table``."""
    from ocop_desktop.printing import workbook as drawn
    from ocop_desktop.printing.letter import Letter

    if not isinstance(paper.letter, Letter) or not drawn.tables(paper.letter):
        raise Refused("print.no_table")
    return drawn.workbook(paper.letter)
