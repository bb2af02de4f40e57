"""Every draw that a scenario allows, and what a condition is worth in one of them."""

from dataclasses import replace
from typing import TypeAlias

from coach.simulation.scenario import Amount, Condition, ParameterValue, Scenario

Draw: TypeAlias = dict[str, ParameterValue]
ALWAYS = Condition()


def draws(scenario: Scenario) -> dict[str, Draw]:
    """The values of every parameter in the original activity and in each set, by name."""
    original = {parameter.id: parameter.original for parameter in scenario.parameters}
    return {"activité originale": original} | {
        each.id: {**original, **dict(each.changes)} for each in scenario.sets
    }


def number(amount: Amount, draw: Draw) -> float | None:
    """The number that an amount stands for; nothing if its parameter has none there."""
    value = draw.get(amount.parameter, "") if amount.parameter else amount.value
    return None if isinstance(value, str) else value


def settled(condition: Condition, draw: Draw) -> bool | None:
    """Whether a condition holds, if the draw alone decides it; nothing if the play does."""
    parts = [draw.get(name) in accepted for name, accepted in condition.parameters]
    nested = [settled(each, draw) for each in condition.any_of]
    excluded = [settled(each, draw) for each in condition.none_of]
    if False in parts or True in excluded or (nested and all(each is False for each in nested)):
        return False
    rest = replace(condition, parameters=(), any_of=(), none_of=())
    open_choice = bool(nested) and True not in nested
    return None if rest != ALWAYS or None in excluded or open_choice else True
