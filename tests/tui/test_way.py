"""The whole way of a rehearsal through the screens, and what can go wrong on it."""

import dataclasses
from collections.abc import Callable

import pytest

from coach.content import library
from coach.errors import JournalError
from coach.journal.journal import Journal
from coach.tui.app import CoachApp
from coach.tui.commands import GLOBAL
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.grid import GridScreen
from coach.tui.screens.help import HelpScreen
from coach.tui.screens.history import HistoryScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.interview import InterviewScreen
from coach.tui.screens.loge import LogeScreen
from coach.tui.screens.self_assessment import SelfAssessmentScreen
from coach.tui.screens.simulation import SimulationScreen
from coach.tui.screens.transcript import TranscriptScreen
from tests.fakes import FakeClock
from tests.tui.steps import enter_loge, finish, leave, open_door, say, shown, talk_of

Make = Callable[[], CoachApp]
SIZE = (80, 24)


async def test_a_rehearsal_from_home_to_the_grid_and_the_history(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        assert isinstance(app.screen, SimulationScreen)
        await say(pilot, "Bonjour madame Belkacem, Karim Delorme, d'Aquaval.")
        await say(pilot, "Comment ça se passe aujourd'hui pour l'eau à l'atelier ?")
        assert "Comment ça se passe" in shown(app)
        await finish(pilot)
        assert isinstance(app.screen, GridScreen)
        grid = shown(app)
        assert "Maîtrise de la relation interpersonnelle" in grid
        assert "ne prédit pas" in grid
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, HistoryScreen)
        assert "repère" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, GridScreen)


async def test_evidence_leads_to_its_turn(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour madame Belkacem.")
        await finish(pilot)
        assert isinstance(app.screen, GridScreen)
        await pilot.press("home", "enter")
        await pilot.pause()
        rows = app.screen._rows
        place = next(i for i, row in enumerate(rows) if row.evidence and row.evidence.kind == "citation")
        from textual.widgets import OptionList

        app.screen.query_one(OptionList).highlighted = place
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, TranscriptScreen)
        assert "Bonjour madame Belkacem." in shown(app)


async def test_what_was_interrupted_is_offered_and_goes_on(make_app: Make) -> None:
    first = make_app()
    async with first.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour madame Belkacem.")
    second = make_app()
    async with second.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Reprendre : Des fontaines" in shown(second)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(second.screen, SimulationScreen)
        assert "Bonjour madame Belkacem." in shown(second)
        await say(pilot, "Comment faites-vous ?")
        assert [t.text for t in talk_of(second).session.transcript.turns if t.text] == [
            "Bonjour madame Belkacem.",
            "Comment faites-vous ?",
        ]


