"""The negotiation told afterwards: who gave what, when, against what; and what it is worth to each side.

Everything comes from the transcript's events, so that it can be shown, graded and checked at any time.
"""

import itertools
import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from coach.simulation import bargaining
from coach.simulation.bargaining import Stakes
from coach.simulation.events import WITHDRAWN, Event, EventKind
from coach.simulation.play import value_text
from coach.simulation.scenario import Scenario, Subject
from coach.simulation.transcript import Transcript

Side: TypeAlias = Literal["etudiant", "personnage"]
MAX_COMBINATIONS = 20_000
"""Agreements compared to find the best ones; the grain of the points is coarsened beyond."""
_ENTRIES: dict[EventKind, tuple[Side, str]] = {
    "offre_etudiant": ("etudiant", "propose"),
    "concession": ("etudiant", "concède"),
    "contrepartie_demandee": ("etudiant", "demande en échange"),
    "contrepartie_obtenue": ("etudiant", "obtient en échange"),
    "hors_mandat": ("etudiant", "dépasse son mandat"),
    "offre_personnage": ("personnage", "demande"),
    "concession_personnage": ("personnage", "concède"),
    "point_accorde": ("personnage", "accepte"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    turn: int
    side: Side
    verb: str
    """French: « concède », « demande »…"""
    kind: EventKind
    issue: str
    """Identifier of the point; empty for a counterpart that was not put in figures."""
    label: str
    value: float | None
    shown: str
    """The value in French."""
    previous: float | None = None
    unpaid: bool = False
    """A concession of the student for which nothing was obtained."""
    withdrawn: bool = False
    """An earlier offer taken back."""


@dataclass(frozen=True, slots=True)
class PointOutcome:
    """Where one point ended."""

    issue: str
    label: str
    agreed: float | None
    shown: str
    student_worth: float
    """0 at the mandate's limit, 1 at the student's opening; of the starting value when nothing was agreed."""
    character_worth: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the negotiation was worth. Worths are weighted means between 0 and 1."""

    points: tuple[PointOutcome, ...]
    complete: bool
    """Every point that an agreement needs is agreed."""
    student: float
    character: float
    best_student: float
    """The most that the student could have had from a character that gives up to its limits."""
    best_at_same_cost: float
    """The most that the student could have had without costing the character more: Pareto."""
    nash: tuple[float, float]
    """(student, character) at the fairest agreement, which maximises the product of both."""

    @property
    def left_on_the_table(self) -> float:
        """What the student could still have gained at no cost to the other side."""
        return round(max(0.0, self.best_at_same_cost - self.student), 4)


def ledger(scenario: Scenario, transcript: Transcript) -> tuple[Entry, ...]:
    """Every move at the table, in order."""
    entries: list[Entry] = []
    for turn in transcript.simulation():
        unpaid = {e.subject for e in turn.events if e.kind == "concession_sans_contrepartie"}
        for event in turn.events:
            if event.kind in _ENTRIES:
                entries.append(_entry(scenario, turn.number, event, event.subject in unpaid))
    return tuple(entries)


def final_values(transcript: Transcript) -> dict[str, float]:
    """The value last agreed on each point; a withdrawn offer unsettles its point."""
    agreed: dict[str, float] = {}
    for turn in transcript.simulation():
        for event in turn.events:
            if event.kind == "point_accorde" and event.value is not None:
                agreed[event.subject] = event.value
            elif event.kind == "offre_etudiant" and event.detail == WITHDRAWN:
                agreed.pop(event.subject, None)
    return agreed


def outcome(scenario: Scenario, subject: Subject, agreed: dict[str, float]) -> Outcome | None:
    """What an agreement is worth, next to the best possible ones; `None` without points of negotiation."""
    if not scenario.issues:
        return None
    items = bargaining.all_stakes(scenario, subject)
    points = tuple(
        PointOutcome(
            issue.id,
            issue.label,
            agreed.get(issue.id),
            value_text(issue, agreed[issue.id]) if issue.id in agreed else "",
            round(items[issue.id].student_utility(agreed.get(issue.id, items[issue.id].start)), 4),
            round(items[issue.id].utility(agreed.get(issue.id, items[issue.id].start)), 4),
        )
        for issue in scenario.issues
    )
    values = {name: agreed.get(name, item.start) for name, item in items.items()}
    student, character = _worths(items, values)
    pairs = tuple(_possible(items))
    fair = max(pairs, key=lambda pair: (pair[0] * pair[1], pair[0]), default=(student, character))
    needed = [issue.id for issue in scenario.issues if issue.required] or list(items)
    return Outcome(
        points,
        complete=all(name in agreed for name in needed),
        student=round(student, 4),
        character=round(character, 4),
        best_student=round(max((pair[0] for pair in pairs), default=student), 4),
        best_at_same_cost=round(
            max((pair[0] for pair in pairs if pair[1] >= character - 1e-9), default=student), 4
        ),
        nash=(round(fair[0], 4), round(fair[1], 4)),
    )


def _entry(scenario: Scenario, turn: int, event: Event, unpaid: bool) -> Entry:
    side, verb = _ENTRIES[event.kind]
    issue = scenario.issue(event.subject) if event.subject else None
    shown = value_text(issue, event.value) if issue and event.value is not None else ""
    return Entry(
        turn,
        side,
        verb,
        event.kind,
        event.subject,
        issue.label if issue else "",
        event.value,
        shown,
        event.previous,
        unpaid and event.kind == "concession",
        event.detail == WITHDRAWN,
    )


def _worths(items: dict[str, Stakes], values: dict[str, float]) -> tuple[float, float]:
    """(student, character), each the weighted mean of its points."""
    student_weights = sum(item.student_weight for item in items.values()) or 1.0
    weights = sum(item.weight for item in items.values()) or 1.0
    student = sum(item.student_weight * item.student_utility(values[name]) for name, item in items.items())
    character = sum(item.weight * item.utility(values[name]) for name, item in items.items())
    return student / student_weights, character / weights


def _possible(items: dict[str, Stakes]) -> list[tuple[float, float]]:
    """Worths of the agreements that respect both sides' limits."""
    each = max(2, math.floor(MAX_COMBINATIONS ** (1 / len(items))))
    candidates = [_candidates(item, each) for item in items.values()]
    names = list(items)
    return [
        _worths(items, dict(zip(names, values, strict=True))) for values in itertools.product(*candidates)
    ]


def _candidates(item: Stakes, at_most: int) -> list[float]:
    """Values between the character's limit and the student's, at most so many, ends included."""
    low, high = item.up(item.limit), item.up(item.student_limit)
    if low > high:
        return []
    if item.kind == "oui-non":
        return sorted({item.limit, item.student_limit})
    count = min(at_most, 1 + math.floor((high - low) / item.grain + 1e-9))
    if count < 2:
        return [item.limit]
    return [item.sign * (low + (high - low) * number / (count - 1)) for number in range(count)]
