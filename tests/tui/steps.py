"""What a student does in the room, as short steps."""

from textual.pilot import Pilot

from coach.tui.app import CoachApp
from coach.tui.screens.talk import TalkScreen


async def enter_loge(pilot: Pilot[None]) -> None:
    """Three keys from home."""
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


async def open_door(pilot: Pilot[None]) -> None:
    """From home to the character's first words."""
    await enter_loge(pilot)
    await pilot.press("f10")
    await pilot.pause()


async def say(pilot: Pilot[None], text: str) -> None:
    """One answer."""
    await pilot.app.workers.wait_for_complete()
    talk_of(pilot.app).box.put(text)
    await pilot.press("enter")
    await pilot.pause()


async def leave(pilot: Pilot[None]) -> None:
    """From the simulation to the self-assessment, without a word to the commission."""
    await pilot.press("f10")
    await pilot.pause()
    await pilot.press("o")
    await pilot.pause()
    for _ in range(2):
        await pilot.press("f10")
        await pilot.pause()


async def finish(pilot: Pilot[None]) -> None:
    """From the simulation to the grid."""
    await leave(pilot)
    await pilot.press("3", "2")
    await pilot.press("f10")
    await pilot.pause()


def talk_of(app: object) -> TalkScreen:
    """The conversation on screen."""
    assert isinstance(app, CoachApp)
    assert isinstance(app.screen, TalkScreen)
    return app.screen


def shown(app: object) -> str:
    """Every text on the screen in front, widgets out of view included."""
    from textual.widgets import OptionList, Static

    assert isinstance(app, CoachApp)
    texts = [str(widget.render()) for widget in app.screen.query(Static) if widget.display]
    for options in app.screen.query(OptionList):
        texts += [str(options.get_option_at_index(i).prompt) for i in range(options.option_count)]
    return "\n".join(texts)
