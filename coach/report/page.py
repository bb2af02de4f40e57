"""What a bilan says, ready to be laid out: French strings and numbers, nothing left to decide."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Mark: TypeAlias = Literal["", "citation", "contre-exemple"]
Found: TypeAlias = Literal["découvert", "effleuré", "non découvert"]


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence in the grid."""

    text: str
    """Quotation marks included; a sentence for a fact or an absence."""
    kind: Mark = ""
    turn: int | None = None
    """The turn to go to, when the transcript holds it."""
    number: int = 0
    """Number of the passage marked in the transcript; 0 when no words are marked."""
    first: bool = False
    """The first place of the grid that cites this passage: where its mark leads back."""


@dataclass(frozen=True, slots=True)
class IndicatorBlock:
    """An indicator, its standing in words, its evidence, and what would have been better."""

    label: str
    sign: str
    standing: str
    proofs: tuple[Proof, ...]
    advice: str
    better: str
    again: bool
    """The same better wording was given for an indicator before this one: paper has no room for it twice."""
    moment: int | None


@dataclass(frozen=True, slots=True)
class LevelCell:
    """A level as a table shows it; both empty when there is none."""

    short: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class CriterionBlock:
    """A criterion with the three looks at it: the student's, the machine's, the teacher's."""

    label: str
    own: LevelCell
    machine: LevelCell
    teacher: LevelCell
    gap: str
    """How the student's level stands to the machine's; empty when one of them is missing."""
    remarks: tuple[str, ...]
    """The teacher's reason, a cap, a reason not to assess."""
    indicators: tuple[IndicatorBlock, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an utterance; `opens` and `closes` number the passages that begin and end with it."""

    text: str
    mark: Mark = ""
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks, and the words."""

    who: str
    student: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class TurnBlock:
    """One turn of the transcript."""

    number: int
    interview: bool
    speeches: tuple[Speech, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One line of the negotiation ledger."""

    turn: int
    who: str
    what: str
    unpaid: bool


@dataclass(frozen=True, slots=True)
class Point:
    """Where a point of the negotiation ended."""

    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A name and its values, one a turn."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Curves between 0 and 100 over the turns of the simulation, and what they say in words."""

    title: str
    unit: str
    turns: tuple[int, ...]
    curves: tuple[Curve, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Discovery:
    """Something that the character knew."""

    label: str
    essential: bool
    found: Found
    turn: int | None


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rubric of annexe V-3."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole bilan."""

    title: str
    student_role: str
    character: str
    channel: str
    date: str
    mode: str
    ending: str
    grid: str
    mark: str
    caveat: str
    strengths: tuple[str, ...]
    priority: str
    better: str
    """The wording for the priority; empty when the scenario gives none."""
    criteria: tuple[CriterionBlock, ...]
    teacher: bool
    """A teacher has corrected at least one criterion."""
    turns: tuple[TurnBlock, ...]
    moves: tuple[Move, ...]
    points: tuple[Point, ...]
    worth: str
    charts: tuple[Chart, ...]
    portrait: str
    discoveries: tuple[Discovery, ...]
    rubrics: tuple[Rubric, ...]
    notes: str
    provenance: str
