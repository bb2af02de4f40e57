"""`coach verifier`: checks content, and says every fault with its place."""

import argparse
import json
from pathlib import Path

from coach.content.problems import Problem
from coach.content.verify import check


def run(options: argparse.Namespace) -> int:
    """Prints every problem; 1 if there is an error (or, with --strict, a warning)."""
    problems = check(Path(options.pack) if options.pack else None)
    errors = [found for found in problems if found.severity == "erreur"]
    if options.json:
        document = {"erreurs": len(errors), "problemes": [found.to_dict() for found in problems]}
        print(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        _tell(problems, errors)
    return 1 if errors or (options.strict and problems) else 0


def _tell(problems: list[Problem], errors: list[Problem]) -> None:
    for found in problems:
        print(found)
    warnings = len(problems) - len(errors)
    if not problems:
        print("Tout est en ordre.")
    else:
        print(f"\n{len(errors)} erreur(s), {warnings} avertissement(s).")
