"""Start-up times as whole processes: `python bench/demarrage.py`.

Each command runs several times after a warm-up; the median is the figure to quote, beside the bare
interpreter's own time on the same machine, since machines differ.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
FIRST_SCREEN = """
import asyncio, time
start = time.perf_counter()
from coach.tui.app import CoachApp
async def first():
    async with CoachApp().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
asyncio.run(first())
"""
ANSWERS = str(Path(__file__).resolve().parent.parent / "docs" / "exemple" / "reponses.txt")
"""An unattended rehearsal of about twenty turns, from start to finish."""
COMMANDS = {
    "python -c pass": (["-c", "pass"], None),
    "coach --help": (["-m", "coach", "--help"], 0.2),
    "coach liste": (["-m", "coach", "liste"], 0.4),
    "premier écran": (["-c", FIRST_SCREEN], 1.0),
    "répétition seule": (["-m", "coach", "jouer", "fontaines-ateliers", "--reponses", ANSWERS], 3.0),
}


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def main() -> None:
    """Prints a line a command: median, range, bar."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "COACH_DONNEES": folder}
        for name, (arguments, bar) in COMMANDS.items():
            seconds(arguments, environment)
            runs = [seconds(arguments, environment) for _ in range(RUNS)]
            goal = f"  (visé : {bar} s)" if bar else ""
            print(f"{name:16} {statistics.median(runs):.3f} s  [{min(runs):.3f} – {max(runs):.3f}]{goal}")


if __name__ == "__main__":
    main()
