"""Accuracy of the quantities on our own corpus, by type: ``python bench/quantites.py [--erreurs]``.

A quantity is right when its type, value, unit, span, upper end, approximation and negation all are.
The figure of a type is F1; « rien » counts the sentences that say no quantity and where none is read.
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.language.quantities import read_quantities, to_json

CORPUS = Path(__file__).parent.parent / "tests" / "eval" / "quantites.jsonl"
TODAY = "2026-11-23"
_ORDER = ("pourcentage", "montant", "duree", "quantite", "date", "heure", "nombre", "rien", "total")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the quantities a person reads in it."""

    id: str
    text: str
    expected: tuple[dict[str, Any], ...]

    def found(self) -> tuple[dict[str, object], ...]:
        """The quantities the machine reads in it."""
        return tuple(to_json(quantity) for quantity in read_quantities(self.text, TODAY))


def lines(path: Path = CORPUS) -> list[Line]:
    """The corpus."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Line(row["id"], row["texte"], tuple(row["quantites"])) for row in rows]


def figures(corpus: list[Line]) -> dict[str, tuple[int, int, int]]:
    """By type and in total: right, expected, found."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for line in corpus:
        found = line.found()
        if not line.expected:
            wanted["rien"] += 1
            read["rien"] += 1
            right["rien"] += not found
        for kinds, quantities in ((wanted, line.expected), (read, found)):
            kinds.update(str(quantity["type"]) for quantity in quantities)
            kinds["total"] += len(quantities)
        hits = [quantity for quantity in line.expected if quantity in found]
        right.update(quantity["type"] for quantity in hits)
        right["total"] += len(hits)
    return {kind: (right[kind], wanted[kind], read[kind]) for kind in _ORDER if wanted[kind]}


def f1(right: int, wanted: int, read: int) -> float:
    """Harmonic mean of precision and recall, in percent."""
    return 200 * right / (wanted + read) if wanted + read else 0.0


def errors(corpus: list[Line]) -> list[str]:
    """What is missed (-) and what is read in excess (+), sentence by sentence."""
    told = []
    for line in corpus:
        found = line.found()
        missed = [f"  - {quantity}" for quantity in line.expected if quantity not in found]
        excess = [f"  + {quantity}" for quantity in found if quantity not in line.expected]
        if missed or excess:
            told.append("\n".join([f"{line.id} {line.text}", *missed, *excess]))
    return told


def main() -> None:
    """Prints the figures, and the errors when asked."""
    parser = argparse.ArgumentParser(description="Mesure la lecture des quantités.")
    parser.add_argument("--erreurs", action="store_true", help="montre chaque erreur")
    options = parser.parse_args()
    corpus = lines()
    if options.erreurs:
        print("\n".join(errors(corpus)))
    for kind, (right, wanted, read) in figures(corpus).items():
        print(
            f"{kind:12} {f1(right, wanted, read):5.1f} %   "
            f"justes {right:3}, attendues {wanted:3}, lues {read:3}"
        )


if __name__ == "__main__":
    main()
