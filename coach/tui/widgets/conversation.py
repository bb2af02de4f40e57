"""The conversation: one line of speech a widget, the speaker's name in a column of its own."""

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from coach.tui.widgets.plain import PlainStatic

YOU = "Vous"
COACH = "coach"


class Speech(Horizontal):
    """What one person says. `highlight`: a span of the text to bring out."""

    def __init__(self, speaker: str, text: str, kind: str, highlight: tuple[int, int] | None = None) -> None:
        super().__init__(classes=f"speech {kind}")
        self._speaker = speaker
        self._text = text
        self._highlight = highlight

    def compose(self) -> ComposeResult:
        """The name, then the words."""
        yield PlainStatic(self._speaker, classes="speaker")
        words = PlainStatic(classes="words")
        words.show(self._text, self._highlight)
        yield words


class Conversation(VerticalScroll):
    """Everything said so far, the latest in view."""

    can_focus = True

    def character_says(self, name: str, text: str) -> None:
        """The other side's words."""
        self._add(Speech(name, text, "character"))

    def student_says(self, text: str, highlight: tuple[int, int] | None = None) -> None:
        """The student's words."""
        self._add(Speech(YOU, text or "(silence)", "student", highlight))

    def coach_says(self, text: str) -> None:
        """The coach's remark."""
        self._add(Speech(COACH, text, "remark"))

    def _add(self, speech: Speech) -> None:
        self.mount(speech)
        self.call_after_refresh(self.scroll_end, animate=False)
