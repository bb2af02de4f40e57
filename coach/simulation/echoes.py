"""Facts that a student gives back in other words: his figures, or the character's own vocabulary.

A reformulation seldom resembles an author's example: it joins several facts, each in three words. What
betrays it is what it keeps of what was told (domaine.md §5.1, « reprendre les mots de l'autre »).
"""

from coach.language.quantities import read_quantities
from coach.language.reading import Quantity
from coach.simulation.attention import shared_stems
from coach.simulation.play import Play
from coach.simulation.scenario import Disclosure

ENOUGH_WORDS = 2
"""Content words that one clause must share with a fact to echo it."""
_TELLING = ("quantite", "date", "heure", "pourcentage")
"""Figures that name a fact by themselves; amounts and durations abound in any sale."""
_NEGATIONS = (" ne ", " n'", " n’", " pas ", " sans ", " plus ", " aucun")


def echoed(play: Play) -> tuple[str, ...]:
    """Facts already told that the utterance gives back rightly, in the scenario's order."""
    known = [each for each in play.scenario.disclosures if each.id in play.state.known]
    return tuple(fact.id for fact in known if _keeps_a_figure(play, fact) or _keeps_words(play, fact))


def _keeps_a_figure(play: Play, fact: Disclosure) -> bool:
    told = [
        figure
        for text in _told(play, fact)
        for figure in read_quantities(text, play.scenario.today)
        if figure.kind in _TELLING
    ]
    return any(_same(said, figure) for said in play.reading.quantities for figure in told)


def _same(said: Quantity, told: Quantity) -> bool:
    if said.negated or said.kind != told.kind or not said.value or said.value != told.value:
        return False
    return said.kind != "quantite" or said.unit == told.unit


def _keeps_words(play: Play, fact: Disclosure) -> bool:
    told = _told(play, fact)
    text = play.reading.text
    clauses = [text[start:end] for start, end in play.reading.clauses or ((0, len(text)),)]
    return any(shared_stems(clause, told) >= ENOUGH_WORDS and not _denies(clause, told) for clause in clauses)


def _denies(clause: str, told: tuple[str, ...]) -> bool:
    """Says no where no telling of the fact does."""
    return _negative(clause) and not any(_negative(text) for text in told)


def _negative(text: str) -> bool:
    padded = f" {text.lower()} "
    return any(word in padded for word in _NEGATIONS)


def _told(play: Play, fact: Disclosure) -> tuple[str, ...]:
    """The fact as it was told, and as its author expects it to be given back."""
    lines = [line.text for line in fact.says if play.holds(line.when)] or [
        line.text for line in fact.says[:1]
    ]
    return tuple(play.fill(text) for text in (*lines, *fact.paraphrases))
