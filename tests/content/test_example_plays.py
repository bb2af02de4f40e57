"""The example of the guide is playable: readings written by hand lead it to its agreement."""

from pathlib import Path

from coach.content.library import load_scenario
from coach.simulation import draw, engine
from coach.simulation.state import State
from tests.simulation.fixtures import give, open_question, read, slotless

EXAMPLE = Path(__file__).parent.parent.parent / "docs" / "exemple" / "pack-minimal" / "cafe-bureau.yaml"
TALK = (
    read("Bonjour madame Caron, je viens vous parler de café", "saluer", "annoncer_objet"),
    open_question("usage", "Parlez-moi de vos pauses"),
    read("Je vous propose notre machine en location", "proposer_solution"),
    read("Elle coûte 90 € par mois", "annoncer_prix"),
    read("Je comprends, qu'est-ce qui vous gêne ?", "accueillir_objection", "relancer", question="ouverte"),
    read("Au café bu, c'est deux fois moins cher", "defendre_valeur", "controler_objection", answer="prix"),
    read("Est-ce que cela répond à votre question ?", "controler_objection", question="fermee"),
    give(10.0),
    read("On peut conclure ?", "proposer_conclusion"),
    read("Merci, au revoir et à bientôt", "remercier", "prendre_conge"),
)


def test_example_when_played_well_then_information_told_objection_lifted_and_signed() -> None:
    scenario = load_scenario(str(EXAMPLE)).scenario
    subject = draw.draw(scenario, 1)
    step = engine.start(scenario, subject, "entrainement")
    said = [reply.text for reply in step.replies]
    events = list(step.events)
    state: State = step.state
    for reading in TALK:
        step = engine.advance(scenario, subject, state, reading, latency=5.0)
        state = step.state
        said += [reply.text for reply in step.replies]
        events += step.events
    assert {"information_revelee", "objection_soulevee", "objection_levee"} <= {
        event.kind for event in events
    }
    assert state.ending == "signature"
    assert all(slotless(text) for text in said)
    assert len(said) > len(TALK)
