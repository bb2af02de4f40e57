"""What a person is told when something unexpected happens, and the log that a developer will want."""

import platform
import sys
import traceback

from coach import __version__, paths


def report(error: Exception) -> str:
    """Writes the trace to a log file and returns a French sentence that says where."""
    path = paths.data_dir() / "incident.log"
    text = "".join(
        [
            f"coach {__version__}, Python {platform.python_version()}, {sys.platform}\n",
            *traceback.format_exception(error),
        ]
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return f"Incident inattendu ({type(error).__name__}). Ce qui était joué est enregistré."
    return (
        f"Incident inattendu ({type(error).__name__}). Ce qui était joué est enregistré ; "
        f"le détail, sans vos réponses, est dans « {path} »."
    )
