"""What a polite person answers to the ordinary things: greetings, introductions, thanks, arguments."""

import re
from dataclasses import replace

from coach.simulation.play import Play

_NAME = re.compile(
    r"(?:je m['’]appelle|je suis|ici|c['’]est)\s+((?:[A-ZÉÈÊÀÂÎÔÇ][\w’'-]+[ \u00a0]?){1,3})", re.UNICODE
)
_LATER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("excuses_recues", ("s_excuser",)),
    (
        "solution_recue",
        ("proposer_solution", "proposer_complement", "proposer_alternative", "proposer_plan_action"),
    ),
    ("prix_recu", ("annoncer_prix",)),
    ("preuve_recue", ("apporter_preuve", "presenter_resultat")),
    ("argument_recu", ("argumenter", "defendre_valeur", "justifier_choix", "analyser_ecart", "rassurer")),
    (
        "empathie_recue",
        ("manifester_empathie", "accueillir_objection", "feedback_positif", "prendre_en_charge"),
    ),
    ("attente", ("gerer_attente",)),
    ("remerciement", ("remercier",)),
)
"""Replies to what deserves an acknowledgement, the most significant first."""
OPENING_TURNS = 3
"""Later, « cela vous convient-il ? » said with something else asks about that, not about time."""
_QUESTIONS = ("question_ouverte", "question_fermee", "relancer", "inviter_autodiagnostic")


def learn_name(play: Play) -> None:
    """Keeps the student's name, for lines that use it."""
    if play.state.student_name or not play.reading.has("se_presenter"):
        return
    found = _NAME.search(play.reading.text)
    if found:
        play.state = replace(play.state, student_name=found.group(1).strip())


def greet_back(play: Play) -> None:
    """Answers a greeting, an introduction, a check of identity or of availability."""
    reading, state = play.reading, play.state
    if reading.has("saluer") and state.times("saluer") <= 1 and not state.sealed:
        play.ordinary("salutation", weight=12)
    alone = reading.act_ids() <= {"saluer", "verifier_disponibilite"}
    if reading.has("verifier_disponibilite") and (alone or state.turn <= OPENING_TURNS):
        play.ordinary("disponibilite", weight=20)
    elif reading.has("identifier_interlocuteur"):
        play.ordinary("identite", weight=20)
    elif reading.has("se_presenter") and not play.replies and state.turn <= OPENING_TURNS:
        play.ordinary("presentation", weight=12)


def acknowledge(play: Play) -> None:
    """When nothing else was said: an acknowledgement that fits, or an admission that there is no answer."""
    if play.replies:
        return
    reading = play.reading
    if play.state.sealed:
        play.ordinary("apres_accord")
        return
    asked = reading.question != "aucune" or "?" in reading.text
    if not asked and _receive(play):
        return
    if (asked or reading.has(*_QUESTIONS)) and not reading.has(
        "controler_objection", "valider_comprehension", "proposer_conclusion"
    ):
        play.ordinary("question_inconnue")
        return
    if not _receive(play):
        play.ordinary("accuse")


def _receive(play: Play) -> bool:
    """Acknowledges what was brought: a proof, an argument, some empathy. False when nothing was."""
    for kind, acts in _LATER:
        if play.reading.has(*acts):
            play.ordinary(kind)
            return True
    return False
