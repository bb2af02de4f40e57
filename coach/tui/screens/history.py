"""The history: every rehearsal, its ending, its mark; each grid opens again."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from coach.journal.journal import Attempt
from coach.tui.commands import Command
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.confirm import ConfirmScreen
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.plain import plain

_MODES = {"entrainement": "entraînement", "examen": "examen blanc"}


class HistoryScreen(CoachScreen):
    """Newest first."""

    HELP = "L'historique : toutes vos répétitions. L'interrompue se reprend, la finie montre sa grille."
    KEYS = (
        Command("enter", "select", "Ouvrir", "Montre la grille, ou reprend la répétition."),
        Command("s,delete", "erase", "Supprimer", "Efface cette répétition, après confirmation."),
        Command("escape", "app.pop_screen", "Retour", "Revient à l'accueil."),
    )

    def body(self) -> ComposeResult:
        """A list."""
        yield Heading("Historique")
        yield OptionList(classes="list")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Fills the list."""
        self._fill()
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens the grid, or resumes."""
        self.app.reopen(int(str(event.option.id)))  # type: ignore[attr-defined]

    def action_erase(self) -> None:
        """Asks, then erases."""
        options = self.query_one(OptionList)
        if options.highlighted is None or not options.option_count:
            return
        option = options.get_option_at_index(options.highlighted)
        if option.disabled:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.forget(int(str(option.id)))  # type: ignore[attr-defined]
                self._fill()

        self.app.push_screen(
            ConfirmScreen("Effacer définitivement cette répétition ?", "Oui, l'effacer"), answered
        )

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        attempts = self.app.attempts()  # type: ignore[attr-defined]
        for attempt in attempts:
            options.add_option(Option(_prompt(attempt), id=str(attempt.id)))
        if not attempts:
            options.add_option(Option(plain("Aucune répétition pour l'instant."), disabled=True))
        else:
            options.highlighted = 0


def _prompt(attempt: Attempt) -> Content:
    day = attempt.header.started[:16].replace("T", " à ") or "sans date"
    if attempt.stage != "fini":
        result = "interrompue"
    elif attempt.mark is None:
        result = "non évaluée"
    else:
        result = f"repère {attempt.mark:g} / 20".replace(".", ",")
    mode = _MODES.get(attempt.header.mode, attempt.header.mode)
    note = f"\n{day} · {mode} · {attempt.ending or 'sans issue'} · {attempt.turns} tours\n"
    return plain(f"{attempt.header.title}", "bold") + plain(f"   {result}") + plain(note, "dim")
