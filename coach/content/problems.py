"""What is wrong in a file, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from coach.content.codes import CODES
from coach.content.nodes import Mark, Path, key_path
from coach.errors import ContentError

Severity: TypeAlias = Literal["erreur", "avertissement", "conseil"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file. The code is stable and explained in `codes.CODES`."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    key: str
    """Path of keys that leads to the fault, empty for the file as a whole."""
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        advice = f"  → {self.suggestion}" if self.suggestion else ""
        return f"{self.file}:{self.line}:{self.column}  {self.code} {self.severity}  {self.message}{advice}"

    def to_dict(self) -> dict[str, str | int]:
        """Stable French keys for ``--json``."""
        return {
            "code": self.code,
            "gravite": self.severity,
            "fichier": self.file,
            "ligne": self.line,
            "colonne": self.column,
            "cle": self.key,
            "message": self.message,
            "suggestion": self.suggestion,
        }


def problem(
    code: str, file: str, message: str, suggestion: str = "", *, mark: Mark | None = None, path: Path = ()
) -> Problem:
    """A problem whose severity is that of its code."""
    mark = mark or Mark()
    severity = CODES[code].severity
    return Problem(code, severity, file, mark.line, mark.column, key_path(path), message, suggestion)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file, then place, then code; the same fault is told once."""
    return sorted(set(problems), key=lambda p: (p.file, p.line, p.column, p.code, p.key, p.message))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that keep the content from being played."""
    return [found for found in problems if found.severity == "erreur"]


class BrokenContentError(ContentError):
    """A file with errors was asked for; `problems` holds them all."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(in_order(problems))
        super().__init__("\n".join(str(found) for found in self.problems))
