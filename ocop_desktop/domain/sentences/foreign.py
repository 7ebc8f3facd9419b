"""Files that others made and that end, hold up or fill the reader: which file, and what to do."""

SENTENCES = {
    "paper.fell": "Tệp {name} hỏng nặng hoặc được làm để gây lỗi: phần đọc tệp đã phải dừng và mở lại, những gì đã nhập vẫn còn nguyên. Hãy xin lại tệp, hoặc in ra giấy rồi quét lại.",
    "paper.slow": "Đọc tệp {name} quá lâu nên đã dừng việc đọc; những gì đã nhập vẫn còn nguyên. Hãy quét lại ở 200 đến 300 dpi, hoặc xin lại tệp khác.",
    "paper.heavy": "Tệp {name} bung ra quá lớn so với một bản quét: ảnh có quá nhiều điểm, hoặc tệp nén nhiều lớp. Hãy quét lại ở 200 đến 300 dpi.",
    "paper.no_reader": "Không mở được phần đọc tệp của chương trình, có thể vì phần mềm diệt virus đã chặn. Hãy thử lại; nếu vẫn vậy, báo cán bộ kỹ thuật.",
}
