"""`coach accord`: how far the machine agrees with persons, and persons with each other."""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from coach import paths
from coach.assessment.agreement import MACHINE, Kappa, Rating, agreement
from coach.assessment.correction import latest
from coach.assessment.evaluation import Evaluation
from coach.assessment.grid import LEVELS
from coach.assessment.typography import typeset
from coach.cli.accord_paroles import as_data, lines_of
from coach.cli.relecture import assessed, read
from coach.content.library import list_grids, load_grid
from coach.content.ratings import Rated, read_bands, read_ratings
from coach.errors import CoachError, ContentError, UsageError
from coach.journal.journal import Journal
from coach.session import transcript_of


def run(options: argparse.Namespace) -> int:
    """Reads, assesses, compares, tells."""
    if not options.ratings and not options.journal:
        raise UsageError(typeset("coach : il faut au moins un FICHIER.csv, ou --journal."))
    kappa = load_kappa()
    rated = [each for name in options.ratings for each in read_ratings(Path(name))]
    evaluations: dict[str, Evaluation] = {}
    if options.journal:
        rated += _of_journal(evaluations)
    _refuse_twice(rated)
    if options.transcriptions:
        _assess_all(Path(options.transcriptions), rated, evaluations)
    _check(rated, evaluations, machine=bool(options.transcriptions or options.journal))
    if not rated:
        raise ContentError(typeset("Aucun niveau à comparer : ces fichiers, ou le journal, sont vides."))
    bands = _bands(options.bandes, rated)
    ratings = [each.rating for each in rated]
    report = agreement([*ratings, *_machine(ratings, evaluations)], kappa, bands)
    if options.json:
        print(json.dumps(as_data(report, evaluations), ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines_of(report, evaluations)))
    return 0


def load_kappa() -> Kappa:
    """The kappa of scikit-learn, loaded when it is asked for: an extra, and slow to import."""
    try:
        from sklearn import config_context
        from sklearn.metrics import cohen_kappa_score
    except ImportError as error:
        raise CoachError(
            typeset("La mesure de l'accord demande scikit-learn : pip install 'coach-ndrc[mesure]'.")
        ) from error

    def kappa(first: Sequence[int], second: Sequence[int]) -> float:
        # The check of parameters takes most of the time of a call, and there are thousands.
        with config_context(skip_parameter_validation=True):
            return float(
                cohen_kappa_score(first, second, labels=list(range(len(LEVELS))), weights="quadratic")
            )

    return kappa


def _of_journal(evaluations: dict[str, Evaluation]) -> list[Rated]:
    """The corrections that hold, each attempt named as its export is, and assessed as of today."""
    rated = []
    path = paths.journal_path()
    if not path.exists():
        return []
    with Journal(path) as journal:
        for attempt in journal.attempts(limit=-1):
            name = f"repetition-{attempt.id:04d}-{attempt.header.scenario}"
            for each in latest(journal.corrections(attempt.id)).values():
                level = next((known for known in LEVELS if known == each.level), None)
                where = f"journal, répétition {attempt.id}"
                rated.append(Rated(Rating(name, each.criterion, each.author, level), where))
                if name not in evaluations:
                    evaluations[name] = assessed(transcript_of(attempt, journal))
    return rated


def _refuse_twice(rated: Iterable[Rated]) -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for each in rated:
        key = (each.rating.transcript, each.rating.criterion, each.rating.rater)
        if key in seen:
            raise ContentError(
                typeset(f"{each.where} : « {key[2]} » a déjà donné ce niveau ({seen[key]}). Gardez-en un.")
            )
        seen[key] = each.where


def _assess_all(folder: Path, rated: Iterable[Rated], evaluations: dict[str, Evaluation]) -> None:
    for each in rated:
        name = each.rating.transcript
        if name in evaluations:
            continue
        path = folder / f"{name}.json"
        if Path(name).name != name or not path.is_file():
            raise ContentError(
                typeset(f"{each.where} : la transcription « {name} » n'est pas dans « {folder} ».")
            )
        try:
            evaluations[name] = assessed(read(path).transcript)
        except CoachError as error:
            raise ContentError(f"{path} : {error}") from error


def _check(rated: Iterable[Rated], evaluations: dict[str, Evaluation], *, machine: bool) -> None:
    """Criteria are those of the transcript's grid; without transcripts, of any grid."""
    anywhere: set[str] = set()
    if not evaluations:
        anywhere = {each.id for name in list_grids() for each in load_grid(name).criteria}
    for each in rated:
        name, criterion = each.rating.transcript, each.rating.criterion
        if machine and name not in evaluations:
            told = f"{each.where} : la transcription « {name} » est inconnue ; ajoutez --transcriptions."
            raise ContentError(typeset(told))
        own = [found.id for found in evaluations[name].criteria] if name in evaluations else sorted(anywhere)
        if criterion not in own:
            told = f"{each.where} : « {criterion} » n'est pas un critère ; au choix : {', '.join(own)}."
            raise ContentError(typeset(told))


def _bands(name: str | None, rated: Iterable[Rated]) -> dict[str, str]:
    if not name:
        return {}
    bands = read_bands(Path(name))
    unknown = sorted(set(bands) - {each.rating.transcript for each in rated})
    if unknown:
        raise ContentError(typeset(f"{name} : transcription sans niveau : {', '.join(unknown)}."))
    return bands


def _machine(ratings: Iterable[Rating], evaluations: dict[str, Evaluation]) -> list[Rating]:
    """What the machine says wherever a person was asked."""
    asked = dict.fromkeys((each.transcript, each.criterion) for each in ratings)
    return [
        Rating(name, criterion, MACHINE, found.level)
        for name, criterion in asked
        if name in evaluations
        for found in evaluations[name].criteria
        if found.id == criterion
    ]
