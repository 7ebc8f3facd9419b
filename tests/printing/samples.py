"""What the tests print: a realistic dossier, a nearly empty one, and the offices that print them."""

from pathlib import Path

import msgspec

from ocop_desktop import legal, paths
from ocop_desktop.domain.forms import FormSpec, Values

FORMS = ("mau-01", "mau-02", "mau-03")


def form(name: str, version: int = 1) -> FormSpec:
    """A form of Quyết định 26/2026/QĐ-TTg."""
    file: Path = paths.resources() / "legal" / "forms" / "qd-26-2026" / name / f"{version}.toml"
    return msgspec.toml.decode(file.read_bytes(), type=FormSpec)


def office() -> Values:
    """Xã Tân Trào, tỉnh Tuyên Quang, printed in the serif that comes with the program."""
    return {
        "office.unit": "02269",
        "office.province": "08",
        "office.unit_name": "Xã Tân Trào",
        "office.province_name": "Tỉnh Tuyên Quang",
        "office.kind": "xã",
        "office.level": "commune",
        "office.signer_name": "Ma Văn Đức",
        "office.signer_title": "chu-tich",
        "office.symbol": "BC-UBND",
        "office.recipients": "Sở Nông nghiệp và Môi trường tỉnh Tuyên Quang (báo cáo)\nĐảng ủy xã, HĐND xã (báo cáo)\n"
        "Hợp tác xã Sơn Trà\nLưu: VT, KT",
        "office.print_exact": False,
        "office.font": "shipped",
    }


