"""One Vietnamese sentence for every code: what is wrong and what to do. The window and the terminal say the same.

``{name}`` stands for a detail of the error. English is in ``i18n/en.ts``, context ``sentences``.
"""

from collections.abc import Mapping

_FIELDS = {
    "field.too_long": "Dài quá: {length} ký tự, nhiều nhất {most}. Hãy viết gọn lại.",
    "field.choice.unknown": "Không có lựa chọn này. Hãy chọn một mục trong danh sách.",
    "field.date.unreadable": "Chưa đọc được ngày. Hãy gõ ngày/tháng/năm, ví dụ 9/3/2026.",
    "field.date.no_year": "Ngày còn thiếu năm. Hãy gõ đủ, ví dụ 9/3/2026.",
    "field.date.short_year": "Năm “{year}” chưa rõ. Hãy gõ đủ bốn chữ số, ví dụ 2026.",
    "field.date.year_range": "Năm {year} nằm ngoài khoảng {first} đến {last}. Hãy xem lại.",
    "field.date.no_month": "Không có tháng {month}. Hãy xem lại ngày.",
    "field.date.impossible": "Không có ngày {day}/{month}/{year}: tháng này chỉ có {last} ngày.",
    "field.number.negative": "Số này không thể âm.",
    "field.number.comma_groups": "Dấu phẩy dùng cho phần lẻ. Hàng nghìn hãy dùng dấu chấm, ví dụ 1.234.567.",
    "field.number.decimals": "Ở đây chỉ ghi số nguyên, không có phần lẻ.",
    "field.number.groups": "Dấu chấm chưa đúng chỗ. Hãy gõ như 1.234.567 hoặc 1234567.",
    "field.number.unreadable": "Chưa đọc được số. Hãy chỉ gõ chữ số, ví dụ 1.250.",
    "field.number.too_big": "Số lớn quá: nhiều nhất {most}. Hãy xem lại đơn vị.",
    "field.percent.dot": "Phần lẻ dùng dấu phẩy. Có phải là {hint}?",
    "field.percent.decimals": "Chỉ ghi nhiều nhất hai chữ số sau dấu phẩy, ví dụ 79,25.",
    "field.year.unreadable": "Chưa đọc được năm. Hãy gõ bốn chữ số, ví dụ 2026.",
    "field.year.short": "Năm “{year}” chưa rõ. Hãy gõ đủ bốn chữ số, ví dụ 2026.",
    "field.year.range": "Năm phải từ {first} đến {last}.",
    "field.tick.unreadable": "Hãy gõ “có” hoặc “không”.",
    "field.phone.unreadable": "Số điện thoại chưa đúng. Hãy gõ từ 9 đến 11 chữ số, ví dụ 0912 345 678.",
    "field.email.accents": "Địa chỉ thư điện tử không có dấu. Hãy tắt bộ gõ tiếng Việt rồi gõ lại.",
    "field.email.unreadable": "Địa chỉ thư điện tử chưa đúng, ví dụ htx.sontra@gmail.com.",
}

_ENTRANCE = {
    "passphrase.short": "Câu mật khẩu cần ít nhất {least} ký tự. Một câu dài, dễ nhớ là tốt nhất.",
    "passphrase.wrong": "Câu mật khẩu chưa đúng. Hãy xem phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.",
    "passphrase.wait": "Đã thử sai nhiều lần. Hãy đợi {seconds} giây rồi thử lại.",
    "recovery.wrong": "Khóa khôi phục chưa đúng. Hãy gõ lại từng nhóm như trên tờ giấy đã in.",
    "recovery.unreadable": "Khóa khôi phục chưa đủ hoặc có ký tự lạ. Hãy gõ lại từng nhóm như trên tờ giấy đã in.",
    "vault.missing": "Không thấy tệp khóa bên cạnh cơ sở dữ liệu. Hãy chép lại đủ thư mục từ bản sao lưu.",
    "vault.unreadable": "Tệp khóa bị hỏng. Hãy lấy lại tệp này từ bản sao lưu; dữ liệu chưa mất.",
}

