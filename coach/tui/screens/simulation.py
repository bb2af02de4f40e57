"""The simulation: twenty minutes with the character."""

from coach.errors import JournalError
from coach.session import Played
from coach.simulation.scenario import CHANNEL_LABELS
from coach.tui.commands import Command
from coach.tui.screens.base import WIDE
from coach.tui.screens.confirm import ConfirmScreen
from coach.tui.screens.talk import TalkScreen
from coach.tui.widgets.heading import Heading, clock_text

_BARS = "▁▂▃▄▅▆▇█"
_MOODS = ("confiance", "patience", "intérêt")


def mood_text(mood: tuple[int, int, int]) -> str:
    """« confiance ▄  patience ▅  intérêt ▃ »."""
    return "  ".join(f"{name} {_bar(value)}" for name, value in zip(_MOODS, mood, strict=True))


def _bar(value: int) -> str:
    return _BARS[min(value, 99) * len(_BARS) // 100]


class SimulationScreen(TalkScreen):
    """The student and the character."""

    HELP = (
        "La simulation : parlez au personnage comme vous lui parleriez, en français libre. "
        "Chaque réponse est enregistrée avant la réplique : vous pouvez vous arrêter quand vous voulez."
    )
    KEYS = (
        Command("f2", "notes", "Notes", "Montre vos notes, ou revient à la conversation."),
        Command("f3", "documents", "Documents", "Montre les documents, ou revient à la conversation."),
        Command("f4", "hint", "Indice", "Un conseil pour ce moment (entraînement)."),
        Command(
            "f5",
            "take_back",
            "Revenir",
            "Efface votre dernière réponse pour la dire autrement (entraînement).",
        ),
        Command("f10", "finish", "Finir", "Prend congé et passe à l'entretien."),
        Command(
            "escape",
            "out",
            "Accueil",
            "Revient à l'accueil ; la répétition pourra être reprise.",
            shown=False,
        ),
        Command("enter", "submit", "Envoyer", "Envoie votre réponse. Ctrl+J : à la ligne.", shown=False),
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In examen blanc nothing helps."""
        return not (action in ("hint", "take_back") and self.session.mode == "examen")

    def heading(self) -> str:
        """Name, role, channel."""
        character = self.session.scenario.character
        channel = CHANNEL_LABELS[self.session.scenario.channel]
        return (
            f"{character.name} · {channel}"
            if self.size.width < WIDE
            else (f"{character.name}, {character.role}, {character.company} · {channel}")
        )

    def speaker(self) -> str:
        """The character's first name, or its name."""
        return self.session.scenario.character.name.split()[0]

    def begin(self) -> None:
        """The character's first words, unless the rehearsal is resumed."""
        if self.session.stage == "loge":
            self.draw(self.session.open())
        elif self.session.transcript.ending:
            self.ended()

    def say(self, text: str) -> Played:
        """To the character."""
        return self.session.hear(text)

    def tick(self) -> None:
        """The clock; in entraînement the mood."""
        total = self.session.scenario.minutes * 60
        elapsed = self.session.elapsed()
        clock = f"{clock_text(elapsed)} / {clock_text(total)}"
        side = "examen blanc" if self.session.mode == "examen" else mood_text(self.session.mood)
        self.query_one(Heading).status(f"{side}   {clock}")
        if elapsed > total and not self.session.transcript.ending:
            self._leave("temps")

    def action_hint(self) -> None:
        """A hint, in the conversation."""
        if not self.session.transcript.ending:
            self.conversation.coach_says(self.session.ask_hint())

    def action_take_back(self) -> None:
        """Takes the last answer back and gives its words to the box."""
        text = self.session.take_back()
        if not text:
            self.notify("Rien à reprendre ici.", markup=False)
            return
        self.conversation.remove_children()
        for turn in self.session.transcript.turns:
            if turn.text:
                self.conversation.student_says(turn.text)
            for reply in turn.replies:
                self.conversation.character_says(self.speaker(), reply.text)
        self.box.put(text)

    def action_finish(self) -> None:
        """Asks first: one does not leave a client by accident."""
        if self.session.transcript.ending:
            self._go_to_commission()
            return
        question = "Prendre congé maintenant et passer à l'entretien avec la commission ?"

        def answered(yes: bool | None) -> None:
            if yes:
                self._leave("depart")

        self.app.push_screen(ConfirmScreen(question, "Oui, prendre congé"), answered)

    def ended(self) -> None:
        """The talk is over: one key leads on."""
        self.conversation.coach_says(
            "La simulation est terminée. F10 : passer à l'entretien avec la commission."
        )
        self.box.disabled = True
        self.conversation.focus()

    def _leave(self, reason: str) -> None:
        try:
            self.draw(self.session.leave("temps" if reason == "temps" else "depart"))
        except JournalError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.ended()

    def _go_to_commission(self) -> None:
        from coach.tui.screens.interview import InterviewScreen

        self.app.switch_screen(InterviewScreen(self.session))
