"""How a grid, its criteria and its indicators are written."""

from dataclasses import replace
from typing import Any, get_args

from coach.assessment.grid import LEVELS, Criterion, Grid, Indicator, IndicatorKind
from coach.content.kinds import Choice, Name, Number, Prose, Ref, Version, Whole, YesNo
from coach.content.records import Field, ListOf, Record
from coach.content.schema.parts import ACTS, EVENTS, FREE, NAMES, SCENES, TEXTS
from coach.simulation.scenario import Channel, Exam, Success

EXAM = Choice(get_args(Exam))
LEVEL = Choice(LEVELS)
SUCCESS = Choice(get_args(Success))
_SHARE = Number(0, 1)


def _indicator(**values: Any) -> Indicator:
    return Indicator(**{"criterion": "", **values})


def _criterion(**values: Any) -> Criterion:
    criterion = Criterion(**values)
    indicators = tuple(replace(each, criterion=criterion.id) for each in criterion.indicators)
    return replace(criterion, indicators=indicators)


_INDICATOR_HEAD = (
    Field("id", "id", Name(("indicateur",)), "Identifiant de l'indicateur.", required=True),
    Field("libelle", "label", Prose(200, slots=None), "Le fait observé, dit au positif.", required=True),
    Field("type", "kind", Choice(get_args(IndicatorKind)), "La manière de l'observer.", required=True),
    Field(
        "poids",
        "weight",
        Number(0, 10),
        "Son poids dans le critère (1 par défaut ; 0 : il ne fait que bloquer).",
    ),
    Field("conseil", "advice", FREE, "Ce qu'il faut faire la prochaine fois.", required=True),
    Field("manque", "missing", FREE, "Comment dire l'absence : « aucune reformulation ».", required=True),
    Field("actes", "acts", ACTS, "Les actes recherchés."),
    Field("avant", "before", ACTS, "Pour « ordre » : les actes qui doivent venir après."),
    Field("autres", "others", ACTS, "Pour « part » : les actes auxquels on les compare."),
    Field("evenements", "events", EVENTS, "Les évènements recherchés."),
    Field(
        "exemples", "examples", TEXTS, "Des exemples de ce que l'étudiant peut dire (ou ne doit pas dire)."
    ),
    Field(
        "mots",
        "words",
        ListOf(Prose(60, slots=None), single=True),
        "Pour « acte_theme » : les mots du sujet.",
    ),
)
_INDICATOR_TAIL = (
    Field("combien", "count", Whole(1, 50), "Nombre de fois nécessaire (1 par défaut)."),
    Field("part", "share", _SHARE, "Part nécessaire, de 0 à 1 (1 par défaut)."),
    Field("tours", "within", Whole(1, 10), "Pour « delai » : nombre de tours pour répondre (1 par défaut)."),
    Field("secondes", "seconds", Number(0, 600), "Pour « rythme » : temps de réponse médian au plus."),
    Field("bas", "low", _SHARE, "Pour « rythme » : part de parole au moins."),
    Field("haut", "high", _SHARE, "Pour « rythme » : part de parole au plus."),
    Field("reussite", "success", SUCCESS, "Pour « resultat » : issue au moins aussi bonne."),
    Field("essentielles", "essential", YesNo(), "Pour « informations » : seulement les essentielles."),
    Field("complet", "full", YesNo(), "Pour « objections » : accueillir, creuser, répondre, contrôler."),
    Field("loi", "law", Ref("regle", "de règle"), "La règle de droit en jeu ; sans objet, on n'évalue pas."),
    Field("bloquant", "blocking", YesNo(), "S'il manque, le critère ne dépasse pas « plafond »."),
    Field("plafond", "cap", LEVEL, "Le niveau à ne pas dépasser (I par défaut)."),
    Field("premiers_tours", "first_turns", Whole(1, 100), "Seulement dans les premiers tours."),
    Field("derniers_tours", "last_turns", Whole(1, 100), "Seulement dans les derniers tours."),
)

_PLACES = Field("scenes", "scenes", NAMES, "Seulement dans ces scènes.")
_NOT_OF_A_COMPONENT = ("id", "libelle", "poids", "conseil", "loi", "bloquant", "plafond")
COMPONENT = Record(
    "composant",
    "Une observation parmi celles d'un « ensemble ». Un composant n'en contient pas d'autres.",
    lambda **values: _indicator(**{"id": "", "label": "", **values}),
    tuple(
        each for each in (*_INDICATOR_HEAD, _PLACES, *_INDICATOR_TAIL) if each.key not in _NOT_OF_A_COMPONENT
    ),
)
_COMPONENTS = Field(
    "composants", "components", ListOf(COMPONENT, 2, 6), "Pour « ensemble » : ce que l'on réunit."
)

INDICATOR = Record(
    "indicateur",
    "Un fait observable, avec son poids et un conseil.",
    _indicator,
    (
        *_INDICATOR_HEAD,
        _PLACES,
        *_INDICATOR_TAIL,
        _COMPONENTS,
    ),
)
SCENARIO_INDICATOR = Record(
    "indicateur_du_scenario",
    "Un indicateur propre au scénario, ajouté à un critère de sa grille.",
    _indicator,
    (
        Field(
            "critere", "criterion", Ref("critere", "de critère"), "Le critère qu'il éclaire.", required=True
        ),
        *_INDICATOR_HEAD,
        Field("scenes", "scenes", SCENES, "Seulement dans ces scènes."),
        *_INDICATOR_TAIL,
        _COMPONENTS,
    ),
)

CRITERION = Record(
    "critere",
    "Un critère du référentiel, mot pour mot.",
    _criterion,
    (
        Field("id", "id", Name(("critere",)), "Identifiant du critère dans le référentiel.", required=True),
        Field("intitule", "label", FREE, "Intitulé du référentiel, mot pour mot.", required=True),
        Field("competence", "competence", FREE, "Compétence du référentiel, mot pour mot.", required=True),
        Field("poids", "weight", Number(0.1, 10), "Son poids dans la note (1 par défaut)."),
        Field(
            "seuils", "thresholds", ListOf(_SHARE, 3, 3), "Part des indicateurs dès laquelle on est I, S, TS."
        ),
        Field("non_evalue", "not_assessed", FREE, "Pourquoi une simulation ne peut pas le montrer."),
        Field("indicateurs", "indicators", ListOf(INDICATOR), "Ce que l'on observe."),
    ),
)

GRID: Record[Grid] = Record(
    "grille",
    "Une grille d'entraînement.",
    Grid,
    (
        Field("format", "", Version(), "Version du format : 1.", required=True),
        Field("grille", "id", Name(), "Identifiant : le nom du fichier.", required=True),
        Field("titre", "title", Prose(120, slots=None), "Titre.", required=True),
        Field("epreuve", "exam", EXAM, "Épreuve.", required=True),
        Field("source", "source", FREE, "Texte officiel dont elle vient.", required=True),
        Field("referentiel", "official", YesNo(), "« non » : une grille de métier (oui par défaut)."),
        Field("seconde_vue", "second_view", Choice(get_args(Channel)), "Proposée aussi après ce canal."),
        Field("points", "points", ListOf(Number(0, 20), 4, 4), "Points de TI, I, S et TS."),
        Field("criteres", "criteria", ListOf(CRITERION, 1), "Les critères, dans l'ordre.", required=True),
    ),
)
