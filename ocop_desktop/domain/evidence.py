"""Which rows of the evidence list speak for a criterion: our hint to the officer, not the law's (``EvidenceRow.about``)."""

from collections.abc import Mapping, Sequence

from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.regimes import EvidenceRow
from ocop_desktop.domain.text import fold

_TOPICS: Mapping[str, tuple[str, ...]] = {
    "A:nguyen-lieu": ("nguồn nguyên liệu", "nguồn gốc sản phẩm"),
    "A:vung-nguyen-lieu": ("vùng nguyên liệu", "vùng sản xuất"),
    "A:lien-ket": ("liên kết",),
    "A:moi-truong": ("môi trường",),
    "A:cong-nghe": ("công nghệ",),
    "A:ghi-nhan": ("ghi nhãn",),
    "C:dam-bao": ("đảm bảo chất lượng", "điều kiện đảm bảo an toàn"),
    "C:cong-bo": ("công bố",),
    "C:dinh-duong": ("dinh dưỡng", "chất lượng an toàn thực phẩm"),
    "C:kiem-tra": ("kiểm tra định kỳ",),
    "C:thi-truong": ("thị trường toàn cầu",),
}
"""A topic is a part of the rubric and words in the title of a criterion or of its section."""


def rows_by_criterion(criteria: CriteriaSet, rows: Sequence[EvidenceRow]) -> dict[str, tuple[EvidenceRow, ...]]:
    """For each answered criterion, the rows about it: by its number, or by a topic of its part."""
    found: dict[str, tuple[EvidenceRow, ...]] = {}
    for part in criteria.parts:
        for section in part.sections:
            for leaf in section.leaves():
                title = fold(f"{section.title} {leaf.title}")
                topics = {
                    topic
                    for topic, words in _TOPICS.items()
                    if topic.startswith(f"{part.code}:") and any(fold(word) in title for word in words)
                }
                found[leaf.id] = tuple(row for row in rows if topics.union({leaf.no}) & set(row.about))
    return found
