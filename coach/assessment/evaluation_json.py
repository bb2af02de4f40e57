"""An evaluation as stable JSON with French keys, and back.

version 1
grille, empreinte_grille, scenario, moteur
repere_sur_20      the « repère d'entraînement », or null
priorite           {texte, critere, indicateur}: one thing to do next time
points_forts       [texts]
criteres           [{id, intitule, niveau (TI, I, S, TS or null), score, non_evalue, plafonne_par,
                     indicateurs}]
indicateurs        [{id, libelle, score (0 to 1 or null), poids, preuves, conseil, mieux, moment}]
preuves            [{type (citation, contre-exemple, absence, fait), texte, tour, debut, fin, dernier_tour,
                     raison}]
"""

import json
from typing import get_args

from coach.assessment.evaluation import CriterionResult, Evaluation, Evidence, EvidenceKind, IndicatorResult
from coach.assessment.grid import LEVELS, LevelName
from coach.simulation.json_values import LONGEST_TEXT, Fields, JsonObject, check_version, parse

EVALUATION_VERSION = 1
WHAT = "l'évaluation"
_MOST = 200
_EVALUATION = frozenset(
    {
        "version",
        "grille",
        "empreinte_grille",
        "scenario",
        "moteur",
        "repere_sur_20",
        "priorite",
        "points_forts",
    }
    | {"criteres"}
)
_PRIORITY = frozenset({"texte", "critere", "indicateur"})
_CRITERION = frozenset({"id", "intitule", "niveau", "score", "non_evalue", "plafonne_par", "indicateurs"})
_INDICATOR = frozenset({"id", "libelle", "score", "poids", "preuves", "conseil", "mieux", "moment"})
_EVIDENCE = frozenset({"type", "texte", "tour", "debut", "fin", "dernier_tour", "raison"})
_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)


def to_dict(evaluation: Evaluation) -> JsonObject:
    """The evaluation as JSON data."""
    return {
        "version": EVALUATION_VERSION,
        "grille": evaluation.grid,
        "empreinte_grille": evaluation.grid_digest,
        "scenario": evaluation.scenario,
        "moteur": evaluation.engine,
        "repere_sur_20": evaluation.mark,
        "priorite": {
            "texte": evaluation.priority,
            "critere": evaluation.priority_criterion,
            "indicateur": evaluation.priority_indicator,
        },
        "points_forts": list(evaluation.strengths),
        "criteres": [_criterion_to_dict(each) for each in evaluation.criteria],
    }


def to_json(evaluation: Evaluation) -> str:
    """The evaluation as a JSON document; same evaluation, same bytes."""
    return json.dumps(to_dict(evaluation), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def from_dict(data: object) -> Evaluation:
    """The evaluation, checked. Raises `ContentError` with a French sentence."""
    if isinstance(data, dict):
        check_version(data.get("version"), EVALUATION_VERSION, WHAT)
    fields = Fields(data, WHAT, "", _EVALUATION)
    priority = fields.inside("priorite", _PRIORITY)
    return Evaluation(
        grid=fields.text("grille"),
        grid_digest=fields.text("empreinte_grille"),
        scenario=fields.text("scenario"),
        engine=fields.text("moteur"),
        criteria=tuple(_criterion(each) for each in fields.each("criteres", _CRITERION, _MOST)),
        mark=fields.maybe_number("repere_sur_20"),
        priority=priority.prose("texte"),
        strengths=fields.texts("points_forts", _MOST),
        priority_criterion=priority.text("critere"),
        priority_indicator=priority.text("indicateur"),
    )


def from_json(text: str) -> Evaluation:
    """The evaluation of a JSON document. Raises `ContentError` with a French sentence."""
    return from_dict(parse(text, WHAT))


def _criterion_to_dict(criterion: CriterionResult) -> JsonObject:
    return {
        "id": criterion.id,
        "intitule": criterion.label,
        "niveau": criterion.level,
        "score": criterion.score,
        "non_evalue": criterion.not_assessed,
        "plafonne_par": criterion.capped_by,
        "indicateurs": [_indicator_to_dict(each) for each in criterion.indicators],
    }


def _indicator_to_dict(indicator: IndicatorResult) -> JsonObject:
    return {
        "id": indicator.id,
        "libelle": indicator.label,
        "score": indicator.score,
        "poids": indicator.weight,
        "preuves": [
            {
                "type": item.kind,
                "texte": item.text,
                "tour": item.turn,
                "debut": item.start,
                "fin": item.end,
                "dernier_tour": item.last_turn,
                "raison": item.reason,
            }
            for item in indicator.evidence
        ],
        "conseil": indicator.advice,
        "mieux": indicator.better,
        "moment": indicator.moment,
    }


def _criterion(fields: Fields) -> CriterionResult:
    level: LevelName | None = None if fields.is_null("niveau") else fields.choice("niveau", LEVELS)
    return CriterionResult(
        id=fields.text("id"),
        label=fields.prose("intitule"),
        level=level,
        score=fields.maybe_number("score"),
        indicators=tuple(_indicator(each) for each in fields.each("indicateurs", _INDICATOR, _MOST)),
        not_assessed=fields.prose("non_evalue"),
        capped_by=fields.prose("plafonne_par"),
    )


def _indicator(fields: Fields) -> IndicatorResult:
    return IndicatorResult(
        id=fields.text("id"),
        label=fields.prose("libelle"),
        score=fields.maybe_number("score"),
        weight=fields.number("poids", 0),
        evidence=tuple(_evidence(each) for each in fields.each("preuves", _EVIDENCE, _MOST)),
        advice=fields.prose("conseil"),
        better=fields.prose("mieux"),
        moment=fields.maybe_whole("moment"),
    )


def _evidence(fields: Fields) -> Evidence:
    return Evidence(
        kind=fields.choice("type", _KINDS),
        text=fields.prose("texte"),
        turn=fields.maybe_whole("tour"),
        start=fields.whole("debut", 0, LONGEST_TEXT),
        end=fields.whole("fin", 0, LONGEST_TEXT),
        last_turn=fields.maybe_whole("dernier_tour"),
        reason=fields.prose("raison"),
    )
