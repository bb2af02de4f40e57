"""Where the student writes: Enter sends, several lines can be pasted, nothing typed is ever lost."""

from dataclasses import dataclass

from textual.events import Key
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

    def __init__(self, hint: str) -> None:
        super().__init__(id="answer", soft_wrap=True, tab_behavior="focus", placeholder=hint, compact=True)
        self.cursor_blink = False
        self._sure_of_silence = False

    async def _on_key(self, event: Key) -> None:
        """Enter sends; Ctrl+J and Alt+Enter go to the next line.

        Not a priority binding: that would overtake letters typed just before and still on their way.
        """
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._submit()
        elif event.key in ("ctrl+j", "alt+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            self._sure_of_silence = False
            await super()._on_key(event)

    def _submit(self) -> None:
        """Sends what is written; a silence only when it is meant, since Enter is easily hit twice."""
        if not self.text.strip() and not self._sure_of_silence:
            self._sure_of_silence = True
            self.notify(
                "Écrivez votre réponse. Entrée à nouveau : garder le silence.", markup=False, timeout=4
            )
            return
        self._sure_of_silence = False
        self.post_message(self.Submitted(self.text[:LONGEST]))

    def put(self, text: str) -> None:
        """Gives words back to the box, the cursor at their end."""
        self.text = text
        self.move_cursor(self.document.end)
