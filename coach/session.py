"""One rehearsal: the one place where the rooms meet (design.md §3).

It takes an utterance, has it read, played and saved, and returns what happened. The interface, the
plain terminal and the tests all drive it. A turn is on disk before its reply is returned; if it
cannot be written nothing has changed, and the same utterance may be sent again.
"""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from coach import __version__
from coach.assessment.assess import assess
from coach.assessment.evaluation import Evaluation
from coach.assessment.evaluation_json import to_dict as evaluation_to_dict
from coach.assessment.expected import listened_for
from coach.assessment.grid import Grid
from coach.content.library import LoadedScenario
from coach.errors import ContentError
from coach.journal.journal import Attempt, Header, Journal, SavedTurn, Stage
from coach.language.reading import Context, IssueWords, Reading
from coach.simulation import engine, hints, interview
from coach.simulation.draw import draw
from coach.simulation.events import Event
from coach.simulation.expectations import Expectation, expectations
from coach.simulation.play import Step
from coach.simulation.scenario import Scenario, Subject
from coach.simulation.state import State
from coach.simulation.transcript import Mode, Phase, Transcript, Turn
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
        """The present moment, to the second, with its zone."""
        return datetime.now().astimezone().isoformat(timespec="seconds")

    def seconds(self) -> float:
        """The system's monotonic clock."""
        return time.monotonic()


class StillClock:
    """No time passes: unattended rehearsals give the same bytes every time."""

    def now(self) -> str:
        """Nothing: an unattended rehearsal has no date."""
        return ""

    def seconds(self) -> float:
        """Always the beginning."""
        return 0.0


class Ear(Protocol):
    """What understands the student during one rehearsal."""

    def hear(self, text: str, context: Context) -> Reading:
        """Reads one utterance."""


