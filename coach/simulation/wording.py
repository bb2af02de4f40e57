"""Which wording of a reply is said: by seed and mood, never twice while another remains.

Lines reserved by a condition that holds come before plain ones; among equals the seed and the turn
choose; when all have been said, the one said longest ago returns, but never in two turns running.
"""

import random
from dataclasses import dataclass

from coach.language.reading import Reading
from coach.simulation.conditions import ALWAYS, holds
from coach.simulation.draw import fill
from coach.simulation.french import typeset
from coach.simulation.scenario import Line, Scenario, Subject
from coach.simulation.state import State

MAX_USED = 400


@dataclass(frozen=True, slots=True)
class Wording:
    """A line chosen and filled."""

    key: str
    text: str


def choose(
    lines: tuple[Line, ...],
    source: str,
    scenario: Scenario,
    subject: Subject,
    state: State,
    reading: Reading,
    slots: dict[str, str],
    banned: frozenset[str],
    tail: str = "",
) -> Wording | None:
    """The wording to say, or `None` if none may be said now. `banned`: texts just said; `tail`: a
    sentence to add to a line that does not hold it."""
    used = {key: order for order, key in enumerate(state.used)}
    best: list[Wording] = []
    best_rank: tuple[int, int] | None = None
    for index, line in enumerate(lines):
        if not holds(line.when, scenario, subject, state, reading):
            continue
        text = fill(line.text, scenario, subject, **slots)
        if tail and tail not in text:
            text = f"{text} {tail}"
        if typeset(text) in banned:
            continue
        key = f"{source}#{index}"
        rank = (used.get(key, -1), int(line.when == ALWAYS or "{" in text))
        if best_rank is None or rank < best_rank:
            best, best_rank = [], rank
        if rank == best_rank:
            best.append(Wording(key, text))
    if not best:
        return None
    if len(best) == 1:
        return best[0]
    return random.Random(f"{state.seed}:{state.turn}:{source}").choice(best)


def all_said(lines: tuple[Line, ...], source: str, state: State) -> bool:
    """Whether every wording of this reply has been said."""
    used = set(state.used)
    return all(f"{source}#{index}" in used for index in range(len(lines)))


def remember(used: tuple[str, ...], key: str) -> tuple[str, ...]:
    """The keys said, with this one as the latest."""
    return (*(other for other in used if other != key), key)[-MAX_USED:]
