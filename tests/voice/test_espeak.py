"""Real French speech, computed and never played; without the extra, only its absence is tested."""

import array
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.voice import espeak
from coach.voice.espeak import EspeakSynthesizer
from coach.voice.ports import Sound, VoiceUnavailableError
from coach.voice.spoken import spoken

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "Bonjour, votre devis est de 1\u202f250\u00a0€, mais votre concurrent me fait 12 % de remise."


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("espeakng_loader")
    monkeypatch.chdir(espeak.folder())


def loudest(sound: Sound) -> int:
    return max(abs(sample) for sample in array.array("h", sound.frames))


@pytest.mark.usefixtures("here")
def test_synthesize_when_french_gives_audible_speech_of_plausible_length() -> None:
    sound = EspeakSynthesizer("masculin").synthesize(spoken(SENTENCE))
    assert sound.rate == 22050
    assert 4 < sound.seconds < 12
    assert 5000 < loudest(sound) <= 32768


@pytest.mark.usefixtures("here")
def test_synthesize_when_timbres_differ_gives_different_voices() -> None:
    # One after the other: the library has one voice at a time.
    low = EspeakSynthesizer("masculin").synthesize("Bonjour.")
    high = EspeakSynthesizer("feminin").synthesize("Bonjour.")
    assert low.frames != high.frames
    assert loudest(high) > 5000


@pytest.mark.usefixtures("here")
def test_synthesize_when_called_twice_gives_each_text_alone() -> None:
    synthesizer = EspeakSynthesizer("feminin")
    long, short = synthesizer.synthesize(spoken(SENTENCE)), synthesizer.synthesize("Oui.")
    assert 0 < short.seconds < 2 < long.seconds


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("text", ["", "…", "[[ 'a ]] <voice name='en'>", "🙂"])
def test_synthesize_when_text_is_odd_does_not_fail(text: str) -> None:
    assert EspeakSynthesizer("masculin").synthesize(text).seconds < 20


@pytest.mark.usefixtures("here")
def test_synthesizer_when_its_data_is_missing_says_so(tmp_path: Path) -> None:
    # In a process of its own: the library has already found its data in this one.
    script = (
        "import coach.voice.espeak as e\n"
        "try: e.EspeakSynthesizer('masculin')\n"
        "except e.VoiceUnavailableError as error: print(ascii(str(error)) == ascii(e.FAILED))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert result.stdout.strip() == "True", result.stderr


def test_folder_when_the_extra_is_absent_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    with pytest.raises(VoiceUnavailableError, match=r"pip install 'coach-ndrc\[voix\]'"):
        espeak.folder()
