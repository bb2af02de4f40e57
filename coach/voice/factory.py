"""Makes the real speaker of a rehearsal; imported only when someone has asked to hear it."""

import sys

from coach.voice.ports import Speaker, Timbre
from coach.voice.process import ProcessSpeaker

FEMININE = frozenset({"madame", "mademoiselle", "mme"})


def make_speaker(title: str) -> Speaker:
    """A voice for a character by their civility (« madame »). Raises `VoiceUnavailableError`."""
    return ProcessSpeaker([sys.executable, "-P", "-m", "coach.voice.child", timbre_of(title)])


def timbre_of(title: str) -> Timbre:
    """« madame » speaks higher than « monsieur »."""
    return "feminin" if title.strip().lower() in FEMININE else "masculin"
