"""Where things are: shipped content, the user's data, and the variables that move them.

- ``COACH_DONNEES``: the folder of the user's data (journal, log); platformdirs decides otherwise.
- ``COACH_PACKS``: extra folders of packs, separated like ``PATH``.
"""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A shipped content folder: inside the wheel if installed, beside the package in a checkout."""
    inside = PACKAGE / "data" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def scenarios_dir() -> Path:
    """The packs we ship."""
    return _shipped("scenarios")


def rubrics_dir() -> Path:
    """The grids, archetypes and library of acts we ship."""
    return _shipped("rubrics")


def pack_dirs() -> tuple[Path, ...]:
    """Every folder in which packs are looked for, the user's own last."""
    extra = os.environ.get("COACH_PACKS", "")
    folders = [Path(part).expanduser() for part in extra.split(os.pathsep) if part]
    return (scenarios_dir(), *folders, data_dir() / "packs")


def data_dir() -> Path:
    """The user's data folder (not created here)."""
    moved = os.environ.get("COACH_DONNEES")
    if moved:
        return Path(moved).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("coach-ndrc", appauthor=False))


def journal_path() -> Path:
    """The one file that holds everything a student has done."""
    return data_dir() / "journal.sqlite3"
