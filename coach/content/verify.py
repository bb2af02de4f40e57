"""`coach verifier`: every problem of a file, of a pack, or of everything that is installed."""

from pathlib import Path

from coach.content.law import coverage_at, coverage_source, law_at, law_source
from coach.content.packs import MANIFEST, exists, files_in, find_packs, list_files, pack_of, shown
from coach.content.problems import Problem, in_order, problem
from coach.content.reader import read_file
from coach.content.scenarios import read_replay, read_scenario
from coach.content.schema.pack import PACK
from coach.content.shelf import Shelf
from coach.content.sources import Source, load, recognise, unrecognised
from coach.paths import rubrics_dir


def check(path: Path | None = None, *, hints: bool = False) -> list[Problem]:
    """The problems of a file, a pack or a folder of packs; without a path, of all that is found. `hints`:
    what could be better too, though nothing is wrong."""
    return [found for found in _check(path) if hints or found.severity != "conseil"]


def _check(path: Path | None) -> list[Problem]:
    if path is None:
        return in_order(_check_everything())
    if exists(path, folder=True):
        packs = find_packs((path,))
        if not packs:
            message = "Ce dossier ne contient pas de fichier pack.yaml."
            return [problem("C120", shown(path), message, "créez-le : cinq lignes suffisent")]
        return in_order(_check_packs(packs))
    return in_order(_check_file(path, Shelf(pack_of(path))))


def _check_everything() -> list[Problem]:
    faults: list[Problem] = []
    ours = Shelf()
    for path in files_in(rubrics_dir() / "archetypes"):
        faults += ours.archetype_at(path).problems
    for path in files_in(rubrics_dir() / "grilles"):
        faults += ours.grid_at(path).problems
    faults += [*law_source().problems, *coverage_source().problems]
    return faults + _check_acts() + _check_packs(find_packs())


def _check_packs(packs: tuple[Path, ...]) -> list[Problem]:
    faults: list[Problem] = []
    seen: dict[str, Path] = {}
    for pack in packs:
        faults += _check_pack(pack)
        for path in list_files(pack).by_kind["scenario"]:
            earlier = seen.setdefault(path.stem.casefold(), path)
            if earlier != path:
                message = f"Un autre scénario se nomme « {path.stem} » ({shown(earlier)})."
                faults.append(problem("C124", shown(path), message, "renommez l'un des deux"))
    return faults


def _check_pack(pack: Path) -> list[Problem]:
    files = list_files(pack)
    shelf = Shelf(pack)
    faults = [*files.problems, *load(pack / MANIFEST, PACK).problems]
    for paths in files.by_kind.values():
        for path in paths:
            faults += _check_file(path, shelf)
    if not files.by_kind["scenario"]:
        message = "Ce pack ne contient aucun scénario."
        faults.append(problem("C123", shown(pack / MANIFEST), message, "posez-en un à côté de pack.yaml"))
    return faults


def _check_file(path: Path, shelf: Shelf) -> list[Problem]:
    """The problems of a file, whatever it is."""
    root, problems = read_file(path, shown(path))
    if root is None:
        return problems
    source: Source[object]
    match recognise(root):
        case "scenario":
            source = read_scenario(path, shelf)
        case "grille":
            source = shelf.grid_at(path)
        case "archetype":
            source = shelf.archetype_at(path)
        case "rejeu":
            source = read_replay(path, shelf)
        case "loi":
            source = law_at(path)
        case "non_observables":
            source = coverage_at(path)
        case "pack":
            source = load(path, PACK)
        case "actes":
            return [fault for fault in _check_acts(path) if fault.file == shown(path)]
        case _:
            return [*problems, unrecognised(shown(path))]
    return source.problems


def _check_acts(path: Path | None = None) -> list[Problem]:
    """The problems of our library of acts, or of one file of acts, which may quote ours."""
    from coach.content.acts import library_files, read_acts  # late: it brings the understanding with it

    files = library_files()
    return read_acts(files if path is None else (files[0], path))[1]
