"""Three whole talks with the same client: a strong student, a middling one, a weak one."""

from coach.simulation.transcript import Transcript
from tests.assessment.builders import SCENARIO, say, talk

TOLD = {item.id: item.says[0].text for item in SCENARIO.disclosures}


def told(*names: str) -> list[tuple[str, str]]:
    """The client tells these informations."""
    return [(f"information:{name}", TOLD[name]) for name in names]


def strong() -> Transcript:
    """Listens, proves, gives nothing for nothing, closes on a date."""
    return talk(
        say(
            "{saluer:Bonjour madame Belkacem}, {se_presenter:Karim Delorme, d'Aquaval}. {creer_lien:Nous "
            "nous étions vus au salon en octobre}. {annoncer_objet:Je vous propose vingt minutes : vous me "
            "parlez de vos équipes, puis on regarde si je peux vous aider}. {verifier_disponibilite:Cela "
            "vous convient-il ?}",
            scene="accueil",
        ),
        say("{question_ouverte:Comment se passe l'eau aujourd'hui à l'atelier ?}"),
        say(
            "Des bonbonnes, donc. {relancer:Et qu'est-ce qui vous a décidée à chercher autre chose ?}",
            "information_revelee:accident",
            replies=told("accident"),
        ),
        say(
            "{manifester_empathie:Trois semaines d'arrêt pour une bonbonne, je comprends que cela vous ait "
            "marquée}. {question_ouverte:Comment êtes-vous répartis, et combien de personnes faut-il "
            "servir ?}",
        ),
        say(
            "{question_ouverte:Qu'attendez-vous d'un prestataire, une fois la machine posée ?}",
            "information_revelee:panne",
            replies=told("panne"),
        ),
        say("{relancer:Et quand l'atelier chauffe, qu'est-ce que cela entraîne pour vous ?}"),
        say(
            "{question_fermee:Combien dépensez-vous, livraison comprise ?} {question_ouverte:Et comment se "
            "prend ce genre de décision chez vous ?}",
            "information_revelee:depense",
            "information_revelee:decision",
            replies=told("depense", "decision"),
        ),
        say(
            "{reformuler:Si je vous suis bien, plus personne ne doit porter de bonbonne depuis l'accident, "
            "une machine dépannée vite en juillet, et rester autour de 190 € par mois}. "
            "{valider_comprehension:C'est bien cela ?}",
            "reformulation_juste:accident",
        ),
        say(
            "{proposer_solution:Je vous recommande quatre fontaines branchées}, {argumenter:donc plus "
            "aucune bonbonne à monter pour vos opératrices}.",
            "objection_soulevee:prix",
            scene="proposition",
        ),
        say(
            "{annoncer_prix:Le loyer est de 44 € par fontaine et par mois}, filtres et dépannage inclus. "
            "{accueillir_objection:Je comprends que vous compariez}. {relancer:Que comprend l'autre devis "
            "?}",
            "objection_accueillie:prix",
            "objection_creusee:prix",
            scene="proposition",
        ),
        say(
            "{defendre_valeur:Chez nous les filtres et le dépannage sous 24 h sont dans le loyer, c'est le "
            "coût complet qu'il faut comparer}. {apporter_preuve:Calvet a économisé 31 % en un an}. "
            "{controler_objection:Cela répond-il à votre question ?}",
            "objection_repondue:prix",
            "objection_controlee:prix",
            "objection_levee:prix",
            scene="proposition",
        ),
        say(
            "{refuser_concession:À 34 €, je ne pourrais pas vous garantir ce service}. "
            "{demander_contrepartie,conceder:Je peux descendre à 42 € si vous partez sur trente-six mois}.",
            "offre_etudiant:loyer:42",
            "contrepartie_demandee:engagement:36",
            "objection_soulevee:duree",
            scene="negociation",
        ),
        say(
            "{accueillir_objection:Trente-six mois, cela engage, je comprends}. {relancer:Qu'est-ce qui "
            "vous inquiète dans la durée ?}",
            "objection_accueillie:duree",
            "objection_creusee:duree",
            scene="negociation",
        ),
        say(
            "{rassurer:Si le bâtiment est vendu, nous transférons les fontaines dans vos nouveaux locaux}. "
            "{controler_objection:Cela vous rassure-t-il ?}",
            "objection_repondue:duree",
            "objection_controlee:duree",
            "objection_levee:duree",
            scene="negociation",
        ),
        say(
            "{conceder,demander_contrepartie:40 € par fontaine, avec trente-six mois d'engagement en "
            "échange}.",
            "concession:loyer:40",
            "contrepartie_obtenue:engagement:36",
            "point_accorde:loyer:40",
            "point_accorde:engagement:36",
            scene="negociation",
        ),
        say(
            "{reformuler:Votre priorité reste donc une panne réglée vite quand la machine lâche en "
            "juillet}. {recapituler:Je récapitule : quatre fontaines, 40 € par mois, trente-six mois}. "
            "{fixer_prochaine_etape:Je vous envoie le contrat ce soir et nous posons le mardi 8 décembre}. "
            "{proposer_conclusion:Est-ce que nous signons ?}",
            "reformulation_juste:panne",
            scene="negociation",
        ),
        say(
            "{remercier:Merci de votre confiance, madame Belkacem}. {fixer_prochaine_etape:Je vous appelle "
            "jeudi à 10 heures}. {prendre_conge:Bonne journée !}",
            "fin:signature",
            scene="negociation",
        ),
        say(
            "J'ai d'abord comparé le coût complet, puis prouvé.",
            "reponse_etayee",
            phase="entretien",
            scene="q1",
        ),
        ending="signature",
    )


