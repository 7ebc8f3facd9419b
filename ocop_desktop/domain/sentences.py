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
    "field.unknown": "Không có mục “{key}”. Hãy xem tên các mục bằng lệnh dossier show.",
    "field.tick.unreadable": "Hãy gõ “có” hoặc “không”.",
    "field.phone.unreadable": "Số điện thoại chưa đúng. Hãy gõ từ 9 đến 11 chữ số, ví dụ 0912 345 678.",
    "field.email.accents": "Địa chỉ thư điện tử không có dấu. Hãy tắt bộ gõ tiếng Việt rồi gõ lại.",
    "field.email.unreadable": "Địa chỉ thư điện tử chưa đúng, ví dụ htx.sontra@gmail.com.",
}

_ENTRANCE = {
    "passphrase.short": "Câu mật khẩu cần ít nhất {least} ký tự. Một câu dài, dễ nhớ là tốt nhất.",
    "passphrase.wrong": "Câu mật khẩu chưa đúng. Hãy xem phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.",
    "passphrase.file": "Không đọc được tệp mật khẩu {file}. Hãy xem tệp còn đó và là tệp văn bản.",
    "passphrase.wait": "Đã thử sai nhiều lần. Hãy đợi {seconds} giây rồi thử lại.",
    "passphrase.needed": "Cần câu mật khẩu để mở hồ sơ. Hãy mở bằng cửa sổ chương trình.",
    "passphrase.other_device": "Hồ sơ này chỉ tự mở trên máy đã tạo ra nó. Hãy dùng câu mật khẩu hoặc khóa khôi phục.",
    "recovery.wrong": "Khóa khôi phục chưa đúng. Hãy gõ lại từng nhóm như trên tờ giấy đã in.",
    "recovery.unreadable": "Khóa khôi phục chưa đủ hoặc có ký tự lạ. Hãy gõ lại từng nhóm như trên tờ giấy đã in.",
    "vault.missing": "Không thấy tệp khóa bên cạnh cơ sở dữ liệu. Hãy chép lại đủ thư mục từ bản sao lưu.",
    "vault.unreadable": "Tệp khóa bị hỏng. Hãy lấy lại tệp này từ bản sao lưu; dữ liệu chưa mất.",
    "office.exists": "Trên máy này đã có sổ hồ sơ. Hãy mở sổ đó thay vì tạo mới.",
    "office.missing": "Chưa có sổ hồ sơ trên máy này. Hãy mở chương trình và làm bước lần đầu.",
    "office.officer": "Chưa có họ tên cán bộ. Hãy điền rồi tiếp tục.",
    "office.unit": "Không có đơn vị mang mã này. Hãy chọn đơn vị trong danh sách.",
    "settings.unknown": "Không có mục cài đặt “{key}”. Hãy xem lại tên mục.",
}

_MACHINE = {
    "disk.full": "Ổ đĩa đã đầy. Hãy dọn bớt tệp rồi làm tiếp; những gì đã ghi vẫn còn nguyên.",
    "disk.nearly_full": "Ổ đĩa gần đầy. Hãy dọn bớt tệp trước khi thêm minh chứng; chữ đã gõ vẫn được lưu.",
    "disk.failed": "Ổ đĩa báo lỗi khi đọc hoặc ghi. Hãy sao lưu sang USB và báo người phụ trách máy tính.",
    "folder.read_only": "Thư mục dữ liệu chỉ cho đọc. Hãy nhờ người phụ trách máy tính cấp quyền ghi cho tài khoản này.",
    "folder.shared": "Dữ liệu không được để trên ổ mạng hoặc thư mục đồng bộ. Hãy chuyển về ổ đĩa của máy này.",
    "folder.missing": "Không thấy thư mục này. Hãy xem lại ổ đĩa hoặc USB đã cắm chưa.",
    "file.locked": "Một chương trình khác đang giữ tệp này. Hãy đóng chương trình đó rồi thử lại.",
    "file.no_program": "Tệp đã lưu nhưng máy này chưa có chương trình mở PDF. Hãy cài một chương trình đọc PDF.",
    "database.locked": "Cơ sở dữ liệu đang bị chương trình khác giữ. Hãy đóng chương trình đó rồi thử lại.",
    "database.missing": "Không thấy cơ sở dữ liệu. Hãy xem thư mục dữ liệu hoặc lấy lại từ bản sao lưu; đừng tạo sổ mới.",
    "database.cannot_open": "Không mở được cơ sở dữ liệu. Hãy xem thư mục dữ liệu còn đó và được phép ghi không.",
    "database.damaged": "Cơ sở dữ liệu bị hỏng. Đừng xóa gì; hãy báo tỉnh để được giúp khôi phục từ bản sao lưu.",
    "database.newer": "Dữ liệu được ghi bởi bản chương trình mới hơn. Hãy cài bản mới rồi mở lại; dữ liệu không đổi.",
    "legal.missing": "Thiếu tệp dữ liệu pháp lý {file}. Hãy cài lại chương trình; hồ sơ không bị ảnh hưởng.",
    "legal.broken": "Tệp dữ liệu pháp lý {file} không đọc được. Hãy cài lại chương trình; hồ sơ không bị ảnh hưởng.",
    "legal.unknown": "Bản chương trình này chưa có dữ liệu pháp lý {id}. Hãy cài bản mới.",
    "legal.no_regime": "Ngày này trước mọi quy định mà chương trình có. Hãy xem lại ngày nhận hồ sơ.",
    "server.not_started": "Máy chủ không khởi động được. Hãy xem cổng mạng có bị chương trình khác dùng không.",
    "server.busy": "Máy chủ đang bận. Hãy thử lại sau ít phút.",
}

