"""``conflict``: see what two PCs both changed, and decide it; the same as the cards of the page Đồng bộ."""

import argparse
from dataclasses import asdict
from functools import partial

from ocop_desktop.actions import conflicts, office, sensitive
from ocop_desktop.actions.conflicts import Choice, Conflict, Typed
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, add_sensitive, show
from ocop_desktop.domain.kinds import read
from ocop_desktop.domain.sentences import sentence
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``conflict list`` and ``conflict decide``."""
    group = commands.add_parser("conflict", help="hai máy cùng sửa: xem và chọn")
    actions = group.add_subparsers(dest="action", title="việc", required=True)
    listing = actions.add_parser("list", help="những gì cần chọn")
    opening.add_arguments(listing)
    add_json(listing)
    add_sensitive(listing)
    listing.set_defaults(run=_list)
    decide = actions.add_parser("decide", help="chọn: mục=ours (bản chưa nhận), mục=theirs (bản ở tỉnh), mục:=giá trị")
    opening.add_arguments(decide)
    add_json(decide)
    decide.add_argument("conflict", help="mã, như conflict list cho thấy")
    decide.add_argument("choice", nargs="*", help="ví dụ workers_total=ours hoặc workers_total:=30")
    decide.add_argument("--reason", default="", help="lý do; cần khi có nhiều mục")
    decide.set_defaults(run=_decide)


def _list(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        found = conflicts.open_conflicts(db)
        if options.sensitive:
            for one in found:
                shown = {field.key for field in one.fields}
                run(db, partial(sensitive.note_shown, dossier=one.dossier, shown=shown))
    if not options.sensitive:
        found = [conflicts.covered(one) for one in found]
    words = "\n".join(map(_words, found)) or "Không có gì cần chọn."
    plain = [{**asdict(each), "dossiers": sorted(each.dossiers)} for each in found]
    for each in plain:
        for field in each["fields"]:
            field.pop("form")
    show(options, {"conflicts": plain}, words)
    return 0


def _words(conflict: Conflict) -> str:
    lines = [f"{conflict.op}  {conflict.product}  {sentence(f'conflict.{conflict.code}', {})}"]
    for field in conflict.fields:
        lines.append(f"  {field.name}  {field.label}")
        for name, value, side in (
            ("ours", field.ours_words, conflict.ours),
            ("theirs", field.theirs_words, conflict.theirs),
        ):
            lines.append(f"    {name}: {value}  ({side.who}, {side.device}, {side.at})")
    return "\n".join(lines)


def _decide(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        found = {each.op: each for each in conflicts.open_conflicts(db)}.get(options.conflict)
        if found is None:
            raise Refused("conflict.gone")
        choices = dict(_choice(found, pair) for pair in options.choice)
        office.runner(db)(lambda db: conflicts.decide(db, found.op, choices, options.reason))
    show(options, {"decided": found.op}, "Đã ghi lựa chọn. Lần đồng bộ tới sẽ báo cho tỉnh và máy kia.")
    return 0


def _choice(conflict: Conflict, pair: str) -> tuple[str, Choice]:
    name, equals, value = pair.partition("=")
    typed = name.endswith(":")
    field = next((each for each in conflict.fields if each.name == name.rstrip(":")), None)
    if not equals or field is None:
        raise Refused("cli.pair", pair=pair)
    if typed:
        if field.form is None:
            raise Refused("conflict.choice")
        return field.name, Typed(read(field.form, value))
    if value == "ours":
        return field.name, "ours"
    if value == "theirs":
        return field.name, "theirs"
    raise Refused("conflict.choice")
