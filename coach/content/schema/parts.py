"""Parts of the format that several kinds of files share: texts, lines, conditions, mood."""

from typing import get_args

from coach.content.kinds import Choice, Flag, Name, Number, Prose, Ref, Value, Whole, YesNo
from coach.content.records import Field, Later, ListOf, MapOf, Record, TextOr
from coach.simulation.events import EventKind
from coach.simulation.scenario import Bounds, Condition, Line, Mood, MoodChange, Strategy

TEXT = Prose()
TITLE = Prose(120)
FREE = Prose(slots=None)
"""A text in which braces mean nothing."""
TEXTS = ListOf(TEXT, single=True)
NAMES = ListOf(Name(), single=True)
ACTS = ListOf(Ref("acte", "d'acte"), single=True)
EVENTS = ListOf(Choice(get_args(EventKind)), single=True)
SCENES = ListOf(Ref("scene", "de scène"), single=True)

_LEVEL = Whole(0, 100)
_SHIFT = Whole(-100, 100)

MOOD = Record(
    "humeur",
    "L'humeur du personnage au début, de 0 à 100.",
    Mood,
    (
        Field("confiance", "trust", _LEVEL, "Ce qu'il croit de ce qu'on lui dit."),
        Field("patience", "patience", _LEVEL, "Le temps qu'il veut bien donner."),
        Field("interet", "interest", _LEVEL, "L'envie d'aller plus loin."),
    ),
)
MOOD_CHANGE = Record(
    "effet",
    "Ce qui s'ajoute à l'humeur (ou s'en retire, avec un signe moins).",
    MoodChange,
    (
        Field("confiance", "trust", _SHIFT, "Points de confiance."),
        Field("patience", "patience", _SHIFT, "Points de patience."),
        Field("interet", "interest", _SHIFT, "Points d'intérêt."),
    ),
)
BOUNDS = Record(
    "bornes",
    "Les valeurs admises, bornes comprises.",
    Bounds,
    (
        Field("min", "low", Number(-1e9, 1e9), "Au moins tant."),
        Field("max", "high", Number(-1e9, 1e9), "Au plus tant."),
    ),
)
STRATEGY = Choice(get_args(Strategy))


def _conditions() -> Record[Condition]:
    return CONDITION


_NESTED = ListOf(Later(_conditions), least=1)

CONDITION: Record[Condition] = Record(
    "condition",
    "Une condition : tout ce qui est écrit doit être vrai. Vide, elle est toujours vraie.",
    Condition,
    (
        Field("acte", "acts_any", ACTS, "L'étudiant vient de faire l'un de ces actes."),
        Field("actes_tous", "acts_all", ACTS, "L'étudiant vient de faire tous ces actes."),
        Field(
            "correspond",
            "matches",
            ListOf(Ref("attente", "d'information, d'objection ou de réaction"), single=True),
            "Ce qu'il vient de dire répond à l'une de ces informations, objections ou réactions.",
        ),
        Field("question", "question", Choice(("ouverte", "fermee")), "Il vient de poser une telle question."),
        Field(
            "connu",
            "known",
            ListOf(Ref("information", "d'information"), single=True),
            "Toutes ces informations sont déjà révélées.",
        ),
        Field(
            "inconnu",
            "unknown",
            ListOf(Ref("information", "d'information"), single=True),
            "Aucune de ces informations n'est encore révélée.",
        ),
        Field(
            "objection_soulevee",
            "objections_raised",
            ListOf(Ref("objection", "d'objection"), single=True),
            "Toutes ces objections ont été soulevées.",
        ),
        Field(
            "objection_levee",
            "objections_lifted",
            ListOf(Ref("objection", "d'objection"), single=True),
            "Toutes ces objections sont levées.",
        ),
        Field(
            "objection_ouverte",
            "objections_open",
            ListOf(Ref("objection", "d'objection"), single=True),
            "Toutes ces objections sont soulevées et pas encore levées.",
        ),
        Field(
            "sans_objection_ouverte", "no_open_objection", YesNo(), "Aucune objection n'attend de réponse."
        ),
        Field(
            "accord_sur",
            "agreed",
            ListOf(Ref("point", "de point de négociation"), single=True),
            "Les deux parties sont d'accord sur tous ces points.",
        ),
        Field(
            "valeur_convenue",
            "agreed_values",
            MapOf(Ref("point", "de point de négociation"), BOUNDS, least=1),
            "Chacun de ces points est convenu à une valeur située entre ces bornes.",
        ),
        Field("accord_complet", "all_agreed", YesNo(), "Tous les points nécessaires sont convenus."),
        Field("confiance_min", "trust_min", _LEVEL, "Confiance d'au moins tant."),
        Field("confiance_max", "trust_max", _LEVEL, "Confiance d'au plus tant."),
        Field("patience_min", "patience_min", _LEVEL, "Patience d'au moins tant."),
        Field("patience_max", "patience_max", _LEVEL, "Patience d'au plus tant."),
        Field("interet_min", "interest_min", _LEVEL, "Intérêt d'au moins tant."),
        Field("interet_max", "interest_max", _LEVEL, "Intérêt d'au plus tant."),
        Field(
            "apres_tours",
            "scene_turns_min",
            Whole(1, 100),
            "Tours passés dans la scène, celui-ci compris.",
        ),
        Field("tour_min", "turns_min", Whole(1, 200), "À partir de ce tour de l'échange."),
        Field("tour_max", "turns_max", Whole(1, 200), "Jusqu'à ce tour de l'échange."),
        Field(
            "marque",
            "flags",
            ListOf(Ref("marque", "de marque"), single=True),
            "Toutes ces marques sont posées.",
        ),
        Field(
            "sans_marque",
            "no_flags",
            ListOf(Ref("marque", "de marque"), single=True),
            "Aucune de ces marques n'est posée.",
        ),
        Field(
            "parametre",
            "parameters",
            MapOf(Ref("parametre", "de paramètre"), ListOf(Value(), least=1, single=True), least=1),
            "La valeur tirée d'un paramètre est l'une de celles-ci.",
        ),
        Field("evenement", "events", EVENTS, "L'un de ces évènements a eu lieu au cours de l'échange."),
        Field("un_de", "any_of", _NESTED, "L'une de ces conditions au moins est vraie."),
        Field("aucun_de", "none_of", _NESTED, "Aucune de ces conditions n'est vraie."),
    ),
)


def lines(*slots: str) -> ListOf[Line]:
    """One wording or several; `slots` are the names that the engine fills there, besides parameters."""
    text = Prose(slots=slots)
    wording = Record(
        "replique",
        "Une formulation, réservée à certaines circonstances.",
        Line,
        (
            Field("texte", "text", text, "Ce qui est dit.", required=True),
            Field("si", "when", CONDITION, "La condition pour le dire."),
        ),
    )
    return ListOf(TextOr(text, Line, wording), least=1, single=True)


LINES = lines("etudiant")
OFFER_LINES = lines("etudiant", "point", "valeur")
MARKS = ListOf(Flag(), single=True)
EFFECT = MOOD_CHANGE
