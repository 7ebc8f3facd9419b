"""``verify``: which record and revision a PDF or a scan is, and whether it is what was sealed; ``sign``; ``signed``: bind a
signed copy."""

import argparse
import getpass
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from ocop_desktop.actions import dossier_package, paper_check, signed, signing, trust
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain import sentences
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run
from ocop_desktop.storage.durable import explain, write_file

SECRET = "OCOP_SIGN_PASSPHRASE"
"""The passphrase of a key file or the PIN of a token: used once, kept nowhere."""


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``verify``, ``sign``, ``signed``."""
    parser = commands.add_parser(
        "verify", help="tệp PDF hay bản quét này là báo cáo nào, lần chốt nào, có đúng bản đã chốt"
    )
    opening.add_arguments(parser)
    add_json(parser)
    parser.add_argument("file", type=Path)
    parser.add_argument("--dossier", help="hồ sơ của giấy, khi trên giấy không đọc được mã")
    parser.add_argument("--trust", type=Path, nargs="*", default=(), help="chứng thư gốc được tin (.cer, .pem)")
    parser.set_defaults(run=_verify)

    _add_trust(commands)
    parser = commands.add_parser("signed", help="gắn bản quét hoặc tệp đã ký số vào đúng hồ sơ, đúng lần chốt")
    opening.add_arguments(parser)
    add_json(parser)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--dossier", help="hồ sơ của giấy, khi trên giấy không đọc được mã")
    parser.set_defaults(run=_signed)

    parser = commands.add_parser("sign", help="ký số báo cáo đã chốt: người ký trước, cơ quan sau")
    opening.add_arguments(parser)
    add_json(parser)
    parser.add_argument("dossier", nargs="?", default="")
    parser.add_argument("--as", dest="who", choices=("person", "agency", "annex"), required=True)
    parser.add_argument(
        "--paper", default=signing.REPORT, help="giấy khác của hồ sơ, ví dụ cong-van-de-nghi; cần --out"
    )
    parser.add_argument(
        "--file", type=Path, help="tệp PDF khác: thư đã có chữ ký người ký, hoặc phụ lục riêng; cần --out"
    )
    parser.add_argument("--number", default="", help="số, ký hiệu của văn bản có phụ lục riêng (--as annex)")
    parser.add_argument("--image", type=Path, help="ảnh chữ ký (xanh) hoặc ảnh dấu (đỏ), PNG nền trong suốt")
    key = parser.add_mutually_exclusive_group(required=True)
    key.add_argument("--p12", type=Path, help="tệp khóa PKCS#12")
    key.add_argument("--pkcs11", type=Path, help="tệp điều khiển của thiết bị ký")
    parser.add_argument("--token", default="", help="tên thiết bị ký")
    parser.add_argument("--cert", default="", help="tên chứng thư trong thiết bị, khi có nhiều")
    parser.add_argument(
        "--key-passphrase-file", type=Path, help=f"tệp chứa mật khẩu khóa hoặc PIN (hoặc đặt biến {SECRET})"
    )
    parser.add_argument("--seal-mm", type=float, default=0, help="đường kính thật của dấu, mm")
    parser.add_argument("--tsa", default="", help="địa chỉ dịch vụ dấu thời gian")
    parser.add_argument(
        "--trust", type=Path, nargs="*", default=(), help="chứng thư gốc, để chữ ký chứng minh được lâu dài"
    )
    parser.add_argument("--crl", type=Path, nargs="*", default=(), help="danh sách thu hồi")
    parser.add_argument("--out", type=Path, help="ghi thêm một bản ra tệp")
    parser.set_defaults(run=_sign)


def _add_trust(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("trust", help="chứng thư gốc được tin khi kiểm tra chữ ký số: xem, thêm, bỏ")
    opening.add_arguments(parser)
    add_json(parser)
    parser.add_argument("--add", type=Path, nargs="*", default=(), help="tệp chứng thư gốc (.cer, .crt, .pem)")
    parser.add_argument("--remove", default="", help="SHA-256 của chứng thư thôi tin")
    parser.set_defaults(run=_trust)


def _trust(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        if options.add:
            fresh = _contents(options.add)
            run(db, lambda db: trust.add(db, fresh))
        if options.remove:
            run(db, lambda db: trust.remove(db, options.remove.lower()))
        kept = trust.listed(db)
    lines = [f"{root.sha256}  {root.name}  (đến {root.until})" for root in kept]
    show(options, {"roots": [asdict(root) for root in kept]}, "\n".join(lines) or "Chưa có chứng thư gốc nào.")
    return 0


def words_of(found: paper_check.Finding) -> list[str]:
    """What a finding says, one sentence a line."""
    return [sentences.sentence(code, found.details) for code in (found.code, *found.notes)] + [
        sentences.sentence(each.code, each.details) for each in found.signatures
    ]


def _verify(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        believed = (*trust.roots(db), *_contents(options.trust))
        brought = paper_check.read(options.file.name, options.file, believed)
        found = paper_check.check(db, brought, options.dossier)
    words = words_of(found)
    answer = {**asdict(found), "sha256": brought.reading.sha256, "message": " ".join(words)}
    show(options, answer, "\n".join(words))
    whole = all(each.intact or each.code == "signature.unread" for each in found.signatures)
    return 0 if whole and (found.same or found.code == "paper.scan") else 1


def add_package(parser: argparse.ArgumentParser) -> None:
    """The arguments of the electronic dossier."""
    opening.add_arguments(parser)
    add_json(parser)
    parser.add_argument("dossier")
    parser.add_argument("--out", type=Path, required=True, help="thư mục để ghi")
    parser.set_defaults(run=_package)


def _package(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        gathered = dossier_package.gather(db, options.dossier)
    made = dossier_package.build(gathered)
    paths = dossier_package.write(made, options.out)
    with opening.writer(options) as db:
        run(db, lambda db: dossier_package.note(db, gathered, made))
    kept = "PDF/A-2b" if not made.broken else f"PDF thường (chưa đạt PDF/A-2b: {', '.join(made.broken)})"
    answer = {"zip": str(paths[0]), "pdf": str(paths[1]), **made.manifest}
    show(options, answer, f"Đã ghi {paths[0].name} và {paths[1].name}: {kept}")
    return 0


def _contents(paths: Sequence[Path]) -> tuple[bytes, ...]:
    try:
        return tuple(path.read_bytes() for path in paths)
    except OSError as error:
        raise explain(error) from error


def _signed(options: argparse.Namespace) -> int:
    brought = signed.join([paper_check.read(path.name, path) for path in options.files])
    made = []
    with opening.writer(options) as db:
        for each in brought:
            ready = signed.prepare(db, each, options.dossier)
            made.append((run(db, lambda db, ready=ready: signed.bind(db, ready)).created, ready.finding))  # type: ignore[misc]
    words = [f"Đã gắn vào hồ sơ {found.dossier}, lần chốt {found.revision}." for _, found in made]
    answer = [
        {"evidence": created, "dossier": f.dossier, "revision": f.revision, "notes": f.notes} for created, f in made
    ]
    show(options, {"signed": answer}, "\n".join(words))
    return 0


def _sign(options: argparse.Namespace) -> int:
    from ocop_desktop.signing.sign import Evidence, KeyFile, Token

    secret = _secret(options)
    key: KeyFile | Token = (
        KeyFile(path=options.p12, passphrase=secret)
        if options.p12
        else Token(library=options.pkcs11, label=options.token, pin=secret, certificate=options.cert)
    )
    proof = Evidence(roots=_contents(options.trust), revoked=_contents(options.crl)) if options.trust else None
    other = options.file is not None or options.paper != signing.REPORT
    if (options.who != "annex" and options.image is None) or (other and options.out is None):
        raise Refused("sign.arguments")
    image = _contents([options.image])[0] if options.image else b""
    how = signing.How(who=options.who, key=key, image=image, seal_mm=options.seal_mm, tsa=options.tsa, evidence=proof)
    with opening.writer(options) as db:
        if options.file is not None:
            paper = signing.begin_file(db, _contents([options.file])[0], options.file.name, options.number)
        else:
            paper = signing.begin_paper(db, options.dossier, options.paper, options.number)
        data = signing.sign(paper, how)
        brought = paper_check.read("signed.pdf", data, (*trust.roots(db), *_contents(options.trust)))
        created = run(db, lambda db: signing.keep(db, paper, brought)).created if paper.report else None
    if options.out:
        write_file(options.out, data)
    whose = [sentences.sentence(each.code, each.details) for each in brought.signatures]
    show(options, {"evidence": created, "signatures": [asdict(each) for each in brought.signatures]}, "\n".join(whose))
    return 0


def _secret(options: argparse.Namespace) -> str:
    if options.key_passphrase_file:
        return opening.passphrase_of(options.key_passphrase_file)
    return os.environ.get(SECRET) or getpass.getpass("Mật khẩu khóa hoặc mã PIN: ")
