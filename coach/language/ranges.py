"""Two numbers that make a range: « entre 3 et 5 % », « de 8 à 10 jours », « 3 ou 4 postes ».

« Passer de 5 à 8 % » is a change, not a range: both figures stay, the first with the unit of the second.
"""

import re
from dataclasses import replace

from coach.language.folding import fold
from coach.language.numerals import find_numerals
from coach.language.reading import Quantity

_CHANGE = re.compile(
    r"\b(?:pass\w*|grimp\w*|progress\w*|chut\w*|recul\w*|bondi\w*|mont\w*|descen\w*|baiss\w*|augment\w*|redui\w*|ramen\w*|all\w*|tomb\w*|vais|evolu\w*"
    r"|bascul\w*)\b.{0,40}\bde (?:la |l')?$"
)
_BETWEEN = re.compile(r"\b(?:entre|de|d'|disons|du) ?(?:les |environ )?$")
_JOIN = re.compile(
    r"(?: ?(?P<sign>-|/) ?| (?P<word>a|ou|et|au|ou a|voire|jusqu'a)(?: (?:la |les )?| )| )(?:les "
    r"|environ |-)?$"
)
_LOOK = 60


def _joined(text: str, folded: str, low: Quantity, high: Quantity) -> tuple[Quantity, ...] | None:
    """A range of the two; or both with the unit of the second (« de deux à quatre ans »); or None."""
    between = _JOIN.match(folded[low.end : high.start].replace("\0", " "))
    if not between or low.high is not None or high.high is not None:
        return None
    link = between["sign"] or between["word"] or ""
    if not link and any(character.isdigit() for character in low.text + high.text):
        return None
    bare = low.kind == "nombre" and not low.unit
    if not (
        bare
        or (low.kind == high.kind and (low.kind == "heure" or low.unit.rstrip("s") == high.unit.rstrip("s")))
    ):
        return None
    if (bare and high.kind in ("date", "nombre") and link == "et") or high.kind == "date":
        return None
    before = folded[max(0, low.start - _LOOK) : low.start]
    first = _aligned(low, high) if bare else low
    if first is None:
        return None
    if link in ("a", "au") and _CHANGE.search(before):
        return (first, high)
    if not _is_range(link, before, first, high):
        return None
    text_said = text[first.start : high.end]
    return (replace(high, value=first.value, high=high.value, start=first.start, text=text_said),)


def _aligned(low: Quantity, high: Quantity) -> Quantity | None:
    """The bare first number of a range, given the unit of the second."""
    if not isinstance(low.value, float):
        return None
    if high.kind == "heure":
        return replace(low, kind="heure", value=f"{int(low.value):02d}:00") if low.value <= 24 else None
    if high.kind in ("duree", "montant", "nombre", "pourcentage", "quantite") and isinstance(
        high.value, float
    ):
        scale = _scale_of(high)
        return replace(low, kind=high.kind, unit=high.unit, value=round(low.value * scale, 6))
    return None


def _scale_of(quantity: Quantity) -> float:
    """What one unit as said is worth in base units."""
    said = find_numerals(fold(quantity.text))
    number = said[0].value if said else 0.0
    return quantity.value / number if number and isinstance(quantity.value, float) else 1.0


def _is_range(link: str, before: str, low: Quantity, high: Quantity) -> bool:
    opened = _BETWEEN.search(before) is not None
    if not link:
        return _consecutive_words(low, high)
    if link in ("et", "ou a"):
        return re.search(r"\bentre (?:les )?$", before) is not None and _ordered(low, high)
    if link == "/":
        return low.kind == high.kind and low.kind not in ("nombre", "heure", "date") and _ordered(low, high)
    if link == "a" and not opened and low.kind == "montant" and isinstance(low.value, float):
        return _ordered(low, high) and isinstance(high.value, float) and high.value <= 5 * low.value
    if low.kind == "heure" and link == "ou":
        return False
    if low.kind == "heure":
        return _ordered(low, high) or link == "-" or opened
    return _ordered(low, high) and (link != "-" or low.kind != "nombre")


def _consecutive_words(low: Quantity, high: Quantity) -> bool:
    """« deux trois postes », as one says it."""
    words = not any(character.isdigit() for character in low.text + high.text)
    if not (words and isinstance(low.value, float) and isinstance(high.value, float)):
        return False
    return round((high.value - low.value) / _scale_of(high), 3) == 1.0


def _ordered(low: Quantity, high: Quantity) -> bool:
    if isinstance(low.value, float) and isinstance(high.value, float):
        return low.value < high.value
    return isinstance(low.value, str) and isinstance(high.value, str) and low.value < high.value


def with_ranges(text: str, folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, those of a range joined into one."""
    result: list[Quantity] = []
    for quantity in quantities:
        if result and quantity.start - result[-1].end <= 12:
            joined = _joined(text, folded, result[-1], quantity)
            if joined:
                result[-1:] = joined
                continue
        result.append(quantity)
    return result
