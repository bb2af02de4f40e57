"""A compact scenario built by hand, and readings written without any understanding of French."""

import re

from coach.language.reading import ActFound, Match, Offer, Quantity, QuestionForm, Reading, Register
from coach.simulation.scenario import (
    ORDINARY_REPLIES,
    Amount,
    Archetype,
    Character,
    Condition,
    Disclosure,
    Ending,
    FicheJury,
    FicheSujet,
    InterviewQuestion,
    Issue,
    IssueSide,
    Jump,
    Line,
    Mood,
    MoodChange,
    Objection,
    Parameter,
    ParameterSet,
    Reaction,
    Scenario,
    Scene,
    Strategy,
)

RUBRICS = ("…",)


def lines(*texts: str) -> tuple[Line, ...]:
    """Lines without condition."""
    return tuple(Line(text) for text in texts)


def archetype(strategy: Strategy = "donnant-donnant") -> Archetype:
    """Three recognisable wordings for each ordinary reply."""
    slots = {
        "accepte_offre": " {point} {valeur}",
        "refuse_offre": " {point} {valeur}",
        "contre_offre": " {point} {valeur}",
        "concede": " {point} {valeur}",
        "demande_plus": " {point} {valeur}",
        "hors_mandat": " {point} {valeur}",
        "refus_conclure": " {manque}",
    }
    return Archetype(
        id="gerante",
        label="Gérante",
        description="",
        mood=Mood(50, 60, 40),
        strategy=strategy,
        replies=tuple(
            (kind, lines(*(f"[{kind} {number}]{slots.get(kind, '')}" for number in (1, 2, 3))))
            for kind in ORDINARY_REPLIES
        ),
        effects=(("creer_lien", MoodChange(trust=6)),),
    )


DISCOUNT = Issue(
    id="remise",
    label="Remise",
    kind="pourcentage",
    unit="%",
    words=("remise", "réduction"),
    character_wants="plus",
    start=Amount(0),
    student=IssueSide(Amount(0), Amount(4), Amount(8), 4),
    character=IssueSide(Amount(12), Amount(7), Amount(4), 4),
    asks=lines("Faites-moi {valeur}.", "C'est {valeur} ou rien."),
)
TERM = Issue(
    id="engagement",
    label="Engagement",
    kind="duree",
    unit="mois",
    words=("engagement", "durée"),
    character_wants="moins",
    start=Amount(12),
    student=IssueSide(Amount(36), Amount(24), Amount(12), 3),
    character=IssueSide(Amount(12), Amount(24), Amount(36), 2),
)
SETUP = Issue(
    id="installation",
    label="Installation offerte",
    kind="oui-non",
    unit="",
    words=("installation", "pose"),
    character_wants="plus",
    start=Amount(0),
    student=IssueSide(Amount(0), Amount(0), Amount(1), 1),
    character=IssueSide(Amount(1), Amount(1), Amount(0), 1),
    required=False,
)


def scenario(strategy: Strategy = "donnant-donnant", max_turns: int = 60, **changes: object) -> Scenario:
    """A till sold to a restaurant: two scenes of talk, three informations, two objections, three points."""
    values: dict[str, object] = {
        "id": "caisse",
        "pack": "essai",
        "title": "Une caisse",
        "summary": "",
        "exam": "E4",
        "situation": "entretien-vente",
        "channel": "face-a-face",
        "difficulty": "intermediaire",
        "grid": "e4",
        "today": "2026-11-24",
        "student_role": "Vous vendez des caisses.",
        "student_company": "Caissor",
        "character": Character("Fabre", "madame", "gérante", "La Table", "gerante"),
        "archetype": archetype(strategy),
        "parameters": (
            Parameter("budget", "Budget", 2500.0, "€"),
            Parameter("concurrent", "Concurrent", "Tikkeo"),
        ),
        "sets": (
            ParameterSet("serre", "Budget serré", (("budget", 1800.0),), ("Le budget est de {budget}.",)),
            ParameterSet("rival", "Autre rival", (("concurrent", "Zelty+"),), ("{concurrent} est passé.",)),
        ),
        "fiche_sujet": FicheSujet(*(RUBRICS,) * 9),
        "fiche_jury": FicheJury(*(RUBRICS,) * 12),
        "scenes": SCENES,
        "endings": ENDINGS,
        "disclosures": DISCLOSURES,
        "objections": OBJECTIONS,
        "issues": (DISCOUNT, TERM, SETUP),
        "reactions": (
            Reaction(
                "terrasse",
                lines("Ah, vous avez vu la terrasse."),
                examples=("Votre terrasse est superbe",),
                effect=MoodChange(trust=4),
                marks=("terrasse_vue",),
            ),
        ),
        "interview": (
            InterviewQuestion(
                "cede",
                lines("Pourquoi avoir cédé ?"),
                when=Condition(events=("concession_sans_contrepartie",)),
                expected=("J'aurais dû demander une contrepartie",),
                follow_up=lines("Laquelle ?"),
                priority=9,
            ),
        ),
        "max_turns": max_turns,
    }
    return Scenario(**(values | changes))  # type: ignore[arg-type]