_PAPERS = {
    "print.failed": "Máy in không nhận. Hãy xem máy in đã bật, có giấy, rồi in lại.",
    "print.font_unusable": "Không dùng được phông chữ {font} để in. Hãy chọn phông chữ khác hoặc cài lại chương trình.",
    "print.glyph_missing": "Phông chữ in không có ký tự {characters}. Hãy thay ký tự đó rồi in lại.",
    "print.nothing_missing": "Hồ sơ không còn thiếu giấy tờ nào, nên không có phiếu để in.",
    "paper.unreadable": "Không xem trước được giấy này. Hãy in lại; nếu vẫn vậy, gửi nhật ký cho tỉnh.",
    "receipt.none": "Tỉnh chưa xác nhận hồ sơ này, nên chưa có biên nhận. Hãy đồng bộ rồi in.",
    "report.altered": "Báo cáo đã chốt không còn nguyên như lúc chốt. Đừng in; hãy báo tỉnh.",
}

_DOSSIERS = {
    "dossier.incomplete": "Hồ sơ chưa đủ để chốt: còn {count} mục. Hãy xem danh sách còn thiếu.",
    "dossier.unparsed": "Còn ô gõ chưa đúng. Hãy sửa các ô có chữ đỏ rồi chốt.",
    "dossier.conflict": "Hai máy cùng sửa hồ sơ này. Hãy chọn bản dùng ở trang Đồng bộ trước.",
    "dossier.gone": "Không thấy hồ sơ này. Có thể hồ sơ đã được gỡ; hãy mở lại danh sách.",
    "dossier.locked": "Hồ sơ đã chốt hoặc đã gửi nên không sửa được. Muốn sửa, hãy mở lại và ghi lý do.",
    "dossier.move": "Hồ sơ đang ở bước khác nên chưa làm được việc này. Hãy xem trạng thái ở đầu trang.",
    "dossier.nameless": "Chưa có tên sản phẩm và tên chủ thể. Hãy điền ít nhất một tên rồi nhận hồ sơ.",
    "reason.missing": "Chưa có lý do. Hãy ghi một câu, sau này còn xem lại được.",
    "evidence.too_large": "Tệp lớn quá ({size}). Hãy quét lại ở 200 dpi, ảnh xám, hoặc tách thành nhiều tệp.",
    "evidence.unreadable": "Không đọc được tệp này. Hãy xem tệp có mở được bằng chương trình khác không.",
    "evidence.empty": "Tệp “{name}” trống. Hãy chọn tệp khác.",
    "evidence.kind": "Không nhận loại tệp này. Hãy lưu lại thành PDF hoặc ảnh rồi thêm.",
    "report.no_form": "Mẫu số 03 chỉ có từ Quyết định 26/2026/QĐ-TTg. Hồ sơ này theo {document}: xem, chấm và gửi tệp được, "
    "nhưng không chốt và in các mẫu của quy định mới.",
    "evidence.row": "Không có dòng minh chứng “{row}”. Hãy dùng 01 đến 15, mau-01, mau-02, signed hoặc other.",
    "evidence.gone": "Tệp này đã được gỡ khỏi hồ sơ. Hãy mở lại hồ sơ để xem danh sách mới.",
    "producer.gone": "Không thấy chủ thể này nữa. Hãy gõ lại tên chủ thể rồi nhận hồ sơ.",
    "evidence.twice": "Tệp “{name}” đã có ở dòng này. Không cần thêm lần nữa.",
    "evidence.lost": "Không thấy tệp minh chứng trên ổ đĩa. Hãy lấy lại từ bản sao lưu, hoặc thêm lại tệp gốc.",
    "evidence.altered": "Tệp minh chứng trên ổ đĩa đã bị đổi. Hãy lấy lại từ bản sao lưu, hoặc thêm lại tệp gốc.",
}

