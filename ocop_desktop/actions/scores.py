"""What a producer's own answers come to under the law of the dossier: an estimate, never a result."""

from dataclasses import dataclass

from ocop_desktop import legal
from ocop_desktop.domain import scoring
from ocop_desktop.domain.criteria import CriteriaSet
from ocop_desktop.domain.scoring import Lift, Score
from ocop_desktop.errors import Refused
from ocop_desktop.storage import dossiers
from ocop_desktop.storage.db import Db


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """The score with its rubric; ``lift`` is what reaches the next star, none at the top or when a condition holds."""

    regime: str
    criteria: CriteriaSet
    score: Score
    lift: Lift | None


def estimate(db: Db, dossier: str) -> Estimate:
    """The estimate of one dossier. ``Refused``: ``dossier.gone``, ``score.no_rubric``."""
    whole = dossiers.load(db, dossier)
    criteria = (
        legal.find_criteria_set(whole.regime, whole.criteria_set, whole.rubric_version) if whole.criteria_set else None
    )
    if criteria is None:
        raise Refused("score.no_rubric")
    bands = legal.regime(whole.regime).bands
    answers = scoring.answers_of(whole.values)
    score = scoring.score(criteria, answers, bands, scoring.rejected(criteria, whole.values))
    stars = scoring.next_star(score, bands)
    lift = scoring.lift(criteria, answers, bands, stars) if stars else None
    return Estimate(regime=whole.regime, criteria=criteria, score=score, lift=lift)
