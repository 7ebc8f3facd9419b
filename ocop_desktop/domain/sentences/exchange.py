"""The line, the stick, and the answers of the province."""

_LINE = {
    "sync.offline": "Chưa tới được máy chủ tỉnh. Mọi thứ vẫn ở máy này; khi có mạng hãy thử lại.",
    "sync.busy": "Máy chủ tỉnh đang bận. Hãy thử lại sau ít phút; phần đã gửi không phải gửi lại.",
    "sync.server_error": "Máy chủ tỉnh gặp lỗi. Hãy thử lại sau; nếu vẫn vậy, báo văn phòng OCOP tỉnh.",
    "sync.server_full": "Máy chủ tỉnh hết chỗ cho tệp. Hồ sơ vẫn gửi được, tệp sẽ gửi sau; hãy báo văn phòng OCOP tỉnh.",
    "sync.server_old": "Máy chủ tỉnh cũ hơn chương trình này. Hãy báo văn phòng OCOP tỉnh; dữ liệu vẫn an toàn.",
    "sync.rejected": "Tỉnh chưa nhận một số nội dung. Hãy xem lý do trong bảng rồi sửa.",
    "sync.not_allowed": "Máy này không được phép làm việc đó ở tỉnh. Hãy liên hệ văn phòng OCOP tỉnh.",
    "sync.not_found": "Máy chủ tỉnh không có địa chỉ này. Hãy xem lại địa chỉ đã gõ.",
    "sync.revoked": "Tỉnh đã gỡ máy này khỏi danh sách. Dữ liệu vẫn ở đây: hãy bấm Cứu dữ liệu để ghi những gì tỉnh chưa có "
    "ra USB hoặc gửi thẳng, rồi liên hệ văn phòng OCOP tỉnh.",
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
    "refused.sync.too_large": "Đường truyền này không tải nổi riêng nội dung này. Lần sau sẽ thử lại; gấp thì chép ra USB.",
    "refused.record.conflict": "Hồ sơ đang chờ chọn giữa hai bản nên chưa chuyển bước được.",
    "refused.report.sealed": "Báo cáo đã chốt ở tỉnh nên không sửa được.",
    "refused.custody": "Hồ sơ đã gửi tỉnh nên xã không sửa được. Phần này được giữ ở máy, tỉnh trả lại thì gửi tiếp.",
    "refused.authority": "Việc này do cấp công nhận ghi: hội đồng, công nhận, kiểm tra, thu hồi không phải của máy này.",
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

SENTENCES = {**_LINE, **_STICK, **_ANSWERS}
