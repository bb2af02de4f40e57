"""The library: every scenario found, filtered with one key a criterion."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from coach.content.library import ScenarioEntry, list_scenarios
from coach.simulation.scenario import CHANNEL_LABELS, DIFFICULTY_LABELS, SITUATION_LABELS
from coach.tui.commands import Command
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.plain import PlainStatic, plain

_EVERY = "tous"
_FILTERS = {"exam": "épreuve", "channel": "canal", "situation": "situation", "difficulty": "niveau"}
_LABELS = {"channel": CHANNEL_LABELS, "situation": SITUATION_LABELS, "difficulty": DIFFICULTY_LABELS}


def facts(entry: ScenarioEntry) -> str:
    """« E4 · entretien de vente · face à face · niveau examen »."""
    return " · ".join(
        (
            entry.exam,
            SITUATION_LABELS.get(entry.situation, entry.situation),
            CHANNEL_LABELS.get(entry.channel, entry.channel),
            f"niveau {DIFFICULTY_LABELS.get(entry.difficulty, entry.difficulty)}",
        )
    )


class LibraryScreen(CoachScreen):
    """A list and its filters."""

    HELP = "La bibliothèque : choisissez un scénario. Chaque filtre change d'une touche."
    KEYS = (
        Command("enter", "select", "Choisir", "Tire un sujet de ce scénario."),
        Command("e", "turn('exam')", "Épreuve", "Filtre par épreuve."),
        Command("c", "turn('channel')", "Canal", "Filtre par canal."),
        Command("s", "turn('situation')", "Situation", "Filtre par situation."),
        Command("n", "turn('difficulty')", "Niveau", "Filtre par niveau."),
        Command("escape", "app.pop_screen", "Retour", "Revient à l'accueil."),
    )

    def __init__(self, marks: dict[str, float]) -> None:
        super().__init__()
        self._marks = marks
        self._entries = list_scenarios()
        self._filters = dict.fromkeys(_FILTERS, "")

    def body(self) -> ComposeResult:
        """Filters over the list."""
        yield Heading("Bibliothèque", f"{len(self._entries)} scénarios")
        yield PlainStatic("", id="filters", classes="lead")
        yield OptionList(classes="list")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Fills the list."""
        self._fill()
        self.query_one(OptionList).focus()

    def action_turn(self, name: str) -> None:
        """The next value of a filter, then none."""
        values = ["", *sorted({str(getattr(entry, name)) for entry in self._entries})]
        self._filters[name] = values[(values.index(self._filters[name]) + 1) % len(values)]
        self._fill()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Draws a subject of that scenario."""
        self.app.choose(str(event.option.id))  # type: ignore[attr-defined]

    def _fill(self) -> None:
        told = " · ".join(f"{label} : {self._value(name)}" for name, label in _FILTERS.items())
        self.query_one("#filters", PlainStatic).show(told)
        options = self.query_one(OptionList)
        options.clear_options()
        for entry in self._entries:
            if all(not value or getattr(entry, name) == value for name, value in self._filters.items()):
                options.add_option(Option(self._prompt(entry), id=entry.id))
        if options.option_count:
            options.highlighted = 0
        else:
            options.add_option(Option(plain("Aucun scénario ne répond à ces filtres."), disabled=True))

    def _value(self, name: str) -> str:
        value = self._filters[name]
        return _LABELS.get(name, {}).get(value, value) or _EVERY

    def _prompt(self, entry: ScenarioEntry) -> Content:
        best = self._marks.get(entry.id)
        mark = f"   meilleur repère {best:g} / 20".replace(".", ",") if best is not None else ""
        head = plain(entry.title, "bold") + plain(mark)
        return head + plain(f"\n{facts(entry)}\n", "dim") + plain(f"{entry.summary}\n")
