"""A QR code in a picture file, read without leaving this machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader

_LONGEST = 2400
"""Pixels of the longer side: a photograph is made smaller first, and an enormous one is never held whole."""


def read(path: Path) -> str | None:
    """The text of the first QR code of a picture; ``None`` where there is none, or the file is no picture."""
    import zxingcpp

    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _LONGEST:
        reader.setScaledSize(size.scaled(_LONGEST, _LONGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read().convertToFormat(QImage.Format.Format_Grayscale8)
    if image.isNull():
        return None
    width, height, line = image.width(), image.height(), image.bytesPerLine()
    whole = bytes(image.constBits())
    pixels = b"".join(whole[at * line : at * line + width] for at in range(height))
    found = zxingcpp.read_barcodes(memoryview(pixels).cast("B", shape=[height, width]))
    return next((code.text for code in found if code.valid), None)
