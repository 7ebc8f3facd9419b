"""A field kind is known in three places: its values, its editor, its print."""

from ocop_desktop import legal
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.printing import forms
from ocop_desktop.ui import fields


def test_every_kind_has_an_editor() -> None:
    assert set(fields.EDITORS) == set(KINDS)


def test_every_kind_can_be_printed() -> None:
    assert set(forms.KINDS_PRINTED) == set(KINDS)


def test_forms_use_known_kinds() -> None:
    used = {field.kind for form in legal.form_ids() for field in legal.form(form).fields()}
    assert used <= set(KINDS)
