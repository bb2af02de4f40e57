"""Opens the SQLite file, applies numbered migrations, turns its failures into French sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.errors import JournalError

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE attempts (
        id INTEGER PRIMARY KEY,
        started TEXT NOT NULL,
        updated TEXT NOT NULL,
        pack TEXT NOT NULL,
        scenario TEXT NOT NULL,
        title TEXT NOT NULL,
        scenario_digest TEXT NOT NULL,
        grid TEXT NOT NULL,
        grid_digest TEXT NOT NULL,
        engine TEXT NOT NULL,
        subject TEXT NOT NULL,
        mode TEXT NOT NULL,
        stage TEXT NOT NULL,
        clock REAL NOT NULL DEFAULT 0,
        ending TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT '',
        self_assessment TEXT NOT NULL DEFAULT '[]'
    );
    CREATE TABLE turns (
        attempt INTEGER NOT NULL REFERENCES attempts(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        turn TEXT NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (attempt, number)
    );
    CREATE TABLE evaluations (
        id INTEGER PRIMARY KEY,
        attempt INTEGER NOT NULL REFERENCES attempts(id) ON DELETE CASCADE,
        made TEXT NOT NULL,
        engine TEXT NOT NULL,
        grid_digest TEXT NOT NULL,
        mark REAL,
        evaluation TEXT NOT NULL
    );
    CREATE TABLE corrections (
        id INTEGER PRIMARY KEY,
        attempt INTEGER NOT NULL REFERENCES attempts(id) ON DELETE CASCADE,
        made TEXT NOT NULL,
        criterion TEXT NOT NULL,
        level TEXT NOT NULL,
        author TEXT NOT NULL,
        reason TEXT NOT NULL
    );
    CREATE INDEX attempts_by_scenario ON attempts(scenario, started);
    """,
)
"""Migration n brings the file from version n to n + 1. Never edited once landed; only added to."""

BUSY_SECONDS = 5.0


def connect(path: Path) -> sqlite3.Connection:
    """Opens (and creates or migrates) the journal. Raises `JournalError` with what to do."""
    with reported(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA secure_delete=ON")
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """All or nothing, on disk when it returns."""
    with reported(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            # A full disk may have rolled back by itself.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say into a sentence a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise JournalError(_sentence(error, path)) from error
    except OSError as error:
        raise JournalError(
            f"Le dossier des données « {path.parent} » n'est pas utilisable ({_reason(error)}). "
            "Choisissez-en un autre avec la variable COACH_DONNEES."
        ) from error


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise JournalError(
            f"Le journal « {path} » vient d'une version plus récente de coach. "
            "Mettez coach à jour, ou choisissez un autre dossier avec la variable COACH_DONNEES ; "
            "rien n'a été modifié."
        )
    for number in range(version, len(MIGRATIONS)):
        script = f"BEGIN IMMEDIATE;{MIGRATIONS[number]};PRAGMA user_version={number + 1};COMMIT;"
        try:
            connection.executescript(script)
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            # Another window may have migrated the file between our reading and our writing.
            if int(connection.execute("PRAGMA user_version").fetchone()[0]) <= number:
                raise


def _sentence(error: sqlite3.Error, path: Path) -> str:
    text = str(error).lower()
    if "full" in text:
        return (
            f"Le disque qui contient « {path} » est plein : rien n'a été perdu, mais la suite ne peut pas "
            "être enregistrée. Libérez de la place, puis recommencez l'envoi."
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return (
            f"Le journal « {path} » ne peut pas être écrit (dossier en lecture seule ?). "
            "Rendez le dossier accessible en écriture, ou choisissez-en un autre "
            "avec la variable COACH_DONNEES."
        )
    if "locked" in text or "busy" in text:
        return (
            f"Le journal « {path} » est occupé par une autre fenêtre de coach. "
            "Fermez-la ou attendez quelques secondes, puis recommencez l'envoi."
        )
    if "malformed" in text or "not a database" in text or "corrupt" in text:
        return (
            f"Le journal « {path} » est abîmé et ne peut pas être lu. Il n'a pas été modifié : "
            "mettez-le de côté en le renommant (une sauvegarde le remplacera), et coach en créera un neuf."
        )
    return f"Le journal « {path} » ne répond pas comme prévu ({error}). Rien n'a été modifié."


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "accès refusé"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "un fichier porte ce nom"
    return (error.strerror or "erreur du système").lower()
