"""Colours, type and the one style sheet: Qt Fusion made quiet. Sizes are logical pixels, Qt scales them.

Widgets name what they are by the property ``role`` (``card``, ``primary``, ``title``...) and how they feel by ``tone``
(``accent``, ``warning``, ``danger``, ``law``, ``quiet``); only this file knows what that looks like.
"""

from __future__ import annotations

from dataclasses import dataclass

import fontpkg_be_vietnam_pro as vietnam
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ocop_desktop import paths
from ocop_desktop.ui import page_style

FAMILY = "Be Vietnam Pro"
BASE_POINTS = 10
SPACE = 4
"""Everything stands on a grid of 4 pixels."""
CONTROL_HEIGHT = 30
RAIL_WIDTH = 196
RAIL_FOLDED = 56


@dataclass(frozen=True, kw_only=True)
class Roles:
    """The colours of one theme. Text on its ground has a contrast of at least 4.5 to 1 (a test measures it)."""

    ground: str
    surface: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_ground: str
    accent_line: str
    button: str
    button_hover: str
    button_text: str
    star: str
    warning: str
    warning_ground: str
    danger: str
    danger_ground: str
    law: str
    law_ground: str
    law_line: str
    neutral_ground: str
    hover: str


LIGHT = Roles(
    ground="#F4F6F5",
    surface="#FFFFFF",
    line="#DDE3E0",
    text="#1C2522",
    quiet="#5C6B65",
    accent="#1B6B48",
    accent_ground="#E4F1EA",
    accent_line="#BFDCCB",
    button="#1B6B48",
    button_hover="#15583B",
    button_text="#FFFFFF",
    star="#B97A00",
    warning="#855700",
    warning_ground="#FFF4DC",
    danger="#B3261E",
    danger_ground="#FCE9E7",
    law="#1659A8",
    law_ground="#E6EFFA",
    law_line="#C3D7F0",
    neutral_ground="#EDF0EF",
    hover="#F0F4F2",
)

DARK = Roles(
    ground="#141A18",
    surface="#1C2421",
    line="#33403B",
    text="#E7ECEA",
    quiet="#A0B0A9",
    accent="#6CCB9B",
    accent_ground="#1F3A2E",
    accent_line="#2F5A46",
    button="#237A54",
    button_hover="#2A8E62",
    button_text="#FFFFFF",
    star="#E3B04B",
    warning="#E9BE66",
    warning_ground="#3B3016",
    danger="#F49A92",
    danger_ground="#44211E",
    law="#93BDF5",
    law_ground="#1C2D45",
    law_line="#2F4868",
    neutral_ground="#28322E",
    hover="#232C28",
)


def is_dark(choice: str) -> bool:
    """Whether to draw dark: the person's choice (``light``, ``dark``), else what the system asks for."""
    if choice in {"light", "dark"}:
        return choice == "dark"
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def roles() -> Roles:
    """The colours in use now."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def load_fonts() -> None:
    """Make the interface family known to Qt, in the weights used here."""
    if FAMILY in QFontDatabase.families():
        return
    # By its files: looking the family up among all installed packages takes longer than reading them.
    for face in ("Regular", "Medium", "SemiBold", "Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(vietnam.ROOT / "files" / f"BeVietnamPro-{face}.ttf"))


def base_font(choice: str = "") -> QFont:
    """The interface font: Be Vietnam Pro, or the system's when the person chose ``system``."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont) if choice == "system" else QFont(FAMILY)
    font.setPointSize(BASE_POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def palette(r: Roles) -> QPalette:
    """The palette that Fusion paints with."""
    result = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: r.ground,
        role.WindowText: r.text,
        role.Base: r.surface,
        role.AlternateBase: r.ground,
        role.Text: r.text,
        role.Button: r.surface,
        role.ButtonText: r.text,
        role.BrightText: r.danger,
        role.ToolTipBase: r.surface,
        role.ToolTipText: r.text,
        role.PlaceholderText: r.quiet,
        role.Highlight: r.accent_ground,
        role.HighlightedText: r.text,
        role.Link: r.law,
        role.LinkVisited: r.law,
        role.Accent: r.accent,
        role.Mid: r.line,
        role.Midlight: r.line,
        role.Light: r.surface,
        role.Dark: r.line,
        role.Shadow: r.line,
    }
    for key, colour in pairs.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(r.quiet))
    return result


