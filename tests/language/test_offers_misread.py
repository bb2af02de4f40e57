"""Offers that were once misread: hypotheses, others' words, price freezes, last words, withdrawals."""

import pytest

from coach.language.common_issues import COMMON_ISSUES
from coach.language.offers import read_offers
from coach.language.quantities import read_quantities
from tests.language.test_offers import Expected, offers, told

NOT_OFFERS: list[tuple[str, str]] = [
    ("À 34 €, je ne pourrais plus vous livrer dans de bonnes conditions.", "prix"),
    ("à 34 € je ne gagne plus rien", "prix"),
    ("À 50 € par mois, je perds de l'argent", ""),
    ("le loyer est bloqué pendant les trois ans", ""),
    ("Loyer bloqué pendant les trois ans, c'est écrit.", "engagement"),
    ("le tarif est gelé sur 36 mois", ""),
    ("le prix ne bouge pas pendant 24 mois", ""),
    ("votre mensualité reste fixe sur toute la durée, 36 mois", ""),
    ("si je comprends bien vous payez 45 € par mois", "prix"),
    ("si je comprends bien vous payez 45 €", "prix"),
    ("donc aujourd'hui vous êtes à 45 € par mois", "prix"),
    ("Vous me dites que vous payez 45 € par mois aujourd'hui.", "prix"),
    ("vous m'avez parlé d'un engagement de 36 mois", ""),
    ("Vous avez dit : « je veux 10 % ».", ""),
    ("quand vous dites « 10 % ou rien », je vous entends", ""),
    ("votre concurrent vous fait 12 %", ""),
    ("votre patron m'a parlé de 10 %", ""),
    ("vous m'aviez promis 10 %", ""),
    ("la machine a trois ans de garantie", ""),
    ("vous avez signé pour 36 mois il y a un an", ""),
    ("en trois ans vous aurez économisé 1 200 €", "prix"),
    ("ça vous fait 3 € de plus par mois", ""),
    ("j'ai fait 10 % à un confrère", ""),
    ("combien de remise il vous faudrait ? 5 % ?", ""),
    ("je comprends que 10 % serait idéal pour vous", ""),
    ("À 34 €, je ne pourrais plus assurer le dépannage sous 4 heures.", "prix"),
    ("À 34 € par mois, on ne pourrait plus vous garantir le service", ""),
    ("le loyer est bloqué sur trois ans", ""),
    ("et votre loyer ne bouge pas pendant 36 mois", ""),
    ("prix garanti pendant deux ans", ""),
    ("je vous bloque le tarif pendant 24 mois", ""),
    ("je vous garantis le tarif pour 36 mois", ""),
    ("la garantie est de trois ans", ""),
    ("l'extension de garantie de 24 mois est offerte", ""),
    ("Si j'ai bien compris, vous êtes à 45 € par mois et vous cherchez 10 % de moins.", ""),
    ("donc vous payez actuellement 45 € par mois, c'est bien ça ?", ""),
    ("au fond, ce que vous voulez c'est 10 %", ""),
    ("vous parliez de 10 %, c'est beaucoup", ""),
    ("10 %, vous m'avez dit ?", ""),
    ("les 5 % c'était valable hier", ""),
    ("Quand vous dites 10 %, c'est sur le total ?", ""),
    ("Le dernier commercial vous avait fait 8 %.", ""),
    ("Votre fournisseur actuel vous fait 8 % ?", ""),
    ("Aujourd'hui vous êtes à 62 € par mois chez votre opérateur.", ""),
    ("Je vous laisse réfléchir à mes 5 %.", ""),
    ("Dans deux ans vous pourrez changer de formule.", ""),
    ("Pour 5 % de plus, vous auriez le modèle supérieur.", ""),
    ("Le client d'à côté a obtenu 10 %.", ""),
    ("L'an dernier nous avions fait 4 %.", ""),
    ("Je note votre budget de 50 € par mois.", ""),
]
OFFERS: list[tuple[str, str, Expected]] = [
    (
        "si vous me prenez les trois ans je vous fais 5 %",
        "",
        [("demander", "engagement", 36, ""), ("donner", "remise", 5, "c")],
    ),
    (
        "si vous me prenez les trois ans, je vous fais 5",
        "remise",
        [("demander", "engagement", 36, ""), ("donner", "remise", 5, "c")],
    ),
    ("je ne peux pas faire mieux que 8", "remise", [("donner", "remise", 8, "f")]),
    ("je peux pas faire mieux que 8 %", "", [("donner", "remise", 8, "f")]),
    ("8 %, je ne peux pas faire mieux", "", [("donner", "remise", 8, "f")]),
    ("je n'irai pas plus loin que 8 %", "", [("donner", "remise", 8, "f")]),
    ("je vous fais 5 si vous signez aujourd'hui", "remise", [("donner", "remise", 5, "c")]),
    (
        "je vous fais 5 si vous prenez quatre caisses",
        "remise",
        [("donner", "remise", 5, "c"), ("demander", "postes", 4, "")],
    ),
    ("finalement je retire les 5 %", "", [("retirer", "remise", 5, "")]),
    ("finalement, les 5 %, je les retire", "", [("retirer", "remise", 5, "")]),
    ("bon dans ce cas les 5 % ne tiennent plus", "", [("retirer", "remise", 5, "")]),
    ("oubliez les 5 %", "", [("retirer", "remise", 5, "")]),
    ("je reviens sur mes 5 %", "", [("retirer", "remise", 5, "")]),
    ("mon offre de 5 % n'est plus valable", "", [("retirer", "remise", 5, "")]),
    (
        "je vous fais 5 % et on passe à 24 mois",
        "",
        [("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")],
    ),
    (
        "je vous fais 5 % de remise et je vous livre sous dix jours",
        "",
        [("donner", "remise", 5, ""), ("donner", "delai", 10, "")],
    ),
    (
        "je vous offre l'installation et la formation si vous prenez 36 mois",
        "",
        [
            ("donner", "installation", None, "c"),
            ("donner", "formation", None, "c"),
            ("demander", "engagement", 36, ""),
        ],
    ),
    ("je ne descendrai pas à 30", "prix", [("refuser", "prix", 30, "")]),
    ("je ne descendrai pas à 30 € par mois", "", [("refuser", "prix", 30, "")]),
    ("je ne descendrai pas en dessous de 50 € par mois", "", [("donner", "prix", 50, "f")]),
    ("je ne monterai pas à 10 %", "", [("refuser", "remise", 10, "")]),
    ("hors de question de vous faire 10 %", "", [("refuser", "remise", 10, "")]),
    ("10 % c'est impossible", "", [("refuser", "remise", 10, "")]),
    ("je ne vous ferai pas 10 %", "", [("refuser", "remise", 10, "")]),
    ("et si je vous faisais 5 % ?", "", [("donner", "remise", 5, "c")]),
    ("Et si je vous accordais 5 %, vous signeriez ?", "", [("donner", "remise", 5, "c")]),
    ("si je vous fais 5 %, on signe ?", "", [("donner", "remise", 5, "c")]),
    ("que diriez-vous de 5 % ?", "", [("donner", "remise", 5, "")]),
    ("Vous me demandez 12 %, je peux vous en faire 6", "", [("donner", "remise", 6, "")]),
    ("vous voulez 12 %, moi je peux aller jusqu'à 6 %", "", [("donner", "remise", 6, "")]),
    ("vous disiez 12 %. Je vous propose 7 %.", "", [("donner", "remise", 7, "")]),
    (
        "je vous fais 5 % mais il me faut 24 mois",
        "",
        [("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")],
    ),
    (
        "5 % contre 24 mois d'engagement",
        "",
        [("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")],
    ),
    ("5 % si c'est 24 mois", "", [("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")]),
    (
        "je vous laisse 5 % à condition que vous preniez 4 caisses",
        "",
        [("donner", "remise", 5, "c"), ("demander", "postes", 4, "")],
    ),
    (
        "sous réserve d'un engagement de 24 mois, je vous fais 5 %",
        "",
        [("demander", "engagement", 24, ""), ("donner", "remise", 5, "c")],
    ),
    (
        "moyennant 24 mois d'engagement je vous fais 5 %",
        "",
        [("demander", "engagement", 24, ""), ("donner", "remise", 5, "c")],
    ),
    ("55 € par mois, à prendre ou à laisser", "", [("donner", "prix", 55, "f")]),
    ("55 € par mois, c'est à prendre ou à laisser.", "", [("donner", "prix", 55, "f")]),
    ("mon ultime proposition : 6 %", "", [("donner", "remise", 6, "f")]),
    ("c'est 6 % et pas un de plus", "", [("donner", "remise", 6, "f")]),
    ("je vous fais 6 % grand maximum", "", [("donner", "remise", 6, "f")]),
    ("je plafonne à 6 %", "", [("donner", "remise", 6, "f")]),
    ("on s'arrête à 6 %", "", [("donner", "remise", 6, "f")]),
    ("est-ce que 5 % vous conviendraient ?", "", [("donner", "remise", 5, "")]),
    ("je pourrais vous faire 5 %", "", [("donner", "remise", 5, "")]),
    (
        "je pourrais aller à 5 % si vous prenez 24 mois",
        "",
        [("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")],
    ),
    ("si vous aviez 5 % de remise, vous signeriez ?", "", [("donner", "remise", 5, "c")]),
    ("je ne dis pas 10 %, je dis 5 %", "", [("refuser", "remise", 10, ""), ("donner", "remise", 5, "")]),
    ("je retire la remise", "", [("retirer", "remise", None, "")]),
    ("je vous enlève 5 %", "", [("donner", "remise", 5, "")]),
    ("À 30 €, je travaille à perte.", "prix", [("refuser", "prix", 30, "")]),
    ("34 €, ce serait vendre à perte", "prix", [("refuser", "prix", 34, "")]),
    ("je vous bloque le prix à 55 € par mois pendant trois ans", "", [("donner", "prix", 55, "")]),
    ("vous aviez 45 € par mois, je vous propose 42 € par mois", "", [("donner", "prix", 42, "")]),
    ("vous en êtes à 10 %, moi à 5 %", "", [("donner", "remise", 5, "")]),
    (
        "si vous me signez 36 mois, je vous laisse 5 % et la formation",
        "",
        [
            ("demander", "engagement", 36, ""),
            ("donner", "remise", 5, "c"),
            ("donner", "formation", None, "c"),
        ],
    ),
    (
        "si vous m'en prenez quatre, c'est 8 %",
        "",
        [("demander", "postes", 4, ""), ("donner", "remise", 8, "c")],
    ),
    (
        "si tu prends les trois ans je te fais 5 %",
        "",
        [("demander", "engagement", 36, ""), ("donner", "remise", 5, "c")],
    ),
    (
        "prenez les trois ans et je vous fais 5 %",
        "",
        [("demander", "engagement", 36, ""), ("donner", "remise", 5, "c")],
    ),
    (
        "pour 5 % il me faut les trois ans",
        "",
        [("donner", "remise", 5, "c"), ("demander", "engagement", 36, "")],
    ),
    ("5 %, mais sur trois ans", "", [("donner", "remise", 5, "c"), ("demander", "engagement", 36, "")]),
    (
        "je vous fais 5, mais vous passez à 36 mois",
        "remise",
        [("donner", "remise", 5, "c"), ("demander", "engagement", 36, "")],
    ),
    ("huit c'est vraiment le bout", "remise", [("donner", "remise", 8, "f")]),
    ("je suis au taquet à 8 %", "", [("donner", "remise", 8, "f")]),
    ("8 %, c'est tout ce que je peux faire", "", [("donner", "remise", 8, "f")]),
    ("8 %, je ne peux rien faire de plus", "", [("donner", "remise", 8, "f")]),
    ("je peux pas descendre plus bas que 50 € par mois", "", [("donner", "prix", 50, "f")]),
    ("en dessous de 50 € par mois, je ne peux pas", "", [("donner", "prix", 50, "f")]),
    ("mieux que 8 %, je ne peux pas", "", [("donner", "remise", 8, "f")]),
    ("au-dessus de 8 %, c'est non", "", [("donner", "remise", 8, "f")]),
    ("je retire ma proposition de 5 %", "", [("retirer", "remise", 5, "")]),
    ("tout compte fait, je ne peux plus vous faire les 5 %", "", [("retirer", "remise", 5, "")]),
    ("je vous avais proposé 5 % mais je dois les retirer", "", [("retirer", "remise", 5, "")]),
    ("je maintiens les 5 %", "", [("donner", "remise", 5, "")]),
    ("et si je vous offrais l'installation ?", "", [("donner", "installation", None, "c")]),
    ("Imaginons que je vous fasse 5 %.", "", [("donner", "remise", 5, "c")]),
    ("supposons que je vous accorde 5 %, vous signez ?", "", [("donner", "remise", 5, "c")]),
    ("admettons que je descende à 55 € par mois ?", "", [("donner", "prix", 55, "c")]),
    (
        "à supposer que je puisse faire 5 %, vous prenez les 36 mois ?",
        "",
        [("donner", "remise", 5, "c"), ("demander", "engagement", 36, "")],
    ),
    (
        "je passe de 5 à 7 % si vous passez de 24 à 36 mois",
        "",
        [("donner", "remise", 7, "c"), ("demander", "engagement", 36, "")],
    ),
    (
        "ni 10 ni 8 %, mais 6",
        "remise",
        [("refuser", "remise", 10, ""), ("refuser", "remise", 8, ""), ("donner", "remise", 6, "")],
    ),
    ("je n'accorde pas 10 %", "", [("refuser", "remise", 10, "")]),
    ("10 % ? je n'ai pas cette marge", "", [("refuser", "remise", 10, "")]),
    ("je ne suis pas en mesure de vous faire 10 %", "", [("refuser", "remise", 10, "")]),
    ("mon directeur a refusé les 10 %", "", [("refuser", "remise", 10, "")]),
    ("il m'est impossible de vous accorder 10 %", "", [("refuser", "remise", 10, "")]),
    ("« Je vous fais 5 % »", "", [("donner", "remise", 5, "")]),
    ('Vous m\'avez écrit "12 % ou je pars" : je vous réponds 6 %.', "", [("donner", "remise", 6, "")]),
    (
        "Vous seriez à 50 € par mois si vous preniez 36 mois",
        "",
        [("donner", "prix", 50, "c"), ("demander", "engagement", 36, "")],
    ),
    (
        "En prenant 36 mois, vous passez à 50 € par mois",
        "",
        [("demander", "engagement", 36, ""), ("donner", "prix", 50, "c")],
    ),
    (
        "Je suis prêt à vous consentir 4 % si l'engagement passe à 36 mois.",
        "",
        [("donner", "remise", 4, "c"), ("demander", "engagement", 36, "")],
    ),
    ("Allez, pour vous je fais un effort : 6 %.", "", [("donner", "remise", 6, "")]),
    ("Je ne touche pas au prix mais j'inclus la formation.", "", [("donner", "formation", None, "")]),
    (
        "Si vous me confiez les cinq caisses, je prends l'installation à ma charge.",
        "",
        [("demander", "postes", 5, ""), ("donner", "installation", None, "c")],
    ),
    (
        "On pourrait imaginer 5 % en échange d'un contrat de deux ans.",
        "",
        [("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")],
    ),
    (
        "Je comprends votre demande de 15 %, mais je ne peux pas aller jusque-là.",
        "",
        [("refuser", "remise", 15, "")],
    ),
    (
        "Vos 15 %, c'est impossible, en revanche je peux vous offrir la mise en service.",
        "",
        [("refuser", "remise", 15, ""), ("donner", "installation", None, "")],
    ),
    ("Mon meilleur prix, c'est 54 € par mois.", "", [("donner", "prix", 54, "f")]),
    (
        "On reste à 59 € par mois, mais la formation est offerte.",
        "",
        [("donner", "prix", 59, ""), ("donner", "formation", None, "")],
    ),
    ("Qu'est-ce que vous me donnez si je vous fais 5 % ?", "", [("donner", "remise", 5, "c")]),
    ("Le contrat dure 24 mois.", "", [("donner", "engagement", 24, "")]),
    ("Je veux bien lâcher 3 %, à condition de signer cette semaine.", "", [("donner", "remise", 3, "c")]),
    ("On coupe la poire en deux, 7,5 % ?", "", [("donner", "remise", 7.5, "")]),
    ("Vous m'avez proposé 50 € par mois, je vous réponds 55.", "prix", [("donner", "prix", 55, "")]),
    ("Tant pis, je retire l'installation gratuite.", "", [("retirer", "installation", None, "")]),
    ("Je m'engage à vous livrer sous cinq jours.", "", [("donner", "delai", 5, "")]),
    (
        "Cinq jours de délai, pas un de plus, si vous commandez aujourd'hui.",
        "",
        [("donner", "delai", 5, "cf")],
    ),
    (
        "Je vous propose donc : 5 % de remise, l'installation offerte et un engagement de 24 mois.",
        "",
        [("donner", "remise", 5, ""), ("donner", "installation", None, ""), ("donner", "engagement", 24, "")],
    ),
    (
        "Ni remise ni formation gratuite.",
        "",
        [("refuser", "remise", None, ""), ("refuser", "formation", None, "")],
    ),
    (
        "Si vous restez sur 12 mois, je ne pourrai pas dépasser 2 %.",
        "",
        [("demander", "engagement", 12, ""), ("donner", "remise", 2, "cf")],
    ),
    (
        "D'accord pour 5 %, et vous prenez quatre caisses.",
        "",
        [("accepter", "remise", 5, "c"), ("demander", "postes", 4, "")],
    ),
]


