"""The sheets at hand: the fiche-sujet, the documents, the notepad."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Collapsible, TextArea

from coach.session import Session
from coach.simulation.draw import announcements, fill, starred
from coach.simulation.scenario import FICHE_JURY_LABELS, FICHE_SUJET_LABELS, FicheJury, FicheSujet
from coach.tui.telling import telling
from coach.tui.widgets.plain import PlainStatic, plain

STAR = "★"
_SAVE_AFTER = 0.6


class Sheet(VerticalScroll):
    """A fiche: each rubric with its lines; what the draw has changed carries a star."""

    def __init__(self, session: Session, fiche: FicheSujet | FicheJury, *, announce: bool) -> None:
        super().__init__(classes="sheet panel")
        self._session = session
        self._fiche = fiche
        self._announce = announce
        self.border_title = plain("Fiche-sujet" if isinstance(fiche, FicheSujet) else "Fiche du jury")

    def compose(self) -> ComposeResult:
        """The announced changes first, then every rubric in its official order."""
        scenario, subject = self._session.scenario, self._session.subject
        if self._announce:
            yield PlainStatic(fill(scenario.student_role, scenario, subject), classes="purpose")
            for sentence in announcements(scenario, subject):
                yield PlainStatic(f"{STAR} {sentence}", classes="changed")
        labels = FICHE_SUJET_LABELS if isinstance(self._fiche, FicheSujet) else FICHE_JURY_LABELS
        for name, label in labels.items():
            yield PlainStatic(label, classes="rubric")
            for line in getattr(self._fiche, name):
                changed = starred(line, scenario, subject)
                text = fill(line, scenario, subject)
                yield PlainStatic(
                    f"{STAR} {text}" if changed else text, classes="line changed" if changed else "line"
                )


class Documents(VerticalScroll):
    """The documents, folded; each opens with Enter, a click or its number."""

    def __init__(self, session: Session) -> None:
        super().__init__(classes="documents panel")
        self._session = session
        self.border_title = plain("Documents")

    def compose(self) -> ComposeResult:
        """One fold a document."""
        for number, document in enumerate(self._session.scenario.documents, 1):
            text = fill(document.text, self._session.scenario, self._session.subject)
            yield Collapsible(PlainStatic(text), title=plain(f"[{number}] {document.title}"), collapsed=True)  # type: ignore[arg-type]

    def toggle(self, number: int) -> None:
        """Opens or closes the document of that number."""
        folds = list(self.query(Collapsible))
        if 1 <= number <= len(folds):
            folds[number - 1].collapsed = not folds[number - 1].collapsed
            folds[number - 1].scroll_visible(animate=False)


class Notepad(Vertical):
    """The student's notes, kept while they are typed."""

    def __init__(self, session: Session) -> None:
        super().__init__(classes="notepad panel")
        self._session = session
        self._timer: Timer | None = None
        self.border_title = plain("Mes notes")

    def compose(self) -> ComposeResult:
        """A text box."""
        area = TextArea(self._session.transcript.notes, soft_wrap=True, tab_behavior="focus", compact=True)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        yield area

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keeps the notes a moment after the last key."""
        event.stop()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(_SAVE_AFTER, self.save)

    def save(self) -> None:
        """Keeps the notes now."""
        notes = self.query_one(TextArea).text
        if notes == self._session.transcript.notes:
            return
        with telling(self, "Notes non gardées"):
            self._session.write_notes(notes)
