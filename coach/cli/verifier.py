"""`coach verifier`: checks content, and says every fault with its place."""

import argparse
import json
from pathlib import Path

from coach.content.problems import Problem
from coach.content.verify import check


def run(options: argparse.Namespace) -> int:
    """Prints every problem; 1 if there is an error (or, with --strict, a warning)."""
    found_all = check(Path(options.pack) if options.pack else None, hints=options.conseils)
    problems = [found for found in found_all if found.severity != "conseil"]
    errors = [found for found in problems if found.severity == "erreur"]
    if options.json:
        document = {"erreurs": len(errors), "problemes": [found.to_dict() for found in found_all]}
        print(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        _tell(found_all, problems, errors)
    return 1 if errors or (options.strict and problems) else 0


def _tell(found_all: list[Problem], problems: list[Problem], errors: list[Problem]) -> None:
    for found in found_all:
        print(found)
    hints = len(found_all) - len(problems)
    if hints:
        print(f"\n{hints} conseil(s).")
    warnings = len(problems) - len(errors)
    if not problems:
        print("Tout est en ordre.")
    else:
        print(f"\n{len(errors)} erreur(s), {warnings} avertissement(s).")
