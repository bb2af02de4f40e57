"""What the machine read in one utterance: the data that every other room relies on.

Offsets are character positions in ``Reading.text`` (the utterance as NFC, otherwise untouched),
``start`` included, ``end`` excluded.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

QuestionForm: TypeAlias = Literal["ouverte", "fermee", "aucune"]
Register: TypeAlias = Literal["vous", "tu", "neutre"]
QuantityKind: TypeAlias = Literal["pourcentage", "montant", "duree", "quantite", "date", "heure", "nombre"]
OfferMove: TypeAlias = Literal["donner", "demander", "refuser", "accepter", "retirer"]


@dataclass(frozen=True, slots=True)
class ActFound:
    """One speech act of the taxonomy, where it was read and why."""

    act: str
    """Identifier of `actes.yaml`."""
    confidence: float
    """Calibrated probability, 0 to 1, rounded to three decimals."""
    start: int
    end: int
    reason: str = ""
    """A French reason fit for a person: « proche de : … », « tournure : … »."""


@dataclass(frozen=True, slots=True)
class Match:
    """The utterance meets one of the scenario's own expectations."""

    kind: str
    """Which set: ``information``, ``reformulation``, ``reponse_objection``, ``reaction``, ``entretien``…"""
    target: str
    """Identifier of the expectation in its set."""
    confidence: float
    start: int
    end: int
    example: str = ""
    """The nearest example written by the author."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning, in base units.

    ``value``: a float for numbers, percentages (5.0 is 5 %), amounts (euros), quantities and
    durations (days); an ISO 8601 string for dates (``2026-12-03``) and hours (``14:30``).
    """

    kind: QuantityKind
    value: float | str
    unit: str
    """As said, in its usual form: ``%``, ``€``, ``€ HT``, ``€/mois``, ``mois``, ``poste``…"""
    start: int
    end: int
    text: str
    high: float | str | None = None
    """Upper end of a range (« entre 3 et 5 % »); ``value`` is then the lower."""
    approximate: bool = False
    """« environ », « une dizaine », « à peu près »."""
    negated: bool = False
    """« pas 5 % », « sans les 12 mois »."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the speaker puts on (or takes off) the table about one point of negotiation."""

    move: OfferMove
    """``donner``: I grant; ``demander``: I ask in return; ``refuser``; ``accepter``; ``retirer``."""
    issue: str
    """Identifier of the point of negotiation, or ``""`` when it could not be told."""
    value: float | None
    """In the unit of the point; ``None`` for a point without number (a service given or not)."""
    conditional: bool
    """True when the sentence ties it to something in return (« si vous… »)."""
    final: bool
    """« c'est mon dernier mot », « je ne peux pas aller plus loin »."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything understood of one utterance."""

    text: str
    acts: tuple[ActFound, ...] = ()
    """Best confidence first within an act; one entry an act and clause; ordered by ``start``."""
    matches: tuple[Match, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    offers: tuple[Offer, ...] = ()
    question: QuestionForm = "aucune"
    negative: bool = False
    """The main clause is a negation or a refusal (« non », « je ne peux pas »)."""
    register: Register = "neutre"
    in_scope: bool = True
    """False when the text is unrelated to the exchange, unreadable or empty."""
    clauses: tuple[tuple[int, int], ...] = field(default=())
    """Spans of the clauses, in order."""

    def has(self, *acts: str) -> bool:
        """Whether any of these acts was read."""
        return any(found.act in acts for found in self.acts)

    def act_ids(self) -> frozenset[str]:
        """The acts read, each once."""
        return frozenset(found.act for found in self.acts)


@dataclass(frozen=True, slots=True)
class IssueWords:
    """How a point of negotiation is spoken of, so that a bare figure can be attached to it."""

    id: str
    kind: Literal["pourcentage", "montant", "duree", "quantite", "nombre", "oui-non"]
    unit: str
    words: tuple[str, ...]
    """Words and short phrases that name it, as a student would say them."""


@dataclass(frozen=True, slots=True)
class Context:
    """What was going on when the utterance was said."""

    previous: str = ""
    """What the other has just said; decides between a new question and a follow-up."""
    today: str = ""
    """ISO date of the story's day, for « mardi prochain »; empty: relative dates are not resolved."""
    issues: tuple[IssueWords, ...] = ()
    last_issue: str = ""
    """The point last spoken of, for « je vous fais 5 »."""
    formal_tu: bool = False
    """Tutoiement is ordinary here (supervision of a téléacteur who says « tu »)."""
