"""Writing a transcript where the student can find it."""

from pathlib import Path

from coach.simulation.transcript import Transcript
from coach.simulation.transcript_json import to_json


def write_transcript(transcript: Transcript) -> str:
    """Writes the JSON in the current folder; returns the sentence to show."""
    day = transcript.started[:19].replace(":", "-") or "sans-date"
    path = Path.cwd() / f"{transcript.scenario}-{day}.json"
    try:
        path.write_text(to_json(transcript) + "\n", encoding="utf-8")
    except OSError as error:
        return f"Impossible d'écrire « {path} » ({error.strerror}). Lancez coach depuis un autre dossier."
    return f"Transcription écrite : {path}"
