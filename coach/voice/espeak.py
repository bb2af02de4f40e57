"""French speech by eSpeak NG: robotic, intelligible, offline; the library and its voices are in the wheel.

It reads its data from the current folder when told « . », which is the one spelling of a folder that
its short buffer and, on Windows, its narrow `fopen` always accept: the caller moves to `folder()` first.
The library keeps its state in globals: one synthesizer a process.
"""

import ctypes
from pathlib import Path
from typing import Any

from coach.voice.ports import Sound, Timbre, VoiceUnavailableError

VOICES: dict[Timbre, bytes] = {"feminin": b"fr+f3", "masculin": b"fr"}
HERE = b"."
MISSING = "La voix n'est pas installée. Pour l'ajouter\u00a0: pip install 'coach-ndrc[voix]'."
FAILED = (
    "La synthèse vocale ne démarre pas. Réinstallez-la\u00a0: pip install --force-reinstall espeakng-loader."
)

# The names of espeak-ng/speak_lib.h.
_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_FROM_CHARACTERS = 1
_OK = 0
_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def folder() -> Path:
    """Where the library and its data are. Raises `VoiceUnavailableError` if the extra is absent."""
    try:
        import espeakng_loader
    except ImportError as error:
        raise VoiceUnavailableError(MISSING) from error
    return Path(espeakng_loader.get_library_path()).parent


class EspeakSynthesizer:
    """One French voice; to be made and used in `folder()`, by one thread."""

    def __init__(self, timbre: Timbre) -> None:
        self._samples = bytearray()
        # Kept: the library calls it long after this function has returned.
        self._callback = _Callback(self._receive)
        self._library = _load()
        self.rate = int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, HERE, _DO_NOT_EXIT))
        if self.rate <= 0 or self._library.espeak_SetVoiceByName(VOICES[timbre]) != _OK:
            raise VoiceUnavailableError(FAILED)
        self._library.espeak_SetSynthCallback(self._callback)

    def synthesize(self, text: str) -> Sound:
        """The whole text as sound: some milliseconds a sentence."""
        self._samples.clear()
        data = text.encode("utf-8") + b"\0"
        if self._library.espeak_Synth(data, len(data), 0, _FROM_CHARACTERS, 0, _UTF8, None, None) != _OK:
            raise VoiceUnavailableError(FAILED)
        return Sound(bytes(self._samples), self.rate)

    def _receive(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count:
            self._samples += ctypes.string_at(samples, count * ctypes.sizeof(ctypes.c_short))
        return 0


def _load() -> ctypes.CDLL:
    """The library, with the types of what we call."""
    import espeakng_loader

    try:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
    except OSError as error:
        raise VoiceUnavailableError(FAILED) from error
    library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    library.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
    library.espeak_SetSynthCallback.argtypes = [_Callback]
    library.espeak_SetSynthCallback.restype = None
    library.espeak_Synth.argtypes = [
        ctypes.c_char_p,  # text, and its size with the final zero
        ctypes.c_size_t,
        ctypes.c_uint,  # where to begin, counted in what, and where to end
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,  # flags
        ctypes.c_void_p,  # identifier and user data, unused
        ctypes.c_void_p,
    ]
    return library
