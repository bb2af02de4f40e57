"""Whether a calculation said aloud adds up: « 45 contacts pour 3 900 €, soit 87 € le contact ».

Only what is announced as a result (« soit », « donc », « ça fait »…) is checked, against what its own
operands can give with their units. Far from anything possible, it is not taken for a calculation.
"""

import itertools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from coach.language.folding import fold
from coach.language.reading import Quantity, Reading

Dimension: TypeAlias = Literal["argent", "compte", "part"]
_RESULT = re.compile(r"\b(?:soit|donc|(?:ca|cela|ce qui) (?:nous )?(?:fait|donne)|on arrive a|au total)\b|=")
_SENTENCE = re.compile(r"[.;!?\n]+(?:\s|$)")
_DAYS = {"semaine": 7.0, "semaines": 7.0, "mois": 30.0, "an": 365.0, "ans": 365.0}
EXACT, ROUGH = 0.03, 0.2
"""Relative error forgiven to a result, and to an approximate one."""
NOT_A_CALCULATION = 0.6
"""Relative error from which the numbers are taken to be unrelated."""


@dataclass(frozen=True, slots=True)
class WrongResult:
    """A result that its operands cannot give."""

    said: Quantity
    value: float
    """As said, in its own unit."""
    expected: float
    """The nearest that they can give."""


@dataclass(frozen=True, slots=True)
class Term:
    """A number with what it counts."""

    value: float
    dimension: Dimension


def wrong_result(reading: Reading) -> WrongResult | None:
    """The first result announced that does not follow from the numbers before it."""
    folded = fold(reading.text)
    bounds = [0, *(found.end() for found in _SENTENCE.finditer(folded)), len(folded) + 1]
    for start, end in itertools.pairwise(bounds):
        inside = [q for q in reading.quantities if start <= q.start < end and q.kind not in ("date", "heure")]
        for mark in _RESULT.finditer(folded, start, min(end, len(folded))):
            before = [q for q in inside if q.end <= mark.start()][-3:]
            after = next((q for q in inside if q.start >= mark.end()), None)
            if after and len(before) >= 2:
                wrong = _check(before, after)
                if wrong:
                    return wrong
    return None


def _check(operands: list[Quantity], said: Quantity) -> WrongResult | None:
    result = _term(said)
    terms = [_term(quantity) for quantity in operands]
    if result is None or any(term is None for term in terms):
        return None
    possible = [
        term.value
        for term in _possible([term for term in terms if term])
        if term.dimension == result.dimension and term.value > 0
    ]
    if not possible or result.value <= 0:
        return None
    highest = float(said.high) if isinstance(said.high, float | int) else result.value
    nearest = min(possible, key=lambda value: min(abs(value - result.value), abs(value - highest)))
    forgiven = (ROUGH if said.approximate else EXACT) * nearest
    if result.dimension == "compte":
        forgiven = max(forgiven, 1.0)
    if result.value - forgiven <= nearest <= highest + forgiven:
        return None
    if abs(nearest - result.value) > NOT_A_CALCULATION * result.value:
        return None
    return WrongResult(said, result.value, round(nearest, 2))


def _possible(terms: list[Term]) -> list[Term]:
    """What two or three numbers may give, taken in pairs and all together."""
    found: list[Term] = []
    for one, other in itertools.combinations(terms, 2):
        found += _pair(one, other)
    if len(terms) == 3:
        for index, alone in enumerate(terms):
            one, other = (term for number, term in enumerate(terms) if number != index)
            for middle in _pair(one, other):
                found += _pair(middle, alone)
    return found


def _pair(one: Term, other: Term) -> list[Term]:
    if one.dimension == other.dimension == "part":
        return []
    if "part" in (one.dimension, other.dimension):
        whole, part = (one, other) if other.dimension == "part" else (other, one)
        share = whole.value * part.value / 100
        return [Term(value, whole.dimension) for value in (share, whole.value - share, whole.value + share)]
    if one.dimension == other.dimension:
        found = [
            Term(one.value + other.value, one.dimension),
            Term(abs(one.value - other.value), one.dimension),
        ]
        small, large = sorted((one.value, other.value))
        if small:
            found.append(Term(large / small, "compte"))
            found.append(Term(100 * small / large, "part"))
        if one.dimension == "compte":
            found.append(Term(one.value * other.value, "compte"))
        return found
    money, count = (one, other) if one.dimension == "argent" else (other, one)
    found = [Term(money.value * count.value, "argent")]
    if count.value:
        found.append(Term(money.value / count.value, "argent"))
    return found


def _term(quantity: Quantity) -> Term | None:
    if not isinstance(quantity.value, float | int):
        return None
    value = float(quantity.value)
    if quantity.kind == "pourcentage":
        return Term(value, "part")
    if quantity.kind == "montant":
        return Term(value, "argent")
    if quantity.kind == "duree":
        return Term(value / _DAYS.get(quantity.unit, 1.0), "compte")
    return Term(value, "compte")
