"""The rows of Part III of Mẫu số 02: every criterion of the rubric with the level the producer gave itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ocop_desktop.domain.criteria import NO, NOT_APPLICABLE, YES, CriteriaSet, Criterion
from ocop_desktop.domain.evidence import rows_by_criterion
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.regimes import EvidenceRow
from ocop_desktop.domain.scoring import answers_of
from ocop_desktop.domain.text import clean

_WORDS = {YES: "Có", NO: "Không", NOT_APPLICABLE: "Không áp dụng"}


@dataclass(frozen=True)
class ScoreTable:
    """Cells for the columns number, criterion, most points, points given, evidence; ``strong`` rows are headings."""

    rows: tuple[tuple[str, ...], ...]
    strong: frozenset[int]


def score_table(criteria: CriteriaSet, values: Values, evidence: Sequence[EvidenceRow]) -> ScoreTable:
    """The rubric in printed order. What was not answered stays blank, and so do its sums while nothing is answered."""
    answers = answers_of(values)
    about = rows_by_criterion(criteria, evidence)
    points = {leaf.id: leaf.points(answers.get(leaf.id)) for leaf in criteria.leaves()}
    rows: list[tuple[str, ...]] = []
    strong: set[int] = set()

    def add(no: str, words: str, most: int, own: Sequence[int | None], proof: str = "", *, bold: bool = False) -> None:
        if bold:
            strong.add(len(rows))
        given = "" if all(each is None for each in own) else str(sum(each or 0 for each in own))
        rows.append((no, clean(words), str(most), given, proof))

    def criterion(each: Criterion) -> None:
        if each.criteria:
            add(each.no, each.title, each.max, [points[leaf.id] for leaf in each.leaves()])
            for nested in each.criteria:
                criterion(nested)
            return
        level = _level(each, answers)
        title = "" if each.whole_section else f"{each.label} {each.title}".strip()
        words = "\n".join(filter(None, (title, level)))
        add("" if each.whole_section else each.no, words, each.max, [points[each.id]], _rows(about[each.id], values))

    for part in criteria.parts:
        own = [points[leaf.id] for leaf in part.leaves()]
        add("", f"PHẦN {part.code}. {part.title.upper()}", part.max, own, bold=True)
        for section in part.sections:
            own = [points[leaf.id] for leaf in section.leaves()]
            # A section that is scored as a whole has a row of its own for its level only where a level was chosen.
            bare = {each.id for each in section.criteria if each.whole_section and not _level(each, answers)}
            proof = ", ".join(filter(None, (_rows(about[each], values) for each in sorted(bare))))
            add(section.no, section.title, section.max, own, proof, bold=True)
            for each in section.criteria:
                if each.id not in bare:
                    criterion(each)
    add("", "TỔNG CỘNG", sum(part.max for part in criteria.parts), list(points.values()), bold=True)
    return ScoreTable(tuple(rows), frozenset(strong))


def _level(criterion: Criterion, answers: Mapping[str, str]) -> str:
    """The words of the level that was chosen, after its case where the criterion has cases."""
    answer = answers.get(criterion.id, "")
    if criterion.points(answer) is None:
        return ""
    if answer in _WORDS:
        return f"Mức tự chấm: {_WORDS[answer]}"
    chosen = next(option for option in criterion.every_option() if option.id == answer)
    case = next((a.label for a in criterion.alternatives if chosen in a.options), "")
    return f"Mức tự chấm: {f'{case}. ' if case else ''}{chosen.text}"


def _rows(rows: Sequence[EvidenceRow], values: Values) -> str:
    """The rows of evidence that go with a criterion, but for those that do not apply to the product."""
    return ", ".join(str(int(row.no)) for row in rows if values.get(row.key) != "not_applicable")
