"""A rehearsal room for tests: a journal of its own, a fixed seed, time that stands still, no model."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.tui.app import CoachApp
from tests.fakes import FakeClock, FakeEar


@pytest.fixture(autouse=True)
def own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the developer's machine shows in a screen."""
    monkeypatch.setenv("COACH_DONNEES", str(tmp_path / "donnees"))
    monkeypatch.delenv("COACH_PACKS", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def clock() -> FakeClock:
    """Time that a test moves by hand."""
    return FakeClock()


@pytest.fixture
def make_app(clock: FakeClock) -> Callable[[], CoachApp]:
    """Makes a room; two rooms made by one test share their journal."""
    return lambda: CoachApp(make_ear=FakeEar, clock=clock, seed=7)
