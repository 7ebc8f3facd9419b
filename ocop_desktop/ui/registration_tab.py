"""Step 1, Đăng ký: Mẫu số 01 as the producer filled it in, and the reception block."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.domain import checks
from ocop_desktop.domain.classification import ProductSet
from ocop_desktop.domain.forms import Field, Section
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.fields import Editor
from ocop_desktop.ui.form_view import FormView
from ocop_desktop.ui.missing_card import MissingCard
from ocop_desktop.ui.numbers_card import NumbersCard
from ocop_desktop.ui.regime_card import RegimeCard
from ocop_desktop.ui.step import SideBySide, Step, onward, scrolling_side
from ocop_desktop.ui.suggest import SetEditor
from ocop_desktop.ui.widgets import row

_NARROW = frozenset(
    {
        "producer.name",
        "producer.representative",
        "producer.position",
        "producer.ethnicity",
        "product.name",
        "dossier.reception_no",
        "dossier.receiver",
    }
)

_WIDE = frozenset({"dossier.kind"})


def of_step(section: Section, step: int) -> Section:
    """A section with the fields that are filled in on one step only."""
    kept = tuple(field for field in section.fields if checks.step_of(field.key) == step)
    return Section(key=section.key, title=section.title, fields=kept, note=section.note)


class RegistrationTab(Step):
    """Producer, representative, product, registration, reception."""

    def __init__(self, office: OfficeContext, draft: Draft, regime: str, parent: QWidget | None = None) -> None:
        super().__init__(office, draft, parent)
        self._regime = regime
        self._own: list[str] = []
        self.form = FormView(draft)
        makers = {"product.set": self._set_editor}
        for section in legal.screen_form(regime, "mau-01").sections:
            own = of_step(section, checks.REGISTRATION)
            if own.fields:
                self._own += [field.key for field in own.fields]
                self.form.add_section(own, makers=makers, narrow=_NARROW, wide=_WIDE)
        self.form.box.addLayout(row(None, onward(self, self.tr("Sang bước 2, Thành phần ›"))))
        self.form.box.addStretch(1)
        self.missing = MissingCard(checks.REGISTRATION)
        self.missing.wanted.connect(self.wanted)
        self.numbers = NumbersCard(office, draft)
        self.law = RegimeCard(office, draft)
        side = scrolling_side(self.missing, self.numbers, self.law)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(SideBySide(self.form, side))

    def show_page(self, page: DossierPage) -> None:
        super().show_page(page)
        self.missing.show_problems(page.problems)
        self.numbers.show_page(page)
        self.law.show_page(page)

    def show_field(self, key: str) -> bool:
        return self.form.show_field(key)

    def focus_first(self) -> None:
        key = next((key for key in self._own if not self.draft.text(key)), self._own[0])
        self.show_field(key)

    def _set_editor(self, field: Field, parent: QWidget | None) -> Editor:
        editor = SetEditor(field, self._regime, parent)
        editor.picked.connect(self._picked)
        return editor

    def _picked(self, one: ProductSet) -> None:
        """The set says Ngành, Nhóm, Phân nhóm; what a person wrote there in other words stays until the set changes."""
        known = {each.classification for each in legal.criteria_sets(self._regime)}
        now = self.draft.value("product.classification")
        if not now or now in known:
            self.draft.put("product.classification", one.classification)
