"""The bilan from the grid: one key, a file beside the exports, a sentence that says where."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.tui.app import CoachApp
from coach.tui.screens.grid import GridScreen
from tests.tui.steps import finish, open_door, say


async def bilan_from(app: CoachApp) -> list[str]:
    """Plays a word, goes to the grid, asks for the bilan; what was notified."""
    async with app.run_test(size=(100, 30)) as pilot:
        await open_door(pilot)
        await say(pilot, "Bonjour [b]madame[/b] <i>")
        await finish(pilot)
        assert isinstance(app.screen, GridScreen)
        await pilot.press("b")
        await pilot.pause()
        return [note.message for note in app._notifications]


async def test_the_key_writes_the_bilan_and_says_where(
    make_app: Callable[[], CoachApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = await bilan_from(make_app())
    (written,) = tmp_path.glob("bilan-*.html")
    assert f"Bilan écrit : {written}" in told
    assert "[b]madame[/b] &lt;i&gt;" in written.read_text(encoding="utf-8")


async def test_a_folder_that_refuses_is_told(
    make_app: Callable[[], CoachApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert any("Impossible d'écrire" in told for told in await bilan_from(make_app()))
