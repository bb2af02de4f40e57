"""The coach beside the student, in entraînement only: a hint on demand, a remark after a turn.

A remark is one short sentence about what the turn's events show; most turns deserve none.
"""

from collections.abc import Mapping

from coach.simulation import bargaining
from coach.simulation.conditions import all_agreed
from coach.simulation.draw import fill
from coach.simulation.events import Event, EventKind
from coach.simulation.french import lower_first, typeset, with_article
from coach.simulation.play import value_text
from coach.simulation.scenario import Scenario, Subject
from coach.simulation.state import ObjectionLife, State

_BY_STEP = (
    ("accueillir", "Accueillez sa réserve avant d'y répondre : montrez que vous l'avez entendue."),
    ("creuser", "Creusez sa réserve par une question : qu'est-ce qui l'inquiète exactement ?"),
    ("repondre", "Répondez précisément à sa réserve, avec un fait ou une preuve."),
    ("controler", "Vérifiez que votre réponse lui convient : « Est-ce que cela vous rassure ? »"),
)


def hint(scenario: Scenario, subject: Subject, state: State) -> str:
    """What to do now: what is urgent, else the author's hint for the scene, else what is missing."""
    return typeset(_hint(scenario, subject, state))


def _hint(scenario: Scenario, subject: Subject, state: State) -> str:
    if any(ending.id == state.sealed and ending.kind == "rendez-vous" for ending in scenario.endings):
        return "Le rendez-vous est pris : remerciez et prenez congé, sauf si vous pouvez encore conclure."
    if state.sealed:
        return (
            "L'accord est trouvé : récapitulez, confirmez par écrit avec une date, remerciez et prenez congé."
        )
    objection = _about_objection(state)
    if objection:
        return objection
    if state.credit < 0 and "concession_sans_contrepartie" in state.events:
        return "Vous avez donné sans rien recevoir : demandez maintenant une contrepartie."
    probe = next((probe for probe in scenario.archetype.probes if probe.id == state.probe), None)
    if probe:
        return f"On vous le demande ({lower_first(probe.label)}) : répondez par un fait ou par un chiffre."
    scene = scenario.scene(state.scene)
    if scene.hint:
        return fill(scene.hint, scenario, subject)
    return _what_is_missing(scenario, subject, state)


def remark(scenario: Scenario, subject: Subject, state: State, events: tuple[Event, ...]) -> str:
    """The coach's remark on a turn, from its events and the state that followed; empty most of the time."""
    kinds = {event.kind: event for event in events}
    text = _corrective(scenario, kinds)
    if not text and (state.turn % 2 == 0 or "objection_levee" in kinds):
        text = _positive(scenario, kinds)
    return typeset(text)


def _about_objection(state: State) -> str:
    lives = state.open_objections()
    if not lives:
        return ""
    life: ObjectionLife = next((one for one in lives if one.id == state.last_objection), lives[-1])
    return next((text for step, text in _BY_STEP if step not in life.steps), _BY_STEP[-1][1])


def _what_is_missing(scenario: Scenario, subject: Subject, state: State) -> str:
    if not state.times("se_presenter", "annoncer_objet"):
        return "Présentez-vous et annoncez l'objet de l'entretien, puis demandez son accord."
    if not state.known:
        return "Posez une question ouverte : « Comment… ? », « Qu'est-ce qui… ? », et laissez répondre."
    if not state.times("reformuler"):
        return "Reformulez ce que vous avez compris de ses besoins et faites-le valider."
    if not state.times("proposer_solution", "argumenter", "justifier_choix"):
        return "Proposez une solution qui répond à un besoin entendu : caractéristique, avantage, preuve."
    if scenario.issues and all_agreed(scenario, state):
        return "Tous les points sont réglés : récapitulez et demandez son accord."
    for issue in scenario.issues:
        row = state.row(issue.id)
        if row.spoken and row.agreed is None and row.demand is not None:
            return (
                f"On vous demande {value_text(issue, row.demand)} pour {with_article(issue.label)} : "
                "défendez d'abord votre position, puis ne cédez que contre une contrepartie."
            )
    if scenario.issues:
        first = bargaining.stakes(scenario.issues[0], subject)
        return (
            f"Abordez {with_article(scenario.issues[0].label)} ; votre mandat s'arrête à "
            f"{value_text(scenario.issues[0], first.student_limit)}."
        )
    return "Proposez une suite précise : qui fait quoi, pour quand ?"


def _corrective(scenario: Scenario, kinds: Mapping[EventKind, Event]) -> str:
    if "faute" in kinds:
        return "Attention au ton : restez courtois et professionnel, même sous la pression."
    if "hors_mandat" in kinds:
        return "Vous dépassez votre mandat : relisez les contraintes de la fiche-sujet."
    if "concession_sans_contrepartie" in kinds:
        event = kinds["concession_sans_contrepartie"]
        issue = scenario.issue(event.subject)
        given = value_text(issue, event.value or 0.0)
        return (
            f"Vous venez d'accorder {given} sans contrepartie : liez toujours une concession à une demande."
        )
    if "chiffre_faux" in kinds:
        return f"Un chiffre est faux ({kinds['chiffre_faux'].detail}) : vérifiez avant d'annoncer."
    if "objection_eludee" in kinds:
        name = lower_first(scenario.objection(kinds["objection_eludee"].subject).label)
        return f"Une réserve est restée sans réponse ({name}) : elle revient."
    if "reformulation_fausse" in kinds:
        return "Votre reformulation ne correspond pas à ce qui a été dit : reprenez les mots de l'autre."
    if "monologue" in kinds:
        return "Trop long : une idée à la fois, puis une question."
    if "information_esquissee" in kinds:
        return "Question fermée, réponse courte : essayez « comment » ou « pourquoi »."
    if "redite" in kinds:
        return "Vous vous répétez : changez d'angle ou posez une question."
    return ""


def _positive(scenario: Scenario, kinds: Mapping[EventKind, Event]) -> str:
    if "objection_levee" in kinds:
        return "Bien : vous avez levé cette réserve."
    if "contrepartie_obtenue" in kinds:
        return "Très bien : une contrepartie obtenue."
    if "concession_personnage" in kinds:
        return "Bien joué : vous défendez votre position, et l'autre bouge."
    if "reformulation_juste" in kinds:
        return "Bonne reformulation : votre interlocuteur se sent écouté."
    if "objection_creusee" in kinds:
        return "Bon réflexe : vous creusez la réserve avant d'y répondre."
    if "information_revelee" in kinds:
        label = lower_first(scenario.disclosure(kinds["information_revelee"].subject).label)
        return f"Bonne question : vous avez appris quelque chose d'utile ({label})."
    return ""
