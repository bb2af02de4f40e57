"""What holds in every rehearsal of every shipped scenario, whoever plays and whatever is said."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

import pytest

from coach.content.library import list_scenarios
from coach.simulation import bargaining, engine, ledger
from coach.simulation.draw import draw
from coach.simulation.play import Step
from coach.simulation.scenario import Subject
from coach.simulation.state import State
from coach.simulation.transcript import Mode, Transcript, Turn
from tests.simulation.fixtures import slotless
from tests.simulation.players_crowd import CROWD
from tests.simulation.players_ear import loaded

SHIPPED = tuple(entry.id for entry in list_scenarios())
REHEARSALS = 112
"""Of each kind of player in each scenario: more than two thousand in all."""


@dataclass(frozen=True)
class Game:
    """A rehearsal played with readings made beforehand."""

    subject: Subject
    steps: tuple[Step, ...]
    transcript: Transcript


def play(name: str, kind: str, seed: int) -> Game:
    """One rehearsal, until it ends."""
    scenario, rng = loaded(name).scenario, random.Random(f"{kind}:{seed}")
    subject, mode = draw(scenario, seed), ("examen", "entrainement")[seed % 2]
    steps = [engine.start(scenario, subject, _mode(mode))]
    turns = [_turn(0, "", steps[0])]
    for reading in CROWD[kind](name, rng):
        latency = rng.choice((2.0, 8.0, 40.0))
        steps.append(engine.advance(scenario, subject, steps[-1].state, reading, latency=latency))
        turns.append(_turn(len(turns), reading.text, steps[-1]))
        if steps[-1].state.ending or len(steps) > scenario.max_turns + 5:
            break
    transcript = Transcript(name, "", "", subject, _mode(mode), "", "", "", turns=tuple(turns))
    return Game(subject, tuple(steps), transcript)


def _mode(name: str) -> Mode:
    return "examen" if name == "examen" else "entrainement"


def _turn(number: int, text: str, step: Step) -> Turn:
    nothing = engine.NOTHING_SAID
    return Turn(
        number,
        "simulation",
        step.state.scene,
        text,
        nothing,
        step.replies,
        step.events,
        step.state.mood_triple(),
    )


@cache
def crowd(name: str) -> tuple[Game, ...]:
    """Everybody's rehearsals."""
    return tuple(play(name, kind, seed) for kind in CROWD for seed in range(REHEARSALS))


def steps_of(name: str) -> Iterator[Step]:
    for game in crowd(name):
        yield from game.steps


@pytest.fixture(params=SHIPPED, scope="module")
def name(request: pytest.FixtureRequest) -> str:
    """Each shipped scenario in turn, its tests together."""
    return str(request.param)


def test_rehearsal_when_anybody_plays_then_it_ends_in_sixty_turns(name: str) -> None:
    endings = {ending.id for ending in loaded(name).scenario.endings}
    for game in crowd(name):
        last = game.steps[-1].state
        assert last.ending in endings
        assert last.turn <= 60
        assert sum(event.kind == "fin" for step in game.steps for event in step.events) == 1


def test_character_when_anybody_bargains_then_never_beyond_its_limit(name: str) -> None:
    for game in crowd(name):
        items = bargaining.all_stakes(loaded(name).scenario, game.subject)
        for step in game.steps:
            for row in step.state.table:
                assert row.agreed is None or items[row.issue].acceptable(row.agreed)
                assert row.demand is None or items[row.issue].acceptable(row.demand)


def test_character_when_it_steps_back_then_by_smaller_and_smaller_steps(name: str) -> None:
    for game in crowd(name):
        sizes: dict[str, float] = {}
        for event in (event for step in game.steps for event in step.events):
            if event.kind == "concession_personnage" and event.value is not None:
                size = abs(event.value - (event.previous or 0.0))
                assert size <= sizes.get(event.subject, size) + 1e-6
                sizes[event.subject] = size


def test_ledger_when_anybody_bargains_then_it_adds_up(name: str) -> None:
    scenario = loaded(name).scenario
    for game in crowd(name):
        agreed = {row.issue: row.agreed for row in game.steps[-1].state.table if row.agreed is not None}
        assert ledger.final_values(game.transcript) == agreed
        given: dict[str, float] = {}
        for entry in ledger.ledger(scenario, game.transcript):
            if entry.kind == "concession" and entry.value is not None:
                item = bargaining.all_stakes(scenario, game.subject)[entry.issue]
                assert entry.previous == given.get(entry.issue, item.start)
                assert item.up(entry.value) > item.up(entry.previous)
            if entry.kind in ("concession", "point_accorde") and entry.value is not None:
                given[entry.issue] = entry.value
            if entry.kind == "offre_etudiant" and entry.withdrawn:
                given.pop(entry.issue, None)


def test_lines_when_anybody_plays_then_filled_few_and_never_said_twice(name: str) -> None:
    for game in crowd(name):
        texts = [reply.text for step in game.steps for reply in step.replies]
        assert all(slotless(text) for text in texts)
        assert len(texts) == len(set(texts))
        assert all(len(step.replies) <= 2 for step in game.steps)


def test_mood_when_it_moves_then_every_movement_is_an_event(name: str) -> None:
    parts = ("trust", "patience", "interest")
    for game in crowd(name):
        for before, after in zip(game.steps, game.steps[1:], strict=False):
            told = dict.fromkeys(parts, 0.0)
            for event in after.events:
                if event.kind == "humeur":
                    told[event.subject] += event.value or 0.0
                    assert event.detail
            moved = (
                now - then
                for now, then in zip(after.state.mood_triple(), before.state.mood_triple(), strict=True)
            )
            assert tuple(told.values()) == tuple(moved)


def test_information_when_told_then_never_told_again_as_new(name: str) -> None:
    for game in crowd(name):
        told = [e.subject for step in game.steps for e in step.events if e.kind == "information_revelee"]
        assert len(told) == len(set(told))


def test_state_when_saved_and_reloaded_at_every_turn_then_the_same_play(name: str) -> None:
    scenario = loaded(name).scenario
    for kind in CROWD:
        subject, step = draw(scenario, 5), engine.start(scenario, draw(scenario, 5), "examen")
        for reading in islice(CROWD[kind](name, random.Random(5)), 40):
            reloaded = State.from_dict(json.loads(json.dumps(step.state.to_dict())))
            following = engine.advance(scenario, subject, step.state, reading)
            assert engine.advance(scenario, subject, reloaded, reading) == following
            step = following


def test_play_when_the_seed_is_the_same_then_the_same_play(name: str) -> None:
    for kind in CROWD:
        assert play(name, kind, 3).steps == play(name, kind, 3).steps
