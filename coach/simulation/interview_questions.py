"""The commission's own questions, asked when the author wrote too few for what happened."""

from coach.simulation.scenario import Condition, InterviewQuestion, Line

CLOSING = "commission-recul"
"""The question that ends every entretien that has room for it."""
MISSED_NEED = "commission-besoin"
UNPAID = "commission-concession"
CHANGED = "commission-parametres"
OPEN_OBJECTION = "commission-objection"


def _question(
    name: str, text: str, expected: tuple[str, ...], follow_up: str, priority: int, *events: str
) -> InterviewQuestion:
    return InterviewQuestion(
        id=name,
        says=(Line(text),),
        when=Condition(events=events),
        expected=expected,
        follow_up=(Line(follow_up),),
        priority=priority,
    )


DEFAULT_QUESTIONS: tuple[InterviewQuestion, ...] = (
    _question(
        "commission-mandat",
        "Au tour {tour}, vous avez proposé {valeur} pour {point}. Votre mandat le permettait-il ?",
        (
            "Non, j'ai dépassé mon mandat, j'aurais dû demander l'accord de ma direction.",
            "C'était au-delà de ma marge de manœuvre, j'aurais dû proposer autre chose en échange.",
            "Je me suis engagé sur quelque chose que je n'avais pas le droit d'accorder.",
        ),
        "Qu'auriez-vous pu proposer en restant dans votre mandat ?",
        95,
        "hors_mandat",
    ),
    _question(
        UNPAID,
        "Au tour {tour}, vous avez accordé {valeur} pour {point} sans rien obtenir en échange. Pourquoi ?",
        (
            "J'aurais dû demander une contrepartie, par exemple une durée plus longue ou un volume.",
            "J'ai cédé trop vite, il fallait d'abord défendre la valeur de l'offre.",
            "Je voulais débloquer la situation, mais c'était une erreur de ne rien demander en retour.",
            "C'était un choix pour instaurer la confiance, dans la limite de mon mandat.",
        ),
        "Quelle contrepartie auriez-vous pu demander, concrètement ?",
        90,
        "concession_sans_contrepartie",
    ),
    _question(
        MISSED_NEED,
        "Un élément important vous a échappé : {information}. Comment auriez-vous pu l'apprendre ?",
        (
            "J'aurais dû poser une question ouverte à ce sujet au début de l'entretien.",
            "Je suis passé trop vite à la proposition, ma découverte était incomplète.",
            "J'aurais pu relancer quand il en a parlé.",
        ),
        "Formulez la question que vous auriez posée.",
        80,
    ),
    _question(
        "commission-faute",
        "À un moment, le ton a surpris votre interlocuteur. Que s'est-il passé, selon vous ?",
        (
            "J'ai manqué de professionnalisme, j'aurais dû rester courtois.",
            "Je me suis laissé emporter par le stress, il fallait garder mon calme.",
            "J'ai trop insisté, il fallait le laisser réfléchir.",
        ),
        "Que diriez-vous à la place ?",
        75,
        "faute",
    ),
    _question(
        OPEN_OBJECTION,
        "Votre interlocuteur avait une réserve : {objection}. Comment l'avez-vous traitée ?",
        (
            "Je n'y ai pas vraiment répondu, j'aurais dû l'accueillir puis la creuser avant d'argumenter.",
            "Je suis passé à autre chose, il fallait reformuler et vérifier que ma réponse lui convenait.",
            "J'aurais dû lui demander ce qui se cachait derrière sa remarque.",
        ),
        "Que lui répondriez-vous maintenant ?",
        70,
        "objection_soulevee",
    ),
    _question(
        "commission-reformulation",
        "Votre interlocuteur a corrigé ce que vous aviez compris. À quoi l'attribuez-vous ?",
        (
            "J'ai mal écouté, j'aurais dû prendre des notes.",
            "J'ai interprété au lieu de reformuler ses propres mots.",
        ),
        "Comment éviter que cela se reproduise ?",
        55,
        "reformulation_fausse",
    ),
    _question(
        "commission-contrepartie",
        "Vous avez obtenu une contrepartie pendant la négociation. Comment l'aviez-vous préparée ?",
        (
            "J'avais préparé une matrice des objectifs avec ce que je pouvais donner et demander.",
            "J'ai lié ma concession à un engagement parce que cela équilibrait l'accord.",
        ),
        "Quelle autre contrepartie aviez-vous prévue ?",
        50,
        "contrepartie_obtenue",
    ),
    _question(
        "commission-objection-levee",
        "Vous avez rassuré votre interlocuteur sur une objection. Quelle méthode avez-vous suivie ?",
        (
            "J'ai accueilli l'objection, je l'ai creusée, j'ai répondu et vérifié que ma réponse convenait.",
            "J'ai utilisé la méthode CRAC : creuser, reformuler, argumenter, contrôler.",
            "Je me suis appuyé sur une preuve concrète qui répondait à sa crainte.",
        ),
        "Donnez un exemple de ce que vous avez dit.",
        45,
        "objection_levee",
    ),
    _question(
        CHANGED,
        "Quels paramètres de la fiche-sujet avaient changé, et qu'avez-vous modifié dans votre conduite ?",
        (
            "Le budget avait changé, j'ai donc adapté ma proposition.",
            "J'ai revu mes objectifs et mes marges de manœuvre en fonction des nouvelles contraintes.",
            "J'ai tenu compte du nouveau contexte dans mes questions et dans mes arguments.",
        ),
        "Donnez un exemple précis tiré de l'échange.",
        25,
    ),
    _question(
        "commission-objectifs",
        "Quels étaient vos objectifs, et lesquels avez-vous atteints ?",
        (
            "Mon objectif haut était de signer, mon objectif de repli d'obtenir un nouveau rendez-vous.",
            "J'ai atteint mon objectif sur le prix mais pas sur la durée.",
            "Je n'ai pas atteint mon objectif parce que je n'ai pas su lever ses réserves.",
        ),
        "Sur quoi vous fondez-vous pour le dire ?",
        20,
    ),
    _question(
        CLOSING,
        "Pour finir : que feriez-vous différemment si vous recommenciez cet entretien demain ?",
        (
            "Je poserais davantage de questions ouvertes avant de proposer une solution.",
            "Je défendrais mieux mon prix avant de faire une concession.",
            "Je reformulerais les besoins et je vérifierais que mes réponses conviennent.",
            "Je préparerais mieux mes arguments et mes contreparties.",
        ),
        "À quel moment précis, et avec quels mots ?",
        10,
    ),
)