EarMaker = Callable[[Sequence[Expectation]], Ear]
"""Makes the ear of a rehearsal from what its scenario expects; slow once, and pure."""


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
        loaded: LoadedScenario,
        make_ear: EarMaker,
        journal: Journal | None,
        clock: Clock,
        transcript: Transcript,
        *,
        attempt: int | None = None,
        stage: Stage = "loge",
        states: tuple[State, ...] = (),
        elapsed: float = 0.0,
    ) -> None:
        self.loaded = loaded
        self.scenario: Scenario = loaded.scenario
        self.grid: Grid = loaded.grid
        self.transcript = transcript
        self.stage: Stage = stage
        self.attempt = attempt
        self.evaluation: Evaluation | None = None
        self._make_ear = make_ear
        self._ear: Ear | None = None
        self._ear_lock = threading.Lock()
        self._journal = journal
        self._clock = clock
        self._states = states
        """The engine's state after each turn, so that one can go back."""
        self._elapsed_before = elapsed
        self._entered = self._replied = clock.seconds()
        self._hinted = False

    @classmethod
    def begin(
        cls,
        loaded: LoadedScenario,
        make_ear: EarMaker,
        journal: Journal | None,
        clock: Clock,
        *,
        seed: int,
        set_id: str | None = None,
        mode: Mode = "entrainement",
    ) -> "Session":
        """A new rehearsal, in the loge. `set_id`: which modified parameters, "" for the original activity,
        `None` to let the seed choose."""
        scenario, grid = loaded.scenario, loaded.grid
        transcript = Transcript(
            scenario=scenario.id,
            pack=scenario.pack,
            scenario_digest=scenario.digest,
            subject=draw(scenario, seed, set_id),
            mode=mode,
            grid=grid.id,
            grid_digest=grid.digest,
            engine=__version__,
            started=clock.now(),
        )
        attempt = journal.begin(_header(transcript, scenario.title)) if journal else None
        return cls(loaded, make_ear, journal, clock, transcript, attempt=attempt)

    @classmethod
    def resume(
        cls, loaded: LoadedScenario, make_ear: EarMaker, journal: Journal, clock: Clock, attempt: Attempt
    ) -> "Session":
        """An interrupted rehearsal, where it was left. Raises `ContentError` if its scenario has changed."""
        if attempt.header.scenario_digest != loaded.scenario.digest:
            raise ContentError(
                f"Le scénario « {attempt.header.title} » a été modifié depuis le début de cette répétition : "
                "elle ne peut pas être reprise. Rien n'est perdu : elle reste dans l'historique, et "
                "« coach donnees exporter » en donne la transcription."
            )
        states = tuple(State.from_dict(saved.state) for saved in journal.turns(attempt.id))
        return cls(
            loaded,
            make_ear,
            journal,
            clock,
            transcript_of(attempt, journal),
            attempt=attempt.id,
            stage=attempt.stage,
            states=states,
            elapsed=attempt.clock,
        )

    def prepare(self) -> None:
        """Loads the understanding and what the scenario expects: about a second, once. Touches nothing
        else, so it may run in a thread while the student is in the loge."""
        with self._ear_lock:
            if self._ear is None:
                expected = expectations(self.scenario, self.subject)
                watched = listened_for(self.grid, self.scenario, self.subject)
                self._ear = self._make_ear((*expected, *watched))

    # What is known -----------------------------------------------------------------------------

    @property
    def ready(self) -> bool:
        """The understanding is loaded: the next words will be read at once."""
        return self._ear is not None

    @property
    def subject(self) -> Subject:
        """The draw that is played."""
        return self.transcript.subject

    @property
    def mode(self) -> Mode:
        """Entraînement or examen."""
        return self.transcript.mode

    @property
    def mode_label(self) -> str:
        """The mode, for people."""
        return "examen blanc" if self.mode == "examen" else "entraînement"

    @property
    def mood(self) -> tuple[int, int, int]:
        """Trust, patience, interest now."""
        return self._states[-1].mood_triple() if self._states else (50, 50, 50)

    def elapsed(self) -> float:
        """Seconds spent in the present stage, earlier sittings included."""
        return self._elapsed_before + self._clock.seconds() - self._entered

    def last_words(self) -> str:
        """What the student has to answer to."""
        spoken = (turn.replies for turn in reversed(self.transcript.turns) if turn.replies)
        return " ".join(reply.text for reply in next(spoken, ()))

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
        return self._keep("", Reading(text=""), step, "simulation")

    def hear(self, text: str) -> Played:
        """What the student says to the character. Raises `JournalError` if it could not be kept;
        then nothing has changed and the same words may be sent again."""
        state = self._states[-1]
        reading = self._read(text, state.last_issue)
        at, latency = self._times()
        step = engine.advance(self.scenario, self.subject, state, reading, latency=latency, at=at)
        if self._hinted:
            step = replace(step, events=(Event("indice"), *step.events))
        return self._keep(text, reading, step)

    def leave(self, reason: engine.CloseReason = "depart") -> Played:
        """The student leaves, or time is up: the character closes."""
        step = engine.close(self.scenario, self.subject, self._states[-1], reason)
        return self._keep("", Reading(text=""), step)

    def ask_hint(self) -> str:
        """A hint for this moment (entraînement); the next turn remembers that it was asked for."""
        self._hinted = True
        return hints.hint(self.scenario, self.subject, self._states[-1])

    def take_back(self) -> str:
        """Goes back before the last utterance (entraînement). Returns its text, to be said otherwise;
        empty when there is nothing to take back."""
        turns = self.transcript.turns
        if self.stage != "simulation" or self.mode != "entrainement" or len(turns) < 2:
            return ""
        if self._journal and self.attempt is not None:
            number = turns[-1].number
            self._journal.take_back(self.attempt, number, ending="", updated=self._clock.now())
        self.transcript = replace(self.transcript, turns=turns[:-1], ending="")
        self._states = self._states[:-1]
        return turns[-1].text

    # The entretien -----------------------------------------------------------------------------

    def question(self) -> str:
        """The commission's present words; it asks its first question at the first call. Empty once over."""
        state = self._states[-1]
        if state.interview is None:
            step = interview.begin(self.scenario, self.transcript, state)
            return _spoken(self._keep("", Reading(text=""), step, "entretien"))
        return "" if state.interview.over else self.last_words()

    def answer(self, text: str) -> Played:
        """What the candidate answers to the commission. Raises as `hear` does."""
        reading = self._read(text, "")
        return self._keep(
            text, reading, interview.answer(self.scenario, self.subject, self._states[-1], reading)
        )

    def skip_interview(self) -> None:
        """The candidate cuts the entretien short, or does without it."""
        if self.stage == "entretien":
            step = interview.leave(self.scenario, self.subject, self._states[-1])
            self._keep("", Reading(text=""), step)
        self._move("bilan")

    # The grid ----------------------------------------------------------------------------------

    def self_assess(self, levels: dict[str, str]) -> None:
        """The levels that the student gives himself, by criterion."""
        pairs = tuple(levels.items())
        if self._journal and self.attempt is not None:
            self._journal.write_self_assessment(self.attempt, pairs)
        self.transcript = replace(self.transcript, self_assessment=pairs)

    def finish(self) -> Evaluation:
        """The grid filled by the machine, kept in the journal. The rehearsal is over."""
        self.evaluation = assess(self.transcript, self.grid, self.scenario)
        if self._journal and self.attempt is not None:
            self._journal.keep_evaluation(
                self.attempt,
                evaluation_to_dict(self.evaluation),
                mark=self.evaluation.mark,
                made=self._clock.now(),
            )
        self._move("fini")
        return self.evaluation

    # Within ------------------------------------------------------------------------------------

    def _move(self, stage: Stage) -> None:
        if self._journal and self.attempt is not None:
            self._journal.move(self.attempt, stage, clock=0.0, updated=self._clock.now())
        self._enter(stage)

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        self._elapsed_before = 0.0
        self._entered = self._replied = self._clock.seconds()

    def _read(self, text: str, last_issue: str) -> Reading:
        self.prepare()
        assert self._ear is not None
        context = Context(
            previous=self.last_words(),
            today=self.scenario.today,
            issues=tuple(IssueWords(i.id, i.kind, i.unit, i.words) for i in self.scenario.issues),
            last_issue=last_issue,
            formal_tu=self.scenario.formal_tu,
        )
        return self._ear.hear(text, context)

    def _times(self) -> tuple[float, float]:
        return round(self.elapsed(), 1), round(self._clock.seconds() - self._replied, 1)

    def _keep(self, text: str, reading: Reading, step: Step, enters: Stage | None = None) -> Played:
        """Saves the turn, then lets it be true. Nothing of `self` changes if the journal refuses."""
        at, latency = (0.0, 0.0) if enters else self._times()
        stage = enters or self.stage
        phase: Phase = "entretien" if stage == "entretien" else "simulation"
        before = self._states[-1] if self._states else step.state
        turn = Turn(
            number=len(self.transcript.turns),
            phase=phase,
            scene=before.interview.current if before.interview else before.scene,
            text=text,
            reading=reading,
            replies=step.replies,
            events=step.events,
            mood=step.state.mood_triple(),
            at=at,
            latency=latency,
            previous=self.last_words(),
        )
        if self._journal and self.attempt is not None:
            self._journal.append(
                self.attempt,
                SavedTurn(turn.number, turn_to_dict(turn), step.state.to_dict()),
                stage=stage,
                clock=at,
                ending=step.state.ending,
                updated=self._clock.now(),
            )
        self.transcript = replace(
            self.transcript, turns=(*self.transcript.turns, turn), ending=step.state.ending
        )
        self._states = (*self._states, step.state)
        if enters:
            self._enter(enters)
        self._replied = self._clock.seconds()
        self._hinted = False
        return Played(turn, self._remark(step), self._is_over(step.state))

    def _remark(self, step: Step) -> str:
        if self.mode == "examen" or self.stage != "simulation":
            return ""
        return hints.remark(self.scenario, self.subject, step.state, step.events)

    def _is_over(self, state: State) -> bool:
        if self.stage == "entretien":
            return state.interview is not None and state.interview.over
        return bool(state.ending)


def transcript_of(attempt: Attempt, journal: Journal) -> Transcript:
    """The transcript of an attempt, as the journal remembers it."""
    header = attempt.header
    return Transcript(
        scenario=header.scenario,
        pack=header.pack,
        scenario_digest=header.scenario_digest,
        subject=subject_from_dict(header.subject),
        mode="examen" if header.mode == "examen" else "entrainement",
        grid=header.grid,
        grid_digest=header.grid_digest,
        engine=header.engine,
        started=header.started,
        turns=tuple(turn_from_dict(saved.turn) for saved in journal.turns(attempt.id)),
        ending=attempt.ending,
        notes=attempt.notes,
        self_assessment=attempt.self_assessment,
    )


def _header(transcript: Transcript, title: str) -> Header:
    return Header(
        started=transcript.started,
        pack=transcript.pack,
        scenario=transcript.scenario,
        title=title,
        scenario_digest=transcript.scenario_digest,
        grid=transcript.grid,
        grid_digest=transcript.grid_digest,
        engine=transcript.engine,
        subject=subject_to_dict(transcript.subject),
        mode=transcript.mode,
    )


def _spoken(played: Played) -> str:
    return " ".join(reply.text for reply in played.turn.replies)