@pytest.mark.parametrize(("text", "last_issue"), NOT_OFFERS)
def test_no_offer_is_read_when_the_figure_is_not_the_speakers_to_give(text: str, last_issue: str) -> None:
    assert offers(text, last_issue) == ()


@pytest.mark.parametrize(("text", "last_issue", "expected"), OFFERS)
def test_offer_is_read_when_said_in_a_roundabout_way(text: str, last_issue: str, expected: Expected) -> None:
    wanted = [
        (move, issue, None if value is None else float(value), marks)
        for move, issue, value, marks in expected
    ]
    assert told(offers(text, last_issue)) == sorted(wanted, key=lambda o: str(o))


OUTSIDE_A_SCENARIO: list[tuple[str, list[tuple[str, str, float | None, str]]]] = [
    ("je vous livre sous dix jours", [("donner", "delai", 10.0, "")]),
    ("je vous offre les frais de port", [("donner", "port", None, "")]),
    ("pour 4 caisses je passe à 8 %", [("demander", "quantite", 4.0, ""), ("donner", "remise", 8.0, "c")]),
    ("je vous fais 5 si vous signez", [("donner", "", 5.0, "c")]),
    (
        "je vous fais 5 % si vous prenez les trois ans",
        [("demander", "engagement", 36.0, ""), ("donner", "remise", 5.0, "c")],
    ),
    (
        "60 jours de délai de paiement contre un engagement de deux ans, ça vous va ?",
        [("demander", "engagement", 24.0, ""), ("donner", "paiement", 60.0, "c")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OUTSIDE_A_SCENARIO)
def test_offer_when_read_outside_a_scenario_then_bears_on_a_common_point(
    text: str, expected: list[tuple[str, str, float | None, str]]
) -> None:
    assert told(read_offers(text, read_quantities(text), (), (), COMMON_ISSUES)) == expected


def test_own_words_between_quotation_marks_when_they_are_all_that_is_said_then_still_an_offer() -> None:
    assert told(offers("« Je vous fais 5 %. »")) == [("donner", "remise", 5.0, "")]
