"""Playing by slices, and the sentences of what may be missing; no audio device is touched."""

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Any

import pytest

from coach.voice import player as module
from coach.voice.player import SoundDevicePlayer
from coach.voice.ports import Sound, VoiceUnavailableError


class FakeStream:
    """An output that keeps what it is given; `on_write` is called after each slice."""

    def __init__(self, device: "FakeSoundDevice", **settings: Any) -> None:
        self.device, self.settings = device, settings
        device.streams.append(self)
        self.written: list[bytes] = []
        self.aborted = False

    def __enter__(self) -> "FakeStream":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.device.closed += 1

    def write(self, data: bytes) -> None:
        if self.device.broken:
            raise FakeSoundDevice.PortAudioError("unplugged")
        self.written.append(data)
        self.device.on_write()

    def abort(self) -> None:
        self.aborted = True


class FakeSoundDevice:
    """The three names of sounddevice that we use."""

    class PortAudioError(Exception):
        """Same name, same family."""

    def __init__(self, *, present: bool = True) -> None:
        self.present = present
        self.broken = False
        self.streams: list[FakeStream] = []
        self.closed = 0
        self.on_write: Callable[[], None] = lambda: None

    def check_output_settings(self, **_: Any) -> None:
        if not self.present:
            raise self.PortAudioError("Error querying device -1")

    def RawOutputStream(self, **settings: Any) -> FakeStream:  # noqa: N802 - sounddevice's own name
        return FakeStream(self, **settings)


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> FakeSoundDevice:
    fake = FakeSoundDevice()
    monkeypatch.setitem(sys.modules, "sounddevice", fake)
    return fake


SOUND = Sound(bytes(range(200)) * 20, 8000)


def test_play_writes_the_whole_sound_in_slices(device: FakeSoundDevice) -> None:
    SoundDevicePlayer(8000).play(SOUND, Event())
    (stream,) = device.streams
    assert b"".join(stream.written) == SOUND.frames
    assert len(stream.written) > 1
    assert stream.settings == {"samplerate": 8000, "channels": 1, "dtype": "int16"}
    assert device.closed == 1


def test_play_when_interrupted_stops_within_a_slice(device: FakeSoundDevice) -> None:
    interrupted = Event()
    device.on_write = interrupted.set
    SoundDevicePlayer(8000).play(SOUND, interrupted)
    (stream,) = device.streams
    assert len(stream.written) == 1
    assert stream.aborted
    assert device.closed == 1


def test_play_when_the_device_leaves_raises_a_sentence(device: FakeSoundDevice) -> None:
    device.broken = True
    with pytest.raises(VoiceUnavailableError, match="sortie audio"):
        SoundDevicePlayer(8000).play(SOUND, Event())


def test_player_when_no_device_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", FakeSoundDevice(present=False))
    with pytest.raises(VoiceUnavailableError) as caught:
        SoundDevicePlayer(8000)
    assert str(caught.value) == module.NO_DEVICE


def test_player_when_the_package_is_absent_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(VoiceUnavailableError, match=r"pip install 'coach-ndrc\[voix\]'"):
        SoundDevicePlayer(8000)


def test_player_when_portaudio_is_absent_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "sounddevice.py").write_text("raise OSError('PortAudio library not found')", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(VoiceUnavailableError, match="libportaudio2"):
        SoundDevicePlayer(8000)


def test_sound_knows_how_long_it_lasts() -> None:
    assert SOUND.seconds == pytest.approx(0.25)
    assert Sound(b"", 8000).seconds == 0
