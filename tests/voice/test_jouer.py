"""`coach jouer --voix`: what the character says is said, and only that; without a voice, all goes on."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from coach.cli import jouer, main
from coach.cli.parser import parse
from coach.errors import UsageError
from coach.voice.ports import VoiceUnavailableError
from coach.voice.silent import SilentSpeaker
from tests.fakes import FakeEar
from tests.voice.fakes import FakeSpeaker

NAME = "NadiaBelkacem:"
"""Who speaks, as it is printed before each reply, without its spaces."""
LINES = ["", "Bonjour madame, merci de me recevoir.", "/aide", "/fin", "/fin"]


@pytest.fixture(autouse=True)
def at_the_keyboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_DONNEES", str(tmp_path / "donnees"))
    monkeypatch.delenv("COACH_PACKS", raising=False)
    monkeypatch.setattr(jouer, "make_ear", FakeEar)
    lines = iter(LINES)
    monkeypatch.setattr("builtins.input", lambda _="": next(lines))


def test_jouer_when_voix_says_the_characters_replies(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    speaker, titles = FakeSpeaker(), []

    def make(title: str) -> FakeSpeaker:
        titles.append(title)
        return speaker

    monkeypatch.setattr(jouer, "make_speaker", make)
    assert main(["jouer", "fontaines-ateliers", "--graine", "7", "--voix"]) == 0
    shown = "".join(capsys.readouterr().out.split()).replace(NAME, "")
    assert titles == ["madame"]
    assert len(speaker.said) >= 2
    assert all("".join(text.split()) in shown for text in speaker.said)
    assert "Commission" not in " ".join(speaker.said)
    assert speaker.closed


def test_jouer_when_no_voice_can_be_had_says_so_once_and_plays_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: str) -> FakeSpeaker:
        raise VoiceUnavailableError("Aucune sortie audio.")

    monkeypatch.setattr(jouer, "make_speaker", refuse)
    assert main(["jouer", "fontaines-ateliers", "--graine", "7", "--voix"]) == 0
    captured = capsys.readouterr()
    assert captured.err == "Aucune sortie audio. La répétition continue sans voix.\n"
    assert "Commission" in captured.out


def test_jouer_when_voix_is_not_asked_makes_no_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jouer, "make_speaker", lambda _: pytest.fail("nobody asked"))
    assert main(["jouer", "fontaines-ateliers", "--graine", "7"]) == 0


def test_voix_when_unattended_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="ne va pas avec"):
        parse(["jouer", "x", "--reponses", "f", "--voix"])
    assert isinstance(parse(["jouer", "x", "--voix"]), Namespace)


def test_silent_speaker_does_nothing() -> None:
    speaker = SilentSpeaker()
    speaker.say("Bonjour.")
    speaker.close()


def test_the_voice_room_when_imported_loads_no_audio_library() -> None:
    script = (
        "import coach.cli.jouer, coach.voice.child, coach.voice.factory, sys\n"
        "sys.exit(any(name in sys.modules for name in ('sounddevice', 'espeakng_loader')))"
    )
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0
