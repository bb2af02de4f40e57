"""What the rest of the house knows of voices: a speaker, the two halves of a real one, and its one error."""

from dataclasses import dataclass
from threading import Event
from typing import Literal, Protocol

from coach.errors import CoachError

Timbre = Literal["feminin", "masculin"]


class VoiceUnavailableError(CoachError):
    """No voice can be had here; the rehearsal goes on without it."""


class Speaker(Protocol):
    """Says the character's replies aloud. Neither method raises: a voice never stops a rehearsal."""

    def say(self, text: str) -> None:
        """Starts saying a text and returns at once; what was being said stops. An empty text only stops."""

    def close(self) -> None:
        """Stops at once and frees the device. May be called twice."""


@dataclass(frozen=True, slots=True)
class Sound:
    """One channel of signed 16-bit samples."""

    frames: bytes
    rate: int
    """Samples a second."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.frames) / 2 / self.rate


class Synthesizer(Protocol):
    """Turns text into sound."""

    rate: int

    def synthesize(self, text: str) -> Sound:
        """The whole text as sound. Raises `VoiceUnavailableError`."""


class Player(Protocol):
    """Lets a sound be heard."""

    def play(self, sound: Sound, interrupted: Event) -> None:
        """Returns when all has been heard, or soon after `interrupted`. Raises `VoiceUnavailableError`."""
