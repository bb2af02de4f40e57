"""A duration said in two units: « 2 heures 50 minutes », « un an et six mois »."""

import re
from dataclasses import replace

from coach.language.reading import Quantity

_LINK = re.compile(r",? (?:et )?$")
_NEXT = {
    "an": ("mois", 365.0),
    "mois": ("semaine", 30.0),
    "semaine": ("jour", 7.0),
    "jour": ("heure", 1.0),
    "heure": ("minute", 1 / 24),
    "minute": ("seconde", 1 / 1440),
}
"""The unit that may follow, and the days it must stay under."""
_SECONDS = 86400
_OF_ANOTHER_THING = re.compile(r" (?:de |d'|pour |sous |en |gratuit|offert)")


def _is_continued(folded: str, first: Quantity, unit: str, second: Quantity) -> bool:
    if first.kind != "duree" or second.kind != "duree" or first.high is not None or second.high is not None:
        return False
    below = _NEXT.get(unit.removesuffix("s") if unit != "mois" else "mois")
    if (
        below is None
        or second.unit.rstrip("s") != below[0].rstrip("s")
        or not isinstance(second.value, float)
    ):
        return False
    linked = _LINK.fullmatch(folded[first.end : second.start])
    closed = below[0] in ("mois", "minute", "seconde")
    lone = (
        not closed
        and "et" in folded[first.end : second.start]
        and _OF_ANOTHER_THING.match(folded, second.end)
    )
    return linked is not None and not lone and second.value < below[1]


def with_compounds(text: str, folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, those that say one duration joined under the unit said first."""
    result: list[Quantity] = []
    unit = ""
    for quantity in quantities:
        last = result[-1] if result else None
        if (
            last is not None
            and _is_continued(folded, last, unit, quantity)
            and isinstance(last.value, float)
            and isinstance(quantity.value, float)
        ):
            value = round(round((last.value + quantity.value) * _SECONDS) / _SECONDS, 6)
            said = text[last.start : quantity.end]
            result[-1] = replace(last, value=value, end=quantity.end, text=said)
        else:
            result.append(quantity)
        unit = quantity.unit
    return result
