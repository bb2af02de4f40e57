"""How far raters agree on levels: the machine beside persons, persons beside each other.

Pure: the kappa comes as a function, so that the core needs no library of statistics. Missing levels
(« non évalué ») are never compared. A measure over several persons is the mean of its pairs."""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import TypeAlias

from coach.assessment.grid import LEVELS, LevelName

MACHINE = "machine"
REPLICATIONS = 400
"""Resamplings of the transcripts behind an interval."""
LEAST_COPIES, LEAST_KAPPA, LEAST_LOW = 10, 0.5, 0.3
_SEED = 20_261
_DECIMALS = 3

Kappa: TypeAlias = Callable[[Sequence[int], Sequence[int]], float]
"""Quadratic weighted kappa of two lists of places in `LEVELS`."""
Cells: TypeAlias = Mapping[str, Mapping[tuple[str, str], int]]
"""By rater: (transcript, criterion) to the place of the level."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What one rater says of one criterion of one transcript; no level is « non évalué »."""

    transcript: str
    criterion: str
    rater: str
    level: LevelName | None


@dataclass(frozen=True, slots=True)
class Measure:
    """Agreement of one pair of raters, or the mean over several pairs."""

    n: int
    """Distinct (transcript, criterion) that were compared."""
    exact: float
    adjacent: float
    """Share at most one level apart."""
    kappa: float | None
    """`None` when undefined: fewer than two copies, or both raters always give one same level."""
    low: float | None = None
    high: float | None = None
    """95 % bootstrap interval of kappa; `None` when most resamplings leave it undefined."""


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion, or the whole (`criterion` empty), with what is advised for it."""

    criterion: str
    machine: Measure | None
    persons: Measure | None
    each: tuple[tuple[str, str, Measure], ...]
    reasons: tuple[str, ...] = ()
    """Why a teacher must confirm, in French; empty when the machine may mark alone."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A person and the machine, apart."""

    transcript: str
    criterion: str
    rater: str
    level: LevelName
    machine: LevelName
    steps: int
    """Positive when the machine is more generous."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The whole report."""

    raters: tuple[str, ...]
    whole: Line
    criteria: tuple[Line, ...]
    bands: tuple[tuple[str, Line], ...]
    disagreements: tuple[Disagreement, ...]
    """The widest first."""
    unseen: int
    """Levels given by a person where the machine gives none."""


def agreement(ratings: Iterable[Rating], kappa: Kappa, bands: Mapping[str, str] | None = None) -> Agreement:
    """Compares all raters with each other, by criterion, over all, and by band of transcripts."""
    cells: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    criteria: dict[str, None] = {}
    for each in ratings:
        criteria.setdefault(each.criterion)
        cells[each.rater]
        if each.level is not None:
            cells[each.rater][each.transcript, each.criterion] = LEVELS.index(each.level)
    known = _remembering(kappa)
    placed = bands or {}
    names = sorted(set(placed.values()))
    return Agreement(
        raters=tuple(sorted(cells)),
        whole=_line("", cells, known),
        criteria=tuple(
            _line(name, _only(cells, lambda cell, name=name: cell[1] == name), known)  # type: ignore[misc]
            for name in criteria
        ),
        bands=tuple(
            (band, _line("", _only(cells, lambda cell, band=band: placed.get(cell[0]) == band), known))  # type: ignore[misc]
            for band in names
        ),
        disagreements=_disagreements(cells),
        unseen=_unseen(cells),
    )


def _remembering(kappa: Kappa) -> Kappa:
    """Resamplings of few copies often repeat themselves, whatever their order."""
    seen: dict[tuple[tuple[int, int], ...], float] = {}

    def remembered(first: Sequence[int], second: Sequence[int]) -> float:
        key = tuple(sorted(zip(first, second, strict=True)))
        if key not in seen:
            seen[key] = kappa(first, second)
        return seen[key]

    return remembered


def _only(cells: Cells, kept: Callable[[tuple[str, str]], bool]) -> dict[str, dict[tuple[str, str], int]]:
    return {rater: {cell: at for cell, at in own.items() if kept(cell)} for rater, own in cells.items()}


def _line(criterion: str, cells: Cells, kappa: Kappa) -> Line:
    raters = sorted(cells, key=lambda rater: (rater != MACHINE, rater))
    pairs = list(combinations(raters, 2))
    each = ((first, second, _measure(cells, [(first, second)], kappa)) for first, second in pairs)
    machine = _with_interval(cells, [pair for pair in pairs if pair[0] == MACHINE], kappa)
    persons = _with_interval(cells, [pair for pair in pairs if pair[0] != MACHINE], kappa)
    return Line(
        criterion,
        machine,
        persons,
        tuple((first, second, found) for first, second, found in each if found is not None),
        reasons_to_confirm(machine),
    )


