"""Values taken one by one from JSON that nobody has vouched for: types, sizes and places are checked.

Every refusal is a `ContentError` whose sentence says where (« tours[3].lecture.actes[0] ») and why.
"""

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, TypeAlias, TypeVar

from coach.errors import ContentError

JsonObject: TypeAlias = dict[str, Any]
T = TypeVar("T", bound=str)

LARGEST_FILE = 20_000_000
"""Characters read of one document; a talk of two hours is fifty times smaller."""
LONGEST_TEXT = 20_000
LONGEST_NAME = 200
FARTHEST = 1e12
"""No amount, date or duration of a rehearsal comes near."""


def parse(text: str, what: str) -> object:
    """A JSON document, read strictly. `what` names it in the refusals: « la transcription »."""
    if len(text) > LARGEST_FILE:
        raise ContentError(f"Impossible de lire {what} : le fichier dépasse {LARGEST_FILE // 1_000_000} Mo.")
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_duplicates)
    except json.JSONDecodeError as error:
        raise ContentError(
            f"Impossible de lire {what} : ce n'est pas du JSON correct "
            f"(ligne {error.lineno}, colonne {error.colno})."
        ) from None
    except (RecursionError, ValueError) as error:
        reason = (
            "trop de niveaux imbriqués" if isinstance(error, RecursionError) else str(error)[:LONGEST_NAME]
        )
        raise ContentError(f"Impossible de lire {what} : {reason}.") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"« {name} » n'est pas un nombre admis")


def _no_duplicates(pairs: list[tuple[str, Any]]) -> JsonObject:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("une clé est écrite deux fois dans le même groupe")
    return values


