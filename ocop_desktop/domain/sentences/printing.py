"""What is said about papers."""

SENTENCES = {
    "print.unknown": "Chương trình không có giấy tờ “{paper}”. Xem danh sách bằng: ocop-desktop print --list.",
    "print.one_only": "{paper} in riêng cho từng hồ sơ. Hãy chọn một hồ sơ, hoặc in hàng loạt.",
    "print.no_dossier": "Chưa chọn hồ sơ nào để in.",
    "print.no_rubric": "Chưa in được phiếu chấm: hồ sơ chưa chọn bộ sản phẩm, hoặc bộ tiêu chí của bộ này chưa tìm thấy.",
    "print.no_word": "Giấy này không lưu được thành Word. Hãy lưu PDF.",
    "print.no_table": "Giấy này không có bảng để lưu thành Excel.",
    "print.empty_batch": "Không có giấy nào in được cho các hồ sơ đã chọn. Hãy chọn giấy khác, hoặc hoàn thiện hồ sơ trước.",
    "print.arguments": "Hãy ghi tên giấy và --out TỆP, hoặc dùng --list, --log.",
    "report.no_revision": "Báo cáo không có lần chốt {revision}.",
}
