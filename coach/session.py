"""One rehearsal: the one place where the rooms meet (design.md §3).

It takes an utterance, has it read, played and saved, and returns what happened. The interface, the
plain terminal and the tests all drive it. A turn is on disk before its reply is returned; if it
cannot be written nothing has changed, and the same utterance may be sent again.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from coach import __version__
from coach.assessment.assess import assess
from coach.assessment.evaluation import Evaluation
from coach.assessment.evaluation_json import evaluation_to_dict
from coach.assessment.grid import Grid
from coach.errors import ContentError, JournalError
from coach.journal.journal import Attempt, Header, Journal, SavedTurn, Stage
from coach.language.matcher import ExpectationSet
from coach.language.reader import Reader
from coach.language.reading import Context, IssueWords, Reading
from coach.simulation import engine, interview
from coach.simulation.draw import draw
from coach.simulation.events import Event
from coach.simulation.expectations import expectations
from coach.simulation.hints import hint, remark
from coach.simulation.scenario import Scenario, Subject
from coach.simulation.state import State
from coach.simulation.transcript import Mode, Transcript, Turn
from coach.simulation.transcript_json import (
    subject_from_dict,
    subject_to_dict,
    turn_from_dict,
    turn_to_dict,
)


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> str:
        """ISO date and time, for people."""

    def seconds(self) -> float:
        """A monotonic count of seconds, for durations."""


class WallClock:
    """Real time."""

    def now(self) -> str:
        return datetime.now().astimezone().isoformat(timespec="seconds")

    def seconds(self) -> float:
        return time.monotonic()


class StillClock:
    """No time passes: unattended rehearsals give the same bytes every time."""

    def now(self) -> str:
        return ""

    def seconds(self) -> float:
        return 0.0


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a rehearsal needs from the content: a scenario with the grid it is marked with."""

    scenario: Scenario
    grid: Grid


@dataclass(frozen=True, slots=True)
class Played:
    """What one utterance led to, for whoever draws."""

    turn: Turn
    remark: str = ""
    """The coach's live remark, in entraînement only; empty when nothing is worth saying."""
    over: bool = False
    """The stage (simulation or entretien) is finished."""


