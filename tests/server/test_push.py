"""Pushes: applied once, answered the same for ever, merged or held against the head, never half done."""

import gzip
import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest

from ocop_desktop import protocol
from ocop_desktop.protocol import Op, Receipt
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, move, new_id, patch, remove


def test_a_new_record_comes_back_in_the_feed(pc: Stranger) -> None:
    record = new_id()
    (result,) = pc.push(create(record, by="Ma Thị Hà", fields={"name": "HTX Tân Trào", "founded_on": "2019-05-01"}))
    assert (result.status, result.rev, result.seq) == ("applied", 1, 1)
    (change,) = pc.pull().items
    assert (change.record, change.rev, change.by) == (record, 1, "Ma Thị Hà")
    assert change.body == {"name": "HTX Tân Trào", "founded_on": "2019-05-01"}


def test_the_same_batch_gets_the_same_bytes(pc: Stranger) -> None:
    body, key = pc.freeze(create(new_id())), new_id()
    first, second = pc.send(body, key), pc.send(body, key)
    assert second.content == first.content
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"
    assert pc.pull().high_water == 1


def test_the_same_batch_is_answered_after_a_restart(province: Province, pc: Stranger) -> None:
    body, key = pc.freeze(create(new_id())), new_id()
    first = pc.send(body, key)
    province.restart()
    assert pc.send(body, key).content == first.content


def test_a_batch_id_with_other_bytes_is_refused(pc: Stranger) -> None:
    key = new_id()
    assert pc.send(pc.freeze(create(new_id())), key).status_code == 200
    answer = pc.send(pc.freeze(create(new_id())), key)
    assert (answer.status_code, answer.json()["code"]) == (422, "push.other_bytes")
    assert pc.pull().high_water == 1


def test_the_same_batch_twice_at_once_is_applied_once(province: Province, pc: Stranger) -> None:
    record = new_id()
    body, key = pc.freeze(create(record), patch(record, 0, {"phone": "0912345678"})), new_id()
    gate = threading.Barrier(6)

    def send(_: int) -> bytes:
        gate.wait()
        return pc.send(body, key).content

    with ThreadPoolExecutor(6) as pool:
        answers = set(pool.map(send, range(6)))
    assert len(answers) == 1
    (change,) = pc.pull().items
    assert change.rev == 2


def test_operations_sent_again_in_other_batches_are_duplicates(pc: Stranger) -> None:
    first, second = create(new_id()), create(new_id())
    pc.push(first, second)
    results = pc.push(second)
    assert [result.status for result in results] == ["duplicate"]
    assert results[0].body == second.fields
    assert pc.push(first)[0].rev == 1


def test_a_later_edit_of_the_same_pc_needs_no_new_base(pc: Stranger) -> None:
    record = new_id()
    pc.push(create(record))
    first, second = pc.push(patch(record, 1, {"name": "A"}), patch(record, 1, {"name": "B"}))
    assert (first.status, second.status, second.rev) == ("applied", "applied", 3)
    assert pc.pull().items[0].body["name"] == "B"


def test_two_pcs_that_changed_different_groups_are_merged(province: Province, pc: Stranger) -> None:
    other, record = province.device(), new_id()
    pc.push(create(record))
    assert other.push(patch(record, 1, {"phone": "0912"}))[0].status == "applied"
    (result,) = pc.push(patch(record, 1, {"email": "htx@tantrao.vn"}))
    assert (result.status, result.rev) == ("merged", 3)
    assert result.body == {"name": "Hợp tác xã Tân Trào", "phone": "0912", "email": "htx@tantrao.vn"}


