"""`coach donnees`: where a student's data is, exporting it, erasing it."""

import argparse
import json
from pathlib import Path

from coach import paths
from coach.errors import CoachError, UsageError, reason
from coach.journal.journal import Journal


def run(options: argparse.Namespace) -> int:
    """Does what `options.action` says."""
    path = paths.journal_path()
    if options.action == "ou":
        print(path)
        return 0
    if not path.exists():
        print("Aucune donnée enregistrée pour l'instant.")
        return 0
    with Journal(path) as journal:
        if options.action == "exporter":
            return _export(journal, Path(options.vers), options.numero)
        return _erase(journal, options)


def _export(journal: Journal, folder: Path, number: int | None) -> int:
    from coach.correcting import document_of, kept_evaluation
    from coach.session import transcript_of

    attempts = [journal.attempt(number)] if number is not None else list(journal.attempts())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for attempt in attempts:
            target = folder / f"repetition-{attempt.id:04d}-{attempt.header.scenario}.json"
            corrections = journal.corrections(attempt.id)
            machine = kept_evaluation(journal, attempt.id) if corrections else None
            document = document_of(transcript_of(attempt, journal), machine, corrections)
            text = json.dumps(document, ensure_ascii=False, indent=1)
            target.write_text(text + "\n", encoding="utf-8")
            print(target)
    except OSError as error:
        raise CoachError(
            f"Impossible d'écrire dans « {folder} » ({reason(error)}). "
            "Choisissez un autre dossier avec --vers."
        ) from error
    return 0


def _erase(journal: Journal, options: argparse.Namespace) -> int:
    what = f"la répétition {options.numero}" if options.numero is not None else "toutes vos répétitions"
    if not options.oui:
        try:
            answer = input(f"Effacer définitivement {what} ? Tapez « oui » : ")
        except EOFError:
            raise UsageError("Rien n'a été effacé : ajoutez --oui pour confirmer.") from None
        if answer.strip().lower() != "oui":
            print("Rien n'a été effacé.")
            return 0
    if options.numero is not None:
        journal.attempt(options.numero)
        journal.forget(options.numero)
    else:
        journal.forget_everything()
    print(f"Effacé : {what}.")
    return 0
