"""Plays sound on the default device, by slices short enough to be interrupted between two."""

from threading import Event
from typing import Any

from coach.voice.ports import Sound, VoiceUnavailableError

SLICES_A_SECOND = 20
MISSING = "La sortie du son n'est pas installée. Pour l'ajouter\u00a0: pip install 'coach-ndrc[voix]'."
NO_LIBRARY = (
    "La bibliothèque PortAudio manque à ce système. Pour l'ajouter sous Debian ou Ubuntu\u00a0: "
    "sudo apt install libportaudio2."
)
NO_DEVICE = "Aucune sortie audio n'est utilisable sur cette machine. Branchez un casque ou des enceintes."


class SoundDevicePlayer:
    """The system's default output."""

    def __init__(self, rate: int) -> None:
        self._sounddevice = _import()
        try:
            self._sounddevice.check_output_settings(samplerate=rate, channels=1, dtype="int16")
        except (self._sounddevice.PortAudioError, ValueError) as error:
            raise VoiceUnavailableError(NO_DEVICE) from error

    def play(self, sound: Sound, interrupted: Event) -> None:
        """A stream a sound: a headset plugged in meanwhile is used for the next one."""
        size = 2 * max(1, sound.rate // SLICES_A_SECOND)
        try:
            with self._sounddevice.RawOutputStream(
                samplerate=sound.rate, channels=1, dtype="int16"
            ) as stream:
                for start in range(0, len(sound.frames), size):
                    if interrupted.is_set():
                        stream.abort()
                        return
                    stream.write(sound.frames[start : start + size])
        except (self._sounddevice.PortAudioError, ValueError) as error:
            raise VoiceUnavailableError(NO_DEVICE) from error


def _import() -> Any:
    try:
        import sounddevice
    except ImportError as error:
        raise VoiceUnavailableError(MISSING) from error
    except OSError as error:
        raise VoiceUnavailableError(NO_LIBRARY) from error
    return sounddevice
