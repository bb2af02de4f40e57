"""Where the files of packs are: which folders are packs, which files they hold, what is refused."""

from dataclasses import dataclass, field
from pathlib import Path

from coach.content.problems import Problem, problem
from coach.paths import pack_dirs

MANIFEST = "pack.yaml"
MAX_FILES = 500
_SUFFIXES = (".yaml", ".yml")
FOLDERS = {"scenario": "", "archetype": "archetypes", "grille": "grilles", "rejeu": "rejeux"}
"""Kinds of files and the folder of the pack that holds them."""


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of a pack, by kind, in alphabetical order."""

    folder: Path
    by_kind: dict[str, tuple[Path, ...]]
    problems: tuple[Problem, ...] = field(default=())


def shown(path: Path) -> str:
    """A path as it is written in problems: from here if it is below, else whole."""
    try:
        name = path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        name = path.as_posix()
    return printable(name)


def printable(text: str) -> str:
    """A name from outside, fit for a terminal: what cannot be printed is replaced."""
    return "".join(each if each.isprintable() else "\ufffd" for each in text)


def exists(path: Path, *, folder: bool) -> bool:
    """Whether a path given by a person leads to a file or a folder; impossible names do not."""
    try:
        return path.is_dir() if folder else path.is_file()
    except (OSError, ValueError):
        return False


def find_packs(folders: tuple[Path, ...] | None = None) -> tuple[Path, ...]:
    """Every folder of packs' folders that holds a ``pack.yaml``, without doubles."""
    found: dict[Path, Path] = {}
    for parent in pack_dirs() if folders is None else folders:
        for folder in (parent, *_children(parent)):
            if (folder / MANIFEST).is_file():
                found.setdefault(folder.resolve(), folder)
    return tuple(found.values())


def pack_of(path: Path) -> Path | None:
    """The pack that a file belongs to."""
    for folder in (path.parent, path.parent.parent):
        if (folder / MANIFEST).is_file():
            return folder
    return None


def list_files(pack: Path) -> PackFiles:
    """The files of a pack; those that lead out of it, or are too many, are left out and told."""
    home = pack.resolve()
    problems: list[Problem] = []
    by_kind: dict[str, tuple[Path, ...]] = {}
    room = MAX_FILES
    for kind, name in FOLDERS.items():
        kept: list[Path] = []
        for path in _children(pack / name if name else pack):
            if path.suffix not in _SUFFIXES or path.name == MANIFEST or path.name.startswith("."):
                continue
            if not path.resolve().is_relative_to(home):
                message = "Ce lien mène hors du pack ; il n'est pas suivi."
                problems.append(problem("C121", shown(path), message, "copiez le fichier dans le pack"))
            else:
                kept.append(path)
        by_kind[kind] = tuple(kept[:room])
        if len(kept) > room:
            message = f"Ce pack dépasse {MAX_FILES} fichiers."
            problems.append(problem("C122", shown(pack), message, "répartissez-les en plusieurs packs"))
        room -= len(by_kind[kind])
    return PackFiles(pack, by_kind, tuple(problems))


def files_in(folder: Path) -> tuple[Path, ...]:
    """The YAML files directly in a folder."""
    return tuple(path for path in _children(folder) if path.suffix in _SUFFIXES)


def _children(folder: Path) -> list[Path]:
    """What a folder holds, in order; nothing if it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []
