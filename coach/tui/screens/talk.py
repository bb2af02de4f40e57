"""What the simulation and the entretien have in common: a conversation, a box to answer, notes at hand."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.widgets import Footer, TextArea

from coach.session import Played, Session
from coach.simulation.transcript import Phase
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.confirm import ConfirmScreen
from coach.tui.telling import telling
from coach.tui.widgets.answer_box import AnswerBox
from coach.tui.widgets.conversation import Conversation
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.panels import Documents, Notepad


class TalkScreen(CoachScreen):
    """A conversation on the left, the documents and notes beside it (or over it, on a small screen)."""

    PHASE: Phase = "simulation"

    def __init__(self, session: Session) -> None:
        super().__init__(classes="sees-talk")
        self.session = session

    def body(self) -> ComposeResult:
        """The conversation, the box, and the panels at hand."""
        yield Heading(self.heading())
        yield from self.below_heading()
        with Horizontal(id="desk"):
            with Vertical(id="talk"):
                yield Conversation()
                yield AnswerBox("Votre réponse… (Entrée pour envoyer)")
            with Vertical(id="right"):
                yield Documents(self.session)
                yield Notepad(self.session)
        yield Footer(show_command_palette=False, compact=True)

    def heading(self) -> str:
        """Who is in front of the student."""
        return ""

    def below_heading(self) -> ComposeResult:
        """What else is told about the situation."""
        yield from ()

    def on_resize(self, event: Resize) -> None:
        """The heading says more when there is room."""
        super().on_resize(event)
        self.query_one(Heading).title(self.heading())

    def on_mount(self) -> None:
        """Shows what was already said, then goes on."""
        self.show_everything_said()
        self.begin()
        self.tick()
        self.set_interval(1, self.tick)
        self.box.focus()

    def show_everything_said(self) -> None:
        """The conversation from its beginning, as the session remembers it."""
        self.conversation.remove_children()
        for turn in self.session.transcript.turns:
            if turn.phase == self.PHASE:
                if turn.text:
                    self.conversation.student_says(turn.text)
                for reply in turn.replies:
                    self.conversation.character_says(self.speaker(), reply.text)

    def begin(self) -> None:
        """What happens on entering."""

    def tick(self) -> None:
        """What changes every second."""

    def speaker(self) -> str:
        """The name in front of the other side's words."""
        return "Commission"

    @property
    def conversation(self) -> Conversation:
        """The conversation."""
        return self.query_one(Conversation)

    @property
    def box(self) -> AnswerBox:
        """The answer box."""
        return self.query_one(AnswerBox)

    def draw(self, played: Played) -> None:
        """What was answered, and the coach's remark."""
        for reply in played.turn.replies:
            self.conversation.character_says(self.speaker(), reply.text)
        if played.remark:
            self.conversation.coach_says(played.remark)
        # At once, not at the next second: the mood has just moved.
        self.tick()

    def on_answer_box_submitted(self, event: AnswerBox.Submitted) -> None:
        """Says it; if it cannot be kept, gives the words back."""
        if not self.session.ready:
            self.app.prepare(self.session)  # type: ignore[attr-defined]
            self.notify("On vous écoute dans un instant. Entrée à nouveau pour envoyer.", markup=False)
            return
        with telling(self, "Réponse non envoyée"):
            played = self.say(event.text)
            self.box.put("")
            self.conversation.student_says(event.text)
            self.draw(played)
            if played.over:
                self.ended()

    def say(self, text: str) -> Played:
        """Hands the words to the session."""
        raise NotImplementedError

    def ended(self) -> None:
        """The other side has closed the conversation."""

    def action_notes(self) -> None:
        """The notes, or back to the conversation."""
        self._toggle("notes", TextArea)

    def action_documents(self) -> None:
        """The documents, or back to the conversation."""
        self._toggle("documents", None)

    def _toggle(self, name: str, target: type[TextArea] | None) -> None:
        showing = self.has_class(f"sees-{name}")
        for other in ("talk", "notes", "documents"):
            self.set_class(other == ("talk" if showing else name), f"sees-{other}")
        if showing:
            self.box.focus()
        elif target:
            self.query_one(Notepad).query_one(target).focus()
        else:
            self.query_one(Documents).focus()

    def action_out(self) -> None:
        """Closes a panel; else back to the home screen: the rehearsal can be resumed."""
        for name in ("notes", "documents"):
            if self.has_class(f"sees-{name}"):
                self._toggle(name, None)
                return
        if not self.box.text.strip():
            self._go_out()
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._go_out()

        question = "Votre réponse n'est pas envoyée. Revenir à l'accueil sans elle ?"
        self.app.push_screen(ConfirmScreen(question, "Oui, revenir"), answered)

    def _go_out(self) -> None:
        self.query_one(Notepad).save()
        with telling(self, "Horloge non gardée"):
            self.session.note_clock()
        self.app.go_home()  # type: ignore[attr-defined]

    def on_key(self, event: object) -> None:
        """A figure opens a document, except while something is typed."""
        key = getattr(event, "key", "")
        if key.isdigit() and not isinstance(self.focused, TextArea):
            self.query_one(Documents).toggle(int(key))
