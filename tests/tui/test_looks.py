"""What the screens look like: one picture per screen and state that matters.

`pytest tests/tui/test_looks.py --snapshot-update -n0` accepts what is drawn: look at it first.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from coach.tui.app import CoachApp
from tests.tui.steps import enter_loge, finish, open_door, say

SMALL, LARGE = (80, 24), (120, 40)
TALK = (
    "Bonjour madame Morvan, Karim Delorme, de Rouliz.",
    "Comment vos agents se déplacent-ils aujourd'hui ?",
    "Je vous propose dix vélos à 900 € [HT].",
)


@pytest.fixture(autouse=True)
def test_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of a scenario of our own: shipped ones may be improved without a new picture."""
    folder = Path(__file__).resolve().parents[1] / "data"
    monkeypatch.setattr("coach.content.packs.pack_dirs", lambda: (folder,))


async def home(pilot: Pilot[None]) -> None:
    await pilot.pause()


async def library(pilot: Pilot[None]) -> None:
    await pilot.press("b")
    await pilot.pause()


async def subject(pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    await pilot.pause()


async def simulation(pilot: Pilot[None]) -> None:
    await open_door(pilot)
    for answer in TALK:
        await say(pilot, answer)


async def grid(pilot: Pilot[None]) -> None:
    await simulation(pilot)
    await finish(pilot)


async def light_grid(pilot: Pilot[None]) -> None:
    await grid(pilot)
    await pilot.press("f9")
    await pilot.pause()


@pytest.mark.parametrize(
    ("step", "size"),
    [
        (home, SMALL),
        (library, SMALL),
        (subject, SMALL),
        (enter_loge, SMALL),
        (enter_loge, LARGE),
        (simulation, SMALL),
        (simulation, LARGE),
        (grid, SMALL),
        (grid, LARGE),
        (light_grid, SMALL),
        (home, (40, 10)),
    ],
    ids=lambda value: value.__name__ if callable(value) else f"{value[0]}x{value[1]}",
)
def test_screen(
    step: Callable[[Pilot[None]], Awaitable[None]],
    size: tuple[int, int],
    snap_compare: Any,
    make_app: Callable[[], CoachApp],
) -> None:
    assert snap_compare(make_app(), run_before=step, terminal_size=size)


def test_screen_without_colour(
    snap_compare: Any, make_app: Callable[[], CoachApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), run_before=grid, terminal_size=SMALL)
