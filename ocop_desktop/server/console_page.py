"""How the console looks: HTML made here, every value escaped, one style sheet, no script."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from html import escape

from ocop_desktop import legal
from ocop_desktop.domain.text import show_count, show_size
from ocop_desktop.server import audit
from ocop_desktop.server.console import Standing
from ocop_desktop.server.store import Row

POLICY = (
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; img-src 'self'"
)
_HOURS = timedelta(hours=7)  # Vietnam has one time zone and no summer time
_SKEW = 300
_QUIET_DAYS = 14

STYLE = """
:root{color-scheme:light;--ink:#1d2a26;--quiet:#5c6b66;--line:#dfe5e2;--paper:#fff;--page:#f4f6f5;--accent:#0f6b52;
--warning:#8a5a00;--warning-soft:#fdf3df;--danger:#a3261f;--danger-soft:#fbe9e7}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.45 "Be Vietnam Pro","Segoe UI",system-ui,sans-serif}
header{display:flex;gap:16px;align-items:baseline;padding:18px 28px;background:var(--paper);border-bottom:1px solid var(--line)}
h1{font-size:19px;margin:0}h2{font-size:16px;margin:0 0 10px}
header p{margin:0;color:var(--quiet);flex:1}
main{max-width:1180px;margin:22px auto;padding:0 28px;display:grid;gap:18px}
section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:16px 18px;overflow-x:auto}
table{border-collapse:collapse;width:100%}
th{font-weight:600;text-align:left;color:var(--quiet);font-size:13px;padding:6px 14px 6px 0;border-bottom:1px solid var(--line)}
td{padding:8px 14px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}
.number{text-align:right;font-variant-numeric:tabular-nums}
td.code{font-family:ui-monospace,Consolas,monospace;font-size:13px;color:var(--quiet)}
.warning,.danger{display:inline-block;border-radius:4px;padding:1px 8px}
.warning{color:var(--warning);background:var(--warning-soft)}.danger{color:var(--danger);background:var(--danger-soft)}
.quiet{color:var(--quiet);margin:0}
form.enter{max-width:380px;margin:12vh auto;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:24px;
display:grid;gap:12px}
input,button{font:inherit;padding:9px 12px;border-radius:6px;border:1px solid #b9c4bf}
input:focus,button:focus{outline:2px solid var(--accent);outline-offset:1px}
button{background:var(--accent);border-color:var(--accent);color:#fff;cursor:pointer}
header button{background:none;color:var(--accent);border:0;padding:0;text-decoration:underline}
"""


def page(title: str, body: str) -> bytes:
    """A whole page."""
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="/console/style.css"></head><body>{body}</body></html>'
    ).encode()


def entrance(problem: str = "") -> bytes:
    """The page that asks for the password."""
    said = f'<p class="danger" role="alert">{escape(problem)}</p>' if problem else ""
    return page(
        "Máy chủ OCOP",
        '<form class="enter" method="post" action="/console/enter"><h1>Máy chủ OCOP của tỉnh</h1>'
        f'<label for="password">Mật khẩu quản trị</label>{said}'
        '<input id="password" name="password" type="password" autocomplete="current-password" autofocus required>'
        '<button>Vào</button><p class="quiet">Đặt mật khẩu bằng lệnh: ocop-desktop server console-password</p></form>',
    )


def overview(found: Standing, province: str, now: datetime) -> bytes:
    """The page itself."""
    full = '<section><span class="danger">Ổ đĩa gần đầy: hồ sơ vẫn nhận, tệp minh chứng phải chờ.</span></section>'
    body = (
        f"<header><h1>Máy chủ OCOP {escape(province)}</h1><p>Lúc {_moment(now.isoformat())}</p>"
        '<form method="post" action="/console/leave"><button>Ra</button></form></header><main>'
        f"{full if found.files_wait else ''}{_units(found, now)}{_conflicts(found)}{_rescues(found)}{_devices(found)}"
        f"{_audit(found)}</main>"
    )
    return page("Máy chủ OCOP", body)


def _units(found: Standing, now: datetime) -> str:
    lines = []
    for row in found.units:
        seen = str(row.get("seen_at") or "")
        late = not seen or now - datetime.fromisoformat(seen) > timedelta(days=_QUIET_DAYS)
        lines.append(
            (
                _unit(str(row["unit"])),
                _tag(_moment(seen) or "chưa lần nào", "warning" if late else ""),
                _moment(str(row.get("pushed_at") or "")) or "chưa gửi",
                _number(row.get("records")),
                _waits(row.get("conflicts")),
                _waits(row.get("held")),
                _waits(row.get("uploads")),
            )
        )
    heads = ("Đơn vị", "Liên hệ cuối", "Gửi cuối", "#Bản ghi", "#Cần chọn", "#Chờ nội dung trước", "#Tệp đang gửi dở")
    return _table(
        "Các đơn vị", heads, lines, "Chưa có đơn vị nào. Cấp mã bằng lệnh: ocop-desktop server enrol --unit MÃ"
    )


def _conflicts(found: Standing) -> str:
    kinds = {
        "producer": "chủ thể",
        "product": "sản phẩm",
        "dossier": "hồ sơ",
        "evidence": "minh chứng",
        "report": "báo cáo",
    }
    lines = [
        (
            _unit(row["unit"]),
            escape(kinds.get(str(row["type"]), str(row["type"]))),
            escape(", ".join(filter(None, row["groups"].split(",")))) or "cả bản ghi",
            _moment(row["at"]),
            f"<code>{escape(row['record'])}</code>",
        )
        for row in found.conflicts
    ]
    heads = ("Đơn vị", "Loại", "Mục", "Từ lúc", "Mã bản ghi")
    return _table("Hai máy cùng sửa, chờ người chọn", heads, lines, "Không có.")


def _rescues(found: Standing) -> str:
    reasons = {"device.revoked": "máy đã thu hồi", "device.unknown": "máy không rõ", "device.known": "máy đang dùng"}
    lines = [
        (
            _unit(row["unit"]),
            reasons.get(str(row["reason"]), str(row["reason"])),
            show_size(row["size"]),
            _moment(row["at"]),
            f"<code>{escape(row['rescue'])}</code>",
        )
        for row in found.rescues
    ]
    words = "Không có gói nào. Nhận một gói bằng lệnh: ocop-desktop server rescue take MÃ"
    return _table("Khu cứu hộ", ("Đơn vị", "Vì sao", "Cỡ", "Từ lúc", "Mã cứu hộ"), lines, words)


def _devices(found: Standing) -> str:
    lines = []
    for row in found.devices:
        skew = row["skew_seconds"]
        clock = "chưa đo" if skew is None else "đúng" if abs(skew) <= _SKEW else f"lệch {round(skew / 60):+d} phút"
        state = _tag("đã thu hồi", "danger") if row["revoked_at"] else "đang dùng"
        lines.append(
            (
                escape(row["name"]),
                ", ".join(_unit(unit) for unit in row["units"].split(",")),
                escape(row["app"]),
                _tag(clock, "warning" if "lệch" in clock else ""),
                _moment(row["seen_at"]),
                _left(row),
                str(row["rules"] or ""),
                state,
            )
        )
    heads = ("Máy", "Đơn vị", "Phiên bản", "Đồng hồ", "Liên hệ cuối", "Còn chờ ở máy", "#Gói quy định", "Trạng thái")
    return _table("Các máy", heads, lines, "Chưa có máy nào ghi danh.")


def _audit(found: Standing) -> str:
    names = {row["device"]: row["name"] for row in found.devices}
    lines = [
        (
            _moment(row["at"]),
            escape(str(audit.WORDS.get(row["act"], row["act"]))),
            escape(str(names.get(row["actor"], row["actor"])) or "máy chủ"),
            _unit(row["unit"]),
            f"<code>{escape(row['subject'])}</code>" if row["subject"] else "",
            "xong" if row["outcome"] == audit.DONE else _tag(f"không: {row['outcome']}", "warning"),
        )
        for row in found.audit
    ]
    heads = ("Lúc", "Việc", "Ai làm", "Đơn vị", "Với", "Kết quả")
    return _table("Nhật ký quản trị, 100 việc mới nhất", heads, lines, "Chưa có việc nào.")


def _left(row: Row) -> str:
    """What the device said that it still has to send, when it was last here."""
    records, files = row["waiting_records"], row["waiting_files"] or 0
    if records is None:
        return "chưa rõ"
    if not records and not files:
        return "không"
    return _tag(f"{show_count(records)} nội dung, {show_count(files)} tệp", "warning")


def _table(title: str, heads: Sequence[str], lines: Iterable[Sequence[str]], empty: str) -> str:
    numbers = {at for at, head in enumerate(heads) if head.startswith("#")}
    body = "".join(
        "<tr>"
        + "".join(
            f'<td class="number">{cell}</td>' if at in numbers else f"<td>{cell}</td>" for at, cell in enumerate(line)
        )
        + "</tr>"
        for line in lines
    )
    if not body:
        return f'<section><h2>{title}</h2><p class="quiet">{escape(empty)}</p></section>'
    top = "".join(
        f'<th scope="col" class="number">{head[1:]}</th>' if at in numbers else f'<th scope="col">{head}</th>'
        for at, head in enumerate(heads)
    )
    return f"<section><h2>{title}</h2><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></section>"


def _unit(code: str) -> str:
    found = legal.commune(code)
    return f"{escape(found.name)} ({escape(code)})" if found else escape(code)


def _moment(at: str) -> str:
    return (datetime.fromisoformat(at) + _HOURS).strftime("%d/%m/%Y %H:%M") if at else ""


def _tag(words: str, tone: str) -> str:
    return f'<span class="{tone}">{escape(words)}</span>' if tone else escape(words)


def _number(value: object) -> str:
    return show_count(int(str(value or 0)))


def _waits(value: object) -> str:
    return _tag(_number(value), "warning") if value else "0"
