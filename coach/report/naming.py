"""What a bilan's file is called when nobody says."""

import re

from coach.simulation.transcript import Transcript

_UNSAFE = re.compile(r"[^\w-]+", re.ASCII)


def file_stem(transcript: Transcript) -> str:
    """« bilan-fontaines-ateliers-2026-03-12T14-05-00 »: the same rehearsal, the same name."""
    day = transcript.started[:19] or "sans-date"
    return "-".join(_UNSAFE.sub("-", part) for part in ("bilan", transcript.scenario, day))
