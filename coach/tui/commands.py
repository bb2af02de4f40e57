"""One list feeds the keys, the footer and the help: what a screen can do, said once."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Command:
    """A key, the action it calls, its short name for the footer and its sentence for the help."""

    key: str
    action: str
    label: str
    help: str
    shown: bool = True
    priority: bool = False

    def binding(self) -> Binding:
        """The same, as Textual wants it."""
        return Binding(
            self.key,
            self.action,
            self.label,
            show=self.shown,
            priority=self.priority,
            tooltip=self.help,
            key_display=key_name(self.key),
        )


_NAMES = {
    "enter": "Entrée",
    "escape": "Échap",
    "question_mark": "?",
    "up": "↑",
    "down": "↓",
    "delete": "Suppr",
    "tab": "Tab",
}


def key_name(key: str) -> str:
    """A key as French keyboards call it: « Entrée », « Ctrl+Q », « F10 »."""
    first = key.split(",")[0]
    *held, last = first.split("+")
    name = _NAMES.get(last, last.capitalize() if held or len(last) > 1 else last)
    return "+".join((*(part.capitalize() for part in held), name))


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The bindings of a screen."""
    return [command.binding() for command in commands]


GLOBAL = (
    Command("f1,question_mark", "help", "Aide", "Les touches de cet écran."),
    Command("f9", "app.switch_theme", "Thème", "Passe du sombre au clair.", shown=False),
    Command(
        "ctrl+q", "app.quit", "Quitter", "Quitte coach ; tout est enregistré.", priority=True, shown=False
    ),
)
"""What every screen can do."""
