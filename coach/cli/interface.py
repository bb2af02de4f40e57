"""`coach` alone: opens the terminal interface."""

import argparse
import sys

from coach.errors import UsageError


def run(_: argparse.Namespace) -> int:
    """Runs the app until the student leaves."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "L'interface a besoin d'un terminal. "
            "« coach jouer SCENARIO » joue la même répétition en lignes simples."
        )
    from coach.tui.app import CoachApp

    app = CoachApp()
    app.run()
    if app.incident:
        raise app.incident
    return app.return_code or 0
