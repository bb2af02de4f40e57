"""How what the student does moves the character's mood.

The table below is the engine's; an archetype overrides it act by act. A gain shrinks each time the same
act comes back (whole, half, third…, and a formula of empathy counts once); a fault never shrinks.
"""

from coach.simulation.scenario import Archetype, Mood, MoodChange

DEFAULT_EFFECTS: dict[str, MoodChange] = {
    "saluer": MoodChange(trust=1),
    "se_presenter": MoodChange(trust=2),
    "identifier_interlocuteur": MoodChange(trust=1),
    "verifier_disponibilite": MoodChange(trust=1, patience=2),
    "annoncer_objet": MoodChange(trust=1, patience=2, interest=3),
    "creer_lien": MoodChange(trust=4),
    "question_ouverte": MoodChange(trust=2, interest=2),
    "question_fermee": MoodChange(patience=-1),
    "relancer": MoodChange(trust=2, interest=1),
    "reformuler": MoodChange(trust=3, interest=1),
    "valider_comprehension": MoodChange(trust=1),
    "manifester_empathie": MoodChange(trust=4, patience=2),
    "argumenter": MoodChange(interest=3),
    "apporter_preuve": MoodChange(trust=3, interest=2),
    "proposer_solution": MoodChange(interest=4),
    "accueillir_objection": MoodChange(trust=3, patience=1),
    "controler_objection": MoodChange(trust=2),
    "defendre_valeur": MoodChange(trust=1, interest=2),
    "refuser_concession": MoodChange(patience=-2),
    "demander_contrepartie": MoodChange(interest=1),
    "proposer_alternative": MoodChange(trust=1, interest=2),
    "recapituler": MoodChange(trust=2),
    "rassurer": MoodChange(trust=3),
    "fixer_prochaine_etape": MoodChange(trust=1),
    "remercier": MoodChange(trust=1),
    "informer_cadre_legal": MoodChange(trust=2),
    "s_excuser": MoodChange(trust=3, patience=3),
    "prendre_en_charge": MoodChange(trust=5, patience=5),
    "expliquer": MoodChange(trust=1),
    "gerer_attente": MoodChange(patience=-1),
    "feedback_positif": MoodChange(trust=4, interest=2),
    "feedback_correctif": MoodChange(trust=-1),
    "inviter_autodiagnostic": MoodChange(trust=2, interest=3),
    "proposer_plan_action": MoodChange(interest=3),
    "presenter_resultat": MoodChange(interest=2),
    "analyser_ecart": MoodChange(trust=2, interest=2),
    "justifier_choix": MoodChange(trust=2, interest=2),
    "denigrer_concurrent": MoodChange(trust=-8, interest=-3),
    "agresser": MoodChange(trust=-20, patience=-25, interest=-8),
    "etre_familier": MoodChange(trust=-6, patience=-6),
    "forcer": MoodChange(trust=-10, patience=-12, interest=-4),
}
FAULTS = ("agresser", "etre_familier", "forcer", "denigrer_concurrent")
ONCE = frozenset(
    {"manifester_empathie", "saluer", "se_presenter", "s_excuser", "remercier", "prendre_en_charge"}
)
"""Acts whose gain counts once: said again, they are a formula."""
HIGH, VERY_HIGH = 70, 85
"""From these values on, a gain counts for half, then for a quarter."""
MAX_GAIN = 8
"""What one utterance can gain at most on each of the three, however much is packed into it."""

REASONS: dict[str, str] = {
    "saluer": "politesse",
    "se_presenter": "présentation claire",
    "identifier_interlocuteur": "interlocuteur identifié",
    "verifier_disponibilite": "respect de sa disponibilité",
    "annoncer_objet": "objet annoncé",
    "creer_lien": "lien personnel",
    "question_ouverte": "question ouverte",
    "question_fermee": "question fermée",
    "relancer": "relance",
    "reformuler": "reformulation",
    "manifester_empathie": "empathie",
    "argumenter": "argument",
    "apporter_preuve": "preuve",
    "proposer_solution": "solution proposée",
    "accueillir_objection": "objection accueillie",
    "controler_objection": "réponse contrôlée",
    "defendre_valeur": "valeur défendue",
    "refuser_concession": "refus",
    "proposer_alternative": "alternative",
    "rassurer": "réassurance",
    "s_excuser": "excuses",
    "prendre_en_charge": "prise en charge",
    "feedback_positif": "valorisation",
    "denigrer_concurrent": "concurrent dénigré",
    "agresser": "agressivité",
    "etre_familier": "familiarité",
    "forcer": "pression déplacée",
}


def effect_of(act: str, archetype: Archetype, heard_before: int) -> MoodChange:
    """What an act does, knowing how often it was heard already."""
    change = dict(archetype.effects).get(act, DEFAULT_EFFECTS.get(act, MoodChange()))
    if act in FAULTS:
        return change
    return MoodChange(
        _shrunk(change.trust, act, heard_before),
        _shrunk(change.patience, act, heard_before),
        _shrunk(change.interest, act, heard_before),
    )


def moved(mood: Mood, change: MoodChange) -> Mood:
    """The mood after a change, kept between 0 and 100."""
    return Mood(
        _clamp(mood.trust + change.trust),
        _clamp(mood.patience + change.patience),
        _clamp(mood.interest + change.interest),
    )


def capped(change: MoodChange, gained: MoodChange, now: Mood) -> MoodChange:
    """A change cut so that the gains of one utterance stay under `MAX_GAIN`, and are harder to make as the
    mood gets better."""
    return MoodChange(
        _harder(min(change.trust, max(0, MAX_GAIN - gained.trust)), now.trust),
        _harder(min(change.patience, max(0, MAX_GAIN - gained.patience)), now.patience),
        _harder(min(change.interest, max(0, MAX_GAIN - gained.interest)), now.interest),
    )


def _harder(points: int, value: int) -> int:
    if points <= 0 or value < HIGH:
        return points
    return (points + 1) // 2 if value < VERY_HIGH else (points + 1) // 4


def _shrunk(points: int, act: str, heard_before: int) -> int:
    if points <= 0 or heard_before == 0:
        return points
    return 0 if act in ONCE else points // (1 + heard_before)


def _clamp(value: int) -> int:
    return max(0, min(100, value))
