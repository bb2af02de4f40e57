"""The transcript: the one thing that all rooms share (design.md §3), with its plain-dict form.

`to_dict` and `from_dict` are exact inverses; the JSON carries ``version`` so that an older file is
migrated and a newer one refused with a sentence.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from coach.language.reading import Reading
from coach.simulation.events import Event, Reply
from coach.simulation.scenario import Subject

TRANSCRIPT_VERSION = 1

Mode: TypeAlias = Literal["entrainement", "examen"]
Phase: TypeAlias = Literal["simulation", "entretien"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance of the student and what followed. Turn 0 has no utterance: the character opens."""

    number: int
    phase: Phase
    scene: str
    """Scene in which the utterance was said; in the entretien, the question's id."""
    text: str
    reading: Reading
    replies: tuple[Reply, ...]
    events: tuple[Event, ...]
    mood: tuple[int, int, int]
    """Trust, patience, interest after the turn."""
    at: float = 0.0
    """Seconds since the phase began when the utterance was sent."""
    latency: float = 0.0
    """Seconds between the previous reply and the utterance's sending."""
    previous: str = ""
    """What the character had just said (context of the reading)."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole rehearsal, complete or not."""

    scenario: str
    pack: str
    scenario_digest: str
    subject: Subject
    mode: Mode
    grid: str
    grid_digest: str
    engine: str
    """Version of coach that played it."""
    started: str = ""
    """ISO date and time, given by the session; empty in tests."""
    turns: tuple[Turn, ...] = ()
    ending: str = ""
    """Identifier of the ending reached; empty while the play goes on."""
    notes: str = ""
    """The student's notepad."""
    self_assessment: tuple[tuple[str, str], ...] = field(default=())
    """(criterion id, level) that the student gave himself."""

    def simulation(self) -> tuple[Turn, ...]:
        """The turns played with the character."""
        return tuple(turn for turn in self.turns if turn.phase == "simulation")

    def interview(self) -> tuple[Turn, ...]:
        """The turns of the entretien with the commission."""
        return tuple(turn for turn in self.turns if turn.phase == "entretien")
