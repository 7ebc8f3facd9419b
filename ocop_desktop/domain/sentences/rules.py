"""Rule packs of the province: what is wrong with one, and what one changes."""

_PACKS = {
    "rules.unreadable": "Tệp này không phải gói quy định, hoặc chép thiếu. Hãy chép lại từ tỉnh; quy định đang dùng không đổi.",
    "rules.altered": "Gói quy định đã bị thay đổi sau khi tỉnh ký. Hãy chép lại từ tỉnh; quy định đang dùng không đổi.",
    "rules.other_province": "Gói quy định này không do tỉnh của đơn vị ký. Quy định đang dùng không đổi; hãy hỏi lại tỉnh.",
    "rules.older": "Máy này đã có gói quy định bản {installed}, mới hơn hoặc bằng bản {version} của tệp. Không cần cài.",
    "rules.expired": "Gói quy định này hết hạn cài ngày {day}. Hãy xem ngày của máy, hoặc lấy gói mới của tỉnh.",
    "rules.name": "Gói quy định có tệp mang tên lạ ({file}). Không cài; hãy báo tỉnh.",
    "rules.too_large": "Gói quy định lớn hơn {most} MB. Hãy xem lại tệp; quy định đang dùng không đổi.",
    "rules.faulty": "Gói quy định có {count} lỗi, lỗi đầu: {first} Không cài; hãy báo tỉnh.",
    "rules.not_enrolled": "Máy này chưa ghi danh với tỉnh nên chưa biết chữ ký của tỉnh. Hãy ghi danh rồi cài gói.",
    "rules.changed_version": "Tệp {file} đã phát hành ở gói trước và không được sửa. Hãy tăng số bản (version) rồi thử lại.",
    "rules.nothing": "Không thấy tệp quy định nào ở đây. Cần một thư mục có index.toml, hoặc một tệp TOML.",
    "rules.kind": "Không rõ tệp này là loại gì. Hãy để trong thư mục có index.toml ghi kind và id.",
    "rules.no_province": "Máy chủ chưa biết mình là tỉnh nào. Hãy chạy một lần với --province rồi công bố lại.",
}

_FAULTS = {
    "rules.fault.no_index": "Thiếu tệp index.toml liệt kê các tệp của gói.",
    "rules.fault.missing": "Có trong index.toml nhưng không có tệp.",
    "rules.fault.unlisted": "Có tệp nhưng không ghi trong index.toml.",
    "rules.fault.twice": "Ghi hai lần.",
    "rules.fault.same_version": "Hai tệp cùng mã và cùng bản {version}.",
    "rules.fault.version": "Số bản (version) của tỉnh phải từ {least} trở lên, để không trùng bản kèm chương trình.",
    "rules.fault.day": "{name} “{text}” không phải ngày viết như 2027-01-31.",
    "rules.fault.source": "Chưa ghi căn cứ: văn bản và điều khoản.",
    "rules.fault.regime": "Không có quy định nào mang mã “{regime}”.",
    "rules.fault.differs": "{name} trong index.toml là “{said}” nhưng trong tệp là “{here}”.",
    "rules.fault.sum": "Cộng được {total} điểm nhưng ghi tối đa {most}.",
    "rules.fault.kind": "Chương trình không có loại ô “{kind}”.",
    "rules.fault.row": "Cần mã tỉnh 2 chữ số, tên tỉnh, mã xã 5 chữ số, tên xã, và xã, phường hoặc đặc khu.",
    "rules.fault.unknown_key": "Có mục lạ “{name}”; hãy xem lại cách viết.",
    "rules.fault.missing_key": "Thiếu mục “{name}”.",
    "rules.fault.value": "Giá trị {text} không dùng được ở đây.",
    "rules.fault.type": "Phải là {wanted}, đang là {got}.",
    "rules.fault.toml": "Không đọc được: dòng {line}, cột {column}.",
    "rules.fault.unreadable": "Không đọc được ({why}).",
}

_CHANGES = {
    "rules.change.holidays": "Bảng ngày nghỉ {year}: thêm {added} ngày, đổi {changed} ngày.",
    "rules.change.due": "{count} hồ sơ đang làm có hạn mới theo bảng ngày nghỉ.",
    "rules.change.form": "Biểu mẫu “{name}” ({id}) có bản {version}; {count} hồ sơ đã chốt giữ bản cũ.",
    "rules.change.letter": "Mẫu văn bản “{name}” ({id}) có bản {version}.",
    "rules.change.criteria": "Bộ tiêu chí “{name}” có bản {version}: dùng cho {count} sản phẩm của bộ này; hồ sơ đã chốt giữ bản cũ.",
    "rules.change.regime": "Quy định “{name}” bản {version}, áp dụng cho hồ sơ nhận từ {day}.",
    "rules.change.classification": "Danh mục phân nhóm sản phẩm {id} có bản {version}.",
    "rules.change.units": "Danh mục đơn vị hành chính: thêm {added} đơn vị, bỏ {removed} đơn vị, đổi tên {renamed} đơn vị.",
}

SENTENCES = {**_PACKS, **_FAULTS, **_CHANGES}
