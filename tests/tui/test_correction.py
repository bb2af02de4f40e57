"""A teacher corrects a level in the grid."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.tui.app import CoachApp
from coach.tui.screens.correction import CorrectionScreen
from coach.tui.screens.grid import GridScreen
from tests.tui.steps import finish, open_door, say, shown


async def test_a_correction_shows_beside_the_machine_and_moves_the_mark(
    make_app: Callable[[], CoachApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app()
    async with app.run_test(size=(110, 40)) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour madame Belkacem.")
        await finish(pilot)
        assert isinstance(app.screen, GridScreen)
        before = app.attempts()[0].mark
        await pilot.press("home", "c")
        await pilot.pause()
        assert isinstance(app.screen, CorrectionScreen)
        await pilot.press("9", "4", "enter", *"[vu]", "enter", *"Roy", "enter")
        await pilot.pause()
        assert isinstance(app.screen, GridScreen)
        await pilot.press("home", "enter")
        await pilot.pause()
        grid = shown(app)
        assert "→ TS" in grid
        assert "corrigé par l'enseignant" in grid.replace("’", "'")
        after = app.attempts()[0].mark
        assert after != before
        await pilot.press("x")
        await pilot.pause()
        (exported,) = tmp_path.glob("fontaines-*.json")
        (correction,) = json.loads(exported.read_text(encoding="utf-8"))["corrections"]
        assert (correction["niveau"], correction["raison"], correction["evaluateur"]) == ("TS", "[vu]", "Roy")
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        assert f"repère {after:g}".replace(".", ",") in shown(app)


async def test_escape_corrects_nothing(make_app: Callable[[], CoachApp]) -> None:
    app = make_app()
    async with app.run_test(size=(110, 40)) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour madame Belkacem.")
        await finish(pilot)
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("3", "escape")
        await pilot.pause()
        assert isinstance(app.screen, GridScreen)
        assert app.corrections(app.attempts()[0].id) == ()
