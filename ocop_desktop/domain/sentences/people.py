"""Who may do what on this PC."""

SENTENCES = {
    "role.write": "Việc này của người nhập liệu. Hãy nhờ người đó, hoặc nhờ quản trị máy thêm vai trò cho anh chị.",
    "role.number": "Ghi số là việc của văn thư hoặc người nhập liệu. Hãy nhờ người đó làm.",
    "role.scan": "Gắn tệp là việc của văn thư hoặc người nhập liệu. Hãy nhờ người đó làm.",
    "role.send": "Gửi hồ sơ là việc của văn thư hoặc người nhập liệu. Hãy nhờ người đó làm.",
    "role.review": "Xem lại hồ sơ là việc của lãnh đạo hoặc người nhập liệu thứ hai. Hãy nhờ người đó.",
    "role.settings": "Lãnh đạo không đổi cài đặt của đơn vị. Hãy nhờ người nhập liệu, văn thư hoặc quản trị máy.",
    "role.administer": "Việc này của người quản trị máy. Hãy nhờ người đó làm.",
    "role.people": "Thêm người, đổi vai trò là việc của người quản trị máy. Hãy nhờ người đó làm.",
    "role.inspect": "Xuất nhật ký là việc của quản trị máy hoặc lãnh đạo. Hãy nhờ người đó làm.",
    "role.personal_data": "Xuất dữ liệu của một người là việc của người nhập liệu hoặc quản trị máy. Hãy nhờ người đó làm.",
    "people.unknown": "Không có người nào tên như vậy trên máy này. Hãy xem lại tên.",
    "people.known": "Đã có người cùng tên trên máy này. Hãy thêm chức vụ hoặc bộ phận vào tên để phân biệt.",
    "people.roles": "Hãy chọn ít nhất một vai trò.",
    "people.last": "Đây là người duy nhất mở được máy này. Hãy thêm người khác trước.",
    "people.last_admin": "Máy phải còn ít nhất một người quản trị. Hãy giao vai trò đó cho người khác trước.",
    "people.left": "Người này không còn làm việc trên máy. Hãy chọn người khác.",
    "people.not_yours": "Hồ sơ này đang do người khác làm. Người đó, hoặc quản trị máy, mới giao được.",
    "review.own": "Anh chị vừa sửa hồ sơ này. Hãy để người thứ hai xem lại.",
    "review.needed": "Đơn vị yêu cầu người thứ hai xem trước khi chốt. Hãy nhờ một người khác mở hồ sơ và bấm Đã xem.",
    "review.stale": "Hồ sơ đã đổi sau khi {name} xem. Hãy nhờ xem lại rồi chốt.",
}
