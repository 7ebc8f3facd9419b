"""Plans, targets, money."""

SENTENCES = {
    "plan.range": "Khoảng số này kết thúc trước khi bắt đầu. Hãy ghi số nhỏ trước, như 20 - 30.",
    "plan.file": "Không đọc được tệp kế hoạch {file}. Hãy xem lại tệp: TOML, mã UTF-8, ngày viết dạng 2026-12-31.",
    "plan.file.indicator": "Chỉ tiêu “{key}” trong tệp ghi một cách tính không có trong chương trình. Hãy sửa hoặc để trống.",
    "plan.file.target": "Chỉ tiêu “{key}” trong tệp chưa đúng. Hãy xem lại đơn vị đo và chỉ tiêu lớn của nó.",
    "plan.file.line": "Dòng kinh phí “{key}” trong tệp chưa đúng. Hãy xem lại tên bảng và tên cột.",
    "plan.file.event": "Hoạt động “{key}” trong tệp ghi một loại không có trong chương trình. Hãy sửa lại loại.",
    "plan.already": "Kế hoạch này đã có trong máy. Hãy mở nó ở trang Kế hoạch.",
    "plan.by_province": "Đây là kế hoạch của tỉnh, ở máy này chỉ đọc. Cần sửa thì báo tỉnh, hoặc lập kế hoạch của đơn vị mình.",
    "plan.gone": "Không thấy mục này của kế hoạch nữa. Hãy mở lại trang Kế hoạch.",
    "plan.nameless": "Chưa có tên. Hãy điền rồi ghi lại.",
    "plan.days": "Ngày kết thúc đứng trước ngày bắt đầu. Hãy xem lại hai ngày.",
    "plan.has_parts": "Mục này còn phần con nên chưa bỏ được. Hãy bỏ các phần con trước.",
}
