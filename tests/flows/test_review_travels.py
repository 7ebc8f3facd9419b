"""A second officer's mark goes with the dossier: to the other PCs of the commune and to those above; a change voids it."""

import pytest

from ocop_desktop.actions import dossiers, office, reviews
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run
from tests.flows.test_province_desk import ONE, Place, place
from tests.kit import builders

__all__ = ["place"]


def test_a_mark_of_one_pc_holds_on_all(place: Place) -> None:
    writer, reader = place.pc("may-viet", "commune", ONE), place.pc("may-lanh-dao", "commune", ONE)
    writer.do(office.save_office, {reviews.NEEDED: True})
    tea = builders.a_complete_dossier(writer.db, product__name="Chè Shan tuyết")
    writer.sync()
    reader.sync()
    with pytest.raises(Refused, match=r"review\.needed"):
        writer.do(dossiers.seal, tea)
    reader.do(reviews.mark, tea)
    reader.sync()
    assert writer.sync().digest_equal
    found = reviews.of(writer.db, tea)
    assert found is not None and (found.by, found.current) == (reader.db.officer, True)

    # A change after it voids it on every PC; a new look holds again.
    writer.do(dossiers.save_draft, tea, {"dossier.workers_total": 29}, {})
    assert not getattr(reviews.of(writer.db, tea), "current", True)
    with pytest.raises(Refused, match=r"review\.stale"):
        writer.do(dossiers.seal, tea)
    writer.sync()
    reader.sync()
    assert not getattr(reviews.of(reader.db, tea), "current", True)
    reader.do(reviews.mark, tea)
    reader.sync()
    writer.sync()
    writer.do(dossiers.seal, tea)
    writer.do(dossiers.hand_over, tea)
    summary = writer.sync()
    assert (summary.rejected, summary.conflicts, summary.digest_equal) == (0, 0, True)

    # Those above see who read it, of what was sealed and sent; nobody marks a dossier that has gone up.
    province = place.pc("tinh", "province", "08")
    province.sync()
    above = reviews.of(province.db, tea)
    assert above is not None and (above.by, above.current) == (reader.db.officer, True)
    for pc in (province, reader):
        pc.sync()
        with pytest.raises(Refused, match=r"dossier\.locked"):
            pc.do(reviews.mark, tea)


def test_marks_of_two_pcs_at_once_stand_side_by_side(place: Place) -> None:
    """Neither mark is a change of the dossier: sealing meets no conflict because somebody read it meanwhile."""
    writer, one, two = (place.pc(name, "commune", ONE) for name in ("viet", "doc-1", "doc-2"))
    tea = builders.a_complete_dossier(writer.db, product__name="Chè Shan tuyết")
    for pc in (writer, one, two):
        pc.sync()
    one.do(reviews.mark, tea)
    two.do(reviews.mark, tea)
    writer.do(dossiers.seal, tea)
    for pc in (one, two, writer, one, two, writer):
        summary = pc.sync()
        assert (summary.conflicts, summary.rejected) == (0, 0)
    assert summary.digest_equal
    found = {run(pc.db, lambda db: reviews.of(db, tea)) for pc in (writer, one, two)}
    assert len(found) == 1 and all(each is not None and each.current for each in found)


def test_what_is_typed_and_not_read_yet_is_read_first(place: Place) -> None:
    pc = place.pc("viet", "commune", ONE)
    other = place.pc("doc", "commune", ONE)
    tea = builders.a_complete_dossier(pc.db, product__name="Chè Shan tuyết")
    pc.sync()
    other.sync()
    other.do(dossiers.save_draft, tea, {}, {"dossier.workers_total": "ba mươi"})
    with pytest.raises(Refused, match=r"review\.(own|unparsed)"):
        other.do(reviews.mark, tea)
