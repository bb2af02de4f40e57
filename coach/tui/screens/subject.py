"""The draw: which parameters were modified, and how the subject will be played."""

import random

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer

from coach.content.library import LoadedScenario
from coach.simulation.draw import announcements, changes, draw, fill
from coach.simulation.transcript import Mode
from coach.tui.commands import Command
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.panels import STAR
from coach.tui.widgets.plain import PlainStatic

_MODES: dict[Mode, str] = {
    "entrainement": "Entraînement : indices, remarques du coach, humeur visible, retour en arrière.",
    "examen": "Examen blanc : l'horloge, rien d'autre ; la grille à la fin.",
}


class SubjectScreen(CoachScreen):
    """A subject, until one enters the loge."""

    HELP = (
        "Le sujet : la commission part de l'activité d'origine et en modifie des paramètres (★). "
        "Le même numéro de tirage redonne toujours le même sujet."
    )
    KEYS = (
        Command("enter", "enter", "Entrer en loge", "Commence la préparation."),
        Command("r", "again", "Autre tirage", "Tire d'autres paramètres."),
        Command("o", "original", "Origine", "Joue sans modification."),
        Command("m", "mode", "Mode", "Passe de l'entraînement à l'examen blanc."),
        Command("escape", "app.pop_screen", "Retour", "Revient à la liste."),
    )

    def __init__(self, loaded: LoadedScenario, seed: int) -> None:
        super().__init__()
        self._loaded = loaded
        self._seed = seed
        self._set_id: str | None = None
        self._mode: Mode = "entrainement"

    def body(self) -> ComposeResult:
        """The scenario, the draw, the mode."""
        yield Heading(f"Sujet · {self._loaded.scenario.title}")
        with VerticalScroll(classes="page"):
            yield PlainStatic(id="role", classes="purpose")
            yield PlainStatic(self._loaded.scenario.summary)
            yield PlainStatic("Paramètres modifiés", classes="rubric")
            yield PlainStatic(id="changes", classes="changed")
            yield PlainStatic("Mode", classes="rubric")
            yield PlainStatic(id="mode", classes="line")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Shows the draw."""
        self._show()
        self.query_one(VerticalScroll).focus()

    def _show(self) -> None:
        scenario = self._loaded.scenario
        subject = draw(scenario, self._seed, self._set_id)
        lines = [f"{STAR} {sentence}" for sentence in announcements(scenario, subject)]
        lines += [f"  {label} : {before} → {after}" for label, before, after in changes(scenario, subject)]
        self.query_one("#role", PlainStatic).show(fill(scenario.student_role, scenario, subject))
        self.query_one("#changes", PlainStatic).show("\n".join(lines) or "Aucun : l'activité d'origine.")
        self.query_one("#mode", PlainStatic).show(_MODES[self._mode])
        self.query_one(Heading).status(f"tirage n° {self._seed}")

    def action_again(self) -> None:
        """Another draw."""
        self._seed, self._set_id = random.randrange(1_000_000), None
        self._show()

    def action_original(self) -> None:
        """The original activity, or back to the draw."""
        self._set_id = None if self._set_id == "" else ""
        self._show()

    def action_mode(self) -> None:
        """The other mode."""
        self._mode = "examen" if self._mode == "entrainement" else "entrainement"
        self._show()

    def action_enter(self) -> None:
        """Into the loge."""
        self.app.begin(self._loaded, self._seed, self._set_id, self._mode)  # type: ignore[attr-defined]
