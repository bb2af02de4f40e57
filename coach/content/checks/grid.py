"""Grids: the référentiel word for word, and indicators that can be observed."""

from coach.assessment.grid import Criterion, Grid, Indicator
from coach.content.nodes import Mapping, Path, child
from coach.content.official import criteria
from coach.content.schema.scenario import ScenarioFile
from coach.content.sources import Source
from coach.content.work import did_you_mean
from coach.simulation.scenario import Scenario

_NEEDS: dict[str, tuple[str, ...]] = {
    "acte": ("actes",),
    "absence": ("actes",),
    "ordre": ("actes", "avant"),
    "part": ("actes", "autres", "part"),
    "acte_chiffre": ("actes",),
    "acte_theme": ("actes", "mots"),
    "delai": ("evenements", "actes"),
    "ensemble": ("composants",),
    "sans_exemple": ("exemples",),
    "evenement": ("evenements",),
    "sans_evenement": ("evenements",),
    "resultat": ("reussite",),
    "accord": ("part",),
    "exemples": ("exemples",),
}
"""Keys without which a kind of indicator observes nothing."""
_OWN: dict[str, tuple[str, ...]] = {
    "actes": (
        *("acte", "absence", "ordre", "part", "acte_theme", "acte_chiffre", "suite_datee", "delai"),
        *("empathie_suivie", "personnalisation"),
    ),
    "mots": ("acte_theme",),
    "tours": ("delai",),
    "composants": ("ensemble",),
    "avant": ("ordre",),
    "autres": ("part",),
    "evenements": ("evenement", "sans_evenement", "delai"),
    "exemples": ("exemples", "sans_exemple"),
    "secondes": ("rythme",),
    "bas": ("rythme",),
    "haut": ("rythme",),
    "reussite": ("resultat",),
    "essentielles": ("informations",),
    "complet": ("acte", "objections", "ensemble"),
}
"""Kinds of indicators that use a key; a key that is absent here suits several."""
_RHYTHM = ("secondes", "bas", "haut")


def check_grid(source: Source[Grid]) -> None:
    """Every criterion of a grid, and the order of its points."""
    for path, grid in source.work.each(Grid):
        if list(grid.points) != sorted(grid.points):
            source.note(
                "C106", (*path, "points"), "Les points de TI, I, S et TS vont en croissant.", "rangez-les"
            )
    official = source.text("referentiel").lower() not in ("non", "false")
    for path, criterion in source.work.each(Criterion):
        if official:
            _check_wording(source, path, criterion)
        _check_criterion(source, path, criterion)
    check_indicators(source)


def _check_wording(source: Source[Grid], path: Path, criterion: Criterion) -> None:
    known = criteria()
    if criterion.id not in known:
        message = f"Le critère « {criterion.id} » n'est pas dans le référentiel."
        source.note("C050", (*path, "id"), message, did_you_mean(criterion.id, known))
    else:
        wording, competence = known[criterion.id]
        if criterion.label != wording:
            message = "Cet intitulé n'est pas celui du référentiel."
            source.note("C100", (*path, "intitule"), message, f"écrivez « {wording} »")
        if criterion.competence != competence:
            message = "Cette compétence n'est pas celle du référentiel."
            source.note("C101", (*path, "competence"), message, f"écrivez « {competence} »")


def _check_criterion(source: Source[Grid], path: Path, criterion: Criterion) -> None:
    if not criterion.indicators and not criterion.not_assessed:
        message = f"Le critère « {criterion.id} » n'a pas d'indicateur."
        source.note("C104", path, message, "ajoutez « indicateurs » ou « non_evalue »")
    if criterion.indicators and criterion.not_assessed:
        message = f"Le critère « {criterion.id} » est non évalué et a des indicateurs."
        source.note("C105", (*path, "non_evalue"), message, "gardez l'un des deux")
    low, middle, high = criterion.thresholds
    if not low < middle < high:
        source.note("C106", (*path, "seuils"), "Les seuils de I, S et TS vont en croissant.", "rangez-les")


def check_indicators(source: Source[object]) -> None:
    """Each indicator has what its kind needs, and nothing that its kind ignores."""
    for path, indicator in source.work.each(Indicator):
        written = _keys(source, path)
        for key in _NEEDS.get(indicator.kind, ()):
            if key not in written:
                message = f"Un indicateur « {indicator.kind} » a besoin de « {key} »."
                source.note("C102", path, message, f"ajoutez « {key}: … »")
        if indicator.kind == "rythme" and not written.intersection(_RHYTHM):
            message = "Un indicateur « rythme » a besoin de « secondes », « bas » ou « haut »."
            source.note("C102", path, message, "ajoutez l'une de ces clés")
        if indicator.weight == 0 and not indicator.blocking:
            message = "Un indicateur de poids 0 qui ne bloque rien ne sert à rien."
            source.note(
                "C103", (*path, "poids"), message, "donnez-lui un poids, ou ajoutez « bloquant: oui »"
            )
        for key in sorted(written):
            if indicator.kind not in _OWN.get(key, (indicator.kind,)):
                message = f"Un indicateur « {indicator.kind} » n'utilise pas « {key} »."
                source.note("C103", (*path, key), message, "retirez la ligne, ou changez de type")


def check_against_grid(source: Source[ScenarioFile], scenario: Scenario, grid: Source[Grid]) -> None:
    """A scenario and its grid are of the same exam, and their indicators have distinct names."""
    if grid.value is not None and grid.value.exam != scenario.exam:
        message = f"La grille « {grid.value.id} » est de l'épreuve {grid.value.exam}."
        source.note("C107", ("grille",), message, "choisissez une grille de la même épreuve")
    taken = grid.work.names.get("indicateur", {})
    for path, indicator in source.work.each(Indicator):
        if indicator.id in taken:
            message = f"La grille a déjà un indicateur « {indicator.id} » (ligne {taken[indicator.id].line})."
            source.note("C032", (*path, "id"), message, "donnez-lui un autre nom")


def _keys(source: Source[object], path: Path) -> set[str]:
    node = source.root
    for step in path:
        node = child(node, step) if node is not None else None
    return {key.value for key, _ in node.entries} if isinstance(node, Mapping) else set()
