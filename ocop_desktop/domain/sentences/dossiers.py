"""Papers, dossiers, and what is imported."""

_PAPERS = {
    "print.failed": "Máy in không nhận. Hãy xem máy in đã bật, có giấy, rồi in lại.",
    "print.font_unusable": "Không dùng được phông chữ {font} để in. Hãy chọn phông chữ khác hoặc cài lại chương trình.",
    "print.glyph_missing": "Phông chữ in không có ký tự {characters}. Hãy thay ký tự đó rồi in lại.",
    "print.nothing_missing": "Hồ sơ không còn thiếu giấy tờ nào, nên không có phiếu để in.",
    "paper.unreadable": "Không xem trước được giấy này. Hãy in lại; nếu vẫn vậy, gửi nhật ký cho tỉnh.",
    "receipt.none": "Tỉnh chưa xác nhận hồ sơ này, nên chưa có biên nhận. Hãy đồng bộ rồi in.",
    "report.altered": "Báo cáo đã chốt không còn nguyên như lúc chốt. Đừng in; hãy báo tỉnh.",
}

_DOSSIERS = {
    "dossier.incomplete": "Hồ sơ chưa đủ để chốt: còn {count} mục. Hãy xem danh sách còn thiếu.",
    "dossier.unparsed": "Còn ô gõ chưa đúng. Hãy sửa các ô có chữ đỏ rồi chốt.",
    "dossier.conflict": "Hai máy cùng sửa hồ sơ này. Hãy chọn bản dùng ở trang Đồng bộ trước.",
    "dossier.gone": "Không thấy hồ sơ này. Có thể hồ sơ đã được gỡ; hãy mở lại danh sách.",
    "dossier.locked": "Hồ sơ đã chốt hoặc đã gửi nên không sửa được. Muốn sửa, hãy mở lại và ghi lý do.",
    "dossier.move": "Hồ sơ đang ở bước khác nên chưa làm được việc này. Hãy xem trạng thái ở đầu trang.",
    "dossier.nameless": "Chưa có tên sản phẩm và tên chủ thể. Hãy điền ít nhất một tên rồi nhận hồ sơ.",
    "reason.missing": "Chưa có lý do. Hãy ghi một câu, sau này còn xem lại được.",
    "evidence.too_large": "Tệp lớn quá ({size}, nhiều nhất {most}). Hãy quét lại ở 200 dpi hoặc tách thành nhiều tệp.",
    "evidence.unreadable": "Không đọc được tệp này. Hãy xem tệp có mở được bằng chương trình khác không.",
    "evidence.empty": "Tệp “{name}” trống. Hãy chọn tệp khác.",
    "evidence.program": "“{name}” là tệp chương trình, không phải giấy tờ. Hãy in hoặc lưu giấy tờ thành PDF rồi thêm.",
    "evidence.not_lighter": "Không nén “{name}” nhẹ hơn được mà vẫn rõ. Tệp giữ nguyên.",
    "evidence.kind": "Không nhận loại tệp này. Hãy lưu lại thành PDF hoặc ảnh rồi thêm.",
    "report.no_form": "Mẫu số 03 chỉ có từ Quyết định 26/2026/QĐ-TTg. Hồ sơ này theo {document}: xem, chấm và gửi tệp được, "
    "nhưng không chốt và in các mẫu của quy định mới.",
    "evidence.row": "Không có dòng minh chứng “{row}”. Hãy dùng 01 đến 15, mau-01, mau-02, signed hoặc other.",
    "evidence.gone": "Tệp này đã được gỡ khỏi hồ sơ. Hãy mở lại hồ sơ để xem danh sách mới.",
    "producer.gone": "Không thấy chủ thể này nữa. Hãy gõ lại tên chủ thể rồi nhận hồ sơ.",
    "evidence.twice": "Tệp “{name}” đã có ở dòng này. Không cần thêm lần nữa.",
    "evidence.lost": "Không thấy tệp minh chứng trên ổ đĩa. Hãy lấy lại từ bản sao lưu, hoặc thêm lại tệp gốc.",
    "evidence.altered": "Tệp minh chứng trên ổ đĩa đã bị đổi. Hãy lấy lại từ bản sao lưu, hoặc thêm lại tệp gốc.",
}

_UNITS = {
    "units.columns": "Bảng xã cũ cần các cột: mã cũ, tên cũ, mã mới (và huyện cũ, đến ngày nếu có). Không nhập dòng nào.",
    "units.code": "Dòng {row}: mã cũ phải là 5 chữ số và có tên cũ. Không nhập dòng nào; {count} dòng chưa đúng.",
    "units.twice": "Dòng {row}: mã cũ này đã có ở dòng trên. Không nhập dòng nào; {count} dòng chưa đúng.",
    "units.today": "Dòng {row}: mã cũ này là của một xã ngày nay. Không nhập dòng nào; {count} dòng chưa đúng.",
    "units.now": "Dòng {row}: không có xã nào ngày nay mang mã mới này. Không nhập dòng nào; {count} dòng chưa đúng.",
    "units.day": "Dòng {row}: ngày phải viết ngày/tháng/năm. Không nhập dòng nào; {count} dòng chưa đúng.",
}

_DESK = {
    "desk.not_yours": "Hồ sơ này lúc này không do cơ quan này xử lý. Hãy xem đầu trang: hồ sơ đang ở cấp nào.",
    "remark.missing": "Chưa có ý kiến nào. Hãy ghi ít nhất một ý kiến để xã biết cần sửa gì.",
    "remark.field": "Không có mục “{field}” trong hồ sơ này, nên không ghi ý kiến vào đó được.",
}

_IMPORT = {
    "import.formula": "Ô này là công thức chưa có kết quả. Hãy mở bằng Excel, lưu lại rồi nhập, hoặc gõ giá trị.",
    "import.kind": "Chỉ nhập được tệp Excel (.xlsx) và CSV. Hãy lưu lại thành .xlsx.",
    "import.old_excel": "Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.",
    "import.unreadable": "Không đọc được tệp này. Hãy mở tệp, lưu lại thành .xlsx rồi nhập.",
    "import.encoding": "Không đọc được chữ tiếng Việt trong tệp. Hãy lưu lại thành .xlsx hoặc CSV UTF-8.",
    "import.too_large": "Tệp lớn quá, nhiều nhất {most} MB. Hãy tách thành nhiều tệp.",
    "import.too_many": "Nhiều dòng quá, nhiều nhất {most}. Hãy tách thành nhiều tệp.",
    "import.no_columns": "Không nhận ra cột nào. Hãy xem dòng đầu của bảng có tên cột không.",
    "import.empty": "Tệp không có dòng nào để nhập.",
    "import.set.unknown": "Không có bộ sản phẩm “{set}”. Hãy ghi số hoặc tên bộ như trong Quyết định.",
    "cli.pair": '“{pair}” chưa đúng. Hãy viết mục=giá trị, ví dụ product.name="Chè xanh".',
}

SENTENCES = {**_PAPERS, **_DOSSIERS, **_DESK, **_UNITS, **_IMPORT}
