"""The arithmetic of a point of negotiation: interests of both sides, values compared, steps.

« Up » is always toward the character's interest, whatever the direction of the number.
"""

import math
from dataclasses import dataclass

from coach.simulation.scenario import Issue, Scenario, Strategy, Subject

_NICE = (1.0, 2.0, 2.5, 5.0)
_MONTHS = (12.0, 6.0, 3.0, 2.0, 1.0)
_WHOLE = ("quantite", "nombre", "duree")


@dataclass(frozen=True, slots=True)
class Temper:
    """How a strategy moves (an archetype names one)."""

    argument: float
    """Share of the gap it gives for a value defended."""
    trade: float
    """Share of the gap it gives against a counterpart."""
    free: float
    """Share of the gap it gives for nothing."""
    decay: float
    """Each step is at most this share of what the previous would have been."""
    flex: float
    """How far under its target a trade may take it, as a share of the way to its limit."""
    needs: int
    """Arguments it wants to have heard before it signs at its target."""
    greed: float = 0.0
    """Share of the way back to its opening that a free gift makes it climb."""


TEMPERS: dict[Strategy, Temper] = {
    "ferme": Temper(argument=0.25, trade=0.35, free=0.0, decay=0.6, flex=0.3, needs=2),
    "conciliant": Temper(argument=0.4, trade=0.5, free=0.1, decay=0.75, flex=0.7, needs=0),
    "donnant-donnant": Temper(argument=0.2, trade=0.55, free=0.0, decay=0.7, flex=0.6, needs=1),
    "gourmand": Temper(argument=0.25, trade=0.4, free=0.0, decay=0.6, flex=0.3, needs=2, greed=0.5),
}


@dataclass(frozen=True, slots=True)
class Stakes:
    """The numbers of one point in one draw."""

    id: str
    kind: str
    sign: float
    """1 when the character wants more, -1 when it wants less."""
    start: float
    opening: float
    target: float
    limit: float
    weight: float
    student_opening: float
    student_target: float
    student_limit: float
    student_weight: float
    grain: float
    """Smallest step that one speaks of."""

    def up(self, value: float) -> float:
        """The value along the character's interest."""
        return self.sign * value

    def at_least(self, value: float, other: float) -> bool:
        """Whether a value is as good as another for the character."""
        return self.up(value) >= self.up(other) - 1e-9

    def acceptable(self, value: float) -> bool:
        """Within the character's limit."""
        return self.at_least(value, self.limit)

    def beyond_mandate(self, value: float) -> bool:
        """More than the student may grant."""
        return self.up(value) > self.up(self.student_limit) + 1e-9

    def utility(self, value: float) -> float:
        """What a value is worth to the character: 0 at its limit, 1 at its opening."""
        return _share(value, self.limit, self.opening)

    def student_utility(self, value: float) -> float:
        """What a value is worth to the student: 1 at the opening, 0 at the mandate's limit, less beyond."""
        return _share(value, self.student_limit, self.student_opening, floor=-1.0)

    def between(self, low: float, high: float, share: float) -> float:
        """The value at a share of the way from one to another."""
        return low + (high - low) * share


def stakes(issue: Issue, subject: Subject) -> Stakes:
    """The numbers of a point, put in order: an opening is never worse than a limit."""
    sign = 1.0 if issue.character_wants == "plus" else -1.0
    limit = subject.number(issue.character.limit)
    opening = sign * max(sign * subject.number(issue.character.opening), sign * limit)
    target = sign * min(max(sign * subject.number(issue.character.target), sign * limit), sign * opening)
    return Stakes(
        id=issue.id,
        kind=issue.kind,
        sign=sign,
        start=subject.number(issue.start),
        opening=opening,
        target=target,
        limit=limit,
        weight=issue.character.weight,
        student_opening=subject.number(issue.student.opening),
        student_target=subject.number(issue.student.target),
        student_limit=subject.number(issue.student.limit),
        student_weight=issue.student.weight,
        grain=_grain(issue, abs(opening - limit)),
    )


def all_stakes(scenario: Scenario, subject: Subject) -> dict[str, Stakes]:
    """The numbers of every point."""
    return {issue.id: stakes(issue, subject) for issue in scenario.issues}


def temper_of(scenario: Scenario) -> Temper:
    """How this character negotiates."""
    return TEMPERS[scenario.character.strategy or scenario.archetype.strategy]


def step_toward(item: Stakes, demand: float, goal: float, share: float, last_step: float | None) -> float:
    """The demand after a step toward a goal that is lower for the character: on the grain, never past the
    goal nor the limit, never larger than the step before."""
    goal = goal if item.at_least(goal, item.limit) else item.limit
    if item.kind in _WHOLE:
        goal = float(round(goal))  # nobody grants 1,3 colleague
    gap = item.up(demand) - item.up(goal)
    if gap <= 0 or share <= 0:
        return demand
    step = max(item.grain, round(gap * share / item.grain) * item.grain)
    if last_step is not None:
        step = min(step, last_step)
    return round(demand - item.sign * min(step, gap), 6)


def _share(value: float, zero: float, one: float, floor: float = 0.0) -> float:
    if one == zero:
        return 1.0 if value == one else 0.0
    return max(floor, min(1.0, (value - zero) / (one - zero)))


def _grain(issue: Issue, span: float) -> float:
    """A step that people say: about an eighth of the span, on a round number."""
    if issue.kind == "oui-non" or span <= 0:
        return 1.0
    wanted = span / 6
    if issue.kind == "duree":
        return next((step for step in _MONTHS if step <= wanted), 1.0)
    if issue.kind in ("quantite", "nombre"):
        wanted = max(1.0, wanted)
    power = 10.0 ** math.floor(math.log10(wanted))
    grain = max(nice * power for nice in _NICE if nice * power <= wanted + 1e-9)
    return (
        float(math.floor(grain))
        if issue.kind in ("quantite", "nombre")
        else max(grain, 0.5 if span >= 1 else 0.1)
    )
