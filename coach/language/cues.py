"""Written rules over normalised words: « je vous fais … # % », « ^ bonjour », « c est bien ca ? ».

words   separated by spaces; ``a/b`` either word; ``word*`` any word starting so; ``#`` any number
[x]     optional; ``…`` up to four words; ``^`` the clause starts here; ``$`` the clause ends here
?       last: the clause is a question (written with a question mark)
A rule never runs over the end of a sentence.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from coach.language.clauses import Clause
from coach.language.spelling import SMS
from coach.language.text import fold

_GAP = r"(?:(?!\|)[^ ]+ ){0,4}(?:\| (?:(?![|?])[^ ]+ ){0,3})?"
_SOFT = r"(?:\| )?"
_NUMBER = (
    r"(?:\d[^ ]*|"
    r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|"
    r"trente|quarante|cinquante|soixante|cents?|mille|millions?|(?:di|quinz|vingt|trent|cent)aine)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One written rule of one act."""

    act: str
    source: str
    """As the author wrote it."""


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that fired, and the clauses that it covers."""

    cue: int
    """Its number in the book."""
    first: int
    last: int


class CueBook:
    """All the rules of a library, ready to be tried on an utterance."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self.cues = cues
        self._expressions: list[str] = []
        self._patterns: dict[int, re.Pattern[str]] = {}
        """Compiled when first tried: an utterance needs few of them."""
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, cue in enumerate(cues):
            expression, keys = parse_cue(cue.source)
            self._expressions.append(expression)
            for key in keys:
                self._by_word[key].append(number)
            if not keys:
                self._always.append(number)

    def fire(self, clauses: tuple[Clause, ...]) -> tuple[Firing, ...]:
        """Every rule that fires, in the order of the book."""
        stream, owners = _stream(clauses)
        candidates = set(self._always)
        for word in set(stream.split()):
            candidates.update(self._by_word.get(word, ()))
        firings: list[Firing] = []
        for number in sorted(candidates):
            for found in self._pattern(number).finditer(stream):
                first, last = owners[found.start()], owners[max(found.start(), found.end() - 2)]
                firings.append(Firing(number, first, last))
        return tuple(firings)

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._patterns:
            self._patterns[number] = re.compile(self._expressions[number])
        return self._patterns[number]


def compile_cue(source: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A rule as a pattern over the stream of words, and words of which one must be there.

    Raises ValueError with a French sentence when the rule cannot be understood.
    """
    expression, keys = parse_cue(source)
    return re.compile(expression), keys


def parse_cue(source: str) -> tuple[str, tuple[str, ...]]:
    """The same, the pattern still to be compiled.

    Raises ValueError with a French sentence when the rule cannot be understood.
    """
    elements = re.sub(
        r"\[([^\]]*)\]", lambda found: "".join(f" [{w}" for w in found[1].split()), source
    ).split()
    if not any(element.strip("^$?….[") for element in elements):
        raise ValueError(f"la tournure « {source} » ne contient aucun mot")
    parts: list[str] = []
    keys: tuple[str, ...] = ()
    for position, element in enumerate(elements):
        last = position == len(elements) - 1
        if element == "^":
            parts.append(r"(?<=\| )" if not parts else r"\| ")
        elif element == "$" and last:
            parts.append(r"(?=(?:\? )?\|)")
        elif element == "?" and last:
            parts.append(r"(?=(?:(?![|?])[^ ]+ ){0,3}\? )")
        elif element in ("…", "..."):
            parts.append(_GAP)
        elif element.startswith("["):
            parts.append(f"(?:{_words(element[1:])[0]} )?")
        else:
            pattern, found = _words(element)
            parts.append(f"{_SOFT if parts and parts[-1][-1] == ' ' else ''}{pattern} ")
            keys = max(keys, found or (), key=_rarity)
    return r"(?<= )" + "".join(parts), keys


def _rarity(keys: tuple[str, ...]) -> int:
    """Long words are rare: the rule is then seldom tried in vain."""
    return min(map(len, keys), default=0)


def _words(element: str) -> tuple[str, tuple[str, ...] | None]:
    """One word or its alternatives; the words to look it up by, None when it cannot be."""
    patterns: list[str] = []
    keys: list[str] | None = []
    for word in element.split("/"):
        if word == "#":
            patterns.append(_NUMBER)
            keys = None
        elif word.endswith("*"):
            patterns.append(re.escape(fold(word[:-1])) + "[^ |?]*")
            keys = None
        elif word:
            norms = SMS.get(fold(word), (fold(word),)) if len(word) > 1 else (fold(word),)
            patterns.append(" ".join(re.escape(norm) for norm in norms))
            if keys is not None:
                keys.append(norms[0])
    return f"(?:{'|'.join(patterns)})", None if keys is None else tuple(dict.fromkeys(keys))


def _stream(clauses: tuple[Clause, ...]) -> tuple[str, list[int]]:
    """The words on one line, ``|`` between clauses, ``||`` between sentences; whose clause each letter is."""
    parts: list[str] = [" || "]
    owners: list[int] = [0] * 4
    for number, clause in enumerate(clauses):
        ends = number + 1 == len(clauses) or clauses[number + 1].sentence != clause.sentence
        asked = "? " if ends and clause.asked else ""
        part = " ".join(clause.norms()) + f" {asked}{'||' if ends else '|'} "
        parts.append(part)
        owners.extend([number] * len(part))
    return "".join(parts), owners
