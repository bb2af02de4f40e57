"""The app: themes, screens, global keys, and the journal they share."""

import random
from functools import partial
from typing import Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.worker import WorkerFailed

from coach import paths
from coach.assessment.correction import Correction
from coach.assessment.grid import Grid
from coach.content.library import load_scenario
from coach.correcting import correct
from coach.errors import CoachError, JournalError
from coach.journal.journal import Attempt, Journal
from coach.session import Clock, EarMaker, Session, WallClock, transcript_of
from coach.simulation.transcript import Mode
from coach.tui.screens.home import HomeScreen
from coach.tui.telling import tell, telling
from coach.tui.themes import DARK, LIGHT
from coach.tui.widgets.panels import Notepad

_EAR = "oreille"
"""Group of the workers that load the understanding."""


def lazy_ear(expected: Any) -> Any:
    """The real ear, imported only when a rehearsal needs it: it brings numpy and the model along."""
    from coach.ear import make_ear

    return make_ear(expected)


class CoachApp(App[None]):
    """The rehearsal room."""

    TITLE = "coach"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    SCREENS: ClassVar[dict[str, Any]] = {"home": HomeScreen}
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        make_ear: EarMaker = lazy_ear,
        clock: Clock | None = None,
        seed: int | None = None,
    ) -> None:
        super().__init__()
        self._make_ear = make_ear
        self._clock = clock or WallClock()
        self._seed = seed
        self._journal: Journal | None = None
        self.trouble = ""
        """Why nothing can be kept, in French; empty when all is well."""

    def on_mount(self) -> None:
        """Opens the journal, then the home screen."""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name
        try:
            self._journal = Journal(paths.journal_path())
        except JournalError as error:
            self.trouble = f"{error} En attendant, ce que vous jouez ne sera pas gardé."
        self.push_screen("home")

    def on_unmount(self) -> None:
        """Closes the journal."""
        if self._journal:
            self._journal.close()

    # What the screens ask for ------------------------------------------------------------------

    def attempts(self) -> tuple[Attempt, ...]:
        """Every attempt, newest first."""
        with telling(self, "Historique illisible"):
            return self._journal.attempts() if self._journal else ()
        return ()

    def waiting(self) -> tuple[Attempt, ...]:
        """Attempts to resume."""
        with telling(self, "Historique illisible"):
            return self._journal.unfinished() if self._journal else ()
        return ()

    def evaluations(self, attempt: int) -> tuple[dict[str, Any], ...]:
        """The evaluations of an attempt."""
        with telling(self, "Historique illisible"):
            return self._journal.evaluations(attempt) if self._journal else ()
        return ()

    def corrections(self, attempt: int) -> tuple[Correction, ...]:
        """The teacher's corrections of an attempt, oldest first."""
        with telling(self, "Corrections illisibles"):
            return self._journal.corrections(attempt) if self._journal else ()
        return ()

    def correct(self, attempt: int, correction: Correction, grid: Grid) -> None:
        """Keeps a teacher's correction."""
        with telling(self, "Correction non gardée"):
            if self._journal:
                correct(self._journal, attempt, correction, grid)

    def forget(self, attempt: int) -> None:
        """Erases an attempt."""
        with telling(self, "Répétition non effacée"):
            if self._journal:
                self._journal.forget(attempt)

    def choose(self, scenario: str) -> None:
        """Draws a subject of a scenario."""
        from coach.tui.screens.subject import SubjectScreen

        with telling(self, "Scénario injouable"):
            loaded = load_scenario(scenario)
            seed = random.randrange(1_000_000) if self._seed is None else self._seed
            self.push_screen(SubjectScreen(loaded, seed))

    def begin(self, loaded: Any, seed: int, set_id: str | None, mode: Mode) -> None:
        """Enters the loge. A journal that refuses is no reason not to rehearse: one is told, and plays."""
        from coach.tui.screens.loge import LogeScreen

        made = partial(
            Session.begin, loaded, self._make_ear, clock=self._clock, seed=seed, set_id=set_id, mode=mode
        )
        try:
            session = made(journal=self._journal)
        except JournalError as error:
            tell(self, f"{error} Vous pouvez jouer, mais cette répétition ne sera pas gardée.")
            session = made(journal=None)
        self._home_then(LogeScreen(session))

    def resume(self, number: int) -> None:
        """Goes on with an interrupted rehearsal, at its stage."""
        assert self._journal is not None
        with telling(self, "Reprise impossible"):
            attempt = self._journal.attempt(number)
            loaded = load_scenario(attempt.header.scenario)
            session = Session.resume(loaded, self._make_ear, self._journal, self._clock, attempt)
            self.prepare(session)
            self._home_then(_screen_of(session))

    def prepare(self, session: Session) -> None:
        """Loads the understanding out of the way, unless that is already under way."""

        def load() -> None:
            try:
                session.prepare()
            except CoachError as error:
                self.call_later(tell, self, str(error), "Le personnage ne peut pas vous entendre")

        if not session.ready and not any(each.group == _EAR and each.is_running for each in self.workers):
            self.run_worker(load, thread=True, group=_EAR)

    def reopen(self, number: int) -> None:
        """The grid of a finished rehearsal, as it was filled; an unfinished one goes on."""
        from coach.assessment.evaluation_json import from_dict
        from coach.tui.screens.grid import GridScreen

        assert self._journal is not None
        with telling(self, "Grille illisible"):
            attempt = self._journal.attempt(number)
            evaluations = self._journal.evaluations(number)
            if attempt.stage != "fini" or not evaluations:
                self.resume(number)
                return
            loaded = load_scenario(attempt.header.scenario)
            transcript = transcript_of(attempt, self._journal)
            self._home_then(GridScreen(loaded, transcript, from_dict(evaluations[-1]), number))

    def go_home(self) -> None:
        """Leaves a rehearsal, at whatever stage."""
        while len(self.screen_stack) > 2:
            self.pop_screen()

    def _home_then(self, screen: Any) -> None:
        self.go_home()
        self.push_screen(screen)

    # Global keys -------------------------------------------------------------------------------

    def action_switch_theme(self) -> None:
        """Night and day."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    async def action_quit(self) -> None:
        """Asks before quitting a rehearsal; quits at once elsewhere."""
        from coach.tui.screens.confirm import ConfirmScreen
        from coach.tui.screens.loge import LogeScreen
        from coach.tui.screens.talk import TalkScreen

        for screen in self.screen_stack:
            for notepad in screen.query(Notepad):
                notepad.save()
        if not any(isinstance(screen, TalkScreen | LogeScreen) for screen in self.screen_stack):
            self.exit()
            return
        if isinstance(self.screen, ConfirmScreen):
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.exit()

        question = "Quitter maintenant ? Tout est enregistré : vous pourrez reprendre où vous en êtes."
        self.push_screen(ConfirmScreen(question, "Oui, quitter"), answered)

    # When the program itself is at fault -------------------------------------------------------

    @property
    def incident(self) -> Exception | None:
        """What stopped the app against its will."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error  # type: ignore[return-value]

    def _fatal_error(self) -> None:
        """Stops without Textual's trace, which prints local variables: a student's answers among them.
        Whoever runs the app makes a sentence of `incident`."""
        self._close_messages_no_wait()


def _screen_of(session: Session) -> Any:
    from coach.tui.screens.interview import InterviewScreen
    from coach.tui.screens.loge import LogeScreen
    from coach.tui.screens.self_assessment import SelfAssessmentScreen
    from coach.tui.screens.simulation import SimulationScreen

    stages = {
        "loge": LogeScreen,
        "simulation": SimulationScreen,
        "entretien": InterviewScreen,
        "bilan": SelfAssessmentScreen,
        "fini": SelfAssessmentScreen,
    }
    return stages[session.stage](session)
