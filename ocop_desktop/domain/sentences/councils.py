"""Councils, recognitions, and how a product stands afterwards."""

_RECOGNITION = {
    "recognition.stars": "Không cấp nào công nhận {stars} sao theo quy định này. Công nhận từ 3 đến 5 sao.",
    "recognition.level": "Hạng này do cấp khác công nhận theo quy định của hồ sơ, nên máy này không ghi.",
    "recognition.days": "Ngày chưa đúng thứ tự. Hãy xem lại ngày quyết định, ngày cấp và ngày hết hạn giấy chứng nhận.",
    "recognition.number": "Chưa có số quyết định. Hãy ghi như trên quyết định đã ban hành.",
    "recognition.term": "Chưa tìm thấy thời hạn giấy chứng nhận của thời kỳ này. Hãy ghi ngày hết hạn như trên giấy.",
    "recognition.none": "Sản phẩm này chưa có công nhận còn hiệu lực. Hãy xem lại lịch sử sản phẩm.",
    "recognition.ground": "Chưa chọn trường hợp thu hồi. Hãy chọn một trong các trường hợp của Điều 8.",
    "recognition.lower": "Hạ hạng phải xuống số sao thấp hơn hiện nay ({stars} sao).",
    "recognition.by_province": "Việc này do cấp công nhận ghi. Xã chỉ ghi xác nhận ngừng sản xuất.",
    "recognition.missing": "Còn một mục bắt buộc chưa điền. Hãy điền rồi ghi lại.",
    "recognition.again": "Ngày kiểm tra lại phải sau ngày kết luận. Hãy xem lại hai ngày.",
    "recognition.no_breach": "Sản phẩm này không có vi phạm nào đang chờ khắc phục.",
    "product.same": "Hai sản phẩm này đã chung một lịch sử. Không cần ghép nữa.",
    "product.alone": "Sản phẩm này đứng một mình, không có gì để tách.",
    "product.gone": "Không thấy sản phẩm này nữa. Hãy mở lại danh sách sản phẩm.",
}

_COUNCIL = {
    "council.level": "Hội đồng do cấp huyện hoặc cấp tỉnh lập, theo quy định của hồ sơ. Máy này không ghi được.",
    "council.nameless": "Chưa có tên. Hãy điền rồi ghi lại.",
    "council.gone": "Không thấy hội đồng hoặc phiên họp này nữa. Hãy mở lại trang Hội đồng.",
    "council.chair": "Mỗi hội đồng có một chủ tịch. Hãy đổi vai trò của người kia trước.",
    "council.rules": "Số này chưa đúng. Tỷ lệ từ 1 đến 100 %, chênh lệch từ 0 đến 100 điểm.",
    "council.dossier": "Hồ sơ này chưa được gửi lên nên chưa đưa vào phiên họp được.",
    "council.no_rubric": "Hồ sơ chưa có bộ tiêu chí để chấm. Hãy chọn bộ sản phẩm trong hồ sơ trước.",
    "council.answer": "Mức điểm này không có trong bộ tiêu chí của hồ sơ. Hãy chọn lại.",
    "council.decided": "Kết quả hồ sơ này đã ghi nên phiếu không sửa được. Muốn sửa, hãy mở lại kết quả và ghi lý do.",
    "council.not_ready": "Chưa kết luận được: xem số phiếu, phiếu chấm dở và chênh lệch giữa các thành viên.",
    "council.nothing": "Chưa có sản phẩm nào để đưa vào giấy này. Hãy nhập phiếu và ghi kết quả trước.",
    "council.has_sheets": "Đã có phiếu chấm nên không gỡ được.",
    "sheet.unfinished": "Phiếu còn {count} tiêu chí chưa chấm. Hãy chấm đủ rồi xong phiếu.",
}

SENTENCES = {**_RECOGNITION, **_COUNCIL}
