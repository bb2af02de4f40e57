"""How well acts are read: F1, precision and recall an act, calibration, noise, speed, beside three baselines.

    python bench/actes.py FICHIER.jsonl [--sans-reperes] [--sans-detail] [--erreurs]

Each line of the file is {"texte", "precedent"?, "actes": […]}.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bench.bruit import as_dictated, mistyped, without_accents
from coach.content.acts import read_library, shipped_model
from coach.language.encoder import UniversalEncoder
from coach.language.reader import Reader
from coach.language.reading import Context
from coach.language.training import train

_BINS = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled utterance."""

    text: str
    previous: str
    acts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was read rightly, wrongly, not at all."""

    right: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]

    def micro(self) -> tuple[float, float, float]:
        """F1, precision and recall over everything read."""
        return _scores(self.right.total(), self.wrong.total(), self.missed.total())

    def macro(self) -> float:
        """Mean F1 of the acts that occur."""
        acts = sorted(set(self.right) | set(self.missed))
        return float(np.mean([self.of(act)[0] for act in acts])) if acts else 0.0

    def of(self, act: str) -> tuple[float, float, float]:
        """F1, precision and recall of one act."""
        return _scores(self.right[act], self.wrong[act], self.missed[act])


def tally(lines: Sequence[Line], read: Sequence[frozenset[str]]) -> Tally:
    """Compares what was read with the labels."""
    total = Tally(Counter(), Counter(), Counter())
    for line, acts in zip(lines, read, strict=True):
        total.right.update(line.acts & acts)
        total.wrong.update(acts - line.acts)
        total.missed.update(line.acts - acts)
    return total


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error of (confidence, right) pairs, in ten bins."""
    chances = np.array([chance for chance, _ in pairs])
    rights = np.array([right for _, right in pairs])
    bins = np.minimum((chances * _BINS).astype(int), _BINS - 1)
    gaps = [
        abs(chances[bins == place].mean() - rights[bins == place].mean()) * (bins == place).mean()
        for place in range(_BINS)
        if (bins == place).any()
    ]
    return float(sum(gaps))


def load(path: Path) -> list[Line]:
    """The lines of a labelled file."""
    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
    return [Line(row["texte"], row.get("precedent") or "", frozenset(row["actes"])) for row in rows]


def noisy(lines: Sequence[Line], spoil: Callable[[str], str]) -> list[Line]:
    """The same lines, their texts spoilt."""
    return [Line(spoil(line.text), line.previous, line.acts) for line in lines]


def main() -> int:
    """Measures and prints."""
    options = _options()
    lines = [line for path in options.fichiers for line in load(path)]
    started = time.perf_counter()
    encoder = UniversalEncoder()
    reader = Reader(shipped_model() or train(read_library()[0], encoder), encoder)
    reader.read("bonjour")
    loaded = time.perf_counter() - started
    chance = Random(0)
    spoils: dict[str, Callable[[str], str]] = {
        "tel quel": str,
        "sans accents": without_accents,
        "dicté": as_dictated,
        "fautes de frappe": lambda text: mistyped(text, chance),
    }
    tallies: dict[str, Tally] = {}
    for name, spoil in spoils.items():
        spoilt = noisy(lines, spoil)
        tallies[name] = tally(spoilt, [_read(reader, line) for line in spoilt])
    _print_tallies("lecteur", tallies)
    if not options.sans_detail:
        _print_acts(tallies["tel quel"])
    _print_calibration(reader, lines)
    _print_speed(reader, lines, loaded)
    if options.erreurs:
        _print_errors(reader, lines)
    if not options.sans_reperes:
        _print_baselines(lines, spoils)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mesure la lecture des actes.")
    parser.add_argument("fichiers", nargs="+", type=Path, metavar="FICHIER.jsonl")
    parser.add_argument("--sans-reperes", action="store_true", help="sans les trois modèles de comparaison")
    parser.add_argument("--sans-detail", action="store_true", help="sans le tableau par acte")
    parser.add_argument("--erreurs", action="store_true", help="liste les erreurs (développement seulement)")
    return parser.parse_args()


