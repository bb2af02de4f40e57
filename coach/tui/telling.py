"""The one way an error reaches the student: a French sentence in a corner, and the screen goes on."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any

from textual.app import App
from textual.widget import Widget

from coach.errors import CoachError

_LONG_ENOUGH = 12.0
"""Seconds that a sentence stays, time to read it twice."""


@dataclass(frozen=True, slots=True)
class telling:  # noqa: N801 - read as « with telling(self): »
    """Shows the error that the block raises; what follows it in the block is not done."""

    where: App[Any] | Widget
    title: str = ""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self, _: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Errors made for people stop here; the others are incidents."""
        if not isinstance(error, CoachError):
            return False
        tell(self.where, str(error), self.title)
        return True


def tell(where: App[Any] | Widget, sentence: str, title: str = "") -> None:
    """Shows a sentence on what went wrong, never as markup."""
    where.notify(sentence, title=title, severity="error", markup=False, timeout=_LONG_ENOUGH)
