"""Shares and multiples in folded text, in percent of the whole: « un tiers » 33.33, « le double » 200."""

import re

Share = tuple[float, int, int, bool]
"""Per cent, start, end, and whether it is rough: « deux fois moins » is seldom exact."""

_NAMED = {
    "la moitie": 50.0,
    "moitie prix": 50.0,
    "moitie moins": 50.0,
    "de moitie": 50.0,
    "demi-tarif": 50.0,
    "demi tarif": 50.0,
    "le double": 200.0,
    "du double": 200.0,
    "au double": 200.0,
    "le triple": 300.0,
    "du triple": 300.0,
    "le quadruple": 400.0,
}
_COUNTS = {
    "un": 1, "une": 1, "le": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "vingt": 20, "cent": 100,
}  # fmt: skip
_ROUND = {2, 3, 4, 5, 10, 100}
_PARTS = {
    "tiers": 3, "quart": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9,
    "dixieme": 10, "centieme": 100,
}  # fmt: skip
_COUNT = "(?:" + "|".join(_COUNTS) + r"|[1-9][0-9]?)(?![\w])"
_SAID = re.compile(
    r"(?<![\w'-])(?:(?P<named>" + "|".join(_NAMED) + r")\b(?! temps)(?! etape)"
    rf"|(?<!\bet )(?<!par )(?<!avec )(?P<part_count>{_COUNT}) (?P<part>{'|'.join(_PARTS)})(?P<several>s?)\b"
    r"(?! d'heure)(?! de journee)(?! de confiance)"
    rf"|(?P<times>{_COUNT}) fois (?P<way>plus|moins)\b"
    r"|(?<![0-9/.,])(?P<top>[123])/(?P<bottom>[234])(?![0-9/]|[.,][0-9])"
    rf"|(?P<of>{_COUNT})(?P<noun> [a-z]{{3,20}})? sur (?P<among>{_COUNT})"
    r"(?! ?[%€]| (?:mois|ans?|jours?|pour|euros?|[a-z]+s\b)))"
)
_ELIDED = re.compile(r"(?<=\bd')(?P<part_count>un) (?P<part>tiers|quart)(?P<several>)\b(?! d'heure)")
_AFTER_ORDINAL = re.compile(r" (?:de |d'|du |des )| ?(?:$|[.,;!?])")
_DAY_BEFORE = re.compile(r"(?:\b(?:le|du|au|avant|pour|des)|di) $")


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _COUNTS[said]


def _part_of(folded: str, match: re.Match[str]) -> float | None:
    """« deux tiers », « un cinquième du parc »; « un cinquième rendez-vous » is no share."""
    count, parts = _number(match["part_count"]), _PARTS[match["part"]]
    ordinal = parts > 4 and count == 1
    if count >= parts or (ordinal and not _AFTER_ORDINAL.match(folded, match.end())):
        return None
    if match["part_count"] == "le" and ordinal:
        return None
    return 100 * count / parts


def _value(folded: str, match: re.Match[str]) -> float | None:
    if match["named"]:
        return _NAMED[match["named"]]
    if match["part"]:
        return _part_of(folded, match)
    if match["times"]:
        times = _number(match["times"])
        return None if times < 2 else 100 * times if match["way"] == "plus" else 100 / times
    if match["top"]:
        dated = _DAY_BEFORE.search(folded, max(0, match.start() - 8), match.start())
        top, bottom = int(match["top"]), int(match["bottom"])
        return 100 * top / bottom if top < bottom and not dated else None
    among, of = _number(match["among"]), _number(match["of"])
    if match["noun"] and among not in _ROUND:
        return None
    return 100 * of / among if of < among else None


def find_shares(folded: str) -> list[Share]:
    """The shares said, by position."""
    found = [
        (round(value, 2), match.start(), match.end(), match["times"] is not None)
        for match in _SAID.finditer(folded)
        if (value := _value(folded, match)) is not None
    ]
    found += [
        (round(100 / _PARTS[match["part"]], 2), match.start(), match.end(), False)
        for match in _ELIDED.finditer(folded)
    ]
    return sorted(found, key=lambda share: share[1])
