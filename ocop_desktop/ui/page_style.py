"""The part of the style sheet that only the list and the dossier page need: chips, steps, rows, matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocop_desktop.ui.style import Roles


def sheet(r: Roles) -> str:
    """The rules, in the colours of a theme."""
    return f"""
QPushButton[role="chip"] {{ background: {r.neutral_ground}; color: {r.quiet}; border: 1px solid transparent;
  border-radius: 4px; padding: 0 6px; min-height: 18px; font-weight: 400; font-size: 9.5pt; }}
QPushButton[role="chip"]:hover {{ color: {r.text}; }}
QPushButton[role="chip"]:checked {{ background: {r.accent_ground}; color: {r.accent}; }}
QPushButton[role="chip"]:focus {{ border-color: {r.accent}; }}

QPushButton[role="matter"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 7px 8px;
  text-align: left; font-weight: 400; }}
QPushButton[role="matter"]:hover {{ background: {r.hover}; }}
QPushButton[role="matter"]:checked {{ background: {r.accent_ground}; }}
QPushButton[role="matter"]:focus {{ border-color: {r.accent}; }}

QPushButton[role="section"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0;
  text-align: left; font-weight: 400; min-height: 26px; }}
QPushButton[role="section"]:hover {{ background: {r.hover}; }}
QPushButton[role="section"]:checked {{ background: {r.accent_ground}; }}

QPushButton[role="todo"] {{ background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 1px 4px;
  text-align: left; font-weight: 400; min-height: 20px; }}
QPushButton[role="todo"]:hover {{ background: {r.hover}; }}
QPushButton[role="todo"]:focus {{ border-color: {r.accent}; }}

QFrame[role="evidence"] {{ background: transparent; border: 1px solid transparent; border-bottom-color: {r.line};
  border-radius: 0; }}
QFrame[role="evidence"]:focus {{ border: 1px solid {r.accent}; border-radius: 6px; }}
QFrame[role="evidence"][tone="accent"] {{ background: {r.accent_ground}; border: 1px dashed {r.accent}; border-radius: 6px; }}
QPushButton[role="state"] {{ background: {r.surface}; border: 1px solid {r.line}; border-radius: 4px; padding: 0 8px;
  min-height: 22px; font-weight: 400; font-size: 9.5pt; color: {r.quiet}; }}
QPushButton[role="state"]:focus {{ border-color: {r.accent}; }}
QPushButton[role="state"][tone="accent"]:checked {{ background: {r.accent_ground}; color: {r.accent};
  border-color: {r.accent_line}; }}
QPushButton[role="state"][tone="warning"]:checked {{ background: {r.warning_ground}; color: {r.warning};
  border-color: {r.star}; }}
QPushButton[role="state"]:checked {{ background: {r.neutral_ground}; color: {r.text}; }}
QListView[role="suggestions"] {{ border: 1px solid {r.accent}; border-radius: 6px; padding: 2px; }}
QFrame[role="choice"] {{ background: {r.surface}; border: 1px solid {r.line}; border-radius: 6px; }}
QFrame[role="choice"][tone="accent"] {{ border-color: {r.accent}; }}
QLabel[role="remark"] {{ color: {r.warning}; background: {r.warning_ground}; border-radius: 4px; padding: 3px 8px;
  font-size: 9.5pt; }}
QLabel[role="value"] {{ font-size: 12pt; font-weight: 600; }}
QPushButton:checked {{ background: {r.accent_ground}; color: {r.accent}; border-color: {r.accent_line}; }}
QPushButton[role="small"] {{ min-height: 22px; padding: 0 10px; font-size: 9.5pt; }}
QTableView[role="rows"] {{ selection-background-color: {r.accent_ground}; }}
"""
