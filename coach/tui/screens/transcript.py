"""The rehearsal read again, with the words that a line of the grid speaks of."""

from textual.app import ComposeResult
from textual.widgets import Footer

from coach.content.library import LoadedScenario
from coach.simulation.transcript import Transcript, Turn
from coach.tui.commands import Command
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.conversation import Conversation, Speech
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.plain import PlainStatic


class TranscriptScreen(CoachScreen):
    """Every turn with its number; the one asked for is in view."""

    HELP = "La transcription : tout ce qui a été dit, tour par tour."
    KEYS = (Command("escape,enter", "app.pop_screen", "Retour", "Revient à la grille."),)

    def __init__(
        self,
        loaded: LoadedScenario,
        transcript: Transcript,
        turn: int | None = None,
        span: tuple[int, int] | None = None,
    ) -> None:
        super().__init__()
        self._loaded = loaded
        self._transcript = transcript
        self._turn = turn
        self._span = span

    def body(self) -> ComposeResult:
        """The turns."""
        yield Heading(f"Transcription · {self._loaded.scenario.title}")
        with Conversation():
            for turn in self._transcript.turns:
                yield PlainStatic(f"— {turn.number} —", classes="turn-number", id=f"turn-{turn.number}")
                yield from self._speeches(turn)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Brings the turn in view."""
        self.query_one(Conversation).focus()
        if self._turn is not None:
            target = self.query(f"#turn-{self._turn}")
            if target:
                self.call_after_refresh(target.first().scroll_visible, top=True, animate=False)

    def _speeches(self, turn: Turn) -> ComposeResult:
        if turn.text:
            # Spans are places of the text as it was read (NFC).
            said = turn.reading.text or turn.text
            yield Speech("Vous", said, "student", self._span if turn.number == self._turn else None)
        commission = turn.phase == "entretien"
        name = "Commission" if commission else self._loaded.scenario.character.name.split()[0]
        for reply in turn.replies:
            yield Speech(name, reply.text, "character")