_IMPORT = {
    "import.formula": "Ô này là công thức chưa có kết quả. Hãy mở bằng Excel, lưu lại rồi nhập, hoặc gõ giá trị.",
    "import.kind": "Chỉ nhập được tệp Excel (.xlsx) và CSV. Hãy lưu lại thành .xlsx.",
    "import.old_excel": "Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.",
    "import.unreadable": "Không đọc được tệp này. Hãy mở tệp, lưu lại thành .xlsx rồi nhập.",
    "import.encoding": "Không đọc được chữ tiếng Việt trong tệp. Hãy lưu lại thành .xlsx hoặc CSV UTF-8.",
    "import.too_large": "Tệp lớn quá, nhiều nhất {most} MB. Hãy tách thành nhiều tệp.",
    "import.too_many": "Nhiều dòng quá, nhiều nhất {most}. Hãy tách thành nhiều tệp.",
    "import.no_columns": "Không nhận ra cột nào. Hãy xem dòng đầu của bảng có tên cột không.",
    "import.empty": "Tệp không có dòng nào để nhập.",
    "import.set.unknown": "Không có bộ sản phẩm “{set}”. Hãy ghi số hoặc tên bộ như trong Quyết định.",
    "cli.pair": '“{pair}” chưa đúng. Hãy viết mục=giá trị, ví dụ product.name="Chè xanh".',
}

_LINE = {
    "sync.offline": "Chưa tới được máy chủ tỉnh. Mọi thứ vẫn ở máy này; khi có mạng hãy thử lại.",
    "sync.busy": "Máy chủ tỉnh đang bận. Hãy thử lại sau ít phút; phần đã gửi không phải gửi lại.",
    "sync.server_error": "Máy chủ tỉnh gặp lỗi. Hãy thử lại sau; nếu vẫn vậy, báo văn phòng OCOP tỉnh.",
    "sync.server_full": "Máy chủ tỉnh hết chỗ cho tệp. Hồ sơ vẫn gửi được, tệp sẽ gửi sau; hãy báo văn phòng OCOP tỉnh.",
    "sync.server_old": "Máy chủ tỉnh cũ hơn chương trình này. Hãy báo văn phòng OCOP tỉnh; dữ liệu vẫn an toàn.",
    "sync.rejected": "Tỉnh chưa nhận một số nội dung. Hãy xem lý do trong bảng rồi sửa.",
    "sync.not_allowed": "Máy này không được phép làm việc đó ở tỉnh. Hãy liên hệ văn phòng OCOP tỉnh.",
    "sync.not_found": "Máy chủ tỉnh không có địa chỉ này. Hãy xem lại địa chỉ đã gõ.",
    "sync.revoked": "Tỉnh đã gỡ máy này khỏi danh sách. Dữ liệu vẫn ở đây; hãy liên hệ văn phòng OCOP tỉnh.",
    "sync.not_enrolled": "Máy này chưa đăng ký với tỉnh. Hãy đăng ký ở trang Đồng bộ khi có mạng.",
    "sync.token": "Tỉnh không nhận phiên làm việc này. Hãy bấm Đồng bộ lần nữa.",
    "sync.code": "Mã đăng ký chưa đúng, đã dùng hoặc hết hạn. Hãy xin văn phòng OCOP tỉnh mã mới.",
    "sync.address": "Chưa đọc được địa chỉ máy chủ. Hãy gõ như tỉnh đã cấp, ví dụ ocop.tuyenquang.gov.vn.",
    "sync.too_old": "Chương trình ở máy này đã cũ so với máy chủ tỉnh. Hãy cài bản mới rồi đồng bộ lại.",
    "sync.too_large": "Đường truyền không cho gửi gói lớn. Hãy thử lại; chương trình sẽ chia nhỏ hơn.",
    "sync.certificate": "Không xác nhận được máy chủ tỉnh. Hãy xem ngày giờ của máy và địa chỉ; chưa gửi gì đi.",
    "sync.proxy": "Mạng của cơ quan chặn đường ra. Hãy báo người phụ trách mạng; chưa gửi gì đi.",
    "sync.portal": "Mạng này đòi đăng nhập trước. Hãy mở trình duyệt, đăng nhập mạng rồi thử lại; chưa gửi gì đi.",
    "sync.wrong_server": "Đây không phải máy chủ tỉnh đã đăng ký. Chưa gửi gì đi; hãy hỏi văn phòng OCOP tỉnh.",
    "sync.server_moved": "Máy chủ tỉnh đã đổi. Hãy hỏi văn phòng OCOP tỉnh trước khi đăng ký lại.",
    "sync.wrong_answer": "Câu trả lời của máy chủ không đúng. Chưa ghi nhận gì; hãy thử lại sau.",
    "sync.stopped": "Đã dừng. Những gì tỉnh ghi nhận vẫn được giữ; lần sau gửi tiếp.",
    "sync.checksum": "Tệp bị hỏng trên đường truyền. Hãy thử lại; phần đã tới không phải gửi lại.",
    "sync.offset": "Hai phía chưa khớp chỗ gửi dở. Hãy thử lại, chương trình sẽ gửi tiếp từ đúng chỗ.",
    "sync.gone": "Lần gửi dở đã hết hạn ở tỉnh. Hãy thử lại; tệp sẽ được gửi từ đầu.",
}

