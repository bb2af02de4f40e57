"""What a scenario may rely on: archetypes and grids, the pack's own first, then ours."""

from functools import cached_property
from pathlib import Path

from coach.assessment.grid import Grid
from coach.content.checks.grid import check_grid
from coach.content.checks.wording import check_archetype, check_lines
from coach.content.law import rule_ids
from coach.content.names import check_names
from coach.content.official import act_ids
from coach.content.packs import files_in, list_files
from coach.content.schema.grid import GRID
from coach.content.schema.pack import ARCHETYPE
from coach.content.sources import Source, load
from coach.paths import rubrics_dir
from coach.simulation.scenario import Archetype


class Shelf:
    """The content within reach of a pack; without a pack, only what we ship. Each file is read once."""

    def __init__(self, pack: Path | None = None) -> None:
        self.pack = pack
        self._archetypes: dict[Path, Source[Archetype]] = {}
        self._grids: dict[Path, Source[Grid]] = {}

    @cached_property
    def archetype_paths(self) -> dict[str, Path]:
        """Files of archetypes by identifier."""
        return self._paths("archetype", "archetypes")

    @cached_property
    def grid_paths(self) -> dict[str, Path]:
        """Files of grids by identifier."""
        return self._paths("grille", "grilles")

    @cached_property
    def scenario_paths(self) -> dict[str, Path]:
        """Files of the pack's scenarios by identifier."""
        return {path.stem: path for path in list_files(self.pack).by_kind["scenario"]} if self.pack else {}

    def archetype(self, name: str) -> Source[Archetype] | None:
        """The archetype of that name."""
        path = self.archetype_paths.get(name)
        return self.archetype_at(path) if path else None

    def archetype_at(self, path: Path) -> Source[Archetype]:
        """The archetype of that file."""
        if path not in self._archetypes:
            source = load(path, ARCHETYPE, "archetype")
            if source.root is not None:
                check_names(source.work, source.root, {"acte": act_ids()})
                check_lines(source, {"archétype": {}})
                check_archetype(source)
            self._archetypes[path] = source
        return self._archetypes[path]

    def grid(self, name: str) -> Source[Grid] | None:
        """The grid of that name."""
        path = self.grid_paths.get(name)
        return self.grid_at(path) if path else None

    def grid_at(self, path: Path) -> Source[Grid]:
        """The grid of that file."""
        if path not in self._grids:
            source = load(path, GRID, "grille")
            if source.root is not None:
                check_names(source.work, source.root, {"acte": act_ids(), "regle": rule_ids()})
                check_grid(source)
            self._grids[path] = source
        return self._grids[path]

    def _paths(self, kind: str, folder: str) -> dict[str, Path]:
        shipped = {path.stem: path for path in files_in(rubrics_dir() / folder)}
        own = {path.stem: path for path in list_files(self.pack).by_kind[kind]} if self.pack else {}
        return shipped | own
