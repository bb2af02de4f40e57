"""Trains the reader of acts from the library and writes its weights beside it.

    python bench/entrainer.py [--verifier]

``--verifier`` writes nothing and says whether the weights on disk are those of the library.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from coach.content.acts import MODEL_NAME, library_digest, library_files, read_library, shipped_model
from coach.language.encoder import UniversalEncoder
from coach.language.model import to_bytes
from coach.language.training import train
from coach.paths import rubrics_dir


def main() -> int:
    """Trains, or only checks."""
    if "--verifier" in sys.argv[1:]:
        fresh = shipped_model() is not None
        print("Le modèle est à jour." if fresh else "Le modèle n'est pas celui de la bibliothèque.")
        return 0 if fresh else 1
    started = time.perf_counter()
    library, problems = read_library()
    for found in problems:
        print(found, file=sys.stderr)
    model = train(library, UniversalEncoder(), library_digest(library_files()))
    path = rubrics_dir() / "actes" / MODEL_NAME
    path.write_bytes(to_bytes(model))
    print(f"{len(library.acts)} actes, {len(library.examples)} exemples : {path.name}", end=" ")
    print(f"({path.stat().st_size / 1e6:.1f} Mo, {time.perf_counter() - started:.0f} s)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
