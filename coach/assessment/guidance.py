"""What the student takes away: one priority, a few strengths."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from coach.assessment.evaluation import CriterionResult, IndicatorResult
from coach.assessment.grid import Criterion, Grid, Indicator, IndicatorKind
from coach.assessment.levels import capped, level_of, lowest_cap, points_of, weighted
from coach.assessment.typography import quoted, typeset

MOST_STRENGTHS = 3
ENOUGH_TOLD = 0.5
"""Share of the informations sought under which one has nothing to take up yet."""
_OUTCOMES: tuple[IndicatorKind, ...] = ("resultat", "accord", "entretien", "rythme", "notes")
"""One cannot decide to have them: they follow from the rest, or come after it."""
_DONE_BY: dict[IndicatorKind, tuple[str, ...]] = {
    "informations": ("question_ouverte", "relancer", "question_fermee"),
    "objections": ("accueillir_objection", "relancer", "defendre_valeur", "controler_objection"),
    "personnalisation": ("personnaliser",),
    "evenement": ("reformuler",),
    "contreparties": ("demander_contrepartie",),
    "suite_datee": ("fixer_prochaine_etape",),
    "empathie_suivie": ("manifester_empathie",),
    "mandat": ("refuser_concession",),
    "chiffres": ("apporter_preuve",),
}
"""What meets an indicator, where the acts it names do not suffice."""
_MERELY_AVOIDED: tuple[IndicatorKind, ...] = ("absence", "sans_evenement", "sans_exemple", "mandat")


class Priority(NamedTuple):
    """The one thing to do next time, and the indicator that it would meet."""

    text: str
    criterion: str
    indicator: str


class _Unmet(NamedTuple):
    """An indicator that could still be won."""

    criterion: Criterion
    judged: CriterionResult
    indicator: Indicator
    result: IndicatorResult
    acts: frozenset[str]
    """What one would do to meet it."""
    progress: float
    """Weighted share of its criterion that it would add."""


def priority_of(grid: Grid, criteria: tuple[CriterionResult, ...]) -> Priority:
    """The unmet indicator that would bring the most points if it were met, here and wherever the same
    acts are wanted."""
    pairs = list(zip(grid.criteria, criteria, strict=True))
    unmet = [each for criterion, result in pairs for each in _unmet(criterion, result)]
    best: tuple[tuple[float, float, str, str], _Unmet] | None = None
    out_of_reach = _out_of_reach(unmet)
    wanted = frozenset(act for each in unmet for act in each.acts)
    carried_by = {act: _carried(act, unmet) for act in wanted}
    for each in unmet:
        if each.indicator.kind in out_of_reach or not each.result.advice:
            continue
        carried = max((carried_by[act] for act in each.acts), default=each.progress)
        rank = (-_points_won(grid, each), -carried, each.criterion.id, each.indicator.id)
        if best is None or rank < best[0]:
            best = rank, each
    if best is None:
        return Priority("", "", "")
    return Priority(best[1].result.advice, best[1].criterion.id, best[1].indicator.id)


def _out_of_reach(unmet: list[_Unmet]) -> tuple[IndicatorKind, ...]:
    """Kinds that no resolution can bring: outcomes; and the client's own words, when he told little."""
    told_little = any(
        each.indicator.kind == "informations" and (each.result.score or 0) < ENOUGH_TOLD for each in unmet
    )
    return (*_OUTCOMES, "personnalisation") if told_little else _OUTCOMES


def _unmet(criterion: Criterion, judged: CriterionResult) -> Iterator[_Unmet]:
    indicators = {each.id: each for each in criterion.indicators}
    total = math.fsum(each.weight for each in judged.indicators if each.score is not None)
    for each in judged.indicators:
        if each.score is not None and each.score < 1:
            progress = criterion.weight * each.weight * (1 - each.score) / total
            indicator = indicators[each.id]
            acts = frozenset(_DONE_BY.get(indicator.kind) or indicator.acts)
            yield _Unmet(criterion, judged, indicator, each, acts, progress)


def _carried(act: str, unmet: list[_Unmet]) -> float:
    """What one act, done well, would add over the whole grid."""
    gains = [
        each.progress / (len(each.acts) if each.indicator.full else 1) for each in unmet if act in each.acts
    ]
    return round(math.fsum(gains), 4)


def _points_won(grid: Grid, unmet: _Unmet) -> float:
    """Weighted points won on its own criterion if this indicator were met."""
    criterion, judged = unmet.criterion, unmet.judged
    met = [_met(each) if each is unmet.result else each for each in judged.indicators]
    level = level_of(weighted(met) or 0.0, criterion.thresholds)
    cap = lowest_cap(criterion, met)
    level = capped(level, cap.cap) if cap else level
    won = points_of(level, grid) - (points_of(judged.level, grid) if judged.level else 0.0)
    return round(criterion.weight * won, 4)


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
