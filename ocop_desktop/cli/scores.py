"""``dossier score``: what the producer's own answers come to, and what would lift it."""

import argparse

import msgspec

from ocop_desktop.actions import scores
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import show
from ocop_desktop.domain.text import show_hundredths


def run(options: argparse.Namespace) -> int:
    """Print the estimate; points in hundredths in JSON."""
    with opening.reader(options) as db:
        found = scores.estimate(db, options.dossier)
    score = found.score
    answer = {
        "dossier": options.dossier,
        "regime": found.regime,
        "set": found.criteria.code,
        "total": score.total,
        "parts": score.parts,
        "sections": score.sections,
        "band": score.band,
        "stars": score.stars,
        "answered": score.answered,
        "unanswered": list(score.unanswered),
        "blocking": msgspec.to_builtins(score.blocking),
        "rejected": [each.rule.text for each in score.rejected],
        "lift": msgspec.to_builtins(found.lift) if found.lift else None,
        "estimate": True,
    }
    parts = ", ".join(f"{code} {show_hundredths(points)}" for code, points in score.parts.items())
    lines = [
        f"{show_hundredths(score.total)} điểm ({parts}), {score.stars} sao theo điểm tự chấm, không phải kết quả công nhận.",
        f"Đã chấm {score.answered} trên {score.answered + len(score.unanswered)} tiêu chí.",
    ]
    lines += [f"  chưa đạt mốc {gate.stars} sao: {_title(found, gate.criterion)}" for gate in score.blocking]
    if found.lift is not None:
        for changes in found.lift.sets:
            each = "; ".join(f"{_title(found, one.criterion)} (+{one.points})" for one in changes)
            lines.append(f"  lên {found.lift.stars} sao: {each}")
    show(options, answer, "\n".join(lines))
    return 0


def _title(found: scores.Estimate, criterion: str) -> str:
    leaf = found.criteria.criterion(criterion)
    return f"{leaf.no} {leaf.title}" if leaf is not None else criterion
