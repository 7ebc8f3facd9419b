<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
  <context>
    <name>AboutSection</name>
    <message>
      <source>Hệ điều hành</source>
      <translation>Operating system</translation>
    </message>
    <message>
      <source>Mở thư mục dữ liệu</source>
      <translation>Open the data folder</translation>
    </message>
    <message>
      <source>Mở thư mục nhật ký</source>
      <translation>Open the log folder</translation>
    </message>
    <message>
      <source>Nhật ký ghi việc chương trình làm và lỗi gặp phải, không ghi nội dung hồ sơ. Chương trình không tự gửi gì ra ngoài.</source>
      <translation>The log says what the program did and which errors it met, never what is in a dossier. The program sends nothing by itself.</translation>
    </message>
    <message>
      <source>Phiên bản</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Thư mục dữ liệu</source>
      <translation>Data folder</translation>
    </message>
    <message>
      <source>Thư mục nhật ký</source>
      <translation>Log folder</translation>
    </message>
  </context>
  <context>
    <name>AreaBar</name>
    <message>
      <source>Chỉ bỏ tên và những lựa chọn đã lưu; không sản phẩm nào bị đụng tới.</source>
      <translation>Only the name and the kept choices go; no product is touched.</translation>
    </message>
    <message>
      <source>Cách xem đã lưu</source>
      <translation>Kept views</translation>
    </message>
    <message>
      <source>Công nhận hay mới khai</source>
      <translation>Recognised or only told</translation>
    </message>
    <message>
      <source>Công nhận và xã khai</source>
      <translation>Recognised and told</translation>
    </message>
    <message>
      <source>Hạng</source>
      <translation>Stars</translation>
    </message>
    <message>
      <source>Hết hiệu lực, thu hồi</source>
      <translation>Expired, withdrawn</translation>
    </message>
    <message>
      <source>Hết hạn</source>
      <translation>Ends</translation>
    </message>
    <message>
      <source>Hết hạn trong 1 năm</source>
      <translation>Ends within a year</translation>
    </message>
    <message>
      <source>Khai, chưa xác nhận</source>
      <translation>Told, not confirmed</translation>
    </message>
    <message>
      <source>Kỳ nộp lại (180 - 120 ngày)</source>
      <translation>To file again (180 - 120 days)</translation>
    </message>
    <message>
      <source>Loại chủ thể</source>
      <translation>Kind of producer</translation>
    </message>
    <message>
      <source>Lưu cách xem</source>
      <translation>Keep this view</translation>
    </message>
    <message>
      <source>Lưu cách xem…</source>
      <translation>Keep this view…</translation>
    </message>
    <message>
      <source>Lưu những gì đang chọn để mở lại bằng một lần bấm. Trùng tên thì thay cách xem cũ.</source>
      <translation>Keeps what is chosen, to be opened again at once. The same name takes the old one's place.</translation>
    </message>
    <message>
      <source>Mã trùng nhau</source>
      <translation>Codes that stand twice</translation>
    </message>
    <message>
      <source>Mọi hạng</source>
      <translation>All stars</translation>
    </message>
    <message>
      <source>Mọi loại chủ thể</source>
      <translation>All producers</translation>
    </message>
    <message>
      <source>Mọi ngành</source>
      <translation>All sectors</translation>
    </message>
    <message>
      <source>Mọi ngày hết hạn</source>
      <translation>Any end</translation>
    </message>
    <message>
      <source>Mọi xã</source>
      <translation>All communes</translation>
    </message>
    <message>
      <source>Ngành</source>
      <translation>Sector</translation>
    </message>
    <message>
      <source>Quá kỳ nộp lại</source>
      <translation>Filing days missed</translation>
    </message>
    <message>
      <source>Trả lại xã</source>
      <translation>Return to commune</translation>
    </message>
    <message>
      <source>Tên</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Tính theo đơn vị</source>
      <translation>By unit</translation>
    </message>
    <message>
      <source>Tất cả sản phẩm</source>
      <translation>All products</translation>
    </message>
    <message>
      <source>Xã</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>Xóa</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Xóa cách xem</source>
      <translation>Delete view</translation>
    </message>
    <message>
      <source>Xóa cách xem “{name}”?</source>
      <translation>Delete the view “{name}”?</translation>
    </message>
    <message>
      <source>{count} sao</source>
      <translation>{count} stars</translation>
    </message>
    <message>
      <source>Đã công nhận</source>
      <translation>Recognised</translation>
    </message>
    <message>
      <source>Đơn vị hiện nay</source>
      <translation>Unit of today</translation>
    </message>
    <message>
      <source>Đơn vị lúc lập</source>
      <translation>Unit when made</translation>
    </message>
  </context>
  <context>
    <name>AreaPanel</name>
    <message>
      <source>. Enter mở hồ sơ của xã đang chọn.</source>
      <translation>. Enter opens the dossiers of the chosen commune.</translation>
    </message>
    <message>
      <source>Chờ tiếp nhận</source>
      <translation>Waiting to be taken up</translation>
    </message>
    <message>
      <source>Các xã, phường</source>
      <translation>Communes</translation>
    </message>
    <message>
      <source>Hồ sơ xã gửi lên sẽ hiện ở đây, cũ nhất đứng trước.</source>
      <translation>What communes hand over is shown here, oldest first.</translation>
    </message>
    <message>
      <source>Mở kiểm tra</source>
      <translation type="unfinished">Open the check</translation>
    </message>
    <message>
      <source>Xem cả {count} hồ sơ</source>
      <translation>Show all {count} dossiers</translation>
    </message>
    <message>
      <source>{count} hồ sơ quá hạn ở xã</source>
      <translation>{count} overdue at communes</translation>
    </message>
    <message>
      <source>{count} nơi lâu chưa liên lạc</source>
      <translation>{count} not heard of for long</translation>
    </message>
    <message>
      <source>{count} xã, phường</source>
      <translation>{count} communes</translation>
    </message>
  </context>
  <context>
    <name>AssessmentTab</name>
    <message>
      <source>Bộ sản phẩm này không có tiêu chí riêng cho nội dung này. Xã vẫn viết nhận xét.</source>
      <translation>This product set has no criterion for this matter. The commune writes its remark all the same.</translation>
    </message>
    <message>
      <source>Chèn câu mẫu</source>
      <translation>Insert a model sentence</translation>
    </message>
    <message>
      <source>Chọn bộ sản phẩm ở bước 1 để thấy mốc của tiêu chí.</source>
      <translation>Choose the product set in step 1 to see the thresholds of the criterion.</translation>
    </message>
    <message>
      <source>Cuộc họp lấy ý kiến</source>
      <translation>Meeting to hear opinions</translation>
    </message>
    <message>
      <source>Minh chứng</source>
      <translation>Evidence</translation>
    </message>
    <message>
      <source>Minh chứng {count}</source>
      <translation>Evidence {count}</translation>
    </message>
    <message>
      <source>Mục tiếp theo ›  Alt ↓</source>
      <translation>Next matter ›  Alt ↓</translation>
    </message>
    <message>
      <source>Sang bước 4, In và ký ›</source>
      <translation>To step 4, Print and sign ›</translation>
    </message>
    <message>
      <source>chưa có</source>
      <translation>nothing yet</translation>
    </message>
    <message>
      <source>có tổ chức</source>
      <translation>held</translation>
    </message>
    <message>
      <source>không tổ chức</source>
      <translation>not held</translation>
    </message>
    <message>
      <source>đang viết</source>
      <translation>being written</translation>
    </message>
    <message>
      <source>‹ Trước</source>
      <translation>‹ Back</translation>
    </message>
    <message>
      <source>✓ đã viết</source>
      <translation>✓ written</translation>
    </message>
    <message>
      <source>✓ đủ hai phần</source>
      <translation>✓ both parts are there</translation>
    </message>
  </context>
  <context>
    <name>BackupSection</name>
    <message>
      <source>Bản mới nhất: {moment} · {contents}</source>
      <translation>Latest copy: {moment} · {contents}</translation>
    </message>
    <message>
      <source>Bản sao lúc {moment} có {there} hồ sơ; máy đang có {here}.</source>
      <translation>The copy of {moment} has {there} dossiers; this PC has {here}.</translation>
    </message>
    <message>
      <source>Bản thứ hai trên USB hoặc ổ đĩa khác</source>
      <translation>A second copy on a USB stick or another disk</translation>
    </message>
    <message>
      <source>Chưa chọn. Ổ đĩa của máy hỏng thì bản sao trên máy cũng mất; hãy chọn một USB cất riêng.</source>
      <translation>None chosen. If this disk fails, its copies go with it; choose a USB stick kept elsewhere.</translation>
    </message>
    <message>
      <source>Chưa có bản sao nào.</source>
      <translation>No copy yet.</translation>
    </message>
    <message>
      <source>Chưa mở thử bản nào. Nên mở thử mỗi tháng một lần.</source>
      <translation>No copy was opened as a drill yet. Do it once a month.</translation>
    </message>
    <message>
      <source>Chọn thư mục…</source>
      <translation>Choose a folder…</translation>
    </message>
    <message>
      <source>Các bản sao</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Dữ liệu đang có được sao lại trước và giữ trong danh sách này.</source>
      <translation>What is here now is copied first and kept in this list.</translation>
    </message>
    <message>
      <source>Khôi phục</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>Khôi phục từ bản này…</source>
      <translation>Restore this copy…</translation>
    </message>
    <message>
      <source>Mỗi ngày một bản, có cả tệp minh chứng, được mã hóa như dữ liệu gốc: mở bằng cùng câu mật khẩu hoặc khóa khôi phục.</source>
      <translation>One copy a day, evidence files included, encrypted like the data itself: the same passphrase or recovery key opens it.</translation>
    </message>
    <message>
      <source>Mở bản sao và đọc lại từng trang, từng tệp, như khi khôi phục thật</source>
      <translation>Open the copy and read every page and every file, as a real restore would</translation>
    </message>
    <message>
      <source>Mở thử</source>
      <translation>Drill</translation>
    </message>
    <message>
      <source>Mở thử {moment}: tốt.</source>
      <translation>Drill of {moment}: good.</translation>
    </message>
    <message>
      <source>Mở thử {moment}: {count} tệp không còn nguyên. Hãy sao lưu lại.</source>
      <translation>Drill of {moment}: {count} files are not whole. Make a new copy.</translation>
    </message>
    <message>
      <source>Mở được: {records} mục, {files} tệp, đọc đến byte cuối.</source>
      <translation>It opens: {records} records, {files} files, read to the last byte.</translation>
    </message>
    <message>
      <source>Sao lưu</source>
      <translation>Backup</translation>
    </message>
    <message>
      <source>Sao lưu ngay</source>
      <translation>Back up now</translation>
    </message>
    <message>
      <source>Thôi dùng</source>
      <translation>Stop using it</translation>
    </message>
    <message>
      <source>Thư mục cho bản sao thứ hai</source>
      <translation>Folder of the second copy</translation>
    </message>
    <message>
      <source>máy này</source>
      <translation>this PC</translation>
    </message>
    <message>
      <source>{count} hồ sơ nhận sau lúc đó không có trong bản sao.</source>
      <translation>{count} dossiers received since are not in the copy.</translation>
    </message>
    <message>
      <source>{count} hồ sơ đã sửa sau lúc đó sẽ trở về như cũ.</source>
      <translation>{count} dossiers edited since will be as they were.</translation>
    </message>
    <message>
      <source>{count} thay đổi ở máy này chưa gửi tỉnh.</source>
      <translation>{count} changes of this PC were not sent to the province.</translation>
    </message>
    <message>
      <source>{count} tệp minh chứng trong bản này không còn nguyên; phần còn lại tốt.</source>
      <translation>{count} evidence files in this copy are not whole; the rest is good.</translation>
    </message>
    <message>
      <source>{folder}: chưa thấy. Cắm USB vào thì bản sao tự chép.</source>
      <translation>{folder}: not here. Plug in the stick and the copy makes itself.</translation>
    </message>
    <message>
      <source>{folder}: đang có, sao lưu mỗi ngày.</source>
      <translation>{folder}: here, a copy each day.</translation>
    </message>
    <message>
      <source>Đang mở thử…</source>
      <translation>Opening…</translation>
    </message>
    <message>
      <source>Đang sao lưu. Cứ làm việc tiếp.</source>
      <translation>Copying. Go on working.</translation>
    </message>
    <message>
      <source>Đã sao lưu {count} bản.</source>
      <translation>{count} copies made.</translation>
    </message>
    <message>
      <source>ổ đĩa khác</source>
      <translation>another disk</translation>
    </message>
  </context>
  <context>
    <name>BatchDialog</name>
    <message>
      <source>Dừng</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>In hàng loạt</source>
      <translation>Print a batch</translation>
    </message>
    <message>
      <source>Lưu từng tệp vào thư mục</source>
      <translation>Save each as a file in a folder</translation>
    </message>
    <message>
      <source>Lưu từng tệp vào thư mục…</source>
      <translation>Save each as a file…</translation>
    </message>
    <message>
      <source>Mỗi hồ sơ một bộ, theo thứ tự đang xem. Công văn, tờ trình và nhãn phong bì gộp cả danh sách.</source>
      <translation>One set for each dossier, in the order on screen. Letter, submission and labels cover the whole list.</translation>
    </message>
    <message>
      <source>Xem trước và in</source>
      <translation>Preview and print</translation>
    </message>
    <message>
      <source>{count} hồ sơ đã chọn</source>
      <translation>{count} dossiers chosen</translation>
    </message>
    <message>
      <source>Đang vẽ {done} trên {whole} giấy…</source>
      <translation>Drawing {done} of {whole} papers…</translation>
    </message>
    <message>
      <source>Đã dừng. Chưa có gì được in.</source>
      <translation>Stopped. Nothing was printed.</translation>
    </message>
    <message>
      <source>Đã dừng. {count} tệp đã lưu vẫn ở trong thư mục {folder}.</source>
      <translation>Stopped. The {count} files already saved stay in folder {folder}.</translation>
    </message>
    <message>
      <source>Đã lưu {count} tệp vào thư mục {folder}.</source>
      <translation>Saved {count} files in folder {folder}.</translation>
    </message>
    <message>
      <source>Đã lưu {count} tệp vào thư mục {folder}; {skipped} giấy chưa in được vì hồ sơ chưa đủ điều kiện.</source>
      <translation>Saved {count} files in folder {folder}; {skipped} papers cannot be printed yet because their dossiers are not ready.</translation>
    </message>
    <message>
      <source>Đã vẽ {count} giấy.</source>
      <translation>{count} papers drawn.</translation>
    </message>
    <message>
      <source>Đã vẽ {count} giấy; {skipped} giấy chưa in được vì hồ sơ chưa đủ điều kiện.</source>
      <translation>{count} papers drawn; {skipped} could not be printed as their dossiers are not ready for them.</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>Before</name>
    <message>
      <source> · lần trước {total} điểm{stars} theo {document}, bộ tiêu chí khác</source>
      <translation> · before {total} points{stars} under {document}, another rubric</translation>
    </message>
    <message>
      <source> · lần trước {total} điểm{stars}, {count} tiêu chí khác lần trước</source>
      <translation> · before {total} points{stars}, {count} criteria differ</translation>
    </message>
  </context>
  <context>
    <name>BeforeCard</name>
    <message>
      <source>Dòng {row}, mới: {names}</source>
      <translation>Row {row}, new: {names}</translation>
    </message>
    <message>
      <source>Dòng {row}: {name}</source>
      <translation>Row {row}: {name}</translation>
    </message>
    <message>
      <source>Phải thể hiện: {words}.</source>
      <translation>It must show: {words}.</translation>
    </message>
    <message>
      <source>So với hồ sơ trước</source>
      <translation>Against the dossier before</translation>
    </message>
    <message>
      <source>{same} giấy dùng lại, {new} giấy mới, {left} giấy không mang theo.</source>
      <translation>{same} papers used again, {new} new, {left} left behind.</translation>
    </message>
  </context>
  <context>
    <name>BehindView</name>
    <message>
      <source>Bản ghi đứng sau số này</source>
      <translation>Records behind this figure</translation>
    </message>
    <message>
      <source>Chi tiết</source>
      <translation>Detail</translation>
    </message>
    <message>
      <source>Kế hoạch {planned}, thực hiện {actual}, đạt {reached}</source>
      <translation>Planned {planned}, actual {actual}, reached {reached}</translation>
    </message>
    <message>
      <source>Lúc chốt là {count}.</source>
      <translation>When sealed it was {count}.</translation>
    </message>
    <message>
      <source>Số trong báo cáo là {count}.</source>
      <translation>The report says {count}.</translation>
    </message>
    <message>
      <source>Số tự ghi: không có bản ghi nào đứng sau.</source>
      <translation>A typed figure: no record stands behind it.</translation>
    </message>
    <message>
      <source>Sửa chỉ tiêu  F2</source>
      <translation>Change target  F2</translation>
    </message>
    <message>
      <source>Tên</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Xã</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>{count} bản ghi.</source>
      <translation>{count} records.</translation>
    </message>
    <message>
      <source>‹ Chỉ tiêu</source>
      <translation>‹ Targets</translation>
    </message>
    <message>
      <source>‹ Số liệu</source>
      <translation>‹ Figures</translation>
    </message>
  </context>
  <context>
    <name>BesideView</name>
    <message>
      <source>Bộ sản phẩm</source>
      <translation>Product set</translation>
    </message>
    <message>
      <source>Công nhận</source>
      <translation>Recognition</translation>
    </message>
    <message>
      <source>Hết hạn</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>Hội đồng</source>
      <translation>Council</translation>
    </message>
    <message>
      <source>Mỗi hồ sơ theo quy định của thời kỳ mình: điểm và hạng không so sánh ngang được.</source>
      <translation>Each dossier under the law of its time: points and ranks cannot be compared across.</translation>
    </message>
    <message>
      <source>Nhận hồ sơ</source>
      <translation>Dossier received</translation>
    </message>
    <message>
      <source>Năm {year}, {kind}</source>
      <translation>{year}, {kind}</translation>
    </message>
    <message>
      <source>Phần {code}</source>
      <translation>Part {code}</translation>
    </message>
    <message>
      <source>Quyết định</source>
      <translation>Decision</translation>
    </message>
    <message>
      <source>Tự chấm</source>
      <translation>Own score</translation>
    </message>
    <message>
      <source>chưa ghi</source>
      <translation>not recorded</translation>
    </message>
    <message>
      <source>hiệu lực {first} đến {last}</source>
      <translation>in force {first} to {last}</translation>
    </message>
    <message>
      <source>không có bảng điểm</source>
      <translation>no rubric</translation>
    </message>
    <message>
      <source>nay</source>
      <translation>today</translation>
    </message>
    <message>
      <source>{count} sao do</source>
      <translation>{count} stars by</translation>
    </message>
    <message>
      <source>‹ Lịch sử sản phẩm</source>
      <translation>‹ Product history</translation>
    </message>
  </context>
  <context>
    <name>CalendarPage</name>
    <message>
      <source> (cần kiểm tra)</source>
      <translation> (to be checked)</translation>
    </message>
    <message>
      <source>Hôm nay</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Không có hạn nào trong 60 ngày tới.</source>
      <translation>No legal day in the next 60 days.</translation>
    </message>
    <message>
      <source>Không có hạn theo luật.</source>
      <translation>No legal day.</translation>
    </message>
    <message>
      <source>Ngày nghỉ năm {year} chưa có đủ thông báo, cần kiểm tra</source>
      <translation>Days off of {year} are not all announced, to be checked</translation>
    </message>
    <message>
      <source>Ngày nghỉ năm {year} cần kiểm tra</source>
      <translation>Days off of {year} to be checked</translation>
    </message>
    <message>
      <source>Quá hạn và sắp đến hạn</source>
      <translation>Overdue and coming</translation>
    </message>
    <message>
      <source>Sắp đến hạn</source>
      <translation>Coming up</translation>
    </message>
    <message>
      <source>Tháng sau (Page Down)</source>
      <translation>Next month (Page Down)</translation>
    </message>
    <message>
      <source>Tháng trước (Page Up)</source>
      <translation>Previous month (Page Up)</translation>
    </message>
    <message>
      <source>Tháng {month} năm {year}</source>
      <translation>{month}/{year}</translation>
    </message>
    <message>
      <source>làm bù: {name}</source>
      <translation>worked: {name}</translation>
    </message>
    <message>
      <source>nghỉ: {name}</source>
      <translation>off: {name}</translation>
    </message>
  </context>
  <context>
    <name>ChangesView</name>
    <message>
      <source>Chép danh sách</source>
      <translation>Copy the list</translation>
    </message>
    <message>
      <source>Danh sách thay đổi theo thời gian</source>
      <translation>Changes of the list over time</translation>
    </message>
    <message>
      <source>Giảm hạng</source>
      <translation>Lowered</translation>
    </message>
    <message>
      <source>Ra: hết hiệu lực</source>
      <translation>Out: expired</translation>
    </message>
    <message>
      <source>Ra: thu hồi</source>
      <translation>Out: withdrawn</translation>
    </message>
    <message>
      <source>Sau</source>
      <translation>After</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Product</translation>
    </message>
    <message>
      <source>Thay đổi</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Thêm vào</source>
      <translation>Added</translation>
    </message>
    <message>
      <source>Trước</source>
      <translation>Before</translation>
    </message>
    <message>
      <source>Tăng hạng</source>
      <translation>Raised</translation>
    </message>
    <message>
      <source>Từ hết ngày</source>
      <translation>From the end of</translation>
    </message>
    <message>
      <source>Xem thay đổi</source>
      <translation>Show changes</translation>
    </message>
    <message>
      <source>Xã</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>{came} sản phẩm vào danh sách, {left} ra, {moved} đổi hạng.</source>
      <translation>{came} products came in, {left} left, {moved} changed stars.</translation>
    </message>
    <message>
      <source>đến hết ngày</source>
      <translation>to the end of</translation>
    </message>
    <message>
      <source>‹ Danh sách</source>
      <translation>‹ List</translation>
    </message>
  </context>
  <context>
    <name>ChartCard</name>
    <message>
      <source>Chép số liệu</source>
      <translation>Copy the numbers</translation>
    </message>
    <message>
      <source>Chép số liệu: {title}</source>
      <translation>Copy the numbers: {title}</translation>
    </message>
  </context>
  <context>
    <name>CloneDialog</name>
    <message>
      <source>Có giá trị đến hết ngày: {name}</source>
      <translation>Valid through: {name}</translation>
    </message>
    <message>
      <source>Dòng {row}</source>
      <translation>Row {row}</translation>
    </message>
    <message>
      <source>Hồ sơ trước không có tệp minh chứng.</source>
      <translation>The dossier before has no evidence files.</translation>
    </message>
    <message>
      <source>Hồ sơ trước theo {document}: bộ tiêu chí khác nên phải chấm lại.</source>
      <translation>The dossier before stands under {document}: another rubric, so it is answered anew.</translation>
    </message>
    <message>
      <source>Khác</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Loại hồ sơ</source>
      <translation>Kind of dossier</translation>
    </message>
    <message>
      <source>Lập hồ sơ</source>
      <translation>Make the dossier</translation>
    </message>
    <message>
      <source>Lập hồ sơ tiếp theo</source>
      <translation>The product's next dossier</translation>
    </message>
    <message>
      <source>Mang theo thông tin chủ thể, sản phẩm, lời khai của chủ thể. Đánh giá của xã viết mới.</source>
      <translation>Producer, product and the producer's words come along. The commune's assessment is written anew.</translation>
    </message>
    <message>
      <source>Minh chứng của hồ sơ trước</source>
      <translation>Evidence of the dossier before</translation>
    </message>
    <message>
      <source>Ngày nhận</source>
      <translation>Received on</translation>
    </message>
    <message>
      <source>Nâng hạng</source>
      <translation>Upgrade</translation>
    </message>
    <message>
      <source>Phân hạng lại</source>
      <translation>Re-assessment</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>hạn, trống là không thời hạn</source>
      <translation>valid through, empty: no end</translation>
    </message>
    <message>
      <source>{count} tiêu chí tự chấm được mang theo để sửa.</source>
      <translation>{count} answers of the self-assessment come along to be edited.</translation>
    </message>
  </context>
  <context>
    <name>ColumnsPage</name>
    <message>
      <source>(không nhập)</source>
      <translation>(not imported)</translation>
    </message>
    <message>
      <source>(không tên)</source>
      <translation>(no name)</translation>
    </message>
    <message>
      <source>Cột trong tệp</source>
      <translation>Column of the file</translation>
    </message>
    <message>
      <source>Là</source>
      <translation>Is</translation>
    </message>
    <message>
      <source>Vài ô đầu</source>
      <translation>First cells</translation>
    </message>
  </context>
  <context>
    <name>ComboEditor</name>
    <message>
      <source>Chọn…</source>
      <translation>Choose…</translation>
    </message>
  </context>
  <context>
    <name>CommuneFigures</name>
    <message>
      <source>Chỉ tiêu</source>
      <translation>Figure</translation>
    </message>
    <message>
      <source>Kỳ: xã báo</source>
      <translation>Period: told</translation>
    </message>
    <message>
      <source>lệch</source>
      <translation>differs</translation>
    </message>
    <message>
      <source>tại đây</source>
      <translation>here</translation>
    </message>
    <message>
      <source>Đến kỳ: xã báo</source>
      <translation>To date: told</translation>
    </message>
    <message>
      <source>‹ Các xã</source>
      <translation>‹ Communes</translation>
    </message>
  </context>
  <context>
    <name>CommuneTable</name>
    <message>
      <source>Chờ nhận</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Liên lạc cuối</source>
      <translation>Last contact</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Trả lại</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>Xã, phường</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>Đang xét</source>
      <translation>In council</translation>
    </message>
    <message>
      <source>Ở xã</source>
      <translation>At commune</translation>
    </message>
  </context>
  <context>
    <name>CommunesView</name>
    <message>
      <source>Báo cáo</source>
      <translation>Report</translation>
    </message>
    <message>
      <source>Chưa lần nào</source>
      <translation>Never</translation>
    </message>
    <message>
      <source>Chủ thể</source>
      <translation>Producers</translation>
    </message>
    <message>
      <source>Các xã trong kỳ báo cáo</source>
      <translation>Communes of the period</translation>
    </message>
    <message>
      <source>Các xã: {period}</source>
      <translation>Communes: {period}</translation>
    </message>
    <message>
      <source>Gặp tỉnh lần cuối</source>
      <translation>Last at the province</translation>
    </message>
    <message>
      <source>HS gửi</source>
      <translation>Sent</translation>
    </message>
    <message>
      <source>HS nhận</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Khớp</source>
      <translation>Agrees</translation>
    </message>
    <message>
      <source>Lệch {count} số</source>
      <translation>{count} differ</translation>
    </message>
    <message>
      <source>Sai mã kiểm tra</source>
      <translation>Wrong check code</translation>
    </message>
    <message>
      <source>So với tại đây</source>
      <translation>Beside here</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Products</translation>
    </message>
    <message>
      <source>Tính theo đơn vị</source>
      <translation>By unit</translation>
    </message>
    <message>
      <source>Xã</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>hôm nay</source>
      <translation>today</translation>
    </message>
    <message>
      <source>im lặng {count} ngày</source>
      <translation>silent for {count} days</translation>
    </message>
    <message>
      <source>{count} ngày trước</source>
      <translation>{count} days ago</translation>
    </message>
    <message>
      <source>{sent}/{count} xã đã gửi, {late} xã trễ. Số của xã chưa gửi lấy từ bản ghi tại đây.</source>
      <translation>{sent}/{count} communes have sent, {late} are late. Figures of those that have not come from the records here.</translation>
    </message>
    <message>
      <source>Đơn vị hiện nay</source>
      <translation>Unit of today</translation>
    </message>
    <message>
      <source>Đơn vị lúc lập</source>
      <translation>Unit when made</translation>
    </message>
    <message>
      <source>‹ Báo cáo</source>
      <translation>‹ Report</translation>
    </message>
  </context>
  <context>
    <name>ComponentsTab</name>
    <message>
      <source>Bộ hồ sơ và sản phẩm mẫu</source>
      <translation>Sets of papers and samples</translation>
    </message>
    <message>
      <source>Chọn tệp minh chứng</source>
      <translation>Choose evidence files</translation>
    </message>
    <message>
      <source>Cả hồ sơ: {files} tệp, {pages} trang, {size}, vượt {most}, {most_pages} trang ({told}). Vẫn gửi được nhưng lâu; hãy nén bản quét.</source>
      <translation>Whole dossier: {files} files, {pages} pages, {size}, over {most}, {most_pages} pages ({told}). It can be sent but takes long; make the scans lighter.</translation>
    </message>
    <message>
      <source>Cả hồ sơ: {files} tệp, {pages} trang, {size}. Nên trong {most}, {most_pages} trang ({told}).</source>
      <translation>Whole dossier: {files} files, {pages} pages, {size}. Keep within {most}, {most_pages} pages ({told}).</translation>
    </message>
    <message>
      <source>Kéo tệp thả vào dòng, hoặc chọn dòng rồi Ctrl V để dán ảnh, tệp. Phím 1 có, 2 thiếu, 3 không áp dụng, + thêm tệp, Enter dòng tiếp theo.</source>
      <translation>Drop files on a row, or choose a row and press Ctrl V to paste a picture or files. Keys: 1 have, 2 missing, 3 not applicable, + add a file, Enter next row.</translation>
    </message>
    <message>
      <source>Minh chứng kèm báo cáo tự đánh giá</source>
      <translation>Evidence that goes with the self-assessment</translation>
    </message>
    <message>
      <source>Sang bước 3, Đánh giá của xã ›</source>
      <translation>To step 3, Assessment of the commune ›</translation>
    </message>
    <message>
      <source>Thành phần hồ sơ</source>
      <translation>Components of the dossier</translation>
    </message>
    <message>
      <source>mức của chương trình, tỉnh chưa đặt</source>
      <translation>the program's own, the province set none</translation>
    </message>
    <message>
      <source>mức tỉnh đặt</source>
      <translation>set by the province</translation>
    </message>
    <message>
      <source>Đang nén {name}</source>
      <translation>Making {name} lighter</translation>
    </message>
    <message>
      <source>Đang thêm {name}</source>
      <translation>Adding {name}</translation>
    </message>
    <message>
      <source>Đã thêm tệp vào dòng {row}.</source>
      <translation>The file was added to row {row}.</translation>
    </message>
    <message>
      <source>Ảnh dán {moment}.png</source>
      <translation>Pasted picture {moment}.png</translation>
    </message>
    <message>
      <source>“{name}” không phải loại tệp như tên ghi: đã lưu là “{kept}” theo đúng nội dung.</source>
      <translation>“{name}” is not the kind of file its name says: kept as “{kept}”, after its content.</translation>
    </message>
  </context>
  <context>
    <name>ConditionsPage</name>
    <message>
      <source>Chỉ đánh dấu khi đã có căn cứ. Đánh dấu một điều kiện thì không ước tính hạng sao.</source>
      <translation>Tick only with grounds. With a condition ticked, no star is estimated.</translation>
    </message>
    <message>
      <source>Tiêu chí {no}: {words}</source>
      <translation>Criterion {no}: {words}</translation>
    </message>
    <message>
      <source>Điều kiện loại hồ sơ</source>
      <translation>Rejection conditions</translation>
    </message>
  </context>
  <context>
    <name>ConflictCard</name>
    <message>
      <source>Ghi nhận lựa chọn</source>
      <translation>Record the choice</translation>
    </message>
    <message>
      <source>Giữ thêm phần vừa gõ ở: {fields}.</source>
      <translation>Also kept, as just typed: {fields}.</translation>
    </message>
    <message>
      <source>Hồ sơ chưa chốt, chưa gửi tỉnh được đến khi chọn xong.</source>
      <translation>The dossier cannot be sealed or sent to the province until this is decided.</translation>
    </message>
    <message>
      <source>Lý do chọn</source>
      <translation>Reason for the choice</translation>
    </message>
    <message>
      <source>Ví dụ: đã đối chiếu với bảng lương</source>
      <translation>For example: checked against the payroll</translation>
    </message>
    <message>
      <source>máy này</source>
      <translation>this PC</translation>
    </message>
    <message>
      <source>{count} mục khác nhau</source>
      <translation>{count} fields differ</translation>
    </message>
  </context>
  <context>
    <name>ConflictPanel</name>
    <message>
      <source>Gỡ nhiều nội dung cùng lúc</source>
      <translation>Many removals at once</translation>
    </message>
    <message>
      <source>Không, giữ lại</source>
      <translation>No, keep them</translation>
    </message>
    <message>
      <source>Tỉnh chưa nhận</source>
      <translation>Not taken by the province</translation>
    </message>
    <message>
      <source>{count} nội dung đang chờ gỡ ở tỉnh. Chưa gỡ gì cho đến khi có người xác nhận.</source>
      <translation>{count} items wait to be removed at the province. Nothing is removed until somebody confirms.</translation>
    </message>
    <message>
      <source>Đã ghi lựa chọn. Lần đồng bộ tới sẽ báo cho tỉnh và máy kia.</source>
      <translation>The choice is recorded. The next synchronisation tells the province and the other PC.</translation>
    </message>
    <message>
      <source>Đúng, gỡ ở tỉnh</source>
      <translation>Yes, remove them at the province</translation>
    </message>
  </context>
  <context>
    <name>CouncilsPage</name>
    <message>
      <source>Chưa có hội đồng nào. Lập hội đồng, ghi thành viên, rồi mở phiên họp.</source>
      <translation>There is no council yet. Set one up, enter its members, then open a session.</translation>
    </message>
    <message>
      <source>Hội đồng</source>
      <translation>Council</translation>
    </message>
    <message>
      <source>Lập hội đồng</source>
      <translation>Set up a council</translation>
    </message>
    <message>
      <source>Mở phiên họp</source>
      <translation>Open a session</translation>
    </message>
    <message>
      <source>Nhập kép: mỗi phiếu nhập hai lần độc lập rồi so.</source>
      <translation>Double entry: each sheet is entered twice, independently, and compared.</translation>
    </message>
    <message>
      <source>Sửa quy tắc</source>
      <translation>Change rules</translation>
    </message>
    <message>
      <source>Thêm thành viên</source>
      <translation>Add a member</translation>
    </message>
    <message>
      <source>Xã không lập hội đồng: cấp công nhận lập và ghi kết quả, xã nhận về khi đồng bộ.</source>
      <translation>A commune has no council: the recognising level sets it up and records results; the commune receives them when it synchronises.</translation>
    </message>
    <message>
      <source>không chấm</source>
      <translation>does not score</translation>
    </message>
    <message>
      <source>{count} hồ sơ</source>
      <translation>{count} dossiers</translation>
    </message>
  </context>
  <context>
    <name>CriterionView</name>
    <message>
      <source>Bản in: {words}</source>
      <translation>As printed: {words}</translation>
    </message>
    <message>
      <source>Có</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>Không</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Lần trước: {points} điểm, {words}</source>
      <translation>Before: {points} points, {words}</translation>
    </message>
    <message>
      <source>Minh chứng {row}: {files}</source>
      <translation>Evidence {row}: {files}</translation>
    </message>
    <message>
      <source>Tiêu chí có dấu {star} sao; bản in không ghi mức.</source>
      <translation>This criterion bears a {star}-star mark; the print names no level.</translation>
    </message>
    <message>
      <source>chưa chấm</source>
      <translation>not scored yet</translation>
    </message>
    <message>
      <source>chưa có tệp</source>
      <translation>no file yet</translation>
    </message>
    <message>
      <source>không áp dụng</source>
      <translation>not applicable</translation>
    </message>
    <message>
      <source>mốc {star} sao</source>
      <translation>{star}-star mark</translation>
    </message>
    <message>
      <source>tối đa {points} điểm</source>
      <translation>{points} points at most</translation>
    </message>
    <message>
      <source>{count} tệp</source>
      <translation>{count} files</translation>
    </message>
    <message>
      <source>{points} điểm: {words}</source>
      <translation>{points} points: {words}</translation>
    </message>
    <message>
      <source>{words}. Phím 0: không áp dụng.</source>
      <translation>{words}. Key 0: not applicable.</translation>
    </message>
  </context>
  <context>
    <name>DailyCopies</name>
    <message>
      <source>Chưa sao lưu được: {why}</source>
      <translation>No backup yet: {why}</translation>
    </message>
    <message>
      <source>Đã sao lưu hôm nay.</source>
      <translation>Backed up today.</translation>
    </message>
  </context>
  <context>
    <name>DeskCard</name>
    <message>
      <source>Chuyển lên tỉnh</source>
      <translation>Pass on to the province</translation>
    </message>
    <message>
      <source>Cả hồ sơ</source>
      <translation>The whole dossier</translation>
    </message>
    <message>
      <source>Ghi</source>
      <translation>Write</translation>
    </message>
    <message>
      <source>Ghi ý kiến</source>
      <translation>Write a remark</translation>
    </message>
    <message>
      <source>Ghi ý kiến  Ctrl M</source>
      <translation>Write a remark  Ctrl M</translation>
    </message>
    <message>
      <source>Hồ sơ của {unit}, đang do xã xử lý nên chỉ xem.</source>
      <translation>Dossier of {unit}, with the commune now: read-only.</translation>
    </message>
    <message>
      <source>Hồ sơ của {unit}, đang {holder}. Cơ quan này chỉ xem.</source>
      <translation>Dossier of {unit}, now {holder}. This office only reads it.</translation>
    </message>
    <message>
      <source>Hồ sơ của {unit}, đang {holder}. Cơ quan này xem, góp ý và trả lại được.</source>
      <translation>Dossier of {unit}, now {holder}. This office may read, remark and return it.</translation>
    </message>
    <message>
      <source>Hồ sơ của {unit}, đang {holder}. Đặt con trỏ vào mục cần góp ý rồi bấm Ctrl M.</source>
      <translation>Dossier of {unit}, now {holder}. Put the cursor into a field and press Ctrl M to remark.</translation>
    </message>
    <message>
      <source>Tiếp nhận để xét</source>
      <translation>Take up for assessment</translation>
    </message>
    <message>
      <source>Trả hồ sơ về xã với {count} ý kiến? Từ lúc này xã sửa, cơ quan này chỉ xem.</source>
      <translation>Return the dossier with {count} remarks? From then on the commune works on it and this office only reads.</translation>
    </message>
    <message>
      <source>Trả lại</source>
      <translation>Return</translation>
    </message>
    <message>
      <source>Trả lại xã</source>
      <translation>Return to commune</translation>
    </message>
    <message>
      <source>Trả lại xã ({count} ý kiến)</source>
      <translation>Return to commune ({count} remarks)</translation>
    </message>
    <message>
      <source>Về “{about}”. Xã đọc được khi hồ sơ được trả lại.</source>
      <translation>About “{about}”. The commune reads it when the dossier is returned.</translation>
    </message>
    <message>
      <source>{unit}, nay là {now}</source>
      <translation>{unit}, today {now}</translation>
    </message>
    <message>
      <source>Đang ghi: {text}. Ý kiến mới thay ý kiến này.</source>
      <translation>Written so far: {text}. A new remark takes its place.</translation>
    </message>
    <message>
      <source>Đã ghi. Xã biết khi hai máy đồng bộ.</source>
      <translation>Done. The commune learns of it when both PCs have synchronised.</translation>
    </message>
  </context>
  <context>
    <name>DossierActs</name>
    <message>
      <source>Chờ bổ sung</source>
      <translation>Waiting for papers</translation>
    </message>
    <message>
      <source>Chủ thể cần bổ sung gì? Lý do được ghi vào lịch sử; hạn theo luật vẫn tính.</source>
      <translation>What does the producer have to bring? The reason goes into the history; the legal deadline goes on.</translation>
    </message>
    <message>
      <source>Mở lại</source>
      <translation>Open again</translation>
    </message>
    <message>
      <source>Mở lại để sửa</source>
      <translation>Open again to change</translation>
    </message>
    <message>
      <source>Rút hồ sơ</source>
      <translation>Withdraw dossier</translation>
    </message>
    <message>
      <source>Vì sao mở lại? Bản đã chốt được giữ nguyên; lần chốt sau có số lần mới.</source>
      <translation>Why is it opened again? The sealed version is kept; the next seal gets a new number.</translation>
    </message>
    <message>
      <source>Vì sao rút hồ sơ? Hồ sơ đã rút chỉ còn để xem, không mở lại được; chủ thể nộp lại thì nhận hồ sơ mới.</source>
      <translation>Why is the dossier withdrawn? It can then only be read and not be opened again; if the producer files again, receive a new dossier.</translation>
    </message>
  </context>
  <context>
    <name>DossierHead</name>
    <message>
      <source> đến {day}</source>
      <translation> to {day}</translation>
    </message>
    <message>
      <source>(chưa có tên sản phẩm)</source>
      <translation>(no product name yet)</translation>
    </message>
    <message>
      <source>; đã chờ trước đó {spans}</source>
      <translation>; waited before {spans}</translation>
    </message>
    <message>
      <source>Chờ bổ sung…</source>
      <translation>Waiting for papers…</translation>
    </message>
    <message>
      <source>Chờ chủ thể bổ sung từ {day}: {reason}. Hạn theo luật vẫn tính</source>
      <translation>Waiting for the producer since {day}: {reason}. The legal time still runs</translation>
    </message>
    <message>
      <source>Hồ sơ nhận theo {document}; Mẫu số 03 chỉ có từ Quyết định 26/2026/QĐ-TTg.</source>
      <translation>Received under {document}; Form 03 exists only since Quyết định 26/2026/QĐ-TTg.</translation>
    </message>
    <message>
      <source>Hồ sơ này vừa được sửa ở máy khác. Những gì bạn đang gõ vẫn giữ nguyên.</source>
      <translation>This dossier was just changed on another PC. What you are typing is kept.</translation>
    </message>
    <message>
      <source>Hồ sơ đã chốt nên chỉ đọc. In và ký ở bước 4, gửi tỉnh ở bước 5; muốn sửa thì mở lại.</source>
      <translation>The report is sealed, so the dossier can only be read. Print and sign in step 4, send in step 5; open it again to change it.</translation>
    </message>
    <message>
      <source>Hồ sơ đã gửi tỉnh nên chỉ đọc. Cần sửa thì đề nghị tỉnh trả lại.</source>
      <translation>The dossier was sent to the province, so it can only be read. To change it, ask the province to return it.</translation>
    </message>
    <message>
      <source>Hồ sơ đã rút nên chỉ đọc.</source>
      <translation>The dossier was withdrawn, so it can only be read.</translation>
    </message>
    <message>
      <source>Hồ sơ đã được tiếp nhận để xét nên chỉ đọc. Kết quả hoặc ý kiến sẽ về khi đồng bộ.</source>
      <translation>The dossier was taken up for assessment and is read-only. The result or remarks come with synchronisation.</translation>
    </message>
    <message>
      <source>Lịch sử sản phẩm</source>
      <translation>History of the product</translation>
    </message>
    <message>
      <source>Mở lại để sửa…</source>
      <translation>Open again to change…</translation>
    </message>
    <message>
      <source>Ngày nhận này thuộc {document}. Mở lại hồ sơ để làm theo quy định đó.</source>
      <translation>This day of reception comes under {document}. Open the dossier again to work under it.</translation>
    </message>
    <message>
      <source>QĐ {number}</source>
      <translation>Decision {number}</translation>
    </message>
    <message>
      <source>Rút hồ sơ…</source>
      <translation>Withdraw dossier…</translation>
    </message>
    <message>
      <source>Tiếp tục xử lý</source>
      <translation>Go on with it</translation>
    </message>
    <message>
      <source>Tỉnh trả lại hồ sơ. Mở lại để sửa theo ý kiến, rồi chốt và gửi lần mới.</source>
      <translation>The province returned the dossier. Open it again, follow the remarks, then seal and send it anew.</translation>
    </message>
    <message>
      <source>Xem bản mới</source>
      <translation>See the new version</translation>
    </message>
    <message>
      <source>bộ {no} {name}</source>
      <translation>set {no} {name}</translation>
    </message>
    <message>
      <source>hạn {weekday} {day}</source>
      <translation>due {weekday} {day}</translation>
    </message>
    <message>
      <source>nhận {day}</source>
      <translation>received {day}</translation>
    </message>
    <message>
      <source>Đang chờ chủ thể bổ sung. Vẫn sửa được; hạn theo luật vẫn tính.</source>
      <translation>Waiting for the producer's papers. It can still be changed; the legal deadline goes on.</translation>
    </message>
  </context>
  <context>
    <name>DossierList</name>
    <message>
      <source>Bộ sản phẩm</source>
      <translation>Product set</translation>
    </message>
    <message>
      <source>Chưa có hồ sơ nào</source>
      <translation>No dossiers yet</translation>
    </message>
    <message>
      <source>Chờ bổ sung</source>
      <translation>Waiting for papers</translation>
    </message>
    <message>
      <source>Chờ ký</source>
      <translation>To be signed</translation>
    </message>
    <message>
      <source>Chờ tiếp nhận</source>
      <translation>To take up</translation>
    </message>
    <message>
      <source>Các hồ sơ khác vẫn còn trong danh sách.</source>
      <translation>The other dossiers are still in the list.</translation>
    </message>
    <message>
      <source>Còn thiếu</source>
      <translation>Missing</translation>
    </message>
    <message>
      <source>Của tôi</source>
      <translation>Mine</translation>
    </message>
    <message>
      <source>Gõ để lọc, không cần dấu</source>
      <translation>Type to filter, accents are not needed</translation>
    </message>
    <message>
      <source>Hạn</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Khi chủ thể nộp hồ sơ, bấm Nhận hồ sơ. Hạn 15 ngày làm việc được tính ngay.</source>
      <translation>When a producer hands in a dossier, press Receive a dossier. The 15 working days begin at once.</translation>
    </message>
    <message>
      <source>Không có hồ sơ nào khớp “{words}”</source>
      <translation>No dossier matches “{words}”</translation>
    </message>
    <message>
      <source>Không có hồ sơ nào ở mục này</source>
      <translation>No dossiers here</translation>
    </message>
    <message>
      <source>Nhận hồ sơ</source>
      <translation>Receive a dossier</translation>
    </message>
    <message>
      <source>Nhận hồ sơ  Ctrl N</source>
      <translation>Receive a dossier  Ctrl N</translation>
    </message>
    <message>
      <source>Nhận hồ sơ đầu tiên  Ctrl N</source>
      <translation>Receive the first dossier  Ctrl N</translation>
    </message>
    <message>
      <source>Nhập từ Excel</source>
      <translation>Import from Excel</translation>
    </message>
    <message>
      <source>Sản phẩm, chủ thể</source>
      <translation>Product, producer</translation>
    </message>
    <message>
      <source>Sắp đến hạn</source>
      <translation>Due soon</translation>
    </message>
    <message>
      <source>Thử gõ ít chữ hơn, hoặc bấm Esc để xem lại tất cả.</source>
      <translation>Try fewer letters, or press Esc to see all again.</translation>
    </message>
    <message>
      <source>Trạng thái</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Tất cả</source>
      <translation>All</translation>
    </message>
    <message>
      <source>Tỉnh trả lại</source>
      <translation>Returned by the province</translation>
    </message>
    <message>
      <source>Xem tất cả</source>
      <translation>See all</translation>
    </message>
    <message>
      <source>Xã quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Xã, phường</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>{shown} trên {all} · gõ để lọc, không cần dấu · Enter mở · Ctrl P in · Shift và mũi tên chọn nhiều</source>
      <translation>{shown} of {all} · type to filter, accents not needed · Enter opens · Ctrl P prints · Shift and arrows choose several</translation>
    </message>
    <message>
      <source>Đang xét</source>
      <translation>In council</translation>
    </message>
    <message>
      <source>Đã gửi tỉnh</source>
      <translation>Sent to the province</translation>
    </message>
    <message>
      <source>Ở tỉnh</source>
      <translation>At the province</translation>
    </message>
  </context>
  <context>
    <name>DossierPage</name>
    <message>
      <source>1 Đăng ký</source>
      <translation>1 Registration</translation>
    </message>
    <message>
      <source>2 Thành phần</source>
      <translation>2 Components</translation>
    </message>
    <message>
      <source>3 Đánh giá của xã</source>
      <translation>3 Assessment of the commune</translation>
    </message>
    <message>
      <source>4 In và ký</source>
      <translation>4 Print and sign</translation>
    </message>
    <message>
      <source>5 Gửi tỉnh</source>
      <translation>5 Send to the province</translation>
    </message>
    <message>
      <source>Chưa có nguồn xác nhận {document} giao UBND cấp xã đánh giá nội dung nào của hồ sơ.</source>
      <translation>No source confirms that {document} gives the commune People's Committee any matter to assess.</translation>
    </message>
    <message>
      <source>Chọn một hồ sơ trong danh sách, hoặc bấm Ctrl N để nhận hồ sơ mới.</source>
      <translation>Choose a dossier in the list, or press Ctrl N to receive a new one.</translation>
    </message>
    <message>
      <source>Lịch sử</source>
      <translation>History</translation>
    </message>
    <message>
      <source>thiếu {count}</source>
      <translation>{count} missing</translation>
    </message>
    <message>
      <source>Điểm tự chấm</source>
      <translation>Self-assessment</translation>
    </message>
    <message>
      <source>Đã nhận hồ sơ. Hạn 15 ngày làm việc đang tính.</source>
      <translation>The dossier is received. The 15 working days are counted.</translation>
    </message>
  </context>
  <context>
    <name>DuplicatesPage</name>
    <message>
      <source>Chủ thể</source>
      <translation>Producer</translation>
    </message>
    <message>
      <source>Có sau</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>Có thể là một</source>
      <translation>May be one</translation>
    </message>
    <message>
      <source>Có trước</source>
      <translation>Earlier</translation>
    </message>
    <message>
      <source>Enter gộp: giữ bên trái (có trước), bên phải được đánh dấu và giữ nguyên lịch sử. Gộp rồi vẫn tách lại được.</source>
      <translation>Enter merges: the left one (the earlier) stays, the right one is marked and keeps its history. It can be undone.</translation>
    </message>
    <message>
      <source>Enter tách lại, có ghi lý do.</source>
      <translation>Enter undoes, with a reason.</translation>
    </message>
    <message>
      <source>Giữ bên phải</source>
      <translation>Keep the right one</translation>
    </message>
    <message>
      <source>Gộp</source>
      <translation>Merge</translation>
    </message>
    <message>
      <source>Gộp hai bản ghi</source>
      <translation>Merge two records</translation>
    </message>
    <message>
      <source>Gộp “{lose}” vào “{keep}”. Lý do:</source>
      <translation>Merge “{lose}” into “{keep}”. Reason:</translation>
    </message>
    <message>
      <source>Gộp, giữ bên trái</source>
      <translation>Merge, keep the left one</translation>
    </message>
    <message>
      <source>Loại sản phẩm</source>
      <translation>Kind of product</translation>
    </message>
    <message>
      <source>Là</source>
      <translation>Is</translation>
    </message>
    <message>
      <source>Nhiều chủ thể cùng loại</source>
      <translation>Same kind, many producers</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Product</translation>
    </message>
    <message>
      <source>Số chủ thể</source>
      <translation>Producers</translation>
    </message>
    <message>
      <source>Theo bộ sản phẩm: thực phẩm tươi sống, thực phẩm thô, sơ chế. Là dấu để rà soát, không phải lỗi.</source>
      <translation>By product set: fresh food, raw or little processed food. A mark for the review, no fault.</translation>
    </message>
    <message>
      <source>Trùng lặp</source>
      <translation>Duplicates</translation>
    </message>
    <message>
      <source>Tách lại</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Tách “{gone}” khỏi “{kept}”. Lý do:</source>
      <translation>Part “{gone}” from “{kept}”. Reason:</translation>
    </message>
    <message>
      <source>Tên có thể trùng</source>
      <translation>Names that may be one</translation>
    </message>
    <message>
      <source>Tươi sống, thô</source>
      <translation>Fresh or raw</translation>
    </message>
    <message>
      <source>Từ {count} chủ thể có sản phẩm cùng loại (Quyết định 794/QĐ-UBND của Quảng Nam nêu việc rà soát, không nêu số).</source>
      <translation>From {count} producers with products of one kind (Decision 794/QĐ-UBND of Quảng Nam asks for the review and names no number).</translation>
    </message>
    <message>
      <source>Vào</source>
      <translation>Into</translation>
    </message>
    <message>
      <source>Vì sao</source>
      <translation>Why</translation>
    </message>
    <message>
      <source>Xã, phường</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>giống {count} %</source>
      <translation>{count} % alike</translation>
    </message>
    <message>
      <source>Đang so tên…</source>
      <translation>Comparing names…</translation>
    </message>
    <message>
      <source>Đã gộp</source>
      <translation>Merged</translation>
    </message>
  </context>
  <context>
    <name>Editing</name>
    <message>
      <source>Bỏ dòng</source>
      <translation>Take away</translation>
    </message>
    <message>
      <source>Bỏ dòng đang chọn khỏi kế hoạch?</source>
      <translation>Take the chosen line out of the plan?</translation>
    </message>
    <message>
      <source>Chép việc, chỉ tiêu và kinh phí sang kỳ sau, mọi ngày dời {count} năm? Kết quả không chép theo.</source>
      <translation>Copy work, targets and money to the next period, every day {count} years later? Results are not copied.</translation>
    </message>
    <message>
      <source>Kế hoạch của tỉnh, ở máy này chỉ đọc.</source>
      <translation>The province's plan is only read here.</translation>
    </message>
    <message>
      <source>Lập kỳ sau</source>
      <translation>Make the next period</translation>
    </message>
    <message>
      <source>Đã ghi. Dấu cách lần nữa để mở lại việc.</source>
      <translation>Saved. Space again opens the task again.</translation>
    </message>
  </context>
  <context>
    <name>EvidenceRow</name>
    <message>
      <source>Bản nén: {before} còn {after} ({pages} trang, {dpi} dpi).</source>
      <translation>Lighter copy: {before} to {after} ({pages} pages, {dpi} dpi).</translation>
    </message>
    <message>
      <source>Bỏ</source>
      <translation>Take away</translation>
    </message>
    <message>
      <source>Chọn tệp, kéo thả vào dòng này, hoặc Ctrl V để dán ảnh hay tệp</source>
      <translation>Choose files, drop them on this row, or press Ctrl V to paste a picture or files</translation>
    </message>
    <message>
      <source>Có</source>
      <translation>Have</translation>
    </message>
    <message>
      <source>Dùng bản nén</source>
      <translation>Use the copy</translation>
    </message>
    <message>
      <source>Giữ bản gốc</source>
      <translation>Keep the original</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Không áp dụng</source>
      <translation>Not applicable</translation>
    </message>
    <message>
      <source>Làm một bản nhẹ hơn, 200 dpi màu; bản gốc còn nguyên đến khi chọn bản nén</source>
      <translation>Makes a lighter copy, 200 dpi in colour; the original stays until you take the copy</translation>
    </message>
    <message>
      <source>Mở một bản để xem</source>
      <translation>Open a copy to look at it</translation>
    </message>
    <message>
      <source>Ngày, hạn…</source>
      <translation>Dates…</translation>
    </message>
    <message>
      <source>Nén bản quét…</source>
      <translation>Make the scan lighter…</translation>
    </message>
    <message>
      <source>Thiếu</source>
      <translation>Missing</translation>
    </message>
    <message>
      <source>Thêm tệp…</source>
      <translation>Add a file…</translation>
    </message>
    <message>
      <source>Trong bộ nhớ tạm chưa có ảnh hay tệp. Hãy chép ảnh hoặc tệp rồi dán lại.</source>
      <translation>There is no picture or file in the clipboard. Copy one and paste again.</translation>
    </message>
    <message>
      <source>Tỉnh: {words}</source>
      <translation>Province: {words}</translation>
    </message>
    <message>
      <source>Xem bản nén</source>
      <translation>See the copy</translation>
    </message>
    <message>
      <source>hơn {most} trang một tệp</source>
      <translation>over {most} pages a file</translation>
    </message>
    <message>
      <source>{pages} trang</source>
      <translation>{pages} pages</translation>
    </message>
    <message>
      <source>Đã bỏ “{name}”.</source>
      <translation>“{name}” was taken away.</translation>
    </message>
    <message>
      <source>ở máy này, chưa gửi</source>
      <translation>on this PC, not sent</translation>
    </message>
    <message>
      <source>✓ đã về tỉnh</source>
      <translation>✓ at the province</translation>
    </message>
  </context>
  <context>
    <name>FactsCard</name>
    <message>
      <source>Mốc để đối chiếu</source>
      <translation>Thresholds to compare with</translation>
    </message>
    <message>
      <source>Tiêu chí {no} cần xác minh</source>
      <translation>Criterion {no} to be verified</translation>
    </message>
    <message>
      <source>{source}. Xã không chấm điểm; đây là mốc để đối chiếu.</source>
      <translation>{source}. The commune gives no points; these are thresholds to compare with.</translation>
    </message>
  </context>
  <context>
    <name>FieldBox</name>
    <message>
      <source>Tỉnh: {words}</source>
      <translation>Province: {words}</translation>
    </message>
    <message>
      <source>{label} (bắt buộc)</source>
      <translation>{label} (required)</translation>
    </message>
  </context>
  <context>
    <name>Filters</name>
    <message>
      <source>Mọi xã, phường ({count})</source>
      <translation>All communes ({count})</translation>
    </message>
    <message>
      <source>Xã, phường</source>
      <translation>Commune</translation>
    </message>
  </context>
  <context>
    <name>Finder</name>
    <message>
      <source>Không thấy hồ sơ nào. Hãy thử gõ ít chữ hơn.</source>
      <translation>No dossier found. Try fewer letters.</translation>
    </message>
    <message>
      <source>Tìm hồ sơ</source>
      <translation>Find dossiers</translation>
    </message>
    <message>
      <source>Tìm hồ sơ, sản phẩm, chủ thể… (không cần gõ dấu)</source>
      <translation>Find dossiers, products, producers… (no accents needed)</translation>
    </message>
    <message>
      <source>{shown} trên {total} · Enter mở · Esc đóng</source>
      <translation>{shown} of {total} · Enter opens · Esc closes</translation>
    </message>
  </context>
  <context>
    <name>FirstRun</name>
    <message>
      <source>Ai làm việc ở đây?</source>
      <translation>Who works here?</translation>
    </message>
    <message>
      <source>Bước {step} trên 3</source>
      <translation>Step {step} of 3</translation>
    </message>
    <message>
      <source>Chương trình làm việc được ngay, không cần mạng. Tên đơn vị được in trên mọi báo cáo.</source>
      <translation>The program works at once, without a line. The name of the office is printed on every report.</translation>
    </message>
    <message>
      <source>Chọn tỉnh. Các xã của khu vực đến cùng mã ghi danh do tỉnh cấp, ở trang Đồng bộ.</source>
      <translation>Choose the province. The communes of the area come with the province's enrolment code, on the page Sync.</translation>
    </message>
    <message>
      <source>Chủ tịch</source>
      <translation>Chairperson</translation>
    </message>
    <message>
      <source>Chức vụ</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>Chức vụ người ký</source>
      <translation>Position of the signer</translation>
    </message>
    <message>
      <source>Câu mật khẩu khóa toàn bộ hồ sơ trên máy này. Không ai đọc được nếu thiếu nó, kể cả khi mất máy.</source>
      <translation>The passphrase locks every dossier on this PC. Without it nobody can read them, even if the PC is stolen.</translation>
    </message>
    <message>
      <source>Cấp tỉnh</source>
      <translation>Province</translation>
    </message>
    <message>
      <source>Họ tên cán bộ</source>
      <translation>Name of the officer</translation>
    </message>
    <message>
      <source>Họ tên cán bộ làm việc trên máy này</source>
      <translation>Name of the officer who works on this PC</translation>
    </message>
    <message>
      <source>In khóa khôi phục và cất đi</source>
      <translation>Print the recovery key and put it away</translation>
    </message>
    <message>
      <source>Máy này làm việc cho đơn vị nào?</source>
      <translation>Which office does this PC work for?</translation>
    </message>
    <message>
      <source>Máy này thấy hồ sơ của mọi xã trong tỉnh, sau khi ghi danh ở trang Đồng bộ.</source>
      <translation>This PC sees the dossiers of every commune of the province once it is enrolled on the page Sync.</translation>
    </message>
    <message>
      <source>Người ký văn bản</source>
      <translation>Signer</translation>
    </message>
    <message>
      <source>Người ký văn bản (có thể điền sau)</source>
      <translation>Signer of papers (may be filled in later)</translation>
    </message>
    <message>
      <source>Nếu quên câu mật khẩu, chỉ khóa này mở được hồ sơ. Khóa chỉ hiện một lần, lúc này.</source>
      <translation>If the passphrase is forgotten, only this key opens the dossiers. It is shown once, now.</translation>
    </message>
    <message>
      <source>Phó Chủ tịch</source>
      <translation>Vice Chairperson</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Tiếp tục</source>
      <translation>Continue</translation>
    </message>
    <message>
      <source>Tên tổ khu vực</source>
      <translation>Name of the area</translation>
    </message>
    <message>
      <source>Tên tổ khu vực hoặc huyện cũ, ví dụ: Tổ khu vực Sơn Dương</source>
      <translation>Name of the area or former district, for example: Tổ khu vực Sơn Dương</translation>
    </message>
    <message>
      <source>Tổ khu vực (cấp huyện trước 1/7/2025)</source>
      <translation>Area team (district before 1/7/2025)</translation>
    </message>
    <message>
      <source>Vào làm việc</source>
      <translation>Start working</translation>
    </message>
    <message>
      <source>Xã, phường, đặc khu</source>
      <translation>Commune, ward, special zone</translation>
    </message>
    <message>
      <source>Đang tạo…</source>
      <translation>Being made…</translation>
    </message>
  </context>
  <context>
    <name>HelpPage</name>
    <message>
      <source>Mục lục</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>Trang hướng dẫn</source>
      <translation>Manual</translation>
    </message>
    <message>
      <source>Trợ giúp</source>
      <translation>Help</translation>
    </message>
  </context>
  <context>
    <name>HistoryTab</name>
    <message>
      <source>Chương trình</source>
      <translation>Program</translation>
    </message>
    <message>
      <source>Xem cả {count} dòng</source>
      <translation>Show all {count} lines</translation>
    </message>
  </context>
  <context>
    <name>HolidaySection</name>
    <message>
      <source>Bỏ sửa</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Không tính</source>
      <translation>Does not count</translation>
    </message>
    <message>
      <source>Loại</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Mọi hạn 15 ngày làm việc tính theo bảng này, trên mọi máy của đơn vị sau khi đồng bộ.</source>
      <translation>Every limit of 15 working days is counted by this table, on every PC of the office after a sync.</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Ngày nghỉ riêng theo thông báo</source>
      <translation>Own days off, as announced</translation>
    </message>
    <message>
      <source>Năm {year}</source>
      <translation>Year {year}</translation>
    </message>
    <message>
      <source>Thêm ngày</source>
      <translation>Add day</translation>
    </message>
    <message>
      <source>Tên ngày nghỉ hoặc làm bù</source>
      <translation>Name of the day off or worked</translation>
    </message>
    <message>
      <source>chưa có ngày nào, cần kiểm tra</source>
      <translation>no day yet, to be checked</translation>
    </message>
    <message>
      <source>chưa có thông báo</source>
      <translation>no notice yet</translation>
    </message>
    <message>
      <source>chưa tính</source>
      <translation>not counted</translation>
    </message>
    <message>
      <source>cần kiểm tra</source>
      <translation>to be checked</translation>
    </message>
    <message>
      <source>cần kiểm tra, chưa tính</source>
      <translation>to be checked, not counted</translation>
    </message>
    <message>
      <source>làm bù</source>
      <translation>day made up</translation>
    </message>
    <message>
      <source>nghỉ bù</source>
      <translation>compensation day</translation>
    </message>
    <message>
      <source>nghỉ hoán đổi</source>
      <translation>swapped day off</translation>
    </message>
    <message>
      <source>nghỉ lễ, tết</source>
      <translation>public holiday</translation>
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
    <message>
      <source>{count} ngày cần kiểm tra</source>
      <translation>{count} days to be checked</translation>
    </message>
    <message>
      <source>Đúng, tính</source>
      <translation>Right, counts</translation>
    </message>
    <message>
      <source>đơn vị đã kiểm tra</source>
      <translation>checked by the office</translation>
    </message>
    <message>
      <source>đơn vị: không tính</source>
      <translation>office: does not count</translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message>
      <source>1. Chọn tệp</source>
      <translation>1. Choose the file</translation>
    </message>
    <message>
      <source>2. Cột nào là gì</source>
      <translation>2. Which column is what</translation>
    </message>
    <message>
      <source>3. Kiểm tra rồi nhập</source>
      <translation>3. Check and import</translation>
    </message>
    <message>
      <source>Bảng (*.xlsx *.csv)</source>
      <translation>Tables (*.xlsx *.csv)</translation>
    </message>
    <message>
      <source>Bảng (*{ending})</source>
      <translation>Table (*{ending})</translation>
    </message>
    <message>
      <source>Chưa có gì được ghi cho tới khi bấm Nhập ở bước 3.</source>
      <translation>Nothing is written before Import in step 3.</translation>
    </message>
    <message>
      <source>Chọn danh sách</source>
      <translation>Choose a list</translation>
    </message>
    <message>
      <source>Chọn tệp</source>
      <translation>Choose a file</translation>
    </message>
    <message>
      <source>Các cột lấy như lần trước.</source>
      <translation>The columns are as last time.</translation>
    </message>
    <message>
      <source>Cần biết</source>
      <translation>To know</translation>
    </message>
    <message>
      <source>Danh sách chủ thể</source>
      <translation>Producers</translation>
    </message>
    <message>
      <source>Danh sách gì</source>
      <translation>Which list</translation>
    </message>
    <message>
      <source>Danh sách hồ sơ (mỗi dòng là một hồ sơ đã nhận)</source>
      <translation>A list of dossiers (each row one that was received)</translation>
    </message>
    <message>
      <source>Danh sách sản phẩm (kèm chủ thể, công nhận)</source>
      <translation>Products (with producers, recognitions)</translation>
    </message>
    <message>
      <source>Dòng</source>
      <translation>Row</translation>
    </message>
    <message>
      <source>Dùng danh sách mẫu kèm chương trình</source>
      <translation>Use the sample list of the program</translation>
    </message>
    <message>
      <source>Dừng</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Ghi bản sao</source>
      <translation>Save a copy</translation>
    </message>
    <message>
      <source>Ghi bản sao có kết quả từng dòng</source>
      <translation>Save a copy with the result of each row</translation>
    </message>
    <message>
      <source>Giữ tệp như văn phòng đang dùng: dòng tiêu đề, ô gộp, dòng huyện, xã, dòng cộng đều được hiểu. Công thức lấy giá trị đã lưu; liên kết tới tệp khác không được mở.</source>
      <translation>Keep the file as the office uses it: titles, merged cells, rows of districts, communes and sums are understood. Of a formula its saved value is taken; links to other files are not opened.</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation type="unfinished">Undo</translation>
    </message>
    <message>
      <source>Hoàn tác lần nhập</source>
      <translation>Undo the import</translation>
    </message>
    <message>
      <source>Hoàn tác lần nhập này</source>
      <translation>Undo this import</translation>
    </message>
    <message>
      <source>Kiểm tra</source>
      <translation>Check</translation>
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>Kết quả từng dòng</source>
      <translation>The result of each row</translation>
    </message>
    <message>
      <source>Lần nhập gần nhất: {name}, {day} lúc {time}, {count} bản ghi mới, chưa gửi tỉnh.</source>
      <translation>Last import: {name}, {day} at {time}, {count} new records, not sent to the province yet.</translation>
    </message>
    <message>
      <source>Nhập cả dòng ghi xã, tỉnh khác, về đơn vị của máy này</source>
      <translation>Also rows of other communes and provinces, under this PC's unit</translation>
    </message>
    <message>
      <source>Nhập từ Excel</source>
      <translation>Import from Excel</translation>
    </message>
    <message>
      <source>Nhập {count} dòng</source>
      <translation>Import {count} rows</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>{count} dòng đang ẩn trong tệp cũng được nhập.</source>
      <translation>{count} rows that are hidden in the file are imported too.</translation>
    </message>
    <message>
      <source>{count} hạng sao được giữ kèm sản phẩm, chờ ghi công nhận.</source>
      <translation>The stars of {count} are kept with the product until they are recognised.</translation>
    </message>
    <message>
      <source>{count} hồ sơ được cấp số.</source>
      <translation>{count} dossiers got numbers.</translation>
    </message>
    <message>
      <source>{dossiers} hồ sơ, {producers} chủ thể.</source>
      <translation>{dossiers} dossiers, {producers} producers.</translation>
    </message>
    <message>
      <source>{made} mới, {added} thêm vào, {known} đã có, {refused} chưa nhập, {passed} bỏ qua</source>
      <translation>{made} new, {added} added to, {known} known, {refused} not imported, {passed} passed over</translation>
    </message>
    <message>
      <source>{name}: {count} dòng dưới dòng tiêu đề số {head}.</source>
      <translation>{name}: {count} rows below the heading in row {head}.</translation>
    </message>
    <message>
      <source>{products} sản phẩm, {producers} chủ thể, {recognitions} công nhận.</source>
      <translation>{products} products, {producers} producers, {recognitions} recognitions.</translation>
    </message>
    <message>
      <source>{what}

Mọi chủ thể, sản phẩm, hồ sơ do lần nhập này tạo ra được gỡ cùng một lượt. Nếu đã có ai sửa hay dùng một bản ghi trong đó thì không gỡ gì cả.</source>
      <translation>{what}

Every producer, product and dossier that this import made is taken away as one step. If somebody has changed or used one of them, nothing is.</translation>
    </message>
    <message>
      <source>Đã ghi bản sao. Tệp gốc giữ nguyên.</source>
      <translation>The copy is saved. The file itself is unchanged.</translation>
    </message>
    <message>
      <source>Đã hoàn tác lần nhập.</source>
      <translation>The import was undone.</translation>
    </message>
    <message>
      <source>Đã nhập: {what}</source>
      <translation>Imported: {what}</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>InPlace</name>
    <message>
      <source>Đã hoàn tác số vừa sửa. Ctrl+Y làm lại.</source>
      <translation>The last figure was taken back. Ctrl+Y does it again.</translation>
    </message>
    <message>
      <source>Đã làm lại.</source>
      <translation>Done again.</translation>
    </message>
  </context>
  <context>
    <name>IssueCard</name>
    <message>
      <source>Báo cáo mang số {number}, ngày {day}. Sửa được cả khi đã gửi tỉnh; mỗi lần sửa ghi vào lịch sử.</source>
      <translation>The report bears number {number} of {day}. It can be corrected even after the hand-over; every change stands in the history.</translation>
    </message>
    <message>
      <source>Chưa có số. Bản in để trống chỗ ghi số và ngày.</source>
      <translation>No number yet. The print leaves room for number and day.</translation>
    </message>
    <message>
      <source>Dùng số kế tiếp {number}, ngày {day}</source>
      <translation>Use the next number {number}, day {day}</translation>
    </message>
    <message>
      <source>Ghi số và ngày</source>
      <translation>Enter number and day</translation>
    </message>
    <message>
      <source>Ngày trên báo cáo đã ký</source>
      <translation>Day on the signed report</translation>
    </message>
    <message>
      <source>Số báo cáo</source>
      <translation>Report number</translation>
    </message>
    <message>
      <source>Số và ngày văn thư ghi sau khi ký</source>
      <translation>Number and day, entered by the clerk after signing</translation>
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
    <message>
      <source>Đã ghi số và ngày vào báo cáo và sổ văn bản đi.</source>
      <translation>Number and day are in the report and in the register.</translation>
    </message>
  </context>
  <context>
    <name>LawSection</name>
    <message>
      <source>Biểu mẫu</source>
      <translation>Forms</translation>
    </message>
    <message>
      <source>Bộ tiêu chí</source>
      <translation>Criteria sets</translation>
    </message>
    <message>
      <source>Dữ liệu pháp lý không đúng bản phát hành. Hãy cài lại chương trình trước khi chốt hồ sơ.</source>
      <translation>The legal data is not as released. Install the program again before sealing a dossier.</translation>
    </message>
    <message>
      <source>Dữ liệu pháp lý đầy đủ và đúng như bản phát hành: {count} tệp đã khóa.</source>
      <translation>The legal data is complete and as released: {count} locked files.</translation>
    </message>
    <message>
      <source>In phiếu chấm</source>
      <translation>Print score sheet</translation>
    </message>
    <message>
      <source>Ngày nghỉ</source>
      <translation>Days off</translation>
    </message>
    <message>
      <source>Phân nhóm sản phẩm</source>
      <translation>Classification of products</translation>
    </message>
    <message>
      <source>Quy định theo thời kỳ</source>
      <translation>Rules by period</translation>
    </message>
    <message>
      <source>từ {start}</source>
      <translation>from {start}</translation>
    </message>
    <message>
      <source>{id}, bản {version}</source>
      <translation>{id}, version {version}</translation>
    </message>
    <message>
      <source>{sets} bộ tiêu chí, {forms} biểu mẫu, {communes} xã, phường, đặc khu ở {provinces} tỉnh, thành phố.</source>
      <translation>{sets} criteria sets, {forms} forms, {communes} communes, wards and special zones in {provinces} provinces and cities.</translation>
    </message>
    <message>
      <source>{start} đến {end}</source>
      <translation>{start} to {end}</translation>
    </message>
    <message>
      <source>Đang kiểm tra dữ liệu pháp lý…</source>
      <translation>Checking the legal data…</translation>
    </message>
    <message>
      <source>Đơn vị hành chính</source>
      <translation>Administrative units</translation>
    </message>
  </context>
  <context>
    <name>LeavingCard</name>
    <message>
      <source>Chữ xác nhận</source>
      <translation>Word of confirmation</translation>
    </message>
    <message>
      <source>Máy thôi dùng</source>
      <translation>A PC that leaves service</translation>
    </message>
    <message>
      <source>Mọi hồ sơ, tệp và bản sao trên máy này sẽ mất, không lấy lại được. Bản sao trên USB vẫn còn.</source>
      <translation>Every dossier, file and copy on this PC will be lost and cannot be brought back. Copies on USB sticks stay.</translation>
    </message>
    <message>
      <source>Trước khi chuyển máy đi: giao hồ sơ, đồng bộ, rồi xóa sạch. Khóa bị ghi đè trước, không ai đọc lại được.</source>
      <translation>Before the PC goes elsewhere: hand over the dossiers, synchronise, then wipe. The keys are overwritten first, nobody can read it again.</translation>
    </message>
    <message>
      <source>Vẫn xóa</source>
      <translation>Wipe anyway</translation>
    </message>
    <message>
      <source>Xóa sạch</source>
      <translation>Wipe</translation>
    </message>
    <message>
      <source>Xóa sạch dữ liệu của máy này</source>
      <translation>Wipe this PC's data</translation>
    </message>
    <message>
      <source>Xóa sạch dữ liệu của máy này…</source>
      <translation>Wipe this PC's data…</translation>
    </message>
  </context>
  <context>
    <name>LetterDialog</name>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Ghi vào sổ</source>
      <translation>Enter in the register</translation>
    </message>
    <message>
      <source>Ký hiệu</source>
      <translation>Symbol</translation>
    </message>
    <message>
      <source>Ký nhận</source>
      <translation>Signed for by</translation>
    </message>
    <message>
      <source>Ngày chuyển</source>
      <translation>Sent on</translation>
    </message>
    <message>
      <source>Ngày văn bản</source>
      <translation>Day of the document</translation>
    </message>
    <message>
      <source>Người ký</source>
      <translation>Signer</translation>
    </message>
    <message>
      <source>Nơi nhận</source>
      <translation>Recipients</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Số</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Số lượng bản</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Số và ngày của báo cáo được ghi ở hồ sơ, bước 4.</source>
      <translation>Number and day of a report are entered on its dossier, step 4.</translation>
    </message>
    <message>
      <source>Trích yếu nội dung</source>
      <translation>Summary</translation>
    </message>
    <message>
      <source>Tên loại</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Văn bản đi</source>
      <translation>Outgoing document</translation>
    </message>
    <message>
      <source>Đơn vị, người nhận bản lưu</source>
      <translation>File copy kept by</translation>
    </message>
  </context>
  <context>
    <name>LetterModel</name>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Ký nhận</source>
      <translation>Signed for by</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Ngày chuyển</source>
      <translation>Sent on</translation>
    </message>
    <message>
      <source>Người ký</source>
      <translation>Signer</translation>
    </message>
    <message>
      <source>Nhận bản lưu</source>
      <translation>File copy</translation>
    </message>
    <message>
      <source>Nơi nhận</source>
      <translation>Recipients</translation>
    </message>
    <message>
      <source>Số bản</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Số, ký hiệu</source>
      <translation>Number, symbol</translation>
    </message>
    <message>
      <source>Tên loại và trích yếu</source>
      <translation>Kind and summary</translation>
    </message>
  </context>
  <context>
    <name>LiftCard</name>
    <message>
      <source>Bộ tiêu chí này không đủ để lên {stars} sao.</source>
      <translation>This rubric cannot reach {stars} stars.</translation>
    </message>
    <message>
      <source>Chưa xếp hạng</source>
      <translation>No star</translation>
    </message>
    <message>
      <source>Cách khác cũng {count} tiêu chí ({at}/{all}) ›</source>
      <translation>Another way, also {count} criteria ({at}/{all}) ›</translation>
    </message>
    <message>
      <source>Cần thêm {points} điểm và {gates} mốc bắt buộc:</source>
      <translation>{points} more points and {gates} required marks:</translation>
    </message>
    <message>
      <source>Cần thêm {points} điểm, ít tiêu chí nhất là:</source>
      <translation>{points} more points; the fewest criteria are:</translation>
    </message>
    <message>
      <source>Minh chứng cần có: dòng {rows}.</source>
      <translation>Evidence needed: rows {rows}.</translation>
    </message>
    <message>
      <source>mốc</source>
      <translation>mark</translation>
    </message>
    <message>
      <source>{title}
Minh chứng cần có: dòng {rows}</source>
      <translation>{title}
Evidence needed: rows {rows}</translation>
    </message>
    <message>
      <source>Đã ở mức cao nhất</source>
      <translation>At the highest star</translation>
    </message>
    <message>
      <source>Để lên {stars} sao</source>
      <translation>To reach {stars} stars</translation>
    </message>
    <message>
      <source>Đủ điểm, còn {gates} mốc bắt buộc:</source>
      <translation>Points suffice, {gates} required marks left:</translation>
    </message>
  </context>
  <context>
    <name>LineChoices</name>
    <message>
      <source>Chỉ khi không ai đang gõ; không tự làm trên mạng tính tiền theo dung lượng.</source>
      <translation>Only while nobody is typing; never by itself on a metered network.</translation>
    </message>
    <message>
      <source>Gửi tệp của hồ sơ đang chọn trước</source>
      <translation>Send the selected dossier's files first</translation>
    </message>
    <message>
      <source>Hồ sơ vẫn được gửi. Bỏ chọn để gửi tiếp tệp, từ đúng chỗ đang dở.</source>
      <translation>Records still go. Untick to send files on from where they stopped.</translation>
    </message>
    <message>
      <source>Tệp của hồ sơ này được gửi trước</source>
      <translation>This dossier's files go first</translation>
    </message>
    <message>
      <source>Tự đồng bộ khi có mạng</source>
      <translation>Sync by itself when there is a line</translation>
    </message>
    <message>
      <source>{count} nội dung đã chờ ở tỉnh hơn 5 ngày, vì hồ sơ mà chúng thuộc về vẫn nằm ở máy khác. Hãy đồng bộ máy kia.</source>
      <translation>{count} changes have waited at the province for over 5 days, because the dossier they belong to is still on another PC. Sync that PC.</translation>
    </message>
    <message>
      <source>Để tệp minh chứng lại sau</source>
      <translation>Leave evidence files for later</translation>
    </message>
  </context>
  <context>
    <name>LineEditor</name>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Chưa ghi được</source>
      <translation>Not written yet</translation>
    </message>
    <message>
      <source>Chữ vừa gõ chưa ghi được vào đĩa. Đóng bây giờ thì mất phần đó; chờ đĩa, USB có lại thì chương trình tự ghi.</source>
      <translation>What was typed last could not be written to the disk. Closing now loses it; once the disk or the stick is back the program writes it by itself.</translation>
    </message>
    <message>
      <source>Vẫn đóng</source>
      <translation>Close anyway</translation>
    </message>
    <message>
      <source>Đã xóa sạch {count} tệp; khóa đã bị ghi đè. Bản sao trên USB, nếu có, vẫn còn.</source>
      <translation>{count} files were wiped; the keys were overwritten. A copy on a USB stick, if any, is still there.</translation>
    </message>
  </context>
  <context>
    <name>Masked</name>
    <message>
      <source>Dữ liệu cá nhân nhạy cảm: mỗi lần xem được ghi vào nhật ký, không ghi nội dung.</source>
      <translation>Sensitive personal data: each look is written in the journal, not what it says.</translation>
    </message>
    <message>
      <source>Hiện</source>
      <translation>Show</translation>
    </message>
  </context>
  <context>
    <name>MatterPage</name>
    <message>
      <source>Tỷ lệ</source>
      <translation>Share</translation>
    </message>
  </context>
  <context>
    <name>Mending</name>
    <message>
      <source>Bản sao ở nơi khác…</source>
      <translation>Copies elsewhere…</translation>
    </message>
    <message>
      <source>Các bản sao</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Cơ sở dữ liệu không mở được</source>
      <translation>The database does not open</translation>
    </message>
    <message>
      <source>Cứu dữ liệu</source>
      <translation>Saving data</translation>
    </message>
    <message>
      <source>Cứu phần còn đọc được</source>
      <translation>Save what can be read</translation>
    </message>
    <message>
      <source>Hồ sơ bị mất (lần đồng bộ tới sẽ lấy lại nếu tỉnh đã có):</source>
      <translation>Dossiers lost (the next sync brings back what the province has):</translation>
    </message>
    <message>
      <source>Khôi phục</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>Khôi phục từ bản này</source>
      <translation>Restore this copy</translation>
    </message>
    <message>
      <source>Thư mục có bản sao</source>
      <translation>Folder with copies</translation>
    </message>
    <message>
      <source>Tệp hỏng được giữ nguyên bên cạnh, không bị xóa.</source>
      <translation>The damaged file is kept beside as it is.</translation>
    </message>
    <message>
      <source>Đang khôi phục</source>
      <translation>Restoring</translation>
    </message>
    <message>
      <source>Đang khôi phục bản {moment}…</source>
      <translation>Restoring the copy of {moment}…</translation>
    </message>
    <message>
      <source>Đang đọc những gì còn nguyên…</source>
      <translation>Reading what is whole…</translation>
    </message>
    <message>
      <source>Đã cứu {rows} dòng. Không đọc được {lost} mục, {copied} mục lấy từ bản sao.</source>
      <translation>{rows} rows saved. {lost} records could not be read, {copied} came from a copy.</translation>
    </message>
    <message>
      <source>Đã khôi phục. {count} tệp minh chứng không còn nguyên, hãy đính kèm lại.</source>
      <translation>Restored. {count} evidence files are not whole; attach them again.</translation>
    </message>
    <message>
      <source>Để nguyên, quay lại</source>
      <translation>Leave it, go back</translation>
    </message>
  </context>
  <context>
    <name>MissingCard</name>
    <message>
      <source>Còn thiếu để chốt</source>
      <translation>Missing before sealing</translation>
    </message>
    <message>
      <source>… và {count} mục nữa</source>
      <translation>… and {count} more</translation>
    </message>
    <message>
      <source>✓ Đã đủ. Có thể chốt ở bước 4.</source>
      <translation>✓ Complete. It can be sealed in step 4.</translation>
    </message>
  </context>
  <context>
    <name>MoneyView</name>
    <message>
      <source>Chỗ không khớp</source>
      <translation>What does not agree</translation>
    </message>
    <message>
      <source>và {count} ô nữa, tô màu trong bảng.</source>
      <translation>and {count} more cells, coloured in the tables.</translation>
    </message>
    <message>
      <source>Đơn vị: triệu đồng</source>
      <translation>In millions of đồng</translation>
    </message>
  </context>
  <context>
    <name>MonthView</name>
    <message>
      <source>+{count} nữa</source>
      <translation>+{count} more</translation>
    </message>
  </context>
  <context>
    <name>Months</name>
    <message>
      <source>Tháng {month}</source>
      <translation>Month {month}</translation>
    </message>
    <message>
      <source>và {count} việc nữa</source>
      <translation>and {count} more</translation>
    </message>
  </context>
  <context>
    <name>NewPassphrase</name>
    <message>
      <source>Câu mật khẩu</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Còn thiếu {count} ký tự.</source>
      <translation>{count} characters more.</translation>
    </message>
    <message>
      <source>Dùng được nhưng dễ đoán. Hãy thêm vài từ.</source>
      <translation>It will do but is easy to guess. Add a few words.</translation>
    </message>
    <message>
      <source>Dùng được. Thêm một hai từ nữa thì chắc hơn.</source>
      <translation>It will do. One or two words more make it stronger.</translation>
    </message>
    <message>
      <source>Gõ lại câu mật khẩu</source>
      <translation>Passphrase again</translation>
    </message>
    <message>
      <source>Hai lần gõ chưa giống nhau.</source>
      <translation>The two are not the same yet.</translation>
    </message>
    <message>
      <source>Hiện chữ</source>
      <translation>Show letters</translation>
    </message>
    <message>
      <source>Phím Caps Lock đang bật.</source>
      <translation>Caps Lock is on.</translation>
    </message>
    <message>
      <source>Tốt.</source>
      <translation>Good.</translation>
    </message>
    <message>
      <source>Tốt. Câu có dấu: lần sau hãy gõ đúng kiểu gõ này.</source>
      <translation>Good. The phrase has accents: type it with the same input method next time.</translation>
    </message>
    <message>
      <source>Ít nhất {least} ký tự. Một câu dài, dễ nhớ là tốt nhất.</source>
      <translation>At least {least} characters. A long phrase that is easy to remember is best.</translation>
    </message>
  </context>
  <context>
    <name>NumbersCard</name>
    <message>
      <source>Cách ghi số phiếu là đề xuất của chương trình, Mẫu số 01 không quy định; đổi ở Cài đặt.</source>
      <translation>How reception numbers are written is the program's proposal, form 01 does not say; change it in Settings.</translation>
    </message>
    <message>
      <source>Cấp mã</source>
      <translation>Give code</translation>
    </message>
    <message>
      <source>Cấp số phiếu</source>
      <translation>Give number</translation>
    </message>
    <message>
      <source>Cấp số phiếu khác</source>
      <translation>Give another number</translation>
    </message>
    <message>
      <source>Máy này chưa giữ khối số nào: đồng bộ để giữ, hoặc ghi số bằng tay.</source>
      <translation>This PC holds no numbers: sync to get some, or write them by hand.</translation>
    </message>
    <message>
      <source>Máy này còn giữ {receptions} số phiếu và {products} số sản phẩm, dùng được khi không có mạng.</source>
      <translation>This PC still holds {receptions} reception numbers and {products} product serials, also without a line.</translation>
    </message>
    <message>
      <source>Máy này tự cấp số vì chưa nối với tỉnh.</source>
      <translation>This PC gives numbers by itself: no province knows it yet.</translation>
    </message>
    <message>
      <source>Mã sản phẩm</source>
      <translation>Product code</translation>
    </message>
    <message>
      <source>Mã sản phẩm mới</source>
      <translation>New product code</translation>
    </message>
    <message>
      <source>Mã trước đây: {codes}</source>
      <translation>Earlier codes: {codes}</translation>
    </message>
    <message>
      <source>Phiếu số</source>
      <translation>Reception number</translation>
    </message>
    <message>
      <source>Số phiếu và mã sản phẩm</source>
      <translation>Reception number and product code</translation>
    </message>
    <message>
      <source>Vì sao đổi mã sản phẩm? Mã cũ được giữ lại.</source>
      <translation>Why is the code changed? The old one is kept.</translation>
    </message>
    <message>
      <source>chưa có</source>
      <translation>none yet</translation>
    </message>
    <message>
      <source>mã tỉnh-mã xã-số thứ tự-năm</source>
      <translation>province-commune-serial-year</translation>
    </message>
    <message>
      <source>Đổi mã</source>
      <translation>Change code</translation>
    </message>
    <message>
      <source>Đổi mã sản phẩm</source>
      <translation>Change product code</translation>
    </message>
    <message>
      <source>Đổi mã…</source>
      <translation>Change code…</translation>
    </message>
  </context>
  <context>
    <name>OfficeSection</name>
    <message>
      <source>Báo cáo và giấy tờ in</source>
      <translation>Reports and papers</translation>
    </message>
    <message>
      <source>Báo cáo định kỳ: cơ quan báo cáo</source>
      <translation>Periodic report: who reports</translation>
    </message>
    <message>
      <source>Báo cáo định kỳ: kính gửi</source>
      <translation>Periodic report: to whom</translation>
    </message>
    <message>
      <source>Chủ tịch</source>
      <translation>Chairperson</translation>
    </message>
    <message>
      <source>Chức vụ</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>Chức vụ của người ký, ví dụ Trưởng phòng Kinh tế</source>
      <translation>The signer's post, for example Head of the Economic Division</translation>
    </message>
    <message>
      <source>Cách ghi phiếu số ở Mẫu số 01</source>
      <translation>How reception numbers of form 01 are written</translation>
    </message>
    <message>
      <source>Họ tên cán bộ làm việc trên máy này</source>
      <translation>Name of the officer who works on this PC</translation>
    </message>
    <message>
      <source>Họ tên người ký</source>
      <translation>Name of the signer</translation>
    </message>
    <message>
      <source>In Mẫu 03 đúng từng chữ như trong Quyết định, kể cả lỗi chính tả của bản gốc</source>
      <translation>Print Form 03 word for word as in the Decision, with the original's misprints</translation>
    </message>
    <message>
      <source>In mã nhỏ ở góc dưới giấy đã chốt, để chương trình nhận ra bản quét</source>
      <translation>Print a small code in the foot corner of sealed papers, so that the program recognises a scan</translation>
    </message>
    <message>
      <source>Ký hiệu báo cáo (sau số)</source>
      <translation>Symbol of reports (after the number)</translation>
    </message>
    <message>
      <source>Ký thừa lệnh, thừa ủy quyền cần văn bản giao (Nghị định 30/2020/NĐ-CP, Điều 13). Chức vụ này in dưới dòng TL., TUQ.</source>
      <translation>Signing by order or by authorisation needs a written delegation (Decree 30/2020/NĐ-CP, Article 13). This post prints below the line TL. or TUQ.</translation>
    </message>
    <message>
      <source>Mã chỉ có số của bản ghi, lần chốt và mã kiểm tra, không có thông tin cá nhân. Khi in đúng từng chữ như trong Quyết định thì không in mã.</source>
      <translation>The code holds only a record number, the revision and check digits, no personal data. It is left out when printing exactly as the Decision does.</translation>
    </message>
    <message>
      <source>Mẫu số 01 không quy định cách điền “Phiếu số: ……-……./PĐK-…”: để trống là theo đề xuất của chương trình. Ghi theo tỉnh nếu có hướng dẫn, dùng {STT}, {năm}, {mã tỉnh}, {mã xã}.</source>
      <translation>Form 01 does not say how “Phiếu số: ……-……./PĐK-…” is filled: empty follows the program's proposal. Write it as your province says, with {STT}, {năm}, {mã tỉnh}, {mã xã}.</translation>
    </message>
    <message>
      <source>Mọi thay đổi được lưu ngay, áp dụng cho giấy tờ in từ lúc này.</source>
      <translation>Every change is saved at once and holds for papers printed from now on.</translation>
    </message>
    <message>
      <source>Người ký báo cáo</source>
      <translation>Who signs the reports</translation>
    </message>
    <message>
      <source>Nơi nhận, mỗi dòng một nơi</source>
      <translation>Recipients, one on each line</translation>
    </message>
    <message>
      <source>Phó Chủ tịch (KT. Chủ tịch)</source>
      <translation>Deputy Chair (KT. Chủ tịch)</translation>
    </message>
    <message>
      <source>Quyền Chủ tịch (Q. Chủ tịch)</source>
      <translation>Acting Chair (Q. Chủ tịch)</translation>
    </message>
    <message>
      <source>Thừa lệnh (TL. Chủ tịch)</source>
      <translation>By order (TL. Chủ tịch)</translation>
    </message>
    <message>
      <source>Thừa ủy quyền (TUQ. Chủ tịch)</source>
      <translation>By authorisation (TUQ. Chủ tịch)</translation>
    </message>
    <message>
      <source>Đơn vị</source>
      <translation>Office</translation>
    </message>
    <message>
      <source>Để trống là theo mặc định của chương trình, hiện mờ trong ô. Chưa thấy quy định nào nêu tên hai cơ quan này: hãy ghi theo quy chế của tỉnh.</source>
      <translation>Empty: the program's own default, shown pale in the field. No law that was found names these two offices: write them as your province's rules say.</translation>
    </message>
    <message>
      <source>Địa danh trước ngày tháng (để trống: tên đơn vị)</source>
      <translation>Place before the date (empty: the unit's name)</translation>
    </message>
  </context>
  <context>
    <name>PageView</name>
    <message>
      <source>Đang mở…</source>
      <translation>Opening…</translation>
    </message>
  </context>
  <context>
    <name>PaperRow</name>
    <message>
      <source>Bỏ khỏi danh sách</source>
      <translation>Take off the list</translation>
    </message>
    <message>
      <source>Giấy này của hồ sơ nào?</source>
      <translation>Which dossier is this paper of?</translation>
    </message>
    <message>
      <source>Gắn vào hồ sơ</source>
      <translation>Bind to the dossier</translation>
    </message>
    <message>
      <source>Mở hồ sơ</source>
      <translation>Open the dossier</translation>
    </message>
    <message>
      <source>✓ Đã gắn vào hồ sơ, sẽ về tỉnh cùng lần đồng bộ tới.</source>
      <translation>✓ Bound to the dossier; it goes to the province with the next synchronisation.</translation>
    </message>
  </context>
  <context>
    <name>PapersCard</name>
    <message>
      <source>Cần bây giờ</source>
      <translation>Needed now</translation>
    </message>
    <message>
      <source>Giấy tờ của hồ sơ</source>
      <translation>Papers of the dossier</translation>
    </message>
    <message>
      <source>Xem cả {count} lần in</source>
      <translation>Show all {count}</translation>
    </message>
    <message>
      <source>{paper}, bản nháp</source>
      <translation>{paper}, draft</translation>
    </message>
    <message>
      <source>{paper}, lần chốt {revision}</source>
      <translation>{paper}, revision {revision}</translation>
    </message>
    <message>
      <source>Đã in</source>
      <translation>Printed</translation>
    </message>
  </context>
  <context>
    <name>PassphraseSection</name>
    <message>
      <source>Câu mật khẩu đang dùng</source>
      <translation>Present passphrase</translation>
    </message>
    <message>
      <source>Khóa khôi phục đã in vẫn dùng được sau khi đổi.</source>
      <translation>The printed recovery key still works afterwards.</translation>
    </message>
    <message>
      <source>Đang đổi…</source>
      <translation>Being changed…</translation>
    </message>
    <message>
      <source>Đã đổi. Lần mở sau dùng câu mới.</source>
      <translation>Changed. Use the new one next time.</translation>
    </message>
    <message>
      <source>Đổi câu mật khẩu</source>
      <translation>Change the passphrase</translation>
    </message>
  </context>
  <context>
    <name>PeopleSection</name>
    <message>
      <source>+ Thêm người</source>
      <translation>+ Add a person</translation>
    </message>
    <message>
      <source>Chữ đang gõ được lưu trước khi khóa. Ctrl L khóa ngay; người khác chọn tên mình rồi vào.</source>
      <translation>What is being typed is saved before the lock. Ctrl L locks at once; another person chooses their name and enters.</translation>
    </message>
    <message>
      <source>Câu mật khẩu đầu tiên: báo cho người đó, rồi người đó tự đổi ở mục Câu mật khẩu.</source>
      <translation>The first passphrase: tell it to the person, who then changes it under Passphrase.</translation>
    </message>
    <message>
      <source>Cần người thứ hai xem trước khi chốt báo cáo</source>
      <translation>A second person has to read before a report is sealed</translation>
    </message>
    <message>
      <source>Giao</source>
      <translation>Hand over</translation>
    </message>
    <message>
      <source>Giao {count} hồ sơ đang làm cho</source>
      <translation>Hand over {count} dossiers at hand to</translation>
    </message>
    <message>
      <source>Họ tên</source>
      <translation>Full name</translation>
    </message>
    <message>
      <source>Khóa máy và xem chéo</source>
      <translation>Lock and second look</translation>
    </message>
    <message>
      <source>Không cho vào nữa</source>
      <translation>Let in no more</translation>
    </message>
    <message>
      <source>Không cho vào nữa…</source>
      <translation>Let in no more…</translation>
    </message>
    <message>
      <source>Lưu vai trò</source>
      <translation>Save roles</translation>
    </message>
    <message>
      <source>Người dùng máy này</source>
      <translation>People of this PC</translation>
    </message>
    <message>
      <source>Người nhận hồ sơ</source>
      <translation>Who takes the dossiers</translation>
    </message>
    <message>
      <source>Người này quên câu mật khẩu, hoặc làm việc trở lại: đặt câu mới rồi báo cho họ.</source>
      <translation>The person forgot the passphrase, or comes back: set a new one and tell them.</translation>
    </message>
    <message>
      <source>Thêm người</source>
      <translation>Add a person</translation>
    </message>
    <message>
      <source>Thêm người này</source>
      <translation>Add this person</translation>
    </message>
    <message>
      <source>Tự khóa khi không ai dùng máy</source>
      <translation>Lock by itself when nobody uses the PC</translation>
    </message>
    <message>
      <source>không còn vào được</source>
      <translation>may enter no more</translation>
    </message>
    <message>
      <source>{count} hồ sơ</source>
      <translation>{count} dossiers</translation>
    </message>
    <message>
      <source>{minutes} phút</source>
      <translation>{minutes} minutes</translation>
    </message>
    <message>
      <source>{name} không còn vào được máy này.</source>
      <translation>{name} may enter this PC no more.</translation>
    </message>
    <message>
      <source>{name} sẽ không mở được máy này nữa. Những gì người này đã làm vẫn giữ nguyên tên.</source>
      <translation>{name} will not be able to open this PC any more. What this person did keeps the name.</translation>
    </message>
    <message>
      <source>Đã giao hồ sơ cho {name}.</source>
      <translation>The dossiers were handed to {name}.</translation>
    </message>
    <message>
      <source>Đã lưu vai trò.</source>
      <translation>The roles are saved.</translation>
    </message>
    <message>
      <source>Đã lưu.</source>
      <translation>Saved.</translation>
    </message>
    <message>
      <source>Đã thêm {name}. Lần mở sau, chọn tên rồi gõ câu mật khẩu.</source>
      <translation>{name} was added. Next time, choose the name and type the passphrase.</translation>
    </message>
    <message>
      <source>Đã đặt câu mật khẩu mới cho {name}.</source>
      <translation>A new passphrase was set for {name}.</translation>
    </message>
    <message>
      <source>Đặt câu mật khẩu này</source>
      <translation>Set this passphrase</translation>
    </message>
    <message>
      <source>đang dùng máy</source>
      <translation>using the PC now</translation>
    </message>
  </context>
  <context>
    <name>PersonalCard</name>
    <message>
      <source>Dữ liệu cá nhân của một người</source>
      <translation>Personal data of one person</translation>
    </message>
    <message>
      <source>Họ tên người đại diện</source>
      <translation>Name of the representative</translation>
    </message>
    <message>
      <source>Người đại diện có quyền xem dữ liệu đang giữ về mình: gõ họ tên như trong hồ sơ, rồi xuất ra tệp.</source>
      <translation>A representative may see what is held about them: type the name as in the dossier, then write it to a file.</translation>
    </message>
    <message>
      <source>Xuất dữ liệu của một người</source>
      <translation>Export one person's data</translation>
    </message>
    <message>
      <source>Xuất dữ liệu…</source>
      <translation>Export…</translation>
    </message>
    <message>
      <source>Đã xuất {producers} chủ thể, {dossiers} hồ sơ. Tệp là dữ liệu cá nhân: hãy giữ như hồ sơ.</source>
      <translation>Exported: {producers} producers, {dossiers} dossiers. The file is personal data: keep it like a dossier.</translation>
    </message>
  </context>
  <context>
    <name>PlanningPage</name>
    <message>
      <source>Chưa có kế hoạch nào. Lập kế hoạch mới, lấy một kế hoạch đã ban hành làm mẫu, hoặc nhận về khi đồng bộ.</source>
      <translation>There is no plan yet. Make a new one, start from one that was issued, or receive one by synchronising.</translation>
    </message>
    <message>
      <source>Chỉ tiêu</source>
      <translation>Targets</translation>
    </message>
    <message>
      <source>Chỉ tiêu của kế hoạch</source>
      <translation>Targets of the plan</translation>
    </message>
    <message>
      <source>Dòng thời gian</source>
      <translation>Timeline</translation>
    </message>
    <message>
      <source>Gõ số hoặc F2 để sửa · Ctrl+Z hoàn tác</source>
      <translation>Type a digit or F2 to change · Ctrl+Z takes back</translation>
    </message>
    <message>
      <source>Gõ số hoặc F2: kế hoạch · Shift+F2: đã chi · Ctrl+Z hoàn tác</source>
      <translation>Type or F2: planned · Shift+F2: spent · Ctrl+Z takes back</translation>
    </message>
    <message>
      <source>Hoạt động</source>
      <translation>Events</translation>
    </message>
    <message>
      <source>Hoạt động đã ghi</source>
      <translation>Events written down</translation>
    </message>
    <message>
      <source>Kinh phí</source>
      <translation>Money</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plans</translation>
    </message>
    <message>
      <source>Kế hoạch của tỉnh, ở máy này chỉ đọc</source>
      <translation>The province's plan, only read here</translation>
    </message>
    <message>
      <source>Kế hoạch đã ban hành, chép đúng lời và số của văn bản</source>
      <translation>Plans as issued, in the words and figures of the document</translation>
    </message>
    <message>
      <source>Kỳ sau từ kỳ này</source>
      <translation>Next period</translation>
    </message>
    <message>
      <source>Lập kế hoạch</source>
      <translation>New plan</translation>
    </message>
    <message>
      <source>Lịch năm</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Nhiều chủ thể đăng ký một loại sản phẩm: {names}.</source>
      <translation>Several producers register one kind of product: {names}.</translation>
    </message>
    <message>
      <source>Nhập từ tệp…</source>
      <translation>From a file…</translation>
    </message>
    <message>
      <source>Năm</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Sản phẩm tươi sống, thô đăng ký trong kỳ: {count}.</source>
      <translation>Fresh or raw products registered in the period: {count}.</translation>
    </message>
    <message>
      <source>Sửa kế hoạch</source>
      <translation>Change plan</translation>
    </message>
    <message>
      <source>Thêm</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Việc</source>
      <translation>Work</translation>
    </message>
    <message>
      <source>Việc của kế hoạch</source>
      <translation>Work of the plan</translation>
    </message>
    <message>
      <source>{count} chỉ tiêu</source>
      <translation>{count} targets</translation>
    </message>
    <message>
      <source>{count} việc</source>
      <translation>{count} tasks</translation>
    </message>
    <message>
      <source>{count} việc quá hạn</source>
      <translation>{count} overdue</translation>
    </message>
  </context>
  <context>
    <name>Preview</name>
    <message>
      <source>In</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>In {name}</source>
      <translation>Print {name}</translation>
    </message>
    <message>
      <source>Lưu PDF</source>
      <translation>Save PDF</translation>
    </message>
    <message>
      <source>Lưu PDF…</source>
      <translation>Save PDF…</translation>
    </message>
    <message>
      <source>Lưu Word hoặc Excel</source>
      <translation>Save Word or Excel</translation>
    </message>
    <message>
      <source>Lưu Word…</source>
      <translation>Save Word…</translation>
    </message>
    <message>
      <source>Lưu rồi mở</source>
      <translation>Save, then open</translation>
    </message>
    <message>
      <source>Mở bằng chương trình khác</source>
      <translation>Open in another program</translation>
    </message>
    <message>
      <source>Nhỏ lại (Ctrl −)</source>
      <translation>Smaller (Ctrl −)</translation>
    </message>
    <message>
      <source>To lên (Ctrl +)</source>
      <translation>Larger (Ctrl +)</translation>
    </message>
    <message>
      <source>Trang {page}/{count}</source>
      <translation>Page {page}/{count}</translation>
    </message>
    <message>
      <source>Vừa chiều ngang</source>
      <translation>Page width</translation>
    </message>
    <message>
      <source>Vừa trang</source>
      <translation>Whole page</translation>
    </message>
    <message>
      <source>Word (*.docx);;Bảng Excel (*.xlsx)</source>
      <translation>Word (*.docx);;Excel table (*.xlsx)</translation>
    </message>
    <message>
      <source>Xem trước: {name}</source>
      <translation>Preview: {name}</translation>
    </message>
    <message>
      <source>bản in giống hệt bản xem</source>
      <translation>the print is exactly what you see</translation>
    </message>
    <message>
      <source>Đã gửi tới máy in.</source>
      <translation>Sent to the printer.</translation>
    </message>
    <message>
      <source>Đã lưu {name}.</source>
      <translation>{name} was saved.</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>PrintTab</name>
    <message>
      <source>Báo cáo Mẫu số 03</source>
      <translation>Report, Form 03</translation>
    </message>
    <message>
      <source>Bản xem trước chính là bản in ra. Trước khi chốt, bản in có chữ BẢN NHÁP.</source>
      <translation>The preview is what comes out of the printer. Before sealing it is marked BẢN NHÁP (draft).</translation>
    </message>
    <message>
      <source>Chốt báo cáo</source>
      <translation>Seal the report</translation>
    </message>
    <message>
      <source>Chốt để ký</source>
      <translation>Seal for signing</translation>
    </message>
    <message>
      <source>Còn {count} mục chưa đủ. Bấm từng mục ở bên phải để đến đúng chỗ.</source>
      <translation>{count} things are missing. Press each at the right to get to its place.</translation>
    </message>
    <message>
      <source>Hồ sơ đang chờ chủ thể bổ sung. Bấm Tiếp tục xử lý ở đầu trang rồi chốt.</source>
      <translation>The dossier waits for the producer's papers. Press Go on with it at the top, then seal.</translation>
    </message>
    <message>
      <source>Hồ sơ đã gửi tỉnh. Bản đã chốt được giữ nguyên và in lại được bất cứ lúc nào.</source>
      <translation>The dossier was sent to the province. The sealed version is kept and can be printed at any time.</translation>
    </message>
    <message>
      <source>Mở lại để sửa…</source>
      <translation>Open again to change…</translation>
    </message>
    <message>
      <source>Sau khi ký</source>
      <translation>After signing</translation>
    </message>
    <message>
      <source>Số và ngày do văn thư ghi sau khi ký. Quét bản ký rồi đưa vào trang Giấy đã ký: chương trình đọc mã ở góc giấy và gắn đúng hồ sơ, đúng lần chốt.</source>
      <translation>Number and date are written by the clerk after signing. Scan the signed copy and bring it to Signed papers: the program reads the code at the foot and binds it to the right dossier and revision.</translation>
    </message>
    <message>
      <source>Tỉnh đã trả lại hồ sơ. Mở lại, sửa theo ý kiến rồi chốt lần mới.</source>
      <translation>The province returned the dossier. Open it again, follow the remarks, then seal a new version.</translation>
    </message>
    <message>
      <source>Xem trước và in Mẫu số 03  Ctrl P</source>
      <translation>Preview and print Form 03  Ctrl P</translation>
    </message>
    <message>
      <source>Đã chốt lần {revision} lúc {moment}. In ra, trình ký; muốn sửa thì mở lại và ghi lý do.</source>
      <translation>Sealed, version {revision}, at {moment}. Print it and have it signed; to change it, open it again and give a reason.</translation>
    </message>
    <message>
      <source>Đã đủ. Chốt giữ nguyên nội dung để in, ký và gửi; sau đó hồ sơ chỉ đọc.</source>
      <translation>Complete. Sealing fixes the content for printing, signing and sending; the dossier can then only be read.</translation>
    </message>
    <message>
      <source>Đưa bản đã ký vào…</source>
      <translation>Bring the signed copy…</translation>
    </message>
    <message>
      <source>✓ Đã có bản ký của lần chốt {revision}, nhận lúc {moment}.</source>
      <translation>✓ The signed copy of revision {revision} is here, taken in {moment}.</translation>
    </message>
  </context>
  <context>
    <name>ProductDays</name>
    <message>
      <source>Hạn của sản phẩm</source>
      <translation>Days of products</translation>
    </message>
    <message>
      <source>và {count} hạn khác trong Lịch</source>
      <translation>and {count} more days in the calendar</translation>
    </message>
  </context>
  <context>
    <name>ProductView</name>
    <message>
      <source>(không tên)</source>
      <translation>(no name)</translation>
    </message>
    <message>
      <source>Bỏ phần khai</source>
      <translation>Drop what was told</translation>
    </message>
    <message>
      <source>Chuyển tiếp</source>
      <translation>Transition</translation>
    </message>
    <message>
      <source>Chưa được công nhận</source>
      <translation>Not recognised yet</translation>
    </message>
    <message>
      <source>Các hồ sơ</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Công nhận, kiểm tra và thu hồi do cấp công nhận ghi.</source>
      <translation>Recognitions, inspections and withdrawals are recorded by the recognising level.</translation>
    </message>
    <message>
      <source>Ghi công nhận</source>
      <translation>Record recognition</translation>
    </message>
    <message>
      <source>Ghi kiểm tra</source>
      <translation>Record inspection</translation>
    </message>
    <message>
      <source>Ghép lịch sử</source>
      <translation>Join histories</translation>
    </message>
    <message>
      <source>Ghép lịch sử với sản phẩm khác…</source>
      <translation>Join history with another product…</translation>
    </message>
    <message>
      <source>Hạ hạng</source>
      <translation>Lower the rank</translation>
    </message>
    <message>
      <source>Hồ sơ {year}, {kind}</source>
      <translation>Dossier {year}, {kind}</translation>
    </message>
    <message>
      <source>In xác nhận ngừng sản xuất</source>
      <translation>Print the confirmation</translation>
    </message>
    <message>
      <source>Không có sản phẩm nào khác của cùng xã để ghép.</source>
      <translation>There is no other product of the same commune to join.</translation>
    </message>
    <message>
      <source>Lập hồ sơ tiếp theo</source>
      <translation>Make the next dossier</translation>
    </message>
    <message>
      <source>Lịch sử sản phẩm</source>
      <translation>Product history</translation>
    </message>
    <message>
      <source>Mã trùng</source>
      <translation>Code twice</translation>
    </message>
    <message>
      <source>Mã và đơn vị</source>
      <translation>Codes and units</translation>
    </message>
    <message>
      <source>Mã {code} cũng ghi cho: {name}</source>
      <translation>Code {code} also stands for: {name}</translation>
    </message>
    <message>
      <source>Nay thuộc: {unit}</source>
      <translation>Today in: {unit}</translation>
    </message>
    <message>
      <source>Sửa phần khai</source>
      <translation>Correct what was told</translation>
    </message>
    <message>
      <source>Thu hồi</source>
      <translation>Withdrawal</translation>
    </message>
    <message>
      <source>Trả lại xã</source>
      <translation>Return to commune</translation>
    </message>
    <message>
      <source>Tách lịch sử…</source>
      <translation>Separate histories…</translation>
    </message>
    <message>
      <source>Xác nhận công nhận</source>
      <translation>Confirm the recognition</translation>
    </message>
    <message>
      <source>Xác nhận ngừng sản xuất</source>
      <translation>Production confirmed as stopped</translation>
    </message>
    <message>
      <source>hôm nay, {day}</source>
      <translation>today, {day}</translation>
    </message>
    <message>
      <source>Đã khắc phục</source>
      <translation>Put right</translation>
    </message>
    <message>
      <source>Đặt cạnh nhau</source>
      <translation>Side by side</translation>
    </message>
    <message>
      <source>‹ Sản phẩm</source>
      <translation>‹ Products</translation>
    </message>
  </context>
  <context>
    <name>ProductsPage</name>
    <message>
      <source>Chưa có sản phẩm nào được ghi công nhận. Cấp công nhận ghi ở trang Hội đồng hoặc trang của sản phẩm; xã nhận về khi đồng bộ.</source>
      <translation>No recognition was recorded yet. The recognising level records it on the page of the council or of the product; communes receive it when they synchronise.</translation>
    </message>
    <message>
      <source>Ghi công nhận</source>
      <translation>Record recognition</translation>
    </message>
    <message>
      <source>Hạng</source>
      <translation>Rank</translation>
    </message>
    <message>
      <source>Hết hạn</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>Không có hồ sơ nào đã gửi lên mà chưa ghi công nhận.</source>
      <translation>Every dossier handed over has its recognition recorded.</translation>
    </message>
    <message>
      <source>Nhập từ Excel</source>
      <translation>Import from Excel</translation>
    </message>
    <message>
      <source>Quyết định</source>
      <translation>Decision</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Products</translation>
    </message>
    <message>
      <source>Sản phẩm đã được công nhận, và hạng sao mới khai</source>
      <translation>Recognised products, and stars that were only told</translation>
    </message>
    <message>
      <source>Thay đổi</source>
      <translation>Changes</translation>
    </message>
    <message>
      <source>Thống kê</source>
      <translation>Statistics</translation>
    </message>
    <message>
      <source>Tìm sản phẩm</source>
      <translation>Find a product</translation>
    </message>
    <message>
      <source>Tìm tên, chủ thể, xã, mã, số quyết định</source>
      <translation>Find name, producer, commune, code, decision</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Xã</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>còn {count} ngày</source>
      <translation>{count} days left</translation>
    </message>
    <message>
      <source>{code} · trùng</source>
      <translation>{code} · twice</translation>
    </message>
    <message>
      <source>{count} sao</source>
      <translation>{count} stars</translation>
    </message>
    <message>
      <source>{count}, {claims} mới khai</source>
      <translation>{count}, {claims} told</translation>
    </message>
  </context>
  <context>
    <name>ProvinceCard</name>
    <message>
      <source>Chọn ở trang Đồng bộ ›</source>
      <translation>Choose on the Synchronise page ›</translation>
    </message>
    <message>
      <source>Hai máy cùng sửa hồ sơ này, cần chọn bản dùng.</source>
      <translation>Two PCs changed this dossier; choose what to use.</translation>
    </message>
    <message>
      <source>Tỉnh chưa nhận phần này:</source>
      <translation>The province has not taken this:</translation>
    </message>
    <message>
      <source>Tỉnh có {count} ý kiến, bấm để tới mục cần sửa:</source>
      <translation>The province has {count} remarks; press one to go to its field:</translation>
    </message>
    <message>
      <source>… và {count} ý kiến nữa</source>
      <translation>… and {count} more</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Mở rộng thanh bên</source>
      <translation>Unfold the rail</translation>
    </message>
    <message>
      <source>Thu gọn thanh bên</source>
      <translation>Fold the rail</translation>
    </message>
  </context>
  <context>
    <name>ReasonDialog</name>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>ReceiveDialog</name>
    <message>
      <source>Enter sang ô tiếp theo, Esc quay lại</source>
      <translation>Enter next field, Esc back</translation>
    </message>
    <message>
      <source>Gần giống sản phẩm “{name}” của {producer} ({why}).</source>
      <translation>Close to the product “{name}” of {producer} ({why}).</translation>
    </message>
    <message>
      <source>Gần giống “{name}” đã có ({why}). Nếu là một, hãy chọn tên trong danh sách gợi ý.</source>
      <translation>Close to “{name}”, which is known ({why}). If it is the same, choose it from the names offered.</translation>
    </message>
    <message>
      <source>Hãy gõ tên chủ thể hoặc tên sản phẩm.</source>
      <translation>Type the producer's or the product's name.</translation>
    </message>
    <message>
      <source>Nhận hồ sơ</source>
      <translation>Receive a dossier</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Thời hạn {days} ngày làm việc tính từ ngày nhận ({article}).</source>
      <translation>{days} working days from the day of reception ({article}).</translation>
    </message>
  </context>
  <context>
    <name>RecordDialog</name>
    <message>
      <source>Enter sang ô tiếp theo, Esc quay lại</source>
      <translation type="unfinished">Enter next field, Esc back</translation>
    </message>
    <message>
      <source>Ghi lại</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>Hãy điền mục “{label}”.</source>
      <translation>Fill in “{label}”.</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>RecoveryStep</name>
    <message>
      <source>Gõ lại nhóm cuối của khóa</source>
      <translation>Type the last group of the key</translation>
    </message>
    <message>
      <source>Tôi đã in hoặc chép khóa này và cất ở nơi an toàn, không để cùng máy</source>
      <translation>I printed or copied this key and put it in a safe place, away from this PC</translation>
    </message>
    <message>
      <source>Xem, in hoặc lưu tờ khóa</source>
      <translation>See, print or save the key sheet</translation>
    </message>
    <message>
      <source>hoặc gõ lại nhóm cuối của khóa:</source>
      <translation>or type the last group of the key:</translation>
    </message>
  </context>
  <context>
    <name>RegimeCard</name>
    <message>
      <source>Do cán bộ chọn: {reason}</source>
      <translation>Chosen by an officer: {reason}</translation>
    </message>
    <message>
      <source>Quy định áp dụng</source>
      <translation>Law that applies</translation>
    </message>
    <message>
      <source>Theo ngày nhận hồ sơ.</source>
      <translation>By the day of reception.</translation>
    </message>
    <message>
      <source>Vì sao hồ sơ này theo {document}? Lý do được ghi vào lịch sử và giữ với hồ sơ.</source>
      <translation>Why does this dossier stand under {document}? The reason stands in the history and stays with the dossier.</translation>
    </message>
    <message>
      <source>Đổi quy định</source>
      <translation>Change law</translation>
    </message>
    <message>
      <source>Đổi quy định áp dụng</source>
      <translation>Change the law that applies</translation>
    </message>
    <message>
      <source>Đổi quy định…</source>
      <translation>Change law…</translation>
    </message>
  </context>
  <context>
    <name>RegisterPage</name>
    <message>
      <source>Bỏ dòng</source>
      <translation>Remove line</translation>
    </message>
    <message>
      <source>Bỏ dòng ghi nhầm</source>
      <translation>Remove a line entered by mistake</translation>
    </message>
    <message>
      <source>Bỏ dòng ghi nhầm…</source>
      <translation>Remove mistaken line…</translation>
    </message>
    <message>
      <source>Cách đánh số</source>
      <translation>How numbers count</translation>
    </message>
    <message>
      <source>Ghi văn bản…</source>
      <translation>Enter document…</translation>
    </message>
    <message>
      <source>In sổ</source>
      <translation>Print the register</translation>
    </message>
    <message>
      <source>Mỗi ký hiệu một dãy số</source>
      <translation>One series for each symbol</translation>
    </message>
    <message>
      <source>Một dãy số chung</source>
      <translation>One series for all</translation>
    </message>
    <message>
      <source>Năm</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Năm này chưa có văn bản nào trong sổ. Báo cáo vào sổ khi văn thư ghi số ở bước 4 của hồ sơ.</source>
      <translation>No document in this year's register yet. A report enters it when the clerk gives its number at step 4 of the dossier.</translation>
    </message>
    <message>
      <source>Số {number} có ở {count} văn bản: {what}. Hãy xem bản giấy rồi sửa một số.</source>
      <translation>Number {number} is on {count} documents: {what}. Look at the papers and correct one of them.</translation>
    </message>
    <message>
      <source>Sổ văn bản đi</source>
      <translation>Outgoing register</translation>
    </message>
    <message>
      <source>Sửa dòng  F2</source>
      <translation>Edit line  F2</translation>
    </message>
    <message>
      <source>Vì sao bỏ dòng này? Số đã bỏ vẫn còn trong lịch sử.</source>
      <translation>Why is this line removed? The number stays in the history.</translation>
    </message>
    <message>
      <source>số không có trong sổ này: {spans} (có thể thuộc văn bản khác)</source>
      <translation>numbers not in this register: {spans} (they may belong to other documents)</translation>
    </message>
    <message>
      <source>số kế tiếp {number}/{symbol}</source>
      <translation>next number {number}/{symbol}</translation>
    </message>
    <message>
      <source>{count} văn bản</source>
      <translation>{count} documents</translation>
    </message>
    <message>
      <source>Đã ghi vào sổ văn bản đi.</source>
      <translation>Entered in the register.</translation>
    </message>
  </context>
  <context>
    <name>RegistrationTab</name>
    <message>
      <source>Sang bước 2, Thành phần ›</source>
      <translation>To step 2, Components ›</translation>
    </message>
  </context>
  <context>
    <name>ReportDays</name>
    <message>
      <source>Báo cáo định kỳ</source>
      <translation>Periodic reports</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>Chép đoạn này</source>
      <translation>Copy this text</translation>
    </message>
    <message>
      <source>Chương trình gặp lỗi</source>
      <translation>The program met an error</translation>
    </message>
    <message>
      <source>Chương trình gặp lỗi ở một chỗ. Những gì đã lưu vẫn còn nguyên và có thể làm tiếp. Đoạn dưới đây không chứa nội dung hồ sơ; hãy chép và gửi cho văn phòng OCOP tỉnh.</source>
      <translation>The program met an error in one place. What was saved is whole and you can go on. The text below holds nothing of a dossier; please copy it and send it to the provincial OCOP office.</translation>
    </message>
    <message>
      <source>Đã chép.</source>
      <translation>Copied.</translation>
    </message>
  </context>
  <context>
    <name>ReportList</name>
    <message>
      <source>Báo cáo</source>
      <translation>Reports</translation>
    </message>
    <message>
      <source>Báo cáo 6 tháng: ngày của tháng 6</source>
      <translation>Half year: day of June</translation>
    </message>
    <message>
      <source>Báo cáo 9 tháng: ngày của tháng 9</source>
      <translation>Nine months: day of September</translation>
    </message>
    <message>
      <source>Báo cáo của chủ thể {month}: đã nhận {count}.</source>
      <translation>Producers' reports, {month}: {count} received.</translation>
    </message>
    <message>
      <source>Báo cáo năm: ngày</source>
      <translation>Yearly: day</translation>
    </message>
    <message>
      <source>Báo cáo năm: tháng</source>
      <translation>Yearly: month</translation>
    </message>
    <message>
      <source>Báo cáo quý: ngày của tháng cuối quý</source>
      <translation>Quarterly: day of the quarter's last month</translation>
    </message>
    <message>
      <source>Báo cáo tháng: gửi trước ngày</source>
      <translation>Monthly: sent before day</translation>
    </message>
    <message>
      <source>Chốt lúc</source>
      <translation>Sealed at</translation>
    </message>
    <message>
      <source>Chủ thể báo cáo xã trước ngày {day} hằng tháng.</source>
      <translation>Producers tell the commune before day {day} of each month.</translation>
    </message>
    <message>
      <source>Chủ thể có sản phẩm đã công nhận chưa báo cáo: {count} ({names}).</source>
      <translation>Producers with a recognised product that sent none: {count} ({names}).</translation>
    </message>
    <message>
      <source>Chủ thể gửi xã trước ngày</source>
      <translation>Producers tell the commune before day</translation>
    </message>
    <message>
      <source>Các kỳ báo cáo</source>
      <translation>Reporting periods</translation>
    </message>
    <message>
      <source>Ghi báo cáo của chủ thể…</source>
      <translation>Write down a producer's report…</translation>
    </message>
    <message>
      <source>Hạn gửi</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Không kỳ nào trễ</source>
      <translation>None late</translation>
    </message>
    <message>
      <source>Kỳ</source>
      <translation>Period</translation>
    </message>
    <message>
      <source>Lịch báo cáo</source>
      <translation>Reporting calendar</translation>
    </message>
    <message>
      <source>Lịch báo cáo…</source>
      <translation>Calendar…</translation>
    </message>
    <message>
      <source>Lịch mặc định: Nghị định 09/2019 và các kế hoạch đã biết; đặt lại theo kế hoạch của tỉnh.</source>
      <translation>Default calendar: Decree 09/2019 and the plans that are known; set it by the province's plan.</translation>
    </message>
    <message>
      <source>Lịch theo kế hoạch của tỉnh, về khi đồng bộ.</source>
      <translation>The calendar follows the province's plan and comes by sync.</translation>
    </message>
    <message>
      <source>Ngày chốt của kỳ 6 tháng, 9 tháng và năm cần kiểm tra với Điều 12.</source>
      <translation>The closing days of half, nine months and year are to be checked against Article 12.</translation>
    </message>
    <message>
      <source>Năm</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Số liệu chốt hết ngày</source>
      <translation>Figures close at the end of day</translation>
    </message>
    <message>
      <source>Số liệu của các ngày</source>
      <translation>Days counted</translation>
    </message>
    <message>
      <source>Theo kế hoạch của tỉnh. Máy của tỉnh đặt thì các xã nhận khi đồng bộ.</source>
      <translation>By the province's plan. What the province's PC sets, communes get by sync.</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>còn {count} ngày</source>
      <translation>{count} days left</translation>
    </message>
    <message>
      <source>cần kiểm tra</source>
      <translation>to be checked</translation>
    </message>
    <message>
      <source>lần {count}</source>
      <translation>time {count}</translation>
    </message>
    <message>
      <source>{count} kỳ trễ</source>
      <translation>{count} late</translation>
    </message>
    <message>
      <source>{first} đến {last}</source>
      <translation>{first} to {last}</translation>
    </message>
  </context>
  <context>
    <name>ReportView</name>
    <message>
      <source>Báo cáo: {period}</source>
      <translation>Report: {period}</translation>
    </message>
    <message>
      <source>Chỉ tiêu</source>
      <translation>Figure</translation>
    </message>
    <message>
      <source>Chốt số liệu</source>
      <translation>Seal the figures</translation>
    </message>
    <message>
      <source>Chốt số liệu  Ctrl Enter</source>
      <translation>Seal the figures  Ctrl Enter</translation>
    </message>
    <message>
      <source>Chốt {period}?</source>
      <translation>Seal {period}?</translation>
    </message>
    <message>
      <source>Các xã</source>
      <translation>Communes</translation>
    </message>
    <message>
      <source>Enter trên một số: xem những bản ghi làm nên số đó</source>
      <translation>Enter on a figure: the records behind it</translation>
    </message>
    <message>
      <source>Khó khăn, vướng mắc</source>
      <translation>Difficulties</translation>
    </message>
    <message>
      <source>Kế hoạch kỳ tới</source>
      <translation>Plan for the next period</translation>
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Results</translation>
    </message>
    <message>
      <source>Kỳ này chốt số liệu ngày {day}.</source>
      <translation>This period closes on {day}.</translation>
    </message>
    <message>
      <source>Lời viết trên máy này đến sau lúc chốt, chưa vào báo cáo; mở lại thì được thêm vào: {words}</source>
      <translation>Text typed on this PC came after the sealing and is not in the report; when it is opened again it is added: {words}</translation>
    </message>
    <message>
      <source>Lời văn giữ từ báo cáo {period}; sửa lại cho kỳ này.</source>
      <translation>Texts kept from the report {period}; change them for this period.</translation>
    </message>
    <message>
      <source>Mở lại</source>
      <translation>Reopen</translation>
    </message>
    <message>
      <source>Mở lại báo cáo</source>
      <translation>Reopen the report</translation>
    </message>
    <message>
      <source>Mở lại…</source>
      <translation>Reopen…</translation>
    </message>
    <message>
      <source>Số liệu không còn khớp mã kiểm tra lúc chốt: hãy mở lại và chốt lại.</source>
      <translation>The figures no longer match the check code of the seal: reopen and seal again.</translation>
    </message>
    <message>
      <source>Số liệu từ {first} đến hết {last}; hạn gửi {due}.</source>
      <translation>Figures from {first} to the end of {last}; due {due}.</translation>
    </message>
    <message>
      <source>Số liệu đến hết {day} được giữ nguyên như bây giờ và gửi đi khi đồng bộ. Mở lại được, có ghi lý do.</source>
      <translation>The figures to the end of {day} are kept as they are now and sent by sync. It can be reopened, with a reason.</translation>
    </message>
    <message>
      <source>Số liệu; Enter xem từng bản ghi</source>
      <translation>Figures; Enter shows each record</translation>
    </message>
    <message>
      <source>Trong kỳ</source>
      <translation>In period</translation>
    </message>
    <message>
      <source>Vì sao sửa báo cáo đã chốt? Lần chốt sau là bản mới, cấp trên thấy số lần.</source>
      <translation>Why is the sealed report changed? The next seal is a new version, counted for the level above.</translation>
    </message>
    <message>
      <source>Xem trước, in</source>
      <translation>Preview, print</translation>
    </message>
    <message>
      <source>{officer} chốt lúc {when}.</source>
      <translation>Sealed by {officer} at {when}.</translation>
    </message>
    <message>
      <source>Đã chốt báo cáo; lần đồng bộ tới sẽ gửi.</source>
      <translation>The report is sealed; the next sync sends it.</translation>
    </message>
    <message>
      <source>Đến kỳ</source>
      <translation>To date</translation>
    </message>
    <message>
      <source>Đề xuất, kiến nghị</source>
      <translation>Requests</translation>
    </message>
    <message>
      <source>‹ Các kỳ báo cáo</source>
      <translation>‹ Reporting periods</translation>
    </message>
  </context>
  <context>
    <name>RescueCard</name>
    <message>
      <source>Cứu dữ liệu</source>
      <translation>Rescue the data</translation>
    </message>
    <message>
      <source>Cứu dữ liệu…</source>
      <translation>Rescue the data…</translation>
    </message>
    <message>
      <source>Gói OCOP (*.ocop)</source>
      <translation type="unfinished">OCOP package (*.ocop)</translation>
    </message>
    <message>
      <source>Mọi thứ vẫn ở máy này: {records} nội dung và {files} tệp ({size}) tỉnh chưa có. Bấm Cứu dữ liệu để ghi vào một gói kín ra USB; có mạng thì gói được gửi thẳng vào khu cứu hộ của tỉnh. Rồi liên hệ văn phòng OCOP tỉnh.</source>
      <translation>Everything is still on this PC: the province lacks {records} changes and {files} files ({size}). Press Rescue the data to write them into a sealed package on a stick; with a line it also goes straight to the province's rescue area. Then contact the province's OCOP office.</translation>
    </message>
    <message>
      <source>Tỉnh đã gỡ máy này khỏi danh sách</source>
      <translation>The province took this PC off its list</translation>
    </message>
    <message>
      <source>Đang ghi gói cứu dữ liệu. Đừng rút USB.</source>
      <translation>Writing the rescue package. Do not pull out the stick.</translation>
    </message>
    <message>
      <source>Đã ghi {count} nội dung và {files} tệp vào {name} và gửi vào khu cứu hộ của tỉnh. Hãy giữ gói này.</source>
      <translation>{count} changes and {files} files were written to {name} and sent to the province's rescue area. Keep this package.</translation>
    </message>
    <message>
      <source>Đã ghi {count} nội dung và {files} tệp vào {name}. Chưa gửi được qua mạng: hãy đưa gói tới tỉnh.</source>
      <translation>{count} changes and {files} files were written to {name}. It could not be sent over the network: take the package to the province.</translation>
    </message>
  </context>
  <context>
    <name>ReviewCard</name>
    <message>
      <source>Chưa có người thứ hai xem hồ sơ này.</source>
      <translation>No second person has read this dossier.</translation>
    </message>
    <message>
      <source>Người thứ hai xem</source>
      <translation>Second look</translation>
    </message>
    <message>
      <source>{name} đã xem lúc {moment}, sau đó hồ sơ có thay đổi.</source>
      <translation>{name} read it at {moment}; the dossier changed since.</translation>
    </message>
    <message>
      <source>{name} đã xem lúc {moment}.</source>
      <translation>{name} read it at {moment}.</translation>
    </message>
    <message>
      <source>Đã xem</source>
      <translation>I have read it</translation>
    </message>
  </context>
  <context>
    <name>RootsCard</name>
    <message>
      <source>Chưa có chứng thư gốc: chương trình chỉ nói được chữ ký còn nguyên vẹn hay không, chưa nói được chứng thư do ai bảo đảm.</source>
      <translation>No root certificate yet: the program can only say whether a signature is intact, not who vouches for its certificate.</translation>
    </message>
    <message>
      <source>Chọn chứng thư gốc</source>
      <translation>Choose root certificates</translation>
    </message>
    <message>
      <source>Chứng thư gốc</source>
      <translation>Root certificate</translation>
    </message>
    <message>
      <source>Chứng thư gốc để kiểm tra chữ ký số</source>
      <translation>Root certificates for checking digital signatures</translation>
    </message>
    <message>
      <source>Lấy tệp chứng thư gốc từ trang của cơ quan cấp chứng thư số rồi chọn ở đây; so mã băm dưới đây với mã cơ quan đó công bố. Chương trình không có sẵn chứng thư nào và không tự tải.</source>
      <translation>Take the root certificate's file from the page of the certification authority and choose it here; compare the hash below with the one that authority publishes. The program brings no certificate and downloads none.</translation>
    </message>
    <message>
      <source>Thêm chứng thư gốc…</source>
      <translation>Add root certificate…</translation>
    </message>
    <message>
      <source>Thôi tin</source>
      <translation>Stop trusting</translation>
    </message>
    <message>
      <source>Thôi tin chứng thư {name}? Chữ ký do nơi này cấp sẽ không còn được nói là tin cậy.</source>
      <translation>Stop trusting the certificate {name}? Signatures it vouches for will no longer be called trusted.</translation>
    </message>
    <message>
      <source>{name}, đến {day}</source>
      <translation>{name}, until {day}</translation>
    </message>
  </context>
  <context>
    <name>RulesCard</name>
    <message>
      <source>Chưa có gói nào: đang dùng dữ liệu kèm chương trình. Gói mới của tỉnh về khi đồng bộ.</source>
      <translation>No pack yet: the data that came with the program is in use. A new pack of the province comes with a round.</translation>
    </message>
    <message>
      <source>Cài gói quy định từ tệp</source>
      <translation>Install a rule pack from a file</translation>
    </message>
    <message>
      <source>Cài gói quy định từ tệp…</source>
      <translation>Install a rule pack from a file…</translation>
    </message>
    <message>
      <source>Gói do tỉnh ký, mang đến bằng USB hoặc thư điện tử (.ocoprules).</source>
      <translation>A pack signed by the province, brought by stick or mail (.ocoprules).</translation>
    </message>
    <message>
      <source>Gói quy định (*.ocoprules);;Mọi tệp (*)</source>
      <translation>Rule pack (*.ocoprules);;All files (*)</translation>
    </message>
    <message>
      <source>Gói quy định của tỉnh</source>
      <translation>The province's rule pack</translation>
    </message>
    <message>
      <source>Đang dùng gói bản {version} của {province}, ký ngày {signed}, cài {installed}.</source>
      <translation>Pack {version} of {province} is in use, signed {signed}, installed {installed}.</translation>
    </message>
    <message>
      <source>Đã cài gói quy định bản {version}.</source>
      <translation>Rule pack {version} was installed.</translation>
    </message>
  </context>
  <context>
    <name>RulesNotice</name>
    <message>
      <source>Quy định mới của {province}, gói bản {version}</source>
      <translation>New rules of {province}, pack {version}</translation>
    </message>
    <message>
      <source>Đã xem</source>
      <translation>Seen</translation>
    </message>
  </context>
  <context>
    <name>ScoreCard</name>
    <message>
      <source>Bảng điểm này chưa đủ nguồn: {lacks}. Điểm và hạng ở đây chưa dùng để quyết định. {known}</source>
      <translation>This table was not found whole: {lacks}. Points and rank here do not serve to decide. {known}</translation>
    </message>
    <message>
      <source>Có điều kiện loại hồ sơ đã đánh dấu: không xếp hạng.</source>
      <translation>A rejection condition is ticked: no star.</translation>
    </message>
    <message>
      <source>Mục {sections} có tiêu chí 0 điểm: theo bản in, không đánh giá các bước tiếp theo.</source>
      <translation>A criterion of section {sections} has 0 points: as printed, the next steps are not assessed.</translation>
    </message>
    <message>
      <source>chưa đến 3 sao</source>
      <translation>below 3 stars</translation>
    </message>
    <message>
      <source>phần {part} thiếu {points} điểm</source>
      <translation>part {part} lacks {points} points</translation>
    </message>
    <message>
      <source>Đủ điểm {band} sao, còn vướng {count} mốc bắt buộc.</source>
      <translation>Points for {band} stars, held back by {count} required marks.</translation>
    </message>
  </context>
  <context>
    <name>ScoreSide</name>
    <message>
      <source>In phiếu tự chấm</source>
      <translation>Print own scores</translation>
    </message>
    <message>
      <source>In phiếu để trống</source>
      <translation>Print blank sheet</translation>
    </message>
    <message>
      <source>{done} trên {whole} tiêu chí đã chấm.</source>
      <translation>{done} of {whole} criteria scored.</translation>
    </message>
    <message>
      <source>Đến tiêu chí chưa chấm  Ctrl ↓</source>
      <translation>Next open criterion  Ctrl ↓</translation>
    </message>
    <message>
      <source>↑ ↓ chọn tiêu chí, phím số chọn mức, Delete bỏ chọn, Alt ↓ mục tiếp theo.</source>
      <translation>↑ ↓ choose the criterion, number keys the level, Delete clears, Alt ↓ next section.</translation>
    </message>
  </context>
  <context>
    <name>ScoresTab</name>
    <message>
      <source>Bộ {no} {name} · điểm tự chấm của chủ thể, không phải kết quả công nhận</source>
      <translation>Set {no} {name} · the producer's own score, not a recognised result</translation>
    </message>
    <message>
      <source>Chưa có bảng điểm của bộ {name} trong dữ liệu: {why}</source>
      <translation>The data has no score table for {name}: {why}</translation>
    </message>
    <message>
      <source>Chọn bộ sản phẩm ở bước 1 để chấm theo bộ tiêu chí của bộ đó.</source>
      <translation>Choose the product set in step 1 to score by its rubric.</translation>
    </message>
    <message>
      <source>Lời văn Mẫu số 02</source>
      <translation>Texts of Form 02</translation>
    </message>
    <message>
      <source>Tổng điểm, lên sao</source>
      <translation>Total, next star</translation>
    </message>
    <message>
      <source>Điều kiện loại hồ sơ</source>
      <translation>Rejection conditions</translation>
    </message>
  </context>
  <context>
    <name>SelfReportPage</name>
    <message>
      <source>Phần III là bảng tự chấm ở các mục bên trái; bản in có cả hai.</source>
      <translation>Part III is the score sheet in the sections at the left; the print has both.</translation>
    </message>
    <message>
      <source>Xem và in Mẫu số 02</source>
      <translation>View and print Form 02</translation>
    </message>
  </context>
  <context>
    <name>SendTab</name>
    <message>
      <source>01 bộ giấy và 01 bộ điện tử (Điều 7 khoản 2 điểm b).</source>
      <translation>1 paper set and 1 electronic set (Article 7 clause 2 point b).</translation>
    </message>
    <message>
      <source>Báo cáo đã chốt. Khi đã ký, bấm Gửi hồ sơ đi tỉnh; không cần có mạng ngay lúc này.</source>
      <translation>The report is sealed. Once it is signed, press Send the dossier to the province; no line is needed for that.</translation>
    </message>
    <message>
      <source>Bản ghi</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>Chưa thấy danh mục hồ sơ gửi tỉnh của {document}.</source>
      <translation>No list of what {document} asks to send to the province was found.</translation>
    </message>
    <message>
      <source>Chốt báo cáo ở bước 4 trước khi gửi.</source>
      <translation>Seal the report in step 4 before sending.</translation>
    </message>
    <message>
      <source>Gửi hồ sơ đi tỉnh</source>
      <translation>Send the dossier to the province</translation>
    </message>
    <message>
      <source>Gửi tỉnh</source>
      <translation>Send to the province</translation>
    </message>
    <message>
      <source>Hồ sơ tiếp theo của sản phẩm</source>
      <translation>The product's next dossier</translation>
    </message>
    <message>
      <source>Hồ sơ đã về tỉnh an toàn.</source>
      <translation>The dossier is safe at the province.</translation>
    </message>
    <message>
      <source>Hồ sơ đã xếp vào lô gửi. Khi có mạng hoặc USB, bấm Đồng bộ để chuyển đi; không mất gì nếu chưa có.</source>
      <translation>The dossier waits to be sent. When there is a line or a USB stick, press Exchange; nothing is lost until then.</translation>
    </message>
    <message>
      <source>Hồ sơ đề nghị gồm</source>
      <translation>The package holds</translation>
    </message>
    <message>
      <source>In biên nhận của tỉnh</source>
      <translation>Print the province's receipt</translation>
    </message>
    <message>
      <source>Lập hồ sơ tiếp theo…</source>
      <translation>Make the next dossier…</translation>
    </message>
    <message>
      <source>Một tệp ZIP và một PDF có mục lục, để đưa vào hệ thống văn bản</source>
      <translation>One ZIP and one PDF with an index, for the document system</translation>
    </message>
    <message>
      <source>Mở trang Đồng bộ</source>
      <translation>Open the page Exchange</translation>
    </message>
    <message>
      <source>Nâng hạng hoặc phân hạng lại: lập từ hồ sơ này, mang theo điểm tự chấm và giấy tờ còn hạn.</source>
      <translation>Upgrade or re-assessment: begins with this dossier's answers and its papers that are still valid.</translation>
    </message>
    <message>
      <source>PDF thường: có tệp đưa vào chưa theo quy tắc lưu trữ PDF/A-2b.</source>
      <translation>A plain PDF: a file in it does not keep the archive rules of PDF/A-2b.</translation>
    </message>
    <message>
      <source>PDF đạt các quy tắc PDF/A-2b đã kiểm tra.</source>
      <translation>The PDF keeps the rules of PDF/A-2b that were checked.</translation>
    </message>
    <message>
      <source>Quy định của hồ sơ này không có mẫu báo cáo trong chương trình: thêm bản đã ký, rồi gửi.</source>
      <translation>The program has no report form of this dossier's law: attach the signed one, then hand over.</translation>
    </message>
    <message>
      <source>Tệp minh chứng</source>
      <translation>Evidence files</translation>
    </message>
    <message>
      <source>Tỉnh đã trả lại. Mở lại ở bước 4, sửa, chốt rồi gửi lại.</source>
      <translation>The province returned it. Open it again in step 4, change it, seal it and send it again.</translation>
    </message>
    <message>
      <source>Xuất hồ sơ điện tử vào thư mục</source>
      <translation>Export the electronic dossier into a folder</translation>
    </message>
    <message>
      <source>Xuất hồ sơ điện tử…</source>
      <translation>Export the electronic dossier…</translation>
    </message>
    <message>
      <source>Xác nhận gần nhất</source>
      <translation>Last confirmation</translation>
    </message>
    <message>
      <source>chưa có</source>
      <translation>nothing yet</translation>
    </message>
    <message>
      <source>{moment}, lần sửa {revision}</source>
      <translation>{moment}, revision {revision}</translation>
    </message>
    <message>
      <source>{number}. {label}</source>
      <translation>{number}. {label}</translation>
    </message>
    <message>
      <source>{sent} trên {all} tệp đã về tỉnh ({size})</source>
      <translation>{sent} of {all} files are at the province ({size})</translation>
    </message>
    <message>
      <source>Đang xuất hồ sơ điện tử…</source>
      <translation>Exporting the electronic dossier…</translation>
    </message>
    <message>
      <source>Đã lập hồ sơ tiếp theo từ hồ sơ trước.</source>
      <translation>The next dossier was made from the one before.</translation>
    </message>
    <message>
      <source>Đã xuất {name}.zip và {name}.pdf, {count} tệp.</source>
      <translation>Exported {name}.zip and {name}.pdf, {count} files.</translation>
    </message>
    <message>
      <source>Ở tỉnh</source>
      <translation>At the province</translation>
    </message>
  </context>
  <context>
    <name>SessionView</name>
    <message>
      <source>Bảng phiếu chấm</source>
      <translation>Table of score sheets</translation>
    </message>
    <message>
      <source>Chênh</source>
      <translation>Spread</translation>
    </message>
    <message>
      <source>Chênh {spread} điểm, quá giới hạn. Phiếu xa nhau: {who}. Thảo luận rồi chấm lại phiếu.</source>
      <translation>{spread} points apart, over the limit. Sheets far off: {who}. Discuss, then score again.</translation>
    </message>
    <message>
      <source>Chưa có hồ sơ nào trong phiên họp này.</source>
      <translation>No dossier is before this session yet.</translation>
    </message>
    <message>
      <source>Chưa có phiếu của chủ tịch.</source>
      <translation>The chair's sheet is missing.</translation>
    </message>
    <message>
      <source>Chưa đủ số phiếu.</source>
      <translation>Not enough sheets yet.</translation>
    </message>
    <message>
      <source>Enter ở ô của thành viên: nhập phiếu. Mỗi hồ sơ chấm theo quy định của mình.</source>
      <translation>Enter on a member's cell: enter the sheet. Each dossier is scored under its own law.</translation>
    </message>
    <message>
      <source>Ghi công nhận</source>
      <translation>Record recognition</translation>
    </message>
    <message>
      <source>Ghi kết quả</source>
      <translation>Record result</translation>
    </message>
    <message>
      <source>Giấy tờ của phiên họp</source>
      <translation>Papers of the session</translation>
    </message>
    <message>
      <source>Hạng</source>
      <translation>Rank</translation>
    </message>
    <message>
      <source>Không có hồ sơ nào đã gửi lên mà chưa ở trong phiên họp này.</source>
      <translation>No dossier was handed over that is not before this session already.</translation>
    </message>
    <message>
      <source>Mở hồ sơ</source>
      <translation>Open dossier</translation>
    </message>
    <message>
      <source>Mở lại kết quả</source>
      <translation>Reopen result</translation>
    </message>
    <message>
      <source>Phiên họp</source>
      <translation>Session</translation>
    </message>
    <message>
      <source>Phiếu chấm…</source>
      <translation>Score sheets…</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Products</translation>
    </message>
    <message>
      <source>Theo {document}</source>
      <translation>Under {document}</translation>
    </message>
    <message>
      <source>Tiêu chí {no}, mốc {stars} sao: {count} phiếu chưa đạt ({who})</source>
      <translation>Criterion {no}, mark of {stars} stars: {count} sheets do not reach it ({who})</translation>
    </message>
    <message>
      <source>Tiêu chí {no}: từ {low} ({low_by}) đến {high} ({high_by})</source>
      <translation>Criterion {no}: from {low} ({low_by}) to {high} ({high_by})</translation>
    </message>
    <message>
      <source>Trung bình {total} ({parts})</source>
      <translation>Average {total} ({parts})</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Vì sao mở lại kết quả của hội đồng?</source>
      <translation>Why is the council's result reopened?</translation>
    </message>
    <message>
      <source>{counted} phiếu trên {seats} thành viên, cần {needed}</source>
      <translation>{counted} sheets of {seats} members, {needed} needed</translation>
    </message>
    <message>
      <source>{counted}/{seats} phiếu</source>
      <translation>{counted}/{seats} sheets</translation>
    </message>
    <message>
      <source>{count} thành viên có phiếu</source>
      <translation>{count} members with sheets</translation>
    </message>
    <message>
      <source>{stars} sao do {level} công nhận: trình tiếp lên cấp đó.</source>
      <translation>{stars} stars are recognised by {level}: submit it to that level.</translation>
    </message>
    <message>
      <source>Điều kiện loại số {no}: {count} phiếu đánh dấu.</source>
      <translation>Rejection condition {no}: ticked on {count} sheets.</translation>
    </message>
    <message>
      <source>Điểm TB</source>
      <translation>Average</translation>
    </message>
    <message>
      <source>Đưa hồ sơ vào</source>
      <translation>Add a dossier</translation>
    </message>
    <message>
      <source>Đưa ra khỏi phiên họp</source>
      <translation>Take out of the session</translation>
    </message>
    <message>
      <source>Đủ điểm {band} sao nhưng vướng mốc bắt buộc ({how}):</source>
      <translation>Enough points for {band} stars, but marks are not reached ({how}):</translation>
    </message>
    <message>
      <source>‹ Hội đồng</source>
      <translation>‹ Council</translation>
    </message>
  </context>
  <context>
    <name>SetEditor</name>
    <message>
      <source>Gõ số hoặc tên bộ sản phẩm, không cần dấu</source>
      <translation>Type the number or name of the product set, accents are not needed</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>Cài đặt</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Các mục cài đặt</source>
      <translation>Parts of the settings</translation>
    </message>
    <message>
      <source>Câu mật khẩu</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Cửa sổ</source>
      <translation>Window</translation>
    </message>
    <message>
      <source>Dữ liệu pháp lý</source>
      <translation>Legal data</translation>
    </message>
    <message>
      <source>Ngày nghỉ lễ</source>
      <translation>Public holidays</translation>
    </message>
    <message>
      <source>Người dùng máy này</source>
      <translation>People of this PC</translation>
    </message>
    <message>
      <source>Sao lưu</source>
      <translation>Backup</translation>
    </message>
    <message>
      <source>Về chương trình</source>
      <translation>About the program</translation>
    </message>
    <message>
      <source>Đơn vị, người ký, in</source>
      <translation>Office, signer, printing</translation>
    </message>
  </context>
  <context>
    <name>SheetView</name>
    <message>
      <source>Còn {count} tiêu chí chưa chấm.</source>
      <translation>{count} criteria have no answer.</translation>
    </message>
    <message>
      <source>Còn {count} tiêu chí.</source>
      <translation>{count} criteria left.</translation>
    </message>
    <message>
      <source>Hai lần nhập lệch ở: {criteria}.</source>
      <translation>The two entries differ in: {criteria}.</translation>
    </message>
    <message>
      <source>Hồ sơ bị loại khi</source>
      <translation>A dossier is rejected when</translation>
    </message>
    <message>
      <source>Kết quả đã ghi: phiếu chỉ để xem.</source>
      <translation>The result is recorded: the sheet is only to read.</translation>
    </message>
    <message>
      <source>Lần nhập {entry} · </source>
      <translation>Entry {entry} · </translation>
    </message>
    <message>
      <source>Phím số chọn mức và sang tiêu chí sau. ↑ ↓ đi lại, Delete bỏ chọn, Ctrl ↓ đến tiêu chí trống.</source>
      <translation>Number keys choose and go on. ↑ ↓ move, Delete takes back, Ctrl ↓ goes to an open criterion.</translation>
    </message>
    <message>
      <source>Xong phiếu  Ctrl Enter</source>
      <translation>Finish sheet  Ctrl Enter</translation>
    </message>
    <message>
      <source>{set} · {document} · {producer}</source>
      <translation>{set} · {document} · {producer}</translation>
    </message>
    <message>
      <source>Ý kiến của người đánh giá</source>
      <translation>The assessor's remarks</translation>
    </message>
    <message>
      <source>Đủ {done} tiêu chí.</source>
      <translation>All {done} criteria.</translation>
    </message>
    <message>
      <source>điều kiện loại</source>
      <translation>rejection</translation>
    </message>
    <message>
      <source>‹ Phiên họp</source>
      <translation>‹ Session</translation>
    </message>
  </context>
  <context>
    <name>SignDialog</name>
    <message>
      <source>, đã có bản ký</source>
      <translation>, a signed copy is here</translation>
    </message>
    <message>
      <source>Ai ký</source>
      <translation>Who signs</translation>
    </message>
    <message>
      <source>Chưa lưu: tệp vừa ký đã bỏ.</source>
      <translation>Not saved: the file just signed was dropped.</translation>
    </message>
    <message>
      <source>Chọn…</source>
      <translation>Choose…</translation>
    </message>
    <message>
      <source>Cơ quan (dấu, sau chữ ký của người ký)</source>
      <translation>The agency (seal, after the person)</translation>
    </message>
    <message>
      <source>Cơ quan, trên phụ lục là tệp riêng (chỉ có chữ)</source>
      <translation>The agency, on an annex of its own file (words only)</translation>
    </message>
    <message>
      <source>Giấy cần ký</source>
      <translation>Paper to sign</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Ký</source>
      <translation>Sign</translation>
    </message>
    <message>
      <source>Ký bằng</source>
      <translation>Sign with</translation>
    </message>
    <message>
      <source>Ký số</source>
      <translation>Sign</translation>
    </message>
    <message>
      <source>Lưu tệp đã ký</source>
      <translation>Save signed file</translation>
    </message>
    <message>
      <source>Mật khẩu khóa hoặc mã PIN (không lưu lại)</source>
      <translation>Key passphrase or PIN (not kept)</translation>
    </message>
    <message>
      <source>Người có thẩm quyền (ký trước)</source>
      <translation>The authorised person (signs first)</translation>
    </message>
    <message>
      <source>Số, ký hiệu của văn bản có phụ lục này</source>
      <translation>Number and symbol of the document this annex belongs to</translation>
    </message>
    <message>
      <source>Thiết bị ký USB (PKCS#11)</source>
      <translation>USB token (PKCS#11)</translation>
    </message>
    <message>
      <source>Tên chứng thư (để trống nếu chỉ có một)</source>
      <translation>Certificate name (empty if there is only one)</translation>
    </message>
    <message>
      <source>Tên thiết bị (để trống nếu chỉ có một)</source>
      <translation>Token name (empty if there is only one)</translation>
    </message>
    <message>
      <source>Tệp PDF cần ký</source>
      <translation>PDF file to sign</translation>
    </message>
    <message>
      <source>Tệp PDF khác</source>
      <translation>Another PDF file</translation>
    </message>
    <message>
      <source>Tệp khóa</source>
      <translation>Key file</translation>
    </message>
    <message>
      <source>Tệp khóa (.p12, .pfx)</source>
      <translation>Key file (.p12, .pfx)</translation>
    </message>
    <message>
      <source>Tệp điều khiển của thiết bị</source>
      <translation>Driver file of the token</translation>
    </message>
    <message>
      <source>Đang ký…</source>
      <translation>Signing…</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Đường kính thật của dấu, mm (nếu ảnh không ghi)</source>
      <translation>Real diameter of the seal, mm (if the image does not say)</translation>
    </message>
    <message>
      <source>Địa chỉ dịch vụ dấu thời gian (không bắt buộc)</source>
      <translation>Address of a time stamp service (optional)</translation>
    </message>
    <message>
      <source>Ảnh PNG (*.png)</source>
      <translation>PNG image (*.png)</translation>
    </message>
    <message>
      <source>Ảnh chữ ký: màu xanh, PNG nền trong suốt</source>
      <translation>Signature image: blue, PNG, transparent</translation>
    </message>
    <message>
      <source>Ảnh dấu: màu đỏ, PNG nền trong suốt</source>
      <translation>Seal image: red, PNG, transparent</translation>
    </message>
    <message>
      <source>✓ Đã ký và gắn vào hồ sơ.</source>
      <translation>✓ Signed and bound to the dossier.</translation>
    </message>
    <message>
      <source>✓ Đã ký và lưu {name}.</source>
      <translation>✓ Signed and saved {name}.</translation>
    </message>
  </context>
  <context>
    <name>SignedPage</name>
    <message>
      <source>Chưa có tệp nào. Mọi tệp đưa vào đây đều được kiểm tra trước, chưa gắn gì.</source>
      <translation>No file yet. Every file brought here is checked first; nothing is bound by itself.</translation>
    </message>
    <message>
      <source>Chọn bản quét hoặc tệp đã ký</source>
      <translation>Choose scans or signed files</translation>
    </message>
    <message>
      <source>Chọn tệp…</source>
      <translation>Choose files…</translation>
    </message>
    <message>
      <source>Giấy vừa đọc</source>
      <translation>Papers just read</translation>
    </message>
    <message>
      <source>Giấy đã ký</source>
      <translation>Signed papers</translation>
    </message>
    <message>
      <source>Gắn cả {count} bản vào hồ sơ</source>
      <translation>Bind all {count} to their dossiers</translation>
    </message>
    <message>
      <source>Kéo thả vào đây bản quét (PDF, ảnh) hoặc tệp PDF đã ký số. Chương trình đọc mã ở góc giấy để biết là báo cáo nào, lần chốt nào. Quét màu, từ 200 dpi, đủ các trang (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II).</source>
      <translation>Drop scans (PDF, pictures) or digitally signed PDF files here. The program reads the code at the foot of the paper to know which report and revision it is. Scan in colour, at 200 dpi or more, all pages (Decree 30/2020/NĐ-CP, Appendix I, Part II).</translation>
    </message>
    <message>
      <source>Ký số…</source>
      <translation>Sign…</translation>
    </message>
    <message>
      <source>Máy quét vừa gửi giấy đã ký: mở trang Giấy đã ký để gắn vào hồ sơ.</source>
      <translation>The scanner has brought a signed paper: open Signed papers to bind it.</translation>
    </message>
    <message>
      <source>Thôi theo dõi</source>
      <translation>Stop watching</translation>
    </message>
    <message>
      <source>Thư mục của máy quét</source>
      <translation>The scanner's folder</translation>
    </message>
    <message>
      <source>Thư mục của máy quét…</source>
      <translation>Scanner's folder…</translation>
    </message>
    <message>
      <source>{count} tệp khác trong thư mục không có mã</source>
      <translation>{count} other files in the folder bear no code</translation>
    </message>
    <message>
      <source>Đang theo dõi thư mục {folder}: giấy có mã của chương trình tự hiện ở dưới.</source>
      <translation>Watching {folder}: papers with the program's code appear below by themselves.</translation>
    </message>
    <message>
      <source>Đang đọc…</source>
      <translation>Reading…</translation>
    </message>
    <message>
      <source>Đưa bản đã ký vào</source>
      <translation>Bring the signed copy</translation>
    </message>
  </context>
  <context>
    <name>StatisticsView</name>
    <message>
      <source>3 sao</source>
      <translation>3 stars</translation>
    </message>
    <message>
      <source>4 sao</source>
      <translation>4 stars</translation>
    </message>
    <message>
      <source>5 sao</source>
      <translation>5 stars</translation>
    </message>
    <message>
      <source>Chép số liệu</source>
      <translation>Copy the numbers</translation>
    </message>
    <message>
      <source>Cộng</source>
      <translation>Sum</translation>
    </message>
    <message>
      <source>Giấy chứng nhận hết hạn theo tháng</source>
      <translation>Certificates that end, by month</translation>
    </message>
    <message>
      <source>Hạng sao</source>
      <translation>Stars</translation>
    </message>
    <message>
      <source>Loại chủ thể</source>
      <translation>Kinds of producer</translation>
    </message>
    <message>
      <source>Ngành</source>
      <translation>Sectors</translation>
    </message>
    <message>
      <source>Theo đơn vị</source>
      <translation>By unit</translation>
    </message>
    <message>
      <source>Thống kê sản phẩm</source>
      <translation>Products in numbers</translation>
    </message>
    <message>
      <source>{count} sao</source>
      <translation>{count} stars</translation>
    </message>
    <message>
      <source>{count} sản phẩm còn hiệu lực trong danh sách</source>
      <translation>{count} products in force in the list</translation>
    </message>
    <message>
      <source>Đã hết</source>
      <translation>Ended</translation>
    </message>
    <message>
      <source>Đơn vị</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>‹ Danh sách</source>
      <translation>‹ List</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>Chưa tới được tỉnh, sẽ tự thử lại</source>
      <translation>The province was not reached; will try again</translation>
    </message>
    <message>
      <source>Có đường tới tỉnh</source>
      <translation>There is a line to the province</translation>
    </message>
    <message>
      <source>Không có mạng: làm việc bình thường</source>
      <translation>No line: work goes on as usual</translation>
    </message>
    <message>
      <source>Làm việc ngoại tuyến</source>
      <translation>Working offline</translation>
    </message>
    <message>
      <source>Mạng tính tiền: chỉ đồng bộ khi bấm F5</source>
      <translation>Metered network: syncs only on F5</translation>
    </message>
    <message>
      <source>lần cuối {moment}</source>
      <translation>last time {moment}</translation>
    </message>
    <message>
      <source>{count} hồ sơ chờ gửi</source>
      <translation>{count} dossiers to send</translation>
    </message>
    <message>
      <source>Đang đồng bộ…</source>
      <translation>Syncing…</translation>
    </message>
    <message>
      <source>Đồng bộ khi bấm F5</source>
      <translation>Syncs on F5</translation>
    </message>
    <message>
      <source>✓ Đã lưu {hour}</source>
      <translation>✓ Saved {hour}</translation>
    </message>
  </context>
  <context>
    <name>StickCard</name>
    <message>
      <source>Chép ra USB</source>
      <translation>Copy to USB</translation>
    </message>
    <message>
      <source>Có {count} tệp minh chứng không đọc được, hãy thêm lại tệp gốc.</source>
      <translation>{count} evidence files could not be read; attach the originals again.</translation>
    </message>
    <message>
      <source>Gói OCOP (*.ocop)</source>
      <translation>OCOP package (*.ocop)</translation>
    </message>
    <message>
      <source>Gói OCOP (*.ocop);;Mọi tệp (*)</source>
      <translation>OCOP package (*.ocop);;All files (*)</translation>
    </message>
    <message>
      <source>Không có mạng: chép những gì tỉnh chưa có vào một gói kín, chỉ tỉnh mở được.</source>
      <translation>No network: copy what the province lacks into a sealed package that only the province can open.</translation>
    </message>
    <message>
      <source>Nhận trả lời của tỉnh mang về bằng USB.</source>
      <translation>Take the province's answer brought back by USB.</translation>
    </message>
    <message>
      <source>Nhận từ USB</source>
      <translation>Take from USB</translation>
    </message>
    <message>
      <source>Tiến độ chép</source>
      <translation>Copy progress</translation>
    </message>
    <message>
      <source>Tỉnh đã ghi nhận {sent} nội dung và {files} tệp; nhận {received}. Còn nội dung chờ, hãy chép gói mới.</source>
      <translation>The province recorded {sent} changes and {files} files; {received} received. Something still waits: copy a new package.</translation>
    </message>
    <message>
      <source>Tỉnh đã ghi nhận {sent} nội dung và {files} tệp; nhận {received}. Hai bên như nhau.</source>
      <translation>The province recorded {sent} changes and {files} files; {received} received. Both sides are the same.</translation>
    </message>
    <message>
      <source>Đang chép ra USB. Đừng rút USB.</source>
      <translation>Copying to USB. Do not pull the stick out.</translation>
    </message>
    <message>
      <source>Đang nhận từ USB.</source>
      <translation>Taking from USB.</translation>
    </message>
    <message>
      <source>Đã chép {count} nội dung và {files} tệp ({size}) vào {name}. Rút USB an toàn rồi đưa tới tỉnh.</source>
      <translation>Copied {count} changes and {files} files ({size}) to {name}. Eject the stick safely and bring it to the province.</translation>
    </message>
  </context>
  <context>
    <name>SyncModel</name>
    <message>
      <source>Ghi nhận ở tỉnh</source>
      <translation>Confirmed by the province</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Tệp</source>
      <translation>Files</translation>
    </message>
  </context>
  <context>
    <name>SyncPage</name>
    <message>
      <source>Chưa có gì chờ gửi.</source>
      <translation>Nothing to send yet.</translation>
    </message>
    <message>
      <source>Chờ gửi {records} nội dung và {files} tệp, {size}. Khi có mạng hãy bấm Đồng bộ.</source>
      <translation>{records} records and {files} files to send, {size}. When there is a line, press Exchange.</translation>
    </message>
    <message>
      <source>Dừng</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>In biên nhận</source>
      <translation>Print the receipt</translation>
    </message>
    <message>
      <source>Không có gì chờ gửi. Tỉnh và máy này như nhau.</source>
      <translation>Nothing to send. The province and this PC hold the same.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh gần hết chỗ: hồ sơ vẫn được nhận, tệp chờ. Hãy báo tỉnh.</source>
      <translation>The province's server is nearly full: records are still taken, files wait. Tell the province.</translation>
    </message>
    <message>
      <source>Máy chủ {name}</source>
      <translation>Server of {name}</translation>
    </message>
    <message>
      <source>Máy này chưa đăng ký với tỉnh. Mọi việc khác vẫn làm bình thường, không cần mạng.</source>
      <translation>This PC is not registered with the province. Everything else works as usual, without a line.</translation>
    </message>
    <message>
      <source>Tệp minh chứng đang để lại sau, như đã chọn.</source>
      <translation>Evidence files are left for later, as chosen.</translation>
    </message>
    <message>
      <source>Tỉnh chưa nhận {count} nội dung, xem lý do ở hồ sơ.</source>
      <translation>The province did not take {count} records; the dossier says why.</translation>
    </message>
    <message>
      <source>Tỉnh đã ghi nhận {sent} nội dung và {files} tệp.</source>
      <translation>The province confirmed {sent} records and {files} files.</translation>
    </message>
    <message>
      <source>lần cuối {moment}</source>
      <translation>last time {moment}</translation>
    </message>
    <message>
      <source>lần cuối đủ cả hai phía {moment}</source>
      <translation>both sides the same {moment}</translation>
    </message>
    <message>
      <source>{count} hồ sơ có hai máy cùng sửa, cần chọn.</source>
      <translation>{count} dossiers were changed on two PCs: please choose.</translation>
    </message>
    <message>
      <source>{count} tệp minh chứng trên máy này đã bị đổi hoặc mất, hãy thêm lại tệp gốc.</source>
      <translation>{count} evidence files on this PC were changed or lost; attach the originals again.</translation>
    </message>
    <message>
      <source>Đang dừng sau phần đang gửi. Những gì đã gửi vẫn được giữ.</source>
      <translation>Stopping after what is being sent. What was sent is kept.</translation>
    </message>
    <message>
      <source>Đang nối tới máy chủ tỉnh.</source>
      <translation>Reaching the province's server.</translation>
    </message>
    <message>
      <source>Đã dừng. Những gì tỉnh ghi nhận vẫn được giữ; lần sau gửi tiếp.</source>
      <translation>Stopped. What the province confirmed is kept; the rest is sent next time.</translation>
    </message>
    <message>
      <source>Đã nhận {count} nội dung từ tỉnh.</source>
      <translation>{count} records came from the province.</translation>
    </message>
    <message>
      <source>Đã đối chiếu: tỉnh và máy này như nhau.</source>
      <translation>Compared: the province and this PC hold the same.</translation>
    </message>
    <message>
      <source>Đối chiếu chưa khớp; lần đồng bộ sau sẽ tự gửi phần còn thiếu.</source>
      <translation>The comparison does not agree yet; the next exchange sends what is missing by itself.</translation>
    </message>
    <message>
      <source>Đồng bộ</source>
      <translation>Exchange</translation>
    </message>
    <message>
      <source>Đồng bộ với tỉnh</source>
      <translation>Exchange with the province</translation>
    </message>
    <message>
      <source>Đồng hồ máy này lệch {minutes} phút so với tỉnh, hãy chỉnh lại.</source>
      <translation>This PC's clock is {minutes} minutes away from the province's, please set it.</translation>
    </message>
  </context>
  <context>
    <name>SyncSteps</name>
    <message>
      <source>Gửi</source>
      <translation>Send</translation>
    </message>
    <message>
      <source>Gửi tệp</source>
      <translation>Send files</translation>
    </message>
    <message>
      <source>Gửi {count} nội dung</source>
      <translation>Send {count} records</translation>
    </message>
    <message>
      <source>Gửi {count} tệp</source>
      <translation>Send {count} files</translation>
    </message>
    <message>
      <source>Hồ sơ đã về tỉnh an toàn. Còn {files} tệp minh chứng, {size}. Tắt máy lúc nào cũng được, lần sau gửi tiếp.</source>
      <translation>The dossiers are safe at the province. {files} evidence files are left, {size}. The PC may be switched off at any time; the rest is sent next time.</translation>
    </message>
    <message>
      <source>Kết nối</source>
      <translation>Connect</translation>
    </message>
    <message>
      <source>Nhận</source>
      <translation>Receive</translation>
    </message>
    <message>
      <source>Nhận {count} nội dung</source>
      <translation>Receive {count} records</translation>
    </message>
    <message>
      <source>Tiến độ đồng bộ</source>
      <translation>Progress of the exchange</translation>
    </message>
    <message>
      <source>{done} trên {total}</source>
      <translation>{done} of {total}</translation>
    </message>
    <message>
      <source>Đang gửi hồ sơ. Những gì tỉnh đã ghi nhận không phải gửi lại.</source>
      <translation>Sending dossiers. What the province confirmed is not sent again.</translation>
    </message>
    <message>
      <source>Đang nhận kết quả và ý kiến của tỉnh.</source>
      <translation>Receiving the province's results and remarks.</translation>
    </message>
    <message>
      <source>Đang nối tới máy chủ tỉnh.</source>
      <translation>Reaching the province's server.</translation>
    </message>
    <message>
      <source>Đang đối chiếu hai phía.</source>
      <translation>Comparing both sides.</translation>
    </message>
    <message>
      <source>Đối chiếu</source>
      <translation>Compare</translation>
    </message>
  </context>
  <context>
    <name>TermDialog</name>
    <message>
      <source>Có giá trị đến hết ngày</source>
      <translation>Valid through</translation>
    </message>
    <message>
      <source>Ghi</source>
      <translation>Write</translation>
    </message>
    <message>
      <source>Giấy này không có thời hạn</source>
      <translation>This paper has no end</translation>
    </message>
    <message>
      <source>Hồ sơ nâng hạng, phân hạng lại chỉ dùng lại giấy còn hạn, nên hãy ghi theo đúng giấy.</source>
      <translation>An upgrade or a re-assessment uses valid papers only, so write what stands on the paper.</translation>
    </message>
    <message>
      <source>Ngày cấp</source>
      <translation>Issued on</translation>
    </message>
    <message>
      <source>Ngày cấp và hạn của giấy</source>
      <translation>Dates of the paper</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
  </context>
  <context>
    <name>TodayPage</name>
    <message>
      <source>Bạn dừng lúc {moment}.</source>
      <translation>You stopped at {moment}.</translation>
    </message>
    <message>
      <source>Bắt đầu</source>
      <translation>Begin</translation>
    </message>
    <message>
      <source>Chưa có hồ sơ nào. Khi chủ thể nộp giấy tờ, hãy nhận hồ sơ ở đây.</source>
      <translation>No dossiers yet. When a producer brings papers, receive the dossier here.</translation>
    </message>
    <message>
      <source>Chờ chủ thể bổ sung</source>
      <translation>Waiting for the producer's papers</translation>
    </message>
    <message>
      <source>Còn thiếu {count} mục</source>
      <translation>{count} things missing</translation>
    </message>
    <message>
      <source>Hạn</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Hồ sơ còn một tuần là đến hạn theo luật sẽ hiện ở đây, gần nhất đứng trước.</source>
      <translation>Dossiers that are due by law within a week are shown here, the nearest first.</translation>
    </message>
    <message>
      <source>Hồ sơ {product}</source>
      <translation>Dossier {product}</translation>
    </message>
    <message>
      <source>Hồ sơ đang xử lý</source>
      <translation>Dossiers in work</translation>
    </message>
    <message>
      <source>Không có hồ sơ nào chờ tiếp nhận.</source>
      <translation>No dossier waits to be taken up.</translation>
    </message>
    <message>
      <source>Không có việc nào sắp đến hạn.</source>
      <translation>Nothing is due soon.</translation>
    </message>
    <message>
      <source>Kiểm tra thành phần hồ sơ</source>
      <translation>Check the components</translation>
    </message>
    <message>
      <source>Làm tiếp</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>Mới nhận, đang kiểm tra</source>
      <translation>Just received, being checked</translation>
    </message>
    <message>
      <source>Mở</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Mở in và ký</source>
      <translation>Open print and sign</translation>
    </message>
    <message>
      <source>Mở kiểm tra</source>
      <translation>Open the check</translation>
    </message>
    <message>
      <source>Mở đánh giá</source>
      <translation>Open the assessment</translation>
    </message>
    <message>
      <source>Nhận hồ sơ</source>
      <translation>Receive a dossier</translation>
    </message>
    <message>
      <source>Sắp đến hạn</source>
      <translation>Due soon</translation>
    </message>
    <message>
      <source>Sửa theo ý kiến của tỉnh rồi gửi lại</source>
      <translation>Follow the province's remarks and send again</translation>
    </message>
    <message>
      <source>Trình ký báo cáo Mẫu 03 rồi gửi tỉnh</source>
      <translation>Have report Form 03 signed, then send it</translation>
    </message>
    <message>
      <source>Tỉnh trả lại</source>
      <translation>Returned by the province</translation>
    </message>
    <message>
      <source>Việc</source>
      <translation>Work</translation>
    </message>
    <message>
      <source>Xem còn thiếu</source>
      <translation>See what is missing</translation>
    </message>
    <message>
      <source>Xem ý kiến</source>
      <translation>See the remarks</translation>
    </message>
    <message>
      <source>và {count} hồ sơ khác</source>
      <translation>and {count} more dossiers</translation>
    </message>
    <message>
      <source>{count} hồ sơ chờ tiếp nhận.</source>
      <translation>{count} dossiers wait to be taken up.</translation>
    </message>
    <message>
      <source>{count} việc sắp đến hạn, {late} việc đã quá hạn.</source>
      <translation>{count} things due soon, {late} of them late.</translation>
    </message>
    <message>
      <source>{count} việc sắp đến hạn.</source>
      <translation>{count} things due soon.</translation>
    </message>
    <message>
      <source>Đang đánh giá</source>
      <translation>Being assessed</translation>
    </message>
    <message>
      <source>Đánh giá bốn nội dung, in báo cáo Mẫu 03</source>
      <translation>Assess the four matters, print report Form 03</translation>
    </message>
    <message>
      <source>Đã chốt, chờ ký</source>
      <translation>Sealed, to be signed</translation>
    </message>
    <message>
      <source>Đã gửi tỉnh</source>
      <translation>Sent to the province</translation>
    </message>
  </context>
  <context>
    <name>TwinsNotice</name>
    <message>
      <source>Mã sản phẩm {number}</source>
      <translation>Product code {number}</translation>
    </message>
    <message>
      <source>Mở hồ sơ</source>
      <translation>Open dossier</translation>
    </message>
    <message>
      <source>Mở một hồ sơ: cấp số phiếu khác, hoặc đổi mã, ở bước 1, ô Số phiếu và mã sản phẩm.</source>
      <translation>Open one dossier: give it another reception number, or change the code, in step 1, under Reception number and product code.</translation>
    </message>
    <message>
      <source>Số phiếu {number}</source>
      <translation>Reception number {number}</translation>
    </message>
    <message>
      <source>Số trùng</source>
      <translation>Numbers that stand twice</translation>
    </message>
    <message>
      <source>và {count} số khác</source>
      <translation>and {count} more</translation>
    </message>
  </context>
  <context>
    <name>UnitPicker</name>
    <message>
      <source>Gõ tên đơn vị, không cần dấu.</source>
      <translation>Type the name of the unit, no accents needed.</translation>
    </message>
    <message>
      <source>Không thấy. Hãy gõ ít chữ hơn.</source>
      <translation>Not found. Try fewer letters.</translation>
    </message>
    <message>
      <source>Tên đơn vị, gõ không cần dấu</source>
      <translation>Name of the unit, no accents needed</translation>
    </message>
    <message>
      <source>Ví dụ: tan trao, hoặc mã 02545</source>
      <translation>Example: tan trao, or the code 02545</translation>
    </message>
    <message>
      <source>Ví dụ: tuyen quang</source>
      <translation>Example: tuyen quang</translation>
    </message>
    <message>
      <source>↑ ↓ để chọn, Enter để lấy</source>
      <translation>↑ ↓ choose, Enter takes</translation>
    </message>
  </context>
  <context>
    <name>Unlock</name>
    <message>
      <source>Ai vào làm việc?</source>
      <translation>Who comes in to work?</translation>
    </message>
    <message>
      <source>Cán bộ {number}</source>
      <translation>Officer {number}</translation>
    </message>
    <message>
      <source>Câu mật khẩu</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Câu vừa gõ có chữ có dấu: hãy xem Unikey đang ở kiểu gõ nào.</source>
      <translation>What you typed has accents: look which input method Unikey uses.</translation>
    </message>
    <message>
      <source>Dùng câu mật khẩu</source>
      <translation>Use the passphrase</translation>
    </message>
    <message>
      <source>Gõ khóa trên tờ giấy, rồi đặt câu mật khẩu mới. Khóa khôi phục vẫn dùng được về sau.</source>
      <translation>Type the key from the sheet, then choose a new passphrase. The recovery key still works afterwards.</translation>
    </message>
    <message>
      <source>Hiện chữ</source>
      <translation>Show letters</translation>
    </message>
    <message>
      <source>Hồ sơ trên máy này được khóa bằng câu mật khẩu.</source>
      <translation>The dossiers on this PC are locked by a passphrase.</translation>
    </message>
    <message>
      <source>Khóa khôi phục</source>
      <translation>Recovery key</translation>
    </message>
    <message>
      <source>Khóa khôi phục (trên tờ giấy đã in)</source>
      <translation>Recovery key (on the printed sheet)</translation>
    </message>
    <message>
      <source>Không có tờ khóa?</source>
      <translation>No recovery sheet?</translation>
    </message>
    <message>
      <source>Không cần mạng. Mã dùng một lần, trong 24 giờ; chữ đọc đi không phải là bí mật.</source>
      <translation>Needs no line. The answer serves once, within 24 hours; what you read out is no secret.</translation>
    </message>
    <message>
      <source>Mã tỉnh đọc lại</source>
      <translation>The province's answer</translation>
    </message>
    <message>
      <source>Mã tỉnh đọc lại, 6 nhóm 5 chữ</source>
      <translation>The province's answer, 6 groups of 5</translation>
    </message>
    <message>
      <source>Mở</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Mở bằng khóa khôi phục</source>
      <translation>Open with the recovery key</translation>
    </message>
    <message>
      <source>Mở hồ sơ</source>
      <translation>Open the dossiers</translation>
    </message>
    <message>
      <source>Nhờ tỉnh mở qua điện thoại</source>
      <translation>Opened by the province over the telephone</translation>
    </message>
    <message>
      <source>Phím Caps Lock đang bật.</source>
      <translation>Caps Lock is on.</translation>
    </message>
    <message>
      <source>Quên câu mật khẩu?</source>
      <translation>Passphrase forgotten?</translation>
    </message>
    <message>
      <source>Đang mở…</source>
      <translation>Opening…</translation>
    </message>
    <message>
      <source>Đang nâng cấp hoặc mở dữ liệu lớn, có thể mất một phút. Dữ liệu cũ vẫn được giữ nguyên.</source>
      <translation>The data is being upgraded, or is large: this may take a minute. The data as it was is kept.</translation>
    </message>
    <message>
      <source>Đọc cho văn phòng OCOP tỉnh, hoặc chụp ảnh gửi</source>
      <translation>Read this to the provincial OCOP office, or send a photograph</translation>
    </message>
    <message>
      <source>Đợi {seconds} giây</source>
      <translation>Wait {seconds} seconds</translation>
    </message>
  </context>
  <context>
    <name>UpdateCard</name>
    <message>
      <source>Bản cập nhật (*.ocopupdate);;Mọi tệp (*)</source>
      <translation>Updates (*.ocopupdate);;All files (*)</translation>
    </message>
    <message>
      <source>Bản mới của chương trình</source>
      <translation>New version of the program</translation>
    </message>
    <message>
      <source>Bản {version} đã sẵn sàng. Đóng chương trình này rồi mở tệp {start} trong thư mục bản mới. Bản {running} đang dùng vẫn còn nguyên ở chỗ cũ.</source>
      <translation>Version {version} is ready. Close this program, then open the file {start} in the folder of the new version. Version {running}, in use now, stays where it is.</translation>
    </message>
    <message>
      <source>Dừng tải</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Mở thư mục bản mới</source>
      <translation>Open the folder of the new version</translation>
    </message>
    <message>
      <source>Nhận bản mới từ tệp</source>
      <translation>Take a new version from a file</translation>
    </message>
    <message>
      <source>Nhận bản mới từ tệp…</source>
      <translation>Take a new version from a file…</translation>
    </message>
    <message>
      <source>Tải bản mới từ tỉnh</source>
      <translation>Get a new version from the province</translation>
    </message>
    <message>
      <source>Tệp do tỉnh đưa, mang đến bằng USB (.ocopupdate).</source>
      <translation>A file of the province's, brought by stick (.ocopupdate).</translation>
    </message>
    <message>
      <source>Đang dùng bản {running}. Bản mới do người được tỉnh giao ký; chương trình không tự tải.</source>
      <translation>Version {running} is in use. New versions are signed by people the province trusts with it; the program fetches none by itself.</translation>
    </message>
    <message>
      <source>Đang hỏi tỉnh…</source>
      <translation>Asking the province…</translation>
    </message>
    <message>
      <source>Đang kiểm tra và mở gói…</source>
      <translation>Checking and unpacking…</translation>
    </message>
    <message>
      <source>Đang tải: {here} trong {all}. Đứt mạng thì lần sau tải tiếp từ đó.</source>
      <translation>Fetching: {here} of {all}. If the line breaks, the next time goes on from there.</translation>
    </message>
    <message>
      <source>Đã nhận bản {version}.</source>
      <translation>Version {version} is here.</translation>
    </message>
  </context>
  <context>
    <name>WindowSection</name>
    <message>
      <source>Cửa sổ</source>
      <translation>Window</translation>
    </message>
    <message>
      <source>Màu nền</source>
      <translation>Colours</translation>
    </message>
    <message>
      <source>Ngôn ngữ</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Ngôn ngữ đổi khi mở lại chương trình.</source>
      <translation>The language changes when the program is opened again.</translation>
    </message>
    <message>
      <source>Phông chữ</source>
      <translation>Font</translation>
    </message>
    <message>
      <source>Phông chữ của hệ thống</source>
      <translation>The system's font</translation>
    </message>
    <message>
      <source>Sáng</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Theo hệ thống</source>
      <translation>As the system</translation>
    </message>
    <message>
      <source>Tối</source>
      <translation>Dark</translation>
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message>
      <source>Cán bộ</source>
      <translation>Officer</translation>
    </message>
    <message>
      <source>Khóa Ctrl L</source>
      <translation>Lock Ctrl L</translation>
    </message>
  </context>
  <context>
    <name>_Enrolment</name>
    <message>
      <source>Chọn chứng thư riêng của tỉnh</source>
      <translation>Choose the province's own certificate</translation>
    </message>
    <message>
      <source>Chọn chứng thư riêng của tỉnh…</source>
      <translation>Choose the province's own certificate…</translation>
    </message>
    <message>
      <source>Chứng thư (*.crt *.cer *.pem *.der);;Mọi tệp (*)</source>
      <translation>Certificates (*.crt *.cer *.pem *.der);;All files (*)</translation>
    </message>
    <message>
      <source>Không thấy mã ghi danh trong ảnh này. Hãy gõ địa chỉ và mã trên phiếu.</source>
      <translation>There is no enrolment code in this picture. Type the address and the code of the sheet.</translation>
    </message>
    <message>
      <source>Mã đăng ký</source>
      <translation>Registration code</translation>
    </message>
    <message>
      <source>Tên máy, để tỉnh nhận ra</source>
      <translation>Name of this PC, for the province</translation>
    </message>
    <message>
      <source>Tệp ảnh của phiếu ghi danh do tỉnh cấp; hoặc kéo ảnh vào đây.</source>
      <translation>A picture file of the province's enrolment sheet; or drop the picture here.</translation>
    </message>
    <message>
      <source>Tỉnh đã nhận máy này.</source>
      <translation>The province knows this PC now.</translation>
    </message>
    <message>
      <source>Văn phòng OCOP tỉnh cấp địa chỉ và mã dùng một lần. Chỉ làm một lần cho mỗi máy, lúc có mạng.</source>
      <translation>The provincial OCOP office gives the address and a code for one use. Needed once for each PC, with a line.</translation>
    </message>
    <message>
      <source>Đang đăng ký…</source>
      <translation>Registering…</translation>
    </message>
    <message>
      <source>Đăng ký máy này</source>
      <translation>Register this PC</translation>
    </message>
    <message>
      <source>Đăng ký với tỉnh</source>
      <translation>Register with the province</translation>
    </message>
    <message>
      <source>Địa chỉ máy chủ tỉnh</source>
      <translation>Address of the province's server</translation>
    </message>
    <message>
      <source>Đọc mã QR từ ảnh</source>
      <translation>Read a QR code from a picture</translation>
    </message>
    <message>
      <source>Đọc mã QR từ ảnh…</source>
      <translation>Read a QR code from a picture…</translation>
    </message>
    <message>
      <source>Ảnh (*.png *.jpg *.jpeg *.bmp)</source>
      <translation>Pictures (*.png *.jpg *.jpeg *.bmp)</translation>
    </message>
  </context>
  <context>
    <name>_FieldPart</name>
    <message>
      <source>(để trống)</source>
      <translation>(empty)</translation>
    </message>
    <message>
      <source>Dùng bản máy này</source>
      <translation>Use this PC's</translation>
    </message>
    <message>
      <source>Dùng bản {device}</source>
      <translation>Use the one of {device}</translation>
    </message>
    <message>
      <source>Dùng giá trị này</source>
      <translation>Use this value</translation>
    </message>
    <message>
      <source>Dùng {value}</source>
      <translation>Use {value}</translation>
    </message>
    <message>
      <source>Dữ liệu cá nhân nhạy cảm: mỗi lần xem được ghi vào nhật ký, không ghi nội dung.</source>
      <translation>Sensitive personal data: each look is written in the journal, without the content.</translation>
    </message>
    <message>
      <source>Hiện</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Làm lại: {step}</source>
      <translation>Do it again: {step}</translation>
    </message>
    <message>
      <source>Sửa khác…</source>
      <translation>Another value…</translation>
    </message>
    <message>
      <source>Theo bước: {step}</source>
      <translation>Follow the step: {step}</translation>
    </message>
    <message>
      <source>Trước đó: {value}.</source>
      <translation>Before: {value}.</translation>
    </message>
    <message>
      <source>máy kia</source>
      <translation>the other PC</translation>
    </message>
    <message>
      <source>để trống</source>
      <translation>empty</translation>
    </message>
  </context>
  <context>
    <name>area</name>
    <message>
      <source>chưa có máy</source>
      <translation>no PC yet</translation>
    </message>
    <message>
      <source>chưa liên lạc</source>
      <translation>never</translation>
    </message>
    <message>
      <source>{moment}, lâu rồi</source>
      <translation>{moment}, long ago</translation>
    </message>
    <message>
      <source>ở Bộ</source>
      <translation>at the Ministry</translation>
    </message>
    <message>
      <source>ở cấp huyện</source>
      <translation>at the district</translation>
    </message>
    <message>
      <source>ở tỉnh</source>
      <translation>at the province</translation>
    </message>
    <message>
      <source>ở xã</source>
      <translation>at the commune</translation>
    </message>
  </context>
  <context>
    <name>ask</name>
    <message>
      <source>OCOP Desktop</source>
      <translation>OCOP Desktop</translation>
    </message>
  </context>
  <context>
    <name>calendar</name>
    <message>
      <source>45 ngày</source>
      <translation>45 days</translation>
    </message>
    <message>
      <source>45 ngày phân hạng lại, tính từ ngày tỉnh tiếp nhận để xét; chưa tiếp nhận thì tính từ ngày gửi</source>
      <translation>45 days for the re-assessment, from the day the province took it up as complete; before that, from the day it was sent</translation>
    </message>
    <message>
      <source>Báo cáo {period}</source>
      <translation>Report {period}</translation>
    </message>
    <message>
      <source>Bắt đầu nhận hồ sơ phân hạng lại (180 ngày trước khi hết hạn)</source>
      <translation>Filing for re-assessment opens (180 days before the end)</translation>
    </message>
    <message>
      <source>Chuyển tiếp</source>
      <translation>Transition</translation>
    </message>
    <message>
      <source>Giấy chứng nhận hết hạn (36 tháng)</source>
      <translation>The certificate ends (36 months)</translation>
    </message>
    <message>
      <source>Giấy chứng nhận kéo dài nhiều nhất đến ngày này (180 ngày)</source>
      <translation>The certificate is stretched to this day at most (180 days)</translation>
    </message>
    <message>
      <source>Hạn 15 ngày làm việc để xã gửi báo cáo và đề nghị</source>
      <translation>The commune's 15 working days for report and proposal end</translation>
    </message>
    <message>
      <source>Hạn 15 ngày để thu hồi</source>
      <translation>15 days for a withdrawal end</translation>
    </message>
    <message>
      <source>Hạn hoàn thành hồ sơ nộp trước quy định mới</source>
      <translation>Dossiers filed before the new rules had to be finished</translation>
    </message>
    <message>
      <source>Hạn xã</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>Hết hạn GCN</source>
      <translation>Certificate ends</translation>
    </message>
    <message>
      <source>Hết kéo dài</source>
      <translation>Stretch ends</translation>
    </message>
    <message>
      <source>Hết nộp lại</source>
      <translation>Filing closes</translation>
    </message>
    <message>
      <source>Kiểm tra lại</source>
      <translation>Inspect again</translation>
    </message>
    <message>
      <source>Mở nộp lại</source>
      <translation>Filing opens</translation>
    </message>
    <message>
      <source>Ngày cuối nộp hồ sơ phân hạng lại (120 ngày trước khi hết hạn)</source>
      <translation>Last day to file for re-assessment (120 days before the end)</translation>
    </message>
    <message>
      <source>Ngày gửi báo cáo, theo kế hoạch của tỉnh</source>
      <translation>Day to send the report, by the province's plan</translation>
    </message>
    <message>
      <source>Ngày kiểm tra lại, do cơ quan kiểm tra đặt</source>
      <translation>The day to inspect again, set by the inspecting office</translation>
    </message>
    <message>
      <source>Ngày nhận hồ sơ muộn nhất còn đủ 15 ngày làm việc cho đợt {number} năm {year}</source>
      <translation>Last reception that has all 15 working days before round {number} of {year}</translation>
    </message>
    <message>
      <source>Nhận cho đợt {number}</source>
      <translation>Receive for round {number}</translation>
    </message>
    <message>
      <source>Thu hồi</source>
      <translation>Withdrawal</translation>
    </message>
    <message>
      <source>Tỉnh xong đợt {number}</source>
      <translation>Round {number} done</translation>
    </message>
    <message>
      <source>Tỉnh đánh giá xong trước ngày này, đợt {number} năm {year}</source>
      <translation>The province assesses before this day, round {number} of {year}</translation>
    </message>
    <message>
      <source>Xã đề nghị trước ngày này để vào đợt {number} năm {year}</source>
      <translation>The commune proposes before this day for round {number} of {year}</translation>
    </message>
    <message>
      <source>còn {count} ngày</source>
      <translation>{count} days left</translation>
    </message>
    <message>
      <source>hôm nay</source>
      <translation>today</translation>
    </message>
    <message>
      <source>quá {count} ngày</source>
      <translation>{count} days late</translation>
    </message>
    <message>
      <source>Đề nghị đợt {number}</source>
      <translation>Propose, round {number}</translation>
    </message>
  </context>
  <context>
    <name>care</name>
    <message>
      <source>bấm tay</source>
      <translation>by hand</translation>
    </message>
    <message>
      <source>trước khi khôi phục</source>
      <translation>before a restore</translation>
    </message>
    <message>
      <source>trước khi nâng cấp</source>
      <translation>before an upgrade</translation>
    </message>
    <message>
      <source>tự động</source>
      <translation>automatic</translation>
    </message>
    <message>
      <source>{dossiers} hồ sơ · {files} tệp · {size} MB</source>
      <translation>{dossiers} dossiers · {files} files · {size} MB</translation>
    </message>
  </context>
  <context>
    <name>councils</name>
    <message>
      <source>, có chủ tịch</source>
      <translation>, the chair among them</translation>
    </message>
    <message>
      <source>Biên bản</source>
      <translation>Minutes</translation>
    </message>
    <message>
      <source>Bảng kết quả</source>
      <translation>Result table</translation>
    </message>
    <message>
      <source>Chênh lệch tối đa (điểm, 0: không giới hạn)</source>
      <translation>Greatest spread (points, 0: no limit)</translation>
    </message>
    <message>
      <source>Chênh quá mức</source>
      <translation>Too far apart</translation>
    </message>
    <message>
      <source>Chưa đủ phiếu</source>
      <translation>Not enough sheets</translation>
    </message>
    <message>
      <source>Chấm điểm, được tính vào số thành viên</source>
      <translation>Scores, counts as a member</translation>
    </message>
    <message>
      <source>Chủ tịch</source>
      <translation>Chair</translation>
    </message>
    <message>
      <source>Chức vụ</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>Có phiếu chưa xong</source>
      <translation>A sheet is unfinished</translation>
    </message>
    <message>
      <source>Cơ quan</source>
      <translation>Office</translation>
    </message>
    <message>
      <source>Dự thảo quyết định</source>
      <translation>Draft decision</translation>
    </message>
    <message>
      <source>Hai lần nhập lệch</source>
      <translation>Entries differ</translation>
    </message>
    <message>
      <source>Hai phiếu chênh nhau quá {points} điểm thì thảo luận, chấm lại</source>
      <translation>Two sheets more than {points} points apart: discuss and score again</translation>
    </message>
    <message>
      <source>Họ và tên</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Hồ sơ đã gửi lên và chưa có trong phiên họp này: {count}.</source>
      <translation>Dossiers handed over and not before this session: {count}.</translation>
    </message>
    <message>
      <source>Hội đồng và quy tắc</source>
      <translation>Council and rules</translation>
    </message>
    <message>
      <source>In phiếu chấm</source>
      <translation>Print score sheets</translation>
    </message>
    <message>
      <source>Không giới hạn chênh lệch giữa các phiếu</source>
      <translation>No limit to the spread between sheets</translation>
    </message>
    <message>
      <source>Lập hội đồng</source>
      <translation>Set up a council</translation>
    </message>
    <message>
      <source>Mốc sao của hội đồng tính theo</source>
      <translation>The council reaches a star mark by</translation>
    </message>
    <message>
      <source>Mốc sao của hội đồng: {how}</source>
      <translation>Star marks of the council: {how}</translation>
    </message>
    <message>
      <source>Mỗi thành viên một phiếu cho từng hồ sơ, theo bộ tiêu chí của hồ sơ đó.</source>
      <translation>One sheet for each member and dossier, by the rubric of that dossier.</translation>
    </message>
    <message>
      <source>Mở phiên họp</source>
      <translation>Open a session</translation>
    </message>
    <message>
      <source>Ngày họp</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Ngày quyết định</source>
      <translation>Day of the decision</translation>
    </message>
    <message>
      <source>Nhập hai lần độc lập, so hai lần nhập (nhập kép)</source>
      <translation>Enter twice, independently, and compare (double entry)</translation>
    </message>
    <message>
      <source>Phiên họp</source>
      <translation>Session</translation>
    </message>
    <message>
      <source>Phiếu</source>
      <translation>Sheets</translation>
    </message>
    <message>
      <source>Phó Chủ tịch</source>
      <translation>Deputy chair</translation>
    </message>
    <message>
      <source>Phải có phiếu của chủ tịch hội đồng</source>
      <translation>The chair's sheet is needed</translation>
    </message>
    <message>
      <source>Quy chế hoạt động (số, ngày)</source>
      <translation>Regulation (number, day)</translation>
    </message>
    <message>
      <source>Quyết định để Quy chế hoạt động của từng tỉnh quy định. Mặc định: 75 % và 10 điểm theo nơi đã thấy (Tây Ninh, Đồng Tháp, trước Quyết định 26/2026); cách gộp mốc sao chưa thấy văn bản nào nêu, là mặc định của chương trình. Hãy sửa theo Quy chế của tỉnh.</source>
      <translation>The decision leaves this to each province's regulation. Defaults: 75 % and 10 points as seen elsewhere (Tây Ninh, Đồng Tháp, before Decision 26/2026); how star marks are combined was found in no text and is this program's default. Change them as your province's regulation says.</translation>
    </message>
    <message>
      <source>Số quyết định thành lập</source>
      <translation>Founding decision</translation>
    </message>
    <message>
      <source>Thành phần theo Điều 7 khoản 3: lãnh đạo UBND tỉnh hoặc người được ủy quyền, các sở, văn phòng OCOP tỉnh, có thể mời chuyên gia và hiệp hội.</source>
      <translation>Members under Article 7.3: a leader of the province or a delegate, the departments, the provincial OCOP office; experts and associations may be invited.</translation>
    </message>
    <message>
      <source>Thành viên</source>
      <translation>Member</translation>
    </message>
    <message>
      <source>Thành viên hội đồng</source>
      <translation>Member of the council</translation>
    </message>
    <message>
      <source>Thư ký</source>
      <translation>Secretary</translation>
    </message>
    <message>
      <source>Tên hội đồng</source>
      <translation>Name of the council</translation>
    </message>
    <message>
      <source>Tất cả thành viên chấm điểm</source>
      <translation>All members who score</translation>
    </message>
    <message>
      <source>Tờ trình</source>
      <translation>Proposal</translation>
    </message>
    <message>
      <source>Vai trò</source>
      <translation>Role</translation>
    </message>
    <message>
      <source>Xem trước và in</source>
      <translation>Preview and print</translation>
    </message>
    <message>
      <source>dở</source>
      <translation>begun</translation>
    </message>
    <message>
      <source>lần 2</source>
      <translation>2nd</translation>
    </message>
    <message>
      <source>lệch</source>
      <translation>differs</translation>
    </message>
    <message>
      <source>mọi phiếu đạt mốc</source>
      <translation>every sheet reaches it</translation>
    </message>
    <message>
      <source>quá nửa số phiếu đạt mốc</source>
      <translation>more than half of the sheets reach it</translation>
    </message>
    <message>
      <source>Đã ghi kết quả</source>
      <translation>Result recorded</translation>
    </message>
    <message>
      <source>Đã nhập xong</source>
      <translation>As entered</translation>
    </message>
    <message>
      <source>Đưa hồ sơ vào phiên họp</source>
      <translation>Put a dossier before the session</translation>
    </message>
    <message>
      <source>Để trống, có tên thành viên</source>
      <translation>Blank, with the member's name</translation>
    </message>
    <message>
      <source>Địa điểm</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Đủ họp khi có từ {percent} % thành viên chấm điểm</source>
      <translation>Quorum: {percent} % of the scoring members</translation>
    </message>
    <message>
      <source>Đủ họp từ bao nhiêu % thành viên</source>
      <translation>Quorum in % of members</translation>
    </message>
    <message>
      <source>Đủ để kết luận</source>
      <translation>Ready to conclude</translation>
    </message>
    <message>
      <source>điểm trung bình của tiêu chí đạt mốc</source>
      <translation>the criterion's average reaches it</translation>
    </message>
    <message>
      <source>Ủy viên</source>
      <translation>Member</translation>
    </message>
  </context>
  <context>
    <name>dossier_list</name>
    <message>
      <source>(chưa có tên sản phẩm)</source>
      <translation>(no product name yet)</translation>
    </message>
    <message>
      <source>còn {count} ngày</source>
      <translation>{count} days left</translation>
    </message>
    <message>
      <source>hạn hôm nay</source>
      <translation>due today</translation>
    </message>
    <message>
      <source>quá {count} ngày</source>
      <translation>{count} days late</translation>
    </message>
    <message>
      <source>{count} mục</source>
      <translation>{count} missing</translation>
    </message>
    <message>
      <source>Đã về tỉnh {moment}</source>
      <translation>At the province {moment}</translation>
    </message>
    <message>
      <source>đủ</source>
      <translation>complete</translation>
    </message>
  </context>
  <context>
    <name>following</name>
    <message>
      <source>Giấy chứng nhận đã hết hạn {ends} trước ngày nhận hồ sơ; kỳ nộp phân hạng lại là {first} đến {last} ({article}). Tỉnh quyết định có nhận không.</source>
      <translation>The certificate had ended on {ends} before the dossier was received; the days to file were {first} to {last} ({article}). The province decides whether to take it.</translation>
    </message>
    <message>
      <source>Kỳ nộp {first} đến {last} đã qua trước khi có Quyết định 26/2026: giấy chứng nhận hết hạn {ends} được kéo dài đến khi có kết quả, chậm nhất {until} (Điều 12 khoản 3).</source>
      <translation>The days to file, {first} to {last}, had passed before Decision 26/2026 came: the certificate that ends on {ends} is stretched until the result, at the latest to {until} (Article 12.3).</translation>
    </message>
    <message>
      <source>Nộp sau kỳ phân hạng lại: kỳ nộp từ {first} đến {last}, giấy chứng nhận hết hạn {ends} ({article}). Tỉnh quyết định có nhận không.</source>
      <translation>Filed after the days for re-assessment: {first} to {last}, the certificate ends on {ends} ({article}). The province decides whether to take it.</translation>
    </message>
    <message>
      <source>Nộp sớm hơn kỳ phân hạng lại: kỳ nộp từ {first} đến {last}, giấy chứng nhận hết hạn {ends} ({article}).</source>
      <translation>Filed before the days for re-assessment: {first} to {last}, the certificate ends on {ends} ({article}).</translation>
    </message>
    <message>
      <source>Nộp trong kỳ {first} đến {last}; giấy chứng nhận hết hạn {ends} ({article}).</source>
      <translation>Filed within {first} to {last}; the certificate ends on {ends} ({article}).</translation>
    </message>
    <message>
      <source>chưa rõ hạn</source>
      <translation>term unknown</translation>
    </message>
    <message>
      <source>còn hạn</source>
      <translation>valid</translation>
    </message>
    <message>
      <source>cấp {day}</source>
      <translation>issued {day}</translation>
    </message>
    <message>
      <source>hạn {day}</source>
      <translation>valid to {day}</translation>
    </message>
    <message>
      <source>hết hạn</source>
      <translation>ended</translation>
    </message>
    <message>
      <source>hết hạn {day}</source>
      <translation>ended {day}</translation>
    </message>
    <message>
      <source>không thời hạn</source>
      <translation>no end</translation>
    </message>
  </context>
  <context>
    <name>history</name>
    <message>
      <source>Bỏ bước vừa chuyển, vì hai máy cùng sửa</source>
      <translation>The last step was taken back because two PCs had changed the dossier</translation>
    </message>
    <message>
      <source>Bỏ số {before} của báo cáo</source>
      <translation>Took back number {before} of the report</translation>
    </message>
    <message>
      <source>Bỏ tệp {name} ở dòng {row}</source>
      <translation>File {name} taken from row {row}</translation>
    </message>
    <message>
      <source>Bỏ văn bản số {number} khỏi sổ văn bản đi: {reason}</source>
      <translation>Removed document {number} from the register: {reason}</translation>
    </message>
    <message>
      <source>Chuyển hồ sơ lên tỉnh</source>
      <translation>Passed on to the province</translation>
    </message>
    <message>
      <source>Chấm lại một phiếu</source>
      <translation>A score sheet was changed</translation>
    </message>
    <message>
      <source>Chọn giữa hai bản: {fields}. {reason}</source>
      <translation>Decided between two versions: {fields}. {reason}</translation>
    </message>
    <message>
      <source>Chốt báo cáo, lần {revision}</source>
      <translation>Report sealed, version {revision}</translation>
    </message>
    <message>
      <source>Chờ chủ thể bổ sung: {reason}</source>
      <translation>Waiting for the producer's papers: {reason}</translation>
    </message>
    <message>
      <source>Cấp mã sản phẩm {code}</source>
      <translation>Gave product code {code}</translation>
    </message>
    <message>
      <source>Cấp số phiếu khác, {number}, thay {before} bị trùng</source>
      <translation>Given another reception number, {number}, instead of {before}, which stood twice</translation>
    </message>
    <message>
      <source>Ghi công nhận {stars} sao</source>
      <translation>Recognition recorded: {stars} stars</translation>
    </message>
    <message>
      <source>Ghi kết quả hội đồng: {stars} sao</source>
      <translation>Council result recorded: {stars} stars</translation>
    </message>
    <message>
      <source>Ghi kết quả kiểm tra</source>
      <translation>Inspection recorded</translation>
    </message>
    <message>
      <source>Ghi ngày cấp, hạn của tệp {name}</source>
      <translation>Wrote the dates of {name}</translation>
    </message>
    <message>
      <source>Ghi quyết định hạ hạng</source>
      <translation>Lower rank recorded</translation>
    </message>
    <message>
      <source>Ghi quyết định thu hồi</source>
      <translation>Withdrawal recorded</translation>
    </message>
    <message>
      <source>Ghi số {number}, ngày {day} cho báo cáo</source>
      <translation>Entered number {number}, day {day} for the report</translation>
    </message>
    <message>
      <source>Ghi văn bản số {number} vào sổ văn bản đi</source>
      <translation>Entered document {number} in the register</translation>
    </message>
    <message>
      <source>Ghép lịch sử với sản phẩm {other}: {reason}</source>
      <translation>History joined with product {other}: {reason}</translation>
    </message>
    <message>
      <source>Giao hồ sơ từ {before} cho {to}</source>
      <translation>Handed the dossier from {before} to {to}</translation>
    </message>
    <message>
      <source>Gửi hồ sơ đi tỉnh</source>
      <translation>Send the dossier to the province</translation>
    </message>
    <message>
      <source>Hai máy cùng sửa, cần chọn</source>
      <translation>Changed on two PCs, to be decided</translation>
    </message>
    <message>
      <source>Lấy bản in {paper}</source>
      <translation>Print made of {paper}</translation>
    </message>
    <message>
      <source>Lập hồ sơ từ hồ sơ trước của sản phẩm, mang theo {files} tệp còn hạn</source>
      <translation>Made from the product's dossier before, with {files} valid files</translation>
    </message>
    <message>
      <source>Mẫu số {number}</source>
      <translation>Form {number}</translation>
    </message>
    <message>
      <source>Mở lại kết quả hội đồng: {reason}</source>
      <translation>Council result reopened: {reason}</translation>
    </message>
    <message>
      <source>Mở lại để sửa: {reason}</source>
      <translation>Opened again to change: {reason}</translation>
    </message>
    <message>
      <source>Mở xem {label}</source>
      <translation>Looked at {label}</translation>
    </message>
    <message>
      <source>Nhận hồ sơ</source>
      <translation>Receive a dossier</translation>
    </message>
    <message>
      <source>Nhập xong một phiếu chấm</source>
      <translation>A score sheet was entered</translation>
    </message>
    <message>
      <source>Rút hồ sơ: {reason}</source>
      <translation>Dossier withdrawn: {reason}</translation>
    </message>
    <message>
      <source>Sửa dòng trong sổ văn bản đi</source>
      <translation>Changed a line of the register</translation>
    </message>
    <message>
      <source>Sửa nội dung</source>
      <translation>Content changed</translation>
    </message>
    <message>
      <source>Sửa điều đã ghi về sản phẩm</source>
      <translation>A record about the product was corrected</translation>
    </message>
    <message>
      <source>Sửa: {fields}</source>
      <translation>Changed: {fields}</translation>
    </message>
    <message>
      <source>Thêm tệp {name} vào dòng {row}</source>
      <translation>File {name} added to row {row}</translation>
    </message>
    <message>
      <source>Tiếp nhận để xét</source>
      <translation>Taken up for assessment</translation>
    </message>
    <message>
      <source>Tiếp tục xử lý</source>
      <translation>Go on with it</translation>
    </message>
    <message>
      <source>Tách lịch sử khỏi sản phẩm {other}: {reason}</source>
      <translation>History separated from product {other}: {reason}</translation>
    </message>
    <message>
      <source>Tỉnh chưa nhận một nội dung</source>
      <translation>The province did not take a change</translation>
    </message>
    <message>
      <source>Tỉnh trả lại: {reason}</source>
      <translation>Returned by the province: {reason}</translation>
    </message>
    <message>
      <source>Vi phạm đã được khắc phục: {note}</source>
      <translation>The breach was put right: {note}</translation>
    </message>
    <message>
      <source>Xuất hồ sơ điện tử, {files} tệp</source>
      <translation>Electronic dossier exported, {files} files</translation>
    </message>
    <message>
      <source>Xác nhận ngừng sản xuất</source>
      <translation>Production confirmed as stopped</translation>
    </message>
    <message>
      <source>nháp Mẫu số 03</source>
      <translation>draft of Form 03</translation>
    </message>
    <message>
      <source>{names} và {count} mục khác</source>
      <translation>{names} and {count} more</translation>
    </message>
    <message>
      <source>Đã xem lại hồ sơ</source>
      <translation>Read the dossier as a second person</translation>
    </message>
    <message>
      <source>Đưa vào phiên họp hội đồng</source>
      <translation>Put before a council session</translation>
    </message>
    <message>
      <source>Đổi mã sản phẩm {before} thành {code}: {reason}</source>
      <translation>Changed product code {before} to {code}: {reason}</translation>
    </message>
    <message>
      <source>Đổi quy định áp dụng từ {before} sang {document}: {reason}</source>
      <translation>Changed the law from {before} to {document}: {reason}</translation>
    </message>
  </context>
  <context>
    <name>lists</name>
    <message>
      <source>Bảng PTNT_OCOP (Quyết định 5277, một phần)</source>
      <translation>Table PTNT_OCOP (Decision 5277, partly)</translation>
    </message>
    <message>
      <source>Bỏ qua</source>
      <translation>Passed over</translation>
    </message>
    <message>
      <source>Bộ sản phẩm</source>
      <translation>Product set</translation>
    </message>
    <message>
      <source>Chưa nhập</source>
      <translation>Not imported</translation>
    </message>
    <message>
      <source>Cơ quan công nhận</source>
      <translation>Recognised by</translation>
    </message>
    <message>
      <source>Danh sách chủ thể</source>
      <translation>Producers</translation>
    </message>
    <message>
      <source>Danh sách hồ sơ</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Danh sách sản phẩm OCOP (22 cột)</source>
      <translation>OCOP products (22 columns)</translation>
    </message>
    <message>
      <source>Excel (*.xlsx);;LibreOffice (*.ods);;CSV cho Excel (*.csv)</source>
      <translation>Excel (*.xlsx);;LibreOffice (*.ods);;CSV for Excel (*.csv)</translation>
    </message>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Huyện cũ</source>
      <translation>Former district</translation>
    </message>
    <message>
      <source>Hạng sao</source>
      <translation>Stars</translation>
    </message>
    <message>
      <source>Hạng sao hiện tại</source>
      <translation>Stars today</translation>
    </message>
    <message>
      <source>Loại hình chủ thể</source>
      <translation>Kind of producer</translation>
    </message>
    <message>
      <source>Loại ngày</source>
      <translation>Kind of day</translation>
    </message>
    <message>
      <source>Lần 2: cơ quan</source>
      <translation>2nd time: by</translation>
    </message>
    <message>
      <source>Lần 2: hạng sao</source>
      <translation>2nd time: stars</translation>
    </message>
    <message>
      <source>Lần 2: ngày quyết định</source>
      <translation>2nd time: day</translation>
    </message>
    <message>
      <source>Lần 2: năm</source>
      <translation>2nd time: year</translation>
    </message>
    <message>
      <source>Lần 2: số quyết định</source>
      <translation>2nd time: decision number</translation>
    </message>
    <message>
      <source>Mã sản phẩm</source>
      <translation>Product code</translation>
    </message>
    <message>
      <source>Mới</source>
      <translation>New</translation>
    </message>
    <message>
      <source>Ngày hết hạn</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>Ngày nhận hồ sơ</source>
      <translation>Day of reception</translation>
    </message>
    <message>
      <source>Ngày quyết định</source>
      <translation>Day of the decision</translation>
    </message>
    <message>
      <source>Người đại diện</source>
      <translation>Representative</translation>
    </message>
    <message>
      <source>Nhóm, ngành</source>
      <translation>Group</translation>
    </message>
    <message>
      <source>Năm</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Năm công nhận</source>
      <translation>Year of recognition</translation>
    </message>
    <message>
      <source>Số giấy chứng nhận</source>
      <translation>Certificate number</translation>
    </message>
    <message>
      <source>Số quyết định</source>
      <translation>Decision number</translation>
    </message>
    <message>
      <source>Số đăng ký kinh doanh</source>
      <translation>Business registration number</translation>
    </message>
    <message>
      <source>Thêm vào</source>
      <translation>Added</translation>
    </message>
    <message>
      <source>Thư điện tử</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Tên chủ thể</source>
      <translation>Producer's name</translation>
    </message>
    <message>
      <source>Tên sản phẩm</source>
      <translation>Product's name</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Tỉnh</source>
      <translation>Province</translation>
    </message>
    <message>
      <source>Tỉnh trước 01/7/2025</source>
      <translation>Province before 01/7/2025</translation>
    </message>
    <message>
      <source>Xuất Excel</source>
      <translation>Export to Excel</translation>
    </message>
    <message>
      <source>Xuất bảng</source>
      <translation>Take the table out</translation>
    </message>
    <message>
      <source>Xã, phường</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>cùng một tên</source>
      <translation>the same name</translation>
    </message>
    <message>
      <source>khác cách ghi loại hình</source>
      <translation>another form of organisation</translation>
    </message>
    <message>
      <source>khác dấu</source>
      <translation>other accents</translation>
    </message>
    <message>
      <source>khác một hai chữ cái</source>
      <translation>a letter or two</translation>
    </message>
    <message>
      <source>khác năm, số, quy cách</source>
      <translation>another year, number or size</translation>
    </message>
    <message>
      <source>khác phần địa danh</source>
      <translation>another place</translation>
    </message>
    <message>
      <source>khác thứ tự chữ</source>
      <translation>other word order</translation>
    </message>
    <message>
      <source>thêm hoặc bớt chữ</source>
      <translation>a word more or less</translation>
    </message>
    <message>
      <source>Điểm hội đồng</source>
      <translation>Council's points</translation>
    </message>
    <message>
      <source>Điện thoại</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>Đã có</source>
      <translation>Known</translation>
    </message>
    <message>
      <source>Đã ghi {count} dòng vào {name}.</source>
      <translation>{count} rows written to {name}.</translation>
    </message>
    <message>
      <source>Địa chỉ</source>
      <translation>Address</translation>
    </message>
  </context>
  <context>
    <name>numbers</name>
    <message>
      <source>Mã sản phẩm {number} cũng là của: {others}.</source>
      <translation>Product code {number} is also that of: {others}.</translation>
    </message>
    <message>
      <source>Số phiếu {number} cũng đứng trên hồ sơ: {others}.</source>
      <translation>Reception number {number} also stands on the dossier: {others}.</translation>
    </message>
  </context>
  <context>
    <name>papers</name>
    <message>
      <source>Biên bản họp lấy ý kiến</source>
      <translation>Minutes of the meeting</translation>
    </message>
    <message>
      <source>Biên nhận của tỉnh</source>
      <translation>Receipt of the province</translation>
    </message>
    <message>
      <source>Bìa hồ sơ</source>
      <translation>Dossier cover</translation>
    </message>
    <message>
      <source>Chấm điểm</source>
      <translation>Scoring</translation>
    </message>
    <message>
      <source>Công văn yêu cầu bổ sung</source>
      <translation>Letter asking for missing papers</translation>
    </message>
    <message>
      <source>Công văn đề nghị tỉnh đánh giá</source>
      <translation>Letter proposing to the province</translation>
    </message>
    <message>
      <source>Gửi tỉnh</source>
      <translation>To the province</translation>
    </message>
    <message>
      <source>Kiểm tra</source>
      <translation>Check</translation>
    </message>
    <message>
      <source>Mẫu số 01, Phiếu đăng ký</source>
      <translation>Form 01, Registration</translation>
    </message>
    <message>
      <source>Mẫu số 02, Báo cáo tự đánh giá</source>
      <translation>Form 02, Self-assessment</translation>
    </message>
    <message>
      <source>Mẫu số 03, Báo cáo của xã</source>
      <translation>Form 03, Commune report</translation>
    </message>
    <message>
      <source>Mục lục minh chứng</source>
      <translation>Index of evidence</translation>
    </message>
    <message>
      <source>Nhãn phong bì</source>
      <translation>Envelope label</translation>
    </message>
    <message>
      <source>Phiếu chấm điểm chủ thể tự chấm</source>
      <translation>Score sheet with the producer's own scores</translation>
    </message>
    <message>
      <source>Phiếu chấm điểm để trống</source>
      <translation>Blank score sheet</translation>
    </message>
    <message>
      <source>Phiếu yêu cầu bổ sung đưa chủ thể</source>
      <translation>List of missing papers for the producer</translation>
    </message>
    <message>
      <source>Sau công nhận</source>
      <translation>After recognition</translation>
    </message>
    <message>
      <source>Tiếp nhận</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Tờ trình đề nghị tỉnh đánh giá</source>
      <translation>Submission proposing to the province</translation>
    </message>
    <message>
      <source>Xác nhận ngừng sản xuất</source>
      <translation>Confirmation that production stopped</translation>
    </message>
    <message>
      <source>lưu tệp</source>
      <translation>saved to a file</translation>
    </message>
    <message>
      <source>máy in</source>
      <translation>printer</translation>
    </message>
    <message>
      <source>mở bằng chương trình khác</source>
      <translation>opened in another program</translation>
    </message>
    <message>
      <source>Đánh giá</source>
      <translation>Assessment</translation>
    </message>
  </context>
  <context>
    <name>people</name>
    <message>
      <source>Lãnh đạo: đọc, xem lại, in để ký, xuất nhật ký</source>
      <translation>Leader: reads, reviews, prints to sign, exports the journal</translation>
    </message>
    <message>
      <source>Nhập liệu: nhận, sửa, chốt, gửi hồ sơ</source>
      <translation>Entry: receives, edits, seals, sends dossiers</translation>
    </message>
    <message>
      <source>Quản trị máy: người dùng, ghi danh, sao lưu, khôi phục</source>
      <translation>Administrator of the PC: people, enrolment, backup, restore</translation>
    </message>
    <message>
      <source>Văn thư: ghi số, gắn bản quét, gửi</source>
      <translation>Clerk: numbers, attaches scans, sends</translation>
    </message>
    <message>
      <source>lãnh đạo</source>
      <translation>leader</translation>
    </message>
    <message>
      <source>nhập liệu</source>
      <translation>entry</translation>
    </message>
    <message>
      <source>quản trị máy</source>
      <translation>administrator</translation>
    </message>
    <message>
      <source>văn thư</source>
      <translation>clerk</translation>
    </message>
  </context>
  <context>
    <name>places</name>
    <message>
      <source>Báo cáo</source>
      <translation>Reports</translation>
    </message>
    <message>
      <source>Cài đặt</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Giấy đã ký</source>
      <translation>Signed papers</translation>
    </message>
    <message>
      <source>Hôm nay</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Hội đồng</source>
      <translation>Council</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plans</translation>
    </message>
    <message>
      <source>Lịch</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Products</translation>
    </message>
    <message>
      <source>Sổ văn bản đi</source>
      <translation>Outgoing register</translation>
    </message>
    <message>
      <source>Trùng lặp</source>
      <translation>Duplicates</translation>
    </message>
    <message>
      <source>Trợ giúp F1</source>
      <translation>Help F1</translation>
    </message>
    <message>
      <source>Đồng bộ</source>
      <translation>Sync</translation>
    </message>
  </context>
  <context>
    <name>products</name>
    <message>
      <source>Bỏ</source>
      <translation type="unfinished">Take away</translation>
    </message>
    <message>
      <source>Bỏ phần khai</source>
      <translation>Drop what was told</translation>
    </message>
    <message>
      <source>Chưa ghi ngành</source>
      <translation>Sector not entered</translation>
    </message>
    <message>
      <source>Chưa tính là sản phẩm đã được công nhận.</source>
      <translation>Not counted as a recognised product.</translation>
    </message>
    <message>
      <source>Chỉ bỏ phần hạng sao, quyết định đã khai; sản phẩm và hồ sơ vẫn còn. Nhật ký giữ nội dung cũ.</source>
      <translation>Only the stars and the decision that were told go; the product and its dossiers stay. The journal keeps the words.</translation>
    </message>
    <message>
      <source>Chờ thu hồi</source>
      <translation>Withdrawal due</translation>
    </message>
    <message>
      <source>Còn hiệu lực</source>
      <translation>In force</translation>
    </message>
    <message>
      <source>Công nhận {stars} sao ({kind})</source>
      <translation>Recognised with {stars} stars ({kind})</translation>
    </message>
    <message>
      <source>Căn cứ, kết luận</source>
      <translation>Basis, conclusion</translation>
    </message>
    <message>
      <source>Cơ quan công nhận</source>
      <translation>Recognising authority</translation>
    </message>
    <message>
      <source>Cấp trên trả lại ngày {day}: {remark}</source>
      <translation>Sent back on {day}: {remark}</translation>
    </message>
    <message>
      <source>Cần xã làm rõ điều gì</source>
      <translation>What the commune is to make clear</translation>
    </message>
    <message>
      <source>Danh sách đã nhập ghi: {what}.</source>
      <translation>The imported list says: {what}.</translation>
    </message>
    <message>
      <source>Ghi công nhận</source>
      <translation>Record recognition</translation>
    </message>
    <message>
      <source>Ghi kết quả kiểm tra</source>
      <translation>Inspection recorded</translation>
    </message>
    <message>
      <source>Ghi quyết định hạ hạng</source>
      <translation>Lower rank recorded</translation>
    </message>
    <message>
      <source>Ghi quyết định thu hồi</source>
      <translation>Withdrawal recorded</translation>
    </message>
    <message>
      <source>Ghép</source>
      <translation>Join</translation>
    </message>
    <message>
      <source>Ghép lịch sử</source>
      <translation>Join histories</translation>
    </message>
    <message>
      <source>Ghép với sản phẩm</source>
      <translation>Join with product</translation>
    </message>
    <message>
      <source>Giấy chứng nhận hết hạn</source>
      <translation>The certificate ends</translation>
    </message>
    <message>
      <source>Giấy chứng nhận số {number}</source>
      <translation>Certificate {number}</translation>
    </message>
    <message>
      <source>Hạ xuống {stars} sao</source>
      <translation>Lowered to {stars} stars</translation>
    </message>
    <message>
      <source>Hạn nộp phân hạng lại là {last}, đã qua. Giấy chứng nhận hết hạn {ends}.</source>
      <translation>The last day to file for re-assessment was {last}. The certificate ends on {ends}.</translation>
    </message>
    <message>
      <source>Hạn quyết định thu hồi: {due} (Điều 8 khoản 4, 15 ngày).</source>
      <translation>Last day to decide on the withdrawal: {due} (Article 8.4, 15 days).</translation>
    </message>
    <message>
      <source>Hạng sau khi hạ</source>
      <translation>Rank afterwards</translation>
    </message>
    <message>
      <source>Hạng được công nhận</source>
      <translation>Recognised rank</translation>
    </message>
    <message>
      <source>Hậu kiểm định kỳ hoặc đột xuất của cấp công nhận (Điều 9).</source>
      <translation>Periodic or unannounced inspection by the recognising level (Article 9).</translation>
    </message>
    <message>
      <source>Hết hiệu lực</source>
      <translation>Ended</translation>
    </message>
    <message>
      <source>Hết hạn {ends}: không in nhãn OCOP lên bao bì nữa.</source>
      <translation>Ended on {ends}: the OCOP mark may not be printed any more.</translation>
    </message>
    <message>
      <source>Hết hạn {ends}; được kéo dài đến khi có kết quả, chậm nhất {until}.</source>
      <translation>Ended on {ends}; stretched until the result, until {until} at the latest.</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Hồ sơ chưa ghi công nhận: {count}.</source>
      <translation>Dossiers without a recorded recognition: {count}.</translation>
    </message>
    <message>
      <source>Hồ sơ đã nộp; giấy chứng nhận có hiệu lực đến {ends}.</source>
      <translation>A dossier was filed; the certificate stands until {ends}.</translation>
    </message>
    <message>
      <source>Hội đồng: {total} điểm, {stars} sao</source>
      <translation>Council: {total} points, {stars} stars</translation>
    </message>
    <message>
      <source>Khi hồ sơ mới lập ra một sản phẩm riêng mà thực ra là sản phẩm này: hai bên chung một lịch sử, mã và quyết định của từng thời kỳ giữ nguyên. Hồ sơ và giấy tờ không đổi; tách lại được.</source>
      <translation>When a new dossier made a product of its own that really is this one: both share one history; codes and decisions of each time stay as they are. Dossiers and papers do not change; it can be separated again.</translation>
    </message>
    <message>
      <source>Không được dùng nhãn OCOP.</source>
      <translation>The OCOP mark may not be used.</translation>
    </message>
    <message>
      <source>Khắc phục thế nào, ai xác nhận</source>
      <translation>How it was put right, and who confirmed it</translation>
    </message>
    <message>
      <source>Kiểm tra</source>
      <translation>Inspection</translation>
    </message>
    <message>
      <source>Kiểm tra lại theo kết luận lần trước</source>
      <translation>Inspection again, as the last conclusion said</translation>
    </message>
    <message>
      <source>Kiểm tra, kết luận có vi phạm</source>
      <translation>Inspection, a breach was concluded</translation>
    </message>
    <message>
      <source>Kéo dài chuyển tiếp</source>
      <translation>Stretched</translation>
    </message>
    <message>
      <source>Kết luận có vi phạm: tính 15 ngày để thu hồi</source>
      <translation>A breach was concluded: 15 days to withdraw</translation>
    </message>
    <message>
      <source>Kết luận vi phạm vẫn nằm trong lịch sử; hạn 15 ngày để thu hồi không còn tính cho kết luận đó.</source>
      <translation>The conclusion stays in the history; the 15 days for a withdrawal no longer run for it.</translation>
    </message>
    <message>
      <source>Kết quả kiểm tra</source>
      <translation>Findings</translation>
    </message>
    <message>
      <source>Kỳ nộp phân hạng lại: {first} đến {last}</source>
      <translation>File for re-assessment: {first} to {last}</translation>
    </message>
    <message>
      <source>Lý do</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Mã sản phẩm, như đã ghi</source>
      <translation>Product code, as written</translation>
    </message>
    <message>
      <source>Ngày cuối được kéo dài (Điều 12 khoản 3)</source>
      <translation>Longest stretched day (Article 12.3)</translation>
    </message>
    <message>
      <source>Ngày cấp giấy chứng nhận</source>
      <translation>Day the certificate was issued</translation>
    </message>
    <message>
      <source>Ngày hết hạn</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>Ngày kiểm tra lại</source>
      <translation>Day to inspect again</translation>
    </message>
    <message>
      <source>Ngày kết luận</source>
      <translation>Day of the conclusion</translation>
    </message>
    <message>
      <source>Ngày quyết định</source>
      <translation>Day of the decision</translation>
    </message>
    <message>
      <source>Ngày xác nhận</source>
      <translation>Day of the confirmation</translation>
    </message>
    <message>
      <source>Ngày xác nhận đã khắc phục</source>
      <translation>Day it was confirmed as put right</translation>
    </message>
    <message>
      <source>Nhận hồ sơ {kind}</source>
      <translation>Dossier received, {kind}</translation>
    </message>
    <message>
      <source>Nộp hồ sơ phân hạng lại chậm nhất {last}.</source>
      <translation>File for re-assessment by {last}.</translation>
    </message>
    <message>
      <source>Nộp hồ sơ phân hạng lại từ {first} đến {last}.</source>
      <translation>File for re-assessment from {first} to {last}.</translation>
    </message>
    <message>
      <source>Phần được tách thành sản phẩm riêng, với hồ sơ và công nhận của nó.</source>
      <translation>The part becomes a product of its own, with its dossiers and recognitions.</translation>
    </message>
    <message>
      <source>Quyết định 26/2026 không có thủ tục hạ hạng riêng: ghi theo quyết định của cấp công nhận.</source>
      <translation>Decision 26/2026 has no procedure of its own for this: record it as the recognising level decided.</translation>
    </message>
    <message>
      <source>Quyết định {number}</source>
      <translation>decision {number}</translation>
    </message>
    <message>
      <source>Quyết định {number} ngày {day}</source>
      <translation>Decision {number} of {day}</translation>
    </message>
    <message>
      <source>Quá hạn nộp lại</source>
      <translation>Too late to file</translation>
    </message>
    <message>
      <source>Số giấy chứng nhận</source>
      <translation>Certificate number</translation>
    </message>
    <message>
      <source>Số kết luận, biên bản</source>
      <translation>Number of the conclusion or minutes</translation>
    </message>
    <message>
      <source>Số quyết định</source>
      <translation>Decision number</translation>
    </message>
    <message>
      <source>Số văn bản xác nhận</source>
      <translation>Number of the confirmation</translation>
    </message>
    <message>
      <source>Sửa phần khai</source>
      <translation>Correct what was told</translation>
    </message>
    <message>
      <source>Sửa theo quyết định đang có. Sản phẩm lại chờ tỉnh xác nhận.</source>
      <translation>Correct it by the decision at hand. The product then waits for the province again.</translation>
    </message>
    <message>
      <source>Theo danh sách</source>
      <translation>From a list</translation>
    </message>
    <message>
      <source>Theo {document}. Cấp công nhận: {levels}.</source>
      <translation>Under {document}. Recognised by: {levels}.</translation>
    </message>
    <message>
      <source>Thu hồi giấy chứng nhận</source>
      <translation>Certificate withdrawn</translation>
    </message>
    <message>
      <source>Tiếp tục</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>Trường hợp thu hồi</source>
      <translation>Ground of withdrawal</translation>
    </message>
    <message>
      <source>Trả lại</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>Trả lại xã</source>
      <translation>Return to commune</translation>
    </message>
    <message>
      <source>Tách</source>
      <translation>Separate</translation>
    </message>
    <message>
      <source>Tách lịch sử</source>
      <translation>Separate histories</translation>
    </message>
    <message>
      <source>Tách ra</source>
      <translation>Take out</translation>
    </message>
    <message>
      <source>Tình hình thực tế</source>
      <translation>What was found</translation>
    </message>
    <message>
      <source>Từ ngày này cấp công nhận có 15 ngày để thu hồi (Điều 8 khoản 4), đến {day} nếu ghi hôm nay.</source>
      <translation>From this day the recognising level has 15 days to withdraw (Article 8.4), until {day} if recorded today.</translation>
    </message>
    <message>
      <source>Vi phạm đã khắc phục</source>
      <translation>Breach put right</translation>
    </message>
    <message>
      <source>Vi phạm đã được khắc phục</source>
      <translation>The breach was put right</translation>
    </message>
    <message>
      <source>Vì sao</source>
      <translation>Why</translation>
    </message>
    <message>
      <source>Xác nhận chủ thể ngừng sản xuất</source>
      <translation>Confirm that production stopped</translation>
    </message>
    <message>
      <source>Xác nhận công nhận</source>
      <translation>Confirm the recognition</translation>
    </message>
    <message>
      <source>Xã khai</source>
      <translation>Told by the commune</translation>
    </message>
    <message>
      <source>Xã thấy lời nhắc này ở trang của sản phẩm sau lần đồng bộ tới, sửa rồi gửi lại.</source>
      <translation>The commune sees this remark on the product's page after the next exchange, corrects and sends again.</translation>
    </message>
    <message>
      <source>Xã xác nhận ngừng sản xuất</source>
      <translation>The commune confirmed that production stopped</translation>
    </message>
    <message>
      <source>chưa có quyết định</source>
      <translation>no decision yet</translation>
    </message>
    <message>
      <source>chưa đọc được: {words}</source>
      <translation>not read: {words}</translation>
    </message>
    <message>
      <source>lần đầu</source>
      <translation>first time</translation>
    </message>
    <message>
      <source>mã {code}</source>
      <translation>code {code}</translation>
    </message>
    <message>
      <source>ngày {day}</source>
      <translation>of {day}</translation>
    </message>
    <message>
      <source>nâng hạng</source>
      <translation>upgrade</translation>
    </message>
    <message>
      <source>năm {year}</source>
      <translation>year {year}</translation>
    </message>
    <message>
      <source>phân hạng lại</source>
      <translation>re-assessment</translation>
    </message>
    <message>
      <source>tỉnh chưa xác nhận</source>
      <translation>not confirmed by the province</translation>
    </message>
    <message>
      <source>vướng mốc ở {criteria}</source>
      <translation>held back by the marks of {criteria}</translation>
    </message>
    <message>
      <source>{article} Quyết định 26/2026: trong 15 ngày từ ngày kết luận hoặc từ ngày xã xác nhận.</source>
      <translation>{article} of Decision 26/2026: within 15 days of the conclusion or of the commune's confirmation.</translation>
    </message>
    <message>
      <source>{count} sao</source>
      <translation>{count} stars</translation>
    </message>
    <message>
      <source>{stars} sao: {level}</source>
      <translation>{stars} stars: {level}</translation>
    </message>
    <message>
      <source>Đang kỳ nộp lại</source>
      <translation>Time to file again</translation>
    </message>
    <message>
      <source>Đã nộp hồ sơ lại</source>
      <translation>Filed again</translation>
    </message>
    <message>
      <source>Đã thu hồi</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <source>Đơn vị lúc công nhận</source>
      <translation>Unit at the time</translation>
    </message>
    <message>
      <source>Được kéo dài chuyển tiếp đến {until} (Điều 12 khoản 3).</source>
      <translation>Stretched until {until} (Article 12.3).</translation>
    </message>
    <message>
      <source>Để trống nếu không hẹn; Quyết định không đặt chu kỳ</source>
      <translation>Leave empty if none is set; the decision sets no interval</translation>
    </message>
    <message>
      <source>Để trống: 36 tháng từ ngày cấp</source>
      <translation>Empty: 36 months from the issue</translation>
    </message>
    <message>
      <source>Để trống: như ngày quyết định</source>
      <translation>Empty: the day of the decision</translation>
    </message>
    <message>
      <source>Đối chiếu với quyết định rồi ghi. Công nhận được ghi theo quy định của ngày quyết định, thuộc xã của sản phẩm, và xã nhận về khi đồng bộ.</source>
      <translation>Compare with the decision, then record. The recognition stands under the law of the decision's day, belongs to the product's commune and travels down to it.</translation>
    </message>
    <message>
      <source>đến {day}</source>
      <translation>until {day}</translation>
    </message>
  </context>
  <context>
    <name>programme</name>
    <message>
      <source>1. Tuyên truyền</source>
      <translation>1. Spreading the word</translation>
    </message>
    <message>
      <source>2. Đăng ký, chọn ý tưởng sản phẩm</source>
      <translation>2. Registration, choice of product ideas</translation>
    </message>
    <message>
      <source>3. Xây dựng phương án kinh doanh</source>
      <translation>3. Business plans</translation>
    </message>
    <message>
      <source>4. Triển khai phương án</source>
      <translation>4. Carrying them out</translation>
    </message>
    <message>
      <source>5. Đánh giá, phân hạng</source>
      <translation>5. Assessment and ranking</translation>
    </message>
    <message>
      <source>6. Xúc tiến thương mại</source>
      <translation>6. Trade promotion</translation>
    </message>
    <message>
      <source>Báo cáo của chủ thể</source>
      <translation>Producer's report</translation>
    </message>
    <message>
      <source>Bước của chu trình</source>
      <translation>Step of the cycle</translation>
    </message>
    <message>
      <source>Bản ghi</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>Bắt đầu</source>
      <translation>Begins</translation>
    </message>
    <message>
      <source>Chưa đến kỳ</source>
      <translation>Not begun</translation>
    </message>
    <message>
      <source>Chưa đọc được số này; số cũ giữ nguyên. F2 để sửa.</source>
      <translation>Not a figure yet; the old one stays. F2 to change.</translation>
    </message>
    <message>
      <source>Chỉ tiêu</source>
      <translation>Target</translation>
    </message>
    <message>
      <source>Chỗ trong văn bản</source>
      <translation>Place in the document</translation>
    </message>
    <message>
      <source>Chủ thể</source>
      <translation>Producers</translation>
    </message>
    <message>
      <source>Chủ thể có sản phẩm từ 3 sao trở lên</source>
      <translation>Producers with products of 3 stars or more</translation>
    </message>
    <message>
      <source>Chủ trì, phối hợp</source>
      <translation>Owner, partners</translation>
    </message>
    <message>
      <source>Các phần cộng lại là {parts}, không phải {stated}</source>
      <translation>The parts come to {parts}, not {stated}</translation>
    </message>
    <message>
      <source>Có</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>Có chuỗi giá trị khép kín</source>
      <translation>Has a closed value chain</translation>
    </message>
    <message>
      <source>Có ở kênh bán hàng hiện đại</source>
      <translation>Sells through modern channels</translation>
    </message>
    <message>
      <source>Của ai, ở đâu</source>
      <translation>Whose, where</translation>
    </message>
    <message>
      <source>Củng cố, nâng cấp cái đã có</source>
      <translation>Strengthen what exists</translation>
    </message>
    <message>
      <source>Doanh thu một năm (đồng)</source>
      <translation>Revenue of a year (đồng)</translation>
    </message>
    <message>
      <source>Doanh thu sau một năm so với trước công nhận (khảo sát)</source>
      <translation>Revenue after a year against before recognition (survey)</translation>
    </message>
    <message>
      <source>Dòng kinh phí</source>
      <translation>Line of money</translation>
    </message>
    <message>
      <source>Ghi hoạt động</source>
      <translation>Write down an event</translation>
    </message>
    <message>
      <source>Hạn</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Hỗ trợ sản phẩm</source>
      <translation>Support for a product</translation>
    </message>
    <message>
      <source>Hỗ trợ tổ chức kinh tế</source>
      <translation>Support for an organisation</translation>
    </message>
    <message>
      <source>Hội chợ, xúc tiến thương mại</source>
      <translation>Fair, trade promotion</translation>
    </message>
    <message>
      <source>Hội nghị, họp</source>
      <translation>Conference, meeting</translation>
    </message>
    <message>
      <source>Khác</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Không</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Không có bản ghi nào nói được số này: hãy tự ghi phần thực hiện.</source>
      <translation>No record can say this figure: type the actual value.</translation>
    </message>
    <message>
      <source>Không ghi hạn</source>
      <translation>No due date</translation>
    </message>
    <message>
      <source>Khảo sát chủ thể, sản phẩm</source>
      <translation>Survey of a producer or product</translation>
    </message>
    <message>
      <source>Kinh phí</source>
      <translation>Cost</translation>
    </message>
    <message>
      <source>Kinh phí (đồng)</source>
      <translation>Cost (đồng)</translation>
    </message>
    <message>
      <source>Kinh phí đã chi của kế hoạch</source>
      <translation>Money spent of the plan</translation>
    </message>
    <message>
      <source>Kiểm tra, giám sát thực hiện</source>
      <translation>Checks of the work</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Planned</translation>
    </message>
    <message>
      <source>Kết nối cung cầu, tiêu thụ</source>
      <translation>Supply and demand brought together</translation>
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>Lao động có bằng, chứng chỉ</source>
      <translation>Workers with certificates</translation>
    </message>
    <message>
      <source>Loại</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Loại hoạt động</source>
      <translation>Kind of event</translation>
    </message>
    <message>
      <source>Là sản phẩm chủ lực của địa bàn</source>
      <translation>Flagship product of the area</translation>
    </message>
    <message>
      <source>Làng nghề truyền thống</source>
      <translation>Traditional craft village</translation>
    </message>
    <message>
      <source>Lượt người được tập huấn trong kỳ</source>
      <translation>People trained in the period</translation>
    </message>
    <message>
      <source>Lập kế hoạch</source>
      <translation>New plan</translation>
    </message>
    <message>
      <source>Lồng ghép</source>
      <translation>Merged</translation>
    </message>
    <message>
      <source>Mô hình điểm</source>
      <translation>Model site</translation>
    </message>
    <message>
      <source>Nguồn kinh phí, như văn bản ghi</source>
      <translation>Sources of money, as the document says</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Ngày ký</source>
      <translation>Day of signing</translation>
    </message>
    <message>
      <source>Ngân sách</source>
      <translation>State budget</translation>
    </message>
    <message>
      <source>Năm</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Nội dung</source>
      <translation>What</translation>
    </message>
    <message>
      <source>Phát triển, lập mới</source>
      <translation>Develop or found something new</translation>
    </message>
    <message>
      <source>Phương án kinh doanh</source>
      <translation>Business plans</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Product</translation>
    </message>
    <message>
      <source>Sản phẩm có hồ sơ nhận hoặc được hỗ trợ trong kỳ</source>
      <translation>Products with a dossier received or supported in the period</translation>
    </message>
    <message>
      <source>Sản phẩm đang giữ 3 sao</source>
      <translation>Products holding 3 stars</translation>
    </message>
    <message>
      <source>Sản phẩm đang giữ 4 sao</source>
      <translation>Products holding 4 stars</translation>
    </message>
    <message>
      <source>Sản phẩm đang giữ 5 sao</source>
      <translation>Products holding 5 stars</translation>
    </message>
    <message>
      <source>Sản phẩm đang giữ từ 3 sao trở lên</source>
      <translation>Products holding 3 stars or more</translation>
    </message>
    <message>
      <source>Sản phẩm đang giữ từ 4 sao trở lên</source>
      <translation>Products holding 4 stars or more</translation>
    </message>
    <message>
      <source>Sản phẩm được công nhận trong kỳ</source>
      <translation>Products recognised in the period</translation>
    </message>
    <message>
      <source>Sản phẩm được hỗ trợ nâng cấp trong kỳ</source>
      <translation>Products supported to improve in the period</translation>
    </message>
    <message>
      <source>Sản phẩm được hỗ trợ phát triển mới trong kỳ</source>
      <translation>Products supported as new in the period</translation>
    </message>
    <message>
      <source>Sản phẩm được hỗ trợ trong kỳ</source>
      <translation>Products supported in the period</translation>
    </message>
    <message>
      <source>Sản phẩm được đưa lên sàn trong kỳ</source>
      <translation>Products put on line for sale in the period</translation>
    </message>
    <message>
      <source>Số báo cáo chủ thể đã gửi trong kỳ</source>
      <translation>Producers' reports received in the period</translation>
    </message>
    <message>
      <source>Số hoạt động kết nối cung cầu trong kỳ</source>
      <translation>Events of supply and demand in the period</translation>
    </message>
    <message>
      <source>Số hoạt động tuyên truyền trong kỳ</source>
      <translation>Events telling of the programme in the period</translation>
    </message>
    <message>
      <source>Số hội chợ trong kỳ</source>
      <translation>Fairs in the period</translation>
    </message>
    <message>
      <source>Số hội nghị trong kỳ</source>
      <translation>Conferences in the period</translation>
    </message>
    <message>
      <source>Số lượt kiểm tra, giám sát trong kỳ</source>
      <translation>Checks in the period</translation>
    </message>
    <message>
      <source>Số lượt tư vấn, hướng dẫn trong kỳ</source>
      <translation>Advice given in the period</translation>
    </message>
    <message>
      <source>Số lần khảo sát trong kỳ</source>
      <translation>Surveys in the period</translation>
    </message>
    <message>
      <source>Số lần thi đua, khen thưởng trong kỳ</source>
      <translation>Rewards in the period</translation>
    </message>
    <message>
      <source>Số lớp tập huấn trong kỳ</source>
      <translation>Training courses in the period</translation>
    </message>
    <message>
      <source>Số mô hình điểm trong kỳ</source>
      <translation>Model sites in the period</translation>
    </message>
    <message>
      <source>Số mục trong văn bản</source>
      <translation>Number in the document</translation>
    </message>
    <message>
      <source>Số người tham gia</source>
      <translation>Participants</translation>
    </message>
    <message>
      <source>Số phương án kinh doanh được chọn trong kỳ</source>
      <translation>Business plans chosen in the period</translation>
    </message>
    <message>
      <source>Số phương án kinh doanh được lập trong kỳ</source>
      <translation>Business plans made in the period</translation>
    </message>
    <message>
      <source>Số thứ tự</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>Số tính từ hồ sơ, công nhận và hoạt động đã ghi thì không phải nhập lần nữa.</source>
      <translation>A figure computed from dossiers, recognitions and events is not typed again.</translation>
    </message>
    <message>
      <source>Số ý tưởng sản phẩm đăng ký trong kỳ</source>
      <translation>Product ideas registered in the period</translation>
    </message>
    <message>
      <source>Số ý tưởng sản phẩm được chọn trong kỳ</source>
      <translation>Product ideas chosen in the period</translation>
    </message>
    <message>
      <source>Số điểm bán hàng mở trong kỳ</source>
      <translation>Points of sale opened in the period</translation>
    </message>
    <message>
      <source>Số đăng ký, được lập</source>
      <translation>Registered or made</translation>
    </message>
    <message>
      <source>Số được chọn</source>
      <translation>Chosen</translation>
    </message>
    <message>
      <source>Số địa bàn có sản phẩm chủ lực được hỗ trợ</source>
      <translation>Areas whose flagship product is supported</translation>
    </message>
    <message>
      <source>Số địa bàn đã có điểm bán hàng</source>
      <translation>Areas with a point of sale</translation>
    </message>
    <message>
      <source>Số đợt họp hội đồng trong kỳ</source>
      <translation>Rounds of council sessions in the period</translation>
    </message>
    <message>
      <source>Sửa kế hoạch</source>
      <translation>Change plan</translation>
    </message>
    <message>
      <source>Tham quan học tập</source>
      <translation>Study visit</translation>
    </message>
    <message>
      <source>Thi đua, khen thưởng</source>
      <translation>Rewards</translation>
    </message>
    <message>
      <source>Thêm chỉ tiêu</source>
      <translation>Add a target</translation>
    </message>
    <message>
      <source>Thực hiện</source>
      <translation>Actual</translation>
    </message>
    <message>
      <source>Thực hiện tính từ: {indicator}. Tự ghi thì số tự ghi đứng thay.</source>
      <translation>The actual value is computed from: {indicator}. A typed one stands instead.</translation>
    </message>
    <message>
      <source>Thực hiện được tính từ</source>
      <translation>The actual value is computed from</translation>
    </message>
    <message>
      <source>Thực hiện, tự ghi</source>
      <translation>Actual, typed</translation>
    </message>
    <message>
      <source>Tiếp tục</source>
      <translation>Continue</translation>
    </message>
    <message>
      <source>Trung ương</source>
      <translation>Central</translation>
    </message>
    <message>
      <source>Tuyên truyền, truyền thông</source>
      <translation>Telling of the programme</translation>
    </message>
    <message>
      <source>Tên kế hoạch</source>
      <translation>Name of the plan</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Tín dụng</source>
      <translation>Credit</translation>
    </message>
    <message>
      <source>Tính vào</source>
      <translation>Counts</translation>
    </message>
    <message>
      <source>Tư vấn, hướng dẫn chủ thể</source>
      <translation>Advice to producers</translation>
    </message>
    <message>
      <source>Tập huấn</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Tổ chức kinh tế lập mới trong kỳ</source>
      <translation>Organisations founded in the period</translation>
    </message>
    <message>
      <source>Tổ chức kinh tế được củng cố trong kỳ</source>
      <translation>Organisations strengthened in the period</translation>
    </message>
    <message>
      <source>Tổ chức kinh tế được hỗ trợ trong kỳ</source>
      <translation>Organisations supported in the period</translation>
    </message>
    <message>
      <source>Tổng</source>
      <translation>Total</translation>
    </message>
    <message>
      <source>Tổng số lao động</source>
      <translation>Workers in all</translation>
    </message>
    <message>
      <source>Từ ngày</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Tự ghi: {measure}</source>
      <translation>Typed: {measure}</translation>
    </message>
    <message>
      <source>Tỷ lệ chủ thể có chuỗi giá trị khép kín (khảo sát)</source>
      <translation>Share of producers with a closed value chain (survey)</translation>
    </message>
    <message>
      <source>Tỷ lệ chủ thể là doanh nghiệp nhỏ và vừa</source>
      <translation>Share of producers that are small and medium firms</translation>
    </message>
    <message>
      <source>Tỷ lệ chủ thể là hợp tác xã</source>
      <translation>Share of producers that are cooperatives</translation>
    </message>
    <message>
      <source>Tỷ lệ chủ thể ở kênh bán hàng hiện đại (khảo sát)</source>
      <translation>Share of producers in modern sales channels (survey)</translation>
    </message>
    <message>
      <source>Tỷ lệ lao động có bằng cấp, chứng chỉ (khảo sát)</source>
      <translation>Share of workers with certificates (survey)</translation>
    </message>
    <message>
      <source>Tỷ lệ làng nghề truyền thống có sản phẩm từ 3 sao</source>
      <translation>Share of traditional craft villages with a product of 3 stars</translation>
    </message>
    <message>
      <source>Tỷ lệ được công nhận 3 sao trở lên trong số tham gia</source>
      <translation>Share recognised with 3 stars or more of those taking part</translation>
    </message>
    <message>
      <source>Việc</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Việc của kế hoạch</source>
      <translation>Task of the plan</translation>
    </message>
    <message>
      <source>Việc ngoài chu trình</source>
      <translation>Beside the cycle</translation>
    </message>
    <message>
      <source>Văn bản (số, ký hiệu)</source>
      <translation>Document (number)</translation>
    </message>
    <message>
      <source>Xong ngày</source>
      <translation>Done on</translation>
    </message>
    <message>
      <source>chi {amount}</source>
      <translation>spent {amount}</translation>
    </message>
    <message>
      <source>chưa có số</source>
      <translation>no figure yet</translation>
    </message>
    <message>
      <source>chưa đọc được</source>
      <translation>not read</translation>
    </message>
    <message>
      <source>dự kiến</source>
      <translation>planned</translation>
    </message>
    <message>
      <source>số lần</source>
      <translation>times</translation>
    </message>
    <message>
      <source>số tiền (đồng)</source>
      <translation>money (đồng)</translation>
    </message>
    <message>
      <source>số đếm</source>
      <translation>count</translation>
    </message>
    <message>
      <source>từ bản ghi</source>
      <translation>from records</translation>
    </message>
    <message>
      <source>tự ghi</source>
      <translation>typed</translation>
    </message>
    <message>
      <source>tỷ lệ %</source>
      <translation>per cent</translation>
    </message>
    <message>
      <source>xong {day}</source>
      <translation>done {day}</translation>
    </message>
    <message>
      <source>{column}: kế hoạch (đồng)</source>
      <translation>{column}: planned (đồng)</translation>
    </message>
    <message>
      <source>{column}: đã chi (đồng)</source>
      <translation>{column}: spent (đồng)</translation>
    </message>
    <message>
      <source>{count} người</source>
      <translation>{count} people</translation>
    </message>
    <message>
      <source>{number} lần</source>
      <translation>{number} times</translation>
    </message>
    <message>
      <source>{table}, dòng “{line}”, cột {column}: ghi {stated}, cộng lại là {should}</source>
      <translation>{table}, line “{line}”, column {column}: says {stated}, adds up to {should}</translation>
    </message>
    <message>
      <source>{table}, dòng “{line}”, cột {column}: ghi {stated}; còn {other}, dòng “{other_line}”, ghi {should}</source>
      <translation>{table}, line “{line}”, column {column}: says {stated}; but {other}, line “{other_line}”, says {should}</translation>
    </message>
    <message>
      <source>Đang làm</source>
      <translation>Under way</translation>
    </message>
    <message>
      <source>Điểm giới thiệu, bán hàng</source>
      <translation>Point of sale</translation>
    </message>
    <message>
      <source>Đã xong</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Đăng ký, chọn ý tưởng sản phẩm</source>
      <translation>Product ideas registered and chosen</translation>
    </message>
    <message>
      <source>Đơn vị chủ trì</source>
      <translation>Owner</translation>
    </message>
    <message>
      <source>Đơn vị phối hợp</source>
      <translation>Partners</translation>
    </message>
    <message>
      <source>Đơn vị thực hiện</source>
      <translation>Carried out by</translation>
    </message>
    <message>
      <source>Đơn vị tính</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>Đưa lên sàn thương mại điện tử</source>
      <translation>Put on line for sale</translation>
    </message>
    <message>
      <source>Được công nhận trong kỳ, sản phẩm hỗ trợ phát triển mới</source>
      <translation>Recognised in the period, supported as new</translation>
    </message>
    <message>
      <source>Được công nhận trong kỳ, sản phẩm đã có</source>
      <translation>Recognised in the period, existing before</translation>
    </message>
    <message>
      <source>Đạt</source>
      <translation>Reached</translation>
    </message>
    <message>
      <source>Đến (nếu ghi một khoảng)</source>
      <translation>Up to (where a range is given)</translation>
    </message>
    <message>
      <source>Đến ngày</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Để</source>
      <translation>In order to</translation>
    </message>
    <message>
      <source>Địa bàn</source>
      <translation>Area</translation>
    </message>
    <message>
      <source>Địa bàn (huyện cũ, xã)</source>
      <translation>Area (former district, commune)</translation>
    </message>
    <message>
      <source>Địa phương</source>
      <translation>Local</translation>
    </message>
  </context>
  <context>
    <name>reports</name>
    <message>
      <source> lần</source>
      <translation> times</translation>
    </message>
    <message>
      <source>6 tháng đầu năm {year}</source>
      <translation>First half of {year}</translation>
    </message>
    <message>
      <source>9 tháng đầu năm {year}</source>
      <translation>First nine months of {year}</translation>
    </message>
    <message>
      <source>Báo cáo của chủ thể</source>
      <translation>Producer's report</translation>
    </message>
    <message>
      <source>CHỈ TIÊU KẾ HOẠCH</source>
      <translation>TARGETS OF THE PLAN</translation>
    </message>
    <message>
      <source>Chưa lập</source>
      <translation>Not begun</translation>
    </message>
    <message>
      <source>Chưa thấy mẫu nào cho báo cáo của chủ thể: ghi những số mà chỉ tiêu và báo cáo của xã cần, để trống mục chủ thể không nói.</source>
      <translation>No form for a producer's report was found: write the figures that the targets and the commune's report need, leave empty what the producer does not say.</translation>
    </message>
    <message>
      <source>Chủ thể</source>
      <translation>Producers</translation>
    </message>
    <message>
      <source>Cả năm {year}</source>
      <translation>Year {year}</translation>
    </message>
    <message>
      <source>Của tháng</source>
      <translation>Of the month</translation>
    </message>
    <message>
      <source>Doanh thu trong tháng (đồng)</source>
      <translation>Revenue of the month (đồng)</translation>
    </message>
    <message>
      <source>Khó khăn, đề nghị</source>
      <translation>Difficulties, requests</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Planned</translation>
    </message>
    <message>
      <source>Lao động cuối tháng</source>
      <translation>Workers at the end of the month</translation>
    </message>
    <message>
      <source>Ngành {name}</source>
      <translation>Sector {name}</translation>
    </message>
    <message>
      <source>Ngày xã nhận</source>
      <translation>Day the commune received it</translation>
    </message>
    <message>
      <source>Quý {quarter}/{year}</source>
      <translation>Quarter {quarter}/{year}</translation>
    </message>
    <message>
      <source>Sản lượng, ghi cả đơn vị</source>
      <translation>Output, with its unit</translation>
    </message>
    <message>
      <source>Sửa báo cáo đã ghi của chủ thể này, tháng này</source>
      <translation>Correct this producer's report of this month that was written down</translation>
    </message>
    <message>
      <source>Tháng {number}/{year}</source>
      <translation>Month {number}/{year}</translation>
    </message>
    <message>
      <source>Thực hiện</source>
      <translation>Actual</translation>
    </message>
    <message>
      <source>Trong đó có bằng, chứng chỉ</source>
      <translation>Of them with a certificate</translation>
    </message>
    <message>
      <source>Trễ</source>
      <translation>Late</translation>
    </message>
    <message>
      <source>Trễ, đang lập</source>
      <translation>Late, being written</translation>
    </message>
    <message>
      <source>tháng {month}/{year}</source>
      <translation>{month}/{year}</translation>
    </message>
    <message>
      <source>Đang lập</source>
      <translation>Being written</translation>
    </message>
    <message>
      <source>Đã chốt, chờ gửi</source>
      <translation>Sealed, to be sent</translation>
    </message>
    <message>
      <source>Đã gửi</source>
      <translation>Sent</translation>
    </message>
    <message>
      <source>Đạt</source>
      <translation>Reached</translation>
    </message>
  </context>
  <context>
    <name>sentences</name>
    <message>
      <source>Anh chị vừa sửa hồ sơ này. Hãy để người thứ hai xem lại.</source>
      <translation>You edited this dossier last. Let a second person read it.</translation>
    </message>
    <message>
      <source>Biểu mẫu “{name}” ({id}) có bản {version}; {count} hồ sơ đã chốt giữ bản cũ.</source>
      <translation>The form “{name}” ({id}) has version {version}; {count} sealed dossiers keep the old one.</translation>
    </message>
    <message>
      <source>Báo cáo chủ thể đã nhận</source>
      <translation>Producers' reports received</translation>
    </message>
    <message>
      <source>Báo cáo không có lần chốt {revision}.</source>
      <translation>The report has no revision {revision}.</translation>
    </message>
    <message>
      <source>Báo cáo này chưa chốt. Hãy chốt số liệu trước.</source>
      <translation>This report is not sealed yet. Seal its figures first.</translation>
    </message>
    <message>
      <source>Báo cáo này đã chốt. Muốn sửa, hãy mở lại báo cáo và ghi lý do.</source>
      <translation>This report is sealed. To correct it, reopen it and say why.</translation>
    </message>
    <message>
      <source>Báo cáo này đã có chữ ký đó rồi. Không cần ký lại.</source>
      <translation>This report already bears that signature. There is no need to sign again.</translation>
    </message>
    <message>
      <source>Báo cáo đã chốt không còn nguyên như lúc chốt. Đừng in; hãy báo tỉnh.</source>
      <translation>The sealed report is no longer as it was sealed. Do not print it; tell the province.</translation>
    </message>
    <message>
      <source>Báo cáo đã chốt ở tỉnh nên không sửa được. Muốn sửa, hãy mở lại báo cáo và ghi lý do.</source>
      <translation>The report is sealed at the province and cannot be changed. To change it, open it again and give the reason.</translation>
    </message>
    <message>
      <source>Bản chương trình này chưa có dữ liệu pháp lý {id}. Hãy cài bản mới.</source>
      <translation>This version has no legal data {id}. Please install the new version.</translation>
    </message>
    <message>
      <source>Bản cài này chưa có phần ký số. Hãy xuất bản sạch, ký bằng công cụ của cơ quan, rồi đưa vào trang Giấy đã ký.</source>
      <translation>This installation has no part for digital signing. Save a clean copy, sign it with the agency's tool, and bring it to Signed papers.</translation>
    </message>
    <message>
      <source>Bản cập nhật có tệp mang tên lạ ({file}). Không cài; hãy báo tỉnh.</source>
      <translation>The update holds a file with a strange name ({file}). It is not installed; tell the province.</translation>
    </message>
    <message>
      <source>Bản cập nhật không có đủ chữ ký của người được tỉnh giao. Bản đang dùng không đổi; hãy hỏi lại tỉnh.</source>
      <translation>The update lacks signatures of the people the province trusts with it. The version in use is unchanged; ask the province.</translation>
    </message>
    <message>
      <source>Bản cập nhật lớn hơn {most} MB khi mở ra. Không cài; hãy báo tỉnh.</source>
      <translation>The update is larger than {most} MB when unpacked. It is not installed; tell the province.</translation>
    </message>
    <message>
      <source>Bản cập nhật này của tỉnh khác. Bản đang dùng không đổi.</source>
      <translation>This update is of another province. The version in use is unchanged.</translation>
    </message>
    <message>
      <source>Bản cập nhật này dành cho hệ điều hành khác ({system}). Hãy lấy tệp dành cho máy này.</source>
      <translation>This update is for another system ({system}). Get the file for this PC.</translation>
    </message>
    <message>
      <source>Bản cập nhật này hết hạn cài ngày {day}. Hãy xem ngày của máy, hoặc lấy bản mới của tỉnh.</source>
      <translation>This update could be installed until {day}. Check this PC's date, or get a newer one from the province.</translation>
    </message>
    <message>
      <source>Bản cập nhật đã bị thay đổi hoặc chép thiếu sau khi ký. Hãy chép lại; bản đang dùng không đổi.</source>
      <translation>The update was changed or cut short after it was signed. Copy it again; the version in use is unchanged.</translation>
    </message>
    <message>
      <source>Bản ghi này chưa gộp vào đâu, nên không có gì để tách.</source>
      <translation>This record was not merged, so there is nothing to part.</translation>
    </message>
    <message>
      <source>Bản ghi này đã được gộp. Hãy mở lại danh sách trùng.</source>
      <translation>This record was merged already. Open the list of duplicates again.</translation>
    </message>
    <message>
      <source>Bản quét Mẫu số {form} của “{product}”, lần chốt {revision}. Mã trên giấy khớp với bản đã chốt; chữ trong ảnh thì cần mắt người đối chiếu.</source>
      <translation>A scan of Form {form} of “{product}”, revision {revision}. The code on the paper matches what was sealed; the words in the picture need a person's eyes.</translation>
    </message>
    <message>
      <source>Bản quét được chọn cho “{product}”, lần chốt {revision}. Trên giấy không đọc được mã, hãy tự đối chiếu.</source>
      <translation>A scan chosen for “{product}”, revision {revision}. No code could be read on the paper; please compare it yourself.</translation>
    </message>
    <message>
      <source>Bản sao có {there} mục, lúc chép ghi {noted} mục. Đừng dùng bản này; hãy chọn bản khác.</source>
      <translation>The copy has {there} records, its note says {noted}. Do not use it; choose another.</translation>
    </message>
    <message>
      <source>Bảng ngày nghỉ {year}: thêm {added} ngày, đổi {changed} ngày.</source>
      <translation>Holiday table {year}: {added} days added, {changed} days changed.</translation>
    </message>
    <message>
      <source>Bảng xã cũ cần các cột: mã cũ, tên cũ, mã mới (và huyện cũ, đến ngày nếu có). Không nhập dòng nào.</source>
      <translation>A table of former communes needs the columns: mã cũ, tên cũ, mã mới (and huyện cũ, đến ngày where known). Nothing was imported.</translation>
    </message>
    <message>
      <source>Bộ sản phẩm không thuộc {document}, hãy chọn lại</source>
      <translation>The product set is not of {document}, choose again</translation>
    </message>
    <message>
      <source>Bộ tiêu chí “{name}” có bản {version}: dùng cho {count} sản phẩm của bộ này; hồ sơ đã chốt giữ bản cũ.</source>
      <translation>The rubric “{name}” has version {version}: used for {count} products of this set; sealed dossiers keep the old one.</translation>
    </message>
    <message>
      <source>Chưa biết “{text}” nay là xã nào. Đã nhập về đơn vị của máy này và giữ nguyên chữ trong danh sách.</source>
      <translation>It is not known which commune “{text}” is today. It was imported under this PC's unit, with the words of the list kept.</translation>
    </message>
    <message>
      <source>Chưa chọn bộ sản phẩm</source>
      <translation>The product set is not chosen</translation>
    </message>
    <message>
      <source>Chưa chọn bộ sản phẩm, hoặc chưa có bảng điểm của bộ đó. Hãy chọn bộ sản phẩm ở bước 1.</source>
      <translation>No product set is chosen, or its rubric is not here. Choose the product set at step 1.</translation>
    </message>
    <message>
      <source>Chưa chọn chủ thể báo cáo. Hãy chọn trong danh sách chủ thể.</source>
      <translation>No producer was chosen. Choose one of the list.</translation>
    </message>
    <message>
      <source>Chưa chọn hồ sơ nào để in.</source>
      <translation>No dossier was chosen to print.</translation>
    </message>
    <message>
      <source>Chưa chọn loại chủ thể</source>
      <translation>The kind of producer is not chosen</translation>
    </message>
    <message>
      <source>Chưa chọn loại hồ sơ</source>
      <translation>The kind of dossier is not chosen</translation>
    </message>
    <message>
      <source>Chưa chọn trường hợp thu hồi. Hãy chọn một trong các trường hợp của Điều 8.</source>
      <translation>No ground of withdrawal was chosen. Choose one of those of Article 8.</translation>
    </message>
    <message>
      <source>Chưa có báo cáo đã chốt để ghi số. Hãy chốt báo cáo ở bước 4 trước.</source>
      <translation>There is no sealed report to number. Seal the report at step 4 first.</translation>
    </message>
    <message>
      <source>Chưa có bản sao nào ở đây. Hãy chọn thư mục khác hoặc cắm USB có bản sao.</source>
      <translation>There is no copy here. Choose another folder or plug in the stick with copies.</translation>
    </message>
    <message>
      <source>Chưa có họ tên cán bộ. Hãy điền rồi tiếp tục.</source>
      <translation>The officer's name is missing. Fill it in, then continue.</translation>
    </message>
    <message>
      <source>Chưa có khóa của tỉnh để gói. Hãy đồng bộ qua mạng một lần, sau đó chép ra USB được.</source>
      <translation>The province's key is not here yet. Synchronise once over the network; then copying to USB works.</translation>
    </message>
    <message>
      <source>Chưa có lý do. Hãy ghi một câu, sau này còn xem lại được.</source>
      <translation>The reason is missing. Write a sentence, so that it can be looked up later.</translation>
    </message>
    <message>
      <source>Chưa có ngày nhận hồ sơ</source>
      <translation>The day of reception is missing</translation>
    </message>
    <message>
      <source>Chưa có ngày văn bản. Hãy ghi ngày trên văn bản đã ký.</source>
      <translation>The day of the document is missing. Enter the day on the signed paper.</translation>
    </message>
    <message>
      <source>Chưa có sản phẩm nào để đưa vào giấy này. Hãy nhập phiếu và ghi kết quả trước.</source>
      <translation>There is no product for this paper yet. Enter the sheets and record results first.</translation>
    </message>
    <message>
      <source>Chưa có số quyết định. Hãy ghi như trên quyết định đã ban hành.</source>
      <translation>The number of the decision is missing. Enter it as on the issued decision.</translation>
    </message>
    <message>
      <source>Chưa có sổ hồ sơ trên máy này. Hãy mở chương trình và làm bước lần đầu.</source>
      <translation>There are no dossiers on this PC yet. Open the program and do the first steps.</translation>
    </message>
    <message>
      <source>Chưa có trích yếu nội dung. Hãy ghi một câu.</source>
      <translation>The summary is missing. Write one sentence.</translation>
    </message>
    <message>
      <source>Chưa có tên cho cách xem này. Hãy đặt một tên ngắn.</source>
      <translation>This view has no name. Give it a short one.</translation>
    </message>
    <message>
      <source>Chưa có tên ngày nghỉ. Hãy ghi theo thông báo, như Nghỉ bù Quốc khánh.</source>
      <translation>The day off has no name. Write it as announced, such as Day in lieu of National Day.</translation>
    </message>
    <message>
      <source>Chưa có tên sản phẩm và tên chủ thể. Hãy điền ít nhất một tên rồi nhận hồ sơ.</source>
      <translation>Neither the product nor the producer has a name. Fill in one of them, then receive the dossier.</translation>
    </message>
    <message>
      <source>Chưa có tên. Hãy điền rồi ghi lại.</source>
      <translation>There is no name. Fill it in and try again.</translation>
    </message>
    <message>
      <source>Chưa có ý kiến nào. Hãy ghi ít nhất một ý kiến để xã biết cần sửa gì.</source>
      <translation>There is no remark yet. Write at least one, so that the commune knows what to mend.</translation>
    </message>
    <message>
      <source>Chưa ghi căn cứ: văn bản và điều khoản.</source>
      <translation>The legal basis is missing: document and article.</translation>
    </message>
    <message>
      <source>Chưa in được phiếu chấm: hồ sơ chưa chọn bộ sản phẩm, hoặc bộ tiêu chí của bộ này chưa tìm thấy.</source>
      <translation>The score sheet cannot be printed: the dossier has no product set yet, or the rubric of its set was not found.</translation>
    </message>
    <message>
      <source>Chưa kết luận được: xem số phiếu, phiếu chấm dở và chênh lệch giữa các thành viên.</source>
      <translation>No conclusion yet: look at the number of sheets, unfinished sheets and the spread between members.</translation>
    </message>
    <message>
      <source>Chưa làm được việc này (mã {code}). Hãy thử lại; nếu vẫn vậy, gửi nhật ký cho văn phòng OCOP tỉnh.</source>
      <translation>This could not be done (code {code}). Try again; if that does not help, send the log to the provincial OCOP office.</translation>
    </message>
    <message>
      <source>Chưa rõ báo cáo của tháng nào. Hãy chọn tháng.</source>
      <translation>It is not clear of which month the report is. Choose the month.</translation>
    </message>
    <message>
      <source>Chưa tìm thấy thời hạn giấy chứng nhận của thời kỳ này. Hãy ghi ngày hết hạn như trên giấy.</source>
      <translation>The term of certificates of this period was not found. Enter the last day as on the paper.</translation>
    </message>
    <message>
      <source>Chưa tới được máy chủ tỉnh. Mọi thứ vẫn ở máy này; khi có mạng hãy thử lại.</source>
      <translation>The province's server cannot be reached. Everything is still on this PC; try again when there is a line.</translation>
    </message>
    <message>
      <source>Chưa xem {label}</source>
      <translation>Not looked at: {label}</translation>
    </message>
    <message>
      <source>Chưa xác nhận 01 bộ hồ sơ giấy</source>
      <translation>The paper set is not confirmed</translation>
    </message>
    <message>
      <source>Chưa xác nhận 01 bộ hồ sơ điện tử</source>
      <translation>The electronic set is not confirmed</translation>
    </message>
    <message>
      <source>Chưa đọc được hạng sao. Hãy ghi như 3 sao, 4 sao hoặc 5 sao, mỗi ô một hạng.</source>
      <translation>The stars could not be read. Write 3 sao, 4 sao or 5 sao, one in each cell.</translation>
    </message>
    <message>
      <source>Chưa đọc được ngày. Hãy gõ ngày/tháng/năm, ví dụ 9/3/2026.</source>
      <translation>Not a day that can be read. Type day/month/year, such as 9/3/2026.</translation>
    </message>
    <message>
      <source>Chưa đọc được năm. Hãy gõ bốn chữ số, ví dụ 2026.</source>
      <translation>Not a year that can be read. Type four digits, such as 2026.</translation>
    </message>
    <message>
      <source>Chưa đọc được số. Hãy chỉ gõ chữ số, ví dụ 1.250.</source>
      <translation>Not a number that can be read. Type digits only, such as 1.250.</translation>
    </message>
    <message>
      <source>Chưa đọc được địa chỉ máy chủ. Hãy gõ như tỉnh đã cấp, ví dụ ocop.tuyenquang.gov.vn.</source>
      <translation>The server's address cannot be read. Type it as the province gave it, such as ocop.tuyenquang.gov.vn.</translation>
    </message>
    <message>
      <source>Chưa đủ dữ liệu để chứng minh chữ ký lâu dài (chứng thư gốc, danh sách thu hồi). Hãy bổ sung, hoặc ký không kèm.</source>
      <translation>Not enough to prove the signature for years (root certificate, revocation list). Add it, or sign without.</translation>
    </message>
    <message>
      <source>Chưa đủ khóa: hãy xem lại --threshold, và ký bằng đủ khóa cũ lẫn khóa mới.</source>
      <translation>Not enough keys: look at --threshold, and sign with enough old and new keys.</translation>
    </message>
    <message>
      <source>Chương trình không có giấy tờ “{paper}”. Xem danh sách bằng: ocop-desktop print --list.</source>
      <translation>The program has no paper “{paper}”. See the list with: ocop-desktop print --list.</translation>
    </message>
    <message>
      <source>Chương trình không có loại ô “{kind}”.</source>
      <translation>The program has no field kind “{kind}”.</translation>
    </message>
    <message>
      <source>Chương trình ở máy này đã cũ so với máy chủ tỉnh. Hãy cài bản mới rồi đồng bộ lại.</source>
      <translation>This program is too old for the province's server. Install the new version, then exchange again.</translation>
    </message>
    <message>
      <source>Chỉ ghi lỗi vào bản sao của tệp Excel (.xlsx) hoặc CSV. Hãy lưu tệp thành .xlsx rồi nhập lại.</source>
      <translation>Errors can be written only into a copy of an Excel file (.xlsx) or a CSV. Save the file as .xlsx, then import again.</translation>
    </message>
    <message>
      <source>Chỉ ghi nhiều nhất hai chữ số sau dấu phẩy, ví dụ 79,25.</source>
      <translation>Two digits after the comma at most, such as 79,25.</translation>
    </message>
    <message>
      <source>Chỉ gộp chủ thể với chủ thể, sản phẩm với sản phẩm.</source>
      <translation>Only producers with producers and products with products can be merged.</translation>
    </message>
    <message>
      <source>Chỉ nhập được tệp Excel (.xlsx) và CSV. Hãy lưu lại thành .xlsx.</source>
      <translation>Only Excel (.xlsx) and CSV files can be imported. Please save it as .xlsx.</translation>
    </message>
    <message>
      <source>Chỉ tiêu “{key}” trong tệp chưa đúng. Hãy xem lại đơn vị đo và chỉ tiêu lớn của nó.</source>
      <translation>The target “{key}” in the file is not right. Look at its measure and at the figure it is part of.</translation>
    </message>
    <message>
      <source>Chỉ tiêu “{key}” trong tệp ghi một cách tính không có trong chương trình. Hãy sửa hoặc để trống.</source>
      <translation>The target “{key}” in the file names an indicator the program does not have. Change it or leave it empty.</translation>
    </message>
    <message>
      <source>Chỉ xuất được .xlsx, .ods và .csv. Hãy đổi đuôi tên tệp.</source>
      <translation>Only .xlsx, .ods and .csv can be written. Change the ending of the name.</translation>
    </message>
    <message>
      <source>Chủ thể</source>
      <translation>Producers</translation>
    </message>
    <message>
      <source>Chủ thể có sản phẩm còn hiệu lực</source>
      <translation>Producers with a product in force</translation>
    </message>
    <message>
      <source>Chủ thể do nữ đại diện</source>
      <translation>Producers represented by women</translation>
    </message>
    <message>
      <source>Chủ thể này đã có báo cáo của tháng đó. Muốn sửa báo cáo ấy, hãy đánh dấu ô Sửa báo cáo đã ghi.</source>
      <translation>This producer has a report of that month already. To correct it, tick the box that says so.</translation>
    </message>
    <message>
      <source>Chứng thư của máy chủ do nơi máy này không biết cấp. Nếu tỉnh có tệp chứng thư riêng, hãy chọn tệp đó.</source>
      <translation>The server's certificate was issued by someone this PC does not know. If the province has a certificate file of its own, choose it.</translation>
    </message>
    <message>
      <source>Chứng thư của máy chủ mang tên khác địa chỉ đã gõ. Hãy xem lại địa chỉ; chưa gửi gì đi.</source>
      <translation>The server's certificate names another address than the one typed. Check the address; nothing was sent.</translation>
    </message>
    <message>
      <source>Chứng thư của máy chủ tỉnh chưa đến ngày dùng. Hãy xem ngày giờ của máy này; chưa gửi gì đi.</source>
      <translation>The certificate of the province's server is not valid yet. Check the date of this PC; nothing was sent.</translation>
    </message>
    <message>
      <source>Chứng thư của máy chủ tỉnh đã hết hạn. Hãy xem ngày giờ của máy, rồi báo tỉnh; chưa gửi gì đi.</source>
      <translation>The certificate of the province's server has expired. Check the date of this PC, then tell the province; nothing was sent.</translation>
    </message>
    <message>
      <source>Chứng thư này không phải chứng thư gốc hay chứng thư của nơi cấp: nó không được cấp chứng thư khác. Hãy chọn đúng tệp của cơ quan cấp chứng thư số.</source>
      <translation>This is not the certificate of a root or an issuer: it may issue no others. Choose the file of the certification authority.</translation>
    </message>
    <message>
      <source>Chứng thư số không còn trong thời hạn (đến ngày {day}). Hãy dùng chứng thư còn hạn.</source>
      <translation>The certificate is not valid now (until {day}). Use one that is.</translation>
    </message>
    <message>
      <source>Chữ ký số của {who} còn nguyên vẹn, chứng thư do {issuer} cấp và đã kiểm tra đến gốc tin cậy.</source>
      <translation>The digital signature of {who} is intact; its certificate was issued by {issuer} and leads to a trusted root.</translation>
    </message>
    <message>
      <source>Chữ ký số của {who} còn nguyên vẹn. Chứng thư do {issuer} cấp, không dẫn đến chứng thư gốc nào đã chọn trong Cài đặt. Hãy hỏi nơi cấp chứng thư.</source>
      <translation>The digital signature of {who} is intact. Its certificate, issued by {issuer}, leads to none of the root certificates chosen in Settings. Ask the issuer.</translation>
    </message>
    <message>
      <source>Chữ ký số của {who} còn nguyên vẹn. Chứng thư do {issuer} cấp; chưa kiểm tra được gốc vì máy này chưa có chứng thư gốc.</source>
      <translation>The digital signature of {who} is intact. Its certificate was issued by {issuer}; the root could not be checked, for this PC has no root certificate.</translation>
    </message>
    <message>
      <source>Chữ ký số của {who} không đúng với nội dung: tệp đã bị đổi.</source>
      <translation>The digital signature of {who} does not fit the content: the file was changed.</translation>
    </message>
    <message>
      <source>Chữ ký số trong tệp không còn đúng với nội dung: tệp đã bị đổi sau khi ký. Hãy lấy lại tệp vừa ký xong.</source>
      <translation>The digital signature no longer fits the content: the file was changed after signing. Take the file as it was signed.</translation>
    </message>
    <message>
      <source>Chữ đọc từ máy xã chưa đúng. Hãy đọc lại từng nhóm 5 chữ.</source>
      <translation>What was read from the commune's PC is not right. Read each group of 5 again.</translation>
    </message>
    <message>
      <source>Chữ ở mục này dài quá mức tỉnh nhận. Hãy viết gọn lại.</source>
      <translation>The text of this field is longer than the province takes. Please shorten it.</translation>
    </message>
    <message>
      <source>Cuộc họp: chưa có ngày họp</source>
      <translation>Meeting: its day is missing</translation>
    </message>
    <message>
      <source>Cuộc họp: chưa có người chủ trì</source>
      <translation>Meeting: its chair is missing</translation>
    </message>
    <message>
      <source>Cuộc họp: ngày họp ở sau hôm nay</source>
      <translation>Meeting: its day is after today</translation>
    </message>
    <message>
      <source>Câu mật khẩu chưa đúng. Hãy xem phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.</source>
      <translation>The passphrase is not right. Look at Caps Lock and the Vietnamese input method, then try again.</translation>
    </message>
    <message>
      <source>Câu mật khẩu cần ít nhất {least} ký tự. Một câu dài, dễ nhớ là tốt nhất.</source>
      <translation>The passphrase needs at least {least} characters. A long phrase that is easy to remember is best.</translation>
    </message>
    <message>
      <source>Câu trả lời của máy chủ không đúng. Chưa ghi nhận gì; hãy thử lại sau.</source>
      <translation>The server's answer is not right. Nothing was recorded; try again later.</translation>
    </message>
    <message>
      <source>Còn một mục bắt buộc chưa điền. Hãy điền rồi ghi lại.</source>
      <translation>A needed field is empty. Fill it in and try again.</translation>
    </message>
    <message>
      <source>Còn {count} mục chưa chọn. Hãy chọn đủ rồi ghi nhận.</source>
      <translation>{count} fields are not chosen yet. Choose them all, then record.</translation>
    </message>
    <message>
      <source>Còn {count} mục có chữ chưa đọc được. Hãy sửa các mục đó rồi mới xem chéo.</source>
      <translation>{count} fields hold text that could not be read. Mend them before a second look.</translation>
    </message>
    <message>
      <source>Còn {records} thay đổi và {files} tệp tỉnh chưa có. Hãy đồng bộ trước; nếu vẫn muốn bỏ, gõ {word}.</source>
      <translation>{records} changes and {files} files are not at the province. Synchronise first; to give them up, type {word}.</translation>
    </message>
    <message>
      <source>Còn ô gõ chưa đúng. Hãy sửa các ô có chữ đỏ rồi chốt.</source>
      <translation>Some fields are not right yet. Mend the fields with red words, then seal.</translation>
    </message>
    <message>
      <source>Có mục lạ “{name}”; hãy xem lại cách viết.</source>
      <translation>Unknown key “{name}”; check how it is written.</translation>
    </message>
    <message>
      <source>Có trong index.toml nhưng không có tệp.</source>
      <translation>Listed in index.toml, but there is no such file.</translation>
    </message>
    <message>
      <source>Có tệp nhưng không ghi trong index.toml.</source>
      <translation>A file that index.toml does not list.</translation>
    </message>
    <message>
      <source>Công nhận là từ 3 đến 5 sao. Hạng {text} sao được giữ kèm sản phẩm.</source>
      <translation>Recognition is for 3 to 5 stars. The {text} stars are kept with the product.</translation>
    </message>
    <message>
      <source>Cơ quan chỉ ký số vào văn bản đã có chữ ký của người có thẩm quyền (Nghị định 30/2020/NĐ-CP, Điều 32). Hãy để người ký ký trước.</source>
      <translation>The agency signs only what the person in charge has signed (Decree 30/2020/NĐ-CP, Article 32). Let the signer sign first.</translation>
    </message>
    <message>
      <source>Cơ sở dữ liệu bị hỏng. Đừng xóa gì; hãy mở chương trình và khôi phục từ bản sao lưu.</source>
      <translation>The database is damaged. Delete nothing; open the program and restore a copy.</translation>
    </message>
    <message>
      <source>Cơ sở dữ liệu đang bị chương trình khác giữ. Hãy đóng chương trình đó rồi thử lại.</source>
      <translation>Another program holds the database. Close that program, then try again.</translation>
    </message>
    <message>
      <source>Cần câu mật khẩu để mở hồ sơ. Hãy mở bằng cửa sổ chương trình.</source>
      <translation>The passphrase is needed to open the dossiers. Please open them in the program's window.</translation>
    </message>
    <message>
      <source>Cần mã tỉnh 2 chữ số, tên tỉnh, mã xã 5 chữ số, tên xã, và xã, phường hoặc đặc khu.</source>
      <translation>Needed: province code of 2 digits, its name, commune code of 5 digits, its name, and xã, phường or đặc khu.</translation>
    </message>
    <message>
      <source>Cộng được {total} điểm nhưng ghi tối đa {most}.</source>
      <translation>The points add up to {total}, but {most} is written as the most.</translation>
    </message>
    <message>
      <source>Danh mục phân nhóm sản phẩm {id} có bản {version}.</source>
      <translation>The product classification {id} has version {version}.</translation>
    </message>
    <message>
      <source>Danh mục đơn vị hành chính: thêm {added} đơn vị, bỏ {removed} đơn vị, đổi tên {renamed} đơn vị.</source>
      <translation>List of administrative units: {added} added, {removed} removed, {renamed} renamed.</translation>
    </message>
    <message>
      <source>Danh sách ghi là không đạt hoặc đã hết hiệu lực, nên không ghi công nhận. Hạng {text} sao được giữ kèm.</source>
      <translation>The list says failed or expired, so no recognition was written. The {text} stars are kept with the product.</translation>
    </message>
    <message>
      <source>Danh sách ghi là đề nghị, đăng ký hoặc đang đánh giá, nên chưa phải công nhận. Hạng {text} sao được giữ kèm.</source>
      <translation>The list says proposed, registered or being assessed: that is no recognition yet. The {text} stars are kept with the product.</translation>
    </message>
    <message>
      <source>Danh sách khóa ký của tỉnh hết hạn ngày {day}. Hãy xem ngày của máy, hoặc lấy tệp mới của tỉnh.</source>
      <translation>The province's list of signing keys ended on {day}. Check this PC's date, or get a new file from the province.</translation>
    </message>
    <message>
      <source>Danh sách đã nhập đã gửi hoặc đang gửi tỉnh, nên không hoàn tác cả lượt được. Hãy sửa, rút từng hồ sơ.</source>
      <translation>The imported list was sent, or is on its way to the province, so it cannot be undone as a whole. Correct or withdraw single dossiers.</translation>
    </message>
    <message>
      <source>Doanh nghiệp nhỏ và vừa</source>
      <translation>Small or medium enterprise</translation>
    </message>
    <message>
      <source>Doanh thu theo báo cáo của chủ thể</source>
      <translation>Revenue by the producers' reports</translation>
    </message>
    <message>
      <source>Dài quá: {length} ký tự, nhiều nhất {most}. Hãy viết gọn lại.</source>
      <translation>Too long: {length} characters, {most} at most. Please shorten it.</translation>
    </message>
    <message>
      <source>Dòng cộng, không nhập.</source>
      <translation>A sum, not imported.</translation>
    </message>
    <message>
      <source>Dòng dưới bảng (người lập, chữ ký), không nhập.</source>
      <translation>Below the table (names, signatures), not imported.</translation>
    </message>
    <message>
      <source>Dòng kinh phí “{key}” trong tệp chưa đúng. Hãy xem lại tên bảng và tên cột.</source>
      <translation>The line of money “{key}” in the file is not right. Look at the names of its table and columns.</translation>
    </message>
    <message>
      <source>Dòng nhóm, địa bàn; được hiểu cho các dòng dưới.</source>
      <translation>A group or place; it holds for the rows below.</translation>
    </message>
    <message>
      <source>Dòng này chưa có tên. Hãy điền tên sản phẩm hoặc tên chủ thể rồi nhập lại.</source>
      <translation>This row has no name. Fill in the product's or the producer's name, then import again.</translation>
    </message>
    <message>
      <source>Dòng này ghi nơi khác ({text}), không thuộc đơn vị của máy này, nên không nhập.</source>
      <translation>This row names another place ({text}), not a unit of this PC, so it was not imported.</translation>
    </message>
    <message>
      <source>Dòng {row}: chưa xem {title}</source>
      <translation>Row {row}: not looked at, {title}</translation>
    </message>
    <message>
      <source>Dòng {row}: ghi không có nhưng đã có tệp</source>
      <translation>Row {row}: marked as not there, but there is a file</translation>
    </message>
    <message>
      <source>Dòng {row}: không có xã nào ngày nay mang mã mới này. Không nhập dòng nào; {count} dòng chưa đúng.</source>
      <translation>Row {row}: no commune of today has this new code. Nothing was imported; {count} rows are wrong.</translation>
    </message>
    <message>
      <source>Dòng {row}: mã cũ này là của một xã ngày nay. Không nhập dòng nào; {count} dòng chưa đúng.</source>
      <translation>Row {row}: this old code is a commune's of today. Nothing was imported; {count} rows are wrong.</translation>
    </message>
    <message>
      <source>Dòng {row}: mã cũ này đã có ở dòng trên. Không nhập dòng nào; {count} dòng chưa đúng.</source>
      <translation>Row {row}: this old code stands in a row above. Nothing was imported; {count} rows are wrong.</translation>
    </message>
    <message>
      <source>Dòng {row}: mã cũ phải là 5 chữ số và có tên cũ. Không nhập dòng nào; {count} dòng chưa đúng.</source>
      <translation>Row {row}: the old code has 5 digits and needs its old name. Nothing was imported; {count} rows are wrong.</translation>
    </message>
    <message>
      <source>Dòng {row}: ngày phải viết ngày/tháng/năm. Không nhập dòng nào; {count} dòng chưa đúng.</source>
      <translation>Row {row}: a day is written day/month/year. Nothing was imported; {count} rows are wrong.</translation>
    </message>
    <message>
      <source>Dòng {row}: thiếu {title}</source>
      <translation>Row {row}: missing {title}</translation>
    </message>
    <message>
      <source>Dòng đánh số cột, không nhập.</source>
      <translation>Numbers of the columns, not imported.</translation>
    </message>
    <message>
      <source>Dòng đầu bảng lặp lại, không nhập.</source>
      <translation>The heading again, not imported.</translation>
    </message>
    <message>
      <source>Dấu chấm chưa đúng chỗ. Hãy gõ như 1.234.567 hoặc 1234567.</source>
      <translation>A dot is in the wrong place. Type 1.234.567 or 1234567.</translation>
    </message>
    <message>
      <source>Dấu phẩy dùng cho phần lẻ. Hàng nghìn hãy dùng dấu chấm, ví dụ 1.234.567.</source>
      <translation>The comma is for decimals. Use dots for thousands, such as 1.234.567.</translation>
    </message>
    <message>
      <source>Dữ liệu không được để trên ổ mạng hoặc thư mục đồng bộ. Hãy chuyển về ổ đĩa của máy này.</source>
      <translation>The data must not be on a network drive or in a synchronised folder. Move it to a disk of this PC.</translation>
    </message>
    <message>
      <source>Dữ liệu được ghi bởi bản chương trình mới hơn. Hãy cài bản mới rồi mở lại; dữ liệu không đổi.</source>
      <translation>The data was written by a newer program. Install the new version and open it again; nothing is changed.</translation>
    </message>
    <message>
      <source>Ghi hai lần.</source>
      <translation>Written twice.</translation>
    </message>
    <message>
      <source>Ghi số là việc của văn thư hoặc người nhập liệu. Hãy nhờ người đó làm.</source>
      <translation>Giving numbers is for the clerk or who enters dossiers. Ask one of them.</translation>
    </message>
    <message>
      <source>Giá trị ghi không đúng loại. Hãy xóa đi rồi gõ lại.</source>
      <translation>The value is of the wrong kind. Clear it and type it again.</translation>
    </message>
    <message>
      <source>Giá trị {text} không dùng được ở đây.</source>
      <translation>The value {text} cannot be used here.</translation>
    </message>
    <message>
      <source>Giấy này không có bảng để lưu thành Excel.</source>
      <translation>This paper has no table to save as Excel.</translation>
    </message>
    <message>
      <source>Giấy này không lưu được thành Word. Hãy lưu PDF.</source>
      <translation>This paper cannot be saved as Word. Save it as PDF.</translation>
    </message>
    <message>
      <source>Gói này gửi cho tỉnh khác. Chưa nhận gì.</source>
      <translation>This package is for another province. Nothing was taken.</translation>
    </message>
    <message>
      <source>Gói quy định có tệp mang tên lạ ({file}). Không cài; hãy báo tỉnh.</source>
      <translation>The rule pack holds a file with a strange name ({file}). It was not installed; tell the province.</translation>
    </message>
    <message>
      <source>Gói quy định có {count} lỗi, lỗi đầu: {first} Không cài; hãy báo tỉnh.</source>
      <translation>The rule pack has {count} faults, the first: {first} It was not installed; tell the province.</translation>
    </message>
    <message>
      <source>Gói quy định lớn hơn {most} MB. Hãy xem lại tệp; quy định đang dùng không đổi.</source>
      <translation>The rule pack is larger than {most} MB. Check the file; the rules in force stay.</translation>
    </message>
    <message>
      <source>Gói quy định này hết hạn cài ngày {day}. Hãy xem ngày của máy, hoặc lấy gói mới của tỉnh.</source>
      <translation>This rule pack could be installed until {day}. Check the date of this PC, or get the province's newest pack.</translation>
    </message>
    <message>
      <source>Gói quy định này không do tỉnh của đơn vị ký. Quy định đang dùng không đổi; hãy hỏi lại tỉnh.</source>
      <translation>This rule pack was not signed by this office's province. The rules in force stay; ask the province.</translation>
    </message>
    <message>
      <source>Gói quy định đã bị thay đổi sau khi tỉnh ký. Hãy chép lại từ tỉnh; quy định đang dùng không đổi.</source>
      <translation>The rule pack was changed after the province signed it. Copy it again from the province; the rules in force stay.</translation>
    </message>
    <message>
      <source>Gói đã bị đổi hoặc hỏng trên đường. Chưa nhận gì; hãy chép lại từ nơi đã xuất.</source>
      <translation>The package was changed or damaged on the way. Nothing was taken; copy it again from where it was made.</translation>
    </message>
    <message>
      <source>Gắn tệp là việc của văn thư hoặc người nhập liệu. Hãy nhờ người đó làm.</source>
      <translation>Attaching files is for the clerk or who enters dossiers. Ask one of them.</translation>
    </message>
    <message>
      <source>Gỡ nhiều nội dung cùng lúc cần một người xác nhận ở trang Đồng bộ.</source>
      <translation>Removing many items at once needs a person's confirmation on the Synchronise page.</translation>
    </message>
    <message>
      <source>Gửi hồ sơ là việc của văn thư hoặc người nhập liệu. Hãy nhờ người đó làm.</source>
      <translation>Sending dossiers is for the clerk or who enters dossiers. Ask one of them.</translation>
    </message>
    <message>
      <source>Hai bản ghi thuộc hai xã. Chỉ gộp trong cùng một xã, để mỗi xã giữ đủ hồ sơ của mình.</source>
      <translation>The two records belong to two communes. Merging is within one commune, so that each keeps its own records whole.</translation>
    </message>
    <message>
      <source>Hai máy cùng sửa hồ sơ này. Hãy chọn bản dùng ở trang Đồng bộ trước.</source>
      <translation>Two PCs changed this dossier. First choose what to use on the Synchronise page.</translation>
    </message>
    <message>
      <source>Hai máy của xã cùng sửa. Hãy chọn bản dùng.</source>
      <translation>Two PCs of the commune changed this. Choose what to use.</translation>
    </message>
    <message>
      <source>Hai phía chưa khớp chỗ gửi dở. Hãy thử lại, chương trình sẽ gửi tiếp từ đúng chỗ.</source>
      <translation>Both sides differ about where sending stopped. Try again, it goes on from the right place.</translation>
    </message>
    <message>
      <source>Hai sản phẩm này đã chung một lịch sử. Không cần ghép nữa.</source>
      <translation>These two products already share one history. Nothing to join.</translation>
    </message>
    <message>
      <source>Hai tệp cùng mã và cùng bản {version}.</source>
      <translation>Two files with the same id and version {version}.</translation>
    </message>
    <message>
      <source>Hoạt động kết nối cung cầu, tiêu thụ</source>
      <translation>Events of supply and demand</translation>
    </message>
    <message>
      <source>Hoạt động tuyên truyền, truyền thông</source>
      <translation>Events telling of the programme</translation>
    </message>
    <message>
      <source>Hoạt động “{key}” trong tệp ghi một loại không có trong chương trình. Hãy sửa lại loại.</source>
      <translation>The event “{key}” in the file is of a kind the program does not have. Change its kind.</translation>
    </message>
    <message>
      <source>Hãy chọn ít nhất một vai trò.</source>
      <translation>Choose at least one role.</translation>
    </message>
    <message>
      <source>Hãy ghi tên giấy và --out TỆP, hoặc dùng --list, --log.</source>
      <translation>Give a paper and --out FILE, or use --list, --log.</translation>
    </message>
    <message>
      <source>Hãy gõ “có” hoặc “không”.</source>
      <translation>Type “có” (yes) or “không” (no).</translation>
    </message>
    <message>
      <source>Hạ hạng phải xuống số sao thấp hơn hiện nay ({stars} sao).</source>
      <translation>A lower rank must have fewer stars than now ({stars}).</translation>
    </message>
    <message>
      <source>Hạng này do cấp khác công nhận theo quy định của hồ sơ, nên máy này không ghi.</source>
      <translation>Another level recognises this rank under the dossier's law, so this PC does not record it.</translation>
    </message>
    <message>
      <source>Hạng {text} sao được giữ kèm sản phẩm, chờ cấp công nhận ghi quyết định. Xã không ghi công nhận.</source>
      <translation>The {text} stars are kept with the product until the level that recognises writes its decision. A commune writes no recognition.</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Hồ sơ bị trả lại (lần gần nhất)</source>
      <translation>Dossiers returned (latest time)</translation>
    </message>
    <message>
      <source>Hồ sơ chưa có bộ tiêu chí để chấm. Hãy chọn bộ sản phẩm trong hồ sơ trước.</source>
      <translation>The dossier has no rubric to score by. Choose its product set first.</translation>
    </message>
    <message>
      <source>Hồ sơ chưa đủ để chốt: còn {count} mục. Hãy xem danh sách còn thiếu.</source>
      <translation>The dossier cannot be sealed yet: {count} things are missing. See the list of what is missing.</translation>
    </message>
    <message>
      <source>Hồ sơ gần nhất của sản phẩm này chưa gửi tỉnh. Hãy làm xong hồ sơ đó rồi lập hồ sơ tiếp theo.</source>
      <translation>The last dossier of this product is not handed over. Finish it, then make the next one.</translation>
    </message>
    <message>
      <source>Hồ sơ không còn thiếu giấy tờ nào, nên không có phiếu để in.</source>
      <translation>No paper is missing, so there is no sheet to print.</translation>
    </message>
    <message>
      <source>Hồ sơ này chưa được gửi lên nên chưa đưa vào phiên họp được.</source>
      <translation>This dossier was not handed over yet, so it cannot be put before a session.</translation>
    </message>
    <message>
      <source>Hồ sơ này chỉ tự mở trên máy đã tạo ra nó. Hãy dùng câu mật khẩu hoặc khóa khôi phục.</source>
      <translation>These dossiers open by themselves only on the PC that made them. Use the passphrase or the recovery key.</translation>
    </message>
    <message>
      <source>Hồ sơ này lúc này không do cơ quan này xử lý. Hãy xem đầu trang: hồ sơ đang ở cấp nào.</source>
      <translation>This dossier is not with this office now. See the head of the page for who holds it.</translation>
    </message>
    <message>
      <source>Hồ sơ này thuộc đơn vị khác.</source>
      <translation>This dossier belongs to another unit.</translation>
    </message>
    <message>
      <source>Hồ sơ này đang do người khác làm. Người đó, hoặc quản trị máy, mới giao được.</source>
      <translation>Another person works on this dossier. Only that person or the administrator can hand it over.</translation>
    </message>
    <message>
      <source>Hồ sơ tiếp theo là nâng hạng hoặc phân hạng lại. Hãy chọn một loại.</source>
      <translation>The next dossier is an upgrade or a re-assessment. Choose one.</translation>
    </message>
    <message>
      <source>Hồ sơ đang chờ chọn giữa hai bản nên chưa chuyển bước được.</source>
      <translation>The dossier waits for a decision between two versions, so it stays at its step.</translation>
    </message>
    <message>
      <source>Hồ sơ đang theo quy định này rồi. Hãy chọn quy định khác.</source>
      <translation>The dossier stands under this law already. Choose another.</translation>
    </message>
    <message>
      <source>Hồ sơ đang ở bước khác nên chưa làm được việc này. Hãy xem trạng thái ở đầu trang.</source>
      <translation>The dossier is at another step, so this cannot be done yet. See its state at the top of the page.</translation>
    </message>
    <message>
      <source>Hồ sơ đã chốt hoặc đã gửi nên không sửa được. Muốn sửa, hãy mở lại và ghi lý do.</source>
      <translation>The dossier is sealed or sent, so it cannot be changed. To change it, open it again and give a reason.</translation>
    </message>
    <message>
      <source>Hồ sơ đã gửi tỉnh</source>
      <translation>Dossiers sent to the province</translation>
    </message>
    <message>
      <source>Hồ sơ đã gửi tỉnh nên xã không sửa được. Phần này được giữ ở máy, tỉnh trả lại thì gửi tiếp.</source>
      <translation>The dossier was handed to the province, so the commune cannot change it. This part is kept here and sent when the province returns the dossier.</translation>
    </message>
    <message>
      <source>Hồ sơ đã tiếp nhận</source>
      <translation>Dossiers received</translation>
    </message>
    <message>
      <source>Hồ sơ đã được mở lại sau lần chốt {revision}, nên giấy này không còn hiệu lực. Hãy chốt và in lại.</source>
      <translation>The dossier was opened again after revision {revision}, so this paper no longer counts. Seal and print again.</translation>
    </message>
    <message>
      <source>Hồ sơ đã đổi sau khi {name} xem. Hãy nhờ xem lại rồi chốt.</source>
      <translation>The dossier changed after {name} read it. Have it read again, then seal.</translation>
    </message>
    <message>
      <source>Hồ sơ ở tỉnh chưa đủ để chuyển bước. Hãy đồng bộ lại cho đủ.</source>
      <translation>The dossier at the province is not complete enough for this step. Exchange again.</translation>
    </message>
    <message>
      <source>Hồ sơ “{product}” chưa chốt, nên chưa có bản ký. Hãy chốt rồi in, ký và quét.</source>
      <translation>The dossier “{product}” is not sealed, so there is nothing signed yet. Seal, print, sign and scan it.</translation>
    </message>
    <message>
      <source>Hộ gia đình có đăng ký kinh doanh</source>
      <translation>Registered household business</translation>
    </message>
    <message>
      <source>Hộ sản xuất</source>
      <translation>Producing household</translation>
    </message>
    <message>
      <source>Hội chợ, xúc tiến thương mại</source>
      <translation>Fairs and trade promotion</translation>
    </message>
    <message>
      <source>Hội đồng do cấp huyện hoặc cấp tỉnh lập, theo quy định của hồ sơ. Máy này không ghi được.</source>
      <translation>A council is set up by the district or the province, as the dossier's law says. This PC cannot record it.</translation>
    </message>
    <message>
      <source>Hội đồng, kiểm tra, sự kiện</source>
      <translation>Councils, inspections, events</translation>
    </message>
    <message>
      <source>Hội, hiệp hội</source>
      <translation>Association</translation>
    </message>
    <message>
      <source>Hợp tác xã</source>
      <translation>Cooperative</translation>
    </message>
    <message>
      <source>Khoảng số này kết thúc trước khi bắt đầu. Hãy ghi số nhỏ trước, như 20 - 30.</source>
      <translation>This range ends before it begins. Write the smaller number first, as in 20 - 30.</translation>
    </message>
    <message>
      <source>Khóa khôi phục chưa đúng. Hãy gõ lại từng nhóm như trên tờ giấy đã in.</source>
      <translation>The recovery key is not right. Type each group again as on the printed sheet.</translation>
    </message>
    <message>
      <source>Khóa khôi phục chưa đủ hoặc có ký tự lạ. Hãy gõ lại từng nhóm như trên tờ giấy đã in.</source>
      <translation>The recovery key is incomplete or has a strange character. Type each group again as on the printed sheet.</translation>
    </message>
    <message>
      <source>Không có bảng “{kind}”. Hãy chọn một trong: {kinds}.</source>
      <translation>There is no table “{kind}”. Choose one of: {kinds}.</translation>
    </message>
    <message>
      <source>Không có bộ sản phẩm “{set}”. Hãy ghi số hoặc tên bộ như trong Quyết định.</source>
      <translation>There is no product set “{set}”. Write its number or name as in the Decision.</translation>
    </message>
    <message>
      <source>Không có dòng minh chứng “{row}”. Hãy dùng 01 đến 15, mau-01, mau-02, signed hoặc other.</source>
      <translation>There is no evidence row “{row}”. Use 01 to 15, mau-01, mau-02, signed or other.</translation>
    </message>
    <message>
      <source>Không có giấy nào in được cho các hồ sơ đã chọn. Hãy chọn giấy khác, hoặc hoàn thiện hồ sơ trước.</source>
      <translation>No paper can be printed for the chosen dossiers. Choose other papers, or complete the dossiers first.</translation>
    </message>
    <message>
      <source>Không có lần nhập nào để hoàn tác.</source>
      <translation>There is no import to undo.</translation>
    </message>
    <message>
      <source>Không có lựa chọn này. Hãy chọn một mục trong danh sách.</source>
      <translation>There is no such choice. Choose one from the list.</translation>
    </message>
    <message>
      <source>Không có máy này trong danh sách.</source>
      <translation>This PC is not on the list.</translation>
    </message>
    <message>
      <source>Không có mục cài đặt “{key}”. Hãy xem lại tên mục.</source>
      <translation>There is no setting “{key}”. Look at its name again.</translation>
    </message>
    <message>
      <source>Không có mục “{field}” trong hồ sơ này, nên không ghi ý kiến vào đó được.</source>
      <translation>This dossier has no field “{field}”, so a remark cannot be written there.</translation>
    </message>
    <message>
      <source>Không có mục “{key}”. Hãy xem tên các mục bằng lệnh dossier show.</source>
      <translation>There is no field “{key}”. See the names of the fields with the command dossier show.</translation>
    </message>
    <message>
      <source>Không có ngày {day}/{month}/{year}: tháng này chỉ có {last} ngày.</source>
      <translation>There is no {day}/{month}/{year}: this month has only {last} days.</translation>
    </message>
    <message>
      <source>Không có người nào tên như vậy trên máy này. Hãy xem lại tên.</source>
      <translation>Nobody of that name is on this PC. Check the name.</translation>
    </message>
    <message>
      <source>Không có người đại diện nào tên như vậy. Hãy gõ đúng họ tên như trong hồ sơ.</source>
      <translation>There is no representative of that name. Type the name as in the dossier.</translation>
    </message>
    <message>
      <source>Không có quy định nào mang mã “{regime}”.</source>
      <translation>There is no regime “{regime}”.</translation>
    </message>
    <message>
      <source>Không có tháng {month}. Hãy xem lại ngày.</source>
      <translation>There is no month {month}. Please look at the day again.</translation>
    </message>
    <message>
      <source>Không có đơn vị mang mã này. Hãy chọn đơn vị trong danh sách.</source>
      <translation>No unit has this code. Choose the unit from the list.</translation>
    </message>
    <message>
      <source>Không cấp nào công nhận {stars} sao theo quy định này. Công nhận từ 3 đến 5 sao.</source>
      <translation>No level recognises {stars} stars under this decision. Recognitions are for 3 to 5 stars.</translation>
    </message>
    <message>
      <source>Không dùng được phông chữ {font} để in. Hãy chọn phông chữ khác hoặc cài lại chương trình.</source>
      <translation>The font {font} cannot be used for printing. Choose another font or install the program again.</translation>
    </message>
    <message>
      <source>Không dùng được thư mục này để sao lưu. Hãy chọn một thư mục trên ổ đĩa khác hoặc USB.</source>
      <translation>This folder cannot take copies. Choose one on another disk or a stick.</translation>
    </message>
    <message>
      <source>Không ghi được tệp này. Hãy đóng tệp nếu đang mở bằng Excel, hoặc chọn nơi khác.</source>
      <translation>This file cannot be written. Close it if it is open in Excel, or choose another place.</translation>
    </message>
    <message>
      <source>Không ký được tệp này. Hãy xuất lại bản sạch rồi thử lại.</source>
      <translation>This file could not be signed. Save a clean copy and try again.</translation>
    </message>
    <message>
      <source>Không lấy được dấu thời gian. Hãy xem mạng, hoặc ký không kèm dấu thời gian.</source>
      <translation>No time stamp could be had. Check the network, or sign without one.</translation>
    </message>
    <message>
      <source>Không mở được cơ sở dữ liệu. Hãy xem thư mục dữ liệu còn đó và được phép ghi không.</source>
      <translation>The database cannot be opened. Look whether the data folder is there and may be written to.</translation>
    </message>
    <message>
      <source>Không mở được phần đọc tệp của chương trình, có thể vì phần mềm diệt virus đã chặn. Hãy thử lại; nếu vẫn vậy, báo cán bộ kỹ thuật.</source>
      <translation>The program's reader of files could not be started, perhaps because an antivirus program blocked it. Try again; if it stays so, tell the technician.</translation>
    </message>
    <message>
      <source>Không mở được thiết bị ký. Hãy cắm thiết bị, xem lại tên thiết bị và tệp điều khiển (PKCS#11).</source>
      <translation>The token cannot be opened. Plug it in and check its name and its driver (PKCS#11).</translation>
    </message>
    <message>
      <source>Không mở được thư mục của máy quét. Hãy chọn lại thư mục trong trang Giấy đã ký.</source>
      <translation>The scanner's folder cannot be opened. Choose it again on the page Signed papers.</translation>
    </message>
    <message>
      <source>Không mở được tệp khóa: sai câu mật khẩu, hoặc không phải tệp khóa ký.</source>
      <translation>The key file does not open: a wrong passphrase, or no signing key.</translation>
    </message>
    <message>
      <source>Không nhận loại tệp này. Hãy lưu lại thành PDF hoặc ảnh rồi thêm.</source>
      <translation>Files of this kind are not taken. Save it as PDF or as a picture, then add it.</translation>
    </message>
    <message>
      <source>Không nhận ra cột nào. Hãy xem dòng đầu của bảng có tên cột không.</source>
      <translation>No column is known. Look whether the first row of the table names the columns.</translation>
    </message>
    <message>
      <source>Không nén “{name}” nhẹ hơn được mà vẫn rõ. Tệp giữ nguyên.</source>
      <translation>“{name}” cannot be made lighter and stay legible. The file stays as it is.</translation>
    </message>
    <message>
      <source>Không rõ ai được ký bản cập nhật này. Bản đang dùng không đổi; hãy hỏi lại tỉnh.</source>
      <translation>It is not clear who may sign this update. The version in use is unchanged; ask the province.</translation>
    </message>
    <message>
      <source>Không rõ tệp này là loại gì. Hãy để trong thư mục có index.toml ghi kind và id.</source>
      <translation>It is not clear what this file is. Put it in a folder with an index.toml that names kind and id.</translation>
    </message>
    <message>
      <source>Không thấy bản ghi này nữa. Hãy mở lại danh sách trùng.</source>
      <translation>This record is no longer there. Open the list of duplicates again.</translation>
    </message>
    <message>
      <source>Không thấy chỗ ký: báo cáo chưa có họ tên người ký. Hãy điền ở Cài đặt rồi chốt lại.</source>
      <translation>There is no place to sign: the report names no signer. Fill it in under Settings and seal again.</translation>
    </message>
    <message>
      <source>Không thấy chủ thể này nữa. Hãy gõ lại tên chủ thể rồi nhận hồ sơ.</source>
      <translation>This producer is no longer there. Type the producer's name again, then receive the dossier.</translation>
    </message>
    <message>
      <source>Không thấy cơ sở dữ liệu. Hãy xem thư mục dữ liệu hoặc lấy lại từ bản sao lưu; đừng tạo sổ mới.</source>
      <translation>The database is not there. Look at the data folder or take it from the backup; do not begin anew.</translation>
    </message>
    <message>
      <source>Không thấy hồ sơ này. Có thể hồ sơ đã được gỡ; hãy mở lại danh sách.</source>
      <translation>This dossier is not there. It may have been taken away; open the list again.</translation>
    </message>
    <message>
      <source>Không thấy hội đồng hoặc phiên họp này nữa. Hãy mở lại trang Hội đồng.</source>
      <translation>This council or session is no longer here. Open the page of councils again.</translation>
    </message>
    <message>
      <source>Không thấy mục này của kế hoạch nữa. Hãy mở lại trang Kế hoạch.</source>
      <translation>This part of the plan is no longer there. Open the Plans page again.</translation>
    </message>
    <message>
      <source>Không thấy sản phẩm này nữa. Hãy mở lại danh sách sản phẩm.</source>
      <translation>This product is no longer here. Open the list of products again.</translation>
    </message>
    <message>
      <source>Không thấy thư mục dữ liệu ở chỗ cũ: USB bị rút, ổ mạng mất hoặc thư mục bị đổi tên. Chữ đang gõ vẫn ở trên màn hình; cắm lại là chương trình tự ghi tiếp.</source>
      <translation>The folder of the data is not where it was: a stick was pulled out, a network drive is gone, or the folder was renamed. What is typed is still on the screen; put it back and the program goes on writing by itself.</translation>
    </message>
    <message>
      <source>Không thấy thư mục này. Hãy xem lại ổ đĩa hoặc USB đã cắm chưa.</source>
      <translation>This folder is not there. Look whether the disk or USB stick is plugged in.</translation>
    </message>
    <message>
      <source>Không thấy tệp khóa bên cạnh cơ sở dữ liệu. Hãy chép lại đủ thư mục từ bản sao lưu.</source>
      <translation>The key file beside the database is not there. Copy the whole folder from the backup again.</translation>
    </message>
    <message>
      <source>Không thấy tệp minh chứng trên ổ đĩa. Hãy lấy lại từ bản sao lưu, hoặc thêm lại tệp gốc.</source>
      <translation>The evidence file is not on the disk. Take it from the backup, or add the original again.</translation>
    </message>
    <message>
      <source>Không thấy tệp quy định nào ở đây. Cần một thư mục có index.toml, hoặc một tệp TOML.</source>
      <translation>There are no rule files here. A folder with index.toml or one TOML file is needed.</translation>
    </message>
    <message>
      <source>Không thấy văn bản này trong sổ nữa. Hãy mở lại sổ.</source>
      <translation>This document is no longer in the register. Open the register again.</translation>
    </message>
    <message>
      <source>Không xác nhận được máy chủ tỉnh. Hãy xem ngày giờ của máy và địa chỉ; chưa gửi gì đi.</source>
      <translation>The province's server cannot be verified. Look at the date of this PC and at the address; nothing was sent.</translation>
    </message>
    <message>
      <source>Không đọc được ({why}).</source>
      <translation>Cannot be read ({why}).</translation>
    </message>
    <message>
      <source>Không đọc được chữ tiếng Việt trong tệp. Hãy lưu lại thành .xlsx hoặc CSV UTF-8.</source>
      <translation>The Vietnamese letters in this file cannot be read. Save it as .xlsx or as CSV UTF-8.</translation>
    </message>
    <message>
      <source>Không đọc được danh sách khóa ký.</source>
      <translation>The list of signing keys cannot be read.</translation>
    </message>
    <message>
      <source>Không đọc được mã của chương trình trong tệp {name}. Hãy chọn hồ sơ của giấy này.</source>
      <translation>No code of the program could be read in {name}. Choose the dossier this paper belongs to.</translation>
    </message>
    <message>
      <source>Không đọc được tệp chứng thư. Hãy chọn tệp .cer, .crt hoặc .pem.</source>
      <translation>The certificate file cannot be read. Choose a .cer, .crt or .pem file.</translation>
    </message>
    <message>
      <source>Không đọc được tệp khóa. Hãy chọn tệp .p12 hoặc .pfx của chứng thư số.</source>
      <translation>The key file cannot be read. Choose the .p12 or .pfx file of the certificate.</translation>
    </message>
    <message>
      <source>Không đọc được tệp kế hoạch {file}. Hãy xem lại tệp: TOML, mã UTF-8, ngày viết dạng 2026-12-31.</source>
      <translation>The plan file {file} cannot be read. Look at the file: TOML, UTF-8, days written as 2026-12-31.</translation>
    </message>
    <message>
      <source>Không đọc được tệp mật khẩu {file}. Hãy xem tệp còn đó và là tệp văn bản.</source>
      <translation>The passphrase file {file} cannot be read. Look whether it is there and is a text file.</translation>
    </message>
    <message>
      <source>Không đọc được tệp này. Hãy chọn tệp PDF hoặc ảnh (JPG, PNG, TIFF).</source>
      <translation>This file cannot be read. Choose a PDF or a picture (JPG, PNG, TIFF).</translation>
    </message>
    <message>
      <source>Không đọc được tệp này. Hãy mở tệp, lưu lại thành .xlsx rồi nhập.</source>
      <translation>This file cannot be read. Open it, save it as .xlsx, then import it.</translation>
    </message>
    <message>
      <source>Không đọc được tệp này. Hãy xem tệp có mở được bằng chương trình khác không.</source>
      <translation>The file cannot be read. Look whether another program can open it.</translation>
    </message>
    <message>
      <source>Không đọc được: dòng {line}, cột {column}.</source>
      <translation>Cannot be read: line {line}, column {column}.</translation>
    </message>
    <message>
      <source>Ký số cần ảnh chữ ký hoặc ảnh dấu (--image), và nơi ghi tệp (--out) khi ký giấy khác báo cáo. Xem: ocop-desktop sign --help.</source>
      <translation>Signing needs the image of the signature or the seal (--image), and a file to write (--out) for any paper but the report. See: ocop-desktop sign --help.</translation>
    </message>
    <message>
      <source>Kế hoạch này đã có trong máy. Hãy mở nó ở trang Kế hoạch.</source>
      <translation>This plan is already on this PC. Open it on the Plans page.</translation>
    </message>
    <message>
      <source>Kết quả hồ sơ này đã ghi nên phiếu không sửa được. Muốn sửa, hãy mở lại kết quả và ghi lý do.</source>
      <translation>The result of this dossier was recorded, so its sheets are closed. To change them, reopen the result with a reason.</translation>
    </message>
    <message>
      <source>Kỳ báo cáo chưa đúng. Hãy ghi như 2026-10, 2026-Q3, 2026-H1, 2026-N1 hoặc 2026.</source>
      <translation>This is no reporting period. Write it like 2026-10, 2026-Q3, 2026-H1, 2026-N1 or 2026.</translation>
    </message>
    <message>
      <source>Kỳ này chưa bắt đầu nên chưa lập báo cáo được. Hãy chọn kỳ khác.</source>
      <translation>This period has not begun, so there is nothing to report yet. Choose another period.</translation>
    </message>
    <message>
      <source>Lao động theo báo cáo của chủ thể</source>
      <translation>Workers by the producers' reports</translation>
    </message>
    <message>
      <source>Loại chủ thể không có trong quy định này</source>
      <translation>The kind of producer is not in this rule</translation>
    </message>
    <message>
      <source>Loại chủ thể này không được đăng ký nhóm {group}</source>
      <translation>This kind of producer cannot register in the group {group}</translation>
    </message>
    <message>
      <source>Loại hình chưa ghi</source>
      <translation>Kind not entered</translation>
    </message>
    <message>
      <source>Loại hồ sơ không có trong quy định này</source>
      <translation>The kind of dossier is not in this rule</translation>
    </message>
    <message>
      <source>Lãnh đạo không đổi cài đặt của đơn vị. Hãy nhờ người nhập liệu, văn thư hoặc quản trị máy.</source>
      <translation>A leader does not change the office's settings. Ask who enters dossiers, the clerk or the administrator.</translation>
    </message>
    <message>
      <source>Lượt hỗ trợ sản phẩm</source>
      <translation>Products supported (times)</translation>
    </message>
    <message>
      <source>Lượt khảo sát</source>
      <translation>Surveys</translation>
    </message>
    <message>
      <source>Lượt kiểm tra sản phẩm</source>
      <translation>Inspections of products</translation>
    </message>
    <message>
      <source>Lượt kiểm tra, giám sát thực hiện</source>
      <translation>Checks of the work</translation>
    </message>
    <message>
      <source>Lượt sản phẩm được công nhận</source>
      <translation>Recognitions decided</translation>
    </message>
    <message>
      <source>Lần gửi dở đã hết hạn ở tỉnh. Hãy thử lại; tệp sẽ được gửi từ đầu.</source>
      <translation>The interrupted sending has expired at the province. Try again; the file is sent from its beginning.</translation>
    </message>
    <message>
      <source>Lịch báo cáo do tỉnh đặt và gửi về khi đồng bộ, nên máy này không sửa.</source>
      <translation>The province sets the reporting calendar and sends it by sync, so it is not changed on this PC.</translation>
    </message>
    <message>
      <source>Lớp tập huấn, đào tạo</source>
      <translation>Training courses</translation>
    </message>
    <message>
      <source>Máy chủ chưa biết mình là tỉnh nào. Hãy chạy một lần với --province rồi công bố lại.</source>
      <translation>The server does not know which province it serves. Run it once with --province, then publish again.</translation>
    </message>
    <message>
      <source>Máy chủ không khởi động được. Hãy xem cổng mạng có bị chương trình khác dùng không.</source>
      <translation>The server does not start. Look whether another program uses the network port.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh chưa biết mục này. Hãy báo văn phòng OCOP tỉnh cập nhật máy chủ.</source>
      <translation>The province's server does not know this field yet. Ask the provincial OCOP office to update it.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh cũ hơn chương trình này. Hãy báo văn phòng OCOP tỉnh; dữ liệu vẫn an toàn.</source>
      <translation>The province's server is older than this program. Tell the provincial OCOP office; the data is safe.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh gặp lỗi. Hãy thử lại sau; nếu vẫn vậy, báo văn phòng OCOP tỉnh.</source>
      <translation>The province's server met an error. Try again later; if that does not help, tell the provincial OCOP office.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh hết chỗ cho tệp. Hồ sơ vẫn gửi được, tệp sẽ gửi sau; hãy báo văn phòng OCOP tỉnh.</source>
      <translation>The province's server has no room for files. Dossiers still go, files later; tell the provincial OCOP office.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh không có địa chỉ này. Hãy xem lại địa chỉ đã gõ.</source>
      <translation>The province's server has no such address. Look at the address that was typed.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh đang bận. Hãy thử lại sau ít phút; phần đã gửi không phải gửi lại.</source>
      <translation>The province's server is busy. Try again in a few minutes; what was sent need not be sent again.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh đã đổi. Hãy hỏi văn phòng OCOP tỉnh trước khi đăng ký lại.</source>
      <translation>The province's server has changed. Ask the provincial OCOP office before registering again.</translation>
    </message>
    <message>
      <source>Máy chủ đang bận. Hãy thử lại sau ít phút.</source>
      <translation>The server is busy. Try again in a few minutes.</translation>
    </message>
    <message>
      <source>Máy in không nhận. Hãy xem máy in đã bật, có giấy, rồi in lại.</source>
      <translation>The printer does not take it. Look whether it is on and has paper, then print again.</translation>
    </message>
    <message>
      <source>Máy khác vừa sửa trước khi hồ sơ được chuyển bước. Hãy xem lại nội dung rồi làm lại.</source>
      <translation>Another PC had changed the dossier before it was moved. Look at it and do the step again.</translation>
    </message>
    <message>
      <source>Máy khác đã chuyển bước hồ sơ trước. Hãy theo bước đó hoặc làm lại việc của máy này.</source>
      <translation>Another PC moved the dossier first. Follow that step, or do this PC's step again.</translation>
    </message>
    <message>
      <source>Máy này chưa có mã đơn vị. Hãy đăng ký với tỉnh ở trang Đồng bộ rồi chốt báo cáo.</source>
      <translation>This PC has no unit code yet. Enrol with the province on the Sync page, then seal the report.</translation>
    </message>
    <message>
      <source>Máy này chưa ghi danh với tỉnh nên chưa biết chữ ký của tỉnh. Hãy ghi danh rồi cài gói.</source>
      <translation>This PC is not enrolled at a province and does not know its signature. Enrol it, then install the pack.</translation>
    </message>
    <message>
      <source>Máy này chưa ghi danh với tỉnh nên chưa biết chữ ký của tỉnh. Hãy ghi danh rồi nhận bản mới.</source>
      <translation>This PC is not enrolled and does not know the province's signature. Enrol first, then take the new version.</translation>
    </message>
    <message>
      <source>Máy này chưa giữ khối số nào. Hãy đồng bộ để giữ một khối số, hoặc ghi số bằng tay.</source>
      <translation>This PC holds no numbers. Sync to get some, or write the number by hand.</translation>
    </message>
    <message>
      <source>Máy này chưa nhờ tỉnh mở được: máy chưa ghi danh, hoặc đã hỏi quá nhiều lần. Hãy dùng tờ khóa khôi phục.</source>
      <translation>The province cannot open this PC: it is not enrolled, or was asked for too often. Use the recovery sheet.</translation>
    </message>
    <message>
      <source>Máy này chưa đăng ký với tỉnh. Hãy đăng ký ở trang Đồng bộ khi có mạng.</source>
      <translation>This PC is not registered with the province. Register it on the page Exchange when there is a line.</translation>
    </message>
    <message>
      <source>Máy này không được phép làm việc đó ở tỉnh. Hãy liên hệ văn phòng OCOP tỉnh.</source>
      <translation>This PC may not do that at the province. Ask the provincial OCOP office.</translation>
    </message>
    <message>
      <source>Máy này đang dùng bản {running}; tệp là bản {version}, không mới hơn. Không cần cài.</source>
      <translation>This PC uses version {running}; the file holds version {version}, which is not newer. Nothing to install.</translation>
    </message>
    <message>
      <source>Máy này đã có gói quy định bản {installed}, mới hơn hoặc bằng bản {version} của tệp. Không cần cài.</source>
      <translation>This PC already has rule pack {installed}, which is the same as or newer than {version} in the file. Nothing to install.</translation>
    </message>
    <message>
      <source>Máy phải còn ít nhất một người quản trị. Hãy giao vai trò đó cho người khác trước.</source>
      <translation>The PC needs at least one administrator. Give that role to somebody else first.</translation>
    </message>
    <message>
      <source>Mã của tỉnh chưa đủ hoặc gõ nhầm một chữ. Hãy nghe đọc lại từng nhóm.</source>
      <translation>The province's answer is not complete or has a wrong letter. Have each group read again.</translation>
    </message>
    <message>
      <source>Mã này không mở được máy: mã của lần hỏi khác, hoặc đã quá 24 giờ. Hãy đọc lại câu hỏi đang hiện cho tỉnh.</source>
      <translation>This answer does not open the PC: it is for another question, or 24 hours have passed. Read the question on screen to the province again.</translation>
    </message>
    <message>
      <source>Mã sản phẩm có dạng mã tỉnh-mã xã-số thứ tự-năm, như 08-02545-3-2026; mã cũ có thêm mã huyện.</source>
      <translation>A product code reads province-commune-serial-year, such as 08-02545-3-2026; an old code also has the district.</translation>
    </message>
    <message>
      <source>Mã trên giấy không khớp với bản đã chốt của “{product}”. Giấy này không phải bản chương trình in ra.</source>
      <translation>The code on the paper does not match what was sealed for “{product}”. The program did not print this paper.</translation>
    </message>
    <message>
      <source>Mã trên giấy là của một báo cáo không có trên máy này (Mẫu số {form}, lần chốt {revision}). Hãy đồng bộ, hoặc hỏi xã đã lập báo cáo.</source>
      <translation>The code belongs to a report that is not on this PC (Form {form}, revision {revision}). Synchronise, or ask the commune that made it.</translation>
    </message>
    <message>
      <source>Mã {number} đã dùng cho sản phẩm {what}. Hãy dùng số thứ tự khác.</source>
      <translation>Code {number} is used for the product {what}. Use another serial.</translation>
    </message>
    <message>
      <source>Mã đăng ký chưa đúng, đã dùng hoặc hết hạn. Hãy xin văn phòng OCOP tỉnh mã mới.</source>
      <translation>The registration code is wrong, used or expired. Ask the provincial OCOP office for a new one.</translation>
    </message>
    <message>
      <source>Mã đơn vị không đúng.</source>
      <translation>The code of the unit is not right.</translation>
    </message>
    <message>
      <source>Mạng của cơ quan chặn đường ra. Hãy báo người phụ trách mạng; chưa gửi gì đi.</source>
      <translation>The office's network blocks the way out. Tell whoever looks after the network; nothing was sent.</translation>
    </message>
    <message>
      <source>Mạng này đòi đăng nhập trước. Hãy mở trình duyệt, đăng nhập mạng rồi thử lại; chưa gửi gì đi.</source>
      <translation>This network wants a login first. Open a browser, log in to the network, try again; nothing was sent.</translation>
    </message>
    <message>
      <source>Mẫu số 03 chỉ có từ Quyết định 26/2026/QĐ-TTg. Hồ sơ này theo {document}: xem, chấm và gửi tệp được, nhưng không chốt và in các mẫu của quy định mới.</source>
      <translation>Form 03 exists only since Quyết định 26/2026/QĐ-TTg. This dossier stands under {document}: it can be read, scored and given files, but not sealed or printed on the new forms.</translation>
    </message>
    <message>
      <source>Mẫu số phiếu phải có STT và năm, có thể thêm mã tỉnh, mã xã, mỗi ô trong ngoặc nhọn; dài nhất 60 chữ.</source>
      <translation>The pattern needs STT and năm and may have mã tỉnh and mã xã, each in braces; 60 letters at most.</translation>
    </message>
    <message>
      <source>Mẫu văn bản “{name}” ({id}) có bản {version}.</source>
      <translation>The paper “{name}” ({id}) has version {version}.</translation>
    </message>
    <message>
      <source>Mật khẩu hoặc mã PIN của khóa chưa đúng. Hãy thử lại; nhập sai nhiều lần có thể khóa thiết bị.</source>
      <translation>The passphrase or PIN of the key is wrong. Try again; too many wrong tries may lock the token.</translation>
    </message>
    <message>
      <source>Mỗi hội đồng có một chủ tịch. Hãy đổi vai trò của người kia trước.</source>
      <translation>A council has one chair. Change the other person's role first.</translation>
    </message>
    <message>
      <source>Một chương trình khác đang giữ tệp này. Hãy đóng chương trình đó rồi thử lại.</source>
      <translation>Another program holds this file. Close that program, then try again.</translation>
    </message>
    <message>
      <source>Một máy gỡ bỏ, máy kia vừa sửa. Hãy chọn giữ hay gỡ.</source>
      <translation>One PC removed this, another had just changed it. Keep it or remove it.</translation>
    </message>
    <message>
      <source>Một máy sửa, máy kia đã gỡ bỏ. Hãy chọn giữ hay gỡ.</source>
      <translation>One PC changed this, another had removed it. Keep it or remove it.</translation>
    </message>
    <message>
      <source>Mục này chỉ chọn được một trong hai bản.</source>
      <translation>For this field only one of the two can be chosen.</translation>
    </message>
    <message>
      <source>Mục này còn phần con nên chưa bỏ được. Hãy bỏ các phần con trước.</source>
      <translation>This still has parts and cannot be taken away. Take its parts away first.</translation>
    </message>
    <message>
      <source>Mục {no}: mô tả của chủ thể</source>
      <translation>Matter {no}: the producer's description</translation>
    </message>
    <message>
      <source>Mục {no}: nhận xét của xã</source>
      <translation>Matter {no}: the commune's remark</translation>
    </message>
    <message>
      <source>Mức điểm này không có trong bộ tiêu chí của hồ sơ. Hãy chọn lại.</source>
      <translation>This level is not in the dossier's rubric. Choose again.</translation>
    </message>
    <message>
      <source>Ngành: chưa ghi</source>
      <translation>Sector: not entered</translation>
    </message>
    <message>
      <source>Ngày chưa đúng thứ tự. Hãy xem lại ngày quyết định, ngày cấp và ngày hết hạn giấy chứng nhận.</source>
      <translation>The days are not in order. Check the day of the decision, of issue, and the last day of the certificate.</translation>
    </message>
    <message>
      <source>Ngày còn thiếu năm. Hãy gõ đủ, ví dụ 9/3/2026.</source>
      <translation>The year is missing. Type it in full, such as 9/3/2026.</translation>
    </message>
    <message>
      <source>Ngày hết hạn trước ngày cấp. Hãy xem lại hai ngày trên giấy.</source>
      <translation>The paper ends before it was issued. Check both days on the paper.</translation>
    </message>
    <message>
      <source>Ngày kiểm tra lại phải sau ngày kết luận. Hãy xem lại hai ngày.</source>
      <translation>The day of the next inspection must be after the day of the conclusion. Please check both days.</translation>
    </message>
    <message>
      <source>Ngày kết thúc đứng trước ngày bắt đầu. Hãy xem lại hai ngày.</source>
      <translation>The last day is before the first. Look at both days.</translation>
    </message>
    <message>
      <source>Ngày làm bù là thứ Bảy hoặc Chủ nhật. Hãy xem lại ngày.</source>
      <translation>A made-up day is a Saturday or a Sunday. Check the day.</translation>
    </message>
    <message>
      <source>Ngày nhận hồ sơ ngoài thời gian áp dụng {document}</source>
      <translation>The day of reception is outside the time of {document}</translation>
    </message>
    <message>
      <source>Ngày nhận hồ sơ ở sau hôm nay</source>
      <translation>The day of reception is after today</translation>
    </message>
    <message>
      <source>Ngày nhận phải từ đầu tháng báo cáo đến hôm nay. Hãy xem lại ngày.</source>
      <translation>The day of receipt lies between the first of that month and today. Look at the day again.</translation>
    </message>
    <message>
      <source>Ngày này trước mọi quy định mà chương trình có. Hãy xem lại ngày nhận hồ sơ.</source>
      <translation>This day is before every rule the program knows. Look at the day of reception again.</translation>
    </message>
    <message>
      <source>Ngày quyết định sau hôm nay, nên chưa ghi công nhận. Hãy xem lại ngày.</source>
      <translation>The decision's day is after today, so no recognition was written. Check the day.</translation>
    </message>
    <message>
      <source>Ngày sau đứng trước ngày đầu. Hãy ghi lại hai ngày.</source>
      <translation>The second day comes before the first. Write the two days again.</translation>
    </message>
    <message>
      <source>Ngày trong lịch báo cáo từ 1 đến 28, tháng từ 1 đến 12. Hãy xem lại.</source>
      <translation>Days of the reporting calendar run from 1 to 28, months from 1 to 12. Please check.</translation>
    </message>
    <message>
      <source>Ngày văn bản không thể trước ngày nhận hồ sơ ({day}). Hãy xem lại ngày.</source>
      <translation>The day of the document cannot come before the reception of the dossier ({day}). Check the day.</translation>
    </message>
    <message>
      <source>Ngày văn bản ở sau hôm nay. Hãy ghi đúng ngày trên văn bản đã ký.</source>
      <translation>The day of the document is after today. Enter the day on the signed paper.</translation>
    </message>
    <message>
      <source>Người của xã ({local}) nhiều hơn tổng số lao động ({total})</source>
      <translation>More workers of the commune ({local}) than workers in all ({total})</translation>
    </message>
    <message>
      <source>Người này không còn làm việc trên máy. Hãy chọn người khác.</source>
      <translation>This person no longer works on this PC. Choose another.</translation>
    </message>
    <message>
      <source>Người quản trị máy không ghi nhận bản đã ký. Hãy nhờ lãnh đạo, văn thư hoặc người nhập liệu.</source>
      <translation>The administrator does not take in what was signed. Ask the leader, the clerk or who enters dossiers.</translation>
    </message>
    <message>
      <source>Nhiều dòng quá, nhiều nhất {most}. Hãy tách thành nhiều tệp.</source>
      <translation>Too many rows, {most} at most. Please split the file.</translation>
    </message>
    <message>
      <source>Năm phải từ {first} đến {last}.</source>
      <translation>The year must be from {first} to {last}.</translation>
    </message>
    <message>
      <source>Năm {year} nằm ngoài khoảng {first} đến {last}. Hãy xem lại.</source>
      <translation>The year {year} is not between {first} and {last}. Please look again.</translation>
    </message>
    <message>
      <source>Năm “{year}” chưa rõ. Hãy gõ đủ bốn chữ số, ví dụ 2026.</source>
      <translation>The year “{year}” is not clear. Type four digits, such as 2026.</translation>
    </message>
    <message>
      <source>Nội dung này dài quá mức tỉnh nhận. Hãy viết gọn lại.</source>
      <translation>This text is longer than the province takes. Please shorten it.</translation>
    </message>
    <message>
      <source>Nội dung này đã có ở tỉnh với loại khác. Hãy báo văn phòng OCOP tỉnh.</source>
      <translation>The province has this record as another kind. Tell the provincial OCOP office.</translation>
    </message>
    <message>
      <source>Phiên họp Hội đồng</source>
      <translation>Council sessions</translation>
    </message>
    <message>
      <source>Phiếu còn {count} tiêu chí chưa chấm. Hãy chấm đủ rồi xong phiếu.</source>
      <translation>{count} criteria of the sheet have no answer. Answer them, then finish the sheet.</translation>
    </message>
    <message>
      <source>Phông chữ in không có ký tự {characters}. Hãy thay ký tự đó rồi in lại.</source>
      <translation>The printing font has no character {characters}. Replace it, then print again.</translation>
    </message>
    <message>
      <source>Phải là {wanted}, đang là {got}.</source>
      <translation>Must be {wanted}, is {got}.</translation>
    </message>
    <message>
      <source>Phần lẻ dùng dấu phẩy. Có phải là {hint}?</source>
      <translation>Decimals take a comma. Did you mean {hint}?</translation>
    </message>
    <message>
      <source>Phần đầu giống từng byte Mẫu số {form} của “{product}”, lần chốt {revision}, nhưng có phần thêm vào sau mà không phải chữ ký số. Đừng dùng tệp này.</source>
      <translation>It begins byte for byte as Form {form} of “{product}”, revision {revision}, but something that is no signature was added. Do not use this file.</translation>
    </message>
    <message>
      <source>Quy định “{name}” bản {version}, áp dụng cho hồ sơ nhận từ {day}.</source>
      <translation>The rules “{name}”, version {version}, apply to dossiers received from {day}.</translation>
    </message>
    <message>
      <source>Sau khi {who} ký, tệp đã bị sửa thêm. Chữ ký không còn bảo đảm nội dung đang thấy.</source>
      <translation>After {who} signed, the file was changed. The signature no longer vouches for what is seen.</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Products</translation>
    </message>
    <message>
      <source>Sản phẩm 3 sao</source>
      <translation>Products of 3 stars</translation>
    </message>
    <message>
      <source>Sản phẩm 4 sao</source>
      <translation>Products of 4 stars</translation>
    </message>
    <message>
      <source>Sản phẩm 5 sao</source>
      <translation>Products of 5 stars</translation>
    </message>
    <message>
      <source>Sản phẩm bị hạ hạng</source>
      <translation>Products lowered</translation>
    </message>
    <message>
      <source>Sản phẩm bị thu hồi giấy chứng nhận</source>
      <translation>Products withdrawn</translation>
    </message>
    <message>
      <source>Sản phẩm công nhận lần đầu</source>
      <translation>Products recognised for the first time</translation>
    </message>
    <message>
      <source>Sản phẩm hết hiệu lực, chưa phân hạng lại</source>
      <translation>Products expired and not re-assessed</translation>
    </message>
    <message>
      <source>Sản phẩm hết hạn trong 180 ngày tới</source>
      <translation>Products that end within 180 days</translation>
    </message>
    <message>
      <source>Sản phẩm mẫu: có {have}, cần {needed}</source>
      <translation>Samples: {have} there, {needed} needed</translation>
    </message>
    <message>
      <source>Sản phẩm này chưa có công nhận còn hiệu lực. Hãy xem lại lịch sử sản phẩm.</source>
      <translation>This product has no recognition in force. Look at its history.</translation>
    </message>
    <message>
      <source>Sản phẩm này không có hạng sao nào chờ xác nhận. Hãy mở lại trang của sản phẩm.</source>
      <translation>This product has no stars that wait to be confirmed. Open its page again.</translation>
    </message>
    <message>
      <source>Sản phẩm này không có vi phạm nào đang chờ khắc phục.</source>
      <translation>This product has no breach that waits to be put right.</translation>
    </message>
    <message>
      <source>Sản phẩm này đứng một mình, không có gì để tách.</source>
      <translation>This product stands alone; there is nothing to separate.</translation>
    </message>
    <message>
      <source>Sản phẩm phân hạng lại</source>
      <translation>Products re-assessed</translation>
    </message>
    <message>
      <source>Sản phẩm từ 3 sao trở lên còn hiệu lực</source>
      <translation>Products of 3 stars or more in force</translation>
    </message>
    <message>
      <source>Sản phẩm đã có mã. Muốn đổi, hãy bấm Đổi mã và ghi lý do.</source>
      <translation>The product has a code. To change it, press Change code and give a reason.</translation>
    </message>
    <message>
      <source>Sản phẩm được nâng hạng</source>
      <translation>Products upgraded</translation>
    </message>
    <message>
      <source>Số bản (version) của tỉnh phải từ {least} trở lên, để không trùng bản kèm chương trình.</source>
      <translation>A province's version numbers begin at {least}, so that they never meet the program's own.</translation>
    </message>
    <message>
      <source>Số lớn quá: nhiều nhất {most}. Hãy xem lại đơn vị.</source>
      <translation>The number is too large: {most} at most. Look at the unit again.</translation>
    </message>
    <message>
      <source>Số này chưa đúng. Tỷ lệ từ 1 đến 100 %, chênh lệch từ 0 đến 100 điểm.</source>
      <translation>This number is not right. A share is 1 to 100 %, a spread 0 to 100 points.</translation>
    </message>
    <message>
      <source>Số này không thể âm.</source>
      <translation>This number cannot be below zero.</translation>
    </message>
    <message>
      <source>Số phiếu này chỉ có ở hồ sơ này, nên không cần cấp số khác.</source>
      <translation>Only this dossier bears this reception number; it needs no other.</translation>
    </message>
    <message>
      <source>Số và ngày của báo cáo được ghi ở hồ sơ, bước 4. Hãy mở hồ sơ để sửa.</source>
      <translation>Number and day of a report are entered on its dossier, step 4. Open the dossier to correct them.</translation>
    </message>
    <message>
      <source>Số và ngày đi cùng nhau. Hãy ghi cả hai, hoặc để trống cả hai.</source>
      <translation>Number and day go together. Enter both, or leave both empty.</translation>
    </message>
    <message>
      <source>Số văn bản là một số từ 1, có thể kèm một chữ cái, như 45 hoặc 45a. Hãy ghi lại.</source>
      <translation>A document number counts from 1 and may bear one letter, such as 45 or 45a. Enter it again.</translation>
    </message>
    <message>
      <source>Số {number} đã có trong sổ: {what}. Hãy xem lại số, hoặc dùng số kế tiếp.</source>
      <translation>Number {number} is in the register already: {what}. Check the number, or use the next one.</translation>
    </message>
    <message>
      <source>Số điện thoại chưa đúng. Hãy gõ từ 9 đến 11 chữ số, ví dụ 0912 345 678.</source>
      <translation>The phone number is not right. Type 9 to 11 digits, such as 0912 345 678.</translation>
    </message>
    <message>
      <source>Số ở mục này lớn quá. Hãy xem lại đơn vị.</source>
      <translation>The number in this field is too large. Check its unit.</translation>
    </message>
    <message>
      <source>Thiết bị ký có {count} khóa. Hãy nêu tên chứng thư cần dùng.</source>
      <translation>The token holds {count} keys. Name the certificate to use.</translation>
    </message>
    <message>
      <source>Thiếu mục “{name}”.</source>
      <translation>The key “{name}” is missing.</translation>
    </message>
    <message>
      <source>Thiếu số hoặc ngày quyết định nên chưa ghi công nhận. Hạng {text} sao được giữ kèm sản phẩm.</source>
      <translation>The decision's number or day is missing, so no recognition was written. The {text} stars are kept with the product.</translation>
    </message>
    <message>
      <source>Thiếu trang {missing}. Hãy quét đủ các trang.</source>
      <translation>Page {missing} is missing. Scan all pages.</translation>
    </message>
    <message>
      <source>Thiếu tệp dữ liệu pháp lý {file}. Hãy cài lại chương trình; hồ sơ không bị ảnh hưởng.</source>
      <translation>The legal data file {file} is missing. Install the program again; the dossiers are not touched.</translation>
    </message>
    <message>
      <source>Thiếu tệp index.toml liệt kê các tệp của gói.</source>
      <translation>There is no index.toml that lists the files of the pack.</translation>
    </message>
    <message>
      <source>Thiếu {label}</source>
      <translation>Missing: {label}</translation>
    </message>
    <message>
      <source>Thêm người, đổi vai trò là việc của người quản trị máy. Hãy nhờ người đó làm.</source>
      <translation>Adding people and changing roles is for the administrator. Ask that person.</translation>
    </message>
    <message>
      <source>Thư mục dữ liệu chỉ cho đọc. Hãy nhờ người phụ trách máy tính cấp quyền ghi cho tài khoản này.</source>
      <translation>The data folder can only be read. Ask whoever looks after this PC to let this account write to it.</translation>
    </message>
    <message>
      <source>Trang trại</source>
      <translation>Farm</translation>
    </message>
    <message>
      <source>Trong tệp này không có trả lời của tỉnh cho máy này. Hãy chọn tệp khác.</source>
      <translation>This file holds no answer of the province for this PC. Choose another file.</translation>
    </message>
    <message>
      <source>Trung tâm điều hành hoặc tương đương</source>
      <translation>Management centre or the like</translation>
    </message>
    <message>
      <source>Trên máy này đã có sổ hồ sơ. Hãy mở sổ đó thay vì tạo mới.</source>
      <translation>This PC has its dossiers already. Open those instead of making new ones.</translation>
    </message>
    <message>
      <source>Trạng thái hồ sơ chỉ đổi bằng nút Chốt, Gửi tỉnh, Mở lại.</source>
      <translation>The state changes only by Seal, Send to the province and Open again.</translation>
    </message>
    <message>
      <source>Trả lời này có trước khi tỉnh khôi phục dữ liệu nên không dùng được. Hãy chép gói mới gửi tỉnh.</source>
      <translation>This answer is from before the province restored its data and cannot be used. Copy a new package for the province.</translation>
    </message>
    <message>
      <source>Tệp PDF này có mật khẩu mở. Hãy lưu lại bản không có mật khẩu.</source>
      <translation>This PDF needs a password. Save a copy without one.</translation>
    </message>
    <message>
      <source>Tệp bị hỏng trên đường truyền. Hãy thử lại; phần đã tới không phải gửi lại.</source>
      <translation>A file was damaged on the line. Try again; what arrived need not be sent again.</translation>
    </message>
    <message>
      <source>Tệp có chữ ký số, nhưng bản cài này chưa có phần đọc chữ ký.</source>
      <translation>The file bears a digital signature, but this installation has no part that reads one.</translation>
    </message>
    <message>
      <source>Tệp có quá nhiều trang (nhiều nhất {most}). Hãy tách riêng bản ký.</source>
      <translation>The file has too many pages (at most {most}). Take the signed paper out of it.</translation>
    </message>
    <message>
      <source>Tệp dữ liệu pháp lý {file} không đọc được. Hãy cài lại chương trình; hồ sơ không bị ảnh hưởng.</source>
      <translation>The legal data file {file} cannot be read. Install the program again; the dossiers are not touched.</translation>
    </message>
    <message>
      <source>Tệp khóa bị hỏng. Hãy lấy lại tệp này từ bản sao lưu; dữ liệu chưa mất.</source>
      <translation>The key file is damaged. Take it from the backup; no data is lost yet.</translation>
    </message>
    <message>
      <source>Tệp không có dòng nào để nhập.</source>
      <translation>The file has no row to import.</translation>
    </message>
    <message>
      <source>Tệp lớn hơn 50 MB. Hãy quét ở 200 đến 300 dpi.</source>
      <translation>The file is larger than 50 MB. Scan at 200 to 300 dpi.</translation>
    </message>
    <message>
      <source>Tệp lớn quá ({size}, nhiều nhất {most}). Hãy quét lại ở 200 dpi hoặc tách thành nhiều tệp.</source>
      <translation>The file is too large ({size}, at most {most}). Scan it again at 200 dpi or split it into several files.</translation>
    </message>
    <message>
      <source>Tệp lớn quá, nhiều nhất {most} MB. Hãy tách thành nhiều tệp.</source>
      <translation>The file is too large, {most} MB at most. Please split it.</translation>
    </message>
    <message>
      <source>Tệp minh chứng trên ổ đĩa đã bị đổi. Hãy lấy lại từ bản sao lưu, hoặc thêm lại tệp gốc.</source>
      <translation>The evidence file on the disk was changed. Take it from the backup, or add the original again.</translation>
    </message>
    <message>
      <source>Tệp này không phải bản cập nhật chương trình, hoặc chép thiếu. Hãy chép lại; bản đang dùng không đổi.</source>
      <translation>This file is no update of the program, or a part of one. Copy it again; the version in use is unchanged.</translation>
    </message>
    <message>
      <source>Tệp này không phải chứng thư của một nơi cấp chứng thư (CA). Hãy hỏi tỉnh đúng tệp .crt hoặc .pem.</source>
      <translation>This file is not the certificate of an authority (CA). Ask the province for the right .crt or .pem file.</translation>
    </message>
    <message>
      <source>Tệp này không phải gói quy định, hoặc chép thiếu. Hãy chép lại từ tỉnh; quy định đang dùng không đổi.</source>
      <translation>This file is no rule pack, or was copied in part. Copy it again from the province; the rules in force stay.</translation>
    </message>
    <message>
      <source>Tệp này mang mã của “{product}”, lần chốt {revision}, nhưng không phải tệp chương trình đã in: nội dung đã bị đổi hoặc được lưu lại bằng phần mềm khác. Hãy xuất lại bản sạch rồi ký.</source>
      <translation>This file bears the code of “{product}”, revision {revision}, but is not what the program printed: it was changed or saved anew by another program. Export a clean copy and sign that.</translation>
    </message>
    <message>
      <source>Tệp này đã được gỡ khỏi hồ sơ. Hãy mở lại hồ sơ để xem danh sách mới.</source>
      <translation>This file was taken from the dossier. Open the dossier again to see the new list.</translation>
    </message>
    <message>
      <source>Tệp phụ lục ký số cần số và ký hiệu của văn bản. Hãy ghi số, ký hiệu, ví dụ 05/BC-UBND.</source>
      <translation>An annex that is signed needs the number and symbol of its document. Write them, for example 05/BC-UBND.</translation>
    </message>
    <message>
      <source>Tệp viết bằng phông chữ cũ (TCVN3/ABC, .VnTime), đã được chuyển sang Unicode khi đọc; tệp gốc giữ nguyên. Hãy xem vài ô dưới đây: chữ hoa có dấu của phông .VnTimeH thành chữ thường.</source>
      <translation>The file was written for the old fonts (TCVN3/ABC, .VnTime) and was turned into Unicode while it was read; the file itself stays as it is. Look at the cells below: accented capitals of the .VnTimeH font come back small.</translation>
    </message>
    <message>
      <source>Tệp {file} đã phát hành ở gói trước và không được sửa. Hãy tăng số bản (version) rồi thử lại.</source>
      <translation>The file {file} was released in an earlier pack and must not change. Raise its version and try again.</translation>
    </message>
    <message>
      <source>Tệp {name} bung ra quá lớn so với một bản quét: ảnh có quá nhiều điểm, hoặc tệp nén nhiều lớp. Hãy quét lại ở 200 đến 300 dpi.</source>
      <translation>The file {name} unpacks to far more than a scan: its picture has too many dots, or it is packed many times over. Scan it again at 200 to 300 dpi.</translation>
    </message>
    <message>
      <source>Tệp {name} có trang của nhiều báo cáo khác nhau. Hãy tách mỗi báo cáo thành một tệp.</source>
      <translation>The file {name} has pages of several reports. Put each report into a file of its own.</translation>
    </message>
    <message>
      <source>Tệp {name} hỏng nặng hoặc được làm để gây lỗi: phần đọc tệp đã phải dừng và mở lại, những gì đã nhập vẫn còn nguyên. Hãy xin lại tệp, hoặc in ra giấy rồi quét lại.</source>
      <translation>The file {name} is badly damaged or made to cause faults: the reader had to stop and start again, and all you typed is still there. Ask for the file again, or print it and scan the paper.</translation>
    </message>
    <message>
      <source>Tệp đã lưu nhưng máy này chưa có chương trình mở PDF. Hãy cài một chương trình đọc PDF.</source>
      <translation>The file is saved, but this PC has no program for PDF. Please install one.</translation>
    </message>
    <message>
      <source>Tệp “{name}” trống. Hãy chọn tệp khác.</source>
      <translation>The file “{name}” is empty. Choose another one.</translation>
    </message>
    <message>
      <source>Tệp “{name}” đã có ở dòng này. Không cần thêm lần nữa.</source>
      <translation>The file “{name}” is in this row already. There is no need to add it again.</translation>
    </message>
    <message>
      <source>Tỉnh chưa có bản mới cho máy này.</source>
      <translation>The province has no newer version for this PC.</translation>
    </message>
    <message>
      <source>Tỉnh chưa có bản trước của nội dung này. Lần đồng bộ sau sẽ gửi lại đủ.</source>
      <translation>The province lacks the version before. The next exchange sends all of it.</translation>
    </message>
    <message>
      <source>Tỉnh chưa nhận một số nội dung. Hãy xem lý do trong bảng rồi sửa.</source>
      <translation>The province did not take some records. See why in the table, then mend them.</translation>
    </message>
    <message>
      <source>Tỉnh chưa xác nhận hồ sơ này, nên chưa có biên nhận. Hãy đồng bộ rồi in.</source>
      <translation>The province has not confirmed this dossier, so there is no receipt yet. Exchange first, then print.</translation>
    </message>
    <message>
      <source>Tỉnh không nhận phiên làm việc này. Hãy bấm Đồng bộ lần nữa.</source>
      <translation>The province did not take this session. Press Exchange once more.</translation>
    </message>
    <message>
      <source>Tỉnh không đọc được nội dung này. Hãy cập nhật chương trình rồi đồng bộ lại.</source>
      <translation>The province could not read this. Update the program and synchronise again.</translation>
    </message>
    <message>
      <source>Tỉnh đã gỡ máy này khỏi danh sách. Dữ liệu vẫn ở đây: hãy bấm Cứu dữ liệu để ghi những gì tỉnh chưa có ra USB hoặc gửi thẳng, rồi liên hệ văn phòng OCOP tỉnh.</source>
      <translation>The province took this PC off its list. The data is still here: press Rescue the data to write what the province lacks to a stick or send it straight, then contact the province's OCOP office.</translation>
    </message>
    <message>
      <source>Tổ hợp tác</source>
      <translation>Cooperative group</translation>
    </message>
    <message>
      <source>Tỷ lệ chủ thể do nữ đại diện (%)</source>
      <translation>Share of producers represented by women (%)</translation>
    </message>
    <message>
      <source>USB không đủ chỗ: cần {needed}, còn {free}. Hãy dọn bớt hoặc dùng USB khác.</source>
      <translation>Not enough room on the stick: {needed} needed, {free} free. Make room or use another stick.</translation>
    </message>
    <message>
      <source>Việc này của người nhập liệu. Hãy nhờ người đó, hoặc nhờ quản trị máy thêm vai trò cho anh chị.</source>
      <translation>This is for who enters dossiers. Ask that person, or ask the administrator to give you the role.</translation>
    </message>
    <message>
      <source>Việc này của người quản trị máy. Hãy nhờ người đó làm.</source>
      <translation>This is for the administrator of the PC. Ask that person.</translation>
    </message>
    <message>
      <source>Việc này do cấp công nhận ghi. Xã chỉ ghi xác nhận ngừng sản xuất.</source>
      <translation>The recognising level records this. A commune records only that production stopped.</translation>
    </message>
    <message>
      <source>Việc này do cấp công nhận ghi: hội đồng, công nhận, kiểm tra, thu hồi không phải của máy này.</source>
      <translation>The recognising level writes this: councils, recognitions, inspections and withdrawals are not for this PC.</translation>
    </message>
    <message>
      <source>Việc này đã được chọn xong ở máy khác. Hãy xem lại hồ sơ.</source>
      <translation>This was already decided on another PC. Look at the dossier again.</translation>
    </message>
    <message>
      <source>Xem lại hồ sơ là việc của lãnh đạo hoặc người nhập liệu thứ hai. Hãy nhờ người đó.</source>
      <translation>Reviewing is for the leader or a second person who enters dossiers. Ask that person.</translation>
    </message>
    <message>
      <source>Xuất dữ liệu của một người là việc của người nhập liệu hoặc quản trị máy. Hãy nhờ người đó làm.</source>
      <translation>Exporting the data of one person is for who enters dossiers or the administrator. Ask one of them.</translation>
    </message>
    <message>
      <source>Xuất nhật ký là việc của quản trị máy hoặc lãnh đạo. Hãy nhờ người đó làm.</source>
      <translation>Exporting the journal is for the administrator or the leader. Ask one of them.</translation>
    </message>
    <message>
      <source>{count} hồ sơ đang làm có hạn mới theo bảng ngày nghỉ.</source>
      <translation>{count} dossiers in work have a new due day by the holiday table.</translation>
    </message>
    <message>
      <source>{label}</source>
      <translation>{label}</translation>
    </message>
    <message>
      <source>{label}: ghi thiếu nhưng đã có tệp</source>
      <translation>{label}: marked missing, but there is a file</translation>
    </message>
    <message>
      <source>{name} trong index.toml là “{said}” nhưng trong tệp là “{here}”.</source>
      <translation>{name} is “{said}” in index.toml but “{here}” in the file.</translation>
    </message>
    <message>
      <source>{name} “{text}” không phải ngày viết như 2027-01-31.</source>
      <translation>{name} “{text}” is not a day written like 2027-01-31.</translation>
    </message>
    <message>
      <source>{paper} in riêng cho từng hồ sơ. Hãy chọn một hồ sơ, hoặc in hàng loạt.</source>
      <translation>{paper} is printed for one dossier at a time. Choose one dossier, or print a batch.</translation>
    </message>
    <message>
      <source>Ô này là công thức chưa có kết quả. Hãy mở bằng Excel, lưu lại rồi nhập, hoặc gõ giá trị.</source>
      <translation>This cell is a formula without a result. Open it in Excel, save it and import it again, or type the value.</translation>
    </message>
    <message>
      <source>Đang chờ một nội dung trước đó của hồ sơ này.</source>
      <translation>An earlier part of this dossier comes first.</translation>
    </message>
    <message>
      <source>Điểm giới thiệu, bán sản phẩm</source>
      <translation>Points of sale</translation>
    </message>
    <message>
      <source>Đây không phải gói OCOP, hoặc gói bị chép thiếu. Hãy chép lại từ nơi đã xuất.</source>
      <translation>This is no OCOP package, or it was not copied whole. Copy it again from where it was made.</translation>
    </message>
    <message>
      <source>Đây không phải máy chủ tỉnh đã đăng ký. Chưa gửi gì đi; hãy hỏi văn phòng OCOP tỉnh.</source>
      <translation>This is not the province's server that was registered. Nothing was sent; ask the provincial OCOP office.</translation>
    </message>
    <message>
      <source>Đây là Mẫu số {form}; bản ký cần đưa vào là báo cáo Mẫu số 03.</source>
      <translation>This is Form {form}; the signed copy to bring is the report, Form 03.</translation>
    </message>
    <message>
      <source>Đây là bản sạch chưa ký của “{product}”. Hãy ký rồi đưa bản đã ký vào.</source>
      <translation>This is the clean, unsigned copy of “{product}”. Sign it, then bring the signed one.</translation>
    </message>
    <message>
      <source>Đây là cùng một bản ghi. Hãy chọn hai bản ghi khác nhau.</source>
      <translation>This is one and the same record. Choose two different ones.</translation>
    </message>
    <message>
      <source>Đây là giấy của lần chốt {revision}; lần chốt đang có hiệu lực là {counts}. Hãy in và ký lại bản mới.</source>
      <translation>This paper is of revision {revision}; the one in force is {counts}. Print and sign the new one.</translation>
    </message>
    <message>
      <source>Đây là kế hoạch của tỉnh, ở máy này chỉ đọc. Cần sửa thì báo tỉnh, hoặc lập kế hoạch của đơn vị mình.</source>
      <translation>This is the province's plan and is only read here. To have it changed tell the province, or make a plan of your own office.</translation>
    </message>
    <message>
      <source>Đây là người duy nhất mở được máy này. Hãy thêm người khác trước.</source>
      <translation>This is the only person who can open this PC. Add another one first.</translation>
    </message>
    <message>
      <source>Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.</source>
      <translation>This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.</translation>
    </message>
    <message>
      <source>Đã có người cùng tên trên máy này. Hãy thêm chức vụ hoặc bộ phận vào tên để phân biệt.</source>
      <translation>Somebody of the same name is on this PC. Add a position or department to the name.</translation>
    </message>
    <message>
      <source>Đã có phiếu chấm nên không gỡ được.</source>
      <translation>This already has score sheets, so it cannot be removed.</translation>
    </message>
    <message>
      <source>Đã có tệp mang tên này; khóa cũ không bị ghi đè. Hãy chọn tên khác.</source>
      <translation>A file of this name is there; an old key is not overwritten. Choose another name.</translation>
    </message>
    <message>
      <source>Đã có {count} chỗ được sửa hoặc dùng sau khi nhập, nên không hoàn tác cả lượt: sẽ mất phần vừa làm.</source>
      <translation>{count} things were changed or used since the import, so it is not undone as a whole: that work would be lost.</translation>
    </message>
    <message>
      <source>Đã dừng. Chưa có gì được nhập.</source>
      <translation>Stopped. Nothing was imported.</translation>
    </message>
    <message>
      <source>Đã dừng. Những gì tỉnh ghi nhận vẫn được giữ; lần sau gửi tiếp.</source>
      <translation>Stopped. What the province confirmed is kept; the rest is sent next time.</translation>
    </message>
    <message>
      <source>Đã lưu {most} cách xem, là nhiều nhất. Hãy lưu đè lên một cách xem cũ bằng cùng tên.</source>
      <translation>{most} views are kept, which is the most. Save over an old one by the same name.</translation>
    </message>
    <message>
      <source>Đã thử sai nhiều lần. Hãy đợi {seconds} giây rồi thử lại.</source>
      <translation>Several tries were wrong. Wait {seconds} seconds, then try again.</translation>
    </message>
    <message>
      <source>Đúng là Mẫu số {form} của “{product}”, lần chốt {revision}: giống từng byte bản chương trình in ra.</source>
      <translation>This is Form {form} of “{product}”, revision {revision}: byte for byte what the program prints.</translation>
    </message>
    <message>
      <source>Đúng là Mẫu số {form} của “{product}”, lần chốt {revision}: nội dung giống từng byte, chỉ thêm chữ ký số.</source>
      <translation>This is Form {form} of “{product}”, revision {revision}: the same byte for byte, with digital signatures added.</translation>
    </message>
    <message>
      <source>Đơn vị yêu cầu người thứ hai xem trước khi chốt. Hãy nhờ một người khác mở hồ sơ và bấm Đã xem.</source>
      <translation>The office wants a second person to read before sealing. Ask another one to open the dossier and press Read.</translation>
    </message>
    <message>
      <source>Đường truyền không cho gửi gói lớn. Hãy thử lại; chương trình sẽ chia nhỏ hơn.</source>
      <translation>The line does not let large packets through. Try again; the program makes them smaller.</translation>
    </message>
    <message>
      <source>Đường truyền này không tải nổi riêng nội dung này. Lần sau sẽ thử lại; gấp thì chép ra USB.</source>
      <translation>This line cannot carry this item even alone. It is tried again next time; if it is urgent, copy it to a stick.</translation>
    </message>
    <message>
      <source>Địa chỉ thư điện tử chưa đúng, ví dụ htx.sontra@gmail.com.</source>
      <translation>The e-mail address is not right, such as htx.sontra@gmail.com.</translation>
    </message>
    <message>
      <source>Địa chỉ thư điện tử không có dấu. Hãy tắt bộ gõ tiếng Việt rồi gõ lại.</source>
      <translation>An e-mail address has no accents. Turn the Vietnamese input method off and type it again.</translation>
    </message>
    <message>
      <source>Đọc tệp {name} quá lâu nên đã dừng việc đọc; những gì đã nhập vẫn còn nguyên. Hãy quét lại ở 200 đến 300 dpi, hoặc xin lại tệp khác.</source>
      <translation>Reading the file {name} took too long and was stopped; all you typed is still there. Scan it again at 200 to 300 dpi, or ask for another file.</translation>
    </message>
    <message>
      <source>Đợt lập, chọn phương án kinh doanh</source>
      <translation>Rounds of business plans</translation>
    </message>
    <message>
      <source>Đợt đăng ký, chọn ý tưởng sản phẩm</source>
      <translation>Rounds of product ideas</translation>
    </message>
    <message>
      <source>Ảnh chỉ đạt khoảng {dpi} dpi; quy định là từ 200 dpi. Nên quét lại.</source>
      <translation>The picture has only about {dpi} dpi; the rule is 200 dpi or more. Better scan again.</translation>
    </message>
    <message>
      <source>Ảnh chữ ký, ảnh dấu phải là tệp PNG nền trong suốt (Nghị định 30/2020/NĐ-CP, Phụ lục I). Hãy chọn tệp khác.</source>
      <translation>The image of a signature or seal must be a PNG with a transparent ground (Decree 30/2020/NĐ-CP, Appendix I). Choose another.</translation>
    </message>
    <message>
      <source>Ảnh dấu không cho biết kích thước thật. Hãy nêu đường kính dấu theo mm.</source>
      <translation>The image of the seal does not say its real size. Give its diameter in mm.</translation>
    </message>
    <message>
      <source>Ảnh không phải ảnh màu; quy định là quét màu. Nên quét lại.</source>
      <translation>The picture is not in colour; the rule is a colour scan. Better scan again.</translation>
    </message>
    <message>
      <source>Ổ đĩa báo lỗi khi đọc hoặc ghi. Hãy sao lưu sang USB và báo người phụ trách máy tính.</source>
      <translation>The disk fails when reading or writing. Back up to a USB stick and tell whoever looks after this PC.</translation>
    </message>
    <message>
      <source>Ổ đĩa gần đầy. Hãy dọn bớt tệp trước khi thêm minh chứng; chữ đã gõ vẫn được lưu.</source>
      <translation>The disk is nearly full. Make room before adding evidence; what is typed is still saved.</translation>
    </message>
    <message>
      <source>Ổ đĩa đã đầy. Hãy dọn bớt tệp rồi làm tiếp; những gì đã ghi vẫn còn nguyên.</source>
      <translation>The disk is full. Make room, then go on; what was saved is whole.</translation>
    </message>
    <message>
      <source>Ở đây chỉ ghi số nguyên, không có phần lẻ.</source>
      <translation>Only whole numbers here, no decimals.</translation>
    </message>
    <message>
      <source>“{name}” là tệp chương trình, không phải giấy tờ. Hãy in hoặc lưu giấy tờ thành PDF rồi thêm.</source>
      <translation>“{name}” is a program, not a paper. Print or save the paper as PDF and add that.</translation>
    </message>
    <message>
      <source>“{pair}” chưa đúng. Hãy viết mục=giá trị, ví dụ product.name="Chè xanh".</source>
      <translation>“{pair}” is not right. Write field=value, such as product.name="Chè xanh".</translation>
    </message>
  </context>
  <context>
    <name>stages</name>
    <message>
      <source>Chờ bổ sung</source>
      <translation>Waiting for papers</translation>
    </message>
    <message>
      <source>Tỉnh trả lại</source>
      <translation>Returned by the province</translation>
    </message>
    <message>
      <source>Tỉnh đã nhận</source>
      <translation>Taken by the province</translation>
    </message>
    <message>
      <source>Đang kiểm tra</source>
      <translation>Being checked</translation>
    </message>
    <message>
      <source>Đang xét</source>
      <translation>In council</translation>
    </message>
    <message>
      <source>Đang đánh giá</source>
      <translation>Being assessed</translation>
    </message>
    <message>
      <source>Đã chốt, chờ ký</source>
      <translation>Sealed, to be signed</translation>
    </message>
    <message>
      <source>Đã gửi tỉnh</source>
      <translation>Sent to the province</translation>
    </message>
    <message>
      <source>Đã rút</source>
      <translation>Withdrawn</translation>
    </message>
  </context>
  <context>
    <name>texts</name>
    <message>
      <source>Chưa gửi</source>
      <translation>Not sent</translation>
    </message>
    <message>
      <source>Chương trình gặp lỗi. Những gì đã lưu vẫn còn nguyên.</source>
      <translation>The program met an error. What was saved is whole.</translation>
    </message>
    <message>
      <source>Chờ gửi</source>
      <translation>To be sent</translation>
    </message>
    <message>
      <source>Hai máy cùng sửa, cần chọn</source>
      <translation>Changed on two PCs, please choose</translation>
    </message>
    <message>
      <source>Tỉnh chưa nhận, xem lý do</source>
      <translation>Not taken by the province, see why</translation>
    </message>
    <message>
      <source>còn dưới một phút</source>
      <translation>less than a minute left</translation>
    </message>
    <message>
      <source>còn khoảng {count} phút</source>
      <translation>about {count} minutes left</translation>
    </message>
    <message>
      <source>còn khoảng {hours} giờ {minutes} phút</source>
      <translation>about {hours} hours {minutes} minutes left</translation>
    </message>
    <message>
      <source>còn {count} ngày làm việc</source>
      <translation>{count} working days left</translation>
    </message>
    <message>
      <source>hạn hôm nay</source>
      <translation>due today</translation>
    </message>
    <message>
      <source>quá hạn {count} ngày làm việc</source>
      <translation>{count} working days late</translation>
    </message>
    <message>
      <source>{hour} hôm nay</source>
      <translation>{hour} today</translation>
    </message>
    <message>
      <source>Đang gửi</source>
      <translation>Being sent</translation>
    </message>
    <message>
      <source>Đã về tỉnh</source>
      <translation>At the province</translation>
    </message>
    <message>
      <source>✓ {moment}</source>
      <translation>✓ {moment}</translation>
    </message>
    <message>
      <source>✓ {moment}, lần sửa {revision}</source>
      <translation>✓ {moment}, revision {revision}</translation>
    </message>
  </context>
</TS>
