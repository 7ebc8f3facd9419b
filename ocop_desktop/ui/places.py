"""The pages of the window, in the order of the rail: what each is called, its key, and how it is made when first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ocop_desktop.ui.context import OfficeContext

EVERY_LEVEL = frozenset({"commune", "district", "province"})


@dataclass(frozen=True, kw_only=True)
class Place:
    """One page. ``page`` is ``module:Class`` under ``ocop_desktop.ui``, read when it is first shown; ``rail`` the name of the
    entry that is marked while it is shown (its own, or another's for a page without one); ``words`` go through ``title``.
    """

    name: str
    words: str
    page: str
    icon: str = ""
    key: str = ""
    """A key of its own; the other entries are reached by their place in the rail, Ctrl 1 to Ctrl 9."""
    rail: str = ""
    group: int = 0
    topic: str = ""
    """The page of the manual about it (F1): a file of ``resources/help`` without its ending."""
    levels: frozenset[str] = EVERY_LEVEL
    """The levels of office (``office.level``) whose rail shows it."""

    @property
    def title(self) -> str:
        """What people read."""
        return QCoreApplication.translate("places", self.words)

    def make(self, office: OfficeContext) -> QWidget:
        """The page itself."""
        module, _, name = self.page.partition(":")
        made = cast("Callable[[OfficeContext], QWidget]", getattr(import_module(f"ocop_desktop.ui.{module}"), name))
        return made(office)


PLACES: tuple[Place, ...] = (
    Place(
        name="today",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Hôm nay")),
        page="today_page:TodayPage",
        icon="today",
        topic="01-hom-nay",
    ),
    Place(
        name="dossiers",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Hồ sơ")),
        page="dossier_list:DossierList",
        icon="dossiers",
        topic="02-nhan-ho-so",
    ),
    Place(
        name="dossier",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Hồ sơ")),
        page="dossier_page:DossierPage",
        rail="dossiers",
        topic="03-kiem-tra-danh-gia",
    ),
    Place(
        name="calendar",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Lịch")),
        page="calendar.page:CalendarPage",
        icon="calendar",
        topic="08-lich",
    ),
    Place(
        name="register",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Sổ văn bản đi")),
        page="register.page:RegisterPage",
        icon="register",
        topic="09-so-van-ban-di",
    ),
    Place(
        name="signed",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Giấy đã ký")),
        page="signed.signed_page:SignedPage",
        icon="signed",
        topic="04-in-va-ky",
    ),
    Place(
        name="councils",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Hội đồng")),
        page="councils.councils_page:CouncilsPage",
        icon="councils",
        topic="11-hoi-dong",
        levels=frozenset({"district", "province"}),
    ),
    Place(
        name="products",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Sản phẩm")),
        page="products.products_page:ProductsPage",
        icon="products",
        topic="10-san-pham",
    ),
    Place(
        name="programme",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Kế hoạch")),
        page="programme.page:PlanningPage",
        icon="programme",
        topic="14-ke-hoach",
    ),
    Place(
        name="reports",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Báo cáo")),
        page="reports.reports_page:ReportsPage",
        icon="reports",
        topic="15-bao-cao",
    ),
    Place(
        name="duplicates",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Trùng lặp")),
        page="lists.duplicates_page:DuplicatesPage",
        icon="duplicates",
        topic="13-danh-sach-excel",
    ),
    Place(
        name="sync",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Đồng bộ")),
        page="sync_page:SyncPage",
        icon="sync",
        key="Ctrl+0",
        group=1,
        topic="06-dong-bo",
    ),
    Place(
        name="settings",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Cài đặt")),
        page="settings_page:SettingsPage",
        icon="settings",
        key="Ctrl+,",
        group=1,
        topic="07-cai-dat-an-toan",
    ),
    Place(
        name="help",
        words=cast(str, QT_TRANSLATE_NOOP("places", "Trợ giúp F1")),
        page="help_page:HelpPage",
        icon="help",
        group=1,
    ),
)
"""A rule of the rail stands between two groups."""


def place(name: str) -> Place:
    """The page of a name; KeyError says a bug."""
    return next(each for each in PLACES if each.name == name)
