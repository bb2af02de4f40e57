"""Rehearsals played in French with the real reader, which remembers what it has already read.

The reading depends on the words, on what was said just before and on the point being discussed: only the
very same situation is remembered, so that nothing is read otherwise than in a real rehearsal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coach.assessment.evaluation import Evaluation
from coach.content.library import LoadedScenario, load_scenario
from coach.ear import RehearsalEar, make_ear
from coach.language.reading import Context, Reading
from coach.session import Session, StillClock
from coach.simulation import ledger
from coach.simulation.events import Event
from coach.simulation.expectations import Expectation
from coach.simulation.ledger import Outcome
from coach.simulation.scenario import Ending
from coach.simulation.transcript import Mode, Transcript, Turn
from tests.simulation.players_skills import Lines
from tests.simulation.players_spoken import Player

MOST_TURNS = 75
"""More than any rehearsal may last: a play that gets there is stuck."""


class RememberingEar:
    """An ear that reads the same words in the same situation once."""

    def __init__(self, ear: RehearsalEar) -> None:
        self._ear = ear
        self._heard: dict[tuple[str, Context], Reading] = {}

    def hear(self, text: str, context: Context) -> Reading:
        """Reads one utterance."""
        key = (text, context)
        if key not in self._heard:
            self._heard[key] = self._ear.hear(text, context)
        return self._heard[key]


@cache
def _ear_of(expected: tuple[Expectation, ...]) -> RememberingEar:
    return RememberingEar(make_ear(expected))


def remembering_ear(expected: Sequence[Expectation]) -> RememberingEar:
    """The ear of a draw, shared by all the rehearsals of that draw."""
    return _ear_of(tuple(expected))


@cache
def loaded(name: str) -> LoadedScenario:
    """A shipped scenario."""
    return load_scenario(name)


@dataclass(frozen=True)
class Performance:
    """A rehearsal played to its end."""

    scenario: str
    player: str
    transcript: Transcript
    ending: Ending
    outcome: Outcome | None
    evaluation: Evaluation | None

    @property
    def signed(self) -> bool:
        """It ended in an agreement."""
        return self.ending.kind == "accord"

    @property
    def student(self) -> float:
        """What the student side got: nothing without a signature."""
        return self.outcome.student if self.outcome and self.signed else 0.0

    @property
    def character(self) -> float:
        """What the character's side got: nothing without a signature."""
        return self.outcome.character if self.outcome and self.signed else 0.0

    @property
    def mark(self) -> float:
        """The mark out of 20 of the grid."""
        return (self.evaluation.mark or 0.0) if self.evaluation else 0.0

    @property
    def turns(self) -> int:
        """Utterances said to the character."""
        return len(self.transcript.simulation()) - 1

    def events(self) -> list[Event]:
        """Every event of the simulation, in order."""
        return [event for turn in self.transcript.simulation() for event in turn.events]


def perform(
    name: str,
    player: Player,
    seed: int,
    *,
    mode: Mode = "examen",
    set_id: str | None = None,
    marked: bool = True,
) -> Performance:
    """One rehearsal of a shipped scenario by a player, from the first words to the grid."""
    whole = loaded(name)
    session = Session.begin(whole, remembering_ear, None, StillClock(), seed=seed, set_id=set_id, mode=mode)
    part = player(whole.scenario, session.subject, seed)
    played, over = session.open(), False
    text = next(part.lines, None)
    while text is not None and not over and len(session.transcript.turns) < MOST_TURNS:
        played = session.hear(text)
        over = played.over
        text = None if over else _reply(part.lines, played.turn)
    if not over:
        session.leave()
    while marked and (question := session.question()):
        session.answer(part.answer(question))
    session.skip_interview()
    transcript = session.transcript
    return Performance(
        name,
        part.name,
        transcript,
        whole.scenario.ending(transcript.ending),
        ledger.outcome(whole.scenario, session.subject, ledger.final_values(transcript)),
        session.finish() if marked else None,
    )


def _reply(lines: Lines, turn: Turn) -> str | None:
    """What the student says next; nothing once his part is over."""
    try:
        return lines.send(turn)
    except StopIteration:
        return None
