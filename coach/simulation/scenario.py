"""What the machine can play: packs, scenarios, archetypes, as frozen data.

How this is written in YAML (French keys) belongs to `content`; here are the objects it becomes.
French terms of the référentiel are kept where English has none (`fiche_sujet`). Numbers of a
negotiation may depend on a parameter of the subject: see `Amount`.
"""

from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias, TypeVar

Exam: TypeAlias = Literal["E4", "E5", "E6"]
Channel: TypeAlias = Literal["face-a-face", "telephone", "tchat", "courriel"]
Difficulty: TypeAlias = Literal["decouverte", "intermediaire", "examen"]
Situation: TypeAlias = Literal[
    "entretien-vente",
    "choix-evenement",
    "bilan-evenement",
    "televente-sortante",
    "appel-entrant",
    "reclamation",
    "encadrement",
    "prospection",
    "vente-reunion",
    "animation-reseau",
    "negociation-distributeur",
]
CHANNEL_LABELS: dict[str, str] = {
    "face-a-face": "face à face",
    "telephone": "téléphone",
    "tchat": "tchat",
    "courriel": "courriel",
}
DIFFICULTY_LABELS: dict[str, str] = {
    "decouverte": "découverte",
    "intermediaire": "intermédiaire",
    "examen": "examen",
}
SITUATION_LABELS: dict[str, str] = {
    "entretien-vente": "entretien de vente",
    "choix-evenement": "négociation du choix d'un évènement",
    "bilan-evenement": "présentation du bilan d'un évènement",
    "televente-sortante": "télévente sortante",
    "appel-entrant": "appel entrant",
    "reclamation": "réclamation",
    "encadrement": "encadrement de téléacteurs",
    "prospection": "prospection",
    "vente-reunion": "vente en réunion",
    "animation-reseau": "animation d'un réseau",
    "negociation-distributeur": "négociation avec un distributeur",
}
ClientNature: TypeAlias = Literal["particulier", "professionnel"]
Sector: TypeAlias = Literal["assurance", "logement", "formation-cpf", "recouvrement", "autre"]
"""Sectors for which the law that we ship has rules of their own."""
EndingKind: TypeAlias = Literal["accord", "rendez-vous", "sans-suite", "rupture"]
Success: TypeAlias = Literal["haut", "median", "repli", "echec"]
Strategy: TypeAlias = Literal["ferme", "conciliant", "donnant-donnant", "gourmand"]
IssueKind: TypeAlias = Literal["pourcentage", "montant", "duree", "quantite", "nombre", "oui-non"]
ParameterValue: TypeAlias = float | str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the script: fixed, or the value of a numeric parameter of the draw."""

    value: float = 0.0
    parameter: str = ""
    """Identifier of the parameter that gives the value; empty for a fixed one."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that the jury may change in the original activity (arrêté, épreuve E4)."""

    id: str
    label: str
    original: ParameterValue
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ParameterSet:
    """One realistic set of modifications; a draw picks one (design.md §2, « sujet »)."""

    id: str
    title: str
    changes: tuple[tuple[str, ParameterValue], ...]
    announced: tuple[str, ...]
    """The sentences of the candidate's sheet that tell what has changed, shown with a star."""


@dataclass(frozen=True, slots=True)
class FicheSujet:
    """The candidate's sheet, annexe V-2, nine rubrics (domaine.md §1.2). Each is a list of lines."""

    objet: tuple[str, ...]
    dates_duree: tuple[str, ...]
    lieu: tuple[str, ...]
    delimitation: tuple[str, ...]
    acteurs: tuple[str, ...]
    """Two cells: the candidate's side, then the interlocutor's."""
    historique: tuple[str, ...]
    objectifs: tuple[str, ...]
    informations: tuple[str, ...]
    contraintes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FicheJury:
    """The jury's sheet, annexe V-3, twelve rubrics (domaine.md §1.3), shown only in the debrief."""

    objet: tuple[str, ...]
    identite: tuple[str, ...]
    relation_entreprise: tuple[str, ...]
    date_rencontre: tuple[str, ...]
    lieu: tuple[str, ...]
    historique: tuple[str, ...]
    objectifs: tuple[str, ...]
    delimitation: tuple[str, ...]
    motivations: tuple[str, ...]
    freins: tuple[str, ...]
    contraintes: tuple[str, ...]
    objections: tuple[str, ...]


