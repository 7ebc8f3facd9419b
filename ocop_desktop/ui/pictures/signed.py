"""Giấy đã ký: a scan that was recognised, one of nothing we know."""

from __future__ import annotations

import io
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from ocop_desktop.actions import documents, dossiers, listing
from ocop_desktop.actions.documents import Paper
from ocop_desktop.signing import foreign
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.signed.signed_page import SignedPage

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing


def draw(drawing: Drawing) -> None:
    """The page empty, and with two files."""
    office = drawing.window.office
    assert office is not None
    drawing.workspace.show_page("signed")
    drawing.picture("45-giay-da-ky-trong")
    found: list[Paper] = []
    office.jobs.read(_sealed, found.append)
    drawing.settle(lambda: bool(found))
    page = drawing.workspace.page("signed")
    assert isinstance(page, SignedPage)
    with tempfile.TemporaryDirectory() as folder:
        scan, other = Path(folder) / "quet-0012.pdf", Path(folder) / "quet-0013.jpg"
        scan.write_bytes(_scanned(found[0].data))
        picture = io.BytesIO()
        Image.new("RGB", (1240, 1754), "white").save(picture, "JPEG", dpi=(150, 150))
        other.write_bytes(picture.getvalue())
        page.bring([scan])
        drawing.settle(partial(_rows, page, 1))
        page.bring([other])
        drawing.settle(partial(_rows, page, 2))
    drawing.picture("46-giay-da-ky")
    page.show_signing()
    drawing.dialog(drawing.window, "47-ky-so")


def _rows(page: SignedPage, wanted: int) -> bool:
    return page.count == wanted


def _sealed(db: Db) -> Paper:
    for row in listing.rows(db, listing.order(db, listing.Query(filter="sealed"))):
        if dossiers.open_dossier(db, row.id).sealed is not None:
            return documents.report(db, row.id)
    raise LookupError("the sample office has a sealed dossier")


def _scanned(pdf: bytes) -> bytes:
    file, images = foreign.Foreign("mau.pdf", pdf), []
    for number, (width, height) in enumerate(foreign.page_sizes(file)):
        size = round(width * 200 / 72), round(height * 200 / 72)
        dots = foreign.draw(file, number, size, (0, 0, *size))
        images.append(Image.frombuffer("RGB", size, dots, "raw", "BGRX", 0, 1))
    made = io.BytesIO()
    images[0].save(made, "PDF", save_all=True, append_images=images[1:], resolution=200)
    return made.getvalue()
