"""Neutral sentences with blanks for the commune's assessment. They state no fact: each "…" waits for one.

They go into a Vietnamese paper, so they are not translated.
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "dossier.matter.nguyen_lieu.described": (
        "Chủ thể sử dụng nguyên liệu … từ thôn …, sản lượng khoảng … mỗi năm.",
        "Vùng nguyên liệu rộng … ha tại …, có hợp đồng liên kết với … hộ.",
    ),
    "dossier.matter.nguyen_lieu.found": (
        "Qua kiểm tra thực tế ngày … tại …, nguyên liệu … có nguồn gốc tại xã, phù hợp với mô tả của chủ thể.",
        "Tỷ lệ nguyên liệu có nguồn gốc địa phương là …%, đối chiếu theo …",
        "Vùng nguyên liệu … ha tại thôn …, đang được … hộ canh tác; đã xem hợp đồng liên kết và sổ ghi chép.",
        "Phần nguyên liệu mua ngoài địa phương là …, nguồn cung: …",
    ),
    "dossier.matter.lao_dong.described": (
        "Chủ thể có … lao động thường xuyên, trong đó … người có nơi thường trú tại xã.",
        "Thu nhập bình quân … triệu đồng/người/tháng; lao động thời vụ khoảng … người.",
    ),
    "dossier.matter.lao_dong.found": (
        "Qua đối chiếu danh sách lao động và kiểm tra ngày … tại …, xác nhận …/… lao động thường trú tại xã.",
        "Danh sách lao động đóng bảo hiểm có xác nhận của chủ thể, phù hợp với cư trú thực tế.",
        "Số liệu của chủ thể chênh … người so với kiểm tra thực tế, lý do: …",
    ),
    "dossier.matter.y_tuong.found": (
        "Sản phẩm truyền thống của địa phương, có từ khoảng …, do … gìn giữ và phát triển.",
        "Sản phẩm mới, được phát triển từ năm … trên cơ sở nguyên liệu đặc trưng … của địa phương.",
        "Sản phẩm được bán ổn định từ …; gắn với chỉ dẫn nguồn gốc …",
    ),
    "dossier.matter.ban_sac.found": (
        "Sản phẩm gắn với giống … và điều kiện … đặc trưng của xã.",
        "Kinh nghiệm sản xuất của cộng đồng … thể hiện ở khâu …, tạo nên sự khác biệt về …",
        "Câu chuyện sản phẩm nêu rõ nguồn gốc …, phù hợp với thực tế của địa phương.",
    ),
    "dossier.meeting.opinions": (
        "Các đơn vị dự họp thống nhất với nội dung đánh giá.",
        "Ý kiến của …: …",
    ),
}
"""Sentences by field key."""
