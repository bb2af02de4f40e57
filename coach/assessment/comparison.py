"""Two sets of levels side by side: the student's own and the machine's (the gap is itself feedback,
design.md §2), or a kept evaluation and a new one."""

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


@dataclass(frozen=True, slots=True)
class Change:
    """A criterion whose level is no longer what it was; no level is « non évalué » or « absent »."""

    criterion: str
    before: LevelName | None
    after: LevelName | None
    gone: bool = False
    """The new grid no longer has it."""
    new: bool = False
    """The old grid did not have it."""

    @property
    def told(self) -> str:
        """« S → TS »."""
        before = "absent de la grille" if self.new else self.before or "non évalué"
        after = "absent de la grille" if self.gone else self.after or "non évalué"
        return f"{before} → {after}"


def changes(kept: Evaluation, new: Evaluation) -> tuple[Change, ...]:
    """What differs between two evaluations of one transcript, in the order of the new grid."""
    before = {each.id: each.level for each in kept.criteria}
    after = {each.id: each.level for each in new.criteria}
    both = dict.fromkeys([*after, *before])
    found = (
        Change(name, before.get(name), after.get(name), gone=name not in after, new=name not in before)
        for name in both
    )
    return tuple(each for each in found if each.before != each.after or each.gone or each.new)
