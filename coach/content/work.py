"""What the conversion of a file gathers on its way: problems, names declared, names used.

Also here: what every kind of value shares (its protocol), and how the nearest valid name is found.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Protocol, TypeAlias, TypeVar

from coach.content.nodes import Mark, Node, Path
from coach.content.problems import Problem, problem

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json]"
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


_ENOUGH_ADVICE = 200
"""Problems of one file after which looking for the nearest names would only take time."""


class RejectedError(Exception):
    """A value cannot be converted; the reason has been noted."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that is named in a file and must exist somewhere."""

    space: str
    name: str
    mark: Mark
    path: Path
    known: tuple[str, ...] = ()
    """Names that are valid at this place besides those of the space."""


@dataclass(slots=True)
class Work:
    """What the conversion of one file gathers on its way."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    names: dict[str, dict[str, Mark]] = field(default_factory=dict)
    """Identifiers declared in this file, by space."""
    references: list[Reference] = field(default_factory=list)
    built: list[tuple[Path, object]] = field(default_factory=list)
    """Every object and list converted, with where it was written; also in a file that has faults."""

    def note(self, code: str, at: Node, path: Path, message: str, advice: str = "") -> None:
        """A problem that does not keep the value from being converted."""
        self.problems.append(problem(code, self.file, message, advice, mark=at.mark, path=path))

    def reject(self, code: str, at: Node, path: Path, message: str, advice: str = "") -> RejectedError:
        """A problem that does; to be raised."""
        self.note(code, at, path, message, advice)
        return RejectedError()

    def each(self, kind: type[T]) -> Iterator[tuple[Path, T]]:
        """Every object of a type that was converted, with its path."""
        for path, value in self.built:
            if isinstance(value, kind):
                yield path, value

    def did_you_mean(self, name: str, known: Iterable[str]) -> str:
        """The advice that goes with an unknown name; none once the file is plainly beyond advice."""
        return did_you_mean(name, known) if len(self.problems) < _ENOUGH_ADVICE else ""

    def declare(self, space: str, name: str, at: Node) -> Mark | None:
        """Notes an identifier; gives the place of the earlier one if it is taken."""
        taken = self.names.setdefault(space, {})
        if name in taken:
            return taken[name]
        taken[name] = at.mark
        return None


class Kind(Protocol[T_co]):
    """A kind of value."""

    def read(self, node: Node, path: Path, work: Work) -> T_co:
        """The value of a node. Raises `RejectedError` once the problems are noted."""

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        """Its JSON Schema; shared parts go to `definitions`."""

    def describe(self) -> str:
        """What an author writes, in a few French words."""


def folded(text: str) -> str:
    """A name without case, accents nor the difference between - and _."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("_", "-").replace(" ", "-"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def nearest(name: str, known: Iterable[str]) -> str:
    """The valid name that was probably meant, or an empty text."""
    by_folded = {folded(each): each for each in sorted(known, reverse=True)}
    found = get_close_matches(folded(name[:80]), list(by_folded), n=1, cutoff=0.55)
    return by_folded[found[0]] if found else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The advice that goes with an unknown name."""
    known = tuple(known)
    near = nearest(name, known)
    if near:
        return f"vouliez-vous dire « {near} » ?"
    return f"valeurs possibles : {', '.join(known[:12])}" if known else ""


def number(text: str) -> float | None:
    """A number as people write it in French (1 800, 2,5), or nothing."""
    compact = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d)", "", text.strip())
    return float(compact.replace(",", ".")) if _NUMBER.fullmatch(compact) and len(compact) < 16 else None
