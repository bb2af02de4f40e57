"""Which function measures which kind of indicator."""

from collections.abc import Callable
from typing import TypeAlias

from coach.assessment.finding import Finding
from coach.assessment.grid import Indicator, IndicatorKind
from coach.assessment.measures import acts, delivery, dossier, events, outcome
from coach.assessment.measures.together import together
from coach.assessment.talk import Talk

Measure: TypeAlias = Callable[[Talk, Indicator], Finding]


def _together(talk: Talk, indicator: Indicator) -> Finding:
    """`ensemble`: each component observed, then weighed together."""
    return together(indicator, [measure(talk, component) for component in indicator.components])


MEASURES: dict[IndicatorKind, Measure] = {
    "acte": acts.performed,
    "absence": acts.avoided,
    "ordre": acts.in_order,
    "part": acts.balanced,
    "acte_theme": acts.about,
    "acte_chiffre": acts.with_figures,
    "suite_datee": acts.dated_step,
    "empathie_suivie": acts.followed_empathy,
    "evenement": events.happened,
    "sans_evenement": events.did_not_happen,
    "informations": events.informations,
    "objections": events.objections,
    "contreparties": events.paid_concessions,
    "mandat": events.within_mandate,
    "resultat": outcome.ending,
    "accord": outcome.agreement,
    "entretien": outcome.interview,
    "chiffres": dossier.figures,
    "personnalisation": dossier.personalised,
    "notes": dossier.notes,
    "delai": events.answered_soon,
    "ensemble": _together,
    "rythme": delivery.rhythm,
    "exemples": delivery.resembles,
    "sans_exemple": delivery.never_said,
}


def measure(talk: Talk, indicator: Indicator) -> Finding:
    """What an indicator finds in a talk."""
    return MEASURES[indicator.kind](talk, indicator)
