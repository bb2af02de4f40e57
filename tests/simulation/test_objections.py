"""The life of an objection."""

from collections.abc import Callable
from dataclasses import replace

from coach.language.reading import Reading
from coach.simulation import engine
from coach.simulation.play import Step
from coach.simulation.scenario import Condition, Jump, Scenario, Subject
from tests.simulation.fixtures import lines, open_question, read

Say = Callable[..., list[Step]]
PRICE = read("Elle est à deux mille euros", "annoncer_prix")
SOLUTION = read("Je vous propose notre caisse", "proposer_solution")
WELCOME = read("Je comprends votre remarque", "accueillir_objection")
DIG = read("Qu'est-ce qui vous gêne au juste ?", "relancer", question="ouverte")
ANSWER = read("C'est amorti en un an", "defendre_valeur", answer="prix")
CHECK = read("Est-ce que cela vous rassure ?", "controler_objection")


def elsewhere(number: int) -> Reading:
    return read(f"Parlons d'autre chose, sujet {number}", "creer_lien")


def life(step: Step, name: str = "prix") -> str:
    return step.state.objection(name).status


def kinds(step: Step) -> list[str]:
    return [event.kind for event in step.events]


def test_objection_when_its_moment_comes_then_raised_once(say: Say) -> None:
    steps = say(PRICE, read("Je dis bien deux mille euros", "annoncer_prix"))
    assert life(steps[1]) == "ouverte"
    assert kinds(steps[1]).count("objection_soulevee") == 1
    assert "objection_soulevee" not in kinds(steps[2])


def test_objection_when_welcomed_then_answered_then_lifted(say: Say) -> None:
    steps = say(PRICE, WELCOME, ANSWER)
    assert "objection_accueillie" in kinds(steps[2])
    assert {"objection_repondue", "objection_levee"} <= set(kinds(steps[3]))
    assert steps[3].replies[0].text == "Vu comme cela…"


def test_objection_when_only_answered_then_doubt_remains_until_checked(say: Say) -> None:
    steps = say(PRICE, ANSWER, CHECK)
    assert life(steps[2]) == "ouverte"
    assert steps[2].replies[0].source == "moteur:reserve_reste"
    assert life(steps[3]) == "levee"


def test_objection_when_answered_then_only_welcomed_then_not_lifted_yet(say: Say) -> None:
    steps = say(PRICE, ANSWER, WELCOME, CHECK)
    assert life(steps[3]) == "ouverte"
    assert life(steps[4]) == "levee"


def test_objection_when_dug_then_deepened(say: Say) -> None:
    step = say(PRICE, DIG)[-1]
    assert "objection_creusee" in kinds(step)
    assert step.replies[0].text == "Tikkeo est moins cher."


def test_objection_when_checked_without_an_answer_then_not_lifted(say: Say) -> None:
    assert life(say(PRICE, WELCOME, CHECK)[-1]) == "ouverte"


def test_objection_when_an_argument_misses_it_then_not_answered(say: Say) -> None:
    step = say(PRICE, WELCOME, read("Notre caisse est très jolie", "defendre_valeur"))[-1]
    assert "objection_repondue" not in kinds(step)


def test_pretext_when_not_dug_then_never_lifted(say: Say) -> None:
    answer = read("Rassurez-vous, on dépanne vite", "rassurer", answer="delai")
    again = read("Je vous rassure encore une fois", "rassurer", answer="delai")
    steps = say(SOLUTION, WELCOME, answer, CHECK, again)
    assert life(steps[-1], "delai") == "ouverte"
    assert steps[3].replies[0].source == "moteur:pretexte_reste"


def test_pretext_when_dug_then_lifted(say: Say) -> None:
    answer = read("Rassurez-vous, on dépanne vite", "rassurer", answer="delai")
    assert life(say(SOLUTION, DIG, answer)[-1], "delai") == "levee"


def test_objection_when_eluded_twice_then_it_comes_back(say: Say) -> None:
    steps = say(PRICE, elsewhere(1), elsewhere(2))
    assert "objection_eludee" not in kinds(steps[2])
    assert "objection_eludee" in kinds(steps[3])
    assert steps[3].replies[-1].source == "objection:prix:insiste"


def test_objection_when_it_comes_back_then_a_new_scene_says_nothing(till: Scenario, subject: Subject) -> None:
    jump = Jump(Condition(scene_turns_min=3), scene="echange")
    talk = (replace(till.scenes[0], jumps=(jump,)), replace(till.scenes[1], says=lines("Et la solution ?")))
    scripted = replace(till, scenes=talk)
    step = engine.start(scripted, subject, "examen")
    for reading in (PRICE, elsewhere(1), elsewhere(2)):
        step = engine.advance(scripted, subject, step.state, reading)
    assert {"objection_eludee", "scene_entree"} <= set(kinds(step))
    assert "scene:echange" not in [reply.source for reply in step.replies]


def test_objection_when_made_due_by_one_answered_in_advance_then_its_own_answer_counts_too(
    till: Scenario, subject: Subject
) -> None:
    after = Condition(acts_any=("annoncer_prix",), objections_lifted=("prix",))
    chained = replace(till.objections[0], id="rival", label="Moins cher ailleurs", when=after)
    scripted = replace(till, objections=(till.objections[0], chained))
    answers = (ANSWER, read("Ailleurs, la pose est en plus", "argumenter", answer="rival"))
    step = engine.start(scripted, subject, "examen")
    for reading in (*answers, PRICE):
        step = engine.advance(scripted, subject, step.state, reading)
    assert [life(step, name) for name in ("prix", "rival")] == ["levee", "levee"]
    assert "objection_soulevee" not in kinds(step)


def test_objection_when_eluded_for_ever_then_it_stops_insisting(say: Say) -> None:
    steps = say(PRICE, *(elsewhere(number) for number in range(10)))
    assert sum("objection_eludee" in kinds(step) for step in steps) == 3


def test_objections_when_two_are_due_then_one_at_a_time(say: Say) -> None:
    both = read("Notre caisse à deux mille euros", "proposer_solution", "annoncer_prix")
    steps = say(both, WELCOME, ANSWER)
    assert kinds(steps[1]).count("objection_soulevee") == 1
    assert life(steps[1], "delai") == "due"
    assert life(steps[3], "delai") == "ouverte"


def test_objection_when_dug_with_a_question_on_a_known_fact_then_deepened_not_recalled(say: Say) -> None:
    ask = open_question("budget", "Quel budget avez-vous prévu pour cela ?")
    plain = open_question("budget", "Qu'est-ce qui vous gêne là-dedans, le budget ?")
    step = say(ask, PRICE, plain)[-1]
    assert "objection_creusee" in kinds(step)
    assert "information_redemandee" not in kinds(step)


def test_objection_when_welcomed_and_dug_after_a_detour_then_deepened(say: Say) -> None:
    dig = read(
        "Je comprends, qu'est-ce qui vous gêne ?",
        "accueillir_objection",
        "question_ouverte",
        question="ouverte",
    )
    assert "objection_creusee" in kinds(say(PRICE, elsewhere(1), dig)[-1])


def test_objection_when_dug_by_an_open_question_that_no_act_names_then_deepened(say: Say) -> None:
    dig = read("Je vous comprends. Qu'est-ce que vous craignez ?", "accueillir_objection", question="ouverte")
    step = say(PRICE, dig)[-1]
    assert "objection_creusee" in kinds(step)
    assert "archetype:question_inconnue" not in [reply.source for reply in step.replies]
