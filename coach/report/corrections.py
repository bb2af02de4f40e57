"""A teacher's levels, as a bilan needs them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TeacherLevel:
    """A teacher's level for a criterion, kept beside the machine's."""

    criterion: str
    level: str
    author: str = ""
    reason: str = ""


def latest(corrections: Iterable[TeacherLevel]) -> dict[str, TeacherLevel]:
    """The one that holds for each criterion: the last made."""
    return {each.criterion: each for each in corrections}
