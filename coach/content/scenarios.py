"""One scenario or one replay, read and checked against everything that it relies on."""

from collections.abc import Iterable
from pathlib import Path

from coach.content.checks.draws import draws
from coach.content.checks.grid import check_against_grid, check_indicators
from coach.content.checks.script import check_conditions, check_script
from coach.content.checks.subject import check_subject
from coach.content.checks.wording import check_lines, check_questions, check_requests, check_variety
from coach.content.law import rule_ids
from coach.content.names import UNKNOWN_IN_SCRIPT, check_names
from coach.content.official import act_ids
from coach.content.schema.pack import REPLAY, Replay
from coach.content.schema.scenario import SCENARIO, ScenarioFile
from coach.content.shelf import Shelf
from coach.content.sources import Source, load

_STRENGTHS = ("fort", "moyen", "faible")


def read_scenario(path: Path, shelf: Shelf) -> Source[ScenarioFile]:
    """A scenario file with every problem found in it."""
    source = load(path, SCENARIO, "scenario")
    if source.root is None:
        return source
    grid = shelf.grid(source.text("grille"))
    known: dict[str, Iterable[str]] = {
        "acte": act_ids(),
        "regle": rule_ids(),
        "archetype": shelf.archetype_paths,
        "grille": shelf.grid_paths,
        "critere": _names(grid, "critere"),
    }
    check_names(source.work, source.root, known)
    check_conditions(source)
    check_questions(source)
    check_requests(source)
    check_variety(source)
    check_indicators(source)
    if source.value is not None:
        scenario = source.value.scenario
        check_lines(source, draws(scenario))
        if not any(fault.code in UNKNOWN_IN_SCRIPT for fault in source.problems):
            check_script(source, scenario)
        check_subject(source, scenario)
        if grid is not None:
            check_against_grid(source, scenario, grid)
    return source


def read_replay(path: Path, shelf: Shelf) -> Source[Replay]:
    """A replay with every problem found in it; what it names must be in its scenario and its grid."""
    source = load(path, REPLAY)
    if source.root is None:
        return source
    name = source.text("scenario")
    known: dict[str, Iterable[str]] = {"scenario": shelf.scenario_paths}
    if name in shelf.scenario_paths:
        scenario = load(shelf.scenario_paths[name], SCENARIO)
        known["jeu"] = _names(scenario, "jeu")
        known["fin"] = _names(scenario, "fin")
        known["critere"] = _names(shelf.grid(scenario.text("grille")), "critere")
        check_names(source.work, source.root, known)
    else:
        source.work.references[:] = [each for each in source.work.references if each.space == "scenario"]
        check_names(source.work, source.root, known)
    _check_file_name(source, name)
    return source


def _check_file_name(source: Source[Replay], scenario: str) -> None:
    parts = source.path.stem.split(".")
    if len(parts) != 2 or parts[1] not in _STRENGTHS or parts[0].casefold() != scenario.casefold():
        advice = f"{scenario or 'scenario'}.fort.yaml, .moyen.yaml ou .faible.yaml"
        source.note("C125", (), f"Un rejeu ne se nomme pas « {source.path.name} ».", advice)


def _names(source: Source[object] | None, space: str) -> tuple[str, ...]:
    """What another file declares, even if it has faults elsewhere."""
    return tuple(source.work.names.get(space, ())) if source else ()
