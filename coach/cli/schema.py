"""`coach schema`: the JSON Schema of a content format, for editors."""

import argparse

from coach.content.json_schema import render
from coach.content.sources import RECORDS
from coach.errors import UsageError


def run(options: argparse.Namespace) -> int:
    """Prints the schema of `options.kind`."""
    if options.kind not in RECORDS:
        raise UsageError(f"Le format « {options.kind} » n'existe pas ; au choix : {', '.join(RECORDS)}.")
    print(render(options.kind), end="")
    return 0
