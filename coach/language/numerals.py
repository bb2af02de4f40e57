"""Numbers in a French text, in figures or in words, without their unit.

Words are converted by `text2num`; this module finds the runs of words that may form a number
(misspellings included), and adds what it does not know: dizaines, fractions, « et demi ».
Everything works on folded text (`folding.py`), so offsets are those of the original.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from text_to_num import text2num

from coach.language.shares import find_shares

Form: TypeAlias = Literal["figures", "words", "article", "collective", "share"]

_MISSPELT = {
    "zero": "zéro",
    "cinc": "cinq",
    "sinq": "cinq",
    "sink": "cinq",
    "troi": "trois",
    "quatres": "quatre",
    "huits": "huit",
    "disse": "dix",
    "onz": "onze",
    "douz": "douze",
    "treiz": "treize",
    "quatorz": "quatorze",
    "quinz": "quinze",
    "seiz": "seize",
    "vingts": "vingt",
    "vint": "vingt",
    "trentes": "trente",
    "trent": "trente",
    "quarente": "quarante",
    "carante": "quarante",
    "cinquantes": "cinquante",
    "cinquente": "cinquante",
    "soisante": "soixante",
    "soissante": "soixante",
    "cents": "cent",
    "mil": "mille",
    "milles": "mille",
    "millions": "million",
    "milliards": "milliard",
}
_WORDS = (
    "zero", "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante",
    "cinquante", "soixante", "septante", "huitante", "octante", "nonante", "cent", "mille", "million",
    "milliard",
)  # fmt: skip
_WORD = (
    "(?:"
    + "|".join(sorted({*_WORDS, *_MISSPELT}, key=lambda word: (len(word), word), reverse=True))
    + r")(?![\w])"
)
_MORE = rf"(?:(?:[ -]{{1,2}}|[ -]et[ -](?=une?\b|onze\b)){_WORD}){{0,23}}"
_RUN = rf"(?<![\w'-]){_WORD}{_MORE}"
_ELIDED_RUN = rf"(?<=[ldnmtsj]'){_WORD}{_MORE}"
_FIGURES = (
    r"(?<![\w,./+*#°])(?<![a-z]-)(?:"
    r"[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?"
    r"|[0-9]+(?:[,.][0-9]+)?)"
)
NUMBER_WORDS = frozenset({*_WORDS, *_MISSPELT})
_SCALES = {"mille": 1e3, "million": 1e6, "milliard": 1e9}
_TENS = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
_COLLECTIVE = re.compile(
    r"(?<![\w-])(?:(?P<count>une?|la|deux|trois|quatre|cinq|[2-9]) )?(?:(?:petite|bonne|grosse) )?"
    r"(?P<half>demi[- ])?(?P<noun>" + "|".join(_TENS) + r")s?\b"
)
_VAGUE = re.compile(r"(?:quelques|plusieurs|des|les|par|ces) $")
_NUMBER = re.compile(f"(?P<figures>{_FIGURES})|(?P<words>{_RUN}|{_ELIDED_RUN})")
_DECIMAL = re.compile(rf" virgule (?P<digits>{_WORD}(?:[ -]{_WORD}){{0,3}})")
_SCALE = re.compile(r" ?(?P<scale>mille|millions?|milliards?|milliers?)\b")
_HALF = re.compile(r" et demie?s?\b")
_LONGEST_FIGURES = 12


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number without its unit; ``article``: « un » or « une », which may only be an article."""

    value: float
    start: int
    end: int
    form: Form
    noun: str = ""
    """Of a collective: « dizaine »; of a share, « fois » when it is a multiple."""


@lru_cache(maxsize=4096)
def word_value(words: str) -> float | None:
    """The value of a number in words, misspellings allowed; None when the words do not make one."""
    parts = [_MISSPELT.get(part, part) for part in re.split(r"[ -]+", words.strip())]
    parts = ["et" if part == "et" else "un" if part == "une" else part for part in parts]
    try:
        return float(text2num(" ".join(parts), "fr"))
    except ValueError:
        return None


