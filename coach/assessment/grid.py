"""What a grid is: criteria of the référentiel, their indicators, the thresholds to levels."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coach.assessment.law import Law
from coach.simulation.scenario import Channel, Exam

LevelName: TypeAlias = Literal["TI", "I", "S", "TS"]
LEVELS: tuple[LevelName, ...] = ("TI", "I", "S", "TS")
LEVEL_LABELS: dict[str, str] = {
    "TI": "Très insuffisant",
    "I": "Insuffisant",
    "S": "Satisfaisant",
    "TS": "Très satisfaisant",
}

IndicatorKind: TypeAlias = Literal[
    "acte",  # one of `acts` in at least `count` utterances; with `full`, each of `acts` at least once
    "absence",  # none of the faults `acts`; `count` of them lose everything
    "ordre",  # `count` utterances with one of `acts` before the first of `before`
    "part",  # share acts / (acts + others) at least `share`, over at least `count` acts
    "acte_theme",  # one of `acts` about a subject that `words` tell, near it, `count` times
    "acte_chiffre",  # one of `acts` with a figure in the same utterance, `count` times
    "suite_datee",  # a next step (or `acts`) with a date, an hour or a short delay, `count` times
    "empathie_suivie",  # empathy followed in the same utterance by a fact, a date, a question or a next step
    "informations",  # share of the scenario's informations disclosed; `essential`: only those
    "objections",  # share of raised objections lifted; `full`: accueillir → creuser → répondre → contrôler
    "evenement",  # events of `events` in at least `count` utterances
    "sans_evenement",  # none of `events`; `count` of them lose everything
    "contreparties",  # share of concessions made against a counterpart
    "mandat",  # no offer beyond the mandate
    "resultat",  # the ending's success, against `success`
    "accord",  # the points agreed, valued for the student side: at least `share` of what was possible
    "chiffres",  # `count` figures of the dossier rightly used
    "personnalisation",  # `count` of: the client's name, company, told facts taken up; with `acts`, only told
    # facts, taken up while doing one of them
    "notes",  # `count` facts learned or agreed found in the notepad
    "entretien",  # share of the commission's questions answered as expected
    "delai",  # share of `events` answered by one of `acts` within `within` utterances
    "ensemble",  # `components`: at least `count` of them, or each with `full`
    "rythme",  # median latency at most `seconds`, or talk share between `low` and `high`
    "exemples",  # `count` utterances that resemble one of `examples` (a scenario's own indicators)
    "sans_exemple",  # no utterance says what one of `examples` says; `count` of them lose everything
]
"""A small closed vocabulary, documented with examples in docs/; one function each in `measures/`.

Scores are graded from 0 to 1 (two reformulations out of three: 0.67) except for faults."""


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
    words: tuple[str, ...] = ()
    """Words of a subject; one of them, or of the same family, must be said."""
    components: tuple["Indicator", ...] = ()
    """What an « ensemble » is made of; only how they are observed counts."""
    law: str = ""
    """Identifier of the rule of law that it bears on: not assessed where the rule does not apply."""
    scenes: tuple[str, ...] = ()
    count: int = 1
    share: float = 1.0
    within: int = 1
    """Utterances within which an event must be answered."""
    seconds: float = 0.0
    low: float = 0.0
    high: float = 1.0
    success: str = ""
    essential: bool = False
    full: bool = False
    blocking: bool = False
    """If not fully met, the criterion is capped at `cap`, with the reason shown."""
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
    official: bool = True
    """Its criteria are those of the référentiel; else a grid of the trade, for a second view."""
    second_view: Channel | None = None
    """Rehearsals on this channel may be looked at with it besides their own grid."""
    law: Law | None = None
    """The rules that its indicators cite, put there by whoever loads it."""
    digest: str = ""
    """SHA-256 of its source, frozen into each attempt."""
