"""Plain French replies of the engine: used when an archetype has none of a kind, or has used them all.

They stay neutral, so that they fit any character; an archetype's own lines always come first. Some are the
engine's alone: what an answered objection leaves (``reserve_reste``, ``pretexte_reste``),
wrong figures, ``contradiction``, ``apres_accord``.
"""

from coach.simulation.scenario import Line


def _lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text) for text in texts)


FALLBACKS: dict[str, tuple[Line, ...]] = {
    "salutation": _lines("Bonjour.", "Bonjour, je vous écoute.", "Bonjour à vous."),
    "presentation": _lines(
        "Très bien, bienvenue.", "Entendu, je vois qui vous êtes.", "D'accord. Je vous écoute."
    ),
    "disponibilite": _lines(
        "Oui, allez-y.", "J'ai un moment, je vous écoute.", "Oui, si ce n'est pas trop long."
    ),
    "identite": _lines("Oui, c'est bien moi.", "C'est moi-même.", "Oui, vous êtes à la bonne adresse."),
    "accuse": _lines(
        "D'accord.",
        "Je vois.",
        "Entendu.",
        "Bien.",
        "Je vous suis.",
        "Hum, continuez.",
        "C'est noté.",
        "Très bien, et ensuite ?",
        "Oui, je vous écoute.",
        "Poursuivez.",
    ),
    "argument_recu": _lines(
        "C'est un point qui compte.",
        "Je vois ce que vous voulez dire.",
        "Admettons.",
        "Ce n'est pas sans intérêt.",
    ),
    "preuve_recue": _lines(
        "Des faits, j'aime mieux cela.",
        "C'est bon à savoir.",
        "D'accord, voilà qui est concret.",
    ),
    "empathie_recue": _lines(
        "Merci de le comprendre.", "C'est exactement cela.", "Je vous remercie de l'entendre."
    ),
    "reformulation_juste": _lines(
        "C'est bien cela.",
        "Oui, vous avez bien compris.",
        "Exactement.",
        "Tout à fait.",
        "C'est ce que j'ai voulu dire.",
    ),
    "reformulation_fausse": _lines(
        "Non, ce n'est pas ce que je vous ai dit.",
        "Pas tout à fait.",
        "Attendez, vous m'avez mal compris.",
    ),
    "solution_recue": _lines(
        "Pourquoi pas, dites-m'en davantage.",
        "C'est une piste.",
        "Et concrètement, cela donnerait quoi pour moi ?",
    ),
    "prix_recu": _lines(
        "D'accord, je note le chiffre.", "C'est un budget.", "Bien. Je le compare dans ma tête."
    ),
    "question_inconnue": _lines(
        "Je n'ai pas d'élément précis à vous donner là-dessus.",
        "Je ne saurais pas vous répondre.",
        "Ce n'est pas vraiment le sujet pour moi.",
        "Là-dessus, je n'ai rien de particulier à vous dire.",
    ),
    "deja_dit": _lines(
        "Je vous l'ai dit tout à l'heure.",
        "Nous en avons déjà parlé.",
        "Comme je vous le disais…",
    ),
    "repeter": _lines(
        "Pardon, je n'ai pas compris. Vous pouvez répéter ?",
        "Excusez-moi, je ne vous ai pas bien entendu.",
        "Je n'ai pas saisi, pouvez-vous reformuler ?",
        "Comment ?",
    ),
    "silence": _lines(
        "Vous êtes toujours là ?", "Je vous écoute…", "Vous vouliez dire quelque chose ?", "Oui ?"
    ),
    "hors_sujet": _lines(
        "Je ne vois pas bien le rapport.",
        "Excusez-moi, mais nous étions là pour autre chose.",
        "C'est-à-dire ? Je ne comprends pas où vous voulez en venir.",
        "Si nous revenions à notre affaire ?",
    ),
    "grossierete": _lines(
        "Je vous demande de rester correct.",
        "Je ne vous permets pas de me parler ainsi.",
        "Si vous continuez sur ce ton, nous en resterons là.",
    ),
    "familiarite": _lines(
        "Nous ne nous tutoyons pas, me semble-t-il.",
        "Je préfère que nous nous vouvoyions.",
        "Restons professionnels, voulez-vous.",
    ),
    "pression": _lines(
        "Je n'aime pas qu'on me presse.",
        "N'essayez pas de me forcer la main.",
        "C'est moi qui décide du moment.",
    ),
    "denigrement": _lines(
        "Je préfère que vous me parliez de vous plutôt que des autres.",
        "Vos confrères ne sont pas là pour se défendre.",
        "Laissons vos concurrents où ils sont.",
    ),
    "monologue": _lines(
        "Attendez, attendez : vous me dites beaucoup de choses à la fois.",
        "Je vous interromps. Allons à l'essentiel.",
        "Laissez-moi respirer ! Un point après l'autre, s'il vous plaît.",
    ),
    "excuses_recues": _lines(
        "Excuses acceptées.", "Bon, n'en parlons plus.", "Je prends note de vos excuses."
    ),
    "remerciement": _lines("Je vous en prie.", "C'est normal.", "Merci à vous."),
    "attente": _lines("Je patiente.", "D'accord, prenez un instant.", "Faites, je vous attends."),
    "conge": _lines("Au revoir, bonne journée.", "Merci de votre temps, au revoir.", "À bientôt, peut-être."),
    "impatience": _lines(
        "Le temps passe, où voulez-vous en venir ?",
        "Nous tournons en rond.",
        "J'ai d'autres obligations, avançons.",
        "Vous l'avez déjà dit. Venons-en au fait.",
        "Je commence à perdre patience.",
    ),
    "relance_objection": _lines(
        "Vous ne m'avez pas répondu tout à l'heure.",
        "Je reviens sur ma remarque : nous sommes allés bien vite.",
        "Et ma question, alors ?",
    ),
    "objection_levee": _lines(
        "Voilà qui me rassure.", "Bon, là-dessus vous marquez un point.", "D'accord, cela me va."
    ),
    "contradiction": _lines(
        "Attendez : vous m'aviez dit {valeur} pour {point}. Je m'en tiens à cela.",
        "Tout à l'heure, pour {point}, c'était {valeur}. Il faudrait savoir.",
        "Vous reprenez ce que vous avez donné ? J'avais noté {valeur}.",
        "Non, non : vous avez dit {valeur}. Je ne reviens pas dessus.",
    ),
    "reserve_reste": _lines(
        "Je vous entends. Cela ne me convainc pas encore tout à fait.",
        "C'est un élément de réponse. J'hésite encore.",
        "Peut-être bien. Cela demande à être vérifié.",
        "Vous répondez en partie à ma question.",
    ),
    "pretexte_reste": _lines(
        "Ce n'est pas tout à fait ce qui me retient.",
        "Oui… mais il y a autre chose.",
        "Je vous entends, mais cela ne règle pas tout pour moi.",
        "Vous ne m'avez pas demandé pourquoi j'hésite.",
    ),
    "chiffre_faux": _lines(
        "Attendez. Le dossier dit {valeur}, pas {dit}.",
        "{dit} ? J'ai {valeur} sous les yeux.",
        "Relisez vos pièces : {valeur}, et non {dit}.",
    ),
    "calcul_faux": _lines(
        "Je refais le calcul : je trouve plutôt {valeur}.",
        "{dit} ? Reprenez votre opération, cela donne {valeur}.",
        "Vos chiffres ne tombent pas juste : {valeur}, pas {dit}.",
    ),
    "apres_accord": _lines(
        "C'est bien cela.",
        "Parfait.",
        "Entendu, c'est noté de mon côté aussi.",
        "Très bien, nous sommes d'accord.",
        "Oui, c'est clair pour moi.",
    ),
    "accepte_offre": _lines(
        "Pour {point} : {valeur}, c'est d'accord.",
        "{valeur} : cela me convient.",
        "Va pour {valeur}.",
        "Entendu, {valeur} sur {point}.",
    ),
    "refuse_offre": _lines(
        "{valeur} sur {point} ? Non, cela ne m'est pas possible.",
        "Je ne peux pas vous suivre à {valeur}.",
        "Non, pas à {valeur}.",
        "À {valeur}, ce sera sans moi.",
    ),
    "contre_offre": _lines(
        "De mon côté, c'est {valeur} que j'attends sur {point}.",
        "Je pensais plutôt à {valeur}.",
        "Il me faudrait {valeur} pour que cela m'intéresse.",
        "Ma position reste {valeur} sur {point}.",
        "Faites un effort : {valeur}, et nous en reparlons.",
    ),
    "demande_plus": _lines(
        "Vous voyez, quand vous voulez… Vous pouvez sûrement aller jusqu'à {valeur}.",
        "Si c'est si facile, allons jusqu'à {valeur}.",
        "C'est un début. Mais c'est {valeur} que je veux sur {point}.",
        "Vous cédez bien vite, il doit rester de la marge : {valeur} ?",
    ),
    "concede": _lines(
        "Bon, je veux bien aller jusqu'à {valeur} sur {point}, mais pas plus loin.",
        "Disons {valeur}. C'est un effort de ma part.",
        "Je fais un pas : {valeur}.",
        "Allez, {valeur} sur {point}.",
    ),
    "hors_mandat": _lines(
        "{valeur} ? Vous en avez vraiment le pouvoir ?",
        "Vous pouvez vraiment vous engager sur {valeur} ? Cela m'étonne.",
        "{valeur} sur {point}… Votre direction est d'accord ?",
    ),
    "refus_conclure": _lines(
        "Pas si vite. Il reste {manque}.",
        "Je ne peux pas m'engager tant que nous n'avons pas réglé {manque}.",
        "Nous n'en sommes pas là : il manque {manque}.",
    ),
    "accord": _lines("Très bien, nous sommes d'accord.", "Marché conclu.", "Entendu, on fait comme cela."),
    "rupture": _lines(
        "Cela suffit, nous allons en rester là.",
        "Je mets fin à cet entretien.",
        "Je n'ai plus rien à vous dire. Au revoir.",
    ),
    "fin_temps": _lines(
        "Je regrette, je n'ai plus de temps à vous accorder.",
        "Il faut nous arrêter là, on m'attend.",
        "Le temps est écoulé, nous devons nous quitter.",
    ),
}