def apply(app: QApplication, theme: str = "", font: str = "") -> None:
    """Dress the application."""
    load_fonts()
    app.setStyle("Fusion")
    chosen = DARK if is_dark(theme) else LIGHT
    app.setFont(base_font(font))
    app.setPalette(palette(chosen))
    app.setStyleSheet(sheet(chosen))


def icon_path(name: str) -> str:
    """The path of an icon, as Qt style sheets write it."""
    return (paths.resources() / "icons" / f"{name}.svg").as_posix()


def sheet(r: Roles) -> str:
    """The style sheet, in the colours of a theme."""
    return f"""
QWidget {{ color: {r.text}; }}
QToolTip {{ background: {r.surface}; color: {r.text}; border: 1px solid {r.line}; padding: 4px 6px; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="page"], QStackedWidget {{ background: transparent; border: 0; }}
QWidget[role="bar"] {{ background: {r.surface}; border: 0; }}
QWidget[role="top"] {{ background: {r.surface}; border: 0; border-bottom: 1px solid {r.line}; }}
QWidget[role="status"] {{ background: {r.surface}; border: 0; border-top: 1px solid {r.line}; }}
QWidget[role="rail"] {{ background: {r.surface}; border: 0; border-right: 1px solid {r.line}; }}
QFrame[role="rule"] {{ background: {r.line}; border: 0; max-height: 1px; min-height: 1px; }}

QFrame[role="card"] {{ background: {r.surface}; border: 1px solid {r.line}; border-radius: 8px; }}
QFrame[role="card"][tone="accent"] {{ background: {r.accent_ground}; border-color: {r.accent_line}; }}
QFrame[role="card"][tone="law"] {{ background: {r.law_ground}; border-color: {r.law_line}; }}
QFrame[role="card"][tone="warning"] {{ background: {r.warning_ground}; border-color: {r.star}; }}
QFrame[role="card"][tone="danger"] {{ background: {r.danger_ground}; border-color: {r.danger}; }}

QLabel[role="title"] {{ font-size: 14pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: 10.5pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="number"] {{ font-size: 17pt; font-weight: 600; }}
QLabel[role="score"] {{ font-size: 22pt; font-weight: 600; }}
QLabel[role="stars"] {{ font-size: 12pt; font-weight: 600; }}
QLabel[role="quiet"] {{ color: {r.quiet}; }}
QLabel[role="small"] {{ color: {r.quiet}; font-size: 9pt; }}
QLabel[role="label"] {{ color: {r.quiet}; font-size: 9.5pt; }}
QLabel[role="problem"] {{ color: {r.danger}; font-size: 9.5pt; }}
QLabel[role="key"] {{ background: {r.surface}; color: {r.quiet}; border: 1px solid {r.line}; border-radius: 4px;
  padding: 0 5px; font-size: 8.5pt; }}
QLabel[role="tag"] {{ border-radius: 4px; padding: 1px 6px; background: {r.neutral_ground}; color: {r.quiet};
  font-size: 9.5pt; }}
QLabel[role="tag"][tone="accent"] {{ background: {r.accent_ground}; color: {r.accent}; }}
QLabel[role="tag"][tone="warning"] {{ background: {r.warning_ground}; color: {r.warning}; }}
QLabel[role="tag"][tone="danger"] {{ background: {r.danger_ground}; color: {r.danger}; }}
QLabel[role="tag"][tone="law"] {{ background: {r.law_ground}; color: {r.law}; }}
QLabel[tone="accent"] {{ color: {r.accent}; }}
QLabel[tone="danger"] {{ color: {r.danger}; }}
QLabel[tone="star"] {{ color: {r.star}; }}

QPushButton, QToolButton, QCheckBox, QRadioButton {{ outline: 0; }}
QPushButton, QToolButton[role="button"] {{ background: {r.surface}; border: 1px solid {r.line}; border-radius: 6px;
  min-height: 28px; padding: 0 14px; font-weight: 500; }}
QPushButton:hover, QToolButton[role="button"]:hover {{ background: {r.hover}; }}
QPushButton:focus, QToolButton[role="button"]:focus {{ border: 1px solid {r.accent}; }}
QPushButton:pressed {{ background: {r.neutral_ground}; }}
QPushButton:disabled {{ color: {r.quiet}; background: {r.ground}; }}
QPushButton[role="primary"] {{ background: {r.button}; color: {r.button_text}; border-color: {r.button}; }}
QPushButton[role="primary"]:hover {{ background: {r.button_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {r.star}; padding: 0 13px; min-height: 26px; }}
QPushButton[role="primary"]:disabled {{ background: {r.neutral_ground}; color: {r.quiet}; border-color: {r.line}; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {r.law}; padding: 0;
  text-decoration: underline; font-weight: 400; text-align: left; min-height: 22px; }}
QPushButton[role="link"]:focus {{ border-color: {r.accent}; }}
QPushButton[role="link"][tone="small"] {{ font-size: 9pt; color: {r.quiet}; min-height: 16px; text-decoration: none; }}
QToolButton[role="plain"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px; }}
QToolButton[role="plain"]:hover {{ background: {r.hover}; }}
QToolButton[role="plain"]:focus {{ border-color: {r.accent}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {{ background: {r.surface}; border: 1px solid {r.line};
  border-radius: 6px; selection-background-color: {r.button}; selection-color: {r.button_text}; }}
QLineEdit {{ min-height: 28px; padding: 0 8px; }}
QPlainTextEdit, QTextEdit {{ padding: 4px 6px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {{ border: 1px solid {r.accent}; }}
QLineEdit:read-only {{ background: {r.ground}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {r.ground}; color: {r.quiet}; }}
QLineEdit[tone="danger"], QPlainTextEdit[tone="danger"], QComboBox[tone="danger"] {{ border-color: {r.danger}; }}
QLineEdit[role="search"] {{ background: {r.ground}; }}
QComboBox {{ min-height: 28px; padding: 0 8px; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: url("{icon_path("chevron-down")}"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {r.surface}; border: 1px solid {r.line}; outline: 0; padding: 2px; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 22px; background: transparent; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {r.quiet};
  background: {r.surface}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{ background: {r.button}; border-color: {r.button};
  image: url("{icon_path("check")}"); }}
QRadioButton::indicator:checked {{ background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
  stop:0 {r.button}, stop:0.5 {r.button}, stop:0.6 {r.surface}, stop:1 {r.surface}); border-color: {r.button}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {r.accent}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {r.accent}; }}

QTableView, QListView, QTreeView {{ background: {r.surface}; border: 1px solid {r.line}; border-radius: 8px;
  outline: 0; gridline-color: {r.line}; selection-background-color: {r.accent_ground}; selection-color: {r.text}; }}
QTableView[role="inside"], QListView[role="inside"], QTextBrowser[role="inside"] {{ border: 0; border-radius: 0;
  background: transparent; padding: 0; }}
QHeaderView {{ background: transparent; border: 0; }}
QHeaderView::section {{ background: {r.surface}; color: {r.quiet}; border: 0; border-bottom: 1px solid {r.line};
  padding: 5px 8px; font-size: 9.5pt; font-weight: 500; }}
QTableCornerButton::section {{ background: {r.surface}; border: 0; }}
QListView::item {{ padding: 6px 8px; border-radius: 6px; }}
QListView::item:selected {{ background: {r.accent_ground}; color: {r.text}; }}
QListView::item:hover:!selected {{ background: {r.hover}; }}

QProgressBar {{ background: {r.neutral_ground}; border: 0; border-radius: 3px; min-height: 7px; max-height: 7px; }}
QProgressBar::chunk {{ background: {r.button}; border-radius: 3px; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {r.line}; border-radius: 4px; }}
QScrollBar::handle:hover {{ background: {r.quiet}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QMenu {{ background: {r.surface}; border: 1px solid {r.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {r.accent_ground}; color: {r.text}; }}
QMenu::separator {{ height: 1px; background: {r.line}; margin: 4px; }}
QDialog, QMessageBox {{ background: {r.ground}; }}
{page_style.sheet(r)}"""
