"""Where the student writes: Enter sends, several lines can be pasted, nothing typed is ever lost."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

LONGEST = 10_000
"""Characters kept of one answer; more is cut, since nobody says that much."""


class AnswerBox(TextArea):
    """A small text box that grows to five lines."""

    @dataclass
    class Submitted(Message):
        """The student has sent an answer."""

        text: str

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Envoyer", key_display="Entrée", priority=True),
        Binding("ctrl+j,alt+enter", "newline", "Nouvelle ligne", show=False, priority=True),
    ]

    def __init__(self, hint: str) -> None:
        super().__init__(id="answer", soft_wrap=True, tab_behavior="focus", placeholder=hint, compact=True)
        self.cursor_blink = False

    def action_submit(self) -> None:
        """Sends what is written."""
        self.post_message(self.Submitted(self.text[:LONGEST]))

    def action_newline(self) -> None:
        """Goes to the next line."""
        self.insert("\n")

    def put(self, text: str) -> None:
        """Gives words back to the box, the cursor at their end."""
        self.text = text
        self.move_cursor(self.document.end)
