"""Every shipped replay, played with the real reader: its ending, its levels, the same bytes each time."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from coach.assessment.evaluation import Evaluation
from coach.assessment.evaluation_json import to_dict
from coach.assessment.grid import LEVELS
from coach.content.library import list_replays, list_scenarios, load_replay, load_scenario
from coach.content.schema.pack import Replay
from coach.ear import make_ear
from coach.journal.journal import Journal
from coach.session import Session, StillClock
from coach.simulation.transcript_json import to_json

ROOT = Path(__file__).parent.parent
SCENARIOS = tuple(entry.id for entry in list_scenarios())
REPLAYS = tuple(path for name in SCENARIOS for path in list_replays(name))
STUDENTS = ("fort", "moyen", "faible")
EXAMPLE = ("fontaines-ateliers", "fort")
"""The replay that the README's line plays."""
ELSEWHERE = """
import json, pathlib, sys
from coach.assessment.evaluation_json import to_dict
from tests.test_replays import play
transcript, evaluation = play(pathlib.Path(sys.argv[1]))
sys.stdout.buffer.write(f"{transcript}{json.dumps(to_dict(evaluation))}".encode())
"""
"""A second run that shares neither caches nor the order of sets with the first."""
Again = Callable[[Session], Session]
Outcome = tuple[str, Evaluation]
"""The transcript as it is exported, and its grid."""


@pytest.fixture(scope="module", autouse=True)
def _real_reader() -> None:
    """The reader of the program, loaded once for all the replays."""
    make_ear([])


def named(path: Path) -> str:
    return path.stem


def replay_of(scenario: str, student: str) -> Path:
    return next(path for path in list_replays(scenario) if path.stem == f"{scenario}.{student}")


def play(path: Path, journal: Journal | None = None) -> Outcome:
    """Plays a replay to its grid; with a journal, leaves and resumes after every turn."""
    replay = load_replay(path)
    loaded = load_scenario(replay.scenario)
    session = Session.begin(
        loaded, make_ear, journal, StillClock(), seed=replay.seed, set_id=replay.set_id, mode=replay.mode
    )

    def again(session: Session) -> Session:
        if journal is None or session.attempt is None:
            return session
        return Session.resume(loaded, make_ear, journal, StillClock(), journal.attempt(session.attempt))

    session.open()
    session = _simulate(again(session), replay, again)
    session.question()
    session = again(session)
    for answer in replay.interview:
        if not session.question():
            break
        session.answer(answer)
        session = again(session)
    session.skip_interview()
    evaluation = session.finish()
    return to_json(session.transcript), evaluation


def _simulate(session: Session, replay: Replay, again: Again) -> Session:
    for answer in replay.answers:
        if answer == "/fin":
            break
        over = session.hear(answer).over
        session = again(session)
        if over:
            return session
    session.leave()
    return again(session)


@cache
def played(path: Path) -> Outcome:
    return play(path)


def scores(path: Path) -> dict[str, float]:
    """What each criterion that was shown is worth."""
    return {each.id: each.score for each in played(path)[1].criteria if each.score is not None}


def test_scenarios_when_shipped_then_each_has_its_three_students() -> None:
    assert {path.stem for path in REPLAYS} == {f"{name}.{who}" for name in SCENARIOS for who in STUDENTS}


@pytest.mark.parametrize("path", REPLAYS, ids=named)
def test_replay_when_played_then_its_ending_and_every_level(path: Path) -> None:
    expected = load_replay(path)
    transcript, evaluation = played(path)
    assert json.loads(transcript)["fin"] == expected.ending
    assert {each.id: each.level for each in evaluation.criteria if each.level} == dict(expected.levels)


@pytest.mark.parametrize("path", REPLAYS, ids=named)
def test_replay_when_left_and_resumed_at_each_turn_then_the_same(path: Path, tmp_path: Path) -> None:
    with Journal(tmp_path / "journal.sqlite3") as journal:
        transcript, evaluation = play(path, journal)
    assert transcript == played(path)[0]
    assert to_dict(evaluation) == to_dict(played(path)[1])


@pytest.mark.parametrize("path", REPLAYS, ids=named)
def test_replay_when_played_in_another_process_then_the_same_bytes(path: Path) -> None:
    transcript, evaluation = played(path)
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4242", "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == f"{transcript}{json.dumps(to_dict(evaluation))}".encode()


@pytest.mark.parametrize("name", SCENARIOS)
def test_students_when_compared_then_ranked_on_every_criterion(name: str) -> None:
    strong, middling, weak = (scores(replay_of(name, who)) for who in STUDENTS)
    shown = strong.keys() & middling.keys() & weak.keys()
    assert shown
    for criterion in sorted(shown):
        assert strong[criterion] >= middling[criterion] >= weak[criterion], criterion
        assert strong[criterion] > weak[criterion], criterion


@pytest.mark.parametrize("name", SCENARIOS)
def test_students_when_compared_then_levels_and_marks_are_ordered(name: str) -> None:
    strong, middling, weak = (played(replay_of(name, who))[1] for who in STUDENTS)
    marks = [each.mark for each in (strong, middling, weak) if each.mark is not None]
    assert len(set(marks)) == len(STUDENTS)
    assert marks == sorted(marks, reverse=True)
    for high, middle, low in zip(strong.criteria, middling.criteria, weak.criteria, strict=True):
        if high.level and middle.level and low.level:
            best, between, worst = (LEVELS.index(each) for each in (high.level, middle.level, low.level))
            assert best >= between >= worst, high.id
            assert best > worst, high.id


def test_example_answers_when_read_then_the_strong_replay() -> None:
    replay = load_replay(replay_of(*EXAMPLE))
    lines = (ROOT / "docs" / "exemple" / "reponses.txt").read_text(encoding="utf-8").splitlines()
    spoken = [line for line in lines if line and not line.startswith("#")]
    assert spoken == [*replay.answers, "/fin", *replay.interview]