def check_version(value: object, known: int, what: str) -> None:
    """Refuses a document of another version, with a sentence that tells what to do."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ContentError(
            f"Impossible de lire {what} : sa « version » manque ou n'est pas un nombre entier."
        )
    if value > known:
        raise ContentError(
            f"Impossible de lire {what} : elle vient d'une version plus récente de coach (format {value} ; "
            f"celle-ci lit le format {known}). Mettez coach à jour."
        )


class Fields:
    """The keys of one JSON object. Missing, unknown, oversized or mistyped ones are refused."""

    __slots__ = ("_path", "_values", "_what")

    def __init__(self, value: object, what: str, path: str, keys: frozenset[str]) -> None:
        self._what = what
        self._path = path
        if not isinstance(value, Mapping):
            self._refuse("", "un groupe de clés est attendu")
        self._values: Mapping[str, object] = value
        if value.keys() != keys:
            self._explain_keys(keys)

    def _explain_keys(self, keys: frozenset[str]) -> NoReturn:
        missing = sorted(keys.difference(self._values))
        if missing:
            self._refuse("", f"la clé « {missing[0]} » manque")
        unknown = sorted(str(key)[:40] for key in self._values if key not in keys)
        self._refuse("", f"la clé « {unknown[0]} » n'existe pas ici")

    def _refuse(self, key: str, why: str) -> NoReturn:
        place = ".".join(part for part in (self._path, key) if part)
        at = f" à « {place} »" if place else ""
        raise ContentError(f"Impossible de lire {self._what} :{at} {why}.")

    def text(self, key: str, limit: int = LONGEST_NAME) -> str:
        """A text of at most `limit` characters, without half a character of a pair."""
        return self._text(key, self._values[key], limit)

    def _text(self, key: str, value: object, limit: int) -> str:
        if not isinstance(value, str):
            self._refuse(key, "un texte est attendu")
        if len(value) > limit:
            self._refuse(key, f"le texte dépasse {limit} caractères")
        try:
            value.encode()
        except UnicodeEncodeError:
            self._refuse(key, "le texte contient un caractère impossible")
        return value

    def prose(self, key: str) -> str:
        """A long text."""
        return self.text(key, LONGEST_TEXT)

    def number(self, key: str, low: float = -FARTHEST, high: float = FARTHEST) -> float:
        """A finite number within bounds."""
        return self._number(key, self._values[key], low, high)

    def _number(self, key: str, value: object, low: float, high: float) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._refuse(key, "un nombre est attendu")
        if not (low <= value <= high) or math.isnan(value):
            self._refuse(key, f"le nombre n'est pas entre {low:g} et {high:g}")
        return float(value)

    def maybe_number(self, key: str) -> float | None:
        """A number, or `null`."""
        return None if self._values[key] is None else self.number(key)

    def number_or_text(self, key: str) -> float | str:
        """A number, or a short text (a date, the value of a parameter)."""
        return self.text(key) if isinstance(self._values[key], str) else self.number(key)

    def maybe_number_or_text(self, key: str) -> float | str | None:
        """A number, a short text, or `null`."""
        return None if self._values[key] is None else self.number_or_text(key)

    def whole(self, key: str, low: int = 0, high: int = 1_000_000) -> int:
        """A whole number within bounds."""
        return self._whole(key, self._values[key], low, high)

    def _whole(self, key: str, value: object, low: int, high: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            self._refuse(key, "un nombre entier est attendu")
        if not low <= value <= high:
            self._refuse(key, f"le nombre n'est pas entre {low} et {high}")
        return value

    def maybe_whole(self, key: str) -> int | None:
        """A whole number, or `null`."""
        return None if self._values[key] is None else self.whole(key)

    def wholes(self, key: str, count: int, high: int) -> tuple[int, ...]:
        """Exactly `count` whole numbers from 0 to `high`."""
        values = self.sequence(key, count)
        if len(values) != count:
            self._refuse(key, f"il faut {count} nombres")
        return tuple(self._whole(key, value, 0, high) for value in values)

    def span(self, length: int) -> tuple[int, int]:
        """« debut » and « fin », in that order and within a text of `length` characters."""
        start, end = self.whole("debut", 0, length), self.whole("fin", 0, length)
        if start > end:
            self._refuse("debut", "le début vient après la fin")
        return start, end

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self._values[key]
        if not isinstance(value, bool):
            self._refuse(key, "« true » ou « false » est attendu")
        return value

    def choice(self, key: str, values: tuple[T, ...]) -> T:
        """One of a few words."""
        value = self._values[key]
        if value not in values or not isinstance(value, str):
            self._refuse(key, f"« {str(value)[:40]} » n'est pas une valeur admise")
        return value

    def sequence(self, key: str, limit: int) -> list[object]:
        """A list of at most `limit` elements."""
        value = self._values[key]
        if not isinstance(value, list):
            self._refuse(key, "une liste est attendue")
        if len(value) > limit:
            self._refuse(key, f"la liste dépasse {limit} éléments")
        return value

    def texts(self, key: str, limit: int) -> tuple[str, ...]:
        """A list of at most `limit` long texts."""
        values = self.sequence(key, limit)
        return tuple(self._text(key, value, LONGEST_TEXT) for value in values)

    def is_null(self, key: str) -> bool:
        """Whether the value is `null`."""
        return self._values[key] is None

    def each(self, key: str, keys: frozenset[str], limit: int) -> Iterator["Fields"]:
        """The objects of a list."""
        place = f"{self._path}.{key}" if self._path else key
        for position, value in enumerate(self.sequence(key, limit)):
            yield Fields(value, self._what, f"{place}[{position}]", keys)

    def inside(self, key: str, keys: frozenset[str]) -> "Fields":
        """The object under a key."""
        place = f"{self._path}.{key}" if self._path else key
        return Fields(self._values[key], self._what, place, keys)

    def object(self, key: str) -> Mapping[str, object]:
        """The object under a key, whose keys are names of the scenario."""
        value = self._values[key]
        if not isinstance(value, Mapping) or len(value) > LONGEST_NAME:
            self._refuse(key, "un groupe de clés est attendu")
        return value

    def refuse(self, key: str, why: str) -> NoReturn:
        """Refuses a value for a reason of the caller's."""
        self._refuse(key, why)
