"""The app: themes, screens, global keys, and the journal they share."""

import random
from typing import Any, ClassVar

from textual.app import App
from textual.binding import BindingType

from coach import paths
from coach.content.library import load_scenario
from coach.errors import CoachError, JournalError
from coach.journal.journal import Attempt, Journal
from coach.session import Clock, EarMaker, Session, WallClock, transcript_of
from coach.simulation.transcript import Mode
from coach.tui.screens.home import HomeScreen
from coach.tui.themes import DARK, LIGHT


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
        return self._journal.attempts() if self._journal else ()

    def waiting(self) -> tuple[Attempt, ...]:
        """Attempts to resume."""
        return self._journal.unfinished() if self._journal else ()

    def evaluations(self, attempt: int) -> tuple[dict[str, Any], ...]:
        """The evaluations of an attempt."""
        return self._journal.evaluations(attempt) if self._journal else ()

    def forget(self, attempt: int) -> None:
        """Erases an attempt."""
        if self._journal:
            self._journal.forget(attempt)

    def choose(self, scenario: str) -> None:
        """Draws a subject of a scenario."""
        from coach.tui.screens.subject import SubjectScreen

        try:
            loaded = load_scenario(scenario)
        except CoachError as error:
            self.notify(str(error), title="Scénario injouable", severity="error", markup=False, timeout=15)
            return
        seed = random.randrange(1_000_000) if self._seed is None else self._seed
        self.push_screen(SubjectScreen(loaded, seed))

    def begin(self, loaded: Any, seed: int, set_id: str | None, mode: Mode) -> None:
        """Enters the loge."""
        from coach.tui.screens.loge import LogeScreen

        session = Session.begin(
            loaded, self._make_ear, self._journal, self._clock, seed=seed, set_id=set_id, mode=mode
        )
        self._home_then(LogeScreen(session))

    def resume(self, number: int) -> None:
        """Goes on with an interrupted rehearsal, at its stage."""
        assert self._journal is not None
        attempt = self._journal.attempt(number)
        try:
            loaded = load_scenario(attempt.header.scenario)
            session = Session.resume(loaded, self._make_ear, self._journal, self._clock, attempt)
        except CoachError as error:
            self.notify(str(error), title="Reprise impossible", severity="error", markup=False, timeout=15)
            return
        self.run_worker(session.prepare, thread=True, exit_on_error=False)
        self._home_then(_screen_of(session))

    def reopen(self, number: int) -> None:
        """The grid of a finished rehearsal, as it was filled; an unfinished one goes on."""
        from coach.assessment.evaluation_json import from_dict
        from coach.tui.screens.grid import GridScreen

        assert self._journal is not None
        attempt = self._journal.attempt(number)
        evaluations = self._journal.evaluations(number)
        if attempt.stage != "fini" or not evaluations:
            self.resume(number)
            return
        loaded = load_scenario(attempt.header.scenario)
        transcript = transcript_of(attempt, self._journal)
        self._home_then(GridScreen(loaded, transcript, from_dict(evaluations[-1])))

    def _home_then(self, screen: Any) -> None:
        while len(self.screen_stack) > 2:
            self.pop_screen()
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

        if not isinstance(self.screen, TalkScreen | LogeScreen):
            self.exit()
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.exit()

        question = "Quitter maintenant ? Tout est enregistré : vous pourrez reprendre où vous en êtes."
        self.push_screen(ConfirmScreen(question, "Oui, quitter"), answered)


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
