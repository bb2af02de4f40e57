"""Ridge regression by its kernel: exact, deterministic, numpy only.

Thousands of examples, a hundred thousand sparse columns: the matrix of similarities between examples
is small enough, and one such matrix serves every fold of a cross-validation.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from coach.language.encoder import Matrix
from coach.language.vectors import Rows

_COMMON = 48
"""Columns seen in more rows than this are multiplied as dense blocks."""
_BLOCK = 1024
_ROUNDS = 60
"""Of conjugate gradients: more no longer changes what is read."""
_CELLS = 200_000
"""Cells of rare columns multiplied at once: what bounds the memory."""


class Columns:
    """Sparse rows, walked through by columns."""

    def __init__(self, rows: Rows, count: int) -> None:
        heads, columns, values = rows
        order = np.argsort(columns, kind="stable")
        self._heads, self._columns, self._values = heads[order], columns[order], values[order]
        self._count = count
        fresh = np.r_[True, self._columns[1:] != self._columns[:-1]] if len(columns) else np.zeros(0, bool)
        self._starts = np.flatnonzero(fresh)
        self._ends = np.r_[self._starts[1:], len(columns)].astype(int)
        self._common = self._ends - self._starts > _COMMON

    def similarities(self) -> Matrix:
        """Products between all pairs of rows."""
        kernel = np.zeros((self._count, self._count), np.float32)
        for _, block in self._blocks():
            kernel += block @ block.T
        for first, after in self._rare():
            if after - first > 1:
                near, weight = self._heads[first:after], self._values[first:after]
                kernel[near[:, None], near] += weight[:, None] * weight
        return kernel

    def primal(self, duals: Matrix, width: int) -> Matrix:
        """Weights of the columns (`width` in all) from those of the rows."""
        weights = np.zeros((width, duals.shape[1]), np.float32)
        for numbers, block in self._blocks():
            weights[numbers] = block.T @ duals
        rare = np.flatnonzero(np.repeat(~self._common, self._ends - self._starts))
        for at in range(0, len(rare), _CELLS):
            cells = rare[at : at + _CELLS]
            columns = self._columns[cells]
            starts = np.flatnonzero(np.r_[True, columns[1:] != columns[:-1]])
            products = self._values[cells, None] * duals[self._heads[cells]]
            # A column cut by the end of a batch is completed by the next one.
            weights[columns[starts]] += np.add.reduceat(products, starts, axis=0)
        return weights

    def _blocks(self) -> Iterator[tuple[NDArray[np.int32], Matrix]]:
        """The common columns, some at a time: their numbers, and their cells with the zeros."""
        spans = list(zip(self._starts[self._common], self._ends[self._common], strict=True))
        for at in range(0, len(spans), _BLOCK):
            some = spans[at : at + _BLOCK]
            block = np.zeros((self._count, len(some)), np.float32)
            for place, (first, after) in enumerate(some):
                block[self._heads[first:after], place] = self._values[first:after]
            yield self._columns[[first for first, _ in some]], block

    def _rare(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts[~self._common].tolist(), self._ends[~self._common].tolist(), strict=True)


def solve(kernel: Matrix, targets: Matrix, damping: float) -> Matrix:
    """Dual weights (one column a target): conjugate gradients, a fixed number of rounds."""
    weights = np.zeros_like(targets)
    residual = targets.copy()
    direction = residual.copy()
    energy = (residual * residual).sum(0)
    for _ in range(_ROUNDS):
        moved = kernel @ direction + damping * direction
        step = energy / np.maximum((direction * moved).sum(0), 1e-20)
        weights += step * direction
        residual -= step * moved
        fresh = (residual * residual).sum(0)
        direction = residual + (fresh / np.maximum(energy, 1e-20)) * direction
        energy = fresh
    return weights


def apply(rows: Rows, weights: Matrix, count: int) -> Matrix:
    """Sparse rows times the weights of the columns."""
    heads, columns, values = rows
    result = np.zeros((count, weights.shape[1]), np.float32)
    if len(heads):
        starts: NDArray[np.intp] = np.flatnonzero(np.r_[True, heads[1:] != heads[:-1]])
        products = values[:, None] * weights[columns].astype(np.float32)
        result[heads[starts]] = np.add.reduceat(products, starts, axis=0)
    return result
