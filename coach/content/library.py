"""What is available, and one thing by its name: scenarios, grids, replayed rehearsals."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from coach.assessment.grid import Grid, Indicator
from coach.assessment.law import Law
from coach.content.headers import read_header
from coach.content.law import law_source
from coach.content.nodes import Mapping, digest
from coach.content.packs import MANIFEST, exists, find_packs, list_files, pack_of, printable
from coach.content.problems import BrokenContentError, errors
from coach.content.scenarios import read_scenario
from coach.content.schema.pack import PACK, REPLAY, Replay
from coach.content.schema.scenario import ScenarioFile
from coach.content.shelf import Shelf
from coach.content.sources import Source, load
from coach.content.work import nearest
from coach.errors import NotFoundError
from coach.simulation.scenario import Archetype, Pack, Scenario

T = TypeVar("T")
_HEADER = frozenset({"scenario", "titre", "resume", "epreuve", "situation", "canal", "niveau", "duree"})
_MANIFEST = ("pack", "titre", "auteur", "version", "description")
_DEFAULTS = {"resume": "", "duree": "20"}


@dataclass(frozen=True, slots=True)
class LoadedScenario:
    """A scenario ready to be played, with the grid that assesses it (its own indicators included)."""

    scenario: Scenario
    grid: Grid


@dataclass(frozen=True, slots=True)
class ScenarioEntry:
    """What a list shows of a scenario, read from the first lines of its file."""

    id: str
    pack: str
    title: str
    summary: str
    exam: str
    situation: str
    channel: str
    difficulty: str
    minutes: str
    path: Path


@dataclass(frozen=True, slots=True)
class PackEntry:
    """A pack and the scenarios in it."""

    id: str
    title: str
    author: str
    version: str
    description: str
    path: Path
    scenarios: tuple[ScenarioEntry, ...]


def list_packs() -> tuple[PackEntry, ...]:
    """Every pack found, with its scenarios; cheap, and never fails on a broken file."""
    entries = []
    for folder in find_packs():
        head = read_header(folder / MANIFEST, frozenset(_MANIFEST))
        name = head.get("pack", folder.name)
        paths = list_files(folder).by_kind["scenario"]
        scenarios = tuple(_entry(path, name) for path in paths)
        title, author, version, description = (head.get(key, "") for key in _MANIFEST[1:])
        entries.append(PackEntry(name, title, author, version, description, folder, scenarios))
    return tuple(entries)


def list_scenarios() -> tuple[ScenarioEntry, ...]:
    """Every scenario found, in the order of packs."""
    return tuple(scenario for pack in list_packs() for scenario in pack.scenarios)


def _entry(path: Path, pack: str) -> ScenarioEntry:
    head = {**_DEFAULTS, **read_header(path, _HEADER)}
    return ScenarioEntry(
        id=path.stem,
        pack=pack,
        title=head.get("titre", path.stem),
        summary=head["resume"],
        exam=head.get("epreuve", ""),
        situation=head.get("situation", ""),
        channel=head.get("canal", ""),
        difficulty=head.get("niveau", ""),
        minutes=head["duree"],
        path=path,
    )


def load_scenario(name: str) -> LoadedScenario:
    """The scenario of that identifier (``pack/scenario`` if two packs share it), or of that file.

    Raises `NotFoundError` with the nearest names, or `BrokenContentError` with every problem.
    """
    path = scenario_path(name)
    return assemble(path, Shelf(pack_of(path)))


def scenario_path(name: str) -> Path:
    """The file of a scenario. Raises `NotFoundError` with the nearest names."""
    as_path = Path(name)
    if as_path.suffix in (".yaml", ".yml") and exists(as_path, folder=False):
        return as_path
    known: dict[str, Path] = {}
    for pack in find_packs():
        for path in list_files(pack).by_kind["scenario"]:
            known.setdefault(path.stem, path)
            known.setdefault(f"{pack.name}/{path.stem}", path)
    if name not in known:
        raise _not_found("Le scénario", name, [each for each in known if "/" not in each])
    return known[name]


def load_grid(name: str, pack: Path | None = None) -> Grid:
    """The grid of that identifier. Raises as `load_scenario` does."""
    shelf = Shelf(pack)
    source = shelf.grid(name)
    if source is None:
        raise _not_found("La grille", name, shelf.grid_paths)
    grid, law = _with_law(usable(source))
    return replace(grid, digest=source.digest(*law))


def list_grids() -> tuple[str, ...]:
    """Identifiers of the grids we ship."""
    return tuple(Shelf().grid_paths)


def second_views(channel: str) -> tuple[str, ...]:
    """Identifiers of the grids we ship that look again at any rehearsal on a channel."""
    keys = frozenset({"seconde_vue"})
    return tuple(
        name
        for name, path in Shelf().grid_paths.items()
        if read_header(path, keys).get("seconde_vue") == channel
    )


def load_pack(folder: Path) -> Pack:
    """The manifest of a pack. Raises `BrokenContentError`."""
    return usable(load(folder / MANIFEST, PACK))


def load_replay(path: Path) -> Replay:
    """A replayed rehearsal. Raises `BrokenContentError` when its shape is wrong."""
    return usable(load(path, REPLAY))


def list_replays(scenario: str) -> tuple[Path, ...]:
    """The replays of a scenario, by name of file."""
    pack = pack_of(scenario_path(scenario))
    paths = list_files(pack).by_kind["rejeu"] if pack else ()
    return tuple(path for path in paths if path.name.split(".")[0] == scenario)


def usable(source: Source[T]) -> T:
    """The object of a source. Raises `BrokenContentError` if it has errors."""
    if source.value is None or source.broken:
        raise BrokenContentError(errors(source.problems))
    return source.value


def assemble(path: Path, shelf: Shelf) -> LoadedScenario:
    """A scenario with its archetype and its grid, digests set. Raises `BrokenContentError`."""
    source = read_scenario(path, shelf)
    archetype = shelf.archetype(source.text("personnage", "archetype"))
    grid = shelf.grid(source.text("grille"))
    faults = [fault for each in (source, archetype, grid) if each for fault in errors(each.problems)]
    if faults or source.value is None or archetype is None or grid is None:
        raise BrokenContentError(faults)
    return LoadedScenario(_whole(source, source.value, archetype, shelf), _merged(source, source.value, grid))


def _whole(
    source: Source[ScenarioFile], file: ScenarioFile, archetype: Source[Archetype], shelf: Shelf
) -> Scenario:
    manifest = read_header(shelf.pack / MANIFEST, frozenset({"pack"})) if shelf.pack else {}
    return replace(
        file.scenario,
        pack=manifest.get("pack", ""),
        archetype=usable(archetype),
        digest=source.digest(archetype),
    )


def _merged(source: Source[ScenarioFile], file: ScenarioFile, grid: Source[Grid]) -> Grid:
    """The grid with the scenario's own indicators at the end of the criteria they bear on."""
    base = usable(grid)
    own: dict[str, list[Indicator]] = {}
    for indicator in file.indicators:
        own.setdefault(indicator.criterion, []).append(indicator)
    merged = tuple(
        replace(each, indicators=(*each.indicators, *own[each.id]), not_assessed="")
        if each.id in own
        else each
        for each in base.criteria
    )
    whole, law = _with_law(replace(base, criteria=merged))
    own_node = source.root.get("indicateurs") if isinstance(source.root, Mapping) else None
    nodes = [grid.root, own_node, *(each.root for each in law)]
    return replace(whole, digest=digest(*(node for node in nodes if node)))


def _with_law(grid: Grid) -> tuple[Grid, tuple[Source[Law], ...]]:
    """The grid with the law that it cites; and the file of it, if it cites any."""
    if not any(each.law for criterion in grid.criteria for each in criterion.indicators):
        return grid, ()
    source = law_source()
    return replace(grid, law=usable(source)), (source,)


def _not_found(what: str, name: str, known: Iterable[str]) -> NotFoundError:
    known, name = sorted(known), printable(name[:60])
    near = nearest(name, known)
    if near:
        return NotFoundError(f"{what} « {name} » est introuvable. Vouliez-vous dire « {near} » ?")
    listed = f" Disponibles : {', '.join(known)}." if known else " Aucun n'est installé."
    return NotFoundError(f"{what} « {name} » est introuvable.{listed}")
