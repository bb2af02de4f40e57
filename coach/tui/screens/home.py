"""The home screen: what was interrupted, one suggestion with its reason, then everything else."""

from textual.app import ComposeResult
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from coach.content.library import list_scenarios
from coach.journal.journal import Attempt
from coach.tui.commands import Command
from coach.tui.progress import Advice, advise
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.library import facts
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.plain import PlainStatic, plain

_STAGES = {
    "loge": "dans la loge",
    "simulation": "en pleine simulation",
    "entretien": "devant la commission",
    "bilan": "avant la grille",
}
MOST_RESUMED = 3


class HomeScreen(CoachScreen):
    """Three keys from here to a rehearsal."""

    HELP = (
        "L'accueil : reprenez une répétition, suivez le conseil du jour, ou choisissez dans la bibliothèque."
    )
    KEYS = (
        Command("enter", "select", "Ouvrir", "Ouvre la ligne choisie."),
        Command("b", "library", "Bibliothèque", "Tous les scénarios."),
        Command("h", "history", "Historique", "Vos répétitions et leurs grilles."),
        Command("escape", "app.quit", "Quitter", "Quitte coach ; tout est enregistré.", shown=False),
    )

    def body(self) -> ComposeResult:
        """A list, the most useful first."""
        yield Heading("coach · la salle de répétition du BTS NDRC")
        yield PlainStatic("", id="welcome", classes="lead")
        yield OptionList(classes="list")
        yield Footer(show_command_palette=False, compact=True)

    def on_screen_resume(self) -> None:
        """Every time one comes back, things may have changed."""
        self._fill()
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        waiting, advice = self.app.waiting()[:MOST_RESUMED], self._advice()  # type: ignore[attr-defined]
        self.query_one("#welcome", PlainStatic).show(self.app.trouble or _welcome(bool(waiting)))  # type: ignore[attr-defined]
        options = self.query_one(OptionList)
        options.clear_options()
        for attempt in waiting:
            head = plain(f"Reprendre : {attempt.header.title}", "bold")
            note = plain(f"\n{_STAGES.get(attempt.stage, '')}, {attempt.turns} tours enregistrés\n", "dim")
            options.add_option(Option(head + note, id=f"resume:{attempt.id}"))
        if advice:
            head = plain(f"Répéter : {advice.entry.title}", "bold")
            note = plain(f"\n{advice.reason}\n{facts(advice.entry)}\n", "dim")
            options.add_option(Option(head + note, id=f"play:{advice.entry.id}"))
        options.add_option(
            Option(plain("Bibliothèque", "bold") + plain("\nTous les scénarios\n", "dim"), id="library")
        )
        options.add_option(
            Option(
                plain("Historique", "bold") + plain("\nVos répétitions et leurs grilles\n", "dim"),
                id="history",
            )
        )
        options.highlighted = 0

    def _advice(self) -> Advice | None:
        return advise(list_scenarios(), self.app.attempts(), self.app.evaluations)  # type: ignore[attr-defined]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens the line."""
        kind, _, value = str(event.option.id).partition(":")
        if kind == "resume":
            self.app.resume(int(value))  # type: ignore[attr-defined]
        elif kind == "play":
            self.app.choose(value)  # type: ignore[attr-defined]
        elif kind == "library":
            self.action_library()
        else:
            self.action_history()

    def action_library(self) -> None:
        """Every scenario."""
        from coach.tui.screens.library import LibraryScreen

        self.app.push_screen(LibraryScreen(best_marks(self.app.attempts())))  # type: ignore[attr-defined]

    def action_history(self) -> None:
        """Every attempt."""
        from coach.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen())


def best_marks(attempts: tuple[Attempt, ...]) -> dict[str, float]:
    """The best mark of each scenario."""
    best: dict[str, float] = {}
    for attempt in attempts:
        if attempt.mark is not None:
            best[attempt.header.scenario] = max(attempt.mark, best.get(attempt.header.scenario, 0.0))
    return best


def _welcome(waiting: bool) -> str:
    return "Reprenez où vous en étiez." if waiting else "Trois touches Entrée, et vous êtes dans la loge."