FICHE_SUJET_LABELS: dict[str, str] = {
    "objet": "Objet de l'activité",
    "dates_duree": "Date(s) et durée",
    "lieu": "Lieu",
    "delimitation": "Délimitation de Séquence(s)",
    "acteurs": "Acteur(s) concernés (statut/rôle)",
    "historique": "Historique de la relation / Relation à l'entreprise",
    "objectifs": "Objectifs de la simulation",
    "informations": "Informations à exploiter",
    "contraintes": "Contrainte(s)",
}
"""Rubrics of annexe V-2, word for word, in order."""

FICHE_JURY_LABELS: dict[str, str] = {
    "objet": "Objet de l'activité",
    "identite": "Identité",
    "relation_entreprise": "Relation à l'entreprise",
    "date_rencontre": "Date de la rencontre",
    "lieu": "Lieu",
    "historique": "Historique de la relation",
    "objectifs": "Objectifs de la simulation",
    "delimitation": "Délimitation de Séquence(s)",
    "motivations": "Motivations",
    "freins": "Freins",
    "contraintes": "Contrainte(s)",
    "objections": "Objections",
}
"""Rubrics of annexe V-3, word for word, in order."""


@dataclass(frozen=True, slots=True)
class Document:
    """Something the student may read in the loge and during the play (tariff, client file…)."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class LegalFrame:
    """What decides which rules of law bear on the exchange. What is not said is not assumed."""

    client: ClientNature | None = None
    contract: bool | None = None
    """Whether a contract with the client is running."""
    sector: Sector | None = None
    recorded: bool | None = None
    """Whether the exchange is recorded."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the dossier that the student is expected to use rightly."""

    id: str
    label: str
    value: Amount
    unit: str


@dataclass(frozen=True, slots=True)
class Mood:
    """The character's humour, each 0 to 100."""

    trust: int = 50
    patience: int = 60
    interest: int = 40


@dataclass(frozen=True, slots=True)
class MoodChange:
    """What moves the mood, in points."""

    trust: int = 0
    patience: int = 0
    interest: int = 0


@dataclass(frozen=True, slots=True)
class Bounds:
    """Values that a number may take, ends included; `None`: no end on that side."""

    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A structured condition: everything that is set must hold. Empty: always true.

    Turn-scoped facts (`acts_any`, `acts_all`, `matches`, `question`, `offers`) speak of the
    utterance just read; the others speak of the state after it has been taken in.
    """

    acts_any: tuple[str, ...] = ()
    acts_all: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    """Identifiers of informations, objections' answers or reactions met by this utterance (any)."""
    question: Literal["", "ouverte", "fermee"] = ""
    known: tuple[str, ...] = ()
    """Informations already disclosed (all)."""
    unknown: tuple[str, ...] = ()
    """Informations not yet disclosed (all)."""
    objections_raised: tuple[str, ...] = ()
    objections_lifted: tuple[str, ...] = ()
    objections_open: tuple[str, ...] = ()
    no_open_objection: bool = False
    agreed: tuple[str, ...] = ()
    """Points of negotiation on which both sides now agree (all)."""
    agreed_values: tuple[tuple[str, Bounds], ...] = ()
    """Points agreed at a value within bounds (all); 1 and 0 for a point without number."""
    all_agreed: bool = False
    """Every point that an agreement needs is agreed."""
    trust_min: int | None = None
    trust_max: int | None = None
    patience_min: int | None = None
    patience_max: int | None = None
    interest_min: int | None = None
    interest_max: int | None = None
    scene_turns_min: int | None = None
    """Turns spent in the present scene, this one included."""
    turns_min: int | None = None
    turns_max: int | None = None
    flags: tuple[str, ...] = ()
    """Marks set by reactions (all)."""
    no_flags: tuple[str, ...] = ()
    parameters: tuple[tuple[str, tuple[ParameterValue, ...]], ...] = ()
    """Drawn value of a parameter is one of these."""
    events: tuple[str, ...] = ()
    """Kinds of events that happened at least once in the rehearsal (any); for entretien questions."""
    any_of: tuple["Condition", ...] = ()
    none_of: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One wording of a reply, possibly reserved to a mood or a draw."""

    text: str
    """May hold ``{parameter}`` and the engine's own slots (``{valeur}``, ``{point}``, ``{etudiant}``)."""
    when: Condition = field(default_factory=Condition)


