"""Whole evaluations: levels, caps, what was not assessed, evidence, priority, strengths."""

from dataclasses import replace

import pytest

from coach.assessment.assess import assess
from coach.assessment.evaluation import CriterionResult, Evaluation
from coach.assessment.evaluation_json import to_json
from coach.assessment.grid import Criterion, Grid, Indicator
from coach.assessment.levels import level_of, mark
from coach.content.library import load_grid
from coach.simulation.transcript import Transcript
from tests.assessment.builders import SCENARIO, grid_of, indicator, say, talk
from tests.assessment.talks import middling, strong, weak

SALE = load_grid("e4-negociation-vente")
TALKS = {"strong": strong(), "middling": middling(), "weak": weak()}


def graded(transcript: Transcript, grid: Grid) -> Evaluation:
    return assess(transcript, grid, SCENARIO)


def levels(transcript: Transcript) -> dict[str, str | None]:
    return {each.id.removeprefix("b1.negocier."): each.level for each in graded(transcript, SALE).criteria}


def test_levels_when_the_student_is_strong_are_the_highest() -> None:
    assert set(levels(strong()).values()) == {"TS"}


def test_levels_when_the_student_is_middling_are_in_the_middle() -> None:
    assert levels(middling()) == {
        "relation": "S",
        "efficacite": "S",
        "solution": "S",
        "personnalisation": "I",
        "diagnostic": "I",
        "engagements": "I",
        "evolution": "S",
    }


def test_levels_when_the_student_is_weak_are_low() -> None:
    assert set(levels(weak()).values()) <= {"TI", "I"}


def test_score_when_talks_are_better_rises_on_every_criterion() -> None:
    rows = zip(*(graded(TALKS[name], SALE).criteria for name in ("weak", "middling", "strong")), strict=True)
    for poor, fair, good in rows:
        assert poor.score < fair.score < good.score, good.id


def test_mark_when_computed_is_rounded_to_the_half_point() -> None:
    marks = [graded(TALKS[name], SALE).mark for name in ("weak", "middling", "strong")]
    assert marks == [0.0, 11.0, 20.0]


@pytest.mark.parametrize("name", sorted(TALKS))
def test_evidence_when_it_quotes_is_exactly_what_was_said(name: str) -> None:
    turns = {turn.number: turn.reading.text for turn in TALKS[name].turns}
    quoted = [
        item
        for criterion in graded(TALKS[name], SALE).criteria
        for result in criterion.indicators
        for item in result.evidence
        if item.kind in ("citation", "contre-exemple")
    ]
    assert quoted
    for item in quoted:
        assert item.turn is not None
        assert turns[item.turn][item.start : item.end] == item.text


@pytest.mark.parametrize("name", sorted(TALKS))
def test_every_indicator_when_scored_has_evidence_and_when_unmet_advice(name: str) -> None:
    for criterion in graded(TALKS[name], SALE).criteria:
        for result in criterion.indicators:
            assert result.evidence, result.id
            assert bool(result.advice) == (result.score is not None and result.score < 1), result.id
            assert not (result.better and result.score == 1)


def test_evaluation_when_done_again_has_the_same_bytes() -> None:
    for transcript in TALKS.values():
        assert to_json(graded(transcript, SALE)) == to_json(graded(transcript, SALE))


def test_levels_when_indicators_are_in_another_order_do_not_change() -> None:
    turned = replace(
        SALE, criteria=tuple(replace(each, indicators=each.indicators[::-1]) for each in SALE.criteria)
    )
    for transcript in TALKS.values():
        one, other = graded(transcript, SALE), graded(transcript, turned)
        assert [(c.level, c.score, c.capped_by) for c in one.criteria] == [
            (c.level, c.score, c.capped_by) for c in other.criteria
        ]
        assert (one.priority, one.strengths, one.mark) == (other.priority, other.strengths, other.mark)


POLITE = indicator("absence", acts=("agresser",), blocking=True, cap="TI", id="respect")
GREETS = indicator("acte", acts=("saluer",), id="salue", weight=9.0)
HELLO = (say("{saluer:Bonjour}."), say("Je vous écoute."), say("Très bien."))


