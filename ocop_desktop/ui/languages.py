"""The languages of the window: Vietnamese is the source, so a missing file cannot turn it English."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ocop_desktop import paths

LOCALES = {"vi": "vi_VN", "en": "en_GB"}
"""English with British dates: 21/11/2026 in both languages."""

_installed: list[QTranslator] = []


def use(language: str) -> None:
    """Speak a language from now on: windows built later use it. ``vi.qm`` holds Qt's own words, ``en.qm`` ours."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(LOCALES[language]))
    translator = QTranslator()
    if translator.load(str(paths.translations() / f"{language}.qm")):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