@dataclass(frozen=True, slots=True)
class Character:
    """The role that the machine plays."""

    name: str
    title: str
    """« madame », « monsieur »."""
    role: str
    company: str
    archetype: str
    mood: Mood | None = None
    """Starting mood; the archetype's if absent."""
    strategy: Strategy | None = None
    portrait: str = ""
    """Two or three sentences for the debrief."""


MOTIVES = ("Sécurité", "Orgueil", "Nouveauté", "Confort", "Argent", "Sympathie", "Environnement")
"""SONCAS-E (domaine.md §5.1)."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What the character knows and reveals when asked well (« information »)."""

    id: str
    label: str
    questions: tuple[str, ...]
    """Examples of what a student might say to obtain it."""
    says: tuple[Line, ...]
    says_if_closed: tuple[Line, ...] = ()
    """The shorter answer that a closed question earns; it does not disclose, it hints."""
    when: Condition = field(default_factory=Condition)
    """Gate, e.g. a minimum of trust."""
    says_otherwise: tuple[Line, ...] = ()
    """The evasion when the gate is shut."""
    paraphrases: tuple[str, ...] = ()
    """Examples of a right reformulation."""
    essential: bool = False
    motive: str = ""
    """SONCAS-E motive it betrays: one of `MOTIVES`, or empty."""
    effect: MoodChange = field(default_factory=MoodChange)


@dataclass(frozen=True, slots=True)
class Objection:
    """A reservation with a life: latent, raised, deepened, answered, lifted - or eluded and back."""

    id: str
    label: str
    when: Condition
    says: tuple[Line, ...]
    answers: tuple[str, ...]
    """Examples of answers that address it."""
    lifted_by: tuple[str, ...]
    """Acts that can answer it."""
    sincere: bool = True
    """False for a pretext, which hides another reason until one digs."""
    deepened: tuple[Line, ...] = ()
    """What the character adds when the student digs."""
    lifted: tuple[Line, ...] = ()
    insists: tuple[Line, ...] = ()
    """What the character says when it has been eluded."""
    resistance: int = 2
    """Good steps needed (accueillir, creuser, répondre, contrôler) before it is lifted, 1 to 4;
    the answer itself is always one of them."""


@dataclass(frozen=True, slots=True)
class IssueSide:
    """One side's interests on a point. `opening` is what it asks at first, `limit` never passed."""

    opening: Amount
    target: Amount
    limit: Amount
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Issue:
    """A point of negotiation. For ``oui-non`` points the value is 1 (granted) or 0."""

    id: str
    label: str
    kind: IssueKind
    unit: str
    words: tuple[str, ...]
    character_wants: Literal["plus", "moins"]
    """Direction of the character's interest along the value."""
    start: Amount
    """Value if nobody speaks of it (list price, no discount…)."""
    student: IssueSide
    """The student's mandate: `limit` is the mandate, written in the fiche-sujet."""
    character: IssueSide
    required: bool = True
    """An agreement must settle it."""
    against: tuple[str, ...] = ()
    """Points that the character wants settled first, or in the same breath: no budget without a pledge."""
    asks: tuple[Line, ...] = ()
    """How the character asks for ``{valeur}``."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """Something the author expects and the character's answer to it."""

    id: str
    says: tuple[Line, ...]
    when: Condition = field(default_factory=Condition)
    examples: tuple[str, ...] = ()
    """If given, the utterance must also resemble one of these."""
    once: bool = True
    effect: MoodChange = field(default_factory=MoodChange)
    marks: tuple[str, ...] = ()
    """Flags that it sets."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A static way out of a scene."""

    when: Condition
    scene: str = ""
    ending: str = ""
    """Exactly one of `scene` and `ending` is set."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A node of the branching script."""

    id: str
    label: str
    says: tuple[Line, ...]
    """Said on entering."""
    jumps: tuple[Jump, ...]
    reactions: tuple[Reaction, ...] = ()
    nudges: tuple[Line, ...] = ()
    """What the character says to bring the talk forward when it stalls here."""
    hint: str = ""
    """What the coach suggests here, on demand, in entraînement."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A way the rehearsal ends."""

    id: str
    label: str
    kind: EndingKind
    success: Success
    says: tuple[Line, ...]
    when: Condition | None = None
    """Global trigger, tested every turn in order; ``None``: reached only by a jump."""


