"""The levels that persons gave, from CSV files as spreadsheets write them; each fault has its line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coach.assessment.agreement import MACHINE, Rating
from coach.assessment.grid import LEVELS
from coach.errors import ContentError, reason

COLUMNS = ("transcription", "critere", "evaluateur", "niveau")
BAND_COLUMNS = ("transcription", "bande")
_NOT_ASSESSED = ("", "NE")


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating and where it is written."""

    rating: Rating
    where: str
    """« fichier:ligne »."""


def read_ratings(path: Path) -> tuple[Rated, ...]:
    """The ratings of a file. Raises `ContentError` with the file and the line."""
    return tuple(_rated(where, row) for where, row in _rows(path, COLUMNS))


def read_bands(path: Path) -> dict[str, str]:
    """The quality band of each transcript."""
    bands: dict[str, str] = {}
    for where, row in _rows(path, BAND_COLUMNS):
        name, band = row["transcription"], row["bande"]
        if not name or not band:
            raise ContentError(f"{where} : il manque la transcription ou la bande.")
        if name in bands:
            raise ContentError(f"{where} : la transcription « {name} » a déjà une bande.")
        bands[name] = band
    return bands


def _rated(where: str, row: dict[str, str]) -> Rated:
    for name in COLUMNS[:3]:
        if not row[name]:
            raise ContentError(f"{where} : la colonne « {name} » est vide.")
    if row["evaluateur"].casefold() == MACHINE:
        raise ContentError(
            f"{where} : le nom « {MACHINE} » est réservé ; donnez un autre nom à l'évaluateur."
        )
    given = row["niveau"].upper()
    level = next((each for each in LEVELS if each == given), None)
    if level is None and given not in _NOT_ASSESSED:
        told = f"« {row['niveau']} » n'est pas un niveau ; au choix : TI, I, S, TS, NE ou rien."
        raise ContentError(f"{where} : {told}")
    return Rated(Rating(row["transcription"], row["critere"], row["evaluateur"], level), where)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row that is not blank, with its place."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ContentError(f"« {path} » ne peut pas être lu : {reason(error)}.") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"« {path} » n'est pas en UTF-8. Enregistrez-le en « CSV UTF-8 ».") from error
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",")
    head = [name.strip().casefold() for name in next(reader, [])]
    missing = [name for name in columns if name not in head]
    if missing:
        told = ", ".join(f"« {name} »" for name in missing)
        raise ContentError(f"{path}:1 : il manque la colonne {told}. Attendues : {', '.join(columns)}.")
    for values in reader:
        if not any(value.strip() for value in values):
            continue
        padded = [*values, *[""] * (len(head) - len(values))]
        row = {name: padded[head.index(name)].strip() for name in columns}
        yield f"{path}:{reader.line_num}", row