def _read(reader: Reader, line: Line) -> frozenset[str]:
    return reader.read(line.text, Context(previous=line.previous)).act_ids()


def _scores(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    return 2 * right / max(1, 2 * right + wrong + missed), precision, recall


def _print_tallies(name: str, tallies: dict[str, Tally]) -> None:
    for noise, counts in tallies.items():
        f1, precision, recall = counts.micro()
        print(
            f"{name:24} {noise:18} micro-F1 {f1:.3f}  macro-F1 {counts.macro():.3f}"
            f"  précision {precision:.3f}  rappel {recall:.3f}"
        )


def _print_acts(counts: Tally) -> None:
    print(f"\n{'acte':28} {'F1':>6} {'préc.':>6} {'rappel':>6}  justes  faux  manqués")
    for act in sorted(set(counts.right) | set(counts.wrong) | set(counts.missed)):
        f1, precision, recall = counts.of(act)
        numbers = f"{counts.right[act]:6} {counts.wrong[act]:6} {counts.missed[act]:8}"
        print(f"{act:28} {f1:6.2f} {precision:6.2f} {recall:6.2f}  {numbers}")


def _print_calibration(reader: Reader, lines: Sequence[Line]) -> None:
    read = [(reader.read(line.text, Context(previous=line.previous)), line) for line in lines]
    pairs = [(found.confidence, found.act in line.acts) for reading, line in read for found in reading.acts]
    ranked = [
        (chance, act in line.acts)
        for line in lines
        for act, chance in reader.rank(line.text, Context(previous=line.previous))
    ]
    print(f"\nerreur de calibration (ECE) : {calibration_error(pairs):.3f} sur les actes lus,", end=" ")
    print(f"{calibration_error(ranked):.3f} sur tous les actes")
    silent = [bool(reading.acts) for reading, line in read if line.acts in (frozenset(), {"hors_sujet"})]
    credited = [
        bool(reading.act_ids() - {"hors_sujet"}) for reading, line in read if line.acts == {"hors_sujet"}
    ]
    if silent:
        print(f"sans acte ou hors sujet : {len(silent)} énoncés, {sum(silent)} lus avec un acte", end=" ; ")
        print(f"hors sujet crédités : {sum(credited)} sur {len(credited)}")


def _print_speed(reader: Reader, lines: Sequence[Line], loaded: float) -> None:
    spent = []
    for line in lines:
        started = time.perf_counter()
        reader.read(line.text, Context(previous=line.previous))
        spent.append(time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    p50, p95 = (1000 * float(np.percentile(spent, part)) for part in (50, 95))
    print(f"vitesse : {len(spent) / sum(spent):.0f} énoncés/s, p50 {p50:.1f} ms, p95 {p95:.1f} ms,", end=" ")
    print(f"chargement {loaded:.2f} s, mémoire {memory:.0f} Mo")


def _print_errors(reader: Reader, lines: Sequence[Line]) -> None:
    for line in lines:
        read = _read(reader, line)
        if read != line.acts:
            row = {"precedent": line.previous, "texte": line.text}
            print(json.dumps(row | {"faux": sorted(read - line.acts), "manques": sorted(line.acts - read)}))


def _print_baselines(lines: Sequence[Line], spoils: dict[str, Callable[[str], str]]) -> None:
    from bench.reperes import LinearModel, NearestNeighbour

    library, _ = read_library()
    print()
    for name, baseline in (
        ("plus proche (rapidfuzz)", NearestNeighbour(library)),
        ("TF-IDF + linéaire", LinearModel(library)),
        ("vecteurs + linéaire", LinearModel(library, UniversalEncoder())),
    ):
        tallies = {}
        for noise, spoil in spoils.items():
            spoilt = noisy(lines, spoil)
            tallies[noise] = tally(spoilt, baseline.read([line.text for line in spoilt]))
        _print_tallies(name, tallies)


if __name__ == "__main__":
    raise SystemExit(main())
