"""`coach corriger`: a teacher's level for one criterion of a kept rehearsal."""

import argparse

from coach import paths
from coach.assessment.correction import Correction
from coach.assessment.explain import mark_told
from coach.assessment.typography import typeset
from coach.content.library import load_scenario
from coach.correcting import correct, kept_evaluation
from coach.journal.journal import Journal
from coach.session import WallClock


def run(options: argparse.Namespace) -> int:
    """Keeps the correction and tells the mark that follows."""
    with Journal(paths.journal_path()) as journal:
        machine = kept_evaluation(journal, options.attempt)
        made = WallClock().now()
        correction = Correction(options.criterion, options.level, options.auteur, options.raison, made)
        grid = load_scenario(journal.attempt(options.attempt).header.scenario).grid
        result = correct(journal, options.attempt, correction, grid)
    before = next(each.level for each in machine.criteria if each.id == options.criterion)
    print(
        typeset(
            f"{options.criterion} : {options.level} pour {options.auteur}, "
            f"{before or 'non évalué'} pour la machine."
        )
    )
    print(typeset(f"{mark_told(result.mark)}."))
    return 0
