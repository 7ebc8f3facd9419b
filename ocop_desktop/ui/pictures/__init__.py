"""The pictures of single parts of the program: each scene prepares its own records and draws its own screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ocop_desktop.ui.pictures import (
    clock,
    councils,
    gathering,
    lists,
    papers,
    people,
    products,
    programme,
    reports,
    signed,
)

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing

SCENES: tuple[Callable[[Drawing], None], ...] = (
    clock.draw_register,
    clock.draw_calendar,
    signed.draw,
    papers.draw_papers,
    clock.draw_numbers,
    clock.draw_following,
    councils.draw_products,
    products.draw_joining,
    councils.draw_councils,
    lists.draw,
    gathering.draw_area,
    people.draw_people,
    reports.draw_reports,
    programme.draw_plans,
)
"""In the order of the work; each leaves the office as the next one may expect it: open, on any page."""
