"""An utterance ready to be read: its clauses, and what is scored - clauses, sentences, the whole."""

from dataclasses import dataclass
from functools import cached_property

from coach.language.clauses import Clause, cut
from coach.language.text import Token, nfc, tokenize
from coach.language.vectors import masked, plain

CLAUSE, SENTENCE, WHOLE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of clauses that is scored as one."""

    level: int
    """`CLAUSE`, `SENTENCE` or `WHOLE`."""
    first: int
    last: int
    """Numbers of its first and last clauses."""
    plain: str
    masked: str
    asked: bool


class Utterance:
    """A text, its clauses and its units."""

    def __init__(self, text: str) -> None:
        self.text = nfc(text)
        self.clauses: tuple[Clause, ...] = cut(tokenize(self.text))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Clauses, then sentences, then the whole. A level that adds nothing repeats the words of another."""
        clauses = self.clauses
        if not clauses:
            return ()
        units = [self._unit(CLAUSE, number, number) for number in range(len(clauses))]
        first = 0
        for number in range(len(clauses)):
            if number + 1 == len(clauses) or clauses[number + 1].sentence != clauses[first].sentence:
                units.append(self._unit(SENTENCE, first, number))
                first = number + 1
        units.append(self._unit(WHOLE, 0, len(clauses) - 1))
        return tuple(units)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word, as rules compare them."""
        return tuple(norm for clause in self.clauses for norm in clause.norms())

    @property
    def asked(self) -> bool:
        """A question mark ends one of its sentences."""
        return any(clause.asked for clause in self.clauses)

    def span(self, unit: Unit) -> tuple[int, int]:
        """Where a unit is in the text."""
        return self.clauses[unit.first].start, self.clauses[unit.last].end

    def _unit(self, level: int, first: int, last: int) -> Unit:
        tokens: list[Token] = [token for clause in self.clauses[first : last + 1] for token in clause.words]
        asked = any(clause.asked for clause in self.clauses[first : last + 1])
        return Unit(level, first, last, plain(tokens), masked(tokens), asked)
