"""The speaker in another process: what it sends, what it survives, and that it leaves nothing behind."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from coach.voice.factory import make_speaker, timbre_of
from coach.voice.ports import VoiceUnavailableError
from coach.voice.process import DIED, ProcessSpeaker

ROOT = Path(__file__).resolve().parents[2]
READY = "import sys; print(flush=True)\n"
NOISY = "import os; os.write(2, b'ALSA lib pcm.c: cannot open\\n')\n"


def child(script: str) -> Sequence[str]:
    return (sys.executable, "-c", script)


def test_say_when_ready_sends_one_spoken_line_a_text(tmp_path: Path) -> None:
    heard = tmp_path / "entendu"
    script = f"{READY}open({str(heard)!r}, 'wb').write(sys.stdin.buffer.read())"
    speaker = ProcessSpeaker(child(script))
    speaker.say("C'est 12\u202f500 €,\n\x1b[2Jvraiment ?")
    speaker.say("")
    speaker.close()
    assert heard.read_text(encoding="utf-8") == "C'est 12500 euros, [2Jvraiment ?\n\n"


def test_speaker_when_the_child_explains_itself_raises_its_sentence() -> None:
    script = "import sys; sys.stdout.buffer.write('La clé manque.\\n'.encode())"
    with pytest.raises(VoiceUnavailableError) as caught:
        ProcessSpeaker(child(script))
    assert str(caught.value) == "La clé manque."


@pytest.mark.parametrize("script", ["raise SystemExit(3)", "import os; os.abort()"])
def test_speaker_when_the_child_dies_raises(script: str) -> None:
    with pytest.raises(VoiceUnavailableError, match=DIED):
        ProcessSpeaker(child(script))


def test_speaker_when_the_child_hangs_gives_up() -> None:
    with pytest.raises(VoiceUnavailableError, match=DIED):
        ProcessSpeaker(child("import time; time.sleep(60)"), patience=0.3)


def test_speaker_when_there_is_no_such_program_raises(tmp_path: Path) -> None:
    with pytest.raises(VoiceUnavailableError, match=DIED):
        ProcessSpeaker([str(tmp_path / "absent")])


def test_say_when_the_child_has_died_does_not_raise() -> None:
    speaker = ProcessSpeaker(child(READY))
    speaker._child.wait(5)
    for _ in range(3):
        speaker.say("Il y a quelqu'un ?")
    speaker.close()
    speaker.say("Et maintenant ?")
    speaker.close()


def test_close_ends_the_process() -> None:
    speaker = ProcessSpeaker(child(f"{READY}sys.stdin.read()"))
    assert speaker._child.poll() is None
    speaker.close()
    assert speaker._child.returncode == 0


def test_close_when_the_child_does_not_listen_ends_it_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.voice.process.FAREWELL", 0.2)
    speaker = ProcessSpeaker(child(f"{READY}import time; time.sleep(60)"))
    began = time.monotonic()
    speaker.close()
    assert time.monotonic() - began < 5
    assert speaker._child.returncode not in (None, 0)


def test_speaker_when_libraries_are_noisy_leaves_the_terminal_alone(
    capfd: pytest.CaptureFixture[str],
) -> None:
    speaker = ProcessSpeaker(child(f"{NOISY}{READY}{NOISY}sys.stdin.read()"))
    speaker.say("Bonjour.")
    speaker.close()
    assert capfd.readouterr() == ("", "")


def run_real_child(tmp_path: Path, *stubs: tuple[str, str]) -> subprocess.CompletedProcess[bytes]:
    """The child that ships, with modules of ours in the place of the extra's."""
    for name, source in stubs:
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-P", "-m", "coach.voice.child", "feminin"],
        input=b"Bonjour.\n",
        capture_output=True,
        timeout=20,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])},
    )


def test_the_real_child_without_the_extra_answers_the_sentence(tmp_path: Path) -> None:
    result = run_real_child(tmp_path, ("espeakng_loader", "raise ImportError"))
    assert "pip install 'coach-ndrc[voix]'" in result.stdout.decode()
    assert result.returncode == 0


DEVICE = """
import os
os.write(1, b"noise on the first descriptor")
class PortAudioError(Exception): pass
def check_output_settings(**_): {check}
class RawOutputStream:
    def __init__(self, **_): pass
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def abort(self): pass
    def write(self, data):
        with open({heard!r}, "ab") as file: file.write(data)
"""


def test_the_real_child_without_a_device_answers_the_sentence(tmp_path: Path) -> None:
    pytest.importorskip("espeakng_loader")
    device = DEVICE.format(check="raise PortAudioError", heard="")
    result = run_real_child(tmp_path, ("sounddevice", device))
    assert result.stdout.decode().startswith("Aucune sortie audio")


def test_the_real_child_says_its_lines_and_ends_with_its_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("espeakng_loader")
    heard = tmp_path / "pcm"
    (tmp_path / "sounddevice.py").write_text(DEVICE.format(check="pass", heard=str(heard)), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    speaker = make_speaker("madame")
    speaker.say("Bonjour, je vous écoute.")
    end = time.monotonic() + 10
    while not (heard.exists() and heard.stat().st_size > 22050) and time.monotonic() < end:
        time.sleep(0.01)
    speaker.close()
    assert heard.stat().st_size > 22050  # half a second at least
    assert any(heard.read_bytes())


@pytest.mark.parametrize(
    ("title", "timbre"),
    [("madame", "feminin"), (" Mme ", "feminin"), ("monsieur", "masculin"), ("maître", "masculin")],
)
def test_timbre_follows_the_civility(title: str, timbre: str) -> None:
    assert timbre_of(title) == timbre
