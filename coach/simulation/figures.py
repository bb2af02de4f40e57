"""Figures announced by the student, checked against the dossier and against themselves.

A superior checks the arithmetic and says where it does not add up. The dossier is opposed only when the
sentence clearly speaks of that figure: all the words of its label, the same unit, another number.
"""

import re
from dataclasses import replace

from coach.language.folding import fold
from coach.language.reading import Quantity
from coach.simulation.arithmetic import wrong_result
from coach.simulation.draw import format_value
from coach.simulation.french import lower_first
from coach.simulation.play import Play
from coach.simulation.scenario import Figure, MoodChange, Situation

CHECKING: tuple[Situation, ...] = ("choix-evenement", "bilan-evenement")
"""Situations in which the other side holds the dossier and checks."""
STEM = 4
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(("les", "des", "par", "pour", "sur", "une", "avec", "dans", "aux"))
_SENTENCE = re.compile(r"[^.;!?\n]+")
_AGAINST = re.compile(r"[.;!?\n]|\b(?:contre|au lieu|par rapport|alors que|tandis que)\b", re.IGNORECASE)
"""What separates the two sides of a comparison, or two sentences."""
_TOLERANCE, _ROUGH = 0.011, 0.15


def check(play: Play) -> bool:
    """Takes in the figures of the utterance. True when one was wrong and said to be."""
    if not play.reading.quantities:
        return False
    wrong = _against_dossier(play)
    if play.scenario.situation not in CHECKING:
        return False
    if wrong:
        figure, said = wrong
        _object(play, "chiffre_faux", figure.id, said, play.subject.number(figure.value), figure.unit)
        return True
    return _own_calculation(play)


def _own_calculation(play: Play) -> bool:
    wrong = wrong_result(play.reading)
    if wrong is None:
        return False
    unit = "€" if wrong.said.kind == "montant" else "%" if wrong.said.kind == "pourcentage" else ""
    expected = wrong.expected if unit == "€" and wrong.expected < 100 else round(wrong.expected)
    _object(play, "calcul_faux", "", wrong.value, expected, unit)
    return True


def _object(play: Play, kind: str, subject: str, said: float, right: float, unit: str) -> None:
    """Says what does not add up."""
    shown, announced = format_value(right, unit), format_value(said, unit)
    play.note("chiffre_faux", subject, said, right, f"annonce {announced}, au lieu de {shown}")
    play.feel(MoodChange(trust=-4, patience=-2), "chiffre faux" if subject else "calcul faux")
    play.ordinary(kind, weight=74, valeur=shown, dit=announced)


def _against_dossier(play: Play) -> tuple[Figure, float] | None:
    """Notes the figures rightly used; gives the first that is contradicted."""
    wrong: tuple[Figure, float] | None = None
    for figure in play.scenario.figures:
        for sentence in _SENTENCE.finditer(play.reading.text):
            if not _speaks_of(figure, sentence.group(0)):
                continue
            found = [q for q in play.reading.quantities if sentence.start() <= q.start < sentence.end()]
            same_unit = [q for q in found if _same_unit(q, figure.unit)]
            if any(_equals(q, play.subject.number(figure.value)) for q in same_unit):
                _right(play, figure)
            elif not _negotiable(play, figure):
                stray = [
                    q for q in same_unit if not _known_elsewhere(play, q) and _is_said_of(play, figure, q)
                ]
                if len(stray) == 1 and wrong is None:
                    wrong = figure, float(stray[0].value)
    return wrong


def _is_said_of(play: Play, figure: Figure, quantity: Quantity) -> bool:
    """« 45 contacts contre 31 au salon » : only the side that names the figure is about it."""
    text = play.reading.text
    start = max((found.end() for found in _AGAINST.finditer(text, 0, quantity.start)), default=0)
    after = _AGAINST.search(text, quantity.end)
    return _speaks_of(figure, text[start : after.start() if after else len(text)])


def _right(play: Play, figure: Figure) -> None:
    mark = f"chiffre:{figure.id}"
    play.note("chiffre_juste", figure.id, play.subject.number(figure.value))
    if mark not in play.state.flags:
        play.state = replace(play.state, flags=(*play.state.flags, mark))
        play.feel(MoodChange(trust=2), f"chiffre exact : {lower_first(figure.label)}")
        play.progress = True


def _speaks_of(figure: Figure, sentence: str) -> bool:
    said = _WORD.findall(fold(sentence))
    wanted = [word for word in _WORD.findall(fold(figure.label)) if word not in _EMPTY]
    return bool(wanted) and all(any(word.startswith(stem[:STEM]) for word in said) for stem in wanted)


def _negotiable(play: Play, figure: Figure) -> bool:
    """A figure that is itself on the table may be changed by whoever speaks."""
    label = fold(figure.label)
    return any(fold(word) in label for issue in play.scenario.issues for word in (*issue.words, issue.label))


def _known_elsewhere(play: Play, quantity: Quantity) -> bool:
    return any(_equals(quantity, play.subject.number(figure.value)) for figure in play.scenario.figures)


def _same_unit(quantity: Quantity, unit: str) -> bool:
    if not isinstance(quantity.value, float | int) or quantity.high is not None or quantity.negated:
        return False
    if unit.startswith("€") or unit.lower().startswith("eur"):
        return quantity.kind == "montant"
    if unit == "%":
        return quantity.kind == "pourcentage"
    return quantity.kind == "quantite" and fold(quantity.unit)[:STEM] == fold(unit)[:STEM]


def _equals(quantity: Quantity, value: float) -> bool:
    if not isinstance(quantity.value, float | int):
        return False
    tolerance = _ROUGH if quantity.approximate else _TOLERANCE
    return abs(float(quantity.value) - value) <= max(tolerance * abs(value), 0.5 if value >= 20 else 0.01)
