"""Papers that come back: what a file is, what a scan lacks, whose signature it bears."""

_WHAT_IT_IS = {
    "paper.same": "Đúng là Mẫu số {form} của “{product}”, lần chốt {revision}: giống từng byte bản chương trình in ra.",
    "paper.same_signed": "Đúng là Mẫu số {form} của “{product}”, lần chốt {revision}: nội dung giống từng byte, chỉ thêm chữ ký số.",
    "paper.same_longer": "Phần đầu giống từng byte Mẫu số {form} của “{product}”, lần chốt {revision}, nhưng có phần thêm vào sau mà không phải chữ ký số. Đừng dùng tệp này.",
    "paper.scan": "Bản quét Mẫu số {form} của “{product}”, lần chốt {revision}. Mã trên giấy khớp với bản đã chốt; chữ trong ảnh thì cần mắt người đối chiếu.",
    "paper.scan_chosen": "Bản quét được chọn cho “{product}”, lần chốt {revision}. Trên giấy không đọc được mã, hãy tự đối chiếu.",
    "paper.changed": "Tệp này mang mã của “{product}”, lần chốt {revision}, nhưng không phải tệp chương trình đã in: nội dung đã bị đổi hoặc được lưu lại bằng phần mềm khác. Hãy xuất lại bản sạch rồi ký.",
    "paper.false_code": "Mã trên giấy không khớp với bản đã chốt của “{product}”. Giấy này không phải bản chương trình in ra.",
    "paper.mixed": "Tệp {name} có trang của nhiều báo cáo khác nhau. Hãy tách mỗi báo cáo thành một tệp.",
    "paper.not_here": "Mã trên giấy là của một báo cáo không có trên máy này (Mẫu số {form}, lần chốt {revision}). Hãy đồng bộ, hoặc hỏi xã đã lập báo cáo.",
    "paper.no_code": "Không đọc được mã của chương trình trong tệp {name}. Hãy chọn hồ sơ của giấy này.",
    "paper.not_sealed": "Hồ sơ “{product}” chưa chốt, nên chưa có bản ký. Hãy chốt rồi in, ký và quét.",
}
_NOTES = {
    "paper.older": "Đây là giấy của lần chốt {revision}; lần chốt đang có hiệu lực là {counts}. Hãy in và ký lại bản mới.",
    "paper.opened_since": "Hồ sơ đã được mở lại sau lần chốt {revision}, nên giấy này không còn hiệu lực. Hãy chốt và in lại.",
    "paper.pages_missing": "Thiếu trang {missing}. Hãy quét đủ các trang.",
    "paper.coarse": "Ảnh chỉ đạt khoảng {dpi} dpi; quy định là từ 200 dpi. Nên quét lại.",
    "paper.grey": "Ảnh không phải ảnh màu; quy định là quét màu. Nên quét lại.",
}
_UNREADABLE = {
    "paper.unreadable": "Không đọc được tệp này. Hãy chọn tệp PDF hoặc ảnh (JPG, PNG, TIFF).",
    "paper.locked": "Tệp PDF này có mật khẩu mở. Hãy lưu lại bản không có mật khẩu.",
    "paper.too_long": "Tệp có quá nhiều trang (nhiều nhất {most}). Hãy tách riêng bản ký.",
    "paper.too_large": "Tệp lớn hơn 50 MB. Hãy quét ở 200 đến 300 dpi.",
}
_SIGNED = {
    "signed.clean": "Đây là bản sạch chưa ký của “{product}”. Hãy ký rồi đưa bản đã ký vào.",
    "signed.other_form": "Đây là Mẫu số {form}; bản ký cần đưa vào là báo cáo Mẫu số 03.",
    "signed.broken": "Chữ ký số trong tệp không còn đúng với nội dung: tệp đã bị đổi sau khi ký. Hãy lấy lại tệp vừa ký xong.",
    "signed.no_folder": "Không mở được thư mục của máy quét. Hãy chọn lại thư mục trong trang Giấy đã ký.",
}

SENTENCES = {**_WHAT_IT_IS, **_NOTES, **_UNREADABLE, **_SIGNED}