def figure_value(figures: str) -> float | None:
    """« 1 500,50 », « 1.500 », « 2.5 »; None when too long to be a quantity."""
    if sum(character.isdigit() for character in figures) > _LONGEST_FIGURES:
        return None
    plain = figures.replace(" ", "").replace("'", "")
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?", plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


def _longest_number(folded: str, start: int, end: int) -> tuple[float, int] | None:
    """Value and end of the longest beginning of a run of words that is one number."""
    stops = [match.start() for match in re.finditer(r"[ -]+(?!et[ -])", folded[start:end])]
    for stop in [end - start, *reversed(stops)]:
        value = word_value(folded[start : start + stop])
        if value is not None:
            return value, start + stop
    return None


def _decimals(said: str) -> str:
    """The figures after the comma: « zéro cinq » is 05, « sept cinq » 75, « vingt-cinq » 25."""
    values = [word_value(word) for word in re.split(r"[ -]+", said)]
    if all(value is not None and value < 10 for value in values):
        return "".join(str(int(value)) for value in values if value is not None)
    whole = word_value(said)
    return "" if whole is None else str(int(whole))


def _extended(folded: str, numeral: Numeral) -> Numeral:
    """With « virgule cinq », « million », « et demi » taken in."""
    value, end, form = numeral.value, numeral.end, numeral.form
    decimal = _DECIMAL.match(folded, end)
    if decimal and form != "figures":
        digits = _decimals(decimal["digits"])
        if digits and value == int(value):
            value, end, form = float(f"{int(value)}.{digits}"), decimal.end(), "words"
    scale = _SCALE.match(folded, end)
    factor = 1.0
    if scale:
        name = scale["scale"].rstrip("s")
        factor = _SCALES.get("mille" if name == "millier" else name, 1.0)
        value, end, form = value * factor, scale.end(), "words" if form == "article" else form
    elif form == "words" and folded[numeral.start : end].endswith(("million", "millions")):
        factor = 1e6
    half = _HALF.match(folded, end)
    if half:
        value, end, form = value + factor / 2, half.end(), "words" if form == "article" else form
    return Numeral(round(value, 6), numeral.start, end, form)


def _collectives(folded: str) -> list[Numeral]:
    found = []
    for match in _COLLECTIVE.finditer(folded):
        if _VAGUE.search(folded, max(0, match.start() - 10), match.start()):
            continue
        counted = match["count"] or "une"
        count = (
            float(counted) if counted.isdigit() else word_value("un" if counted == "la" else counted) or 1.0
        )
        value = count * _TENS[match["noun"]] / (2 if match["half"] else 1)
        found.append(Numeral(value, match.start(), match.end(), "collective", match["noun"]))
    return found


def _plain(folded: str) -> list[Numeral]:
    found: list[Numeral] = []
    position = 0
    while match := _NUMBER.search(folded, position):
        position = match.end()
        if match["figures"] is not None:
            value = figure_value(match["figures"])
            if value is not None:
                found.append(_extended(folded, Numeral(value, match.start(), match.end(), "figures")))
        elif longest := _longest_number(folded, match.start(), match.end()):
            value, end = longest
            alone = folded[match.start() : end] in ("un", "une")
            form: Form = "article" if alone else "words"
            found.append(_extended(folded, Numeral(value, match.start(), end, form)))
        else:
            continue
        position = max(found[-1].end, match.start() + 1) if found else position
    return found


def find_numerals(folded: str) -> list[Numeral]:
    """Every number of a folded text, by position, none overlapping another."""
    shares = [
        Numeral(value, start, end, "share", "fois" if rough else "")
        for value, start, end, rough in find_shares(folded)
    ]
    special = sorted([*_collectives(folded), *shares], key=lambda numeral: numeral.start)
    chosen: list[Numeral] = []
    for numeral in sorted([*special, *_plain(folded)], key=lambda n: (n.start, -n.end)):
        if not chosen or numeral.start >= chosen[-1].end:
            chosen.append(numeral)
    return chosen
