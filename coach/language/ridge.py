"""Ridge regression by its kernel: exact, deterministic, numpy only.

Thousands of examples, a hundred thousand sparse columns: the matrix of similarities between examples
is small enough, and one such matrix serves every fold of a cross-validation.
"""

import numpy as np
from numpy.typing import NDArray

from coach.language.encoder import Matrix
from coach.language.vectors import Rows

_COMMON = 48
"""Columns seen in more rows than this are multiplied as dense blocks."""
_BLOCK = 1024
_ROUNDS = 60


def similarities(rows: Rows, count: int) -> Matrix:
    """Products between all pairs of sparse rows."""
    heads, columns, values = rows
    kernel = np.zeros((count, count), np.float32)
    if not len(columns):
        return kernel
    order = np.argsort(columns, kind="stable")
    heads, columns, values = heads[order], columns[order], values[order]
    starts = np.flatnonzero(np.r_[True, columns[1:] != columns[:-1]])
    ends = np.r_[starts[1:], len(columns)]
    common = [(int(a), int(b)) for a, b in zip(starts, ends, strict=True) if b - a > _COMMON]
    for at in range(0, len(common), _BLOCK):
        block = np.zeros((count, min(_BLOCK, len(common) - at)), np.float32)
        for place, (a, b) in enumerate(common[at : at + _BLOCK]):
            block[heads[a:b], place] = values[a:b]
        kernel += block @ block.T
    for first, after in zip(starts, ends, strict=True):
        if 1 < after - first <= _COMMON:
            near, weight = heads[first:after], values[first:after]
            kernel[near[:, None], near] += weight[:, None] * weight
    return kernel


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


def primal(rows: Rows, duals: Matrix, width: int) -> Matrix:
    """Weights of the columns from those of the examples."""
    heads, columns, values = rows
    weights = np.zeros((width, duals.shape[1]), np.float32)
    if not len(columns):
        return weights
    order = np.argsort(columns, kind="stable")
    heads, columns, values = heads[order], columns[order], values[order]
    starts: NDArray[np.intp] = np.flatnonzero(np.r_[True, columns[1:] != columns[:-1]])
    weights[columns[starts]] = np.add.reduceat(values[:, None] * duals[heads], starts, axis=0)
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
