"""What to rehearse next, and why: one suggestion drawn from the latest evaluations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from coach.content.library import ScenarioEntry
from coach.journal.journal import Attempt

_EASIEST = {"decouverte": 0, "intermediaire": 1, "examen": 2}
_WEAK = ("TI", "I")


@dataclass(frozen=True, slots=True)
class Advice:
    """A scenario and the reason to play it now."""

    entry: ScenarioEntry
    reason: str


def advise(
    entries: Sequence[ScenarioEntry],
    attempts: Sequence[Attempt],
    evaluations: Callable[[int], Sequence[dict[str, Any]]],
) -> Advice | None:
    """The easiest scenario for a beginner; else the one whose weak criterion comes back; else a new one."""
    if not entries:
        return None
    ordered = sorted(entries, key=lambda entry: (_EASIEST.get(entry.difficulty, 1), entry.exam != "E4"))
    done = [attempt for attempt in attempts if attempt.stage == "fini"]
    if not done:
        return Advice(ordered[0], "Pour commencer : une première répétition, à votre rythme.")
    known = {entry.id: entry for entry in entries}
    for attempt in done[:3]:
        weak = _weakest(evaluations(attempt.id))
        if weak and attempt.header.scenario in known:
            return Advice(
                known[attempt.header.scenario], f"« {weak[0]} » était à {weak[1]} : à retravailler."
            )
    played = {attempt.header.scenario for attempt in done}
    fresh = next((entry for entry in ordered if entry.id not in played), None)
    if fresh:
        return Advice(fresh, "Jamais répété jusqu'ici.")
    return Advice(ordered[-1], "Tout va bien : essayez un autre tirage, en examen blanc.")


def _weakest(evaluations: Sequence[dict[str, Any]]) -> tuple[str, str] | None:
    if not evaluations:
        return None
    weak = [c for c in evaluations[-1].get("criteres", ()) if c.get("niveau") in _WEAK]
    if not weak:
        return None
    worst = min(weak, key=lambda c: (_WEAK.index(c["niveau"]), c.get("score") or 0.0))
    return worst["intitule"], worst["niveau"]
