"""A speaker that lives in another process, so that audio libraries cannot write on the terminal."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Timer

from coach.voice.ports import VoiceUnavailableError
from coach.voice.spoken import spoken

PATIENCE = 10.0
"""Seconds given to the process to be ready: cold disks and Bluetooth are slow, a broken driver never ends."""
FAREWELL = 2.0
"""Seconds given to it to end."""
DIED = "La voix ne démarre pas sur cette machine."


class ProcessSpeaker:
    """Talks to a child process: one line in, one text said."""

    def __init__(self, command: Sequence[str], patience: float = PATIENCE) -> None:
        # The child imports from where we do, never from the folder it happens to be started in.
        places = os.pathsep.join(filter(None, sys.path))
        try:
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": places},
            )
        except OSError as error:
            raise VoiceUnavailableError(DIED) from error
        answer = self._first_line(patience)
        if answer != "\n":
            self.close()
            raise VoiceUnavailableError(answer.strip() or DIED)

    def say(self, text: str) -> None:
        """Hands the text over; if the child is gone, nothing is heard and nothing else happens."""
        assert self._child.stdin is not None
        with suppress(OSError, ValueError):
            self._child.stdin.write(f"{spoken(text)}\n".encode())
            self._child.stdin.flush()

    def close(self) -> None:
        """The end of its input is the child's signal to stop."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        with suppress(OSError):
            self._child.stdin.close()
        try:
            self._child.wait(FAREWELL)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._child.stdout.close()

    def _first_line(self, patience: float) -> str:
        """What the child answers when it has started; nothing if it dies or takes too long."""
        assert self._child.stdout is not None
        watchdog = Timer(patience, self._child.kill)
        watchdog.start()
        try:
            return self._child.stdout.readline().decode("utf-8", "replace").replace("\r\n", "\n")
        finally:
            watchdog.cancel()