async def test_resume_of_a_changed_scenario_says_why_not(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_app()
    async with first.run_test(size=SIZE) as pilot:
        await open_door(pilot)
    loaded = library.load_scenario("fontaines-ateliers")
    changed = dataclasses.replace(loaded, scenario=dataclasses.replace(loaded.scenario, digest="autre"))
    monkeypatch.setattr("coach.tui.app.load_scenario", lambda _: changed)
    second = make_app()
    async with second.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(second.screen, HomeScreen)
        assert any("modifié" in toast.message for toast in second._notifications)


async def test_an_answer_that_cannot_be_kept_stays_in_the_box(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_door(pilot)

        def refuse(*_: object, **__: object) -> None:
            raise JournalError("Le disque est plein.")

        with monkeypatch.context() as patch:
            patch.setattr(Journal, "append", refuse)
            await say(pilot, "Bonjour madame.")
            assert talk_of(app).box.text == "Bonjour madame."
            assert any("plein" in toast.message for toast in app._notifications)
        await pilot.press("enter")
        await pilot.pause()
        assert talk_of(app).box.text == ""
        assert talk_of(app).session.transcript.turns[-1].text == "Bonjour madame."


async def test_letters_typed_just_before_enter_are_sent(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await pilot.press(*"bonjour", "enter")
        await pilot.pause()
        assert talk_of(app).session.transcript.turns[-1].text == "bonjour"


async def test_enter_on_nothing_asks_before_keeping_silent(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_door(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert len(talk_of(app).session.transcript.turns) == 1
        await pilot.press("enter")
        await pilot.pause()
        assert len(talk_of(app).session.transcript.turns) == 2


async def test_text_is_never_markup_nor_escape(make_app: Make) -> None:
    hostile = "prix [HT] [/] [@click=app.bell]x[/] [red]« ok »\x1b[31m\x1b]0;titre\x07\u202e"
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_door(pilot)
        await say(pilot, hostile)
        text = shown(app)
        assert "prix [HT] [/] [@click=app.bell]x[/] [red]« ok »" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        await finish(pilot)
        await pilot.press("t")
        await pilot.pause()
        assert "[@click=app.bell]x[/]" in shown(app)


async def test_a_pasted_answer_keeps_its_lines(make_app: Make) -> None:
    from textual import events

    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        app.post_message(events.Paste("Bonjour « madame »\ndeuxième ligne"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert talk_of(app).session.transcript.turns[-1].text == "Bonjour « madame »\ndeuxième ligne"


async def test_a_small_terminal_says_so_and_comes_back(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert "trop petite" in shown(app)
        assert not app.screen.query_one(".list").display
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "trop petite" not in shown(app)
        assert app.screen.query_one(".list").display


async def test_examen_has_no_help_and_no_way_back(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("m", "enter")
        await pilot.pause()
        await pilot.press("f10")
        await pilot.pause()
        await say(pilot, "Bonjour")
        before = shown(app)
        await pilot.press("f4", "f5")
        await pilot.pause()
        assert shown(app) == before
        assert "confiance" not in before
        assert talk_of(app).session.mode == "examen"


async def test_hint_and_take_back_in_entrainement(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour")
        await pilot.press("f4")
        await pilot.pause()
        assert "Présentez-vous" in shown(app)
        await pilot.press("f5")
        await pilot.pause()
        assert talk_of(app).box.text == "Bonjour"
        assert len(talk_of(app).session.transcript.turns) == 1


async def test_time_up_makes_the_character_close(make_app: Make, clock: FakeClock) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        screen = talk_of(app)
        clock.time += 20 * 60 + 1
        screen.tick()
        await pilot.pause()
        assert screen.session.transcript.ending
        await pilot.press("f10")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)


async def test_the_loge_ends_by_itself_and_keeps_the_notes(make_app: Make, clock: FakeClock) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await enter_loge(pilot)
        screen = app.screen
        assert isinstance(screen, LogeScreen)
        await pilot.press("f4", *"41")
        clock.time += 40 * 60 + 1
        screen._tick()
        await pilot.pause()
        assert talk_of(app).session.transcript.notes == "41"


async def test_every_key_of_the_help_exists(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "F10" in shown(app)
    for screen in _all_screens(CoachScreen):
        for command in (*screen.KEYS, *GLOBAL):
            place, _, name = command.action.split("(")[0].rpartition(".")
            if name not in ("select", "submit"):
                assert hasattr(CoachApp if place else screen, f"action_{name}"), (screen, name)


async def test_ctrl_q_asks_during_a_rehearsal_and_f9_changes_the_theme(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await pilot.press("f9")
        assert app.theme == "coach-clair"
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert "Tout est enregistré" in shown(app)
        await pilot.press("o")
        await pilot.pause()
        assert not app.is_running or app._exit


def _all_screens(screen: type[CoachScreen]) -> list[type[CoachScreen]]:
    return [each for child in screen.__subclasses__() for each in (child, *_all_screens(child))]


async def test_a_journal_that_cannot_be_opened_is_told_and_one_can_still_play(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise JournalError("Le journal est abîmé.")

    monkeypatch.setattr("coach.tui.app.Journal", refuse)
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "abîmé" in shown(app)
        await open_door(pilot)
        await say(pilot, "Bonjour")
        assert "Bonjour" in shown(app)


async def test_an_attempt_is_erased_after_a_question(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("h", "s")
        await pilot.pause()
        assert "Effacer" in shown(app)
        await pilot.press("n")
        await pilot.pause()
        assert len(app.attempts()) == 1
        await pilot.press("s", "o")
        await pilot.pause()
        assert app.attempts() == ()


async def test_self_assessment_is_kept_and_shown_beside_the_machine(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour")
        await leave(pilot)
        assert isinstance(app.screen, SelfAssessmentScreen)
        await pilot.press("4", "0", "1", "f10")
        await pilot.pause()
        assert isinstance(app.screen, GridScreen)
        first, second = [each.id for each in app.attempts()], dict(app.attempts()[0].self_assessment)
        assert len(first) == 1
        assert list(second.values()) == ["TS", "TI"]
