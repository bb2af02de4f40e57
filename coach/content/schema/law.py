"""How the law file is written."""

from typing import get_args

from coach.assessment.law import Law, Reach, Rule
from coach.content.kinds import Choice, Day, Name, Prose, Version, YesNo
from coach.content.records import Field, ListOf, Record
from coach.content.schema.parts import FREE
from coach.simulation.scenario import Channel, ClientNature, Sector, Situation

_REACH = Record(
    "portee",
    "Les échanges auxquels une règle s'applique : tout ce qui est écrit doit être vrai.",
    Reach,
    (
        Field("client", "client", Choice(get_args(ClientNature)), "La nature du client."),
        Field("contrat_en_cours", "contract", YesNo(), "Un contrat est en cours, ou non."),
        Field("enregistre", "recorded", YesNo(), "L'échange est enregistré."),
        Field("canaux", "channels", ListOf(Choice(get_args(Channel)), single=True), "Les canaux."),
        Field(
            "situations", "situations", ListOf(Choice(get_args(Situation)), single=True), "Les situations."
        ),
        Field("secteurs", "sectors", ListOf(Choice(get_args(Sector)), single=True), "Les secteurs."),
    ),
)
_RULE = Record(
    "regle",
    "Une règle de droit, citée par les indicateurs.",
    Rule,
    (
        Field("id", "id", Name(("regle",)), "Identifiant.", required=True),
        Field("titre", "title", Prose(120, slots=None), "Son nom.", required=True),
        Field("texte", "text", Prose(600, slots=None), "La règle, en une ou deux phrases.", required=True),
        Field("source", "source", Prose(200, slots=None), "L'article dont elle vient.", required=True),
        Field("depuis", "since", Day(), "Le jour depuis lequel elle s'applique."),
        Field("adresse", "address", Prose(400, slots=None), "Où la lire."),
        Field("portee", "reach", _REACH, "Les échanges auxquels elle s'applique (tous par défaut)."),
    ),
)
LAW: Record[Law] = Record(
    "loi",
    "Les règles de droit que le programme connaît, à une date donnée.",
    Law,
    (
        Field("format", "", Version(), "Version du format : 1.", required=True),
        Field("loi", "title", Prose(120, slots=None), "Titre du fichier.", required=True),
        Field("relue_le", "read_on", Day(), "Le jour où toutes les règles ont été relues.", required=True),
        Field("avertissement", "notice", FREE, "Ce qu'il faut savoir des limites du fichier.", required=True),
        Field("regles", "rules", ListOf(_RULE, 1), "Les règles.", required=True),
    ),
)
