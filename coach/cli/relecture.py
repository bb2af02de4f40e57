"""Transcripts read back from files, and assessed as the machine would today."""

import json
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.assessment.assess import assess
from coach.assessment.evaluation import Evaluation
from coach.assessment.evaluation_json import from_dict as evaluation_from_dict
from coach.assessment.grid import Grid
from coach.content.library import LoadedScenario, load_scenario
from coach.errors import CoachError, ContentError, reason
from coach.simulation.transcript import Transcript
from coach.simulation.transcript_json import from_dict


@dataclass(frozen=True, slots=True)
class Reread:
    """A transcript, and the evaluation that was kept with it."""

    transcript: Transcript
    kept: Evaluation | None = None


def read(path: Path) -> Reread:
    """A transcript, alone or inside what `coach jouer --json` and the exports write."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CoachError(f"ce fichier ne peut pas être lu ({reason(error)}).") from error
    except (ValueError, RecursionError) as error:
        raise ContentError("ce n'est pas un document JSON. « coach donnees exporter » en écrit.") from error
    if isinstance(data, dict) and "transcription" in data:
        kept = data.get("evaluation")
        return Reread(from_dict(data["transcription"]), evaluation_from_dict(kept) if kept else None)
    return Reread(from_dict(data))


def assessed(transcript: Transcript, grid: Grid | None = None) -> Evaluation:
    """The evaluation of today, with the grid of its scenario or another."""
    loaded = loaded_scenario(transcript.scenario)
    return assess(transcript, grid or loaded.grid, loaded.scenario)


@lru_cache(maxsize=32)
def loaded_scenario(scenario: str) -> LoadedScenario:
    """The scenario, read once."""
    return load_scenario(scenario)


def tell_if_changed(name: str, transcript: Transcript, loaded: LoadedScenario) -> None:
    """Says so when the scenario is no more the one that was played."""
    if loaded.scenario.digest != transcript.scenario_digest:
        print(
            f"{name}\u00a0: jouée avec une autre version du scénario "
            f"«\u202f{transcript.scenario}\u202f»\u202f; "
            "les indicateurs propres au scénario peuvent différer.",
            file=sys.stderr,
        )
