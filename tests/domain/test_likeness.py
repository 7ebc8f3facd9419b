"""Names that are one, and names that only look so: hard pairs written by hand, and variants of the sample's own names."""

import csv
import random
import sys
import time

from ocop_desktop import paths
from ocop_desktop.actions.duplicates import SUSPECT, pairs
from ocop_desktop.domain import likeness, names
from ocop_desktop.domain.likeness import Weights
from ocop_desktop.domain.text import fold

SAME = (
    ("HTX Sơn Trà", "Hợp tác xã Sơn Trà"),
    ("HTX nông nghiệp Sơn Trà", "Hợp tác xã NN Sơn Trà"),
    ("HTX dịch vụ nông nghiệp Tân Trào", "HTX nông nghiệp dịch vụ Tân Trào"),
    ("Cty TNHH Thái Hải", "Công ty TNHH MTV Thái Hải"),
    ("Công ty Cổ phần Nông sản Thái Nguyên", "Cty CP nông sản Thái Nguyên"),
    ("HTX chè Thủy Thuật", "HTX chè Thuỷ Thuật"),
    ("Chè Chiêm Hoá", "Chè Chiêm Hóa"),
    ("Mười Qúy", "Mười Quý"),
    ("HTX TRÀ SƠN DUNG", "htx trà sơn dung"),
    ("hop tac xa son tra", "Hợp tác xã Sơn Trà"),
    ("Rượu mơ Dakimo", "Ruou mo Dakimo"),
    ("Hồng Đỉnh trà", "Trà Hồng Đỉnh"),
    ("Mật ong hoa rừng 500ml", "Mật ong hoa rừng"),
    ("Mật ong hoa rừng 500 ml", "Mật ong hoa rừng 1 lít"),
    ("Chè Shan tuyết Tân Trào", "Chè Shan tuyết Tân Trào"),
    ("Trà hoa đu đủ đực", "Trà hoa đu đủ đực 2023"),
    ("HTX Kim Ngân", "HTX Kim Ngân (chi nhánh 2)"),
    ("Dừa sáp sợi (VICOSAP)", "Dừa sáp sợi VICOSAP"),
    ("Bánh đa nem Lan Hưng", "Bánh đa nem - Lan Hưng"),
    ("Hộ kinh doanh Nguyệt Minh", "HKD Nguyệt Minh"),
    ("THT Quân Hà", "Tổ hợp tác Quân Hà"),
    ("HTX Đăng Khoa", "HTX Dang Khoa"),
    ("Cơ sở sản xuất kẹo lạc Sửu Hà", "CSSX kẹo lạc Sửu Hà"),
    ("Miến Việt Cường", "Miến Viẹt Cường"),
    ("HTX miến Việt Cường", "HTX miến Việt Cườg"),
    ("Kẹo lạc Sửu Hà", "Kẹo lạc  Sửu  Hà."),
    ("Bưởi Soi Hà", "Bưởi Soi Hà 2024"),
    ("HTX x. Tân Trào", "HTX xã Tân Trào"),
    ("Nấm linh chi Phia Đén", "Nấm linh chi Phia Den"),
    ("Trà túi lọc Nguyên Việt", "Trà túi lọc Nguyen Việt"),
)
OTHER = (
    ("Trà xanh Sơn Dung", "Trà đen Sơn Dung"),
    ("HTX Tân Tiến", "HTX Tân Tạo"),
    ("Chè Shan tuyết Tân Trào", "Chè xanh Tân Trào"),
    ("Mắm ruốc Duy Trinh", "Nước mắm Duy Trinh"),
    ("Nước mắm Phú Quốc Khải Hoàn 38 độ đạm", "Nước mắm Phú Quốc Khải Hoàn 40 độ đạm"),
    ("Chuối tá quạ", "Mứt chuối tá quạ"),
    ("Rượu mơ Asuka", "Rượu mơ Dakimo"),
    ("Trịnh Năng Curcumin", "Trịnh Năng Gừng"),
    ("HTX nông nghiệp Bắc Thái", "HTX nông nghiệp Hòa Bình"),
    ("Chuối sấy Joy", "Mít sấy Joy"),
    ("Công ty TNHH An Phát", "Công ty TNHH Tân Phát"),
    ("Bún khô Đông Hà", "Phở khô Đông Hà"),
    ("Giò lụa Vân Thông", "Chả lụa Vân Thông"),
    ("Mật ong rừng Bắc Kạn", "Mật ong hoa nhãn Bắc Kạn"),
    ("HTX chè Thịnh An", "HTX chè Thịnh Phát"),
    ("Tinh dầu sả", "Tinh dầu quế"),
    ("Gạo nếp cái hoa vàng", "Gạo tẻ thơm hoa vàng"),
    ("Chân giò hầm Tám Cương", "Khau nhục Tám Cương"),
    ("Công ty CP Thương mại và Sản xuất TNTea", "Công ty CP Thương mại và Sản xuất Dược"),
    ("Hộ kinh doanh Mai Lan", "Hộ kinh doanh Mai Liên"),
    ("HTX Hà Giang", "HTX Hạ Long"),
    ("Trà nén dây thìa canh lá to", "Trà túi lọc dây thìa canh lá to"),
    ("Cam sành Hàm Yên", "Cam vinh Hàm Yên"),
    ("Du lịch cộng đồng Thái Hải", "Du lịch sinh thái Thái Hải"),
    ("Bột nghệ vàng", "Bột nghệ đen"),
    ("Cá kho làng Vũ Đại", "Cá khô làng Vũ Đại"),
    ("Muối ớt Tây Ninh", "Muối tôm Tây Ninh"),
    ("Dưa lưới Hoàng Kim", "Dưa lê Hoàng Kim"),
    ("HTX Minh Tâm", "HTX Minh Tân"),
    ("Hạt điều rang muối", "Hạt điều rang tỏi ớt"),
)


