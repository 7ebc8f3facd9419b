"""Numbers, days and registers."""

_REGISTER = {
    "report.none": "Chưa có báo cáo đã chốt để ghi số. Hãy chốt báo cáo ở bước 4 trước.",
    "report.issue_half": "Số và ngày đi cùng nhau. Hãy ghi cả hai, hoặc để trống cả hai.",
    "letter.number": "Số văn bản là một số từ 1, có thể kèm một chữ cái, như 45 hoặc 45a. Hãy ghi lại.",
    "letter.day": "Chưa có ngày văn bản. Hãy ghi ngày trên văn bản đã ký.",
    "letter.future": "Ngày văn bản ở sau hôm nay. Hãy ghi đúng ngày trên văn bản đã ký.",
    "letter.before": "Ngày văn bản không thể trước ngày nhận hồ sơ ({day}). Hãy xem lại ngày.",
    "letter.summary": "Chưa có trích yếu nội dung. Hãy ghi một câu.",
    "letter.taken": "Số {number} đã có trong sổ: {what}. Hãy xem lại số, hoặc dùng số kế tiếp.",
    "letter.gone": "Không thấy văn bản này trong sổ nữa. Hãy mở lại sổ.",
    "letter.of_report": "Số và ngày của báo cáo được ghi ở hồ sơ, bước 4. Hãy mở hồ sơ để sửa.",
}

_SCORES = {
    "score.no_rubric": "Chưa chọn bộ sản phẩm, hoặc chưa có bảng điểm của bộ đó. Hãy chọn bộ sản phẩm ở bước 1.",
}

_HOLIDAYS = {
    "holiday.name": "Chưa có tên ngày nghỉ. Hãy ghi theo thông báo, như Nghỉ bù Quốc khánh.",
    "holiday.weekday": "Ngày làm bù là thứ Bảy hoặc Chủ nhật. Hãy xem lại ngày.",
}

_NUMBERS = {
    "numbers.none": "Máy này chưa giữ khối số nào. Hãy đồng bộ để giữ một khối số, hoặc ghi số bằng tay.",
    "numbers.alone": "Số phiếu này chỉ có ở hồ sơ này, nên không cần cấp số khác.",
    "code.has": "Sản phẩm đã có mã. Muốn đổi, hãy bấm Đổi mã và ghi lý do.",
    "code.form": "Mã sản phẩm có dạng mã tỉnh-mã xã-số thứ tự-năm, như 08-02545-3-2026; mã cũ có thêm mã huyện.",
    "code.taken": "Mã {number} đã dùng cho sản phẩm {what}. Hãy dùng số thứ tự khác.",
    "code.pattern": "Mẫu số phiếu phải có STT và năm, có thể thêm mã tỉnh, mã xã, mỗi ô trong ngoặc nhọn; dài nhất 60 chữ.",
}

_FOLLOWING = {
    "clone.running": "Hồ sơ gần nhất của sản phẩm này chưa gửi tỉnh. Hãy làm xong hồ sơ đó rồi lập hồ sơ tiếp theo.",
    "clone.kind": "Hồ sơ tiếp theo là nâng hạng hoặc phân hạng lại. Hãy chọn một loại.",
    "evidence.term": "Ngày hết hạn trước ngày cấp. Hãy xem lại hai ngày trên giấy.",
    "regime.same": "Hồ sơ đang theo quy định này rồi. Hãy chọn quy định khác.",
}

SENTENCES = {**_REGISTER, **_SCORES, **_HOLIDAYS, **_NUMBERS, **_FOLLOWING}
