"""Doubles shared by the tests: an ear that needs no model, a clock that one can move."""

from collections.abc import Sequence

from coach.language.reading import ActFound, Context, Match, Reading
from coach.simulation.expectations import Expectation

WORDS = {
    "bonjour": "saluer",
    "comment": "question_ouverte",
    "combien": "question_fermee",
    "donc": "reformuler",
    "propose": "proposer_solution",
    "coûte": "annoncer_prix",
    "merci": "remercier",
    "au revoir": "prendre_conge",
    "imbécile": "agresser",
    "d'accord ?": "proposer_conclusion",
}
"""A word, and the act that `FakeEar` reads in it."""


class FakeEar:
    """Reads acts by word and informations by the first word of their first question."""

    def __init__(self, expected: Sequence[Expectation] = ()) -> None:
        self.expected = tuple(expected)
        self.heard: list[tuple[str, Context]] = []

    def hear(self, text: str, context: Context) -> Reading:
        """A reading made by table."""
        self.heard.append((text, context))
        lowered = text.lower()
        acts = tuple(
            ActFound(act, 0.9, lowered.index(word), lowered.index(word) + len(word), f"mot : {word}")
            for word, act in WORDS.items()
            if word in lowered
        )
        matches = tuple(
            Match(kind, target, 0.9, 0, len(text), examples[0])
            for kind, target, examples in self.expected
            if any(example.lower() in lowered for example in examples)
        )
        asked = {"question_ouverte": "ouverte", "question_fermee": "fermee"}
        form = next((asked[found.act] for found in acts if found.act in asked), "aucune")
        return Reading(
            text=text,
            acts=acts,
            matches=matches,
            question=form,  # type: ignore[arg-type]
            in_scope=bool(text.strip()),
            clauses=((0, len(text)),) if text else (),
        )


class FakeClock:
    """Time that a test moves by hand."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> str:
        """A fixed day, the seconds as they go."""
        return f"2026-11-23T10:{int(self.time) // 60:02}:{int(self.time) % 60:02}"

    def seconds(self) -> float:
        """What the test decided."""
        return self.time
