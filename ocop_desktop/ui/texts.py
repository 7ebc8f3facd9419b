"""Codes of the program in words for people, in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ocop_desktop.domain import sentences
from ocop_desktop.domain.text import show_date
from ocop_desktop.errors import OcopError


def sentence(code: str, details: Mapping[str, object]) -> str:
    """The sentence for a code, translated, with its details in place."""
    template = sentences.template(code) or sentences.UNKNOWN
    return sentences.fill(QCoreApplication.translate("sentences", template), {"code": code, **details})


def error(problem: BaseException) -> str:
    """The sentence for an error this program raises on purpose."""
    if isinstance(problem, OcopError):
        return sentence(problem.code, problem.details)
    return QCoreApplication.translate("texts", "Chương trình gặp lỗi. Những gì đã lưu vẫn còn nguyên.")


def local(moment: datetime | str) -> datetime:
    """An instant (aware, or UTC ISO text) in the time of this PC."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()


def hour(moment: datetime | str) -> str:
    """``10:42``."""
    return local(moment).strftime("%H:%M")


def day_and_hour(moment: datetime | str) -> str:
    """``19/11/2026 16:05``."""
    return local(moment).strftime("%d/%m/%Y %H:%M")


def short_moment(moment: datetime | str, today: date) -> str:
    """``10:42 hôm nay``, ``19/11 16:05``, or with the year when it is another one."""
    at = local(moment)
    if at.date() == today:
        return QCoreApplication.translate("texts", "{hour} hôm nay").format(hour=at.strftime("%H:%M"))
    return at.strftime("%d/%m %H:%M" if at.year == today.year else "%d/%m/%Y %H:%M")


def weekday(day: date) -> str:
    """``Thứ Bảy`` in the language of the window."""
    name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)
    return name[:1].upper() + name[1:]


def long_day(day: date) -> str:
    """``Thứ Bảy, 21/11/2026``."""
    return f"{weekday(day)}, {show_date(day)}"


def short_day(day: date, today: date) -> str:
    """``Th 2, 23/11`` within the year, ``06/02/2027`` otherwise."""
    if day.year != today.year:
        return show_date(day)
    return f"{QLocale().toString(QDate(day.year, day.month, day.day), 'ddd')}, {day:%d/%m}"


def stage(code: str) -> str:
    """What people call a stage of a dossier."""
    names = {
        "checking": QCoreApplication.translate("stages", "Đang kiểm tra"),
        "assessing": QCoreApplication.translate("stages", "Đang đánh giá"),
        "waiting": QCoreApplication.translate("stages", "Chờ bổ sung"),
        "sealed": QCoreApplication.translate("stages", "Đã chốt, chờ ký"),
        "handed_over": QCoreApplication.translate("stages", "Đã gửi tỉnh"),
        "at_province": QCoreApplication.translate("stages", "Tỉnh đã nhận"),
        "accepted": QCoreApplication.translate("stages", "Đang xét"),
        "returned": QCoreApplication.translate("stages", "Tỉnh trả lại"),
        "withdrawn": QCoreApplication.translate("stages", "Đã rút"),
    }
    return names.get(code, code)


def stage_tone(code: str) -> str:
    """The tone of a stage's tag; the words say the same, so no meaning stands on colour alone."""
    tones = {"checking": "law", "assessing": "law", "sealed": "law", "waiting": "warning", "returned": "danger"}
    return tones.get(code, "accent" if code in {"handed_over", "at_province", "accepted"} else "")


def days_left(days: int) -> tuple[str, str]:
    """Working days left in words, and the tone of their tag."""
    if days < 0:
        words = QCoreApplication.translate("texts", "quá hạn {count} ngày làm việc").format(count=-days)
        return words, "danger"
    if days == 0:
        return QCoreApplication.translate("texts", "hạn hôm nay"), "danger"
    words = QCoreApplication.translate("texts", "còn {count} ngày làm việc").format(count=days)
    return words, "danger" if days == 1 else "warning" if days <= 3 else ""


def sync_mark(state: str, at: str | None = None, revision: int | None = None) -> tuple[str, str]:
    """What the province holds of a dossier, and the tone of its tag."""
    translate = QCoreApplication.translate
    if state == "at_province" and at:
        words = translate("texts", "✓ {moment}, lần sửa {revision}") if revision else translate("texts", "✓ {moment}")
        return words.format(moment=local(at).strftime("%d/%m %H:%M"), revision=revision), "accent"
    names = {
        "never": (translate("texts", "Chưa gửi"), ""),
        "waiting": (translate("texts", "Chờ gửi"), "warning"),
        "sending": (translate("texts", "Đang gửi"), "law"),
        "at_province": (translate("texts", "Đã về tỉnh"), "accent"),
        "conflict": (translate("texts", "Hai máy cùng sửa, cần chọn"), "warning"),
        "rejected": (translate("texts", "Tỉnh chưa nhận, xem lý do"), "danger"),
    }
    return names.get(state, (state, ""))


def duration(seconds: int) -> str:
    """A length of time, honest and round: ``còn khoảng 25 phút``."""
    translate = QCoreApplication.translate
    if seconds < 50:
        return translate("texts", "còn dưới một phút")
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return translate("texts", "còn khoảng {count} phút").format(count=minutes)
    hours, rest = divmod(minutes, 60)
    return translate("texts", "còn khoảng {hours} giờ {minutes} phút").format(hours=hours, minutes=rest)
