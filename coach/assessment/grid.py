"""What a grid is: criteria of the référentiel, their indicators, the thresholds to levels."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coach.simulation.scenario import Exam

LevelName: TypeAlias = Literal["TI", "I", "S", "TS"]
LEVELS: tuple[LevelName, ...] = ("TI", "I", "S", "TS")
LEVEL_LABELS: dict[str, str] = {
    "TI": "Très insuffisant",
    "I": "Insuffisant",
    "S": "Satisfaisant",
    "TS": "Très satisfaisant",
}

IndicatorKind: TypeAlias = Literal[
    "acte",  # `acts` performed at least `count` times (within scenes, phase or turn range if given)
    "absence",  # none of `acts` performed (a fault indicator): met when absent
    "ordre",  # an act of `acts` happened before any act of `before`
    "part",  # share acts / (acts + others) at least `share`
    "informations",  # share of the scenario's informations disclosed; `essential` only those
    "objections",  # share of raised objections lifted; with `full`: accueillir → creuser → répondre → contrôler
    "evenement",  # events of `events` happened at least `count` times
    "sans_evenement",  # none of `events` happened
    "contreparties",  # share of concessions made against a counterpart
    "mandat",  # no offer beyond the mandate
    "resultat",  # ending success at least `success`
    "accord",  # the points agreed, valued for the student side: at least `share` of what was possible
    "chiffres",  # figures of the dossier rightly used at least `count` times
    "rythme",  # median latency at most `seconds` / talk share between `low` and `high`
    "empathie_suivie",  # empathy followed in the same turn by a fact, a date, an amount or a next step
    "personnalisation",  # the client's name, company or disclosed facts taken up at least `count` times
    "entretien",  # answers of the entretien that meet what was expected: share
    "exemples",  # an utterance resembles one of `examples` (scenario's own indicators)
]


@dataclass(frozen=True, slots=True)
class Indicator:
    """An observable fact of the transcript, with its weight and a sentence of advice."""

    id: str
    criterion: str
    label: str
    """What is observed, in French, positive form: « Annonce l'objet de l'entretien »."""
    kind: IndicatorKind
    weight: float = 1.0
    advice: str = ""
    """What to do next time, one French sentence."""
    missing: str = ""
    """How the proven absence is told: « aucune reformulation »."""
    acts: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    count: int = 1
    share: float = 1.0
    seconds: float = 0.0
    low: float = 0.0
    high: float = 1.0
    success: str = ""
    essential: bool = False
    full: bool = False
    blocking: bool = False
    """If not met, the criterion is capped at `cap`, with the reason shown."""
    cap: LevelName = "I"
    first_turns: int = 0
    """Only within the first n turns; 0: anywhere."""
    last_turns: int = 0
    """Only within the last n turns; 0: anywhere."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of the référentiel, word for word (`referentiel/referentiel.yaml`)."""

    id: str
    label: str
    competence: str
    weight: float = 1.0
    indicators: tuple[Indicator, ...] = ()
    not_assessed: str = ""
    """Why a simulation cannot show it; then it has no indicator and is « non évalué »."""
    thresholds: tuple[float, float, float] = (0.3, 0.55, 0.8)
    """Weighted share of indicators from which the level is I, S, TS."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A training grid."""

    id: str
    title: str
    exam: Exam
    source: str
    criteria: tuple[Criterion, ...]
    points: tuple[float, float, float, float] = (0.0, 7.0, 14.0, 20.0)
    """Points of TI, I, S, TS for the « repère d'entraînement » out of 20."""
    digest: str = ""
    """SHA-256 of its source, frozen into each attempt."""
