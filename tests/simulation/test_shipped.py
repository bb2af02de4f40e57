"""The scenarios that we ship, played by everybody."""

from functools import cache

import pytest

from coach.content.library import list_scenarios, load_scenario
from coach.simulation import bargaining, ledger
from coach.simulation.draw import draw
from coach.simulation.scenario import Scenario
from tests.simulation.fixtures import slotless
from tests.simulation.players import PLAYERS, Game, anybody, play

SHIPPED = tuple(entry.id for entry in list_scenarios())
SEEDS = 40


@cache
def shipped(name: str) -> Scenario:
    return load_scenario(name).scenario


@cache
def games(name: str) -> tuple[Game, ...]:
    """Random players and players of known skill, over many draws."""
    till = shipped(name)
    chance = [play(till, draw(till, seed), anybody(seed, till), limit=70) for seed in range(SEEDS)]
    skill = [
        play(till, draw(till, seed), player(till, draw(till, seed)))
        for player in PLAYERS.values()
        for seed in range(6)
    ]
    return (*chance, *skill)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_when_played_by_everybody_then_ends_in_bounds(name: str) -> None:
    till = shipped(name)
    for game in games(name):
        items = bargaining.all_stakes(till, game.transcript.subject)
        assert game.state.ending in {ending.id for ending in till.endings}
        assert game.state.turn <= till.max_turns + 1
        for row in game.state.table:
            assert row.agreed is None or items[row.issue].acceptable(row.agreed)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_when_played_by_everybody_then_lines_are_filled_and_never_twice_in_a_row(name: str) -> None:
    for game in games(name):
        before: set[str] = set()
        for step in game.steps:
            texts = [reply.text for reply in step.replies]
            assert len(texts) <= 2
            assert all(slotless(text) for text in texts)
            assert not before.intersection(texts)
            before = set(texts)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_when_the_expert_plays_then_the_best_value(name: str) -> None:
    till = shipped(name)
    value = {player: sum(_worth(till, player, seed) for seed in range(6)) / 6 for player in PLAYERS}
    assert value["expert"] == max(value.values())
    assert value["expert"] > value["naive"] + 0.1


def _worth(till: Scenario, player: str, seed: int) -> float:
    subject = draw(till, seed)
    game = play(till, subject, PLAYERS[player](till, subject))
    found = ledger.outcome(till, subject, ledger.final_values(game.transcript))
    return found.student if found and till.ending(game.state.ending).kind == "accord" else 0.0
