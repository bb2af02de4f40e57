"""Whether a structured condition holds, here and now."""

from dataclasses import replace

from coach.language.reading import Reading
from coach.simulation.scenario import Bounds, Condition, Mood, Scenario, Subject
from coach.simulation.state import State

ALWAYS = Condition()
NOTHING_SAID = Reading(text="")


def holds(
    condition: Condition, scenario: Scenario, subject: Subject, state: State, reading: Reading = NOTHING_SAID
) -> bool:
    """Everything that the condition sets is true."""
    if condition == ALWAYS:
        return True
    return (
        _of_the_turn(condition, reading)
        and _of_the_talk(condition, state)
        and _of_the_table(condition, scenario, state)
        and _of_the_mood(condition, state.mood)
        and _of_the_clock(condition, state)
        and all(subject.value(name) in accepted for name, accepted in condition.parameters)
        and (
            not condition.any_of
            or any(holds(one, scenario, subject, state, reading) for one in condition.any_of)
        )
        and not any(holds(one, scenario, subject, state, reading) for one in condition.none_of)
    )


def whatever_is_said(condition: Condition) -> Condition:
    """The condition without what it asks of the utterance itself: what must be true of the talk."""
    return replace(
        condition,
        acts_any=(),
        acts_all=(),
        matches=(),
        question="",
        any_of=tuple(whatever_is_said(one) for one in condition.any_of),
        none_of=tuple(one for one in condition.none_of if whatever_is_said(one) == one),
    )


def all_agreed(scenario: Scenario, state: State) -> bool:
    """Every point that an agreement needs is agreed; false when there is nothing to agree on."""
    needed = [issue.id for issue in scenario.issues if issue.required] or [
        issue.id for issue in scenario.issues
    ]
    return bool(needed) and all(state.row(issue).agreed is not None for issue in needed)


def _of_the_turn(condition: Condition, reading: Reading) -> bool:
    return (
        (not condition.acts_any or reading.has(*condition.acts_any))
        and (not condition.acts_all or reading.act_ids().issuperset(condition.acts_all))
        and (not condition.matches or any(match.target in condition.matches for match in reading.matches))
        and (not condition.question or reading.question == condition.question)
    )


def _of_the_talk(condition: Condition, state: State) -> bool:
    return (
        all(name in state.known for name in condition.known)
        and not any(name in state.known for name in condition.unknown)
        and all(state.objection(name).status in ("ouverte", "levee") for name in condition.objections_raised)
        and all(state.objection(name).status == "levee" for name in condition.objections_lifted)
        and all(state.objection(name).status == "ouverte" for name in condition.objections_open)
        and not (condition.no_open_objection and state.open_objections())
        and all(flag in state.flags for flag in condition.flags)
        and not any(flag in state.flags for flag in condition.no_flags)
        and (not condition.events or any(kind in state.events for kind in condition.events))
    )


def _of_the_table(condition: Condition, scenario: Scenario, state: State) -> bool:
    return (
        all(state.row(issue).agreed is not None for issue in condition.agreed)
        and (not condition.all_agreed or all_agreed(scenario, state))
        and all(_agreed_within(state, issue, bounds) for issue, bounds in condition.agreed_values)
    )


def _agreed_within(state: State, issue: str, bounds: Bounds) -> bool:
    value = state.row(issue).agreed
    return value is not None and _within(value, bounds.low, bounds.high)


def _of_the_mood(condition: Condition, mood: Mood) -> bool:
    return (
        _within(mood.trust, condition.trust_min, condition.trust_max)
        and _within(mood.patience, condition.patience_min, condition.patience_max)
        and _within(mood.interest, condition.interest_min, condition.interest_max)
    )


def _of_the_clock(condition: Condition, state: State) -> bool:
    return _within(state.scene_turns, condition.scene_turns_min, None) and _within(
        state.turn, condition.turns_min, condition.turns_max
    )


def _within(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)