class Session:
    """One rehearsal, from the loge to the grid. Made by `begin` or `resume`."""

    def __init__(
        self,
        loaded: Loaded,
        reader: Reader,
        journal: Journal | None,
        clock: Clock,
        transcript: Transcript,
        *,
        attempt: int | None,
        stage: Stage,
        state: State | None,
        elapsed: float,
    ) -> None:
        self.scenario = loaded.scenario
        self.grid = loaded.grid
        self.transcript = transcript
        self.stage: Stage = stage
        self.attempt = attempt
        self._reader = reader
        self._journal = journal
        self._clock = clock
        self._state = state
        self._expectations: tuple[ExpectationSet, ...] | None = None
        self._elapsed_before = elapsed
        self._entered = clock.seconds()
        self._replied = self._entered

    # Beginning ---------------------------------------------------------------------------------

    @classmethod
    def begin(
        cls,
        loaded: Loaded,
        reader: Reader,
        journal: Journal | None,
        clock: Clock,
        *,
        seed: int,
        set_id: str | None = None,
        mode: Mode = "entrainement",
    ) -> "Session":
        """A new rehearsal, in the loge. `set_id`: which modified parameters, `None` to let the seed choose."""
        scenario, grid = loaded.scenario, loaded.grid
        subject = draw(scenario, seed, set_id)
        started = clock.now()
        transcript = Transcript(
            scenario=scenario.id,
            pack=scenario.pack,
            scenario_digest=scenario.digest,
            subject=subject,
            mode=mode,
            grid=grid.id,
            grid_digest=grid.digest,
            engine=__version__,
            started=started,
        )
        attempt = journal.begin(_header(transcript, scenario.title)) if journal else None
        return cls(
            loaded, reader, journal, clock, transcript, attempt=attempt, stage="loge", state=None, elapsed=0.0
        )

    @classmethod
    def resume(
        cls, loaded: Loaded, reader: Reader, journal: Journal, clock: Clock, attempt: Attempt
    ) -> "Session":
        """An interrupted rehearsal, where it was left. Raises `ContentError` if the scenario has changed since."""
        if attempt.header.scenario_digest != loaded.scenario.digest:
            raise ContentError(
                f"Le scénario « {attempt.header.title} » a été modifié depuis le début de cette répétition : "
                "elle ne peut pas être reprise. Rien n'est perdu : elle reste dans l'historique, et "
                "« coach donnees exporter » en donne la transcription."
            )
        saved = journal.turns(attempt.id)
        return cls(
            loaded,
            reader,
            journal,
            clock,
            transcript_of(attempt, journal),
            attempt=attempt.id,
            stage=attempt.stage,
            state=State.from_dict(saved[-1].state) if saved else None,
            elapsed=attempt.clock,
        )

    def prepare(self) -> None:
        """Loads the understanding and the scenario's expectations. Slow once (about a second); pure, so
        it may run in a thread while the student is in the loge."""
        if self._expectations is None:
            self._expectations = self._reader.expectation_sets(expectations(self.scenario, self.subject))

    # What is known -----------------------------------------------------------------------------

    @property
    def subject(self) -> Subject:
        """The draw that is played."""
        return self.transcript.subject

    @property
    def mode(self) -> Mode:
        """Entraînement or examen."""
        return self.transcript.mode

    @property
    def mood(self) -> tuple[int, int, int]:
        """Trust, patience, interest now."""
        return self.transcript.turns[-1].mood if self.transcript.turns else (50, 50, 50)

    def elapsed(self) -> float:
        """Seconds spent in the present stage, earlier sittings included."""
        return self._elapsed_before + self._clock.seconds() - self._entered

    def last_words(self) -> str:
        """What the student has to answer to."""
        for turn in reversed(self.transcript.turns):
            if turn.replies:
                return " ".join(reply.text for reply in turn.replies)
        return ""

    # The loge ----------------------------------------------------------------------------------

    def write_notes(self, notes: str) -> None:
        """Keeps the notepad."""
        if self._journal and self.attempt is not None:
            self._journal.write_notes(self.attempt, notes)
        self.transcript = replace(self.transcript, notes=notes)

    def note_clock(self) -> None:
        """Keeps the clock of the stage, so that a killed terminal resumes about where it was."""
        if self._journal and self.attempt is not None:
            self._journal.move(self.attempt, self.stage, clock=self.elapsed(), updated=self._clock.now())

    # The simulation ----------------------------------------------------------------------------

    def open(self) -> Played:
        """Leaves the loge: the character's first words."""
        step = engine.start(self.scenario, self.subject, self.mode)
        self._enter("simulation")
        return self._keep("", Reading(text=""), step)

    def hear(self, text: str) -> Played:
        """What the student says to the character. Raises `JournalError` if it could not be kept;
        then nothing has changed and the same words may be sent again."""
        self.prepare()
        state = self._playing()
        reading = self._reader.read(text, self._context(state), self._expectations or ())
        at, latency = self._times()
        step = engine.advance(self.scenario, self.subject, state, reading, latency=latency, at=at)
        return self._keep(text, reading, step)

    def leave(self, reason: engine.CloseReason = "depart") -> Played:
        """The student leaves, or time is up: the character closes."""
        return self._keep("", Reading(text=""), engine.close(self.scenario, self.subject, self._playing(), reason))

    def ask_hint(self) -> str:
        """A hint for this moment (entraînement); it is remembered as an event of the next turn."""
        return hint(self.scenario, self.subject, self._playing())

    def take_back(self) -> str:
        """Goes back before the last utterance (entraînement). Returns its text, to be said otherwise."""
        turns = self.transcript.turns
        if self.stage != "simulation" or self.mode != "entrainement" or len(turns) < 2:
            return ""
        if self._journal and self.attempt is not None:
            self._journal.take_back(self.attempt, turns[-1].number, ending="", updated=self._clock.now())
        self.transcript = replace(self.transcript, turns=turns[:-1], ending="")
        self._state = self._states.pop() and self._states[-1]
        return turns[-1].text
