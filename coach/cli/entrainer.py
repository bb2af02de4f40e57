"""`coach entrainer`: learns the library of acts after it was changed, and says what it learned."""

import argparse
import json
import time

from coach.content.acts import read_library
from coach.ear import kept_path, learn


def run(options: argparse.Namespace) -> int:
    """Learns and keeps the result beside the journal."""
    started = time.perf_counter()
    model = learn()
    library, _ = read_library()
    if options.json:
        document = {"actes": len(model.acts), "exemples": len(library.examples), "modele": str(kept_path())}
        print(json.dumps(document, ensure_ascii=False))
        return 0
    print(
        f"{len(model.acts)} actes appris sur {len(library.examples)} exemples, "
        f"en {time.perf_counter() - started:.0f} s. Vos prochaines répétitions s'en serviront."
    )
    return 0
