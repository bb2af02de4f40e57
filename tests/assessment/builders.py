"""Transcripts written by hand: the acts are marked in the text itself.

    say("{saluer:Bonjour madame}, {reformuler,valider_comprehension:vous voulez donc 5 %, c'est bien cela ?}")

gives the plain text, the acts with their exact spans, and the quantities that the language room reads.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.assessment.grid import Criterion, Grid, Indicator, IndicatorKind
from coach.language.quantities import read_quantities
from coach.language.reading import ActFound, Match, Reading
from coach.simulation.events import Event, EventKind, Reply
from coach.simulation.scenario import (
    Amount,
    Archetype,
    BetterWording,
    Character,
    Condition,
    Disclosure,
    Document,
    Ending,
    FicheJury,
    FicheSujet,
    Figure,
    Issue,
    IssueSide,
    Line,
    Mood,
    Objection,
    Parameter,
    Scenario,
    Scene,
    Subject,
)
from coach.simulation.transcript import Phase, Transcript, Turn

_MARK = re.compile(r"\{([a-z_,]+):([^{}]*)\}")


def read(marked: str, *, in_scope: bool = True, matches: Sequence[Match] = ()) -> Reading:
    """The reading of a marked text."""
    text, acts, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        start = len(text)
        text += found.group(2)
        acts += [ActFound(name, 0.9, start, len(text)) for name in found.group(1).split(",")]
        last = found.end()
    text += marked[last:]
    clauses = tuple((piece.start(), piece.end()) for piece in re.finditer(r"[^.!?;]+[.!?;]?", text))
    return Reading(
        text=text,
        acts=tuple(acts),
        matches=tuple(matches),
        quantities=read_quantities(text, "2026-11-24"),
        in_scope=in_scope,
        clauses=clauses,
    )


def happened(*events: str) -> tuple[Event, ...]:
    """Events written « kind », « kind:subject » or « kind:subject:value »."""
    made = []
    for written in events:
        name, _, rest = written.partition(":")
        subject, _, value = rest.partition(":")
        kind: EventKind = name  # type: ignore[assignment]
        made.append(Event(kind, subject, float(value) if value else None))
    return tuple(made)


def say(
    marked: str,
    *events: str,
    scene: str = "decouverte",
    replies: Sequence[tuple[str, str]] = (),
    phase: Phase = "simulation",
    latency: float = 0.0,
    in_scope: bool = True,
    matches: Sequence[Match] = (),
) -> Turn:
    """One turn; its number is given by `talk`. `replies`: (source, text)."""
    reading = read(marked, in_scope=in_scope, matches=matches)
    return Turn(
        number=0,
        phase=phase,
        scene=scene,
        text=reading.text,
        reading=reading,
        replies=tuple(Reply(text, source) for source, text in replies),
        events=happened(*events),
        mood=(50, 60, 40),
        latency=latency,
    )


SUBJECT = Subject("essai", "", 1, (("plafond", 40.0),))


def talk(*turns: Turn, ending: str = "", notes: str = "") -> Transcript:
    """A transcript of these turns, after the character's opening words."""
    opening = replace(say("", scene="accueil"), replies=(Reply("Bonjour, je vous écoute.", "scene:accueil"),))
    numbered = tuple(replace(turn, number=number) for number, turn in enumerate((opening, *turns)))
    return Transcript(
        scenario="essai",
        pack="",
        scenario_digest="",
        subject=SUBJECT,
        mode="examen",
        grid="essai",
        grid_digest="",
        engine="",
        turns=numbered,
        ending=ending,
        notes=notes,
    )


def indicator(kind: IndicatorKind, **values: object) -> Indicator:
    """An indicator of that kind."""
    chosen = {"id": kind, "criterion": "c", "label": "Le fait observé", "advice": "Faites-le.", **values}
    return Indicator(kind=kind, missing=str(chosen.pop("missing", "rien")), **chosen)  # type: ignore[arg-type]


def grid_of(*indicators: Indicator, **values: object) -> Grid:
    """A grid of one criterion."""
    criterion = Criterion("c", "Critère", "Compétence", indicators=indicators, **values)  # type: ignore[arg-type]
    return Grid("essai", "Essai", "E4", "", (criterion,))


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text) for text in texts)


def _sheet() -> FicheSujet:
    return FicheSujet(
        objet=("Location de fontaines à eau branchées sur le réseau.",),
        dates_duree=("Mardi 24 novembre 2026.",),
        lieu=("Le bureau de la cliente.",),
        delimitation=("Tout l'entretien.",),
        acteurs=("Vous : conseiller chez Aquaval.", "Madame Belkacem : services généraux."),
        historique=("Vous l'avez rencontrée au salon en octobre.",),
        objectifs=("Obtenir une commande de quatre fontaines ; à défaut, un essai daté d'un mois.",),
        informations=(
            "Tarif : 44 € HT par fontaine et par mois, entretien, filtres et dépannage sous 24 h compris.",
            "La désinfection du bac et du bec est faite à chaque passage par un technicien formé.",
        ),
        contraintes=("Aucun loyer sous 37 € HT sans l'accord de votre responsable.",),
    )


