"""The journal: attempts, turns, evaluations, corrections. The only SQL of the project.

One connection, one thread, closed explicitly. Every method that writes has written to disk when it
returns, or raises `JournalError` having changed nothing.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeAlias

from coach.assessment.correction import Correction
from coach.errors import JournalError
from coach.journal.database import connect, reported, transaction

Stage: TypeAlias = Literal["loge", "simulation", "entretien", "bilan", "fini"]
JsonObject: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Header:
    """What is fixed when an attempt begins."""

    started: str
    """ISO date and time."""
    pack: str
    scenario: str
    title: str
    scenario_digest: str
    grid: str
    grid_digest: str
    engine: str
    subject: JsonObject
    mode: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One rehearsal as remembered."""

    id: int
    header: Header
    updated: str
    stage: Stage
    clock: float
    """Seconds spent in the present stage, saved at each turn, so that a resumed clock goes on."""
    ending: str
    notes: str
    self_assessment: tuple[tuple[str, str], ...]
    mark: float | None = None
    """Mark of the latest evaluation."""
    turns: int = 0


@dataclass(frozen=True, slots=True)
class SavedTurn:
    """A turn and the engine's state after it, as plain data."""

    number: int
    turn: JsonObject
    state: JsonObject


_ATTEMPT = """
    SELECT attempts.*,
        (SELECT mark FROM evaluations WHERE attempt = attempts.id ORDER BY id DESC LIMIT 1) AS mark,
        (SELECT COUNT(*) FROM turns WHERE attempt = attempts.id) AS turns
    FROM attempts
"""


