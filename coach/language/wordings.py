"""The turns of phrase that betray a stance in negotiation, as patterns over folded text.

They are the code's part of the grammar of offers (`stances.py`); the acts have their own cues in the library.
"""

import re

SENTENCE_END = re.compile(r"(?:[!?…;]+|\.+(?=\s|$)|\n)[ \n]*")
_FIGURE = (
    r"(?:[0-9]|un |une |deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|vingt-quatre"
    r"|trente)"
)
CUT = re.compile(
    r"(?P<after>,(?![0-9])|: | - )"
    r"|\b(?:mais|par contre|en revanche|sinon|plutot que|au lieu d|tandis que|alors que|du coup|donc)\b"
    r"|(?<!\bmeme )(?<!\bcomme )(?<!\bseulement )(?<!\buniquement )\bsi (?=vous|vs|vou |tu |on |la |le "
    rf"|les |l'|votre|je |j'|nous|c'est (?:{_FIGURE}|sur |pour (?:{_FIGURE}|un )))"
    r"|\b(?:meme|seulement|uniquement) si\b|\bs'il\b"
    r"|\ba (?:la |une )?(?:seule )?condition|\ben (?:echange|contre ?partie|contre-partie|retour"
    r"|compensation)\b"
    rf"|\bcontre (?=un |une |la |le |les |l'|votre|vos |{_FIGURE})|\bmoyennant\b|\bsous reserve"
    rf"|\bdes lors que\b"
    r"|\bdu moment que\b|\bpourvu que\b|\ba partir du moment\b"
    r"|\bet (?=vous |vs |moi |je |j'|jvous|nous |on |la |le |les |l'|tu |meme|en )"
)
_FILLERS = (
    r"^[\s,:«\"'-]*(?:(?:et|mais|bon|alors|donc|du coup|ok|bah|ben|ah|oui|euh|ecoutez|seulement|uniquement"
    r"|que|enfin|allez|par contre|d'accord|en revanche|ou|sinon)[\s,]+){0,4}"
)
_POLITE_IF = (
    r"si (?:vous|vs|tu) (?:(?:le |en )?(?:voulez|veux|souhait\w+|prefer\w+|desir\w+)\b(?! (?:ce|cette|le"
    r"|la|mon|un) )|(?:me )?permett\w+"
    r"|avez (?:des|une|la moindre|besoin)|en etes|etes (?:satisf|content|dispo|interess))"
    r"|si je (?:comprend|reprend|resum|ne me tromp|puis)"
    r"|si j'ai (?:bien )?(?:compris|note|suivi)|si possible|s'il (?:vous|te) plait"
)
NOT_A_CONDITION = re.compile(rf"{_FILLERS}(?:meme si|comme si|{_POLITE_IF})")
GIFT_UNDER_CONDITION = re.compile(
    rf"{_FILLERS}(?:(?:admettons|imaginons|supposons|a supposer|mettons) qu(?:e |')"
    r"|(?:admettons|imaginons|et )?\s?(?:que )?si )(?:je|j'|nous|on) ?(?:vous |te "
    rf"|vs )?(?:puiss\w+ (?:vous )?)?(?:fais|fait|fass\w+|faisons|accord\w+|offr\w+|mont\w+"
    r"|descend\w*|lach\w+|trouv\w+|laiss\w+|mets|met|donn\w+|baiss\w+|passe|consen\w+|enlev\w+|obtiens"
    r"|arrive|peux|propos\w+|ajout\w+|rajout\w+)"
)
CONDITION = re.compile(
    rf"{_FILLERS}(?:si |s'il |a (?:la |une )?(?:seule )?condition|en (?:echange|contre ?partie"
    rf"|contre-partie|retour|compensation) d"
    r"|contre |moyennant|sous reserve|des lors que|du moment que|pourvu que|a partir du moment"
    r"|le jour ou vous"
    rf"|a partir d(?:e |')(?={_FIGURE})|au-dela d(?:e |')(?={_FIGURE})"
    rf"|mais (?:alors )?(?:sur|pour|avec) (?={_FIGURE}|un )"
    r"|pour une? (?:paiement|reglement|engagement|contrat|commande|achat|abonnement|volume|duree))"
)
IN_RETURN = re.compile(
    rf"{_FILLERS}(?:en (?:echange|contre ?partie|contre-partie|retour|compensation)|de votre cote)\b"
)
ASK = re.compile(
    r"\b(?:vous|vs|vou) (?:vous |vs |me |m'|nous |leur |le |la |les |en |pouvez |pourriez |devez |allez "
    r"|devriez |seriez pret\w* a |etes prete?s? a ){0,5}"
    r"(?:(?:engage|prene|signe|monte|commande|accepte|achete|parte|confie|regroupe|augmente|reste|regle"
    r"|verse|passe|prolonge|renouvele)z?(?:r?iez|z|r)?"
    r"|prendre|prendriez|partir|partez|partiriez|souscri\w+|prene[zr]|pren[ea]z?|verser\w*|garde[zr])\b"
    r"|\b(?:vous|tu) (?:seriez|etes|serez|seras) (?:\w+ )?(?:d'accord|ok|partante?s?|prete?s?|pret)\b"
    r"|\b(?:il |y )?(?:me |nous )?(?:faut|faudrait|faudra|faudrai|va falloir)\b|\bje (?:vous )?demande\b"
    r"|\bj'(?:aurais|ai|aurai) besoin\b|\bje veux (?!bien)|\bje (?:voudrais"
    r"|souhaite\w*) (?!vous (?:propos|offr|fai|accord))|\bj'attends\b"
    r"|(?:^|, |mais |alors |et )(?:prenez|signez|engagez-vous|passez|montez|commandez|partez|prend|prene)\b"
    r"|\bengagez-vous\b|\bdonnez-moi\b|\b(?:le contrat|l'engagement|la duree|la commande) passe\b"
    r"|\bca suppose\b|\bcela (?:suppose|implique)\b"
)
WOULD_YOU = re.compile(
    r"riez\b|\b(?:pret|prete|prets|d'accord|ok|partant|partante)\b|\b(?:signez|engagez|prenez|partez|passez"
    r"|montez)\b"
)
_GIVER = r"\b(?:je|j'|jvous|jvs|jte|jpeux|jpeu|jvais|on|nous|jm|ns|j)\b ?"
_GIVING = (
    r"(?:fais|fait|faire?|fai|faisons|ferais?|ferons|(?<!d')accord\w*|offr\w+|propos\w+|consen\w+|arrondi\w*"
    r"|laiss\w+(?! (?:y )?(?:reflech|regard|voir|pens|choisir|decid))|mets?|mettre|mettons|mettrai"
    r"|donn\w+|descen\w+|mont(?:e|er|ons|erai|erons)|pass(?:e|er|ons|erai|erons)|baiss\w+|enlev\w+|reduis"
    r"|reduit"
    r"|reduire|ramen\w+|prolong\w+"
    r"|r?ajout\w+|maintien\w*|maintenir|gard(?:e|er|ons)|bloqu\w+|appliqu\w+|conced\w+|lach\w+|arriv\w+"
    r"|aller|allons|irai|reste\w*|tiens"
    r"|prends? (?:tout )?(?:en|a) (?:ma )?charge|deduis|port(?:e|er|ons|erai|erons|erais)|autoris\w+|pars"
    r"|partir|part"
    r"|suis a|est a|sommes a|serai\w* a|assure|monterai|descendrai|vous retire (?:les frais|[0-9])"
    r"|retire (?:les frais|[0-9])|supprim\w+|rembours\w+|glisse|compte|livr\w+|garanti\w*|etal\w+"
    r"|repond\w+|plafonn\w+|[ms]'arret\w+)"
)
GIVE = re.compile(
    rf"{_GIVER}(?:\w+[ '-]){{0,4}}?{_GIVING}\b|\bj(?:e )?vous {_GIVING}|\b(?:jpeux|jpeu|je peux|je peu"
    rf"|on peut|nous pouvons)\b"
    r"|\b(?:disons|mettons|partons|allons) |\bon (?:dit|part|va dire)\b|\bvous (?:aurez(?! (?:vite "
    r"|deja )?(?:economis|gagn|amorti|rembours|fini|pay))|avez droit"
    r"|benefici\w+|auriez|ne pai\w+ pas)\b"
    r"|\b(?:allez|allé),? (?=[0-9]|cinq|dix|huit|six|sept|quatre|trois|deux)"
    r"|(?<!ca )(?<!cela )\bvous (?:l'|le |la "
    r"|les )?(?:fais|fait|accorde|laisse|offre)\b(?! (?:y )?(?:reflech|regard|voir|pens))"
    r"|\bm(?:a|on) (?:derniere? |meilleure? |ultime )(?:offre|proposition|effort|prix)\b"
    r"|\bma (?:offre|proposition)\b|\bmon offre\b|\bcoupe la poire\b"
    r"|\bque (?:diriez|dites|penseriez|pensez)-vous d|\bvous (?:conviendrai\w+|irai\w+)\b"
    r"|\bet on (?:signe|valide|n'en parle|conclu\w*|y va)\b|\b(?:ca|cela) (?:vous |t')(?:va|irait|ira"
    r"|conviendrait|convient|arrange)\w*|\b(?:maximum|max|au taquet|le bout)\b(?! d)"
    r"|\bmoi,? a (?=[0-9])|\bpourquoi pas\b"
    r"|\bj'ai (?:pu )?(?:vous )?(?:obtenu|negocie)\b"
)
FREE = re.compile(
    r"\b(?:offerte?s?|gratuite?s?|gratos|gratuitement|gratuite de|cadeau|inclus\w*|comprise?s?|compris"
    r"|a nos frais|a (?:ma|notre) charge"
    r"|(?:c'est|est|sera|serait|sont|seront) pour (?:nous|moi|ma pomme)|sans (?:frais|supplement|surcout"
    r"|majoration)"
    r"|de la maison|pas facture\w*)\b"
)
ANNOUNCE = re.compile(
    r"\b(?:est|sont|sera|seront|serait|reste|revient|reviendrait|passe|tombe|descend|coute|couter\w+|dure"
    r"|represente)\b|\bce (?:sera|serait)\b|\bc(?:a|ela) (?:vous )?(?:fait|ferait|fera|revient|tombe)\b"
    r"|\bc'est\b|\bcest\b|\bon (?:est|arrive|serait|tombe|arriverait) (?:sur|a)\b|\b(?:remise|tarif|prix"
    r"|reduction|rabais|abonnement|mensualite|engagement|forfait) (?:\w+ )?(?:de|a|:)"
)
_CANNOT = (
    r"(?:(?:peu[xt]?|pouvons|pourrai\w*|pourrons|saurais|vais|veux|souhaite|va|voulons) (?:vraiment "
    r"|malheureusement |vous |le |la |les |te |en |y ){0,5}(?:pas|plus|jamais)\b"
    r"|jpeu[xt]? (?:vraiment )?(?:pas|plus)|p(?:eux|eut|eu) pas)"
)
REFUSE = re.compile(
    rf"(?<!vous ne ){_CANNOT}|\bimpossible\b|\bimpossibl\b|\bhors de question\b|\bpas question\b"
    rf"|\bpas (?:envisageable|possible|negociable|d'accord|faisable|tenable|accorder|le droit"
    rf"|l'autorisation)\b"
    r"|\bc'est non\b|\bcest non\b|\bc'est (?:vraiment |beaucoup )?trop\b|\bcest trop\b|\btrop (?:pour moi"
    r"|bas|eleve|cher pour nous)\b|\bn'y pensez pas\b|\bje refuse\b|\b(?:dois|devons) (?:vous )?refuser\b"
    r"|\b(?:fais|faisons|fait|ferai|ferons|accord\w+|offr\w+|irai|irons|descendr\w+|descends|donn\w+"
    r"|propos\w+|accept\w+|aligne\w*|inclu\w+|compren\w+|livr\w+) (?:\w+ )?(?:pas|jamais|plus)\b(?! de)"
    r"|\b(?:fais|faisons|fait|accord\w+|offr\w+) pas\b|\ba perte\b|\bne me le permet\b|[ ,]non$"
    r"|^[\s,]*non$|\bnon (?:pour|a|sur)\b"
    r"|\bpas d(?:e |')(?!souci|probleme|panique|doute|inquietude|quoi|raison|chance|engagement)\w+"
    r"|\breste\w* (?:payant\w*|factur\w*|a votre charge)\b"
    r"|\bpas (?:offert|gratuit|inclus|compris|prevu)\w*|\ben (?:supplement|sus|option)\b|\bpayante?s?\b"
    r"|\best facture\w*|\bne .{2,20} aucune?\b|\baucune? (?:remise|geste|reduction|rabais)\b"
    r"|\bne me demand\w+ pas\b|\bni (?:la |le |les |de )?\w+ ni\b|\bn'ai pas (?:cette|la|de) (?:marge"
    r"|latitude)\b|\bpas (?:en mesure|autorise)"
    r"|\b(?:directeur|directrice|direction|chef|patron|siege|responsable)\b.{0,12}\brefus\w+"
)
LIMIT = re.compile(
    r"(?:\b(?:pas|plus|irai|impossible|jamais|n'irai|irai pas|peux|peut)\b.{0,45}?\b(?:au[- ]dela d"
    r"|plus (?:loin|haut|bas) qu|en dessous d|au[- ]dessous d|au[- ]dessus d|moins d|plus d(?=(?:e "
    r"|')(?:[0-9]|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente))|depasser"
    r"|sous les|descendre sous|sous l)"
    r"|^\W*(?:en dessous d|au[- ]dela d).{0,40}(?:perd|stop|non|peux pas|perte))"
)
FINAL = re.compile(
    r"\bderni\w+ (?:mot|offre|prix|proposition|effort)\b|\bpas (?:un de )?plus\b(?! d(?:e"
    r"|') ?(?:questions?|details?|infos?))|\bpa plus\b|\b(?:grand )?max(?:imum|i)?\b|\bplafond\b|\b(?:ma"
    r"|la) limite\b"
    r"|\bau[- ]dela\b(?! de (?:trente|vingt|[0-9]+ (?:postes|participants|unites|personnes|pieces)))"
    r"|\bpas (?:aller )?plus loin\b|\bplus loin\b|\bpas (?:\w+ )?(?:plus bas|mieux)\b"
    r"|\bmeilleure? (?:offre|prix|remise|proposition)\b|\ba prendre ou a laisser\b"
    r"|\bpoint final\b|\bbout de ce que\b|\bce que je peux faire de mieux\b|\ble plus que je\b"
    r"|\bnegociable\b|\bje ne peux (?:pas|plus) (?:faire|aller|vous faire) (?:plus|moins|mieux"
    r"|davantage)\b|\bjpeu[xt]? pas (?:faire )?(?:plus|moins|mieux)\b|\bplancher\b|\bc'est (?:mon|un|le"
    r"|notre) (?:strict )?minimum\b|\bultime\b"
    r"|\bau taquet\b|\ble bout\b|\btout ce que (?:je|on) peu[xt]\b"
    r"|\brien (?:faire )?de (?:plus|mieux)\b|\bplafonn\w+|\b(?:m'|s'|nous )arret\w+ a\b"
    r"|\btoute facon pas plus\b"
)
ACCEPT = re.compile(
    r"(?:\bd'accord|\bdaccord|\bok|\bokay|\bdac|^\W*va|\bpartante?|\bbanco|\bentendu|\bc'est bon"
    r"|\bca marche|\bca roule|\bmarche conclu|\boui|\bacceptee?|\bje dis oui|\bfavorable)\s+(?:pour|sur"
    r"|avec|a)\b"
    r"|\b(?:j'|nous |on |j )accept\w+\b|\bje (?:vous )?suis (?:d'accord )?(?:sur|pour|a)\b"
    r"|\bvous suis sur\b|\bje m'aligne\b|\bon s'aligne\b|\bnous nous alignons\b|\bva pour\b"
    r"|\bje (?:valide|prends) (?:les |le |la )"
    r"|\bbon pour\b|\btope la\b|\bje (?:suis )?partante? pour\b"
)
YES = re.compile(
    rf"{_FILLERS}(?:ca |c'est )?(?:d'accord|daccord|ok|ca me va|me va|ca marche|marche|c'est bon"
    rf"|bon pour moi|entendu|accepte|adjuge|vendu|banco|je prends|ca roule|je signe)\W*$"
)
POSSIBLE = re.compile(
    r"^[\s,]*(?:la |ca |c'est |alors |mais ){0,4}(?:oui|je peux|possible|envisageable|faisable|ca passe"
    r"|jpeux"
    r"|c'est possible)\b(?! pas)"
)
WITHDRAW = re.compile(
    r"\b(?:je|j'|on|nous) ?(?:vous )?(?:(?:le |la |les |l')?(?:retir|annul)\w+|repren(?:ds|d|ons) (?:ma"
    r"|mon|la|le|les|cette)"
    r"|revien\w* sur|oublie (?:la|les|le|cette|ma|l'))\b"
    r"|\boubli(?:ez|ons) (?:la|les|le|ma|mes|l'|cette)\b|\bfinalement,? (?:non|pas|plus|je ne)\b"
    r"|\bplus question\b|\b(?:n'est|est|sont|ne sont|cest) plus (?:valable|d'actualite|possible"
    r"|offert)\w*|\bne tien\w* plus\b"
    r"|\b(?:alors|dans ce cas|finalement|du coup) (?:pas|plus|non plus) d(?:e |')"
    r"|\bpeu[xt] plus (?:vous )?(?:faire|accorder|laisser|offrir) (?:les|la|cette|ces|mes)\b"
    r"|\b(?:dois|devons|prefere|vais) (?:les |la |le )?(?:retirer|annuler)\b"
    r"|\bje ne (?:vous )?(?:maintiens|fais|offre|accorde) plus\b|\bnon plus d"
)
INDIRECT_QUESTION = re.compile(r"\b(?:demand\w+|savoir|voir|verif\w+|sais pas|dire) $")
NOTHING_TO_PAY = re.compile(r"\bvous n'(?:aurez|auriez|avez) (?:pas|rien|aucun).{0,25}\b(?:payer|regler)\b")
WAIVED = re.compile(
    r"\b(?:retir\w+|annul\w+|oubli\w+) .{0,12}\b(?:frais|couts?|supplement|clause|penalite\w*|droit"
    r"|majoration|[0-9]+ ?(?:euros|€))"
)
GIFT_AFTER_CONDITION = re.compile(
    r"(?<!que )(?<!si )(?<!qui )\b(?:j(?=vous|pe)|je|on|nous|la|le|les|l') ?(?=(?:vous|te|ne|peux|peu|peut"
    r"|fais|monte|descends|passe|pouvons|offre|accorde"
    r"|baisse|mets|\w+ (?:est|sera|serait) (?:offert|gratuit|pour))\b)"
)
REPORTED = re.compile(
    r"\b(?:vous|tu|vs) (?:(?:me|m'|nous|vous|ne|n'|en|avez|aviez|l'|le|les|etiez|voudriez) ?){0,6}(?:demand"
    r"|voul|voudr|souhait|attend|parl|dite?s?|disi|esper|reclam|annonc|evoq|cherch|exige|avez (?:dit|deja"
    r"|un|une|actuellement|aujourd)|aviez|dispos|pensi|imagin|trouv|pay(?:ez|iez)\b)"
    r"|\b(?:votre|vos|ton) (?:budget|concurrent|fournisseur|prestataire|demande|enveloppe|contrat actuel"
    r"|objectif)|\b(?:le|les|mon|un|leur|votre) (?:concurrents?|collegue|autre devis|confrere)"
    r"|\bchez (?:eux|un concurrent|les autres)"
    r"|\b(?:l'an|l'annee|le mois) (?:dernier|derniere|passe\w*)|\bj(?:e|'ai)? ?(?:comprends|entends"
    r"|bien compris|note)\b|\bsi j(?:e|'ai) (?:comprends|bien|resume)|\bune remise moyenne"
    r"|\btaux de remise|\b(?:etait|etaient|avait|avaient|accordait|faisait|faisiez)\b|\bm'avez\b"
    r"|\bvous auriez (?:aime|voulu)|\bvous (?:payez|etes engage)"
    r"|\b(?:je|on|nous) (?:vous |t')?(?:avais|avait|avions) (?:deja )?(?:propos|fait|accord|dit|promis)"
    r"|\bj'ai (?:deja )?(?:fait|accorde|donne|consenti)\b.{0,20}\ba (?:un|une|mon|mes|d'autres)\b"
    r"|\bl'(?:important|essentiel)\b|\bce qui compte\b|\bvous avez (?:\w+ |[0-9]+ )(?:jours|mois|ans)\b"
)
RECAP = re.compile(
    r"\b(?:je|on|nous|pour|en|si on) (?:vais |va )?(?:recapitul\w+|resum\w+|repren(?:ds|d"
    r"|ons) (?:les points|tout|ensemble|:))|\brecapitulons\b|\bresumons\b"
    r"|\bon a (?:donc )?dit\b|\bon s'est mis d'accord|\bon est (?:bien |donc )?d'accord sur"
    r"|\bnous sommes (?:bien |donc )?d'accord sur|\bon reprend\b|\bvous avez donc\b"
)
WHICH = re.compile(
    r"\b(?:combien|quelle?s?|pourquoi|quand|comment)\b|\bqu'est-ce qu|\best-ce que (?:vous|votre|c'est)"
    r"|\bavez-vous|\baviez-vous|\bsouhaitez-vous|\bvoulez-vous|\battend\w+-vous"
)
HEDGED = re.compile(
    r"\bpourquoi pas\b|\bn'est-ce pas\b|\bpas de (?:souci|probleme)s?\b|\bpas mal\b|\bpas vrai\b"
)