def test_two_pcs_that_changed_the_same_field_keep_both(province: Province, pc: Stranger) -> None:
    other, record = province.device(), new_id()
    pc.push(create(record))
    other.push(patch(record, 1, {"name": "Tên một"}, by="Ông A"))
    lost = patch(record, 1, {"name": "Tên hai", "phone": "0912"}, by="Bà B")
    (result,) = pc.push(lost)
    assert (result.status, result.code, result.groups) == ("conflict", "edit_conflict", ("name",))
    assert result.head is not None
    assert (result.head.body["name"], result.head.by) == ("Tên một", "Ông A")
    (change,) = other.pull(after=2).items
    assert (change.rev, change.conflicts) == (2, 1)
    (waiting,) = msgspec.json.decode(other.get("/v1/sync/conflicts").content, type=protocol.Conflicts).items
    assert (waiting.conflict, waiting.fields, waiting.by) == (result.conflict, lost.fields, "Bà B")
    assert pc.push(lost)[0].conflict == result.conflict

    settled = patch(record, 2, {"name": "Tên hai"}, resolves=(str(result.conflict),), reason="Theo giấy đăng ký")
    assert pc.push(settled)[0].status == "applied"
    (change,) = other.pull(after=3).items
    assert (change.conflicts, change.body["name"]) == (0, "Tên hai")
    assert other.get("/v1/sync/conflicts").json()["items"] == []


def test_equal_values_are_no_conflict(province: Province, pc: Stranger) -> None:
    other, record = province.device(), new_id()
    pc.push(create(record))
    other.push(patch(record, 1, {"name": "Tên mới"}))
    (result,) = pc.push(patch(record, 1, {"name": "Tên mới"}))
    assert (result.status, result.rev) == ("merged", 2)


def test_a_move_is_won_by_the_first(province: Province, pc: Stranger) -> None:
    other, record = province.device(), new_id()
    pc.push(create(record, "dossier", fields={"state": "open", "year": 2026}))
    assert pc.push(move(record, 1, "open", "sealed", by="Ông A"))[0].status == "applied"
    (result,) = other.push(move(record, 1, "open", "withdrawn", by="Bà B"))
    assert (result.status, result.code, result.by) == ("conflict", "state_conflict", "Ông A")
    assert result.at == "2026-03-09T02:30:00.000Z"
    assert pc.pull().items[0].body["state"] == "sealed"


def test_a_move_over_an_edit_not_seen_is_a_conflict(province: Province, pc: Stranger) -> None:
    other, record = province.device(), new_id()
    pc.push(create(record, "dossier", fields={"state": "open", "year": 2026}))
    other.push(patch(record, 1, {"year": 2025}, "dossier"))
    (result,) = pc.push(move(record, 1, "open", "sealed"))
    assert (result.status, result.code, result.groups) == ("conflict", "stale_move", ("year",))


def test_a_state_changes_only_by_a_move(pc: Stranger) -> None:
    record = new_id()
    pc.push(create(record, "dossier", fields={"state": "open"}))
    (result,) = pc.push(patch(record, 1, {"state": "sealed"}, "dossier"))
    assert (result.status, result.code, result.field) == ("rejected", "state.by_move", "state")
    unguarded = msgspec.structs.replace(move(record, 1, "open", "sealed"), expect={})
    assert pc.push(unguarded)[0].code == "move.incomplete"


def test_edit_against_delete_and_delete_against_edit(province: Province, pc: Stranger) -> None:
    other, one, two = province.device(), new_id(), new_id()
    pc.push(create(one), create(two))
    assert pc.push(remove(one, 1))[0].rev == 2
    assert other.push(patch(one, 1, {"name": "X"}))[0].code == "deleted_conflict"
    other.push(patch(two, 1, {"name": "X"}))
    assert pc.push(remove(two, 1))[0].code == "delete_conflict"
    assert [(c.record, c.deleted) for c in pc.pull().items] == [(one, True), (two, False)]


def test_a_delete_is_undone_by_creating_again(pc: Stranger) -> None:
    record = new_id()
    pc.push(create(record))
    pc.push(remove(record, 1))
    (result,) = pc.push(create(record, base_rev=2))
    assert (result.status, result.rev) == ("applied", 3)
    assert pc.pull().items[0].deleted is False


def test_many_deletions_wait_for_a_person(pc: Stranger) -> None:
    records = [new_id() for _ in range(protocol.MANY_DELETES + 1)]
    pc.push(*map(create, records))
    assert {result.code for result in pc.push(*(remove(record, 1) for record in records))} == {"delete.unconfirmed"}
    confirmed = [remove(record, 1, confirmed=True) for record in records]
    assert {result.status for result in pc.push(*confirmed)} == {"applied"}


