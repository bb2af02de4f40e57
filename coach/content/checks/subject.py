"""Parameters, sets of modifications, and whether each draw leaves room for an agreement."""

from coach.content.checks.draws import Draw, draws, number
from coach.content.schema.scenario import ScenarioFile
from coach.content.sources import Source
from coach.simulation.scenario import Issue, IssueSide, Parameter, Scenario

_ENOUGH_SETS = 3
_USES = ("champ", "montant", "parametre")
_SHEETS = ("fiche_sujet", "fiche_jury", "documents")
"""What is read before or after the play: changing only that leaves the talk as it was."""


def check_subject(source: Source[ScenarioFile], scenario: Scenario) -> None:
    """Everything about the draw of a subject."""
    if len(scenario.sets) < _ENOUGH_SETS:
        message = f"{len(scenario.sets)} jeu(x) de modifications."
        source.note("C070", ("jeux",), message, "écrivez-en au moins trois")
    _check_parameters(source, scenario, _used(source, ("jeux",)))
    _check_sets(source, scenario, _used(source, ("jeux", *_SHEETS)))
    _check_issues(source, scenario)


def _used(source: Source[ScenarioFile], outside: tuple[str, ...]) -> set[str]:
    """Parameters that something depends on, apart from some top-level keys."""
    return {
        reference.name
        for reference in source.work.references
        if reference.space in _USES and reference.path[0] not in outside
    }


def _check_parameters(source: Source[ScenarioFile], scenario: Scenario, used: set[str]) -> None:
    for index, parameter in enumerate(scenario.parameters):
        if parameter.id not in used:
            message = f"Le paramètre « {parameter.id} » n'est utilisé nulle part."
            advice = f"écrivez {{{parameter.id}}} dans un texte, un montant ou une condition"
            source.note("C071", ("parametres", index), message, advice)


def _check_sets(source: Source[ScenarioFile], scenario: Scenario, used: set[str]) -> None:
    originals = {parameter.id: parameter for parameter in scenario.parameters}
    seen: dict[frozenset[tuple[str, object]], str] = {}
    for index, each in enumerate(scenario.sets):
        for name, value in each.changes:
            path = ("jeux", index, "change", name)
            _check_change(source, originals.get(name), value, path)
        if not used.intersection(name for name, _ in each.changes):
            message = f"Le jeu « {each.id} » ne change rien à l'échange."
            source.note(
                "C072",
                ("jeux", index),
                message,
                "servez-vous de ses paramètres dans une réplique ou un montant",
            )
        twin = seen.setdefault(frozenset(each.changes), each.id)
        if twin != each.id:
            message = f"Le jeu « {each.id} » fait les mêmes modifications que « {twin} »."
            source.note("C077", ("jeux", index), message, "modifiez autre chose, ou retirez l'un des deux")


def _check_change(
    source: Source[ScenarioFile], parameter: Parameter | None, value: float | str, path: tuple[str | int, ...]
) -> None:
    if parameter is None:
        return
    if value == parameter.original:
        message = f"« {parameter.id} » garde sa valeur originale."
        source.note("C073", path, message, "changez la valeur, ou retirez la ligne")
    elif isinstance(value, str) != isinstance(parameter.original, str):
        nature = "un texte" if isinstance(parameter.original, str) else "un nombre"
        source.note(
            "C074", path, f"« {parameter.id} » est {nature} dans l'activité originale.", "gardez sa nature"
        )


def _check_issues(source: Source[ScenarioFile], scenario: Scenario) -> None:
    possible = draws(scenario)
    for index, issue in enumerate(scenario.issues):
        path = ("negociation", "points", index)
        up = issue.character_wants == "plus"
        _check_order(source, (*path, "personnage"), issue.character, possible, not up)
        _check_order(source, (*path, "etudiant"), issue.student, possible, up)
        closed = [name for name, values in possible.items() if _gap(issue, values)]
        if closed:
            message = f"Les limites ne se rejoignent pas sur « {issue.id} » ({_which(closed, possible)})."
            source.note("C076", path, message, "rapprochez les deux limites")


def _check_order(
    source: Source[ScenarioFile],
    path: tuple[str | int, ...],
    side: IssueSide,
    possible: dict[str, Draw],
    rising: bool,
) -> None:
    """From the opening to the limit, values go one way: up if `rising`, else down."""
    wrong = []
    for name, values in possible.items():
        numbers = [number(amount, values) for amount in (side.opening, side.target, side.limit)]
        known = [each for each in numbers if each is not None]
        if len(known) == len(numbers) and known != sorted(known, reverse=not rising):
            wrong.append(name)
    if wrong:
        way = "ouverture ≤ objectif ≤ limite" if rising else "ouverture ≥ objectif ≥ limite"
        message = f"Il faut {way} ({_which(wrong, possible)})."
        source.note("C075", path, message, "remettez les trois valeurs dans l'ordre")


def _which(names: list[str], possible: dict[str, Draw]) -> str:
    return "dans tous les tirages" if len(names) == len(possible) else ", ".join(names)


def _gap(issue: Issue, values: Draw) -> bool:
    """Whether no value suits both limits."""
    student, character = number(issue.student.limit, values), number(issue.character.limit, values)
    if student is None or character is None:
        return False
    return character > student if issue.character_wants == "plus" else character < student