_STICK = {
    "package.no_key": "Chưa có khóa của tỉnh để gói. Hãy đồng bộ qua mạng một lần, sau đó chép ra USB được.",
    "package.no_space": "USB không đủ chỗ: cần {needed}, còn {free}. Hãy dọn bớt hoặc dùng USB khác.",
    "package.unreadable": "Đây không phải gói OCOP, hoặc gói bị chép thiếu. Hãy chép lại từ nơi đã xuất.",
    "package.altered": "Gói đã bị đổi hoặc hỏng trên đường. Chưa nhận gì; hãy chép lại từ nơi đã xuất.",
    "package.other_device": "Trong tệp này không có trả lời của tỉnh cho máy này. Hãy chọn tệp khác.",
    "package.other_province": "Gói này gửi cho tỉnh khác. Chưa nhận gì.",
    "package.stale": "Trả lời này có trước khi tỉnh khôi phục dữ liệu nên không dùng được. Hãy chép gói mới gửi tỉnh.",
}
"""By stick."""

_CHECKS = {
    "check.kind.missing": "Chưa chọn loại hồ sơ",
    "check.kind.unknown": "Loại hồ sơ không có trong quy định này",
    "check.set.missing": "Chưa chọn bộ sản phẩm",
    "check.set.other_regime": "Bộ sản phẩm không thuộc {document}, hãy chọn lại",
    "check.applicant.missing": "Chưa chọn loại chủ thể",
    "check.applicant.unknown": "Loại chủ thể không có trong quy định này",
    "check.applicant.other_group": "Loại chủ thể này không được đăng ký nhóm {group}",
    "check.received_on.missing": "Chưa có ngày nhận hồ sơ",
    "check.received_on.future": "Ngày nhận hồ sơ ở sau hôm nay",
    "check.received_on.other_regime": "Ngày nhận hồ sơ ngoài thời gian áp dụng {document}",
    "check.required": "{label}",
    "check.component.missing": "Thiếu {label}",
    "check.component.contradiction": "{label}: ghi thiếu nhưng đã có tệp",
    "check.component.undecided": "Chưa xem {label}",
    "check.paper_set.missing": "Chưa xác nhận 01 bộ hồ sơ giấy",
    "check.electronic_set.missing": "Chưa xác nhận 01 bộ hồ sơ điện tử",
    "check.samples.too_few": "Sản phẩm mẫu: có {have}, cần {needed}",
    "check.evidence.missing": "Dòng {row}: thiếu {title}",
    "check.evidence.contradiction": "Dòng {row}: ghi không có nhưng đã có tệp",
    "check.evidence.undecided": "Dòng {row}: chưa xem {title}",
    "check.matter.described": "Mục {no}: mô tả của chủ thể",
    "check.matter.found": "Mục {no}: nhận xét của xã",
    "check.workers.more_local": "Người của xã ({local}) nhiều hơn tổng số lao động ({total})",
    "check.meeting.date": "Cuộc họp: chưa có ngày họp",
    "check.meeting.future": "Cuộc họp: ngày họp ở sau hôm nay",
    "check.meeting.chair": "Cuộc họp: chưa có người chủ trì",
}
"""The lines of the list of what is still missing: no full stop, they stand one under the other."""

