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
_SIGNING = {
    "sign.not_here": "Bản cài này chưa có phần ký số. Hãy xuất bản sạch, ký bằng công cụ của cơ quan, rồi đưa vào trang Giấy đã ký.",
    "sign.key_file": "Không đọc được tệp khóa. Hãy chọn tệp .p12 hoặc .pfx của chứng thư số.",
    "sign.passphrase": "Mật khẩu hoặc mã PIN của khóa chưa đúng. Hãy thử lại; nhập sai nhiều lần có thể khóa thiết bị.",
    "sign.token": "Không mở được thiết bị ký. Hãy cắm thiết bị, xem lại tên thiết bị và tệp điều khiển (PKCS#11).",
    "sign.which_key": "Thiết bị ký có {count} khóa. Hãy nêu tên chứng thư cần dùng.",
    "sign.expired": "Chứng thư số không còn trong thời hạn (đến ngày {day}). Hãy dùng chứng thư còn hạn.",
    "sign.certificate": "Không đọc được tệp chứng thư. Hãy chọn tệp .cer, .crt hoặc .pem.",
    "sign.no_root": "Chứng thư này không phải chứng thư gốc hay chứng thư của nơi cấp: nó không được cấp chứng thư khác. Hãy chọn đúng tệp của cơ quan cấp chứng thư số.",
    "sign.arguments": "Ký số cần ảnh chữ ký hoặc ảnh dấu (--image), và nơi ghi tệp (--out) khi ký giấy khác báo cáo. Xem: ocop-desktop sign --help.",
    "sign.no_number": "Tệp phụ lục ký số cần số và ký hiệu của văn bản. Hãy ghi số, ký hiệu, ví dụ 05/BC-UBND.",
    "sign.image": "Ảnh chữ ký, ảnh dấu phải là tệp PNG nền trong suốt (Nghị định 30/2020/NĐ-CP, Phụ lục I). Hãy chọn tệp khác.",
    "sign.seal_size": "Ảnh dấu không cho biết kích thước thật. Hãy nêu đường kính dấu theo mm.",
    "sign.no_place": "Không thấy chỗ ký: báo cáo chưa có họ tên người ký. Hãy điền ở Cài đặt rồi chốt lại.",
    "sign.person_first": "Cơ quan chỉ ký số vào văn bản đã có chữ ký của người có thẩm quyền (Nghị định 30/2020/NĐ-CP, Điều 32). Hãy để người ký ký trước.",
    "sign.twice": "Báo cáo này đã có chữ ký đó rồi. Không cần ký lại.",
    "sign.time": "Không lấy được dấu thời gian. Hãy xem mạng, hoặc ký không kèm dấu thời gian.",
    "sign.no_evidence": "Chưa đủ dữ liệu để chứng minh chữ ký lâu dài (chứng thư gốc, danh sách thu hồi). Hãy bổ sung, hoặc ký không kèm.",
    "sign.failed": "Không ký được tệp này. Hãy xuất lại bản sạch rồi thử lại.",
}
_WHOSE = {
    "signature.trusted": "Chữ ký số của {who} còn nguyên vẹn, chứng thư do {issuer} cấp và đã kiểm tra đến gốc tin cậy.",
    "signature.unknown_chain": "Chữ ký số của {who} còn nguyên vẹn. Chứng thư do {issuer} cấp; chưa kiểm tra được gốc vì máy này chưa có chứng thư gốc.",
    "signature.other_root": "Chữ ký số của {who} còn nguyên vẹn. Chứng thư do {issuer} cấp, không dẫn đến chứng thư gốc nào đã chọn trong Cài đặt. Hãy hỏi nơi cấp chứng thư.",
    "signature.broken": "Chữ ký số của {who} không đúng với nội dung: tệp đã bị đổi.",
    "signature.changed_after": "Sau khi {who} ký, tệp đã bị sửa thêm. Chữ ký không còn bảo đảm nội dung đang thấy.",
    "signature.unread": "Tệp có chữ ký số, nhưng bản cài này chưa có phần đọc chữ ký.",
}

SENTENCES = {**_WHAT_IT_IS, **_NOTES, **_UNREADABLE, **_SIGNED, **_SIGNING, **_WHOSE}