def _disclosures() -> tuple[Disclosure, ...]:
    return (
        Disclosure(
            "accident",
            "L'accident de juin",
            ("Qu'est-ce qui vous a décidée à changer ?",),
            lines(
                "En juin, une opératrice s'est bloqué le dos en montant une bonbonne. Trois semaines d'arrêt."
            ),
            paraphrases=("Donc depuis l'accident, plus personne ne doit porter de bonbonnes.",),
            essential=True,
            motive="Sécurité",
        ),
        Disclosure(
            "depense",
            "Ce que coûtent les bonbonnes",
            ("Combien dépensez-vous aujourd'hui ?",),
            lines("Avec la livraison, on tourne autour de 190 € par mois."),
            essential=True,
        ),
        Disclosure(
            "decision",
            "Qui décide, et comment",
            ("Comment se prend ce genre de décision chez vous ?",),
            lines("Pour ce montant, je tranche toute seule."),
            essential=True,
        ),
        Disclosure(
            "panne",
            "La crainte de la panne",
            ("Qu'attendez-vous d'un prestataire ?",),
            lines("Qu'on me laisse tomber en juillet, quand l'atelier chauffe et que la machine lâche."),
        ),
    )


def _objections() -> tuple[Objection, ...]:
    return (
        Objection(
            "prix",
            "Le prix, face au devis concurrent",
            Condition(),
            lines("J'ai un devis moins cher sur mon bureau."),
            ("Dans nos 44 €, les filtres et le dépannage sont compris.",),
            ("defendre_valeur",),
        ),
        Objection(
            "duree",
            "La durée d'engagement",
            Condition(),
            lines("Trente-six mois, c'est long."),
            ("Si vous déménagez, nous transférons les fontaines.",),
            ("rassurer",),
        ),
    )


def _issues() -> tuple[Issue, ...]:
    return (
        Issue(
            "loyer",
            "Loyer par fontaine et par mois",
            "montant",
            "€",
            ("loyer",),
            "moins",
            Amount(44),
            IssueSide(Amount(44), Amount(41), Amount(37), 5),
            IssueSide(Amount(34), Amount(37), Amount(parameter="plafond"), 5),
        ),
        Issue(
            "engagement",
            "Durée d'engagement",
            "duree",
            "mois",
            ("engagement",),
            "moins",
            Amount(36),
            IssueSide(Amount(48), Amount(36), Amount(24), 3),
            IssueSide(Amount(12), Amount(24), Amount(36), 3),
        ),
    )


def _wordings() -> tuple[BetterWording, ...]:
    return (
        BetterWording(
            ("annoncer_objet", "verifier_disponibilite"), "Je vous propose vingt minutes ?", ("accueil",)
        ),
        BetterWording(("question_ouverte", "relancer"), "Qu'est-ce qui vous a décidée ?"),
        BetterWording(("reformuler", "valider_comprehension"), "Si je vous suis bien… C'est bien cela ?"),
        BetterWording(
            ("demander_contrepartie", "conceder"), "Je peux faire un effort si vous partez sur 36 mois."
        ),
        BetterWording(
            ("recapituler", "proposer_conclusion"), "Nous disons donc {plafond}, 36 mois.", ("negociation",)
        ),
        BetterWording(("remercier", "prendre_conge"), "Merci de votre accueil, madame Belkacem."),
    )


SCENARIO = Scenario(
    id="essai",
    pack="",
    title="Des fontaines pour les Ateliers Roncier",
    summary="",
    exam="E4",
    situation="entretien-vente",
    channel="face-a-face",
    difficulty="intermediaire",
    grid="essai",
    today="2026-11-24",
    student_role="Vous êtes conseiller chez Aquaval.",
    student_company="Aquaval",
    character=Character("Nadia Belkacem", "madame", "responsable", "Ateliers Roncier", "pressee"),
    archetype=Archetype("pressee", "", "", Mood(), "donnant-donnant", ()),
    parameters=(Parameter("plafond", "Plafond", 40.0, "€"),),
    sets=(),
    fiche_sujet=_sheet(),
    fiche_jury=FicheJury(*((),) * 12),
    scenes=tuple(
        Scene(name, name, (), ()) for name in ("accueil", "decouverte", "proposition", "negociation")
    ),
    endings=(
        Ending("signature", "La commande est signée", "accord", "haut", ()),
        Ending("essai", "Un essai daté", "rendez-vous", "median", ()),
        Ending("sans-suite", "Elle va réfléchir", "sans-suite", "repli", ()),
        Ending("rupture", "Elle met fin à l'entretien", "rupture", "echec", ()),
    ),
    documents=(Document("calvet", "Calvet", "Calvet a dépensé 31 % de moins. Dépannage sous 24 h."),),
    figures=(
        Figure("loyer", "Loyer affiché", Amount(44), "€"),
        Figure("economie", "Économie de Calvet", Amount(31), "%"),
        Figure("depannage", "Délai de dépannage", Amount(24), "h"),
        Figure("effectif", "Effectif", Amount(85), "personnes"),
    ),
    disclosures=_disclosures(),
    objections=_objections(),
    issues=_issues(),
    wordings=_wordings(),
)
