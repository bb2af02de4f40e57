"""Whatever one adds to a talk to please the machine gains nothing, in any grid."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.assessment.assess import assess
from coach.assessment.evaluation import Evaluation
from coach.assessment.grid import Grid
from coach.assessment.talk import talk_of
from coach.content.library import load_scenario
from coach.simulation.scenario import FICHE_SUJET_LABELS
from coach.simulation.transcript import Transcript, Turn
from tests.assessment.builders import SCENARIO, say
from tests.assessment.talks import middling, strong, weak
from tests.assessment.test_properties import GOOD_ACTS, GRIDS, longer, talks

ELSEWHERE = ("matinee-velos", "reassort-veterinaire")
"""Scenarios of another trade than the one played."""
SUBSTANCE = ("argumenter", "apporter_preuve", "proposer_solution", "defendre_valeur", "justifier_choix")
LONG = 15
"""Words from which an answer that never speaks of this case is seen as made for another."""
ACTS = GOOD_ACTS.split()
RITES = {"saluer", "se_presenter", "identifier_interlocuteur", "verifier_disponibilite", "remercier"}
TECHNIQUES = [act for act in ACTS if act not in RITES | {"prendre_conge", "valider_comprehension"}]


def sheet() -> str:
    """The whole fiche-sujet, as one would paste it."""
    lines = [line for rubric in FICHE_SUJET_LABELS for line in getattr(SCENARIO.fiche_sujet, rubric)]
    return " ".join([*lines, *(document.text for document in SCENARIO.documents)])


def stuffed() -> Turn:
    return say(" ".join(f"{{{act}:oui bien}}" for act in TECHNIQUES[:8]))


def pasted_sheet() -> Turn:
    return say(f"{{{','.join(TECHNIQUES[:4])}:{sheet()}}}")


def pasted_price() -> Turn:
    return say(f"{{annoncer_prix:{sheet()}}}")


def recited() -> Turn:
    filler = "comme vous le savez bien aux Ateliers Roncier avec vos fontaines et vos opératrices"
    return say(" ".join(f"{{{act}:{filler}}}." for act in TECHNIQUES[:14]))


def listed() -> Turn:
    words = ("{argumenter:prix}", "{apporter_preuve:référence}", "{rassurer:garantie}", "{recapituler:bilan}")
    return say(f"{', '.join(words)}, service, suivi, qualité")


def foreign(scenario: str) -> list[Turn]:
    """The long model answers of another scenario, said here as arguments."""
    loaded = load_scenario(scenario).scenario
    texts = [wording.text for wording in loaded.wordings]
    texts += [answer for objection in loaded.objections for answer in objection.answers]
    plain = [text.replace("{", "").replace("}", "") for text in texts if len(text.split()) >= LONG]
    return [say(f"{{{','.join(SUBSTANCE[:3])}:{text}}}") for text in plain]


TRICKS = {
    "stuffed": stuffed,
    "sheet": pasted_sheet,
    "sheet-as-price": pasted_price,
    "recited": recited,
    "listed": listed,
}


def gains(before: Evaluation, after: Evaluation) -> list[str]:
    """The indicators that rose."""
    return [
        f"{criterion.id}:{one.id}"
        for criterion, other in zip(before.criteria, after.criteria, strict=True)
        for one, two in zip(criterion.indicators, other.indicators, strict=True)
        if (one.score is not None or two.score == 0)
        and two.score is not None
        and two.score > (one.score or 0)
        and one.id not in ("parole-partagee", "part-de-parole")
    ]


def assert_nothing_gained(transcript: Transcript, added: Turn, grid: Grid) -> None:
    before = assess(transcript, grid, SCENARIO)
    after = assess(longer(transcript, added), grid, SCENARIO)
    assert gains(before, after) == []


@settings(max_examples=40, deadline=None)
@given(talks(), st.sampled_from(sorted(TRICKS)), st.sampled_from(GRIDS))
def test_trick_when_added_to_any_talk_gains_nothing(transcript: Transcript, trick: str, grid: Grid) -> None:
    assert_nothing_gained(transcript, TRICKS[trick](), grid)


@pytest.mark.parametrize("trick", sorted(TRICKS))
@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.id)
def test_trick_when_added_to_the_weak_talk_gains_nothing(trick: str, grid: Grid) -> None:
    assert_nothing_gained(weak(), TRICKS[trick](), grid)


@pytest.mark.parametrize("whole", [strong, middling], ids=["strong", "middling"])
@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.id)
def test_best_sentence_when_repeated_gains_nothing(whole: object, grid: Grid) -> None:
    transcript: Transcript = whole()  # type: ignore[operator]
    for turn in transcript.simulation()[1:]:
        again = replace(turn, events=())
        assert_nothing_gained(transcript, again, grid)


@pytest.mark.parametrize("scenario", ELSEWHERE)
def test_model_answers_of_another_scenario_when_pasted_earn_no_argument(scenario: str) -> None:
    answers = foreign(scenario)
    assert len(answers) >= 10
    credited = [turn.text for turn in answers if earns(turn)]
    assert len(credited) <= 0.4 * len(answers), credited


def earns(turn: Turn) -> bool:
    """Whether a message added to a talk is credited with any argument."""
    prepared = talk_of(longer(weak(), turn), SCENARIO)
    last = prepared.turns[-1].number
    return any(said.turn == last for act in SUBSTANCE for said in prepared.said.get(act, ()))


OWN_ARGUMENTS = (
    "Nos fontaines sont branchées sur le réseau : plus aucune bonbonne à porter pour vos opératrices, donc "
    "plus de dos bloqué à l'atelier.",
    "Le loyer comprend l'entretien, les filtres et le dépannage sous 24 heures, même en juillet quand "
    "l'atelier chauffe et que la machine lâche.",
    "Calvet a dépensé un tiers de moins en un an, et ses équipes ne montent plus de bonbonnes dans les "
    "étages.",
    "Vous dépensez autour de 190 € par mois avec la livraison ; avec nous le loyer est fixe et le technicien "
    "compris.",
)


@pytest.mark.parametrize("words", OWN_ARGUMENTS)
def test_honest_argument_when_it_speaks_of_this_case_earns(words: str) -> None:
    assert earns(say(f"{{argumenter,apporter_preuve:{words}}}"))
