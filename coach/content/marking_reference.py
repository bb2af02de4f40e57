"""The generated parts of ``docs/evaluation.md``: kinds of indicators, grids, criteria, rules of law."""

from collections.abc import Iterator

from coach.assessment.grid import Grid, Indicator, IndicatorKind
from coach.assessment.law import day
from coach.content.law import COVERAGE_FILE, LAW_FILE, coverage_at, law_at
from coach.content.library import list_grids, load_grid
from coach.content.official import criteria
from coach.paths import rubrics_dir

OBSERVED: dict[IndicatorKind, tuple[str, str]] = {
    "acte": (
        "un des `actes` dans au moins `combien` tours ; avec `complet`, chacun d'eux",
        "citations, ou absence prouvée",
    ),
    "absence": ("aucune des fautes citées ; `combien` fautes font tout perdre", "citations de la faute"),
    "ordre": (
        "`combien` tours avec un des `actes` avant le premier des actes `avant`",
        "citations, et l'acte venu trop tôt",
    ),
    "part": ("part des `actes` parmi eux et les `autres`, sur au moins `combien`", "citations et compte"),
    "acte_theme": (
        "un des `actes` dit à propos d'un sujet : un des `mots`, ou de la même famille, dans la phrase ou la "
        "suivante",
        "la phrase qui en parle",
    ),
    "acte_chiffre": (
        "un acte avec un chiffre dans la phrase, ou la suivante",
        "citations ; actes sans chiffre",
    ),
    "suite_datee": ("une suite avec une date, une heure ou un court délai", "citations ; suites sans date"),
    "empathie_suivie": (
        "de l'empathie suivie d'un fait, d'une date, d'une question ou d'une action",
        "citations ; formules seules",
    ),
    "informations": (
        "part des informations découvertes ; avec `essentielles`, celles-là seulement",
        "la question qui a fait dire, et ce qui manque",
    ),
    "objections": (
        "part des objections levées ; avec `complet`, part des quatre temps suivis",
        "la réponse, et le sort de chaque objection",
    ),
    "evenement": ("un fait du jeu, dans au moins `combien` tours", "les mots qui l'ont produit"),
    "sans_evenement": ("aucun de ces faits ; `combien` font tout perdre", "les mots qui l'ont produit"),
    "contreparties": ("part des concessions faites contre quelque chose", "demandes, et concessions seules"),
    "mandat": ("aucune offre au-delà de ce que permet la fiche-sujet", "l'offre de trop"),
    "resultat": ("l'issue, comparée à l'objectif `reussite`", "l'issue atteinte"),
    "accord": (
        "la valeur des points accordés, comparée au mieux que le personnage pouvait accepter : 1 au mieux, "
        "0,25 à la limite du mandat",
        "chaque point et sa valeur",
    ),
    "chiffres": ("`combien` chiffres exacts du dossier", "les chiffres cités, les chiffres faux"),
    "personnalisation": (
        "le nom, l'entreprise, les propos du client repris ; avec `actes`, ses propos repris dans un de ces "
        "actes",
        "les mots repris",
    ),
    "notes": ("ce qui a été appris ou convenu, retrouvé dans le bloc-notes", "ce qui est noté"),
    "entretien": ("part des réponses étayées devant la commission", "les réponses"),
    "delai": (
        "part des évènements auxquels un des `actes` répond dans les `tours` suivants",
        "réponses, et tours restés sans réponse",
    ),
    "ensemble": (
        "plusieurs observations réunies : au moins `combien` d'entre elles, ou toutes avec `complet`",
        "celles de ses composants",
    ),
    "rythme": ("temps de réponse médian, ou part de parole", "la mesure"),
    "exemples": ("des phrases proches de celles de l'auteur", "citations, ou absence prouvée"),
    "sans_exemple": (
        "aucune phrase qui affirme ce qu'affirme un des `exemples` ; la nier n'est pas la dire",
        "citation de la phrase",
    ),
}
"""What each kind observes, and what it shows."""


def tables() -> dict[str, str]:
    """Every generated table, by the name of its place."""
    grids = [load_grid(name) for name in list_grids()]
    return {
        "types": _table("type | ce qu'il observe | exemple (poids) | preuve | conseil", _kinds(grids)),
        "grilles": _table(
            "grille | épreuve | critères évalués | indicateurs | dont règles de droit", _grids(grids)
        ),
        "criteres": _table(
            "critère | grilles qui l'évaluent, ou pourquoi aucune ne le peut", _criteria(grids)
        ),
        "loi": _table("règle | ce qu'elle dit | source | depuis | s'applique", _rules()),
    }


def _table(head: str, rows: Iterator[str]) -> str:
    columns = head.count("|") + 1
    return "\n".join([f"| {head} |", "|" + "---|" * columns, *rows, ""])


def _indicators(grid: Grid) -> list[Indicator]:
    return [each for criterion in grid.criteria for each in criterion.indicators]


def _kinds(grids: list[Grid]) -> Iterator[str]:
    shipped = [each for grid in grids for each in _indicators(grid)]
    for kind, (observed, shown) in OBSERVED.items():
        example = next(each for each in shipped if each.kind == kind)
        weight = f"{example.weight:g}".replace(".", ",")
        yield f"| `{kind}` | {observed} | {example.label} ({weight}) | {shown} | {example.advice} |"


def _grids(grids: list[Grid]) -> Iterator[str]:
    for grid in grids:
        indicators = _indicators(grid)
        assessed = sum(1 for each in grid.criteria if each.indicators)
        law = sum(1 for each in indicators if each.law)
        yield (
            f"| {grid.title} (`{grid.id}`) | {grid.exam if grid.official else 'métier'} "
            f"| {assessed} sur {len(grid.criteria)} | {len(indicators)} | {law} |"
        )


def _criteria(grids: list[Grid]) -> Iterator[str]:
    coverage = coverage_at(rubrics_dir() / COVERAGE_FILE).value
    reasons = {each.criterion: each.reason for each in coverage.unseen} if coverage else {}
    for name, (wording, _) in criteria().items():
        found = [
            f"`{grid.id}`"
            for grid in grids
            if any(each.id == name and each.indicators for each in grid.criteria)
        ]
        yield f"| {wording} (`{name}`) | {', '.join(found) or 'Non observable. ' + reasons[name]} |"


def _rules() -> Iterator[str]:
    law = law_at(rubrics_dir() / LAW_FILE).value
    for rule in law.rules if law else ():
        reach = rule.reach
        parts: list[str] = [reach.client or "", *reach.channels, *reach.situations, *reach.sectors]
        if reach.contract is not None:
            parts.append("contrat en cours" if reach.contract else "sans contrat en cours")
        if reach.recorded:
            parts.append("échange enregistré")
        since = day(rule.since) if rule.since else "—"
        where = ", ".join(part for part in parts if part)
        yield f"| `{rule.id}` | {rule.text} | {rule.source} | {since} | {where} |"
