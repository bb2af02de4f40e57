"""The levels of a rehearsal as CSV, for a teacher who gathers many."""

import csv
import io
from collections.abc import Iterable

from coach.assessment.correction import Correction, latest
from coach.assessment.evaluation import Evaluation
from coach.assessment.grid import LEVEL_LABELS
from coach.report.cleaning import clean
from coach.simulation.transcript import Transcript

HEADINGS = ("transcription", "critere", "niveau_machine", "auto_evaluation", "correction")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute instead of showing."""


def render_csv(
    name: str, transcript: Transcript, evaluation: Evaluation, corrections: Iterable[Correction] = ()
) -> str:
    """One line a criterion; `name` says which rehearsal. A level that nobody gave is an empty cell."""
    own, teacher = dict(transcript.self_assessment), latest(corrections)
    out = io.StringIO()
    # French spreadsheets expect semicolons.
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for each in evaluation.criteria:
        corrected = teacher[each.id].level if each.id in teacher else ""
        levels = (each.level or "", own.get(each.id, ""), corrected)
        writer.writerow((_cell(name), _cell(each.id), *(_level(level) for level in levels)))
    return out.getvalue()


def _level(level: str) -> str:
    return level if level in LEVEL_LABELS else ""


def _cell(text: str) -> str:
    shown = clean(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