@dataclass(frozen=True, slots=True)
class InterviewQuestion:
    """A question of the commission, chosen by what happened."""

    id: str
    says: tuple[Line, ...]
    when: Condition = field(default_factory=Condition)
    expected: tuple[str, ...] = ()
    """Examples of a good answer."""
    follow_up: tuple[Line, ...] = ()
    priority: int = 0
    """Higher is asked first."""


@dataclass(frozen=True, slots=True)
class BetterWording:
    """What a good student would have said at a given moment; quoted in the grid as « Mieux »."""

    acts: tuple[str, ...]
    text: str
    scenes: tuple[str, ...] = ()
    """Scenes it fits; empty: anywhere."""


@dataclass(frozen=True, slots=True)
class Probe:
    """Something the character asks to be told in its turn, unless it was told already (« exigence »)."""

    id: str
    label: str
    says: tuple[Line, ...]
    examples: tuple[str, ...]
    """What a student might say that tells it."""
    met_by: tuple[str, ...] = ()
    """Acts that answer it when it has just been asked."""
    situations: tuple[Situation, ...] = ()
    """Where it is asked; empty: anywhere."""


@dataclass(frozen=True, slots=True)
class Archetype:
    """A reusable character type with its ordinary replies."""

    id: str
    label: str
    description: str
    mood: Mood
    strategy: Strategy
    replies: tuple[tuple[str, tuple[Line, ...]], ...]
    """Ordinary replies by kind (`ORDINARY_REPLIES`)."""
    effects: tuple[tuple[str, MoodChange], ...] = ()
    """What each act does to the mood, over the engine's defaults."""
    probes: tuple[Probe, ...] = ()
    """What it asks in turn, in this order."""

    def lines(self, kind: str) -> tuple[Line, ...]:
        """The replies of a kind, empty if the archetype has none."""
        return dict(self.replies).get(kind, ())


