"""What a measure finds: a score with its evidence, and where a better wording would have fitted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from coach.assessment.credit import Said
from coach.assessment.evaluation import Evidence, EvidenceKind
from coach.assessment.grid import Indicator
from coach.assessment.typography import typeset
from coach.simulation.transcript import Turn

MOST_QUOTES = 4
ALMOST = 0.99
"""Share from which what is asked is done: shares are written with two decimals."""
MOST_COUNTEREXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """How far an indicator is met, with its evidence. A score of `None`: it could not be shown."""

    score: float | None
    evidence: tuple[Evidence, ...] = ()
    moment: int | None = None
    """The turn where one could have done better."""
    wanted: tuple[str, ...] = ()
    """Acts that would have done it, where the indicator does not name them."""
    better: str = ""
    """A wording of the script for exactly this, when there is one."""


def not_shown(reason: str) -> Finding:
    """The rehearsal gave no occasion to show it."""
    return Finding(None, (Evidence("fait", typeset(reason)),))


def share(part: float, whole: float) -> float:
    """A score: how much of what is asked was done, 1 at most. « 0,67 » asks for two of three, no more."""
    if whole <= 0 or part / whole >= ALMOST:
        return 1.0
    return part / whole


def quotes(found: Iterable[Said], *, of: Literal["turn", "act"] = "turn") -> tuple[Evidence, ...]:
    """The student's own words, the surest one a turn (or an act), a few at most."""
    kept: dict[int | str, Said] = {}
    for said in found:
        key = said.turn if of == "turn" else said.act
        if key not in kept or said.confidence > kept[key].confidence:
            kept[key] = said
    chosen = sorted(kept.values(), key=lambda said: (said.turn, said.start, said.act))[:MOST_QUOTES]
    return tuple(_words("citation", said) for said in chosen)


def against(found: Iterable[Said]) -> tuple[Evidence, ...]:
    """Words that speak against it, or that could not be counted."""
    return tuple(_words("contre-exemple", said) for said in list(found)[:MOST_COUNTEREXAMPLES])


def _words(kind: EvidenceKind, said: Said) -> Evidence:
    return Evidence(
        kind,
        said.quote,
        said.turn,
        said.start,
        said.end,
        reason=typeset(said.reason),
    )


def passage(
    turn: Turn, start: int, end: int, reason: str = "", *, kind: EvidenceKind = "citation"
) -> Evidence:
    """A part of an utterance as evidence; the whole of it when the place is not known."""
    text = turn.reading.text
    if not start < end <= len(text):
        start, end = 0, len(text)
    return Evidence(kind, text[start:end], turn.number, start, end, reason=typeset(reason))


def fact(text: str, turn: int | None = None) -> Evidence:
    """A fact of the play, told in French."""
    return Evidence("fait", typeset(text), turn)


def absence(indicator: Indicator, turns: tuple[Turn, ...]) -> Evidence:
    """A proven absence: what was looked for and where."""
    missing = indicator.missing or "rien de relevé"
    if not turns:
        return Evidence("absence", typeset(missing))
    first, last = turns[0].number, turns[-1].number
    where = f"au tour {first}" if first == last else f"entre les tours {first} et {last}"
    return Evidence("absence", typeset(f"{missing} {where}"), first, last_turn=last)


def times(count: int, wanted: int) -> str:
    """« 1 fois sur les 2 attendues »."""
    return f"{count} fois sur les {wanted} attendues"
