"""Makes the picture of the README from the program itself: `python docs/images/faire.py`."""

import asyncio
import os
import tempfile
from pathlib import Path

from coach.content.library import list_replays, load_replay, load_scenario
from coach.ear import make_ear
from coach.session import Session, StillClock

SCENARIO, BAND = "fontaines-ateliers", "moyen"
SIZE = (104, 36)
TARGET = Path(__file__).with_name("grille.svg")


def played() -> Session:
    """The middling rehearsal, marked; the student was a little kind to himself."""
    replay = load_replay(next(path for path in list_replays(SCENARIO) if f".{BAND}." in path.name))
    loaded = load_scenario(SCENARIO)
    session = Session.begin(
        loaded, make_ear, None, StillClock(), seed=replay.seed, set_id=replay.set_id, mode=replay.mode
    )
    played = session.open()
    for answer in replay.answers:
        if played.over or answer == "/fin":
            break
        played = session.hear(answer)
    if not played.over:
        session.leave()
    session.self_assess({criterion.id: "S" for criterion in loaded.grid.criteria[:5]})
    session.finish()
    return session


async def picture(session: Session) -> None:
    """Opens the grid and saves what is drawn."""
    from coach.tui.app import CoachApp
    from coach.tui.screens.grid import GridScreen

    assert session.evaluation is not None
    app = CoachApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.push_screen(GridScreen(session.loaded, session.transcript, session.evaluation))
        await pilot.pause()
        TARGET.write_text(app.export_screenshot(title="coach"), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COACH_DONNEES"] = folder
        asyncio.run(picture(played()))
