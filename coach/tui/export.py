"""Writing a transcript where the student can find it."""

import json
from collections.abc import Sequence
from pathlib import Path

from coach.assessment.evaluation import Evaluation
from coach.correcting import document_of
from coach.journal.journal import Correction
from coach.simulation.transcript import Transcript


def write_transcript(
    transcript: Transcript, machine: Evaluation, corrections: Sequence[Correction] = ()
) -> str:
    """Writes the JSON in the current folder; returns the sentence to show."""
    day = transcript.started[:19].replace(":", "-") or "sans-date"
    path = Path.cwd() / f"{transcript.scenario}-{day}.json"
    try:
        document = document_of(transcript, machine, corrections)
        path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        return f"Impossible d'écrire « {path} » ({error.strerror}). Lancez coach depuis un autre dossier."
    return f"Transcription écrite : {path}"