def only(evaluation: Evaluation) -> CriterionResult:
    (criterion,) = evaluation.criteria
    return criterion


def test_level_when_a_blocking_fault_is_made_is_capped_with_the_words() -> None:
    grid = grid_of(GREETS, POLITE)
    assert only(graded(talk(*HELLO), grid)).level == "TS"
    insulted = only(graded(talk(*HELLO, say("{agresser:Vous êtes nulle}.")), grid))
    assert insulted.level == "TI"
    assert insulted.score == 0.9
    assert insulted.capped_by == "Plafonné à Très insuffisant, tour 4\u00a0: «\u202fVous êtes nulle\u202f»"


def test_level_when_already_under_the_cap_tells_no_cap() -> None:
    grid = grid_of(replace(GREETS, acts=("relancer",)), replace(POLITE, cap="S"))
    insulted = only(graded(talk(*HELLO, say("{agresser:Vous êtes nulle}.")), grid))
    assert (insulted.level, insulted.capped_by) == ("TI", "")


def test_level_when_two_caps_apply_is_the_lowest() -> None:
    soft = replace(POLITE, id="doux", cap="S")
    for indicators in ((GREETS, soft, POLITE), (GREETS, POLITE, soft)):
        insulted = only(graded(talk(*HELLO, say("{agresser:Nulle}.")), grid_of(*indicators)))
        assert insulted.level == "TI"


def test_indicator_when_not_shown_is_kept_but_does_not_count() -> None:
    grid = grid_of(GREETS, indicator("objections", id="objections", weight=50.0))
    result = only(graded(talk(*HELLO), grid))
    assert (result.level, result.score) == ("TS", 1.0)
    assert [each.score for each in result.indicators] == [1.0, None]
    assert result.indicators[1].evidence[0].text == "Aucune objection n'a été soulevée."


def test_criterion_when_nothing_could_be_shown_is_not_assessed_and_not_zero() -> None:
    grid = grid_of(indicator("objections"))
    result = graded(talk(*HELLO), grid)
    assert only(result).level is None
    assert only(result).not_assessed == "Cette répétition n'a pas permis de l'observer."
    assert result.mark is None


def test_criterion_when_the_grid_says_it_cannot_be_seen_gives_the_reason() -> None:
    grid = grid_of(not_assessed="On ne le voit pas ici.")
    assert only(graded(talk(*HELLO), grid)).not_assessed == "On ne le voit pas ici."


def test_evaluation_when_nobody_spoke_assesses_nothing() -> None:
    result = graded(talk(), SALE)
    assert {criterion.level for criterion in result.criteria} == {None}
    assert (result.mark, result.priority, result.strengths) == (None, "", ())


def test_mark_when_a_criterion_is_not_assessed_is_over_the_others() -> None:
    first, second = (Criterion(name, name, "", indicators=()) for name in ("a", "b"))
    grid = Grid("g", "", "E4", "", (first, replace(second, weight=3.0)))
    shown = CriterionResult("a", "a", "S", 0.6, ())
    assert mark((shown, CriterionResult("b", "b", None, None, ())), grid) == 14
    assert mark((shown, CriterionResult("b", "b", "I", 0.4, ())), grid) == 9  # (14 + 3 × 7) / 4 = 8,75


@pytest.mark.parametrize(
    ("score", "level"),
    [(0.0, "TI"), (0.29, "TI"), (0.3, "I"), (0.55, "S"), (0.7999, "S"), (0.8, "TS"), (1.0, "TS")],
)
def test_level_when_the_score_reaches_a_threshold_is_the_upper_one(score: float, level: str) -> None:
    assert level_of(score, (0.3, 0.55, 0.8)) == level


def test_better_wording_when_an_act_is_missing_fits_the_scene() -> None:
    grid = grid_of(indicator("acte", acts=("annoncer_objet",), first_turns=2, id="objet"))
    result = only(graded(talk(say("Bonjour.", scene="accueil")), grid)).indicators[0]
    assert (result.better, result.moment) == ("Je vous propose vingt minutes\u202f?", 1)