SCENES = (
    Scene(
        "accueil",
        "Accueil",
        lines("Bonjour, je vous écoute."),
        (Jump(Condition(acts_any=("question_ouverte", "question_fermee")), scene="echange"),),
        (Reaction("objet", lines("Très bien, allons-y."), Condition(acts_any=("annoncer_objet",))),),
        lines("Et vous venez pour quoi ?"),
        "Présentez-vous.",
    ),
    Scene("echange", "Échange", (), (), (), lines("Bon, que me proposez-vous ?", "Avançons un peu.")),
)
ENDINGS = (
    Ending("signe", "Signé", "accord", "haut", lines("C'est signé.")),
    Ending("signe-bas", "Signé bas", "accord", "repli", lines("C'est signé, à mes conditions.")),
    Ending("rappel", "Rappel", "rendez-vous", "median", lines("À cette date, donc.")),
    Ending("rien", "Sans suite", "sans-suite", "echec", lines("On en reste là.")),
    Ending("fache", "Rupture", "rupture", "echec", lines("Sortez.")),
)
DISCLOSURES = (
    Disclosure(
        "budget",
        "Le budget",
        ("Quel budget avez-vous prévu ?",),
        lines("J'ai prévu {budget}, pose comprise.", "{budget}, pas davantage."),
        lines("Pas énorme."),
        paraphrases=("Donc vous disposez de {budget}",),
        essential=True,
        effect=MoodChange(trust=3),
    ),
    Disclosure(
        "attente",
        "L'attente en caisse",
        ("Comment se passe l'encaissement ?",),
        lines("On fait la queue 5 minutes à nos deux caisses, les clients râlent."),
        essential=True,
        motive="Confort",
    ),
    Disclosure(
        "decideur",
        "Le décideur",
        ("Qui décide avec vous ?",),
        lines("Mon mari signe avec moi."),
        when=Condition(trust_min=60),
        says_otherwise=lines("Cela nous regarde."),
    ),
)
OBJECTIONS = (
    Objection(
        "prix",
        "C'est cher",
        Condition(acts_any=("annoncer_prix",)),
        lines("Ah oui, quand même."),
        ("C'est amorti en un an",),
        ("defendre_valeur", "apporter_preuve"),
        deepened=lines("{concurrent} est moins cher."),
        lifted=lines("Vu comme cela…"),
        insists=lines("Et le prix, alors ?", "Vous ne m'avez pas répondu sur le prix."),
        resistance=2,
    ),
    Objection(
        "delai",
        "Je dois réfléchir",
        Condition(acts_any=("proposer_solution",)),
        lines("Il faut que je réfléchisse."),
        ("Qu'est-ce qui vous retient ?",),
        ("rassurer",),
        sincere=False,
        deepened=lines("En fait, j'ai peur de la panne."),
        resistance=2,
    ),
)


def read(
    text: str = "Une phrase d'étudiant tout à fait ordinaire",
    *acts: str,
    info: str = "",
    reformulation: str = "",
    answer: str = "",
    reaction: str = "",
    entretien: str = "",
    offers: tuple[Offer, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    question: QuestionForm = "aucune",
    register: Register = "vous",
    in_scope: bool = True,
) -> Reading:
    """A reading in which everything spans the whole text."""
    end = len(text)
    wanted = {
        "information": info,
        "reformulation": reformulation,
        "reponse_objection": answer,
        "reaction": reaction,
        "entretien": entretien,
    }
    return Reading(
        text=text,
        acts=tuple(ActFound(act, 0.9, 0, end) for act in acts),
        matches=tuple(Match(kind, name, 0.8, 0, end) for kind, name in wanted.items() if name),
        offers=offers,
        quantities=quantities,
        question=question,
        register=register,
        in_scope=in_scope,
    )


def open_question(info: str, text: str = "Comment cela se passe-t-il chez vous ?") -> Reading:
    """An open question that meets an information."""
    return read(text, "question_ouverte", info=info, question="ouverte")


def closed_question(info: str, text: str = "Avez-vous un budget pour cela ?") -> Reading:
    """A closed question that meets an information."""
    return read(text, "question_fermee", info=info, question="fermee")


def offer(
    move: str, issue: str, value: float | None = None, *, conditional: bool = False, final: bool = False
) -> Offer:
    """An offer, wherever it is in the text."""
    return Offer(move, issue, value, conditional, final, 0, 1)  # type: ignore[arg-type]


def give(value: float, issue: str = "remise", text: str = "", *acts: str, **options: bool) -> Reading:
    """« Je vous fais 5 % »."""
    return read(
        text or f"Je vous accorde {value} sur ce point",
        "conceder",
        *acts,
        offers=(offer("donner", issue, value, **options),),
    )


def trade(given: float, asked: float, text: str = "") -> Reading:
    """« 5 % si vous prenez 24 mois »."""
    return read(
        text or f"Je vous fais {given} si vous prenez {asked} mois",
        "conceder",
        "demander_contrepartie",
        offers=(offer("donner", "remise", given, conditional=True), offer("demander", "engagement", asked)),
    )


def slotless(text: str) -> bool:
    """No slot was left unfilled."""
    return not re.search(r"\{\w+\}", text)
