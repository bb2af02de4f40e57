"""How well other sets of acts are learnt from a few examples: the classifier beside three baselines.

    python bench/intentions.py tests/eval/intentions_sav tests/eval/intentions_banque [--sans-reperes]

Each name stands for two files: the set of acts (``.yaml``, as for ``--actes``) and its utterances
(``.jsonl``, one act each).
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bench.actes import Line, load
from coach.content.acts import read_act_file
from coach.language.classifier import Classifier
from coach.language.encoder import Encoder, UniversalEncoder
from coach.language.library import ActLibrary

Ask = Callable[[str], str]
"""From a text to the likeliest act."""


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Mesure la lecture d'autres jeux d'actes.")
    parser.add_argument("jeux", nargs="+", type=Path, metavar="JEU", help="chemin sans .yaml ni .jsonl")
    parser.add_argument("--sans-reperes", action="store_true", help="sans les trois modèles de comparaison")
    options = parser.parse_args()
    encoder = UniversalEncoder()
    encoder.encode(["bonjour"])
    for name in options.jeux:
        library, lines = read_act_file(name.with_suffix(".yaml")), load(name.with_suffix(".jsonl"))
        print(
            f"{name.name} : {len(library.acts)} actes, {len(library.examples)} exemples, {len(lines)} énoncés"
        )
        measure("classifieur", partial(_classifier, library, encoder), lines)
        if not options.sans_reperes:
            _measure_baselines(library, encoder, lines)
    return 0


def measure(name: str, learn: Callable[[], Ask], lines: Sequence[Line]) -> None:
    """Learns, asks, and prints a line."""
    started = time.perf_counter()
    ask = learn()
    learnt = time.perf_counter() - started
    right, spent = 0, []
    for line in lines:
        started = time.perf_counter()
        right += ask(line.text) in line.acts
        spent.append(1000 * (time.perf_counter() - started))
    p50, p95 = (float(np.percentile(spent, part)) for part in (50, 95))
    print(
        f"  {name:24} justes {right / len(lines):.3f}  apprentissage {learnt:5.2f} s"
        f"  p50 {p50:4.1f} ms  p95 {p95:4.1f} ms"
    )


def _classifier(library: ActLibrary, encoder: Encoder) -> Ask:
    classifier = Classifier(library, encoder)
    return lambda text: classifier.rank(text)[0][0]


def _measure_baselines(library: ActLibrary, encoder: Encoder, lines: Sequence[Line]) -> None:
    from bench.reperes import LinearModel, NearestNeighbour

    measure("plus proche (rapidfuzz)", lambda: NearestNeighbour(library).best, lines)
    measure("TF-IDF + linéaire", lambda: LinearModel(library).best, lines)
    measure("vecteurs + linéaire", lambda: LinearModel(library, encoder).best, lines)


if __name__ == "__main__":
    raise SystemExit(main())
