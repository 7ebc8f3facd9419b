"""Two PCs of a commune keep number blocks of their own through a real province."""

from collections.abc import Callable

from ocop_desktop.actions import dossiers, number_twins, numbering
from ocop_desktop.storage.db import run
from tests.sync.conftest import Commune


def receive(pc: Commune, product: str) -> tuple[str, str]:
    pc.at_home()
    made = run(
        pc.db, lambda db: numbering.receive(db, {"product.name": product, "dossier.received_on": "2026-11-02"})
    ).created
    assert made
    values = dossiers.open_dossier(pc.db, made).values
    return str(values.get("dossier.reception_no") or ""), str(values.get("product.code") or "")


def test_two_pcs_without_a_line_never_give_the_same_number(commune: Callable[..., Commune]) -> None:
    first, second = commune("may-1"), commune("may-2")
    for pc in (first, second):
        assert receive(pc, "Trước khi đồng bộ") == ("", ""), "no block yet, and none is guessed"
    for pc in (first, second, first, second):
        assert pc.sync().digest_equal
    given = [receive(pc, f"Sản phẩm {n}") for n in range(6) for pc in (first, second)]
    numbers = [number for number, _ in given] + [code for _, code in given]
    assert all(numbers) and len(set(numbers)) == 24
    for pc in (first, second, first, second):
        assert pc.sync().digest_equal
    assert number_twins.twice(first.db) == [] == number_twins.twice(second.db)