def middling() -> Transcript:
    """Polite, a few good questions, little proof, a concession made too fast."""
    return talk(
        say(
            "{saluer:Bonjour madame Belkacem}, {se_presenter:je suis Karim Delorme de la société Aquaval}, "
            "{creer_lien:on s'était vus au salon}. {annoncer_objet:Je viens vous présenter nos fontaines}.",
            scene="accueil",
        ),
        say("{question_fermee:Vous utilisez quoi actuellement pour l'eau ?}"),
        say("D'accord. {question_fermee:Et vous êtes combien dans l'entreprise ?}"),
        say(
            "{question_fermee:Vous payez combien par mois pour les bonbonnes ?}",
            "information_revelee:depense",
            replies=told("depense"),
        ),
        say(
            "{question_ouverte:Qu'est-ce qui vous gêne le plus ?}",
            "information_revelee:accident",
            replies=told("accident"),
        ),
        say(
            "D'accord. {proposer_solution:Je vous propose nos fontaines R-30}, {argumenter:comme ça vous "
            "n'avez plus de bonbonne à monter}.",
            scene="proposition",
        ),
        say("{expliquer:Si elle tombe en panne on intervient sous 24 heures}.", scene="proposition"),
        say(
            "{annoncer_prix:C'est 44 € par mois et par fontaine}.",
            "objection_soulevee:prix",
            scene="proposition",
        ),
        say(
            "{accueillir_objection:Oui je comprends}, {defendre_valeur:mais chez nous l'entretien et les "
            "filtres sont dans le loyer}.",
            "objection_accueillie:prix",
            "objection_repondue:prix",
            "objection_levee:prix",
            scene="proposition",
        ),
        say(
            "{conceder:Bon, je peux vous faire 41 € par fontaine}.",
            "concession:loyer:41",
            "concession_sans_contrepartie:loyer:41",
            scene="negociation",
        ),
        say(
            "{demander_contrepartie:Si vous prenez sur 36 mois, je peux faire un geste}.",
            "contrepartie_demandee:engagement:36",
            "objection_soulevee:duree",
            scene="negociation",
        ),
        say(
            "{conceder,proposer_alternative:On peut partir sur 24 mois si vous préférez}.",
            "concession:engagement:24",
            "concession_sans_contrepartie:engagement:24",
            "point_accorde:engagement:24",
            scene="negociation",
        ),
        say(
            "{conceder,refuser_concession:Je peux descendre à 39 € maximum, pas plus loin}.",
            "concession:loyer:39",
            "contrepartie_obtenue:engagement:24",
            "point_accorde:loyer:39",
            scene="negociation",
        ),
        say(
            "{fixer_prochaine_etape:Du coup je vous envoie le contrat}. {proposer_conclusion:On est "
            "d'accord ?}",
            scene="negociation",
        ),
        say("{remercier:Merci madame}, {prendre_conge:au revoir et bonne journée}.", "fin:signature"),
        say("J'ai cédé un peu vite.", "reponse_vague", phase="entretien", scene="q1"),
        ending="signature",
    )


def weak() -> Transcript:
    """Recites, gives everything away, says « tu », promises, does not close."""
    return talk(
        say("{saluer:bonjour}, alors moi je vend des fontaine a eau", scene="accueil"),
        say(
            "nos fontaine elle sont super, ya eau froide et eau chaude et ya 2 filtre et tout",
            scene="accueil",
        ),
        say("{question_fermee:vs avez deja un fournisseur ?}"),
        say(
            "{annoncer_prix:ok. bah nous ces 44 euro par moi}", "objection_soulevee:prix", scene="proposition"
        ),
        say(
            "{denigrer_concurrent:oui mais bon les autre c des arnaqueurs}",
            "faute:denigrer_concurrent",
            "objection_eludee:prix",
            scene="proposition",
        ),
        say(
            "{etre_familier:non mais t'inquiete pas} y aura pas de panne",
            "faute:etre_familier",
            scene="proposition",
        ),
        say(
            "{conceder:bon allez je vous fais 38 euros}",
            "concession:loyer:38",
            "concession_sans_contrepartie:loyer:38",
            scene="negociation",
        ),
        say(
            "{conceder:36 euros alors ?}",
            "concession:loyer:36",
            "concession_sans_contrepartie:loyer:36",
            "hors_mandat:loyer:36",
            scene="negociation",
        ),
        say(
            "{forcer:faut vous decidez la, c'est maintenant ou jamais}",
            "faute:forcer",
            "objection_soulevee:duree",
            scene="negociation",
        ),
        say("euh je sais pas trop, {question_ouverte:vous voulez quoi en fait}", scene="negociation"),
        say("ok bon bah je vous laisse la doc", scene="negociation"),
        say("{prendre_conge:au revoir}", "fin:rupture", scene="negociation"),
        say("je sais pas", "reponse_vague", phase="entretien", scene="q1"),
        ending="rupture",
    )
