"""How it was said: rhythm, and likeness to what a scenario's author expects."""

import re
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from rapidfuzz import fuzz, process

from coach.assessment.expected import LISTENED
from coach.assessment.finding import (
    MOST_COUNTEREXAMPLES,
    MOST_QUOTES,
    Finding,
    absence,
    fact,
    not_shown,
    passage,
    share,
    times,
)
from coach.assessment.grid import Indicator
from coach.assessment.talk import Talk
from coach.assessment.vocabulary import KEPT, families
from coach.language.folding import fold
from coach.simulation.transcript import Turn

SURE = 0.6
"""Confidence from which an utterance means what the author expects."""
ALIKE = 80
"""Likeness (0 to 100) from which an utterance is the expected one, words in any order."""
PLAINLY_ALIKE = 84
"""The same, for an accusation."""
_NEGATION = re.compile(r"\b(?:pas|jamais|aucun|aucune|sans|plus|non|rien)\b")
_SENTENCE = re.compile(r"[^\s.!?…][^.!?…]*[.!?…]*")
SHORTEST = 12
"""Characters under which nothing is compared."""


def rhythm(talk: Talk, indicator: Indicator) -> Finding:
    """`rythme`: median latency of `seconds` at most, or talk share between `low` and `high`.

    Utterances that hold a fault are left out: answering badly but fast is no merit."""
    faulty = {fault.turn for fault in talk.faults}
    turns = [turn for turn in talk.window(indicator) if turn.number not in faulty]
    if indicator.seconds:
        return _latency(turns, indicator.seconds)
    student = sum(len(turn.reading.text.split()) for turn in turns)
    character = sum(len(reply.text.split()) for turn in turns for reply in turn.replies)
    if not talk.long_enough or not student + character:
        return not_shown("L'échange est trop court pour en juger.")
    part = student / (student + character)
    told = fact(f"Vous avez dit {part:.0%} des mots".replace("%", " %"))
    edge = min(part / indicator.low if indicator.low else 1.0, 1.0)
    if part > indicator.high:
        edge = max(0.0, (1 - part) / (1 - indicator.high)) if indicator.high < 1 else 1.0
    return Finding(round(edge, 4), (told,))


def _latency(turns: list[Turn], seconds: float) -> Finding:
    latencies = [turn.latency for turn in turns if turn.latency > 0]
    if not latencies:
        return not_shown("Le temps de réponse n'a pas été mesuré.")
    middle = median(latencies)
    told = fact(f"Temps de réponse médian : {middle:.0f} s")
    return Finding(round(min(1.0, seconds / middle), 4), (told,))


def resembles(talk: Talk, indicator: Indicator) -> Finding:
    """`exemples`: `count` utterances like one of the author's examples."""
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    examples = [fold(talk.fill(example)) for example in indicator.examples]
    found = []
    for turn in turns:
        if turn.number not in talk.mute and (span := _alike(turn, indicator.id, examples)):
            found.append(passage(turn, *span, "proche de ce qui est attendu"))
    score = share(len(found), indicator.count)
    evidence = tuple(found[:MOST_QUOTES])
    if score < 1:
        evidence += (fact(times(len(found), indicator.count)),) if found else (absence(indicator, turns),)
    better = talk.fill(indicator.examples[0]) if indicator.examples else ""
    return Finding(score, evidence, None, indicator.acts, better)


def never_said(talk: Talk, indicator: Indicator) -> Finding:
    """`sans_exemple`: no clause says what an example says; denying it is not saying it."""
    turns = talk.window(indicator)
    claims = [_claim(talk.fill(example)) for example in indicator.examples]
    found = [passage(turn, *span, kind="contre-exemple") for turn in turns if (span := _says(turn, claims))]
    if found:
        score = 1 - share(len(found), indicator.count)
        return Finding(score, tuple(found[:MOST_COUNTEREXAMPLES]), found[0].turn, indicator.acts)
    if not talk.long_enough:
        return not_shown("L'échange est trop court pour en juger.")
    return Finding(1.0, (absence(indicator, turns),))


class _Claim(NamedTuple):
    """What a clause affirms: its words by family, how often it denies, and the whole of it, folded."""

    matter: frozenset[str]
    denials: int
    folded: str


@lru_cache(maxsize=KEPT)
def _claim(text: str) -> _Claim:
    folded = fold(text)
    return _Claim(families(_NEGATION.sub("", folded)), len(_NEGATION.findall(folded)), folded)


def _says(turn: Turn, claims: list[_Claim]) -> tuple[int, int] | None:
    """The clause or the sentence that says what an example says: its words, and as many negations."""
    text = turn.reading.text
    spoken = families(text)
    near = [claim for claim in claims if 2 * len(spoken & claim.matter) >= len(claim.matter)]
    if not near:
        return None
    sentences = tuple(found.span() for found in _SENTENCE.finditer(text))
    for start, end in dict.fromkeys((*turn.reading.clauses, *sentences)):
        said = _claim(text[start:end])
        if end - start >= SHORTEST and any(_is_claimed(said, claim) for claim in near):
            return start, end
    return None


def _is_claimed(said: _Claim, claim: _Claim) -> bool:
    common = len(said.matter & claim.matter)
    if said.denials != claim.denials or 2 * common < len(claim.matter):
        return False
    return common == len(claim.matter) or fuzz.token_sort_ratio(said.folded, claim.folded) >= PLAINLY_ALIKE


def _alike(turn: Turn, name: str, examples: list[str]) -> tuple[int, int] | None:
    """The part of an utterance that resembles an example: as the language room read it, or by its words."""
    for match in turn.reading.matches:
        if match.kind == LISTENED and match.target == name and match.confidence >= SURE:
            return match.start, match.end
    text = turn.reading.text
    for start, end in (*turn.reading.clauses, (0, len(text))):
        clause = fold(text[start:end])
        if len(clause) < SHORTEST:
            continue
        if process.extractOne(clause, examples, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE):
            return start, end
    return None
