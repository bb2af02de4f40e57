"""What an assessment yields: levels with their evidence. Serialised by `to_dict` as stable JSON."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coach.assessment.grid import LevelName

EvidenceKind: TypeAlias = Literal["citation", "contre-exemple", "absence", "fait"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote (turn and span), a proven absence (range searched), or a fact of the play."""

    kind: EvidenceKind
    text: str
    """The student's words for a quote; a French sentence otherwise."""
    turn: int | None = None
    start: int = 0
    end: int = 0
    last_turn: int | None = None
    """For an absence: searched from `turn` to `last_turn`."""
    reason: str = ""
    """Why it counts, in French (« proche de : … »)."""


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """How far an indicator is met, 0 to 1, or `None` when the rehearsal could not show it."""

    id: str
    label: str
    score: float | None
    weight: float
    evidence: tuple[Evidence, ...]
    advice: str
    """Empty when fully met."""
    better: str = ""
    """« Mieux » : a wording of the scenario for this very moment; empty when fully met."""
    moment: int | None = None
    """The turn where one could have done better, when there is one."""


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """The level of a criterion, or « non évalué » with the reason."""

    id: str
    label: str
    level: LevelName | None
    score: float | None
    indicators: tuple[IndicatorResult, ...]
    not_assessed: str = ""
    capped_by: str = ""
    """The French reason of a cap, empty otherwise."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A grid filled from a transcript. Same transcript, same grid, same version: same bytes."""

    grid: str
    grid_digest: str
    scenario: str
    engine: str
    criteria: tuple[CriterionResult, ...]
    mark: float | None
    """« Repère d'entraînement » out of 20, rounded to the half point; `None` if nothing was assessed."""
    priority: str
    """One thing to do next time; empty when everything shown was met."""
    strengths: tuple[str, ...] = ()
    """Up to three, each with its quote."""
    priority_criterion: str = ""
    """Identifiers of what the priority would improve."""
    priority_indicator: str = ""
