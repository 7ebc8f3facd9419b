"""Entering the program, and the machine it runs on."""

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
    "folder.gone": "Không thấy thư mục dữ liệu ở chỗ cũ: USB bị rút, ổ mạng mất hoặc thư mục bị đổi tên. "
    "Chữ đang gõ vẫn ở trên màn hình; cắm lại là chương trình tự ghi tiếp.",
    "folder.missing": "Không thấy thư mục này. Hãy xem lại ổ đĩa hoặc USB đã cắm chưa.",
    "file.locked": "Một chương trình khác đang giữ tệp này. Hãy đóng chương trình đó rồi thử lại.",
    "file.no_program": "Tệp đã lưu nhưng máy này chưa có chương trình mở PDF. Hãy cài một chương trình đọc PDF.",
    "database.locked": "Cơ sở dữ liệu đang bị chương trình khác giữ. Hãy đóng chương trình đó rồi thử lại.",
    "database.missing": "Không thấy cơ sở dữ liệu. Hãy xem thư mục dữ liệu hoặc lấy lại từ bản sao lưu; đừng tạo sổ mới.",
    "database.cannot_open": "Không mở được cơ sở dữ liệu. Hãy xem thư mục dữ liệu còn đó và được phép ghi không.",
    "database.damaged": "Cơ sở dữ liệu bị hỏng. Đừng xóa gì; hãy mở chương trình và khôi phục từ bản sao lưu.",
    "database.newer": "Dữ liệu được ghi bởi bản chương trình mới hơn. Hãy cài bản mới rồi mở lại; dữ liệu không đổi.",
    "legal.missing": "Thiếu tệp dữ liệu pháp lý {file}. Hãy cài lại chương trình; hồ sơ không bị ảnh hưởng.",
    "legal.broken": "Tệp dữ liệu pháp lý {file} không đọc được. Hãy cài lại chương trình; hồ sơ không bị ảnh hưởng.",
    "legal.unknown": "Bản chương trình này chưa có dữ liệu pháp lý {id}. Hãy cài bản mới.",
    "legal.no_regime": "Ngày này trước mọi quy định mà chương trình có. Hãy xem lại ngày nhận hồ sơ.",
    "server.not_started": "Máy chủ không khởi động được. Hãy xem cổng mạng có bị chương trình khác dùng không.",
    "server.busy": "Máy chủ đang bận. Hãy thử lại sau ít phút.",
}

SENTENCES = {**_ENTRANCE, **_MACHINE}
