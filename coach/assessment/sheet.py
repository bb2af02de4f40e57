"""What the student had under his eyes in the loge, so that reading it aloud earns nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from coach.assessment.vocabulary import Word, matter, words
from coach.simulation.draw import fill
from coach.simulation.scenario import FICHE_SUJET_LABELS, Scenario, Subject

LONGEST_RUN = 60
"""Characters in a row taken from the sheet: more is reading, less is quoting a fact."""
LONGEST_PARAPHRASE = 12
"""Words from which a sentence is compared as a whole."""
COPIED_SHARE = 0.6
"""Share of a sentence's three-word sequences that are the sheet's own."""
_SIZE = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """The fiche-sujet, the announcements and the documents of one draw."""

    sequences: frozenset[tuple[str, ...]]
    """Every sequence of three words."""
    stems: frozenset[str]
    """What it speaks of (`vocabulary.matter`)."""


@dataclass(frozen=True, slots=True)
class _Draw:
    """What a sheet depends on. Scenarios are large: two are compared by these texts alone."""

    texts: tuple[str, ...]
    subject: Subject
    scenario: Scenario = field(compare=False)


def sheet_of(scenario: Scenario, subject: Subject) -> Sheet:
    """The sheet of a draw. Read once for a draw and kept."""
    return _sheet(_Draw(tuple(_texts(scenario, subject)), subject, scenario))


def _texts(scenario: Scenario, subject: Subject) -> Iterator[str]:
    for rubric in FICHE_SUJET_LABELS:
        yield from getattr(scenario.fiche_sujet, rubric)
    for document in scenario.documents:
        yield document.text
    for item in scenario.sets:
        if item.id == subject.set_id:
            yield from item.announced


@lru_cache(maxsize=32)
def _sheet(draw: _Draw) -> Sheet:
    sequences: set[tuple[str, ...]] = set()
    stems: set[str] = set()
    for written in draw.texts:
        text = fill(written, draw.scenario, draw.subject)
        sequences.update(_sequences(words(text)))
        stems.update(matter(text))
    return Sheet(frozenset(sequences), frozenset(stems))


def _sequences(found: tuple[Word, ...]) -> list[tuple[str, ...]]:
    plain = [word.text for word in found]
    return [tuple(plain[place : place + _SIZE]) for place in range(len(plain) - _SIZE + 1)]


def copied_spans(text: str, sheet: Sheet) -> tuple[tuple[int, int], ...]:
    """The parts of an utterance that are read from the sheet."""
    if len(text) < LONGEST_RUN:
        return ()
    found = words(text)
    hits = [sequence in sheet.sequences for sequence in _sequences(found)]
    if not any(hits):
        return ()
    return tuple(_runs(found, hits)) + tuple(_sentences(text, found, hits))


def copied_share(text: str, sheet: Sheet) -> float:
    """How much of an utterance is made of the sheet's own sequences of words."""
    found = _sequences(words(text))
    return sum(sequence in sheet.sequences for sequence in found) / len(found) if found else 0.0


def _runs(found: tuple[Word, ...], hits: list[bool]) -> Iterator[tuple[int, int]]:
    """Uninterrupted sequences long enough."""
    first: int | None = None
    for place, hit in enumerate([*hits, False]):
        if hit and first is None:
            first = place
        elif not hit and first is not None:
            start, end = found[first].start, found[place + _SIZE - 2].end
            if end - start >= LONGEST_RUN:
                yield start, end
            first = None


def _sentences(text: str, found: tuple[Word, ...], hits: list[bool]) -> Iterator[tuple[int, int]]:
    """Whole sentences of which most is the sheet's, a word changed here and there."""
    first = 0
    for place, word in enumerate(found):
        following = found[place + 1].start if place + 1 < len(found) else len(text)
        gap = text[word.end : following]
        if place + 1 < len(found) and not any(mark in gap for mark in ".!?\n"):
            continue
        inside = hits[first : place - _SIZE + 2]
        if place + 1 - first >= LONGEST_PARAPHRASE and sum(inside) >= COPIED_SHARE * len(inside):
            yield found[first].start, word.end
        first = place + 1
