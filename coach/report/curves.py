"""The curves of a rehearsal: mood and talk share, as values then as places on a drawing."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from coach.assessment.typography import typeset
from coach.report.page import Chart, Curve
from coach.simulation.transcript import Turn

WIDTH, HEIGHT = 360, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 26, 78, 8, 20
_LABEL_GAP = 12
"""Between two names written at the ends of curves."""
_MOST_TICKS = 12
_MOODS = ("Confiance", "Patience", "Intérêt")


@dataclass(frozen=True, slots=True)
class Line:
    """A curve on the drawing; `label_y` keeps its name clear of the others."""

    name: str
    points: tuple[tuple[float, float], ...]
    label_y: float
    last: int

    @property
    def path(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart drawn in `WIDTH` × `HEIGHT`, y downward as in SVG."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[float, int], ...]
    """Height and value of the horizontal rules."""
    ticks: tuple[tuple[float, int], ...]
    """Place and number of turns."""
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    floor: float = HEIGHT - _BOTTOM


def mood_chart(turns: tuple[Turn, ...]) -> Chart | None:
    """Trust, patience and interest after each turn."""
    if not turns:
        return None
    curves = tuple(
        Curve(name, tuple(turn.mood[place] for turn in turns)) for place, name in enumerate(_MOODS)
    )
    told = " ; ".join(f"{each.name.lower()} de {each.values[0]} à {each.values[-1]}" for each in curves)
    title = "Humeur de l'interlocuteur"
    return Chart(title, "sur 100", _numbers(turns), curves, typeset(f"{title}, sur 100 : {told}."))


def talk_chart(turns: tuple[Turn, ...]) -> Chart | None:
    """The share of all words that the student has said so far, from his first words on."""
    student = list(accumulate(_words(turn.reading.text or turn.text) for turn in turns))
    both = list(accumulate(_words(*(reply.text for reply in turn.replies)) for turn in turns))
    first = next((place for place, count in enumerate(student) if count), None)
    if first is None:
        return None
    shares = tuple(
        round(100 * said / (said + heard)) for said, heard in zip(student[first:], both[first:], strict=True)
    )
    told = typeset(f"Part de vos mots dans l'échange, cumulée : {shares[-1]} % à la fin de la simulation.")
    return Chart(
        "Votre part de parole", "% des mots", _numbers(turns[first:]), (Curve("Vous", shares),), told
    )


def plot(chart: Chart) -> Plot:
    """Where everything goes."""
    span = max(1, len(chart.turns) - 1)
    across = [round(_LEFT + (WIDTH - _LEFT - _RIGHT) * place / span, 1) for place in range(len(chart.turns))]
    ends = _apart([_height(curve.values[-1]) for curve in chart.curves])
    lines = tuple(
        Line(
            curve.name,
            tuple(zip(across, map(_height, curve.values), strict=True)),
            end,
            curve.values[-1],
        )
        for curve, end in zip(chart.curves, ends, strict=True)
    )
    step = max(1, -(-len(chart.turns) // _MOST_TICKS))
    ticks = tuple(zip(across[::step], chart.turns[::step], strict=True))
    return Plot(lines, tuple((_height(value), value) for value in (0, 50, 100)), ticks)


def _height(value: int) -> float:
    return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - min(100, max(0, value)) / 100), 1)


def _apart(heights: list[float]) -> list[float]:
    """The same heights, moved up or down until none hides another."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    placed = list(heights)
    for before, place in pairwise(order):
        placed[place] = max(placed[place], placed[before] + _LABEL_GAP)
    excess = max(0.0, max(placed) - (HEIGHT - _BOTTOM))
    return [round(height - excess, 1) for height in placed]


def _numbers(turns: tuple[Turn, ...]) -> tuple[int, ...]:
    return tuple(turn.number for turn in turns)


def _words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
