"""One Vietnamese sentence for every code: what is wrong and what to do. The window and the terminal say the same.

``{name}`` stands for a detail of the error. English is in ``i18n/en.ts``, context ``sentences``. A file for each field of work.
"""

from collections.abc import Mapping

from . import (
    care,
    clock,
    councils,
    dossiers,
    exchange,
    fields,
    foreign,
    lists,
    office,
    papers,
    people,
    printing,
    programme,
    reports,
    rules,
    updates,
)

TOPICS = (
    care,
    clock,
    councils,
    dossiers,
    exchange,
    fields,
    foreign,
    lists,
    office,
    papers,
    people,
    printing,
    programme,
    reports,
    rules,
    updates,
)

SENTENCES: Mapping[str, str] = {code: words for topic in TOPICS for code, words in topic.SENTENCES.items()}

UNKNOWN = "Chưa làm được việc này (mã {code}). Hãy thử lại; nếu vẫn vậy, gửi nhật ký cho văn phòng OCOP tỉnh."
"""What is said for a code that has no sentence; a test sees to it that there is none."""


class _Details(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def fill(template: str, details: Mapping[str, object]) -> str:
    """The sentence with its details; a detail that was not given is shown as an ellipsis."""
    return template.format_map(_Details(details))


def template(code: str) -> str | None:
    """The sentence of a code, or of the nearest code above it: ``sync.busy.later`` falls back to ``sync.busy``."""
    while code:
        if code in SENTENCES:
            return SENTENCES[code]
        code = code.rpartition(".")[0]
    return None


def sentence(code: str, details: Mapping[str, object]) -> str:
    """The Vietnamese sentence for a code and its details."""
    return fill(template(code) or UNKNOWN, {"code": code, **details})
