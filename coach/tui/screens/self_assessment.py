"""The student fills the grid first."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from coach.assessment.grid import LEVEL_LABELS, LEVELS, Criterion
from coach.session import Session
from coach.tui.commands import Command
from coach.tui.screens.base import CoachScreen
from coach.tui.telling import telling
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.plain import PlainStatic, printable


class SelfAssessmentScreen(CoachScreen):
    """One line a criterion; a figure gives the level."""

    HELP = (
        "L'auto-évaluation : donnez-vous un niveau pour chaque critère avant de voir celui de la machine. "
        "L'écart entre les deux vous apprendra autant que les niveaux."
    )
    KEYS = (
        Command("1", "level(0)", "TI", "Très insuffisant."),
        Command("2", "level(1)", "I", "Insuffisant."),
        Command("3", "level(2)", "S", "Satisfaisant."),
        Command("4", "level(3)", "TS", "Très satisfaisant."),
        Command("0", "clear", "Effacer", "Ne se prononce pas sur ce critère.", shown=False),
        Command("f10", "finish", "Voir la grille", "Montre la grille remplie par la machine."),
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._levels: dict[str, str] = dict(session.transcript.self_assessment)

    def body(self) -> ComposeResult:
        """The criteria that a rehearsal can show."""
        yield Heading("Auto-évaluation", self._session.mode_label)
        yield PlainStatic(
            "Quel niveau vous donnez-vous ? Touches 1 à 4 ; laissez vide ce que vous ne savez pas.",
            classes="lead",
        )
        yield OptionList(*(Option(self._line(each), id=each.id) for each in self._criteria()), classes="list")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(OptionList).focus()

    def action_level(self, place: int) -> None:
        """Gives a level and goes to the next criterion."""
        options = self.query_one(OptionList)
        criterion = self._criteria()[options.highlighted or 0]
        self._levels[criterion.id] = LEVELS[place]
        options.replace_option_prompt(criterion.id, self._line(criterion))
        if (options.highlighted or 0) + 1 < len(self._criteria()):
            options.action_cursor_down()

    def action_clear(self) -> None:
        """Takes a level back."""
        criterion = self._criteria()[self.query_one(OptionList).highlighted or 0]
        self._levels.pop(criterion.id, None)
        self.query_one(OptionList).replace_option_prompt(criterion.id, self._line(criterion))

    def on_option_list_option_selected(self) -> None:
        """Enter goes down, so that nobody is stuck."""
        self.query_one(OptionList).action_cursor_down()

    def action_finish(self) -> None:
        """Fills the machine's grid and shows both."""
        from coach.tui.screens.grid import GridScreen

        with telling(self, "Votre auto-évaluation n'est pas gardée"):
            self._session.self_assess(self._levels)
        with telling(self, "La grille n'est pas gardée"):
            self._session.finish()
        evaluation = self._session.evaluation
        if evaluation is not None:
            session = self._session
            screen = GridScreen(session.loaded, session.transcript, evaluation, session.attempt)
            self.app.switch_screen(screen)

    def _criteria(self) -> list[Criterion]:
        return [each for each in self._session.grid.criteria if not each.not_assessed]

    def _line(self, criterion: Criterion) -> RenderableType:
        level = self._levels.get(criterion.id, "")
        told = f"{level:<3}{LEVEL_LABELS[level]}" if level else "…"
        label = Text(printable(criterion.label), "bold")
        return Group(label, Padding(Text(told), (0, 0, 1, 4)))
