"""Writing a transcript, or its bilan, where the student can find it."""

import json
from collections.abc import Sequence
from pathlib import Path

from coach.assessment.correction import Correction
from coach.assessment.evaluation import Evaluation
from coach.content.library import LoadedScenario
from coach.correcting import document_of
from coach.errors import reason
from coach.report.building import build_page
from coach.report.html import render_html
from coach.report.naming import file_stem
from coach.simulation.transcript import Transcript


def write_transcript(
    transcript: Transcript, machine: Evaluation, corrections: Sequence[Correction] = ()
) -> str:
    """Writes the JSON in the current folder; returns the sentence to show."""
    day = transcript.started[:19].replace(":", "-") or "sans-date"
    document = json.dumps(document_of(transcript, machine, corrections), ensure_ascii=False, indent=2)
    return _written(f"{transcript.scenario}-{day}.json", document + "\n", "Transcription écrite")


def write_report(
    loaded: LoadedScenario,
    transcript: Transcript,
    evaluation: Evaluation,
    corrections: Sequence[Correction] = (),
) -> str:
    """Writes the bilan beside the transcripts; returns the sentence to show."""
    page = build_page(loaded.scenario, loaded.grid, transcript, evaluation, corrections)
    return _written(f"{file_stem(transcript)}.html", render_html(page), "Bilan écrit")


def _written(name: str, text: str, done: str) -> str:
    path = Path.cwd() / name
    try:
        path.write_bytes(text.encode("utf-8"))
    except OSError as error:
        return f"Impossible d'écrire « {path} » ({reason(error)}). Lancez coach depuis un autre dossier."
    return f"{done} : {path}"
