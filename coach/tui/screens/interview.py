"""The entretien with the commission, on what has just happened."""

from coach.session import Played
from coach.simulation.transcript import Phase
from coach.tui.commands import Command
from coach.tui.screens.talk import TalkScreen
from coach.tui.telling import telling
from coach.tui.widgets.heading import Heading, clock_text
from coach.tui.widgets.panels import Notepad


class InterviewScreen(TalkScreen):
    """The student and the commission."""

    PHASE: Phase = "entretien"
    HELP = (
        "L'entretien : la commission vous demande de justifier vos choix et de revenir sur la simulation. "
        "Répondez avec des exemples tirés de l'échange."
    )
    KEYS = (
        Command("f2", "notes", "Notes", "Montre vos notes, ou revient à la conversation."),
        Command("f3", "documents", "Documents", "Montre les documents, ou revient à la conversation."),
        Command("f10", "finish", "Passer à la grille", "Termine l'entretien et passe à l'auto-évaluation."),
        Command(
            "escape",
            "out",
            "Accueil",
            "Revient à l'accueil ; la répétition pourra être reprise.",
            shown=False,
        ),
        Command("enter", "submit", "Envoyer", "Envoie votre réponse. Ctrl+J : à la ligne.", shown=False),
    )

    def heading(self) -> str:
        """Who asks."""
        return "Entretien avec la commission"

    def begin(self) -> None:
        """Its first question is already among what was said; a resumed entretien may be over."""
        if not self.session.question():
            self.ended()

    def say(self, text: str) -> Played:
        """To the commission."""
        return self.session.answer(text)

    def tick(self) -> None:
        """The clock."""
        self.query_one(Heading).status(f"{self.session.mode_label}   {clock_text(self.session.elapsed())}")

    def ended(self) -> None:
        """No more questions."""
        self.conversation.coach_says("L'entretien est terminé. F10 : remplir votre grille.")
        self.box.disabled = True
        self.conversation.focus()

    def action_finish(self) -> None:
        """On to the self-assessment."""
        from coach.tui.screens.self_assessment import SelfAssessmentScreen

        self.query_one(Notepad).save()
        with telling(self, "L'entretien reste ouvert"):
            self.session.skip_interview()
            self.app.switch_screen(SelfAssessmentScreen(self.session))
