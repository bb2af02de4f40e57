"""Structured conditions."""

from dataclasses import replace

import pytest

from coach.language.reading import Reading
from coach.simulation import engine
from coach.simulation.conditions import all_agreed, holds
from coach.simulation.scenario import Bounds, Condition, Mood, Scenario, Subject
from coach.simulation.state import State
from tests.simulation.fixtures import open_question, read


@pytest.fixture
def state(till: Scenario, subject: Subject) -> State:
    """In the middle of a talk."""
    state = engine.start(till, subject, "examen").state
    price = replace(state.objection("prix"), status="ouverte")
    row = replace(state.row("remise"), agreed=5.0)
    return replace(
        state.with_objection(price).with_row(row),
        known=("budget",),
        flags=("vu",),
        events=("concession",),
        turn=5,
        scene_turns=2,
        mood=Mood(50, 60, 40),
    )


@pytest.mark.parametrize(
    ("condition", "reading", "expected"),
    [
        (Condition(), read(), True),
        (Condition(acts_any=("saluer", "remercier")), read("Merci à vous", "remercier"), True),
        (Condition(acts_all=("saluer", "remercier")), read("Merci à vous", "remercier"), False),
        (Condition(matches=("budget",)), open_question("budget"), True),
        (Condition(question="fermee"), open_question("budget"), False),
        (Condition(known=("budget",), unknown=("attente",)), read(), True),
        (Condition(unknown=("budget",)), read(), False),
        (Condition(objections_open=("prix",)), read(), True),
        (Condition(objections_lifted=("prix",)), read(), False),
        (Condition(no_open_objection=True), read(), False),
        (Condition(agreed=("remise",)), read(), True),
        (Condition(all_agreed=True), read(), False),
        (Condition(trust_min=50, trust_max=50), read(), True),
        (Condition(trust_min=51), read(), False),
        (Condition(patience_max=59), read(), False),
        (Condition(interest_min=40), read(), True),
        (Condition(scene_turns_min=3), read(), False),
        (Condition(turns_min=5, turns_max=5), read(), True),
        (Condition(flags=("vu",), no_flags=("autre",)), read(), True),
        (Condition(no_flags=("vu",)), read(), False),
        (Condition(parameters=(("budget", (2500.0, 1.0)),)), read(), True),
        (Condition(parameters=(("budget", (1800.0,)),)), read(), False),
        (Condition(events=("fin", "concession")), read(), True),
        (Condition(any_of=(Condition(turns_min=9), Condition(known=("budget",)))), read(), True),
        (Condition(any_of=(Condition(turns_min=9),)), read(), False),
        (Condition(none_of=(Condition(known=("budget",)),)), read(), False),
    ],
)
def test_holds_when_each_key_is_set_then_it_is_checked(
    condition: Condition, reading: Reading, expected: bool, till: Scenario, subject: Subject, state: State
) -> None:
    assert holds(condition, till, subject, state, reading) is expected


def test_all_agreed_when_nothing_to_agree_on_then_false(till: Scenario, state: State) -> None:
    assert not all_agreed(replace(till, issues=()), state)


def test_all_agreed_when_only_optional_points_are_left_then_true(till: Scenario, state: State) -> None:
    assert all_agreed(till, state.with_row(replace(state.row("engagement"), agreed=24.0)))


@pytest.mark.parametrize(
    ("bounds", "holding"),
    [(Bounds(3, 5), True), (Bounds(None, 4), True), (Bounds(4.5, None), False), (Bounds(), True)],
)
def test_agreed_value_when_within_bounds_then_holds(
    bounds: Bounds, holding: bool, till: Scenario, subject: Subject
) -> None:
    condition = Condition(agreed_values=(("remise", bounds),))
    state = engine.start(till, subject, "examen").state
    assert not holds(condition, till, subject, state)
    signed = state.with_row(replace(state.row("remise"), agreed=4.0))
    assert holds(condition, till, subject, signed) == holding
