"""`coach noter`: re-assesses transcripts, one or thousands."""

import argparse
import json
import sys
from functools import lru_cache
from pathlib import Path

from coach import paths
from coach.assessment.comparison import Change, changes
from coach.assessment.evaluation_json import from_dict, to_dict
from coach.assessment.grid import Grid
from coach.assessment.typography import typeset
from coach.cli.paroles import show_evaluation
from coach.cli.relecture import Reread, assessed, loaded_scenario, read, tell_if_changed
from coach.content.library import load_grid, second_views
from coach.errors import CoachError
from coach.journal.journal import Journal
from coach.session import transcript_of


def run(options: argparse.Namespace) -> int:
    """Assesses each file; those that cannot be are told, and the others done all the same."""
    grid = load_grid(options.grille) if options.grille else None
    failed = 0
    for name in options.transcripts:
        try:
            _grade(name, grid, options.json)
        except CoachError as error:
            failed += 1
            print(f"{name} : {error}", file=sys.stderr)
    return 1 if failed else 0


def _grade(name: str, grid: Grid | None, as_json: bool) -> None:
    found = _reread(name)
    transcript = found.transcript
    loaded = loaded_scenario(transcript.scenario)
    tell_if_changed(name, transcript, loaded)
    evaluation = assessed(transcript, grid)
    # Another grid has other criteria: the kept evaluation then says nothing of it.
    kept = found.kept if found.kept and found.kept.grid == evaluation.grid else None
    if as_json:
        data = {"fichier": name, **to_dict(evaluation)}
        if kept and (changed := changes(kept, evaluation)):
            data["changements"] = [
                {"critere": each.criterion, "avant": each.before, "apres": each.after} for each in changed
            ]
        print(json.dumps(data, ensure_ascii=False))
        return
    print(name)
    show_evaluation(evaluation)
    if kept:
        _show_changes(changes(kept, evaluation), same_grid=kept.grid_digest == evaluation.grid_digest)
    for view in _other_views(loaded.scenario.channel):
        if view != evaluation.grid:
            print(f"\nUne autre vue de cette répétition : coach noter {name} --grille {view}")


def _show_changes(found: tuple[Change, ...], *, same_grid: bool) -> None:
    grid = "" if same_grid else " (la grille a changé depuis)"
    if not found:
        print(typeset(f"\nAucun niveau ne change depuis l'évaluation gardée{grid}."))
        return
    print(typeset(f"\nDepuis l'évaluation gardée{grid} :"))
    for each in found:
        print(typeset(f"  {each.criterion} : {each.told}"))
    print(typeset("L'évaluation gardée n'a pas été remplacée."))


def _reread(name: str) -> Reread:
    """A file, or the number of a rehearsal of the journal."""
    path = Path(name)
    if not name.isdecimal() or path.exists():
        return read(path)
    if not paths.journal_path().exists():
        raise CoachError("aucune répétition n'est encore enregistrée dans le journal.")
    with Journal(paths.journal_path()) as journal:
        attempt = journal.attempt(int(name))
        evaluations = journal.evaluations(attempt.id)
        return Reread(transcript_of(attempt, journal), from_dict(evaluations[-1]) if evaluations else None)


@lru_cache(maxsize=8)
def _other_views(channel: str) -> tuple[str, ...]:
    return second_views(channel)
