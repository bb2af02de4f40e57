"""Students of known skill, who speak French and are read by the real reader, rank as they should.

Few draws here; `bench/joueurs.py` prints the whole table over fifty and more.
"""

from functools import cache
from statistics import mean

import pytest

from coach.content.library import list_scenarios
from tests.simulation.players_ear import Performance, loaded, perform
from tests.simulation.players_spoken import PLAYERS

SHIPPED = tuple(entry.id for entry in list_scenarios())
SEEDS = 3
EXPLOITS = ("non", "flatteur", "menacant", "bourreur")
"""Tricks that must not pay; the other ones are in the bench."""
TELLING = ("rendez-vous", "naif", "grossier", "ferme", "expert", "hasard")
"""Players who between them reach every way out."""


@cache
def games(name: str, player: str) -> tuple[Performance, ...]:
    return tuple(perform(name, PLAYERS[player], seed) for seed in range(SEEDS))


def value(name: str, player: str) -> float:
    return mean(game.student for game in games(name, player))


def mark(name: str, player: str) -> float:
    return mean(game.mark for game in games(name, player))


@pytest.mark.parametrize("name", SHIPPED)
def test_students_when_of_known_skill_then_ranked_by_value_and_by_the_grid(name: str) -> None:
    assert value(name, "expert") > value(name, "naif") + 0.1
    assert value(name, "ferme") > value(name, "naif")
    assert mark(name, "expert") > mark(name, "ferme") > mark(name, "naif")


@pytest.mark.parametrize("name", SHIPPED)
def test_expert_when_playing_then_signs_within_the_mandate_for_little(name: str) -> None:
    for game in games(name, "expert"):
        kinds = [event.kind for event in game.events()]
        assert game.signed
        assert "hors_mandat" not in kinds
        assert kinds.count("concession_sans_contrepartie") <= 1


@pytest.mark.parametrize("player", EXPLOITS)
@pytest.mark.parametrize("name", SHIPPED)
def test_exploit_when_tried_then_never_as_good_as_the_expert(name: str, player: str) -> None:
    assert value(name, player) < value(name, "expert") - 0.1
    assert mark(name, player) < mark(name, "expert") - 2


@pytest.mark.parametrize("name", SHIPPED)
def test_endings_when_students_of_all_kinds_play_then_each_is_reached(name: str) -> None:
    scenario = loaded(name).scenario
    missing = {ending.id for ending in scenario.endings}
    for seed in range(12):
        for each in ("", *(item.id for item in scenario.sets)):
            for player in TELLING:
                if missing:
                    missing.discard(perform(name, PLAYERS[player], seed, set_id=each, marked=False).ending.id)
    assert not missing
