"""The process kept apart: reads what is asked on its input, answers on its output, ends with its input."""

import faulthandler
import os
import sys
from collections import OrderedDict
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.log import place
from ocop_desktop.signing import seen
from ocop_desktop.signing.apart import limits, wire

if TYPE_CHECKING:
    from ocop_desktop.signing.apart.pdf import Pdf

KEPT, KEPT_BYTES = 3, 120 * 1024 * 1024
_GRACE = 5
"""Seconds after which it ends itself, should nobody be there any more to end it."""


def serve() -> int:
    """Answer until the input ends. The status of the process."""
    source, answers = _channel()
    limits.limit_this_process()
    desk = Desk()
    nowhere = os.open(os.devnull, os.O_RDWR)
    while (message := wire.received(source.read)) is not None:
        asked = msgspec.json.decode(message[0], type=wire.Ask)
        faulthandler.dump_traceback_later(asked.seconds + _GRACE, exit=True, file=nowhere)
        said, beside = desk.answer(asked, message[1])
        faulthandler.cancel_dump_traceback_later()
        del message
        answers.write(wire.packed(said, beside))
        answers.write(beside)
        answers.flush()
        if said.ends:
            return 1
    return 0


def _channel() -> tuple[BinaryIO, BinaryIO]:
    """Input and output, and nothing that a library prints among the answers."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(1, os.O_BINARY)
    source, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nowhere, standard)
    return source, answers


class Desk:
    """The documents at hand, and what is done with them."""

    def __init__(self) -> None:
        self._documents: OrderedDict[str, bytes] = OrderedDict()
        self._open: tuple[str, Pdf] | None = None

    def answer(self, asked: wire.Ask, brought: bytes) -> tuple[wire.Said, bytes]:
        """What is said, and the bytes beside it. Whatever a file makes of a reader is an answer too."""
        if asked.brings:
            self._keep(asked.document, brought)
        elif asked.document not in self._documents:
            return wire.Said(code=wire.NEED), b""
        else:
            self._documents.move_to_end(asked.document)
        try:
            value, beside = self._done(asked.document, asked.task)
            return wire.Said(value=msgspec.Raw(msgspec.json.encode(value))), beside
        except OcopError as error:
            details = {name: each for name, each in error.details.items() if isinstance(each, str | int)}
            return wire.Said(code=error.code, details=details), b""
        except MemoryError:
            return wire.Said(code="paper.heavy", ends=True), b""
        except Exception as error:
            return wire.Said(code="paper.unreadable", where=place(error), ends=True), b""

    def _keep(self, key: str, data: bytes) -> None:
        self._documents[key] = data
        while len(self._documents) > 1 and (
            len(self._documents) > KEPT or sum(map(len, self._documents.values())) > KEPT_BYTES
        ):
            self._documents.popitem(last=False)

    def _pdf(self, key: str) -> "Pdf":
        from ocop_desktop.signing.apart.pdf import Pdf

        if self._open is not None:
            if self._open[0] == key:
                return self._open[1]
            self._open[1].close()
            self._open = None
        made = Pdf(self._documents[key])
        self._open = (key, made)
        return made

    def _done(self, key: str, task: wire.Task) -> tuple[object, bytes]:
        data = self._documents[key]
        match task:
            case wire.Sizes():
                return self._pdf(key).sizes(), b""
            case wire.Draw():
                area = (task.left, task.top, task.wide, task.high)
                return None, self._pdf(key).drawn(task.page, (task.width, task.height), area)
            case wire.Count() | wire.Frame() | wire.LightPages() | wire.LightPage():
                return self._scanned(key, task)
            case wire.About():
                return self._about(key), b""
            case wire.Page():
                from ocop_desktop.signing.apart import reading

                if _is_pdf(data):
                    return reading.pdf_page(self._pdf(key), task.number), b""
                return reading.picture_page(data, task.number), b""
            case wire.Place():
                from ocop_desktop.signing.apart.words import room_for

                return room_for(self._pdf(key), task.title, task.name), b""
            case wire.Signatures():
                from ocop_desktop.signing.validation import signatures

                return signatures(data, task.roots), b""
            case wire.Joinable():
                from ocop_desktop.signing.archive import joinable

                return joinable(data), b""

    def _scanned(
        self, key: str, task: "wire.Count | wire.Frame | wire.LightPages | wire.LightPage"
    ) -> tuple[object, bytes]:
        from ocop_desktop.signing.apart import scans

        data = self._documents[key]
        match task:
            case wire.Count():
                return scans.count(data, task.media_type), b""
            case wire.Frame():
                made = scans.framed(data, task.number)
            case wire.LightPages():
                return scans.light_count(self._pdf(key) if task.media_type == "application/pdf" else data), b""
            case wire.LightPage():
                source = self._pdf(key) if task.media_type == "application/pdf" else data
                made = scans.light_page(source, task.number)
        about = wire.PictureAbout(made.width, made.height, made.dpi, made.grey, made.turn, not made.data)
        return about, made.data

    def _about(self, key: str) -> wire.PaperAbout:
        from ocop_desktop.signing.apart.reading import picture_count

        data = self._documents[key]
        if not _is_pdf(data):
            return wire.PaperAbout(is_pdf=False, version="", pages=picture_count(data))
        document = self._pdf(key)
        if len(document) > seen.MOST_PAGES:
            raise Refused("paper.too_long", most=seen.MOST_PAGES)
        if len(document) == 0:
            raise Refused("paper.unreadable")
        start = data.index(b"%PDF-")
        version = data[start + 5 : start + 8].decode("ascii", "replace")
        said = str(document.document.get_metadata_value("Keywords"))
        return wire.PaperAbout(is_pdf=True, version=version, pages=len(document), said=said[:10_000])


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]