def test_better_wording_when_it_holds_a_parameter_is_filled() -> None:
    grid = grid_of(indicator("acte", acts=("recapituler",), id="recap"))
    result = only(graded(talk(say("Bien."), say("Bon.", scene="negociation")), grid)).indicators[0]
    assert (result.better, result.moment) == ("Nous disons donc 40\u00a0€, 36 mois.", 2)


def test_better_wording_when_a_need_was_missed_asks_for_that_need() -> None:
    grid = grid_of(indicator("part", acts=("question_ouverte",), others=("question_fermee",), id="ouvertes"))
    asked = say("{question_fermee:Un accident ?}", "information_revelee:accident")
    told = replace(asked, replies=strong().turns[3].replies)
    result = only(graded(talk(told, say("{question_fermee:Et le budget ?}")), grid)).indicators[0]
    assert result.better == "Combien dépensez-vous aujourd'hui\u202f?"


def test_priority_when_one_indicator_would_raise_a_level_is_its_advice() -> None:
    small = indicator("acte", acts=("relancer",), id="petit", advice="Relancez.", weight=0.5)
    large = indicator("acte", acts=("reformuler",), id="grand", advice="Reformulez.", weight=3.0)
    result = graded(talk(*HELLO), grid_of(GREETS, small, large))
    assert (result.priority, result.priority_criterion, result.priority_indicator) == (
        "Reformulez.",
        "c",
        "grand",
    )


def test_priority_when_a_cap_holds_the_level_is_to_avoid_the_fault() -> None:
    other = indicator("acte", acts=("reformuler",), id="autre", advice="Reformulez.", weight=3.0)
    grid = grid_of(GREETS, other, replace(POLITE, advice="Restez courtois."))
    assert graded(talk(*HELLO, say("{agresser:Nulle}.")), grid).priority == "Restez courtois."


def test_priority_when_little_was_discovered_is_to_discover_and_not_to_take_up() -> None:
    takes_up = indicator("personnalisation", id="reprend", advice="Reprenez ses mots.", weight=9.0)
    asks = indicator("informations", essential=True, id="infos", advice="Découvrez d'abord.")
    assert graded(talk(*HELLO), grid_of(takes_up, asks)).priority == "Découvrez d'abord."
    assert "plan de découverte" in graded(weak(), SALE).priority


def test_priority_when_two_indicators_are_equal_is_the_one_whose_act_serves_elsewhere() -> None:
    rows = (("a", "relancer"), ("b", "reformuler"), ("c", "reformuler"))
    grid = grid_of(*(indicator("acte", acts=(act,), id=name, advice=f"{act} !") for name, act in rows))
    assert graded(talk(*HELLO), grid).priority_indicator == "b"


def test_priority_when_only_the_outcome_is_unmet_is_empty() -> None:
    grid = grid_of(GREETS, indicator("resultat", success="haut", id="issue"))
    assert graded(talk(*HELLO, ending="rupture"), grid).priority == ""


def test_strengths_when_indicators_are_met_quote_the_best_three() -> None:
    result = graded(strong(), SALE)
    assert len(result.strengths) == 3
    assert all("«" in strength and "(tour " in strength for strength in result.strengths)


def test_strengths_when_nothing_was_done_are_none() -> None:
    grid = grid_of(POLITE, indicator("acte", acts=("relancer",), id="relance"))
    assert graded(talk(say("Bien."), say("Oui."), say("Bon.")), grid).strengths == ()


def test_indicator_when_its_label_has_french_marks_is_typeset() -> None:
    spaced: Indicator = indicator("acte", acts=("relancer",), id="r", label="Relance : « et donc ? »")
    result = only(graded(talk(say("Bien.")), grid_of(spaced))).indicators[0]
    assert result.label == "Relance\u00a0: «\u202fet donc\u202f?\u202f»"
