"""A push in order is looked at as one; what comes out is what the look at each operation gives."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from ocop_desktop.protocol import Op, Push, canonical, encode
from ocop_desktop.server.pushing import read_push
from ocop_desktop.server.reading import Read, read_op, read_plain
from ocop_desktop.server.settings import LIMITS, Settings
from ocop_desktop.server.tables import history
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, new_id, patch, remove

TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Chè Shan tuyết", "12 m²", "e\u0301", "ệ", "\u1e69", "\u200f", "\\r", 'a "b"', "a\tb\nc", "\r", "\x00", "\x7f", "\ud55c"]
    ),
)  # fmt: skip
VALUES = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-(2**54), 2**54), st.just(10**30), st.just(1.5))
IDS = st.sampled_from(
    [new_id(), "x", "0" * 36, new_id().upper(), f"{new_id()[:-1]}ệ", new_id().replace("-7", "-0"), ""]
)
ODD: dict[str, st.SearchStrategy[Any]] = {
    "op": IDS, "record": IDS, "parent": IDS, "type": st.sampled_from(["Product", "product ", "x" * 40]),
    "unit": st.sampled_from(["0", "02275\n", "٠٢٢٧٥"]), "kind": st.just("other"), "base_rev": st.sampled_from([-1, 2**53, "1"]),
    "at": st.sampled_from(["x" * 41, "\x07"]), "by": st.sampled_from(["x" * 201, "e\u0301"]), "reason": st.just("x" * 4001),
    "resolves": st.lists(IDS, min_size=1, max_size=2), "fields": st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3),
    "expect": st.dictionaries(TEXTS, VALUES, max_size=1), "unknown": VALUES,
}  # fmt: skip


@st.composite
def an_op(draw: st.DrawFn) -> dict[str, Any]:
    """An operation as a JSON object: in order, or with one part that is odd."""
    op: dict[str, Any] = {
        "op": new_id(), "record": new_id(), "type": "product", "unit": "02275", "kind": "create",
        "fields": draw(st.dictionaries(st.sampled_from(["name", "matter.y_tuong.found"]), VALUES | TEXTS, max_size=2)),
        "at": "2026-11-20T03:00:00.000Z", "by": "Mai",
    }  # fmt: skip
    if draw(st.integers(0, 3)) == 0:
        part = draw(st.sampled_from(sorted(ODD)))
        op[part] = draw(ODD[part])
    return op


def _shown(reads: list[Any]) -> list[Any]:
    return [(canonical(read.op), read.cleaned) if isinstance(read, Read) else canonical(read) for read in reads]


@examples(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(an_op(), max_size=3))
def test_the_look_at_all_says_what_the_look_at_each_says(ops: list[dict[str, Any]]) -> None:
    envelope = {"replica": new_id(), "app": "1", "schema": 1, "client_time": "x"}
    body = msgspec.json.encode({**envelope, "ops": ops})
    plain = read_plain(body, LIMITS)
    if plain is not None:
        assert _shown(plain[1]) == _shown([read_op(msgspec.Raw(msgspec.json.encode(op)), LIMITS) for op in ops])


@pytest.mark.parametrize(
    "words", ["Nguyên liệu thu hái từ vùng trồng, ĐƠN VỊ: 12 m² – “tốt”", 'dòng 1\nnói "có" \\ không']
)
def test_an_ordinary_push_is_looked_at_as_one(words: str) -> None:
    ops = tuple(
        Op(op=new_id(), record=new_id(), type="product", unit="02275", kind="create", fields={"name": words, "n": 7})
        for _ in range(3)
    )
    body = encode(Push(replica=new_id(), app="1", schema=1, client_time="x", ops=ops))
    plain = read_plain(body, LIMITS)
    assert plain is not None and _shown(plain[1]) == [(canonical(op), False) for op in ops]


def test_a_field_at_its_limit_is_taken_and_one_beyond_refused(settings: Settings) -> None:
    for length, taken in ((LIMITS.field, True), (LIMITS.field + 1, False)):
        op = create(new_id(), fields={"name": "x" * length})
        body = encode(Push(replica=new_id(), app="1", schema=1, client_time="x", ops=(op,)))
        (read,) = read_push(body, settings)[1]
        assert isinstance(read, Read) is taken


def test_history_keeps_what_the_first_revision_said(province: Province, pc: Stranger) -> None:
    one, two, three, four = (new_id() for _ in range(4))
    first = {"name": "Chè", "set": "tra"}
    pc.push(*(create(record, fields=first) for record in (one, two, three)))
    pc.push(patch(one, 1, {"name": "Chè xanh"}))
    pc.push(patch(one, 2, {"name": "Chè đen"}), remove(two, 1))
    pc.push(create(four, fields=first), patch(four, 0, {"set": "che"}))

    def kept(connection: Connection) -> dict[str, list[dict[str, str]]]:
        found: dict[str, list[dict[str, str]]] = {}
        for record, fields in connection.execute(select(history.c.record, history.c.fields).order_by(history.c.rev)):
            found.setdefault(record, []).append(msgspec.json.decode(fields) if fields else {})
        return found

    said = province.administer(lambda service: service.store.read(kept))
    assert said[one] == [first, {"name": "Chè xanh"}, {"name": "Chè đen"}]
    assert said[two] == [first, {}]
    assert said[three] == [{}], "the only revision is the record itself"
    assert said[four] == [first, {"set": "che"}]