_ANSWERS = {
    "refused.op.malformed": "Tỉnh không đọc được nội dung này. Hãy cập nhật chương trình rồi đồng bộ lại.",
    "refused.field.name": "Máy chủ tỉnh chưa biết mục này. Hãy báo văn phòng OCOP tỉnh cập nhật máy chủ.",
    "refused.field.kind": "Giá trị ghi không đúng loại. Hãy xóa đi rồi gõ lại.",
    "refused.field.too_long": "Chữ ở mục này dài quá mức tỉnh nhận. Hãy viết gọn lại.",
    "refused.field.too_large": "Số ở mục này lớn quá. Hãy xem lại đơn vị.",
    "refused.delete.unconfirmed": "Gỡ nhiều nội dung cùng lúc cần một người xác nhận ở trang Đồng bộ.",
    "refused.scope.outside": "Hồ sơ này thuộc đơn vị khác.",
    "refused.record.blocked": "Đang chờ một nội dung trước đó của hồ sơ này.",
    "refused.record.other_type": "Nội dung này đã có ở tỉnh với loại khác. Hãy báo văn phòng OCOP tỉnh.",
    "refused.record.base_unknown": "Tỉnh chưa có bản trước của nội dung này. Lần đồng bộ sau sẽ gửi lại đủ.",
    "refused.record.too_large": "Nội dung này dài quá mức tỉnh nhận. Hãy viết gọn lại.",
    "refused.record.conflict": "Hồ sơ đang chờ chọn giữa hai bản nên chưa chuyển bước được.",
    "refused.report.sealed": "Báo cáo đã chốt ở tỉnh nên không sửa được.",
    "refused.custody": "Hồ sơ đã gửi tỉnh nên xã không sửa được. Phần này được giữ ở máy, tỉnh trả lại thì gửi tiếp.",
    "refused.state.by_move": "Trạng thái hồ sơ chỉ đổi bằng nút Chốt, Gửi tỉnh, Mở lại.",
    "refused.move.incomplete": "Hồ sơ ở tỉnh chưa đủ để chuyển bước. Hãy đồng bộ lại cho đủ.",
    "conflict.edit_conflict": "Hai máy của xã cùng sửa. Hãy chọn bản dùng.",
    "conflict.delete_conflict": "Một máy gỡ bỏ, máy kia vừa sửa. Hãy chọn giữ hay gỡ.",
    "conflict.deleted_conflict": "Một máy sửa, máy kia đã gỡ bỏ. Hãy chọn giữ hay gỡ.",
    "conflict.state_conflict": "Máy khác đã chuyển bước hồ sơ trước. Hãy theo bước đó hoặc làm lại việc của máy này.",
    "conflict.stale_move": "Máy khác vừa sửa trước khi hồ sơ được chuyển bước. Hãy xem lại nội dung rồi làm lại.",
    "conflict.gone": "Việc này đã được chọn xong ở máy khác. Hãy xem lại hồ sơ.",
    "conflict.undecided": "Còn {count} mục chưa chọn. Hãy chọn đủ rồi ghi nhận.",
    "conflict.choice": "Mục này chỉ chọn được một trong hai bản.",
    "unit.invalid": "Mã đơn vị không đúng.",
    "device.unknown": "Không có máy này trong danh sách.",
}
"""Why the province did not take a record (``refused.`` and its code), and what has to be chosen (``conflict.``)."""

SENTENCES: Mapping[str, str] = {
    **_FIELDS,
    **_ENTRANCE,
    **_MACHINE,
    **_PAPERS,
    **_DOSSIERS,
    **_IMPORT,
    **_LINE,
    **_STICK,
    **_CHECKS,
    **_ANSWERS,
}

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
