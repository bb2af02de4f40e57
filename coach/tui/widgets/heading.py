"""The line on top of a screen: where one is on the left, the clock or the mode on the right."""

from textual.app import ComposeResult
from textual.containers import Horizontal

from coach.tui.widgets.plain import PlainStatic


def clock_text(seconds: float) -> str:
    """« 07:12 »; never negative."""
    whole = max(0, int(seconds))
    return f"{whole // 60:02}:{whole % 60:02}"


class Heading(Horizontal):
    """A title and a status."""

    def __init__(self, title: str, status: str = "") -> None:
        super().__init__(classes="heading")
        self._title = title
        self._status = status

    def compose(self) -> ComposeResult:
        """Both ends of the line."""
        yield PlainStatic(self._title, classes="heading-title")
        yield PlainStatic(self._status, classes="heading-status")

    def title(self, text: str) -> None:
        """Replaces the left end."""
        self.query_one(".heading-title", PlainStatic).show(text)

    def status(self, text: str) -> None:
        """Replaces the right end."""
        self.query_one(".heading-status", PlainStatic).show(text)
