"""A teacher's correction of one criterion: a level, a reason, a name."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from coach.assessment.grid import LEVELS, LevelName
from coach.assessment.typography import typeset
from coach.tui.widgets.plain import PlainStatic


@dataclass(frozen=True, slots=True)
class Given:
    """What the teacher typed."""

    level: LevelName
    reason: str
    author: str


class CorrectionScreen(ModalScreen[Given | None]):
    """Three lines; Enter goes to the next one, and keeps at the last."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Annuler")]

    def __init__(self, criterion: str) -> None:
        super().__init__()
        self._criterion = criterion

    def compose(self) -> ComposeResult:
        """The criterion over the three lines."""
        with Vertical(classes="dialog"):
            yield PlainStatic(typeset(f"Correction de l'enseignant : {self._criterion}"))
            yield PlainStatic(typeset("Niveau : 1 TI, 2 I, 3 S, 4 TS"))
            yield Input(id="level", restrict="[1-4]?", max_length=1)
            yield PlainStatic("Raison")
            yield Input(id="reason", max_length=300)
            yield PlainStatic("Votre nom")
            yield Input(id="author", max_length=80)
            yield PlainStatic(typeset("Entrée : suivant, puis enregistrer. Échap : annuler."))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The first empty line has the keys; when none is, it is done."""
        for line in self.query(Input):
            if not line.value.strip():
                line.focus()
                return
        level, reason, author = (line.value.strip() for line in self.query(Input))
        self.dismiss(Given(LEVELS[int(level) - 1], reason, author))
