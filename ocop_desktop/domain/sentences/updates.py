"""New versions of the program: what is wrong with one that came."""

SENTENCES = {
    "update.unreadable": "Tệp này không phải bản cập nhật chương trình, hoặc chép thiếu. Hãy chép lại; bản đang dùng không đổi.",
    "update.altered": "Bản cập nhật đã bị thay đổi hoặc chép thiếu sau khi ký. Hãy chép lại; bản đang dùng không đổi.",
    "update.not_enrolled": "Máy này chưa ghi danh với tỉnh nên chưa biết chữ ký của tỉnh. Hãy ghi danh rồi nhận bản mới.",
    "update.root": "Không rõ ai được ký bản cập nhật này. Bản đang dùng không đổi; hãy hỏi lại tỉnh.",
    "update.root_expired": "Danh sách khóa ký của tỉnh hết hạn ngày {day}. Hãy xem ngày của máy, hoặc lấy tệp mới của tỉnh.",
    "update.signature": "Bản cập nhật không có đủ chữ ký của người được tỉnh giao. Bản đang dùng không đổi; hãy hỏi lại tỉnh.",
    "update.other_province": "Bản cập nhật này của tỉnh khác. Bản đang dùng không đổi.",
    "update.other_system": "Bản cập nhật này dành cho hệ điều hành khác ({system}). Hãy lấy tệp dành cho máy này.",
    "update.older": "Máy này đang dùng bản {running}; tệp là bản {version}, không mới hơn. Không cần cài.",
    "update.expired": "Bản cập nhật này hết hạn cài ngày {day}. Hãy xem ngày của máy, hoặc lấy bản mới của tỉnh.",
    "update.too_large": "Bản cập nhật lớn hơn {most} MB khi mở ra. Không cài; hãy báo tỉnh.",
    "update.name": "Bản cập nhật có tệp mang tên lạ ({file}). Không cài; hãy báo tỉnh.",
    "program.key": "Không mở được tệp khóa: sai câu mật khẩu, hoặc không phải tệp khóa ký.",
    "program.key_exists": "Đã có tệp mang tên này; khóa cũ không bị ghi đè. Hãy chọn tên khác.",
    "program.roots": "Không đọc được danh sách khóa ký.",
    "program.too_few_keys": "Chưa đủ khóa: hãy xem lại --threshold, và ký bằng đủ khóa cũ lẫn khóa mới.",
    "update.none": "Tỉnh chưa có bản mới cho máy này.",
}
