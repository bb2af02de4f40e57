"""Doubles of the two halves of a voice."""

from threading import Event

from coach.voice.ports import Sound, VoiceUnavailableError

LIMIT = 5.0
"""Seconds after which a test that waits has failed."""


class FakeSynthesizer:
    """Makes sounds that are their own text; `refused` is a text it cannot say."""

    rate = 8000

    def __init__(self, refused: str = "") -> None:
        self.refused = refused

    def synthesize(self, text: str) -> Sound:
        """The text as bytes."""
        if text == self.refused:
            raise VoiceUnavailableError("Refusé.")
        return Sound(text.encode(), self.rate)


class FakePlayer:
    """Plays each sound until it is interrupted, or at once if `endless` is off."""

    def __init__(self, *, endless: bool = True) -> None:
        self.endless = endless
        self.played: list[str] = []
        self.interrupted: list[str] = []
        self.busy = Event()
        """Set each time a sound begins."""

    def play(self, sound: Sound, interrupted: Event) -> None:
        """Waits for the interruption, like a very long sound."""
        text = sound.frames.decode()
        self.played.append(text)
        self.busy.set()
        if self.endless and interrupted.wait(LIMIT):
            self.interrupted.append(text)


class FakeSpeaker:
    """Remembers what it was asked to say."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.closed = False

    def say(self, text: str) -> None:
        """Remembered."""
        self.said.append(text)

    def close(self) -> None:
        """Remembered."""
        self.closed = True
