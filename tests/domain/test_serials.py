"""Numbers of several PCs: whatever the order of exchanges, copies and cuts, none is ever given twice."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_desktop.domain import codes, serials
from ocop_desktop.domain.serials import Block
from ocop_desktop.errors import Refused


@dataclass
class Province:
    """The order of pushes, and each block as it was last sent."""

    order: list[str] = field(default_factory=list)
    blocks: dict[str, Block] = field(default_factory=dict)

    def push(self, block: Block) -> None:
        if block.id not in self.blocks:
            self.order.append(block.id)
        self.blocks[block.id] = replace(block, confirmed=True)


@dataclass
class Pc:
    """One PC as ``actions.numbering`` drives it: prepare, push, changes, settle, with cuts between."""

    replica: str
    blocks: dict[str, Block] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    made: int = 0

    def own(self) -> list[Block]:
        return [b for b in self.blocks.values() if b.replica == self.replica and b.id not in self.dropped]

    def prepare(self) -> None:
        waiting = any(b.id not in self.given for b in self.own())
        if not waiting and len(serials.free(self.own(), self.given, ())) < serials.LOW:
            first = serials.next_first(self.blocks.values(), "product", 2026)
            self.made += 1
            made = Block(id=f"{self.replica}.{self.made}", kind="product", year=2026, first=first,
                         last=first + serials.SIZE - 1, replica=self.replica)  # fmt: skip
            self.blocks[made.id] = made

    def push(self, province: Province) -> None:
        for block in self.own():
            province.push(block)

    def changes(self, province: Province) -> None:
        for id_ in province.order:
            self.blocks[id_] = province.blocks[id_]

    def settle(self) -> None:
        for block in self.own():
            if block.confirmed and block.id not in self.given:
                if serials.judge(block, list(self.blocks.values())) == "drop":
                    self.dropped.add(block.id)
                else:
                    self.given[block.id] = block.first

    def take(self) -> int | None:
        numbers = serials.free(self.own(), self.given, ())
        if not numbers:
            return None
        block = next(b for b in self.own() if b.id in self.given and b.holds(numbers[0]))
        self.given[block.id] = numbers[0] + 1
        return numbers[0]


STEPS = ("prepare", "push", "changes", "settle", "take", "round", "copy")


@settings(max_examples=400, deadline=None)
@given(steps=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(STEPS)), max_size=120))
def test_no_number_is_given_twice(steps: list[tuple[int, str]]) -> None:
    """Each exchange may stop after any step; ``settle`` follows a whole one only (push, then changes)."""
    province = Province()
    pcs = [Pc(f"r{n}") for n in range(4)]
    pushed: set[int] = set()
    whole: set[int] = set()
    taken: list[int] = []
    copies = 0
    for at, step in steps:
        pc = pcs[at]
        if step == "prepare":
            pc.prepare()
            pushed.discard(at)
            whole.discard(at)
        elif step == "push":
            pc.push(province)
            pushed.add(at)
        elif step == "changes":
            pc.changes(province)
            if at in pushed:
                whole.add(at)
        elif step == "settle":
            if at in whole:
                pc.settle()
            pushed.discard(at)
            whole.discard(at)
        elif step == "round":
            for act in (pc.prepare, lambda pc=pc: pc.push(province), lambda pc=pc: pc.changes(province), pc.settle):
                act()
            pushed.discard(at)
            whole.discard(at)
        elif step == "take":
            if (number := pc.take()) is not None:
                taken.append(number)
        else:  # the database is copied to another PC, which notices and takes a new name
            copies += 1
            pcs[at] = Pc(f"c{copies}", dict(pc.blocks), dict(pc.given))
            pushed.discard(at)
            whole.discard(at)
    assert len(taken) == len(set(taken))


def test_a_pc_alone_counts_from_one_without_gaps() -> None:
    province, pc = Province(), Pc("r")
    numbers = []
    for _ in range(25):
        pc.prepare()
        pc.push(province)
        pc.changes(province)
        pc.settle()
        numbers.append(pc.take())
    assert numbers == list(range(1, 26))


@given(
    province=st.integers(1, 99), commune=st.integers(1, 99999), serial=st.integers(1, 9999), year=st.integers(2019, 2060),
    district=st.one_of(st.just(""), st.integers(1, 999).map("{:03}".format)),
)  # fmt: skip
def test_codes_of_both_forms_are_read_as_they_are_written(
    province: int, commune: int, serial: int, year: int, district: str
) -> None:
    code = codes.ProductCode(
        province=f"{province:02}", commune=f"{commune:05}", serial=serial, year=year, district=district
    )
    assert codes.read_code(str(code)) == code
    assert codes.read_code(f" {str(code).replace('-', ' - ')} ") == code


def test_the_codes_of_the_sources() -> None:
    old = codes.read_code("83-829-28780-3-2022")
    assert (old.province, old.district, old.commune, old.serial, old.year) == ("83", "829", "28780", 3, 2022)
    new = codes.read_code("19-05443-3-2026")
    assert (new.province, new.district, new.commune, new.serial, new.year) == ("19", "", "05443", 3, 2026)


@pytest.mark.parametrize("text", ["", "3", "19-5443-3-2026", "19-05443-0-2026", "19-05443-3-1926", "19-05443-3-2026-1"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        codes.read_code(text)
    assert refusal.value.code == "code.form"


def test_reception_numbers_follow_the_pattern() -> None:
    assert codes.reception_no(codes.PATTERN, 3, 2026, "08", "02545") == "03-2026/PĐK-08-02545-2026"
    assert codes.reception_serial(codes.PATTERN, "03-2026/PĐK-08-02545-2026", 2026) == 3
    assert codes.reception_serial(codes.PATTERN, "03-2025/PĐK-08-02545-2025", 2026) is None
    assert codes.reception_serial("{STT}/{năm}", "117/2026", 2026) == 117
    for bad in ("", "{STT}", "{năm}", "{STT}-{năm}-{huyện}", "{STT}-{năm}" + "x" * 60):
        with pytest.raises(Refused):
            codes.check_pattern(bad)
