"""Copies, and a database that is not whole."""

SENTENCES = {
    "backup.other_count": "Bản sao có {there} mục, lúc chép ghi {noted} mục. Đừng dùng bản này; hãy chọn bản khác.",
    "backup.none": "Chưa có bản sao nào ở đây. Hãy chọn thư mục khác hoặc cắm USB có bản sao.",
    "backup.place": "Không dùng được thư mục này để sao lưu. Hãy chọn một thư mục trên ổ đĩa khác hoặc USB.",
}