ORDINARY_REPLIES: dict[str, str] = {
    "salutation": "répond à un bonjour",
    "presentation": "accueille une présentation",
    "disponibilite": "répond « oui, allez-y » à une demande de disponibilité",
    "identite": "confirme son identité",
    "accuse": "prend acte sans rien dévoiler, et laisse l'étudiant poursuivre",
    "argument_recu": "réagit à un argument",
    "preuve_recue": "réagit à une preuve",
    "empathie_recue": "réagit à de l'empathie",
    "reformulation_juste": "confirme une reformulation",
    "reformulation_fausse": "corrige une reformulation",
    "solution_recue": "réagit à une proposition de solution",
    "prix_recu": "réagit à un prix",
    "question_inconnue": "répond à une question à laquelle le script ne répond pas",
    "deja_dit": "rappelle ce qui a déjà été dit : {fait} sur {information}",
    "repeter": "demande de répéter un message inintelligible",
    "silence": "réagit à un silence ou à un message vide",
    "hors_sujet": "s'étonne d'un propos hors sujet",
    "grossierete": "réagit à une agression",
    "familiarite": "réagit à une familiarité",
    "pression": "réagit à une pression déplacée",
    "denigrement": "réagit au dénigrement d'un concurrent",
    "monologue": "interrompt un monologue",
    "excuses_recues": "accepte des excuses",
    "remerciement": "répond à un merci",
    "attente": "accepte d'attendre, reprend après l'attente",
    "conge": "prend congé",
    "impatience": "montre que le temps presse",
    "relance_objection": "revient sur une objection éludée",
    "objection_levee": "se dit rassuré",
    "accepte_offre": "accepte une offre sur {point} à {valeur}",
    "refuse_offre": "refuse une offre sur {point} à {valeur}",
    "contre_offre": "propose {valeur} sur {point}",
    "demande_plus": "en demande davantage, {valeur} sur {point}, après une concession trop rapide",
    "concede": "concède {valeur} sur {point} en petit pas",
    "hors_mandat": "relève une offre trop belle pour les pouvoirs de l'étudiant, {valeur} sur {point}",
    "refus_conclure": "refuse de conclure maintenant : il manque {manque}",
    "accord": "confirme l'accord",
    "rupture": "met fin à l'entretien",
    "fin_temps": "met fin parce que le temps est écoulé",
}
"""Kinds of ordinary replies an archetype brings, with their meaning (French, shown to authors).

Names in braces are those that the engine fills in the wordings of that kind."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Named)


def _by_id(items: tuple[_T, ...], name: str) -> _T:
    for item in items:
        if item.id == name:
            return item
    raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything the machine needs to play one activity."""

    id: str
    pack: str
    title: str
    summary: str
    exam: Exam
    situation: Situation
    channel: Channel
    difficulty: Difficulty
    grid: str
    today: str
    """ISO date of the story's day."""
    student_role: str
    """« Vous êtes conseillère commerciale chez… »."""
    student_company: str
    character: Character
    archetype: Archetype
    parameters: tuple[Parameter, ...]
    sets: tuple[ParameterSet, ...]
    fiche_sujet: FicheSujet
    fiche_jury: FicheJury
    scenes: tuple[Scene, ...]
    """The first is where the play begins."""
    endings: tuple[Ending, ...]
    documents: tuple[Document, ...] = ()
    figures: tuple[Figure, ...] = ()
    legal: LegalFrame = field(default_factory=LegalFrame)
    disclosures: tuple[Disclosure, ...] = ()
    objections: tuple[Objection, ...] = ()
    issues: tuple[Issue, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    interview: tuple[InterviewQuestion, ...] = ()
    wordings: tuple[BetterWording, ...] = ()
    minutes: int = 20
    preparation_minutes: int = 40
    max_turns: int = 60
    formal_tu: bool = False
    """Tutoiement is ordinary here (supervision)."""
    student_opens: bool = False
    """The student speaks first (an outgoing call where the other only picks up still says « Allô »)."""
    digest: str = ""
    """SHA-256 of the source, set by `content`; a transcript carries it."""

    def scene(self, name: str) -> Scene:
        """The scene of that id. Raises `KeyError` when the checker was bypassed."""
        return _by_id(self.scenes, name)

    def disclosure(self, name: str) -> Disclosure:
        """The information of that id."""
        return _by_id(self.disclosures, name)

    def objection(self, name: str) -> Objection:
        """The objection of that id."""
        return _by_id(self.objections, name)

    def issue(self, name: str) -> Issue:
        """The point of negotiation of that id."""
        return _by_id(self.issues, name)

    def ending(self, name: str) -> Ending:
        """The ending of that id."""
        return _by_id(self.endings, name)


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of scenarios with its manifest."""

    id: str
    title: str
    author: str
    version: str
    description: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """A draw: a scenario and the parameter values it is played with (design.md §2)."""

    scenario: str
    set_id: str
    """Identifier of the `ParameterSet`; empty for the original activity."""
    seed: int
    values: tuple[tuple[str, ParameterValue], ...]
    """Every parameter with its value in this draw."""

    def value(self, parameter: str) -> ParameterValue:
        """The drawn value of a parameter."""
        return dict(self.values)[parameter]

    def number(self, amount: Amount) -> float:
        """The number an `Amount` stands for in this draw."""
        return float(dict(self.values)[amount.parameter]) if amount.parameter else amount.value