def test_a_sealed_report_takes_only_its_number_and_day(pc: Stranger) -> None:
    record = new_id()
    pc.push(create(record, "report", fields={"producer.name": "HTX", "sha256": "ab"}))
    assert pc.push(patch(record, 1, {"producer.name": "Khác"}, "report"))[0].code == "report.sealed"
    assert pc.push(remove(record, 1, "report"))[0].code == "report.sealed"
    (result,) = pc.push(patch(record, 1, {"number": "15/BC-UBND", "issued_on": "2026-03-10"}, "report"))
    assert result.status == "applied"


def test_a_sealed_periodic_report_is_opened_again_by_a_person_only(province: Province, pc: Stranger) -> None:
    record, other = new_id(), province.device()
    body = {"period": "2026-11", "state": "sealed", "revision": 1, "text.results": "Đã chốt", "now.products": 4}
    pc.push(create(record, "periodic", fields=body))
    for fields in ({"text.results": "Sửa sau"}, {"now.products": 5}, {"state": "draft"}, {"sha256": "00"}):
        for each, base in ((pc, 1), (other, 0)):
            (result,) = each.push(patch(record, base, fields, "periodic"))
            assert (result.status, result.code, result.field) == ("rejected", "report.sealed", next(iter(fields)))
    assert pc.push(remove(record, 1, "periodic"))[0].code == "report.sealed"
    again = create(record, "periodic", fields={**body, "now.products": 9}, base_rev=1)
    assert pc.push(again)[0].code == "report.sealed", "no whole record in its place either"
    still = msgspec.structs.replace(move(record, 1, "sealed", "sealed"), type="periodic")
    changed = msgspec.structs.replace(still, fields={"state": "sealed", "now.products": 9})
    assert pc.push(changed)[0].code == "report.sealed"
    assert pc.pull().items[-1].body == body
    # What says the same changes nothing; a person who opens it, corrects it and seals it anew may.
    assert pc.push(patch(record, 1, {"text.results": "Đã chốt"}, "periodic"))[0].status == "applied"
    opened = msgspec.structs.replace(move(record, 1, "sealed", "draft"), type="periodic")
    assert pc.push(opened)[0].status == "applied"
    assert pc.push(patch(record, 2, {"text.results": "Sửa lại"}, "periodic"))[0].status == "applied"
    # A province that was restored to an older copy takes the later revision whole.
    sealed = msgspec.structs.replace(move(record, 3, "draft", "sealed"), type="periodic")
    assert pc.push(msgspec.structs.replace(sealed, fields={"state": "sealed", "revision": 2}))[0].status == "applied"
    later = create(record, "periodic", fields={**body, "revision": 3, "now.products": 6}, base_rev=4)
    assert pc.push(later)[0].status == "applied"
    second = msgspec.structs.replace(sealed, op=new_id())
    assert other.push(second)[0].code == "state_conflict", "of two that seal at once the first did"


def test_a_child_waits_for_its_parent(province: Province, pc: Stranger) -> None:
    other, producer, product = province.device(), new_id(), new_id()
    child = create(product, "product", fields={"name": "Chè"}, parent=producer)
    first, second = other.push(child, patch(product, 0, {"set": "che"}, "product"))
    assert (first.status, first.missing, second.status) == ("held", producer, "held")
    assert other.push(child)[0].status == "held"
    assert other.pull().items == ()
    assert [result.status for result in pc.push(create(producer))] == ["applied"]
    found = {change.record: change for change in other.pull().items}
    assert (found[product].body, found[product].rev) == ({"name": "Chè", "set": "che"}, 2)
    assert found[product].device == other.device
    assert other.push(child)[0].status == "duplicate"


