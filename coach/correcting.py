"""A teacher corrects a kept rehearsal: the level is kept beside the machine's, and the mark follows."""

from collections.abc import Iterable, Sequence

from coach.assessment.correction import Correction, corrected, latest
from coach.assessment.evaluation import Evaluation
from coach.assessment.evaluation_json import from_dict, to_dict
from coach.assessment.grid import LEVELS, Grid, LevelName
from coach.errors import ContentError, JournalError
from coach.journal.journal import Journal
from coach.simulation.json_values import JsonObject
from coach.simulation.transcript import Transcript
from coach.simulation.transcript_json import to_dict as transcript_to_dict


def kept_evaluation(journal: Journal, attempt: int) -> Evaluation:
    """The machine's latest evaluation of an attempt. Raises `JournalError` when there is none."""
    journal.attempt(attempt)
    evaluations = journal.evaluations(attempt)
    if not evaluations:
        raise JournalError(f"La répétition {attempt} n'a pas encore de grille : terminez-la d'abord.")
    return from_dict(evaluations[-1])


def levels_of(corrections: Iterable[Correction]) -> dict[str, LevelName]:
    """By criterion, the teacher's level that holds."""
    held = latest(corrections)
    return {name: level for name, each in held.items() for level in LEVELS if level == each.level}


def correct(journal: Journal, attempt: int, correction: Correction, grid: Grid) -> Evaluation:
    """Keeps a correction; returns the evaluation with all the teacher's levels."""
    machine = kept_evaluation(journal, attempt)
    known = [each.id for each in machine.criteria]
    if correction.criterion not in known:
        told = f"« {correction.criterion} » n'est pas un critère de cette grille"
        raise ContentError(f"{told} ; au choix : {', '.join(known)}.")
    if correction.level not in LEVELS:
        raise ContentError(f"« {correction.level} » n'est pas un niveau ; au choix : {', '.join(LEVELS)}.")
    if not correction.author.strip() or not correction.reason.strip():
        raise ContentError("Une correction a un auteur et une raison : donnez les deux.")
    result = corrected(machine, levels_of([*journal.corrections(attempt), correction]), grid)
    journal.correct(attempt, correction, mark=result.mark)
    return result


def document_of(
    transcript: Transcript, machine: Evaluation | None, corrections: Sequence[Correction]
) -> JsonObject:
    """What an export writes: the transcript, and once corrected, the machine's evaluation and the teacher's
    levels beside it."""
    if machine is None or not corrections:
        return transcript_to_dict(transcript)
    return {
        "transcription": transcript_to_dict(transcript),
        "evaluation": to_dict(machine),
        "corrections": [
            {
                "critere": each.criterion,
                "niveau": each.level,
                "evaluateur": each.author,
                "raison": each.reason,
                "date": each.made,
            }
            for each in corrections
        ],
    }
