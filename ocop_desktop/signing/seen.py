"""What was seen of a paper, whoever looked."""

from dataclasses import dataclass

from ocop_desktop.domain.marks import Mark

MOST_PAGES = 60
"""Pages whose code is looked for; a report has two or three."""
LEAST_DPI = 200
"""Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, I.2: colour, 200 dpi at least, 100 % of the paper's size."""


@dataclass(frozen=True, kw_only=True)
class PageSeen:
    """One page. ``dpi`` is that of its picture, 0 when it is drawn; ``mark`` the code on it."""

    mark: Mark | None
    dpi: int
    colour: bool
    width_mm: int
    height_mm: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read of one file. ``said`` is the code in the file's own properties, which a scan has not."""

    sha256: str
    is_pdf: bool
    version: str
    pages: tuple[PageSeen, ...]
    said: Mark | None

    @property
    def marks(self) -> frozenset[Mark]:
        """The documents whose codes were seen on the pages."""
        return frozenset(page.mark.whole for page in self.pages if page.mark)

    @property
    def scanned(self) -> bool:
        """Whether every page is a picture."""
        return all(page.dpi for page in self.pages)

    @property
    def dpi(self) -> int:
        """The least of the scanned pages, 0 when none is a picture."""
        return min((page.dpi for page in self.pages if page.dpi), default=0)

    @property
    def colour(self) -> bool:
        """Whether every scanned page is in colour."""
        return all(page.colour for page in self.pages if page.dpi)


@dataclass(frozen=True)
class Picture:
    """One page: a JPEG, its size in dots, and the quarter turn (degrees) by which it is shown upright."""

    data: bytes
    width: int
    height: int
    dpi: int
    grey: bool
    turn: int
