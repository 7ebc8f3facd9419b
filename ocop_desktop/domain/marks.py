"""The small code on a paper: which sealed report it shows, which revision, and the first digits of that report's hash.

It holds no personal data: the id of a record, numbers and digits of a hash. ``OCOP3:<id>.<revision>.<hash>.<page>/<pages>``,
in the letters a QR code packs tightest.
"""

import re
import uuid
from dataclasses import dataclass, replace

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is read as a digit."""
ID_LENGTH = 26
HASH_LENGTH = 8
PAPERS = {"mau-01": "1", "mau-02": "2", "mau-03": "3"}
"""The forms that bear a code. The digit never changes its meaning: papers with it lie in archives."""

_TEXT = re.compile(r"OCOP(\d):([0-9A-Z]{26})\.(\d{1,4})\.([0-9A-F]{8})(?:\.(\d{1,3})/(\d{1,3}))?")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What a code says. ``paper`` is a digit of ``PAPERS``; page 0 stands for the whole document."""

    paper: str
    report: str
    revision: int
    digest: str
    page: int = 0
    pages: int = 0

    @property
    def form(self) -> str:
        """The short name of the form, such as ``mau-03``."""
        return next((form for form, digit in PAPERS.items() if digit == self.paper), "")

    @property
    def whole(self) -> "Mark":
        """The same without its page: equal for all pages of one document."""
        return replace(self, page=0, pages=0)

    def on_page(self, page: int, pages: int) -> "Mark":
        """The code of one page."""
        return replace(self, page=page, pages=pages)

    @property
    def text(self) -> str:
        """What the code says, in capitals and digits."""
        said = f"OCOP{self.paper}:{short(self.report)}.{self.revision}.{self.digest}"
        return f"{said}.{self.page}/{self.pages}" if self.page else said


def mark(form: str, report: str, revision: int, sha256: str) -> Mark | None:
    """The code of a sealed report's paper; None for a form that bears none, or an id that is no UUID."""
    digit = PAPERS.get(form.rpartition("/")[2])
    try:
        short(report)
    except ValueError:
        return None
    return Mark(paper=digit, report=report, revision=revision, digest=sha256[:HASH_LENGTH].upper()) if digit else None


def read(text: str) -> Mark | None:
    """What a code says, or None when it is not one of ours."""
    found = _TEXT.fullmatch(text.strip())
    if found is None:
        return None
    paper, code, revision, digest, page, pages = found.groups()
    try:
        report = long(code)
    except ValueError:
        return None
    return Mark(
        paper=paper,
        report=report,
        revision=int(revision),
        digest=digest,
        page=int(page or 0),
        pages=int(pages or 0),
    )


def find(text: str) -> Mark | None:
    """The first code within a longer text."""
    found = _TEXT.search(text)
    return read(found[0]) if found else None


def short(record: str) -> str:
    """A record's id in 26 letters and digits. ValueError for what is no UUID."""
    number = uuid.UUID(record).int
    return "".join(DIGITS[number >> 5 * place & 31] for place in reversed(range(ID_LENGTH)))


def long(code: str) -> str:
    """The record's id of a short form. ValueError for letters that are none."""
    number = 0
    for letter in code:
        number = number * 32 + DIGITS.index(letter)
    if number >> 128:
        raise ValueError("longer than an id")
    return str(uuid.UUID(int=number))
