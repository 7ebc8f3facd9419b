"""The registry of papers: what each is called, at which step it is needed, for whom, and what draws it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from ocop_desktop import legal
from ocop_desktop.actions import documents
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.papers import drawing
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.errors import Refused
from ocop_desktop.storage import receipts, settings, standing
from ocop_desktop.storage.db import Db

if TYPE_CHECKING:
    from ocop_desktop.printing.pages import Volume

PaperStep = Literal["receive", "check", "assess", "propose", "score", "after"]
STEPS: tuple[PaperStep, ...] = ("receive", "check", "assess", "propose", "score", "after")
Format = Literal["pdf", "docx", "xlsx"]
Draw = Callable[[Db, Sequence[Dossier], "Volume | None"], Paper]
Need = Callable[[Db, Dossier], bool]
ALL_LEVELS = ("commune", "district", "province")


@dataclass(frozen=True, kw_only=True)
class PaperKind:
    """One paper. ``title`` is Vietnamese; ``now`` are the states in which it is what the office needs first; ``can`` says
    whether there is enough to draw it; ``many``: one paper for several dossiers."""

    id: str
    title: str
    step: PaperStep
    draw: Draw
    can: Need
    now: frozenset[str] = frozenset()
    many: bool = False
    letter: bool = False
    table: bool = False
    levels: tuple[str, ...] = ALL_LEVELS

    @property
    def formats(self) -> tuple[Format, ...]:
        """What it can be saved as."""
        return ("pdf", *(("docx",) if self.letter else ()), *(("xlsx",) if self.table else ()))


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A paper as offered for one dossier now: ``ready`` to print, ``now`` needed at this step."""

    id: str
    title: str
    step: PaperStep
    ready: bool
    now: bool


def _each(draw: Callable[[Db, Dossier, Volume | None], Paper]) -> Draw:
    return lambda db, wholes, volume: draw(db, wholes[0], volume)


def _form(name: str) -> Draw:
    return lambda db, wholes, volume: documents.form(db, wholes[0].id, name, volume=volume)


def _proposal(name: str) -> Draw:
    return lambda db, wholes, volume: drawing.proposal(db, name, wholes, volume)


def _has_form(name: str) -> Need:
    return lambda db, whole: legal.form_of(whole.regime, name) is not None


def _always(_db: Db, _whole: Dossier) -> bool:
    return True


def _missing(db: Db, whole: Dossier) -> bool:
    return whole.state in {"open", "waiting", "returned"} and bool(documents.missing_papers(db, whole))


def _met(_db: Db, whole: Dossier) -> bool:
    return bool(legal.regime(whole.regime).matters)


def _rubric(_db: Db, whole: Dossier) -> bool:
    found = (
        legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version) if whole.criteria_set else None
    )
    return found is not None and bool(found.parts)


def _answered(db: Db, whole: Dossier) -> bool:
    return _rubric(db, whole) and any(key.startswith("dossier.score.") and value for key, value in whole.values.items())


def _receipt(db: Db, whole: Dossier) -> bool:
    return receipts.of_dossier(db, whole.id) is not None


def _now(*states: str) -> frozenset[str]:
    return frozenset(states)


