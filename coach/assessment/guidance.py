"""What the student takes away: one priority, a few strengths."""

from typing import NamedTuple

from coach.assessment.evaluation import CriterionResult, IndicatorResult
from coach.assessment.grid import Criterion, Grid, IndicatorKind
from coach.assessment.levels import capped, level_of, lowest_cap, points_of, weighted
from coach.assessment.typography import quoted, typeset

MOST_STRENGTHS = 3
_OUTCOMES: tuple[IndicatorKind, ...] = ("resultat", "accord", "entretien", "rythme", "notes")
"""One cannot decide to have them: they follow from the rest, or come after it."""
_MERELY_AVOIDED: tuple[IndicatorKind, ...] = ("absence", "sans_evenement", "mandat")


class Priority(NamedTuple):
    """The one thing to do next time, and the indicator that it would meet."""

    text: str
    criterion: str
    indicator: str


def priority_of(grid: Grid, criteria: tuple[CriterionResult, ...]) -> Priority:
    """The unmet indicator that would bring the most points if it were met."""
    best: tuple[tuple[float, float, str, str], IndicatorResult] | None = None
    for criterion, result in zip(grid.criteria, criteria, strict=True):
        kinds = {each.id: each.kind for each in criterion.indicators}
        for each in result.indicators:
            if each.score is None or each.score >= 1 or not each.advice or kinds[each.id] in _OUTCOMES:
                continue
            steps, progress = _gain(grid, criterion, result, each)
            rank = (-steps, -progress, criterion.id, each.id)
            if best is None or rank < best[0]:
                best = rank, each
    if best is None:
        return Priority("", "", "")
    return Priority(best[1].advice, best[0][2], best[0][3])


def _gain(
    grid: Grid, criterion: Criterion, result: CriterionResult, improved: IndicatorResult
) -> tuple[float, float]:
    """Weighted points won if this indicator were met: in levels, then along the scale."""
    others = tuple(each for each in result.indicators if each is not improved)
    met = (*others, _met(improved))
    score = weighted(met) or 0.0
    level = level_of(score, criterion.thresholds)
    cap = lowest_cap(criterion, met)
    level = capped(level, cap.cap) if cap else level
    won = points_of(level, grid) - (points_of(result.level, grid) if result.level else 0.0)
    return round(criterion.weight * won, 4), round(criterion.weight * (score - (result.score or 0.0)), 4)


def _met(result: IndicatorResult) -> IndicatorResult:
    return IndicatorResult(result.id, result.label, 1.0, result.weight, (), "")


def strengths_of(grid: Grid, criteria: tuple[CriterionResult, ...]) -> tuple[str, ...]:
    """Up to three indicators fully met, the weightiest, of different criteria, each with its quote."""
    candidates = []
    for criterion, result in zip(grid.criteria, criteria, strict=True):
        kinds = {each.id: each.kind for each in criterion.indicators}
        met = [
            each
            for each in result.indicators
            if each.score is not None and each.score >= 1 and kinds[each.id] not in _MERELY_AVOIDED
        ]
        shown = [each for each in met if any(item.kind == "citation" for item in each.evidence)]
        if shown:
            top = min(shown, key=lambda each: (-each.weight, each.id))
            candidates.append((-criterion.weight * top.weight, -(result.score or 0.0), criterion.id, top))
    candidates.sort(key=lambda item: item[:3])
    return tuple(dict.fromkeys(_told(item[3]) for item in candidates))[:MOST_STRENGTHS]


def _told(result: IndicatorResult) -> str:
    quote = next(item for item in result.evidence if item.kind == "citation")
    return typeset(f"{result.label} : ") + quoted(quote.text) + f" (tour {quote.turn})"
