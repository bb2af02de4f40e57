"""`coach bilan`: a rehearsal written as one document, to be read on a phone, printed or handed in."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from coach import paths
from coach.assessment.assess import assess
from coach.assessment.correction import Correction
from coach.assessment.evaluation import Evaluation
from coach.assessment.evaluation_json import from_dict
from coach.cli.relecture import read, tell_if_changed
from coach.content.library import LoadedScenario, load_scenario
from coach.errors import CoachError, JournalError, UsageError, reason
from coach.journal.journal import Journal
from coach.report.building import build_page
from coach.report.html import render_html
from coach.report.naming import file_stem
from coach.report.page import Page
from coach.report.table import render_csv
from coach.simulation.transcript import Transcript

_LONGEST_NUMBER = 18
"""Digits of what the journal can number; more is the name of a file."""


@dataclass(frozen=True, slots=True)
class _Rehearsal:
    """What a bilan is made from."""

    name: str
    """How a table of several rehearsals calls it."""
    loaded: LoadedScenario
    transcript: Transcript
    evaluation: Evaluation
    corrections: tuple[Correction, ...] = ()


def run(options: argparse.Namespace) -> int:
    """Writes the document, and the others that were asked for; prints where each is."""
    source: str = options.source
    rehearsal = _remembered(int(source)) if _is_number(source) else _from_file(Path(source))
    page = build_page(
        rehearsal.loaded.scenario,
        rehearsal.loaded.grid,
        rehearsal.transcript,
        rehearsal.evaluation,
        rehearsal.corrections,
    )
    written = {
        Path(options.sortie or f"{file_stem(rehearsal.transcript)}.html"): render_html(page).encode("utf-8")
    }
    if options.csv:
        _add(written, options.csv, _table(rehearsal))
    if options.pdf:
        _add(written, options.pdf, _pdf(page))
    if not _is_number(source) and any(path.resolve() == Path(source).resolve() for path in written):
        raise UsageError(f"« {source} » est la transcription : choisissez un autre nom pour le bilan.")
    for path, content in written.items():
        _write(path, content)
        print(path)
    return 0


def _is_number(source: str) -> bool:
    return source.isascii() and source.isdigit() and len(source) <= _LONGEST_NUMBER


def _remembered(number: int) -> _Rehearsal:
    """An attempt of the journal, with the grid that the student saw."""
    path = paths.journal_path()
    if not path.exists():
        raise JournalError(
            f"Aucune répétition ne porte le numéro {number} : rien n'est enregistré pour l'instant."
        )
    from coach.session import transcript_of

    with Journal(path) as journal:
        attempt = journal.attempt(number)
        transcript = transcript_of(attempt, journal)
        loaded = load_scenario(transcript.scenario)
        kept = journal.evaluations(number)
        corrections = journal.corrections(number)
    evaluation = from_dict(kept[-1]) if kept else assess(transcript, loaded.grid, loaded.scenario)
    return _Rehearsal(str(number), loaded, transcript, evaluation, corrections)


def _from_file(path: Path) -> _Rehearsal:
    """A transcript, assessed as `coach noter` does."""
    try:
        transcript = read(path).transcript
        loaded = load_scenario(transcript.scenario)
    except CoachError as error:
        raise CoachError(f"{path} : {error}") from error
    tell_if_changed(str(path), transcript, loaded)
    evaluation = assess(transcript, loaded.grid, loaded.scenario)
    return _Rehearsal(path.name, loaded, transcript, evaluation)


def _table(rehearsal: _Rehearsal) -> bytes:
    text = render_csv(rehearsal.name, rehearsal.transcript, rehearsal.evaluation, rehearsal.corrections)
    # With its mark, a French spreadsheet reads the accents right.
    return text.encode("utf-8-sig")


def _pdf(page: Page) -> bytes:
    try:
        from coach.report.pdf import render_pdf
    except ModuleNotFoundError as error:
        raise CoachError(
            "Le PDF demande un complément qui n'est pas installé : pip install 'coach-ndrc[pdf]'. "
            "Sans lui, ouvrez le fichier HTML et imprimez-le en PDF depuis le navigateur."
        ) from error
    return render_pdf(page)


def _add(written: dict[Path, bytes], name: str, content: bytes) -> None:
    path = Path(name)
    if any(path.resolve() == other.resolve() for other in written):
        raise UsageError(f"Deux sorties portent le même nom, « {name} » : donnez-en un à chacune.")
    written[path] = content


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CoachError(
            f"Impossible d'écrire « {path} » ({reason(error)}). Choisissez un autre endroit."
        ) from error
