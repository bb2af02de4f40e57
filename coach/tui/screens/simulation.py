"""The simulation: twenty minutes with the character."""

from textual.app import ComposeResult

from coach.session import Played, Session
from coach.simulation.scenario import CHANNEL_LABELS
from coach.tui.commands import Command
from coach.tui.screens.base import WIDE
from coach.tui.screens.confirm import ConfirmScreen
from coach.tui.screens.talk import TalkScreen
from coach.tui.telling import telling
from coach.tui.widgets.heading import Heading, clock_text
from coach.tui.widgets.panels import Notepad
from coach.tui.widgets.plain import PlainStatic

_MOODS = ("confiance", "patience", "intérêt")
_STEPS = 5


def mood_text(mood: tuple[int, int, int]) -> str:
    """« confiance ■■■□□   patience ■■□□□   intérêt ■□□□□ »."""
    return "   ".join(f"{name} {_bar(value)}" for name, value in zip(_MOODS, mood, strict=True))


def _bar(value: int) -> str:
    full = round(value * _STEPS / 100)
    return "■" * full + "□" * (_STEPS - full)


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

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._time_up = False
        """The clock has tried to end the simulation; it does so once."""

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

    def below_heading(self) -> ComposeResult:
        """The mood, in entraînement."""
        if self.session.mode != "examen":
            yield PlainStatic(id="mood")

    def speaker(self) -> str:
        """The character's first name, or its name."""
        return self.session.scenario.character.name.split()[0]

    def begin(self) -> None:
        """A resumed simulation may be over."""
        if self.session.transcript.ending:
            self.ended()

    def say(self, text: str) -> Played:
        """To the character."""
        return self.session.hear(text)

    def tick(self) -> None:
        """The clock; in entraînement the mood."""
        clock = f"{clock_text(self.session.elapsed())} / {clock_text(self._total)}"
        self.query_one(Heading).status(f"{self.session.mode_label}   {clock}")
        for mood in self.query("#mood").results(PlainStatic):
            mood.show(mood_text(self.session.mood))
        if self._late() and not self._time_up and not self.session.transcript.ending:
            self._time_up = True
            self._leave()

    @property
    def _total(self) -> float:
        return self.session.scenario.minutes * 60

    def _late(self) -> bool:
        return self.session.elapsed() > self._total

    def action_hint(self) -> None:
        """A hint, in the conversation."""
        if not self.session.transcript.ending:
            self.conversation.coach_says(self.session.ask_hint())

    def action_take_back(self) -> None:
        """Takes the last answer back and gives its words to the box."""
        if self._late():
            self.notify("Le temps est écoulé : on ne revient plus en arrière.", markup=False)
            return
        turns = len(self.session.transcript.turns)
        with telling(self, "Rien n'est effacé"):
            text = self.session.take_back()
            if len(self.session.transcript.turns) == turns:
                self.notify("Rien à reprendre ici.", markup=False)
                return
            self.show_everything_said()
            self.box.disabled = False
            self.box.put("\n".join(part for part in (text, self.box.text) if part))
            self.box.focus()
            self.tick()

    def action_finish(self) -> None:
        """Asks first: one does not leave a client by accident."""
        if self.session.transcript.ending:
            self._go_to_commission()
            return
        question = "Prendre congé maintenant et passer à l'entretien avec la commission ?"

        def answered(yes: bool | None) -> None:
            if yes and self.session.transcript.ending:
                self._go_to_commission()
            elif yes:
                self._leave()

        self.app.push_screen(ConfirmScreen(question, "Oui, prendre congé"), answered)

    def ended(self) -> None:
        """The talk is over: one key leads on."""
        self.conversation.coach_says(
            "La simulation est terminée. F10 : passer à l'entretien avec la commission."
        )
        self.box.disabled = True
        self.conversation.focus()

    def _leave(self) -> None:
        with telling(self, "La conversation reste ouverte"):
            self.draw(self.session.leave("temps" if self._late() else "depart"))
            self.ended()

    def _go_to_commission(self) -> None:
        from coach.tui.screens.interview import InterviewScreen

        self.query_one(Notepad).save()
        with telling(self, "La commission attend"):
            self.session.question()
            self.app.switch_screen(InterviewScreen(self.session))