_MACHINE = {
    "disk.full": "Ổ đĩa đã đầy. Hãy dọn bớt tệp rồi làm tiếp; những gì đã ghi vẫn còn nguyên.",
    "disk.failed": "Ổ đĩa báo lỗi khi đọc hoặc ghi. Hãy sao lưu sang USB và báo người phụ trách máy tính.",
    "folder.read_only": "Thư mục dữ liệu chỉ cho đọc. Hãy nhờ người phụ trách máy tính cấp quyền ghi cho tài khoản này.",
    "folder.shared": "Dữ liệu không được để trên ổ mạng hoặc thư mục đồng bộ. Hãy chuyển về ổ đĩa của máy này.",
    "folder.missing": "Không thấy thư mục này. Hãy xem lại ổ đĩa hoặc USB đã cắm chưa.",
    "file.locked": "Một chương trình khác đang giữ tệp này. Hãy đóng chương trình đó rồi thử lại.",
    "database.locked": "Cơ sở dữ liệu đang bị chương trình khác giữ. Hãy đóng chương trình đó rồi thử lại.",
    "database.cannot_open": "Không mở được cơ sở dữ liệu. Hãy xem thư mục dữ liệu còn đó và được phép ghi không.",
    "database.damaged": "Cơ sở dữ liệu bị hỏng. Đừng xóa gì; hãy báo tỉnh để được giúp khôi phục từ bản sao lưu.",
    "database.newer": "Dữ liệu được ghi bởi bản chương trình mới hơn. Hãy cài bản mới rồi mở lại; dữ liệu không đổi.",
    "print.font_unusable": "Không dùng được phông chữ để in. Hãy cài lại chương trình.",
    "print.glyph_missing": "Có ký tự mà phông chữ in không có. Hãy thay ký tự đó rồi in lại.",
}

_DOSSIERS = {
    "dossier.incomplete": "Hồ sơ chưa đủ để chốt. Hãy xem danh sách còn thiếu.",
    "dossier.not_found": "Không thấy hồ sơ này. Có thể hồ sơ đã được gỡ; hãy mở lại danh sách.",
    "dossier.sealed": "Hồ sơ đã chốt nên không sửa được. Muốn sửa, hãy mở lại và ghi lý do.",
    "dossier.conflict": "Hồ sơ có chỗ hai máy cùng sửa. Hãy chọn xong ở trang Đồng bộ rồi làm tiếp.",
    "evidence.too_large": "Tệp lớn quá, nhiều nhất {most}. Hãy quét lại ở 200 dpi, ảnh xám, hoặc tách thành nhiều tệp.",
    "evidence.unreadable": "Không đọc được tệp này. Hãy xem tệp có mở được bằng chương trình khác không.",
    "evidence.empty": "Tệp này trống. Hãy chọn tệp khác.",
    "evidence.kind": "Chỉ nhận tệp PDF, ảnh (JPG, PNG) và văn bản thường dùng. Hãy lưu lại thành PDF.",
}

_LINE = {
    "sync.offline": "Chưa tới được máy chủ tỉnh. Mọi thứ vẫn ở máy này; khi có mạng hãy bấm Đồng bộ lại.",
    "sync.busy": "Máy chủ tỉnh đang bận. Hãy thử lại sau ít phút; phần đã gửi không phải gửi lại.",
    "sync.rejected": "Tỉnh chưa nhận một số nội dung. Hãy xem lý do trong bảng rồi sửa.",
    "sync.not_allowed": "Máy này chưa được tỉnh cho phép hoặc đã bị gỡ. Hãy liên hệ văn phòng OCOP tỉnh.",
    "sync.too_old": "Chương trình ở máy này đã cũ so với máy chủ tỉnh. Hãy cài bản mới rồi đồng bộ lại.",
}

SENTENCES: Mapping[str, str] = {**_FIELDS, **_ENTRANCE, **_MACHINE, **_DOSSIERS, **_LINE}

UNKNOWN = "Chưa làm được việc này (mã {code}). Hãy thử lại; nếu vẫn vậy, gửi nhật ký cho văn phòng OCOP tỉnh."
"""What is said for a code that has no sentence; a test sees to it that there is none."""


class _Details(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def fill(template: str, details: Mapping[str, object]) -> str:
    """The sentence with its details; a detail that was not given is shown as an ellipsis."""
    return template.format_map(_Details(details))


def template(code: str) -> str | None:
    """The sentence of a code, or of the nearest code above it: ``sync.busy.later`` falls back to ``sync.busy``."""
    while code:
        if code in SENTENCES:
            return SENTENCES[code]
        code = code.rpartition(".")[0]
    return None


def sentence(code: str, details: Mapping[str, object]) -> str:
    """The Vietnamese sentence for a code and its details."""
    return fill(template(code) or UNKNOWN, {"code": code, **details})
