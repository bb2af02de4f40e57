"""The library of acts: what a taxonomy is made of, as frozen data.

The same type serves `actes.yaml` with our examples, a teacher's additions, and any other set of
acts given on the command line (design.md §6).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A clause someone might say."""

    text: str
    acts: tuple[str, ...]
    """Every act the clause performs; empty for a near miss that performs none."""
    previous: str = ""
    """What the other had just said, when it matters."""


@dataclass(frozen=True, slots=True)
class ActEntry:
    """One act: its name, meaning and the cues (`cues.py`) that betray it."""

    id: str
    label: str
    definition: str = ""
    family: str = ""
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActLibrary:
    """A set of acts and the clauses from which a reader is trained."""

    acts: tuple[ActEntry, ...]
    examples: tuple[Example, ...]

    def ids(self) -> tuple[str, ...]:
        """Identifiers, in the order of the taxonomy."""
        return tuple(act.id for act in self.acts)
