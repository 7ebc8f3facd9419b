"""Products of a period that Quảng Nam's plan asks to keep few: one kind of product from many producers, and raw or fresh ones.

794/QĐ-UBND of 24/3/2020, III.1.c: «hạn chế, giảm thiểu số lượng các sản phẩm tham gia OCOP trùng lắp về chủng loại (nhiều chủ
thể đăng ký một loại sản phẩm), sản phẩm còn ở dạng thô, chưa qua chế biến, chế biến sâu, các sản phẩm tươi sống». A flag, not a
verdict: a person decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ocop_desktop.domain.programme.book import Book
from ocop_desktop.domain.programme.indicators import FRESH, taking_part
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import fold, sort_key


@dataclass(frozen=True, kw_only=True)
class Alike:
    """One kind of product with the products of different producers that registered it."""

    kind: str
    products: tuple[str, ...]


def _kind(product: Record) -> tuple[str, str]:
    """The product set and the first two words of the name: ``Nước mắm Cửa Khe`` and ``Nước mắm Tam Thanh`` are one kind."""
    words = fold(str(product.body.get("name") or "")).split()
    return str(product.body.get("set") or ""), " ".join(words[:2])


def _registered(book: Book) -> list[Record]:
    wanted = set(taking_part(book).part)
    latest = {book.lines[each.id]: each for each in book.all("product")}
    return [latest[line] for line in wanted if line in latest]


def alike(book: Book) -> list[Alike]:
    """The kinds of product that two or more producers registered in the period, the most frequent first."""
    grouped: dict[tuple[str, str], list[Record]] = {}
    for product in _registered(book):
        if product.body.get("name"):
            grouped.setdefault(_kind(product), []).append(product)
    found = []
    for own in grouped.values():
        if len({str(each.body.get("producer") or each.id) for each in own}) > 1:
            names = sorted(own, key=lambda each: sort_key(str(each.body["name"])))
            kind = " ".join(str(names[0].body["name"]).split()[:2])
            found.append(Alike(kind=kind, products=_ids(names)))
    return sorted(found, key=lambda each: (-len(each.products), sort_key(each.kind)))


def fresh(book: Book) -> list[str]:
    """The products registered in the period whose set is fresh or hardly worked produce."""
    return list(_ids(each for each in _registered(book) if each.body.get("set") in FRESH))


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(each.id for each in records)
