"""What holds whatever is said: seeded players of every kind, in every temper."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language.reading import Reading
from coach.simulation import bargaining, engine, ledger
from coach.simulation.draw import draw
from coach.simulation.scenario import Scenario, Strategy
from coach.simulation.state import State
from tests.simulation.fixtures import scenario, slotless
from tests.simulation.players import PLAYERS, Game, anybody, play

STRATEGIES: tuple[Strategy, ...] = ("ferme", "conciliant", "donnant-donnant", "gourmand")
seeds = st.integers(0, 10_000)
strategies = st.sampled_from(STRATEGIES)


def random_game(seed: int, strategy: Strategy) -> Game:
    till = scenario(strategy)
    return play(till, draw(till, seed), anybody(seed, till), limit=70)


@settings(max_examples=60, deadline=None)
@given(seeds, strategies)
def test_play_when_anything_is_said_then_it_ends_in_time_and_in_bounds(seed: int, strategy: Strategy) -> None:
    game = random_game(seed, strategy)
    till, subject = scenario(strategy), draw(scenario(strategy), seed)
    assert game.state.ending in {ending.id for ending in till.endings}
    assert game.state.turn <= till.max_turns
    assert game.count("fin") == 1
    items = bargaining.all_stakes(till, subject)
    for step in game.steps:
        assert all(0 <= value <= 100 for value in step.state.mood_triple())
        assert all(row.agreed is None or items[row.issue].acceptable(row.agreed) for row in step.state.table)


@settings(max_examples=60, deadline=None)
@given(seeds, strategies)
def test_replies_when_anything_is_said_then_few_filled_and_never_twice_in_a_row(
    seed: int, strategy: Strategy
) -> None:
    before: set[str] = set()
    for step in random_game(seed, strategy).steps:
        texts = [reply.text for reply in step.replies]
        assert len(texts) == len(set(texts)) <= 2
        assert all(slotless(text) for text in texts)
        assert not before.intersection(texts)
        before = set(texts)


@settings(max_examples=40, deadline=None)
@given(seeds, strategies)
def test_state_when_saved_and_reloaded_at_every_turn_then_the_same_play(
    seed: int, strategy: Strategy
) -> None:
    till, subject = scenario(strategy), draw(scenario(strategy), seed)
    step = engine.start(till, subject, "examen")
    for _, reading in zip(range(25), anybody_readings(seed, strategy), strict=False):
        reloaded = State.from_dict(json.loads(json.dumps(step.state.to_dict())))
        assert reloaded == step.state
        following = engine.advance(till, subject, step.state, reading)
        assert engine.advance(till, subject, reloaded, reading) == following
        step = following


def anybody_readings(seed: int, strategy: Strategy) -> list[Reading]:
    moves = anybody(seed, scenario(strategy))
    return [next(moves) for _ in range(25)]


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_play_when_the_seed_is_the_same_then_the_same_play(seed: int) -> None:
    assert random_game(seed, "ferme").steps == random_game(seed, "ferme").steps


def test_play_when_seeds_differ_then_wordings_differ() -> None:
    said = {tuple(r.text for s in random_game(seed, "ferme").steps for r in s.replies) for seed in (2, 4, 6)}
    assert len(said) == 3


@settings(max_examples=40, deadline=None)
@given(seeds, strategies)
def test_ledger_when_anything_is_said_then_it_adds_up(seed: int, strategy: Strategy) -> None:
    game = random_game(seed, strategy)
    table = {row.issue: row.agreed for row in game.steps[-1].state.table if row.agreed is not None}
    assert ledger.final_values(game.transcript) == table
    assert game.count("concession_sans_contrepartie") <= game.count("concession")
    assert game.count("point_accorde") >= len(table)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_players_when_of_known_skill_then_ranked(strategy: Strategy) -> None:
    till = scenario(strategy)
    value = {name: sum(worth(name, till, seed) for seed in range(10)) / 10 for name in PLAYERS}
    assert value["expert"] > value["firm"] + 0.1
    assert value["firm"] > value["naive"]
    assert value["expert"] > value["naive"] + 0.4
    for exploit in ("rude", "mute", "refuser", "flatterer", "stuffer"):
        assert value["expert"] > value[exploit] + 0.3


def worth(name: str, till: Scenario, seed: int) -> float:
    """What the student side got: nothing without a signature."""
    subject = draw(till, seed)
    game = play(till, subject, PLAYERS[name](till, subject))
    found = ledger.outcome(till, subject, ledger.final_values(game.transcript))
    signed = till.ending(game.state.ending).kind == "accord"
    return found.student if found and signed else 0.0


def test_expert_when_playing_then_every_objection_is_lifted_and_nothing_given_for_nothing() -> None:
    till = scenario()
    game = play(till, draw(till, 1), PLAYERS["expert"](till, draw(till, 1)))
    assert game.count("objection_levee") == 2
    assert game.count("concession_sans_contrepartie") == 0
    assert game.count("contrepartie_obtenue") >= 1


def test_advance_when_timed_then_under_two_milliseconds() -> None:
    till = scenario()
    subject = draw(till, 3)
    moves = anybody(3, till)
    step, spent, turns = engine.start(till, subject, "examen"), 0.0, 0
    for _ in range(300):
        reading = next(moves)
        begun = time.process_time()  # what else runs on the machine is left out
        step = engine.advance(till, subject, step.state, reading)
        spent += time.process_time() - begun
        turns += 1
        if step.state.ending:
            step = engine.start(till, subject, "examen")
    assert spent / turns < 0.002
