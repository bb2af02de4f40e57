"""`coach noter`: re-assesses transcripts, one or thousands."""

import argparse
import json
import sys
from functools import lru_cache
from pathlib import Path

from coach.assessment.assess import assess
from coach.assessment.evaluation_json import to_dict
from coach.assessment.grid import Grid
from coach.cli.paroles import show_evaluation
from coach.content.library import LoadedScenario, load_grid, load_scenario, second_views
from coach.errors import CoachError, ContentError
from coach.simulation.transcript import Transcript
from coach.simulation.transcript_json import from_dict


def run(options: argparse.Namespace) -> int:
    """Assesses each file; those that cannot be are told, and the others done all the same."""
    grid = load_grid(options.grille) if options.grille else None
    failed = 0
    for name in options.transcripts:
        try:
            _grade(Path(name), grid, options.json)
        except CoachError as error:
            failed += 1
            print(f"{name} : {error}", file=sys.stderr)
    return 1 if failed else 0


def _grade(path: Path, grid: Grid | None, as_json: bool) -> None:
    transcript = read_transcript(path)
    loaded = _loaded(transcript.scenario)
    tell_if_changed(path, transcript, loaded)
    evaluation = assess(transcript, grid or loaded.grid, loaded.scenario)
    if as_json:
        print(json.dumps({"fichier": str(path), **to_dict(evaluation)}, ensure_ascii=False))
    else:
        print(f"{path}")
        show_evaluation(evaluation)
        for view in _other_views(loaded.scenario.channel):
            if view != evaluation.grid:
                print(f"\nUne autre vue de cette répétition : coach noter {path} --grille {view}")


def read_transcript(path: Path) -> Transcript:
    """A transcript, alone or inside what `coach jouer --json` writes."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CoachError(f"ce fichier ne peut pas être lu ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        raise ContentError("ce n'est pas un document JSON. « coach donnees exporter » en écrit.") from error
    if isinstance(data, dict) and "transcription" in data:
        data = data["transcription"]
    return from_dict(data)


def tell_if_changed(path: Path, transcript: Transcript, loaded: LoadedScenario) -> None:
    """Says so when the scenario is no more the one that was played."""
    if loaded.scenario.digest != transcript.scenario_digest:
        print(
            f"{path} : jouée avec une autre version du scénario « {transcript.scenario} » ; "
            "les indicateurs propres au scénario peuvent différer.",
            file=sys.stderr,
        )


@lru_cache(maxsize=8)
def _other_views(channel: str) -> tuple[str, ...]:
    return second_views(channel)


@lru_cache(maxsize=32)
def _loaded(scenario: str) -> LoadedScenario:
    return load_scenario(scenario)
