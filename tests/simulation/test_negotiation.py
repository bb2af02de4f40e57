"""The negotiation table."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.simulation import bargaining, engine
from coach.simulation.draw import draw
from coach.simulation.events import Event
from coach.simulation.play import Step
from coach.simulation.scenario import Amount, Scenario, Strategy, Subject
from tests.simulation.fixtures import DISCOUNT, TERM, give, lines, offer, open_question, read, scenario, trade

Say = Callable[..., list[Step]]
ARGUE = read("C'est le prix du dépannage en deux heures", "defendre_valeur")


def argue(number: int) -> object:
    return read(f"C'est le prix du service, raison {number}", "defendre_valeur")


def events(step: Step, kind: str) -> list[Event]:
    return [event for event in step.events if event.kind == kind]


def kinds(step: Step) -> list[str]:
    return [event.kind for event in step.events]


def agreed(step: Step) -> dict[str, float]:
    return {row.issue: row.agreed for row in step.state.table if row.agreed is not None}


def test_gift_when_nothing_was_defended_then_more_is_wanted(say: Say) -> None:
    step = say(give(5))[-1]
    assert events(step, "concession_sans_contrepartie")[0].value == 5
    assert step.replies[0].source == "archetype:demande_plus"
    assert "12\u00a0%" in step.replies[0].text
    assert agreed(step) == {}


def test_demand_when_added_to_a_line_then_said_next_in_other_words(subject: Subject) -> None:
    plain = scenario()
    replies = tuple(
        (kind, lines("Encore un effort ?") if kind == "demande_plus" else own)
        for kind, own in plain.archetype.replies
    )
    till = replace(plain, archetype=replace(plain.archetype, replies=replies))
    step = engine.start(till, subject, "examen")
    said = []
    for reading in (give(5), read("Je ne peux pas aller plus loin", "refuser_concession")):
        step = engine.advance(till, subject, step.state, reading)
        said.append(step.replies[0].text)
    assert said[0].startswith("Encore un effort")
    assert "12" in said[0]
    assert said[1] not in said[0]


def test_gift_when_it_meets_the_demand_then_signed(say: Say) -> None:
    step = say(give(12), give(12, text="Oui, douze, je vous le confirme"))[-1]
    assert agreed(step) == {"remise": 12.0}


def test_gift_when_value_was_defended_and_target_met_then_signed(say: Say) -> None:
    assert agreed(say(ARGUE, give(7))[-1]) == {"remise": 7.0}


def test_offer_when_below_the_limit_then_refused(say: Say) -> None:
    step = say(ARGUE, give(3))[-1]
    assert events(step, "refus")[0].detail == "personnage"
    assert step.replies[0].source == "archetype:refuse_offre"


def test_offer_when_beyond_the_mandate_then_noticed_before_being_taken(say: Say) -> None:
    steps = say(ARGUE, give(10), give(10, text="Si, dix, je vous l'assure"))
    assert events(steps[2], "hors_mandat")[0].value == 10
    assert steps[2].replies[0].source == "archetype:hors_mandat"
    assert agreed(steps[2]) == {}
    assert events(steps[3], "hors_mandat") == [] or agreed(steps[3])


def test_package_when_worth_it_then_signed_together_with_its_counterpart(say: Say) -> None:
    step = say(ARGUE, trade(5, 24))[-1]
    assert agreed(step) == {"remise": 5.0, "engagement": 24.0}
    assert [e.subject for e in events(step, "contrepartie_obtenue")] == ["engagement"]
    assert events(step, "concession")
    assert not events(step, "concession_sans_contrepartie")
    assert "5\u00a0% et 24\u00a0mois" in step.replies[0].text


def test_package_when_poor_then_a_counter_offer_that_yes_signs(say: Say) -> None:
    steps = say(ARGUE, trade(4, 36), read("D'accord, faisons comme cela", offers=(offer("accepter", ""),)))
    assert agreed(steps[2]) == {}
    demanded = events(steps[2], "offre_personnage")[0]
    assert agreed(steps[3])[demanded.subject] == demanded.value
    assert len(agreed(steps[3])) == 2


def test_package_when_one_point_is_beyond_the_limit_then_refused(say: Say) -> None:
    step = say(ARGUE, trade(8, 48))[-1]
    assert events(step, "refus")[0].subject == "engagement"
    assert agreed(step) == {}


def test_refusal_when_argued_then_the_character_steps_back(say: Say) -> None:
    steps = say(give(4), read("Non, le service le vaut", "refuser_concession", "defendre_valeur"))
    moved = events(steps[-1], "concession_personnage")[0]
    assert moved.previous == 12
    assert moved.value is not None
    assert moved.value < 12


def test_refusal_when_bare_then_the_character_holds(say: Say) -> None:
    steps = say(
        give(4),
        read("Non, je ne peux pas", "refuser_concession"),
        read("Non, vraiment pas du tout", "refuser_concession"),
    )
    assert not events(steps[-1], "concession_personnage")
    assert steps[-1].state.mood.patience < steps[1].state.mood.patience


def test_steps_when_the_character_yields_then_they_never_grow(say: Say) -> None:
    steps = say(give(4), *(argue(number) for number in range(8)))
    moves = [e for step in steps for e in events(step, "concession_personnage")]
    sizes = [abs((e.value or 0) - (e.previous or 0)) for e in moves]
    assert len(sizes) >= 2
    assert sizes == sorted(sizes, reverse=True)


def test_arguments_alone_when_repeated_then_not_below_the_target(say: Say) -> None:
    last = say(give(4), *(argue(number) for number in range(15)))[-1]
    demand = last.state.row("remise").demand
    assert demand is not None
    assert demand >= 7


def test_withdrawal_when_an_offer_is_taken_back_then_the_point_is_open_again(say: Say) -> None:
    steps = say(ARGUE, give(7), read("Je retire mon offre finalement", offers=(offer("retirer", "remise"),)))
    assert agreed(steps[-2])
    assert not agreed(steps[-1])
    assert steps[-1].state.mood.trust < steps[-2].state.mood.trust


def test_settled_point_when_worsened_then_refused(say: Say) -> None:
    steps = say(ARGUE, give(7), give(5, text="Finalement, disons plutôt cinq"))
    assert agreed(steps[-1]) == {"remise": 7.0}
    assert events(steps[-1], "refus")


def test_request_when_nothing_is_offered_then_a_trade_is_proposed(say: Say) -> None:
    ask = read("Je voudrais trente mois d'engagement", offers=(offer("demander", "engagement", 30.0),))
    step = say(ask)[-1]
    assert events(step, "offre_personnage")[0].subject == "remise"
    assert dict(step.state.trade)["engagement"] == 30.0


def test_request_when_a_gift_was_made_before_then_it_pays(say: Say) -> None:
    ask = read("En retour, prenez vingt-six mois", offers=(offer("demander", "engagement", 26.0),))
    step = say(ARGUE, give(7), ask)[-1]
    assert agreed(step)["engagement"] == 26.0
    assert events(step, "contrepartie_obtenue")


def test_offer_when_its_value_is_absurd_then_ignored(say: Say) -> None:
    step = say(read("Je vous fais moins l'infini", offers=(offer("donner", "remise", float("nan")),)))[-1]
    assert step.state.row("remise").student is None


def test_conclusion_when_a_required_point_is_open_then_refused_and_named(say: Say) -> None:
    step = say(ARGUE, read("Alors, nous signons ensemble ?", "proposer_conclusion"))[-1]
    assert step.replies[0].source == "archetype:refus_conclure"
    assert "la remise" in step.replies[0].text
    assert not step.state.sealed


@pytest.mark.parametrize("strategy", ["ferme", "conciliant", "donnant-donnant", "gourmand"])
@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("dait"), st.floats(0, 60), st.floats(0, 60)), max_size=12))
def test_agreement_when_anything_is_said_then_within_the_limits(
    strategy: Strategy, moves: list[tuple[str, float, float]]
) -> None:
    till = scenario(strategy)
    subject = draw(till, 3)
    step = engine.start(till, subject, "entrainement")
    for number, (move, one, other) in enumerate(moves):
        reading = {
            "d": give(one, text=f"Je donne ceci {number}"),
            "a": argue(number),
            "i": read(f"D'accord avec vous {number}", offers=(offer("accepter", ""),)),
            "t": trade(one, other, f"Si vous prenez cela {number}"),
        }[move]
        step = engine.advance(till, subject, step.state, reading)  # type: ignore[arg-type]
        for name, item in bargaining.all_stakes(till, subject).items():
            row = step.state.row(name)
            assert row.agreed is None or item.acceptable(row.agreed)
            assert row.demand is None or item.acceptable(row.demand)


def test_stakes_when_the_character_wants_less_then_up_is_down(till: Scenario, subject: Subject) -> None:
    term = bargaining.stakes(TERM, subject)
    assert term.at_least(12, 24)
    assert not term.acceptable(37)
    assert term.utility(12) == 1
    assert term.utility(36) == 0
    assert term.student_utility(36) == 1
    assert term.beyond_mandate(11)


def test_step_toward_when_the_goal_is_near_then_it_is_not_passed(subject: Subject) -> None:
    item = bargaining.stakes(DISCOUNT, subject)
    assert bargaining.step_toward(item, 7.2, 7, 0.9, None) == 7
    assert bargaining.step_toward(item, 5, 0, 1, None) >= item.limit


def test_step_toward_when_people_are_counted_then_never_a_fraction(subject: Subject) -> None:
    staff = replace(
        TERM, id="collegues", kind="quantite", unit="collègues",
        character=replace(TERM.character, opening=Amount(0), target=Amount(1), limit=Amount(2)),
    )  # fmt: skip
    item = bargaining.stakes(staff, subject)
    assert bargaining.step_toward(item, 1, 1.3, 0.5, None) == 1
    assert bargaining.step_toward(item, 0, 1.3, 0.5, None) == 1


def test_offer_when_less_than_what_was_granted_then_held_to_his_word(say: Say) -> None:
    step = say(give(5), give(3, text="Disons plutôt 3 % alors"))[-1]
    assert "moteur:contradiction" in [reply.source for reply in step.replies]
    assert any("5\u00a0%" in reply.text for reply in step.replies)
    assert step.state.row("remise").given == 5
    assert "concession" not in kinds(step)


def test_list_price_when_defended_after_an_offer_then_no_step_back(say: Say) -> None:
    defended = read("0 % et tout est compris", "defendre_valeur", offers=(offer("donner", "remise", 0.0),))
    step = say(give(3), defended)[-1]
    assert "offre_etudiant" not in kinds(step)
    assert step.state.row("remise").student == 3


def test_package_when_turned_down_then_the_counter_asks_where_most_is_missing(say: Say) -> None:
    step = say(ARGUE, trade(4, 36))[-1]
    assert [event.subject for event in step.events if event.kind == "offre_personnage"] == ["remise"]


def test_estimate_when_it_answers_a_doubt_then_no_offer(subject: Subject) -> None:
    sales = replace(
        scenario().issues[0], id="ventes", kind="nombre", unit="ventes", start=Amount(0), required=False
    )
    till = scenario(issues=(sales,))
    told = read(
        "Cela fait cinq ventes", "presenter_resultat", answer="prix", offers=(offer("donner", "ventes", 5.0),)
    )
    start = engine.start(till, subject, "examen").state
    assert "offre_etudiant" not in kinds(engine.advance(till, subject, start, told))
    pledged = replace(told, acts=(*told.acts, *read("", "fixer_objectif").acts))
    assert "offre_etudiant" in kinds(engine.advance(till, subject, start, pledged))


def test_package_when_still_refused_but_closer_then_the_character_steps_too(say: Say) -> None:
    steps = say(trade(1, 36), trade(2, 36, "Disons 2 % pour 36 mois"), trade(3, 36, "Alors 3 % pour 36 mois"))
    moved = [event.value for step in steps for event in events(step, "concession_personnage")]
    assert moved
    assert moved == sorted(moved, reverse=True)
    assert agreed(steps[-1]) == {}


def test_point_when_tied_to_another_then_given_only_against_it(subject: Subject) -> None:
    tied = replace(DISCOUNT, against=("engagement",))
    till = scenario(issues=(tied, TERM), objections=())
    step = engine.start(till, subject, "examen")
    for reading in (ARGUE, give(8)):
        step = engine.advance(till, subject, step.state, reading)
    assert agreed(step) == {}
    assert [event.subject for event in events(step, "offre_personnage")] == ["engagement"]
    yes = read("D'accord, faisons comme cela", offers=(offer("accepter", ""),))
    assert set(agreed(engine.advance(till, subject, step.state, yes))) == {"remise", "engagement"}


def test_package_when_the_needs_were_heard_then_the_character_goes_further(say: Say) -> None:
    asked = [open_question(name, f"Parlez-moi de ceci, {name}") for name in ("budget", "attente")]
    reasons = [argue(number) for number in range(3)]
    deaf, heard = (say(*before, *reasons, trade(4.5, 30))[-1] for before in ([], asked))
    assert agreed(deaf) == {}
    assert set(agreed(heard)) == {"remise", "engagement"}


def test_refusal_when_nothing_is_on_the_table_then_nothing_is_refused(say: Say) -> None:
    step = say(read("Quelle est votre marge de manœuvre ici ?", "refuser_concession", question="ouverte"))[-1]
    assert "refus" not in kinds(step)
