"""What all screens share: the help of their own commands, and room enough to be drawn."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.screen import Screen

from coach.tui.commands import GLOBAL, Command, bindings
from coach.tui.widgets.plain import PlainStatic

LEAST = (60, 18)
"""Columns and rows under which a screen asks to be enlarged."""
WIDE = 110
"""Columns from which the side panel opens by itself."""
TOO_SMALL = (
    "Cette fenêtre est trop petite pour l'interface.\n\n"
    "Agrandissez-la (60 colonnes et 18 lignes au moins) : rien n'est perdu, l'écran revient tout seul. "
    "« coach jouer » fonctionne à toutes les tailles."
)


class CoachScreen(Screen[None]):
    """A screen with its list of commands."""

    KEYS: ClassVar[tuple[Command, ...]] = ()
    HELP: ClassVar[str] = ""
    """One or two sentences on what this screen is for."""
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init_subclass__(cls) -> None:
        # A family of screens without keys of its own adds none: help stays last in every footer.
        cls.BINDINGS = [*bindings(cls.KEYS), *bindings(GLOBAL)] if cls.KEYS else []
        super().__init_subclass__()

    def compose(self) -> ComposeResult:
        """The screen's own widgets, and the sentence that replaces them when there is no room."""
        yield from self.body()
        yield PlainStatic(TOO_SMALL, id="too-small")

    def body(self) -> ComposeResult:
        """What the screen shows."""
        yield from ()

    def on_resize(self, event: Resize) -> None:
        """Wide, narrow or too small."""
        width, height = event.size
        self.set_class(width < LEAST[0] or height < LEAST[1], "too-small")
        self.set_class(width >= WIDE, "wide")

    def action_help(self) -> None:
        """Shows the keys of this screen."""
        from coach.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.HELP, (*self.KEYS, *GLOBAL)))
