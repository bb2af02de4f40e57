"""A teacher's level wins over the machine's: in the levels, and in the « repère »."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from coach.assessment.evaluation import Evaluation
from coach.assessment.grid import Grid, LevelName
from coach.assessment.levels import mark


@dataclass(frozen=True, slots=True)
class Correction:
    """A teacher's level for a criterion; it wins over the machine's and is kept beside it."""

    criterion: str
    level: str
    author: str
    reason: str
    made: str


def latest(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """By criterion, the correction that holds: the last one."""
    return {each.criterion: each for each in corrections}


def corrected(evaluation: Evaluation, levels: Mapping[str, LevelName], grid: Grid) -> Evaluation:
    """The evaluation with the teacher's levels and their mark; its evidence stays the machine's."""
    if not levels:
        return evaluation
    criteria = tuple(replace(each, level=levels.get(each.id, each.level)) for each in evaluation.criteria)
    # A criterion that the grid has lost since has no weight any more.
    known = {each.id for each in grid.criteria}
    found = mark((each for each in criteria if each.id in known), grid)
    return replace(evaluation, criteria=criteria, mark=found)
