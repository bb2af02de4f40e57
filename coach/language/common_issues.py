"""The points that any sale negotiates, for reading an utterance outside a scenario."""

from coach.language.reading import IssueWords

COMMON_ISSUES = (
    IssueWords("remise", "pourcentage", "%", ("remise", "réduction", "rabais", "ristourne", "geste")),
    IssueWords("prix", "montant", "€", ("prix", "tarif", "loyer", "abonnement", "mensualité", "forfait")),
    IssueWords("engagement", "duree", "mois", ("engagement", "engager", "contrat", "durée")),
    IssueWords("delai", "duree", "jours", ("délai de livraison", "livraison", "livrer", "livre", "délai")),
    IssueWords("paiement", "duree", "jours", ("délai de paiement", "paiement", "règlement", "échéance")),
    IssueWords(
        "quantite", "quantite", "unités",
        ("quantité", "unité", "pièce", "exemplaire", "carton", "palette", "poste", "caisse", "machine",
         "licence", "fontaine", "vélo"),
    ),
    IssueWords("installation", "oui-non", "", ("installation", "installer", "pose", "mise en service")),
    IssueWords("formation", "oui-non", "", ("formation", "former")),
    IssueWords("port", "oui-non", "", ("frais de port", "frais de livraison")),
    IssueWords("essai", "oui-non", "", ("essai gratuit", "période d'essai")),
)  # fmt: skip
"""With a scenario, its own points are used instead."""