PAPERS: tuple[PaperKind, ...] = (
    PaperKind(
        id="mau-01", title="Mẫu số 01, Phiếu đăng ký", step="receive", draw=_form("mau-01"), can=_has_form("mau-01")
    ),
    PaperKind(id="bia-ho-so", title="Bìa hồ sơ", step="receive", draw=_each(drawing.cover), can=_always),
    PaperKind(
        id="missing",
        title="Phiếu yêu cầu bổ sung đưa chủ thể",
        step="check",
        draw=lambda db, wholes, volume: documents.missing_sheet(db, wholes[0].id, volume=volume),
        can=_missing,
        now=_now("open", "waiting"),
    ),
    PaperKind(
        id="yeu-cau-bo-sung",
        title="Công văn yêu cầu bổ sung",
        step="check",
        draw=_each(drawing.completion),
        can=_missing,
        now=_now("waiting"),
        letter=True,
        table=True,
    ),
    PaperKind(
        id="mau-02", title="Mẫu số 02, Báo cáo tự đánh giá", step="check", draw=_form("mau-02"), can=_has_form("mau-02")
    ),
    PaperKind(
        id="muc-luc-minh-chung",
        title="Mục lục minh chứng",
        step="check",
        draw=_each(drawing.index),
        can=_always,
        letter=True,
        table=True,
    ),
    PaperKind(
        id="mau-03",
        title="Mẫu số 03, Báo cáo của xã",
        step="assess",
        draw=lambda db, wholes, volume: documents.report(db, wholes[0].id, volume=volume),
        can=_has_form("mau-03"),
        now=_now("sealed"),
    ),
    PaperKind(
        id="bien-ban-hop",
        title="Biên bản họp lấy ý kiến",
        step="assess",
        draw=_each(drawing.minutes),
        can=_met,
        letter=True,
    ),
    PaperKind(
        id="cong-van-de-nghi",
        title="Công văn đề nghị tỉnh đánh giá",
        step="propose",
        draw=_proposal("cong-van-de-nghi"),
        can=_always,
        now=_now("sealed"),
        many=True,
        letter=True,
        table=True,
    ),
    PaperKind(
        id="to-trinh-de-nghi",
        title="Tờ trình đề nghị tỉnh đánh giá",
        step="propose",
        draw=_proposal("to-trinh-de-nghi"),
        can=_always,
        many=True,
        letter=True,
        table=True,
    ),
    PaperKind(
        id="nhan-phong-bi",
        title="Nhãn phong bì",
        step="propose",
        draw=lambda db, wholes, volume: drawing.label(db, wholes, volume),
        can=_always,
        many=True,
    ),
    PaperKind(
        id="receipt",
        title="Biên nhận của tỉnh",
        step="propose",
        draw=lambda db, wholes, volume: documents.receipt(db, wholes[0].id, volume=volume),
        can=_receipt,
        now=_now("handed_over"),
    ),
    PaperKind(
        id="phieu-cham", title="Phiếu chấm điểm để trống", step="score", draw=_each(drawing.score_sheet), can=_rubric
    ),
    PaperKind(
        id="phieu-tu-cham",
        title="Phiếu chấm điểm chủ thể tự chấm",
        step="score",
        draw=_each(partial(drawing.score_sheet, filled=True)),
        can=_answered,
    ),
    PaperKind(
        id="xac-nhan-ngung-san-xuat",
        title="Xác nhận ngừng sản xuất",
        step="after",
        draw=_each(drawing.stopped),
        can=_always,
        letter=True,
        levels=("commune", "district"),
    ),
)
_BY_ID = {paper.id: paper for paper in PAPERS}


def kind(paper: str) -> PaperKind:
    """The paper of that id. ``Refused``: ``print.unknown``."""
    if paper not in _BY_ID:
        raise Refused("print.unknown", paper=paper)
    return _BY_ID[paper]


def draw(db: Db, paper: str, ids: Sequence[str], volume: Volume | None = None) -> Paper:
    """A paper of one dossier, or of several where it may hold them. ``Refused``: ``print.unknown``, ``print.one_only``,
    and what its own drawing refuses."""
    found = kind(paper)
    wholes = drawing.load(db, ids)
    if len(wholes) > 1 and not found.many:
        raise Refused("print.one_only", paper=found.title)
    return found.draw(db, wholes, volume)


def offers(db: Db, dossier: str) -> tuple[Offer, ...]:
    """Every paper of a dossier at this office, in the order of the steps, and what is needed now."""
    [whole] = drawing.load(db, [dossier])
    level = str(settings.read(db, "office.level", "commune"))
    made = []
    for each in PAPERS:
        if level not in each.levels:
            continue
        ready = each.can(db, whole)
        needed = ready and whole.state in each.now
        if each.id == "mau-03" and whole.state == "open" and not standing.problems(db, whole):
            needed = ready
        if each.id == "bien-ban-hop" and whole.values.get("dossier.meeting.held") is True and whole.state == "open":
            needed = ready
        made.append(Offer(id=each.id, title=each.title, step=each.step, ready=ready, now=needed))
    return tuple(made)
