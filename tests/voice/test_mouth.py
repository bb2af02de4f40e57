"""One text at a time, the newest."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from coach.voice.mouth import Mouth
from tests.voice.fakes import LIMIT, FakePlayer, FakeSynthesizer


def wait_until(condition: Callable[[], bool]) -> None:
    """Waits for another thread, with a limit."""
    end = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < end, "rien n'est venu"
        time.sleep(0.002)


@pytest.fixture
def player() -> FakePlayer:
    return FakePlayer()


@pytest.fixture
def mouth(player: FakePlayer) -> Iterator[Mouth]:
    mouth = Mouth(FakeSynthesizer(refused="muet"), player)
    yield mouth
    mouth.close()


def voices() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "coach-voix"]


def test_say_when_speaking_interrupts_and_says_the_new_text(mouth: Mouth, player: FakePlayer) -> None:
    mouth.say("un")
    assert player.busy.wait(LIMIT)
    mouth.say("deux")
    wait_until(lambda: player.played == ["un", "deux"])
    assert player.interrupted == ["un"]


def test_say_when_several_wait_keeps_the_newest(mouth: Mouth, player: FakePlayer) -> None:
    mouth.say("un")
    assert player.busy.wait(LIMIT)
    with mouth._news:  # the thread cannot take the second before the third comes
        mouth.say("deux")
        mouth.say("trois")
    wait_until(lambda: player.played == ["un", "trois"])


def test_say_returns_while_the_text_is_being_said(mouth: Mouth, player: FakePlayer) -> None:
    mouth.say("un")
    assert player.busy.wait(LIMIT)
    assert player.interrupted == []


def test_say_when_empty_only_interrupts(mouth: Mouth, player: FakePlayer) -> None:
    mouth.say("un")
    assert player.busy.wait(LIMIT)
    mouth.say("")
    wait_until(lambda: player.interrupted == ["un"])
    assert player.played == ["un"]


def test_say_when_a_text_cannot_be_said_goes_on_with_the_next(mouth: Mouth, player: FakePlayer) -> None:
    mouth.say("muet")
    wait_until(lambda: mouth._waiting == "")
    mouth.say("deux")
    wait_until(lambda: player.played == ["deux"])


def test_texts_said_one_after_the_other_are_all_heard_to_the_end() -> None:
    player = FakePlayer(endless=False)
    mouth = Mouth(FakeSynthesizer(), player)
    for count, text in enumerate(("un", "deux", "trois"), 1):
        mouth.say(text)
        wait_until(lambda count=count: len(player.played) == count)  # type: ignore[misc]
    mouth.close()
    assert player.played == ["un", "deux", "trois"]
    assert player.interrupted == []


def test_close_when_speaking_stops_and_ends_the_thread() -> None:
    before, player = len(voices()), FakePlayer()
    mouth = Mouth(FakeSynthesizer(), player)
    mouth.say("un")
    assert player.busy.wait(LIMIT)
    assert len(voices()) == before + 1
    mouth.close()
    assert player.interrupted == ["un"]
    assert len(voices()) == before
    mouth.close()
