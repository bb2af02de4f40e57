"""The keys of the screen below, in French."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen

from coach.tui.commands import Command, bindings, key_name
from coach.tui.widgets.plain import PlainStatic, plain


class HelpScreen(ModalScreen[None]):
    """Closes with the key that opened it."""

    KEYS = (Command("escape,f1,question_mark,enter", "app.pop_screen", "Fermer", "Referme l'aide."),)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(KEYS)]

    def __init__(self, purpose: str, commands: Sequence[Command]) -> None:
        super().__init__()
        self._purpose = purpose
        self._commands = commands

    def compose(self) -> ComposeResult:
        """The purpose, then a line a key."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = plain("Aide")
            dialog.border_subtitle = plain("Échap pour fermer")
            yield PlainStatic(self._purpose, classes="purpose")
            for command in self._commands:
                with Horizontal(classes="help-line"):
                    keys = " ou ".join(key_name(key) for key in command.key.split(","))
                    yield PlainStatic(keys, classes="help-key")
                    yield PlainStatic(command.help, classes="help-text")
