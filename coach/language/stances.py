"""What a piece of sentence does with what it names: grant, ask, refuse, accept, withdraw, or nothing.

An utterance is cut into sentences, and sentences into segments at the words where the stance may turn
(« mais », « si vous », « en échange »…). Each segment then gets one stance from its wording alone.
All on folded text.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from coach.language.wordings import (
    ACCEPT,
    ANNOUNCE,
    ASK,
    CONDITION,
    CUT,
    FINAL,
    FREE,
    GIFT_AFTER_CONDITION,
    GIFT_UNDER_CONDITION,
    GIVE,
    HEDGED,
    IN_RETURN,
    INDIRECT_QUESTION,
    LIMIT,
    NOT_A_CONDITION,
    NOTHING_TO_PAY,
    POSSIBLE,
    RECAP,
    REFUSE,
    REPORTED,
    SENTENCE_END,
    WAIVED,
    WHICH,
    WITHDRAW,
    WOULD_YOU,
    YES,
)

Stance: TypeAlias = Literal[
    "donner", "annoncer", "demander", "refuser", "accepter", "retirer", "limiter", "rapporter", "neutre"
]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a sentence with one stance."""

    start: int
    end: int
    sentence: int
    stance: Stance
    conditional: bool
    """It states a condition, or a gift under condition (« si je vous… »)."""
    question: bool
    """Its sentence ends with a question mark."""
    final: bool
    """It says that this is the limit (« c'est mon dernier mot »)."""


def _cut_points(folded: str, start: int, end: int, clauses: tuple[tuple[int, int], ...]) -> list[int]:
    points = {start, end}
    for match in CUT.finditer(folded, start, end):
        if match[0].startswith("si ") and INDIRECT_QUESTION.search(folded, start, match.start()):
            continue
        points.add(match.end() if match["after"] else match.start())
    points.update(position for position, _ in clauses if start < position < end)
    for left, right in pairwise(sorted(points)):
        piece = folded[left:right]
        if (CONDITION.search(piece) or NOT_A_CONDITION.search(piece)) and not GIFT_UNDER_CONDITION.search(
            piece
        ):
            points.update(match.start() for match in GIFT_AFTER_CONDITION.finditer(folded, left + 8, right))
    return sorted(points)


def _sentences(folded: str) -> list[tuple[int, int, bool]]:
    """Start, end and whether it ends with a question mark."""
    result, start = [], 0
    for match in SENTENCE_END.finditer(folded):
        if match.start() > start:
            result.append((start, match.start(), "?" in match[0]))
        start = match.end()
    if start < len(folded):
        result.append((start, len(folded), False))
    return result


def _stance(piece: str, question: bool) -> Stance:
    """The stance of a piece of sentence; the order of the tests is their precedence."""
    plain = HEDGED.sub(" ", piece)
    if NOT_A_CONDITION.search(plain):
        return "rapporter"
    if GIFT_UNDER_CONDITION.search(plain):
        return "donner"
    if CONDITION.search(plain):
        return "demander"
    if question and WHICH.search(plain):
        return "rapporter"
    if LIMIT.search(plain):
        return "limiter"
    if NOTHING_TO_PAY.search(plain):
        return "donner"
    if WITHDRAW.search(plain) and not WAIVED.search(plain):
        return "retirer"
    if REFUSE.search(plain) and not FINAL.search(plain):
        return "refuser"
    if ACCEPT.search(plain) or YES.search(plain):
        if re.search(r"\bvous (?:etes|seriez|serez)\b", plain):
            return "demander"
        return "donner" if question else "accepter"
    return _plain_stance(piece, plain, question)


def _plain_stance(piece: str, plain: str, question: bool) -> Stance:
    if IN_RETURN.search(plain) and not GIVE.search(plain):
        return "demander"
    reported = REPORTED.search(plain)
    ask = ASK.search(plain)
    give = GIVE.search(piece)
    if (
        ask
        and not (reported and reported.start() < ask.start())
        and not (give and give.start() < ask.start())
    ):
        return "rapporter" if question and not WOULD_YOU.search(plain) else "demander"
    if reported and not (give and give.start() < reported.start()):
        return "rapporter"
    if give or FREE.search(plain) or WAIVED.search(plain):
        return "rapporter" if question and not give else "donner"
    if POSSIBLE.search(plain):
        return "donner"
    if ANNOUNCE.search(plain):
        return "rapporter" if question else "annoncer"
    return "neutre"


def cut_segments(folded: str, clauses: tuple[tuple[int, int], ...] = ()) -> tuple[Segment, ...]:
    """The segments of a folded utterance with their stance; clause starts are cut points too."""
    segments = []
    for number, (start, end, question) in enumerate(_sentences(folded)):
        points = _cut_points(folded, start, end, clauses)
        recap = RECAP.search(folded, start, end) is not None
        for left, right in pairwise(points):
            piece = folded[left:right]
            if not piece.strip(" ,:-"):
                continue
            stance = "rapporter" if recap else _stance(piece, question)
            gift = GIFT_UNDER_CONDITION.search(piece) is not None
            conditional = gift or (CONDITION.search(piece) is not None and stance == "demander")
            segments.append(
                Segment(left, right, number, stance, conditional, question, FINAL.search(piece) is not None)
            )
    return tuple(segments)
