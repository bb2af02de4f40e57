"""French nouns as they follow a number: which words are not nouns, and the singular of those that are."""

NOT_NOUNS = frozenset({
    "acceptes", "accordes", "ailleurs", "allons", "alors", "ans", "apres", "as", "assez", "attendues",
    "attendus", "aurons", "autres", "avons", "bas", "certaines", "certains", "ces", "cheres", "chers",
    "chez", "compris", "comprises", "comptants", "compte", "crois", "dans", "depuis", "dernieres",
    "derniers", "des", "desormais", "dis", "disons", "dites", "dois", "elles", "environs", "envoyees",
    "envoyes", "es", "etes", "fais", "faisons", "faites", "fermes", "ferons", "fixes", "gratuites",
    "gratuits", "hors", "ils", "inclus", "incluses", "jamais", "jours", "jpeux", "jsuis", "jvous",
    "les", "leurs", "lors", "mais", "max", "maximums", "mes", "mets", "minimums", "mises", "moins",
    "mois", "nos", "nous", "offertes", "offerts", "ouvres", "pardons", "parfois", "partons", "pas",
    "pense", "peux", "plus", "plusieurs", "pourcents", "pouvons", "premieres", "premiers", "prends",
    "prevues", "prevus", "prises", "prochaines", "prochains", "puis", "quelques", "quelqus",
    "rappelees", "rappeles", "realisees", "realises", "restons", "sais", "sans", "serons", "ses",
    "signons", "sinons", "soit", "sommes", "sors", "sous", "suis", "suivantes", "suivants",
    "supplementaires", "surs", "tes", "toujours", "tous", "tout", "toutes", "tres", "tu", "vais",
    "vendues", "vendus", "venues", "venus", "vers", "veux", "visees", "vises", "vois", "vos", "voulons",
    "vous", "vs",
})  # fmt: skip
"""Folded words in -s, -x or -z that may follow a number without being what is counted."""
SINGULAR_NOUNS = frozenset({
    "abonnement", "agence", "appel", "article", "atelier", "audit", "badge", "bidon", "boite", "borne",
    "bouteille", "bureau", "cafe", "caisse", "caissier", "camera", "camion", "carton", "casque",
    "chaise", "chambre", "chantier", "cle", "client", "colis", "commande", "contact", "contrat",
    "copie", "copieur", "coupon", "couvert", "devis", "dossier", "ecran", "employe", "enceinte", "etage",
    "etoile", "exemplaire", "fauteuil", "flyer", "fois", "formation", "fut", "imprimante", "invite",
    "kilo", "kit", "licence", "ligne", "lit", "litre", "logiciel", "lot", "machine", "magasin", "mail",
    "mensualite", "menu", "message", "metre", "micro", "mission", "module", "mug", "option",
    "ordinateur", "paire", "palette", "participant", "persone", "personne", "photo", "piece", "poste",
    "produit", "prospect", "question", "rdv", "reclamation", "rendez-vous", "repas", "reponse",
    "retour", "robot", "rouleau", "sac", "salarie", "seance", "serveur", "siege", "site", "sms",
    "stylo", "table", "tablette", "technicien", "telephone", "terminal", "tpe", "unite", "utilisateur",
    "vehicule", "velo", "vente", "visite", "visiteur", "voiture",
})  # fmt: skip
"""Nouns of the trade accepted after a number without their plural mark (« trois poste »)."""
_INVARIABLE = frozenset({
    "abus", "acces", "accès", "ananas", "anchois", "avis", "avoirs", "bois", "bonus", "bras", "bus",
    "campus", "cas", "choix", "colis", "concours", "corps", "cours", "croix", "devis", "discours",
    "fois", "jus", "mois", "noix", "os", "palais", "parcours", "pays", "permis", "pois", "prix",
    "proces", "procès", "puits", "recours", "refus", "relais", "remous", "rendez-vous", "repas",
    "secours", "succes", "succès", "tapas", "tapis", "temps", "us", "virus", "voix",
})  # fmt: skip
_LONG_X = {"tuyaux": "tuyau", "noyaux": "noyau", "joyaux": "joyau", "boyaux": "boyau", "jeux": "jeu"}


def singular(noun: str) -> str:
    """The singular of a noun as said: « caisses » → « caisse », « terminaux » → « terminal »."""
    plain = noun.lower()
    if plain in _INVARIABLE or len(plain) < 4:
        return plain
    if plain in _LONG_X:
        return _LONG_X[plain]
    if plain.endswith("aux") and not plain.endswith("eaux"):
        return plain[:-3] + "al"
    if plain.endswith(("eaux", "oux", "eux", "s")) and not plain.endswith("ss"):
        return plain[:-1]
    return plain
