"""The figures of an utterance, each with the point of negotiation it bears on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coach.language.bearing import (
    DISCOUNT,
    Mention,
    belongs_elsewhere,
    is_compatible,
    is_delta,
    likeliest_issue,
    nearest_issue,
)
from coach.language.folding import fold
from coach.language.quantities import read_quantities
from coach.language.reading import ActFound, IssueWords, OfferMove, Quantity
from coach.language.stances import Segment, Stance

MOVES: dict[Stance, OfferMove] = {
    "donner": "donner",
    "annoncer": "donner",
    "limiter": "donner",
    "demander": "demander",
    "refuser": "refuser",
    "accepter": "accepter",
    "retirer": "retirer",
}
_TAKEN_BEFORE = re.compile(r"\b(?:pren\w+|command\w+|achet\w+|equip\w+) (?:en |m'en |au moins )?$")
_MOST_FIGURES = 40
"""More than anyone says in one breath; a flood of numbers must not cost a second."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with the point it bears on and the segment it is in."""

    quantity: Quantity
    issue: IssueWords | None
    segment: int
    named: bool
    """The point is named in the sentence."""


@dataclass(slots=True)
class Table:
    """The utterance on the table: what the steps below share."""

    folded: str
    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]
    figures: list[Figure]
    acts: tuple[ActFound, ...]
    last: IssueWords | None
    """The point last spoken of."""
    stances: list[Stance] = field(default_factory=list)
    """Of the figures, settled in order: a figure may take its stance from the one before."""

    def sentence(self, number: int) -> list[Segment]:
        """The segments of a sentence."""
        return [segment for segment in self.segments if segment.sentence == number]


def segment_at(segments: tuple[Segment, ...], position: int) -> int:
    """Index of the segment where a position falls."""
    return next((i for i, s in enumerate(segments) if s.start <= position < s.end), len(segments) - 1)


def negotiable(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Figures that may be offers; « dans dix jours » counts as a duration."""
    result: list[Quantity] = []
    for quantity in quantities:
        if len(result) == _MOST_FIGURES:
            break
        if quantity.kind == "heure":
            continue
        if quantity.kind == "date":
            counted = re.match(
                r"(?:dans|d['’]ici)\s+(?=.*\b(?:jours?|semaines?|mois|ans?)\b)", quantity.text.lower()
            )
            inner = read_quantities(quantity.text[counted.end() :]) if counted else ()
            if counted and inner and inner[0].kind == "duree":
                start = quantity.start + counted.end() + inner[0].start
                result.append(
                    replace(inner[0], start=start, end=start + len(inner[0].text), negated=quantity.negated)
                )
            continue
        result.append(quantity)
    return result


def sentence_span(segments: tuple[Segment, ...], index: int) -> tuple[int, int]:
    same = [segment for segment in segments if segment.sentence == segments[index].sentence]
    return same[0].start, same[-1].end


def attach(
    table: Table, quantity: Quantity, issues: tuple[IssueWords, ...], last_issue: str, busy: set[int]
) -> Figure:
    """The figure with its point; ``busy`` are the segments where a figure is."""
    index = segment_at(table.segments, quantity.start)
    segment = table.segments[index]
    fits = [
        issue for issue in issues
        if is_compatible(quantity, issue) and not belongs_elsewhere(table.folded, quantity, issue)
    ]  # fmt: skip
    added = table.folded.startswith(" de plus", quantity.end) or quantity.text.endswith("de plus")
    if quantity.kind == "pourcentage" and added:
        fits = []
    if quantity.kind == "montant" and is_delta(table.folded, quantity):
        fits = [issue for issue in fits if any(fold(word) in DISCOUNT for word in issue.words)]
    near = nearest_issue(quantity, fits, table.mentions, segment.start, segment.end)
    if near is None:
        free = tuple(m for m in table.mentions if segment_at(table.segments, m.start) not in busy)
        near = nearest_issue(quantity, fits, free, *sentence_span(table.segments, index))
    if near is not None:
        return Figure(quantity, near, index, True)
    counted = [issue for issue in fits if issue.kind == "quantite"]
    if (
        quantity.kind == "nombre"
        and len(counted) == 1
        and _TAKEN_BEFORE.search(table.folded, segment.start, quantity.start)
    ):
        return Figure(quantity, counted[0], index, False)
    if quantity.kind == "nombre" and (previous := _elliptic(table, segment)) in fits:
        return Figure(quantity, previous, index, False)
    return Figure(quantity, likeliest_issue(quantity, fits, last_issue), index, False)


def _elliptic(table: Table, segment: Segment) -> IssueWords | None:
    """The point of the figure before: « pas 10 % mais 5 »; not across « si vous prenez les 2 »."""
    if not table.figures or segment.stance == "demander":
        return None
    last = table.figures[-1]
    if last.segment != table.segments.index(segment) and table.segments[last.segment].stance == "demander":
        return None
    return last.issue


def trimmed(folded: str, segment: Segment) -> tuple[int, int]:
    piece = folded[segment.start : segment.end]
    left = len(piece) - len(piece.lstrip(" ,:\n"))
    return segment.start + left, segment.start + max(left, len(piece.rstrip(" ,:\n")))
