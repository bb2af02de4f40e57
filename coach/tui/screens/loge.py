"""The loge: the fiche-sujet, the documents, a notepad, and forty minutes that can be cut short."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, TextArea

from coach.session import Session
from coach.tui.commands import Command
from coach.tui.screens.base import CoachScreen
from coach.tui.telling import telling
from coach.tui.widgets.heading import Heading, clock_text
from coach.tui.widgets.panels import Documents, Notepad, Sheet

PANELS = ("fiche", "documents", "notes")


class LogeScreen(CoachScreen):
    """Where the candidate prepares; meanwhile the understanding loads."""

    HELP = (
        "La loge : lisez la fiche-sujet (★ marque ce qui a changé), ouvrez les documents, notez vos "
        "chiffres. Vos notes resteront sous vos yeux pendant la simulation."
    )
    KEYS = (
        Command("f10", "ready", "Je suis prêt", "Termine la loge et ouvre la porte."),
        Command("f2", "panel('fiche')", "Fiche", "Montre la fiche-sujet."),
        Command("f3", "panel('documents')", "Documents", "Montre les documents."),
        Command("f4", "panel('notes')", "Notes", "Va au bloc-notes."),
        Command("escape", "out", "Accueil", "Revient à l'accueil ; la répétition pourra être reprise."),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(classes="sees-fiche")
        self._session = session
        self._minute = 0
        self._time_up = False

    def body(self) -> ComposeResult:
        """Two columns when there is room, one panel at a time otherwise."""
        scenario = self._session.scenario
        yield Heading(f"Loge · {scenario.title}")
        with Horizontal(id="desk"):
            yield Sheet(self._session, scenario.fiche_sujet, announce=True)
            with Vertical(id="right"):
                yield Documents(self._session)
                yield Notepad(self._session)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Starts the clock and, out of the way, the understanding."""
        self._tick()
        self.set_interval(1, self._tick)
        self.app.prepare(self._session)  # type: ignore[attr-defined]
        self.query_one(Sheet).focus()

    def on_key(self, event: object) -> None:
        """A figure opens the document of that number, except while notes are typed."""
        key = getattr(event, "key", "")
        if key.isdigit() and not isinstance(self.focused, TextArea):
            self.action_panel("documents")
            self.query_one(Documents).toggle(int(key))

    def action_panel(self, name: str) -> None:
        """Brings a panel in view."""
        for other in PANELS:
            self.set_class(other == name, f"sees-{other}")
        if name == "notes":
            self.query_one(Notepad).query_one(TextArea).focus()
        elif name == "documents":
            self.query_one(Documents).focus()
        else:
            self.query_one(Sheet).focus()

    def action_ready(self) -> None:
        """Opens the door."""
        from coach.tui.screens.simulation import SimulationScreen

        self.query_one(Notepad).save()
        with telling(self, "La porte reste fermée"):
            self._session.open()
            self.app.switch_screen(SimulationScreen(self._session))

    def action_out(self) -> None:
        """Back to the home screen."""
        self.query_one(Notepad).save()
        with telling(self, "Horloge non gardée"):
            self._session.note_clock()
        self.app.go_home()  # type: ignore[attr-defined]

    def _tick(self) -> None:
        left = self._session.scenario.preparation_minutes * 60 - self._session.elapsed()
        self.query_one(Heading).status(f"{clock_text(left)}  ·  {self._session.mode_label}")
        minute = int(left) // 60
        if minute != self._minute:
            self._minute = minute
            with telling(self, "Horloge non gardée"):
                self._session.note_clock()
        # Once, and never from under a dialogue: it waits until the loge is in front again.
        if left <= 0 and not self._time_up and self.is_active:
            self._time_up = True
            self.notify("Le temps de préparation est écoulé : la porte s'ouvre.", markup=False)
            self.action_ready()