def test_a_bad_operation_stops_only_its_own_record(pc: Stranger) -> None:
    good, bad = new_id(), new_id()
    ops: list[Any] = [msgspec.to_builtins(create(good)) for good in (good, new_id())]
    poison = msgspec.to_builtins(create(bad))
    poison["fields"] = {"score": 1.5}
    later = msgspec.to_builtins(patch(bad, 0, {"name": "X"}))
    body = json.loads(pc.freeze())
    body["ops"] = [ops[0], poison, "nothing", {"op": 3}, later, ops[1]]
    answer = pc.send(json.dumps(body).encode(), new_id())
    results = msgspec.json.decode(answer.content, type=Receipt).results
    assert [(result.status, result.code) for result in results] == [
        ("applied", ""),
        ("rejected", "field.kind"),
        ("rejected", "op.malformed"),
        ("rejected", "op.malformed"),
        ("held", ""),
        ("applied", ""),
    ]
    assert results[1].field == "score"
    assert len(pc.pull().items) == 2


def test_after_a_rejection_later_operations_on_the_record_are_not_taken(pc: Stranger) -> None:
    record = new_id()
    pc.push(create(record, "dossier", fields={"state": "open"}))
    results = pc.push(patch(record, 1, {"x y": 1}, "dossier"), patch(record, 1, {"state": "sealed"}, "dossier"))
    assert results[0].code == "field.name"
    results = pc.push(patch(record, 1, {"state": "sealed"}, "dossier"), move(record, 1, "open", "sealed"))
    assert [result.code for result in results] == ["state.by_move", "record.blocked"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"record": "no-uuid"}, "op.malformed"),
        ({"type": "Không"}, "op.malformed"),
        ({"unit": "xã"}, "op.malformed"),
        ({"unit": "99999"}, "scope.outside"),
        ({"fields": {"a b": 1}}, "field.name"),
        ({"fields": {"a": "x" * 102_401}}, "field.too_long"),
        ({"fields": {"a": 2**60}}, "field.too_large"),
        ({"base_rev": 4}, "record.base_unknown"),
    ],
)
def test_what_is_not_in_order_is_rejected(pc: Stranger, change: dict[str, Any], code: str) -> None:
    op: Op = msgspec.structs.replace(create(new_id()), **change)
    (result,) = pc.push(op)
    assert (result.status, result.code) == ("rejected", code)


def test_text_is_cleaned_and_the_sender_told(pc: Stranger) -> None:
    decomposed = "Hợp tác xã\u0000 Tân Trào\u200b"
    record = new_id()
    (result,) = pc.push(create(record, by="Hà\u0000", reason="\u0007", fields={"name": decomposed, "note": "a\tb\nc"}))
    assert result.status == "merged"
    assert result.body == {"name": "Hợp tác xã Tân Trào", "note": "a\tb\nc"}
    assert pc.pull().items[0].by == "Hà"


def test_an_emptied_field_is_gone(pc: Stranger) -> None:
    record = new_id()
    pc.push(create(record, fields={"name": "A", "phone": None, "ticked": False}))
    pc.push(patch(record, 1, {"name": None}))
    assert pc.pull().items[0].body == {"ticked": False}


def test_unknown_fields_and_types_are_kept(pc: Stranger) -> None:
    record = new_id()
    (result,) = pc.push(create(record, "survey", fields={"of.next_year": "còn lạ", "n": 7}))
    assert result.status == "applied"
    assert pc.pull().items[0].body == {"of.next_year": "còn lạ", "n": 7}


def test_another_units_record_is_out_of_reach(province: Province, pc: Stranger) -> None:
    other, record = province.device("02290"), new_id()
    pc.push(create(record))
    assert other.push(patch(record, 1, {"name": "X"}))[0].code == "scope.outside"
    assert other.push(patch(record, 1, {"name": "X"}, unit="02290"))[0].code == "scope.outside"
    assert other.push(create(new_id(), unit="02290", parent=record))[0].code == "scope.outside"
    assert other.get("/v1/sync/changes", unit="02275").json()["code"] == "scope.outside"
    assert pc.pull().items[0].body["name"] == "Hợp tác xã Tân Trào"


def test_an_area_pc_reaches_its_units(province: Province, pc: Stranger) -> None:
    area, whole = province.device("02275", "02290"), province.device("08")
    record = new_id()
    pc.push(create(record))
    assert area.push(patch(record, 1, {"phone": "0912"}), create(new_id(), unit="02290"))[1].status == "applied"
    assert [unit["unit"] for unit in whole.get("/v1/sync/units").json()["units"]] == ["02275", "02290", "08"]
    assert whole.get("/v1/sync/changes", unit="02290").json()["high_water"] == 1