def reasons_to_confirm(machine: Measure | None) -> tuple[str, ...]:
    """Why the machine may not mark alone; empty when it may."""
    if machine is None:
        return ("aucune copie comparée avec la machine",)
    reasons = []
    if machine.n < LEAST_COPIES:
        reasons.append(f"moins de {LEAST_COPIES} comparaisons")
    if machine.kappa is None:
        reasons.append("kappa indéfini")
    elif machine.kappa < LEAST_KAPPA:
        reasons.append("kappa inférieur à 0,5")
    if machine.kappa is not None and (machine.low is None or machine.low < LEAST_LOW):
        reasons.append("intervalle trop large ou trop bas (borne basse sous 0,3)")
    return tuple(reasons)


def _with_interval(cells: Cells, pairs: list[tuple[str, str]], kappa: Kappa) -> Measure | None:
    found = _measure(cells, pairs, kappa)
    if found is None or found.kappa is None:
        return found
    low, high = _interval(cells, pairs, kappa)
    return Measure(found.n, found.exact, found.adjacent, found.kappa, low, high)


def _measure(cells: Cells, pairs: list[tuple[str, str]], kappa: Kappa) -> Measure | None:
    shared = {pair: sorted(cells[pair[0]].keys() & cells[pair[1]].keys()) for pair in pairs}
    compared = [pair for pair in pairs if shared[pair]]
    if not compared:
        return None
    exact, adjacent = [], []
    for first, second in compared:
        apart = [abs(cells[first][cell] - cells[second][cell]) for cell in shared[first, second]]
        exact.append(fmean(steps == 0 for steps in apart))
        adjacent.append(fmean(steps <= 1 for steps in apart))
    lists = [
        (
            [cells[first][cell] for cell in shared[first, second]],
            [cells[second][cell] for cell in shared[first, second]],
        )
        for first, second in compared
    ]
    value = _mean_kappa(lists, kappa)
    return Measure(
        n=len({cell for pair in compared for cell in shared[pair]}),
        exact=round(fmean(exact), _DECIMALS),
        adjacent=round(fmean(adjacent), _DECIMALS),
        kappa=None if value is None else round(value, _DECIMALS),
    )


def _mean_kappa(lists: Iterable[tuple[Sequence[int], Sequence[int]]], kappa: Kappa) -> float | None:
    defined = [kappa(*both) for both in lists if len(both[0]) > 1 and len({*both[0], *both[1]}) > 1]
    defined = [value for value in defined if not math.isnan(value)]
    return fmean(defined) if defined else None


def _interval(cells: Cells, pairs: list[tuple[str, str]], kappa: Kappa) -> tuple[float | None, float | None]:
    """Transcripts are drawn again with replacement: the criteria of one copy are not independent."""
    copies: dict[str, list[list[tuple[int, int]]]] = {}
    for place, (first, second) in enumerate(pairs):
        for cell in sorted(cells[first].keys() & cells[second].keys()):
            copy = copies.setdefault(cell[0], [[] for _ in pairs])
            copy[place].append((cells[first][cell], cells[second][cell]))
    drawn, names = random.Random(_SEED), sorted(copies)
    if len(names) < 2:
        return None, None
    values = []
    for _ in range(REPLICATIONS):
        sample = [copies[name] for name in drawn.choices(names, k=len(names))]
        lists = []
        for place in range(len(pairs)):
            both = [levels for copy in sample for levels in copy[place]]
            lists.append(([first for first, _ in both], [second for _, second in both]))
        value = _mean_kappa(lists, kappa)
        if value is not None:
            values.append(value)
    if len(values) * 2 < REPLICATIONS:
        return None, None
    values.sort()
    low, high = values[int(0.025 * (len(values) - 1))], values[math.ceil(0.975 * (len(values) - 1))]
    return round(low, _DECIMALS), round(high, _DECIMALS)


def _disagreements(cells: Cells) -> tuple[Disagreement, ...]:
    machine = cells.get(MACHINE, {})
    apart = [
        Disagreement(*cell, rater, LEVELS[at], LEVELS[machine[cell]], machine[cell] - at)
        for rater, own in cells.items()
        if rater != MACHINE
        for cell, at in own.items()
        if cell in machine and machine[cell] != at
    ]
    return tuple(
        sorted(apart, key=lambda each: (-abs(each.steps), each.transcript, each.criterion, each.rater))
    )


def _unseen(cells: Cells) -> int:
    machine = cells.get(MACHINE)
    if machine is None:
        return 0
    return sum(cell not in machine for rater, own in cells.items() if rater != MACHINE for cell in own)
