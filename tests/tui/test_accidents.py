"""Accidents of a rehearsal on screen: time out at a bad moment, keys in a hurry, a fault of ours."""

from collections.abc import Callable
from typing import Any

import pytest

from coach import paths
from coach.cli import interface
from coach.errors import JournalError
from coach.journal.journal import Journal
from coach.tui.app import CoachApp
from coach.tui.screens.confirm import ConfirmScreen
from coach.tui.screens.grid import GridScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.loge import LogeScreen
from coach.tui.screens.simulation import SimulationScreen
from tests.fakes import FakeClock, FakeEar
from tests.tui.steps import enter_loge, leave, open_door, say, shown, talk_of

Make = Callable[[], CoachApp]
SIZE = (80, 24)
LOGE, TALK = 40 * 60 + 1, 20 * 60 + 1


async def test_time_up_in_the_loge_waits_for_the_dialogue_in_front(make_app: Make, clock: FakeClock) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await enter_loge(pilot)
        loge = app.screen
        assert isinstance(loge, LogeScreen)
        await pilot.press("ctrl+q")
        await pilot.pause()
        clock.time += LOGE
        loge._tick()
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        await pilot.pause()
        loge._tick()
        loge._tick()
        await pilot.pause()
        assert isinstance(app.screen, SimulationScreen)
        assert len(talk_of(app).session.transcript.turns) == 1


async def test_leaving_confirmed_after_time_is_up_leaves_once(make_app: Make, clock: FakeClock) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour")
        screen = talk_of(app)
        await pilot.press("f10")
        await pilot.pause()
        clock.time += TALK
        screen.tick()
        turns = len(screen.session.transcript.turns)
        assert screen.session.transcript.ending
        await pilot.press("o")
        await pilot.pause()
        assert [turn.phase for turn in screen.session.transcript.turns].count("simulation") == turns


async def test_taking_back_an_ending_gives_the_conversation_back(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour")
        await say(pilot, "Merci, au revoir.")
        screen = talk_of(app)
        assert screen.session.transcript.ending
        assert screen.box.disabled
        await pilot.press("f5")
        await pilot.pause()
        assert not screen.session.transcript.ending
        assert not screen.box.disabled
        assert screen.box.text == "Merci, au revoir."
        assert "Merci, au revoir." not in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert screen.session.transcript.ending


async def test_taking_back_keeps_what_was_being_typed(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour")
        talk_of(app).box.put("et aussi")
        await pilot.press("f5")
        await pilot.pause()
        assert talk_of(app).box.text == "Bonjour\net aussi"


async def test_nothing_is_taken_back_once_time_is_up(make_app: Make, clock: FakeClock) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour")
        clock.time += TALK
        talk_of(app).tick()
        turns = talk_of(app).session.transcript.turns
        await pilot.press("f5")
        await pilot.pause()
        assert talk_of(app).session.transcript.turns == turns
        assert any("écoulé" in toast.message for toast in app._notifications)


async def test_escape_with_words_not_sent_asks_first(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        talk_of(app).box.put("Je vous propose")
        await pilot.press("escape")
        await pilot.pause()
        assert "pas envoyée" in shown(app)
        await pilot.press("n")
        await pilot.pause()
        assert talk_of(app).box.text == "Je vous propose"
        await pilot.press("escape", "o")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_escape_closes_the_notes_before_it_leaves(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await pilot.press("f2")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, SimulationScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_notes_typed_just_before_ctrl_q_are_kept(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await enter_loge(pilot)
        await pilot.press("f4", *"plafond 8")
        await pilot.press("ctrl+q", "o")
        await pilot.pause()
    with Journal(paths.journal_path()) as journal:
        assert journal.attempts()[0].notes == "plafond 8"


async def test_a_journal_that_refuses_a_new_rehearsal_still_lets_one_play(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise JournalError("Le disque est plein.")

    monkeypatch.setattr(Journal, "begin", refuse)
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        assert any("ne sera pas gardée" in toast.message for toast in app._notifications)
        await say(pilot, "Bonjour")
        assert "Bonjour" in shown(app)


async def test_words_sent_before_the_understanding_is_loaded_wait_in_the_box(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_door(pilot)
        await app.workers.wait_for_complete()
        session = talk_of(app).session
        ear, session._ear = session._ear, None
        with monkeypatch.context() as patch:
            patch.setattr(app, "prepare", lambda _: None)
            talk_of(app).box.put("Bonjour")
            await pilot.press("enter")
            await pilot.pause()
        assert talk_of(app).box.text == "Bonjour"
        assert any("écoute dans un instant" in toast.message for toast in app._notifications)
        session._ear = ear
        await pilot.press("enter")
        await pilot.pause()
        assert session.transcript.turns[-1].text == "Bonjour"


async def test_a_criterion_seen_otherwise_says_the_gap(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour madame Belkacem.")
        await leave(pilot)
        await pilot.press("4", "f10")
        await pilot.pause()
        assert isinstance(app.screen, GridScreen)
        assert "Vous vous situez" not in shown(app)
        await pilot.press("home", "enter")
        await pilot.pause()
        assert "Vous vous situez" in shown(app)


async def test_a_fault_of_ours_stops_without_a_trace_of_what_was_said(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    app = make_app()

    async def play() -> None:
        async with app.run_test(size=SIZE) as pilot:
            await open_door(pilot)
            monkeypatch.setattr(FakeEar, "hear", break_down)
            await say(pilot, "Ma réponse secrète")

    with pytest.raises(ZeroDivisionError):
        await play()
    assert isinstance(app.incident, ZeroDivisionError)
    printed = capsys.readouterr()
    assert "secrète" not in printed.out + printed.err
    assert "Traceback" not in printed.out + printed.err


def test_the_command_hands_the_incident_over(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        incident = ZeroDivisionError()
        return_code = 1

        def run(self) -> None:
            """Stops at once."""

    class Terminal:
        @staticmethod
        def isatty() -> bool:
            """Pretends."""
            return True

    no_arguments: Any = None
    monkeypatch.setattr("coach.tui.app.CoachApp", Broken)
    monkeypatch.setattr("sys.stdin", Terminal)
    monkeypatch.setattr("sys.stdout", Terminal)
    with pytest.raises(ZeroDivisionError):
        interface.run(no_arguments)
