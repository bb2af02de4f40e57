"""The student's own levels beside the machine's: the gap is itself feedback (design.md §2)."""

from collections.abc import Iterable
from dataclasses import dataclass

from coach.assessment.evaluation import Evaluation
from coach.assessment.grid import LEVEL_LABELS, LEVELS, LevelName
from coach.assessment.typography import typeset


@dataclass(frozen=True, slots=True)
class Gap:
    """One criterion that both have levelled."""

    criterion: str
    label: str
    own: LevelName
    """The level that the student gave himself."""
    level: LevelName
    """The level of the grid."""
    steps: int
    """Positive when the student rates himself above the grid."""

    @property
    def told(self) -> str:
        """A French sentence on the gap."""
        own, level = LEVEL_LABELS[self.own], LEVEL_LABELS[self.level]
        if self.steps == 0:
            return typeset(f"Vous vous évaluez comme la grille : {level}.")
        degrees = "un degré" if abs(self.steps) == 1 else f"{abs(self.steps)} degrés"
        side = "au-dessus" if self.steps > 0 else "au-dessous"
        return typeset(
            f"Vous vous situez {degrees} {side} de la grille : {own} pour vous, {level} pour elle."
        )


def compare(self_assessment: Iterable[tuple[str, str]], evaluation: Evaluation) -> tuple[Gap, ...]:
    """The gaps, in the order of the grid; criteria that one of the two left out are not compared."""
    own = dict(self_assessment)
    gaps = []
    for criterion in evaluation.criteria:
        mine = next((level for level in LEVELS if level == own.get(criterion.id)), None)
        if mine is None or criterion.level is None:
            continue
        steps = LEVELS.index(mine) - LEVELS.index(criterion.level)
        gaps.append(Gap(criterion.id, criterion.label, mine, criterion.level, steps))
    return tuple(gaps)
