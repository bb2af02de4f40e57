"""The errors a person may see. Each carries a French sentence: what is wrong, where, what to do."""


class CoachError(Exception):
    """Something a person can act on; `str(error)` is a French sentence fit to be shown."""

    exit_code = 1


class ContentError(CoachError):
    """Content (pack, scenario, grid, library, transcript) cannot be used."""


class NotFoundError(CoachError):
    """A scenario, grid or file that was named does not exist; the sentence gives the nearest names."""


class JournalError(CoachError):
    """The journal cannot be read or written (read-only, full, corrupt, newer version)."""


class UsageError(CoachError):
    """The command was called wrongly."""

    exit_code = 2


def reason(error: OSError) -> str:
    """Why a file could not be read or written, in French."""
    for kind, sentence in _REASONS:
        if isinstance(error, kind):
            return sentence
    return error.strerror or "erreur du système"


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "il n'existe pas"),
    (IsADirectoryError, "c'est un dossier"),
    (PermissionError, "vous n'en avez pas le droit"),
)
