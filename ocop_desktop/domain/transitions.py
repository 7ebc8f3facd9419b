"""What happens to a case that began before a new decision: pure functions of its days (QĐ 26/2026 Điều 11 and 12).

The rules themselves are data of the new regime (``Regime.transitions``); nothing here knows a date.
"""

from datetime import date, timedelta

from ocop_desktop.domain.regimes import Regime, Transition


def of_dossier(new: Regime, kind: str, filed: date) -> Transition | None:
    """The rule for a dossier of that kind filed before the new decision; ``None`` when the new rules apply in full."""
    if filed.isoformat() >= new.valid_from:
        return None
    return next((rule for rule in new.transitions if kind in rule.kinds), None)


def finish_by(new: Regime, kind: str, filed: date) -> date | None:
    """The last day to finish such a dossier under the old rules; ``None`` where no day is set."""
    rule = of_dossier(new, kind, filed)
    return date.fromisoformat(rule.until) if rule is not None and rule.until else None


def of_recognition(new: Regime, recognised: date) -> Transition | None:
    """The rule for a product recognised before the new decision: it stays so until its own decision ends."""
    if recognised.isoformat() >= new.valid_from:
        return None
    return next((rule for rule in new.transitions if rule.case == "recognised"), None)


def window_missed(new: Regime, expires: date) -> bool:
    """Whether the last filing day for a re-assessment had passed when the decision began: nobody could have met it.

    That is how this program reads "không kịp thời hạn" (Điều 12 khoản 3); the decision gives no test of its own.
    """
    before = new.deadlines.filing_last_day_before
    if before is None or not any(rule.case == "window-missed" for rule in new.transitions):
        return False
    return expires - timedelta(days=before.value) < date.fromisoformat(new.valid_from) <= expires


def certificate_ends(new: Regime, expires: date, result: date | None = None) -> date:
    """The last day of a certificate: its own, or for a window that could not be met the day of the result.

    Never later than the extension after its own end (180 days, Điều 12 khoản 3), and never earlier than its own end.
    """
    extension = new.deadlines.late_extension_days
    if extension is None or not window_missed(new, expires):
        return expires
    longest = expires + timedelta(days=extension.value)
    return longest if result is None else max(expires, min(result, longest))
