"""From one file to one object of the core: read, recognise, convert; every problem of shape is kept."""

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from coach.content.nodes import Mapping, Node, Path, Text, digest, place
from coach.content.packs import shown
from coach.content.problems import Problem, errors, problem
from coach.content.reader import read_file
from coach.content.records import Record
from coach.content.schema.coverage import COVERAGE
from coach.content.schema.grid import GRID
from coach.content.schema.law import LAW
from coach.content.schema.pack import ARCHETYPE, PACK, REPLAY
from coach.content.schema.scenario import SCENARIO
from coach.content.work import RejectedError, Work

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

RECORDS: dict[str, Record[object]] = {
    "scenario": SCENARIO,
    "grille": GRID,
    "archetype": ARCHETYPE,
    "pack": PACK,
    "rejeu": REPLAY,
    "loi": LAW,
    "non_observables": COVERAGE,
}
"""What a file may be. All but the replay are named after the key that tells it."""


_RECOGNISED = ("scenario", "grille", "archetype", "pack", "actes", "loi", "non_observables")


@dataclass(frozen=True, slots=True)
class Source(Generic[T_co]):
    """One file, and what became of it."""

    path: FilePath
    file: str
    """How problems call it."""
    root: Node | None
    value: T_co | None
    """The object, unless something in the file has not the right shape."""
    work: Work

    @property
    def problems(self) -> list[Problem]:
        """Everything found so far."""
        return self.work.problems

    @property
    def broken(self) -> bool:
        """Whether an error keeps it from being used."""
        return self.value is None or bool(errors(self.problems))

    def text(self, *keys: str) -> str:
        """A text of the file, even of one that cannot be converted; empty if it is not there."""
        node = self.root
        for key in keys:
            node = node.get(key) if isinstance(node, Mapping) else None
        return node.value if isinstance(node, Text) else ""

    def note(self, code: str, path: Path, message: str, advice: str = "") -> None:
        """A problem at the place where a path leads."""
        if self.root is not None:
            mark = place(self.root, path)
            self.work.problems.append(problem(code, self.file, message, advice, mark=mark, path=path))

    def digest(self, *others: "Source[object]") -> str:
        """SHA-256 of what this file and others say."""
        return digest(*(source.root for source in (self, *others) if source.root is not None))


def load(path: FilePath, record: Record[T], stem: str = "") -> Source[T]:
    """Reads a file as a given kind; `stem` is the key whose value must be the file's name."""
    file = shown(path)
    root, problems = read_file(path, file)
    work = Work(file, problems)
    if root is None:
        return Source(path, file, None, None, work)
    if stem:
        _check_stem(root, path, stem, work)
    try:
        return Source(path, file, root, record.read(root, (), work), work)
    except RejectedError:
        return Source(path, file, root, None, work)


def recognise(root: Node) -> str:
    """What a file is, from its keys; empty if nothing tells."""
    if not isinstance(root, Mapping):
        return ""
    keys = {key.value for key, _ in root.entries}
    if "scenario" in keys and keys & {"reponses", "attendu", "graine", "jeu"}:
        return "rejeu"
    return next((kind for kind in _RECOGNISED if kind in keys), "")


def unrecognised(file: str) -> Problem:
    """The problem of a file that is nothing we know."""
    advice = "commencez par « scenario: », « grille: », « archetype: » ou « pack: »"
    return problem("C036", file, "Ce fichier ne dit pas ce qu'il contient.", advice)


def _check_stem(root: Node, path: FilePath, key: str, work: Work) -> None:
    node = root.get(key) if isinstance(root, Mapping) else None
    if isinstance(node, Text) and node.value and node.value.casefold() != path.stem.casefold():
        message = f"Le fichier se nomme « {path.stem} » et contient « {node.value[:60]} »."
        work.note("C037", node, (key,), message, f"renommez-le « {node.value[:60]}.yaml »")
