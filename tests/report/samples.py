"""A short rehearsal made by hand, whose every word can be chosen."""

from coach.assessment.correction import Correction
from coach.assessment.evaluation import CriterionResult, Evaluation, Evidence, IndicatorResult
from coach.content.library import LoadedScenario, load_scenario
from coach.language.reading import Reading
from coach.report.building import build_page
from coach.report.page import Page
from coach.simulation.draw import draw
from coach.simulation.events import Event, Reply
from coach.simulation.transcript import Transcript, Turn

SCENARIO = "fontaines-ateliers"
SAID = "Bonjour madame, comment buvez-vous ? Je baisse de 10 %."
CORRECTED = (
    Correction("relation", "I", "Mme Roy", "trop tôt", "2026-11-23"),
    Correction("relation", "TS", "Mme Roy", "", "2026-11-24"),
)


def loaded() -> LoadedScenario:
    """A shipped scenario."""
    return load_scenario(SCENARIO)


def transcript(said: str = SAID, reply: str = "Bonjour.", notes: str = "") -> Transcript:
    """The character opens, the student speaks once."""
    scenario = loaded().scenario
    opening = Turn(
        0, "simulation", "accueil", "", Reading(""), (Reply("Entrez.", "scene:accueil"),), (), (50, 50, 50)
    )
    disclosure = Event("information_revelee", scenario.disclosures[0].id)
    spoken = Turn(
        1, "simulation", "accueil", said, Reading(said), (Reply(reply, "x"),), (disclosure,), (61, 40, 55)
    )
    return Transcript(
        SCENARIO, "essentiels", scenario.digest, draw(scenario, 7), "entrainement", "grille", "abc", "0.1.0",
        started="2026-03-01T09:05:00", turns=(opening, spoken), notes=notes,
        self_assessment=(("relation", "S"),),
    )  # fmt: skip


def evaluation(
    *evidence: Evidence, better: str = "Que vous coûte l'eau ?", label: str = "Salue"
) -> Evaluation:
    """One criterion assessed on this evidence, one that could not be."""
    proofs = evidence or (Evidence("citation", "Bonjour madame", 1, 0, 14),)
    met = IndicatorResult("salue", label, 0.5, 1.0, proofs, "Saluez.", better, 1)
    return Evaluation(
        "grille", "abc", SCENARIO, "0.1.0",
        (CriterionResult("relation", "Relation", "S", 0.6, (met,)),
         CriterionResult("autre", "Autre", None, None, (), "Rien à voir ici.")),
        12.5, "Saluez mieux.", (), "relation", "salue",
    )  # fmt: skip


def page(corrections: tuple[Correction, ...] = ()) -> Page:
    """The page of all this."""
    content = loaded()
    return build_page(content.scenario, content.grid, transcript(), evaluation(), corrections)
