"""What a measure finds: a score with its evidence, and where a better wording would have fitted."""

from collections.abc import Iterable
from dataclasses import dataclass

from coach.assessment.credit import Said
from coach.assessment.evaluation import Evidence
from coach.assessment.grid import Indicator
from coach.assessment.typography import typeset
from coach.simulation.transcript import Turn

MOST_QUOTES = 4
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
    """A score: how much of what is asked was done, 1 at most."""
    return min(1.0, part / whole) if whole > 0 else 1.0


def quotes(found: Iterable[Said]) -> tuple[Evidence, ...]:
    """The student's own words, one a turn, a few at most."""
    kept: dict[int, Said] = {}
    for said in found:
        if said.turn not in kept or said.confidence > kept[said.turn].confidence:
            kept[said.turn] = said
    chosen = [kept[number] for number in sorted(kept)][:MOST_QUOTES]
    return tuple(_words("citation", said) for said in chosen)


def against(found: Iterable[Said]) -> tuple[Evidence, ...]:
    """Words that speak against it, or that could not be counted."""
    return tuple(_words("contre-exemple", said) for said in list(found)[:MOST_COUNTEREXAMPLES])


def _words(kind: str, said: Said) -> Evidence:
    return Evidence(
        "citation" if kind == "citation" else "contre-exemple",
        said.quote,
        said.turn,
        said.start,
        said.end,
        reason=typeset(said.reason),
    )


def passage(turn: Turn, start: int, end: int, reason: str = "", *, kind: str = "citation") -> Evidence:
    """A part of an utterance as evidence; the whole of it when the place is not known."""
    text = turn.reading.text
    if not start < end <= len(text):
        start, end = 0, len(text)
    exact: str = text[start:end]
    if kind == "citation":
        return Evidence("citation", exact, turn.number, start, end, reason=typeset(reason))
    return Evidence("contre-exemple", exact, turn.number, start, end, reason=typeset(reason))


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
