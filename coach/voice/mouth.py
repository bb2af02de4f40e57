"""Says one text at a time, the newest, in a thread of its own."""

from threading import Condition, Event, Thread

from coach.voice.ports import Player, Synthesizer, VoiceUnavailableError


class Mouth:
    """A `Speaker` made of a synthesizer and a player."""

    def __init__(self, synthesizer: Synthesizer, player: Player) -> None:
        self._synthesizer = synthesizer
        self._player = player
        self._news = Condition()
        self._waiting = ""
        self._closed = False
        self._interrupted = Event()
        """Belongs to the text being said; the next text has its own."""
        self._thread = Thread(target=self._run, name="coach-voix", daemon=True)
        self._thread.start()

    def say(self, text: str) -> None:
        """Replaces what is being said, and what was still waiting."""
        with self._news:
            self._waiting = text
            self._interrupted.set()
            self._news.notify()

    def close(self) -> None:
        """Stops, and waits for the thread to end."""
        with self._news:
            self._closed = True
            self._interrupted.set()
            self._news.notify()
        self._thread.join()

    def _run(self) -> None:
        while (text := self._next()) is not None:
            try:
                self._player.play(self._synthesizer.synthesize(text), self._interrupted)
            except VoiceUnavailableError:
                # This reply stays unheard; the device may be back for the next one.
                continue

    def _next(self) -> str | None:
        """The next text, or None when closed."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._waiting)
            if self._closed:
                return None
            text, self._waiting = self._waiting, ""
            self._interrupted = Event()
            return text
