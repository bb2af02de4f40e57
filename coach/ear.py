"""What listens during a rehearsal: the reader trained from the library, and one scenario's expectations.

The trained model we ship is used when it is fresh; when a teacher has changed the library it is
learned again, once, and kept beside the journal.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from coach import paths
from coach.content.acts import library_digest, library_files, read_library, shipped_model
from coach.content.problems import BrokenContentError, errors
from coach.language.encoder import Encoder, RememberingEncoder, UniversalEncoder
from coach.language.matcher import ExpectationSet
from coach.language.model import ActModel, from_bytes, to_bytes
from coach.language.reader import Reader
from coach.language.reading import Context, Reading
from coach.simulation.expectations import Expectation

REMEMBERED = 8192
"""Texts whose vectors are kept: a rehearsal has some hundreds, a batch of rehearsals says many again."""


class RehearsalEar:
    """Reads a student's utterances against what one draw of a scenario expects."""

    def __init__(self, reader: Reader, expected: Sequence[ExpectationSet]) -> None:
        self._reader = reader
        self._expected = tuple(expected)

    def hear(self, text: str, context: Context) -> Reading:
        """Reads one utterance."""
        return self._reader.read(text, context, self._expected)


def make_ear(expected: Sequence[Expectation]) -> RehearsalEar:
    """The ear of a rehearsal: one set of expectations a kind, so that kinds do not compete."""
    kinds: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, target, examples in expected:
        kinds.setdefault(kind, []).append((target, examples))
    sets = [ExpectationSet(kind, targets, encoder()) for kind, targets in kinds.items()]
    return RehearsalEar(reader(), sets)


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The sentence encoder; its weights are loaded at the first sentence."""
    return RememberingEncoder(UniversalEncoder(), REMEMBERED)


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader of the 48 acts."""
    return Reader(shipped_model() or _kept_model() or learn(), encoder())


def learn() -> ActModel:
    """Learns the library (some seconds) and keeps the result. Raises `BrokenContentError`."""
    from coach.language.training import train

    library, problems = read_library()
    if errors(problems):
        raise BrokenContentError(errors(problems))
    model = train(library, encoder(), library_digest(library_files()))
    _keep(model)
    return model


def kept_path() -> Path:
    """Where a model learned on this machine is kept."""
    return paths.data_dir() / "modele.npz"


def _kept_model() -> ActModel | None:
    try:
        model = from_bytes(kept_path().read_bytes())
    except (OSError, ValueError, KeyError):
        return None
    return model if model.digest == library_digest(library_files()) else None


def _keep(model: ActModel) -> None:
    """Beside the journal. A folder that cannot be written only costs learning again next time."""
    path = kept_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partiel")
        partial.write_bytes(to_bytes(model))
        partial.replace(path)
    except OSError:
        return