def test_gzip_is_opened_and_a_bomb_is_not(pc: Stranger) -> None:
    packed = gzip.compress(pc.freeze(create(new_id())))
    assert pc.send(packed, new_id(), **{"Content-Encoding": "gzip"}).status_code == 200
    bomb = gzip.compress(b" " * (64 * 1024 * 1024))
    answer = pc.send(bomb, new_id(), **{"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.json()["code"]) == (413, "body.too_large")
    cut = pc.send(packed[:-9], new_id(), **{"Content-Encoding": "gzip"})
    assert (cut.status_code, cut.json()["code"]) == (400, "body.gzip")
    assert pc.send(b"x", new_id(), **{"Content-Encoding": "br"}).json()["code"] == "body.encoding"


def test_the_same_batch_packed_otherwise_is_the_same(pc: Stranger) -> None:
    body, key = pc.freeze(create(new_id())), new_id()
    first = pc.send(gzip.compress(body, 1), key, **{"Content-Encoding": "gzip"})
    assert pc.send(body, key).content == first.content


def test_a_body_changed_on_the_way_is_refused(pc: Stranger) -> None:
    wrong = {"Content-Digest": protocol.content_digest(b"other")}
    answer = pc.send(pc.freeze(create(new_id())), new_id(), **wrong)
    assert (answer.status_code, answer.json()["code"]) == (400, "body.digest")


def test_a_push_that_is_none_is_refused(pc: Stranger) -> None:
    assert pc.send(b"[]", new_id()).json()["code"] == "body.invalid"
    assert pc.send(b"\xff", new_id()).json()["code"] == "body.invalid"
    assert pc.send(pc.freeze(), "no batch").json()["code"] == "push.no_key"
    assert pc.send(pc.freeze(*(create(new_id()) for _ in range(2001))), new_id()).json()["code"] == "push.too_many"
    assert pc.send(b" " * (9 * 1024 * 1024), new_id()).json()["code"] == "body.too_large"


def test_a_line_cut_in_the_body_applies_nothing(pc: Stranger) -> None:
    body = pc.freeze(create(new_id()))
    place = urlsplit(str(pc.http.base_url))
    with socket.create_connection((place.hostname, place.port)) as line:
        head = f"POST /v1/sync/push HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {pc.token}\r\n"
        head += f"Idempotency-Key: {new_id()}\r\nContent-Length: {len(body)}\r\n\r\n"
        line.sendall(head.encode() + body[:-20])
    assert pc.pull().high_water == 0


@pytest.mark.parametrize("text", [r"\u0000", r"\u202e", "\ufffe", "\U0010ffff", r"\ud83c\udf75"])
def test_odd_letters_never_fail_the_server(pc: Stranger, text: str) -> None:
    op = msgspec.json.encode(create(new_id(), fields={"name": "@"})).decode().replace("@", text)
    body = pc.freeze().decode().replace("[]", f"[{op},{msgspec.json.encode(create(new_id())).decode()}]")
    answer = pc.send(body.encode(), new_id())
    assert answer.status_code == 200, answer.text
    results = msgspec.json.decode(answer.content, type=Receipt).results
    assert results[0].status in {"merged", "applied"}
    assert results[1].status == "applied"


def test_half_a_letter_is_no_json(pc: Stranger) -> None:
    body = pc.freeze(create(new_id(), fields={"name": "@"})).replace(b"@", rb"\ud800")
    assert pc.send(body, new_id()).json()["code"] == "body.invalid"


def test_odd_numbers_never_fail_the_server(province: Province, pc: Stranger) -> None:
    whole = province.device("08")
    assert pc.get("/v1/sync/changes", after=2**70).json()["code"] == "http.invalid"
    assert whole.get("/v1/sync/changes", unit="\x00").json()["code"] == "scope.outside"
    assert whole.get("/v1/sync/conflicts", unit="1234").json()["code"] == "scope.outside"
