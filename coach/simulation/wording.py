"""Which wording of a reply is said: by seed and mood, never twice while another remains.

Lines reserved by a condition that holds come before plain ones; among equals the seed and the turn
choose; when all have been said, the one said longest ago returns, introduced otherwise each time.
"""

import random
import zlib
from dataclasses import dataclass, replace

from coach.language.reading import Reading
from coach.simulation.conditions import ALWAYS, holds
from coach.simulation.draw import fill
from coach.simulation.french import lower_first, typeset
from coach.simulation.scenario import Line, Scenario, Subject
from coach.simulation.state import State

MAX_USED = 400
AGAIN = (
    "Je le répète :",
    "Encore une fois :",
    "Je vous l'ai dit :",
    "C'est toujours pareil :",
    "Je n'ai pas changé d'avis :",
    "Comme tout à l'heure :",
    "Faut-il le redire ?",
    "Je me répète :",
    "Une fois de plus :",
)
"""What introduces a line when every wording of it has been said."""


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
    found: list[tuple[tuple[bool, int, int], Wording]] = []
    for index, line in enumerate(lines):
        if not holds(line.when, scenario, subject, state, reading):
            continue
        text = fill(line.text, scenario, subject, **slots)
        if tail and tail not in text:
            text = f"{text} {tail}"
        text = typeset(text)
        if text in banned:
            continue
        key = f"{source}#{index}"
        rank = (checksum(text) in state.said, used.get(key, -1), int(line.when == ALWAYS or "{" in line.text))
        found.append((rank, Wording(key, text)))
    if not found:
        return None
    first = min(rank for rank, _ in found)
    best = [one for rank, one in found if rank == first]
    chosen = best[0] if len(best) == 1 else _drawn(best, source, state)
    return _said_otherwise(chosen, state) if first[0] else chosen


def checksum(text: str) -> int:
    """A small number that stands for a text."""
    return zlib.crc32(text.encode())


def _drawn(best: list[Wording], source: str, state: State) -> Wording:
    return random.Random(f"{state.seed}:{state.turn}:{source}").choice(best)


def _said_otherwise(wording: Wording, state: State) -> Wording:
    """A line that has to come back, introduced so that it is not word for word the same."""
    for lead in AGAIN:
        text = typeset(f"{lead} {lower_first(wording.text)}")
        if checksum(text) not in state.said:
            return replace(wording, text=text)
    return wording


def all_said(lines: tuple[Line, ...], source: str, state: State) -> bool:
    """Whether every wording of this reply has been said."""
    used = set(state.used)
    return all(f"{source}#{index}" in used for index in range(len(lines)))


def remember(used: tuple[str, ...], key: str) -> tuple[str, ...]:
    """The keys said, with this one as the latest."""
    return (*(other for other in used if other != key), key)[-MAX_USED:]
