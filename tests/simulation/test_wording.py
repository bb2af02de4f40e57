"""Which wording is said, and the state that remembers it."""

from dataclasses import replace

import pytest

from coach.language.reading import Reading
from coach.simulation import engine, hearing, mood
from coach.simulation.conditions import NOTHING_SAID
from coach.simulation.play import Play
from coach.simulation.scenario import Condition, Line, Mood, MoodChange, Scenario, Subject
from tests.simulation.fixtures import lines, read


@pytest.fixture
def playing(till: Scenario, subject: Subject) -> Play:
    """A turn being played."""
    return Play(till, subject, engine.start(till, subject, "examen").state, NOTHING_SAID)


def test_say_when_wordings_remain_then_none_is_repeated(playing: Play) -> None:
    three = lines("Un.", "Deux.", "Trois.")
    for _ in range(3):
        assert playing.say(three, "essai")
    assert len({reply.text for reply in playing.replies}) == 3


def test_say_when_the_only_wording_was_just_said_then_refused(playing: Play) -> None:
    assert playing.say(lines("Un."), "essai")
    assert not playing.say(lines("Un."), "essai")
    later = playing.step().state
    assert not Play(playing.scenario, playing.subject, later, NOTHING_SAID).say(lines("Un."), "essai")


def test_say_when_fresh_is_asked_then_a_worn_reply_is_refused(playing: Play) -> None:
    playing.say(lines("Un."), "essai")
    later = replace(playing.step().state, last_texts=())
    following = Play(playing.scenario, playing.subject, later, NOTHING_SAID)
    assert not following.say(lines("Un."), "essai", fresh=True)
    assert following.say(lines("Un."), "essai")


def test_say_when_a_line_is_reserved_to_this_mood_then_it_comes_first(playing: Play) -> None:
    both = (
        Line("Ordinaire."),
        Line("Agacée.", Condition(patience_max=70)),
        Line("Ravie.", Condition(trust_min=90)),
    )
    playing.say(both, "essai")
    assert playing.replies[-1].text == "Agacée."


def test_ordinary_when_the_archetype_is_worn_then_the_engine_speaks(playing: Play) -> None:
    for _ in range(5):
        playing.ordinary("accuse")
    sources = [reply.source for reply in playing.replies]
    assert sources == ["archetype:accuse"] * 3 + ["moteur:accuse"] * 2


def test_step_when_too_much_is_said_then_the_weightiest_two_in_order(playing: Play) -> None:
    playing.speak("Bonjour.", "a", weight=10)
    playing.speak("C'est cher.", "b", weight=80)
    playing.speak("Et ceci ?", "c", weight=60)
    assert [reply.text for reply in playing.step().replies] == ["C'est cher.", "Et ceci\u202f?"]


def test_feel_when_gains_pile_up_then_capped_for_the_turn(playing: Play) -> None:
    for _ in range(5):
        playing.feel(MoodChange(trust=5), "essai")
    assert playing.state.mood.trust == 50 + mood.MAX_GAIN
    assert all(event.kind == "humeur" and event.subject == "trust" for event in playing.events)


def test_capped_when_the_mood_is_high_then_harder_to_raise() -> None:
    assert mood.capped(MoodChange(trust=8), MoodChange(), Mood(50, 50, 50)).trust == 8
    assert mood.capped(MoodChange(trust=8), MoodChange(), Mood(80, 50, 50)).trust == 4
    assert mood.capped(MoodChange(trust=8), MoodChange(), Mood(90, 50, 50)).trust == 2
    assert mood.capped(MoodChange(trust=-8), MoodChange(), Mood(90, 50, 50)).trust == -8


def test_effect_when_the_archetype_has_its_own_then_it_wins(till: Scenario) -> None:
    assert mood.effect_of("creer_lien", till.archetype, 0).trust == 6
    assert mood.effect_of("agresser", till.archetype, 5) == mood.DEFAULT_EFFECTS["agresser"]


SAID = "notre caisse vous fait gagner du temps le midi et le soir"


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (read("Notre caisse vous fait gagner du temps le midi et le soir !"), "redite"),
        (read("Notre caisse vous fait gagner du temps le midi et aussi le soir"), "redite"),
        (read("Notre garantie vous évite une panne un samedi"), "clair"),
        (read("Oui"), "clair"),
        (read(""), "rien"),
        (read("?!"), "bruit"),
        (read("a", "prendre_conge"), "bruit"),
        (read("5"), "clair"),
        (read("Il fait beau chez ma tante", in_scope=False), "hors_sujet"),
        (read("مرحبا كيف حالك"), "bruit"),
    ],
)
def test_judge_when_heard_then_its_kind(reading: Reading, expected: str) -> None:
    assert hearing.judge(reading, (SAID,)) == expected


def test_say_when_all_has_been_said_then_introduced_otherwise_each_time(playing: Play) -> None:
    said: list[str] = []
    for _ in range(8):
        assert playing.say(lines("Un.", "Deux."), "essai")
        step = playing.step()
        said += [reply.text for reply in step.replies]
        playing = Play(playing.scenario, playing.subject, step.state, NOTHING_SAID)
    assert len(set(said)) == 8
    assert said[2].endswith(("un.", "deux."))
