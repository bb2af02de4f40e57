"""What happened during a turn, as facts: drawn by whoever draws, kept in the transcript, graded later."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

EventKind: TypeAlias = Literal[
    "scene_entree",  # subject: scene
    "information_revelee",  # subject: disclosure
    "information_esquissee",  # subject: disclosure, a closed question got only the short answer
    "information_refusee",  # subject: disclosure, the gate was shut
    "information_redemandee",  # subject: disclosure, already told
    "reformulation_juste",  # subject: disclosure
    "reformulation_fausse",  # subject: disclosure or ""
    "objection_soulevee",  # subject: objection
    "objection_accueillie",
    "objection_creusee",
    "objection_repondue",
    "objection_controlee",
    "objection_levee",
    "objection_eludee",
    "offre_etudiant",  # subject: issue, value, previous
    "offre_personnage",  # subject: issue, value
    "concession",  # the student moved toward the character: subject issue, value, previous
    "concession_sans_contrepartie",
    "contrepartie_demandee",  # subject: issue asked for, value
    "contrepartie_obtenue",
    "concession_personnage",  # the character moved toward the student
    "hors_mandat",  # an offer beyond the student's mandate
    "point_accorde",  # subject: issue, value
    "refus",  # either side refused: detail says who
    "humeur",  # value: change; subject: trust | patience | interest; detail: French reason
    "faute",  # subject: act id of the fault
    "hors_sujet",
    "incompris",
    "silence",
    "monologue",
    "redite",  # the student repeated himself nearly word for word
    "chiffre_juste",  # subject: figure of the dossier, rightly used
    "chiffre_faux",  # subject: figure, or "" for a calculation; value: said, previous: right
    "exigence_posee",  # subject: what the character asks to be told
    "exigence_satisfaite",
    "exigence_eludee",
    "indice",  # a hint was asked for
    "fin",  # subject: ending
    "reponse_etayee",  # entretien, subject: question; the answer meets what was expected or gives reasons
    "reponse_vague",  # entretien, subject: question
]
RETREAT = "moins que l'offre précédente"
"""`Event.detail` of an ``offre_etudiant`` that contradicts what was granted before."""
WITHDRAWN = "offre retirée"
"""`Event.detail` of an ``offre_etudiant`` that takes an earlier one back."""


@dataclass(frozen=True, slots=True)
class Event:
    """One fact of a turn. `subject` and `value` depend on the kind, see `EventKind`."""

    kind: EventKind
    subject: str = ""
    value: float | None = None
    previous: float | None = None
    detail: str = ""
    """French, fit for the debrief; empty when the kind says it all."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Something the character says."""

    text: str
    source: str
    """Where the line comes from: ``scene:accueil``, ``information:budget``, ``archetype:accuse``…"""