def sample_names() -> list[str]:
    with (paths.resources() / "samples" / "san-pham-ocop.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = {row[key] for row in rows for key in ("product_name", "producer_name") if len(row[key].split()) > 2}
    return sorted(found)


def written_otherwise(text: str, how: int) -> str:
    """The same name as another hand writes it."""
    words = text.split()
    if how == 0:
        return fold(text)
    if how == 1:
        return text.upper()
    if how == 2:
        return text.replace("HTX", "Hợp tác xã").replace("Công ty", "Cty").replace("Hợp tác xã", "HTX") + " 2025"
    if how == 3:
        return " - ".join((" ".join(words[:-1]), words[-1]))
    long = max(range(len(words)), key=lambda at: len(words[at]))
    slip = words[long]
    return " ".join([*words[:long], slip[:-2] + slip[-1] if len(slip) > 4 else slip, *words[long + 1 :]])


def test_precision_and_recall_on_the_labelled_pairs() -> None:
    own = sample_names()
    weights = Weights(map(names.name, own))
    same = [*SAME, *((text, written_otherwise(text, at % 5)) for at, text in enumerate(own))]
    # Two names of the sample are two things, unless they are the same once cleaned (two of them are).
    rng = random.Random(5)
    near = [
        (one, other)
        for one in own
        for other in own
        if one < other and set(fold(one).split()) & set(fold(other).split())
    ]
    other = [*OTHER, *(pair for pair in rng.sample(near, 400) if names.key(pair[0]) != names.key(pair[1]))]

    def suspected(pair: tuple[str, str]) -> bool:
        return likeness.compare(names.name(pair[0]), names.name(pair[1]), weights).score >= SUSPECT

    missed = [pair for pair in same if not suspected(pair)]
    wrong = [pair for pair in other if suspected(pair)]
    hit = len(same) - len(missed)
    recall, precision = hit / len(same), hit / (hit + len(wrong))
    sys.stdout.write(f"{len(same)} same, {len(other)} other: recall {recall:.3f}, precision {precision:.3f}\n")
    sys.stdout.write(f"missed {missed}\nwrong {wrong}\n")
    assert recall >= 0.95
    assert precision >= 0.95
    hard = [sum(map(suspected, SAME)) / len(SAME), sum(map(suspected, OTHER)) / len(OTHER)]
    sys.stdout.write(f"by hand: {hard[0]:.2f} of the same found, {hard[1]:.2f} of the others taken for the same\n")
    assert hard[0] >= 0.9
    assert hard[1] <= 0.15


def test_each_reason_is_the_one_a_person_sees() -> None:
    weights = Weights()
    for left, right, reason in (
        ("HTX Sơn Trà", "Hợp tác xã Sơn Trà", "same"),
        ("HTX Sơn Trà", "Cty Sơn Trà", "form"),
        ("Hồng Đỉnh trà", "Trà Hồng Đỉnh", "order"),
        ("hop tac xa son tra", "Hợp tác xã Sơn Trà", "tones"),
        ("Mật ong rừng 2023", "Mật ong rừng", "size"),
        ("Miến Việt Cường", "Miến Việt Cườg", "spelling"),
    ):
        assert reason in likeness.compare(names.name(left), names.name(right), weights).reasons, (left, right)


def test_twenty_thousand_names_take_seconds() -> None:
    words = [word for text in sample_names() for word in text.split()]
    rng = random.Random(1)
    made = [" ".join(rng.sample(words, rng.randint(3, 6))) for _ in range(20_000)]
    made[-1] = made[0].upper()
    began = time.process_time()
    items = [("", names.name(text)) for text in made]
    found = pairs(items, Weights(name for _unit, name in items))
    spent = time.process_time() - began
    sys.stdout.write(f"20,000 names of one unit: {spent:.1f} s, {len(found)} pairs\n")
    assert any({one, other} == {0, len(made) - 1} for one, other, _near in found)
    assert spent < 30