def values() -> Values:
    """Hợp tác xã Sơn Trà and its Shan tuyết tea, with texts of the length that officers write."""
    return {
        "producer.name": "Hợp tác xã Sơn Trà",
        "producer.kind": "hop-tac-xa",
        "producer.representative": "Đặng Thị Nhàn",
        "producer.position": "Giám đốc",
        "producer.gender": "nu",
        "producer.ethnicity": "Dao",
        "producer.home_address": "Thôn Khau Tràng, xã Hồng Thái, tỉnh Tuyên Quang",
        "producer.address": "Thôn Bòng, xã Tân Trào, tỉnh Tuyên Quang",
        "producer.phone": "0987 654 321",
        "producer.email": "htxsontra@example.vn",
        "producer.founded_on": "2017-03-09",
        "producer.registration_no": "1507000012",
        "producer.history": "Hợp tác xã được thành lập ngày 09/3/2017 với 07 thành viên sáng lập.\n"
        "Năm 2020, Hợp tác xã đầu tư nhà xưởng 450 m² và dây chuyền sao chè bằng hơi.",
        "producer.structure": "Đại hội thành viên; Hội đồng quản trị 03 người; Giám đốc; 02 tổ sản xuất.",
        "product.name": "Chè Shan tuyết Hồng Thái",
        "product.set": "che-tuoi-che-che-bien",
        "product.classification": "Ngành Đồ uống; Nhóm Chè; Phân nhóm Chè tươi, chè chế biến",
        "product.description": "Hộp giấy 100 g và túi hút chân không 200 g; tiêu chuẩn cơ sở TCCS 01:2024/HTXST.",
        "dossier.kind": "lan-dau",
        "dossier.year": 2026,
        "dossier.samples": 5,
        "dossier.reception_no": "12-2026/PĐK-08-02269-2026",
        "dossier.received_on": "2026-10-05",
        "dossier.receiver": "Hoàng Thị Thương",
        "dossier.workers_total": 45,
        "dossier.workers_local": 38,
        "dossier.self.papers.registration": True,
        "dossier.self.papers.food_safety": True,
        "dossier.self.results": "Vùng nguyên liệu ổn định 62 ha, trong đó 18 ha đạt chứng nhận hữu cơ.\n"
        "Doanh thu năm 2025 đạt 3.450.000.000 đồng, lợi nhuận sau thuế 412.000.000 đồng.",
        "dossier.self.plan": "Giai đoạn 2026 - 2028 mở rộng vùng chè hữu cơ lên 30 ha và xuất khẩu sang hai thị trường.",
        "dossier.matter.nguyen_lieu.described": (
            "Hợp tác xã sử dụng 100% búp chè Shan tuyết tươi thu hái tại các thôn Khau Tràng, Khuổi Phầy và Nà Mụ; "
            "diện tích liên kết 62 ha với 87 hộ dân, tuổi chè bình quân trên 100 năm, độ cao từ 800 m đến 1.200 m.\n"
            "- Sản lượng búp tươi thu mua năm 2024 là 46,5 tấn, năm 2025 là 52,3 tấn; giá thu mua từ 25.000 đến "
            "40.000 đồng/kg tùy phẩm cấp.\n"
            "- Có 87 hợp đồng liên kết sản xuất và tiêu thụ còn hiệu lực đến hết năm 2028; giấy xác nhận vùng nguyên "
            "liệu bảo đảm an toàn thực phẩm do cơ quan chuyên môn cấp ngày 12/5/2025."
        ),
        "dossier.matter.nguyen_lieu.found": (
            "Qua kiểm tra thực tế ngày 08/10/2026 tại 03 thôn và đối chiếu sổ thu mua của Hợp tác xã, Ủy ban nhân dân xã "
            "xác nhận vùng nguyên liệu có thật, đúng vị trí như bản đồ kèm theo hồ sơ; diện tích đang cho thu hoạch là "
            "58,4 ha, thấp hơn mô tả 3,6 ha do một số nương chè trồng dặm năm 2024 chưa cho búp.\n"
            "Toàn bộ nguyên liệu được thu mua trên địa bàn; không phát hiện nguyên liệu từ nơi khác. Các hộ được kiểm tra "
            "đều có sổ ghi chép chăm sóc, không sử dụng thuốc bảo vệ thực vật hóa học trong vụ chè năm 2026."
        ),
        "dossier.matter.lao_dong.described": (
            "Hợp tác xã có 45 lao động thường xuyên, thu nhập bình quân 6.800.000 đồng/người/tháng; vào chính vụ sử dụng "
            "thêm khoảng 120 lao động thời vụ hái búp là người của các hộ liên kết."
        ),
        "dossier.matter.lao_dong.found": (
            "Đối chiếu danh sách lao động có xác nhận của chủ thể với dữ liệu cư trú: 38 người thường trú tại xã, trong "
            "đó 31 người là đồng bào dân tộc Dao và Tày, 24 người là phụ nữ. Danh sách phù hợp với thực tế sản xuất."
        ),
        "dossier.matter.y_tuong.found": (
            "Chè Shan tuyết là cây trồng truyền thống của đồng bào Dao trên vùng núi cao; người dân đã hái và sao chè bằng "
            "chảo gang từ nhiều đời. Sản phẩm do Hợp tác xã phát triển từ năm 2017 trên cơ sở nghề sao chè truyền thống, "
            "có bổ sung công đoạn làm héo và phân loại búp; không trùng với sản phẩm OCOP đã được công nhận tại xã."
        ),
        "dossier.matter.ban_sac.found": (
            "Giống chè Shan tuyết cổ thụ bản địa, búp phủ lông tơ trắng, sinh trưởng tự nhiên dưới tán rừng ở độ cao trên "
            "800 m, quanh năm có mây mù, tạo hương thơm và vị chát dịu đặc trưng.\n"
            "Cộng đồng người Dao giữ kinh nghiệm chọn ngày hái, hái bằng tay “một tôm hai lá”, sao bằng củi trong chảo "
            "gang và ủ trong ống tre. Phong tục mời chè trong lễ Cấp sắc là giá trị văn hóa gắn với sản phẩm.\n"
            "Phương thức sản xuất kết hợp sao tay với kiểm soát nhiệt độ tạo nên sự khác biệt rõ so với chè cùng loại "
            "của các địa phương khác."
        ),
    }


def sheet() -> Values:
    """The self-assessment of that tea: every third criterion one level below the best, one left open."""
    made: Values = {}
    for number, leaf in enumerate(legal.criteria_set("qd-26-2026", "che-tuoi-che-che-bien").leaves()):
        if leaf.scoring == "yes_no":
            made[f"dossier.score.{leaf.id}"] = "yes"
        elif number != 5:
            made[f"dossier.score.{leaf.id}"] = leaf.options[-2 if number % 3 == 0 else -1].id
    return made
