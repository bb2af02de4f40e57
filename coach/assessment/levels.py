"""From scores to levels, caps and the mark."""

import math
from collections.abc import Iterable

from coach.assessment.evaluation import CriterionResult, IndicatorResult
from coach.assessment.grid import LEVELS, Criterion, Grid, Indicator, LevelName

DECIMALS = 4


def weighted(results: Iterable[IndicatorResult]) -> float | None:
    """The weighted share of what was assessed; the order of indicators cannot change it.

    What weighs nothing adds nothing: keeping from a fault is then no merit, it only spares a cap."""
    shown = [(each.weight, each.score) for each in results if each.score is not None and each.weight > 0]
    if not shown:
        return None
    total = math.fsum(weight for weight, _ in shown)
    return round(math.fsum(weight * score for weight, score in shown) / total, DECIMALS)


def level_of(score: float, thresholds: tuple[float, float, float]) -> LevelName:
    """The level of a score."""
    return LEVELS[sum(score >= round(threshold, DECIMALS) for threshold in thresholds)]


def lowest_cap(criterion: Criterion, results: Iterable[IndicatorResult]) -> Indicator | None:
    """The blocking indicator, unmet, that caps the criterion the lowest."""
    scores = {each.id: each.score for each in results}
    broken = [
        each
        for each in criterion.indicators
        if each.blocking and (score := scores.get(each.id)) is not None and score < 1
    ]
    return min(broken, key=lambda each: (LEVELS.index(each.cap), each.id), default=None)


def capped(level: LevelName, cap: LevelName) -> LevelName:
    """The level, not above the cap."""
    return LEVELS[min(LEVELS.index(level), LEVELS.index(cap))]


def points_of(level: LevelName, grid: Grid) -> float:
    """Points of a level in this grid."""
    return grid.points[LEVELS.index(level)]


def mark(criteria: Iterable[CriterionResult], grid: Grid) -> float | None:
    """« Repère d'entraînement » out of 20 over the criteria assessed, to the half point."""
    weights = {each.id: each.weight for each in grid.criteria}
    levels = [(weights[each.id], each.level) for each in criteria if each.level is not None]
    if not levels:
        return None
    total = math.fsum(weight for weight, _ in levels)
    mean = math.fsum(weight * points_of(level, grid) for weight, level in levels) / total
    return math.floor(round(mean * 2, DECIMALS) + 0.5) / 2
