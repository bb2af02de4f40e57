"""A crowd for thousands of rehearsals: sentences read once by the real reader, said in every kind of order.

Reading is what costs; played without it a rehearsal takes some milliseconds. The sentences are those of the
students who speak (`players_spoken.utterances`), read as if they came first.
"""

import random
from collections.abc import Callable, Iterator
from functools import cache

from coach.language.reading import Context, IssueWords, Reading
from coach.simulation.draw import draw
from coach.simulation.expectations import expectations
from tests.simulation.players_ear import loaded, remembering_ear
from tests.simulation.players_skills import utterances
from tests.simulation.players_speech import Speech

HOSTILE = (
    "Vous êtes vraiment nul.",
    "Signez ou vous le regretterez.",
    "C'est maintenant ou jamais, ce soir l'offre n'existe plus.",
    "Taisez-vous et écoutez.",
    "Vos concurrents sont des escrocs.",
    "t'es bouché ou quoi",
)


@cache
def sentences(name: str) -> tuple[Reading, ...]:
    """Everything that students say in a scenario, read."""
    return _read(
        name,
        tuple(
            utterances(Speech(loaded(name).scenario, draw(loaded(name).scenario, 1, ""), random.Random(1)))
        ),
    )


@cache
def insults(name: str) -> tuple[Reading, ...]:
    """What nobody should say, read."""
    return _read(name, HOSTILE)


def _read(name: str, texts: tuple[str, ...]) -> tuple[Reading, ...]:
    scenario = loaded(name).scenario
    ear = remembering_ear(expectations(scenario, draw(scenario, 1, "")))
    words = tuple(IssueWords(i.id, i.kind, i.unit, i.words) for i in scenario.issues)
    context = Context(today=scenario.today, issues=words)
    return tuple(ear.hear(text, context) for text in dict.fromkeys(texts))


def chatty(name: str, rng: random.Random) -> Iterator[Reading]:
    """Anything, in no order."""
    while True:
        yield rng.choice(sentences(name))


def orderly(name: str, rng: random.Random) -> Iterator[Reading]:
    """A few sentences, each said when it had not been said yet; then anything."""
    said = list(sentences(name))
    rng.shuffle(said)
    yield from said
    yield from chatty(name, rng)


def hostile(name: str, rng: random.Random) -> Iterator[Reading]:
    """One insult in three."""
    while True:
        yield rng.choice(insults(name) if rng.random() < 0.33 else sentences(name))


def silent(name: str, rng: random.Random) -> Iterator[Reading]:
    """A word from time to time."""
    while True:
        yield rng.choice(sentences(name)) if rng.random() < 0.2 else Reading("", in_scope=False)


def repetitive(name: str, rng: random.Random) -> Iterator[Reading]:
    """Three sentences, over and over."""
    few = rng.sample(sentences(name), 3)
    while True:
        yield rng.choice(few)


def bargaining(name: str, rng: random.Random) -> Iterator[Reading]:
    """Offers, refusals and conclusions only: the table is never left in peace."""
    deals = [one for one in sentences(name) if one.offers or one.has("proposer_conclusion", "recapituler")]
    while True:
        yield rng.choice(deals)


CROWD: dict[str, Callable[[str, random.Random], Iterator[Reading]]] = {
    "bavard": chatty,
    "ordonné": orderly,
    "hostile": hostile,
    "silencieux": silent,
    "répétitif": repetitive,
    "marchandeur": bargaining,
}
