"""Colours can be read, nothing stands on colour alone, the manual is there in both languages."""

import pytest
from PySide6.QtGui import QColor, QRawFont
from PySide6.QtWidgets import QApplication

from ocop_desktop import paths
from ocop_desktop.ui import help_page, places, style, texts


def contrast(first: str, second: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""

    def light(colour: str) -> float:
        parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(first), light(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("roles", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_text_has_contrast(roles: style.Roles) -> None:
    pairs = [
        (ink, ground)
        for ink in (roles.text, roles.quiet, roles.accent, roles.danger, roles.law)
        for ground in (roles.surface, roles.ground)
    ]
    pairs += [
        (roles.button_text, roles.button),
        (roles.accent, roles.accent_ground),
        (roles.warning, roles.warning_ground),
        (roles.danger, roles.danger_ground),
        (roles.law, roles.law_ground),
        (roles.quiet, roles.neutral_ground),
        (roles.text, roles.accent_ground),
    ]
    assert [(ink, ground) for ink, ground in pairs if contrast(ink, ground) < 4.5] == []


def test_font_has_every_letter_the_window_shows(qapp: QApplication) -> None:
    font = QRawFont.fromFont(style.base_font())
    assert font.familyName() == style.FAMILY
    letters = "ĂÂĐÊÔƠƯăâđêôơưẨẪẬỢỮỰỹỵ…·–“”"
    assert [letter for letter in letters if not font.supportsCharacter(ord(letter))] == []


def test_icons_exist() -> None:
    for name in (
        "chevron-down",
        "check",
        "search",
        "today",
        "dossiers",
        "sync",
        "settings",
        "help",
        "fold",
        "plus",
        "minus",
    ):
        assert (paths.resources() / "icons" / f"{name}.svg").is_file()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_manual_has_a_page_for_each_screen(language: str) -> None:
    pages = {topic.name for topic in help_page.topics(language)}
    assert {each.topic for each in places.PLACES if each.topic} <= pages
    assert all(topic.title for topic in help_page.topics(language))


def test_deadlines_in_words(qapp: QApplication) -> None:
    assert texts.days_left(1) == ("còn 1 ngày làm việc", "danger")
    assert texts.days_left(-2) == ("quá hạn 2 ngày làm việc", "danger")
    assert texts.days_left(0)[1] == "danger"
    assert texts.days_left(9)[1] == ""
    assert texts.duration(30) == "còn dưới một phút"
    assert texts.duration(1500) == "còn khoảng 25 phút"
    assert texts.duration(5400) == "còn khoảng 1 giờ 30 phút"