class Journal:
    """Opens the file of the journal; a context manager that closes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = connect(path)
        self._connection.row_factory = sqlite3.Row

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; the journal is not used afterwards."""
        self._connection.close()

    def begin(self, header: Header) -> int:
        """A new attempt, in the loge. Returns its id."""
        with transaction(self._connection, self.path) as connection:
            cursor = connection.execute(
                "INSERT INTO attempts (started, updated, pack, scenario, title, scenario_digest, grid,"
                " grid_digest, engine, subject, mode, stage) VALUES (?,?,?,?,?,?,?,?,?,?,?,'loge')",
                (
                    header.started,
                    header.started,
                    header.pack,
                    header.scenario,
                    header.title,
                    header.scenario_digest,
                    header.grid,
                    header.grid_digest,
                    header.engine,
                    _dump(header.subject),
                    header.mode,
                ),
            )
        return int(cursor.lastrowid or 0)

    def append(
        self,
        attempt: int,
        saved: SavedTurn,
        *,
        stage: Stage,
        clock: float,
        ending: str,
        updated: str,
    ) -> None:
        """One more turn and where the attempt stands after it, in one transaction."""
        with transaction(self._connection, self.path) as connection:
            connection.execute(
                "INSERT INTO turns (attempt, number, turn, state) VALUES (?,?,?,?)",
                (attempt, saved.number, _dump(saved.turn), _dump(saved.state)),
            )
            connection.execute(
                "UPDATE attempts SET stage=?, clock=?, ending=?, updated=? WHERE id=?",
                (stage, clock, ending, updated, attempt),
            )

    def take_back(self, attempt: int, number: int, *, ending: str, updated: str) -> None:
        """Forgets the turns from `number` on (« revenir », entraînement only)."""
        with transaction(self._connection, self.path) as connection:
            connection.execute("DELETE FROM turns WHERE attempt=? AND number>=?", (attempt, number))
            connection.execute(
                "UPDATE attempts SET ending=?, updated=? WHERE id=?", (ending, updated, attempt)
            )

    def move(self, attempt: int, stage: Stage, *, clock: float, updated: str) -> None:
        """The attempt enters a stage, or its clock is noted."""
        with transaction(self._connection, self.path) as connection:
            connection.execute(
                "UPDATE attempts SET stage=?, clock=?, updated=? WHERE id=?", (stage, clock, updated, attempt)
            )

    def write_notes(self, attempt: int, notes: str) -> None:
        """The student's notepad."""
        with transaction(self._connection, self.path) as connection:
            connection.execute("UPDATE attempts SET notes=? WHERE id=?", (notes, attempt))

    def write_self_assessment(self, attempt: int, levels: Sequence[tuple[str, str]]) -> None:
        """The levels that the student gave himself."""
        with transaction(self._connection, self.path) as connection:
            connection.execute("UPDATE attempts SET self_assessment=? WHERE id=?", (_dump(levels), attempt))

    def keep_evaluation(
        self, attempt: int, evaluation: Mapping[str, Any], *, mark: float | None, made: str
    ) -> None:
        """One more evaluation; earlier ones stay."""
        with transaction(self._connection, self.path) as connection:
            connection.execute(
                "INSERT INTO evaluations (attempt, made, engine, grid_digest, mark, evaluation)"
                " VALUES (?,?,?,?,?,?)",
                (
                    attempt,
                    made,
                    evaluation.get("moteur", ""),
                    evaluation.get("empreinte_grille", ""),
                    mark,
                    _dump(evaluation),
                ),
            )

    def correct(self, attempt: int, correction: Correction, *, mark: float | None = None) -> None:
        """A teacher's correction, and the mark that now holds for the latest evaluation, whose own document
        stays the machine's."""
        with transaction(self._connection, self.path) as connection:
            connection.execute(
                "INSERT INTO corrections (attempt, made, criterion, level, author, reason)"
                " VALUES (?,?,?,?,?,?)",
                (
                    attempt,
                    correction.made,
                    correction.criterion,
                    correction.level,
                    correction.author,
                    correction.reason,
                ),
            )
            if mark is not None:
                connection.execute(
                    "UPDATE evaluations SET mark=?"
                    " WHERE id=(SELECT MAX(id) FROM evaluations WHERE attempt=?)",
                    (mark, attempt),
                )

    def attempt(self, attempt: int) -> Attempt:
        """One attempt. Raises `JournalError` if there is none of that number."""
        rows = self._rows(_ATTEMPT + " WHERE id=?", (attempt,))
        if not rows:
            raise JournalError(f"Aucune répétition ne porte le numéro {attempt} dans le journal.")
        return _attempt(rows[0])

    def attempts(self, limit: int = 200) -> tuple[Attempt, ...]:
        """The latest attempts, newest first."""
        return tuple(
            _attempt(row)
            for row in self._rows(_ATTEMPT + " ORDER BY started DESC, id DESC LIMIT ?", (limit,))
        )

    def unfinished(self) -> tuple[Attempt, ...]:
        """Attempts to offer for resumption, newest first."""
        return tuple(
            _attempt(row)
            for row in self._rows(_ATTEMPT + " WHERE stage<>'fini' ORDER BY updated DESC, id DESC", ())
        )

    def turns(self, attempt: int) -> tuple[SavedTurn, ...]:
        """The turns of an attempt, in order."""
        return tuple(
            SavedTurn(row["number"], _load(row["turn"], self.path), _load(row["state"], self.path))
            for row in self._rows("SELECT * FROM turns WHERE attempt=? ORDER BY number", (attempt,))
        )

    def evaluations(self, attempt: int) -> tuple[JsonObject, ...]:
        """The evaluations of an attempt, oldest first."""
        return tuple(
            _load(row["evaluation"], self.path)
            for row in self._rows(
                "SELECT evaluation FROM evaluations WHERE attempt=? ORDER BY id", (attempt,)
            )
        )

    def corrections(self, attempt: int) -> tuple[Correction, ...]:
        """The corrections of an attempt, oldest first."""
        return tuple(
            Correction(row["criterion"], row["level"], row["author"], row["reason"], row["made"])
            for row in self._rows("SELECT * FROM corrections WHERE attempt=? ORDER BY id", (attempt,))
        )

    def forget(self, attempt: int) -> None:
        """Erases an attempt and all that hangs on it."""
        with transaction(self._connection, self.path) as connection:
            connection.execute("DELETE FROM attempts WHERE id=?", (attempt,))
        self._erase()

    def forget_everything(self) -> None:
        """Erases all attempts, and overwrites their place in the file."""
        with transaction(self._connection, self.path) as connection:
            connection.execute("DELETE FROM attempts")
        self._erase()

    def _erase(self) -> None:
        """Removes from the disk, not only from sight, what was just deleted."""
        with reported(self.path):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _rows(self, query: str, values: Sequence[object]) -> list[sqlite3.Row]:
        with reported(self.path):
            return self._connection.execute(query, values).fetchall()


def _attempt(row: sqlite3.Row) -> Attempt:
    levels = json.loads(row["self_assessment"])
    return Attempt(
        id=row["id"],
        header=Header(
            started=row["started"],
            pack=row["pack"],
            scenario=row["scenario"],
            title=row["title"],
            scenario_digest=row["scenario_digest"],
            grid=row["grid"],
            grid_digest=row["grid_digest"],
            engine=row["engine"],
            subject=json.loads(row["subject"]),
            mode=row["mode"],
        ),
        updated=row["updated"],
        stage=row["stage"],
        clock=row["clock"],
        ending=row["ending"],
        notes=row["notes"],
        self_assessment=tuple((criterion, level) for criterion, level in levels),
        mark=row["mark"],
        turns=row["turns"],
    )


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _load(text: str, path: Path) -> JsonObject:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise JournalError(
            f"Un tour enregistré dans « {path} » est illisible. Le journal n'a pas été modifié."
        ) from error
    if not isinstance(value, dict):
        raise JournalError(f"Un tour enregistré dans « {path} » n'a pas la forme attendue.")
    return value
